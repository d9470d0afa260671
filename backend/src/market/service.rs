//! The use cases: who else fits a need, and what would raise a posting's matches.

use matching::{Ask, Candidate, Consortium, Corpus, Fit, Kind, Posting, Reading, Side};

use super::rules::{self, Advice};
use super::store;
use crate::app::Ctx;
use crate::error::{Error, Result};
use crate::ids::{NeedId, OfferId};
use crate::needs::{self, Need};
use crate::offers;
use crate::policy::Action;
use crate::researchers::{self, Researcher};

/// Matches that advice is drawn from.
const LOOKED_AT: usize = 10;
/// Candidates of each kind for consortia.
const CANDIDATES: usize = 40;
/// Consortia that are suggested at most.
const CONSORTIA: usize = 3;

/// A need whose market the viewer may ask about.
pub async fn need(ctx: &Ctx, id: NeedId) -> Result<Need> {
    let need = needs::store::find(&ctx.app.db, id).await?;
    let need = need.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::RankNeed(&need))?;
    Ok(need)
}

/// Researchers who know what a need is about, the best first; none while it is not open.
pub async fn experts(ctx: &Ctx, need: &Need, most: usize) -> Result<Vec<(Researcher, Fit)>> {
    ctx.authorize(Action::RankNeed(need))?;
    let app = &ctx.app;
    app.market.catch_up(app).await?;
    let (id, today) = (need.id.to_string(), app.clock.today());
    let market = &app.market;
    let fits = market
        .best_explained(&app.db, &id, Kind::Expert, most, today)
        .await?;
    let ids: Vec<_> = fits
        .iter()
        .filter_map(|fit| fit.supply_id.parse().ok())
        .collect();
    let mut rows = researchers::store::public_among(&app.db, &ids).await?;
    let take = |fit: Fit| {
        let at = rows
            .iter()
            .position(|row| *row.id.to_string() == *fit.supply_id)?;
        Some((rows.swap_remove(at), fit))
    };
    Ok(fits.into_iter().filter_map(take).collect())
}

/// Parties that together cover a need's domains where nobody does alone; none while it is not open.
pub async fn consortia(ctx: &Ctx, need: &Need) -> Result<Vec<Consortium>> {
    ctx.authorize(Action::RankNeed(need))?;
    let app = &ctx.app;
    app.market.catch_up(app).await?;
    let (id, today) = (need.id.to_string(), app.clock.today());
    let willing = researchers::store::consortium_partners(&app.db).await?;
    let willing: Vec<String> = willing.iter().map(ToString::to_string).collect();
    let found = app.market.ask(move |corpus| {
        let Some(seeker) = corpus.get(&id) else {
            return Vec::new();
        };
        let ask = |kind| Ask {
            kind,
            among: None,
            today,
            limit: CANDIDATES,
            share: CANDIDATES,
        };
        let offers = corpus.rank(seeker, &ask(Kind::Offer));
        let mut experts = corpus.rank(seeker, &ask(Kind::Expert));
        experts.retain(|found| willing.iter().any(|id| **id == *found.id));
        let candidates: Vec<Candidate> = offers
            .iter()
            .chain(&experts)
            .filter_map(|found| {
                Some(Candidate {
                    reading: corpus.at(found.slot)?,
                    score: found.score,
                })
            })
            .collect();
        let knowledge = corpus.engine().knowledge();
        matching::consortia(seeker, &candidates, knowledge, CONSORTIA)
    });
    found.await
}

/// What would raise the matches of a need, also of a draft.
pub async fn need_advice(ctx: &Ctx, need: &Need) -> Result<Vec<Advice>> {
    ctx.authorize(Action::RankNeed(need))?;
    match store::as_if_open(&ctx.app.db, need).await? {
        Some(posting) => advice(ctx, posting, Kind::Offer, Side::Demand).await,
        None => Ok(Vec::new()),
    }
}

/// What would raise the matches of an offer, also of a draft.
pub async fn offer_advice(ctx: &Ctx, id: OfferId) -> Result<Vec<Advice>> {
    let offer = offers::store::find(&ctx.app.db, id).await?;
    let offer = offer.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::RankOffer(&offer))?;
    match store::as_if_published(&ctx.app.db, &offer).await? {
        Some(posting) => advice(ctx, posting, Kind::Need, Side::Supply).await,
        None => Ok(Vec::new()),
    }
}

async fn advice(ctx: &Ctx, posting: Posting, kind: Kind, side: Side) -> Result<Vec<Advice>> {
    let app = &ctx.app;
    app.market.catch_up(app).await?;
    let today = app.clock.today();
    let advised = app.market.ask(move |corpus| {
        // Its vectors are those that were computed for it when it was on the market, if it was.
        let vectors = corpus
            .get(&posting.id)
            .map_or_else(Vec::new, |known| known.embeddings().to_vec());
        let seeker = corpus.weighed(corpus.engine().read(posting, vectors));
        let fits = fits(corpus, &seeker, kind, today);
        rules::advice(&fits, side)
    });
    advised.await
}

fn fits(corpus: &Corpus, seeker: &Reading, kind: Kind, today: chrono::NaiveDate) -> Vec<Fit> {
    let ask = Ask {
        kind,
        among: None,
        today,
        limit: LOOKED_AT,
        share: LOOKED_AT,
    };
    let ranked = corpus.rank(seeker, &ask);
    let fit = |found: &matching::Ranked| {
        let other = corpus.at(found.slot)?;
        corpus.explain(seeker, other, (&[], &[]), today).ok()
    };
    ranked.iter().filter_map(fit).collect()
}
