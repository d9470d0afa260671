//! The reference data of `backend/data`, as the server reads it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use matching::{Bilingual, DomainInfo, Facts, Knowledge, PlaceInfo};
use serde_json::Value;

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A JSON file of the repository.
pub fn json(path: &str) -> Value {
    let text = std::fs::read_to_string(root().join(path)).expect("a file of the repository");
    serde_json::from_str(&text).expect("JSON")
}

/// The elements of an array, or none.
pub fn each<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

/// A text, or none.
pub fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// The texts of an array.
pub fn texts(value: &Value, key: &str) -> Vec<String> {
    each(value, key)
        .filter_map(|text| text.as_str().map(str::to_owned))
        .collect()
}

/// What the server's engine knows.
pub fn knowledge() -> Arc<Knowledge> {
    let (domains, places) = (
        json("backend/data/domains.json"),
        json("backend/data/places.json"),
    );
    let (concepts, words) = (
        json("backend/data/taxonomy.json"),
        json("backend/data/lexicon.json"),
    );
    Arc::new(Knowledge::new(Facts {
        domains: each(&domains, "domains").map(domain).collect(),
        concepts: serde_json::from_value(concepts["concepts"].clone()).expect("concepts"),
        translations: serde_json::from_value(words["entries"].clone()).expect("entries"),
        places: all_places(&places),
        rates: BTreeMap::default(),
    }))
}

fn named(value: &Value) -> Bilingual {
    Bilingual::new(text(value, "name_vi"), text(value, "name_en"))
}

fn domain(value: &Value) -> DomainInfo {
    DomainInfo {
        code: text(value, "code"),
        name: named(value),
        area: value["ascn_area"].as_str().map(str::to_owned),
        synonyms_vi: texts(value, "synonyms_vi"),
        synonyms_en: texts(value, "synonyms_en"),
    }
}

fn all_places(data: &Value) -> Vec<PlaceInfo> {
    let of_today = each(data, "places").filter(|place| place["successor"].is_null());
    let place = |place: &Value| {
        let id = text(place, "id");
        let region = text(place, "region");
        let own = each(data, "regions").find(|other| text(other, "code") == region);
        let former = each(data, "places").filter(|former| text(former, "successor") == id);
        PlaceInfo {
            region_name: own.map(named).unwrap_or_default(),
            former: former
                .map(|place| (text(place, "id"), named(place)))
                .collect(),
            name: named(place),
            zones: texts(place, "economic_zones"),
            id,
            region,
        }
    };
    of_today.map(place).collect()
}
