//! What belongs to an agreement, in the API.

use async_graphql::{Context, Object};
use chrono::{DateTime, NaiveDate, Utc};

use super::signing::Checked;
use super::text::PartyText;
use super::views::Agreement;
use super::{AgreementStatus, MilestoneStatus, PaymentKind, Side};
use crate::error::Error;
use crate::files::graphql::File;
use crate::graphql::{Result, ctx};
use crate::ids::{
    AgreementCommentId, AgreementId, AgreementScanId, AgreementSignatureId, IndicatorId,
    MeasurementId, MilestoneId, PaymentId, UserId, WitnessId,
};
use crate::loaders::loaders;
use crate::money::Money;
use crate::organizations::graphql::Organization;
use crate::policy::{Action, Agreeing};
use crate::text::{BilingualText, Sentence};

pub(super) fn said(sentence: Sentence) -> BilingualText {
    BilingualText {
        vi: Some(sentence.vi),
        en: Some(sentence.en),
        ..BilingualText::default()
    }
}

/// The name of a person, to those who may read it.
async fn name(gql: &Context<'_>, id: Option<UserId>, inside: bool) -> Result<Option<String>> {
    match id.filter(|_| inside) {
        Some(id) => Ok(Some(loaders(gql).user(id).await?.name)),
        None => Ok(None),
    }
}

/// One of the two sides.
pub struct AgreementParty {
    pub(super) agreement: super::Agreement,
    pub(super) side: Side,
    /// As the text has it; none to those who may not read it.
    pub(super) text: Option<PartyText>,
}

/// One of the two sides.
#[Object]
impl AgreementParty {
    /// Which.
    async fn side(&self) -> Side {
        self.side
    }

    /// Its name as the text has it.
    async fn name(&self) -> &BilingualText {
        match self.side {
            Side::Owner => &self.agreement.owner_name,
            Side::Partner => &self.agreement.partner_name,
        }
    }

    /// The organisation, if the viewer may see it.
    async fn organization(&self, gql: &Context<'_>) -> Result<Option<Organization>> {
        let id = self.agreement.organization(self.side);
        let row = loaders(gql).organization(id).await?;
        let may = ctx(gql).may(Action::ViewOrganization(&row));
        Ok(may.then_some(Organization(row)))
    }

    /// Address; null to those who may not read the text.
    async fn address(&self) -> Option<&str> {
        self.text.as_ref().map(|text| &*text.address)
    }

    /// Tax code, or code of a public body; as the address.
    async fn code(&self) -> Option<&str> {
        self.text.as_ref().map(|text| &*text.code)
    }

    /// Who represents it, as the text has it; as the address.
    async fn representative(&self) -> Option<&str> {
        self.text.as_ref().map(|text| &*text.representative)
    }

    /// As what; as the address.
    async fn position(&self) -> Option<&str> {
        self.text.as_ref().map(|text| &*text.position)
    }
}

/// A signature under one version.
pub struct AgreementSignature(pub super::Signature);

/// A signature under one version.
#[Object]
impl AgreementSignature {
    /// Id.
    async fn id(&self) -> AgreementSignatureId {
        self.0.id
    }

    /// For which side.
    async fn side(&self) -> Side {
        self.0.side
    }

    /// Name of who signed.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Position in the organisation.
    async fn position(&self) -> &str {
        &self.0.position
    }

    /// Where.
    async fn place(&self) -> Option<&str> {
        self.0.place.as_deref()
    }

    /// Number of the version.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// Hash of the version.
    async fn hash(&self) -> &str {
        &self.0.hash
    }

    /// What was agreed to, as it was shown.
    async fn consent(&self) -> &str {
        &self.0.consent
    }

    /// A second factor proved who it was.
    async fn second_factor(&self) -> bool {
        self.0.second_factor
    }

    /// When.
    async fn signed_at(&self) -> DateTime<Utc> {
        self.0.signed_at
    }

    /// When it lost its meaning: the text was opened again or given up.
    async fn voided_at(&self) -> Option<DateTime<Utc>> {
        self.0.voided_at
    }
}

/// Somebody who was there when it was signed.
pub struct AgreementWitness(pub super::Witness);

/// Somebody who was there when it was signed.
#[Object]
impl AgreementWitness {
    /// Id.
    async fn id(&self) -> WitnessId {
        self.0.id
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Position.
    async fn position(&self) -> Option<&str> {
        self.0.position.as_deref()
    }

    /// Organisation.
    async fn organization(&self) -> Option<&str> {
        self.0.organization.as_deref()
    }

    /// Where.
    async fn place(&self) -> Option<&str> {
        self.0.place.as_deref()
    }
}

/// A comment of one side.
pub struct AgreementComment(pub super::Comment);

/// A comment of one side.
#[Object]
impl AgreementComment {
    /// Id.
    async fn id(&self) -> AgreementCommentId {
        self.0.id
    }

    /// On which version.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// On which clause; null for the whole.
    async fn clause_key(&self) -> Option<&str> {
        self.0.clause_key.as_deref()
    }

