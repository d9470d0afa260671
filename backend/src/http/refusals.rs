//! What a signed-in person was refused is on record: once for each operation, by the mutation's name,
//! without a word of what was sent.

use std::collections::{HashMap, HashSet};

use async_graphql::parser::types::{
    ExecutableDocument, FragmentDefinition, OperationType, Selection, SelectionSet,
};
use async_graphql::{Name, PathSegment, Positioned, Response, Value};

use crate::app::Ctx;
use crate::audit;
use crate::error::ErrorCode;

/// The mutations of a document: by what their answers are called, what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mutations(HashMap<String, String>);

type Fragments = HashMap<Name, Positioned<FragmentDefinition>>;

impl Mutations {
    /// Of a document that was admitted, so that its fragments are few and do not go in circles.
    pub fn of(document: &ExecutableDocument) -> Self {
        let mut found = Self::default();
        for (_, operation) in document.operations.iter() {
            if operation.node.ty == OperationType::Mutation {
                let set = &operation.node.selection_set.node;
                found.gather(set, &document.fragments, &mut HashSet::new());
            }
        }
        found
    }

    fn gather<'a>(
        &mut self,
        set: &'a SelectionSet,
        fragments: &'a Fragments,
        seen: &mut HashSet<&'a Name>,
    ) {
        for item in &set.items {
            match &item.node {
                Selection::Field(field) => {
                    let name = field.node.name.node.to_string();
                    let key = field.node.response_key().node.to_string();
                    self.0.insert(key, name);
                }
                Selection::InlineFragment(inline) => {
                    self.gather(&inline.node.selection_set.node, fragments, seen);
                }
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    if let Some(fragment) = fragments.get(name)
                        && seen.insert(name)
                    {
                        self.gather(&fragment.node.selection_set.node, fragments, seen);
                    }
                }
            }
        }
    }

    /// The first mutation that was answered with `FORBIDDEN`.
    fn forbidden(&self, response: &Response) -> Option<&str> {
        let forbidden = ErrorCode::Forbidden.name();
        response.errors.iter().find_map(|error| {
            let code = error.extensions.as_ref()?.get("code")?;
            if *code != Value::String(forbidden.clone()) {
                return None;
            }
            match error.path.first()? {
                PathSegment::Field(key) => self.0.get(key).map(String::as_str),
                PathSegment::Index(_) => None,
            }
        })
    }

    /// Writes down what the answer refused to a signed-in person.
    pub async fn note(&self, ctx: &Ctx, response: &Response) {
        if ctx.viewer.person().is_none() {
            return;
        }
        let Some(name) = self.forbidden(response) else {
            return;
        };
        // The answer is the same whether or not it could be written down.
        if let Err(error) = audit::record_refusal(ctx, name).await {
            tracing::error!(detail = error.detail(), "a refusal is not on record");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mutation_is_known_by_its_name_whatever_it_is_called() {
        let text = "mutation { a: reviewNeed { x } ...F ... { signOut { y } } }
            fragment F on Mutation { b: reviewOffer { x } ...F }";
        let document = async_graphql::parser::parse_query(text).unwrap();
        let found = Mutations::of(&document);
        let name = |key: &str| found.0.get(key).map(String::as_str);
        assert_eq!(name("a"), Some("reviewNeed"));
        assert_eq!(name("b"), Some("reviewOffer"));
        assert_eq!(name("signOut"), Some("signOut"));
        let query = async_graphql::parser::parse_query("{ viewer { id } }").unwrap();
        assert_eq!(Mutations::of(&query), Mutations::default());
    }
}
