//! What the lead and the members are told.

use serde::{Deserialize, Serialize};

use super::{ConsortiumMember, MemberStatus, rules, store};
use crate::accounts::User;
use crate::app::Ctx;
use crate::clock::moment;
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{ConsortiumMemberId, OrganizationId, ProposalId, UserId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::needs::{self, Need};
use crate::organizations::{self, Organization};
use crate::proposals::{self, Proposal, ProposalStatus};
use crate::text::say;

/// An organisation was asked to propose together.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConsortiumInvited {
    /// Which invitation.
    pub member_id: ConsortiumMemberId,
}

/// It answered: the lead is told.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConsortiumAnswered {
    /// Which invitation.
    pub member_id: ConsortiumMemberId,
}

/// A member left, or an invitation was taken back: the others are told.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConsortiumLeft {
    /// Which member.
    pub member_id: ConsortiumMemberId,
    /// Who ended it; she is not told.
    pub by: Option<UserId>,
}

/// The members are asked to sign.
#[derive(Debug, Serialize, Deserialize)]
pub struct SignoffRequested {
    /// Which proposal.
    pub proposal_id: ProposalId,
    /// Which version of it.
    pub version: i32,
}

/// All have signed: the lead may hand it in.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConsortiumSigned {
    /// Which proposal.
    pub proposal_id: ProposalId,
    /// Which version of it.
    pub version: i32,
}

struct Told {
    proposal: Proposal,
    need: Need,
    lead: Organization,
}

impl Told {
    async fn read(ctx: &Ctx, id: ProposalId) -> Result<Self> {
        let db = &ctx.app.db;
        let proposal = proposals::store::find(db, id)
            .await?
            .ok_or_else(Error::not_found)?;
        let need = needs::store::find(db, proposal.need_id)
            .await?
            .ok_or_else(Error::not_found)?;
        let lead = organization(ctx, proposal.organization_id).await?;
        Ok(Self {
            proposal,
            need,
            lead,
        })
    }

    fn letter(&self, template: &'static str, about: String, of: &Organization) -> Letter {
        Letter::new(template, about)
            .text("need", &self.need.title)
            .text("organization", &of.legal_name)
    }
}

async fn organization(ctx: &Ctx, id: OrganizationId) -> Result<Organization> {
    let found = organizations::store::find(&ctx.app.db, id).await?;
    found.ok_or_else(Error::not_found)
}

async fn member(ctx: &Ctx, id: ConsortiumMemberId) -> Result<(ConsortiumMember, Told)> {
    let found = store::find(&ctx.app.db, id).await?;
    let found = found.ok_or_else(Error::not_found)?;
    let told = Told::read(ctx, found.proposal_id).await?;
    Ok((found, told))
}

async fn post(ctx: &Ctx, txn: &Txn, people: Vec<User>, letter: &Letter) -> Result<()> {
    for person in people {
        mail::post(ctx, txn, &person, letter.clone()).await?;
    }
    Ok(())
}

impl Job for ConsortiumInvited {
    const KIND: &'static str = "consortium.invited";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let (member, told) = member(ctx, self.member_id).await?;
        if member.status != MemberStatus::Invited {
            return Ok(());
        }
        let letter = told
            .letter("consortium_invited", member.id.to_string(), &told.lead)
            .plain("role", &member.role)
            .plain("date", &moment(told.need.closes_at))
            .link(ctx, "/de-xuat");
        let txn = ctx.begin().await?;
        let people = organizations::store::writers(&txn, member.organization_id).await?;
        post(ctx, &txn, people, &letter).await?;
        Ok(txn.commit().await?)
    }
}

impl Job for ConsortiumAnswered {
    const KIND: &'static str = "consortium.answered";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let (member, told) = member(ctx, self.member_id).await?;
        let decision = match member.status {
            MemberStatus::Accepted => say("Tham gia", "Joins"),
            _ => say("Không tham gia", "Does not join"),
        };
        let whom = organization(ctx, member.organization_id).await?;
        let letter = told
            .letter("consortium_answered", member.id.to_string(), &whom)
            .sentence("decision", decision)
            .link(ctx, &format!("/de-xuat/{}", told.proposal.id));
        let txn = ctx.begin().await?;
        let people = organizations::store::writers(&txn, told.lead.id).await?;
        post(ctx, &txn, people, &letter).await?;
        Ok(txn.commit().await?)
    }
}

impl Job for ConsortiumLeft {
    const KIND: &'static str = "consortium.left";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let (member, told) = member(ctx, self.member_id).await?;
        let whom = organization(ctx, member.organization_id).await?;
        let letter = told.letter("consortium_left", member.id.to_string(), &whom);
        let txn = ctx.begin().await?;
        let mut people = proposals::jobs::writers(&txn, &told.proposal).await?;
        people.extend(organizations::store::writers(&txn, whom.id).await?);
        people.retain(|person| Some(person.id) != self.by);
        post(ctx, &txn, people, &letter).await?;
        Ok(txn.commit().await?)
    }
}

impl Job for SignoffRequested {
    const KIND: &'static str = "consortium.signoff_requested";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let told = Told::read(ctx, self.proposal_id).await?;
        let proposal = &told.proposal;
        if proposal.status != ProposalStatus::AwaitingSignoff || proposal.version != self.version {
            return Ok(());
        }
        let about = format!("{}/{}", proposal.id, self.version);
        let letter = told
            .letter("consortium_signoff", about, &told.lead)
            .plain("date", &moment(told.need.closes_at))
            .link(ctx, &format!("/de-xuat/{}", proposal.id));
        let members = store::of_proposals(&ctx.app.db, &[proposal.id]).await?;
        let txn = ctx.begin().await?;
        for member in rules::accepted(&members) {
            let people = organizations::store::writers(&txn, member.organization_id).await?;
            post(ctx, &txn, people, &letter).await?;
        }
        Ok(txn.commit().await?)
    }
}

impl Job for ConsortiumSigned {
    const KIND: &'static str = "consortium.signed";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let told = Told::read(ctx, self.proposal_id).await?;
        if told.proposal.version != self.version {
            return Ok(());
        }
        let about = format!("{}/{}", told.proposal.id, self.version);
        let letter = told
            .letter("consortium_signed", about, &told.lead)
            .plain("date", &moment(told.need.closes_at))
            .link(ctx, &format!("/de-xuat/{}", told.proposal.id));
        let txn = ctx.begin().await?;
        let people = organizations::store::writers(&txn, told.lead.id).await?;
        post(ctx, &txn, people, &letter).await?;
        Ok(txn.commit().await?)
    }
}
