//! What the API takes about matches, and the payloads it answers with.

use async_graphql::{InputObject, SimpleObject};

use super::MatchStatus;
use super::graphql::Match;
use crate::ids::{MatchId, NeedId, OfferId};
use crate::moderation::ReviewRule;

/// What a list of matches is narrowed to.
#[derive(InputObject, Default)]
pub struct MatchFilter {
    /// Of one need.
    pub(super) need_id: Option<NeedId>,
    /// Of one offer.
    pub(super) offer_id: Option<OfferId>,
    /// Statuses.
    pub(super) statuses: Option<Vec<MatchStatus>>,
    /// Only those of the viewer's organisations.
    pub(super) mine: Option<bool>,
}

/// Names a match.
#[derive(InputObject)]
pub struct MatchIdInput {
    /// The match.
    pub(super) match_id: MatchId,
}

/// A stop to a match.
#[derive(InputObject)]
pub struct BlockMatchInput {
    /// Which match.
    pub(super) match_id: MatchId,
    /// House rule.
    pub(super) rule: ReviewRule,
    /// Why; for the alliance's eyes.
    pub(super) reason: String,
}

/// A refusal of a match.
#[derive(InputObject)]
pub struct DeclineMatchInput {
    /// Which match.
    pub(super) match_id: MatchId,
    /// Why; the other side reads it.
    pub(super) reason: String,
}

/// Which posting to rank; give exactly one of the two.
#[derive(InputObject)]
pub struct RefreshMatchesInput {
    /// A need.
    pub(super) need_id: Option<NeedId>,
    /// An offer.
    pub(super) offer_id: Option<OfferId>,
}

/// The match after the change.
#[derive(SimpleObject)]
pub struct MatchPayload {
    /// The match.
    pub(super) r#match: Match,
}

/// The matches of a posting, best first.
#[derive(SimpleObject)]
pub struct RefreshMatchesPayload {
    /// The matches.
    pub(super) matches: Vec<Match>,
}
