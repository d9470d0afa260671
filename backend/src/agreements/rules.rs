//! Pure: which step may follow which state. A side acts only when it is its turn; what both accepted
//! changes no more while it is signed; what ended stays ended.

use super::{Agreement, AgreementStatus, Negotiation, Side};
use crate::error::{Error, ErrorCode, Result};
use crate::text::{Sentence, say};

/// What decides which steps there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Where it stands.
    pub status: AgreementStatus,
    /// What happens to its text.
    pub negotiation: Negotiation,
    /// Who may edit.
    pub turn: Option<Side>,
    /// Who accepts the current version.
    pub accepted: Both,
    /// Who has signed it.
    pub signed: Both,
}

/// Something that each side has done or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Both {
    /// The owner has.
    pub owner: bool,
    /// The partner has.
    pub partner: bool,
}

impl Both {
    /// Only this side has.
    pub fn only(side: Side) -> Self {
        Self::default().with(side)
    }

    /// This side has, too.
    #[must_use]
    pub fn with(mut self, side: Side) -> Self {
        match side {
            Side::Owner => self.owner = true,
            Side::Partner => self.partner = true,
        }
        self
    }

    /// True when this side has.
    pub fn has(self, side: Side) -> bool {
        match side {
            Side::Owner => self.owner,
            Side::Partner => self.partner,
        }
    }

    /// True when both have.
    pub fn all(self) -> bool {
        self.owner && self.partner
    }
}

impl State {
    /// A new agreement: whoever begins it holds the first turn.
    pub fn begun(by: Side) -> Self {
        Self {
            status: AgreementStatus::Drafting,
            negotiation: Negotiation::Editing,
            turn: Some(by),
            accepted: Both::default(),
            signed: Both::default(),
        }
    }

    /// As it stands in the table.
    pub fn of(row: &Agreement) -> Self {
        Self {
            status: row.status,
            negotiation: row.negotiation,
            turn: row.turn,
            accepted: Both {
                owner: row.owner_accepted,
                partner: row.partner_accepted,
            },
            signed: Both {
                owner: row.owner_signed,
                partner: row.partner_signed,
            },
        }
    }

    /// Writes it back.
    pub fn put(self, row: &mut Agreement) {
        (row.status, row.negotiation, row.turn) = (self.status, self.negotiation, self.turn);
        (row.owner_accepted, row.partner_accepted) = (self.accepted.owner, self.accepted.partner);
        (row.owner_signed, row.partner_signed) = (self.signed.owner, self.signed.partner);
    }
}

/// A step in an agreement's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Change the text.
    Edit,
    /// Put it before the other side, which gets the turn.
    Propose,
    /// Accept what the other side proposed: it is ready to be signed.
    Accept,
    /// Open the text again before both have signed.
    Reopen,
    /// Give it up before it was ever signed.
    Cancel,
    /// Sign.
    Sign,
    /// Begin to change what is in force.
    Amend,
    /// Leave what is in force as it is.
    Drop,
    /// Say, confirm or record something about how it is kept.
    Follow,
    /// It is done.
    Complete,
    /// End it before it is done.
    Terminate,
    /// Its last day has passed.
    Expire,
    /// Go on at the national procurement system.
    HandOver,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 13] = [
        Self::Edit,
        Self::Propose,
        Self::Accept,
        Self::Reopen,
        Self::Cancel,
        Self::Sign,
        Self::Amend,
        Self::Drop,
        Self::Follow,
        Self::Complete,
        Self::Terminate,
        Self::Expire,
        Self::HandOver,
    ];
}

/// The state after a step of a side, or why it cannot be taken. Nothing else sets the state.
pub fn next(state: State, by: Side, step: Step) -> Result<State> {
    use AgreementStatus as S;
    use Negotiation as N;
    let unsigned = matches!(state.status, S::Drafting | S::PendingSignature);
    let refused = || Err(Error::illegal_transition(refusal(step)));
    let rewritten = State {
        negotiation: N::Editing,
        turn: Some(by),
        accepted: Both::default(),
        signed: Both::default(),
        status: if unsigned { S::Drafting } else { state.status },
    };
    match (step, state.negotiation) {
        (Step::Edit | Step::Propose | Step::Accept, N::Editing) if state.turn != Some(by) => {
            Err(out_of_turn())
        }
        (Step::Edit, N::Editing) => Ok(state),
        (Step::Propose, N::Editing) => Ok(State {
            turn: Some(by.other()),
            accepted: Both::only(by),
            ..state
        }),
        (Step::Accept, N::Editing) if state.accepted.has(by.other()) => Ok(State {
            status: if unsigned {
                S::PendingSignature
            } else {
                state.status
            },
            negotiation: N::Signing,
            turn: None,
            accepted: state.accepted.with(by),
            ..state
        }),
        (Step::Sign, N::Signing) if !state.signed.has(by) => {
            let signed = state.signed.with(by);
            Ok(if signed.all() {
                State {
                    status: S::Active,
                    negotiation: N::Settled,
                    signed,
                    ..state
                }
            } else {
                State { signed, ..state }
            })
        }
        (Step::Reopen, N::Signing) => Ok(rewritten),
        (Step::Cancel, N::Editing | N::Signing) if unsigned => Ok(ended(state, S::Cancelled)),
        (Step::Amend, N::Settled) if state.status == S::Active => Ok(rewritten),
        (Step::Drop, N::Editing | N::Signing) if state.status == S::Active => {
            Ok(ended(state, S::Active))
        }
        (Step::Follow, _) if state.status == S::Active => Ok(state),
        (Step::Complete, N::Settled) if state.status == S::Active && by == Side::Owner => {
            Ok(ended(state, S::Completed))
        }
        (Step::Terminate, _) if state.status == S::Active => Ok(ended(state, S::Terminated)),
        (Step::Expire, _) if state.status == S::Active => Ok(ended(state, S::Expired)),
        (Step::HandOver, _)
            if by == Side::Owner && matches!(state.status, S::Active | S::Completed) =>
        {
            Ok(state)
        }
        _ => refused(),
    }
}

