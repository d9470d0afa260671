//! Proposals in the API.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::document::{Document, ProposalSectionName};
use super::inputs::{
    CreateProposalInput, DecideProposalInput, ProposalDecision, ProposalFilter,
    RemoveProposalAttachmentInput, SaveProposalSectionInput, SubmitProposalInput,
    UpdateProposalInput, WithdrawProposalInput,
};
use super::parts::{ProposalAttachment, ProposalSection};
use super::receipts::{self, Receipt};
use super::rules::Step;
use super::store::Filter;
use super::{ProposalStatus, attachments, sealing, service, store};
use crate::consortia::graphql::Consortium;
use crate::error::Error;
use crate::evaluations::graphql::ProposalEvaluation;
use crate::graphql::{Result, ctx};
use crate::ids::ProposalId;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::money::Money;
use crate::needs::graphql::Need;
use crate::organizations::graphql::Organization;
use crate::paging::{List, PageArgs};
use crate::policy::Action;
use crate::text::Locale;
use crate::vault::Purpose;

/// What a firm would do about a need; sealed until the need's proposals are opened.
pub struct Proposal(pub super::Proposal);

/// What the viewer may do with a proposal now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ProposalAction {
    /// Change it.
    Edit,
    /// Hand it in.
    Submit,
    /// Take it back.
    Withdraw,
    /// Select it or not.
    Decide,
}

/// What a firm would do about a need; sealed until the need's proposals are opened.
#[Object]
impl Proposal {
    /// Id.
    async fn id(&self) -> ProposalId {
        self.0.id
    }

    /// The need; without what it says while it is hidden.
    async fn need(&self, gql: &Context<'_>) -> Result<Need> {
        let need = loaders(gql).need(self.0.need_id).await?;
        let hidden = !ctx(gql).may(Action::ViewNeed(&need));
        Ok(Need(if hidden { need.unread() } else { need }))
    }

    /// The bidder.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        Ok(Organization(
            loaders(gql).organization(self.0.organization_id).await?,
        ))
    }

    /// Those who make it together with the bidder.
    async fn consortium(&self, gql: &Context<'_>) -> Result<Consortium> {
        Consortium::of(gql, &self.0).await
    }

    /// Language it is written in.
    async fn language(&self, gql: &Context<'_>) -> Result<Locale> {
        Ok(self.document(gql).await?.language)
    }

    /// In a few sentences.
    async fn summary(&self, gql: &Context<'_>) -> Result<String> {
        let document = self.document(gql).await?;
        Ok(document.text(ProposalSectionName::Summary).to_owned())
    }

    /// How.
    async fn approach(&self, gql: &Context<'_>) -> Result<String> {
        let document = self.document(gql).await?;
        Ok(document.text(ProposalSectionName::Approach).to_owned())
    }

    /// Price, the sum of its lines where there are any; null while a draft has none.
    async fn price(&self, gql: &Context<'_>) -> Result<Option<Money>> {
        let price = self.document(gql).await?.price_amount;
        Ok(price.map(|amount| Money::dong(amount.0)))
    }

    /// Duration in months: 1 to 120.
    async fn duration_months(&self, gql: &Context<'_>) -> Result<Option<i32>> {
        Ok(self.document(gql).await?.duration_months)
    }

    /// All that it says, section by section, in the order of a proposal.
    async fn sections(&self, gql: &Context<'_>) -> Result<Vec<ProposalSection>> {
        let document = Arc::new(self.document(gql).await?);
        Ok(ProposalSection::all(&document).collect())
    }

    /// Files that belong to it; at most ten.
    async fn attachments(&self, gql: &Context<'_>) -> Result<Vec<ProposalAttachment>> {
        Ok(ProposalAttachment::all(&self.document(gql).await?))
    }

    /// The canonical content, byte for byte: what the receipt's hash is of.
    async fn canonical_content(&self, gql: &Context<'_>) -> Result<String> {
        let document = self.document(gql).await?;
        Ok(receipts::canonical(&self.0, &document)?)
    }

    /// The signed receipt as the text of a JSON file; null until it is handed in, and for what was handed
    /// in before receipts were signed.
    async fn receipt_file(&self) -> Result<Option<String>> {
        let receipt = Receipt::of(&self.0).map(|receipt| receipt.file());
        Ok(receipt.transpose()?)
    }

    /// Where it stands.
    async fn status(&self) -> ProposalStatus {
        self.0.status
    }

    /// Why it was selected, not selected or withdrawn.
    async fn decision_reason(&self) -> Option<&str> {
        self.0.decision_reason.as_deref()
    }

    /// Raised by one at each change; send it back when you update.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// SHA-256 of the canonical content, once submitted.
    async fn receipt(&self) -> Option<&str> {
        self.0.receipt.as_deref()
    }

    /// When it was handed in, by the server's clock.
    async fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.0.submitted_at
    }

    /// When it was decided.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// How it was evaluated by the need's criteria, once all was decided; null before, and without
    /// criteria.
    async fn evaluation(&self, gql: &Context<'_>) -> Result<Option<ProposalEvaluation>> {
        crate::evaluations::graphql::of_proposal(gql, &self.0).await
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Result<Vec<ProposalAction>> {
        use ProposalAction as A;
        use ProposalStatus as S;
        let ctx = ctx(gql);
        let need = loaders(gql).need(self.0.need_id).await?;
        let writes = ctx.may(Action::EditProposal(&self.0, &need));
        let leads = ctx.may(Action::LeadProposal(&self.0, &need));
        let open = super::rules::taking(&need, ctx.now()).is_ok();
        let draft = self.0.status == S::Draft && open;
        let again = self.0.status == S::Withdrawn && open;
        let signed = self.0.status == S::AwaitingSignoff && open;
        let evaluated = matches!(self.0.status, S::UnderEvaluation | S::Shortlisted);
        let decides = evaluated
            && ctx.may(Action::DecideProposal(&self.0, &need))
            && !loaders(gql).has_criteria(need.id).await?;
        let all = [
            (A::Edit, writes && (draft || again)),
            (A::Submit, leads && (draft || signed)),
            (
                A::Withdraw,
                leads && service::may_withdraw(&self.0, &need, ctx),
            ),
            (A::Decide, decides),
        ];
        Ok(all
            .into_iter()
            .filter(|(_, may)| *may)
            .map(|(action, _)| action)
            .collect())
    }
}

