//! Pure: what a refresh token that comes in means, and who somebody is to the policy.

use chrono::{DateTime, Duration, Utc};

use super::entity::{Scope, refresh_token, session};
use crate::accounts::{StaffRole, User};
use crate::ids::OrganizationId;
use crate::organizations::MembershipRole;
use crate::policy::{Access, Person, Viewer};

/// Within this time an exchanged refresh token may come back: two tabs at once, or an answer that was
/// lost on the way.
pub const GRACE: Duration = Duration::seconds(30);

/// What a refresh token that comes in means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presented {
    /// Exchange it.
    Fresh,
    /// It was exchanged a moment ago and its successor has not been used: give the same successor.
    Again,
    /// Its session is over, or it is too old.
    Over,
    /// It was exchanged before: somebody has a copy (RFC 9700, 4.14.2).
    Stolen,
}

/// Looks at a token, its successor and its session.
pub fn presented(
    token: &refresh_token::Model,
    successor: Option<&refresh_token::Model>,
    session: &session::Model,
    now: DateTime<Utc>,
) -> Presented {
    if session.revoked_at.is_some() || token.expires_at <= now {
        return Presented::Over;
    }
    let Some(used_at) = token.used_at else {
        return Presented::Fresh;
    };
    let untouched = successor.is_some_and(|next| next.used_at.is_none());
    if untouched && now < used_at + GRACE {
        Presented::Again
    } else {
        Presented::Stolen
    }
}

/// A membership with what its organisation asks and is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belonging {
    /// Where.
    pub organization: OrganizationId,
    /// As what.
    pub role: MembershipRole,
    /// The organisation asks its members for a second factor.
    pub strict: bool,
    /// The organisation is suspended.
    pub suspended: bool,
}

/// How a request was proven to be somebody's.
#[derive(Clone, Debug)]
pub enum Proof {
    /// A session.
    Session {
        /// Which, and when it was confirmed.
        access: Access,
        /// With a second factor.
        strong: bool,
    },
    /// A program's token.
    Token {
        /// Which.
        access: Access,
        /// Whose it is has a second factor now, or nothing of hers asks for one.
        strong: bool,
        /// What it may do.
        scopes: Vec<Scope>,
    },
}

/// Who somebody is to the policy: rights that ask for a second factor wait for it, a suspended
/// organisation can only be read, a program's token has no more than its scopes.
pub fn narrow(user: User, belongings: &[Belonging], proof: Proof) -> Viewer {
    let (access, strong, writes, moderates) = match proof {
        Proof::Session { access, strong } => (access, strong, true, true),
        // A program has nobody to give a second factor: it is asked of whose it is.
        Proof::Token {
            access,
            strong,
            scopes,
        } => (
            access,
            strong,
            scopes.contains(&Scope::Write),
            scopes.contains(&Scope::Moderate),
        ),
    };
    let withheld = |belonging: &&Belonging| belonging.strict && !strong;
    let memberships = belongings
        .iter()
        .filter(|belonging| !withheld(belonging))
        .map(|belonging| {
            let reads_only = belonging.suspended || !writes;
            let role = if reads_only {
                MembershipRole::Viewer
            } else {
                belonging.role
            };
            (belonging.organization, role)
        })
        .collect();
    let role: Option<StaffRole> = user.staff_role.filter(|_| strong && moderates);
    let person = Person {
        id: user.id,
        name: user.name,
        locale: user.locale,
        memberships,
        second_factor_missing: !strong
            && (user.staff_role.is_some() || belongings.iter().any(|b| b.strict)),
        access,
    };
    match role {
        Some(role) => Viewer::Staff(person, role),
        None => Viewer::Member(person),
    }
}

