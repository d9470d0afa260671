//! Place: where it is needed against where it is offered and was delivered before.
//!
//! Unit: none. Range 0 to 1: the best of declared province 0.85, nationwide 0.7,
//! declared region or zone 0.7, same key economic zone 0.55, same region 0.5; plus
//! the better of a reference in the province 0.15 or in its region 0.08. One more
//! declared place or reference never lowers it. An offer that is near in none of
//! these ways is [`Obstacle::OutsideCoverage`].

use crate::Bilingual;
use crate::knowledge::{Knowledge, PlaceInfo};
use crate::model::{Need, Offer};
use crate::obstacle::Obstacle;
use crate::score::Judgement;

const PROVINCE: f64 = 0.85;
const NATIONWIDE: f64 = 0.7;
const ZONE: f64 = 0.55;
const REGION: f64 = 0.5;
const UNSTATED: f64 = 0.4;
const REFERENCE_IN_PROVINCE: f64 = 0.15;
const REFERENCE_IN_REGION: f64 = 0.08;

pub(crate) fn judge(
    need: &Need,
    offer: &Offer,
    knowledge: &Knowledge,
) -> Result<Judgement, Obstacle> {
    let Some(id) = need.place.as_deref() else {
        return Ok(Judgement::new(
            UNSTATED,
            Bilingual::new("nhu cầu chưa nêu địa bàn", "the need names no place"),
        ));
    };
    let name = knowledge.place_name(id);
    let here = knowledge.place(id);
    let reference = reference(id, here, offer, knowledge);
    let Some((base, reason)) = coverage(id, here, &name, offer, knowledge) else {
        return match reference {
            // Whoever has delivered there can deliver there, whatever was declared.
            Some((bonus, reason)) if bonus >= REFERENCE_IN_PROVINCE => {
                Ok(Judgement::new(REGION, reason))
            }
            _ => Err(Obstacle::OutsideCoverage { place: name }),
        };
    };
    let (bonus, more) = reference.unwrap_or_default();
    Ok(Judgement::new(base + bonus, reason.and(more)))
}

/// The strongest way in which the declared coverage reaches the need's place.
fn coverage(
    id: &str,
    here: Option<&PlaceInfo>,
    name: &Bilingual,
    offer: &Offer,
    knowledge: &Knowledge,
) -> Option<(f64, Bilingual)> {
    if offer.coverage.iter().any(|place| place == id) {
        let vi = format!("giải pháp được cung cấp tại {}", name.vi);
        let en = format!("offered in {}", name.en);
        return Some((PROVINCE, Bilingual::new(vi, en)));
    }
    if offer.coverage.is_empty() {
        let text = Bilingual::new(
            "giải pháp được cung cấp trên toàn quốc",
            "offered nationwide",
        );
        return Some((NATIONWIDE, text));
    }
    let here = here?;
    let zone = |code: &String| here.zones.contains(code);
    if offer
        .coverage
        .iter()
        .any(|code| *code == here.region || zone(code))
    {
        let vi = format!("giải pháp được cung cấp trên toàn vùng của {}", name.vi);
        let en = format!("offered in the whole region of {}", name.en);
        return Some((NATIONWIDE, Bilingual::new(vi, en)));
    }
    let near = || offer.coverage.iter().filter_map(|id| knowledge.place(id));
    if near().any(|place| place.zones.iter().any(zone)) {
        let vi = format!(
            "giải pháp được cung cấp trong cùng vùng kinh tế trọng điểm với {}",
            name.vi
        );
        let en = format!("offered in the same key economic zone as {}", name.en);
        return Some((ZONE, Bilingual::new(vi, en)));
    }
    if !here.region.is_empty() && near().any(|place| place.region == here.region) {
        let vi = format!(
            "giải pháp được cung cấp trong cùng vùng {}",
            here.region_name.vi
        );
        let en = format!("offered in the same region, {}", here.region_name.en);
        return Some((REGION, Bilingual::new(vi, en)));
    }
    None
}

