//! Addenda in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::{Addendum, service};
use crate::graphql::{Result, ctx};
use crate::ids::{AddendumId, NeedId};
use crate::needs::graphql::Need;
use crate::text::{BilingualText, BilingualTextInput};

/// Something that was added to an open need.
#[derive(SimpleObject)]
pub struct NeedAddendum {
    /// Id.
    id: AddendumId,
    /// 1, 2, …
    number: i32,
    /// What it says.
    text: BilingualText,
    /// The deadline before it, where it moved it.
    closed_before: Option<DateTime<Utc>>,
    /// The deadline after it, where it moved it.
    closes_at: Option<DateTime<Utc>>,
    /// When it was published.
    published_at: DateTime<Utc>,
}

impl From<Addendum> for NeedAddendum {
    fn from(row: Addendum) -> Self {
        Self {
            id: row.id,
            number: row.number,
            text: row.text,
            closed_before: row.closed_before,
            closes_at: row.closes_at,
            published_at: row.published_at,
        }
    }
}

/// An addendum to be published.
#[derive(InputObject)]
pub struct PublishAddendumInput {
    /// Made by the client; the same key with the same body answers as before.
    client_key: String,
    /// To which need.
    need_id: NeedId,
    /// The need's version that was read.
    version: i32,
    /// What it says; at most 4,000 characters a language.
    text: BilingualTextInput,
    /// A later deadline; bidders have at least seven days after an addendum.
    closes_at: Option<DateTime<Utc>>,
}

/// What was published.
#[derive(SimpleObject)]
pub struct PublishAddendumPayload {
    /// The addendum.
    addendum: NeedAddendum,
    /// The need after it.
    need: Need,
}

/// Questions about addenda.
#[derive(Default)]
pub struct AddendumQuery;

#[Object]
impl AddendumQuery {
    /// What was added to a need since it opened, the first first.
    async fn need_addenda(
        &self,
        gql: &Context<'_>,
        need_id: NeedId,
    ) -> Result<Option<Vec<NeedAddendum>>> {
        let rows = service::of_need(ctx(gql), need_id).await?;
        Ok(Some(rows.into_iter().map(NeedAddendum::from).collect()))
    }
}

/// Changes to addenda.
#[derive(Default)]
pub struct AddendumMutation;

#[Object]
impl AddendumMutation {
    /// Adds to an open need, and moves its deadline back where that is asked for.
    async fn publish_addendum(
        &self,
        gql: &Context<'_>,
        input: PublishAddendumInput,
    ) -> Result<PublishAddendumPayload> {
        let (need, addendum) = service::publish(
            ctx(gql),
            &input.client_key,
            input.need_id,
            input.version,
            &input.text,
            input.closes_at,
        )
        .await?;
        Ok(PublishAddendumPayload {
            addendum: addendum.into(),
            need: Need(need),
        })
    }
}