/// The browser and system of a device, for its owner to know it again.
pub fn device_name(user_agent: Option<&str>) -> Option<String> {
    let found = woothee::parser::Parser::new().parse(user_agent?)?;
    let known = |word: &str| (word != "UNKNOWN" && !word.is_empty()).then(|| word.to_owned());
    match (known(found.name), known(found.os)) {
        (Some(browser), Some(system)) => Some(format!("{browser} · {system}")),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::{AccessTokenId, RefreshTokenId, SessionId, UserId};
    use crate::sessions::SignInMethod;
    use crate::text::Locale;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn token(used_at: Option<DateTime<Utc>>) -> refresh_token::Model {
        refresh_token::Model {
            id: RefreshTokenId(Uuid::nil()),
            session_id: SessionId(Uuid::nil()),
            token_hash: String::new(),
            issued_at: at(0),
            expires_at: at(1000),
            used_at,
            successor_hash: None,
        }
    }

    fn session(revoked_at: Option<DateTime<Utc>>) -> session::Model {
        session::Model {
            id: SessionId(Uuid::nil()),
            user_id: UserId(Uuid::nil()),
            user_agent: None,
            address: None,
            device_id: None,
            method: SignInMethod::Password,
            created_at: at(0),
            last_used_at: at(0),
            confirmed_at: at(0),
            strong_at: None,
            revoked_at,
        }
    }

    #[test]
    fn an_exchanged_token_is_forgiven_while_its_successor_waits() {
        let (used, live) = (token(Some(at(10))), session(None));
        let (untouched, touched) = (token(None), token(Some(at(12))));
        let look = |successor, seconds| presented(&used, successor, &live, at(seconds));
        assert_eq!(look(Some(&untouched), 39), Presented::Again);
        assert_eq!(look(Some(&untouched), 40), Presented::Stolen);
        assert_eq!(look(Some(&touched), 13), Presented::Stolen);
        assert_eq!(look(None, 11), Presented::Stolen);
    }

    #[test]
    fn a_token_of_an_ended_session_or_of_long_ago_is_over() {
        let fresh = token(None);
        assert_eq!(
            presented(&fresh, None, &session(None), at(5)),
            Presented::Fresh
        );
        assert_eq!(
            presented(&fresh, None, &session(None), at(1000)),
            Presented::Over
        );
        assert_eq!(
            presented(&fresh, None, &session(Some(at(1))), at(5)),
            Presented::Over
        );
    }

    fn user(staff_role: Option<StaffRole>) -> User {
        User {
            id: UserId(Uuid::nil()),
            email: String::new(),
            email_normalized: String::new(),
            name: "Hà".into(),
            locale: Locale::Vi,
            staff_role,
            suspended_at: None,
            closed_at: None,
            created_at: at(0),
            updated_at: at(0),
        }
    }

    fn belonging(strict: bool, suspended: bool) -> Belonging {
        Belonging {
            organization: OrganizationId(Uuid::from_u128(1)),
            role: MembershipRole::Owner,
            strict,
            suspended,
        }
    }

    fn by_session(strong: bool) -> Proof {
        Proof::Session {
            access: Access::Session {
                id: SessionId(Uuid::nil()),
                confirmed_at: at(0),
            },
            strong,
        }
    }

    fn by_token(scopes: &[Scope]) -> Proof {
        Proof::Token {
            access: Access::Token(AccessTokenId(Uuid::nil())),
            strong: true,
            scopes: scopes.to_vec(),
        }
    }

    #[test]
    fn staff_without_a_second_factor_are_ordinary_people() {
        let role = Some(StaffRole::Administrator);
        let weak = narrow(user(role), &[], by_session(false));
        assert!(!weak.is_staff() && weak.person().unwrap().second_factor_missing);
        assert!(narrow(user(role), &[], by_session(true)).is_administrator());
    }

    #[test]
    fn a_strict_organisation_waits_for_the_second_factor() {
        let strict = [belonging(true, false)];
        let weak = narrow(user(None), &strict, by_session(false));
        assert!(weak.organizations().is_empty() && weak.person().unwrap().second_factor_missing);
        let strong = narrow(user(None), &strict, by_session(true));
        assert!(strong.owns(strict[0].organization));
    }

    #[test]
    fn a_suspended_organisation_is_read_only() {
        let suspended = [belonging(false, true)];
        let viewer = narrow(user(None), &suspended, by_session(false));
        let id = suspended[0].organization;
        assert!(viewer.belongs_to(id) && !viewer.writes_for(id));
    }

    #[test]
    fn a_token_has_no_more_than_its_scopes() {
        let (role, plain) = (Some(StaffRole::Moderator), [belonging(false, false)]);
        let reads = narrow(user(role), &plain, by_token(&[Scope::Read]));
        assert!(!reads.is_staff() && reads.writable().is_empty());
        let writes = narrow(user(role), &plain, by_token(&[Scope::Read, Scope::Write]));
        assert!(!writes.is_staff() && writes.owns(plain[0].organization));
        let moderates = narrow(user(role), &plain, by_token(&[Scope::Moderate]));
        assert!(moderates.is_staff() && moderates.writable().is_empty());
    }

    #[test]
    fn a_browser_is_named_by_what_it_says() {
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
        assert_eq!(
            device_name(Some(chrome)).as_deref(),
            Some("Chrome · Windows 10")
        );
        assert_eq!(device_name(Some("curl/8")), device_name(Some("curl/9")));
        assert_eq!(device_name(None), None);
    }
}
