//! The boundary between our errors and GraphQL's, and the way from GraphQL's context to ours.

use async_graphql::{Context, ErrorExtensionValues, Value};

use crate::app::Ctx;
use crate::error::{Error, Problem};
use crate::text::Sentence;

/// An error on its way out.
///
/// Deliberately not `Display`: async-graphql would turn anything printable into an answer, and a
/// stray `?` on a database error would leak its text. With this type it does not compile.
#[derive(Debug, Clone)]
pub struct Fail(Error);

/// What resolvers return. It must be called `Result`: async-graphql's macros look at the name.
pub type Result<T, E = Fail> = std::result::Result<T, E>;

impl From<Error> for Fail {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<Fail> for async_graphql::Error {
    /// Carries both languages; `http` picks the reader's and drops the other.
    fn from(Fail(error): Fail) -> Self {
        if let Some(detail) = error.detail() {
            tracing::error!(code = ?error.code, detail, "request failed");
        }
        let mut answer = Self::new(error.message.en.clone());
        let extensions = answer
            .extensions
            .get_or_insert_with(ErrorExtensionValues::default);
        extensions.set("code", error.code.name());
        set_sentence(extensions, &error.message);
        if let Some(field) = &error.field {
            extensions.set("field", field.clone());
        }
        if let Some(seconds) = error.retry_after {
            extensions.set("retryAfter", seconds);
        }
        if !error.problems.is_empty() {
            let problems: Vec<Value> = error.problems.iter().map(problem_value).collect();
            extensions.set("problems", problems);
        }
        answer
    }
}

/// Extension under which both languages travel inside the process.
pub(crate) const SENTENCE: &str = "sentence";

fn set_sentence(extensions: &mut ErrorExtensionValues, sentence: &Sentence) {
    extensions.set(SENTENCE, sentence_value(sentence));
}

fn sentence_value(sentence: &Sentence) -> Value {
    object([
        ("vi", sentence.vi.clone().into()),
        ("en", sentence.en.clone().into()),
    ])
}

fn problem_value(problem: &Problem) -> Value {
    object([
        ("field", problem.field.clone().into()),
        ("code", problem.code.name().into()),
        (SENTENCE, sentence_value(&problem.message)),
    ])
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Object(
        fields
            .into_iter()
            .map(|(name, value)| (async_graphql::Name::new(name), value))
            .collect(),
    )
}

/// Our context inside a resolver.
pub fn ctx<'a>(gql: &Context<'a>) -> &'a Ctx {
    gql.data_unchecked::<Ctx>()
}
