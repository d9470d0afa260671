//! A seeker's text as a search asks it: which lists to read, and what each mark may earn.

use super::lists::{Mark, bounds};
use super::{Said, Shelf};
use crate::engine::Reading;
use crate::model::Language;
use crate::statistics::Remembered;
use crate::text::{
    Accent, Entry, IDEAS_ACROSS, IDEAS_BESIDE_WORDS, OTHER_ACCENT, Scale, Side, Term, TermKind,
    asked, found, scale,
};

/// Where what a list earns is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sum {
    Vietnamese = 0,
    English = 1,
    Ideas = 2,
    Tags = 3,
}

/// A list to read.
pub(super) struct Scan<'a> {
    pub marks: &'a [Mark],
    pub sum: Sum,
    /// What of the seeker's own whole is earned, before frequency and length.
    pub own: f32,
    /// What of the other's.
    pub other: f32,
    /// How frequency and length are taken.
    pub table: usize,
    /// Numbers the seeker's terms.
    group: u32,
    /// The share of the seeker's text that it may earn at most.
    most: f32,
}

/// What a mark of each class earns: of the seeker's whole and of the other's.
pub(super) type Table = [[f32; 2]; 256];

/// The tables, by [`Scan::table`].
pub(super) struct Tables(pub [Box<Table>; 4]);

/// How a row's shares are worked out, by the languages it has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tongue {
    /// One over the seeker's whole; nothing if the language is not shared.
    vietnamese: f32,
    english: f32,
    /// What ideas count beside English words.
    ideas: f32,
    /// What it counts in the end.
    scale: f32,
}

/// What lists that are not read may earn.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Unread(pub [[f32; 2]; 4]);

/// A seeker's text.
pub(super) struct Words<'a> {
    pub scans: Vec<Scan<'a>>,
    pub tables: Tables,
    pub tongues: [Tongue; 4],
    /// One over what its tags weigh, and over its ideas.
    pub tags: f32,
    pub ideas: f32,
}

/// A hair, so that rounding never makes a bound too low.
const HAIR: f32 = 1.0 + 1e-5;

fn over(whole: f64) -> f32 {
    if whole > 0.0 {
        (1.0 / whole) as f32 * HAIR
    } else {
        0.0
    }
}

impl<'a> Words<'a> {
    pub fn new(seeker: &Reading, shelf: &'a Shelf, told: &Remembered, across: f64) -> Self {
        let profile = &seeker.profile;
        let (vi, en) = (!profile.vi.is_empty(), !profile.en.is_empty());
        let (english, plain) = (
            if en || !vi {
                &profile.en
            } else {
                &profile.translated
            },
            scale(Language::En, told),
        );
        let vietnamese = scale(Language::Vi, told);
        let ideas = f64::from(profile.ideas.mass);
        let tongue = |languages: usize| {
            let shared = (vi && languages & 1 != 0, en && languages & 2 != 0);
            let whole = |side: &Side, rate: f64| over(f64::from(side.mass) + rate * ideas);
            if shared == (false, false) {
                return Tongue {
                    english: whole(english, IDEAS_ACROSS),
                    ideas: IDEAS_ACROSS as f32,
                    scale: across as f32,
                    ..Tongue::default()
                };
            }
            Tongue {
                vietnamese: if shared.0 {
                    whole(&profile.vi, IDEAS_BESIDE_WORDS)
                } else {
                    0.0
                },
                english: if shared.1 {
                    whole(english, IDEAS_BESIDE_WORDS)
                } else {
                    0.0
                },
                ideas: IDEAS_BESIDE_WORDS as f32,
                scale: 1.0,
            }
        };
        let mut words = Self {
            scans: Vec::new(),
            tables: Tables([
                table(TermKind::Unit, vietnamese.average),
                table(TermKind::Unit, plain.average),
                table(TermKind::Idea, 1.0),
                table(TermKind::Tag, 1.0),
            ]),
            tongues: [0, 1, 2, 3].map(tongue),
            tags: over(f64::from(profile.tags.mass)),
            ideas: over(ideas),
        };
        let most = |pick: fn(&Tongue) -> f32| words.tongues.iter().map(pick).fold(0.0, f32::max);
        let rates = [
            most(|tongue| tongue.vietnamese * tongue.scale),
            most(|tongue| tongue.english * tongue.scale),
            most(|tongue| {
                tongue.scale
                    * (tongue.english * tongue.ideas)
                        .max(tongue.vietnamese * IDEAS_BESIDE_WORDS as f32)
            }),
            words.tags,
        ];
        words.read(
            shelf,
            &profile.vi,
            (Sum::Vietnamese, vietnamese),
            told,
            rates[0],
        );
        words.read(shelf, english, (Sum::English, plain), told, rates[1]);
        words.read(shelf, &profile.ideas, (Sum::Ideas, plain), told, rates[2]);
        words.read(shelf, &profile.tags, (Sum::Tags, plain), told, rates[3]);
        words
    }

