//! Place: where it is needed against where it is offered and was delivered before.
//!
//! Unit: none. Range 0 to 1: the best of declared province 0.85, nationwide 0.7, declared
//! region, zone or corridor 0.7, same zone or corridor 0.55, same region 0.5; plus the better
//! of a reference in the province 0.15 or in its region 0.08. One more declared place or
//! reference never lowers it. A former unit counts as the unit of today that it lies in. A need
//! without a place: 0.4. An offer that is near in none of these ways is
//! [`Obstacle::OutsideCoverage`].

use super::{Finding, Pair, Value};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::{Knowledge, PlaceInfo};
use crate::model::{Code, Posting, Reference};
use crate::obstacle::Obstacle;
use crate::wording::list;

const PROVINCE: f64 = 0.85;
const NATIONWIDE: f64 = 0.7;
const ZONE: f64 = 0.55;
const REGION: f64 = 0.5;
const UNSTATED: f64 = 0.4;
/// What an earlier delivery adds, in the province and in its region.
pub(crate) const REFERENCE_IN_PROVINCE: f64 = 0.15;
pub(crate) const REFERENCE_IN_REGION: f64 = 0.08;
/// What it is worth where nothing was declared.
pub(crate) const PROVEN: f64 = REGION;

/// Where, and how near the offer comes.
pub(crate) struct Place<'a> {
    /// As the need names it: perhaps a former unit.
    here: Option<&'a str>,
    covered: Covered,
    reference: Option<(Near, &'a Reference)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Covered {
    Unstated,
    Province,
    Nationwide,
    WholeRegion,
    SameZone,
    SameRegion,
    /// Not declared, but delivered there before.
    Proven,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Near {
    Province,
    Region,
}

pub(crate) fn find<'a>(pair: &Pair<'a>) -> Result<Place<'a>, Obstacle> {
    let demand = pair.demand;
    if demand.places.is_empty() && demand.regions.is_empty() {
        return Ok(Place {
            here: None,
            covered: Covered::Unstated,
            reference: None,
        });
    }
    if demand.places.is_empty() {
        return in_regions(pair);
    }
    let found = demand.places.iter().map(|here| at(here, pair));
    let best = found.reduce(|best, next| match (&best, &next) {
        (Ok(a), Ok(b)) if b.worth() > a.worth() => next,
        (Err(_), Ok(_)) => next,
        _ => best,
    });
    best.unwrap_or_else(|| in_regions(pair))
}

/// A need of whole regions: any of them will do.
fn in_regions<'a>(pair: &Pair<'a>) -> Result<Place<'a>, Obstacle> {
    let (wanted, supply) = (&pair.demand.regions, pair.supply);
    let inside = |id: &Code| {
        pair.knowledge.place(id).is_some_and(|place| {
            wanted
                .iter()
                .any(|code| **code == *place.region || place.zones.iter().any(|z| **z == **code))
        })
    };
    let covered = if supply.places.is_empty() && supply.regions.is_empty() {
        Covered::Nationwide
    } else if wanted.iter().any(|code| supply.regions.contains(code)) {
        Covered::WholeRegion
    } else if supply.places.iter().any(inside) {
        Covered::SameRegion
    } else {
        let name = wanted.first().map(|code| Bilingual::new(&**code, &**code));
        return Err(Obstacle::OutsideCoverage {
            place: name.unwrap_or_default(),
        });
    };
    Ok(Place {
        here: None,
        covered,
        reference: None,
    })
}

fn at<'a>(id: &'a Code, pair: &Pair<'a>) -> Result<Place<'a>, Obstacle> {
    let here = pair.knowledge.place(id);
    let reference = reference(id, here, pair);
    let covered = coverage(id, here, pair.supply, pair.knowledge).or_else(|| {
        // Whoever has delivered there can deliver there, whatever was declared.
        matches!(reference, Some((Near::Province, _))).then_some(Covered::Proven)
    });
    match covered {
        Some(covered) => Ok(Place {
            here: Some(id),
            covered,
            reference,
        }),
        None => Err(Obstacle::OutsideCoverage {
            place: pair.knowledge.place_name(id),
        }),
    }
}

