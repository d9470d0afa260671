//! Editions of the taxonomy in the API, for administrators.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::{rules, service};
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::TaxonomyEditionId;

/// An edition of the taxonomy's concepts.
pub struct TaxonomyEdition(pub super::TaxonomyEdition);

/// How an edition differs from the one that the engine uses now.
#[derive(SimpleObject)]
pub struct TaxonomyDifference {
    /// Ids of concepts that only it has.
    added: Vec<String>,
    /// Ids of concepts that it has not.
    removed: Vec<String>,
    /// Ids of concepts that it has otherwise.
    changed: Vec<String>,
}

/// An edition of the taxonomy's concepts.
#[Object]
impl TaxonomyEdition {
    /// Id.
    async fn id(&self) -> TaxonomyEditionId {
        self.0.id
    }

    /// Name.
    async fn version(&self) -> &str {
        &self.0.version
    }

    /// What is new in it.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// How many concepts it has.
    async fn size(&self) -> usize {
        self.0.concepts.0.len()
    }

    /// The concepts as JSON, to be edited and written as another edition.
    async fn concepts(&self) -> Result<String> {
        json(&self.0.concepts.0)
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Since when the engine uses it; null while it does not.
    async fn adopted_at(&self) -> Option<DateTime<Utc>> {
        self.0.adopted_at
    }

    /// How it differs from what the engine uses now.
    async fn difference(&self, gql: &Context<'_>) -> Result<TaxonomyDifference> {
        let current = service::current(ctx(gql)).await?;
        let difference = rules::difference(&current, &self.0.concepts.0);
        Ok(TaxonomyDifference {
            added: difference.added,
            removed: difference.removed,
            changed: difference.changed,
        })
    }
}

/// Concepts as people edit them: one a line.
pub fn json(concepts: &[matching::ConceptInfo]) -> Result<String> {
    let line = |concept| serde_json::to_string(concept);
    let lines: std::result::Result<Vec<_>, _> = concepts.iter().map(line).collect();
    let lines = lines.map_err(|error| Error::internal(error.to_string()))?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

/// An edition to write.
#[derive(InputObject)]
pub struct WriteTaxonomyInput {
    /// What is new in it; at most 500 characters.
    note: String,
    /// The concepts: a JSON list of objects with `id`, `domains`, `vi`, `en` and, if there is one, `broader`.
    /// At most 5,000.
    concepts: String,
}

/// Which edition.
#[derive(InputObject)]
pub struct TaxonomyEditionIdInput {
    /// Which.
    taxonomy_edition_id: TaxonomyEditionId,
}

/// The edition after the change.
#[derive(SimpleObject)]
pub struct TaxonomyPayload {
    /// The edition.
    edition: TaxonomyEdition,
}

/// What became of going back to the built-in edition.
#[derive(SimpleObject)]
pub struct BuiltInTaxonomyPayload {
    /// Another edition was used until now.
    changed: bool,
}

/// Changes of the taxonomy.
#[derive(Default)]
pub struct TaxonomyMutation;

#[Object]
impl TaxonomyMutation {
    /// Writes an edition of the taxonomy's concepts. It is used only when it is adopted; the same concepts
    /// are one edition.
    async fn write_taxonomy(
        &self,
        gql: &Context<'_>,
        input: WriteTaxonomyInput,
    ) -> Result<TaxonomyPayload> {
        let row = service::write(ctx(gql), &input.note, &input.concepts).await?;
        Ok(TaxonomyPayload {
            edition: TaxonomyEdition(row),
        })
    }

    /// Uses an edition from now on: search and matching are built anew with it.
    async fn adopt_taxonomy(
        &self,
        gql: &Context<'_>,
        input: TaxonomyEditionIdInput,
    ) -> Result<TaxonomyPayload> {
        let row = service::adopt(ctx(gql), input.taxonomy_edition_id).await?;
        Ok(TaxonomyPayload {
            edition: TaxonomyEdition(row),
        })
    }

    /// Uses the built-in edition again.
    async fn restore_built_in_taxonomy(&self, gql: &Context<'_>) -> Result<BuiltInTaxonomyPayload> {
        let changed = service::restore_built_in(ctx(gql)).await?;
        Ok(BuiltInTaxonomyPayload { changed })
    }
}
