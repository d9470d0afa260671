//! Domain: how much of what the need is filed under the offer is filed under.
//!
//! Unit: share of domains. Range 0 to 1: each domain of the need counts 1 if the offer has it,
//! 0.5 if the offer has one of the same focus area, else 0. For the offer's owner it is how
//! much of what the need asks is hers: the same share. What the offer has besides costs
//! nothing, so one more domain never lowers the value. A posting without domains: 0.

use std::collections::BTreeSet;

use super::{Finding, Pair, Value};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::wording;

const SAME_AREA: f64 = 0.5;

/// The need's domains by what the offer makes of them.
pub(crate) struct Domains<'a> {
    exact: Vec<&'a str>,
    near: Vec<&'a str>,
    missing: Vec<&'a str>,
    /// Whether the offer names any.
    offered: bool,
}

pub(crate) fn find<'a>(pair: &Pair<'a>) -> Domains<'a> {
    let wanted: BTreeSet<&str> = pair.demand.domains.iter().map(AsRef::as_ref).collect();
    let offered = &pair.supply.domains;
    let area = |code: &str| pair.knowledge.domain(code).and_then(|d| d.area.as_deref());
    let has = |code: &&str| offered.iter().any(|other| **other == **code);
    let (exact, rest): (Vec<&str>, Vec<&str>) = wanted.iter().partition(|code| has(code));
    let (near, missing) = rest.iter().partition(|code| {
        let wanted = area(code);
        wanted.is_some() && offered.iter().any(|other| area(other) == wanted)
    });
    Domains {
        exact,
        near,
        missing,
        offered: !offered.is_empty(),
    }
}

impl Domains<'_> {
    fn wanted(&self) -> usize {
        self.exact.len() + self.near.len() + self.missing.len()
    }
}

impl Finding for Domains<'_> {
    fn value(&self) -> Value {
        if self.wanted() == 0 {
            return Value::both(0.0);
        }
        let found = self.exact.len() as f64 + SAME_AREA * self.near.len() as f64;
        Value::both(found / self.wanted() as f64)
    }

    fn reason(&self, knowledge: &Knowledge) -> Bilingual {
        if self.wanted() == 0 {
            return Bilingual::new("nhu cầu chưa chọn lĩnh vực", "the need names no domain");
        }
        if !self.offered {
            return Bilingual::new("giải pháp chưa chọn lĩnh vực", "the offer names no domain");
        }
        let clauses = [
            (&self.exact, "trùng lĩnh vực", "same domain"),
            (
                &self.near,
                "cùng nhóm lĩnh vực ASCN",
                "same ASCN focus area",
            ),
            (&self.missing, "chưa đáp ứng", "not covered"),
        ];
        let mut reason = Bilingual::default();
        for (codes, vi, en) in clauses {
            if !codes.is_empty() {
                let names = names(codes, knowledge);
                reason = reason.and(Bilingual::new(
                    format!("{vi}: {}", names.vi),
                    format!("{en}: {}", names.en),
                ));
            }
        }
        reason
    }

    fn advice(&self, knowledge: &Knowledge) -> Vec<Advice> {
        if self.wanted() == 0 {
            let (vi, en) = (
                "Chọn lĩnh vực cho nhu cầu",
                "Choose the domains of the need",
            );
            return vec![Advice::demand(1.0, vi, en)];
        }
        let lacking = [&self.near[..], &self.missing[..]].concat();
        if lacking.is_empty() {
            return Vec::new();
        }
        let names = names(&lacking, knowledge);
        vec![Advice::supply(
            1.0,
            format!("Nếu giải pháp phục vụ, bổ sung lĩnh vực: {}", names.vi),
            format!("If the offer serves them, add the domains: {}", names.en),
        )]
    }
}

fn names(codes: &[&str], knowledge: &Knowledge) -> Bilingual {
    let names = codes.iter().map(|code| knowledge.domain_name(code));
    wording::names(&names.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Facts;
    use crate::testing::{pair, posting};
    use crate::{DomainInfo, Kind};

    fn knowledge() -> Knowledge {
        let domain = |code: &str, vi: &str, en: &str, area: Option<&str>| DomainInfo {
            code: code.into(),
            name: Bilingual::new(vi, en),
            area: area.map(Into::into),
            ..DomainInfo::default()
        };
        Knowledge::new(Facts {
            domains: vec![
                domain("TRA", "Giao thông vận tải", "Transportation", Some("BI")),
                domain("TEL", "Viễn thông", "Telecommunication", Some("BI")),
                domain("HEA", "Y tế", "Health", Some("HW")),
                domain("GIS", "Thông tin địa lý", "GIS", None),
                domain("CYB", "An ninh mạng", "Cybersecurity", None),
            ],
            ..Facts::default()
        })
    }

    fn with<T>(wanted: &[&str], offered: &[&str], look: impl Fn(&Domains, &Knowledge) -> T) -> T {
        let knowledge = knowledge();
        let mut demand = posting(Kind::Need, "n");
        let mut supply = posting(Kind::Offer, "o");
        demand.domains = wanted.iter().map(|code| (*code).into()).collect();
        supply.domains = offered.iter().map(|code| (*code).into()).collect();
        look(&find(&pair(&demand, &supply, &knowledge)), &knowledge)
    }

    #[test]
    fn exact_counts_one_and_the_same_area_half() {
        let value =
            |wanted: &[&str], offered: &[&str]| with(wanted, offered, |d, _| d.value().demand);
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
        close(value(&["TRA"], &["TRA"]), 1.0);
        close(value(&["TRA"], &["TEL"]), 0.5);
        close(value(&["TRA", "HEA"], &["TRA", "TEL"]), 0.5);
        close(value(&["GIS"], &["CYB"]), 0.0);
        close(value(&[], &["CYB"]), 0.0);
    }

    #[test]
    fn the_reason_names_what_fits_and_what_does_not() {
        let reason = with(&["TRA", "TEL", "HEA"], &["TRA"], |d, k| {
            d.reason(k).sentence()
        });
        assert_eq!(
            reason.vi,
            "Trùng lĩnh vực: Giao thông vận tải; cùng nhóm lĩnh vực ASCN: Viễn thông; \
             chưa đáp ứng: Y tế."
        );
        assert_eq!(
            reason.en,
            "Same domain: Transportation; same ASCN focus area: Telecommunication; \
             not covered: Health."
        );
    }

    #[test]
    fn advice_names_what_is_missing() {
        let advice = with(&["TRA", "HEA"], &["TRA"], |d, k| d.advice(k));
        assert_eq!(advice.len(), 1);
        assert!(advice[0].text.en.ends_with("Health"));
        assert!(with(&["TRA"], &["TRA"], |d, k| d.advice(k)).is_empty());
    }
}
