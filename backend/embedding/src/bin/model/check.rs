//! Our vectors beside another program's.

use std::io::BufRead;
use std::path::Path;

use embedding::{Embedder, cosine};
use serde::Deserialize;

use crate::Outcome;

/// Rounding of weights and numbers to a few bits in the other program stays above this.
const LEAST: f32 = 0.999;

/// A text and the vector that the other program gives it.
#[derive(Deserialize)]
struct Reference {
    query: bool,
    text: String,
    vector: Vec<f32>,
}

pub(crate) fn check(folder: &Path, lines: impl BufRead) -> Outcome {
    let model = Embedder::load(folder)?;
    let mut least = f32::INFINITY;
    let mut count = 0;
    for line in lines.lines() {
        let reference: Reference = serde_json::from_str(&line?)?;
        let ours = if reference.query {
            model.query(&reference.text)?
        } else {
            model.passage(&reference.text)?
        };
        let alike = cosine(&ours, &reference.vector);
        println!(
            "{alike:.5}  {}",
            reference.text.chars().take(70).collect::<String>()
        );
        least = least.min(alike);
        count += 1;
    }
    if count == 0 {
        return Err("There is no vector to compare with.".into());
    }
    println!(
        "{}: {count} texts, least cosine {least:.5}",
        model.version()
    );
    if least < LEAST {
        return Err(format!("The least cosine is {least:.5}, below {LEAST}.").into());
    }
    Ok(())
}
