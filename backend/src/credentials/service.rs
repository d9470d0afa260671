//! The use cases: a new password, an authenticator app, recovery codes, passkeys.
//!
//! Each asks for a fresh proof of who it is ([`Ctx::confirmed`]) and is told to the person by email.

use super::entity::{passkey, password, recovery_code, totp as authenticator};
use super::jobs::{CredentialChange, CredentialChanged};
use super::rules::{self, Strength, Whose};
use super::{Passkey, passkeys, store, totp};
use crate::accounts::{self, User};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::ids::{PasskeyId, RecoveryCodeId, UserId, digest};
use crate::limits::{self, Limit};
use crate::organizations;
use crate::sessions::{self, ChallengeKind, challenges};
use crate::text::{clean_line, say};

/// Recovery codes made at once.
const RECOVERY_CODES: usize = 10;
/// Random bytes of a recovery code: 80 bits.
const RECOVERY_BYTES: usize = 10;
/// Most passkeys of a person.
const PASSKEYS_MAX: usize = 20;

/// What a person who begins with an authenticator app takes over.
pub struct BegunTotp {
    /// To be typed.
    pub secret: String,
    /// To be scanned.
    pub url: String,
}

/// What a page needs to make a passkey.
pub struct BegunPasskey {
    /// Names what was begun.
    pub challenge: String,
    /// For `navigator.credentials.create`, as JSON.
    pub options: String,
}

/// The names a password must not be built from.
pub async fn whose(ctx: &Ctx, user: &User) -> Result<Whose> {
    let db = &ctx.app.db;
    let memberships = organizations::store::memberships_of(db, user.id).await?;
    let ids: Vec<_> = memberships.iter().map(|m| m.organization_id).collect();
    let organizations = organizations::store::find_many(db, &ids).await?;
    Ok(Whose {
        name: user.name.clone(),
        email: user.email.clone(),
        organizations: organizations
            .iter()
            .map(|organization| organization.legal_name.both())
            .collect(),
    })
}

/// How good a password would be, for the meter; a signed-in person's own names are known.
pub async fn check(ctx: &Ctx, password: &str, whose: Whose) -> Result<Strength> {
    limits::spend(ctx, Limit::Help, &ctx.client.address).await?;
    let (mut whose, mut second_factor) = (whose, false);
    if let Some(id) = ctx.viewer.user() {
        second_factor = store::has_second_factor(&ctx.app.db, id).await?;
        if let Some(user) = accounts::store::find(&ctx.app.db, id).await? {
            whose = self::whose(ctx, &user).await?;
        }
    }
    Ok(rules::strength("password", password, &whose, second_factor))
}

/// Checks a new password and hashes it: before any transaction, for it takes long.
pub async fn prepare(
    ctx: &Ctx,
    field: &str,
    user: UserId,
    password: &str,
    whose: &Whose,
    second_factor: bool,
) -> Result<password::Model> {
    let strength = rules::strength(field, password, whose, second_factor);
    Error::problems(strength.problem.into_iter().collect())?;
    Ok(password::Model {
        user_id: user,
        hash: ctx.app.passwords.hash(password).await?,
        alone: rules::stands_alone(password),
        changed_at: ctx.now(),
    })
}

/// Sets a new password; every other session ends.
pub async fn change_password(ctx: &Ctx, password: &str) -> Result<()> {
    let person = ctx.confirmed()?;
    let user = own(ctx, person.id).await?;
    let whose = whose(ctx, &user).await?;
    let second_factor = store::has_second_factor(&ctx.app.db, user.id).await?;
    let row = prepare(ctx, "password", user.id, password, &whose, second_factor).await?;
    let txn = ctx.begin().await?;
    store::set_password(&txn, row).await?;
    sessions::service::end_others(ctx, &txn, user.id).await?;
    changed(ctx, &txn, user.id, CredentialChange::Password).await?;
    txn.commit().await
}

