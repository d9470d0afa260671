//! Domain: how much of what the need is filed under the offer is filed under.
//!
//! Unit: share of the need's domains. Range 0 to 1: each domain of the need counts 1
//! if the offer has it, 0.5 if the offer has one of the same focus area, else 0. What
//! the offer has besides costs nothing, so one more domain never lowers the value.

use crate::Bilingual;
use crate::knowledge::Knowledge;
use crate::model::{Need, Offer};
use crate::score::Judgement;
use crate::wording;
use std::collections::BTreeSet;

/// What a domain of the same focus area is worth.
const SAME_AREA: f64 = 0.5;

pub(crate) fn judge(need: &Need, offer: &Offer, knowledge: &Knowledge) -> Judgement {
    let wanted: BTreeSet<&str> = need.domains.iter().map(String::as_str).collect();
    let offered: BTreeSet<&str> = offer.domains.iter().map(String::as_str).collect();
    if wanted.is_empty() || offered.is_empty() {
        let who = if wanted.is_empty() {
            Bilingual::new("nhu cầu chưa chọn lĩnh vực", "the need names no domain")
        } else {
            Bilingual::new("giải pháp chưa chọn lĩnh vực", "the offer names no domain")
        };
        return Judgement::new(0.0, who);
    }
    let area = |code: &str| knowledge.domain(code).and_then(|d| d.area.as_deref());
    let areas: BTreeSet<&str> = offered.iter().filter_map(|code| area(code)).collect();
    let names = |codes: &[&str]| {
        let names = codes.iter().map(|code| knowledge.domain_name(code));
        wording::names(&names.collect::<Vec<_>>())
    };
    let (exact, rest): (Vec<&str>, Vec<&str>) =
        wanted.iter().partition(|code| offered.contains(*code));
    let (near, missing): (Vec<&str>, Vec<&str>) = rest
        .iter()
        .partition(|code| area(code).is_some_and(|area| areas.contains(area)));
    let value = (exact.len() as f64 + SAME_AREA * near.len() as f64) / wanted.len() as f64;
    let mut reason = Bilingual::default();
    let clauses = [
        (&exact, "trùng lĩnh vực", "same domain"),
        (&near, "cùng nhóm lĩnh vực ASCN", "same ASCN focus area"),
        (&missing, "chưa đáp ứng", "not covered"),
    ];
    for (codes, vi, en) in clauses {
        if !codes.is_empty() {
            let names = names(codes);
            reason = reason.and(Bilingual::new(
                format!("{vi}: {}", names.vi),
                format!("{en}: {}", names.en),
            ));
        }
    }
    Judgement::new(value, reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DomainInfo;

    fn value(wanted: &[&str], offered: &[&str]) -> f64 {
        judged(wanted, offered).value
    }

    fn judged(wanted: &[&str], offered: &[&str]) -> Judgement {
        let domain = |code: &str, vi: &str, en: &str, area: Option<&str>| DomainInfo {
            code: code.into(),
            name: Bilingual::new(vi, en),
            area: area.map(Into::into),
            ..DomainInfo::default()
        };
        let knowledge = Knowledge::new(
            vec![
                domain("TRA", "Giao thông vận tải", "Transportation", Some("BI")),
                domain("TEL", "Viễn thông", "Telecommunication", Some("BI")),
                domain("HEA", "Y tế", "Health", Some("HW")),
                domain("GIS", "Thông tin địa lý", "GIS", None),
                domain("CYB", "An ninh mạng", "Cybersecurity", None),
            ],
            vec![],
        );
        let codes = |list: &[&str]| list.iter().map(|code| (*code).to_owned()).collect();
        let need = Need {
            domains: codes(wanted),
            ..Need::default()
        };
        let offer = Offer {
            domains: codes(offered),
            ..Offer::default()
        };
        judge(&need, &offer, &knowledge)
    }

    #[test]
    fn exact_counts_one_and_the_same_area_half() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
        close(value(&["TRA"], &["TRA"]), 1.0);
        close(value(&["TRA"], &["TEL"]), 0.5);
        close(value(&["TRA", "HEA"], &["TRA", "TEL"]), 0.5);
        close(value(&["GIS"], &["CYB"]), 0.0);
        close(value(&[], &["CYB"]), 0.0);
    }

    #[test]
    fn the_reason_names_what_fits_and_what_does_not() {
        let reason = judged(&["TRA", "TEL", "HEA"], &["TRA"]).reason;
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
}
