//! The use cases: rank, review, introduce, block, accept, decline.

use matching::Fit;

use super::jobs::{MatchDeclined, MatchIntroduced, MatchMutual, ReplyDue, ReplyReminder};
use super::ranking::{self, factors_of};
use super::rules::{self, Step};
use super::{Match, MatchSide, MatchStatus, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::{MatchId, NeedId, OfferId, OrganizationId};
use crate::market::Versions;
use crate::moderation::{self, ReviewDecision, Verdict};
use crate::needs::{self, NeedStatus, rules::reason};
use crate::offers::{self, OfferStatus};
use crate::policy::Action;
use crate::text::say;
use crate::vectors::{self, store::Stale};

/// Most new suggestions for one posting at a time: the best, not a flood.
pub const SUGGESTIONS: usize = 5;
/// Below this score (of 100) the engine keeps quiet.
pub const WORTH_SUGGESTING: f64 = 45.0;

/// Finds offers for a need, on demand of somebody.
pub async fn refresh_for_need(ctx: &Ctx, id: NeedId) -> Result<Vec<Match>> {
    let need = needs::store::find(&ctx.app.db, id)
        .await?
        .ok_or_else(Error::not_found)?;
    ctx.authorize(Action::RankNeed(&need))?;
    rank_need(ctx, id).await
}

/// Finds needs for an offer, on demand of somebody.
pub async fn refresh_for_offer(ctx: &Ctx, id: OfferId) -> Result<Vec<Match>> {
    let offer = offers::store::find(&ctx.app.db, id)
        .await?
        .ok_or_else(Error::not_found)?;
    ctx.authorize(Action::RankOffer(&offer))?;
    rank_offer(ctx, id).await
}

/// Ranks the published offers for a need; refreshes, adds and ends suggestions.
pub async fn rank_need(ctx: &Ctx, id: NeedId) -> Result<Vec<Match>> {
    // Read and ranked outside the transaction: it may take long, and writers would wait.
    let stale = Stale {
        needs: vec![id],
        ..Stale::default()
    };
    vectors::service::refresh(ctx, stale).await?;
    let best = ranking::offers_for(ctx, id, SUGGESTIONS).await?;
    let txn = ctx.begin().await?;
    let need = needs::store::lock(&txn, id).await?;
    if need.status != NeedStatus::Open {
        return Ok(Vec::new());
    }
    let known = store::lock_of_need(&txn, id).await?;
    let ranked = settle(ctx, &txn, known, best).await?;
    txn.commit().await?;
    Ok(ranked)
}

/// Ranks the open needs for an offer; refreshes, adds and ends suggestions.
pub async fn rank_offer(ctx: &Ctx, id: OfferId) -> Result<Vec<Match>> {
    let stale = Stale {
        offers: vec![id],
        ..Stale::default()
    };
    vectors::service::refresh(ctx, stale).await?;
    let best = ranking::needs_for(ctx, id, SUGGESTIONS).await?;
    let txn = ctx.begin().await?;
    let offer = offers::store::lock(&txn, id).await?;
    if offer.status != OfferStatus::Published {
        return Ok(Vec::new());
    }
    let known = store::lock_of_offer(&txn, id).await?;
    let ranked = settle(ctx, &txn, known, best).await?;
    txn.commit().await?;
    Ok(ranked)
}

/// Brings the stored matches in line with a ranking: best first.
async fn settle(ctx: &Ctx, txn: &Txn, known: Vec<Match>, best: Vec<Fit>) -> Result<Vec<Match>> {
    let versions = ctx.app.market.versions(&ctx.app).await;
    let mut ranked = Vec::new();
    for mut found in known {
        let among_the_best = best.iter().any(|fit| {
            *fit.demand_id == found.need_id.to_string()
                && *fit.supply_id == found.offer_id.to_string()
        });
        // A posting that was away came back: the pair is suggested anew, and decided anew.
        if among_the_best && let Ok(status) = rules::next(found.status, Step::Revive) {
            found.status = status;
            found.status_reason = None;
            found.introduced_at = None;
            (found.need_accepted_at, found.need_accepted_by) = (None, None);
            (found.offer_accepted_at, found.offer_accepted_by) = (None, None);
            save(ctx, txn, &mut found, "match.revived").await?;
            moderation::open(ctx, txn, moderation::About::Match(found.id)).await?;
        }
        // What people have acted on keeps the explanation that they acted on.
        if found.status != MatchStatus::Suggested {
            ranked.push(found);
            continue;
        }
        match ranking::fit(ctx, txn, found.need_id, found.offer_id).await? {
            Some(fit) => {
                let fresh = Match {
                    score: fit.score,
                    factors: factors_of(&fit),
                    engine_version: versions.engine.clone(),
                    weights_version: versions.weights.clone(),
                    model_version: versions.model.clone(),
                    updated_at: ctx.now(),
                    ..found
                };
                store::update(txn, fresh.clone()).await?;
                ranked.push(fresh);
            }
            None => expire(ctx, txn, found).await?,
        }
    }
    for fit in best.into_iter().filter(|fit| fit.score >= WORTH_SUGGESTING) {
        if let Some(found) = suggest(ctx, txn, &fit, &versions).await? {
            ranked.push(found);
        }
    }
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.id.cmp(&b.id)));
    Ok(ranked)
}

