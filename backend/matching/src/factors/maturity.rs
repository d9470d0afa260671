//! Maturity: how far the offer has come against what the need's target asks.
//!
//! Unit: steps from concept to scaled. Range 0 to 1: 1 at or above the step asked for,
//! 0.35 less for each step below. Levels 1 and 2 of Circular 03/2026 (foundations,
//! linked systems) carry everything built on them and ask for something in use; level 3
//! (renewed governance) breaks new ground, where something tried will do. Not stated: 0.3.

use crate::Bilingual;
use crate::model::{Need, Offer, OfferMaturity};
use crate::score::Judgement;

const UNSTATED: f64 = 0.3;
const STEP: f64 = 0.35;

pub(crate) fn judge(need: &Need, offer: &Offer) -> Judgement {
    let Some(has) = offer.maturity else {
        return Judgement::new(
            UNSTATED,
            Bilingual::new(
                "giải pháp chưa nêu mức độ sẵn sàng",
                "the offer does not say how mature it is",
            ),
        );
    };
    let target = need.maturity_target.filter(|level| (1..=3).contains(level));
    let asked = match target {
        Some(3) => OfferMaturity::Piloted,
        _ => OfferMaturity::Deployed,
    };
    let short = (asked as i32 - has as i32).max(0);
    let (vi, en) = name(has);
    let (asked_vi, asked_en) = name(asked);
    let verdict = if short == 0 {
        ("đủ cho", "enough for")
    } else {
        ("chưa đủ cho", "short of what is asked by")
    };
    let reason = match target {
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
    };
    Judgement::new((1.0 - STEP * f64::from(short)).max(0.0), reason)
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

    fn judged(target: Option<u8>, maturity: Option<OfferMaturity>) -> Judgement {
        let need = Need {
            maturity_target: target,
            ..Need::default()
        };
        let offer = Offer {
            maturity,
            ..Offer::default()
        };
        judge(&need, &offer)
    }

    #[test]
    fn a_step_further_is_never_worth_less() {
        use OfferMaturity::{Concept, Deployed, Piloted, Prototype, Scaled};
        for target in [None, Some(1), Some(2), Some(3), Some(9)] {
            let steps = [Concept, Prototype, Piloted, Deployed, Scaled];
            let values = steps.map(|step| judged(target, Some(step)).value);
            assert!(values.is_sorted(), "{values:?}");
        }
    }

    #[test]
    fn a_pilot_is_enough_for_new_ground_but_not_for_foundations() {
        let pilot = |target| judged(Some(target), Some(OfferMaturity::Piloted));
        assert!(pilot(3).value > pilot(1).value);
        assert_eq!(
            pilot(1).reason.vi,
            "Giải pháp đã thí điểm, chưa đủ cho mục tiêu mức 1 (cần: đã triển khai thực tế)."
        );
    }
}
