//! What organisations and researchers say of themselves, asked by their owners and decided by the
//! alliance's verifier and administrator.

use chrono::NaiveDate;
use seeds::VerificationState;

use super::{Garden, code, input};
use crate::accounts;
use crate::accounts::entity::ConsentPurpose;
use crate::alliance::service::BoardDecision;
use crate::app::Ctx;
use crate::error::{Error, Result};
use crate::files::{self, Purpose, service::Upload};
use crate::ids::{FileId, OrganizationId};
use crate::jobs::worker;
use crate::moderation::{ReviewDecision, ReviewRule, Verdict};
use crate::organizations::rules::Profile;
use crate::organizations::service::NewOrganization;
use crate::portfolio::rules::{CertificateContent, ReferenceContent};
use crate::text::{BilingualText, BilingualTextInput};
use crate::verification::{Check, CheckName, CheckResult};
use crate::{alliance, organizations, portfolio, researchers, verification};

/// What lies in a planted file: a page that says what it is.
const PAPER: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n\
4 0 obj\n<< /Length 71 >>\nstream\n\
BT /F1 24 Tf 72 720 Td (i-Forum: demonstration, not a document) Tj ET\n\
endstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

fn approval() -> Verdict {
    Verdict {
        decision: ReviewDecision::Approved,
        rule: ReviewRule::Complete,
        reason: None,
    }
}

/// What lies in the past: badges, membership of the alliance, what firms show, researchers.
pub(super) async fn plant(garden: &Garden) -> Result<()> {
    let seeds = seeds::profiles();
    for seed in &seeds.verifications {
        if seed.state == VerificationState::Verified {
            verify(garden, seed).await?;
        }
    }
    for seed in &seeds.alliance {
        admit(garden, seed).await?;
    }
    for seed in &seeds.capabilities {
        describe(garden, seed).await?;
    }
    for seed in &seeds.certificates {
        certify(garden, seed).await?;
    }
    for seed in &seeds.references {
        refer(garden, seed).await?;
    }
    for seed in seeds.researchers {
        introduce(garden, seed).await?;
    }
    worker::run_due(&garden.app).await?;
    Ok(())
}

/// What waits for the alliance this morning.
pub(super) async fn plant_waiting(garden: &Garden) -> Result<()> {
    let seeds = seeds::profiles();
    for seed in &seeds.verifications {
        if seed.state == VerificationState::Waiting {
            request(garden, seed).await?;
        }
    }
    let seed = seeds.registration;
    let founder = garden.person(&seed.by)?;
    let new = NewOrganization {
        kind: code(&seed.kind)?,
        legal_name: input(&seed.legal_name),
        summary: BilingualTextInput::default(),
        tax_code: None,
        place_id: Some(seed.place),
        website: None,
        establishment_code: None,
        acknowledge_similar_name: false,
    };
    let row = organizations::service::found(&founder, "seed-registration", new).await?;
    mark(garden, row.id).await?;
    worker::run_due(&garden.app).await?;
    Ok(())
}

/// A planted organisation that came by the front door carries the mark as well.
async fn mark(garden: &Garden, id: OrganizationId) -> Result<()> {
    let txn = garden.system().begin().await?;
    let mut row = organizations::store::lock(&txn, id).await?;
    row.demonstration = true;
    organizations::store::update(&txn, row).await?;
    txn.commit().await
}

/// The owner of a planted organisation.
fn owner(garden: &Garden, organization: &str) -> Result<Ctx> {
    let people = seeds::people();
    let owner = people.iter().find(|person| {
        person.organization.as_deref() == Some(organization) && person.role == "OWNER"
    });
    let owner = owner.ok_or_else(|| Error::internal(format!("nobody owns {organization:?}")))?;
    garden.person(&owner.key)
}

async fn paper(ctx: &Ctx, organization_id: OrganizationId, purpose: Purpose) -> Result<FileId> {
    let upload = Upload {
        purpose,
        organization_id,
        content_type: "application/pdf".into(),
        name: "giay-to-minh-hoa.pdf".into(),
    };
    let file = files::service::upload(ctx, upload, PAPER.as_bytes().to_vec()).await?;
    Ok(file.id)
}

async fn request(garden: &Garden, seed: &seeds::Verification) -> Result<()> {
    let owner = owner(garden, &seed.organization)?;
    let id = garden.organization(&seed.organization)?;
    let mut evidence = Vec::new();
    if seed.state == VerificationState::Waiting {
        evidence.push(paper(&owner, id, Purpose::Verification).await?);
    }
    verification::service::request(&owner, id, evidence, seed.note.clone()).await?;
    Ok(())
}

