//! Agreements in the API: each shows what its viewer may see.

use async_graphql::{Context, Enum, Object};
use chrono::{DateTime, NaiveDate, Utc};

use super::checks::side_of;
use super::objects::{
    AgreementComment, AgreementIndicator, AgreementMilestone, AgreementParty, AgreementPayment,
    AgreementScan, AgreementSignature, AgreementWitness, said,
};
use super::rules::{self, State, Step};
use super::versions::AgreementVersion;
use super::{AgreementStatus, Kind, Negotiation, Publication, Side, Version, signing, text};
use crate::graphql::{Result, ctx};
use crate::ids::AgreementId;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::money::Money;
use crate::needs::graphql::Need;
use crate::policy::{Action, Agreeing};
use crate::postings::ContractType;
use crate::text::BilingualText;

/// What the viewer may do with an agreement now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum AgreementAction {
    /// Edit the text, propose it.
    Edit,
    /// Accept what the other side proposed.
    Accept,
    /// Open it again before both have signed.
    Reopen,
    /// Give it up before it was ever signed.
    Cancel,
    /// Sign it.
    Sign,
    /// Comment on what lies on the table.
    Comment,
    /// Name witnesses.
    NameWitnesses,
    /// Add scans.
    AttachScan,
    /// Begin an amendment.
    Amend,
    /// Give an amendment up.
    DropAmendment,
    /// Report milestones.
    ReportMilestones,
    /// Confirm milestones.
    ConfirmMilestones,
    /// Record values and payments.
    RecordFigures,
    /// Record that it is done.
    Complete,
    /// End it early.
    Terminate,
    /// Hand it over to the national procurement system.
    HandOver,
    /// Say what everybody may see.
    SetPublication,
}

/// An agreement between the owner of a need and who does something about it.
pub struct Agreement(pub super::Agreement);

impl Agreement {
    fn inside(&self, gql: &Context<'_>) -> bool {
        let viewer = &ctx(gql).viewer;
        viewer.belongs_to(self.0.owner_id) || viewer.belongs_to(self.0.partner_id)
    }

    fn reads(&self, gql: &Context<'_>) -> bool {
        ctx(gql).may(Action::Agreement(Agreeing::Read, &self.0))
    }

    async fn version_numbered(&self, gql: &Context<'_>, number: i32) -> Result<Option<Version>> {
        let all = loaders(gql).agreement_versions(self.0.id).await?;
        Ok(all.into_iter().find(|one| one.number == number))
    }

    /// The version whose text is shown to the viewer.
    async fn shown(&self, gql: &Context<'_>) -> Result<Option<Version>> {
        if !self.reads(gql) {
            return Ok(None);
        }
        let number = self.0.in_force_version.unwrap_or(self.0.current_version);
        self.version_numbered(gql, number).await
    }

    fn actions(&self, gql: &Context<'_>) -> Vec<AgreementAction> {
        use AgreementAction as A;
        let (ctx, row) = (ctx(gql), &self.0);
        let Some(side) = side_of(ctx, row) else {
            return Vec::new();
        };
        let writes = ctx.may(Action::Agreement(Agreeing::Write, row));
        let binds = ctx.may(Action::Agreement(Agreeing::Bind, row));
        let state = State::of(row);
        let step = |step| rules::next(state, side, step).is_ok();
        let negotiated = row.negotiation != Negotiation::Settled;
        let signed_lately = row
            .signed_at
            .is_none_or(|at| ctx.now() <= at + chrono::Duration::days(1));
        let alive = row.status != AgreementStatus::Cancelled;
        let agreed = alive && row.status != AgreementStatus::Drafting;
        let follows = writes && step(Step::Follow);
        let all = [
            (A::Edit, writes && step(Step::Edit)),
            (A::Accept, writes && step(Step::Accept)),
            (A::Reopen, writes && step(Step::Reopen)),
            (A::Cancel, writes && step(Step::Cancel)),
            (A::Sign, binds && step(Step::Sign)),
            (A::Comment, writes && negotiated),
            (
                A::NameWitnesses,
                writes && alive && signed_lately && !row.historic,
            ),
            (A::AttachScan, writes && agreed),
            (A::Amend, writes && step(Step::Amend)),
            (A::DropAmendment, writes && step(Step::Drop)),
            (A::ReportMilestones, follows && side == Side::Partner),
            (A::ConfirmMilestones, follows && side == Side::Owner),
            (A::RecordFigures, follows),
            (A::Complete, binds && step(Step::Complete)),
            (A::Terminate, binds && step(Step::Terminate)),
            (A::HandOver, binds && step(Step::HandOver)),
            (A::SetPublication, binds),
        ];
        let may = all.into_iter().filter(|(_, may)| *may);
        may.map(|(action, _)| action).collect()
    }
}