/// Stores a suggestion and puts it before the alliance; a pair that is known already is left alone.
async fn suggest(ctx: &Ctx, txn: &Txn, fit: &Fit, versions: &Versions) -> Result<Option<Match>> {
    let (Ok(need_id), Ok(offer_id)) = (fit.demand_id.parse(), fit.supply_id.parse()) else {
        return Err(Error::internal(
            "the engine returned an id that it was not given",
        ));
    };
    let need = needs::store::find(txn, need_id)
        .await?
        .ok_or_else(Error::not_found)?;
    let offer = offers::store::find(txn, offer_id)
        .await?
        .ok_or_else(Error::not_found)?;
    // Hidden while the market was read.
    if need.is_hidden() || offer.is_hidden() {
        return Ok(None);
    }
    let now = ctx.now();
    let found = Match {
        id: MatchId(ctx.app.ids.next()),
        need_id,
        offer_id,
        need_organization_id: need.organization_id,
        offer_organization_id: offer.organization_id,
        status: MatchStatus::Suggested,
        score: fit.score,
        factors: factors_of(fit),
        engine_version: versions.engine.clone(),
        weights_version: versions.weights.clone(),
        model_version: versions.model.clone(),
        introduced_at: None,
        need_accepted_at: None,
        need_accepted_by: None,
        offer_accepted_at: None,
        offer_accepted_by: None,
        declined_by: None,
        status_reason: None,
        created_at: now,
        updated_at: now,
    };
    if !store::insert_once(txn, found.clone()).await? {
        return Ok(None);
    }
    moderation::open(ctx, txn, moderation::About::Match(found.id)).await?;
    txn.publish(Event::MatchChanged(found.id));
    Ok(Some(found))
}

/// Puts one pair before the alliance that the engine did not put among its best.
pub async fn suggest_pair(ctx: &Ctx, need: NeedId, offer: OfferId) -> Result<Option<Match>> {
    let market = &ctx.app.market;
    market.catch_up(&ctx.app).await?;
    let Some(fit) = ranking::fit(ctx, &ctx.app.db, need, offer).await? else {
        return Ok(None);
    };
    let versions = market.versions(&ctx.app).await;
    let txn = ctx.begin().await?;
    let found = suggest(ctx, &txn, &fit, &versions).await?;
    txn.commit().await?;
    Ok(found)
}

/// The alliance finds a suggestion sound.
pub async fn review(ctx: &Ctx, id: MatchId) -> Result<Match> {
    let txn = ctx.begin().await?;
    let mut found = store::lock(&txn, id).await?;
    ctx.authorize(Action::ModerateMatch(&found))?;
    found.status = rules::next(found.status, Step::Review)?;
    both_shown(&txn, &found).await?;
    moderation::undisturbed(ctx, &txn, moderation::About::Match(id)).await?;
    save(ctx, &txn, &mut found, "match.reviewed").await?;
    txn.commit().await?;
    Ok(found)
}

