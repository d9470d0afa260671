//! The ways in: a password, the second factor, a passkey, and the fresh proof that is asked of somebody
//! who is in already.

use super::service::{Session, open, viewer_of_session};
use super::{ChallengeKind, SignInMethod, challenges, store};
use crate::accounts::{self, User};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::credentials;
use crate::credentials::passkeys::wrong_passkey;
use crate::credentials::rules::MAX_BYTES;
use crate::credentials::service::wrong_code;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{UserId, digest};
use crate::limits::{self, Charge, Limit};
use crate::policy::Viewer;
use crate::text::say;

/// A second factor that is asked for.
#[derive(Debug)]
pub struct SecondFactor {
    /// Names the challenge.
    pub challenge: String,
    /// An authenticator app or a recovery code will do.
    pub code: bool,
    /// For `navigator.credentials.get`, as JSON, when a passkey will do.
    pub passkey: Option<String>,
}

/// What a right first factor leads to.
#[derive(Debug)]
pub enum SignedIn {
    /// In.
    Session(Session),
    /// To be answered first.
    Challenge(SecondFactor),
}

/// How a challenge is answered.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Of an authenticator app, or a recovery code.
    Code(String),
    /// What `navigator.credentials.get` gave, as JSON.
    Passkey(String),
}

/// What is remembered of a sign-in that waits for its second factor.
#[derive(serde::Serialize, serde::Deserialize)]
struct Waiting {
    method: SignInMethod,
    /// The passkey ceremony's state.
    passkey: Option<String>,
    /// Its options, for a page that comes to the challenge later.
    options: Option<String>,
}

/// Opens a session when address and password belong together, or asks for the second factor.
///
/// A wrong guess is counted for the account, known or not, and for the network address; a browser on
/// which the person has signed in before has a count of its own, so that nobody is locked out by
/// others' guesses. What it does is the same for accounts that exist and that do not.
pub async fn sign_in(ctx: &Ctx, email: &str, password: &str) -> Result<SignedIn> {
    let refused = || {
        Error::new(
            ErrorCode::InvalidCredentials,
            say(
                "Email hoặc mật khẩu không đúng. Hãy kiểm tra lại.",
                "This email and password do not belong together. Check both.",
            ),
        )
    };
    if password.len() > MAX_BYTES || email.len() > accounts::rules::EMAIL_MAX {
        return Err(refused());
    }
    let address = email.trim().to_lowercase();
    let user = accounts::store::find_by_email(&ctx.app.db, &address).await?;
    let user = user.filter(User::is_open);
    let charge = charge_guess(ctx, &address, user.as_ref().map(|user| user.id)).await?;
    let stored = match &user {
        Some(user) => credentials::store::find_password(&ctx.app.db, user.id).await?,
        None => None,
    };
    let hash = stored.as_ref().map(|password| password.hash.as_str());
    let right = ctx.app.passwords.verify(password, hash).await?;
    let txn = ctx.begin().await?;
    let Some(user) = user.filter(|_| right) else {
        // Of an unknown account there is a record as well: one more row, as long a time.
        let known = accounts::store::find_by_email(&txn, &address).await?;
        let subject = match known {
            Some(user) => Subject::user(user.id),
            None => Subject::nobody(),
        };
        audit::record(
            ctx,
            &txn,
            "session.refused",
            subject,
            &SignInMethod::Password,
        )
        .await?;
        txn.commit().await?;
        return Err(refused());
    };
    limits::refund(&txn, charge).await?;
    go_on(ctx, txn, user, SignInMethod::Password).await
}

/// After a right first factor: a session, or the second factor.
pub async fn go_on(ctx: &Ctx, txn: Txn, user: User, method: SignInMethod) -> Result<SignedIn> {
    let passkeys = credentials::store::passkeys_of(&txn, user.id).await?;
    let code = credentials::store::find_enabled_totp(&txn, user.id)
        .await?
        .is_some();
    if !code && passkeys.is_empty() {
        let session = open(ctx, txn, user, method, false).await?;
        return Ok(SignedIn::Session(session));
    }
    let begun = if passkeys.is_empty() || !ctx.app.passkeys.available() {
        None
    } else {
        Some(ctx.app.passkeys.begin_authentication(&passkeys)?)
    };
    let waiting = Waiting {
        method,
        passkey: begun.as_ref().map(|begun| begun.state.clone()),
        options: begun.as_ref().map(|begun| begun.options.clone()),
    };
    let state = serde_json::to_string(&waiting).map_err(|e| Error::internal(e.to_string()))?;
    let kind = ChallengeKind::SignIn;
    let challenge = challenges::make(ctx, &txn, kind, Some(user.id), &state).await?;
    txn.commit().await?;
    Ok(SignedIn::Challenge(SecondFactor {
        challenge,
        code: true,
        passkey: begun.map(|begun| begun.options),
    }))
}

