//! What the API takes about registrations and verifications.

use async_graphql::InputObject;

use super::{Check, CheckName, CheckResult};
use crate::ids::{FileId, OrganizationId};
use crate::moderation::graphql::ReviewDecisionInput;

/// A request to be verified.
#[derive(InputObject)]
pub struct RequestVerificationInput {
    /// The organisation.
    pub(super) organization_id: OrganizationId,
    /// Papers, uploaded with purpose=verification: a decision on establishment, an enterprise
    /// registration, a letter of mandate; at most 10.
    pub(super) evidence: Option<Vec<FileId>>,
    /// What the alliance should know; at most 2,000 characters.
    pub(super) note: Option<String>,
}

/// One answer of a checklist.
#[derive(InputObject)]
pub struct VerificationCheckInput {
    /// What was checked.
    name: CheckName,
    /// How it came out.
    result: CheckResult,
    /// A note; only the alliance reads it.
    note: Option<String>,
}

impl From<VerificationCheckInput> for Check {
    fn from(input: VerificationCheckInput) -> Self {
        Self {
            name: input.name,
            result: input.result,
            note: input.note,
        }
    }
}

/// A decision on who an organisation is.
#[derive(InputObject)]
pub struct DecideVerificationInput {
    /// The organisation.
    pub(super) organization_id: OrganizationId,
    /// Its version that was looked at; another answers STALE_VERSION.
    pub(super) version: i32,
    /// APPROVED or REJECTED, the rule and the reason.
    #[graphql(flatten)]
    pub(super) verdict: ReviewDecisionInput,
    /// Every check, to verify; those that were made, to reject.
    pub(super) checklist: Vec<VerificationCheckInput>,
}

/// A decision on a registration.
#[derive(InputObject)]
pub struct DecideRegistrationInput {
    /// The organisation.
    pub(super) organization_id: OrganizationId,
    /// Its version that was looked at; another answers STALE_VERSION.
    pub(super) version: i32,
    /// APPROVED (it is shown) or REJECTED (nobody but its members and the alliance sees it), the rule
    /// and the reason.
    #[graphql(flatten)]
    pub(super) verdict: ReviewDecisionInput,
}
