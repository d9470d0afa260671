//! Introductions and proposals.

use seeds::{Decision, IntroductionState};

use super::{Garden, code};
use crate::error::{Error, Result};
use crate::ids::{MatchId, NeedId, OfferId};
use crate::jobs::worker;
use crate::matches;
use crate::money::Amount;
use crate::needs::{self, NeedStatus};
use crate::openings;
use crate::proposals::{self, rules::Step};

pub(super) async fn plant(garden: &Garden) -> Result<()> {
    let scenario = seeds::scenario();
    for seed in &scenario.introductions {
        introduce(garden, seed).await?;
    }
    for seed in &scenario.proposals {
        propose(garden, seed).await?;
    }
    Ok(())
}

/// What has closed by now was opened by both sides.
pub(super) async fn open_closed(garden: &Garden) -> Result<()> {
    let scenario = seeds::scenario();
    let mut keys: Vec<_> = scenario.proposals.iter().map(|seed| &seed.need).collect();
    keys.dedup();
    for key in keys {
        let id = garden.need(key)?;
        let need = needs::store::find(&garden.app.db, id).await?;
        if need.is_none_or(|need| need.status != NeedStatus::Closed) {
            continue;
        }
        let owner = seeds::needs().into_iter().find(|need| need.key == *key);
        let owner = owner.map(|need| need.by).unwrap_or_default();
        for side in [owner.as_str(), "moderator"] {
            openings::service::open(&garden.person(side)?, id).await?;
        }
    }
    worker::run_due(&garden.app).await?;
    Ok(())
}

async fn introduce(garden: &Garden, seed: &seeds::Introduction) -> Result<()> {
    let moderator = garden.person("moderator")?;
    let (need, offer) = (garden.need(&seed.need)?, garden.offer(&seed.offer)?);
    let id = find_or_suggest(garden, need, offer).await?;
    matches::service::introduce(&moderator, id).await?;
    let needs = seeds::needs();
    let offers = seeds::offers();
    let owner = needs
        .iter()
        .find(|n| n.key == seed.need)
        .map(|n| n.by.as_str());
    let firm = offers
        .iter()
        .find(|o| o.key == seed.offer)
        .map(|o| o.by.as_str());
    let (owner, firm) = (owner.unwrap_or_default(), firm.unwrap_or_default());
    match seed.state {
        IntroductionState::Introduced => {}
        IntroductionState::NeedAccepted => {
            matches::service::accept(&garden.person(owner)?, id).await?;
        }
        IntroductionState::Mutual => {
            matches::service::accept(&garden.person(owner)?, id).await?;
            matches::service::accept(&garden.person(firm)?, id).await?;
        }
        IntroductionState::Declined => {
            let reason = seed.reason.as_deref().unwrap_or_default();
            matches::service::decline(&garden.person(firm)?, id, reason).await?;
        }
    }
    Ok(())
}

async fn find_or_suggest(garden: &Garden, need: NeedId, offer: OfferId) -> Result<MatchId> {
    let db = &garden.app.db;
    let known = matches::store::lock_of_need(db, need).await?;
    if let Some(found) = known.into_iter().find(|found| found.offer_id == offer) {
        return Ok(found.id);
    }
    let found = matches::service::suggest_pair(&garden.system(), need, offer).await?;
    found
        .map(|found| found.id)
        .ok_or_else(|| Error::internal("a planted pair that does not fit"))
}

async fn propose(garden: &Garden, seed: &seeds::Proposal) -> Result<()> {
    let bidder = garden.person(&seed.by)?;
    let (need, organization) = (
        garden.need(&seed.need)?,
        garden.organization(&seed.organization)?,
    );
    let content = proposals::rules::Content {
        language: code(&seed.language)?,
        summary: seed.summary.clone(),
        approach: seed.approach.clone(),
        price_amount: Some(Amount(seed.price)),
        duration_months: Some(seed.duration_months),
    };
    let key = format!("seed-proposal-{}-{}", seed.need, seed.organization);
    let proposal = proposals::service::create(&bidder, &key, need, organization, content).await?;
    proposals::service::submit(&bidder, None, proposal.id, proposal.version).await?;
    let Some(decision) = seed.decision else {
        return Ok(());
    };
    let step = match decision {
        Decision::Selected => Step::Select,
        Decision::NotSelected => Step::Decline,
    };
    let owner = seeds::needs()
        .into_iter()
        .find(|n| n.key == seed.need)
        .map(|n| n.by);
    let owner = garden.person(owner.as_deref().unwrap_or_default())?;
    let reason = seed.reason.as_deref().unwrap_or_default();
    proposals::service::decide(&owner, proposal.id, step, reason).await?;
    Ok(())
}
