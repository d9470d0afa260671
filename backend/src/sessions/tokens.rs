//! Access tokens: EdDSA JWTs of a few minutes (RFC 9068).
//!
//! The signing keys are derived from one secret that all servers of an installation share, given as
//! `JWT_SECRET` or kept in a key file that the embedded default makes on its first start. The key
//! changes by itself (`session.key_days`); tokens of the one before and of the one to come are good, so
//! that nobody is signed out and no two servers have to agree on the second. A secret that is
//! replaced stays good for checking as long as it is named in `JWT_PREVIOUS_SECRETS`.

use std::sync::{Arc, RwLock};

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{SessionId, UserId, hex};
use crate::text::say;
use crate::vault::secret;

/// Whom the tokens are for.
const AUDIENCE: &str = "iforum-api";
/// What the tokens are (RFC 9068, 2.1): nothing else that we sign is taken for one.
const TYPE: &str = "at+jwt";
/// Longest token that is looked at, in bytes; ours have some 350.
const LONGEST: usize = 2048;

/// Makes and checks access tokens.
pub struct Tokens {
    clock: Clock,
    issuer: String,
    /// The one that signs first.
    secrets: Vec<String>,
    validation: Validation,
    lifetime: Duration,
    /// How long one key signs.
    key_lifetime: Duration,
    /// The keys of the present period.
    keys: RwLock<Option<Arc<Keys>>>,
}

/// The keys that are good in one period.
struct Keys {
    period: i64,
    /// The first signs.
    all: Vec<Key>,
}