    /// For which side.
    async fn side(&self) -> Side {
        self.0.side
    }

    /// Who.
    async fn author(&self, gql: &Context<'_>) -> Result<String> {
        Ok(loaders(gql).user(self.0.user_id).await?.name)
    }

    /// What.
    async fn body(&self) -> &str {
        &self.0.body
    }

    /// When.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
}

/// A scan of the paper original.
pub struct AgreementScan(pub super::Scan);

/// A scan of the paper original.
#[Object]
impl AgreementScan {
    /// Id.
    async fn id(&self) -> AgreementScanId {
        self.0.id
    }

    /// The file; its bytes are at `path`.
    async fn file(&self, gql: &Context<'_>) -> Result<File> {
        let found = crate::files::store::find(&ctx(gql).app.db, self.0.file_id).await?;
        let file = found.ok_or_else(|| Error::internal("a scan without its file"))?;
        Ok(File(file))
    }

    /// Where its bytes are, for a request of either side with the bearer token.
    async fn path(&self) -> String {
        format!(
            "/agreements/{}/files/{}",
            self.0.agreement_id, self.0.file_id
        )
    }

    /// Of which side.
    async fn side(&self) -> Side {
        self.0.side
    }

    /// What it shows.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// When it was uploaded.
    async fn uploaded_at(&self) -> DateTime<Utc> {
        self.0.uploaded_at
    }
}

/// Something that is to be done by a day.
pub struct AgreementMilestone {
    pub(super) row: super::Milestone,
    /// The viewer belongs to a side.
    pub(super) inside: bool,
}

/// Something that is to be done by a day.
#[Object]
impl AgreementMilestone {
    /// Id.
    async fn id(&self) -> MilestoneId {
        self.row.id
    }

    /// What.
    async fn title(&self) -> &BilingualText {
        &self.row.title
    }

    /// By when.
    async fn due_on(&self) -> NaiveDate {
        self.row.due_on
    }

    /// As the owner confirmed.
    async fn status(&self) -> MilestoneStatus {
        self.row.status
    }

    /// Its day has passed and nothing was confirmed.
    async fn overdue(&self, gql: &Context<'_>) -> bool {
        self.row.status == MilestoneStatus::Scheduled
            && self.row.due_on < ctx(gql).app.clock.today()
    }

    /// What the partner says and the owner has not answered; to the two sides, else null.
    async fn reported_status(&self) -> Option<MilestoneStatus> {
        self.row.reported_status.filter(|_| self.inside)
    }

    /// What shows it; to the two sides, else null.
    async fn evidence(&self) -> Option<&str> {
        self.row.evidence.as_deref().filter(|_| self.inside)
    }

    /// Where the bytes of the file are that shows it, for a request with the bearer token; to the two
    /// sides, else null.
    async fn evidence_path(&self) -> Option<String> {
        let file = self.row.evidence_id.filter(|_| self.inside)?;
        Some(format!(
            "/agreements/{}/files/{file}",
            self.row.agreement_id
        ))
    }

    /// When the partner said so; to the two sides, else null.
    async fn reported_at(&self) -> Option<DateTime<Utc>> {
        self.row.reported_at.filter(|_| self.inside)
    }

    /// Who said so; to the two sides, else null.
    async fn reported_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        name(gql, self.row.reported_by, self.inside).await
    }

    /// What the owner said to it; to the two sides, else null.
    async fn answer(&self) -> Option<&str> {
        self.row.answer.as_deref().filter(|_| self.inside)
    }

    /// When the owner confirmed.
    async fn confirmed_at(&self) -> Option<DateTime<Utc>> {
        self.row.confirmed_at
    }

    /// Who confirmed; to the two sides, else null.
    async fn confirmed_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        name(gql, self.row.confirmed_by, self.inside).await
    }

    /// Raised by one at each change; send it back when you report or confirm.
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// Something that an agreement measures itself by.
pub struct AgreementIndicator {
    pub(super) row: super::Indicator,
    pub(super) measurements: Vec<super::Measurement>,
    /// The viewer belongs to a side.
    pub(super) inside: bool,
}

/// Something that an agreement measures itself by.
#[Object]
impl AgreementIndicator {
    /// Id.
    async fn id(&self) -> IndicatorId {
        self.row.id
    }

    /// What.
    async fn name(&self) -> &BilingualText {
        &self.row.name
    }

    /// In what.
    async fn unit(&self) -> &str {
        &self.row.unit
    }

    /// Before.
    async fn baseline(&self) -> f64 {
        self.row.baseline
    }

    /// What is aimed at.
    async fn target(&self) -> f64 {
        self.row.target
    }

    /// Values by day.
    async fn measurements(&self) -> Vec<AgreementMeasurement> {
        let all = self.measurements.iter().cloned();
        all.map(|row| AgreementMeasurement {
            row,
            inside: self.inside,
        })
        .collect()
    }
}

