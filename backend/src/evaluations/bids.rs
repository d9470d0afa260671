//! The bids of an evaluation in the API, with their scores and arithmetic.

use std::sync::Arc;

use async_graphql::{Context, Object};

use super::CriterionKind;
use super::dossier::{Dossier, Eye, Offered, Seat};
use super::rules::{self, Line, Ranked};
use super::views::figure;
use crate::graphql::Result;
use crate::ids::{CriterionId, PanelMemberId, ProposalId};
use crate::loaders::loaders;
use crate::money::Money;
use crate::organizations::graphql::Organization;
use crate::proposals::document::ProposalSectionName;
use crate::proposals::parts::{ProposalAttachment, ProposalSection};
use crate::text::Locale;

/// A bid under its letter.
pub struct EvaluationBid {
    /// Everything.
    pub(super) dossier: Arc<Dossier>,
    /// Who looks.
    pub(super) eye: Eye,
    /// Which.
    pub(super) offered: Offered,
    /// Its place, to those who may know it.
    pub(super) ranked: Option<Ranked>,
}

/// A bid under its letter.
#[Object]
impl EvaluationBid {
    /// Its letter: A, B, and so on; shuffled.
    async fn label(&self) -> String {
        rules::label(self.offered.bid.place)
    }

    /// The bidder; null while who bid what is hidden.
    async fn organization(&self, gql: &Context<'_>) -> Result<Option<Organization>> {
        if self.dossier.masked() {
            return Ok(None);
        }
        let id = self.offered.proposal.organization_id;
        Ok(Some(Organization(loaders(gql).organization(id).await?)))
    }

    /// The proposal's id; null while who bid what is hidden.
    async fn proposal_id(&self) -> Option<ProposalId> {
        (!self.dossier.masked()).then_some(self.offered.proposal.id)
    }

    /// Language it is written in.
    async fn language(&self) -> Locale {
        self.offered.document.language
    }

    /// In a few sentences.
    async fn summary(&self) -> &str {
        self.offered.document.text(ProposalSectionName::Summary)
    }

    /// How.
    async fn approach(&self) -> &str {
        self.offered.document.text(ProposalSectionName::Approach)
    }

    /// Duration in months.
    async fn duration_months(&self) -> Option<i32> {
        self.offered.document.duration_months
    }

    /// The parts that it has; without price and financing while quality is scored, where price is a
    /// criterion.
    async fn sections(&self) -> Vec<ProposalSection> {
        let priced = self.dossier.shows_price();
        let money = [ProposalSectionName::Price, ProposalSectionName::Financing];
        let mut all = ProposalSection::written(&self.offered.document);
        all.retain(|section| priced || !money.contains(&section.which()));
        all
    }

    /// Files that belong to it.
    async fn attachments(&self) -> Vec<ProposalAttachment> {
        ProposalAttachment::all(&self.offered.document)
    }

    /// Price; null while quality is scored, where price is a criterion.
    async fn price(&self) -> Option<Money> {
        let shown = self.dossier.shows_price();
        self.offered.price().filter(|_| shown).map(Money::dong)
    }

    /// The viewer's own scores, criterion by criterion; empty to those who have none.
    async fn viewer_scores(&self) -> Vec<MemberScore> {
        let Some(seat) = self.eye.seat.map(|at| &self.dossier.seats[at]) else {
            return Vec::new();
        };
        let own = self.dossier.scores.iter().filter(|one| {
            one.member_id == seat.member.id && one.proposal_id == self.offered.proposal.id
        });
        own.map(|one| MemberScore::of(seat, one)).collect()
    }

    /// Criterion by criterion: what members scored, what was agreed, and the arithmetic. Empty before the
    /// consensus, and to members who have not handed in their own scores.
    async fn lines(&self) -> Vec<BidLine> {
        let Some(ranked) = &self.ranked else {
            return Vec::new();
        };
        lines(&self.dossier, self.offered.proposal.id, ranked, true)
    }

    /// Sum of the points; as the lines.
    async fn total(&self) -> Option<f64> {
        self.ranked.as_ref().map(|one| figure(one.total))
    }