/// An agreement between the owner of a need and who does something about it.
#[Object]
impl Agreement {
    /// Id.
    async fn id(&self) -> AgreementId {
        self.0.id
    }

    /// Number as people cite it.
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// Kind.
    async fn kind(&self) -> Kind {
        self.0.kind
    }

    /// The contract type that is prepared; null except for PPP_PREPARATION.
    async fn contract_type(&self) -> Option<ContractType> {
        self.0.contract_type
    }

    /// Title.
    async fn title(&self) -> &BilingualText {
        &self.0.title
    }

    /// Where it stands.
    async fn status(&self) -> AgreementStatus {
        self.0.status
    }

    /// The need it is about, if there is one and the viewer may read it.
    async fn need(&self, gql: &Context<'_>) -> Result<Option<Need>> {
        let Some(id) = self.0.need_id else {
            return Ok(None);
        };
        let need = loaders(gql).need(id).await?;
        let may = ctx(gql).may(Action::ViewNeed(&need));
        Ok(may.then_some(Need(need)))
    }

    /// The two sides: the one with the need, then the one that carries it out.
    async fn parties(&self, gql: &Context<'_>) -> Result<Vec<AgreementParty>> {
        // The names stand in the agreement itself; the text is read when more of it is asked for.
        let more = gql.look_ahead().field("parties");
        let asks = ["address", "code", "representative", "position"];
        let asked = asks.iter().any(|name| more.field(name).exists());
        let version = if asked { self.shown(gql).await? } else { None };
        let content = version.map(|one| text::read(&one.canonical)).transpose()?;
        let party = |side| AgreementParty {
            agreement: self.0.clone(),
            side,
            text: content.as_ref().map(|content| match side {
                Side::Owner => content.owner.clone(),
                Side::Partner => content.partner.clone(),
            }),
        };
        Ok(vec![party(Side::Owner), party(Side::Partner)])
    }

    /// A record of something that was signed elsewhere before this product was there.
    async fn historic(&self) -> bool {
        self.0.historic
    }

    /// True for demonstration data.
    async fn demonstration(&self) -> bool {
        self.0.demonstration
    }

    /// First day.
    async fn starts_on(&self) -> Option<NaiveDate> {
        self.0.starts_on
    }

    /// Last day.
    async fn ends_on(&self) -> Option<NaiveDate> {
        self.0.ends_on
    }

    /// What it is worth; null to those who may not read the text.
    async fn value(&self, gql: &Context<'_>) -> Option<Money> {
        let amount = self.0.value_amount.filter(|_| self.reads(gql));
        amount.map(Money::dong)
    }

    /// When both had signed it first.
    async fn signed_at(&self) -> Option<DateTime<Utc>> {
        self.0.signed_at
    }

    /// The text in force; before there is one, to the two sides the last that was proposed. Null to those
    /// who may not read it.
    async fn text(&self, gql: &Context<'_>) -> Result<Option<AgreementVersion>> {
        let version = self.shown(gql).await?;
        let inside = self.inside(gql);
        version
            .map(|one| AgreementVersion::of(&self.0, one, inside))
            .transpose()
    }

    /// The last version that was proposed; to the two sides, else null.
    async fn current(&self, gql: &Context<'_>) -> Result<Option<AgreementVersion>> {
        if !self.inside(gql) {
            return Ok(None);
        }
        let version = self.version_numbered(gql, self.0.current_version).await?;
        version
            .map(|one| AgreementVersion::of(&self.0, one, true))
            .transpose()
    }

    /// What the viewer's side is changing and has not proposed; null to everybody else.
    async fn draft(&self, gql: &Context<'_>) -> Result<Option<AgreementVersion>> {
        let side = side_of(ctx(gql), &self.0);
        if side.is_none() || side != self.0.turn {
            return Ok(None);
        }
        let next = self.0.current_version + 1;
        let version = self.version_numbered(gql, next).await?;
        version
            .filter(|one| one.proposed_at.is_none())
            .map(|one| AgreementVersion::of(&self.0, one, true))
            .transpose()
    }

