//! Everything about one evaluation, read at once, and what of it a viewer may see.

use std::sync::Arc;

use serde::Deserialize;

use super::conflicts::{self, Bidder, Conflict, FORMER, Judge};
use super::rules::{self, Entry, Ranked, Sitting};
use super::{
    Agreed, Bid, Criterion, CriterionKind, Disclosure, Evaluation, EvaluationStatus, Member,
    MemberStatus, PanelSeat, Score, SheetStatus, store,
};
use crate::accounts::{self, User};
use crate::app::Ctx;
use crate::consortia;
use crate::db::Connection;
use crate::error::{Error, Result};
use crate::ids::{NeedId, OrganizationId, PanelMemberId, ProposalId, UserId};
use crate::needs::{Need, NeedStatus};
use crate::organizations::{self, MembershipStatus, Organization};
use crate::policy::{Action, Viewer};
use crate::proposals::document::Document;
use crate::proposals::{self, Proposal};
use crate::researchers;
use crate::text::say;

/// One seat of a panel with everything that decides whether its sheet counts.
#[derive(Clone, Debug)]
pub struct Seat {
    /// The row.
    pub member: Member,
    /// Who.
    pub user: User,
    /// The account is open, and its person still is what she sits there as.
    pub holds: bool,
    /// Her ties to bidders; none are known before the opening.
    pub conflicts: Vec<Conflict>,
    /// What she said to them.
    pub disclosed: Vec<Disclosure>,
}

impl Seat {
    /// As the rules want it.
    pub fn sitting(&self) -> Sitting {
        Sitting {
            seat: self.member.seat,
            chair: self.member.chair,
            status: self.member.status,
            holds: self.holds,
            blocked: self.conflicts.iter().any(|one| one.kind.blocks()),
            submitted: self.member.sheet == SheetStatus::Submitted,
        }
    }

    /// What she said to a tie.
    pub fn disclosure(&self, conflict: &Conflict) -> Option<&Disclosure> {
        self.disclosed
            .iter()
            .find(|one| one.kind == conflict.kind && one.proposal_id == conflict.proposal)
    }

    /// Ties that she is still to disclose.
    pub fn undisclosed(&self) -> bool {
        self.conflicts
            .iter()
            .any(|one| !one.kind.blocks() && self.disclosure(one).is_none())
    }
}

/// A bid with what stands behind its letter.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The row.
    pub bid: Bid,
    /// Its proposal.
    pub proposal: Proposal,
    /// What it says.
    pub document: Arc<Document>,
}

impl Offered {
    /// Its price in đồng.
    pub fn price(&self) -> Option<i64> {
        self.document.price_amount.map(|amount| amount.0)
    }
}

/// Everything about one evaluation.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// Of which need.
    pub need: Need,
    /// The row.
    pub evaluation: Evaluation,
    /// Criteria in order.
    pub criteria: Vec<Criterion>,
    /// The panel, in the order of the invitations.
    pub seats: Vec<Seat>,
    /// Bidders, once they are known.
    pub bidders: Vec<(ProposalId, Organization)>,
    /// Bids by letter; none before scoring begins.
    pub bids: Vec<Offered>,
    /// Scores of all members.
    pub scores: Vec<Score>,
    /// What was agreed.
    pub agreed: Vec<Agreed>,
}

/// What a viewer is to an evaluation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Eye {
    /// Writes for the need's owner, or reads there after the approval.
    pub owner: bool,
    /// Her seat, if she has one that is not taken from her.
    pub seat: Option<usize>,
    /// Decides for the alliance.
    pub staff: bool,
    /// Belongs to a bidder.
    pub rival: bool,
}