    /// Place in the ranking, from 1; as the lines.
    async fn rank(&self) -> Option<i32> {
        self.ranked.as_ref().map(|one| one.rank)
    }

    /// Is among those who are interviewed.
    async fn shortlisted(&self) -> bool {
        self.offered.bid.shortlisted
    }

    /// What the interview brought; as the lines.
    async fn interview_note(&self) -> Option<&str> {
        let shown = self.ranked.is_some();
        self.offered.bid.interview_note.as_deref().filter(|_| shown)
    }

    /// It was selected.
    async fn selected(&self) -> bool {
        self.dossier.evaluation.selected_id == Some(self.offered.proposal.id)
    }
}

/// The lines of a bid; with what single members scored, or without.
pub(super) fn lines(
    dossier: &Dossier,
    of: ProposalId,
    ranked: &Ranked,
    scores: bool,
) -> Vec<BidLine> {
    let line = |line: &Line| {
        let criterion = dossier
            .criteria
            .iter()
            .find(|one| one.id == line.criterion)?;
        let agreement = dossier.agreement(of, criterion);
        let price = criterion.kind == CriterionKind::Price;
        let counted = dossier.counted(of, criterion);
        let counted = counted.into_iter().filter(|_| scores);
        Some(BidLine {
            line: *line,
            settled: price || agreement.is_some(),
            note: agreement.and_then(|one| one.note.clone()),
            spread: dossier.spread(of, criterion).filter(|_| scores),
            scores: counted
                .map(|(seat, one)| MemberScore::of(seat, one))
                .collect(),
        })
    };
    ranked.lines.iter().filter_map(line).collect()
}

/// One criterion of one bid: scores, agreement, arithmetic.
pub struct BidLine {
    line: Line,
    settled: bool,
    note: Option<String>,
    spread: Option<i32>,
    scores: Vec<MemberScore>,
}

/// One criterion of one bid: scores, agreement, arithmetic.
#[Object]
impl BidLine {
    /// Which criterion.
    async fn criterion_id(&self) -> CriterionId {
        self.line.criterion
    }

    /// Its part of 100.
    async fn weight(&self) -> i32 {
        self.line.weight
    }

    /// Agreed, or computed from the price: 0 to 100; null while nothing is agreed.
    async fn score(&self) -> Option<f64> {
        self.settled.then(|| figure(self.line.score))
    }

    /// Weight × score / 100, to two decimals.
    async fn points(&self) -> f64 {
        figure(self.line.points)
    }

    /// How the panel came together.
    async fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// Highest less lowest of the members' scores; null with fewer than two, and to bidders.
    async fn spread(&self) -> Option<i32> {
        self.spread
    }

    /// The spread is so large that the panel is to talk about it: 20 or more.
    async fn far_apart(&self) -> bool {
        self.spread
            .is_some_and(|spread| spread >= rules::LARGE_SPREAD)
    }

    /// What each member scored; empty to bidders.
    async fn scores(&self) -> &[MemberScore] {
        &self.scores
    }
}

/// What a member scored.
pub struct MemberScore {
    criterion: CriterionId,
    member: PanelMemberId,
    name: String,
    score: Option<i32>,
    comment: Option<String>,
}

impl MemberScore {
    fn of(seat: &Seat, score: &super::Score) -> Self {
        Self {
            criterion: score.criterion_id,
            member: seat.member.id,
            name: seat.user.name.clone(),
            score: score.score,
            comment: score.comment.clone(),
        }
    }
}

/// What a member scored.
#[Object]
impl MemberScore {
    /// By which criterion.
    async fn criterion_id(&self) -> CriterionId {
        self.criterion
    }

    /// Which member.
    async fn member_id(&self) -> PanelMemberId {
        self.member
    }

    /// Her name.
    async fn name(&self) -> &str {
        &self.name
    }

    /// 0 to 100; null while she has not decided.
    async fn score(&self) -> Option<i32> {
        self.score
    }

    /// Why.
    async fn comment(&self) -> Option<&str> {
        self.comment.as_deref()
    }
}
