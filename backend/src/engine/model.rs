//! The sentence embedding: texts of postings as vectors.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use data_encoding::HEXLOWER;
use embedding::{Embedder, ModelError};
use matching::{Embedding, Kind, Language, Means, Posting, PostingText};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use tokio::sync::OnceCell;

use crate::config::Config;

#[derive(Deserialize)]
struct Neutral {
    vi: Vec<String>,
    en: Vec<String>,
}

/// Texts that are read before their vectors are kept.
const AT_ONCE: usize = 64;

/// A loaded model with the means of both languages.
pub struct Model {
    embedder: Embedder,
    means: Means,
    cache: Option<PathBuf>,
}

impl Model {
    /// Opens a folder in the layout of Hugging Face. Means that the folder lacks are computed
    /// from the neutral sentences built into the binary, which takes some seconds.
    pub fn open(folder: &Path, cache: Option<&Path>) -> Result<Self, ModelError> {
        let mut embedder = Embedder::load(folder)?;
        if embedder.mean(embedding::Language::Vi).is_none() {
            let neutral: Neutral = serde_json::from_str(include_str!("../../data/neutral.json"))
                .expect("backend/data/neutral.json is read by a test");
            let vi: Vec<&str> = neutral.vi.iter().map(String::as_str).collect();
            let en: Vec<&str> = neutral.en.iter().map(String::as_str).collect();
            embedder = embedder.with_neutral(&vi, &en)?;
        }
        let mean = |language| embedder.mean(language).unwrap_or_default().to_vec();
        let means = Means::new(mean(embedding::Language::Vi), mean(embedding::Language::En));
        Ok(Self {
            means,
            embedder,
            cache: cache.map(Path::to_owned),
        })
    }

    /// The mean vector of each language.
    pub fn means(&self) -> &Means {
        &self.means
    }

    /// Which model, as stored beside every vector.
    pub fn version(&self) -> &str {
        self.embedder.version()
    }

    /// The vectors of a posting: one for each of its languages. A need asks, what answers it is
    /// a passage.
    pub fn embed(&self, posting: &Posting) -> Result<Vec<Embedding>, ModelError> {
        let mut vectors = Vec::with_capacity(posting.texts.len());
        for text in &posting.texts {
            let vector = self.vector(posting.kind, &whole(text))?;
            vectors.push(Embedding::new(text.language, &vector, &self.means));
        }
        Ok(vectors)
    }

    /// The same of many, several texts at once: quicker than one by one while they are short.
    pub fn embed_all(&self, postings: &[Posting]) -> Result<Vec<Vec<Embedding>>, ModelError> {
        let texts: Vec<(Kind, String)> = postings
            .iter()
            .flat_map(|posting| posting.texts.iter().map(|text| (posting.kind, whole(text))))
            .collect();
        let mut vectors: Vec<Option<Vec<f32>>> = texts
            .iter()
            .map(|(kind, text)| self.kept(*kind, text))
            .collect();
        for asks in [true, false] {
            let missing: Vec<usize> = (0..texts.len())
                .filter(|at| vectors[*at].is_none() && (texts[*at].0 == Kind::Need) == asks)
                .collect();
            for some in missing.chunks(AT_ONCE) {
                let read: Vec<&str> = some.iter().map(|at| texts[*at].1.as_str()).collect();
                let found = if asks {
                    self.embedder.queries(&read)?
                } else {
                    self.embedder.passages(&read)?
                };
                for (at, vector) in some.iter().zip(found) {
                    let (kind, text) = &texts[*at];
                    self.keep(*kind, text, &vector);
                    vectors[*at] = Some(vector);
                }
            }
        }
        let mut vectors = vectors.into_iter().flatten();
        let mut embedding = |text: &PostingText| {
            let vector = vectors.next()?;
            Some(Embedding::new(text.language, &vector, &self.means))
        };
        Ok(postings
            .iter()
            .map(|posting| posting.texts.iter().filter_map(&mut embedding).collect())
            .collect())
    }

    /// The vector of a text, from the cache if there is one and it knows it.
    pub fn vector(&self, kind: Kind, text: &str) -> Result<Vec<f32>, ModelError> {
        if let Some(vector) = self.kept(kind, text) {
            return Ok(vector);
        }
        let vector = match kind {
            Kind::Need => self.embedder.query(text)?,
            Kind::Offer | Kind::Expert => self.embedder.passage(text)?,
        };
        self.keep(kind, text, &vector);
        Ok(vector)
    }

