//! Places in the API.

use async_graphql::{Context, Object, SimpleObject};

use super::PlaceKind;
use super::gazetteer;
use crate::graphql::{Result, ctx};

/// One of the six socio-economic regions.
#[derive(SimpleObject)]
pub struct Region {
    /// Short code, such as DBSH.
    code: String,
    /// Vietnamese name.
    name_vi: String,
    /// English name.
    name_en: String,
}

impl Region {
    /// The region of this code, if it is one.
    pub fn of(gazetteer: &gazetteer::Gazetteer, code: &str) -> Option<Self> {
        let region = gazetteer.region(code)?;
        Some(Self {
            code: region.code.clone(),
            name_vi: region.name_vi.clone(),
            name_en: region.name_en.clone(),
        })
    }
}

/// One of the four key economic zones, by the units of before 1 July 2025.
#[derive(SimpleObject)]
pub struct EconomicZone {
    /// Short code, such as NORTH.
    code: String,
    /// Vietnamese name.
    name_vi: String,
    /// English name.
    name_en: String,
}

impl EconomicZone {
    /// The economic zone of this code, if it is one.
    pub fn of(gazetteer: &gazetteer::Gazetteer, code: &str) -> Option<Self> {
        let zone = gazetteer.zone(code)?;
        Some(Self {
            code: zone.code.clone(),
            name_vi: zone.name_vi.clone(),
            name_en: zone.name_en.clone(),
        })
    }
}

/// A provincial unit of today, or a former one.
pub struct Place(pub gazetteer::Place);

/// A provincial unit of today, or a former one.
#[Object]
impl Place {
    /// The only key: codes were re-used in 2025.
    async fn id(&self) -> async_graphql::ID {
        self.0.id.clone().into()
    }

    /// Two-digit code of the unit in its time.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Province or city, of today or former.
    async fn kind(&self) -> PlaceKind {
        self.0.kind
    }

    /// Short Vietnamese name.
    async fn name_vi(&self) -> &str {
        &self.0.name_vi
    }

    /// Short English name.
    async fn name_en(&self) -> &str {
        &self.0.name_en
    }

    /// Vietnamese name with its type, such as Thành phố Hải Phòng.
    async fn full_name_vi(&self) -> &str {
        &self.0.full_name_vi
    }

    /// English name with its type, such as Haiphong City.
    async fn full_name_en(&self) -> &str {
        &self.0.full_name_en
    }

    /// Socio-economic region.
    async fn region(&self, gql: &Context<'_>) -> Result<Region> {
        let region = Region::of(&ctx(gql).app.gazetteer, &self.0.region);
        let none = || crate::error::Error::internal("a place without a region");
        Ok(region.ok_or_else(none)?)
    }

    /// First day of the unit, if known; ISO 8601.
    async fn valid_from(&self) -> Option<String> {
        self.0.valid_from.map(|day| day.to_string())
    }

    /// Last day of a former unit; ISO 8601.
    async fn valid_until(&self) -> Option<String> {
        self.0.valid_until.map(|day| day.to_string())
    }

    /// Today's unit that this former unit belongs to.
    async fn successor(&self, gql: &Context<'_>) -> Option<Place> {
        let id = self.0.successor.as_deref()?;
        ctx(gql).app.gazetteer.get(id).cloned().map(Place)
    }

    /// Former units that today's unit was formed from; empty when it is unchanged.
    async fn former_units(&self, gql: &Context<'_>) -> Vec<Place> {
        let former = ctx(gql).app.gazetteer.former_of(&self.0.id);
        let provincial: Vec<_> = former
            .into_iter()
            .filter(|p| p.id.starts_with("vn63-"))
            .collect();
        if provincial.len() < 2 {
            return Vec::new();
        }
        provincial.into_iter().cloned().map(Place).collect()
    }

    /// Key economic zones the unit was in, wholly or in part.
    async fn economic_zones(&self, gql: &Context<'_>) -> Vec<EconomicZone> {
        let gazetteer = &ctx(gql).app.gazetteer;
        self.0
            .economic_zones
            .iter()
            .filter_map(|code| EconomicZone::of(gazetteer, code))
            .collect()
    }
}

/// Questions about places.
#[derive(Default)]
pub struct PlaceQuery;

#[Object]
impl PlaceQuery {
    /// Provincial units of today, by code; the former ones after them when asked for.
    async fn places(&self, gql: &Context<'_>, include_former: Option<bool>) -> Vec<Place> {
        let gazetteer = &ctx(gql).app.gazetteer;
        let today = gazetteer.of_today();
        let former = gazetteer
            .all()
            .iter()
            .filter(|place| include_former == Some(true) && place.successor.is_some());
        today.chain(former).cloned().map(Place).collect()
    }
}