impl Dossier {
    /// The dossier of a need with criteria; none of another.
    pub async fn find(ctx: &Ctx, db: &impl Connection, need: Need) -> Result<Option<Self>> {
        let Some(evaluation) = store::find(db, need.id).await? else {
            return Ok(None);
        };
        let criteria = store::criteria(db, need.id).await?;
        if criteria.is_empty() {
            return Ok(None);
        }
        let proposals = opened(db, &need).await?;
        let organizations: Vec<_> = proposals.iter().map(|one| one.organization_id).collect();
        let organizations = organizations::store::find_many(db, &organizations).await?;
        let named = |one: &Proposal| {
            let of = organizations
                .iter()
                .find(|of| of.id == one.organization_id)?;
            Some((one.id, of.clone()))
        };
        let bidders: Vec<_> = proposals.iter().filter_map(named).collect();
        let members = store::members(db, need.id).await?;
        let ids: Vec<PanelMemberId> = members.iter().map(|one| one.id).collect();
        let seats = seats(ctx, db, &need, members, &proposals, &bidders).await?;
        let bids = store::bids(db, need.id).await?;
        let of: Vec<ProposalId> = bids.iter().map(|bid| bid.proposal_id).collect();
        let documents = proposals::sealing::released(ctx, db, &of).await?;
        let with = |bid: Bid| {
            let proposal = proposals.iter().find(|one| one.id == bid.proposal_id)?;
            Some(Offered {
                proposal: proposal.clone(),
                document: Arc::clone(documents.get(&bid.proposal_id)?),
                bid,
            })
        };
        let bids: Vec<Offered> = bids.into_iter().filter_map(with).collect();
        let of: Vec<ProposalId> = bids.iter().map(|one| one.proposal.id).collect();
        Ok(Some(Self {
            scores: store::scores(db, &ids).await?,
            agreed: store::agreed(db, &of).await?,
            need,
            evaluation,
            criteria,
            seats,
            bidders,
            bids,
        }))
    }

    /// As [`Dossier::find`], as somebody who is party to it; to others it is not there.
    pub async fn seen(ctx: &Ctx, db: &impl Connection, need: Need) -> Result<(Self, Eye)> {
        let dossier = Self::find(ctx, db, need)
            .await?
            .ok_or_else(Error::not_found)?;
        let eye = dossier.eye(&ctx.viewer);
        let seat = eye.seat.map(|at| &dossier.seats[at].member);
        ctx.authorize(Action::ViewEvaluation(
            &dossier.need,
            &dossier.evaluation,
            seat,
        ))?;
        // A colleague of a bidder learns the outcome there, not the record here.
        if eye.rival && !eye.owner && eye.seat.is_none() {
            return Err(Error::not_found());
        }
        Ok((dossier, eye))
    }

    /// What a viewer is to it.
    pub fn eye(&self, viewer: &Viewer) -> Eye {
        let id = viewer.user();
        let sits = |seat: &Seat| {
            Some(seat.member.user_id) == id && seat.member.status != MemberStatus::Removed
        };
        let of = self.need.organization_id;
        Eye {
            owner: viewer.writes_for(of) || (viewer.belongs_to(of) && self.approved()),
            seat: self.seats.iter().position(sits),
            staff: viewer.decides(crate::moderation::ReviewKind::Need),
            rival: self
                .bidders
                .iter()
                .any(|(_, one)| viewer.belongs_to(one.id)),
        }
    }

    /// The chair has approved what there is to decide on.
    pub fn approved(&self) -> bool {
        use EvaluationStatus as S;
        let status = self.evaluation.status;
        matches!(status, S::Interview | S::Approved | S::Decided)
    }

    /// Who bid what is not shown now.
    pub fn masked(&self) -> bool {
        self.need.bidders_masked
    }

    /// The panel as the rules want it.
    pub fn sittings(&self) -> Vec<Sitting> {
        self.seats.iter().map(Seat::sitting).collect()
    }

    /// Who may read the bids: the owner, members whose sheets count, and when all is over the alliance.
    pub fn sees_bids(&self, eye: Eye) -> bool {
        let over = self.evaluation.status == EvaluationStatus::Decided;
        let judges = eye.seat.map(|at| &self.seats[at]);
        let judges = judges.is_some_and(|seat| seat.sitting().counts() && !seat.undisclosed());
        judges || (!eye.rival && (eye.owner || (eye.staff && over)))
    }

    /// Who may read what others scored, and what was agreed: nobody before the consensus, and no member who
    /// has not handed in her own.
    pub fn sees_scores(&self, eye: Eye) -> bool {
        use EvaluationStatus as S;
        let conferred = matches!(
            self.evaluation.status,
            S::Consensus | S::Interview | S::Approved | S::Decided
        );
        // Who is to score, or may still say that she will, reads the others' when hers is in.
        let done = eye.seat.is_none_or(|at| {
            let sitting = self.seats[at].sitting();
            sitting.submitted || sitting.status == MemberStatus::Recused
        });
        conferred && done && self.sees_bids(eye)
    }

