//! Who is looking, and for whom.

use chrono::{DateTime, Utc};

use crate::accounts::StaffRole;
use crate::ids::{AccessTokenId, OrganizationId, SessionId, UserId};
use crate::moderation::{self, ReviewKind};
use crate::organizations::MembershipRole;
use crate::text::Locale;

/// Who is looking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Not signed in.
    Anonymous,
    /// A person.
    Member(Person),
    /// A person who works for the alliance.
    Staff(Person, StaffRole),
    /// The product itself: jobs, seeds.
    System,
}

/// A signed-in person with the active memberships.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub id: UserId,
    /// Name as given.
    pub name: String,
    /// Language of emails, and of answers when the request names none.
    pub locale: Locale,
    /// Organisations and roles, as far as they hold now (`sessions::rules::narrow`).
    pub memberships: Vec<(OrganizationId, MembershipRole)>,
    /// Some rights wait until a second factor is given.
    pub second_factor_missing: bool,
    /// By what the person came.
    pub access: Access,
}

/// By what a person came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// Signed in on a device.
    Session {
        /// The session.
        id: SessionId,
        /// When it was last proven that it is she.
        confirmed_at: DateTime<Utc>,
    },
    /// A program with a token.
    Token(AccessTokenId),
}

impl Viewer {
    /// The person, if one.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Member(person) | Self::Staff(person, _) => Some(person),
            Self::Anonymous | Self::System => None,
        }
    }

    /// The account, if one.
    pub fn user(&self) -> Option<UserId> {
        self.person().map(|person| person.id)
    }

    /// Organisations the viewer belongs to.
    pub fn organizations(&self) -> Vec<OrganizationId> {
        self.person()
            .map(|p| p.memberships.iter().map(|(id, _)| *id).collect())
            .unwrap_or_default()
    }

    /// Organisations the viewer may write for.
    pub fn writable(&self) -> Vec<OrganizationId> {
        let roles = self
            .person()
            .map(|p| p.memberships.as_slice())
            .unwrap_or_default();
        roles
            .iter()
            .filter(|(_, role)| role.writes())
            .map(|(id, _)| *id)
            .collect()
    }

    /// True for members of the organisation, whatever their role.
    pub fn belongs_to(&self, organization: OrganizationId) -> bool {
        self.person()
            .is_some_and(|p| p.memberships.iter().any(|(id, _)| *id == organization))
    }

    /// True for owners and editors of the organisation.
    pub fn writes_for(&self, organization: OrganizationId) -> bool {
        self.person().is_some_and(|p| {
            p.memberships
                .iter()
                .any(|(id, role)| *id == organization && role.writes())
        })
    }

    /// True for owners of the organisation.
    pub fn owns(&self, organization: OrganizationId) -> bool {
        let owner = (organization, MembershipRole::Owner);
        self.person()
            .is_some_and(|p| p.memberships.contains(&owner))
    }

    /// True when both are the same person with the same rights.
    pub fn has_rights_of(&self, other: &Self) -> bool {
        let role = |viewer: &Self| match viewer {
            Self::Staff(_, role) => Some(*role),
            _ => None,
        };
        let rights = |viewer: &Self| {
            viewer
                .person()
                .map(|person| (person.id, person.memberships.clone()))
        };
        role(self) == role(other) && rights(self) == rights(other)
    }

    /// True for the alliance's people and the product itself.
    pub fn is_staff(&self) -> bool {
        matches!(self, Self::Staff(..) | Self::System)
    }

    /// True for those who decide who is who: verifiers, administrators, and the product itself.
    pub fn verifies(&self) -> bool {
        matches!(
            self,
            Self::Staff(_, StaffRole::Verifier | StaffRole::Administrator) | Self::System
        )
    }

    /// True for those of the alliance who decide on such things, and the product itself.
    pub fn decides(&self, kind: ReviewKind) -> bool {
        match self {
            Self::Staff(_, role) => moderation::rules::decides(*role, kind),
            Self::System => true,
            Self::Anonymous | Self::Member(_) => false,
        }
    }

    /// True for administrators and the product itself.
    pub fn is_administrator(&self) -> bool {
        matches!(
            self,
            Self::Staff(_, StaffRole::Administrator) | Self::System
        )
    }
}
