//! Codes of authenticator apps (RFC 6238: SHA-1, six digits, thirty seconds, the form that every app
//! reads).

use chrono::{DateTime, Utc};
use totp_rs::{Algorithm, Builder, Secret, Totp};

use super::entity::totp::Model;
use crate::app::App;
use crate::error::{Error, Result};
use crate::ids::UserId;
use crate::vault::Purpose;

/// Bytes of a shared secret (RFC 4226, section 4, asks for 20).
const SECRET_BYTES: usize = 20;
/// How the product is called in an authenticator app.
const ISSUER: &str = "i-Forum Smart City";
/// Steps before and after the present in which a code is taken: clocks differ.
const SKEW: u16 = 1;

/// A new secret: sealed for the database, and in the two forms in which a person takes it over.
pub struct Fresh {
    /// For the row.
    pub sealed: String,
    /// To be typed.
    pub base32: String,
    /// To be scanned: `otpauth://…`.
    pub url: String,
}

/// A fresh secret for a person.
pub fn fresh(app: &App, user: UserId, email: &str) -> Result<Fresh> {
    let bytes = app.ids.bytes::<SECRET_BYTES>();
    let sealed = app.vault.seal(Purpose::Totp, &user.to_string(), &bytes)?;
    let totp = code_of(&bytes, email)?;
    Ok(Fresh {
        sealed: data_encoding::BASE64.encode(&sealed),
        base32: totp.secret().to_base32(),
        url: totp.to_url().map_err(|e| Error::internal(e.to_string()))?,
    })
}

/// The time step of the code, when it is right now and newer than the last one that was taken.
pub fn check(app: &App, row: &Model, code: &str, now: DateTime<Utc>) -> Result<Option<i64>> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    let totp = kept(app, row)?;
    let time = u64::try_from(now.timestamp()).unwrap_or_default();
    let step = totp
        .check(&digits, time)
        .and_then(|s| i64::try_from(s).ok());
    Ok(step.filter(|step| row.last_step.is_none_or(|last| *step > last)))
}

/// The code of this moment: for the development page and for tests.
pub fn current(app: &App, row: &Model, now: DateTime<Utc>) -> Result<String> {
    let time = u64::try_from(now.timestamp()).unwrap_or_default();
    Ok(kept(app, row)?.generate(time).to_string())
}

fn kept(app: &App, row: &Model) -> Result<Totp> {
    let sealed = data_encoding::BASE64
        .decode(row.secret.as_bytes())
        .map_err(|_| Error::internal("a secret of an authenticator is not base64"))?;
    let bytes = app
        .vault
        .open(Purpose::Totp, &row.user_id.to_string(), &sealed)?;
    code_of(&bytes, "")
}

fn code_of(secret: &[u8], email: &str) -> Result<Totp> {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(SKEW)
        .with_step_duration(30)
        .with_secret(Secret::from(secret.to_vec()))
        // A colon would end the label.
        .with_account_name(email.replace(':', ""))
        .with_issuer(Some(ISSUER))
        .build()
        .map_err(|e| Error::internal(e.to_string()))
}
