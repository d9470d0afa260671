//! What follows a change of postings, and what the two sides are told.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Match, MatchSide, rules, service, store};
use crate::accounts::{self, StaffRole};
use crate::app::Ctx;
use crate::clock::moment;
use crate::error::{Error, Result};
use crate::ids::{MatchId, NeedId, OfferId};
use crate::jobs::{Job, JobResult};
use crate::joint_calls::jobs::FindJointCall;
use crate::mail::{self, Letter};
use crate::needs::{self, Need};
use crate::offers::{self, Offer};
use crate::organizations::{self, Organization};
use crate::text::{Locale, say};

/// A need was published: find offers.
#[derive(Debug, Serialize, Deserialize)]
pub struct RankNeed {
    /// Which.
    pub need_id: NeedId,
}

impl Job for RankNeed {
    const KIND: &'static str = "match.rank_need";

    async fn run(self, ctx: &Ctx) -> JobResult {
        service::rank_need(ctx, self.need_id).await?;
        let need_id = self.need_id;
        let txn = ctx.begin().await?;
        ctx.enqueue(&txn, &FindJointCall { need_id }).await?;
        Ok(txn.commit().await?)
    }
}

/// An offer was published: find needs.
#[derive(Debug, Serialize, Deserialize)]
pub struct RankOffer {
    /// Which.
    pub offer_id: OfferId,
}

impl Job for RankOffer {
    const KIND: &'static str = "match.rank_offer";

    async fn run(self, ctx: &Ctx) -> JobResult {
        service::rank_offer(ctx, self.offer_id).await?;
        Ok(())
    }
}

/// The alliance introduced two: tell both.
#[derive(Debug, Serialize, Deserialize)]
pub struct MatchIntroduced {
    /// Which.
    pub match_id: MatchId,
}

/// Both accepted: give each the other's contacts.
#[derive(Debug, Serialize, Deserialize)]
pub struct MatchMutual {
    /// Which.
    pub match_id: MatchId,
}

/// One declined: tell the other.
#[derive(Debug, Serialize, Deserialize)]
pub struct MatchDeclined {
    /// Which.
    pub match_id: MatchId,
}

/// An introduction waits for an answer, and its date comes near: who is silent is reminded.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReplyReminder {
    /// Which.
    pub match_id: MatchId,
    /// Of which introduction; a pair that came back is introduced again.
    pub introduced_at: DateTime<Utc>,
}

/// The date has come: who is silent is told so, the side that answered too, and the alliance looks after it.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReplyDue {
    /// Which.
    pub match_id: MatchId,
    /// Of which introduction.
    pub introduced_at: DateTime<Utc>,
}

impl ReplyReminder {
    /// Of the introduction made now.
    pub(super) fn of(match_id: MatchId, introduced_at: DateTime<Utc>) -> Self {
        Self {
            match_id,
            introduced_at,
        }
    }
}

impl ReplyDue {
    /// Of the introduction made now.
    pub(super) fn of(match_id: MatchId, introduced_at: DateTime<Utc>) -> Self {
        Self {
            match_id,
            introduced_at,
        }
    }
}

/// A match with everything a letter about it speaks of.
struct Pair {
    found: Match,
    need: Need,
    offer: Offer,
    need_owner: Organization,
    offer_owner: Organization,
}

impl Pair {
    async fn read(ctx: &Ctx, id: MatchId) -> Result<Self> {
        let db = &ctx.app.db;
        let found = store::find(db, id).await?.ok_or_else(Error::not_found)?;
        let need = needs::store::find(db, found.need_id).await?;
        let offer = offers::store::find(db, found.offer_id).await?;
        let need_owner = organizations::store::find(db, found.need_organization_id).await?;
        let offer_owner = organizations::store::find(db, found.offer_organization_id).await?;
        match (need, offer, need_owner, offer_owner) {
            (Some(need), Some(offer), Some(need_owner), Some(offer_owner)) => Ok(Self {
                found,
                need,
                offer,
                need_owner,
                offer_owner,
            }),
            _ => Err(Error::internal("a match without its need or offer")),
        }
    }

    fn owner(&self, side: MatchSide) -> &Organization {
        match side {
            MatchSide::Need => &self.need_owner,
            MatchSide::Offer => &self.offer_owner,
        }
    }

    /// A letter to one side about the other.
    fn letter(&self, ctx: &Ctx, template: &'static str, to: MatchSide) -> Letter {
        let (own, other) = match to {
            MatchSide::Need => (&self.need.title, &self.offer.title),
            MatchSide::Offer => (&self.offer.title, &self.need.title),
        };
        // A pair that was away and came back is introduced again, and told again.
        let round = self.found.introduced_at.map(|at| at.timestamp_micros());
        let about = format!("{}.{}", self.found.id, round.unwrap_or_default());
        Letter::new(template, about)
            .text("title", own)
            .text("other", other)
            .text("organization", &self.owner(opposite(to)).legal_name)
            .link(ctx, &format!("/ket-noi/{}", self.found.id))
    }
}

fn opposite(side: MatchSide) -> MatchSide {
    match side {
        MatchSide::Need => MatchSide::Offer,
        MatchSide::Offer => MatchSide::Need,
    }
}

const SIDES: [MatchSide; 2] = [MatchSide::Need, MatchSide::Offer];

