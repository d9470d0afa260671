//! A model of two layers and sixteen numbers, its weights at random but always the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use embedding::{Embedder, ModelError};
use safetensors::tensor::{Dtype, TensorView, serialize};
use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) const WIDTH: usize = 16;
pub(crate) const HEADS: usize = 2;
pub(crate) const INNER: usize = 24;
pub(crate) const LAYERS: usize = 2;
pub(crate) const POSITIONS: usize = 40;

pub(crate) struct Tensor {
    pub(crate) shape: Vec<usize>,
    pub(crate) numbers: Vec<f32>,
}

/// The files of a model before they are written, so that a test can break them.
pub(crate) struct Tiny {
    pub(crate) config: Value,
    pub(crate) tokenizer: Value,
    pub(crate) tensors: BTreeMap<String, Tensor>,
    pub(crate) half: bool,
}

impl Tiny {
    pub(crate) fn new() -> Self {
        let mut seed = 1_u32;
        let mut tensors = BTreeMap::new();
        let mut put = |name: &str, shape: &[usize], middle: f32| {
            let mut number = || {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                // Of few digits, so that half precision holds it exactly.
                middle + (seed >> 22) as f32 / 1024.0 - 0.5
            };
            let numbers = (0..shape.iter().product()).map(|_| number()).collect();
            let shape = shape.to_vec();
            tensors.insert(name.to_owned(), Tensor { shape, numbers });
        };
        let vocabulary = vocabulary();
        let table = [vocabulary.len(), WIDTH];
        put("embeddings.word_embeddings.weight", &table, 0.0);
        put(
            "embeddings.position_embeddings.weight",
            &[POSITIONS, WIDTH],
            0.0,
        );
        put("embeddings.token_type_embeddings.weight", &[2, WIDTH], 0.0);
        put("embeddings.LayerNorm.weight", &[WIDTH], 1.0);
        put("embeddings.LayerNorm.bias", &[WIDTH], 0.0);
        for layer in 0..LAYERS {
            for (name, rows, columns) in [
                ("attention.self.query", WIDTH, WIDTH),
                ("attention.self.key", WIDTH, WIDTH),
                ("attention.self.value", WIDTH, WIDTH),
                ("attention.output.dense", WIDTH, WIDTH),
                ("intermediate.dense", INNER, WIDTH),
                ("output.dense", WIDTH, INNER),
            ] {
                let name = format!("encoder.layer.{layer}.{name}");
                put(&format!("{name}.weight"), &[rows, columns], 0.0);
                put(&format!("{name}.bias"), &[rows], 0.0);
            }
            for name in ["attention.output.LayerNorm", "output.LayerNorm"] {
                let name = format!("encoder.layer.{layer}.{name}");
                put(&format!("{name}.weight"), &[WIDTH], 1.0);
                put(&format!("{name}.bias"), &[WIDTH], 0.0);
            }
        }
        Self {
            config: json!({
                "_name_or_path": "somebody/tiny", "model_type": "bert", "vocab_size": table[0],
                "hidden_size": WIDTH, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS,
                "intermediate_size": INNER, "hidden_act": "gelu", "type_vocab_size": 2,
                "max_position_embeddings": POSITIONS, "layer_norm_eps": 1e-12, "pad_token_id": 1,
            }),
            tokenizer: tokenizer(&vocabulary),
            tensors,
            half: false,
        }
    }

    pub(crate) fn write(&self, folder: &Path) {
        fs::write(folder.join("config.json"), self.config.to_string()).unwrap();
        fs::write(folder.join("tokenizer.json"), self.tokenizer.to_string()).unwrap();
        let bytes = self.tensors.values().map(|tensor| {
            let numbers = tensor.numbers.iter();
            if self.half {
                let halves = numbers.map(|n| half::f16::from_f32(*n).to_le_bytes());
                halves.flatten().collect::<Vec<_>>()
            } else {
                numbers.flat_map(|n| n.to_le_bytes()).collect()
            }
        });
        let bytes: Vec<Vec<u8>> = bytes.collect();
        let kind = if self.half { Dtype::F16 } else { Dtype::F32 };
        let views = self
            .tensors
            .iter()
            .zip(&bytes)
            .map(|((name, tensor), bytes)| {
                let view = TensorView::new(kind, tensor.shape.clone(), bytes);
                (name, view.unwrap())
            });
        let file = serialize(views, None).unwrap();
        fs::write(folder.join("model.safetensors"), file).unwrap();
    }

    pub(crate) fn folder(&self) -> TempDir {
        let folder = TempDir::new().unwrap();
        self.write(folder.path());
        folder
    }

    pub(crate) fn load(&self) -> Result<Embedder, ModelError> {
        Embedder::load(self.folder().path())
    }
}

/// Special tokens, the words before texts, some words, some letters.
fn vocabulary() -> Vec<(String, f64)> {
    let mut pieces: Vec<(String, f64)> = ["<s>", "<pad>", "</s>", "<unk>"]
        .map(|piece| (piece.to_owned(), 0.0))
        .to_vec();
    for piece in [
        "▁query",
        "▁passage",
        ":",
        "▁",
        "▁đô",
        "▁thị",
        "▁smart",
        "▁city",
        "ing",
    ] {
        pieces.push((piece.to_owned(), -4.0));
    }
    for letter in 'a'..='z' {
        pieces.push((letter.to_string(), -8.0));
    }
    pieces
}

fn tokenizer(vocabulary: &[(String, f64)]) -> Value {
    let special = |id: usize| {
        let piece = &vocabulary[id].0;
        json!({ "id": piece, "ids": [id], "tokens": [piece] })
    };
    let part = |id: usize| json!({ "SpecialToken": { "id": vocabulary[id].0, "type_id": 0 } });
    let text = json!({ "Sequence": { "id": "A", "type_id": 0 } });
    let added = [0, 1, 2, 3].map(|id| {
        json!({
            "id": id, "content": vocabulary[id].0, "single_word": false, "lstrip": false,
            "rstrip": false, "normalized": false, "special": true,
        })
    });
    json!({
        "version": "1.0", "truncation": null, "padding": null, "added_tokens": added,
        "normalizer": { "type": "NFKC" },
        "pre_tokenizer": { "type": "Sequence", "pretokenizers": [
            { "type": "WhitespaceSplit" },
            { "type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true },
        ] },
        "post_processor": {
            "type": "TemplateProcessing", "single": [part(0), text, part(2)],
            "pair": [part(0), text, part(2)],
            "special_tokens": { "<s>": special(0), "</s>": special(2) },
        },
        "decoder": null,
        "model": { "type": "Unigram", "unk_id": 3, "vocab": vocabulary },
    })
}
