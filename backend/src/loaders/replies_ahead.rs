//! How organisations answer introductions, ahead and one by one.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;

use super::{Loaders, Rows};
use crate::error::{Error, Result};
use crate::ids::OrganizationId;
use crate::matches::rules::{self, Responsiveness};
use crate::matches::{MatchSide, store};

/// How an organisation answers.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ResponsivenessOf(OrganizationId);

impl Loader<ResponsivenessOf> for Rows {
    type Value = Option<Responsiveness>;
    type Error = Error;

    async fn load(
        &self,
        keys: &[ResponsivenessOf],
    ) -> Result<HashMap<ResponsivenessOf, Option<Responsiveness>>> {
        let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
        let now = self.0.clock.now();
        let found = store::introduced_since(&self.0.db, &ids, now - rules::REMEMBERED).await?;
        let sides_of = |id| {
            let sides = found.iter().flat_map(move |found| {
                [
                    (found, MatchSide::Need, found.need_organization_id),
                    (found, MatchSide::Offer, found.offer_organization_id),
                ]
            });
            let own = sides.filter(move |(_, _, owner)| *owner == id);
            own.map(|(found, side, _)| (found, side))
                .collect::<Vec<_>>()
        };
        Ok(keys
            .iter()
            .map(|key| (*key, rules::responsiveness(&sides_of(key.0), now)))
            .collect())
    }
}

impl Loaders {
    /// How organisations answer.
    pub async fn fetch_responsiveness(
        &self,
        ids: impl Iterator<Item = OrganizationId> + Send,
    ) -> Result<()> {
        self.fetch(ids.map(ResponsivenessOf).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// How an organisation answers; none when nothing was asked of it yet.
    pub async fn responsiveness(&self, id: OrganizationId) -> Result<Option<Responsiveness>> {
        Ok(self.0.load_one(ResponsivenessOf(id)).await?.flatten())
    }
}
