//! A person at the front door: GraphQL in, JSON out, through the whole router.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use iforum::ids::{OrganizationId, UserId};
use serde_json::{Value, json};
use tower::ServiceExt;

/// Somebody who asks.
#[derive(Clone)]
pub struct Client {
    pub(crate) router: Router,
    /// Bearer token; none for visitors.
    pub token: Option<String>,
    /// Language asked for.
    pub language: &'static str,
    /// Account.
    pub user: Option<UserId>,
    /// Address.
    pub email: String,
    /// Organisation.
    pub organization: Option<OrganizationId>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Value,
}

impl Answer {
    /// Code of the first error.
    pub fn code(&self) -> Option<&str> {
        self.body.pointer("/errors/0/extensions/code")?.as_str()
    }

    /// Field of the first error.
    pub fn field(&self) -> Option<&str> {
        self.body.pointer("/errors/0/extensions/field")?.as_str()
    }

    /// Sentence of the first error.
    pub fn message(&self) -> &str {
        self.body
            .pointer("/errors/0/message")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }
}

impl Client {
    /// A visitor.
    pub fn visitor(router: Router) -> Self {
        Self {
            router,
            token: None,
            language: "vi",
            user: None,
            email: String::new(),
            organization: None,
        }
    }

    /// Organisation's id, as the API spells it.
    pub fn organization_id(&self) -> String {
        self.organization.expect("a member").to_string()
    }

    /// The same person at another server.
    #[must_use]
    pub fn at(&self, router: Router) -> Self {
        Self {
            router,
            ..self.clone()
        }
    }

    /// The same person, in English.
    #[must_use]
    pub fn in_english(&self) -> Self {
        Self {
            language: "en",
            ..self.clone()
        }
    }

    /// Sends an operation; whatever comes back.
    pub async fn send(&self, query: &str, variables: Value) -> Answer {
        self.post(
            &json!({ "query": query, "variables": variables }).to_string(),
            &[],
        )
        .await
    }

    /// Sends a body with further headers.
    pub async fn post(&self, body: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::post("/graphql")
            .header("content-type", "application/json")
            .header("accept", "application/graphql-response+json")
            .header("accept-language", self.language);
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request
            .body(Body::from(body.to_owned()))
            .expect("a request");
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: serde_json::from_slice(&bytes).unwrap_or(Value::Null),
        }
    }

    /// Sends an operation that must succeed; its data.
    pub async fn ask(&self, query: &str, variables: Value) -> Value {
        let answer = self.send(query, variables).await;
        assert!(
            answer.body.get("errors").is_none(),
            "refused: {:#}",
            answer.body
        );
        answer.body["data"].clone()
    }

    /// Sends an operation that must be refused with this code; the answer.
    pub async fn refused(&self, query: &str, variables: Value, code: &str) -> Answer {
        let answer = self.send(query, variables).await;
        assert_eq!(answer.code(), Some(code), "{:#}", answer.body);
        assert!(!answer.message().is_empty());
        answer
    }
}

impl crate::TestApp {
    /// Fetches an address with or without a bearer token: its status and JSON.
    pub async fn get_json(&self, path: &str, token: Option<&str>) -> (u16, Value) {
        let mut request = Request::get(path);
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let request = request.body(Body::empty()).expect("a request");
        let answer = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let status = answer.status().as_u16();
        let body = to_bytes(answer.into_body(), usize::MAX)
            .await
            .expect("a body");
        (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
    }

    /// Posts a form: the status.
    pub async fn post_form(&self, path: &str, form: &str) -> u16 {
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()))
            .expect("a request");
        let answer = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        answer.status().as_u16()
    }
}

impl Client {
    /// Sends bytes to an address with these headers: status, headers and body.
    pub async fn http(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> (StatusCode, HeaderMap, Vec<u8>) {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("accept-language", self.language);
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let answer = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        (parts.status, parts.headers, bytes.to_vec())
    }

    /// Uploads a file for an organisation; whatever comes back.
    pub async fn upload(
        &self,
        (purpose, organization): (&str, &str),
        (name, kind): (&str, &str),
        bytes: Vec<u8>,
    ) -> Answer {
        let path = format!("/files?purpose={purpose}&organizationId={organization}");
        self.sent(&path, (name, kind), bytes).await
    }

    /// Adds a file to a proposal; whatever comes back.
    pub async fn attach(&self, proposal: &str, file: (&str, &str), bytes: Vec<u8>) -> Answer {
        let path = format!("/proposals/{proposal}/attachments");
        self.sent(&path, file, bytes).await
    }

    /// Adds a sound PDF to a proposal: the attachment's id.
    pub async fn attached(&self, proposal: &str, text: &str) -> String {
        let bytes = crate::makers::pdf(text);
        let answer = self
            .attach(proposal, ("phu-luc.pdf", "application/pdf"), bytes)
            .await;
        let id = answer.body["attachment"]["id"].as_str();
        id.unwrap_or_else(|| panic!("{:#}", answer.body)).to_owned()
    }

    async fn sent(&self, path: &str, (name, kind): (&str, &str), bytes: Vec<u8>) -> Answer {
        let headers = [("content-type", kind), ("x-file-name", name)];
        let (status, headers, body) = self.http("POST", path, &headers, bytes).await;
        Answer {
            status,
            headers,
            body: serde_json::from_slice(&body).unwrap_or(Value::Null),
        }
    }

    /// Uploads a sound PDF of its own for the person's organisation: the file's id.
    pub async fn uploaded(&self, purpose: &str, text: &str) -> String {
        let organization = self.organization_id();
        let bytes = crate::makers::pdf(text);
        let answer = self
            .upload(
                (purpose, &organization),
                ("a.pdf", "application/pdf"),
                bytes,
            )
            .await;
        let id = answer.body["file"]["id"].as_str();
        id.unwrap_or_else(|| panic!("{:#}", answer.body)).to_owned()
    }
}
