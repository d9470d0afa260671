//! A process as plain values: what everybody may know of a need, and of what followed it.

use chrono::{DateTime, Utc};

use super::contracts::Contract;
use crate::domains::Domain;
use crate::evaluations::Criterion;
use crate::ids::ProposalId;
use crate::needs::{Need, NeedStatus};
use crate::organizations::Organization;
use crate::places::Place;
use crate::proposals::ProposalStatus;

/// A moment.
pub type Moment = DateTime<Utc>;

/// One need with everything public about it.
#[derive(Clone, Debug)]
pub struct Process {
    /// The need; published, not hidden.
    pub need: Need,
    /// Whose it is.
    pub owner: Organization,
    /// Where.
    pub place: Option<Place>,
    /// Units that the place was formed from.
    pub former: Vec<Place>,
    /// What it is about.
    pub domains: Vec<Domain>,
    /// By what proposals are judged.
    pub criteria: Vec<Criterion>,
    /// When it closed.
    pub closed_at: Option<Moment>,
    /// When its proposals were opened.
    pub opened_at: Option<Moment>,
    /// What was opened; nothing before.
    pub bids: Vec<Bid>,
    /// Agreements that are public.
    pub contracts: Vec<Contract>,
}

/// An opened proposal: who, when, and what became of it; nothing of what it says.
#[derive(Clone, Debug)]
pub struct Bid {
    /// Which.
    pub id: ProposalId,
    /// Whose.
    pub bidder: Organization,
    /// When it was handed in.
    pub submitted_at: Option<Moment>,
    /// What became of it.
    pub status: ProposalStatus,
    /// When that was decided.
    pub decided_at: Option<Moment>,
}

impl Process {
    /// When it became public.
    pub fn published_at(&self) -> Moment {
        self.need.published_at.unwrap_or(self.need.listed_at)
    }

    /// When it ended without a choice.
    pub fn ended_at(&self) -> Option<Moment> {
        use NeedStatus as S;
        let ended = matches!(
            self.need.status,
            S::Cancelled | S::Withdrawn | S::Unsuccessful
        );
        ended.then_some(self.need.updated_at)
    }

    /// What was selected, with when.
    pub fn selected(&self) -> impl Iterator<Item = (&Bid, Moment)> {
        self.bids
            .iter()
            .filter(|bid| bid.status == ProposalStatus::Selected)
            .filter_map(|bid| Some((bid, bid.decided_at?)))
    }

    /// When all was decided, one way or the other: from then on it is told who bid what.
    pub fn decided_at(&self) -> Option<Moment> {
        let selected = self.selected().map(|(_, at)| at).min();
        selected
            .or_else(|| self.ended_at())
            .filter(|_| !self.need.bidders_masked)
    }
}