impl Proposal {
    /// What it says; opened for each request anew, and kept nowhere.
    async fn document(&self, gql: &Context<'_>) -> Result<Document> {
        let need = loaders(gql).need(self.0.need_id).await?;
        let row = loaders(gql).sealed_proposal(self.0.id).await?;
        Ok(sealing::open(ctx(gql), (&self.0, &need), &row)?)
    }
}

/// What comparing a proposal with its receipt found.
#[derive(SimpleObject)]
pub struct ReceiptCheck {
    /// SHA-256 of the content as it lies here now.
    content_sha256: String,
    /// SHA-256 as the receipt says; null when it was never handed in.
    receipt_sha256: Option<String>,
    /// The content is what was handed in.
    same_content: bool,
    /// The receipt bears this server's signature; null when it was handed in before receipts were signed.
    signed: Option<bool>,
}

/// A public key that signs receipts (Ed25519).
#[derive(SimpleObject)]
pub struct ReceiptKey {
    /// Its name, as receipts give it.
    name: String,
    /// 32 bytes in base64url.
    public_key: String,
}

const CONTENT: [&str; 8] = [
    "attachments",
    "language",
    "summary",
    "approach",
    "price",
    "durationMonths",
    "sections",
    "canonicalContent",
];

impl Listed for Proposal {
    type Row = super::Proposal;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        if ahead.asks("organization") {
            loaders
                .fetch_organizations(rows.iter().map(|row| row.organization_id))
                .await?;
        }
        let content = CONTENT.iter().any(|field| ahead.asks(field));
        if content {
            loaders
                .fetch_sealed_proposals(rows.iter().map(|row| row.id))
                .await?;
        }
        if content || ahead.asks("need") || ahead.asks("viewerCan") {
            let needs = loaders
                .fetch_needs(rows.iter().map(|row| row.need_id))
                .await?;
            let needs: Vec<_> = needs.iter().collect();
            Need::fetch_ahead(&needs, &ahead.field("need"), loaders).await?;
        }
        Ok(())
    }
}

/// The proposal after the change.
#[derive(SimpleObject)]
pub struct ProposalPayload {
    /// The proposal.
    proposal: Proposal,
}

impl ProposalPayload {
    /// Of a proposal that another feature changed.
    pub fn of(proposal: Proposal) -> Self {
        Self { proposal }
    }
}

/// The section after it was saved, or as it is there.
#[derive(SimpleObject)]
pub struct SaveProposalSectionPayload {
    /// The proposal.
    proposal: Proposal,
    /// The section as it stands now.
    section: ProposalSection,
    /// True when somebody changed the section after it was read: nothing was saved, `section` is what is
    /// there. Choose, then save with its version.
    conflict: bool,
}

/// Questions about proposals.
#[derive(Default)]
pub struct ProposalQuery;

#[Object]
impl ProposalQuery {
    /// Proposals the viewer may know of, newest first.
    async fn proposals(
        &self,
        gql: &Context<'_>,
        filter: Option<ProposalFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Proposal>> {
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            need_id: filter.need_id,
            mine: filter.mine.unwrap_or_default(),
            statuses: filter.statuses.map(crate::postings::distinct),
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx(gql), filter, args)
            .await?
            .connection::<Proposal>(gql)
            .await
    }

    /// One proposal.
    async fn proposal(&self, gql: &Context<'_>, id: ProposalId) -> Result<Option<Proposal>> {
        let ctx = ctx(gql);
        let proposal = store::find(&ctx.app.db, id)
            .await?
            .ok_or_else(Error::not_found)?;
        let need = loaders(gql).need(proposal.need_id).await?;
        ctx.authorize(Action::ViewProposal(&proposal, &need))?;
        Ok(Some(Proposal(proposal)))
    }