    /// All versions that were proposed, in order; to the two sides, else null.
    async fn versions(&self, gql: &Context<'_>) -> Result<Option<Vec<AgreementVersion>>> {
        if !self.inside(gql) {
            return Ok(None);
        }
        let all = loaders(gql).agreement_versions(self.0.id).await?;
        let proposed = all.into_iter().filter(|one| one.proposed_at.is_some());
        let versions = proposed.map(|one| AgreementVersion::of(&self.0, one, true));
        Ok(Some(versions.collect::<Result<_>>()?))
    }

    /// Hash of the text in force: by it everybody can check a paper; null before both have signed.
    async fn signed_hash(&self, gql: &Context<'_>) -> Result<Option<String>> {
        let Some(number) = self.0.in_force_version else {
            return Ok(None);
        };
        let version = self.version_numbered(gql, number).await?;
        Ok(version.and_then(|one| one.hash))
    }

    /// What happens to its text; to the two sides, else null.
    async fn negotiation(&self, gql: &Context<'_>) -> Option<Negotiation> {
        self.inside(gql).then_some(self.0.negotiation)
    }

    /// Who may edit; to the two sides, else null.
    async fn turn(&self, gql: &Context<'_>) -> Option<Side> {
        self.0.turn.filter(|_| self.inside(gql))
    }

    /// Sides that have signed the current version; to the two sides, else null.
    async fn signed_by(&self, gql: &Context<'_>) -> Option<Vec<Side>> {
        let signed = State::of(&self.0).signed;
        let sides = [Side::Owner, Side::Partner];
        let all = sides.into_iter().filter(|side| signed.has(*side));
        self.inside(gql).then(|| all.collect())
    }

    /// What whoever signs the current version agrees to; to the two sides while it waits for signatures,
    /// else null.
    async fn signing_consent(&self, gql: &Context<'_>) -> Result<Option<BilingualText>> {
        if !self.inside(gql) || self.0.negotiation != Negotiation::Signing {
            return Ok(None);
        }
        let version = self.version_numbered(gql, self.0.current_version).await?;
        let hash = version.and_then(|one| one.hash).unwrap_or_default();
        Ok(Some(said(signing::consent(&self.0, &hash))))
    }

    /// Signing takes a second factor here.
    async fn signing_needs_second_factor(&self, gql: &Context<'_>) -> bool {
        ctx(gql).app.config.session.signing_second_factor
    }

    /// Signatures: all to the two sides; those under the text in force to everybody who may read it; else
    /// null.
    async fn signatures(&self, gql: &Context<'_>) -> Result<Option<Vec<AgreementSignature>>> {
        if !self.reads(gql) {
            return Ok(None);
        }
        let inside = self.inside(gql);
        let all = loaders(gql).agreement_signatures(self.0.id).await?;
        let shown = all.into_iter().filter(|one| {
            inside || (one.voided_at.is_none() && Some(one.number) == self.0.in_force_version)
        });
        Ok(Some(shown.map(AgreementSignature).collect()))
    }

    /// Witnesses, to those who may read the text; else null.
    async fn witnesses(&self, gql: &Context<'_>) -> Result<Option<Vec<AgreementWitness>>> {
        if !self.reads(gql) {
            return Ok(None);
        }
        let all = loaders(gql).agreement_witnesses(self.0.id).await?;
        Ok(Some(all.into_iter().map(AgreementWitness).collect()))
    }

    /// Comments, the oldest first; to the two sides, else null.
    async fn comments(&self, gql: &Context<'_>) -> Result<Option<Vec<AgreementComment>>> {
        if !self.inside(gql) {
            return Ok(None);
        }
        let all = loaders(gql).agreement_comments(self.0.id).await?;
        Ok(Some(all.into_iter().map(AgreementComment).collect()))
    }

    /// Scans of the paper original; to the two sides, else null.
    async fn scans(&self, gql: &Context<'_>) -> Result<Option<Vec<AgreementScan>>> {
        if !self.inside(gql) {
            return Ok(None);
        }
        let all = loaders(gql).agreement_scans(self.0.id).await?;
        Ok(Some(all.into_iter().map(AgreementScan).collect()))
    }

    /// Milestones of the text in force, in order.
    async fn milestones(&self, gql: &Context<'_>) -> Result<Vec<AgreementMilestone>> {
        let inside = self.inside(gql);
        let all = loaders(gql).agreement_milestones(self.0.id).await?;
        let there = all.into_iter().filter(|one| !one.dropped);
        Ok(there
            .map(|row| AgreementMilestone { row, inside })
            .collect())
    }

