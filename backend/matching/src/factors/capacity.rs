//! Capacity: whether the supplier can carry work of this size.
//!
//! Unit: đồng and people in, none out. Range 0 to 1: 0.6 for size, the value of its largest
//! reference against half the need's budget (whoever has done half can do it once more as
//! large); 0.4 for load, ten people for each agreement under way and this one. Not known: 0.5.

use super::{Finding, Pair, Value};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::model::{MoneyRange, Reference};
use crate::wording::money;

const SIZE: f64 = 0.6;
const LOAD: f64 = 0.4;
const UNKNOWN: f64 = 0.5;
/// People whom one agreement keeps busy: a small project team.
const TEAM: f64 = 10.0;

/// What is to be carried and what was carried.
pub(crate) struct Capacity {
    /// What the need may cost, đồng.
    pub wanted: Option<i64>,
    /// What the supplier's largest reference was worth, đồng.
    pub largest: Option<i64>,
    /// People who work for the supplier.
    pub staff: Option<u32>,
    /// Agreements the supplier is carrying out.
    pub under_way: u32,
}

/// What a need of this budget may cost.
pub(crate) fn wanted(budget: MoneyRange) -> Option<i64> {
    budget.max.or(budget.min).filter(|amount| *amount > 0)
}

/// What the largest of a supplier's references was worth.
pub(crate) fn largest(references: &[Reference]) -> Option<i64> {
    let values = references.iter().filter_map(|reference| reference.value);
    values.filter(|amount| *amount > 0).max()
}

pub(crate) fn find(pair: &Pair) -> Capacity {
    Capacity {
        wanted: wanted(pair.demand.budget),
        largest: largest(&pair.supply.references),
        staff: pair.supply.organization.staff,
        under_way: pair.supply.organization.under_way,
    }
}

impl Capacity {
    fn size(&self) -> Option<f64> {
        let (wanted, largest) = (self.wanted? as f64, self.largest? as f64);
        Some((largest / (0.5 * wanted)).min(1.0))
    }

    fn load(&self) -> Option<f64> {
        let staff = f64::from(self.staff?);
        Some((staff / (TEAM * (f64::from(self.under_way) + 1.0))).min(1.0))
    }
}

impl Finding for Capacity {
    fn value(&self) -> Value {
        let size = self.size().unwrap_or(UNKNOWN);
        let load = self.load().unwrap_or(UNKNOWN);
        Value::both(SIZE * size + LOAD * load)
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        let mut reason = Bilingual::default();
        if let (Some(wanted), Some(largest)) = (self.wanted, self.largest) {
            let amount = |value| {
                money(MoneyRange {
                    min: Some(value),
                    max: Some(value),
                })
            };
            let (wanted, largest) = (amount(wanted), amount(largest));
            reason = reason.and(Bilingual::new(
                format!(
                    "dự án lớn nhất đã làm {}, nhu cầu {}",
                    largest.vi, wanted.vi
                ),
                format!(
                    "its largest project was {}, the need is {}",
                    largest.en, wanted.en
                ),
            ));
        }
        if let Some(staff) = self.staff {
            let noun = if self.under_way == 1 {
                "agreement"
            } else {
                "agreements"
            };
            reason = reason.and(Bilingual::new(
                format!(
                    "{staff} nhân sự, {} thỏa thuận đang thực hiện",
                    self.under_way
                ),
                format!("{staff} people, {} {noun} under way", self.under_way),
            ));
        }
        if reason == Bilingual::default() {
            return Bilingual::new(
                "chưa có số liệu về năng lực thực hiện",
                "nothing is known of its capacity",
            );
        }
        reason
    }

    fn advice(&self, _: &Knowledge) -> Vec<Advice> {
        let load = self.load().unwrap_or(UNKNOWN);
        let mut advice = Vec::new();
        if self.largest.is_none() && self.wanted.is_some() {
            let value = SIZE + LOAD * load;
            let (vi, en) = (
                "Nêu giá trị của các dự án đã làm",
                "State what earlier projects were worth",
            );
            advice.push(Advice::supply(value, vi, en));
        }
        if self.staff.is_none() {
            let value = SIZE * self.size().unwrap_or(UNKNOWN) + LOAD;
            let (vi, en) = (
                "Nêu số nhân sự của tổ chức",
                "State how many people work for the organisation",
            );
            advice.push(Advice::supply(value, vi, en));
        }
        advice
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNKNOWN_FIRM: Capacity = Capacity {
        wanted: Some(20_000_000_000),
        largest: None,
        staff: None,
        under_way: 0,
    };

    #[test]
    fn larger_projects_and_more_hands_are_worth_more() {
        let size = |largest| {
            Capacity {
                largest: Some(largest),
                ..UNKNOWN_FIRM
            }
            .value()
            .demand
        };
        assert!(size(1_000_000_000) < size(5_000_000_000));
        assert!((size(10_000_000_000) - size(90_000_000_000)).abs() < 1e-9);
        let load = |staff, under_way| {
            Capacity {
                staff: Some(staff),
                under_way,
                ..UNKNOWN_FIRM
            }
            .value()
            .demand
        };
        assert!(load(20, 0) > load(20, 3) && load(40, 3) > load(20, 3));
    }

    #[test]
    fn the_reason_quotes_the_figures() {
        let firm = Capacity {
            largest: Some(8_000_000_000),
            staff: Some(120),
            under_way: 2,
            ..UNKNOWN_FIRM
        };
        let reason = firm.reason(&Knowledge::default());
        assert_eq!(
            reason.vi,
            "dự án lớn nhất đã làm 8 tỷ đồng, nhu cầu 20 tỷ đồng; 120 nhân sự, 2 thỏa thuận đang thực hiện"
        );
        assert_eq!(UNKNOWN_FIRM.advice(&Knowledge::default()).len(), 2);
    }
}
