//! The fields of the index, and the analyser as tantivy calls it.

use matching::{Word, analyse};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer, TokenizerManager};

/// Raised when the fields or the analyser change: an older index is built anew.
pub(super) const VERSION: &str = "2";

/// Which form of each word a field keeps.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    /// With its accents.
    Exact,
    /// Without; an English word as its stem as well.
    Folded,
    /// With its neighbour, without accents.
    Pairs,
}

impl Form {
    const ALL: [(Self, &'static str); 3] = [
        (Self::Exact, "exact"),
        (Self::Folded, "folded"),
        (Self::Pairs, "pairs"),
    ];

    fn tokens(self, text: &str) -> Vec<Token> {
        let text = analyse(text);
        let mut tokens = Vec::with_capacity(text.words.len());
        let mut before: Option<&Word> = None;
        for (position, word) in text.words.iter().enumerate() {
            let mut add = |text: String| {
                tokens.push(Token {
                    offset_from: word.start,
                    offset_to: word.end,
                    position,
                    text,
                    position_length: 1,
                });
            };
            match self {
                Self::Exact => add(word.exact.clone()),
                Self::Folded => {
                    add(word.folded.clone());
                    if word.stem != word.folded {
                        add(word.stem.clone());
                    }
                }
                Self::Pairs => {
                    if let Some(first) = before.filter(|_| word.joined) {
                        add(pair(first, word));
                    }
                }
            }
            before = Some(word);
        }
        tokens
    }
}

/// Two neighbours as one term.
pub(super) fn pair(first: &Word, second: &Word) -> String {
    format!("{} {}", first.stem, second.stem)
}

/// Longest term in bytes; the index takes no longer ones.
pub(super) const TERM_MAX: usize = 200;

#[derive(Clone)]
struct Cut(Form);

struct Stream {
    tokens: std::vec::IntoIter<Token>,
    token: Token,
}

impl Tokenizer for Cut {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let mut tokens = self.0.tokens(text);
        tokens.retain(|token| token.text.len() <= TERM_MAX);
        Stream {
            tokens: tokens.into_iter(),
            token: Token::default(),
        }
    }
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        match self.tokens.next() {
            Some(token) => {
                self.token = token;
                true
            }
            None => false,
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// The analysers by the names that the schema gives them.
pub(super) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    for (form, name) in Form::ALL {
        manager.register(name, TextAnalyzer::from(Cut(form)));
    }
    manager
}

/// The fields by name.
#[derive(Clone, Debug)]
pub(super) struct Fields {
    pub schema: Schema,
    /// `need_…`, `offer_…`.
    pub key: Field,
    /// Titles, for suggestions.
    pub title_vi: Field,
    pub title_en: Field,
    pub title_exact: Field,
    pub title_folded: Field,
    pub body_exact: Field,
    pub body_folded: Field,
    pub pairs: Field,
    pub concepts: Field,
    /// By what results are narrowed and counted, in the order of `FacetKey::ALL`.
    pub facets: [Field; super::FacetKey::COUNT],
    pub budget_min: Field,
    pub budget_max: Field,
    pub changed: Field,
}

impl Fields {
    pub fn new() -> Self {
        let mut schema = Schema::builder();
        let text = |form: &str| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(form)
                .set_index_option(IndexRecordOption::WithFreqs);
            TextOptions::default().set_indexing_options(indexing)
        };
        Self {
            key: schema.add_text_field("key", STRING | STORED),
            title_vi: schema.add_text_field("title_vi", STORED),
            title_en: schema.add_text_field("title_en", STORED),
            title_exact: schema.add_text_field("title_exact", text("exact")),
            title_folded: schema.add_text_field("title_folded", text("folded")),
            body_exact: schema.add_text_field("body_exact", text("exact")),
            body_folded: schema.add_text_field("body_folded", text("folded")),
            pairs: schema.add_text_field("pairs", text("pairs")),
            concepts: schema.add_text_field("concepts", STRING),
            facets: super::FacetKey::ALL
                .map(|facet| schema.add_text_field(facet.field(), STRING | FAST)),
            budget_min: schema.add_i64_field("budget_min", FAST),
            budget_max: schema.add_i64_field("budget_max", FAST),
            changed: schema.add_i64_field("changed", FAST),
            schema: schema.build(),
        }
    }
}