/// Begins with an authenticator app; it proves nothing until a code was right.
pub async fn begin_totp(ctx: &Ctx) -> Result<BegunTotp> {
    let person = ctx.confirmed()?;
    let user = own(ctx, person.id).await?;
    let fresh = totp::fresh(&ctx.app, user.id, &user.email)?;
    let txn = ctx.begin().await?;
    if store::find_enabled_totp(&txn, user.id).await?.is_some() {
        return Err(Error::conflict(say(
            "Bạn đã có ứng dụng xác thực. Hãy gỡ ứng dụng cũ trước.",
            "You have an authenticator app already. Remove it first.",
        )));
    }
    let row = authenticator::Model {
        user_id: user.id,
        secret: fresh.sealed,
        created_at: ctx.now(),
        enabled_at: None,
        last_step: None,
    };
    store::set_totp(&txn, row).await?;
    txn.commit().await?;
    Ok(BegunTotp {
        secret: fresh.base32,
        url: fresh.url,
    })
}

/// An address as a picture that a phone reads.
pub fn qr_svg(text: &str) -> Result<String> {
    let code = qrcode::QrCode::new(text).map_err(|e| Error::internal(e.to_string()))?;
    Ok(code
        .render::<qrcode::render::svg::Color<'_>>()
        .min_dimensions(200, 200)
        .build())
}

/// Enables an authenticator app with its first code. Gives recovery codes when there are none yet.
pub async fn enable_totp(ctx: &Ctx, code: &str) -> Result<Vec<String>> {
    let person = ctx.confirmed()?;
    let begun = store::find_totp(&ctx.app.db, person.id).await?;
    let begun = begun
        .filter(|row| row.enabled_at.is_none())
        .ok_or_else(|| {
            Error::illegal_transition(say(
                "Hãy bắt đầu thêm ứng dụng xác thực trước.",
                "Begin with an authenticator app first.",
            ))
        })?;
    let account = person.id.to_string();
    let charge = limits::charge(ctx, &[(Limit::SignInDevice, &account)]).await?;
    let step = totp::check(&ctx.app, &begun, code, ctx.now())?.ok_or_else(wrong_code)?;
    let txn = ctx.begin().await?;
    limits::refund(&txn, charge).await?;
    if !store::take_step(&txn, person.id, step, ctx.now()).await? {
        return Err(wrong_code());
    }
    let codes = match store::count_recovery_codes(&txn, person.id).await? {
        0 => fresh_codes(ctx, &txn, person.id).await?,
        _ => Vec::new(),
    };
    sessions::service::strengthen(ctx, &txn).await?;
    changed(ctx, &txn, person.id, CredentialChange::TotpAdded).await?;
    txn.commit().await?;
    Ok(codes)
}

/// Removes the authenticator app.
pub async fn remove_totp(ctx: &Ctx) -> Result<()> {
    let person = ctx.confirmed()?;
    let txn = ctx.begin().await?;
    if store::find_enabled_totp(&txn, person.id).await?.is_none() {
        return Err(Error::not_found());
    }
    store::delete_totp(&txn, person.id).await?;
    still_safe(ctx, &txn, person.id).await?;
    changed(ctx, &txn, person.id, CredentialChange::TotpRemoved).await?;
    txn.commit().await
}

/// Fresh recovery codes; the earlier ones are worth nothing any more.
pub async fn renew_recovery_codes(ctx: &Ctx) -> Result<Vec<String>> {
    let person = ctx.confirmed()?;
    let txn = ctx.begin().await?;
    if !store::has_second_factor(&txn, person.id).await? {
        return Err(Error::illegal_transition(say(
            "Mã khôi phục đi cùng bước xác thực thứ hai. Hãy thêm ứng dụng xác thực hoặc khóa truy cập trước.",
            "Recovery codes belong to a second factor. Add an authenticator app or a passkey first.",
        )));
    }
    let codes = fresh_codes(ctx, &txn, person.id).await?;
    changed(ctx, &txn, person.id, CredentialChange::RecoveryCodes).await?;
    txn.commit().await?;
    Ok(codes)
}

