//! The middle of each language: what its sentences have in common whatever they are about.
//!
//! A multilingual model puts texts of one language nearer to each other than their meaning says.
//! Taking away the mean of each text's language before comparing makes up for that.

use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::ModelError;
use crate::kernels::dot;

/// A language that the product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Vi => "Vietnamese",
            Self::En => "English",
        })
    }
}

/// The mean vector of each language under one model; the content of `means.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Means {
    /// The version of the model, see [`Embedder::version`](crate::Embedder::version).
    pub model: String,
    /// Of Vietnamese sentences.
    pub vi: Vec<f32>,
    /// Of English sentences.
    pub en: Vec<f32>,
}

impl Means {
    /// The mean of one language.
    pub fn of(&self, language: Language) -> &[f32] {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }

    pub(crate) fn parse(
        path: &Path,
        content: &[u8],
        model: &str,
        dimensions: usize,
    ) -> Result<Self, ModelError> {
        let means: Self =
            serde_json::from_slice(content).map_err(|e| ModelError::bad_json(path, e))?;
        if means.model != model {
            return Err(ModelError::ForeignMeans {
                path: path.to_owned(),
                found: means.model,
                expected: model.to_owned(),
            });
        }
        for mean in [&means.vi, &means.en] {
            if mean.len() != dimensions || mean.iter().any(|x| !x.is_finite()) {
                let reason = format!("each mean should be {dimensions} numbers");
                return Err(ModelError::bad_json(path, reason));
            }
        }
        Ok(means)
    }

    pub(crate) fn average(vectors: &[Vec<f32>]) -> Vec<f32> {
        let mut mean = vec![0.0; vectors.first().map_or(0, Vec::len)];
        for vector in vectors {
            for (m, x) in mean.iter_mut().zip(vector) {
                *m += x / vectors.len() as f32;
            }
        }
        mean
    }
}

/// The vector less the mean of its language, of length one again. What has no direction, such as
/// the vector of an empty text, stays or becomes zero.
pub fn centred(vector: &[f32], mean: &[f32]) -> Vec<f32> {
    if vector.iter().all(|x| *x == 0.0) {
        return vector.to_vec();
    }
    let mut centred: Vec<f32> = vector.iter().zip(mean).map(|(x, m)| x - m).collect();
    normalise(&mut centred);
    centred
}

/// How alike two vectors of length one are: 1 the same, 0 nothing in common, never above 1 or
/// below -1. Vectors of different models cannot be compared; of different lengths they are unlike.
pub fn cosine(one: &[f32], other: &[f32]) -> f32 {
    if one.len() != other.len() {
        return 0.0;
    }
    dot(one, other).clamp(-1.0, 1.0)
}

/// Makes the length one, or all zero where there is no direction.
pub(crate) fn normalise(vector: &mut [f32]) {
    let length = dot(vector, vector).sqrt();
    let scale = if length > 1e-12 { 1.0 / length } else { 0.0 };
    for x in vector {
        *x *= scale;
    }
}