async fn verify(garden: &Garden, seed: &seeds::Verification) -> Result<()> {
    request(garden, seed).await?;
    let id = garden.organization(&seed.organization)?;
    let row = organizations::store::find_there(&garden.app.db, id).await?;
    let verifier = garden.person("verifier")?;
    let check = |name| Check {
        name,
        result: CheckResult::Passed,
        note: None,
    };
    let checks = CheckName::ALL.into_iter().map(check).collect();
    verification::service::decide(&verifier, id, row.version, approval(), checks).await?;
    Ok(())
}

async fn admit(garden: &Garden, seed: &seeds::Admission) -> Result<()> {
    let owner = owner(garden, &seed.organization)?;
    let id = garden.organization(&seed.organization)?;
    let text = "Đơn minh họa của một đơn vị tham gia từ ngày ra mắt.";
    alliance::service::apply(&owner, id, text).await?;
    let board = BoardDecision {
        number: seed.number.clone(),
        date: date(&seed.date)?,
    };
    let administrator = garden.person("admin")?;
    alliance::service::decide(&administrator, id, approval(), board).await?;
    Ok(())
}

fn date(text: &str) -> Result<NaiveDate> {
    text.parse()
        .map_err(|_| Error::internal(format!("not a date: {text:?}")))
}

fn as_sent(text: &BilingualText) -> BilingualTextInput {
    BilingualTextInput {
        vi: text.vi.clone(),
        en: text.en.clone(),
    }
}

async fn describe(garden: &Garden, seed: &seeds::Capability) -> Result<()> {
    let owner = owner(garden, &seed.organization)?;
    let id = garden.organization(&seed.organization)?;
    let row = organizations::store::find_there(&garden.app.db, id).await?;
    let profile = Profile {
        kind: row.kind,
        legal_name: as_sent(&row.legal_name),
        summary: as_sent(&row.summary),
        capabilities: input(&seed.text),
        domains: seed.domains.clone(),
        tax_code: row.tax_code,
        establishment_code: row.establishment_code,
        address: row.address,
        place_id: row.place_id,
        website: row.website,
    };
    organizations::service::update(&owner, id, row.version, profile, false).await?;
    Ok(())
}

async fn certify(garden: &Garden, seed: &seeds::Certificate) -> Result<()> {
    let owner = owner(garden, &seed.organization)?;
    let id = garden.organization(&seed.organization)?;
    let evidence_id = if seed.evidence {
        Some(paper(&owner, id, Purpose::Certificate).await?)
    } else {
        None
    };
    let content = CertificateContent {
        name: seed.name.clone(),
        standard: Some(seed.standard.clone()),
        issuer: seed.issuer.clone(),
        number: Some(seed.number.clone()),
        issued_on: date(&seed.issued_on)?,
        expires_on: Some(date(&seed.expires_on)?),
        evidence_id,
    };
    let key = format!("seed-certificate-{}", data_key(&seed.number));
    portfolio::service::add_certificate(&owner, &key, id, content).await?;
    Ok(())
}

/// A client key has ASCII letters alone.
fn data_key(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

async fn refer(garden: &Garden, seed: &seeds::ReferenceProject) -> Result<()> {
    let owner = owner(garden, &seed.organization)?;
    let id = garden.organization(&seed.organization)?;
    let content = ReferenceContent {
        project: input(&seed.project),
        client: seed.client.clone(),
        place_id: Some(seed.place.clone()),
        year: seed.year,
        description: input(&seed.description),
        url: None,
    };
    let key = format!("seed-reference-{}", seed.organization);
    portfolio::service::add_reference(&owner, &key, id, content).await?;
    Ok(())
}

async fn introduce(garden: &Garden, seed: seeds::Researcher) -> Result<()> {
    let who = garden.person(&seed.person)?;
    let organization = seed.organization.as_deref();
    let organization_id = organization
        .map(|key| garden.organization(key))
        .transpose()?;
    let publications = seed.publications.into_iter();
    let content = researchers::rules::Content {
        headline: input(&seed.headline),
        biography: input(&seed.biography),
        organization_id,
        affiliation: seed.affiliation,
        orcid: None,
        domains: seed.domains,
        keywords: seed.keywords,
        publications: publications
            .map(|one| researchers::Publication {
                title: one.title,
                year: one.year,
                venue: Some(one.venue),
                doi: None,
                url: None,
            })
            .collect(),
        languages: seed.languages,
        evaluator: seed.evaluator,
        consortium_partner: seed.consortium_partner,
        interests: seed.interests,
    };
    let mut row = researchers::service::update(&who, 0, content).await?;
    row.demonstration = true;
    researchers::store::update(&garden.app.db, row).await?;
    accounts::service::set_consent(&who, ConsentPurpose::PublicProfile, true).await
}