struct Key {
    id: String,
    public: Vec<u8>,
    encoding: EncodingKey,
    decoding: DecodingKey,
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
        let newest =
            secret::given_or_kept(&config.jwt_secret, &config.jwt_key_file, config.local())?;
        let previous = secret::list(config.jwt_previous_secrets.expose_secret());
        let secrets = std::iter::once(newest)
            .chain(previous.map(str::to_owned))
            .collect();
        let issuer = config.public_url.as_str().trim_end_matches('/').to_owned();
        let lifetime = Duration::minutes(config.session.access_minutes);
        let key_lifetime = Duration::days(config.session.key_days);
        Ok(Self::new(secrets, issuer, clock, lifetime, key_lifetime))
    }

    fn new(
        secrets: Vec<String>,
        issuer: String,
        clock: Clock,
        lifetime: Duration,
        key_lifetime: Duration,
    ) -> Self {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_issuer(&[&issuer]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // The library reads the machine's clock; ours is injected, so the date is checked below.
        validation.validate_exp = false;
        Self {
            clock,
            issuer,
            secrets,
            validation,
            lifetime,
            key_lifetime,
            keys: RwLock::new(None),
        }
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
        let keys = self.keys()?;
        let header = Header {
            typ: Some(TYPE.to_owned()),
            kid: Some(keys.all[0].id.clone()),
            ..Header::new(Algorithm::EdDSA)
        };
        let token = encode(&header, &claims, &keys.all[0].encoding)
            .map_err(|e| Error::internal(format!("signing a token: {e}")))?;
        Ok((token, expires))
    }

    /// Whose token it is; forged and expired ones are told apart only in the code.
    pub fn check(&self, token: &str) -> Result<Bearer> {
        let claims = self.claims(token)?.ok_or_else(|| {
            Error::new(
                ErrorCode::Unauthenticated,
                say(
                    "Phiên đăng nhập không hợp lệ. Hãy đăng nhập lại.",
                    "This session is not valid. Sign in again.",
                ),
            )
        })?;
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

    fn claims(&self, token: &str) -> Result<Option<Claims>> {
        if token.len() > LONGEST {
            return Ok(None);
        }
        let Ok(header) = jsonwebtoken::decode_header(token) else {
            return Ok(None);
        };
        // A token that brings its own key, or says where one is, is not ours.
        let foreign = header.jwk.is_some() || header.jku.is_some() || header.x5u.is_some();
        if foreign || header.typ.as_deref() != Some(TYPE) {
            return Ok(None);
        }
        let keys = self.keys()?;
        let key = keys
            .all
            .iter()
            .find(|key| header.kid.as_deref() == Some(&key.id));
        let decoded = key.map(|key| decode::<Claims>(token, &key.decoding, &self.validation));
        Ok(decoded.and_then(std::result::Result::ok).map(|d| d.claims))
    }

    /// The public keys, as a JSON Web Key Set (RFC 7517, RFC 8037).
    pub fn key_set(&self) -> Result<Value> {
        let keys = self.keys()?;
        let keys: Vec<Value> = keys
            .all
            .iter()
            .map(|key| {
                json!({
                    "kty": "OKP",
                    "crv": "Ed25519",
                    "use": "sig",
                    "alg": "EdDSA",
                    "kid": key.id,
                    "x": data_encoding::BASE64URL_NOPAD.encode(&key.public),
                })
            })
            .collect();
        Ok(json!({ "keys": keys }))
    }

    fn keys(&self) -> Result<Arc<Keys>> {
        let period = self.clock.now().timestamp() / self.key_lifetime.num_seconds();
        let kept = self
            .keys
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone();
        if let Some(keys) = kept.filter(|keys| keys.period == period) {
            return Ok(keys);
        }
        let mut all = Vec::new();
        for secret in &self.secrets {
            for period in [period, period - 1, period + 1] {
                all.push(Key::derived(secret, period)?);
            }
        }
        let keys = Arc::new(Keys { period, all });
        *self
            .keys
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = Some(Arc::clone(&keys));
        Ok(keys)
    }
}

impl Key {
    fn derived(secret: &str, period: i64) -> Result<Self> {
        let wrong = |e: &dyn std::fmt::Display| Error::internal(format!("signing key: {e}"));
        let seed = Sha256::new()
            .chain_update(format!("iforum access token v2\0{period}\0"))
            .chain_update(secret);
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed.finalize()).map_err(|e| wrong(&e))?;
        let private = pair.to_pkcs8v1().map_err(|e| wrong(&e))?;
        let public = pair.public_key().as_ref().to_vec();
        Ok(Self {
            id: hex(&Sha256::digest(&public)[..8]),
            encoding: EncodingKey::from_ed_der(private.as_ref()),
            decoding: DecodingKey::from_ed_der(&public),
            public,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "a secret of the tests, long enough for anybody";
    const OTHER: &str = "another secret, long enough as well, they say";

    fn tokens(secrets: &[&str], clock: Clock) -> Tokens {
        let secrets = secrets.iter().map(|s| (*s).to_owned()).collect();
        let issuer = "https://iforum.example".into();
        Tokens::new(
            secrets,
            issuer,
            clock,
            Duration::minutes(15),
            Duration::days(30),
        )
    }

    fn still() -> Clock {
        Clock::frozen(DateTime::from_timestamp(1_800_000_000, 0).unwrap())
    }

    fn bearer() -> Bearer {
        Bearer {
            user: UserId(Uuid::from_u128(1)),
            session: SessionId(Uuid::from_u128(2)),
        }
    }

    fn code(tokens: &Tokens, token: &str) -> ErrorCode {
        tokens.check(token).unwrap_err().code
    }

    #[test]
    fn a_token_is_good_for_its_minutes_and_no_longer() {
        let clock = still();
        let tokens = tokens(&[SECRET], clock.clone());
        let (token, _) = tokens.issue(bearer()).unwrap();
        assert_eq!(tokens.check(&token).unwrap(), bearer());
        clock.advance(Duration::minutes(15));
        assert_eq!(code(&tokens, &token), ErrorCode::TokenExpired);
    }

    #[test]
    fn a_token_of_another_secret_is_refused() {
        let (token, _) = tokens(&[OTHER], still()).issue(bearer()).unwrap();
        assert_eq!(
            code(&tokens(&[SECRET], still()), &token),
            ErrorCode::Unauthenticated
        );
    }

    #[test]
    fn keys_change_every_thirty_days_and_nobody_is_signed_out() {
        let clock = still();
        let tokens = tokens(&[SECRET], clock.clone());
        let lifetime = Duration::minutes(15);
        let mut kids = std::collections::BTreeSet::new();
        for _ in 0..90 {
            let (token, _) = tokens.issue(bearer()).unwrap();
            clock.advance(lifetime - Duration::seconds(1));
            assert_eq!(tokens.check(&token).unwrap(), bearer());
            kids.insert(jsonwebtoken::decode_header(&token).unwrap().kid);
            clock.advance(Duration::days(1));
        }
        assert!((3..=4).contains(&kids.len()), "{kids:?}");
    }

    #[test]
    fn a_replaced_secret_checks_until_its_tokens_have_ended() {
        let (token, _) = tokens(&[OTHER], still()).issue(bearer()).unwrap();
        let after = tokens(&[SECRET, OTHER], still());
        assert_eq!(after.check(&token).unwrap(), bearer());
        let (new, _) = after.issue(bearer()).unwrap();
        assert!(tokens(&[OTHER], still()).check(&new).is_err());
    }

    #[test]
    fn the_key_set_has_the_key_that_signs() {
        let tokens = tokens(&[SECRET], still());
        let (token, _) = tokens.issue(bearer()).unwrap();
        let kid = jsonwebtoken::decode_header(&token).unwrap().kid.unwrap();
        let set = tokens.key_set().unwrap();
        let keys = set["keys"].as_array().unwrap();
        assert!(keys.iter().any(|key| key["kid"] == kid.as_str()));
        assert!(
            keys.iter()
                .all(|key| key["kty"] == "OKP" && key.get("d").is_none())
        );
    }
}
