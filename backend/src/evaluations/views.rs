//! The objects of an evaluation in the API: each shows of the dossier what its viewer may see.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object};
use chrono::{DateTime, Utc};

use super::bids::EvaluationBid;
use super::dossier::{Dossier, Eye, Seat};
use super::{
    ConflictKind, CriterionKind, EvaluationStatus, MemberStatus, PanelSeat, SheetStatus, panel,
    rules, service,
};
use crate::graphql::{Result, ctx};
use crate::ids::{CriterionId, NeedId, PanelMemberId, UserId};
use crate::loaders::loaders;
use crate::needs::graphql::Need;
use crate::organizations::graphql::Organization;
use crate::policy::Action;
use crate::text::{BilingualText, Sentence};

fn text(sentence: Sentence) -> BilingualText {
    BilingualText {
        vi: Some(sentence.vi),
        en: Some(sentence.en),
        ..BilingualText::default()
    }
}

/// Hundredths as a number.
pub(super) fn figure(hundredths: i32) -> f64 {
    f64::from(hundredths) / 100.0
}

/// The criteria by which a need's proposals are judged.
pub struct NeedCriteria(pub service::Criteria);

/// The criteria by which a need's proposals are judged.
#[Object]
impl NeedCriteria {
    /// The need's id.
    async fn id(&self) -> NeedId {
        self.0.need.id
    }

    /// Raised by one at each change; 0 before the first. Send it back when you change them.
    async fn version(&self) -> i32 {
        self.0.evaluation.as_ref().map_or(0, |one| one.version)
    }

    /// Who bid what is not shown to the panel and the owner before the consensus is approved.
    async fn anonymous(&self) -> bool {
        self.0.evaluation.as_ref().is_some_and(|one| one.anonymous)
    }

    /// In order; none when the need has none. The price is scored as 100 × lowest price / price (the
    /// common lowest-price ratio). A bid's total is the sum of weight × score / 100; equal totals are
    /// ordered by the higher price score, then by the earlier letter.
    async fn criteria(&self) -> Vec<Criterion> {
        self.0.criteria.iter().cloned().map(Criterion).collect()
    }

    /// The viewer may change them now.
    async fn viewer_can_edit(&self, gql: &Context<'_>) -> bool {
        let need = &self.0.need;
        rules::criteria_open(need.status).is_ok() && ctx(gql).may(Action::CompleteNeed(need))
    }
}

/// What proposals are judged by.
pub struct Criterion(pub super::Criterion);

/// What proposals are judged by.
#[Object]
impl Criterion {
    /// Id.
    async fn id(&self) -> CriterionId {
        self.0.id
    }

    /// Name.
    async fn name(&self) -> &BilingualText {
        &self.0.name
    }

    /// What is looked for.
    async fn description(&self) -> &BilingualText {
        &self.0.description
    }

    /// Its part of 100.
    async fn weight(&self) -> i32 {
        self.0.weight
    }

    /// Scored by the panel, or by the price formula.
    async fn kind(&self) -> CriterionKind {
        self.0.kind
    }
}

/// What the viewer may do in an evaluation now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum EvaluationAction {
    /// Invite, replace, name the chair.
    ManagePanel,
    /// Begin the scoring (`startEvaluation`).
    Start,
    /// Accept the invitation.
    Accept,
    /// Recuse herself.
    Recuse,
    /// Disclose earlier dealings.
    Disclose,
    /// Score.
    Score,
    /// Begin the consensus.
    StartConsensus,
    /// Enter agreed scores, and notes of interviews.
    Agree,
    /// Approve.
    Approve,
    /// Invite to interviews.
    Shortlist,
    /// Select one or none.
    Decide,
}

/// How one need's proposals are evaluated, as far as the viewer may see it.
pub struct Evaluation(pub Arc<Dossier>, pub Eye);

impl Evaluation {
    /// The evaluation as the viewer sees it.
    pub fn of((dossier, eye): (Dossier, Eye)) -> Self {
        Self(Arc::new(dossier), eye)
    }

