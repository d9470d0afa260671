//! What the API takes about certificates and references.

use async_graphql::InputObject;
use chrono::NaiveDate;

use super::rules::{CertificateContent, ReferenceContent};
use crate::ids::{CertificateId, FileId, OrganizationId, ReferenceId};
use crate::text::BilingualTextInput;

/// What a certificate says.
#[derive(InputObject)]
pub struct CertificateContentInput {
    /// What it is called; at most 200 characters.
    name: String,
    /// Standard, such as TCVN ISO 37122:2020 or ISO/IEC 27001.
    standard: Option<String>,
    /// Who issued it.
    issuer: String,
    /// Number.
    number: Option<String>,
    /// When it was issued.
    issued_on: NaiveDate,
    /// Last day on which it holds; none for ever.
    expires_on: Option<NaiveDate>,
    /// A file uploaded with purpose=certificate; only members and those who verify read it.
    evidence_id: Option<FileId>,
}

impl From<CertificateContentInput> for CertificateContent {
    fn from(input: CertificateContentInput) -> Self {
        Self {
            name: input.name,
            standard: input.standard,
            issuer: input.issuer,
            number: input.number,
            issued_on: input.issued_on,
            expires_on: input.expires_on,
            evidence_id: input.evidence_id,
        }
    }
}

/// What a reference says.
#[derive(InputObject)]
pub struct ReferenceContentInput {
    /// What it was; one language is enough.
    project: BilingualTextInput,
    /// For whom.
    client: String,
    /// Province or city of today.
    place_id: Option<async_graphql::ID>,
    /// Year in which it was completed.
    year: i32,
    /// What was done; at most 2,000 characters a language.
    description: Option<BilingualTextInput>,
    /// Where one can read about it.
    url: Option<String>,
}

impl From<ReferenceContentInput> for ReferenceContent {
    fn from(input: ReferenceContentInput) -> Self {
        Self {
            project: input.project,
            client: input.client,
            place_id: input.place_id.map(|id| id.0).filter(|id| !id.is_empty()),
            year: input.year,
            description: input.description.unwrap_or_default(),
            url: input.url,
        }
    }
}

/// A certificate to add.
#[derive(InputObject)]
pub struct AddCertificateInput {
    /// Made by the client; the same key with the same body answers as before.
    pub(super) client_key: String,
    /// Whose.
    pub(super) organization_id: OrganizationId,
    /// What it says.
    pub(super) content: CertificateContentInput,
}

/// A certificate to change.
#[derive(InputObject)]
pub struct UpdateCertificateInput {
    /// Which.
    pub(super) certificate_id: CertificateId,
    /// All that it says from now on.
    pub(super) content: CertificateContentInput,
}

/// Names a certificate.
#[derive(InputObject)]
pub struct CertificateIdInput {
    /// Which.
    pub(super) certificate_id: CertificateId,
}

/// A reference to add.
#[derive(InputObject)]
pub struct AddReferenceInput {
    /// Made by the client; the same key with the same body answers as before.
    pub(super) client_key: String,
    /// Whose.
    pub(super) organization_id: OrganizationId,
    /// What it says.
    pub(super) content: ReferenceContentInput,
}

/// A reference to change.
#[derive(InputObject)]
pub struct UpdateReferenceInput {
    /// Which.
    pub(super) reference_id: ReferenceId,
    /// All that it says from now on.
    pub(super) content: ReferenceContentInput,
}

/// Names a reference.
#[derive(InputObject)]
pub struct ReferenceIdInput {
    /// Which.
    pub(super) reference_id: ReferenceId,
}