/// The alliance introduces the two sides; a suggestion is reviewed by the same act.
pub async fn introduce(ctx: &Ctx, id: MatchId) -> Result<Match> {
    let txn = ctx.begin().await?;
    let mut found = store::lock(&txn, id).await?;
    ctx.authorize(Action::ModerateMatch(&found))?;
    if found.status == MatchStatus::Suggested {
        found.status = rules::next(found.status, Step::Review)?;
        save(ctx, &txn, &mut found, "match.reviewed").await?;
    }
    found.status = rules::next(found.status, Step::Introduce)?;
    both_shown(&txn, &found).await?;
    let now = ctx.now();
    found.introduced_at = Some(now);
    save(ctx, &txn, &mut found, "match.introduced").await?;
    let verdict = Verdict {
        decision: ReviewDecision::Introduced,
        rule: moderation::ReviewRule::GoodFit,
        reason: None,
    };
    moderation::decide(ctx, &txn, moderation::About::Match(id), &verdict).await?;
    ctx.enqueue(&txn, &MatchIntroduced { match_id: id }).await?;
    let due = now + rules::REPLY_WITHIN;
    let (reminder, overdue) = (ReplyReminder::of(id, now), ReplyDue::of(id, now));
    ctx.enqueue_at(&txn, &reminder, due - rules::REMINDER)
        .await?;
    ctx.enqueue_at(&txn, &overdue, due).await?;
    txn.commit().await?;
    Ok(found)
}

/// The alliance stops a match, for instance for a conflict of interest.
pub async fn block(
    ctx: &Ctx,
    id: MatchId,
    rule: moderation::ReviewRule,
    why: &str,
) -> Result<Match> {
    let txn = ctx.begin().await?;
    let mut found = store::lock(&txn, id).await?;
    ctx.authorize(Action::ModerateMatch(&found))?;
    found.status = rules::next(found.status, Step::Block)?;
    let why = reason("reason", why)?;
    found.status_reason = Some(why.clone());
    save(ctx, &txn, &mut found, "match.blocked").await?;
    let verdict = Verdict {
        decision: ReviewDecision::Blocked,
        rule,
        reason: Some(why),
    };
    moderation::decide(ctx, &txn, moderation::About::Match(id), &verdict).await?;
    txn.commit().await?;
    Ok(found)
}

/// The viewer's side accepts; when both have, contacts are exchanged.
pub async fn accept(ctx: &Ctx, id: MatchId) -> Result<Match> {
    let txn = ctx.begin().await?;
    let mut found = store::lock(&txn, id).await?;
    ctx.authorize(Action::AnswerMatch(&found))?;
    both_shown(&txn, &found).await?;
    let user = ctx.viewer.user();
    let mut open = sides(ctx, &found);
    open.retain(|side| match side {
        MatchSide::Need => found.need_accepted_at.is_none(),
        MatchSide::Offer => found.offer_accepted_at.is_none(),
    });
    // Nothing left to accept: the rule says why in its own words.
    let open = if open.is_empty() {
        sides(ctx, &found)
    } else {
        open
    };
    for side in open {
        found.status = rules::next(found.status, Step::Accept(side))?;
        let (at, by) = match side {
            MatchSide::Need => (&mut found.need_accepted_at, &mut found.need_accepted_by),
            MatchSide::Offer => (&mut found.offer_accepted_at, &mut found.offer_accepted_by),
        };
        *at = Some(ctx.now());
        *by = user;
    }
    save(ctx, &txn, &mut found, "match.accepted").await?;
    if found.status == MatchStatus::Mutual {
        ctx.enqueue(&txn, &MatchMutual { match_id: id }).await?;
    }
    txn.commit().await?;
    Ok(found)
}

/// The viewer's side declines, with a reason.
pub async fn decline(ctx: &Ctx, id: MatchId, why: &str) -> Result<Match> {
    let txn = ctx.begin().await?;
    let mut found = store::lock(&txn, id).await?;
    ctx.authorize(Action::AnswerMatch(&found))?;
    found.status = rules::next(found.status, Step::Decline)?;
    found.status_reason = Some(reason("reason", why)?);
    found.declined_by = sides(ctx, &found).first().copied();
    save(ctx, &txn, &mut found, "match.declined").await?;
    ctx.enqueue(&txn, &MatchDeclined { match_id: id }).await?;
    txn.commit().await?;
    Ok(found)
}

