//! Maturity: how far the offer has come against what the need's target asks.
//!
//! Unit: steps from concept to scaled. Range 0 to 1: 1 at or above the step asked for, 0.35
//! less for each step below. Levels 1 and 2 of Circular 03/2026 (foundations, linked systems)
//! carry everything built on them and ask for something in use; level 3 (renewed governance)
//! breaks new ground, where something tried will do. Not stated: 0.3.

use super::{Finding, Pair, Value};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::model::OfferMaturity;

const UNSTATED: f64 = 0.3;
const STEP: f64 = 0.35;

/// What is there and what is asked for.
pub(crate) struct Maturity {
    has: Option<OfferMaturity>,
    target: Option<u8>,
}

pub(crate) fn find(pair: &Pair) -> Maturity {
    between(pair.supply.maturity, pair.demand.maturity_target)
}

/// The same of the two alone.
pub(crate) fn between(has: Option<OfferMaturity>, target: Option<u8>) -> Maturity {
    Maturity {
        has,
        target: target.filter(|level| (1..=3).contains(level)),
    }
}

impl Maturity {
    fn asked(&self) -> OfferMaturity {
        match self.target {
            Some(3) => OfferMaturity::Piloted,
            _ => OfferMaturity::Deployed,
        }
    }

    fn short(&self, has: OfferMaturity) -> i32 {
        (self.asked() as i32 - has as i32).max(0)
    }
}

impl Finding for Maturity {
    fn value(&self) -> Value {
        Value::both(match self.has {
            None => UNSTATED,
            Some(has) => (1.0 - STEP * f64::from(self.short(has))).max(0.0),
        })
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        let Some(has) = self.has else {
            return Bilingual::new(
                "giải pháp chưa nêu mức độ sẵn sàng",
                "the offer does not say how mature it is",
            );
        };
        let (vi, en) = name(has);
        let (asked_vi, asked_en) = name(self.asked());
        let verdict = if self.short(has) == 0 {
            ("đủ cho", "enough for")
        } else {
            ("chưa đủ cho", "short of what is asked by")
        };
        match self.target {
            Some(level) => Bilingual::new(
                format!(
                    "giải pháp {vi}, {} mục tiêu mức {level} (cần: {asked_vi})",
                    verdict.0
                ),
                format!(
                    "the offer is {en}, {} target level {level} (asks: {asked_en})",
                    verdict.1
                ),
            ),
            None => Bilingual::new(
                format!("giải pháp {vi}; nhu cầu chưa nêu mục tiêu"),
                format!("the offer is {en}; the need states no target"),
            ),
        }
    }

    fn advice(&self, _: &Knowledge) -> Vec<Advice> {
        if self.has.is_some() {
            return Vec::new();
        }
        vec![Advice::supply(
            1.0,
            "Nêu mức độ sẵn sàng của giải pháp",
            "Say how mature the offer is",
        )]
    }
}

fn name(maturity: OfferMaturity) -> (&'static str, &'static str) {
    match maturity {
        OfferMaturity::Concept => ("ở mức ý tưởng", "a concept"),
        OfferMaturity::Prototype => ("ở mức nguyên mẫu", "a prototype"),
        OfferMaturity::Piloted => ("đã thí điểm", "piloted"),
        OfferMaturity::Deployed => ("đã triển khai thực tế", "deployed"),
        OfferMaturity::Scaled => ("đã nhân rộng", "deployed at scale"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(target: Option<u8>, has: Option<OfferMaturity>) -> Maturity {
        Maturity { has, target }
    }

    #[test]
    fn a_step_further_is_never_worth_less() {
        use OfferMaturity::{Concept, Deployed, Piloted, Prototype, Scaled};
        for target in [None, Some(1), Some(2), Some(3)] {
            let steps = [Concept, Prototype, Piloted, Deployed, Scaled];
            let values = steps.map(|step| found(target, Some(step)).value().demand);
            assert!(values.is_sorted(), "{values:?}");
        }
    }

    #[test]
    fn a_pilot_is_enough_for_new_ground_but_not_for_foundations() {
        let pilot = |target| found(Some(target), Some(OfferMaturity::Piloted));
        assert!(pilot(3).value().demand > pilot(1).value().demand);
        assert_eq!(
            pilot(1).reason(&Knowledge::default()).sentence().vi,
            "Giải pháp đã thí điểm, chưa đủ cho mục tiêu mức 1 (cần: đã triển khai thực tế)."
        );
    }

    #[test]
    fn an_offer_that_is_silent_is_told_to_speak() {
        assert_eq!(found(Some(1), None).advice(&Knowledge::default()).len(), 1);
        assert!(
            found(None, Some(OfferMaturity::Concept))
                .advice(&Knowledge::default())
                .is_empty()
        );
    }
}
