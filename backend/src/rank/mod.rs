//! `iforum rank`: the engine from the shell, for anyone who wants to measure it.
//!
//! Reads postings as JSON Lines, ranks the documents for each query, writes JSON Lines. Nothing
//! is written until everything was read and ranked; what is not understood is said with its
//! file and line.
//!
//! * `format`: a posting in JSON, and what is wrong with one.
//! * `weights`: weights from a TOML file.

mod format;
#[cfg(test)]
mod tests;
mod weights;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use clap::Args;
use matching::{Ask, Corpus, Engine, FactorKey, Kind, Posting, Ranked, Reading, Weights};
use serde::Serialize;

use crate::domains::Taxonomy;
use crate::engine;
use crate::engine::model::Model;
use crate::places::Gazetteer;

/// What to rank, with what, where to.
#[derive(Debug, Args)]
pub struct Request {
    /// Postings to rank for, one JSON object a line.
    #[arg(long, value_name = "FILE")]
    queries: PathBuf,
    /// Postings to be ranked, one JSON object a line.
    #[arg(long, value_name = "FILE")]
    docs: PathBuf,
    /// Where the ranking goes, one JSON object a line.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// How many postings for each query.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    top: u32,
    /// Weights of the factors, in TOML.
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Folder of a sentence embedding; without it, words and the taxonomy alone.
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
    /// Folder in which vectors are kept for the next run.
    #[arg(long, value_name = "DIR", requires = "model")]
    cache: Option<PathBuf>,
    /// The day on which postings are open or closed; without it, none is closed.
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<NaiveDate>,
}

/// Reads, ranks, writes; the error is a sentence.
pub fn run(request: &Request) -> Result<(), String> {
    // First of all, for what follows may take minutes.
    let output = Output::begin(&request.out)?;
    let gazetteer = Gazetteer::built_in();
    let knowledge = engine::built_in(&gazetteer, &Taxonomy::built_in());
    let weights = match &request.weights {
        Some(file) => weights::read(file)?,
        None => Weights::default(),
    };
    let model = if let Some(folder) = &request.model {
        Some(Model::open(folder, request.cache.as_deref()).map_err(|e| e.to_string())?)
    } else {
        eprintln!("iforum: no --model: ranking by words, dictionary and taxonomy alone");
        None
    };
    let (weights, means) = match &model {
        Some(model) => (weights, model.means().clone()),
        None => (
            weights::without_meaning(weights)?,
            matching::Means::default(),
        ),
    };
    let engine = Arc::new(Engine::new(knowledge, weights, means));
    let reader = format::Reader::new(&gazetteer, engine.knowledge());
    let queries = reader.read(&request.queries)?;
    let docs = reader.read(&request.docs)?;
    let ranked = rank(&engine, model.as_ref(), queries, docs, request)?;
    output.write(&ranked)
}

/// One line of the result.
#[derive(Serialize)]
struct Line {
    query_id: String,
    doc_id: String,
    rank: usize,
    score: f64,
    factors: Factors,
}

fn rank(
    engine: &Arc<Engine>,
    model: Option<&Model>,
    queries: Vec<Posting>,
    docs: Vec<Posting>,
    request: &Request,
) -> Result<Vec<Line>, String> {
    let mut corpus = Corpus::new(engine.clone());
    let kinds: Vec<Kind> = [Kind::Need, Kind::Offer, Kind::Expert]
        .into_iter()
        .filter(|kind| docs.iter().any(|doc| doc.kind == *kind))
        .collect();
    for reading in readings(engine, model, docs)? {
        corpus.insert(reading);
    }
    corpus.weigh();
    let mut lines = Vec::new();
    for reading in readings(engine, model, queries)? {
        let query_id = reading.posting.id.clone();
        let mut reading = corpus.weighed(reading);
        let namesake = corpus.get(&query_id);
        if namesake.is_some_and(|doc| doc.posting.kind != reading.posting.kind) {
            // The corpus takes what has the seeker's id for the seeker itself; here the ids of two
            // files may meet, and an offer is no need.
            reading.posting.id = format!("{query_id} asks").into();
        }
        let today = request.today.or(reading.posting.opens_on);
        let mut ranked: Vec<Ranked> = Vec::new();
        for kind in &kinds {
            let limit = request.top as usize;
            ranked.extend(corpus.rank(
                &reading,
                &Ask {
                    kind: *kind,
                    among: None,
                    // Nothing is closed on the first of all days.
                    today: today.unwrap_or(NaiveDate::MIN),
                    limit,
                    share: limit,
                },
            ));
        }
        ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
        ranked.truncate(request.top as usize);
        lines.extend(ranked.into_iter().enumerate().map(|(index, found)| Line {
            query_id: query_id.to_string(),
            doc_id: found.id.to_string(),
            rank: index + 1,
            score: found.score,
            factors: factors(engine, &corpus, &reading, &found),
        }));
    }
    Ok(lines)
}

fn readings(
    engine: &Engine,
    model: Option<&Model>,
    postings: Vec<Posting>,
) -> Result<Vec<Reading>, String> {
    let vectors = match model {
        Some(model) => model.embed_all(&postings).map_err(|e| e.to_string())?,
        None => vec![Vec::new(); postings.len()],
    };
    let both = postings.into_iter().zip(vectors);
    Ok(both
        .map(|(posting, vectors)| engine.read(posting, vectors))
        .collect())
}

type Factors = serde_json::Map<String, serde_json::Value>;

fn factors(engine: &Engine, corpus: &Corpus, query: &Reading, found: &Ranked) -> Factors {
    let kind = corpus
        .at(found.slot)
        .map_or(Kind::Offer, |doc| doc.posting.kind);
    let supply = if kind == Kind::Need {
        query.posting.kind
    } else {
        kind
    };
    let weights = engine.weights().of(supply);
    let mut factors = Factors::new();
    for key in FactorKey::ALL {
        let weight = weights.get(key);
        if weight > 0.0 {
            let value = found.values[key as usize];
            let factor = serde_json::json!({
                "value": value, "weight": weight, "points": value * weight,
            });
            factors.insert(key.as_str().to_owned(), factor);
        }
    }
    factors
}

/// Where the result goes.
struct Output<'a> {
    out: &'a Path,
    /// It is written here, beside its place, first, so that there is never half a result; none for
    /// what is no file, such as a pipe.
    beside: Option<tempfile::NamedTempFile>,
}

impl<'a> Output<'a> {
    /// Refuses a place that nothing can be written to.
    fn begin(out: &'a Path) -> Result<Self, String> {
        if out.is_dir() {
            return Err(format!("cannot write {}: it is a folder", out.display()));
        }
        let beside = if out.exists() && !out.is_file() {
            None
        } else {
            let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
            let file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")));
            Some(file.map_err(|error| said(out, &error))?)
        };
        Ok(Self { out, beside })
    }

    fn write(self, lines: &[Line]) -> Result<(), String> {
        let said = |error: std::io::Error| said(self.out, &error);
        let mut text = Vec::new();
        for line in lines {
            serde_json::to_writer(&mut text, line).map_err(|e| said(e.into()))?;
            text.push(b'\n');
        }
        let Some(mut file) = self.beside else {
            return fs::write(self.out, text).map_err(said);
        };
        file.write_all(&text).map_err(said)?;
        file.persist(self.out).map_err(|e| said(e.error))?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // A temporary file is its owner's alone; a result is not secret.
            let _ = fs::set_permissions(self.out, fs::Permissions::from_mode(0o644));
        }
        Ok(())
    }
}

fn said(out: &Path, error: &std::io::Error) -> String {
    format!("cannot write {}: {error}", out.display())
}
