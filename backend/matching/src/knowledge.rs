//! What the engine knows of the world: the taxonomy, the map, the dictionary, the rates.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::Bilingual;
use crate::model::Code;
use crate::text::{Concepts, Dictionary, Idea, dictionary};

/// A domain of the taxonomy: a section of ISO 37122 or a tag across the sections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainInfo {
    /// Its code, such as `TRA`.
    pub code: String,
    /// Its name.
    pub name: Bilingual,
    /// The focus area of the ASEAN Smart Cities Network that it belongs to, if one.
    pub area: Option<String>,
    /// Vietnamese words for it besides its name.
    pub synonyms_vi: Vec<String>,
    /// English words for it besides its name.
    pub synonyms_en: Vec<String>,
}

/// A concept of the taxonomy: something a posting can be about, such as smart street lighting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConceptInfo {
    /// Its id, such as `smart_street_lighting`.
    pub id: String,
    /// The domains it belongs to.
    pub domains: Vec<String>,
    /// The concept above it.
    #[serde(default)]
    pub broader: Option<String>,
    /// Vietnamese words for it, the best first.
    pub vi: Vec<String>,
    /// English words for it, the best first.
    pub en: Vec<String>,
}

/// Phrases that translate each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// Vietnamese.
    pub vi: Vec<String>,
    /// English.
    pub en: Vec<String>,
}

/// A province or city of today.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceInfo {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// The code of its region.
    pub region: String,
    /// The name of its region.
    pub region_name: Bilingual,
    /// Codes of the key economic zones and corridors it lies in.
    pub zones: Vec<String>,
    /// Ids of the units of before 1 July 2025 that it was made of, with their names.
    pub former: Vec<(String, Bilingual)>,
}

/// Everything the engine is told once; see [`Knowledge::new`].
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The domains.
    pub domains: Vec<DomainInfo>,
    /// The concepts.
    pub concepts: Vec<ConceptInfo>,
    /// The dictionary.
    pub translations: Vec<Translation>,
    /// The provinces and cities of today.
    pub places: Vec<PlaceInfo>,
    /// What one unit of a currency is worth in đồng, by ISO 4217 code.
    pub rates: BTreeMap<String, f64>,
}

/// What the engine knows of the world, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    domains: BTreeMap<String, DomainInfo>,
    places: BTreeMap<String, PlaceInfo>,
    former: BTreeMap<String, String>,
    numbers: BTreeMap<String, u64>,
    rates: BTreeMap<String, f64>,
    concepts: Concepts,
    dictionary: Dictionary,
}

impl Knowledge {
    /// Knowledge of these facts.
    pub fn new(facts: Facts) -> Self {
        let mut concepts = Concepts::default();
        for domain in &facts.domains {
            let idea = Idea {
                name: domain.name.clone(),
                above: Vec::new(),
            };
            let with_name = |name: &String, more: &[String]| [&[name.clone()][..], more].concat();
            concepts.insert(
                &Code::from(domain.code.as_str()),
                idea,
                &with_name(&domain.name.vi, &domain.synonyms_vi),
                &with_name(&domain.name.en, &domain.synonyms_en),
            );
        }
        for concept in &facts.concepts {
            let label = |words: &[String]| words.first().cloned().unwrap_or(concept.id.clone());
            let above = concept.domains.iter().chain(&concept.broader);
            let idea = Idea {
                name: Bilingual::new(label(&concept.vi), label(&concept.en)),
                above: above.map(|code| Code::from(code.as_str())).collect(),
            };
            concepts.insert(
                &Code::from(concept.id.as_str()),
                idea,
                &concept.vi,
                &concept.en,
            );
        }
        let entries = facts.translations.iter().map(|t| (&t.vi[..], &t.en[..]));
        let taxonomy = facts.concepts.iter().map(|c| (&c.vi[..], &c.en[..]));
        let former = facts.places.iter().flat_map(|place| {
            let now = place.id.clone();
            place
                .former
                .iter()
                .map(move |(id, _)| (id.clone(), now.clone()))
        });
        let mut numbers = BTreeMap::new();
        for codes in [
            facts
                .places
                .iter()
                .map(|place| &place.id)
                .collect::<BTreeSet<_>>(),
            facts.places.iter().map(|place| &place.region).collect(),
            facts.places.iter().flat_map(|place| &place.zones).collect(),
        ] {
            let codes = codes.into_iter().zip(0..);
            numbers.extend(codes.map(|(code, number)| (code.clone(), number)));
        }
        Self {
            numbers,
            former: former.collect(),
            dictionary: dictionary(taxonomy.chain(entries)),
            domains: facts
                .domains
                .into_iter()
                .map(|d| (d.code.clone(), d))
                .collect(),
            places: facts
                .places
                .into_iter()
                .map(|p| (p.id.clone(), p))
                .collect(),
            rates: facts.rates,
            concepts,
        }
    }

    /// A domain by its code.
    pub fn domain(&self, code: &str) -> Option<&DomainInfo> {
        self.domains.get(code)
    }

    /// A place of today by its id or by that of a former unit that lies in it.
    pub fn place(&self, id: &str) -> Option<&PlaceInfo> {
        let today = self.former.get(id).map_or(id, String::as_str);
        self.places.get(today)
    }

    /// A bit for a place, a region or a zone: its own, unless there are more than there are bits.
    pub(crate) fn bit(&self, code: &str) -> u64 {
        let number = self.numbers.get(code).copied().unwrap_or_else(|| {
            let mut hasher = DefaultHasher::new();
            code.hash(&mut hasher);
            hasher.finish()
        });
        1 << (number & 63)
    }

    /// The name of a former unit; nothing for one of today.
    pub fn former_name(&self, id: &str) -> Option<&Bilingual> {
        let today = self.places.get(self.former.get(id)?)?;
        today
            .former
            .iter()
            .find(|(other, _)| other == id)
            .map(|(_, name)| name)
    }

    /// An amount in đồng; nothing if the currency is not known or the amount no amount.
    pub fn dong(&self, amount: f64, currency: &str) -> Option<i64> {
        let rate = match currency {
            "VND" => 1.0,
            other => *self.rates.get(other)?,
        };
        let dong = amount * rate;
        let possible = (0.0..9e18).contains(&dong);
        possible.then_some(dong.round() as i64)
    }

    /// What a domain or concept is called; an unknown code by itself.
    pub fn idea_name(&self, code: &str) -> Bilingual {
        self.concepts
            .get(code)
            .map_or_else(|| Bilingual::new(code, code), |idea| idea.name.clone())
    }

    pub(crate) fn domain_name(&self, code: &str) -> Bilingual {
        self.domain(code)
            .map_or_else(|| Bilingual::new(code, code), |domain| domain.name.clone())
    }

    pub(crate) fn place_name(&self, id: &str) -> Bilingual {
        self.place(id)
            .map_or_else(|| Bilingual::new(id, id), |place| place.name.clone())
    }

    pub(crate) fn concepts(&self) -> &Concepts {
        &self.concepts
    }

    pub(crate) fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }
}
