//! Agreements in the API: questions and changes. What is answered stands in `views` and `objects`.

use async_graphql::{Context, Object, SimpleObject};

use super::inputs::{
    AcceptAgreementInput, AddAgreementWitnessInput, AgreementFilter, AgreementReasonInput,
    AgreementVersionInput, AttachAgreementScanInput, CommentAgreementInput, CompleteAgreementInput,
    ConfirmMilestoneInput, ConfirmPaymentInput, CreateAgreementInput, HandOverAgreementInput,
    ProposeAgreementInput, RecordMeasurementInput, RecordPaymentInput, RemoveAgreementWitnessInput,
    ReportMilestoneInput, SaveAgreementDraftInput, SetAgreementPublicationInput,
    SignAgreementInput, source,
};
use super::objects::{AgreementStart, AgreementVersionCheck};
pub use super::views::Agreement;
use super::{beginning, figures, following, service, signing, store};
use crate::graphql::{Result, ctx};
use crate::ids::{AgreementId, MatchId, ProposalId};
use crate::paging::{List, PageArgs};

/// The agreement after the change, as the viewer sees it.
#[derive(SimpleObject)]
pub struct AgreementPayload {
    /// The agreement.
    agreement: Agreement,
}

fn payload(row: super::Agreement) -> AgreementPayload {
    AgreementPayload {
        agreement: Agreement(row),
    }
}

/// Questions about agreements.
#[derive(Default)]
pub struct AgreementQuery;

#[Object]
impl AgreementQuery {
    /// Agreements, the latest first: those that both sides signed and let everybody know of; with `mine`
    /// those of the viewer's organisations, drafts included.
    async fn agreements(
        &self,
        gql: &Context<'_>,
        filter: Option<AgreementFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Agreement>> {
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        let filter = filter.unwrap_or_default().into();
        let page = store::list(ctx(gql), filter, args).await?;
        page.connection(gql).await
    }

    /// One agreement.
    async fn agreement(&self, gql: &Context<'_>, id: AgreementId) -> Result<Option<Agreement>> {
        Ok(Some(Agreement(service::get(ctx(gql), id).await?)))
    }

    /// Whether the viewer can begin an agreement from a selected proposal or a mutual match, and what was
    /// begun from it before.
    async fn agreement_start(
        &self,
        gql: &Context<'_>,
        proposal_id: Option<ProposalId>,
        match_id: Option<MatchId>,
    ) -> Result<AgreementStart> {
        let source = source(proposal_id, match_id)?;
        let (may, begun) = beginning::start(ctx(gql), source).await?;
        Ok(AgreementStart { may, begun })
    }

    /// What a version is, for everybody who holds its hash, as the code on the paper gives it: which
    /// agreement, which version, whether it is the signed one; nothing of what it says. Null when there is
    /// no such version.
    async fn agreement_version(
        &self,
        gql: &Context<'_>,
        hash: String,
    ) -> Result<Option<AgreementVersionCheck>> {
        let found = signing::check(ctx(gql), &hash).await?;
        Ok(found.map(AgreementVersionCheck))
    }
}

/// Changes to agreements.
#[derive(Default)]
pub struct AgreementMutation;

#[Object]
impl AgreementMutation {
    /// Begins an agreement from a template; the viewer's side holds the first turn.
    async fn create_agreement(
        &self,
        gql: &Context<'_>,
        input: CreateAgreementInput,
    ) -> Result<AgreementPayload> {
        let new = input.asked()?;
        let row = beginning::create(ctx(gql), &input.client_key, new).await?;
        Ok(payload(row))
    }

    /// Saves what the viewer's side is changing while it holds the turn.
    async fn save_agreement_draft(
        &self,
        gql: &Context<'_>,
        input: SaveAgreementDraftInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let row = service::save_draft(ctx(gql), id, version, input.content.into()).await?;
        Ok(payload(row))
    }

    /// Forgets what the viewer's side was changing.
    async fn discard_agreement_draft(
        &self,
        gql: &Context<'_>,
        input: AgreementVersionInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        Ok(payload(
            service::discard_draft(ctx(gql), id, version).await?,
        ))
    }

    /// Puts the text before the other side, which gets the turn.
    async fn propose_agreement(
        &self,
        gql: &Context<'_>,
        input: ProposeAgreementInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let row = service::propose(ctx(gql), id, version, input.message).await?;
        Ok(payload(row))
    }

    /// Accepts the version that the other side proposed: it waits for signatures.
    async fn accept_agreement(
        &self,
        gql: &Context<'_>,
        input: AcceptAgreementInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let row = service::accept(ctx(gql), id, version, &input.hash).await?;
        Ok(payload(row))
    }

    /// Opens the text again before both have signed; the viewer's side gets the turn.
    async fn reopen_agreement(
        &self,
        gql: &Context<'_>,
        input: AgreementReasonInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let row = service::reopen(ctx(gql), id, version, &input.reason).await?;
        Ok(payload(row))
    }

    /// Gives up an agreement that was never signed by both.
    async fn cancel_agreement(
        &self,
        gql: &Context<'_>,
        input: AgreementReasonInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let row = service::cancel(ctx(gql), id, version, &input.reason).await?;
        Ok(payload(row))
    }

