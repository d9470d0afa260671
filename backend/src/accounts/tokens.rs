//! Access tokens: EdDSA JWTs of a few minutes.
//!
//! The signing key is derived from one secret that all servers of an installation share, given as
//! `JWT_SECRET` or kept in a key file that the embedded default makes on its first start.

use std::io::Write;
use std::path::Path;

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{SessionId, UserId, hex};
use crate::text::say;

/// Whom the tokens are for.
const AUDIENCE: &str = "iforum-api";

/// Makes and checks access tokens.
pub struct Tokens {
    clock: Clock,
    issuer: String,
    key_id: String,
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
    lifetime: Duration,
}

/// What an access token says.
#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: Uuid,
    sid: Uuid,
    iat: i64,
    exp: i64,
}

/// Whose token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// The account.
    pub user: UserId,
    /// The device's session.
    pub session: SessionId,
}

impl Tokens {
    /// Keys from `jwt_secret`, else from the key file.
    pub fn from_config(config: &Config, clock: Clock) -> Result<Self> {
        let given = config.jwt_secret.expose_secret();
        let secret = if given.is_empty() {
            key_file(&config.jwt_key_file, config.local())?
        } else {
            given.to_owned()
        };
        let issuer = config.public_url.as_str().trim_end_matches('/').to_owned();
        Self::new(
            &secret,
            issuer,
            clock,
            Duration::minutes(config.session.access_minutes),
        )
    }

    fn new(secret: &str, issuer: String, clock: Clock, lifetime: Duration) -> Result<Self> {
        let wrong = |e: &dyn std::fmt::Display| Error::internal(format!("signing key: {e}"));
        let seed = Sha256::new()
            .chain_update("iforum access token v1\0")
            .chain_update(secret);
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed.finalize()).map_err(|e| wrong(&e))?;
        let private = pair.to_pkcs8v1().map_err(|e| wrong(&e))?;
        let public = pair.public_key().as_ref();
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_issuer(&[&issuer]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // The library reads the machine's clock; ours is injected, so the date is checked below.
        validation.validate_exp = false;
        Ok(Self {
            key_id: hex(&Sha256::digest(public)[..8]),
            encoding: EncodingKey::from_ed_der(private.as_ref()),
            decoding: DecodingKey::from_ed_der(public),
            clock,
            issuer,
            validation,
            lifetime,
        })
    }

    /// A token for the bearer, and when it ends.
    pub fn issue(&self, bearer: Bearer) -> Result<(String, DateTime<Utc>)> {
        let now = self.clock.now();
        let expires = now + self.lifetime;
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
            sub: bearer.user.0,
            sid: bearer.session.0,
            iat: now.timestamp(),
            exp: expires.timestamp(),
        };
        let header = Header {
            kid: Some(self.key_id.clone()),
            ..Header::new(Algorithm::EdDSA)
        };
        let token = encode(&header, &claims, &self.encoding)
            .map_err(|e| Error::internal(format!("signing a token: {e}")))?;
        Ok((token, expires))
    }

    /// Whose token it is; forged and expired ones are told apart only in the code.
    pub fn check(&self, token: &str) -> Result<Bearer> {
        let claims = decode::<Claims>(token, &self.decoding, &self.validation)
            .map_err(|_| {
                Error::new(
                    ErrorCode::Unauthenticated,
                    say(
                        "Phiên đăng nhập không hợp lệ. Hãy đăng nhập lại.",
                        "This session is not valid. Sign in again.",
                    ),
                )
            })?
            .claims;
        if claims.exp <= self.clock.now().timestamp() {
            return Err(Error::new(
                ErrorCode::TokenExpired,
                say(
                    "Phiên đăng nhập đã hết hạn. Hãy làm mới phiên hoặc đăng nhập lại.",
                    "The access token has expired. Refresh the session or sign in again.",
                ),
            ));
        }
        Ok(Bearer {
            user: UserId(claims.sub),
            session: SessionId(claims.sid),
        })
    }
}

/// The secret in the file; made when absent and the installation is local.
fn key_file(path: &Path, local: bool) -> Result<String> {
    let wrong = |e: std::io::Error| Error::internal(format!("{}: {e}", path.display()));
    match std::fs::read_to_string(path) {
        Ok(text) if text.trim().len() >= 32 => return Ok(text.trim().to_owned()),
        Ok(_) => {
            return Err(Error::internal(format!(
                "{} must hold at least 32 characters",
                path.display()
            )));
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound && local => {}
        Err(e) => return Err(wrong(e)),
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(wrong)?;
    }
    let secret = crate::ids::Ids::new(Clock::system()).secret();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    match options.open(path) {
        Ok(mut file) => writeln!(file, "{secret}").map_err(wrong)?,
        // Another process was faster; its secret is the one.
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => return key_file(path, false),
        Err(e) => return Err(wrong(e)),
    }
    Ok(secret)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "a secret of the tests, long enough for anybody";

    fn tokens(secret: &str, clock: Clock) -> Tokens {
        Tokens::new(
            secret,
            "https://iforum.example".into(),
            clock,
            Duration::minutes(15),
        )
        .unwrap()
    }

    fn bearer() -> Bearer {
        Bearer {
            user: UserId(Uuid::from_u128(1)),
            session: SessionId(Uuid::from_u128(2)),
        }
    }

    #[test]
    fn a_token_is_good_for_its_minutes_and_no_longer() {
        let clock = Clock::frozen(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let tokens = tokens(SECRET, clock.clone());
        let (token, _) = tokens.issue(bearer()).unwrap();
        assert_eq!(tokens.check(&token).unwrap(), bearer());
        clock.advance(Duration::minutes(15));
        assert_eq!(
            tokens.check(&token).unwrap_err().code,
            ErrorCode::TokenExpired
        );
    }

    #[test]
    fn a_token_of_another_key_is_refused() {
        let clock = Clock::system();
        let (token, _) = tokens("another secret, long enough as well", clock.clone())
            .issue(bearer())
            .unwrap();
        assert_eq!(
            tokens(SECRET, clock).check(&token).unwrap_err().code,
            ErrorCode::Unauthenticated
        );
    }

    #[test]
    fn cut_and_moved_tokens_are_refused() {
        let tokens = tokens(SECRET, Clock::system());
        let (token, _) = tokens.issue(bearer()).unwrap();
        for forged in [
            &token[1..],
            &token[..token.len() - 2],
            "",
            "a.b.c",
            "eyJhbGciOiJub25lIn0.e30.",
        ] {
            assert_eq!(
                tokens.check(forged).unwrap_err().code,
                ErrorCode::Unauthenticated
            );
        }
    }
}
