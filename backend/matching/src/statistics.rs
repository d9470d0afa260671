//! How common each term is among the published postings.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::engine::Reading;
use crate::text::{Entry, Profile, Side};

/// How often terms occur, over needs, offers and experts alike; add and remove as postings
/// come and go.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    postings: u32,
    seen: HashMap<u64, u32, BuildHasherDefault<Hashed>>,
    vietnamese: Lengths,
    english: Lengths,
}

/// Keys are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) ^ u64::from(*byte) ^ (self.0 >> 56);
        }
    }

    fn write_u64(&mut self, key: u64) {
        // The low bits are an accent, the table wants them mixed.
        self.0 = key.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Lengths {
    texts: u32,
    total: f64,
}

impl Lengths {
    fn average(self) -> f64 {
        if self.texts == 0 {
            1.0
        } else {
            (self.total / f64::from(self.texts)).max(1.0)
        }
    }

    fn count(&mut self, side: &Side, by: i32) {
        if !side.is_empty() {
            self.texts = self.texts.saturating_add_signed(by);
            self.total = (self.total + f64::from(by) * f64::from(side.length)).max(0.0);
        }
    }
}

impl Statistics {
    /// Counts a posting that came.
    pub(crate) fn add(&mut self, profile: &Profile) {
        self.count(profile, 1);
    }

    /// Uncounts one that went: the profile that was added.
    pub(crate) fn remove(&mut self, profile: &Profile) {
        self.count(profile, -1);
    }

    /// Works out what a reading's texts tell by these statistics; to be done before it is
    /// compared, and again when the statistics have changed much.
    pub fn weigh(&self, reading: &mut Reading) {
        reading.profile.weigh(self);
    }

    fn count(&mut self, profile: &Profile, by: i32) {
        self.postings = self.postings.saturating_add_signed(by);
        self.vietnamese.count(&profile.vi, by);
        self.english.count(&profile.en, by);
        self.english.count(&profile.translated, by);
        for side in profile.sides() {
            let mut before = None;
            for entry in &side.entries {
                // A term with two accents is one posting's term.
                if before.replace(entry.term()) != Some(entry.term()) {
                    self.change(entry.folded_key(), by);
                }
            }
        }
        for entry in &profile.vi.entries {
            self.change(entry.exact_key(), by);
        }
    }

    fn change(&mut self, key: u64, by: i32) {
        let count = self.seen.entry(key).or_default();
        *count = count.saturating_add_signed(by);
        if *count == 0 {
            self.seen.remove(&key);
        }
    }

    /// How many postings were counted.
    pub fn postings(&self) -> usize {
        self.postings as usize
    }

    /// How many different terms they have.
    pub fn terms(&self) -> usize {
        self.seen.len()
    }

    fn rarity(&self, key: u64) -> f64 {
        let total = f64::from(self.postings);
        let seen = f64::from(self.seen.get(&key).copied().unwrap_or(0));
        // A text that was not counted may hold terms beyond the total.
        (1.0 + ((total - seen).max(0.0) + 0.5) / (seen + 0.5)).ln()
    }

    /// What they say of the terms of one posting, for comparing it with many.
    pub(crate) fn of(&self, profile: &Profile) -> Remembered {
        let mut told = Told::default();
        for entry in profile.sides().iter().flat_map(|side| side.entries.iter()) {
            for key in [entry.exact_key(), entry.folded_key()] {
                told.entry(key).or_insert_with(|| self.rarity(key));
            }
        }
        Remembered {
            told,
            vietnamese: self.average_vietnamese(),
            english: self.average_english(),
        }
    }
}

/// What is known of how common terms are.
pub(crate) trait Rarities {
    /// What knowing this spelling tells, in nats: the inverse document frequency of BM25
    /// (Robertson and Zaragoza 2009), never negative.
    fn rarity_exact(&self, entry: Entry) -> f64;
    /// The same of all its spellings together.
    fn rarity_folded(&self, entry: Entry) -> f64;
    /// The average length of a Vietnamese text, in weighted words.
    fn average_vietnamese(&self) -> f64;
    /// The average length of an English or translated text, in weighted words.
    fn average_english(&self) -> f64;
}

impl Rarities for Statistics {
    fn rarity_exact(&self, entry: Entry) -> f64 {
        self.rarity(entry.exact_key())
    }

    fn rarity_folded(&self, entry: Entry) -> f64 {
        self.rarity(entry.folded_key())
    }

    fn average_vietnamese(&self) -> f64 {
        self.vietnamese.average()
    }

    fn average_english(&self) -> f64 {
        self.english.average()
    }
}

type Told = HashMap<u64, f64, BuildHasherDefault<Hashed>>;

/// The statistics of one posting's terms: a small table instead of one of millions. Whatever
/// two postings share is a term of both, so that one posting's is enough to compare it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Remembered {
    told: Told,
    vietnamese: f64,
    english: f64,
}

impl Rarities for Remembered {
    fn rarity_exact(&self, entry: Entry) -> f64 {
        self.told.get(&entry.exact_key()).copied().unwrap_or(0.0)
    }

    fn rarity_folded(&self, entry: Entry) -> f64 {
        self.told.get(&entry.folded_key()).copied().unwrap_or(0.0)
    }

    fn average_vietnamese(&self) -> f64 {
        self.vietnamese
    }

    fn average_english(&self) -> f64 {
        self.english
    }
}
