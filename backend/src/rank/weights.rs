//! Weights from a TOML file.

use std::collections::BTreeMap;
use std::path::Path;

use matching::{FactorKey, Points, Weights};
use serde::Deserialize;

/// `[offers]` and `[experts]`: a number for each factor that should differ from its default.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: Option<String>,
    #[serde(default)]
    offers: BTreeMap<String, f64>,
    #[serde(default)]
    experts: BTreeMap<String, f64>,
}

/// Reads weights; what the file does not name keeps its default, and all are brought to 100.
pub(super) fn read(path: &Path) -> Result<Weights, String> {
    let named = |error: String| format!("{}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(|e| named(e.to_string()))?;
    let file: File = toml::from_str(&text).map_err(|e| named(e.to_string()))?;
    let defaults = Weights::default();
    Ok(Weights {
        version: file.version.unwrap_or_else(|| "file".to_owned()),
        offers: points(&defaults.offers, &file.offers).map_err(named)?,
        experts: points(&defaults.experts, &file.experts).map_err(named)?,
    })
}

fn points(defaults: &Points, changed: &BTreeMap<String, f64>) -> Result<Points, String> {
    let mut points = defaults.all();
    for (name, value) in changed {
        let key = FactorKey::named(name).ok_or_else(|| {
            let known = FactorKey::ALL.map(FactorKey::as_str).join(", ");
            format!("there is no factor “{name}”; the factors are {known}")
        })?;
        points[key as usize] = *value;
    }
    Points::in_proportion(points).map_err(|e| e.to_string())
}

/// For a ranking without a model; refused if meaning was all that counted.
pub(super) fn without_meaning(weights: Weights) -> Result<Weights, String> {
    let weights = weights.without_meaning();
    let nothing = |points: &Points| points.all().iter().all(|points| *points <= 0.0);
    if nothing(&weights.offers) || nothing(&weights.experts) {
        return Err("by these weights only meaning counts, and that takes a --model".to_owned());
    }
    Ok(weights)
}
