//! What the API takes about agreements.

use async_graphql::InputObject;
use chrono::NaiveDate;

use super::beginning::{New, Source};
use super::figures::{NewMeasurement, NewPayment};
use super::following::Report;
use super::service::{Edited, NewComment};
use super::signing::{NewWitness, Signing};
use super::store::Filter;
use super::text::{self, Clause, Content, PartyText, Words};
use super::{AgreementStatus, Kind, MilestoneStatus, PaymentKind, Publication};
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{
    AgreementId, FileId, IndicatorId, MatchId, MilestoneId, NeedId, OrganizationId, PaymentId,
    ProposalId, WitnessId,
};
use crate::money::Amount;
use crate::postings::ContractType;
use crate::text::{BilingualTextInput, say};

/// What a list of agreements is narrowed to.
#[derive(InputObject, Default)]
pub struct AgreementFilter {
    /// Kind.
    kind: Option<Kind>,
    /// Statuses.
    statuses: Option<Vec<AgreementStatus>>,
    /// About this need.
    need_id: Option<NeedId>,
    /// From this proposal.
    proposal_id: Option<ProposalId>,
    /// From this match.
    match_id: Option<MatchId>,
    /// With this organisation as a side.
    organization_id: Option<OrganizationId>,
    /// Only those of the viewer's organisations, drafts included; otherwise those that are public.
    mine: Option<bool>,
}

impl From<AgreementFilter> for Filter {
    fn from(input: AgreementFilter) -> Self {
        Self {
            kind: input.kind,
            statuses: input.statuses,
            need_id: input.need_id,
            proposal_id: input.proposal_id,
            match_id: input.match_id,
            organization_id: input.organization_id,
            mine: input.mine.unwrap_or_default(),
        }
    }
}

/// From what an agreement begins: one of the two.
pub(super) fn source(proposal: Option<ProposalId>, found: Option<MatchId>) -> Result<Source> {
    match (proposal, found) {
        (Some(id), None) => Ok(Source::Proposal(id)),
        (None, Some(id)) => Ok(Source::Match(id)),
        _ => Err(Error::field(
            "proposalId",
            ErrorCode::InvalidInput,
            say(
                "Nêu một đề xuất được chọn hoặc một kết nối hai bên đã đồng ý.",
                "Name a selected proposal, or a match that both sides accepted.",
            ),
        )),
    }
}

/// An agreement to be drafted from a template.
#[derive(InputObject)]
pub struct CreateAgreementInput {
    /// A key that the client made: the same click twice is one agreement.
    pub(super) client_key: String,
    /// The selected proposal that it comes from; or a match.
    proposal_id: Option<ProposalId>,
    /// The mutual match that it comes from; or a proposal.
    match_id: Option<MatchId>,
    /// Kind.
    kind: Kind,
    /// The contract type that is prepared; with PPP_PREPARATION alone.
    contract_type: Option<ContractType>,
    /// First day.
    starts_on: NaiveDate,
    /// How long: 1 to 600 months.
    months: i32,
    /// What it is worth.
    value: Option<Amount>,
}

impl CreateAgreementInput {
    pub(super) fn asked(&self) -> Result<New> {
        Ok(New {
            source: source(self.proposal_id, self.match_id)?,
            kind: self.kind,
            contract_type: self.contract_type,
            starts_on: self.starts_on,
            months: self.months,
            value_amount: self.value.map(|amount| amount.0),
        })
    }
}

/// Who represents a side, as the text has it.
#[derive(InputObject, Default)]
pub struct AgreementRepresentativeInput {
    /// Name.
    representative: Option<String>,
    /// Position.
    position: Option<String>,
}

impl AgreementRepresentativeInput {
    fn party(self) -> PartyText {
        let line = |text: Option<String>| text::line(&text.unwrap_or_default());
        PartyText {
            representative: line(self.representative),
            position: line(self.position),
            ..PartyText::default()
        }
    }
}

/// A clause as it is written.
#[derive(InputObject)]
pub struct AgreementClauseInput {
    /// By which versions and comments know it again: 1 to 40 letters, digits, "-" or "_"; a new clause
    /// gets a new one.
    key: String,
    /// Heading; at most 240 characters.
    heading: BilingualTextInput,
    /// What it says; at most 8,000 characters.
    body: BilingualTextInput,
}

/// A milestone as it is planned.
#[derive(InputObject)]
pub struct AgreementMilestoneInput {
    /// Id that it has in an earlier version; null for a new one.
    id: Option<MilestoneId>,
    /// What.
    title: BilingualTextInput,
    /// By when.
    due_on: NaiveDate,
}

/// An indicator as it is planned.
#[derive(InputObject)]
pub struct AgreementIndicatorInput {
    /// Id that it has in an earlier version; null for a new one.
    id: Option<IndicatorId>,
    /// What.
    name: BilingualTextInput,
    /// In what.
    unit: String,
    /// Before.
    baseline: f64,
    /// What is aimed at.
    target: f64,
}

