//! The use cases: add, change and remove certificates and references.

use chrono::Datelike;
use serde::Serialize;

use super::rules::{self, CertificateContent, MOST, ReferenceContent};
use super::{Certificate, Reference, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::files;
use crate::ids::{CertificateId, FileId, OrganizationId, ReferenceId};
use crate::organizations::{self, Organization};
use crate::policy::Action;
use crate::text::BilingualText;

/// Adds a certificate.
pub async fn add_certificate(
    ctx: &Ctx,
    key: &str,
    organization_id: OrganizationId,
    content: CertificateContent,
) -> Result<Certificate> {
    let txn = ctx.begin().await?;
    editable(ctx, &txn, organization_id).await?;
    let body = (organization_id, &content);
    let id = match claim(ctx, &txn, "addCertificate", key, &body).await? {
        Claim::Fresh(id) => CertificateId(id),
        Claim::Repeat(id) => {
            let known = store::find_certificate(&txn, CertificateId(id)).await?;
            return known.ok_or_else(Error::not_found);
        }
    };
    if store::count_certificates(&txn, organization_id).await? >= MOST {
        return Err(rules::too_many());
    }
    let content = rules::certificate(content, ctx.app.clock.today())?;
    use_evidence(ctx, &txn, organization_id, content.evidence_id).await?;
    let now = ctx.now();
    let row = Certificate {
        id,
        organization_id,
        name: content.name,
        standard: content.standard,
        issuer: content.issuer,
        number: content.number,
        issued_on: content.issued_on,
        expires_on: content.expires_on,
        evidence_id: content.evidence_id,
        created_at: now,
        updated_at: now,
    };
    store::insert_certificate(&txn, row.clone()).await?;
    record(ctx, &txn, organization_id, "certificate.added", &id).await?;
    txn.commit().await?;
    Ok(row)
}

/// Replaces what a certificate says.
pub async fn update_certificate(
    ctx: &Ctx,
    id: CertificateId,
    content: CertificateContent,
) -> Result<Certificate> {
    let txn = ctx.begin().await?;
    let known = certificate(ctx, &txn, id).await?;
    let content = rules::certificate(content, ctx.app.clock.today())?;
    if content.evidence_id != known.evidence_id {
        use_evidence(ctx, &txn, known.organization_id, content.evidence_id).await?;
    }
    let row = Certificate {
        name: content.name,
        standard: content.standard,
        issuer: content.issuer,
        number: content.number,
        issued_on: content.issued_on,
        expires_on: content.expires_on,
        evidence_id: content.evidence_id,
        updated_at: ctx.now(),
        ..known.clone()
    };
    store::update_certificate(&txn, row.clone()).await?;
    if let Some(old) = known.evidence_id
        && row.evidence_id != Some(old)
    {
        files::service::let_go(ctx, &txn, old).await?;
    }
    record(ctx, &txn, row.organization_id, "certificate.updated", &id).await?;
    txn.commit().await?;
    Ok(row)
}

/// Removes a certificate and its evidence.
pub async fn remove_certificate(ctx: &Ctx, id: CertificateId) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let known = certificate(ctx, &txn, id).await?;
    store::delete_certificate(&txn, id).await?;
    if let Some(file) = known.evidence_id {
        files::service::let_go(ctx, &txn, file).await?;
    }
    record(ctx, &txn, known.organization_id, "certificate.removed", &id).await?;
    let organization = organizations::store::find_there(&txn, known.organization_id).await?;
    txn.commit().await?;
    Ok(organization)
}

