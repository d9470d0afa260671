//! The factors: each looks at one thing, finds how well it suits either side, and can say why.
//!
//! A factor is a function `find(&Pair) -> Finding`. Its [`Finding`] holds what was compared;
//! `value` is cheap and is asked of every candidate, `reason` makes sentences and is asked only
//! for what is shown. Both come from the same finding, so an explanation cannot say anything
//! else than the score.

use chrono::NaiveDate;

use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::model::Posting;
use crate::text::Profile;

pub(crate) mod calendar;
pub(crate) mod capacity;
pub(crate) mod delivery;
pub(crate) mod domain;
pub(crate) mod expertise;
pub(crate) mod languages;
pub(crate) mod maturity;
pub(crate) mod meaning;
pub(crate) mod money;
pub(crate) mod place;
pub(crate) mod standards;
pub(crate) mod tags;
mod terms;
pub(crate) mod text;
pub(crate) mod track_record;

/// Two postings that are compared: who demands and who supplies.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    /// The need.
    pub demand: &'a Posting,
    /// The offer or the expert.
    pub supply: &'a Posting,
    /// What their texts say, where they were read.
    pub profiles: Option<(&'a Profile, &'a Profile)>,
    /// What is known of the world.
    pub knowledge: &'a Knowledge,
    /// The day on which they are compared.
    pub today: NaiveDate,
}

/// How well something suits each side: 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Value {
    /// The owner of the need.
    pub demand: f64,
    /// The owner of the offer.
    pub supply: f64,
}

impl Value {
    /// The same for both.
    pub fn both(value: f64) -> Self {
        Self::new(value, value)
    }

    /// Held within bounds, so that no factor can exceed its weight by a rounding error.
    pub fn new(demand: f64, supply: f64) -> Self {
        let held = |value: f64| {
            if value.is_finite() {
                value.clamp(0.0, 1.0)
            } else {
                0.0
            }
        };
        Self {
            demand: held(demand),
            supply: held(supply),
        }
    }
}

/// What a factor found out about a pair.
pub(crate) trait Finding {
    /// How well it suits either side.
    fn value(&self) -> Value;

    /// What was compared, in words and figures; a list of clauses, not yet a sentence.
    fn reason(&self, knowledge: &Knowledge) -> Bilingual;

    /// What one of the owners could add to raise the value; nothing where nothing is missing.
    fn advice(&self, _knowledge: &Knowledge) -> Vec<Advice> {
        Vec::new()
    }
}

/// One is worth half, each further one ever less: `n / (n + 1)`.
pub(crate) fn saturated(count: u32) -> f64 {
    f64::from(count) / (f64::from(count) + 1.0)
}