/// Everything that an agreement says; it replaces all that the draft said.
#[derive(InputObject)]
pub struct AgreementContentInput {
    /// Title; at most 240 characters.
    title: BilingualTextInput,
    /// Who represents the side with the need; null leaves it as it is.
    owner: Option<AgreementRepresentativeInput>,
    /// Who represents the side that carries it out; null leaves it as it is.
    partner: Option<AgreementRepresentativeInput>,
    /// On what it rests; at most 12.
    recitals: Vec<BilingualTextInput>,
    /// Clauses in order; at most 60.
    clauses: Vec<AgreementClauseInput>,
    /// First day.
    starts_on: Option<NaiveDate>,
    /// How long: 1 to 600 months.
    months: Option<i32>,
    /// What it is worth.
    value: Option<Amount>,
    /// Milestones in order; at most 40.
    milestones: Vec<AgreementMilestoneInput>,
    /// Indicators in order; at most 20.
    indicators: Vec<AgreementIndicatorInput>,
}

impl From<AgreementContentInput> for Edited {
    fn from(input: AgreementContentInput) -> Self {
        let clause = |one: AgreementClauseInput| Clause {
            key: one.key,
            heading: Words::line(one.heading),
            body: Words::of(one.body),
        };
        let milestone = |one: AgreementMilestoneInput| (one.id, Words::line(one.title), one.due_on);
        let indicator = |one: AgreementIndicatorInput| {
            let name = Words::line(one.name);
            (
                one.id,
                name,
                text::line(&one.unit),
                one.baseline,
                one.target,
            )
        };
        Self {
            content: Content {
                title: Words::line(input.title),
                recitals: input.recitals.into_iter().map(Words::of).collect(),
                clauses: input.clauses.into_iter().map(clause).collect(),
                starts_on: input.starts_on,
                months: input.months,
                value_amount: input.value.map(|amount| amount.0),
                ..Content::default()
            },
            owner: input.owner.map(AgreementRepresentativeInput::party),
            partner: input.partner.map(AgreementRepresentativeInput::party),
            milestones: input.milestones.into_iter().map(milestone).collect(),
            indicators: input.indicators.into_iter().map(indicator).collect(),
        }
    }
}

/// A draft to be saved; the other side does not see it before it is proposed.
#[derive(InputObject)]
pub struct SaveAgreementDraftInput {
    /// Which agreement.
    pub(super) agreement_id: AgreementId,
    /// The version of the agreement that was read.
    pub(super) version: i32,
    /// What it says.
    pub(super) content: AgreementContentInput,
}

/// Names an agreement as it was read.
#[derive(InputObject)]
pub struct AgreementVersionInput {
    /// Which agreement.
    pub(super) agreement_id: AgreementId,
    /// The version of the agreement that was read.
    pub(super) version: i32,
}

/// A text that is put before the other side.
#[derive(InputObject)]
pub struct ProposeAgreementInput {
    /// Which agreement.
    pub(super) agreement_id: AgreementId,
    /// The version of the agreement that was read.
    pub(super) version: i32,
    /// What one says to it; at most 2,000 characters.
    pub(super) message: Option<String>,
}

/// A text that is accepted.
#[derive(InputObject)]
pub struct AcceptAgreementInput {
    /// Which agreement.
    pub(super) agreement_id: AgreementId,
    /// The version of the agreement that was read.
    pub(super) version: i32,
    /// Hash of the text that was read.
    pub(super) hash: String,
}

/// A step that takes a reason.
#[derive(InputObject)]
pub struct AgreementReasonInput {
    /// Which agreement.
    pub(super) agreement_id: AgreementId,
    /// The version of the agreement that was read.
    pub(super) version: i32,
    /// Why; both sides read it.
    pub(super) reason: String,
}

/// A comment on the version that lies on the table.
#[derive(InputObject)]
pub struct CommentAgreementInput {
    /// A key that the client made.
    pub(super) client_key: String,
    /// Which agreement.
    agreement_id: AgreementId,
    /// Which clause; null for the whole.
    clause_key: Option<String>,
    /// At most 2,000 characters.
    body: String,
}

impl CommentAgreementInput {
    pub(super) fn asked(&self) -> NewComment {
        NewComment {
            agreement: self.agreement_id,
            clause_key: self.clause_key.clone(),
            body: self.body.clone(),
        }
    }
}

/// A signature. Prove a moment before who you are (`confirmIdentity`).
#[derive(InputObject)]
pub struct SignAgreementInput {
    /// A key that the client made: the same click twice is one signature.
    pub(super) client_key: String,
    /// Which agreement.
    agreement_id: AgreementId,
    /// Hash of the version that was read.
    hash: String,
    /// Position in the organisation.
    position: String,
    /// Where it is signed.
    place: Option<String>,
    /// The sentence in `signingConsent` was read and is agreed to.
    consent: bool,
}

impl SignAgreementInput {
    pub(super) fn asked(&self) -> Signing {
        Signing {
            agreement: self.agreement_id,
            hash: self.hash.clone(),
            position: self.position.clone(),
            place: self.place.clone(),
            consent: self.consent,
        }
    }
}

