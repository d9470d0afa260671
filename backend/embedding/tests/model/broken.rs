//! Folders that are wrong or half there: a sentence that says what to do, never a panic.

use std::fs;
use std::path::Path;

use embedding::{Embedder, ModelError};
use serde_json::{Value, json};

use crate::tiny::Tiny;

fn refused(folder: &Path) -> ModelError {
    let error = Embedder::load(folder).err().expect("a refusal");
    let sentence = error.to_string();
    assert!(sentence.ends_with('.'), "{sentence}");
    error
}

/// The refusal of a model that was changed before it was written.
fn changed(change: impl FnOnce(&mut Tiny)) -> ModelError {
    let mut tiny = Tiny::new();
    change(&mut tiny);
    refused(tiny.folder().path())
}

#[test]
fn no_folder() {
    let error = refused(Path::new("/nowhere/model"));
    assert!(matches!(error, ModelError::FolderMissing { .. }));
    assert!(error.to_string().contains("make model"), "{error}");
}

#[test]
fn a_file_instead_of_a_folder() {
    let folder = Tiny::new().folder();
    let error = refused(&folder.path().join("config.json"));
    assert!(matches!(error, ModelError::FolderMissing { .. }));
}

#[test]
fn each_file_absent() {
    for name in ["config.json", "tokenizer.json", "model.safetensors"] {
        let folder = Tiny::new().folder();
        fs::remove_file(folder.path().join(name)).unwrap();
        let error = refused(folder.path());
        assert!(
            matches!(error, ModelError::FileMissing { file, .. } if file == name),
            "{error}"
        );
    }
}

#[test]
fn json_that_is_none_or_says_something_else() {
    for name in ["config.json", "tokenizer.json"] {
        for content in [
            "",
            "{",
            "[]",
            "null",
            "{}",
            "\u{0}",
            "<html>not found</html>",
        ] {
            let folder = Tiny::new().folder();
            fs::write(folder.path().join(name), content).unwrap();
            let error = refused(folder.path());
            assert!(
                matches!(error, ModelError::BadJson { .. }),
                "{name} {content}: {error}"
            );
        }
        let folder = Tiny::new().folder();
        let path = folder.path().join(name);
        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..whole.len() / 2]).unwrap();
        assert!(matches!(refused(folder.path()), ModelError::BadJson { .. }));
    }
}

#[test]
fn sizes_that_cannot_be() {
    for (field, value) in [
        ("hidden_size", json!(0)),
        ("hidden_size", json!(15)),
        ("hidden_size", json!(-16)),
        ("hidden_size", json!("16")),
        ("hidden_size", Value::Null),
        ("vocab_size", json!(0)),
        ("vocab_size", json!(9_000_000_000_000_u64)),
        ("num_attention_heads", json!(0)),
        ("num_hidden_layers", json!(100_000)),
        ("intermediate_size", json!(0)),
        ("max_position_embeddings", json!(5)),
        ("type_vocab_size", json!(0)),
    ] {
        let error = changed(|tiny| tiny.config[field] = value.clone());
        assert!(
            matches!(error, ModelError::BadJson { .. }),
            "{field} {value}: {error}"
        );
    }
}

#[test]
fn another_architecture() {
    for (field, value) in [
        ("model_type", "llama"),
        ("model_type", "deberta-v2"),
        ("hidden_act", "silu"),
        ("position_embedding_type", "relative_key"),
    ] {
        let error = changed(|tiny| tiny.config[field] = value.into());
        assert!(matches!(error, ModelError::Unsupported { .. }), "{error}");
        assert!(error.to_string().contains(value), "{error}");
    }
}

#[test]
fn a_tensor_missing() {
    for name in Tiny::new().tensors.into_keys() {
        let error = changed(|tiny| drop(tiny.tensors.remove(&name)));
        let named = matches!(&error, ModelError::TensorMissing { tensor, .. } if *tensor == name);
        assert!(named, "{name}: {error}");
    }
}

#[test]
fn a_tensor_of_another_size() {
    for name in Tiny::new().tensors.into_keys() {
        let error = changed(|tiny| tiny.tensors.get_mut(&name).unwrap().shape.push(1));
        let named = matches!(&error, ModelError::WrongShape { tensor, .. } if *tensor == name);
        assert!(named, "{name}: {error}");
    }
    let error = changed(|tiny| tiny.config["num_hidden_layers"] = 3.into());
    assert!(matches!(error, ModelError::TensorMissing { .. }), "{error}");
    let error = changed(|tiny| tiny.config["intermediate_size"] = 25.into());
    assert!(matches!(error, ModelError::WrongShape { .. }), "{error}");
}

#[test]
fn weights_cut_short_anywhere() {
    let folder = Tiny::new().folder();
    let path = folder.path().join("model.safetensors");
    let whole = fs::read(&path).unwrap();
    for length in [0, 1, 7, 8, 9, 100, 2000, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        let error = refused(folder.path());
        assert!(
            matches!(error, ModelError::BadWeights { .. }),
            "{length}: {error}"
        );
    }
    fs::write(&path, [&whole[..], b"more"].concat()).unwrap();
    assert!(matches!(
        refused(folder.path()),
        ModelError::BadWeights { .. }
    ));
}

#[test]
fn weights_that_are_something_else() {
    let folder = Tiny::new().folder();
    let path = folder.path().join("model.safetensors");
    let page = "<!DOCTYPE html><p>Sign in to fetch this file</p>".repeat(50);
    let pointer = "version https://example.org/spec/v1\noid sha256:00\nsize 235034032\n";
    let mut header = 20_u64.to_le_bytes().to_vec();
    header.extend(b"{\"a\":{\"dtype\":\"F9\"}}");
    for content in [
        page.as_bytes(),
        pointer.as_bytes(),
        &header,
        &[0; 64],
        &[255; 64],
    ] {
        fs::write(&path, content).unwrap();
        let error = refused(folder.path());
        assert!(matches!(error, ModelError::BadWeights { .. }), "{error}");
    }
}

#[test]
fn numbers_that_are_none() {
    let mut tiny = Tiny::new();
    tiny.tensors
        .get_mut("embeddings.LayerNorm.bias")
        .unwrap()
        .numbers[3] = f32::NAN;
    let error = tiny.load().unwrap().query("đô thị").unwrap_err();
    assert!(matches!(error, ModelError::Computation(_)), "{error}");
}

#[test]
fn a_tokenizer_of_another_model() {
    let error = changed(|tiny| {
        let pieces = tiny.tokenizer["model"]["vocab"].as_array_mut().unwrap();
        pieces.push(json!(["▁more", -5.0]));
    });
    assert!(
        matches!(error, ModelError::ForeignTokenizer { .. }),
        "{error}"
    );
    let error = changed(|tiny| tiny.tokenizer["model"]["unk_id"] = 900.into());
    assert!(matches!(error, ModelError::BadJson { .. }), "{error}");
    let error = changed(|tiny| tiny.tokenizer["model"]["type"] = "Magic".into());
    assert!(matches!(error, ModelError::BadJson { .. }), "{error}");
}