    /// Begins to change an agreement in force; it holds as it is until both have signed another text.
    async fn amend_agreement(
        &self,
        gql: &Context<'_>,
        input: AgreementReasonInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let row = service::amend(ctx(gql), id, version, &input.reason).await?;
        Ok(payload(row))
    }

    /// Gives up an amendment: what is in force stays as it is.
    async fn drop_amendment(
        &self,
        gql: &Context<'_>,
        input: AgreementReasonInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let row = service::drop_amendment(ctx(gql), id, version, &input.reason).await?;
        Ok(payload(row))
    }

    /// Says something to the version that lies on the table.
    async fn comment_agreement(
        &self,
        gql: &Context<'_>,
        input: CommentAgreementInput,
    ) -> Result<AgreementPayload> {
        let row = service::comment(ctx(gql), &input.client_key, input.asked()).await?;
        Ok(payload(row))
    }

    /// Signs the current version for the viewer's organisation, as a present owner of it, after a fresh
    /// proof of who she is. When both sides have, it is in force.
    async fn sign_agreement(
        &self,
        gql: &Context<'_>,
        input: SignAgreementInput,
    ) -> Result<AgreementPayload> {
        let row = signing::sign(ctx(gql), &input.client_key, input.asked()).await?;
        Ok(payload(row))
    }

    /// Names a witness, until a day after both have signed.
    async fn add_agreement_witness(
        &self,
        gql: &Context<'_>,
        input: AddAgreementWitnessInput,
    ) -> Result<AgreementPayload> {
        let row = signing::add_witness(ctx(gql), &input.client_key, input.asked()).await?;
        Ok(payload(row))
    }

    /// Takes a witness off again.
    async fn remove_agreement_witness(
        &self,
        gql: &Context<'_>,
        input: RemoveAgreementWitnessInput,
    ) -> Result<AgreementPayload> {
        let row = signing::remove_witness(ctx(gql), input.witness_id).await?;
        Ok(payload(row))
    }

    /// Adds a scan of the paper original.
    async fn attach_agreement_scan(
        &self,
        gql: &Context<'_>,
        input: AttachAgreementScanInput,
    ) -> Result<AgreementPayload> {
        let (id, file) = (input.agreement_id, input.file_id);
        let row = signing::attach_scan(ctx(gql), id, file, input.note).await?;
        Ok(payload(row))
    }

    /// The side that carries it out says how far a milestone is reached.
    async fn report_milestone(
        &self,
        gql: &Context<'_>,
        input: ReportMilestoneInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.milestone_id, input.version);
        let row = following::report(ctx(gql), id, version, input.report()).await?;
        Ok(payload(row))
    }

    /// The side with the need says how far a milestone is reached: as was reported, or otherwise and why.
    async fn confirm_milestone(
        &self,
        gql: &Context<'_>,
        input: ConfirmMilestoneInput,
    ) -> Result<AgreementPayload> {
        let (id, version, status) = (input.milestone_id, input.version, input.status);
        let row = following::confirm(ctx(gql), id, version, status, input.answer).await?;
        Ok(payload(row))
    }

    /// Records a value of an indicator.
    async fn record_measurement(
        &self,
        gql: &Context<'_>,
        input: RecordMeasurementInput,
    ) -> Result<AgreementPayload> {
        let row = figures::measure(ctx(gql), &input.client_key, input.asked()).await?;
        Ok(payload(row))
    }

    /// Records what was paid or given in kind.
    async fn record_payment(
        &self,
        gql: &Context<'_>,
        input: RecordPaymentInput,
    ) -> Result<AgreementPayload> {
        let row = figures::pay(ctx(gql), &input.client_key, input.asked()).await?;
        Ok(payload(row))
    }

    /// The other side confirms what was recorded as paid or given.
    async fn confirm_payment(
        &self,
        gql: &Context<'_>,
        input: ConfirmPaymentInput,
    ) -> Result<AgreementPayload> {
        let row = figures::confirm_payment(ctx(gql), input.payment_id).await?;
        Ok(payload(row))
    }

    /// The side with the need records that it is done, and with what result.
    async fn complete_agreement(
        &self,
        gql: &Context<'_>,
        input: CompleteAgreementInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let row = following::complete(ctx(gql), id, version, &input.result).await?;
        Ok(payload(row))
    }

    /// A side ends it before it is done, with a reason that everybody reads.
    async fn terminate_agreement(
        &self,
        gql: &Context<'_>,
        input: AgreementReasonInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let row = following::terminate(ctx(gql), id, version, &input.reason).await?;
        Ok(payload(row))
    }

    /// The side with the need records under which notice it goes on at the national procurement system.
    async fn hand_over_agreement(
        &self,
        gql: &Context<'_>,
        input: HandOverAgreementInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let (notice, link) = (&input.notice_number, &input.link);
        let row = following::hand_over(ctx(gql), id, version, notice, link).await?;
        Ok(payload(row))
    }

    /// Says what the viewer's side lets everybody see once it is signed.
    async fn set_agreement_publication(
        &self,
        gql: &Context<'_>,
        input: SetAgreementPublicationInput,
    ) -> Result<AgreementPayload> {
        let (id, version) = (input.agreement_id, input.version);
        let row = following::publish(ctx(gql), id, version, input.publication).await?;
        Ok(payload(row))
    }
}
