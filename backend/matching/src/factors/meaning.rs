//! Meaning: how near the two texts are in a multilingual sentence embedding.
//!
//! Unit: cosine. Range 0 to 1. Inside one language the plain cosine, from 0.75 (unrelated texts
//! of such models hardly come below) to 0.95; across languages the cosine of the vectors less
//! the mean of their language, from 0 to 0.7: every language sits in a corner of its own, and
//! that corner says nothing about the text. Without a model or a vector: 0, and it is said.

use super::{Finding, Value};
use crate::Bilingual;
use crate::embedding::Nearness;
use crate::knowledge::Knowledge;

/// Cosines that count nothing and all, inside one language.
const SAME: (f64, f64) = (0.75, 0.95);

/// The same across languages, of centred vectors.
const ACROSS: (f64, f64) = (0.0, 0.7);

/// How near, if both have vectors.
pub(crate) struct Meaning(pub Option<Nearness>);

impl Finding for Meaning {
    fn value(&self) -> Value {
        let Some(near) = self.0 else {
            return Value::both(0.0);
        };
        let (low, high) = if near.across { ACROSS } else { SAME };
        Value::both((f64::from(near.cosine) - low) / (high - low))
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        let value = self.value().demand;
        let Some(near) = self.0 else {
            return Bilingual::new(
                "chưa có véc-tơ ngữ nghĩa để so sánh",
                "no vectors to compare yet",
            );
        };
        let (vi, en) = if value >= 0.7 {
            (
                "nội dung rất gần nghĩa",
                "the texts are very near in meaning",
            )
        } else if value >= 0.4 {
            ("nội dung gần nghĩa", "the texts are near in meaning")
        } else {
            (
                "nội dung ít gần nghĩa",
                "the texts are hardly near in meaning",
            )
        };
        let cosine = format!("{:.2}", near.cosine);
        let vietnamese = cosine.replace('.', ",");
        if near.across {
            Bilingual::new(
                format!("{vi} dù khác ngôn ngữ (cosin {vietnamese})"),
                format!("{en} across languages (cosine {cosine})"),
            )
        } else {
            Bilingual::new(
                format!("{vi} (cosin {vietnamese})"),
                format!("{en} (cosine {cosine})"),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(cosine: f32, across: bool) -> f64 {
        Meaning(Some(Nearness { cosine, across })).value().demand
    }

    #[test]
    fn nearer_is_worth_more_within_bounds() {
        for across in [false, true] {
            let values = [-1.0, 0.1, 0.8, 0.9, 1.0].map(|cosine| value(cosine, across));
            assert!(values.is_sorted(), "{values:?}");
            assert!(values.iter().all(|value| (0.0..=1.0).contains(value)));
        }
        assert!(value(0.8, false) < value(0.8, true));
        assert!(Meaning(None).value().demand.abs() < 1e-9);
    }
}
