//! Text into windows of token numbers.

use serde::Deserialize;
use tokenizers::{
    DecoderWrapper, Model, NormalizerWrapper, PostProcessorWrapper, PreTokenizerWrapper, Tokenizer,
    TokenizerImpl,
};

use crate::ModelError;
use crate::config::Config;
use crate::folder::{Folder, TOKENIZER};
use crate::unigram::Unigram;

/// So many windows of a text are read; what stands behind them is not looked at. A posting of
/// 2,000 tokens is some 1,500 words of English or 1,800 syllables of Vietnamese.
pub(crate) const WINDOWS: usize = 4;

/// So many characters of a text are read at most; even of the longest pieces, four windows hold
/// fewer. It bounds the work on texts that are no language.
pub(crate) const CHARACTERS: usize = 16_000;

/// What a text is to the model; it was trained with these words before each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Query,
    Passage,
}

pub(crate) struct Tokens {
    tokenizer: Pieces,
    begin: Vec<u32>,
    end: Vec<u32>,
    query: Vec<u32>,
    passage: Vec<u32>,
    /// How many tokens of a text fit between what stands around it.
    query_room: usize,
    passage_room: usize,
}

impl Tokens {
    pub(crate) fn read(folder: &Folder, config: &Config) -> Result<Self, ModelError> {
        let path = folder.path(TOKENIZER);
        let bad = |e: tokenizers::Error| ModelError::bad_json(&path, e);
        let tokenizer = Pieces::read(&folder.read(TOKENIZER)?).map_err(bad)?;
        if let Some(id) = tokenizer.largest()
            && id as usize >= config.vocab_size
        {
            return Err(ModelError::ForeignTokenizer {
                path,
                id,
                vocabulary: config.vocab_size,
            });
        }
        let ids = |text: &str, specials| tokenizer.ids(text, specials).map_err(bad);
        let around = ids("", true)?;
        let (begin, end) = around.split_at(around.len() / 2);
        let (query, passage) = (ids("query: ", false)?, ids("passage: ", false)?);
        let room = |prefix: &Vec<u32>| {
            config
                .positions()
                .checked_sub(around.len() + prefix.len())
                .filter(|room| *room > 0)
                .ok_or_else(|| {
                    ModelError::unsupported(&path, "its words before a text leave no room for it")
                })
        };
        Ok(Self {
            query_room: room(&query)?,
            passage_room: room(&passage)?,
            begin: begin.to_vec(),
            end: end.to_vec(),
            query,
            passage,
            tokenizer,
        })
    }

    /// The text as windows, none of them empty; no window at all when the text has no token.
    pub(crate) fn windows(&self, role: Role, text: &str) -> Result<Vec<Vec<u32>>, ModelError> {
        let text = match text.char_indices().nth(CHARACTERS) {
            Some((end, _)) => &text[..end],
            None => text,
        };
        let ids = self
            .tokenizer
            .ids(text, false)
            .map_err(|e| ModelError::Computation(e.to_string()))?;
        let (prefix, room) = match role {
            Role::Query => (&self.query, self.query_room),
            Role::Passage => (&self.passage, self.passage_room),
        };
        let window = |part: &[u32]| [&self.begin, prefix, part, &self.end].concat();
        Ok(ids.chunks(room).take(WINDOWS).map(window).collect())
    }
}

/// All of `tokenizer.json`, with our own model of pieces where it serves.
enum Pieces {
    Ours(Box<Around<Unigram>>),
    Theirs(Box<Tokenizer>),
}

type Around<M> =
    TokenizerImpl<M, NormalizerWrapper, PreTokenizerWrapper, PostProcessorWrapper, DecoderWrapper>;

/// What of the file is looked at first.
#[derive(Deserialize)]
struct Kind {
    model: KindOfModel,
}

#[derive(Deserialize)]
struct KindOfModel {
    #[serde(default)]
    r#type: String,
    #[serde(default)]
    byte_fallback: bool,
}

impl Pieces {
    fn read(file: &[u8]) -> tokenizers::Result<Self> {
        let Kind { model } = serde_json::from_slice(file)?;
        Ok(if model.r#type == "Unigram" && !model.byte_fallback {
            let mut tokenizer = serde_json::from_slice(file)?;
            plain(&mut tokenizer)?;
            Self::Ours(Box::new(tokenizer))
        } else {
            let mut tokenizer = Tokenizer::from_bytes(file)?;
            plain(&mut tokenizer)?;
            Self::Theirs(Box::new(tokenizer))
        })
    }

    fn ids(&self, text: &str, specials: bool) -> tokenizers::Result<Vec<u32>> {
        let encoding = match self {
            Self::Ours(tokenizer) => tokenizer.encode_fast(text, specials),
            Self::Theirs(tokenizer) => tokenizer.encode_fast(text, specials),
        };
        Ok(encoding?.get_ids().to_vec())
    }

    /// The largest number of a token.
    fn largest(&self) -> Option<u32> {
        let vocabulary = match self {
            Self::Ours(tokenizer) => tokenizer.get_vocab(true),
            Self::Theirs(tokenizer) => tokenizer.get_vocab(true),
        };
        vocabulary.into_values().max()
    }
}

/// The windows are cut here, nothing is padded, and "</s>" in a text is a text.
fn plain<M: Model>(tokenizer: &mut Around<M>) -> tokenizers::Result<()> {
    tokenizer.with_padding(None);
    tokenizer.with_truncation(None)?;
    tokenizer.set_encode_special_tokens(true);
    Ok(())
}