/// A coverage in bits, one for each place, region or zone, for judging very many: the same as
/// [`coverage`], or more where two share a bit.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reach {
    places: u64,
    regions: u64,
    zones: u64,
    declared: u64,
}

impl Reach {
    /// Of these places, and of these regions, zones and corridors.
    pub fn of(places: &[Code], declared: &[Code], knowledge: &Knowledge) -> Self {
        let mut reach = Self::default();
        for id in places {
            reach.places |= knowledge.bit(id);
            if let Some(place) = knowledge.place(id) {
                reach.places |= knowledge.bit(&place.id);
                reach.regions |= knowledge.bit(&place.region);
                for zone in &place.zones {
                    reach.zones |= knowledge.bit(zone);
                }
            }
        }
        for code in declared {
            reach.declared |= knowledge.bit(code);
        }
        reach
    }

    /// Whether it meets another's places, and their regions.
    pub fn nears(&self, need: &Self) -> (bool, bool) {
        (
            self.places & need.places != 0,
            self.regions & need.regions != 0,
        )
    }

    /// What an offer of this reach is worth for a need of these at most, without its
    /// references; nothing if it is elsewhere.
    pub fn worth(&self, needs: &[Self]) -> Option<f64> {
        let nationwide = self.places == 0 && self.declared == 0;
        let worth = |need: &Self| {
            if need.places == 0 && need.declared == 0 {
                Some(UNSTATED)
            } else if self.places & need.places != 0 {
                Some(PROVINCE)
            } else if nationwide {
                Some(NATIONWIDE)
            } else if need.places == 0 {
                let inside = (self.regions | self.zones) & need.declared != 0;
                let whole = self.declared & need.declared != 0;
                whole.then_some(NATIONWIDE).or(inside.then_some(REGION))
            } else if self.declared & (need.regions | need.zones) != 0 {
                Some(NATIONWIDE)
            } else if self.zones & need.zones != 0 {
                Some(ZONE)
            } else {
                (self.regions & need.regions != 0).then_some(REGION)
            }
        };
        needs.iter().filter_map(worth).reduce(f64::max)
    }
}

/// How near the declared coverage comes; nothing if it is elsewhere.
fn coverage(
    id: &str,
    here: Option<&PlaceInfo>,
    supply: &Posting,
    knowledge: &Knowledge,
) -> Option<Covered> {
    if supply
        .places
        .iter()
        .any(|place| same(place, id, here, knowledge))
    {
        return Some(Covered::Province);
    }
    if supply.places.is_empty() && supply.regions.is_empty() {
        return Some(Covered::Nationwide);
    }
    let here = here?;
    let zone = |code: &str| here.zones.iter().any(|zone| zone == code);
    if supply
        .regions
        .iter()
        .any(|code| **code == *here.region || zone(code))
    {
        return Some(Covered::WholeRegion);
    }
    let near = || supply.places.iter().filter_map(|id| knowledge.place(id));
    if near().any(|place| place.zones.iter().any(|code| zone(code))) {
        return Some(Covered::SameZone);
    }
    let region = !here.region.is_empty() && near().any(|place| place.region == here.region);
    region.then_some(Covered::SameRegion)
}

/// Whether two ids name one unit of today.
fn same(id: &str, other: &str, here: Option<&PlaceInfo>, knowledge: &Knowledge) -> bool {
    id == other || here.is_some_and(|here| knowledge.place(id).is_some_and(|p| p.id == here.id))
}

