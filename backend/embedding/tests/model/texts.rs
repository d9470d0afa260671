//! Every text has a defined answer.

use embedding::{Embedder, cosine};
use proptest::prelude::*;

use crate::tiny::{Tiny, WIDTH};

fn both(model: &Embedder, text: &str) -> [Vec<f32>; 2] {
    [model.query(text).unwrap(), model.passage(text).unwrap()]
}

fn length(vector: &[f32]) -> f32 {
    vector.iter().map(|x| x * x).sum::<f32>().sqrt()
}

#[test]
fn a_text_without_a_token_is_like_nothing() {
    let model = Tiny::new().load().unwrap();
    for text in ["", " ", "\n\t \u{a0}\u{3000}"] {
        assert_eq!(both(&model, text), [vec![0.0; WIDTH], vec![0.0; WIDTH]]);
    }
    assert_eq!(model.passages(&[]).unwrap(), Vec::<Vec<f32>>::new());
}

#[test]
fn odd_texts_have_a_vector_of_length_one() {
    let model = Tiny::new().load().unwrap();
    let odd = [
        "\0",
        "a\0b",
        "\u{301}",
        "\u{301}\u{323}\u{302}",
        "語",
        "🏙🏙🏙",
        "\u{200b}\u{feff}",
        "\u{fdfa}",
        "<s></s><unk><pad>",
        "query: passage: ",
    ];
    for text in odd {
        for vector in both(&model, text) {
            assert!((length(&vector) - 1.0).abs() < 1e-5, "{text:?}: {vector:?}");
        }
    }
}

#[test]
fn a_text_of_a_megabyte_has_a_vector() {
    let model = Tiny::new().load().unwrap();
    for text in ["a", "đô thị ", "\u{301}", "\u{fdfa}", "語 "] {
        let text = text.repeat(1_000_000 / text.len());
        for vector in both(&model, &text) {
            assert!((length(&vector) - 1.0).abs() < 1e-5);
        }
    }
}

#[test]
fn only_the_beginning_of_a_long_text_counts() {
    let model = Tiny::new().load().unwrap();
    let long = "smart city ".repeat(2000);
    let longer = format!("{long} đô thị đô thị");
    assert_eq!(
        model.passage(&long).unwrap(),
        model.passage(&longer).unwrap()
    );
}

#[test]
fn accents_typed_apart_are_the_same_letters() {
    let model = Tiny::new().load().unwrap();
    let apart = "đo\u{302} thi\u{323}";
    assert_eq!(model.query("đô thị").unwrap(), model.query(apart).unwrap());
}

#[test]
fn queries_and_passages_are_told_apart() {
    let model = Tiny::new().load().unwrap();
    let [query, passage] = both(&model, "đô thị");
    assert!(cosine(&query, &passage) < 0.9999);
}

#[test]
fn one_model_serves_many_threads() {
    let model = Tiny::new().load().unwrap();
    let expected = model.query("smart city").unwrap();
    std::thread::scope(|scope| {
        let asked = (0..8).map(|_| scope.spawn(|| model.query("smart city").unwrap()));
        for thread in asked.collect::<Vec<_>>() {
            assert_eq!(thread.join().unwrap(), expected);
        }
    });
}

proptest! {
    #[test]
    fn any_text_has_a_vector_of_length_one_or_none(text in any::<String>()) {
        thread_local!(static MODEL: Embedder = Tiny::new().load().unwrap());
        for vector in MODEL.with(|model| both(model, &text)) {
            let length = length(&vector);
            prop_assert!(length == 0.0 || (length - 1.0).abs() < 1e-5);
        }
    }
}
