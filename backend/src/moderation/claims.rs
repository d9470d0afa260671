//! Who is at what: a claim keeps two people from deciding the same thing.

use sea_orm::ConnectionTrait;

use super::cases::case_of;
use super::entity::Model;
use super::{rules, store};
use crate::accounts;
use crate::app::Ctx;
use crate::clock::moment;
use crate::error::{Error, Result};
use crate::ids::ReviewId;
use crate::policy::Action;
use crate::text::say;

/// Takes something that waits upon oneself, for half an hour; once more begins anew.
pub async fn claim(ctx: &Ctx, id: ReviewId) -> Result<Model> {
    ctx.authorize(Action::ViewReviews)?;
    let txn = ctx.begin().await?;
    let mut review = store::lock(&txn, id).await?;
    ctx.authorize(Action::DecideReview(&case_of(&txn, &review).await?))?;
    if review.decided_at.is_some() {
        return Err(rules::over());
    }
    free(ctx, &txn, &review).await?;
    review.claimed_by = ctx.viewer.user();
    review.claimed_at = Some(ctx.now());
    store::update(&txn, review.clone()).await?;
    txn.commit().await?;
    Ok(review)
}

/// Leaves it to others again.
pub async fn release(ctx: &Ctx, id: ReviewId) -> Result<Model> {
    ctx.authorize(Action::ViewReviews)?;
    let txn = ctx.begin().await?;
    let mut review = store::lock(&txn, id).await?;
    ctx.authorize(Action::DecideReview(&case_of(&txn, &review).await?))?;
    if review.decided_at.is_some() {
        return Err(rules::over());
    }
    free(ctx, &txn, &review).await?;
    (review.claimed_by, review.claimed_at) = (None, None);
    store::update(&txn, review.clone()).await?;
    txn.commit().await?;
    Ok(review)
}

/// Refuses what somebody else is at, and says who.
pub async fn free(ctx: &Ctx, db: &impl ConnectionTrait, review: &Model) -> Result<()> {
    let holder = rules::holder(review, ctx.now());
    let Some((user, until)) = holder.filter(|(user, _)| Some(*user) != ctx.viewer.user()) else {
        return Ok(());
    };
    let name = accounts::store::find(db, user).await?;
    let name = name.map(|user| user.name).unwrap_or_default();
    let until = moment(Some(until));
    Err(Error::conflict(say(
        format!("{name} đang xử lý việc này đến {until}. Hãy chọn việc khác, hoặc đợi."),
        format!("{name} is at this until {until} (Vietnam). Choose something else, or wait."),
    )))
}
