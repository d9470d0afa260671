//! Texts in, vectors out, for experiments.
//!
//! ```sh
//! cargo run --release -p embedding --example embed -- FOLDER [query|passage] < texts.jsonl > vectors.jsonl
//! ```
//!
//! A line in is `{"id": …}` with `title`, `summary` and `body`, which are joined by line ends, or with
//! `text`; a line out is `{"id": …, "vector": […]}`.

use std::error::Error;
use std::io::{BufRead, Write, stdin, stdout};
use std::path::Path;

use embedding::Embedder;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments
        .next()
        .ok_or("usage: embed FOLDER [query|passage]")?;
    let query = arguments.next().as_deref() == Some("query");
    let model = Embedder::load(Path::new(&folder))?;
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let posting: Value = serde_json::from_str(&line?)?;
        let parts = ["text", "title", "summary", "body"];
        let parts: Vec<&str> = parts
            .iter()
            .filter_map(|part| posting[part].as_str())
            .collect();
        let text = parts.join("\n");
        let vector = if query {
            model.query(&text)?
        } else {
            model.passage(&text)?
        };
        let line = json!({ "id": posting["id"], "vector": vector });
        writeln!(out, "{line}")?;
    }
    Ok(())
}