fn ended(state: State, status: AgreementStatus) -> State {
    State {
        status,
        negotiation: Negotiation::Settled,
        turn: None,
        ..state
    }
}

fn out_of_turn() -> Error {
    Error::illegal_transition(say(
        "Đang đến lượt bên kia xem và sửa. Bạn sẽ nhận được thư khi đến lượt mình.",
        "It is the other side's turn to read and edit. You get a letter when it is yours.",
    ))
}

fn refusal(step: Step) -> Sentence {
    match step {
        Step::Edit | Step::Propose => say(
            "Bản này không còn được soạn thảo. Nếu cần sửa, hãy mở lại trước khi cả hai bên ký, hoặc lập bản sửa đổi sau khi ký.",
            "This text is not being drafted any more. To change it, open it again before both have signed, or amend it afterwards.",
        ),
        Step::Accept => say(
            "Chưa có bản nào của bên kia để đồng ý. Hãy gửi bản của bạn trước.",
            "The other side has not proposed anything to accept yet. Propose yours first.",
        ),
        Step::Sign => say(
            "Lúc này không ký được: hai bên chưa thống nhất một bản, hoặc bên bạn đã ký.",
            "It cannot be signed now: both sides have not accepted one version, or yours has signed already.",
        ),
        Step::Reopen => say(
            "Chỉ mở lại được bản đang chờ ký, trước khi cả hai bên đã ký.",
            "Only a text that waits for signatures can be opened again, before both have signed.",
        ),
        Step::Cancel => say(
            "Chỉ hủy được thỏa thuận chưa từng được hai bên ký. Thỏa thuận đã có hiệu lực thì chấm dứt.",
            "Only an agreement that was never signed by both can be cancelled. One in force is terminated.",
        ),
        Step::Amend => say(
            "Chỉ sửa đổi được thỏa thuận đang có hiệu lực và chưa có bản sửa đổi nào đang bàn.",
            "Only an agreement in force, without an amendment under way, can be amended.",
        ),
        Step::Drop => say(
            "Không có bản sửa đổi nào đang bàn.",
            "There is no amendment under way.",
        ),
        Step::Follow => say(
            "Chỉ theo dõi được thỏa thuận đang có hiệu lực.",
            "Only an agreement in force is followed.",
        ),
        Step::Complete => say(
            "Chỉ bên có nhu cầu ghi nhận hoàn thành, khi thỏa thuận đang có hiệu lực và không có bản sửa đổi nào đang bàn.",
            "The side with the need records completion, while the agreement is in force and no amendment is under way.",
        ),
        Step::Terminate | Step::Expire => say(
            "Chỉ chấm dứt được thỏa thuận đang có hiệu lực.",
            "Only an agreement in force can be terminated.",
        ),
        Step::HandOver => say(
            "Chỉ bên có nhu cầu chuyển tiếp sang hệ thống mạng đấu thầu quốc gia, khi thỏa thuận đang có hiệu lực hoặc đã hoàn thành.",
            "The side with the need hands over to the national procurement system, while the agreement is in force or completed.",
        ),
    }
}

/// Another version than the one that was read is current now.
pub fn other_version() -> Error {
    Error::field(
        "hash",
        ErrorCode::StaleVersion,
        say(
            "Bản bạn đang xem không còn là bản hiện hành. Hãy tải lại, đọc bản mới rồi thực hiện lại.",
            "What you read is not the current version any more. Load again, read the new one, then do it again.",
        ),
    )
}

/// What lies in the table is not what its hash says.
pub fn altered() -> Error {
    Error::new(
        ErrorCode::Conflict,
        say(
            "Nội dung bản này không khớp với mã băm đã ghi: có thể đã bị thay đổi ngoài hệ thống. Không thể tiếp tục; hãy báo cho Liên minh.",
            "This version's text does not match its recorded hash: it may have been altered outside the system. Nothing goes on; tell the alliance.",
        ),
    )
}

/// Somebody belongs to the side but may not sign for it now.
pub fn no_authority() -> Error {
    Error::new(
        ErrorCode::Forbidden,
        say(
            "Chỉ chủ sở hữu hiện tại của tổ chức được ký thay mặt tổ chức. Quyền của bạn không có hoặc đã kết thúc.",
            "Only a present owner of the organisation signs for it. You do not have that authority, or it has ended.",
        ),
    )
}

/// Somebody belongs to both sides.
pub fn both_sides() -> Error {
    Error::new(
        ErrorCode::Forbidden,
        say(
            "Bạn thuộc cả hai bên của thỏa thuận này, nên không hành động cho bên nào. Hãy để một người khác làm.",
            "You belong to both sides of this agreement, so you act for neither. Somebody else has to.",
        ),
    )
}

/// Reminders before a milestone is due, in days.
pub const REMINDERS: [i64; 2] = [14, 3];
/// Days of silence after which both sides are asked how it goes.
pub const SILENCE: i64 = 90;
/// Days before its last day on which both sides are reminded of it.
pub const ENDING: i64 = 30;

#[cfg(test)]
mod tests;
