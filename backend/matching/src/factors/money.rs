//! Money: the offer's price against the need's budget.
//!
//! Unit: đồng in, none out. Range 0 to 1. Ranges that meet: 0.6 plus 0.4 of a share. For the
//! need's owner it is the share of the price range that lies within the budget; for the
//! offer's owner, the share of the budget range that reaches her price. A price above the
//! budget: half the ratio of the two nearest ends. A price below it: 0.6 plus 0.4 of that
//! ratio, since a smaller price may mean a smaller solution. Not stated on either side: 0.4.

use super::{Finding, Pair, Value};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::model::MoneyRange;
use crate::wording::money;

const UNSTATED: f64 = 0.4;

/// Both ranges.
pub(crate) struct Money {
    budget: MoneyRange,
    price: MoneyRange,
}

pub(crate) fn find(pair: &Pair) -> Money {
    Money::of(pair.demand.budget, pair.supply.budget)
}

/// How the ranges lie.
enum Lie {
    Unstated,
    Above(f64),
    Below(f64),
    Meet { price: f64, budget: f64 },
}

impl Money {
    /// Of these ranges.
    pub fn of(budget: MoneyRange, price: MoneyRange) -> Self {
        Self { budget, price }
    }

    fn lie(&self) -> Lie {
        if !self.budget.is_stated() || !self.price.is_stated() {
            return Lie::Unstated;
        }
        let (lowest, highest) = ends(self.budget);
        let (cheapest, dearest) = ends(self.price);
        if cheapest > highest {
            Lie::Above(highest / cheapest)
        } else if dearest < lowest {
            Lie::Below(dearest / lowest)
        } else {
            Lie::Meet {
                price: share(dearest.min(highest) - cheapest, dearest - cheapest),
                budget: share(highest - lowest.max(cheapest), highest - lowest),
            }
        }
    }
}

impl Finding for Money {
    fn value(&self) -> Value {
        match self.lie() {
            Lie::Unstated => Value::both(UNSTATED),
            Lie::Above(ratio) => Value::both(0.5 * ratio),
            Lie::Below(ratio) => Value::both(0.6 + 0.4 * ratio),
            Lie::Meet { price, budget } => Value::new(0.6 + 0.4 * price, 0.6 + 0.4 * budget),
        }
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        let (vi, en) = match self.lie() {
            Lie::Unstated => {
                return match (self.budget.is_stated(), self.price.is_stated()) {
                    (false, true) => Bilingual::new("chưa nêu ngân sách", "no budget is stated"),
                    (true, false) => Bilingual::new("chưa nêu giá", "no price is stated"),
                    _ => Bilingual::new(
                        "chưa nêu ngân sách và giá",
                        "neither budget nor price is stated",
                    ),
                };
            }
            Lie::Above(_) => ("giá cao hơn ngân sách", "the price is above the budget"),
            Lie::Below(_) => ("giá thấp hơn ngân sách", "the price is below the budget"),
            Lie::Meet { price, .. } if price < 1.0 => (
                "giá khớp một phần ngân sách",
                "the price meets part of the budget",
            ),
            Lie::Meet { .. } => ("giá phù hợp ngân sách", "the price fits the budget"),
        };
        let (budget, price) = (money(self.budget), money(self.price));
        Bilingual::new(
            format!("{vi} (ngân sách {}, giá {})", budget.vi, price.vi),
            format!("{en} (budget {}, price {})", budget.en, price.en),
        )
    }

    fn advice(&self, _: &Knowledge) -> Vec<Advice> {
        let mut advice = Vec::new();
        if !self.budget.is_stated() {
            let (vi, en) = (
                "Nêu khoảng ngân sách dự kiến",
                "State the range of the budget",
            );
            advice.push(Advice::demand(1.0, vi, en));
        }
        if !self.price.is_stated() {
            let (vi, en) = (
                "Nêu khoảng giá của giải pháp",
                "State the range of the price",
            );
            advice.push(Advice::supply(1.0, vi, en));
        }
        advice
    }
}

/// The share of a range; a point lies wholly within, and open ends share without bound.
fn share(part: f64, whole: f64) -> f64 {
    if part.is_finite() && whole.is_finite() && whole > 0.0 {
        (part / whole).clamp(0.0, 1.0)
    } else if part.is_finite() && whole.is_infinite() {
        0.5
    } else {
        1.0
    }
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
        let budget = range(Some(10), Some(20));
        Money { budget, price }.value().demand
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
        assert!(value(range(Some(1), Some(2))) < value(range(Some(8), Some(9))));
    }

    #[test]
    fn each_side_looks_at_its_own_range() {
        let found = Money {
            budget: range(Some(10), Some(20)),
            price: range(Some(15), Some(16)),
        };
        let value = found.value();
        assert!((value.demand - 1.0).abs() < 1e-9 && value.supply < 1.0);
    }

    #[test]
    fn the_reason_quotes_both_ranges() {
        let found = Money {
            budget: range(Some(5), Some(20)),
            price: range(Some(30), None),
        };
        let reason = found.reason(&Knowledge::default());
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
    fn who_is_silent_is_told_to_speak() {
        let found = Money {
            budget: MoneyRange::default(),
            price: range(Some(1), None),
        };
        let advice = found.advice(&Knowledge::default());
        assert_eq!(advice.len(), 1);
        assert_eq!(advice[0].side, crate::Side::Demand);
    }
}
