//! Proposals in the API.

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::rules::{Content, Step};
use super::store::Filter;
use super::{ProposalStatus, service, store};
use crate::error::Error;
use crate::evaluations::graphql::ProposalEvaluation;
use crate::graphql::{Result, ctx};
use crate::ids::{NeedId, OrganizationId, ProposalId};
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::money::{Amount, Money};
use crate::needs::graphql::Need;
use crate::organizations::graphql::Organization;
use crate::paging::{List, PageArgs};
use crate::policy::Action;
use crate::text::Locale;

/// What a firm would do about a need; sealed until the need's deadline.
pub struct Proposal(pub super::Proposal);

/// What the viewer may do with a proposal now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ProposalAction {
    /// Change it.
    Edit,
    /// Hand it in.
    Submit,
    /// Take it back.
    Withdraw,
    /// Select it or not.
    Decide,
}

/// The owner's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ProposalDecision {
    /// Chosen.
    Selected,
    /// Not chosen.
    NotSelected,
}

/// What a firm would do about a need; sealed until the need's deadline.
#[Object]
impl Proposal {
    /// Id.
    async fn id(&self) -> ProposalId {
        self.0.id
    }

    /// The need; without what it says while it is hidden.
    async fn need(&self, gql: &Context<'_>) -> Result<Need> {
        let need = loaders(gql).need(self.0.need_id).await?;
        let hidden = !ctx(gql).may(Action::ViewNeed(&need));
        Ok(Need(if hidden { need.unread() } else { need }))
    }

    /// The bidder.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        Ok(Organization(
            loaders(gql).organization(self.0.organization_id).await?,
        ))
    }

    /// Language it is written in.
    async fn language(&self) -> Locale {
        self.0.language
    }

    /// In a few sentences.
    async fn summary(&self) -> &str {
        &self.0.summary
    }

    /// How.
    async fn approach(&self) -> &str {
        &self.0.approach
    }

    /// Price; null while a draft has none.
    async fn price(&self) -> Option<Money> {
        self.0.price_amount.map(Money::dong)
    }

    /// Duration in months: 1 to 120.
    async fn duration_months(&self) -> Option<i32> {
        self.0.duration_months
    }

    /// Where it stands.
    async fn status(&self) -> ProposalStatus {
        self.0.status
    }

    /// Why it was selected, not selected or withdrawn.
    async fn decision_reason(&self) -> Option<&str> {
        self.0.decision_reason.as_deref()
    }

    /// Raised by one at each change; send it back when you update.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// SHA-256 of the canonical content, once submitted.
    async fn receipt(&self) -> Option<&str> {
        self.0.receipt.as_deref()
    }

    /// When it was handed in, by the server's clock.
    async fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.0.submitted_at
    }

    /// When it was decided.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// How it was evaluated by the need's criteria, once all was decided; null before, and without
    /// criteria.
    async fn evaluation(&self, gql: &Context<'_>) -> Result<Option<ProposalEvaluation>> {
        crate::evaluations::graphql::of_proposal(gql, &self.0).await
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Result<Vec<ProposalAction>> {
        use ProposalAction as A;
        use ProposalStatus as S;
        let ctx = ctx(gql);
        let need = loaders(gql).need(self.0.need_id).await?;
        let bidder = ctx.may(Action::EditProposal(&self.0, &need));
        let open = super::rules::taking(&need, ctx.now()).is_ok();
        let draft = self.0.status == S::Draft && open;
        let again = self.0.status == S::Withdrawn && open;
        let evaluated = matches!(self.0.status, S::UnderEvaluation | S::Shortlisted);
        let decides = evaluated
            && ctx.may(Action::DecideProposal(&self.0, &need))
            && !loaders(gql).has_criteria(need.id).await?;
        let all = [
            (A::Edit, bidder && (draft || again)),
            (A::Submit, bidder && draft),
            (
                A::Withdraw,
                bidder && service::may_withdraw(&self.0, &need, ctx),
            ),
            (A::Decide, decides),
        ];
        Ok(all
            .into_iter()
            .filter(|(_, may)| *may)
            .map(|(action, _)| action)
            .collect())
    }
}

impl Listed for Proposal {
    type Row = super::Proposal;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        if ahead.asks("organization") {
            loaders
                .fetch_organizations(rows.iter().map(|row| row.organization_id))
                .await?;
        }
        if ahead.asks("need") || ahead.asks("viewerCan") {
            let needs = loaders
                .fetch_needs(rows.iter().map(|row| row.need_id))
                .await?;
            let needs: Vec<_> = needs.iter().collect();
            Need::fetch_ahead(&needs, &ahead.field("need"), loaders).await?;
        }
        Ok(())
    }
}

/// What a proposal says; it replaces the whole content of a draft.
#[derive(InputObject)]
pub struct ProposalContent {
    /// Language it is written in.
    language: Locale,
    /// In a few sentences; at most 2,000 characters.
    summary: String,
    /// How; at most 20,000 characters.
    approach: String,
    /// Price in đồng.
    price_amount: Option<Amount>,
    /// Duration in months: 1 to 120.
    duration_months: Option<i32>,
}

