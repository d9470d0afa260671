//! The rows whose copies change with what changed.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::Changed;
use crate::error::Result;
use crate::ids::{NeedId, OfferId, OrganizationId, ResearcherId, UserId};
use crate::{needs, offers, organizations, researchers};

/// Where copies are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Needs.
    Needs,
    /// Offers.
    Offers,
    /// Organisations.
    Organizations,
    /// Researchers' profiles.
    Researchers,
}

/// Rows by their kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Affected {
    /// Needs.
    pub needs: Vec<NeedId>,
    /// Offers.
    pub offers: Vec<OfferId>,
    /// Organisations.
    pub organizations: Vec<OrganizationId>,
    /// Researchers' profiles.
    pub researchers: Vec<ResearcherId>,
}

impl Affected {
    /// What changed, and what names it: an organisation stands in what it posted, a person in her profile.
    pub async fn of(db: &impl ConnectionTrait, all: &BTreeSet<Changed>) -> Result<Self> {
        let mut affected = Self::default();
        let mut people = Vec::new();
        for changed in all {
            match *changed {
                Changed::Need(id) => affected.needs.push(NeedId(id)),
                Changed::Offer(id) => affected.offers.push(OfferId(id)),
                Changed::Organization(id) => affected.organizations.push(OrganizationId(id)),
                Changed::Researcher(id) => affected.researchers.push(ResearcherId(id)),
                Changed::User(id) => people.push(UserId(id)),
                Changed::Vector(_) | Changed::Engine => {}
            }
        }
        let owners = &affected.organizations;
        affected
            .needs
            .extend(needs::store::ids_of_many(db, owners).await?);
        affected
            .offers
            .extend(offers::store::ids_of_many(db, owners).await?);
        affected
            .researchers
            .extend(researchers::store::ids_of_users(db, &people).await?);
        Ok(affected)
    }

    /// As [`Affected::of`], with what has a vector that changed.
    pub async fn with_vectors(db: &impl ConnectionTrait, all: &BTreeSet<Changed>) -> Result<Self> {
        let mut affected = Self::of(db, all).await?;
        for changed in all {
            // Ids are unique over all kinds: what it is not is not found.
            if let Changed::Vector(id) = *changed {
                affected.needs.push(NeedId(id));
                affected.offers.push(OfferId(id));
                affected.researchers.push(ResearcherId(id));
            }
        }
        Ok(affected)
    }

    /// The rows of one source after an id, in the order of their ids, and the last id.
    pub async fn page(
        db: &impl ConnectionTrait,
        source: Source,
        after: Uuid,
        limit: u64,
    ) -> Result<(Self, Option<Uuid>)> {
        let mut affected = Self::default();
        let last = match source {
            Source::Needs => {
                affected.needs = needs::store::ids_after(db, NeedId(after), limit).await?;
                affected.needs.last().map(|id| id.0)
            }
            Source::Offers => {
                affected.offers = offers::store::ids_after(db, OfferId(after), limit).await?;
                affected.offers.last().map(|id| id.0)
            }
            Source::Organizations => {
                let after = OrganizationId(after);
                affected.organizations = organizations::store::ids_after(db, after, limit).await?;
                affected.organizations.last().map(|id| id.0)
            }
            Source::Researchers => {
                let after = ResearcherId(after);
                affected.researchers = researchers::store::ids_after(db, after, limit).await?;
                affected.researchers.last().map(|id| id.0)
            }
        };
        Ok((affected, last))
    }
}
