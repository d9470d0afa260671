//! Proposals by id and those who make them together.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;

use super::{Loaders, Rows, by, grouped};
use crate::consortia::{ConsortiumMember, store};
use crate::error::{Error, Result};
use crate::ids::ProposalId;
use crate::proposals::{self, Proposal};

/// Those who were asked into a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ConsortiumOf(ProposalId);

impl Loader<ConsortiumOf> for Rows {
    type Value = Vec<ConsortiumMember>;
    type Error = Error;

    async fn load(
        &self,
        keys: &[ConsortiumOf],
    ) -> Result<HashMap<ConsortiumOf, Vec<ConsortiumMember>>> {
        let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
        let rows = store::of_proposals(&self.0.db, &ids).await?;
        let pairs = rows.into_iter().map(|row| (row.proposal_id, row)).collect();
        Ok(grouped(keys, pairs, ConsortiumOf))
    }
}

impl Loader<ProposalId> for Rows {
    type Value = Proposal;
    type Error = Error;

    async fn load(&self, keys: &[ProposalId]) -> Result<HashMap<ProposalId, Proposal>> {
        let rows = proposals::store::find_many(&self.0.db, keys).await?;
        Ok(by(rows, |row| row.id))
    }
}

impl Loaders {
    /// Those who were asked into a proposal.
    pub async fn consortium(&self, id: ProposalId) -> Result<Vec<ConsortiumMember>> {
        let found = self.0.load_one(ConsortiumOf(id)).await?;
        Ok(found.unwrap_or_default())
    }

    /// A proposal; whoever asks has looked whether the viewer may know of it.
    pub(crate) async fn proposal(&self, id: ProposalId) -> Result<Proposal> {
        self.there(id).await
    }
}
