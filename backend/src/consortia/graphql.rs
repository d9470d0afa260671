//! Consortia in the API.

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::service::Invite;
use super::{MemberStatus, rules, service, store};
use crate::graphql::{Result, ctx};
use crate::ids::{ConsortiumMemberId, OrganizationId, ProposalId};
use crate::loaders::loaders;
use crate::needs::graphql::Need;
use crate::organizations::graphql::Organization;
use crate::policy::{self, Action};
use crate::proposals::graphql::{Proposal, ProposalPayload};
use crate::proposals::{self, ProposalStatus};

/// Who makes a proposal together.
pub struct Consortium {
    proposal: proposals::Proposal,
    need: crate::needs::Need,
    members: Vec<super::ConsortiumMember>,
}

/// What the viewer may do with a consortium now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ConsortiumAction {
    /// Ask an organisation in.
    Invite,
    /// Put the draft up for signing.
    RequestSignoff,
    /// Sign it for one's own organisation.
    Sign,
    /// Take it back to change it; the signatures end.
    Recall,
}

impl Consortium {
    /// The consortium of a proposal that the viewer may know of.
    pub async fn of(gql: &Context<'_>, proposal: &proposals::Proposal) -> Result<Self> {
        let need = loaders(gql).need(proposal.need_id).await?;
        let mut members = loaders(gql).consortium(proposal.id).await?;
        // Whom it asked in vain is the bidders' own business.
        if !proposal.bidders().any(|id| ctx(gql).viewer.belongs_to(id)) {
            members.retain(|one| one.status == MemberStatus::Accepted);
        }
        Ok(Self {
            proposal: proposal.clone(),
            need,
            members,
        })
    }
}

/// Who makes a proposal together.
#[Object]
impl Consortium {
    /// Who answers for the proposal.
    async fn lead(&self, gql: &Context<'_>) -> Result<Organization> {
        let lead = loaders(gql).organization(self.proposal.organization_id);
        Ok(Organization(lead.await?))
    }

    /// Of the work, in percent, what the members leave to the lead; null when no member has a share.
    async fn lead_share_percent(&self) -> Option<i32> {
        let shares: Vec<i32> = rules::accepted(&self.members)
            .filter_map(|one| one.share_percent)
            .collect();
        (!shares.is_empty()).then(|| 100 - shares.iter().sum::<i32>())
    }

    /// Those who were asked in, in that order; to others than the bidders, those who are in.
    async fn members(&self) -> Vec<ConsortiumMember> {
        let version = self.proposal.version;
        let of = |row: &super::ConsortiumMember| ConsortiumMember {
            row: row.clone(),
            signed: rules::has_signed(row, version)
                || (self.proposal.submitted_at.is_some() && row.status == MemberStatus::Accepted),
        };
        self.members.iter().map(of).collect()
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Vec<ConsortiumAction> {
        use ConsortiumAction as A;
        let ctx = ctx(gql);
        let open = proposals::rules::taking(&self.need, ctx.now()).is_ok();
        let draft = open && self.proposal.status == ProposalStatus::Draft;
        let waits = open && self.proposal.status == ProposalStatus::AwaitingSignoff;
        let leads = ctx.may(Action::LeadProposal(&self.proposal, &self.need));
        let writes = ctx.may(Action::EditProposal(&self.proposal, &self.need));
        let settled = rules::accepted(&self.members).next().is_some();
        let signs = rules::accepted(&self.members).any(|one| {
            ctx.viewer.writes_for(one.organization_id)
                && !rules::has_signed(one, self.proposal.version)
        });
        let all = [
            (
                A::Invite,
                draft && leads && self.members.len() < rules::MEMBERS_MAX,
            ),
            (A::RequestSignoff, draft && leads && settled),
            (A::Sign, waits && signs),
            (A::Recall, waits && writes),
        ];
        all.into_iter()
            .filter(|(_, may)| *may)
            .map(|(action, _)| action)
            .collect()
    }
}

/// An organisation that proposes together with a bidder, or was asked to.
pub struct ConsortiumMember {
    row: super::ConsortiumMember,
    signed: bool,
}

/// What the viewer may do with a member now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ConsortiumMemberAction {
    /// Answer the invitation.
    Answer,
    /// Leave, take the invitation back, or end the member's part.
    End,
}

/// An organisation that proposes together with a bidder, or was asked to.
#[Object]
impl ConsortiumMember {
    /// Id.
    async fn id(&self) -> ConsortiumMemberId {
        self.row.id
    }