/// The nearest earlier delivery, named.
fn reference(
    id: &str,
    here: Option<&PlaceInfo>,
    offer: &Offer,
    knowledge: &Knowledge,
) -> Option<(f64, Bilingual)> {
    let at = |wanted: &dyn Fn(&str) -> bool| {
        let mut found: Vec<&str> = offer
            .references
            .iter()
            .filter(|reference| reference.place.as_deref().is_some_and(wanted))
            .map(|reference| reference.name.as_str())
            .collect();
        found.sort_unstable();
        found.first().map(|name| (*name).to_owned())
    };
    if let Some(name) = at(&|place| place == id) {
        let vi = format!("đã triển khai tại địa phương: {name}");
        let en = format!("has delivered there: {name}");
        return Some((REFERENCE_IN_PROVINCE, Bilingual::new(vi, en)));
    }
    let region = here
        .map(|place| place.region.as_str())
        .filter(|region| !region.is_empty())?;
    let name = at(&|place| knowledge.place(place).is_some_and(|p| p.region == region))?;
    let vi = format!("đã triển khai trong vùng: {name}");
    let en = format!("has delivered in the region: {name}");
    Some((REFERENCE_IN_REGION, Bilingual::new(vi, en)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reference;

    fn judged(coverage: &[&str], references: &[&str]) -> Result<Judgement, Obstacle> {
        let place = |id: &str, vi: &str, region: &str, zone: Option<&str>| PlaceInfo {
            id: id.into(),
            name: Bilingual::new(vi, vi),
            region: region.into(),
            region_name: Bilingual::new("Đồng bằng sông Hồng", "Red River Delta"),
            zones: zone.into_iter().map(Into::into).collect(),
        };
        let knowledge = Knowledge::new(
            vec![],
            vec![
                place("31", "Hải Phòng", "DBSH", Some("N")),
                place("22", "Quảng Ninh", "DBSH", Some("N")),
                place("37", "Ninh Bình", "DBSH", None),
                place("96", "Cà Mau", "DBSCL", Some("M")),
            ],
        );
        let need = Need {
            place: Some("31".into()),
            ..Need::default()
        };
        let offer = Offer {
            coverage: coverage.iter().map(|id| (*id).to_owned()).collect(),
            references: references
                .iter()
                .map(|id| Reference {
                    name: format!("Dự án {id}"),
                    place: Some((*id).to_owned()),
                    year: None,
                })
                .collect(),
            ..Offer::default()
        };
        judge(&need, &offer, &knowledge)
    }

    #[test]
    fn nearer_is_worth_more() {
        let value =
            |coverage: &[&str], references: &[&str]| judged(coverage, references).unwrap().value;
        let ladder = [
            value(&["37"], &[]),
            value(&["22"], &[]),
            value(&[], &[]),
            value(&["31"], &[]),
            value(&["31"], &["37"]),
            value(&["31"], &["31"]),
        ];
        assert!(ladder.is_sorted_by(|a, b| a < b), "{ladder:?}");
        assert!((value(&["DBSH"], &[]) - NATIONWIDE).abs() < 1e-9);
    }

    #[test]
    fn far_away_is_an_obstacle_unless_it_was_delivered_there() {
        assert!(matches!(
            judged(&["96"], &["96"]),
            Err(Obstacle::OutsideCoverage { .. })
        ));
        let proven = judged(&["96"], &["31"]).unwrap();
        assert_eq!(proven.reason.vi, "Đã triển khai tại địa phương: Dự án 31.");
    }

    #[test]
    fn the_reason_says_which_way() {
        let reason = judged(&["37"], &["22"]).unwrap().reason;
        assert_eq!(
            reason.vi,
            "Giải pháp được cung cấp trong cùng vùng Đồng bằng sông Hồng; \
             đã triển khai trong vùng: Dự án 22."
        );
    }
}