/// Adds a reference.
pub async fn add_reference(
    ctx: &Ctx,
    key: &str,
    organization_id: OrganizationId,
    content: ReferenceContent,
) -> Result<Reference> {
    let txn = ctx.begin().await?;
    editable(ctx, &txn, organization_id).await?;
    let body = (organization_id, &content);
    let id = match claim(ctx, &txn, "addReference", key, &body).await? {
        Claim::Fresh(id) => ReferenceId(id),
        Claim::Repeat(id) => {
            let known = store::find_reference(&txn, ReferenceId(id)).await?;
            return known.ok_or_else(Error::not_found);
        }
    };
    if store::count_references(&txn, organization_id).await? >= MOST {
        return Err(rules::too_many());
    }
    let content = checked(ctx, content)?;
    let now = ctx.now();
    let row = Reference {
        id,
        organization_id,
        project: BilingualText::new(content.project),
        client: content.client,
        place_id: content.place_id,
        year: content.year,
        description: BilingualText::new(content.description),
        url: content.url,
        created_at: now,
        updated_at: now,
    };
    store::insert_reference(&txn, row.clone()).await?;
    record(ctx, &txn, organization_id, "reference.added", &id).await?;
    txn.commit().await?;
    Ok(row)
}

/// Replaces what a reference says.
pub async fn update_reference(
    ctx: &Ctx,
    id: ReferenceId,
    content: ReferenceContent,
) -> Result<Reference> {
    let txn = ctx.begin().await?;
    let known = reference(ctx, &txn, id).await?;
    let content = checked(ctx, content)?;
    let row = Reference {
        project: known.project.revised(content.project),
        client: content.client,
        place_id: content.place_id,
        year: content.year,
        description: known.description.revised(content.description),
        url: content.url,
        updated_at: ctx.now(),
        ..known
    };
    store::update_reference(&txn, row.clone()).await?;
    record(ctx, &txn, row.organization_id, "reference.updated", &id).await?;
    txn.commit().await?;
    Ok(row)
}

/// Removes a reference.
pub async fn remove_reference(ctx: &Ctx, id: ReferenceId) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let known = reference(ctx, &txn, id).await?;
    store::delete_reference(&txn, id).await?;
    record(ctx, &txn, known.organization_id, "reference.removed", &id).await?;
    let organization = organizations::store::find_there(&txn, known.organization_id).await?;
    txn.commit().await?;
    Ok(organization)
}

/// The organisation, locked so that its things can be counted, if the viewer may change it.
async fn editable(ctx: &Ctx, txn: &Txn, id: OrganizationId) -> Result<()> {
    let organization = organizations::store::find_there(txn, id).await?;
    ctx.authorize(Action::EditOrganization(&organization))?;
    organizations::store::lock(txn, id).await.map(drop)
}

async fn certificate(ctx: &Ctx, txn: &Txn, id: CertificateId) -> Result<Certificate> {
    let seen = store::find_certificate(txn, id).await?;
    let seen = seen.ok_or_else(Error::not_found)?;
    editable(ctx, txn, seen.organization_id).await?;
    // Two who remove it at once wait for each other above.
    let known = store::find_certificate(txn, id).await?;
    known.ok_or_else(Error::not_found)
}

async fn reference(ctx: &Ctx, txn: &Txn, id: ReferenceId) -> Result<Reference> {
    let seen = store::find_reference(txn, id).await?;
    let seen = seen.ok_or_else(Error::not_found)?;
    editable(ctx, txn, seen.organization_id).await?;
    let known = store::find_reference(txn, id).await?;
    known.ok_or_else(Error::not_found)
}

fn checked(ctx: &Ctx, content: ReferenceContent) -> Result<ReferenceContent> {
    rules::reference(content, ctx.app.clock.today().year(), &ctx.app.gazetteer)
}

async fn use_evidence(
    ctx: &Ctx,
    txn: &Txn,
    organization: OrganizationId,
    file: Option<FileId>,
) -> Result<()> {
    let files: Vec<_> = file.into_iter().collect();
    let whose = (organization, files::Purpose::Certificate);
    files::service::attach(ctx, txn, "content.evidenceId", &files, whose, false).await
}

async fn claim(
    ctx: &Ctx,
    txn: &Txn,
    operation: &str,
    key: &str,
    body: &impl Serialize,
) -> Result<Claim> {
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    client_keys::claim(ctx, txn, user, operation, key, body).await
}

async fn record(
    ctx: &Ctx,
    txn: &Txn,
    organization: OrganizationId,
    action: &str,
    what: &impl Serialize,
) -> Result<()> {
    let subject = Subject::organization(organization);
    audit::record(ctx, txn, action, subject, what).await
}
