//! The best of very many, without comparing all of them: exactly what comparing all of them
//! would give.
//!
//! A [`Shelf`] holds what is needed of one kind of posting to bound its score from above:
//! which rows say a term (`lists`), what the texts weigh, and the circumstances (`circumstances`,
//! whose parts are shared by many rows, `facets`). A [search](search) adds up, block by block,
//! what each row could earn at most, and only those rows are really compared whose bound
//! reaches the last place on the page so far.

mod circumstances;
mod facets;
mod lists;
mod page;
mod query;
mod search;

use self::circumstances::{Circumstances, Parts, Shared};
use self::lists::{Lists, MOST_ROWS, Mark, Row};
pub(crate) use self::search::{Quest, search};
use crate::corpus::Slot;
use crate::engine::Reading;
use crate::knowledge::Knowledge;
use crate::text::{Entry, IDEAS_ACROSS, IDEAS_BESIDE_WORDS, Profile, Side};

/// A row that holds no posting.
const NOBODY: Slot = Slot::MAX;

/// The postings of one kind, as a search sees them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf {
    slots: Vec<Slot>,
    free: Vec<Row>,
    lists: Lists,
    said: Vec<Said>,
    circumstances: Vec<Circumstances>,
    parts: Parts,
}

/// What a row's circumstances share with others', and what its texts weigh: one over the whole that a share is of, and nothing where there
/// is no text.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    vietnamese: f32,
    /// Of its English, or of its translation if it has none.
    english: f32,
    tags: f32,
    shared: Shared,
    /// One bit for Vietnamese, one for English.
    languages: u8,
}

impl Said {
    fn of(profile: &Profile, shared: Shared) -> Self {
        let over = |side: &Side, rate: f64| {
            let whole = f64::from(side.mass) + rate * f64::from(profile.ideas.mass);
            if whole > 0.0 {
                (1.0 / whole) as f32
            } else {
                0.0
            }
        };
        let (vi, en) = (!profile.vi.is_empty(), !profile.en.is_empty());
        let tags = f64::from(profile.tags.mass);
        Self {
            vietnamese: over(&profile.vi, IDEAS_BESIDE_WORDS),
            english: if en {
                over(&profile.en, IDEAS_BESIDE_WORDS)
            } else {
                over(&profile.translated, IDEAS_ACROSS)
            },
            tags: if tags > 0.0 { (1.0 / tags) as f32 } else { 0.0 },
            shared,
            languages: u8::from(vi) | (u8::from(en) << 1),
        }
    }
}

impl Shelf {
    /// How many postings there are.
    pub fn len(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    /// Whether there are more rows than marks can name.
    pub fn is_beyond(&self) -> bool {
        self.slots.len() > MOST_ROWS
    }

    /// Puts a posting on the shelf; where it stands.
    pub fn insert(&mut self, slot: Slot, reading: &Reading, knowledge: &Knowledge) -> Row {
        let (shared, circumstances) = self.parts.take(reading, knowledge);
        let said = Said::of(&reading.profile, shared);
        let row = if let Some(row) = self.free.pop() {
            self.slots[row as usize] = slot;
            self.said[row as usize] = said;
            self.circumstances[row as usize] = circumstances;
            row
        } else {
            self.slots.push(slot);
            self.said.push(said);
            self.circumstances.push(circumstances);
            (self.slots.len() - 1) as Row
        };
        for (entry, length) in entries(&reading.profile) {
            let mark = Mark::new(row, entry.count(), length);
            self.lists.insert(entry, mark);
        }
        row
    }

    /// Takes a posting off the shelf: the reading that was put there.
    pub fn remove(&mut self, row: Row, reading: &Reading) {
        for (entry, _) in entries(&reading.profile) {
            self.lists.remove(entry, row);
        }
        self.parts.give(&self.said[row as usize].shared);
        self.slots[row as usize] = NOBODY;
        self.said[row as usize] = Said::default();
        self.free.push(row);
    }

    /// Its texts weigh something else now.
    pub fn weigh(&mut self, row: Row, reading: &Reading) {
        let said = &mut self.said[row as usize];
        *said = Said::of(&reading.profile, said.shared);
    }
}

/// What is listed of a posting, with the length of the text it stands in.
fn entries(profile: &Profile) -> impl Iterator<Item = (Entry, f32)> {
    let of = |side: &'_ Side| {
        let length = side.length;
        let entries: &[Entry] = &side.entries;
        entries
            .iter()
            .map(move |entry| (*entry, length))
            .collect::<Vec<_>>()
    };
    let translated = of(&profile.translated).into_iter();
    // What the dictionary does not know stands there in Vietnamese, and nothing matches it.
    let known = translated.filter(|(entry, _)| !profile.vi.has(entry.term()));
    let sides = [&profile.vi, &profile.en, &profile.ideas, &profile.tags];
    let sides = sides.into_iter().flat_map(of);
    sides.chain(known.collect::<Vec<_>>())
}
