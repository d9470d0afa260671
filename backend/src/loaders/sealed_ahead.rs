//! Sealed contents of proposals and their openings, ahead and one by one.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;

use super::{Loaders, Rows};
use crate::error::{Error, Result};
use crate::ids::{NeedId, ProposalId};
use crate::openings::{self, Opening};
use crate::proposals::{self, sealing::Sealed};

/// The opening of a need's proposals.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct OpeningOf(NeedId);

/// Content and key of a proposal, both sealed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct SealedProposal(ProposalId);

impl Loader<OpeningOf> for Rows {
    type Value = Option<Opening>;
    type Error = Error;

    async fn load(&self, keys: &[OpeningOf]) -> Result<HashMap<OpeningOf, Option<Opening>>> {
        let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
        let mut found: HashMap<_, _> = keys.iter().map(|key| (*key, None)).collect();
        let rows = openings::store::find_many(&self.0.db, &ids).await?;
        found.extend(
            rows.into_iter()
                .map(|row| (OpeningOf(row.need_id), Some(row))),
        );
        Ok(found)
    }
}

impl Loader<SealedProposal> for Rows {
    type Value = Sealed;
    type Error = Error;

    async fn load(&self, keys: &[SealedProposal]) -> Result<HashMap<SealedProposal, Sealed>> {
        let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
        let rows = proposals::store::sealed(&self.0.db, &ids).await?;
        Ok(rows
            .into_iter()
            .map(|row| (SealedProposal(row.0.proposal_id), row))
            .collect())
    }
}

impl Loaders {
    /// Openings of needs that have closed.
    pub async fn fetch_openings(&self, ids: impl Iterator<Item = NeedId> + Send) -> Result<()> {
        self.fetch(ids.map(OpeningOf).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// The opening of a need's proposals, if its deadline has come.
    pub async fn opening(&self, id: NeedId) -> Result<Option<Opening>> {
        self.there(OpeningOf(id)).await
    }

    /// Sealed contents of proposals.
    pub async fn fetch_sealed_proposals(
        &self,
        ids: impl Iterator<Item = ProposalId> + Send,
    ) -> Result<()> {
        self.fetch(ids.map(SealedProposal).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// The sealed content of a proposal, and its wrapped key.
    pub async fn sealed_proposal(&self, id: ProposalId) -> Result<Sealed> {
        self.there(SealedProposal(id)).await
    }
}
