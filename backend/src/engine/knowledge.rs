//! The reference data as the engine reads it.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use matching::{Bilingual, ConceptInfo, DomainInfo, Facts, Knowledge, PlaceInfo, Translation};
use serde::Deserialize;

use crate::app::App;
use crate::domains::Taxonomy;
use crate::error::{Error, Result};
use crate::places::Gazetteer;
use crate::taxonomies;

/// Concepts of the taxonomy: `backend/data/taxonomy.json`.
#[derive(Debug, Deserialize)]
pub struct Concepts {
    /// Which edition.
    pub version: String,
    /// The concepts.
    pub concepts: Vec<ConceptInfo>,
}

#[derive(Deserialize)]
struct Dictionary {
    entries: Vec<Translation>,
}

#[derive(Deserialize)]
struct Rates {
    dong: BTreeMap<String, f64>,
}

/// The concepts built into the binary.
pub fn built_in_concepts() -> Concepts {
    serde_json::from_str(include_str!("../../data/taxonomy.json"))
        .expect("backend/data/taxonomy.json is read by a test")
}

/// Everything that is built into the binary.
pub fn built_in(gazetteer: &Gazetteer, taxonomy: &Taxonomy) -> Arc<Knowledge> {
    with_concepts(gazetteer, taxonomy, built_in_concepts().concepts)
}

/// The same with other concepts.
pub fn with_concepts(
    gazetteer: &Gazetteer,
    taxonomy: &Taxonomy,
    concepts: Vec<ConceptInfo>,
) -> Arc<Knowledge> {
    let dictionary: Dictionary = serde_json::from_str(include_str!("../../data/lexicon.json"))
        .expect("backend/data/lexicon.json is read by a test");
    let rates: Rates = serde_json::from_str(include_str!("../../data/rates.json"))
        .expect("backend/data/rates.json is read by a test");
    Arc::new(Knowledge::new(Facts {
        domains: domains(taxonomy),
        concepts,
        translations: dictionary.entries,
        places: places(gazetteer),
        rates: rates.dong,
    }))
}

/// What the engine was told, and by which edition of the taxonomy's concepts.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Name of the edition.
    pub taxonomy: String,
    /// How many concepts it has.
    pub concepts: usize,
    /// What it knows.
    pub knowledge: Arc<Knowledge>,
}

/// What the engine of this process knows now.
pub struct Known(RwLock<Arc<Told>>);

impl Known {
    /// What is built into the binary.
    pub fn built_in(gazetteer: &Gazetteer, taxonomy: &Taxonomy) -> Self {
        Self(RwLock::new(Arc::new(told(gazetteer, taxonomy, None))))
    }

    /// As it is.
    pub fn now(&self) -> Arc<Told> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// By the edition that is adopted now.
    pub async fn refresh(&self, app: &App) -> Result<Arc<Told>> {
        let adopted = taxonomies::store::adopted(&app.db).await?;
        let now = self.now();
        let same = match &adopted {
            Some(row) => row.version == now.taxonomy,
            None => built_in_concepts().version == now.taxonomy,
        };
        if same {
            return Ok(now);
        }
        let (gazetteer, taxonomy) = (app.gazetteer.clone(), app.taxonomy.clone());
        let reading = tokio::task::spawn_blocking(move || {
            let edition = adopted.map(|row| Concepts {
                version: row.version,
                concepts: row.concepts.0,
            });
            told(&gazetteer, &taxonomy, edition)
        });
        let told = reading
            .await
            .map_err(|error| Error::internal(error.to_string()))?;
        let told = Arc::new(told);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&told);
        Ok(told)
    }
}

fn told(gazetteer: &Gazetteer, taxonomy: &Taxonomy, edition: Option<Concepts>) -> Told {
    let edition = edition.unwrap_or_else(built_in_concepts);
    Told {
        taxonomy: edition.version,
        concepts: edition.concepts.len(),
        knowledge: with_concepts(gazetteer, taxonomy, edition.concepts),
    }
}

fn domains(taxonomy: &Taxonomy) -> Vec<DomainInfo> {
    let domain = |domain: &crate::domains::Domain| DomainInfo {
        code: domain.code.clone(),
        name: Bilingual::new(&domain.name_vi, &domain.name_en),
        area: domain.ascn_area.map(|area| area.code().to_owned()),
        synonyms_vi: domain.synonyms_vi.clone(),
        synonyms_en: domain.synonyms_en.clone(),
    };
    taxonomy.all().iter().map(domain).collect()
}

fn places(gazetteer: &Gazetteer) -> Vec<PlaceInfo> {
    let mut places: Vec<PlaceInfo> = gazetteer
        .of_today()
        .map(|place| {
            let region = gazetteer.region(&place.region);
            let region_name = region.map(|r| Bilingual::new(&r.name_vi, &r.name_en));
            PlaceInfo {
                id: place.id.clone(),
                name: Bilingual::new(&place.name_vi, &place.name_en),
                region: place.region.clone(),
                region_name: region_name.unwrap_or_default(),
                zones: place.economic_zones.clone(),
                former: Vec::new(),
            }
        })
        .collect();
    for former in gazetteer
        .all()
        .iter()
        .filter(|place| place.successor.is_some())
    {
        let today = places
            .iter_mut()
            .find(|place| Some(&place.id) == former.successor.as_ref());
        if let Some(today) = today {
            let name = Bilingual::new(&former.name_vi, &former.name_en);
            today.former.push((former.id.clone(), name));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_in_the_binary_can_be_read() {
        let knowledge = built_in(&Gazetteer::built_in(), &Taxonomy::built_in());
        let old = knowledge.place("vn63-74").expect("Bình Dương");
        assert_eq!(old.id, "vn34-79");
        assert_eq!(
            knowledge.former_name("vn63-74").expect("a former name").vi,
            "Bình Dương"
        );
        assert_eq!(knowledge.dong(2.0, "USD"), Some(52_000));
        assert_eq!(knowledge.dong(f64::NAN, "USD"), None);
        assert_eq!(knowledge.dong(2.0, "XXX"), None);
    }

    #[test]
    fn the_taxonomy_holds_together() {
        let data = built_in_concepts();
        let taxonomy = Taxonomy::built_in();
        let ids: std::collections::HashSet<&String> = data.concepts.iter().map(|c| &c.id).collect();
        assert_eq!(ids.len(), data.concepts.len(), "ids are unique");
        assert!(data.concepts.len() >= 250, "{}", data.concepts.len());
        for concept in &data.concepts {
            assert!(
                !concept.vi.is_empty() && !concept.en.is_empty(),
                "{}",
                concept.id
            );
            assert!(
                concept
                    .domains
                    .iter()
                    .all(|code| taxonomy.get(code).is_some()),
                "{}",
                concept.id
            );
            let mut above = concept.broader.as_ref();
            let mut steps = 0;
            while let Some(id) = above {
                assert!(
                    ids.contains(id),
                    "{} is below {id}, which is none",
                    concept.id
                );
                above = data
                    .concepts
                    .iter()
                    .find(|c| c.id == *id)
                    .and_then(|c| c.broader.as_ref());
                steps += 1;
                assert!(steps < 10, "{} goes round in a circle", concept.id);
            }
        }
    }
}
