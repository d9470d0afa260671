//! How well the engine ranks: nDCG@10 on the sets of `tests/eval/data`, with bootstrap intervals, beside
//! plain BM25 (tantivy) and PostgreSQL's full text search, each task against its threshold. Run by
//! `make eval`.
//!
//! `eval BINARY [MODEL_FOLDER]`; fails if a threshold is missed. PostgreSQL is the one that
//! `TEST_POSTGRES_URL` names.

mod baselines;
mod measure;
mod sets;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use measure::{Run, gain, halves, interval, mean, scores};
use sets::{lines, relevant, text};
use sqlx::Connection;
use sqlx::postgres::PgConnection;

/// A set, the least nDCG@10 with a model, and without.
const TASKS: [(&str, f64, f64); 10] = [
    ("toronto", 0.48, 0.45),
    ("xquad-vi-vi", 0.975, 0.96),
    ("xquad-en-en", 0.975, 0.96),
    ("xquad-vi-en", 0.92, 0.85),
    ("xquad-en-vi", 0.91, 0.85),
    ("xquad-vi-mixed", 0.94, 0.89),
    ("xquad-en-mixed", 0.945, 0.87),
    ("urban-vi-noaccent-vi", 0.97, 0.97),
    ("urban-vi-en", 0.58, 0.54),
    ("urban-en-vi", 0.67, 0.6),
];

/// What was measured of one set: the nDCG of each query.
struct Measured {
    set: &'static str,
    least: f64,
    seconds: f64,
    ours: Vec<f64>,
    /// Without the model, where there is one.
    words: Option<Vec<f64>>,
    bm25: Vec<f64>,
    full_text: Vec<f64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(binary), Ok(url)) = (arguments.next(), std::env::var("TEST_POSTGRES_URL")) else {
        eprintln!("usage: TEST_POSTGRES_URL=… eval BINARY [MODEL_FOLDER]");
        return ExitCode::FAILURE;
    };
    let model = arguments.next();
    let mut database = PgConnection::connect(&url).await.expect("PostgreSQL");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("eval/data");
    let mut all = Vec::new();
    for (set, with, without) in TASKS {
        let folder = data.join(set);
        let labels = relevant(&folder);
        let began = Instant::now();
        let ours = ranked(&binary, model.as_deref(), &folder);
        let seconds = began.elapsed().as_secs_f64();
        let words = model.as_ref().map(|_| ranked(&binary, None, &folder));
        let plain = baselines::bm25(&folder);
        let full_text = baselines::full_text(&mut database, &folder).await;
        all.push(Measured {
            set,
            least: if model.is_some() { with } else { without },
            seconds,
            ours: scores(&ours, &labels),
            words: words.map(|run| scores(&run, &labels)),
            bm25: scores(&plain, &labels),
            full_text: scores(&full_text.expect("PostgreSQL's answer"), &labels),
        });
    }
    show(&all);
    if all.iter().all(Measured::reached) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

impl Measured {
    fn reached(&self) -> bool {
        mean(&self.ours) >= self.least
    }
}

fn show(all: &[Measured]) {
    println!(
        "| task | queries | nDCG@10 (95 %) | its halves | without model | BM25 | PostgreSQL | least | | s |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for one in all {
        let (low, high) = interval(&one.ours);
        let (even, odd) = halves(&one.ours);
        println!(
            "| {} | {} | {:.3} ({low:.3}–{high:.3}) | {even:.3}, {odd:.3} | {:.3} | {:.3} | {:.3} | {} | {} | {:.1} |",
            one.set,
            one.ours.len(),
            mean(&one.ours),
            mean(one.words.as_ref().unwrap_or(&one.ours)),
            mean(&one.bm25),
            mean(&one.full_text),
            one.least,
            if one.reached() {
                "reached"
            } else {
                "**not reached**"
            },
            one.seconds,
        );
    }
    println!("\n| task | gain over BM25 (95 %) | over PostgreSQL (95 %) | by the model (95 %) |");
    println!("|---|---|---|---|");
    for one in all {
        println!(
            "| {} | {} | {} | {} |",
            one.set,
            gain(&one.ours, &one.bm25),
            gain(&one.ours, &one.full_text),
            one.words
                .as_ref()
                .map_or_else(|| "–".to_owned(), |words| gain(&one.ours, words)),
        );
    }
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