/// What a sign-in waits for; looking counts as no answer.
pub async fn look(ctx: &Ctx, challenge: &str) -> Result<SecondFactor> {
    let asked = challenges::look(ctx, ChallengeKind::SignIn, challenge).await?;
    let waiting: Waiting =
        serde_json::from_str(&asked.state).map_err(|e| Error::internal(e.to_string()))?;
    Ok(SecondFactor {
        challenge: challenge.to_owned(),
        code: true,
        passkey: waiting.options,
    })
}

/// Answers the second factor of a sign-in.
pub async fn answer(ctx: &Ctx, challenge: &str, answer: Answer) -> Result<Session> {
    let asked = challenges::attempt(ctx, ChallengeKind::SignIn, challenge).await?;
    let user = match asked.user_id {
        Some(id) => accounts::store::find(&ctx.app.db, id).await?,
        None => None,
    };
    let user = user.filter(User::is_open).ok_or_else(wrong_code)?;
    let waiting: Waiting =
        serde_json::from_str(&asked.state).map_err(|e| Error::internal(e.to_string()))?;
    let charge = charge_guess(ctx, &user.email_normalized, Some(user.id)).await?;
    let txn = ctx.begin().await?;
    let state = waiting.passkey.as_deref();
    if let Err(error) = prove(ctx, &txn, user.id, state, &answer).await {
        drop(txn);
        return Err(refuse(ctx, user.id, error).await?);
    }
    challenges::finish(&txn, asked.id).await?;
    limits::refund(&txn, charge).await?;
    open(ctx, txn, user, waiting.method, true).await
}

/// Asks for a passkey of whomever: the challenge and the options for the page.
pub async fn begin_passkey(ctx: &Ctx) -> Result<SecondFactor> {
    limits::spend(ctx, Limit::Help, &ctx.client.address).await?;
    let begun = ctx.app.passkeys.begin_discovery()?;
    let txn = ctx.begin().await?;
    let kind = ChallengeKind::PasskeySignIn;
    let challenge = challenges::make(ctx, &txn, kind, None, &begun.state).await?;
    txn.commit().await?;
    Ok(SecondFactor {
        challenge,
        code: false,
        passkey: Some(begun.options),
    })
}

/// Signs in with a passkey: it is both factors at once.
pub async fn sign_in_with_passkey(ctx: &Ctx, challenge: &str, passkey: &str) -> Result<Session> {
    let asked = challenges::attempt(ctx, ChallengeKind::PasskeySignIn, challenge).await?;
    let (user, credential) = ctx.app.passkeys.claimed(passkey)?;
    let db = &ctx.app.db;
    let user = accounts::store::find(db, UserId(user)).await?;
    let user = user.filter(User::is_open).ok_or_else(wrong_passkey)?;
    let kept = credentials::store::find_passkey(db, user.id, &credential).await?;
    let kept = kept.ok_or_else(wrong_passkey)?;
    let used = match ctx
        .app
        .passkeys
        .finish_discovery(&asked.state, passkey, &kept)
    {
        Ok(used) => used,
        Err(error) => return Err(refuse(ctx, user.id, error).await?),
    };
    let txn = ctx.begin().await?;
    challenges::finish(&txn, asked.id).await?;
    credentials::store::use_passkey(&txn, &used, ctx.now()).await?;
    open(ctx, txn, user, SignInMethod::Passkey, true).await
}

/// A fresh proof that is asked of somebody who is signed in: with the second factor where there is
/// one, else with the password.
pub async fn begin_confirmation(ctx: &Ctx) -> Result<SecondFactor> {
    let person = ctx.in_person()?;
    let txn = ctx.begin().await?;
    let passkeys = credentials::store::passkeys_of(&txn, person.id).await?;
    let code = credentials::store::find_enabled_totp(&txn, person.id)
        .await?
        .is_some();
    let begun = if passkeys.is_empty() || !ctx.app.passkeys.available() {
        None
    } else {
        Some(ctx.app.passkeys.begin_authentication(&passkeys)?)
    };
    let state = begun.as_ref().map(|begun| begun.state.as_str());
    let kind = ChallengeKind::Confirmation;
    let challenge =
        challenges::make(ctx, &txn, kind, Some(person.id), state.unwrap_or_default()).await?;
    txn.commit().await?;
    Ok(SecondFactor {
        challenge,
        code: code || !passkeys.is_empty(),
        passkey: begun.map(|begun| begun.options),
    })
}