/// Somebody who is there when it is signed.
#[derive(InputObject)]
pub struct AddAgreementWitnessInput {
    /// A key that the client made.
    pub(super) client_key: String,
    /// Which agreement.
    agreement_id: AgreementId,
    /// Name.
    name: String,
    /// Position.
    position: Option<String>,
    /// Organisation.
    organization: Option<String>,
    /// Where.
    place: Option<String>,
}

impl AddAgreementWitnessInput {
    pub(super) fn asked(&self) -> NewWitness {
        NewWitness {
            agreement: self.agreement_id,
            name: self.name.clone(),
            position: self.position.clone(),
            organization: self.organization.clone(),
            place: self.place.clone(),
        }
    }
}

/// Names a witness.
#[derive(InputObject)]
pub struct RemoveAgreementWitnessInput {
    /// Which.
    pub(super) witness_id: WitnessId,
}

/// A scan of the paper original.
#[derive(InputObject)]
pub struct AttachAgreementScanInput {
    /// Which agreement.
    pub(super) agreement_id: AgreementId,
    /// A PDF uploaded with purpose=agreement.
    pub(super) file_id: FileId,
    /// What it shows; at most 2,000 characters.
    pub(super) note: Option<String>,
}

/// What the partner says of a milestone.
#[derive(InputObject)]
pub struct ReportMilestoneInput {
    /// Which milestone.
    pub(super) milestone_id: MilestoneId,
    /// The version of the milestone that was read.
    pub(super) version: i32,
    /// Met, partially met or not met.
    status: MilestoneStatus,
    /// What shows it; at most 2,000 characters.
    evidence: String,
    /// A file uploaded with purpose=agreement; null takes an earlier one away.
    evidence_id: Option<FileId>,
}

impl ReportMilestoneInput {
    pub(super) fn report(self) -> Report {
        Report {
            status: self.status,
            evidence: Some(self.evidence),
            evidence_id: self.evidence_id,
        }
    }
}

/// What the owner says of a milestone.
#[derive(InputObject)]
pub struct ConfirmMilestoneInput {
    /// Which milestone.
    pub(super) milestone_id: MilestoneId,
    /// The version of the milestone that was read.
    pub(super) version: i32,
    /// Met, partially met or not met.
    pub(super) status: MilestoneStatus,
    /// Why; required where it differs from what was reported.
    pub(super) answer: Option<String>,
}

/// A value of an indicator.
#[derive(InputObject)]
pub struct RecordMeasurementInput {
    /// A key that the client made.
    pub(super) client_key: String,
    /// Which indicator.
    indicator_id: IndicatorId,
    /// Value.
    value: f64,
    /// On which day.
    measured_on: NaiveDate,
    /// How; at most 2,000 characters.
    note: Option<String>,
}

impl RecordMeasurementInput {
    pub(super) fn asked(&self) -> NewMeasurement {
        NewMeasurement {
            indicator: self.indicator_id,
            value: self.value,
            measured_on: self.measured_on,
            note: self.note.clone(),
        }
    }
}

/// Something that was paid or given in kind.
#[derive(InputObject)]
pub struct RecordPaymentInput {
    /// A key that the client made.
    pub(super) client_key: String,
    /// Which agreement.
    agreement_id: AgreementId,
    /// Money, or in kind.
    kind: PaymentKind,
    /// How much; of something in kind what it is worth, if one can say.
    amount: Option<Amount>,
    /// For what; at most 2,000 characters.
    description: String,
    /// When.
    given_on: NaiveDate,
}

impl RecordPaymentInput {
    pub(super) fn asked(&self) -> NewPayment {
        NewPayment {
            agreement: self.agreement_id,
            kind: self.kind,
            amount: self.amount.map(|amount| amount.0),
            description: self.description.clone(),
            given_on: self.given_on,
        }
    }
}

/// Names a payment.
#[derive(InputObject)]
pub struct ConfirmPaymentInput {
    /// Which.
    pub(super) payment_id: PaymentId,
}

/// What came of an agreement that is done.
#[derive(InputObject)]
pub struct CompleteAgreementInput {
    /// Which agreement.
    pub(super) agreement_id: AgreementId,
    /// The version of the agreement that was read.
    pub(super) version: i32,
    /// What came of it; everybody reads it.
    pub(super) result: String,
}

/// Where an agreement goes on.
#[derive(InputObject)]
pub struct HandOverAgreementInput {
    /// Which agreement.
    pub(super) agreement_id: AgreementId,
    /// The version of the agreement that was read.
    pub(super) version: i32,
    /// Number of the notice on the national procurement system.
    pub(super) notice_number: String,
    /// Its address; begins with https://.
    pub(super) link: String,
}

/// What a side lets everybody see.
#[derive(InputObject)]
pub struct SetAgreementPublicationInput {
    /// Which agreement.
    pub(super) agreement_id: AgreementId,
    /// The version of the agreement that was read.
    pub(super) version: i32,
    /// How much.
    pub(super) publication: Publication,
}