/// The nearest earlier delivery; of several equally near the first by name.
fn reference<'a>(
    id: &str,
    here: Option<&PlaceInfo>,
    pair: &Pair<'a>,
) -> Option<(Near, &'a Reference)> {
    let first = |wanted: &dyn Fn(&str) -> bool| {
        let there = pair.supply.references.iter();
        let there = there.filter(|r| r.place.as_deref().is_some_and(wanted));
        there.min_by(|a, b| a.name.cmp(&b.name))
    };
    if let Some(found) = first(&|place| same(place, id, here, pair.knowledge)) {
        return Some((Near::Province, found));
    }
    let region = here
        .map(|place| &place.region)
        .filter(|region| !region.is_empty())?;
    let found = first(&|id| {
        pair.knowledge
            .place(id)
            .is_some_and(|p| p.region == *region)
    })?;
    Some((Near::Region, found))
}

impl Place<'_> {
    fn worth(&self) -> f64 {
        let bonus = match self.reference {
            Some((Near::Province, _)) => REFERENCE_IN_PROVINCE,
            Some((Near::Region, _)) => REFERENCE_IN_REGION,
            None => 0.0,
        };
        match self.covered {
            Covered::Unstated => UNSTATED,
            Covered::Province => PROVINCE + bonus,
            Covered::Nationwide | Covered::WholeRegion => NATIONWIDE + bonus,
            Covered::SameZone => ZONE + bonus,
            Covered::SameRegion => REGION + bonus,
            Covered::Proven => PROVEN,
        }
    }

    /// `Thành phố Hồ Chí Minh`, or `Bình Dương (nay là Thành phố Hồ Chí Minh)`.
    fn name(&self, knowledge: &Knowledge) -> Bilingual {
        let id = self.here.unwrap_or_default();
        let today = knowledge.place_name(id);
        match knowledge.former_name(id) {
            Some(former) => Bilingual::new(
                format!("{} (nay là {})", former.vi, today.vi),
                format!("{} (today {})", former.en, today.en),
            ),
            None => today,
        }
    }
}

