//! Records of what was signed elsewhere before this product was there: planted, never made by people. Who
//! signed has no account here, and the text is a summary of what was reported; both are said.

use chrono::{DateTime, Datelike, Utc};

use super::service::{proposed, version_of};
use super::signing::historic_number;
use super::text::Content;
use super::{
    Agreement, AgreementStatus, Kind, Negotiation, Publication, Side, Signature, Witness, store,
};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::error::{Error, Result};
use crate::ids::{AgreementId, AgreementSignatureId, OrganizationId, WitnessId};
use crate::policy::Viewer;

/// Somebody who signed, or was there.
#[derive(Clone, Debug)]
pub struct Present {
    /// Name.
    pub name: String,
    /// Position.
    pub position: Option<String>,
    /// Organisation.
    pub organization: Option<String>,
    /// Where.
    pub place: Option<String>,
}

/// What is known of it.
#[derive(Clone, Debug)]
pub struct Historic {
    /// Kind.
    pub kind: Kind,
    /// The first side.
    pub owner: OrganizationId,
    /// The other.
    pub partner: OrganizationId,
    /// What was reported of it.
    pub content: Content,
    /// When it was signed.
    pub signed_at: DateTime<Utc>,
    /// Who signed for the first side.
    pub owner_signed: Present,
    /// Who signed for the other.
    pub partner_signed: Present,
    /// Who was there.
    pub witnesses: Vec<Present>,
    /// From where this is known.
    pub source: String,
}

/// Plants a record; only the product itself does.
pub async fn record(ctx: &Ctx, known: Historic) -> Result<Agreement> {
    if !matches!(ctx.viewer, Viewer::System) {
        return Err(Error::forbidden());
    }
    let at = known.signed_at;
    let year = crate::clock::local_date(at).year();
    let row = Agreement {
        id: AgreementId(ctx.app.ids.next()),
        number: historic_number(ctx, year),
        kind: known.kind,
        contract_type: None,
        need_id: None,
        proposal_id: None,
        match_id: None,
        owner_id: known.owner,
        partner_id: known.partner,
        owner_name: known.content.owner.name.bilingual(),
        partner_name: known.content.partner.name.bilingual(),
        title: known.content.title.bilingual(),
        status: AgreementStatus::Active,
        negotiation: Negotiation::Settled,
        turn: None,
        owner_accepted: true,
        partner_accepted: true,
        owner_signed: true,
        partner_signed: true,
        current_version: 1,
        in_force_version: Some(1),
        owner_publication: Publication::Whole,
        partner_publication: Publication::Whole,
        historic: true,
        starts_on: known.content.starts_on,
        ends_on: known.content.ends_on(),
        value_amount: None,
        signed_at: Some(at),
        ended_at: None,
        ended_by: None,
        end_reason: None,
        notice_number: None,
        notice_link: None,
        handed_over_at: None,
        handed_over_by: None,
        activity_at: at,
        version: 1,
        demonstration: true,
        listed_at: at,
        created_by: None,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    let txn = ctx.begin().await?;
    store::insert(&txn, row.clone()).await?;
    let mut version = version_of(ctx, &row, 1, Side::Owner, &known.content)?;
    version.created_at = at;
    let mut version = proposed(ctx, version, Some(known.source.clone()));
    version.proposed_at = Some(at);
    let hash = version.hash.clone().unwrap_or_default();
    store::save_version(&txn, version).await?;
    for (side, who) in [
        (Side::Owner, known.owner_signed),
        (Side::Partner, known.partner_signed),
    ] {
        let signature = Signature {
            id: AgreementSignatureId(ctx.app.ids.next()),
            agreement_id: row.id,
            number: 1,
            side,
            user_id: None,
            name: who.name,
            position: who.position.unwrap_or_default(),
            place: who.place,
            hash: hash.clone(),
            consent: format!("Ký ngoài hệ thống; ghi lại theo {}.", known.source),
            second_factor: false,
            signed_at: at,
            voided_at: None,
        };
        store::insert_signature(&txn, signature).await?;
    }
    for who in known.witnesses {
        let witness = Witness {
            id: WitnessId(ctx.app.ids.next()),
            agreement_id: row.id,
            name: who.name,
            position: who.position,
            organization: who.organization,
            place: who.place,
            added_by: None,
            added_at: at,
        };
        store::insert_witness(&txn, witness).await?;
    }
    let subject = Subject::agreement(row.id);
    audit::record(
        ctx,
        &txn,
        "agreement.historic_recorded",
        subject,
        &row.number,
    )
    .await?;
    txn.commit().await?;
    Ok(row)
}
