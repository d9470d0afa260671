//! Pure: how long an invitation is good, and how often its letter may go out.

use chrono::{DateTime, Duration, Utc};

use super::{Invitation, InvitationStatus};
use crate::error::{Error, Result};
use crate::text::say;

/// How long an invitation is good.
pub const LIFETIME: Duration = Duration::days(14);
/// How long one that has ended is remembered: it names somebody who may have no account.
pub const MEMORY: Duration = Duration::days(90);
/// Between two letters of one organisation to one address.
pub const PAUSE: Duration = Duration::minutes(10);
/// Invitations of one organisation that may wait at once.
pub const WAITING_MAX: u64 = 100;
/// Letters of one invitation.
const LETTERS_MAX: i32 = 5;

/// Refuses a letter to an address that got one a moment ago.
pub fn may_write(last: Option<&Invitation>, now: DateTime<Utc>) -> Result<()> {
    let Some(last) = last else {
        return Ok(());
    };
    let since = now.signed_duration_since(last.sent_at);
    if since < PAUSE {
        let wait = (PAUSE - since).to_std().unwrap_or_default();
        return Err(Error::rate_limited(wait));
    }
    Ok(())
}

/// Refuses to send again what is over, or was sent often.
pub fn may_resend(invitation: &Invitation, now: DateTime<Utc>) -> Result<()> {
    // As the table says: after one whose time is over another may have been made.
    if invitation.status != InvitationStatus::Waiting {
        return Err(ended());
    }
    if invitation.letters >= LETTERS_MAX {
        return Err(Error::conflict(say(
            "Lời mời này đã được gửi nhiều lần. Hãy liên hệ người được mời bằng cách khác.",
            "This invitation was sent several times. Reach the person in another way.",
        )));
    }
    may_write(Some(invitation), now)
}

/// It was answered or taken back.
pub fn ended() -> Error {
    Error::illegal_transition(say(
        "Lời mời này đã kết thúc. Nếu cần, hãy gửi lời mời mới.",
        "This invitation is over. Send another if it is needed.",
    ))
}

/// It was not answered in time.
pub fn expired() -> Error {
    Error::illegal_transition(say(
        "Lời mời này đã hết hạn. Hãy nhờ tổ chức gửi lại.",
        "This invitation has expired. Ask the organisation to send it again.",
    ))
}
