//! The likeliest row of pieces for a word.
//!
//! The tokenizers crate has this model, too, but spends 260 MB on the tree it keeps the 250,000 pieces
//! of multilingual-e5-small in, as much as all weights. This one keeps them in a map and is used in
//! its place; a test compares the two. All around it (normaliser, words, special tokens) is the
//! crate's.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tokenizers::models::unigram::UnigramTrainer;
use tokenizers::{Model, Token};

/// How much less likely than the unlikeliest piece a character is that no piece has.
const UNKNOWN_PENALTY: f64 = 10.0;

#[derive(Deserialize)]
#[serde(try_from = "File")]
pub(crate) struct Unigram {
    pieces: HashMap<Box<str>, Piece>,
    unknown: u32,
    unknown_score: f64,
    /// In bytes.
    longest: usize,
}

#[derive(Clone, Copy)]
struct Piece {
    id: u32,
    score: f64,
}

/// The model's part of `tokenizer.json`.
#[derive(Deserialize)]
struct File {
    vocab: Vec<(Box<str>, f64)>,
    unk_id: u32,
}

impl TryFrom<File> for Unigram {
    type Error = String;

    fn try_from(file: File) -> Result<Self, String> {
        if file.unk_id as usize >= file.vocab.len() {
            return Err(format!("its unk_id {} is no piece", file.unk_id));
        }
        if let Some((piece, _)) = file.vocab.iter().find(|(_, score)| !score.is_finite()) {
            return Err(format!("the piece {piece} has no score"));
        }
        let least = file.vocab.iter().map(|(_, score)| *score);
        let least = least.fold(f64::INFINITY, f64::min);
        let longest = file.vocab.iter().map(|(piece, _)| piece.len()).max();
        let pieces = file.vocab.into_iter().zip(0..);
        Ok(Self {
            pieces: pieces
                .map(|((piece, score), id)| (piece, Piece { id, score }))
                .collect(),
            unknown: file.unk_id,
            unknown_score: least - UNKNOWN_PENALTY,
            longest: longest.unwrap_or(0),
        })
    }
}

/// The likeliest way to a place in a word.
#[derive(Clone, Copy)]
struct Step {
    score: f64,
    from: usize,
    id: u32,
}

impl Unigram {
    /// The numbers of the pieces and where each ends.
    fn split(&self, word: &str) -> Vec<(u32, usize)> {
        let ends: Vec<usize> = word
            .char_indices()
            .map(|(begin, c)| begin + c.len_utf8())
            .collect();
        let nowhere = Step {
            score: f64::NEG_INFINITY,
            from: 0,
            id: self.unknown,
        };
        // A step for the beginning and one for the end of each character.
        let mut steps = vec![nowhere; ends.len() + 1];
        steps[0].score = 0.0;
        let mut begin = 0;
        for (place, end) in ends.iter().enumerate() {
            let so_far = steps[place].score;
            let mut alone = false;
            let reach = ends[place..].iter().zip(place + 1..);
            for (end, to) in reach.take_while(|(end, _)| **end - begin <= self.longest) {
                let Some(piece) = self.pieces.get(&word[begin..*end]) else {
                    continue;
                };
                alone |= to == place + 1;
                let score = so_far + piece.score;
                if score > steps[to].score {
                    steps[to] = Step {
                        score,
                        from: place,
                        id: piece.id,
                    };
                }
            }
            let score = so_far + self.unknown_score;
            if !alone && score > steps[place + 1].score {
                steps[place + 1] = Step {
                    score,
                    from: place,
                    id: self.unknown,
                };
            }
            begin = *end;
        }
        let mut pieces: Vec<(u32, usize)> = Vec::new();
        let mut place = ends.len();
        while place > 0 {
            let step = steps[place];
            // Unknown characters beside each other are one unknown piece.
            let joined =
                step.id == self.unknown && pieces.last().is_some_and(|(id, _)| *id == self.unknown);
            if !joined {
                pieces.push((step.id, ends[place - 1]));
            }
            place = step.from;
        }
        pieces.reverse();
        pieces
    }
}

impl Model for Unigram {
    type Trainer = UnigramTrainer;

    fn tokenize(&self, word: &str) -> tokenizers::Result<Vec<Token>> {
        let mut begin = 0;
        let token = |(id, end): (u32, usize)| {
            let token = Token::new(id, word[begin..end].to_owned(), (begin, end));
            begin = end;
            token
        };
        Ok(self.split(word).into_iter().map(token).collect())
    }

    fn token_to_id(&self, token: &str) -> Option<u32> {
        self.pieces.get(token).map(|piece| piece.id)
    }

    fn id_to_token(&self, id: u32) -> Option<String> {
        let piece = self.pieces.iter().find(|(_, piece)| piece.id == id);
        piece.map(|(text, _)| text.to_string())
    }

    fn get_vocab(&self) -> HashMap<String, u32> {
        let pieces = self.pieces.iter();
        pieces
            .map(|(text, piece)| (text.to_string(), piece.id))
            .collect()
    }

    fn get_vocab_size(&self) -> usize {
        self.pieces.len()
    }

    fn save(&self, _: &Path, _: Option<&str>) -> tokenizers::Result<Vec<PathBuf>> {
        Err("this model is only read".into())
    }

    fn get_trainer(&self) -> UnigramTrainer {
        UnigramTrainer::default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn vocabulary() -> serde_json::Value {
        json!([
            ["<unk>", 0.0],
            ["▁", -3.0],
            ["▁đ", -4.5],
            ["ô", -4.0],
            ["▁đô", -6.0],
            ["thị", -5.0],
            ["th", -4.0],
            ["ị", -4.2],
            ["a", -2.0],
            ["b", -2.5],
            ["ab", -4.5],
            ["aba", -6.4],
            ["ba", -4.6],
            ["<s>", 0.0],
        ])
    }

    proptest! {
        #[test]
        fn it_splits_as_the_crate_does(word in "[▁đôthịabx語]{0,24}|(ab|ba|a|▁đ|<s>|<unk>|語x){0,12}") {
            let file = json!({ "type": "Unigram", "unk_id": 0, "vocab": vocabulary() }).to_string();
            let ours: Unigram = serde_json::from_str(&file).unwrap();
            let theirs: tokenizers::models::unigram::Unigram = serde_json::from_str(&file).unwrap();
            prop_assert_eq!(ours.tokenize(&word).unwrap(), theirs.tokenize(&word).unwrap());
        }
    }

    #[test]
    fn a_broken_vocabulary_is_refused_with_a_sentence() {
        for (file, part) in [
            (
                json!({ "unk_id": 3, "vocab": [["a", -1.0]] }),
                "unk_id 3 is no piece",
            ),
            (json!({ "unk_id": 0, "vocab": [] }), "unk_id 0 is no piece"),
            (json!({ "vocab": [["a", -1.0]] }), "unk_id"),
        ] {
            let error = serde_json::from_value::<Unigram>(file).err().unwrap();
            assert!(error.to_string().contains(part), "{error}");
        }
    }
}
