//! The encoder beside its definition, written down as plainly as possible.

use crate::tiny::{HEADS, LAYERS, POSITIONS, Tiny, WIDTH};

type Rows = Vec<Vec<f64>>;

impl Tiny {
    fn rows(&self, name: &str) -> Rows {
        let tensor = &self.tensors[name];
        let width = *tensor.shape.last().unwrap();
        let row = |row: &[f32]| row.iter().map(|n| f64::from(*n)).collect();
        tensor.numbers.chunks(width).map(row).collect()
    }

    fn linear(&self, xs: &Rows, name: &str) -> Rows {
        let weight = self.rows(&format!("{name}.weight"));
        let bias = &self.rows(&format!("{name}.bias"))[0];
        let number = |x: &[f64], w: &[f64], b: f64| dot(x, w) + b;
        xs.iter()
            .map(|x| {
                weight
                    .iter()
                    .zip(bias)
                    .map(|(w, b)| number(x, w, *b))
                    .collect()
            })
            .collect()
    }

    fn norm(&self, xs: &Rows, name: &str) -> Rows {
        let weight = &self.rows(&format!("{name}.weight"))[0];
        let bias = &self.rows(&format!("{name}.bias"))[0];
        xs.iter()
            .map(|x| {
                let mean = x.iter().sum::<f64>() / x.len() as f64;
                let variance = x.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / x.len() as f64;
                x.iter()
                    .zip(weight)
                    .zip(bias)
                    .map(|((x, w), b)| (x - mean) / (variance + 1e-12).sqrt() * w + b)
                    .collect()
            })
            .collect()
    }

    fn attention(&self, xs: &Rows, name: &str) -> Rows {
        let [queries, keys, values] =
            ["query", "key", "value"].map(|part| self.linear(xs, &format!("{name}.self.{part}")));
        let size = WIDTH / HEADS;
        let mut seen = vec![Vec::new(); xs.len()];
        for head in 0..HEADS {
            let part = head * size..(head + 1) * size;
            for (query, seen) in queries.iter().zip(&mut seen) {
                let likeness = keys
                    .iter()
                    .map(|key| dot(&query[part.clone()], &key[part.clone()]));
                let shares: Vec<f64> = likeness.map(|x| (x / (size as f64).sqrt()).exp()).collect();
                let total: f64 = shares.iter().sum();
                for place in part.clone() {
                    let value = shares
                        .iter()
                        .zip(&values)
                        .map(|(share, v)| share * v[place]);
                    seen.push(value.sum::<f64>() / total);
                }
            }
        }
        self.linear(&seen, &format!("{name}.output.dense"))
    }

    /// The sum over the rows of one window.
    fn window(&self, ids: &[usize]) -> Vec<f64> {
        let pieces = self.rows("embeddings.word_embeddings.weight");
        let positions = self.rows("embeddings.position_embeddings.weight");
        let kind = &self.rows("embeddings.token_type_embeddings.weight")[0];
        let rows = ids.iter().zip(&positions);
        let rows = rows.map(|(id, position)| plus(&plus(&pieces[*id], position), kind));
        let mut xs = self.norm(&rows.collect(), "embeddings.LayerNorm");
        for layer in 0..LAYERS {
            let name = format!("encoder.layer.{layer}");
            let seen = self.attention(&xs, &format!("{name}.attention"));
            let both = xs.iter().zip(&seen).map(|(x, y)| plus(x, y)).collect();
            xs = self.norm(&both, &format!("{name}.attention.output.LayerNorm"));
            let mut wide = self.linear(&xs, &format!("{name}.intermediate.dense"));
            wide.iter_mut().flatten().for_each(|x| *x = gelu(*x));
            let narrow = self.linear(&wide, &format!("{name}.output.dense"));
            let both = xs.iter().zip(&narrow).map(|(x, y)| plus(x, y)).collect();
            xs = self.norm(&both, &format!("{name}.output.LayerNorm"));
        }
        xs.iter().fold(vec![0.0; WIDTH], |sum, x| plus(&sum, x))
    }

    fn vector(&self, windows: &[Vec<usize>]) -> Vec<f64> {
        let windows = windows.iter().map(|ids| self.window(ids));
        let sum = windows.fold(vec![0.0; WIDTH], |sum, x| plus(&sum, &x));
        let length = dot(&sum, &sum).sqrt();
        sum.iter().map(|x| x / length).collect()
    }
}

fn dot(xs: &[f64], ys: &[f64]) -> f64 {
    xs.iter().zip(ys).map(|(x, y)| x * y).sum()
}

fn plus(xs: &[f64], ys: &[f64]) -> Vec<f64> {
    xs.iter().zip(ys).map(|(x, y)| x + y).collect()
}

/// With the error function as the integral that it is.
fn gelu(x: f64) -> f64 {
    let steps = 2000;
    let step = x / std::f64::consts::SQRT_2 / f64::from(steps);
    let heights = (0..steps).map(|n| (-((f64::from(n) + 0.5) * step).powi(2)).exp());
    let erf = heights.sum::<f64>() * step * 2.0 / std::f64::consts::PI.sqrt();
    0.5 * x * (1.0 + erf)
}

