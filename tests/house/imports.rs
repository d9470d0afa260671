//! The arrows of `docs/architecture.md`, read off the `use` lines.

use std::fs;
use std::path::{Path, PathBuf};

/// What a file of this name must not know, and why.
const FORBIDDEN: &[(&str, &[&str], &str)] = &[
    (
        "rules.rs",
        &["sea_orm", "async_graphql", "axum", "crate::db", "sqlx"],
        "rules are pure",
    ),
    (
        "entity.rs",
        &["axum", "crate::db", "sqlx"],
        "a table knows no queries",
    ),
    (
        "store.rs",
        &["async_graphql", "axum"],
        "a query does not know who asks over what",
    ),
    (
        "service.rs",
        &["sea_orm", "async_graphql", "axum", "sqlx"],
        "a use case knows neither SQL nor the API",
    ),
    (
        "inputs.rs",
        &["sea_orm", "axum", "sqlx", "crate::db"],
        "an input is a shape",
    ),
    (
        "graphql.rs",
        &["sea_orm", "axum", "sqlx", "crate::db"],
        "a resolver is thin",
    ),
    (
        "jobs.rs",
        &["sea_orm", "async_graphql", "axum", "sqlx"],
        "a job uses stores and services",
    ),
];

fn backend() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace")
        .join("backend/src")
}

fn files_of(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder)
        .expect("a folder")
        .filter_map(Result::ok)
    {
        let path = entry.path();
        if path.is_dir() {
            files_of(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(path);
        }
    }
}

/// The lines of a file before its unit tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    text.split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn every_arrow_points_the_right_way() {
    let mut wrong = Vec::new();
    let mut files = Vec::new();
    files_of(&backend(), &mut files);
    for path in files {
        // The feature folders; what lies beside them is plumbing.
        let Ok(inside) = path.strip_prefix(backend()) else {
            continue;
        };
        if inside.components().count() != 2
            || inside.starts_with("http")
            || inside.starts_with("jobs")
        {
            continue;
        }
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let Some((_, forbidden, why)) = FORBIDDEN.iter().find(|(file, ..)| *file == name) else {
            continue;
        };
        for word in *forbidden {
            let lines = code(&path)
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .map(str::to_owned)
                .collect::<Vec<_>>();
            if lines.iter().any(|line| line.contains(&format!("{word}::"))) {
                wrong.push(format!("{} knows {word}, but {why}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_stores_ask_the_database() {
    let mut files = Vec::new();
    files_of(&backend(), &mut files);
    let asking: Vec<_> = files
        .iter()
        .filter(|path| code(path).contains("Entity::find("))
        .filter_map(|path| path.strip_prefix(backend()).ok())
        .map(|path| path.display().to_string())
        .filter(|path| !path.ends_with("store.rs") && path != "client_keys.rs")
        .collect();
    assert_eq!(asking, Vec::<String>::new());
}

#[test]
fn the_engine_knows_nothing_of_us() {
    let manifest = backend()
        .parent()
        .expect("backend")
        .join("matching/Cargo.toml");
    let manifest = fs::read_to_string(manifest).expect("a manifest");
    for word in ["tokio", "sea-orm", "sqlx", "axum", "async", "iforum"] {
        assert!(
            !manifest.contains(word),
            "matching is pure, yet it names {word}"
        );
    }
}

#[test]
fn files_stay_small() {
    let mut files = Vec::new();
    files_of(&backend(), &mut files);
    let large: Vec<_> = files
        .iter()
        .map(|path| {
            (
                code(path).lines().count(),
                path.strip_prefix(backend())
                    .expect("inside")
                    .display()
                    .to_string(),
            )
        })
        .filter(|(lines, _)| *lines > 600)
        .collect();
    assert!(large.is_empty(), "split these: {large:?}");
}