/// Confirms with the second factor.
pub async fn confirm(ctx: &Ctx, challenge: &str, answer: Answer) -> Result<Viewer> {
    let person = ctx.in_person()?.clone();
    let asked = challenges::attempt(ctx, ChallengeKind::Confirmation, challenge).await?;
    if asked.user_id != Some(person.id) {
        return Err(wrong_code());
    }
    let account = person.id.to_string();
    let charge = limits::charge(ctx, &[(Limit::SignInDevice, &account)]).await?;
    let txn = ctx.begin().await?;
    let state = Some(asked.state.as_str()).filter(|state| !state.is_empty());
    if let Err(error) = prove(ctx, &txn, person.id, state, &answer).await {
        drop(txn);
        return Err(refuse(ctx, person.id, error).await?);
    }
    challenges::finish(&txn, asked.id).await?;
    confirmed(ctx, txn, charge, true).await
}

/// Confirms with the password; enough only where there is no second factor.
pub async fn confirm_by_password(ctx: &Ctx, password: &str) -> Result<Viewer> {
    let person = ctx.in_person()?.clone();
    let refused = || {
        Error::field(
            "password",
            ErrorCode::InvalidCredentials,
            say("Mật khẩu không đúng.", "This is not your password."),
        )
    };
    if password.len() > MAX_BYTES {
        return Err(refused());
    }
    let account = person.id.to_string();
    let charge = limits::charge(ctx, &[(Limit::SignInDevice, &account)]).await?;
    let db = &ctx.app.db;
    let stored = credentials::store::find_password(db, person.id).await?;
    let second_factor = credentials::store::has_second_factor(db, person.id).await?;
    let hash = stored.as_ref().map(|password| password.hash.as_str());
    let right = ctx.app.passwords.verify(password, hash).await?;
    if !right || second_factor {
        return Err(refuse(ctx, person.id, refused()).await?);
    }
    let txn = ctx.begin().await?;
    confirmed(ctx, txn, charge, false).await
}

async fn confirmed(ctx: &Ctx, txn: Txn, charge: Charge, strong: bool) -> Result<Viewer> {
    let (user, session) = ctx.session()?;
    limits::refund(&txn, charge).await?;
    store::confirm(&txn, user, session, ctx.now(), strong).await?;
    let subject = Subject::user(user);
    audit::record(ctx, &txn, "session.confirmed", subject, &()).await?;
    txn.commit().await?;
    viewer_of_session(&ctx.app, session).await
}

/// What the answer to a challenge proves; a right code is used up.
async fn prove(
    ctx: &Ctx,
    txn: &Txn,
    user: UserId,
    state: Option<&str>,
    answer: &Answer,
) -> Result<()> {
    match answer {
        Answer::Code(code) => {
            let taken = credentials::service::take_code(ctx, txn, user, code).await?;
            taken.then_some(()).ok_or_else(wrong_code)
        }
        Answer::Passkey(answer) => {
            let state = state.ok_or_else(wrong_passkey)?;
            let there = credentials::store::passkeys_of(txn, user).await?;
            let used = ctx
                .app
                .passkeys
                .finish_authentication(state, answer, &there)?;
            credentials::store::use_passkey(txn, &used, ctx.now()).await
        }
    }
}

/// Writes a refused proof down; gives the error to answer with.
async fn refuse(ctx: &Ctx, user: UserId, error: Error) -> Result<Error> {
    let txn = ctx.begin().await?;
    let subject = Subject::user(user);
    audit::record(ctx, &txn, "session.refused", subject, &error.code.name()).await?;
    txn.commit().await?;
    Ok(error)
}

async fn charge_guess(ctx: &Ctx, address: &str, user: Option<UserId>) -> Result<Charge> {
    let network = ctx.client.address.as_str();
    let hash = ctx.client.device_token.as_deref().map(digest);
    if let Some(hash) = hash {
        // Asked for an unknown account as well, so that both take as long.
        let whose = user.unwrap_or(UserId(uuid::Uuid::nil()));
        let known = store::find_device(&ctx.app.db, whose, &hash).await?;
        if known.is_some() {
            let own = format!("{address} {hash}");
            return limits::charge(ctx, &[(Limit::SignInDevice, &own)]).await;
        }
    }
    let buckets = [
        (Limit::SignInAccount, address),
        (Limit::SignInAddress, network),
    ];
    limits::charge(ctx, &buckets).await
}
