//! Typed ids: a UUIDv7 inside, `need_…` outside, and the only place that makes new ones.
//!
//! The type is database column, GraphQL `ID` and text at once, so a `prop_…` where a
//! `need_…` belongs is refused while the query is parsed.

use std::fmt;
use std::str::FromStr;
use std::sync::Mutex;

use aws_lc_rs::rand::{SecureRandom, SystemRandom};
use uuid::{ContextV7, Timestamp, Uuid};

use crate::clock::Clock;

/// Declares one id type: column value, GraphQL `ID`, text.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize, sea_orm::DeriveValueType,
        )]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0.simple())
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let rest = text.strip_prefix(concat!($prefix, "_")).ok_or(NotAnId($prefix))?;
                // Only the form we print: 32 hexadecimal digits.
                if rest.len() != 32 {
                    return Err(NotAnId($prefix));
                }
                Uuid::try_parse(rest).map($name).map_err(|_| NotAnId($prefix))
            }
        }

        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        #[async_graphql::Scalar(name = "ID")]
        impl async_graphql::ScalarType for $name {
            fn parse(value: async_graphql::Value) -> async_graphql::InputValueResult<Self> {
                match &value {
                    async_graphql::Value::String(text) => text
                        .parse()
                        .map_err(|e: NotAnId| async_graphql::InputValueError::custom(e.to_string())),
                    _ => Err(async_graphql::InputValueError::expected_type(value)),
                }
            }

            fn to_value(&self) -> async_graphql::Value {
                async_graphql::Value::String(self.to_string())
            }
        }
    };
}

/// The text is not an id of the kind that belongs here.
#[derive(Debug, thiserror::Error)]
#[error("not an id of this kind; such an id begins with \"{0}_\"")]
pub struct NotAnId(&'static str);

id!(/// A person's account.
    UserId, "user");
id!(/// A signed-in device: one family of refresh tokens.
    SessionId, "sess");
id!(/// One refresh token of a session.
    RefreshTokenId, "rtok");
id!(/// An organisation.
    OrganizationId, "org");
id!(/// A person's place in an organisation.
    MembershipId, "memb");
id!(/// A need.
    NeedId, "need");
id!(/// An offer.
    OfferId, "offer");
id!(/// A match of a need with an offer.
    MatchId, "match");
id!(/// Needs of several owners that could be one joint call.
    JointCallId, "jcall");
id!(/// A proposal.
    ProposalId, "prop");
id!(/// Something that waits for the alliance's decision.
    ReviewId, "rev");
id!(/// An audit record.
    AuditId, "aud");
id!(/// A job.
    JobId, "job");
id!(/// A version of the engine's weights.
    WeightsId, "weights");
id!(/// An edition of the taxonomy's concepts.
    TaxonomyEditionId, "tax");
id!(/// An outgoing email.
    EmailId, "mail");
id!(/// A client key that was used.
    ClientKeyId, "ckey");

id!(/// A browser that a person has signed in on.
    DeviceId, "device");
id!(/// Something to be answered: a second factor, a passkey's signature.
    ChallengeId, "chal");
id!(/// A passkey.
    PasskeyId, "pkey");
id!(/// A recovery code.
    RecoveryCodeId, "rcode");
id!(/// A token for programs.
    AccessTokenId, "atok");
id!(/// A link in an email that proves who opens it.
    LinkId, "link");
id!(/// A change of somebody's email address.
    EmailChangeId, "echg");
id!(/// An account at another provider.
    OidcIdentityId, "oidc");
id!(/// A consent that was given.
    ConsentId, "cons");
id!(/// An uploaded file.
    FileId, "file");
id!(/// A file that belongs to a proposal, sealed with it.
    AttachmentId, "att");
id!(/// An invitation to join an organisation.
    InvitationId, "inv");
id!(/// A certificate of an organisation.
    CertificateId, "cert");
id!(/// Something that an organisation has done for somebody.
    ReferenceId, "ref");
id!(/// A look of the alliance at who an organisation is.
    VerificationRequestId, "verif");
id!(/// An organisation's application to join the alliance.
    AllianceApplicationId, "appl");
id!(/// An expert's profile.
    ResearcherId, "resr");

id!(/// What proposals for a need are judged by.
    CriterionId, "crit");
id!(/// A question about a need.
    QuestionId, "ques");
id!(/// What was added to an open need.
    AddendumId, "addn");
id!(/// A seat in the panel that evaluates a need's proposals.
    PanelMemberId, "panm");
id!(/// An organisation's interest in a need.
    InterestId, "int");
id!(/// Who proposes together with a bidder.
    ConsortiumMemberId, "cmem");
id!(/// A bidder's request to review an outcome.
    OutcomeReviewId, "orev");

id!(/// An agreement.
    AgreementId, "agr");
id!(/// A signature under an agreement.
    AgreementSignatureId, "sign");
id!(/// Somebody who was there when an agreement was signed.
    WitnessId, "witn");
id!(/// A comment on an agreement's text.
    AgreementCommentId, "acom");
id!(/// A scan of an agreement's paper original.
    AgreementScanId, "scan");
id!(/// Something that is to be done by a day, in an agreement.
    MilestoneId, "mile");
id!(/// Something that an agreement measures itself by.
    IndicatorId, "indi");
id!(/// A value of an indicator on a day.
    MeasurementId, "meas");
id!(/// Money or something in kind that was given under an agreement.
    PaymentId, "pay");

id!(/// A search that somebody saved.
    SavedSearchId, "srch");

/// Where new ids and secrets come from; one per process.
pub struct Ids {
    clock: Clock,
    context: Mutex<ContextV7>,
    random: SystemRandom,
}

impl Ids {
    /// Ids whose time is the given clock's.
    pub fn new(clock: Clock) -> Self {
        Self {
            clock,
            context: Mutex::new(ContextV7::new()),
            random: SystemRandom::new(),
        }
    }

    /// A new UUIDv7; within one process a later call is always greater.
    #[expect(clippy::disallowed_methods, reason = "this is where ids are made")]
    pub fn next(&self) -> Uuid {
        let now = self.clock.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        let context = self
            .context
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        Uuid::new_v7(Timestamp::from_unix(
            &*context,
            seconds,
            now.timestamp_subsec_nanos(),
        ))
    }

    /// 32 random bytes as hexadecimal: an opaque secret.
    pub fn secret(&self) -> String {
        hex(&self.bytes::<32>())
    }

    /// Random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0u8; N];
        // The system generator fails only where the machine has none; then nothing is safe.
        self.random
            .fill(&mut bytes)
            .expect("the system's random generator answers");
        bytes
    }
}

/// SHA-256 of a secret, in hexadecimal: what the database keeps of tokens and codes. They are
/// random and long, so that nothing slower is needed.
pub fn digest(secret: &str) -> String {
    use sha2::{Digest, Sha256};
    hex(&Sha256::digest(secret))
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_prints() {
        let id = NeedId(Uuid::from_u128(7));
        assert_eq!(id.to_string(), "need_00000000000000000000000000000007");
        assert_eq!(id.to_string().parse::<NeedId>().unwrap(), id);
    }

    #[test]
    fn an_id_of_another_kind_is_refused() {
        assert!(
            ProposalId(Uuid::from_u128(7))
                .to_string()
                .parse::<NeedId>()
                .is_err()
        );
        assert!("need_zz".parse::<NeedId>().is_err());
    }

    #[test]
    fn new_ids_only_grow() {
        let ids = Ids::new(Clock::system());
        let many: Vec<_> = (0..1000).map(|_| ids.next()).collect();
        assert!(many.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