    /// Looks up the lists of a side's terms.
    fn read(
        &mut self,
        shelf: &'a Shelf,
        side: &Side,
        (sum, scale): (Sum, Scale),
        told: &Remembered,
        rate: f32,
    ) {
        let mut rest: &[Entry] = &side.entries;
        while let Some(first) = rest.first() {
            let term = first.term();
            let end = rest.iter().take_while(|entry| entry.term() == term).count();
            let (spellings, after) = rest.split_at(end);
            rest = after;
            let group = self.scans.last().map_or(0, |scan| scan.group + 1);
            for (accent, marks) in shelf.lists.of(term) {
                let equal = spellings.iter().find(|entry| entry.accent() == accent);
                let folded = |entry: &Entry| scale.folded(*entry, told);
                // A text without any diacritics means every spelling.
                let bare = side.bare || accent == Accent::PLAIN;
                let (entry, worth) = match equal {
                    Some(entry) => (entry, scale.exact(*entry, told).max(folded(entry))),
                    None if bare => (first, folded(first)),
                    None => (first, OTHER_ACCENT * folded(first)),
                };
                let (count, length) = (entry.count(), f64::from(side.length));
                let own = (worth * asked(term, count)) as f32 * HAIR;
                let other = (worth * found(term, count, length, scale.average)) as f32 * HAIR;
                self.scans.push(Scan {
                    marks,
                    sum,
                    own,
                    other,
                    table: sum as usize,
                    group,
                    most: own * rate,
                });
            }
        }
    }

    /// Leaves out those of the lists longer than `long` that say least, as long as all that is left out earns no
    /// more than this share of the seeker's text.
    pub fn leave_out(&mut self, allowed: f32, long: usize) -> Unread {
        let mut unread = Unread::default();
        if allowed <= 0.0 {
            return unread;
        }
        let mut order: Vec<usize> = (0..self.scans.len()).collect();
        let dear = |at: &usize| self.scans[*at].most / self.scans[*at].marks.len().max(1) as f32;
        order.sort_by(|a, b| dear(a).total_cmp(&dear(b)));
        let groups = self.scans.last().map_or(0, |scan| scan.group as usize + 1);
        let mut left = vec![[0.0_f32; 3]; groups];
        let mut spent = 0.0;
        let mut out = vec![false; self.scans.len()];
        for at in order {
            let scan = &self.scans[at];
            if scan.marks.len() < long || scan.sum == Sum::Tags {
                continue;
            }
            // Of several spellings of a term one counts.
            let group = &mut left[scan.group as usize];
            let more = (scan.most - group[0]).max(0.0);
            if spent + more > allowed {
                break;
            }
            spent += more;
            let sum = &mut unread.0[scan.sum as usize];
            sum[0] += (scan.own - group[1]).max(0.0);
            sum[1] += (scan.other - group[2]).max(0.0);
            *group = [
                group[0].max(scan.most),
                group[1].max(scan.own),
                group[2].max(scan.other),
            ];
            out[at] = true;
        }
        let mut at = 0;
        self.scans.retain(|_| {
            at += 1;
            !out[at - 1]
        });
        unread
    }

    /// The most of the seeker's and of the other's text that a row shares, by what was added
    /// up for it.
    pub fn shares(&self, said: &Said, sums: [[f32; 2]; 4]) -> (f32, f32) {
        let tongue = &self.tongues[said.languages as usize];
        let [vietnamese, english, ideas, _] = sums;
        let beside = IDEAS_BESIDE_WORDS as f32;
        let own = (tongue.vietnamese * (vietnamese[0] + beside * ideas[0]))
            .max(tongue.english * (english[0] + tongue.ideas * ideas[0]));
        let known = |over: f32, on: f32| if on > 0.0 { over } else { 0.0 };
        let other = (known(said.vietnamese, tongue.vietnamese)
            * (vietnamese[1] + beside * ideas[1]))
            .max(known(said.english, tongue.english) * (english[1] + tongue.ideas * ideas[1]));
        (
            own.min(1.0) * tongue.scale,
            (other * HAIR).min(1.0) * tongue.scale,
        )
    }
}

/// What a class earns at most, before the term's worth.
fn table(kind: TermKind, average: f64) -> Box<Table> {
    let term = match kind {
        TermKind::Idea => Term::idea(""),
        TermKind::Tag => Term::tag(""),
        TermKind::Unit | TermKind::Pair => Term::unit(Language::En, ""),
    };
    let mut table = Box::new([[0.0; 2]; 256]);
    for (class, earned) in table.iter_mut().enumerate() {
        let (count, length) = bounds(class);
        *earned = [
            found(term, count, length, average) as f32 * HAIR,
            asked(term, count) as f32 * HAIR,
        ];
    }
    table
}
