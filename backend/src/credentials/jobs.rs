//! What a person is told when something changes by which she proves who she is.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::accounts;
use crate::app::Ctx;
use crate::clock::moment;
use crate::ids::UserId;
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::text::{Sentence, say};

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CredentialChange {
    /// A new password.
    Password,
    /// An authenticator app.
    TotpAdded,
    /// No authenticator app any more.
    TotpRemoved,
    /// Fresh recovery codes.
    RecoveryCodes,
    /// One recovery code fewer.
    RecoveryCodeUsed,
    /// A passkey more.
    PasskeyAdded,
    /// A passkey fewer.
    PasskeyRemoved,
    /// A token for programs.
    AccessTokenCreated,
}

impl CredentialChange {
    /// As the audit calls it.
    pub fn action(self) -> &'static str {
        match self {
            Self::Password => "credential.password_changed",
            Self::TotpAdded => "credential.totp_added",
            Self::TotpRemoved => "credential.totp_removed",
            Self::RecoveryCodes => "credential.recovery_codes_renewed",
            Self::RecoveryCodeUsed => "credential.recovery_code_used",
            Self::PasskeyAdded => "credential.passkey_added",
            Self::PasskeyRemoved => "credential.passkey_removed",
            Self::AccessTokenCreated => "access_token.created",
        }
    }

    fn sentence(self) -> Sentence {
        match self {
            Self::Password => say("Mật khẩu đã được đổi", "The password was changed"),
            Self::TotpAdded => say(
                "Đã thêm ứng dụng xác thực",
                "An authenticator app was added",
            ),
            Self::TotpRemoved => say(
                "Đã gỡ ứng dụng xác thực",
                "The authenticator app was removed",
            ),
            Self::RecoveryCodes => {
                say("Đã tạo bộ mã khôi phục mới", "New recovery codes were made")
            }
            Self::RecoveryCodeUsed => {
                say("Một mã khôi phục đã được dùng", "A recovery code was used")
            }
            Self::PasskeyAdded => say("Đã thêm khóa truy cập", "A passkey was added"),
            Self::PasskeyRemoved => say("Đã xóa khóa truy cập", "A passkey was removed"),
            Self::AccessTokenCreated => say(
                "Đã tạo mã truy cập cho chương trình",
                "An access token for programs was made",
            ),
        }
    }
}

/// Something changed by which a person proves who she is: tell her, it may not have been her.
#[derive(Debug, Serialize, Deserialize)]
pub struct CredentialChanged {
    /// Whose.
    pub user_id: UserId,
    /// What.
    pub change: CredentialChange,
    /// When.
    pub at: DateTime<Utc>,
}

impl Job for CredentialChanged {
    const KIND: &'static str = "credential.changed";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some(user) = accounts::store::find(&ctx.app.db, self.user_id).await? else {
            return Ok(());
        };
        let about = format!("{:?} {}", self.change, self.at.timestamp_micros());
        let letter = Letter::new("credential_changed", about)
            .sentence("change", self.change.sentence())
            .plain("date", &moment(Some(self.at)))
            .link(ctx, "/tai-khoan");
        let txn = ctx.begin().await?;
        mail::post(ctx, &txn, &user, letter).await?;
        Ok(txn.commit().await?)
    }
}
