//! What bidders and owners are told.

use serde::{Deserialize, Serialize};

use super::{Proposal, ProposalStatus, store};
use crate::accounts::User;
use crate::app::Ctx;
use crate::clock::moment;
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{NeedId, ProposalId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::needs::{self, Need};
use crate::openings;
use crate::organizations;
use crate::text::{Locale, Sentence, say};

/// A proposal was handed in: its bidder gets a receipt. Nobody else is told.
#[derive(Debug, Serialize, Deserialize)]
pub struct ProposalSubmitted {
    /// Which.
    pub proposal_id: ProposalId,
}

/// A need's proposals were opened: its owner is told.
#[derive(Debug, Serialize, Deserialize)]
pub struct ProposalsOpened {
    /// Which need.
    pub need_id: NeedId,
}

/// A proposal was decided: its bidder is told, with the reason.
#[derive(Debug, Serialize, Deserialize)]
pub struct ProposalDecided {
    /// Which.
    pub proposal_id: ProposalId,
}

async fn read(ctx: &Ctx, id: ProposalId) -> Result<(Proposal, Need)> {
    let db = &ctx.app.db;
    let proposal = store::find(db, id).await?.ok_or_else(Error::not_found)?;
    let need = needs::store::find(db, proposal.need_id)
        .await?
        .ok_or_else(Error::not_found)?;
    Ok((proposal, need))
}

/// Those who answer for the bidder and for who proposes together with it, each once.
pub(crate) async fn writers(txn: &Txn, proposal: &Proposal) -> Result<Vec<User>> {
    let mut people: Vec<User> = Vec::new();
    for bidder in proposal.bidders() {
        for person in organizations::store::writers(txn, bidder).await? {
            if people.iter().all(|known| known.id != person.id) {
                people.push(person);
            }
        }
    }
    Ok(people)
}

impl Job for ProposalSubmitted {
    const KIND: &'static str = "proposal.submitted";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let (proposal, need) = read(ctx, self.proposal_id).await?;
        let db = &ctx.app.db;
        let bidder = organizations::store::find(db, proposal.organization_id).await?;
        // Taken back in the meantime: there is nothing to confirm any more.
        let Some((bidder, receipt)) = bidder.zip(proposal.receipt.as_deref()) else {
            return Ok(());
        };
        // Handed in again after it was taken back, it gets a receipt again.
        let submission = format!("{}/{}", proposal.id, proposal.version);
        let txn = ctx.begin().await?;
        for person in writers(&txn, &proposal).await? {
            let letter = Letter::new("proposal_receipt", &submission)
                .text("need", &need.title)
                .text("organization", &bidder.legal_name)
                .plain("receipt", receipt)
                .plain("key", proposal.receipt_key.as_deref().unwrap_or("–"))
                .plain("date", &moment(proposal.submitted_at))
                .link(ctx, &format!("/de-xuat/{}", proposal.id));
            mail::post(ctx, &txn, &person, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}

impl Job for ProposalsOpened {
    const KIND: &'static str = "proposal.opened";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let Some(need) = needs::store::find(db, self.need_id).await? else {
            return Ok(());
        };
        // Shown again before both sides have opened: they are told of that by another letter.
        let opening = openings::store::find(db, need.id).await?;
        if opening.is_some_and(|opening| opening.completed_at.is_none()) {
            return Ok(());
        }
        // Who is kept out of sight reads no proposals meanwhile, and is told when that is over.
        if need.is_hidden() {
            return Ok(());
        }
        let opened = store::opened(db, need.id).await?;
        let bidders: Vec<_> = opened
            .iter()
            .map(|proposal| proposal.organization_id)
            .collect();
        let bidders = organizations::store::find_many(db, &bidders).await?;
        let line = |locale: Locale| {
            let names = bidders
                .iter()
                .map(|b| format!("• {}", b.legal_name.pick(locale)));
            names.collect::<Vec<_>>().join("\n")
        };
        let list = say(line(Locale::Vi), line(Locale::En));
        let txn = ctx.begin().await?;
        for person in organizations::store::writers(&txn, need.organization_id).await? {
            let letter = if opened.is_empty() {
                Letter::new("need_closed_empty", need.id)
                    .link(ctx, &format!("/nhu-cau/{}", need.id))
            } else {
                Letter::new("proposal_received", need.id)
                    .plain("count", &opened.len().to_string())
                    .sentence("list", list.clone())
                    .link(ctx, &format!("/co-quan/de-xuat/{}", need.id))
            };
            mail::post(ctx, &txn, &person, letter.text("title", &need.title)).await?;
        }
        Ok(txn.commit().await?)
    }
}

fn outcome(status: ProposalStatus) -> Sentence {
    match status {
        ProposalStatus::Selected => say("Được chọn", "Selected"),
        ProposalStatus::NotSelected => say("Không được chọn", "Not selected"),
        _ => say("Đã kết thúc", "Ended"),
    }
}

impl Job for ProposalDecided {
    const KIND: &'static str = "proposal.decided";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let (proposal, need) = read(ctx, self.proposal_id).await?;
        let db = &ctx.app.db;
        let Some(owner) = organizations::store::find(db, need.organization_id).await? else {
            return Ok(());
        };
        let txn = ctx.begin().await?;
        for person in writers(&txn, &proposal).await? {
            // What was never opened is told in a letter that nobody else may know of either.
            let template = match proposal.status {
                ProposalStatus::Withdrawn => "proposal_unopened",
                _ => "proposal_decided",
            };
            let letter = Letter::new(template, proposal.id)
                .text("need", &need.title)
                .text("organization", &owner.legal_name)
                .sentence("decision", outcome(proposal.status))
                .plain(
                    "reason",
                    proposal.decision_reason.as_deref().unwrap_or_default(),
                )
                .link(ctx, &format!("/de-xuat/{}", proposal.id));
            mail::post(ctx, &txn, &person, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}