/// Both sides signed an agreement that came from the match.
pub(crate) async fn convert(ctx: &Ctx, txn: &Txn, id: MatchId) -> Result<()> {
    let mut found = store::lock(txn, id).await?;
    if let Ok(status) = rules::next(found.status, Step::Convert) {
        found.status = status;
        save(ctx, txn, &mut found, "match.converted").await?;
    }
    Ok(())
}

/// The sides for which the viewer may write.
pub fn sides(ctx: &Ctx, found: &Match) -> Vec<MatchSide> {
    let side = |side, owner: OrganizationId| ctx.viewer.writes_for(owner).then_some(side);
    let need = side(MatchSide::Need, found.need_organization_id);
    need.into_iter()
        .chain(side(MatchSide::Offer, found.offer_organization_id))
        .collect()
}

/// The need went away: what was not yet agreed ends.
pub(crate) async fn expire_for_need(ctx: &Ctx, txn: &Txn, id: NeedId) -> Result<()> {
    for found in store::lock_of_need(txn, id).await? {
        expire(ctx, txn, found).await?;
    }
    Ok(())
}

/// The offer went away: what was not yet agreed ends.
pub(crate) async fn expire_for_offer(ctx: &Ctx, txn: &Txn, id: OfferId) -> Result<()> {
    for found in store::lock_of_offer(txn, id).await? {
        expire(ctx, txn, found).await?;
    }
    Ok(())
}

/// The need is out of sight: what is only suggested ends, and is suggested anew when it comes back. What
/// people have acted on stays as it is.
pub(crate) async fn end_suggestions_of_need(ctx: &Ctx, txn: &Txn, id: NeedId) -> Result<()> {
    end_suggestions(ctx, txn, store::lock_of_need(txn, id).await?).await
}

/// As [`end_suggestions_of_need`], for an offer.
pub(crate) async fn end_suggestions_of_offer(ctx: &Ctx, txn: &Txn, id: OfferId) -> Result<()> {
    end_suggestions(ctx, txn, store::lock_of_offer(txn, id).await?).await
}

async fn end_suggestions(ctx: &Ctx, txn: &Txn, matches: Vec<Match>) -> Result<()> {
    for found in matches {
        if matches!(found.status, MatchStatus::Suggested | MatchStatus::Reviewed) {
            expire(ctx, txn, found).await?;
        }
    }
    Ok(())
}

/// Two organisations became one: nobody is introduced to herself.
pub(crate) async fn end_with_itself(ctx: &Ctx, txn: &Txn, id: OrganizationId) -> Result<()> {
    for found in store::lock_with_itself(txn, id).await? {
        expire(ctx, txn, found).await?;
    }
    Ok(())
}

/// Refuses to go on with a match one of whose postings is out of sight.
async fn both_shown(txn: &Txn, found: &Match) -> Result<()> {
    let need = needs::store::find(txn, found.need_id).await?;
    let offer = offers::store::find(txn, found.offer_id).await?;
    let hidden =
        need.is_none_or(|need| need.is_hidden()) || offer.is_none_or(|offer| offer.is_hidden());
    if !hidden {
        return Ok(());
    }
    Err(Error::illegal_transition(say(
        "Nhu cầu hoặc giải pháp đang tạm ẩn. Hãy đợi đến khi nội dung được hiển thị lại.",
        "The need or the offer is hidden for now. Wait until it is shown again.",
    )))
}

async fn expire(ctx: &Ctx, txn: &Txn, mut found: Match) -> Result<()> {
    let Ok(status) = rules::next(found.status, Step::Expire) else {
        return Ok(());
    };
    found.status = status;
    found.status_reason = Some(
        "Nhu cầu hoặc giải pháp không còn tiếp nhận. / The need or the offer is no longer open."
            .into(),
    );
    save(ctx, txn, &mut found, "match.expired").await?;
    moderation::drop_open(txn, moderation::About::Match(found.id)).await
}

async fn save(ctx: &Ctx, txn: &Txn, found: &mut Match, action: &str) -> Result<()> {
    found.updated_at = ctx.now();
    store::update(txn, found.clone()).await?;
    audit::record(
        ctx,
        txn,
        action,
        Subject::found_match(found.id),
        &found.status,
    )
    .await?;
    txn.publish(Event::MatchChanged(found.id));
    Ok(())
}