impl Job for MatchIntroduced {
    const KIND: &'static str = "match.introduced";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let pair = Pair::read(ctx, self.match_id).await?;
        let mut factors = pair.found.factors.0.clone();
        factors.sort_by(|a, b| b.points.total_cmp(&a.points));
        let line = |pick: fn(&super::entity::StoredFactor) -> &str| {
            factors
                .iter()
                .take(3)
                .map(|f| format!("• {}", pick(f)))
                .collect::<Vec<_>>()
                .join("\n")
        };
        let why = say(line(|f| &f.reason_vi), line(|f| &f.reason_en));
        let score = format!("{:.0}", pair.found.score);
        let txn = ctx.begin().await?;
        for side in SIDES {
            for person in organizations::store::writers(&txn, pair.owner(side).id).await? {
                let letter = pair
                    .letter(ctx, "match_introduced", side)
                    .plain("score", &score)
                    .sentence("why", why.clone());
                mail::post(ctx, &txn, &person, letter).await?;
            }
        }
        Ok(txn.commit().await?)
    }
}

impl Job for MatchMutual {
    const KIND: &'static str = "match.mutual";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let pair = Pair::read(ctx, self.match_id).await?;
        let txn = ctx.begin().await?;
        for side in SIDES {
            let others = organizations::store::writers(&txn, pair.owner(opposite(side)).id).await?;
            let contacts: Vec<_> = others
                .iter()
                .map(|person| format!("{} <{}>", person.name, person.email))
                .collect();
            for person in organizations::store::writers(&txn, pair.owner(side).id).await? {
                let letter = pair
                    .letter(ctx, "match_mutual", side)
                    .plain("contacts", &contacts.join("\n"));
                mail::post(ctx, &txn, &person, letter).await?;
            }
        }
        Ok(txn.commit().await?)
    }
}

impl Job for MatchDeclined {
    const KIND: &'static str = "match.declined";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let pair = Pair::read(ctx, self.match_id).await?;
        let Some(declined) = pair.found.declined_by else {
            return Ok(());
        };
        let told = opposite(declined);
        let reason = pair.found.status_reason.clone().unwrap_or_default();
        let txn = ctx.begin().await?;
        for person in organizations::store::writers(&txn, pair.owner(told).id).await? {
            let letter = pair
                .letter(ctx, "match_declined", told)
                .plain("reason", &reason);
            mail::post(ctx, &txn, &person, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}

/// The pair while it still waits for the answers to this introduction, and the sides that are silent.
async fn waiting(
    ctx: &Ctx,
    id: MatchId,
    introduced_at: DateTime<Utc>,
) -> Result<Option<(Pair, Vec<MatchSide>)>> {
    let pair = Pair::read(ctx, id).await?;
    let silent = rules::silent(&pair.found);
    // Who cannot see the posting cannot answer either (`service::both_shown`).
    let hidden = pair.need.is_hidden() || pair.offer.is_hidden();
    let same = pair.found.introduced_at == Some(introduced_at);
    Ok((same && !hidden && !silent.is_empty()).then_some((pair, silent)))
}

impl Job for ReplyReminder {
    const KIND: &'static str = "match.reply_reminder";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some((pair, silent)) = waiting(ctx, self.match_id, self.introduced_at).await? else {
            return Ok(());
        };
        let date = moment(rules::reply_by(&pair.found));
        let txn = ctx.begin().await?;
        for side in silent {
            for person in organizations::store::writers(&txn, pair.owner(side).id).await? {
                let letter = pair
                    .letter(ctx, "match_reply_reminder", side)
                    .plain("date", &date);
                mail::post(ctx, &txn, &person, letter).await?;
            }
        }
        Ok(txn.commit().await?)
    }
}

impl Job for ReplyDue {
    const KIND: &'static str = "match.reply_due";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some((pair, silent)) = waiting(ctx, self.match_id, self.introduced_at).await? else {
            return Ok(());
        };
        let date = moment(rules::reply_by(&pair.found));
        let names: Vec<_> = silent
            .iter()
            .map(|side| &pair.owner(*side).legal_name)
            .collect();
        let names = say(
            names
                .iter()
                .map(|name| name.pick(Locale::Vi))
                .collect::<Vec<_>>()
                .join(", "),
            names
                .iter()
                .map(|name| name.pick(Locale::En))
                .collect::<Vec<_>>()
                .join(", "),
        );
        let txn = ctx.begin().await?;
        for side in SIDES {
            let template = if silent.contains(&side) {
                "match_reply_overdue"
            } else {
                "match_reply_awaited"
            };
            for person in organizations::store::writers(&txn, pair.owner(side).id).await? {
                let letter = pair.letter(ctx, template, side).plain("date", &date);
                mail::post(ctx, &txn, &person, letter).await?;
            }
        }
        for person in accounts::store::staff(&txn).await? {
            let answers = matches!(
                person.staff_role,
                Some(StaffRole::Moderator | StaffRole::Administrator)
            );
            if !answers || !person.is_open() {
                continue;
            }
            let letter = pair
                .letter(ctx, "match_reply_unanswered", MatchSide::Need)
                .sentence("organization", names.clone())
                .plain("date", &date);
            mail::post(ctx, &txn, &person, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}
