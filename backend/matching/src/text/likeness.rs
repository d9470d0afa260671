//! Two postings' texts compared.

use std::cmp::Ordering;

use super::profile::{Profile, Side};
use super::term::{Entry, Term, TermKind};
use crate::model::Language;
use crate::statistics::Statistics;

/// How much of each text the other one says too.
///
/// Unit: share of what a text tells, its terms weighed by rarity. Range 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Likeness {
    /// How much of the demand's words the supply has.
    pub demand: f64,
    /// How much of the supply's words the demand has.
    pub supply: f64,
    /// How much of the demand's ideas (concepts, codes) the supply has.
    pub demand_ideas: f64,
    /// How much of the supply's ideas the demand has.
    pub supply_ideas: f64,
    /// Whether the two have no language in common and a translation was compared.
    pub across: bool,
}

/// What a term is worth before its rarity, by kind.
const UNIT_VI: f64 = 0.7;
const UNIT_EN: f64 = 1.0;
const PAIR: f64 = 0.5;
const IDEA: f64 = 1.0;

/// What a term is worth whose accents differ, of what it would be worth without accents.
const OTHER_ACCENT: f64 = 0.25;

/// Term frequency saturation and length normalisation of BM25.
const K1: f64 = 1.2;
const B: f64 = 0.75;

/// Compares a demand's text with a supply's: in the language that gives more if they share
/// both, by translation if they share none.
pub(crate) fn compare(demand: &Profile, supply: &Profile, statistics: &Statistics) -> Likeness {
    let mut likeness = Likeness::default();
    let mut shared = false;
    for language in Language::ALL {
        let (ours, theirs) = (demand.side(language), supply.side(language));
        if ours.is_empty() || theirs.is_empty() {
            continue;
        }
        shared = true;
        let (a, b) = overlap(ours, theirs, scale(language, statistics), statistics);
        likeness.demand = likeness.demand.max(a);
        likeness.supply = likeness.supply.max(b);
    }
    if !shared {
        let pairs = [
            (&demand.translated, &supply.en),
            (&demand.en, &supply.translated),
        ];
        for (ours, theirs) in pairs {
            if !ours.is_empty() && !theirs.is_empty() {
                let english = scale(Language::En, statistics);
                (likeness.demand, likeness.supply) = overlap(ours, theirs, english, statistics);
                likeness.across = true;
            }
        }
    }
    (likeness.demand_ideas, likeness.supply_ideas) = overlap(
        &demand.ideas,
        &supply.ideas,
        scale(Language::En, statistics),
        statistics,
    );
    likeness
}

/// How the terms of a side are weighed.
#[derive(Clone, Copy)]
struct Scale {
    unit: f64,
    /// Whether spellings are counted apart.
    accents: bool,
    average: f64,
}

fn scale(language: Language, statistics: &Statistics) -> Scale {
    match language {
        Language::Vi => Scale {
            unit: UNIT_VI,
            accents: true,
            average: statistics.average_vietnamese(),
        },
        Language::En => Scale {
            unit: UNIT_EN,
            accents: false,
            average: statistics.average_english(),
        },
    }
}

impl Scale {
    fn kind(self, term: Term) -> f64 {
        match term.kind() {
            TermKind::Unit => self.unit,
            TermKind::Pair => PAIR,
            TermKind::Idea => IDEA,
        }
    }

    /// What a term tells, spelt like this.
    fn exact(self, entry: Entry, statistics: &Statistics) -> f64 {
        let rarity = if self.accents {
            statistics.rarity_exact(entry)
        } else {
            statistics.rarity_folded(entry)
        };
        self.kind(entry.term()) * rarity
    }

    /// What it tells if only the letters are known.
    fn folded(self, entry: Entry, statistics: &Statistics) -> f64 {
        self.kind(entry.term()) * statistics.rarity_folded(entry)
    }
}

/// Repetition soon stops counting: a word asked for forty times is not forty times as wanted.
fn asked(count: f64) -> f64 {
    count / (count + 1.0)
}

/// BM25's share of a term found `count` times in a text of this length.
fn found(count: f64, length: f64, average: f64) -> f64 {
    count / (count + K1 * (1.0 - B + B * length / average))
}

/// What a side would earn if all of it were found: the denominator of a share.
pub(crate) fn mass(side: &Side, language: Language, statistics: &Statistics) -> f32 {
    let scale = scale(language, statistics);
    let bare = side.bare;
    let worth = |entry: &Entry| {
        let told = if bare {
            scale.folded(*entry, statistics)
        } else {
            scale.exact(*entry, statistics)
        };
        told * asked(entry.count())
    };
    side.entries.iter().map(worth).sum::<f64>() as f32
}

/// The shares of `ours` found in `theirs` and of `theirs` found in `ours`.
fn overlap(ours: &Side, theirs: &Side, scale: Scale, statistics: &Statistics) -> (f64, f64) {
    let folded = ours.bare || theirs.bare;
    let (mut a, mut b) = (0.0, 0.0);
    for (left, right) in Shared::of(ours, theirs) {
        let told = if left.accent() == right.accent() && !(folded && scale.accents) {
            scale.exact(left, statistics)
        } else if folded {
            scale.folded(left, statistics)
        } else {
            OTHER_ACCENT * scale.folded(left, statistics)
        };
        let (n, m) = (left.count(), right.count());
        a += told * asked(n) * found(m, f64::from(theirs.length), scale.average);
        b += told * asked(m) * found(n, f64::from(ours.length), scale.average);
    }
    let share = |sum: f64, side: &Side| {
        if side.mass > 0.0 {
            (sum / f64::from(side.mass)).clamp(0.0, 1.0)
        } else {
            0.0
        }
    };
    (share(a, ours), share(b, theirs))
}

/// The terms two sides share, each once: with equal accents if there is such a pair,
/// otherwise with the first of each side.
struct Shared<'a> {
    ours: &'a [Entry],
    theirs: &'a [Entry],
}

impl<'a> Shared<'a> {
    fn of(ours: &'a Side, theirs: &'a Side) -> Self {
        Self {
            ours: &ours.entries,
            theirs: &theirs.entries,
        }
    }
}

impl Iterator for Shared<'_> {
    type Item = (Entry, Entry);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (left, right) = (self.ours.first()?.term(), self.theirs.first()?.term());
            match left.cmp(&right) {
                Ordering::Less => self.ours = &self.ours[1..],
                Ordering::Greater => self.theirs = &self.theirs[1..],
                Ordering::Equal => {
                    let (left, ours) = spellings(self.ours);
                    let (right, theirs) = spellings(self.theirs);
                    (self.ours, self.theirs) = (ours, theirs);
                    return Some(best(left, right));
                }
            }
        }
    }
}

/// The entries of the first term, and those after it.
fn spellings(entries: &[Entry]) -> (&[Entry], &[Entry]) {
    let term = entries[0].term();
    let end = entries.iter().take_while(|e| e.term() == term).count();
    entries.split_at(end)
}

fn best(left: &[Entry], right: &[Entry]) -> (Entry, Entry) {
    let equal = left.iter().find_map(|a| {
        let same = right.iter().find(|b| b.accent() == a.accent())?;
        Some((*a, *same))
    });
    equal.unwrap_or((left[0], right[0]))
}