/// A value of an indicator on a day.
pub struct AgreementMeasurement {
    row: super::Measurement,
    inside: bool,
}

/// A value of an indicator on a day.
#[Object]
impl AgreementMeasurement {
    /// Id.
    async fn id(&self) -> MeasurementId {
        self.row.id
    }

    /// Value.
    async fn value(&self) -> f64 {
        self.row.value
    }

    /// On which day.
    async fn measured_on(&self) -> NaiveDate {
        self.row.measured_on
    }

    /// How; to the two sides, else null.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref().filter(|_| self.inside)
    }

    /// Which side says so.
    async fn side(&self) -> Side {
        self.row.side
    }

    /// Who recorded it; to the two sides, else null.
    async fn recorded_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        name(gql, Some(self.row.recorded_by), self.inside).await
    }

    /// When it was recorded.
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }
}

/// Money or something in kind that was given.
pub struct AgreementPayment {
    pub(super) row: super::Payment,
    /// The viewer belongs to a side.
    pub(super) inside: bool,
}

/// Money or something in kind that was given.
#[Object]
impl AgreementPayment {
    /// Id.
    async fn id(&self) -> PaymentId {
        self.row.id
    }

    /// Kind.
    async fn kind(&self) -> PaymentKind {
        self.row.kind
    }

    /// How much; of something in kind what it is worth, if anybody said.
    async fn amount(&self) -> Option<Money> {
        self.row.amount.map(Money::dong)
    }

    /// For what.
    async fn description(&self) -> &str {
        &self.row.description
    }

    /// When it was given.
    async fn given_on(&self) -> NaiveDate {
        self.row.given_on
    }

    /// Which side says so.
    async fn side(&self) -> Side {
        self.row.side
    }

    /// Who recorded it; to the two sides, else null.
    async fn recorded_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        name(gql, Some(self.row.recorded_by), self.inside).await
    }

    /// When the other side confirmed it.
    async fn confirmed_at(&self) -> Option<DateTime<Utc>> {
        self.row.confirmed_at
    }
}

/// Whether an agreement can be begun.
pub struct AgreementStart {
    pub(super) may: crate::error::Result<()>,
    pub(super) begun: Vec<super::Agreement>,
}

/// Whether an agreement can be begun.
#[Object]
impl AgreementStart {
    /// The viewer can begin one now.
    async fn viewer_may(&self) -> bool {
        self.may.is_ok()
    }

    /// Why not; null when she can.
    async fn reason(&self) -> Option<BilingualText> {
        let error = self.may.as_ref().err()?;
        Some(said(error.message.clone()))
    }

    /// What was begun from it before and the viewer may see, the latest first.
    async fn agreements(&self) -> Vec<Agreement> {
        self.begun.iter().cloned().map(Agreement).collect()
    }
}

/// What a version is, for whoever holds its hash.
pub struct AgreementVersionCheck(pub(super) Checked);

/// What a version is, for whoever holds its hash.
#[Object]
impl AgreementVersionCheck {
    /// Number of the agreement.
    async fn agreement_number(&self) -> &str {
        &self.0.agreement.number
    }

    /// Number of the version.
    async fn number(&self) -> i32 {
        self.0.version.number
    }

    /// SHA-256 of its canonical text.
    async fn hash(&self) -> &str {
        self.0.version.hash.as_deref().unwrap_or_default()
    }

    /// When it was put before both sides.
    async fn proposed_at(&self) -> Option<DateTime<Utc>> {
        self.0.version.proposed_at
    }

    /// Both sides have signed this version.
    async fn signed(&self) -> bool {
        self.0.signatures >= 2
    }

    /// How many of the two sides have signed this version.
    async fn signatures(&self) -> usize {
        self.0.signatures
    }

    /// It is the text in force now.
    async fn in_force(&self) -> bool {
        self.0.agreement.status == AgreementStatus::Active
            && self.0.agreement.in_force_version == Some(self.0.version.number)
    }

    /// A later version was signed by both.
    async fn superseded(&self) -> bool {
        let (row, version) = (&self.0.agreement, &self.0.version);
        row.in_force_version.is_some_and(|now| now > version.number)
    }

    /// The text that lies here still has this hash.
    async fn intact(&self) -> bool {
        self.0.intact
    }

    /// A record of something that was signed elsewhere before.
    async fn historic(&self) -> bool {
        self.0.agreement.historic
    }

    /// The agreement, if the viewer may know of it.
    async fn agreement(&self, gql: &Context<'_>) -> Option<Agreement> {
        let row = &self.0.agreement;
        let may = ctx(gql).may(Action::Agreement(Agreeing::View, row));
        may.then(|| Agreement(row.clone()))
    }

    /// Its id, if the viewer may know of it.
    async fn agreement_id(&self, gql: &Context<'_>) -> Option<AgreementId> {
        let row = &self.0.agreement;
        let may = ctx(gql).may(Action::Agreement(Agreeing::View, row));
        may.then_some(row.id)
    }
}
