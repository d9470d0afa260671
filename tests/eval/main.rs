//! How well the engine ranks: nDCG@10 on the sets of `tests/eval/data`, with bootstrap intervals, beside
//! plain BM25 (tantivy), each task against its threshold. Run by `make eval`.
//!
//! `eval BINARY [MODEL_FOLDER]`; fails if a threshold is missed.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::Value;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, STORED, STRING, Schema, TEXT, Value as _};
use tantivy::{Index, TantivyDocument, Term};

/// Set, and the least nDCG@10 with and without a model.
const TASKS: [(&str, f64, f64); 10] = [
    ("toronto", 0.33, 0.33),
    ("xquad-vi-vi", 0.965, 0.96),
    ("xquad-en-en", 0.965, 0.96),
    ("xquad-vi-en", 0.85, 0.83),
    ("xquad-en-vi", 0.87, 0.83),
    ("xquad-vi-mixed", 0.87, 0.87),
    ("xquad-en-mixed", 0.85, 0.84),
    ("urban-vi-noaccent-vi", 0.96, 0.96),
    ("urban-vi-en", 0.48, 0.48),
    ("urban-en-vi", 0.48, 0.48),
];

/// Depth of the measure.
const DEPTH: usize = 10;
/// Bootstrap samples.
const SAMPLES: usize = 2_000;

type Relevant = HashMap<String, HashSet<String>>;
type Run = HashMap<String, Vec<String>>;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(binary) = arguments.next() else {
        eprintln!("usage: eval BINARY [MODEL_FOLDER]");
        return ExitCode::FAILURE;
    };
    let model = arguments.next();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("eval/data");
    println!("| task | nDCG@10 | 95 % | BM25 | gain over BM25 (95 %) | least | |");
    println!("|---|---|---|---|---|---|---|");
    let mut missed = false;
    for (set, with, without) in TASKS {
        let least = if model.is_some() { with } else { without };
        let folder = data.join(set);
        let relevant = relevant(&folder);
        let ours = ranked(&binary, model.as_deref(), &folder);
        let plain = bm25(&folder);
        let queries = {
            let mut queries: Vec<&String> = relevant.keys().collect();
            queries.sort();
            queries
        };
        let score = |run: &Run| -> Vec<f64> {
            queries
                .iter()
                .map(|query| ndcg(run.get(*query), &relevant[*query]))
                .collect()
        };
        let (ours, plain) = (score(&ours), score(&plain));
        let gains: Vec<f64> = ours.iter().zip(&plain).map(|(a, b)| a - b).collect();
        let (low, high) = interval(&ours);
        let (worst, best) = interval(&gains);
        let reached = mean(&ours) >= least;
        missed |= !reached;
        println!(
            "| {set} | {:.3} | {low:.3}–{high:.3} | {:.3} | {:+.3} ({worst:+.3} to {best:+.3}) | {least} | {} |",
            mean(&ours),
            mean(&plain),
            mean(&gains),
            if reached {
                "reached"
            } else {
                "**not reached**"
            },
        );
    }
    if missed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn lines(file: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(file).expect("a set's file");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("JSON Lines"))
        .collect()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn relevant(folder: &Path) -> Relevant {
    let mut relevant = Relevant::new();
    for line in lines(&folder.join("qrels.jsonl")) {
        let documents = relevant.entry(text(&line, "query_id")).or_default();
        documents.insert(text(&line, "doc_id"));
    }
    relevant
}