    /// Who may read how a member is tied to bidders: she, the chair, the owner; in the end all who see the
    /// record.
    pub fn sees_ties(&self, eye: Eye, of: &Seat) -> bool {
        let own = eye.seat.map(|at| &self.seats[at].member);
        let own = own.is_some_and(|own| own.id == of.member.id || own.chair);
        own || (eye.owner && !eye.rival) || self.evaluation.status == EvaluationStatus::Decided
    }

    /// Prices are opened after quality was scored, where price is a criterion.
    pub fn shows_price(&self) -> bool {
        let scored = self
            .criteria
            .iter()
            .any(|one| one.kind == CriterionKind::Price);
        !scored || self.evaluation.status != EvaluationStatus::Scoring
    }

    /// The bid with this letter.
    pub fn bid(&self, label: &str) -> Result<&Offered> {
        let found = self
            .bids
            .iter()
            .find(|one| rules::label(one.bid.place) == label);
        found.ok_or_else(Error::not_found)
    }

    /// Criteria that members score.
    pub fn quality(&self) -> impl Iterator<Item = &Criterion> {
        self.criteria
            .iter()
            .filter(|one| one.kind == CriterionKind::Quality)
    }

    /// Scores by members whose sheets count and are handed in, for one bid and criterion.
    pub fn counted(&self, of: ProposalId, by: &Criterion) -> Vec<(&Seat, &Score)> {
        let counting = self.seats.iter().filter(|seat| {
            let sitting = seat.sitting();
            sitting.counts() && sitting.submitted
        });
        let score = |seat| {
            let seat: &Seat = seat;
            let found = self.scores.iter().find(|one| {
                one.member_id == seat.member.id
                    && one.proposal_id == of
                    && one.criterion_id == by.id
            });
            found.map(|score| (seat, score))
        };
        counting.filter_map(score).collect()
    }

    /// How far the members are apart: highest less lowest; none with fewer than two scores.
    pub fn spread(&self, of: ProposalId, by: &Criterion) -> Option<i32> {
        let counted = self.counted(of, by);
        let scores: Vec<i32> = counted.iter().filter_map(|(_, one)| one.score).collect();
        let (low, high) = (scores.iter().min()?, scores.iter().max()?);
        (scores.len() > 1).then_some(high - low)
    }

    /// What was agreed last for one bid and criterion.
    pub fn agreement(&self, of: ProposalId, by: &Criterion) -> Option<&Agreed> {
        self.agreed
            .iter()
            .filter(|one| one.proposal_id == of && one.criterion_id == by.id)
            .max_by_key(|one| one.round)
    }

    /// The bids in order with their arithmetic: those that were interviewed before the others.
    pub fn ranking(&self) -> Vec<Ranked> {
        let lowest = self.bids.iter().filter_map(Offered::price).min();
        let entry = |one: &Offered| Entry {
            proposal: one.proposal.id,
            place: one.bid.place,
            price: one.price(),
            agreed: self
                .quality()
                .filter_map(|by| Some((by.id, self.agreement(one.proposal.id, by)?.score)))
                .collect(),
        };
        let of = |shortlisted: bool| {
            let those = self
                .bids
                .iter()
                .filter(|one| one.bid.shortlisted == shortlisted);
            rules::rank(
                &self.criteria,
                &those.map(entry).collect::<Vec<_>>(),
                lowest,
            )
        };
        let first = of(true);
        let before = i32::try_from(first.len()).unwrap_or_default();
        let others = of(false).into_iter().map(|one| Ranked {
            rank: one.rank + before,
            ..one
        });
        first.into_iter().chain(others).collect()
    }

