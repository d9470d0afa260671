//! Two postings' texts compared.

use std::cmp::Ordering;

use super::profile::{Profile, Side};
use super::term::{Entry, Term, TermKind};
use crate::model::Language;
use crate::statistics::Rarities;

/// How much of each text the other one says too.
///
/// Unit: share of what a text tells, its terms weighed by rarity. Range 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Likeness {
    /// Of words and ideas (concepts, codes) together.
    pub text: Shares,
    /// Of ideas alone.
    pub ideas: Shares,
    /// Of tags.
    pub tags: Shares,
    /// Whether the two have no language in common and a translation was compared.
    pub across: bool,
}

/// A share of each side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Shares {
    /// How much of the demand's the supply has.
    pub demand: f64,
    /// How much of the supply's the demand has.
    pub supply: f64,
}

/// What a term is worth before its rarity, by kind.
const UNIT_VI: f64 = 0.7;
const UNIT_EN: f64 = 1.0;
const PAIR: f64 = 0.5;

/// What a term is worth whose accents differ, of what it would be worth without accents.
pub(crate) const OTHER_ACCENT: f64 = 0.25;

/// Term frequency saturation and length normalisation of BM25.
const K1: f64 = 1.2;
const B: f64 = 0.75;

/// What ideas count beside words: in one language they repeat what the words say, across
/// languages they are half of what there is.
pub(crate) const IDEAS_BESIDE_WORDS: f64 = 0.3;
pub(crate) const IDEAS_ACROSS: f64 = 1.0;

/// Compares a demand's text with a supply's: in the language that gives more if they share
/// both, by translation if they share none.
pub(crate) fn compare(demand: &Profile, supply: &Profile, statistics: &impl Rarities) -> Likeness {
    let mut likeness = Likeness::default();
    let plain = scale(Language::En, statistics);
    let ideas = overlap(&demand.ideas, &supply.ideas, plain, statistics);
    let mut shared = false;
    for language in Language::ALL {
        let (ours, theirs) = (demand.side(language), supply.side(language));
        if !ours.is_empty() && !theirs.is_empty() {
            shared = true;
            let words = overlap(ours, theirs, scale(language, statistics), statistics);
            let shares = words.and(ideas, IDEAS_BESIDE_WORDS).shares();
            likeness.text.demand = likeness.text.demand.max(shares.demand);
            likeness.text.supply = likeness.text.supply.max(shares.supply);
        }
    }
    if !shared {
        let (ours, theirs) = if demand.vi.is_empty() {
            (&demand.en, &supply.translated)
        } else {
            (&demand.translated, &supply.en)
        };
        let words = overlap(ours, theirs, plain, statistics);
        likeness.text = words.and(ideas, IDEAS_ACROSS).shares();
        likeness.across = true;
    }
    likeness.ideas = ideas.shares();
    likeness.tags = overlap(&demand.tags, &supply.tags, plain, statistics).shares();
    likeness
}

/// What two sides share and what each has, in nats.
#[derive(Clone, Copy, Debug, Default)]
struct Overlap {
    shared: Shares,
    whole: Shares,
}

impl Overlap {
    /// With what other sides share, at a rate.
    fn and(self, other: Self, rate: f64) -> Self {
        let sum = |a: Shares, b: Shares| Shares {
            demand: a.demand + rate * b.demand,
            supply: a.supply + rate * b.supply,
        };
        Self {
            shared: sum(self.shared, other.shared),
            whole: sum(self.whole, other.whole),
        }
    }

    fn shares(self) -> Shares {
        let share = |part: f64, whole: f64| {
            if whole > 0.0 {
                (part / whole).clamp(0.0, 1.0)
            } else {
                0.0
            }
        };
        Shares {
            demand: share(self.shared.demand, self.whole.demand),
            supply: share(self.shared.supply, self.whole.supply),
        }
    }
}

/// How the terms of a side are weighed.
#[derive(Clone, Copy)]
pub(crate) struct Scale {
    unit: f64,
    /// Whether spellings are counted apart.
    accents: bool,
    pub average: f64,
}

pub(crate) fn scale(language: Language, statistics: &impl Rarities) -> Scale {
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
            TermKind::Idea | TermKind::Tag => 1.0,
        }
    }

    /// What a term tells, spelt like this.
    pub fn exact(self, entry: Entry, statistics: &impl Rarities) -> f64 {
        let rarity = if self.accents {
            statistics.rarity_exact(entry)
        } else {
            statistics.rarity_folded(entry)
        };
        self.kind(entry.term()) * rarity
    }

    /// What it tells if only the letters are known.
    pub fn folded(self, entry: Entry, statistics: &impl Rarities) -> f64 {
        self.kind(entry.term()) * statistics.rarity_folded(entry)
    }
}

/// Repetition soon stops counting: a word asked for forty times is not forty times as wanted.
/// What has no length (ideas, tags) is named or not.
pub(crate) fn asked(term: Term, count: f64) -> f64 {
    match term.kind() {
        TermKind::Unit | TermKind::Pair => count / (count + 1.0),
        TermKind::Idea | TermKind::Tag => 1.0,
    }
}

/// BM25's share of a term found `count` times in a text of this length.
pub(crate) fn found(term: Term, count: f64, length: f64, average: f64) -> f64 {
    match term.kind() {
        TermKind::Unit | TermKind::Pair => count / (count + K1 * (1.0 - B + B * length / average)),
        TermKind::Idea => count / (count + 0.5),
        TermKind::Tag => 1.0,
    }
}

/// What a side would earn if all of it were found: the denominator of a share.
pub(crate) fn mass(side: &Side, language: Language, statistics: &impl Rarities) -> f32 {
    let scale = scale(language, statistics);
    let bare = side.bare;
    let worth = |entry: &Entry| {
        let told = if bare {
            scale.folded(*entry, statistics)
        } else {
            scale.exact(*entry, statistics)
        };
        told * asked(entry.term(), entry.count())
    };
    side.entries.iter().map(worth).sum::<f64>() as f32
}

/// What `ours` (the demand's) and `theirs` (the supply's) share.
fn overlap(ours: &Side, theirs: &Side, scale: Scale, statistics: &impl Rarities) -> Overlap {
    let folded = ours.bare || theirs.bare;
    let mut shared = Shares::default();
    for (left, right) in Shared::of(ours, theirs) {
        let told = if left.accent() == right.accent() && !(folded && scale.accents) {
            scale.exact(left, statistics)
        } else if folded {
            scale.folded(left, statistics)
        } else {
            OTHER_ACCENT * scale.folded(left, statistics)
        };
        let (n, m) = (left.count(), right.count());
        let term = left.term();
        let (ours, theirs) = (f64::from(ours.length), f64::from(theirs.length));
        shared.demand += told * asked(term, n) * found(term, m, theirs, scale.average);
        shared.supply += told * asked(term, m) * found(term, n, ours, scale.average);
    }
    Overlap {
        shared,
        whole: Shares {
            demand: f64::from(ours.mass),
            supply: f64::from(theirs.mass),
        },
    }
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