    fn kept(&self, kind: Kind, text: &str) -> Option<Vec<f32>> {
        let file = self.cache.as_ref()?.join(self.key(kind, text));
        read(&file, self.embedder.dimensions())
    }

    fn keep(&self, kind: Kind, text: &str, vector: &[f32]) {
        if let Some(folder) = &self.cache {
            // A cache that cannot be written costs time, nothing else.
            let _ = keep(&folder.join(self.key(kind, text)), vector);
        }
    }

    fn key(&self, kind: Kind, text: &str) -> String {
        let role = if kind == Kind::Need {
            "query"
        } else {
            "passage"
        };
        let mut hash = Sha256::new();
        for part in [self.version(), role, text] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        HEXLOWER.encode(&hash.finalize())
    }
}

/// The model of this process, opened when it is first asked for.
#[derive(Default)]
pub struct Holder {
    model: OnceCell<Option<Arc<Model>>>,
    trouble: OnceLock<String>,
}

/// How it stands with the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelState {
    /// No folder is configured.
    Absent,
    /// The folder that is configured holds no model: what is wrong with it.
    Broken(String),
    /// It is there; its version.
    Ready(String),
}

impl Holder {
    /// The model, if the configured folder holds one. A folder that is wrong is logged and named on the
    /// engine's page; everything goes on without a model.
    pub async fn get(&self, config: &Config) -> Option<Arc<Model>> {
        let opened = self
            .model
            .get_or_init(|| self.open(&config.engine.model_folder));
        opened.await.clone()
    }

    /// How it stands.
    pub async fn state(&self, config: &Config) -> ModelState {
        match (self.get(config).await, self.trouble.get()) {
            (Some(model), _) => ModelState::Ready(model.version().to_owned()),
            (None, Some(trouble)) => ModelState::Broken(trouble.clone()),
            (None, None) => ModelState::Absent,
        }
    }

    async fn open(&self, folder: &str) -> Option<Arc<Model>> {
        if folder.is_empty() {
            return None;
        }
        let folder = PathBuf::from(folder);
        let opened = tokio::task::spawn_blocking(move || Model::open(&folder, None)).await;
        let trouble = match opened {
            Ok(Ok(model)) => return Some(Arc::new(model)),
            Ok(Err(error)) => error.to_string(),
            Err(error) => error.to_string(),
        };
        tracing::warn!(trouble, "the engine works without a sentence model");
        let _ = self.trouble.set(trouble);
        None
    }
}

/// A language as it is stored.
pub fn code_of(language: Language) -> &'static str {
    match language {
        Language::Vi => "vi",
        Language::En => "en",
    }
}

/// A kind as it is stored.
pub fn code_of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Need => "need",
        Kind::Offer => "offer",
        Kind::Expert => "expert",
    }
}

/// What is embedded of a text: title, summary and body, a line each.
pub fn whole(text: &PostingText) -> String {
    let parts = [&text.title, &text.summary, &text.body];
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join("\n")
}

fn read(file: &Path, dimensions: usize) -> Option<Vec<f32>> {
    let bytes = std::fs::read(file).ok()?;
    let vector = from_bytes(&bytes);
    (vector.len() == dimensions).then_some(vector)
}

fn keep(file: &Path, vector: &[f32]) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, to_bytes(vector))
}

/// A stored vector as the engine compares it; none if it is in a language that the engine does not read.
pub fn kept(row: &crate::vectors::Vector, means: &Means) -> Option<Embedding> {
    let language = Language::ALL
        .into_iter()
        .find(|language| code_of(*language) == row.language)?;
    Some(Embedding::new(language, &from_bytes(&row.vector), means))
}

/// A vector as it is stored: four bytes a number, the low one first.
pub fn to_bytes(vector: &[f32]) -> Vec<u8> {
    vector
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect()
}

/// A vector as it was stored.
pub fn from_bytes(bytes: &[u8]) -> Vec<f32> {
    let numbers = bytes.chunks_exact(4);
    numbers
        .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]))
        .collect()
}
