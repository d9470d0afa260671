//! Delivery: the form of contract and of co-operation.
//!
//! Unit: share of what the need names. Range 0 to 1: contract type 0.6, delivery model 0.4
//! (all of it for the one that is named alone). Each counts 1 if the offer accepts one of
//! those wanted, 0.4 if it does not say, 0 if it accepts others only. A need that names
//! neither: 0.4.

use super::{Finding, Pair, Value, terms};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::model::Code;

const CONTRACT: f64 = 0.6;
const MODEL: f64 = 0.4;
const UNSTATED: f64 = 0.4;

/// What the need names and what the offer makes of it.
pub(crate) struct Delivery<'a> {
    contract: Form<'a>,
    model: Form<'a>,
}

struct Form<'a> {
    wanted: &'a [Code],
    offered: &'a [Code],
    naming: terms::Naming,
}

pub(crate) fn find<'a>(pair: &Pair<'a>) -> Delivery<'a> {
    Delivery {
        contract: Form {
            wanted: &pair.demand.contract_types,
            offered: &pair.supply.contract_types,
            naming: terms::contract,
        },
        model: Form {
            wanted: &pair.demand.delivery_models,
            offered: &pair.supply.delivery_models,
            naming: terms::delivery,
        },
    }
}

impl<'a> Form<'a> {
    fn accepted(&self) -> Option<&'a Code> {
        self.wanted.iter().find(|code| self.offered.contains(code))
    }

    fn value(&self) -> f64 {
        if self.accepted().is_some() {
            1.0
        } else if self.offered.is_empty() {
            UNSTATED
        } else {
            0.0
        }
    }

    fn reason(&self) -> Bilingual {
        let Some(first) = self.wanted.first() else {
            return Bilingual::default();
        };
        let name = (self.naming)(self.accepted().unwrap_or(first));
        let (vi, en) = if self.accepted().is_some() {
            ("nhận", "accepts")
        } else if self.offered.is_empty() {
            ("chưa nêu có nhận", "does not say whether it accepts")
        } else {
            ("không nhận", "does not accept")
        };
        Bilingual::new(format!("{vi} {}", name.vi), format!("{en} {}", name.en))
    }
}

impl Delivery<'_> {
    fn shares(&self) -> [(f64, &Form<'_>); 2] {
        [(CONTRACT, &self.contract), (MODEL, &self.model)]
    }
}

impl Finding for Delivery<'_> {
    fn value(&self) -> Value {
        let (mut sum, mut whole) = (0.0, 0.0);
        for (share, form) in self.shares() {
            if !form.wanted.is_empty() {
                sum += share * form.value();
                whole += share;
            }
        }
        Value::both(if whole > 0.0 { sum / whole } else { UNSTATED })
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        if self.contract.wanted.is_empty() && self.model.wanted.is_empty() {
            return Bilingual::new(
                "nhu cầu chưa nêu loại hợp đồng, hình thức hợp tác",
                "the need names no contract type or delivery model",
            );
        }
        self.contract.reason().and(self.model.reason())
    }

    fn advice(&self, _: &Knowledge) -> Vec<Advice> {
        let silent = self.shares().map(|(_, form)| form).into_iter();
        let silent = silent.filter(|form| !form.wanted.is_empty() && form.offered.is_empty());
        let names: Vec<Bilingual> = silent.map(|form| (form.naming)(&form.wanted[0])).collect();
        if names.is_empty() {
            return Vec::new();
        }
        let names = crate::wording::list(&names);
        vec![Advice::supply(
            1.0,
            format!("Nêu có nhận {} hay không", names.vi),
            format!("Say whether you accept {}", names.en),
        )]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::testing::{pair, posting};

    fn with<T>(wanted: &[&str], offered: &[&str], look: impl Fn(&Delivery) -> T) -> T {
        let knowledge = Knowledge::default();
        let mut demand = posting(Kind::Need, "n");
        let mut supply = posting(Kind::Offer, "o");
        demand.contract_types = wanted.iter().map(|code| (*code).into()).collect();
        supply.contract_types = offered.iter().map(|code| (*code).into()).collect();
        look(&find(&pair(&demand, &supply, &knowledge)))
    }

    #[test]
    fn accepted_beats_unstated_beats_refused() {
        let value = |offered: &[&str]| with(&["BOT"], offered, |d| d.value().demand);
        assert!(value(&["BTL", "BOT"]) > value(&[]) && value(&[]) > value(&["BTL"]));
    }

    #[test]
    fn the_reason_names_the_contract() {
        let reason = |wanted: &[&str], offered: &[&str]| {
            with(wanted, offered, |d| d.reason(&Knowledge::default()).en)
        };
        assert_eq!(reason(&["BOT"], &["BOT"]), "accepts BOT contracts");
        assert_eq!(reason(&["BOT"], &["BTL"]), "does not accept BOT contracts");
        assert!(reason(&[], &["BTL"]).starts_with("the need names no"));
        assert_eq!(
            with(&["BOT"], &[], |d| d.advice(&Knowledge::default()).len()),
            1
        );
    }
}
