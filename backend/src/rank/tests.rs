//! What a user does to it.

use std::path::PathBuf;

use clap::Parser;
use serde_json::Value;
use tempfile::TempDir;

use super::{Request, run};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    request: Request,
}

const NEED: &str =
    r#"{"id":"n1","kind":"need","lang":"en","title":"Smart street lighting","domains":["15"]}"#;
const OFFER: &str =
    r#"{"id":"o1","kind":"offer","lang":"en","title":"Street lighting with sensors"}"#;

/// A folder to work in.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Ranks, and says what was written.
    fn rank(
        &self,
        queries: impl AsRef<[u8]>,
        docs: impl AsRef<[u8]>,
        more: &[&str],
    ) -> Result<Vec<Value>, String> {
        let queries = self.file("q.jsonl", queries);
        let docs = self.file("d.jsonl", docs);
        let out = self.0.path().join("r.jsonl");
        let files = [&queries, &docs, &out].map(|file| file.to_str().unwrap());
        let line = [
            "rank",
            "--queries",
            files[0],
            "--docs",
            files[1],
            "--out",
            files[2],
        ];
        let line = Line::try_parse_from(line.iter().chain(more)).map_err(|e| e.to_string())?;
        run(&line.request)?;
        let written = std::fs::read_to_string(out).unwrap();
        Ok(written
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect())
    }

    /// Nothing may be left where something could not be done.
    fn is_clean(&self) -> bool {
        let names = std::fs::read_dir(self.0.path()).unwrap().flatten();
        names
            .map(|entry| entry.file_name().into_string().unwrap())
            .all(|name| name != "r.jsonl" && !name.starts_with(".tmp"))
    }
}