/// Begins to make a passkey.
pub async fn begin_passkey(ctx: &Ctx) -> Result<BegunPasskey> {
    let person = ctx.confirmed()?;
    let user = own(ctx, person.id).await?;
    let there = store::passkeys_of(&ctx.app.db, user.id).await?;
    if there.len() >= PASSKEYS_MAX {
        return Err(Error::conflict(say(
            format!(
                "Mỗi người có tối đa {PASSKEYS_MAX} khóa truy cập. Hãy xóa khóa không dùng nữa."
            ),
            format!("A person has at most {PASSKEYS_MAX} passkeys. Remove one that is not used."),
        )));
    }
    let begun = ctx
        .app
        .passkeys
        .begin_registration(user.id.0, &user.email, &user.name, &there)?;
    let txn = ctx.begin().await?;
    let kind = ChallengeKind::PasskeyRegistration;
    let challenge = challenges::make(ctx, &txn, kind, Some(user.id), &begun.state).await?;
    txn.commit().await?;
    Ok(BegunPasskey {
        challenge,
        options: begun.options,
    })
}

/// Adds the passkey that was made. Gives recovery codes when there are none yet.
pub async fn add_passkey(
    ctx: &Ctx,
    challenge: &str,
    answer: &str,
    name: &str,
) -> Result<(Passkey, Vec<String>)> {
    let person = ctx.confirmed()?;
    let name = label("name", name)?;
    let kind = ChallengeKind::PasskeyRegistration;
    let begun = challenges::attempt(ctx, kind, challenge).await?;
    if begun.user_id != Some(person.id) {
        return Err(passkeys::wrong_passkey());
    }
    let (credential_id, credential) = ctx.app.passkeys.finish_registration(&begun.state, answer)?;
    let row = passkey::Model {
        id: PasskeyId(ctx.app.ids.next()),
        user_id: person.id,
        credential_id,
        name,
        credential,
        created_at: ctx.now(),
        last_used_at: None,
    };
    let txn = ctx.begin().await?;
    challenges::finish(&txn, begun.id).await?;
    store::insert_passkey(&txn, row.clone()).await?;
    let codes = match store::count_recovery_codes(&txn, person.id).await? {
        0 => fresh_codes(ctx, &txn, person.id).await?,
        _ => Vec::new(),
    };
    sessions::service::strengthen(ctx, &txn).await?;
    changed(ctx, &txn, person.id, CredentialChange::PasskeyAdded).await?;
    txn.commit().await?;
    Ok((row, codes))
}

/// Gives a passkey another name.
pub async fn rename_passkey(ctx: &Ctx, id: PasskeyId, name: &str) -> Result<()> {
    let person = ctx.confirmed()?;
    let name = label("name", name)?;
    let txn = ctx.begin().await?;
    if !store::rename_passkey(&txn, person.id, id, &name).await? {
        return Err(Error::not_found());
    }
    txn.commit().await
}

/// Removes a passkey.
pub async fn remove_passkey(ctx: &Ctx, id: PasskeyId) -> Result<()> {
    let person = ctx.confirmed()?;
    let txn = ctx.begin().await?;
    if !store::delete_passkey(&txn, person.id, id).await? {
        return Err(Error::not_found());
    }
    still_safe(ctx, &txn, person.id).await?;
    changed(ctx, &txn, person.id, CredentialChange::PasskeyRemoved).await?;
    txn.commit().await
}

/// What a code or recovery code proves for a person: used up when it is right.
pub async fn take_code(ctx: &Ctx, txn: &Txn, user: UserId, code: &str) -> Result<bool> {
    if let Some(row) = store::find_enabled_totp(txn, user).await?
        && let Some(step) = totp::check(&ctx.app, &row, code, ctx.now())?
    {
        let enabled = row.enabled_at.unwrap_or_else(|| ctx.now());
        return store::take_step(txn, user, step, enabled).await;
    }
    let hash = code_hash(user, code);
    let taken = store::take_recovery_code(txn, user, &hash, ctx.now()).await?;
    if taken {
        changed(ctx, txn, user, CredentialChange::RecoveryCodeUsed).await?;
    }
    Ok(taken)
}