    fn actions(&self, writes: bool) -> Vec<EvaluationAction> {
        use EvaluationAction as A;
        use EvaluationStatus as S;
        let (dossier, eye) = (&self.0, self.1);
        let status = dossier.evaluation.status;
        let seat = eye.seat.map(|at| &dossier.seats[at]);
        let open = matches!(
            status,
            S::Preparing | S::Scoring | S::Consensus | S::Interview
        );
        let said = seat.map(|seat| seat.member.status);
        let judges = dossier.judge(eye).is_ok();
        let chairs = dossier.chair(eye).is_ok();
        let done = seat.is_some_and(|seat| seat.sitting().submitted);
        let complete = rules::scores_lack(&dossier.sittings()).is_none();
        let meets = matches!(status, S::Consensus | S::Interview);
        let decides = writes && !eye.rival && status == S::Approved;
        let all = [
            (
                A::ManagePanel,
                writes && open && dossier.need.published_at.is_some(),
            ),
            (
                A::Start,
                writes
                    && status == S::Preparing
                    && dossier.need.status == crate::needs::NeedStatus::Closed
                    && !dossier.bidders.is_empty()
                    && rules::panel_lacks(&dossier.sittings()).is_none(),
            ),
            (
                A::Accept,
                open && said == Some(MemberStatus::Invited)
                    && seat.is_some_and(|seat| !seat.sitting().blocked),
            ),
            (
                A::Recuse,
                open && matches!(said, Some(MemberStatus::Invited | MemberStatus::Accepted)),
            ),
            (A::Disclose, open && seat.is_some_and(Seat::undisclosed)),
            (
                A::Score,
                judges && !done && matches!(status, S::Scoring | S::Consensus),
            ),
            (
                A::StartConsensus,
                chairs && status == S::Scoring && complete,
            ),
            (A::Agree, chairs && meets),
            (A::Approve, chairs && meets && complete),
            (A::Shortlist, decides && dossier.evaluation.round == 1),
            (A::Decide, decides),
        ];
        let may = all.into_iter().filter(|(_, may)| *may);
        may.map(|(action, _)| action).collect()
    }
}

/// How one need's proposals are evaluated, as far as the viewer may see it.
#[Object]
impl Evaluation {
    /// The need's id.
    async fn id(&self) -> NeedId {
        self.0.need.id
    }

    /// The need.
    async fn need(&self) -> Need {
        Need(self.0.need.clone())
    }

    /// Where it stands.
    async fn status(&self) -> EvaluationStatus {
        self.0.evaluation.status
    }

    /// Who bid what is hidden now.
    async fn masked(&self) -> bool {
        self.0.masked()
    }

    /// 1, or 2 after a shortlist and interviews.
    async fn round(&self) -> i32 {
        self.0.evaluation.round
    }

    /// Criteria in order.
    async fn criteria(&self) -> Vec<Criterion> {
        self.0.criteria.iter().cloned().map(Criterion).collect()
    }

    /// The panel, in the order of the invitations.
    async fn panel(&self) -> Vec<PanelMember> {
        let seats = 0..self.0.seats.len();
        seats
            .map(|at| PanelMember(Arc::clone(&self.0), self.1, at))
            .collect()
    }

    /// People whom the owner can invite; empty to everybody else.
    async fn candidates(&self, gql: &Context<'_>) -> Result<Vec<PanelCandidate>> {
        let ctx = ctx(gql);
        if !ctx.may(Action::EditNeed(&self.0.need)) {
            return Ok(Vec::new());
        }
        let found = panel::candidates(ctx, &self.0).await?;
        let candidate = |(user, seat): (crate::accounts::User, PanelSeat)| PanelCandidate {
            user: user.id,
            name: user.name,
            seat,
        };
        Ok(found.into_iter().map(candidate).collect())
    }

    /// What keeps the panel from going on; null when nothing does.
    async fn lacks(&self) -> Option<BilingualText> {
        use EvaluationStatus as S;
        let panel = self.0.sittings();
        let lacks = match self.0.evaluation.status {
            S::Preparing => rules::panel_lacks(&panel),
            S::Scoring | S::Consensus | S::Interview => rules::scores_lack(&panel),
            S::Approved | S::Decided | S::Ended => None,
        };
        lacks.map(text)
    }

    /// Until when members are asked to score.
    async fn scores_due_at(&self) -> Option<DateTime<Utc>> {
        self.0.evaluation.scores_due_at
    }

    /// When the chair approved.
    async fn approved_at(&self) -> Option<DateTime<Utc>> {
        self.0.evaluation.approved_at
    }