    /// The viewer's seat, when her sheet counts; else why not.
    pub fn judge(&self, eye: Eye) -> Result<&Seat> {
        let seat = eye.seat.map(|at| &self.seats[at]);
        let seat = seat.ok_or_else(Error::forbidden)?;
        if let Some(tie) = seat.conflicts.iter().find(|one| one.kind.blocks()) {
            return Err(Error::illegal_transition(say(
                format!(
                    "Bạn có xung đột lợi ích nên không tham gia đánh giá. {} {}",
                    tie.of_member.vi, tie.of_bidder.vi
                ),
                format!(
                    "You have a conflict of interest and take no part in this evaluation. {} {}",
                    tie.of_member.en, tie.of_bidder.en
                ),
            )));
        }
        if !seat.sitting().counts() {
            return Err(Error::illegal_transition(say(
                "Hãy nhận lời mời vào tổ đánh giá trước.",
                "Accept the invitation to the panel first.",
            )));
        }
        if seat.undisclosed() {
            return Err(Error::illegal_transition(say(
                "Hãy công bố các quan hệ trước đây với bên dự, kèm lý do, trước khi đọc và chấm đề xuất.",
                "Disclose your earlier dealings with bidders, with a reason, before you read and score.",
            )));
        }
        Ok(seat)
    }

    /// As [`Dossier::judge`], for the chair.
    pub fn chair(&self, eye: Eye) -> Result<&Seat> {
        let seat = self.judge(eye)?;
        if seat.member.chair {
            return Ok(seat);
        }
        Err(Error::forbidden())
    }
}

/// Proposals that have been opened; before that nothing may be computed from who bids.
async fn opened(db: &impl Connection, need: &Need) -> Result<Vec<Proposal>> {
    use NeedStatus as S;
    if matches!(
        need.status,
        S::Draft | S::UnderReview | S::ChangesRequested | S::Consultation | S::Open | S::Withdrawn
    ) {
        return Ok(Vec::new());
    }
    proposals::store::opened(db, need.id).await
}

/// Facts about the people of a panel, and whether their seats hold.
async fn seats(
    ctx: &Ctx,
    db: &impl Connection,
    need: &Need,
    members: Vec<Member>,
    proposals: &[Proposal],
    bidders: &[(ProposalId, Organization)],
) -> Result<Vec<Seat>> {
    let people: Vec<UserId> = members.iter().map(|one| one.user_id).collect();
    let facts = Facts::read(db, &people).await?;
    let known = Known::read(ctx, db, need.id, &facts, proposals, bidders).await?;
    let ids: Vec<PanelMemberId> = members.iter().map(|one| one.id).collect();
    let disclosed = store::disclosures(db, &ids).await?;
    let seat = |member: Member| {
        let user = facts.users.iter().find(|one| one.id == member.user_id)?;
        Some(Seat {
            user: user.clone(),
            holds: facts.seat(need.organization_id, user) == Some(member.seat),
            conflicts: known.of(&facts.judge(user), ctx),
            disclosed: disclosed
                .iter()
                .filter(|one| one.member_id == member.id)
                .cloned()
                .collect(),
            member,
        })
    };
    Ok(members.into_iter().filter_map(seat).collect())
}

/// What is known of people.
pub struct Facts {
    users: Vec<User>,
    memberships: Vec<organizations::Membership>,
    researchers: Vec<researchers::Researcher>,
}

impl Facts {
    /// Reads it.
    pub async fn read(db: &impl Connection, people: &[UserId]) -> Result<Self> {
        Ok(Self {
            users: accounts::store::find_many(db, people).await?,
            memberships: organizations::store::memberships_of_many(db, people).await?,
            researchers: researchers::store::of_users(db, people).await?,
        })
    }

    fn organizations(&self, of: &User, status: MembershipStatus) -> Vec<OrganizationId> {
        self.memberships
            .iter()
            .filter(|one| one.user_id == of.id && one.status == status)
            .map(|one| one.organization_id)
            .collect()
    }

    fn researcher(&self, of: &User) -> Option<&researchers::Researcher> {
        self.researchers.iter().find(|one| one.user_id == of.id)
    }

    /// As what somebody can sit in the panel of an owner's need; none when she cannot.
    pub fn seat(&self, owner: OrganizationId, user: &User) -> Option<PanelSeat> {
        if !user.is_open() {
            return None;
        }
        let member_of = self.organizations(user, MembershipStatus::Active);
        if member_of.contains(&owner) {
            return Some(PanelSeat::Owner);
        }
        if user.staff_role.is_some() {
            return Some(PanelSeat::Alliance);
        }
        let independent = self
            .researcher(user)
            .is_some_and(|one| one.evaluator && one.organization_id != Some(owner));
        independent.then_some(PanelSeat::Researcher)
    }