impl From<ProposalContent> for Content {
    fn from(input: ProposalContent) -> Self {
        Self {
            language: input.language,
            summary: input.summary,
            approach: input.approach,
            price_amount: input.price_amount,
            duration_months: input.duration_months,
        }
    }
}

/// A new draft.
#[derive(InputObject)]
pub struct CreateProposalInput {
    /// Made by the client; the same key with the same body answers as before.
    client_key: String,
    /// For which need.
    need_id: NeedId,
    /// Bidder; the viewer writes for it.
    organization_id: OrganizationId,
    /// What it says so far.
    content: ProposalContent,
}

/// A change to a draft.
#[derive(InputObject)]
pub struct UpdateProposalInput {
    /// Which proposal.
    proposal_id: ProposalId,
    /// The version that was read.
    version: i32,
    /// The whole new content.
    content: ProposalContent,
}

/// A proposal to be handed in.
#[derive(InputObject)]
pub struct SubmitProposalInput {
    /// Which proposal.
    proposal_id: ProposalId,
    /// The version that was read; sent twice, it is one submission.
    version: i32,
}

/// A proposal to be taken back.
#[derive(InputObject)]
pub struct WithdrawProposalInput {
    /// Which proposal.
    proposal_id: ProposalId,
    /// Why; for the bidder's own record.
    reason: String,
}

/// The owner's decision.
#[derive(InputObject)]
pub struct DecideProposalInput {
    /// Which proposal.
    proposal_id: ProposalId,
    /// Chosen or not.
    decision: ProposalDecision,
    /// Why; the bidder reads it.
    reason: String,
}

/// The proposal after the change.
#[derive(SimpleObject)]
pub struct ProposalPayload {
    /// The proposal.
    proposal: Proposal,
}

/// What a list of proposals is narrowed to.
#[derive(InputObject, Default)]
pub struct ProposalFilter {
    /// For one need.
    need_id: Option<NeedId>,
    /// Only those of the viewer's organisations.
    mine: Option<bool>,
    /// Statuses.
    statuses: Option<Vec<ProposalStatus>>,
}

/// Questions about proposals.
#[derive(Default)]
pub struct ProposalQuery;

#[Object]
impl ProposalQuery {
    /// Proposals the viewer may know of, newest first.
    async fn proposals(
        &self,
        gql: &Context<'_>,
        filter: Option<ProposalFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Proposal>> {
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            need_id: filter.need_id,
            mine: filter.mine.unwrap_or_default(),
            statuses: filter.statuses.map(crate::postings::distinct),
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx(gql), filter, args)
            .await?
            .connection::<Proposal>(gql)
            .await
    }

    /// One proposal.
    async fn proposal(&self, gql: &Context<'_>, id: ProposalId) -> Result<Option<Proposal>> {
        let ctx = ctx(gql);
        let proposal = store::find(&ctx.app.db, id)
            .await?
            .ok_or_else(Error::not_found)?;
        let need = loaders(gql).need(proposal.need_id).await?;
        ctx.authorize(Action::ViewProposal(&proposal, &need))?;
        Ok(Some(Proposal(proposal)))
    }
}

/// Changes to proposals.
#[derive(Default)]
pub struct ProposalMutation;

#[Object]
impl ProposalMutation {
    /// Begins a proposal as a draft; one per bidder and need.
    async fn create_proposal(
        &self,
        gql: &Context<'_>,
        input: CreateProposalInput,
    ) -> Result<ProposalPayload> {
        let content = input.content.into();
        let (need, bidder) = (input.need_id, input.organization_id);
        let proposal = service::create(ctx(gql), &input.client_key, need, bidder, content).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }

    /// Replaces the content of a draft.
    async fn update_proposal(
        &self,
        gql: &Context<'_>,
        input: UpdateProposalInput,
    ) -> Result<ProposalPayload> {
        let content = input.content.into();
        let proposal = service::update(ctx(gql), input.proposal_id, input.version, content).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }

    /// Hands a proposal in: sealed until the need's deadline. The bidder gets a receipt.
    async fn submit_proposal(
        &self,
        gql: &Context<'_>,
        input: SubmitProposalInput,
    ) -> Result<ProposalPayload> {
        let proposal = service::submit(ctx(gql), input.proposal_id, input.version).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }

    /// Takes a proposal back before it is opened.
    async fn withdraw_proposal(
        &self,
        gql: &Context<'_>,
        input: WithdrawProposalInput,
    ) -> Result<ProposalPayload> {
        let proposal = service::withdraw(ctx(gql), input.proposal_id, &input.reason).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }

    /// Selects a proposal or not; the bidder gets the outcome and the reason.
    async fn decide_proposal(
        &self,
        gql: &Context<'_>,
        input: DecideProposalInput,
    ) -> Result<ProposalPayload> {
        let step = match input.decision {
            ProposalDecision::Selected => Step::Select,
            ProposalDecision::NotSelected => Step::Decline,
        };
        let proposal = service::decide(ctx(gql), input.proposal_id, step, &input.reason).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }
}
