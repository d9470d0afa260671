//! The units in memory, and questions about them.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::entity::PlaceKind;
use crate::text::fold;

/// One of the six socio-economic regions.
#[derive(Clone, Debug, Deserialize)]
pub struct Region {
    /// `DBSH`.
    pub code: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
}

/// One of the four key economic zones, as they were before 1 July 2025.
#[derive(Clone, Debug, Deserialize)]
pub struct EconomicZone {
    /// `NORTH`.
    pub code: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
}

/// One unit during one time.
#[derive(Clone, Debug, Deserialize)]
pub struct Place {
    /// `vn34-79`.
    pub id: String,
    /// Two digits; not a key.
    pub code: String,
    /// Kind.
    pub kind: PlaceKind,
    /// Short name.
    pub name_vi: String,
    /// Short name.
    pub name_en: String,
    /// Name with its type.
    pub full_name_vi: String,
    /// Name with its type.
    pub full_name_en: String,
    /// Region code.
    pub region: String,
    /// First day.
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    pub valid_until: Option<NaiveDate>,
    /// Today's unit.
    pub successor: Option<String>,
    /// Zone codes.
    pub economic_zones: Vec<String>,
}

#[derive(Deserialize)]
struct Facts {
    regions: Vec<Region>,
    economic_zones: Vec<EconomicZone>,
    places: Vec<Place>,
}

/// All units, regions and zones.
#[derive(Clone)]
pub struct Gazetteer {
    places: Vec<Place>,
    regions: Vec<Region>,
    zones: Vec<EconomicZone>,
    by_id: HashMap<String, usize>,
}

impl Gazetteer {
    /// The facts built into the binary.
    pub fn built_in() -> Self {
        let facts: Facts = serde_json::from_str(include_str!("../../data/places.json"))
            .expect("backend/data/places.json is read by a test");
        let by_id = facts
            .places
            .iter()
            .enumerate()
            .map(|(i, p)| (p.id.clone(), i))
            .collect();
        Self {
            places: facts.places,
            regions: facts.regions,
            zones: facts.economic_zones,
            by_id,
        }
    }

    /// Every unit, former ones included.
    pub fn all(&self) -> &[Place] {
        &self.places
    }

    /// The unit with this id, of today or former.
    pub fn get(&self, id: &str) -> Option<&Place> {
        self.by_id.get(id).map(|i| &self.places[*i])
    }

    /// The unit with this id if it exists today.
    pub fn today(&self, id: &str) -> Option<&Place> {
        self.get(id).filter(|place| place.successor.is_none())
    }

    /// The unit of this name, short or full, in either language, with or without accents; of
    /// two, today's.
    pub fn named(&self, name: &str) -> Option<&Place> {
        let wanted = fold(name.trim());
        let called = |place: &&Place| {
            [
                &place.name_vi,
                &place.name_en,
                &place.full_name_vi,
                &place.full_name_en,
            ]
            .into_iter()
            .any(|name| fold(name) == wanted)
        };
        let former = || self.places.iter().find(called);
        self.of_today().find(called).or_else(former)
    }

    /// Today's units.
    pub fn of_today(&self) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(|place| place.successor.is_none())
    }

    /// Ids of today's units in a region.
    pub fn in_region(&self, region: &str) -> Vec<String> {
        self.of_today()
            .filter(|p| p.region == region)
            .map(|p| p.id.clone())
            .collect()
    }

    /// Former units of another name that today's unit was formed from.
    pub fn former_of(&self, id: &str) -> Vec<&Place> {
        self.places
            .iter()
            .filter(|place| place.successor.as_deref() == Some(id))
            .collect()
    }

    /// The region with this code.
    pub fn region(&self, code: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.code == code)
    }

    /// The zone with this code.
    pub fn zone(&self, code: &str) -> Option<&EconomicZone> {
        self.zones.iter().find(|zone| zone.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_34_units_and_63_former_ones() {
        let gazetteer = Gazetteer::built_in();
        assert_eq!(gazetteer.of_today().count(), 34);
        assert_eq!(
            gazetteer
                .all()
                .iter()
                .filter(|p| p.id.starts_with("vn63-"))
                .count(),
            63
        );
        let cities = gazetteer
            .of_today()
            .filter(|p| p.kind == PlaceKind::City)
            .count();
        assert_eq!(cities, 7);
    }

    #[test]
    fn an_old_name_leads_to_todays_unit() {
        let gazetteer = Gazetteer::built_in();
        let former = gazetteer
            .all()
            .iter()
            .find(|p| p.name_vi == "Bình Dương")
            .unwrap();
        let today = gazetteer.get(former.successor.as_deref().unwrap()).unwrap();
        assert_eq!(today.full_name_vi, "Thành phố Hồ Chí Minh");
    }

    #[test]
    fn every_reference_resolves() {
        let gazetteer = Gazetteer::built_in();
        for place in gazetteer.all() {
            assert!(gazetteer.region(&place.region).is_some(), "{}", place.id);
            assert!(
                place
                    .economic_zones
                    .iter()
                    .all(|z| gazetteer.zone(z).is_some())
            );
            assert!(
                place
                    .successor
                    .as_deref()
                    .is_none_or(|id| gazetteer.today(id).is_some())
            );
        }
    }
}