    fn judge(&self, user: &User) -> Judge {
        Judge {
            user: Some(user.id),
            name: user.name.clone(),
            member_of: self.organizations(user, MembershipStatus::Active),
            asks: self.organizations(user, MembershipStatus::Pending),
            left: Vec::new(),
            works_at: self.researcher(user).and_then(|one| one.organization_id),
            staff: user.staff_role.is_some(),
        }
    }

    /// The person with this id.
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.iter().find(|one| one.id == id)
    }
}

/// What is known of bidders and of earlier dealings.
pub struct Known {
    bidders: Vec<Bidder>,
    dealings: conflicts::Dealings,
    departures: Vec<(OrganizationId, UserId, chrono::DateTime<chrono::Utc>)>,
}

#[derive(Deserialize)]
struct Departed {
    user: UserId,
}

impl Known {
    async fn read(
        ctx: &Ctx,
        db: &impl Connection,
        need: NeedId,
        facts: &Facts,
        proposals: &[Proposal],
        bidders: &[(ProposalId, Organization)],
    ) -> Result<Self> {
        // Who proposes together with a bidder is a bidder as well.
        let partners = consortia::service::partners(db, proposals).await?;
        let bidders: Vec<_> = bidders.iter().cloned().chain(partners).collect();
        let bidder = |(id, of): &(ProposalId, Organization)| {
            let proposal = proposals.iter().find(|one| one.id == *id)?;
            Some(Bidder {
                proposal: *id,
                organization: of.id,
                name: of.legal_name.clone(),
                author: proposal.created_by,
            })
        };
        let theirs: Vec<OrganizationId> = bidders.iter().map(|(_, of)| of.id).collect();
        if theirs.is_empty() {
            return Ok(Self {
                bidders: Vec::new(),
                dealings: conflicts::Dealings::default(),
                departures: Vec::new(),
            });
        }
        let mut ours: Vec<_> = facts
            .memberships
            .iter()
            .map(|one| one.organization_id)
            .collect();
        ours.extend(
            facts
                .researchers
                .iter()
                .filter_map(|one| one.organization_id),
        );
        let left = store::departures(db, &theirs, ctx.now() - FORMER).await?;
        let read = |(of, detail, at): (OrganizationId, String, _)| {
            let who: Departed = serde_json::from_str(&detail).ok()?;
            Some((of, who.user, at))
        };
        Ok(Self {
            bidders: bidders.iter().filter_map(bidder).collect(),
            dealings: store::dealings(db, need, &ours, &theirs).await?,
            departures: left.into_iter().filter_map(read).collect(),
        })
    }

    /// The ties of one person.
    fn of(&self, judge: &Judge, ctx: &Ctx) -> Vec<Conflict> {
        let hers = self
            .departures
            .iter()
            .filter(|(_, who, _)| Some(*who) == judge.user);
        let judge = Judge {
            left: hers.map(|(of, _, at)| (*of, *at)).collect(),
            ..judge.clone()
        };
        conflicts::find(&judge, &self.bidders, &self.dealings, ctx.now())
    }
}

/// The ties of somebody who is not in the panel yet.
pub async fn ties_of(
    ctx: &Ctx,
    db: &impl Connection,
    need: &Need,
    facts: &Facts,
    user: &User,
) -> Result<Vec<Conflict>> {
    let proposals = opened(db, need).await?;
    let ids: Vec<_> = proposals.iter().map(|one| one.organization_id).collect();
    let organizations = organizations::store::find_many(db, &ids).await?;
    let named = |one: &Proposal| {
        let of = organizations
            .iter()
            .find(|of| of.id == one.organization_id)?;
        Some((one.id, of.clone()))
    };
    let bidders: Vec<_> = proposals.iter().filter_map(named).collect();
    let known = Known::read(ctx, db, need.id, facts, &proposals, &bidders).await?;
    Ok(known.of(&facts.judge(user), ctx))
}
