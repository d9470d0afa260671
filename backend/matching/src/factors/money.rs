//! Money: the offer's price against the need's budget, and the form of contract.
//!
//! Unit: đồng in, none out. Range 0 to 1. Ranges that meet: 0.6 plus 0.4 of the share
//! of the shorter range that lies in the other, so a price wholly within the budget
//! gives 1. Ranges apart: half the ratio of the two nearest ends. Not stated on either
//! side: 0.4. Where the need names a contract type or a delivery model, those take 0.2
//! and 0.1 of the factor.

use super::terms;
use crate::Bilingual;
use crate::model::{MoneyRange, Need, Offer};
use crate::score::Judgement;
use crate::wording::money;

/// Low, but above a price that is far off: silence can still be asked about.
const UNSTATED: f64 = 0.4;

const CONTRACT: f64 = 0.2;
const DELIVERY: f64 = 0.1;

pub(crate) fn judge(need: &Need, offer: &Offer) -> Judgement {
    let (mut value, mut reason) = ranges(need.budget, offer.price);
    let wanted = [
        (
            need.contract_type.as_deref(),
            &offer.contract_types,
            CONTRACT,
            terms::contract as terms::Naming,
        ),
        (
            need.delivery_model.as_deref(),
            &offer.delivery_models,
            DELIVERY,
            terms::delivery,
        ),
    ];
    let spent: f64 = wanted.iter().filter(|w| w.0.is_some()).map(|w| w.2).sum();
    value *= 1.0 - spent;
    for (code, offered, share, naming) in wanted {
        if let Some(code) = code {
            let (part, clause) = form(naming(code), code, offered);
            value += share * part;
            reason = reason.and(clause);
        }
    }
    Judgement::new(value, reason)
}

fn form(name: Bilingual, code: &str, offered: &[String]) -> (f64, Bilingual) {
    if offered.iter().any(|other| other == code) {
        (
            1.0,
            Bilingual::new(format!("nhận {}", name.vi), format!("accepts {}", name.en)),
        )
    } else if offered.is_empty() {
        (
            UNSTATED,
            Bilingual::new(
                format!("chưa nêu có nhận {}", name.vi),
                format!("does not say whether it accepts {}", name.en),
            ),
        )
    } else {
        (
            0.0,
            Bilingual::new(
                format!("không nhận {}", name.vi),
                format!("does not accept {}", name.en),
            ),
        )
    }
}

fn ranges(budget: MoneyRange, price: MoneyRange) -> (f64, Bilingual) {
    let unstated = match (budget.is_stated(), price.is_stated()) {
        (true, true) => None,
        (false, true) => Some(Bilingual::new("chưa nêu ngân sách", "no budget is stated")),
        (true, false) => Some(Bilingual::new("chưa nêu giá", "no price is stated")),
        (false, false) => Some(Bilingual::new(
            "chưa nêu ngân sách và giá",
            "neither budget nor price is stated",
        )),
    };
    if let Some(reason) = unstated {
        return (UNSTATED, reason);
    }
    let (lowest, highest) = ends(budget);
    let (cheapest, dearest) = ends(price);
    let (budget, price) = (money(budget), money(price));
    let (value, vi, en) = if cheapest > highest {
        (
            0.5 * highest / cheapest,
            "giá cao hơn ngân sách",
            "the price is above the budget",
        )
    } else if dearest < lowest {
        (
            0.5 * dearest / lowest,
            "giá thấp hơn ngân sách",
            "the price is below the budget",
        )
    } else {
        let shared = dearest.min(highest) - cheapest.max(lowest);
        let shorter = (dearest - cheapest).min(highest - lowest);
        // Two open ends share without bound; a point lies wholly within.
        let share = if shared.is_finite() && shorter > 0.0 {
            shared / shorter
        } else {
            1.0
        };
        if share < 1.0 {
            (
                0.6 + 0.4 * share,
                "giá khớp một phần ngân sách",
                "the price meets part of the budget",
            )
        } else {
            (1.0, "giá phù hợp ngân sách", "the price fits the budget")
        }
    };
    let reason = Bilingual::new(
        format!("{vi} (ngân sách {}, giá {})", budget.vi, price.vi),
        format!("{en} (budget {}, price {})", budget.en, price.en),
    );
    (value, reason)
}

/// Both ends in order, never negative; an open end is nothing or without bound.
fn ends(range: MoneyRange) -> (f64, f64) {
    let low = range.min.map_or(0.0, |min| min.max(0) as f64);
    let high = range.max.map_or(f64::INFINITY, |max| max.max(0) as f64);
    (low.min(high), low.max(high))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BILLION: i64 = 1_000_000_000;

    fn range(min: Option<i64>, max: Option<i64>) -> MoneyRange {
        MoneyRange {
            min: min.map(|n| n * BILLION),
            max: max.map(|n| n * BILLION),
        }
    }

    fn value(price: MoneyRange) -> f64 {
        ranges(range(Some(10), Some(20)), price).0
    }

    #[test]
    fn the_nearer_the_price_the_higher() {
        let ladder = [
            value(range(Some(400), Some(500))),
            value(MoneyRange::default()),
            value(range(Some(22), Some(30))),
            value(range(Some(19), Some(30))),
            value(range(Some(15), Some(30))),
            value(range(Some(12), Some(15))),
        ];
        assert!(ladder.is_sorted_by(|a, b| a < b), "{ladder:?}");
        assert!((value(range(Some(12), Some(12))) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_reason_quotes_both_ranges() {
        let (_, reason) = ranges(range(Some(5), Some(20)), range(Some(30), None));
        assert_eq!(
            reason.vi,
            "giá cao hơn ngân sách (ngân sách 5–20 tỷ đồng, giá từ 30 tỷ đồng)"
        );
        assert_eq!(
            reason.en,
            "the price is above the budget (budget VND 5–20 billion, price from VND 30 billion)"
        );
    }

    #[test]
    fn an_accepted_contract_beats_an_unstated_one_beats_a_refused_one() {
        let need = Need {
            contract_type: Some("BOT".into()),
            ..Need::default()
        };
        let judged = |types: &[&str]| {
            let offer = Offer {
                contract_types: types.iter().map(|t| (*t).to_owned()).collect(),
                ..Offer::default()
            };
            judge(&need, &offer)
        };
        assert!(judged(&["BTL", "BOT"]).value > judged(&[]).value);
        assert!(judged(&[]).value > judged(&["BTL"]).value);
        assert_eq!(
            judged(&["BOT"]).reason.vi,
            "Chưa nêu ngân sách và giá; nhận hợp đồng BOT."
        );
    }
}
