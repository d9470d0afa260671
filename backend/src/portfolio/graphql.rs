//! Certificates and references in the API.

use async_graphql::{Context, Object, SimpleObject};
use chrono::NaiveDate;

use super::inputs::{
    AddCertificateInput, AddReferenceInput, CertificateIdInput, ReferenceIdInput,
    UpdateCertificateInput, UpdateReferenceInput,
};
use super::service;
use crate::files;
use crate::files::graphql::File;
use crate::graphql::{Result, ctx};
use crate::ids::{CertificateId, ReferenceId};
use crate::organizations::graphql::Organization;
use crate::places::graphql::Place;
use crate::policy::Action;
use crate::text::BilingualText;

/// A certificate of an organisation.
pub struct Certificate(pub super::Certificate);

/// A certificate of an organisation.
#[Object]
impl Certificate {
    /// Id.
    async fn id(&self) -> CertificateId {
        self.0.id
    }

    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Standard, such as TCVN ISO 37122:2020 or ISO/IEC 27001.
    async fn standard(&self) -> Option<&str> {
        self.0.standard.as_deref()
    }

    /// Who issued it.
    async fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// Number.
    async fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }

    /// When it was issued.
    async fn issued_on(&self) -> NaiveDate {
        self.0.issued_on
    }

    /// Last day on which it holds.
    async fn expires_on(&self) -> Option<NaiveDate> {
        self.0.expires_on
    }

    /// Its last day has passed, by Vietnam's calendar.
    async fn expired(&self, gql: &Context<'_>) -> bool {
        let today = ctx(gql).app.clock.today();
        self.0.expires_on.is_some_and(|last| last < today)
    }

    /// Evidence, to members and to those who verify; null to others.
    async fn evidence(&self, gql: &Context<'_>) -> Result<Option<File>> {
        let Some(id) = self.0.evidence_id else {
            return Ok(None);
        };
        let ctx = ctx(gql);
        // Most may not: they cost no statement.
        if !ctx.viewer.belongs_to(self.0.organization_id) && !ctx.viewer.verifies() {
            return Ok(None);
        }
        let file = files::store::find(&ctx.app.db, id).await?;
        let file = file.filter(|file| ctx.may(Action::ViewFile(file)));
        Ok(file.map(File))
    }
}

/// Something that an organisation has done for somebody.
pub struct OrganizationReference(pub super::Reference);

/// Something that an organisation has done for somebody.
#[Object]
impl OrganizationReference {
    /// Id.
    async fn id(&self) -> ReferenceId {
        self.0.id
    }

    /// What it was.
    async fn project(&self) -> &BilingualText {
        &self.0.project
    }

    /// For whom.
    async fn client(&self) -> &str {
        &self.0.client
    }

    /// Where.
    async fn place(&self, gql: &Context<'_>) -> Option<Place> {
        let id = self.0.place_id.as_deref()?;
        ctx(gql).app.gazetteer.get(id).cloned().map(Place)
    }

    /// Year in which it was completed.
    async fn year(&self) -> i32 {
        self.0.year
    }

    /// What was done.
    async fn description(&self) -> &BilingualText {
        &self.0.description
    }

    /// Where one can read about it.
    async fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }
}

/// The certificate after the change.
#[derive(SimpleObject)]
pub struct CertificatePayload {
    /// The certificate.
    certificate: Certificate,
}

/// The reference after the change.
#[derive(SimpleObject)]
pub struct ReferencePayload {
    /// The reference.
    reference: OrganizationReference,
}

/// A certificate that is no more.
#[derive(SimpleObject)]
pub struct RemovedCertificatePayload {
    /// Which it was.
    certificate_id: CertificateId,
    /// Whose.
    organization: Organization,
}

/// A reference that is no more.
#[derive(SimpleObject)]
pub struct RemovedReferencePayload {
    /// Which it was.
    reference_id: ReferenceId,
    /// Whose.
    organization: Organization,
}

/// Changes to certificates and references; for owners and editors.
#[derive(Default)]
pub struct PortfolioMutation;

#[Object]
impl PortfolioMutation {
    /// Adds a certificate; at most 50.
    async fn add_certificate(
        &self,
        gql: &Context<'_>,
        input: AddCertificateInput,
    ) -> Result<CertificatePayload> {
        let (key, id) = (&input.client_key, input.organization_id);
        let row = service::add_certificate(ctx(gql), key, id, input.content.into()).await?;
        Ok(CertificatePayload {
            certificate: Certificate(row),
        })
    }

    /// Replaces what a certificate says; evidence that is left out is removed.
    async fn update_certificate(
        &self,
        gql: &Context<'_>,
        input: UpdateCertificateInput,
    ) -> Result<CertificatePayload> {
        let (id, content) = (input.certificate_id, input.content.into());
        let row = service::update_certificate(ctx(gql), id, content).await?;
        Ok(CertificatePayload {
            certificate: Certificate(row),
        })
    }

    /// Removes a certificate and its evidence.
    async fn remove_certificate(
        &self,
        gql: &Context<'_>,
        input: CertificateIdInput,
    ) -> Result<RemovedCertificatePayload> {
        let row = service::remove_certificate(ctx(gql), input.certificate_id).await?;
        Ok(RemovedCertificatePayload {
            certificate_id: input.certificate_id,
            organization: Organization(row),
        })
    }

    /// Adds a reference; at most 50.
    async fn add_reference(
        &self,
        gql: &Context<'_>,
        input: AddReferenceInput,
    ) -> Result<ReferencePayload> {
        let (key, id) = (&input.client_key, input.organization_id);
        let row = service::add_reference(ctx(gql), key, id, input.content.into()).await?;
        Ok(ReferencePayload {
            reference: OrganizationReference(row),
        })
    }

    /// Replaces what a reference says.
    async fn update_reference(
        &self,
        gql: &Context<'_>,
        input: UpdateReferenceInput,
    ) -> Result<ReferencePayload> {
        let (id, content) = (input.reference_id, input.content.into());
        let row = service::update_reference(ctx(gql), id, content).await?;
        Ok(ReferencePayload {
            reference: OrganizationReference(row),
        })
    }

    /// Removes a reference.
    async fn remove_reference(
        &self,
        gql: &Context<'_>,
        input: ReferenceIdInput,
    ) -> Result<RemovedReferencePayload> {
        let row = service::remove_reference(ctx(gql), input.reference_id).await?;
        Ok(RemovedReferencePayload {
            reference_id: input.reference_id,
            organization: Organization(row),
        })
    }
}
