//! Speaking to the provider: its discovery document, its keys, the exchange of a code, the check of an
//! ID token.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse,
    BasicTokenType,
};
use oauth2::{
    AuthUrl, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken, EndpointNotSet,
    EndpointSet, ExtraTokenFields, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    StandardRevocableToken, StandardTokenResponse, TokenUrl,
};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::config::{Config, OidcConfig};
use crate::error::{Error, ErrorCode, Result};
use crate::text::say;

/// How long the provider may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long its documents are kept.
const KEPT: Duration = Duration::from_hours(1);
/// Seconds by which its clock may differ.
const LEEWAY: i64 = 60;
/// What may sign an ID token: never a shared secret, never nothing.
const ALGORITHMS: [Algorithm; 7] = [
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];

/// What a sign-in that has gone to the provider must be remembered by.
#[derive(Debug, Serialize, Deserialize)]
pub struct Sent {
    /// Must come back inside the ID token.
    pub nonce: String,
    /// Proves that the code is ours (PKCE).
    pub verifier: String,
}

/// Who the provider says it is.
#[derive(Clone, Debug, Deserialize)]
pub struct Identity {
    /// The provider.
    pub iss: String,
    /// Its name for the person.
    pub sub: String,
    /// Its address for the person.
    pub email: Option<String>,
    /// True when it has verified the address.
    #[serde(default, deserialize_with = "truth")]
    pub email_verified: bool,
    /// The person's name.
    pub name: Option<String>,
    nonce: Option<String>,
    exp: i64,
}

/// What we read of the discovery document (OpenID Connect Discovery 1.0, 3).
#[derive(Clone, Debug, Deserialize)]
struct Discovered {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
struct IdToken {
    id_token: Option<String>,
}

impl ExtraTokenFields for IdToken {}

type Answer = StandardTokenResponse<IdToken, BasicTokenType>;
type OAuth = Client<
    BasicErrorResponse,
    Answer,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// The configured provider.
pub struct Provider {
    settings: OidcConfig,
    callback: String,
    http: reqwest::Client,
    documents: moka::future::Cache<(), Arc<(Discovered, JwkSet)>>,
}

impl Provider {
    /// The provider of the configuration; none when there is none.
    pub fn from_config(config: &Config) -> Result<Option<Self>> {
        if config.oidc.issuer.is_empty() {
            return Ok(None);
        }
        let http = reqwest::Client::builder()
            .timeout(PATIENCE)
            // A code is never carried to where a redirect points.
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|e| Error::internal(format!("oidc: {e}")))?;
        Ok(Some(Self {
            settings: config.oidc.clone(),
            callback: config.link("/oidc/callback"),
            http,
            documents: moka::future::Cache::builder().time_to_live(KEPT).build(),
        }))
    }

    /// Its name for people.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// What a sign-in is remembered by, fresh.
    pub fn sent(nonce: String) -> Sent {
        let (_, verifier) = PkceCodeChallenge::new_random_sha256();
        Sent {
            nonce,
            verifier: verifier.into_secret(),
        }
    }

    /// Where to send somebody.
    pub async fn address(&self, state: &str, sent: &Sent) -> Result<Url> {
        let documents = self.documents().await?;
        let verifier = PkceCodeVerifier::new(sent.verifier.clone());
        let state = state.to_owned();
        let (address, _) = self
            .oauth(&documents.0)?
            .authorize_url(move || CsrfToken::new(state))
            .add_scopes(["openid", "email", "profile"].map(|scope| Scope::new(scope.into())))
            .add_extra_param("nonce", sent.nonce.clone())
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(address)
    }

    /// Exchanges the code and says who it is.
    pub async fn finish(&self, code: &str, sent: Sent, now: DateTime<Utc>) -> Result<Identity> {
        let documents = self.documents().await?;
        let answer = self
            .oauth(&documents.0)?
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .set_pkce_verifier(PkceCodeVerifier::new(sent.verifier))
            .request_async(&Http(self.http.clone()))
            .await
            .map_err(|e| refused(&format!("the code was not exchanged: {e}")))?;
        let token = answer
            .extra_fields()
            .id_token
            .clone()
            .ok_or_else(|| refused("there is no ID token"))?;
        match self.check(&token, &documents.1, &sent.nonce, now) {
            // The provider may have changed its keys since we asked for them.
            Err(_) => {
                self.documents.invalidate(&()).await;
                let fresh = self.documents().await?;
                self.check(&token, &fresh.1, &sent.nonce, now)
            }
            found => found,
        }
    }

