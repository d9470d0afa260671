//! A small provider of OpenID Connect, on a loopback port: discovery, keys, authorization, tokens. It says
//! whatever a test wants it to say.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Json, Router};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What the provider is told to say.
#[derive(Clone, Default)]
struct Said {
    /// Claims that replace the usual ones.
    claims: Value,
    /// Signs with a key that it does not publish.
    wrong_key: bool,
    /// Codes that were given: nonce and challenge.
    codes: HashMap<String, (String, String)>,
}

/// The provider.
#[derive(Clone)]
pub struct Provider {
    /// Its address.
    pub issuer: String,
    said: Arc<Mutex<Said>>,
}

/// Our name there.
pub const CLIENT: &str = "iforum-tests";

impl Provider {
    /// Starts it.
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let provider = Self {
            issuer,
            said: Arc::default(),
        };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    /// From now on it says these claims.
    pub fn says(&self, claims: Value) {
        self.said.lock().expect("unpoisoned").claims = claims;
    }

    /// From now on it signs with another key than it publishes.
    pub fn signs_wrongly(&self) {
        self.said.lock().expect("unpoisoned").wrong_key = true;
    }
}

fn pair(seed: u8) -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).expect("a key")
}

async fn discovery(State(provider): State<Provider>) -> Json<Value> {
    let issuer = &provider.issuer;
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
    }))
}

async fn keys() -> Json<Value> {
    let public = data_encoding::BASE64URL_NOPAD.encode(pair(1).public_key().as_ref());
    Json(
        json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": "one", "x": public }] }),
    )
}

/// The person agrees at once.
async fn authorize(
    State(provider): State<Provider>,
    Query(asked): Query<HashMap<String, String>>,
) -> Redirect {
    assert_eq!(asked["client_id"], CLIENT);
    assert_eq!(asked["response_type"], "code");
    assert_eq!(asked["code_challenge_method"], "S256");
    let code = format!(
        "code-{}",
        asked["state"].len() + provider.said.lock().expect("unpoisoned").codes.len()
    );
    let kept = (asked["nonce"].clone(), asked["code_challenge"].clone());
    provider
        .said
        .lock()
        .expect("unpoisoned")
        .codes
        .insert(code.clone(), kept);
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("code", &code)
        .append_pair("state", &asked["state"])
        .finish();
    Redirect::to(&format!("{}?{query}", asked["redirect_uri"]))
}

/// A code is good once, for who proves to have asked for it.
async fn token(
    State(provider): State<Provider>,
    Form(asked): Form<HashMap<String, String>>,
) -> axum::response::Response {
    let mut said = provider.said.lock().expect("unpoisoned");
    let Some((nonce, challenge)) = said.codes.remove(&asked["code"]) else {
        return (
            axum::http::StatusCode::BAD_REQUEST,
            Json(json!({ "error": "invalid_grant" })),
        )
            .into_response();
    };
    let proven = data_encoding::BASE64URL_NOPAD.encode(&Sha256::digest(&asked["code_verifier"]));
    assert_eq!(proven, challenge, "PKCE");
    let mut claims = json!({
        "iss": provider.issuer, "aud": CLIENT, "sub": "subject-1", "nonce": nonce,
        "iat": 1_795_312_800, "exp": 1_795_312_800 + 300,
        "email": "an.nguyen@haiphong.example", "email_verified": true, "name": "Nguyễn Văn An",
    });
    for (name, value) in said.claims.as_object().into_iter().flatten() {
        claims[name] = value.clone();
    }
    let key = pair(if said.wrong_key { 2 } else { 1 });
    let key = EncodingKey::from_ed_der(key.to_pkcs8v1().expect("PKCS#8").as_ref());
    let header = Header {
        kid: Some("one".into()),
        ..Header::new(Algorithm::EdDSA)
    };
    let id_token = encode(&header, &claims, &key).expect("signed");
    Json(json!({ "access_token": "opaque", "token_type": "Bearer", "id_token": id_token }))
        .into_response()
}