    /// Compares a proposal with its receipt, for everybody who may read it.
    async fn receipt_check(
        &self,
        gql: &Context<'_>,
        proposal_id: ProposalId,
    ) -> Result<Option<ReceiptCheck>> {
        let ctx = ctx(gql);
        let proposal = store::find(&ctx.app.db, proposal_id)
            .await?
            .ok_or_else(Error::not_found)?;
        let need = loaders(gql).need(proposal.need_id).await?;
        ctx.authorize(Action::ViewProposal(&proposal, &need))?;
        let proposal = Proposal(proposal);
        let document = proposal.document(gql).await?;
        let content_sha256 = receipts::hash(&receipts::canonical(&proposal.0, &document)?);
        let signers = ctx.app.vault.signers(Purpose::Receipt)?;
        let signed = Receipt::of(&proposal.0).map(|receipt| {
            let mut keys = signers.iter().map(crate::vault::signing::Signer::public);
            keys.any(|key| receipt.is_signed_by(&key))
        });
        let receipt_sha256 = proposal.0.receipt.clone();
        Ok(Some(ReceiptCheck {
            same_content: receipt_sha256.as_deref() == Some(&*content_sha256),
            content_sha256,
            receipt_sha256,
            signed,
        }))
    }

    /// The public keys that sign receipts, the present one first; also at
    /// `/.well-known/iforum-receipt-keys.json`.
    async fn receipt_keys(&self, gql: &Context<'_>) -> Result<Vec<ReceiptKey>> {
        let signers = ctx(gql).app.vault.signers(Purpose::Receipt)?;
        let keys = signers.iter().map(|signer| ReceiptKey {
            name: signer.name(),
            public_key: signer.public(),
        });
        Ok(keys.collect())
    }
}

/// Changes to proposals.
#[derive(Default)]
pub struct ProposalMutation;

#[Object]
impl ProposalMutation {
    /// Begins a proposal as a draft; one per bidder and need.
    async fn create_proposal(
        &self,
        gql: &Context<'_>,
        input: CreateProposalInput,
    ) -> Result<ProposalPayload> {
        let content = input.content.into();
        let (need, bidder) = (input.need_id, input.organization_id);
        let proposal = service::create(ctx(gql), &input.client_key, need, bidder, content).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }

    /// Replaces the content of a draft.
    async fn update_proposal(
        &self,
        gql: &Context<'_>,
        input: UpdateProposalInput,
    ) -> Result<ProposalPayload> {
        let content = input.content.into();
        let proposal = service::update(ctx(gql), input.proposal_id, input.version, content).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }

    /// Saves one section of a draft; several people write at once, each section by itself.
    async fn save_proposal_section(
        &self,
        gql: &Context<'_>,
        input: SaveProposalSectionInput,
    ) -> Result<SaveProposalSectionPayload> {
        let (id, name) = (input.proposal_id, input.section);
        let content = input.content.into();
        let saved = service::save_section(ctx(gql), id, name, input.version, content).await?;
        Ok(SaveProposalSectionPayload {
            proposal: Proposal(saved.proposal),
            section: ProposalSection {
                name,
                document: Arc::new(saved.document),
            },
            conflict: saved.conflict,
        })
    }

    /// Takes a file out of a draft; files are added by `POST /proposals/{id}/attachments`.
    async fn remove_proposal_attachment(
        &self,
        gql: &Context<'_>,
        input: RemoveProposalAttachmentInput,
    ) -> Result<ProposalPayload> {
        let (id, attachment) = (input.proposal_id, input.attachment_id);
        let proposal = attachments::remove(ctx(gql), id, attachment).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }

    /// Hands a proposal in: sealed until the need's proposals are opened. The bidder gets a receipt.
    async fn submit_proposal(
        &self,
        gql: &Context<'_>,
        input: SubmitProposalInput,
    ) -> Result<ProposalPayload> {
        let key = input.client_key.as_deref();
        let proposal = service::submit(ctx(gql), key, input.proposal_id, input.version).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }

    /// Takes a proposal back before the need's deadline.
    async fn withdraw_proposal(
        &self,
        gql: &Context<'_>,
        input: WithdrawProposalInput,
    ) -> Result<ProposalPayload> {
        let proposal = service::withdraw(ctx(gql), input.proposal_id, &input.reason).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }

    /// Selects a proposal or not; the bidder gets the outcome and the reason.
    async fn decide_proposal(
        &self,
        gql: &Context<'_>,
        input: DecideProposalInput,
    ) -> Result<ProposalPayload> {
        let step = match input.decision {
            ProposalDecision::Selected => Step::Select,
            ProposalDecision::NotSelected => Step::Decline,
        };
        let proposal = service::decide(ctx(gql), input.proposal_id, step, &input.reason).await?;
        Ok(ProposalPayload {
            proposal: Proposal(proposal),
        })
    }
}
