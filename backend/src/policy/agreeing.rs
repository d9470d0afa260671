//! Who sees agreements, reads them, acts for a side and signs.

use super::{Decision, Viewer, show, step};
use crate::agreements::{Agreement, Publication};

/// What somebody wants to do with an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreeing {
    /// Know of it: sides, kind, days, need, milestones.
    View,
    /// Read its text and figures.
    Read,
    /// Act for a side.
    Write,
    /// Bind a side: sign, end it.
    Bind,
}

/// An agreement is its two sides'. Everybody knows of a signed one, and reads it, as far as both let them;
/// the alliance's people are everybody.
pub(super) fn decide_agreement(viewer: &Viewer, what: Agreeing, agreement: &Agreement) -> Decision {
    let sides = [agreement.owner_id, agreement.partner_id];
    let party = sides.iter().any(|id| viewer.belongs_to(*id));
    let published = agreement.publication();
    let sees = party || published >= Publication::Summary;
    match what {
        Agreeing::View => show(sees),
        Agreeing::Read => show(party || published == Publication::Whole),
        Agreeing::Write => step(sees, sides.iter().any(|id| viewer.writes_for(*id)), viewer),
        Agreeing::Bind => step(sees, sides.iter().any(|id| viewer.owns(*id)), viewer),
    }
}