impl Finding for Place<'_> {
    fn value(&self) -> Value {
        Value::both(self.worth())
    }

    fn reason(&self, knowledge: &Knowledge) -> Bilingual {
        let name = self.name(knowledge);
        let region = self.here.and_then(|id| knowledge.place(id));
        let region = region
            .map(|place| place.region_name.clone())
            .unwrap_or_default();
        let declared = match self.covered {
            Covered::Unstated => {
                Bilingual::new("nhu cầu chưa nêu địa bàn", "the need names no place")
            }
            Covered::Province => Bilingual::new(
                format!("giải pháp được cung cấp tại {}", name.vi),
                format!("offered in {}", name.en),
            ),
            Covered::Nationwide => Bilingual::new(
                "giải pháp được cung cấp trên toàn quốc",
                "offered nationwide",
            ),
            Covered::WholeRegion if self.here.is_none() => Bilingual::new(
                "giải pháp được cung cấp trên toàn vùng",
                "offered in the whole region",
            ),
            Covered::WholeRegion => Bilingual::new(
                format!("giải pháp được cung cấp trên toàn vùng của {}", name.vi),
                format!("offered in the whole region of {}", name.en),
            ),
            Covered::SameZone => Bilingual::new(
                format!(
                    "giải pháp được cung cấp trong cùng vùng kinh tế trọng điểm với {}",
                    name.vi
                ),
                format!("offered in the same key economic zone as {}", name.en),
            ),
            Covered::SameRegion if self.here.is_none() => Bilingual::new(
                "giải pháp được cung cấp ở một phần của vùng",
                "offered in part of the region",
            ),
            Covered::SameRegion => Bilingual::new(
                format!("giải pháp được cung cấp trong cùng vùng {}", region.vi),
                format!("offered in the same region, {}", region.en),
            ),
            Covered::Proven => Bilingual::default(),
        };
        match self.reference {
            Some((Near::Province, reference)) => declared.and(Bilingual::new(
                format!("đã triển khai tại địa phương: {}", reference.name),
                format!("has delivered there: {}", reference.name),
            )),
            Some((Near::Region, reference)) => declared.and(Bilingual::new(
                format!("đã triển khai trong vùng: {}", reference.name),
                format!("has delivered in the region: {}", reference.name),
            )),
            None => declared,
        }
    }

    fn advice(&self, knowledge: &Knowledge) -> Vec<Advice> {
        let bonus = self.worth().max(PROVINCE);
        match self.covered {
            Covered::Unstated => {
                let (vi, en) = ("Nêu tỉnh, thành phố thực hiện", "Name the province or city");
                vec![Advice::demand(NATIONWIDE, vi, en)]
            }
            Covered::Province => Vec::new(),
            _ if self.here.is_none() => Vec::new(),
            _ => {
                let name = list(&[self.name(knowledge)]);
                vec![Advice::supply(
                    bonus,
                    format!("Nếu phục vụ được, bổ sung {} vào địa bàn", name.vi),
                    format!("If it can be served, add {} to the coverage", name.en),
                )]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::knowledge::Facts;
    use crate::testing::{pair, posting};

    fn knowledge() -> Knowledge {
        let place = |id: &str, vi: &str, region: &str, zone: Option<&str>| PlaceInfo {
            id: id.into(),
            name: Bilingual::new(vi, vi),
            region: region.into(),
            region_name: Bilingual::new("Đồng bằng sông Hồng", "Red River Delta"),
            zones: zone.into_iter().map(Into::into).collect(),
            former: Vec::new(),
        };
        let mut hai_phong = place("31", "Hải Phòng", "DBSH", Some("N"));
        hai_phong.former = vec![("old-30".into(), Bilingual::new("Hải Dương", "Hai Duong"))];
        Knowledge::new(Facts {
            places: vec![
                hai_phong,
                place("22", "Quảng Ninh", "DBSH", Some("N")),
                place("37", "Ninh Bình", "DBSH", None),
                place("96", "Cà Mau", "DBSCL", Some("M")),
            ],
            ..Facts::default()
        })
    }

    fn judged(
        here: &str,
        coverage: &[&str],
        references: &[&str],
    ) -> Result<(f64, Bilingual), Obstacle> {
        let knowledge = knowledge();
        let mut demand = posting(Kind::Need, "n");
        let mut supply = posting(Kind::Offer, "o");
        demand.places = vec![here.into()];
        let (regions, places) = coverage.iter().partition(|code| code.starts_with("DB"));
        let codes = |list: Vec<&str>| list.into_iter().map(Code::from).collect();
        (supply.regions, supply.places) = (codes(regions), codes(places));
        supply.references = references
            .iter()
            .map(|id| Reference {
                name: format!("Dự án {id}"),
                place: Some((*id).into()),
                ..Reference::default()
            })
            .collect();
        let found = find(&pair(&demand, &supply, &knowledge))?;
        Ok((found.value().demand, found.reason(&knowledge).sentence()))
    }

    #[test]
    fn nearer_is_worth_more() {
        let value =
            |coverage: &[&str], references: &[&str]| judged("31", coverage, references).unwrap().0;
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
            judged("31", &["96"], &["96"]),
            Err(Obstacle::OutsideCoverage { .. })
        ));
        let (_, reason) = judged("31", &["96"], &["31"]).unwrap();
        assert_eq!(reason.vi, "Đã triển khai tại địa phương: Dự án 31.");
    }

    #[test]
    fn a_former_unit_is_where_it_lies_today() {
        let (value, reason) = judged("old-30", &["31"], &[]).unwrap();
        assert!((value - PROVINCE).abs() < 1e-9);
        assert_eq!(
            reason.vi,
            "Giải pháp được cung cấp tại Hải Dương (nay là Hải Phòng)."
        );
    }

    #[test]
    fn the_reason_says_which_way() {
        let (_, reason) = judged("31", &["37"], &["22"]).unwrap();
        assert_eq!(
            reason.vi,
            "Giải pháp được cung cấp trong cùng vùng Đồng bằng sông Hồng; \
             đã triển khai trong vùng: Dự án 22."
        );
    }
}