#[test]
fn a_ranking_is_numbered_and_its_factors_sum_up() {
    let docs = [
        OFFER,
        &OFFER.replace("o1", "o0"),
        r#"{"id":"x","kind":"offer","title":"Bread"}"#,
    ];
    let ranked = Desk::new().rank(NEED, docs.join("\n"), &[]).unwrap();
    let ids: Vec<&str> = ranked
        .iter()
        .map(|line| line["doc_id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["o0", "o1"], "ties by id, the unrelated is absent");
    for (index, line) in ranked.iter().enumerate() {
        assert_eq!(line["query_id"], "n1");
        assert_eq!(line["rank"], index + 1);
        let factors = line["factors"].as_object().unwrap();
        let points = factors
            .values()
            .map(|factor| factor["points"].as_f64().unwrap());
        assert!((points.sum::<f64>() - line["score"].as_f64().unwrap()).abs() < 1e-9);
    }
    let first = Desk::new()
        .rank(NEED, docs.join("\n"), &["--top", "1"])
        .unwrap();
    assert_eq!(first.len(), 1);
}

#[test]
fn a_broken_line_is_named_and_nothing_is_written() {
    let broken = [
        ("{", "line 3"),
        ("[1, 2]", "line 3"),
        (r#"{"kind":"offer"}"#, "missing field `id`"),
        (r#"{"id":"","kind":"offer"}"#, "the id is empty"),
        (r#"{"id":"o1","kind":"offer"}"#, "second time"),
        (r#"{"id":"a","kind":"thing"}"#, "unknown variant `thing`"),
        (r#"{"id":"a","kind":"offer","lang":"klingon"}"#, "klingon"),
        (
            r#"{"id":"a","kind":"offer","budget":{"min":NaN}}"#,
            "line 3",
        ),
        (
            r#"{"id":"a","kind":"offer","budget":{"min":1e999}}"#,
            "number out of range",
        ),
        (
            r#"{"id":"a","kind":"offer","budget":{"min":-1}}"#,
            "negative",
        ),
        (
            r#"{"id":"a","kind":"offer","budget":{"min":2,"max":1}}"#,
            "begins above its end",
        ),
        (
            r#"{"id":"a","kind":"offer","budget":{"min":1,"currency":"XXX"}}"#,
            "XXX",
        ),
        (
            r#"{"id":"a","kind":"offer","maturity":9}"#,
            "no step of 1 to 5",
        ),
        (
            r#"{"id":"a","kind":"offer","closes":"2026-02-30"}"#,
            "line 3",
        ),
        (r#"{"id":"a","kind":"offer","references":-1}"#, "no count"),
        (
            r#"{"id":"a","kind":"offer","certificates":"ISO"}"#,
            "a list is expected",
        ),
    ];
    for (line, said) in broken {
        let desk = Desk::new();
        let error = desk
            .rank(NEED, format!("{OFFER}\n\n{line}\n"), &[])
            .unwrap_err();
        assert!(
            error.contains("d.jsonl line 3") && error.contains(said),
            "{error}"
        );
        assert!(desk.is_clean(), "{line}");
    }
    let desk = Desk::new();
    let error = desk.rank(b"\xff\xfe{}", OFFER, &[]).unwrap_err();
    assert!(
        error.contains("q.jsonl line 1: this is not UTF-8"),
        "{error}"
    );
    assert!(desk.is_clean());
}

#[test]
fn what_is_odd_and_harmless_is_taken() {
    let odd = r#"{"id":"o2","kind":"offer","title":"Street lighting","colour":"blue","tags":null,
        "budget":{"tax":1},"organization":{"id":"x","mood":2},"references":[{"name":"a","stars":5}]}"#;
    let docs = format!("\u{feff}{OFFER}\r\n \n{}", odd.replace('\n', " "));
    assert_eq!(Desk::new().rank(NEED, docs, &[]).unwrap().len(), 2);
    for (queries, docs) in [("", OFFER), (NEED, ""), ("\n\n", "\n"), ("", "")] {
        assert_eq!(Desk::new().rank(queries, docs, &[]).unwrap().len(), 0);
    }
    let silent = r#"{"id":"s","kind":"need","title":"","tags":[""]}"#;
    assert_eq!(Desk::new().rank(silent, OFFER, &[]).unwrap().len(), 0);
    let namesake = OFFER.replace("o1", "n1");
    assert_eq!(
        Desk::new().rank(NEED, namesake, &[]).unwrap()[0]["query_id"],
        "n1"
    );
}

#[test]
fn strange_weights_are_refused_with_a_sentence() {
    let strange = [
        ("[offers]\ntext = -1", "at least 0"),
        ("[offers]\ntext = nan", "at least 0"),
        ("[offers]\ntext = inf", "at least 0"),
        ("[offers]\ncharm = 1", "no factor “charm”"),
        ("[offer]\ntext = 1", "unknown field"),
        ("text = ", "w.toml"),
    ];
    for (weights, said) in strange {
        let desk = Desk::new();
        let file = desk.file("w.toml", weights);
        let error = desk
            .rank(NEED, OFFER, &["--weights", file.to_str().unwrap()])
            .unwrap_err();
        assert!(error.contains(said), "{error}");
        assert!(desk.is_clean());
    }
    let none: String = matching::FactorKey::ALL
        .map(|key| format!("{} = 0\n", key.as_str()))
        .concat();
    let meaning = none.replace("meaning = 0", "meaning = 1");
    for (weights, said) in [(none, "more than 0"), (meaning, "takes a --model")] {
        let desk = Desk::new();
        let file = desk.file("w.toml", format!("[offers]\n{weights}"));
        let error = desk
            .rank(NEED, OFFER, &["--weights", file.to_str().unwrap()])
            .unwrap_err();
        assert!(error.contains(said), "{error}");
        assert!(desk.is_clean());
    }
}

#[test]
fn a_wrong_place_is_said_before_the_work_begins() {
    let desk = Desk::new();
    let half = desk.0.path().join("model");
    std::fs::create_dir(&half).unwrap();
    std::fs::write(half.join("config.json"), "{}").unwrap();
    let file = desk.file("not-a-folder", "");
    for model in [&half, &file, &desk.0.path().join("absent")] {
        let error = desk
            .rank(NEED, OFFER, &["--model", model.to_str().unwrap()])
            .unwrap_err();
        assert!(error.contains(model.to_str().unwrap()), "{error}");
        assert!(desk.is_clean());
    }
    for (option, value) in [("--top", "0"), ("--top", "many"), ("--today", "soon")] {
        assert!(
            desk.rank(NEED, OFFER, &[option, value])
                .unwrap_err()
                .contains(value)
        );
    }
    let missing = desk
        .rank(NEED, OFFER, &["--weights", "/nowhere/w.toml"])
        .unwrap_err();
    assert!(missing.contains("/nowhere/w.toml"), "{missing}");
}
