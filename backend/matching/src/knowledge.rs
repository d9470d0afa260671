//! What the engine knows of the world: the taxonomy and the map.

use crate::Bilingual;
use crate::text::Lexicon;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A domain of the taxonomy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainInfo {
    /// Its code, such as `TRA`.
    pub code: String,
    /// Its name; also found in texts, like a synonym.
    pub name: Bilingual,
    /// The focus area of the ASEAN Smart Cities Network it belongs to.
    pub area: Option<String>,
    /// What people write for it in Vietnamese.
    pub synonyms_vi: Vec<String>,
    /// What people write for it in English.
    pub synonyms_en: Vec<String>,
}

/// A province or city.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceInfo {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// The code of its socio-economic region.
    pub region: String,
    /// The name of that region.
    pub region_name: Bilingual,
    /// Codes of the key economic zones it belongs to.
    pub zones: Vec<String>,
}

/// The taxonomy and the map, prepared for matching. Built once, then only read.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    domains: BTreeMap<String, DomainInfo>,
    places: BTreeMap<String, PlaceInfo>,
    lexicon: Lexicon,
}

impl Knowledge {
    /// Prepares the taxonomy and the map. Of two entries with one key the last stays.
    pub fn new(domains: Vec<DomainInfo>, places: Vec<PlaceInfo>) -> Self {
        let domains: BTreeMap<_, _> = domains.into_iter().map(|d| (d.code.clone(), d)).collect();
        let places = places.into_iter().map(|p| (p.id.clone(), p)).collect();
        let lexicon = Lexicon::new(domains.values());
        Self {
            domains,
            places,
            lexicon,
        }
    }

    /// A domain by its code.
    pub fn domain(&self, code: &str) -> Option<&DomainInfo> {
        self.domains.get(code)
    }

    /// A place by its id.
    pub fn place(&self, id: &str) -> Option<&PlaceInfo> {
        self.places.get(id)
    }

    /// A domain's name, or its code if it is unknown.
    pub(crate) fn domain_name(&self, code: &str) -> Bilingual {
        self.domain(code)
            .map_or_else(|| Bilingual::new(code, code), |domain| domain.name.clone())
    }

    /// A place's name, or its id if it is unknown.
    pub(crate) fn place_name(&self, id: &str) -> Bilingual {
        self.place(id)
            .map_or_else(|| Bilingual::new(id, id), |place| place.name.clone())
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}
