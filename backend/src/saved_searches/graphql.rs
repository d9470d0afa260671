//! Saved searches in the API: each person's own.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::{Frequency, service, store};
use crate::graphql::{Result, ctx};
use crate::ids::SavedSearchId;
use crate::money::MoneyRange;
use crate::search::FacetKey;
use crate::search::graphql::SearchFilter;

/// A search that was saved.
pub struct SavedSearch(super::SavedSearch);

/// The values of one facet.
#[derive(SimpleObject)]
pub struct SavedFacet {
    /// Which facet.
    key: FacetKey,
    /// Values: codes or ids.
    values: Vec<String>,
}

/// A search that was saved.
#[Object]
impl SavedSearch {
    /// Id.
    async fn id(&self) -> SavedSearchId {
        self.0.id
    }

    /// What its owner calls it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The words.
    async fn query(&self) -> &str {
        &self.0.criteria.0.text
    }

    /// What it is narrowed to.
    async fn facets(&self) -> Vec<SavedFacet> {
        let facets = FacetKey::ALL.into_iter().zip(&self.0.criteria.0.facets);
        facets
            .filter(|(_, values)| !values.is_empty())
            .map(|(key, values)| SavedFacet {
                key,
                values: values.clone(),
            })
            .collect()
    }

    /// What it may cost.
    async fn budget(&self) -> Option<MoneyRange> {
        let question = &self.0.criteria.0;
        MoneyRange::of(question.budget_min, question.budget_max)
    }

    /// How often its owner is told of what is new.
    async fn frequency(&self) -> Frequency {
        self.0.frequency
    }

    /// When the last letter about it was written.
    async fn alerted_at(&self) -> Option<DateTime<Utc>> {
        self.0.alerted_at
    }

    /// When it was saved.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
}

/// A search to save.
#[derive(InputObject)]
pub struct SaveSearchInput {
    /// Made by the client, so that a double click saves one.
    client_key: String,
    /// What to call it; at most 120 characters.
    name: String,
    /// The words; may be empty.
    query: String,
    /// What it is narrowed to.
    filter: Option<SearchFilter>,
    /// How often to be told. Anything but NEVER is consent to such letters.
    frequency: Frequency,
}

/// A change of a saved search.
#[derive(InputObject)]
pub struct UpdateSavedSearchInput {
    /// Which.
    saved_search_id: SavedSearchId,
    /// What to call it.
    name: String,
    /// How often to be told. Anything but NEVER is consent to such letters.
    frequency: Frequency,
}

/// Which saved search.
#[derive(InputObject)]
pub struct SavedSearchIdInput {
    /// Which.
    saved_search_id: SavedSearchId,
}

/// The search after the change.
#[derive(SimpleObject)]
pub struct SavedSearchPayload {
    /// The search.
    saved_search: SavedSearch,
}

/// A search that is no more.
#[derive(SimpleObject)]
pub struct DeletedSavedSearchPayload {
    /// Its id.
    id: SavedSearchId,
}

/// Questions about saved searches.
#[derive(Default)]
pub struct SavedSearchQuery;

#[Object]
impl SavedSearchQuery {
    /// The viewer's own saved searches, the newest first.
    async fn saved_searches(&self, gql: &Context<'_>) -> Result<Vec<SavedSearch>> {
        let ctx = ctx(gql);
        let rows = store::of_user(&ctx.app.db, ctx.in_person()?.id).await?;
        Ok(rows.into_iter().map(SavedSearch).collect())
    }
}

/// Changes of saved searches.
#[derive(Default)]
pub struct SavedSearchMutation;

#[Object]
impl SavedSearchMutation {
    /// Saves a search.
    async fn save_search(
        &self,
        gql: &Context<'_>,
        input: SaveSearchInput,
    ) -> Result<SavedSearchPayload> {
        let ctx = ctx(gql);
        let question = input
            .filter
            .unwrap_or_default()
            .question(ctx, input.query)?;
        let row = service::save(
            ctx,
            &input.client_key,
            input.name,
            question,
            input.frequency,
        )
        .await?;
        Ok(SavedSearchPayload {
            saved_search: SavedSearch(row),
        })
    }

    /// Renames a search, or changes how often to be told.
    async fn update_saved_search(
        &self,
        gql: &Context<'_>,
        input: UpdateSavedSearchInput,
    ) -> Result<SavedSearchPayload> {
        let row =
            service::update(ctx(gql), input.saved_search_id, input.name, input.frequency).await?;
        Ok(SavedSearchPayload {
            saved_search: SavedSearch(row),
        })
    }

    /// Deletes a search.
    async fn delete_saved_search(
        &self,
        gql: &Context<'_>,
        input: SavedSearchIdInput,
    ) -> Result<DeletedSavedSearchPayload> {
        service::delete(ctx(gql), input.saved_search_id).await?;
        Ok(DeletedSavedSearchPayload {
            id: input.saved_search_id,
        })
    }
}