    /// Who.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        let found = loaders(gql).organization(self.row.organization_id);
        Ok(Organization(found.await?))
    }

    /// What it does.
    async fn role(&self) -> &str {
        &self.row.role
    }

    /// Of the work, in percent: 1 to 99.
    async fn share_percent(&self) -> Option<i32> {
        self.row.share_percent
    }

    /// How far it is in.
    async fn status(&self) -> MemberStatus {
        self.row.status
    }

    /// When it was asked.
    async fn invited_at(&self) -> DateTime<Utc> {
        self.row.invited_at
    }

    /// When it answered, or its part ended.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.row.answered_at
    }

    /// When it signed the proposal as it stands; null when it has not.
    async fn signed_at(&self) -> Option<DateTime<Utc>> {
        self.row.signed_at.filter(|_| self.signed)
    }

    /// It takes part in another proposal for the same need as well; only to people of the bidders, null to
    /// others.
    async fn in_rival_proposal(&self, gql: &Context<'_>) -> Result<Option<bool>> {
        let proposal = loaders(gql).proposal(self.row.proposal_id).await?;
        let own = |id| ctx(gql).viewer.belongs_to(id);
        if !proposal.bidders().any(own) && !own(self.row.organization_id) {
            return Ok(None);
        }
        // Whom nobody has told yes yet learns nothing of what an invited one does elsewhere.
        if self.row.status != MemberStatus::Accepted && !own(self.row.organization_id) {
            return Ok(None);
        }
        let db = &ctx(gql).app.db;
        let ids = [self.row.organization_id];
        let rivals = store::rivals(db, proposal.need_id, proposal.id, &ids).await?;
        Ok(Some(!rivals.is_empty()))
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Result<Vec<ConsortiumMemberAction>> {
        use ConsortiumMemberAction as A;
        let ctx = ctx(gql);
        let proposal = loaders(gql).proposal(self.row.proposal_id).await?;
        let need = loaders(gql).need(proposal.need_id).await?;
        let acts = ctx.may(Action::ActAsMember(&self.row));
        let leads = ctx.may(Action::LeadProposal(&proposal, &need));
        let invited = self.row.status == MemberStatus::Invited;
        let within = invited || self.row.status == MemberStatus::Accepted;
        let early = proposal.submitted_at.is_none();
        let open = proposals::rules::taking(&need, ctx.now()).is_ok();
        let all = [
            (A::Answer, acts && invited && open),
            (A::End, within && early && (leads || (acts && !invited))),
        ];
        Ok(all
            .into_iter()
            .filter(|(_, may)| *may)
            .map(|(action, _)| action)
            .collect())
    }
}

/// An invitation to propose together that waits for the viewer's organisation.
pub struct ConsortiumInvitation {
    row: super::ConsortiumMember,
    proposal: proposals::Proposal,
}

/// An invitation to propose together that waits for the viewer's organisation.
#[Object]
impl ConsortiumInvitation {
    /// The need.
    async fn need(&self, gql: &Context<'_>) -> Result<Need> {
        let need = loaders(gql).need(self.proposal.need_id).await?;
        let hidden = !ctx(gql).may(Action::ViewNeed(&need));
        Ok(Need(if hidden { need.unread() } else { need }))
    }

    /// Who asks.
    async fn lead(&self, gql: &Context<'_>) -> Result<Organization> {
        let lead = loaders(gql).organization(self.proposal.organization_id);
        Ok(Organization(lead.await?))
    }

    /// What the viewer's organisation would be.
    async fn member(&self) -> ConsortiumMember {
        ConsortiumMember {
            row: self.row.clone(),
            signed: false,
        }
    }
}

/// Questions about consortia.
#[derive(Default)]
pub struct ConsortiumQuery;

#[Object]
impl ConsortiumQuery {
    /// Invitations to propose together that the viewer's organisations have not answered, the last first.
    async fn consortium_invitations(&self, gql: &Context<'_>) -> Result<Vec<ConsortiumInvitation>> {
        let ctx = ctx(gql);
        let rows = store::waiting_for(&ctx.app.db, &ctx.viewer.organizations()).await?;
        let mut found = Vec::new();
        for row in rows {
            let proposal = loaders(gql).proposal(row.proposal_id).await?;
            // What was opened, taken back or ended in the meantime asks nobody any more.
            if !policy::is_open_to_owner(proposal.status)
                && proposal.status != ProposalStatus::Withdrawn
            {
                found.push(ConsortiumInvitation { row, proposal });
            }
        }
        Ok(found)
    }
}