    /// Indicators of the text in force with their values; null to those who may not read it.
    async fn indicators(&self, gql: &Context<'_>) -> Result<Option<Vec<AgreementIndicator>>> {
        if !self.reads(gql) {
            return Ok(None);
        }
        let inside = self.inside(gql);
        let measured = loaders(gql).agreement_measurements(self.0.id).await?;
        let all = loaders(gql).agreement_indicators(self.0.id).await?;
        let indicator = |row: super::Indicator| AgreementIndicator {
            measurements: measured
                .iter()
                .filter(|one| one.indicator_id == row.id)
                .cloned()
                .collect(),
            row,
            inside,
        };
        let there = all.into_iter().filter(|one| !one.dropped);
        Ok(Some(there.map(indicator).collect()))
    }

    /// What was paid or given in kind; null to those who may not read the text.
    async fn payments(&self, gql: &Context<'_>) -> Result<Option<Vec<AgreementPayment>>> {
        if !self.reads(gql) {
            return Ok(None);
        }
        let inside = self.inside(gql);
        let all = loaders(gql).agreement_payments(self.0.id).await?;
        let payments = all.into_iter().map(|row| AgreementPayment { row, inside });
        Ok(Some(payments.collect()))
    }

    /// When it ended.
    async fn ended_at(&self) -> Option<DateTime<Utc>> {
        self.0.ended_at
    }

    /// Why it ended, or what came of it.
    async fn end_reason(&self) -> Option<&str> {
        self.0.end_reason.as_deref()
    }

    /// Number of the notice on the national procurement system under which it goes on.
    async fn notice_number(&self) -> Option<&str> {
        self.0.notice_number.as_deref()
    }

    /// Its address.
    async fn notice_link(&self) -> Option<&str> {
        self.0.notice_link.as_deref()
    }

    /// When it was handed over there.
    async fn handed_over_at(&self) -> Option<DateTime<Utc>> {
        self.0.handed_over_at
    }

    /// What everybody sees of it now: as much as both sides let them, once it is signed.
    async fn publication(&self) -> Publication {
        self.0.publication()
    }

    /// What the side with the need lets everybody see; to the two sides, else null.
    async fn owner_publication(&self, gql: &Context<'_>) -> Option<Publication> {
        self.inside(gql).then_some(self.0.owner_publication)
    }

    /// What the side that carries it out lets everybody see; to the two sides, else null.
    async fn partner_publication(&self, gql: &Context<'_>) -> Option<Publication> {
        self.inside(gql).then_some(self.0.partner_publication)
    }

    /// Where the text is as a PDF, for a request with the bearer token; null to those who may not read it.
    async fn paper_path(&self, gql: &Context<'_>) -> Option<String> {
        let path = format!("/agreements/{}/paper.pdf", self.0.id);
        self.reads(gql).then_some(path)
    }

    /// Raised by one at each change; send it back when you change something. To the two sides, else null.
    async fn version(&self, gql: &Context<'_>) -> Option<i32> {
        self.inside(gql).then_some(self.0.version)
    }

    /// When it was begun; to the two sides, else null.
    async fn created_at(&self, gql: &Context<'_>) -> Option<DateTime<Utc>> {
        self.inside(gql).then_some(self.0.created_at)
    }

    /// When it last changed; to the two sides, else null.
    async fn updated_at(&self, gql: &Context<'_>) -> Option<DateTime<Utc>> {
        self.inside(gql).then_some(self.0.updated_at)
    }

    /// For which side the viewer acts; null when for none, or when she belongs to both.
    async fn viewer_side(&self, gql: &Context<'_>) -> Option<Side> {
        side_of(ctx(gql), &self.0)
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Vec<AgreementAction> {
        self.actions(gql)
    }
}

impl Listed for Agreement {
    type Row = super::Agreement;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        if ahead.asks("parties") {
            let both = rows.iter().flat_map(|row| [row.owner_id, row.partner_id]);
            loaders.fetch_organizations(both).await?;
        }
        if ahead.asks("need") {
            let needs = rows.iter().filter_map(|row| row.need_id);
            loaders.fetch_needs(needs).await?;
        }
        loaders
            .fetch_agreement_parts(|name| ahead.asks(name), rows.iter().map(|row| row.id))
            .await
    }
}