    /// When the owner decided.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.evaluation.decided_at
    }

    /// Why it was decided so.
    async fn decision_reason(&self) -> Option<&str> {
        self.0.evaluation.decision_reason.as_deref()
    }

    /// The bids by letter; empty before scoring begins, and to members who may not read them.
    async fn bids(&self) -> Vec<EvaluationBid> {
        if !self.0.sees_bids(self.1) {
            return Vec::new();
        }
        let shown = self.0.sees_scores(self.1);
        let ranking = if shown { self.0.ranking() } else { Vec::new() };
        let bids = self.0.bids.iter().map(|one| EvaluationBid {
            dossier: Arc::clone(&self.0),
            eye: self.1,
            ranked: ranking
                .iter()
                .find(|ranked| ranked.proposal == one.proposal.id)
                .cloned(),
            offered: one.clone(),
        });
        bids.collect()
    }

    /// The viewer's own seat; null when she has none.
    async fn viewer_seat(&self) -> Option<PanelMember> {
        let at = self.1.seat?;
        Some(PanelMember(Arc::clone(&self.0), self.1, at))
    }

    /// What the viewer may do now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Vec<EvaluationAction> {
        self.actions(ctx(gql).may(Action::EditNeed(&self.0.need)))
    }
}

/// Somebody in a panel.
pub struct PanelMember(Arc<Dossier>, Eye, usize);

impl PanelMember {
    fn seat(&self) -> &Seat {
        &self.0.seats[self.2]
    }
}

/// Somebody in a panel.
#[Object]
impl PanelMember {
    /// Id.
    async fn id(&self) -> PanelMemberId {
        self.seat().member.id
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.seat().user.name
    }

    /// As what she sits there.
    async fn seat_kind(&self) -> PanelSeat {
        self.seat().member.seat
    }

    /// Leads the panel.
    async fn chair(&self) -> bool {
        self.seat().member.chair
    }

    /// What she said to the invitation.
    async fn status(&self) -> MemberStatus {
        self.seat().member.status
    }

    /// Her scores count: she accepted, still is what she sits there as, and belongs to no bidder.
    async fn counts(&self) -> bool {
        self.seat().sitting().counts()
    }

    /// Why she recused herself or was replaced; to her, the chair and the owner, in the end to all who see
    /// the record.
    async fn reason(&self) -> Option<&str> {
        let sees = self.0.sees_ties(self.1, self.seat());
        self.seat().member.reason.as_deref().filter(|_| sees)
    }

    /// What could conflict, in her words; as the reason.
    async fn declared_interest(&self) -> Option<&str> {
        let sees = self.0.sees_ties(self.1, self.seat());
        self.seat()
            .member
            .declared_interest
            .as_deref()
            .filter(|_| sees)
    }

    /// Her scores are handed in or not; what they are is another question.
    async fn sheet(&self) -> SheetStatus {
        self.seat().member.sheet
    }

    /// Her ties to bidders, computed once these are known; as the reason.
    async fn conflicts(&self) -> Vec<PanelConflict> {
        let seat = self.seat();
        if !self.0.sees_ties(self.1, seat) {
            return Vec::new();
        }
        let conflict = |one: &super::conflicts::Conflict| PanelConflict {
            disclosed: seat.disclosure(one).map(|one| one.reason.clone()),
            conflict: one.clone(),
        };
        seat.conflicts.iter().map(conflict).collect()
    }

    /// When she was invited.
    async fn invited_at(&self) -> DateTime<Utc> {
        self.seat().member.invited_at
    }
}

/// A tie between a member of a panel and a bidder.
pub struct PanelConflict {
    conflict: super::conflicts::Conflict,
    disclosed: Option<String>,
}

/// A tie between a member of a panel and a bidder.
#[Object]
impl PanelConflict {
    /// What ties them.
    async fn kind(&self) -> ConflictKind {
        self.conflict.kind
    }

    /// Whoever is tied so takes no part; otherwise it is to be disclosed.
    async fn blocks(&self) -> bool {
        self.conflict.kind.blocks()
    }

    /// The bidder; never which of the letters.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        Ok(Organization(
            loaders(gql).organization(self.conflict.bidder).await?,
        ))
    }

    /// The member's side of it.
    async fn of_member(&self) -> BilingualText {
        text(self.conflict.of_member.clone())
    }

    /// The bidder's side of it.
    async fn of_bidder(&self) -> BilingualText {
        text(self.conflict.of_bidder.clone())
    }

    /// Why it does not sway her, in her words; null until she disclosed it.
    async fn disclosed(&self) -> Option<&str> {
        self.disclosed.as_deref()
    }
}

/// Somebody who can be invited to a panel.
pub struct PanelCandidate {
    user: UserId,
    name: String,
    seat: PanelSeat,
}

/// Somebody who can be invited to a panel.
#[Object]
impl PanelCandidate {
    /// The account.
    async fn user_id(&self) -> UserId {
        self.user
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.name
    }

    /// As what she would sit there.
    async fn seat_kind(&self) -> PanelSeat {
        self.seat
    }
}