/// What `iforum rank` puts first.
fn ranked(binary: &str, model: Option<&str>, folder: &Path) -> Run {
    let out = tempfile::NamedTempFile::new().expect("a file");
    let mut command = Command::new(binary);
    command.arg("rank").args(["--top", "10"]);
    let files: [(&str, PathBuf); 3] = [
        ("--queries", folder.join("queries.jsonl")),
        ("--docs", folder.join("docs.jsonl")),
        ("--out", out.path().to_owned()),
    ];
    for (option, file) in files {
        command.arg(option).arg(file);
    }
    if let Some(model) = model {
        command.args(["--model", model, "--cache", "var/eval-cache"]);
    }
    let done = command
        .stderr(std::process::Stdio::null())
        .status()
        .expect("run");
    assert!(done.success(), "iforum rank failed on {}", folder.display());
    let mut run = Run::new();
    for line in lines(out.path()) {
        run.entry(text(&line, "query_id"))
            .or_default()
            .push(text(&line, "doc_id"));
    }
    run
}

/// Tantivy's BM25 with its default tokenizer over everything that a posting says.
fn bm25(folder: &Path) -> Run {
    let mut schema = Schema::builder();
    let id = schema.add_text_field("id", STRING | STORED);
    let body = schema.add_text_field("body", TEXT);
    let index = Index::create_in_ram(schema.build());
    let mut writer = index
        .writer_with_num_threads(1, 50_000_000)
        .expect("a writer");
    for line in lines(&folder.join("docs.jsonl")) {
        let mut document = TantivyDocument::default();
        document.add_text(id, text(&line, "id"));
        document.add_text(body, whole(&line));
        writer.add_document(document).expect("added");
    }
    writer.commit().expect("committed");
    let searcher = index.reader().expect("a reader").searcher();
    let mut analyser = index.tokenizer_for_field(body).expect("a tokenizer");
    let mut run = Run::new();
    for line in lines(&folder.join("queries.jsonl")) {
        let words = whole(&line);
        let mut terms: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let mut stream = analyser.token_stream(&words);
        while let Some(token) = stream.next() {
            let term = Term::from_field_text(body, &token.text);
            let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
            terms.push((Occur::Should, Box::new(query)));
        }
        let mut best = searcher
            .search(
                &BooleanQuery::new(terms),
                &TopDocs::with_limit(100).order_by_score(),
            )
            .expect("searched")
            .into_iter()
            .map(|(score, address)| {
                let document: TantivyDocument = searcher.doc(address).expect("a document");
                let id = document.get_first(id).and_then(|value| value.as_str());
                (score, id.unwrap_or_default().to_owned())
            })
            .collect::<Vec<_>>();
        best.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let best = best.into_iter().take(DEPTH).map(|(_, id)| id).collect();
        run.insert(text(&line, "id"), best);
    }
    run
}

fn whole(posting: &Value) -> String {
    let mut parts = vec![
        text(posting, "title"),
        text(posting, "summary"),
        text(posting, "body"),
    ];
    let tags = posting["tags"].as_array().into_iter().flatten();
    parts.extend(tags.filter_map(|tag| tag.as_str().map(str::to_owned)));
    parts.join("\n")
}

/// Normalised discounted cumulative gain of the first ten, every relevant document counting one
/// (Järvelin and Kekäläinen 2002).
fn ndcg(found: Option<&Vec<String>>, relevant: &HashSet<String>) -> f64 {
    let discount = |rank: usize| 1.0 / ((rank + 2) as f64).log2();
    let found = found.into_iter().flatten().take(DEPTH).enumerate();
    let gain: f64 = found
        .filter(|(_, document)| relevant.contains(*document))
        .map(|(rank, _)| discount(rank))
        .sum();
    let ideal: f64 = (0..relevant.len().min(DEPTH)).map(discount).sum();
    gain / ideal
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Percentile bootstrap over queries.
fn interval(values: &[f64]) -> (f64, f64) {
    let mut random = StdRng::seed_from_u64(20_211_110);
    let mut means: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let draw = (0..values.len()).map(|_| values[random.random_range(0..values.len())]);
            draw.sum::<f64>() / values.len() as f64
        })
        .collect();
    means.sort_by(f64::total_cmp);
    (means[SAMPLES / 40], means[SAMPLES - 1 - SAMPLES / 40])
}
