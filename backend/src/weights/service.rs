//! The use cases: learn, compare, adopt, go back to the defaults.

use matching::{NothingLearnt, Points, Weights};

use super::entity::{NamedPoints, StoredLesson};
use super::jobs::Rerank;
use super::rules::{self, Move};
use super::{WeightsVersion, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::error::{Error, Result};
use crate::ids::WeightsId;
use crate::matches;
use crate::policy::Action;
use crate::text::say;

/// Moves that a comparison shows at most.
const SHOWN: usize = 100;

/// The weights that rank: those adopted last, or the defaults.
pub async fn current(ctx: &Ctx) -> Result<Weights> {
    match store::adopted(&ctx.app.db).await? {
        Some(row) => row.weights(),
        None => Ok(Weights::default()),
    }
}

/// Learns from what was decided on matches; the same decisions give the same version, which is made once.
pub async fn learn(ctx: &Ctx) -> Result<WeightsVersion> {
    ctx.authorize(Action::AdministerEngine)?;
    let decided = matches::store::decided(&ctx.app.db).await?;
    let decisions: Vec<_> = decided.iter().filter_map(rules::decision).collect();
    let defaults = Weights::default();
    let learnt = tokio::task::spawn_blocking(move || matching::learn(&defaults.offers, &decisions));
    let lesson = learnt
        .await
        .map_err(|error| Error::internal(error.to_string()))?
        .map_err(|why| nothing_learnt(&why))?;
    let points =
        Points::in_proportion(lesson.points).map_err(|wrong| Error::internal(wrong.to_string()))?;
    let txn = ctx.begin().await?;
    let known = store::all(&txn).await?;
    let stored = Some(StoredLesson(lesson));
    if let Some(same) = known.iter().find(|row| row.lesson == stored) {
        return Ok(same.clone());
    }
    let row = WeightsVersion {
        id: WeightsId(ctx.app.ids.next()),
        version: format!("learnt-{}", known.len() + 1),
        offers: NamedPoints::from(&points),
        // Nobody decides on experts' suggestions yet: there is nothing to learn from.
        experts: NamedPoints::from(&Weights::default().experts),
        lesson: stored,
        created_at: ctx.now(),
        created_by: ctx.viewer.user(),
        adopted_at: None,
        adopted_by: None,
    };
    store::insert(&txn, row.clone()).await?;
    record(ctx, &txn, "weights.learnt", &row).await?;
    txn.commit().await?;
    Ok(row)
}

fn nothing_learnt(why: &NothingLearnt) -> Error {
    let sentence = match why {
        NothingLearnt::TooFew { groups, least } => say(
            format!(
                "Mới có {groups} nhu cầu mà các kết nối được quyết định khác nhau; cần ít nhất {least} để học. Hãy thử lại khi có thêm quyết định."
            ),
            format!(
                "Only {groups} needs have matches that were decided differently; {least} are necessary to learn from. Try again when more is decided."
            ),
        ),
        NothingLearnt::Unsolved => say(
            "Không tính được trọng số từ các quyết định này. Trọng số hiện tại được giữ nguyên.",
            "No weights could be computed from these decisions. Those of now stay.",
        ),
    };
    Error::illegal_transition(sentence)
}

/// Which matches that are not decided yet a version would move.
pub async fn compare(ctx: &Ctx, version: &WeightsVersion) -> Result<Vec<Move>> {
    ctx.authorize(Action::AdministerEngine)?;
    let open = matches::store::undecided(&ctx.app.db).await?;
    let (mut now, mut then) = (current(ctx).await?, version.weights()?);
    if ctx.app.model.get(&ctx.app.config).await.is_none() {
        (now, then) = (now.without_meaning(), then.without_meaning());
    }
    let mut moves = rules::moves(&open, &now.offers, &then.offers);
    moves.truncate(SHOWN);
    Ok(moves)
}

/// A version ranks from now on.
pub async fn adopt(ctx: &Ctx, id: WeightsId) -> Result<WeightsVersion> {
    ctx.authorize(Action::AdministerEngine)?;
    let txn = ctx.begin().await?;
    let mut row = store::lock(&txn, id).await?;
    if row.adopted_at.is_some() {
        return Ok(row);
    }
    store::retire_all(&txn).await?;
    row.adopted_at = Some(ctx.now());
    row.adopted_by = ctx.viewer.user();
    store::update(&txn, row.clone()).await?;
    record(ctx, &txn, "weights.adopted", &row).await?;
    ctx.enqueue(&txn, &Rerank {}).await?;
    txn.commit().await?;
    Ok(row)
}

/// The defaults rank again; says whether something else did.
pub async fn restore_defaults(ctx: &Ctx) -> Result<bool> {
    ctx.authorize(Action::AdministerEngine)?;
    let txn = ctx.begin().await?;
    let Some(row) = store::adopted(&txn).await? else {
        return Ok(false);
    };
    store::retire_all(&txn).await?;
    record(ctx, &txn, "weights.retired", &row).await?;
    ctx.enqueue(&txn, &Rerank {}).await?;
    txn.commit().await?;
    Ok(true)
}

async fn record(ctx: &Ctx, txn: &crate::db::Txn, action: &str, row: &WeightsVersion) -> Result<()> {
    audit::record(ctx, txn, action, Subject::weights(row.id), &row.version).await
}
