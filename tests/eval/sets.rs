//! The sets: postings, and what is relevant to which query.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use serde_json::Value;

/// For each query, by id, the documents that answer it.
pub(crate) type Relevant = BTreeMap<String, HashSet<String>>;

/// A file of JSON Lines.
pub(crate) fn lines(file: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(file).expect("a set's file");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("JSON Lines"))
        .collect()
}

/// A text of a line; empty where there is none.
pub(crate) fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// The labels of a set.
pub(crate) fn relevant(folder: &Path) -> Relevant {
    let mut relevant = Relevant::new();
    for line in lines(&folder.join("qrels.jsonl")) {
        let documents = relevant.entry(text(&line, "query_id")).or_default();
        documents.insert(text(&line, "doc_id"));
    }
    relevant
}

/// Id and everything that each posting of a file says.
pub(crate) fn postings(file: &Path) -> Vec<(String, String)> {
    let lines = lines(file);
    lines
        .iter()
        .map(|line| (text(line, "id"), whole(line)))
        .collect()
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
