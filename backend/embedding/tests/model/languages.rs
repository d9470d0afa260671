//! Means of languages, and vectors compared across them.

use std::fs;

use embedding::{Embedder, Language, ModelError, centred, cosine};

use crate::tiny::{Tiny, WIDTH};

const VI: [&str; 2] = ["đô thị", "thị đô đô"];
const EN: [&str; 3] = ["smart city", "a city", "smart"];

#[test]
fn the_mean_of_a_language_is_that_of_its_sentences() {
    let model = Tiny::new().load().unwrap();
    assert_eq!(model.mean(Language::Vi), None);
    let vectors = model.passages(&EN).unwrap();
    let model = model.with_neutral(&VI, &EN).unwrap();
    let mean = model.mean(Language::En).unwrap();
    for place in 0..WIDTH {
        let sum: f32 = vectors.iter().map(|vector| vector[place]).sum();
        assert!((mean[place] - sum / 3.0).abs() < 1e-6);
    }
    assert_ne!(model.mean(Language::Vi), model.mean(Language::En));
}

#[test]
fn means_of_the_folder_are_taken_before_neutral_sentences() {
    let folder = Tiny::new().folder();
    let model = Embedder::load(folder.path()).unwrap();
    let means = model.compute_means(&VI, &EN).unwrap();
    fs::write(
        folder.path().join("means.json"),
        serde_json::to_vec(&means).unwrap(),
    )
    .unwrap();
    let model = Embedder::load(folder.path()).unwrap();
    assert_eq!(model.mean(Language::Vi), Some(&means.vi[..]));
    let model = model.with_neutral(&["smart"], &["city"]).unwrap();
    assert_eq!(model.mean(Language::Vi), Some(&means.vi[..]));
}

#[test]
fn a_language_without_sentences_is_an_error() {
    let model = Tiny::new().load().unwrap();
    let error = model.with_neutral(&VI, &[]).err().unwrap();
    assert!(matches!(error, ModelError::NoNeutral(Language::En)));
    assert!(error.to_string().contains("English has none"), "{error}");
}

#[test]
fn means_of_other_weights_are_refused() {
    let tiny = Tiny::new();
    let folder = tiny.folder();
    let model = Embedder::load(folder.path()).unwrap();
    let mut means = model.compute_means(&VI, &EN).unwrap();
    means.model = "other@000000000000".to_owned();
    let path = folder.path().join("means.json");
    fs::write(&path, serde_json::to_vec(&means).unwrap()).unwrap();
    let error = Embedder::load(folder.path()).err().unwrap();
    assert!(matches!(error, ModelError::ForeignMeans { .. }), "{error}");
    for content in ["", "[]", r#"{"model":"x"}"#] {
        fs::write(&path, content).unwrap();
        let error = Embedder::load(folder.path()).err().unwrap();
        assert!(matches!(error, ModelError::BadJson { .. }), "{error}");
    }
    means.model = model.version().to_owned();
    means.vi.pop();
    fs::write(&path, serde_json::to_vec(&means).unwrap()).unwrap();
    let error = Embedder::load(folder.path()).err().unwrap();
    assert!(
        error.to_string().contains("should be 16 numbers"),
        "{error}"
    );
}

#[test]
fn the_version_follows_every_file_and_the_name_is_the_models() {
    let mut tiny = Tiny::new();
    let version = tiny.load().unwrap().version().to_owned();
    assert_eq!(version, tiny.load().unwrap().version());
    let (name, digits) = version.split_once('@').unwrap();
    assert_eq!((name, digits.len()), ("tiny", 12));
    tiny.tensors
        .get_mut("embeddings.LayerNorm.bias")
        .unwrap()
        .numbers[0] += 1.0;
    let other = tiny.load().unwrap().version().to_owned();
    assert_ne!(version, other);
    tiny.config["layer_norm_eps"] = 1e-5.into();
    assert_ne!(other, tiny.load().unwrap().version());
}

#[test]
fn a_centred_vector_has_length_one_and_nothing_stays_nothing() {
    let vector = centred(&[0.6, 0.8], &[0.6, 0.0]);
    assert_eq!(vector, [0.0, 1.0]);
    assert_eq!(centred(&[0.0, 0.0], &[0.6, 0.0]), [0.0, 0.0]);
    assert_eq!(centred(&[0.6, 0.8], &[0.6, 0.8]), [0.0, 0.0]);
}

#[test]
fn cosine_stays_within_its_bounds() {
    assert!((cosine(&[1.0, 0.0], &[1.0, 0.0]) - 1.0).abs() < f32::EPSILON);
    assert!((cosine(&[1.000_001, 0.0], &[1.0, 0.0]) - 1.0).abs() < f32::EPSILON);
    assert!((cosine(&[1.0, 0.0], &[0.0, 1.0]) - 0.0).abs() < f32::EPSILON);
    assert!((cosine(&[1.0], &[1.0, 0.0]) - 0.0).abs() < f32::EPSILON);
    assert!((cosine(&[], &[]) - 0.0).abs() < f32::EPSILON);
}
