//! Openings in the API.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::{rules, service};
use crate::accounts::StaffRole;
use crate::graphql::{Result, ctx};
use crate::ids::{NeedId, ProposalId, UserId};
use crate::loaders::loaders;
use crate::needs::graphql::Need;
use crate::policy::Action;
use crate::text::BilingualText;

/// The opening of a need's proposals by two: one of the need's owner, one of the alliance.
pub struct Opening(pub super::Opening);

/// Who opened for one side; for both sides to know.
#[derive(SimpleObject)]
pub struct Opener {
    /// Name.
    name: String,
    /// When.
    at: DateTime<Utc>,
}

impl Opener {
    async fn of(
        gql: &Context<'_>,
        by: Option<UserId>,
        at: Option<DateTime<Utc>>,
    ) -> Result<Option<Self>> {
        let (Some(by), Some(at)) = (by, at) else {
            return Ok(None);
        };
        let name = loaders(gql).user(by).await?.name;
        Ok(Some(Self { name, at }))
    }
}

/// The opening of a need's proposals by two: one of the need's owner, one of the alliance.
#[Object]
impl Opening {
    /// Id: the need's.
    async fn id(&self) -> ID {
        ID(format!("opening_{}", self.0.need_id.0.simple()))
    }

    /// Of which need.
    async fn need(&self, gql: &Context<'_>) -> Result<Need> {
        let need = loaders(gql).need(self.0.need_id).await?;
        let hidden = !ctx(gql).may(Action::ViewNeed(&need));
        Ok(Need(if hidden { need.unread() } else { need }))
    }

    /// When the need closed.
    async fn closed_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Who opened for the need's owner; null while that waits.
    async fn owner(&self, gql: &Context<'_>) -> Result<Option<Opener>> {
        Opener::of(gql, self.0.owner_by, self.0.owner_at).await
    }

    /// Who opened for the alliance; null while that waits.
    async fn alliance(&self, gql: &Context<'_>) -> Result<Option<Opener>> {
        Opener::of(gql, self.0.alliance_by, self.0.alliance_at).await
    }

    /// When both had and all was opened; null while it waits.
    async fn completed_at(&self) -> Option<DateTime<Utc>> {
        self.0.completed_at
    }

    /// True when the viewer may open for a side that has not yet.
    async fn viewer_may_open(&self, gql: &Context<'_>) -> Result<bool> {
        let need = loaders(gql).need(self.0.need_id).await?;
        Ok(rules::waits_for(ctx(gql), &need, &self.0))
    }
}

/// Who opened, as everybody may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OpenerRole {
    /// Somebody who writes for the need's owner.
    Owner,
    /// A moderator of the alliance.
    Moderator,
    /// An administrator of the alliance.
    Administrator,
}

/// One of the two who opened.
#[derive(SimpleObject)]
pub struct OpeningAct {
    /// In which role.
    role: OpenerRole,
    /// When.
    at: DateTime<Utc>,
}

/// A proposal in the record of an opening.
#[derive(SimpleObject)]
pub struct OpenedProposal {
    /// The proposal.
    proposal_id: ProposalId,
    /// The bidder.
    bidder: BilingualText,
    /// When it was handed in.
    submitted_at: Option<DateTime<Utc>>,
    /// SHA-256 of its content, as its receipt says.
    receipt: Option<String>,
}

/// What was opened, when and by whom: everybody's to read.
#[derive(SimpleObject)]
pub struct OpeningRecord {
    /// The need.
    need: Need,
    /// When the need closed.
    closed_at: DateTime<Utc>,
    /// When everything was opened.
    opened_at: DateTime<Utc>,
    /// The two who opened, the first first; nobody where there was nothing to open.
    acts: Vec<OpeningAct>,
    /// Number of proposals.
    count: i32,
    /// The proposals, in the order in which they were begun.
    proposals: Vec<OpenedProposal>,
}

/// A need's proposals to be opened.
#[derive(InputObject)]
pub struct OpenProposalsInput {
    /// Of which need.
    need_id: NeedId,
}

/// The opening after the change.
#[derive(SimpleObject)]
pub struct OpenProposalsPayload {
    /// The opening.
    opening: Opening,
}

/// Questions about openings.
#[derive(Default)]
pub struct OpeningQuery;

#[Object]
impl OpeningQuery {
    /// The opening of a need's proposals, for its owner and for those of the alliance who may open; null
    /// before the deadline.
    async fn opening(&self, gql: &Context<'_>, need_id: NeedId) -> Result<Option<Opening>> {
        let found = service::of_need(ctx(gql), need_id).await?;
        Ok(found.map(|(_, opening)| Opening(opening)))
    }

    /// Openings that wait for somebody, for the alliance; the longest waiting first, at most 200.
    async fn waiting_openings(&self, gql: &Context<'_>) -> Result<Vec<Opening>> {
        let waiting = service::waiting(ctx(gql)).await?;
        loaders(gql)
            .fetch_needs(waiting.iter().map(|opening| opening.need_id))
            .await?;
        Ok(waiting.into_iter().map(Opening).collect())
    }

    /// The public record of a need's opening; NOT_FOUND before it is complete.
    async fn opening_record(
        &self,
        gql: &Context<'_>,
        need_id: NeedId,
    ) -> Result<Option<OpeningRecord>> {
        let record = service::record(ctx(gql), need_id).await?;
        let bidders = record.proposals.iter().map(|row| row.organization_id);
        loaders(gql).fetch_organizations(bidders).await?;
        let mut proposals = Vec::new();
        for row in &record.proposals {
            let bidder = loaders(gql).organization(row.organization_id).await?;
            proposals.push(OpenedProposal {
                proposal_id: row.id,
                bidder: bidder.legal_name,
                submitted_at: row.submitted_at,
                receipt: row.receipt.clone(),
            });
        }
        let opening = record.opening;
        let role = match opening.alliance_role {
            Some(StaffRole::Administrator) => OpenerRole::Administrator,
            _ => OpenerRole::Moderator,
        };
        let sides = [
            (OpenerRole::Owner, opening.owner_at),
            (role, opening.alliance_at),
        ];
        let mut acts: Vec<_> = sides
            .into_iter()
            .filter_map(|(role, at)| at.map(|at| OpeningAct { role, at }))
            .collect();
        acts.sort_by_key(|act| act.at);
        Ok(Some(OpeningRecord {
            need: Need(record.need),
            closed_at: opening.created_at,
            opened_at: opening.completed_at.unwrap_or(opening.created_at),
            acts,
            count: i32::try_from(proposals.len()).unwrap_or(i32::MAX),
            proposals,
        }))
    }
}

/// Changes to openings.
#[derive(Default)]
pub struct OpeningMutation;

#[Object]
impl OpeningMutation {
    /// Opens a need's sealed proposals for the viewer's side, after the deadline. When both sides have,
    /// all are opened at once.
    async fn open_proposals(
        &self,
        gql: &Context<'_>,
        input: OpenProposalsInput,
    ) -> Result<OpenProposalsPayload> {
        let opening = service::open(ctx(gql), input.need_id).await?;
        Ok(OpenProposalsPayload {
            opening: Opening(opening),
        })
    }
}
