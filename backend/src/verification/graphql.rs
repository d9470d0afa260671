//! Registrations and verifications in the API.

use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::inputs::{DecideRegistrationInput, DecideVerificationInput, RequestVerificationInput};
use super::{Cause, CheckName, CheckResult, service};
use crate::files;
use crate::files::graphql::File;
use crate::graphql::{Result, ctx};
use crate::ids::VerificationRequestId;
use crate::loaders::loaders;
use crate::moderation::ReviewDecision;
use crate::organizations::OrganizationKind;
use crate::organizations::graphql::Organization;
use crate::organizations::inputs::OrganizationPayload;
use crate::organizations::rules::Identity;
use crate::text::BilingualText;

/// A look of the alliance at who an organisation is; to its members and to those who decide.
pub struct VerificationRequest(pub super::VerificationRequest);

/// A look of the alliance at who an organisation is; to its members and to those who decide.
#[Object]
impl VerificationRequest {
    /// Id.
    async fn id(&self) -> VerificationRequestId {
        self.0.id
    }

    /// Why the alliance is to look.
    async fn cause(&self) -> Cause {
        self.0.cause
    }

    /// Name of who asked, or changed what the organisation was verified by.
    async fn requested_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        match self.0.requested_by {
            Some(id) => Ok(Some(loaders(gql).user(id).await?.name)),
            None => Ok(None),
        }
    }

    /// When.
    async fn requested_at(&self) -> DateTime<Utc> {
        self.0.requested_at
    }

    /// What the organisation says.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Papers.
    async fn evidence(&self, gql: &Context<'_>) -> Result<Vec<File>> {
        let db = &ctx(gql).app.db;
        let rows = files::store::find_many(db, &self.0.evidence.0).await?;
        Ok(rows.into_iter().map(File).collect())
    }

    /// By what it was verified before the change.
    async fn former(&self) -> Option<FormerIdentity> {
        self.0.former.0.clone().map(FormerIdentity::of)
    }

    /// How it was decided; null while it waits.
    async fn decision(&self) -> Option<ReviewDecision> {
        self.0.decision
    }

    /// Why.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// Name of who decided.
    async fn decided_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        match self.0.decided_by {
            Some(id) => Ok(Some(loaders(gql).user(id).await?.name)),
            None => Ok(None),
        }
    }

    /// When.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }

    /// What was checked; null but for those who decide.
    async fn checklist(&self, gql: &Context<'_>) -> Option<Vec<VerificationCheckAnswer>> {
        if !ctx(gql).viewer.verifies() {
            return None;
        }
        let checks = self.0.checklist.0.iter().cloned();
        Some(
            checks
                .map(|check| VerificationCheckAnswer {
                    name: check.name,
                    result: check.result,
                    note: check.note,
                })
                .collect(),
        )
    }
}

/// By what an organisation was verified.
#[derive(SimpleObject)]
pub struct FormerIdentity {
    /// Kind.
    kind: OrganizationKind,
    /// Legal name.
    legal_name: BilingualText,
    /// Tax or enterprise code.
    tax_code: Option<String>,
    /// Code of a public body.
    establishment_code: Option<String>,
}

impl FormerIdentity {
    fn of(identity: Identity) -> Self {
        Self {
            kind: identity.kind,
            legal_name: BilingualText {
                vi: identity.name_vi,
                en: identity.name_en,
                ..BilingualText::default()
            },
            tax_code: identity.tax_code,
            establishment_code: identity.establishment_code,
        }
    }
}

/// One answer of a checklist.
#[derive(SimpleObject)]
pub struct VerificationCheckAnswer {
    /// What was checked.
    name: CheckName,
    /// How it came out.
    result: CheckResult,
    /// What the decider noted.
    note: Option<String>,
}

/// Changes to who is who.
#[derive(Default)]
pub struct VerificationMutation;

#[Object]
impl VerificationMutation {
    /// Asks the alliance to verify an organisation, or adds to a request that waits; for its owners.
    async fn request_verification(
        &self,
        gql: &Context<'_>,
        input: RequestVerificationInput,
    ) -> Result<OrganizationPayload> {
        let evidence = input.evidence.unwrap_or_default();
        let id = input.organization_id;
        let row = service::request(ctx(gql), id, evidence, input.note).await?;
        Ok(OrganizationPayload {
            organization: Organization(row),
        })
    }

    /// Decides who an organisation is; for verifiers and administrators who do not belong to it.
    async fn decide_verification(
        &self,
        gql: &Context<'_>,
        input: DecideVerificationInput,
    ) -> Result<OrganizationPayload> {
        let checks = input.checklist.into_iter().map(Into::into).collect();
        let (id, version) = (input.organization_id, input.version);
        let row = service::decide(ctx(gql), id, version, input.verdict.into(), checks).await?;
        Ok(OrganizationPayload {
            organization: Organization(row),
        })
    }

    /// Accepts a registration or not; for verifiers and administrators who do not belong to the
    /// organisation.
    async fn decide_registration(
        &self,
        gql: &Context<'_>,
        input: DecideRegistrationInput,
    ) -> Result<OrganizationPayload> {
        let (id, version) = (input.organization_id, input.version);
        let verdict = input.verdict.into();
        let row = service::decide_registration(ctx(gql), id, version, verdict).await?;
        Ok(OrganizationPayload {
            organization: Organization(row),
        })
    }
}
