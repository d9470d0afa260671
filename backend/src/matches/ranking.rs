//! Between the market's fits and the rows of matches.

use matching::{Fit, Kind};
use sea_orm::ConnectionTrait;

use super::entity::{Factors, StoredFactor};
use crate::app::Ctx;
use crate::error::Result;
use crate::ids::{NeedId, OfferId};

/// The best offers for an open need.
pub async fn offers_for(ctx: &Ctx, id: NeedId, most: usize) -> Result<Vec<Fit>> {
    best(ctx, &id.to_string(), Kind::Offer, most).await
}

/// The best needs for a published offer.
pub async fn needs_for(ctx: &Ctx, id: OfferId, most: usize) -> Result<Vec<Fit>> {
    best(ctx, &id.to_string(), Kind::Need, most).await
}

async fn best(ctx: &Ctx, id: &str, kind: Kind, most: usize) -> Result<Vec<Fit>> {
    let app = &ctx.app;
    app.market.catch_up(app).await?;
    let today = app.clock.today();
    let market = &app.market;
    market.best_explained(&app.db, id, kind, most, today).await
}

/// The fit of one pair on the market as it was caught up last, if nothing stands in its way.
pub async fn fit(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    need: NeedId,
    offer: OfferId,
) -> Result<Option<Fit>> {
    let today = ctx.app.clock.today();
    let (need, offer) = (need.to_string(), offer.to_string());
    ctx.app.market.fit(db, &need, &offer, today).await
}

/// An explanation as it is stored.
pub fn factors_of(fit: &Fit) -> Factors {
    let stored = fit.factors.iter().map(|factor| StoredFactor {
        key: factor.key.as_str().to_owned(),
        value: factor.value,
        weight: factor.weight,
        points: factor.points,
        reason_vi: factor.reason.vi.clone(),
        reason_en: factor.reason.en.clone(),
    });
    Factors(stored.collect())
}
