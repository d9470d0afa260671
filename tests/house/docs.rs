//! What the documents say is there, is there: every test that one names, and every page that one links.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn documents() -> Vec<(PathBuf, String)> {
    let mut found = vec![root().join("README.md")];
    for folder in ["docs", "docs/decisions"] {
        let entries = fs::read_dir(root().join(folder)).unwrap();
        found.extend(entries.map(|entry| entry.unwrap().path()));
    }
    found.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        (path, text)
    };
    found.into_iter().map(read).collect()
}

/// What stands between two signs, each time.
fn between<'a>(text: &'a str, begin: &str, end: char) -> Vec<&'a str> {
    let rest = text.split(begin).skip(1);
    rest.filter_map(|rest| rest.split_once(end).map(|(found, _)| found))
        .collect()
}

/// A test of this name, or of this name on each database.
fn is_a_test(code: &str, name: &str) -> bool {
    let function = [
        format!("fn {name}("),
        format!("fn {name}_sqlite("),
        format!("on_both_databases!({name},"),
    ];
    // Long names stand on a line of their own.
    let line = format!("{name},");
    function.iter().any(|form| code.contains(form)) || code.lines().any(|l| l.trim() == line)
}

#[test]
fn every_test_that_a_document_names_exists() {
    let mut named = 0;
    for (document, text) in documents() {
        for (file, name) in text
            .split('`')
            .skip(1)
            .step_by(2)
            .filter_map(|quoted| quoted.split_once(".rs::"))
            .filter(|(file, _)| file.starts_with("tests/") || file.starts_with("backend/"))
        {
            let code = fs::read_to_string(root().join(format!("{file}.rs")));
            let code = code.unwrap_or_else(|e| panic!("{}: {file}.rs: {e}", document.display()));
            let there = is_a_test(&code, name);
            assert!(there, "{}: no {name} in {file}.rs", document.display());
            named += 1;
        }
    }
    assert!(named > 50, "{named}");
}

#[test]
fn every_page_that_a_document_links_exists() {
    for (document, text) in documents() {
        for link in between(&text, "](", ')') {
            let Some(path) = link.split('#').next().filter(|path| !path.is_empty()) else {
                continue;
            };
            if path.contains("://") {
                continue;
            }
            let there = document.parent().unwrap().join(path).exists();
            assert!(there, "{}: {link} leads nowhere", document.display());
        }
    }
}