fn close(ours: &[f32], theirs: &[f64]) {
    assert_eq!(ours.len(), theirs.len());
    for (x, y) in ours.iter().zip(theirs) {
        assert!(
            (f64::from(*x) - y).abs() < 2e-5,
            "{ours:?} is not {theirs:?}"
        );
    }
}

/// "▁query :" and "▁passage :"
const QUERY: [usize; 2] = [4, 6];
const PASSAGE: [usize; 2] = [5, 6];

fn around(prefix: [usize; 2], ids: &[usize]) -> Vec<usize> {
    [&[0], &prefix[..], ids, &[2]].concat()
}

#[test]
fn a_query_is_what_the_definition_says() {
    let tiny = Tiny::new();
    let model = tiny.load().unwrap();
    assert_eq!(model.dimensions(), WIDTH);
    let expected = tiny.vector(&[around(QUERY, &[10, 11])]);
    close(&model.query("smart city").unwrap(), &expected);
}

#[test]
fn a_passage_is_what_the_definition_says_whatever_its_length() {
    let tiny = Tiny::new();
    let model = tiny.load().unwrap();
    for words in 1..=POSITIONS - 4 {
        let expected = tiny.vector(&[around(PASSAGE, &[8, 9].repeat(words)[..words])]);
        let text = ["đô", "thị"].repeat(words)[..words].join(" ");
        close(&model.passage(&text).unwrap(), &expected);
    }
}

#[test]
fn a_long_text_is_the_mean_over_its_windows_and_ends_after_four() {
    let tiny = Tiny::new();
    let model = tiny.load().unwrap();
    let room = POSITIONS - 4;
    let two = tiny.vector(&[around(PASSAGE, &vec![10; room]), around(PASSAGE, &[10; 3])]);
    close(&model.passage(&"smart ".repeat(room + 3)).unwrap(), &two);
    let four = tiny.vector(&vec![around(PASSAGE, &vec![10; room]); 4]);
    close(&model.passage(&"smart ".repeat(4 * room)).unwrap(), &four);
    close(&model.passage(&"smart ".repeat(9 * room)).unwrap(), &four);
}

#[test]
fn several_passages_are_the_same_as_one_by_one() {
    let model = Tiny::new().load().unwrap();
    let long = "thị smart city ".repeat(30);
    let texts = ["đô thị", "", "smart city", &long, "a", &"b ".repeat(700)];
    let together = model.passages(&texts).unwrap();
    for (text, vector) in texts.iter().zip(together) {
        let alone: Vec<f64> = model
            .passage(text)
            .unwrap()
            .into_iter()
            .map(f64::from)
            .collect();
        close(&vector, &alone);
    }
}

#[test]
fn positions_are_counted_behind_the_padding_where_the_family_does() {
    let mut tiny = Tiny::new();
    tiny.config["model_type"] = "xlm-roberta".into();
    let model = tiny.load().unwrap();
    let table = tiny
        .tensors
        .get_mut("embeddings.position_embeddings.weight")
        .unwrap();
    table.numbers.drain(..2 * WIDTH);
    let expected = tiny.vector(&[around(QUERY, &[10, 11])]);
    close(&model.query("smart city").unwrap(), &expected);
}

#[test]
fn weights_in_half_precision_are_read_as_well() {
    let mut tiny = Tiny::new();
    let whole = tiny.load().unwrap().query("smart city").unwrap();
    tiny.half = true;
    assert_eq!(tiny.load().unwrap().query("smart city").unwrap(), whole);
}

#[test]
fn names_may_begin_with_the_name_of_the_family() {
    let mut tiny = Tiny::new();
    let plain = tiny.load().unwrap().query("smart city").unwrap();
    let tensors = std::mem::take(&mut tiny.tensors);
    tiny.tensors = tensors
        .into_iter()
        .map(|(name, t)| (format!("bert.{name}"), t))
        .collect();
    assert_eq!(tiny.load().unwrap().query("smart city").unwrap(), plain);
}

#[test]
fn another_kind_of_tokenizer_is_left_to_the_library() {
    let mut tiny = Tiny::new();
    let words = [
        "<s>", "<pad>", "</s>", "<unk>", "query", "passage", ":", "x", "đô", "thị",
    ];
    let words = words.iter().enumerate();
    let words: serde_json::Map<_, _> = words.map(|(id, w)| ((*w).to_owned(), id.into())).collect();
    tiny.tokenizer["model"] =
        serde_json::json!({ "type": "WordLevel", "unk_token": "<unk>", "vocab": words });
    tiny.tokenizer["pre_tokenizer"] = serde_json::json!({ "type": "Whitespace" });
    let expected = tiny.vector(&[around(QUERY, &[8, 9])]);
    close(&tiny.load().unwrap().query("đô thị").unwrap(), &expected);
}
