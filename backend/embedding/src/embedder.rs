//! The loaded model and what it is asked.

use std::path::Path;

use crate::ModelError;
use crate::config::Config;
use crate::encoder::Encoder;
use crate::folder::{Folder, MEANS};
use crate::means::{Language, Means, normalise};
use crate::tokens::{Role, Tokens};
use crate::weights::Weights;

/// Counted up whenever the same files give other vectors than before: it is part of the version,
/// so that stored vectors are computed anew.
const METHOD: &str = "1";

/// So many rows are computed at once; more would only need more memory.
const ROWS: usize = 512;

/// A model that turns texts into vectors. It is read-only: share it in an `Arc`.
pub struct Embedder {
    version: String,
    dimensions: usize,
    tokens: Tokens,
    encoder: Encoder,
    means: Option<Means>,
}

impl Embedder {
    /// Reads a folder in the layout of Hugging Face: `config.json`, `tokenizer.json` and
    /// `model.safetensors`, and `means.json` where there is one.
    pub fn load(folder: &Path) -> Result<Self, ModelError> {
        let folder = Folder::open(folder)?;
        let config = Config::read(&folder)?;
        let tokens = Tokens::read(&folder, &config)?;
        let encoder = Encoder::read(&config, &mut Weights::open(&folder)?)?;
        let name = config.name.clone().unwrap_or_else(|| folder.name());
        let name = name.rsplit('/').next().unwrap_or_default();
        let version = format!("{name}@{}", folder.fingerprint(METHOD)?);
        let dimensions = config.hidden_size;
        let means = folder
            .read_if_there(MEANS)?
            .map(|content| Means::parse(&folder.path(MEANS), &content, &version, dimensions))
            .transpose()?;
        Ok(Self {
            version,
            dimensions,
            tokens,
            encoder,
            means,
        })
    }

    /// The same model with the means of its languages: those of its folder where it has them, else
    /// computed from these sentences.
    pub fn with_neutral(mut self, vi: &[&str], en: &[&str]) -> Result<Self, ModelError> {
        if self.means.is_none() {
            self.means = Some(self.compute_means(vi, en)?);
        }
        Ok(self)
    }

    /// The means of these sentences. Some 20 of each language serve, 150 are better.
    pub fn compute_means(&self, vi: &[&str], en: &[&str]) -> Result<Means, ModelError> {
        let mean = |language, sentences: &[&str]| {
            if sentences.is_empty() {
                return Err(ModelError::NoNeutral(language));
            }
            Ok(Means::average(&self.passages(sentences)?))
        };
        Ok(Means {
            model: self.version.clone(),
            vi: mean(Language::Vi, vi)?,
            en: mean(Language::En, en)?,
        })
    }

    /// The model's name and twelve digits that change with its files or with how they are used.
    /// Stored beside every vector: only vectors of one version can be compared.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// How many numbers a vector has.
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// The mean vector of a language, if the folder has means or neutral sentences were given.
    pub fn mean(&self, language: Language) -> Option<&[f32]> {
        self.means.as_ref().map(|means| means.of(language))
    }

    /// The vector of something to look for, of length one. See the crate's page for what becomes
    /// of empty and of long texts.
    pub fn query(&self, text: &str) -> Result<Vec<f32>, ModelError> {
        self.vector(Role::Query, text)
    }

    /// The vector of something to be found, of length one.
    pub fn passage(&self, text: &str) -> Result<Vec<f32>, ModelError> {
        self.vector(Role::Passage, text)
    }

    /// The vectors of several things to look for, in their order: quicker than one by one.
    pub fn queries(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, ModelError> {
        self.vectors(Role::Query, texts)
    }

    /// The vectors of several passages, in their order: quicker than one by one for short texts.
    pub fn passages(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, ModelError> {
        self.vectors(Role::Passage, texts)
    }

    fn vector(&self, role: Role, text: &str) -> Result<Vec<f32>, ModelError> {
        Ok(self.vectors(role, &[text])?.swap_remove(0))
    }

    fn vectors(&self, role: Role, texts: &[&str]) -> Result<Vec<Vec<f32>>, ModelError> {
        let mut vectors = vec![vec![0.0; self.dimensions]; texts.len()];
        let mut windows = Vec::new();
        for (number, text) in texts.iter().enumerate() {
            for window in self.tokens.windows(role, text)? {
                windows.push((number, window));
            }
        }
        let mut rest = windows.as_slice();
        while !rest.is_empty() {
            let (batch, after) = rest.split_at(batch_of(rest));
            let tokens: Vec<&[u32]> = batch.iter().map(|(_, window)| &window[..]).collect();
            let sums = self.encoder.sums(&tokens)?;
            for ((number, _), sum) in batch.iter().zip(sums) {
                for (x, y) in vectors[*number].iter_mut().zip(sum) {
                    *x += y;
                }
            }
            rest = after;
        }
        // The mean over all rows of all windows is the sum but for its length, which becomes one.
        for vector in &mut vectors {
            if vector.iter().any(|x| !x.is_finite()) {
                let reason = "its weights gave something that is no number";
                return Err(ModelError::Computation(reason.into()));
            }
            normalise(vector);
        }
        Ok(vectors)
    }
}

/// How many windows from the front are computed together: at least one.
fn batch_of(windows: &[(usize, Vec<u32>)]) -> usize {
    let mut rows = 0;
    let fitting = windows.iter().take_while(|(_, window)| {
        rows += window.len();
        rows <= ROWS
    });
    fitting.count().max(1)
}