/// The one answer for codes that are wrong, old or used.
pub fn wrong_code() -> Error {
    Error::field(
        "code",
        ErrorCode::CodeInvalid,
        say(
            "Mã không đúng, đã hết hạn hoặc đã dùng. Hãy nhập mã mới nhất.",
            "This code is wrong, has expired or was used. Enter the newest one.",
        ),
    )
}

/// A name that a person gives to one of her things.
pub fn label(field: &str, text: &str) -> Result<String> {
    let clean = clean_line(Some(text.to_owned()));
    let problem = |code, vi: String, en: String| {
        Error::problems(vec![Problem {
            field: field.to_owned(),
            code,
            message: say(vi, en),
        }])
    };
    match clean {
        None => {
            problem(
                ErrorCode::Required,
                "Hãy đặt tên để nhận ra sau này.".into(),
                "Give it a name by which you will know it.".into(),
            )?;
        }
        Some(name) if name.chars().count() > rules::LABEL_MAX => {
            let most = rules::LABEL_MAX;
            problem(
                ErrorCode::TooLong,
                format!("Tên dài tối đa {most} ký tự."),
                format!("A name has at most {most} characters."),
            )?;
        }
        Some(name) => return Ok(name),
    }
    Err(Error::internal("a label that is neither good nor bad"))
}

async fn own(ctx: &Ctx, id: UserId) -> Result<User> {
    accounts::store::find(&ctx.app.db, id)
        .await?
        .ok_or_else(Error::not_found)
}

async fn changed(ctx: &Ctx, txn: &Txn, user: UserId, change: CredentialChange) -> Result<()> {
    audit::record(ctx, txn, change.action(), Subject::user(user), &()).await?;
    let job = CredentialChanged {
        user_id: user,
        change,
        at: ctx.now(),
    };
    ctx.enqueue(txn, &job).await
}

/// After a factor was removed: what is left must do for what the person is.
async fn still_safe(ctx: &Ctx, txn: &Txn, user: UserId) -> Result<()> {
    if store::has_second_factor(txn, user).await? {
        return Ok(());
    }
    if sessions::store::needs_second_factor(txn, user).await? {
        return Err(Error::conflict(say(
            "Vai trò của bạn, hoặc tổ chức của bạn, yêu cầu bước xác thực thứ hai. Hãy thêm cách khác trước khi gỡ cách này.",
            "Your role, or your organisation, asks for a second factor. Add another before you remove this one.",
        )));
    }
    let password = store::find_password(txn, user).await?;
    if password.is_none_or(|password| !password.alone) {
        return Err(Error::conflict(say(
            format!(
                "Không còn bước thứ hai, mật khẩu cần ít nhất {} ký tự. Hãy đổi mật khẩu trước.",
                rules::MIN_ALONE
            ),
            format!(
                "Without a second factor a password needs at least {} characters. Change it first.",
                rules::MIN_ALONE
            ),
        )));
    }
    // Codes for a factor that is no longer there.
    store::set_recovery_codes(txn, user, Vec::new()).await?;
    sessions::service::weaken(ctx, txn, user).await
}

async fn fresh_codes(ctx: &Ctx, txn: &Txn, user: UserId) -> Result<Vec<String>> {
    let codes: Vec<String> = (0..RECOVERY_CODES)
        .map(|_| {
            let bytes = ctx.app.ids.bytes::<RECOVERY_BYTES>();
            let text = data_encoding::BASE32_NOPAD.encode(&bytes).to_lowercase();
            format!(
                "{}-{}-{}-{}",
                &text[..4],
                &text[4..8],
                &text[8..12],
                &text[12..]
            )
        })
        .collect();
    let rows = codes
        .iter()
        .map(|code| recovery_code::Model {
            id: RecoveryCodeId(ctx.app.ids.next()),
            user_id: user,
            code_hash: code_hash(user, code),
            created_at: ctx.now(),
            used_at: None,
        })
        .collect();
    store::set_recovery_codes(txn, user, rows).await?;
    Ok(codes)
}

/// Dashes, spaces and capitals do not count.
fn code_hash(user: UserId, code: &str) -> String {
    let bare: String = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(32)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    digest(&format!("{user} {bare}"))
}