/// An organisation to be asked in.
#[derive(InputObject)]
pub struct InviteToProposalInput {
    /// Made by the client; the same key with the same body answers as before.
    client_key: String,
    /// Which proposal.
    proposal_id: ProposalId,
    /// Who.
    organization_id: OrganizationId,
    /// What it is to do; at most 200 characters.
    role: String,
    /// Of the work, in percent: 1 to 99.
    share_percent: Option<i32>,
}

/// The answer to an invitation.
#[derive(InputObject)]
pub struct AnswerProposalInvitationInput {
    /// Which.
    member_id: ConsortiumMemberId,
    /// In, or not.
    accept: bool,
    /// True after CONFLICT: the organisation knows that it takes part in another proposal for the need.
    acknowledge_conflict: Option<bool>,
}

/// A member whose part ends.
#[derive(InputObject)]
pub struct EndConsortiumMemberInput {
    /// Which.
    member_id: ConsortiumMemberId,
}

/// A proposal of a version.
#[derive(InputObject)]
pub struct ProposalVersionInput {
    /// Which.
    proposal_id: ProposalId,
    /// The version that was read.
    version: i32,
}

/// A proposal.
#[derive(InputObject)]
pub struct RecallProposalInput {
    /// Which.
    proposal_id: ProposalId,
}

/// The member after the change.
#[derive(SimpleObject)]
pub struct ConsortiumMemberPayload {
    /// The member.
    member: ConsortiumMember,
}

fn member(row: super::ConsortiumMember) -> ConsortiumMemberPayload {
    ConsortiumMemberPayload {
        member: ConsortiumMember { row, signed: false },
    }
}

/// Changes to consortia.
#[derive(Default)]
pub struct ConsortiumMutation;

#[Object]
impl ConsortiumMutation {
    /// The lead asks an organisation to propose together; it gets an email.
    async fn invite_to_proposal(
        &self,
        gql: &Context<'_>,
        input: InviteToProposalInput,
    ) -> Result<ProposalPayload> {
        let asked = Invite {
            organization_id: input.organization_id,
            role: input.role,
            share_percent: input.share_percent,
        };
        let id = input.proposal_id;
        let proposal = service::invite(ctx(gql), &input.client_key, id, asked).await?;
        Ok(ProposalPayload::of(Proposal(proposal)))
    }

    /// The viewer's organisation answers an invitation.
    async fn answer_proposal_invitation(
        &self,
        gql: &Context<'_>,
        input: AnswerProposalInvitationInput,
    ) -> Result<ConsortiumMemberPayload> {
        let known = input.acknowledge_conflict.unwrap_or_default();
        let row = service::answer(ctx(gql), input.member_id, input.accept, known).await?;
        Ok(member(row))
    }

    /// A member leaves, or the lead ends its part or takes the invitation back; signatures end with it.
    async fn end_consortium_member(
        &self,
        gql: &Context<'_>,
        input: EndConsortiumMemberInput,
    ) -> Result<ConsortiumMemberPayload> {
        Ok(member(service::leave(ctx(gql), input.member_id).await?))
    }

    /// The lead puts the draft up for signing: it is frozen, and the members get an email.
    async fn request_proposal_signoff(
        &self,
        gql: &Context<'_>,
        input: ProposalVersionInput,
    ) -> Result<ProposalPayload> {
        let found = service::request_signoff(ctx(gql), input.proposal_id, input.version).await?;
        Ok(ProposalPayload::of(Proposal(found)))
    }

    /// A member signs the version that it has read.
    async fn sign_proposal(
        &self,
        gql: &Context<'_>,
        input: ProposalVersionInput,
    ) -> Result<ProposalPayload> {
        let found = service::sign(ctx(gql), input.proposal_id, input.version).await?;
        Ok(ProposalPayload::of(Proposal(found)))
    }

    /// The draft is taken back to be changed again; the signatures end.
    async fn recall_proposal(
        &self,
        gql: &Context<'_>,
        input: RecallProposalInput,
    ) -> Result<ProposalPayload> {
        let found = service::recall(ctx(gql), input.proposal_id).await?;
        Ok(ProposalPayload::of(Proposal(found)))
    }
}
