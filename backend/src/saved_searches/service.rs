//! The use cases: save, change, delete; and putting the looks that are due into the queue.

use super::jobs::SearchAlert;
use super::{Criteria, Frequency, SavedSearch, rules, store};
use crate::accounts::entity::ConsentPurpose;
use crate::accounts::service::consent_of;
use crate::app::Ctx;
use crate::client_keys::{self, Claim};
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{SavedSearchId, UserId};
use crate::search::Question;
use crate::text::say;

/// Saves a search. Wanting letters about it is consenting to them.
pub async fn save(
    ctx: &Ctx,
    key: &str,
    name: String,
    question: Question,
    frequency: Frequency,
) -> Result<SavedSearch> {
    let user = ctx.in_person()?.id;
    let name = rules::name(name)?;
    rules::bounded(&question)?;
    let txn = ctx.begin().await?;
    let criteria = Criteria(question);
    let body = (&name, &criteria.0);
    let id = match client_keys::claim(ctx, &txn, user, "saveSearch", key, &body).await? {
        Claim::Fresh(id) => SavedSearchId(id),
        Claim::Repeat(id) => return store::lock_own(&txn, SavedSearchId(id), user).await,
    };
    if store::count_of(&txn, user).await? >= rules::MOST {
        let most = rules::MOST;
        return Err(Error::conflict(say(
            format!("Bạn đã lưu {most} tìm kiếm. Hãy xóa bớt trước khi lưu thêm."),
            format!("You have saved {most} searches. Delete some before you save more."),
        )));
    }
    let row = SavedSearch {
        id,
        user_id: user,
        name,
        criteria,
        frequency,
        seen_until: ctx.now(),
        alerted_at: None,
        created_at: ctx.now(),
    };
    store::insert(&txn, row.clone()).await?;
    agree(ctx, &txn, user, frequency).await?;
    txn.commit().await?;
    Ok(row)
}

async fn agree(ctx: &Ctx, txn: &Txn, user: UserId, frequency: Frequency) -> Result<()> {
    let purpose = ConsentPurpose::SearchAlerts;
    if frequency == Frequency::Never || crate::accounts::store::agrees(txn, user, purpose).await? {
        return Ok(());
    }
    consent_of(ctx, txn, user, purpose, true).await
}

/// Renames a search, or changes how often its owner is told.
pub async fn update(
    ctx: &Ctx,
    id: SavedSearchId,
    name: String,
    frequency: Frequency,
) -> Result<SavedSearch> {
    let user = ctx.in_person()?.id;
    let name = rules::name(name)?;
    let txn = ctx.begin().await?;
    let mut row = store::lock_own(&txn, id, user).await?;
    if row.frequency == Frequency::Never && frequency != Frequency::Never {
        // What came meanwhile was not asked for.
        row.seen_until = ctx.now();
    }
    row.name = name;
    row.frequency = frequency;
    store::update(&txn, row.clone()).await?;
    agree(ctx, &txn, user, frequency).await?;
    txn.commit().await?;
    Ok(row)
}

/// Deletes a search.
pub async fn delete(ctx: &Ctx, id: SavedSearchId) -> Result<()> {
    let user = ctx.in_person()?.id;
    let txn = ctx.begin().await?;
    let row = store::lock_own(&txn, id, user).await?;
    store::delete(&txn, row.id).await?;
    txn.commit().await
}

/// Puts the looks that are due into the queue, each once.
pub async fn schedule(ctx: &Ctx) -> Result<()> {
    for row in store::alerting(&ctx.app.db).await? {
        let Some(until) = rules::due(row.frequency, row.seen_until, ctx.now()) else {
            continue;
        };
        let job = SearchAlert {
            search_id: row.id,
            until,
        };
        if crate::jobs::is_known(&ctx.app.db, &job).await? {
            continue;
        }
        let txn = ctx.begin().await?;
        ctx.enqueue(&txn, &job).await?;
        txn.commit().await?;
    }
    Ok(())
}