    fn check(
        &self,
        token: &str,
        keys: &JwkSet,
        nonce: &str,
        now: DateTime<Utc>,
    ) -> Result<Identity> {
        let header = decode_header(token).map_err(|e| refused(&e.to_string()))?;
        if !ALGORITHMS.contains(&header.alg) {
            return Err(refused("an algorithm that is not taken"));
        }
        let key = match &header.kid {
            Some(kid) => keys.find(kid),
            None if keys.keys.len() == 1 => keys.keys.first(),
            None => None,
        };
        let key = key.ok_or_else(|| refused("an unknown key"))?;
        let key = DecodingKey::from_jwk(key).map_err(|e| refused(&e.to_string()))?;
        let mut validation = Validation::new(header.alg);
        validation.set_issuer(&[&self.settings.issuer]);
        validation.set_audience(&[&self.settings.client_id]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // By our clock, below.
        validation.validate_exp = false;
        let identity = decode::<Identity>(token, &key, &validation)
            .map_err(|e| refused(&e.to_string()))?
            .claims;
        if identity.exp + LEEWAY <= now.timestamp() {
            return Err(refused("the ID token has expired"));
        }
        if identity.nonce.as_deref() != Some(nonce) {
            return Err(refused("the ID token is for another sign-in"));
        }
        Ok(identity)
    }

    fn oauth(&self, found: &Discovered) -> Result<OAuth> {
        let wrong = |e: url::ParseError| Error::unavailable(format!("oidc: {e}"));
        let secret = self.settings.client_secret.expose_secret();
        let mut client = Client::new(ClientId::new(self.settings.client_id.clone()));
        if !secret.is_empty() {
            client = client.set_client_secret(ClientSecret::new(secret.to_owned()));
        }
        Ok(client
            .set_auth_uri(AuthUrl::new(found.authorization_endpoint.clone()).map_err(wrong)?)
            .set_token_uri(TokenUrl::new(found.token_endpoint.clone()).map_err(wrong)?)
            .set_redirect_uri(RedirectUrl::new(self.callback.clone()).map_err(wrong)?))
    }

    async fn documents(&self) -> Result<Arc<(Discovered, JwkSet)>> {
        self.documents
            .try_get_with((), async {
                let base = self.settings.issuer.trim_end_matches('/');
                let address = format!("{base}/.well-known/openid-configuration");
                let found: Discovered = self.fetch(&address).await?;
                if found.issuer != self.settings.issuer {
                    return Err(Error::unavailable("oidc: the provider is another"));
                }
                let keys: JwkSet = self.fetch(&found.jwks_uri).await?;
                Ok::<_, Error>(Arc::new((found, keys)))
            })
            .await
            .map_err(|error| Error::unavailable(error.detail().unwrap_or("oidc").to_owned()))
    }

    async fn fetch<T: serde::de::DeserializeOwned>(&self, address: &str) -> Result<T> {
        let away = |e: reqwest::Error| Error::unavailable(format!("oidc: {e}"));
        let answer = self.http.get(address).send().await.map_err(away)?;
        answer
            .error_for_status()
            .map_err(away)?
            .json()
            .await
            .map_err(away)
    }
}

/// Our HTTP client in the hands of the OAuth library.
struct Http(reqwest::Client);

type Failure = oauth2::HttpClientError<reqwest::Error>;

impl<'c> oauth2::AsyncHttpClient<'c> for Http {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<oauth2::HttpResponse, Failure>> + Send + 'c>>;

    fn call(&'c self, request: oauth2::HttpRequest) -> Self::Future {
        Box::pin(async move {
            let wrong = |e| Failure::Reqwest(Box::new(e));
            let request = reqwest::Request::try_from(request).map_err(wrong)?;
            let answer = self.0.execute(request).await.map_err(wrong)?;
            let (status, headers) = (answer.status(), answer.headers().clone());
            let body = answer.bytes().await.map_err(wrong)?.to_vec();
            let mut response = oauth2::HttpResponse::new(body);
            *response.status_mut() = status;
            *response.headers_mut() = headers;
            Ok(response)
        })
    }
}

/// Some providers say "true" as a text.
fn truth<'de, D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<bool, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(value.as_bool().unwrap_or(value == "true"))
}

/// The provider did not prove who it is; the log says why.
pub fn refused(why: &str) -> Error {
    tracing::info!(why, "a sign-in by the provider was refused");
    Error::new(
        ErrorCode::InvalidCredentials,
        say(
            "Không đăng nhập được qua nhà cung cấp. Hãy thử lại hoặc dùng mật khẩu.",
            "The provider could not sign you in. Try again, or use your password.",
        ),
    )
}
