//! Whose business a review is: who of the alliance may decide on it, and whom it concerns.

use sea_orm::ConnectionTrait;

use super::entity::{Model, ReviewKind};
use super::store;
use crate::error::{Error, Result};
use crate::ids::{OrganizationId, UserId};
use crate::matches;
use crate::needs;
use crate::offers;

/// What the policy must know of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Of what kind the decision is; of an appeal, what the first one was.
    pub kind: ReviewKind,
    /// Organisations whose members do not decide on it: it is about them, or they wrote it.
    pub organizations: Vec<OrganizationId>,
    /// People who do not decide on it: it is about them, they asked for it, or they decided before.
    pub people: Vec<UserId>,
}

impl Case {
    /// Of a review, with the organisations that it is about; for an appeal with the first decision.
    pub fn new(review: &Model, first: Option<&Model>, organizations: Vec<OrganizationId>) -> Self {
        let named = [review.organization_id, review.other_organization_id];
        // Whoever lets the engine run has not asked for what it finds.
        let asked = review
            .opened_by
            .filter(|_| review.kind != ReviewKind::Match);
        let before = first.and_then(|first| first.decided_by);
        Self {
            kind: first.map_or(review.kind, |first| first.kind),
            organizations: named.into_iter().flatten().chain(organizations).collect(),
            people: [asked, review.user_id, before]
                .into_iter()
                .flatten()
                .collect(),
        }
    }
}

/// The case of a review.
pub async fn case_of(db: &impl ConnectionTrait, review: &Model) -> Result<Case> {
    let first = match review.appeal_of {
        Some(id) => Some(store::find(db, id).await?.ok_or_else(Error::not_found)?),
        None => None,
    };
    let owners = owners(db, review).await?;
    Ok(Case::new(review, first.as_ref(), owners))
}

/// The organisations behind the postings that a review is about.
pub async fn owners(db: &impl ConnectionTrait, review: &Model) -> Result<Vec<OrganizationId>> {
    let mut owners = Vec::new();
    if let Some(id) = review.need_id {
        let need = needs::store::find(db, id).await?;
        owners.extend(need.map(|need| need.organization_id));
    }
    if let Some(id) = review.offer_id {
        let offer = offers::store::find(db, id).await?;
        owners.extend(offer.map(|offer| offer.organization_id));
    }
    if let Some(id) = review.match_id
        && let Some(found) = matches::store::find(db, id).await?
    {
        owners.extend([found.need_organization_id, found.offer_organization_id]);
    }
    Ok(owners)
}
