//! Sign-in by another provider, played against a small one.

use axum::body::Body;
use axum::http::{Request, Response};
use tests::{Kind, Provider, TestApp, Value, json};
use tower::ServiceExt;

async fn app(kind: Kind) -> (TestApp, Provider) {
    let provider = Provider::start().await;
    let settings = [
        ("OIDC_ISSUER", provider.issuer.as_str()),
        ("OIDC_NAME", "Cổng định danh thử"),
        ("OIDC_CLIENT_ID", "iforum-tests"),
    ];
    (TestApp::configured(kind, &settings).await, provider)
}

async fn fetch(app: &TestApp, path: &str, cookie: Option<&str>) -> Response<Body> {
    let mut request = Request::get(path);
    if let Some(cookie) = cookie {
        request = request.header("cookie", cookie);
    }
    let request = request.body(Body::empty()).unwrap();
    app.router.clone().oneshot(request).await.unwrap()
}

fn header<'a>(answer: &'a Response<Body>, name: &str) -> &'a str {
    answer.headers()[name].to_str().unwrap()
}

/// The address of a redirect.
fn target(answer: &Response<Body>) -> String {
    assert_eq!(answer.status(), 303, "{:?}", answer.headers());
    header(answer, "location").to_owned()
}

fn cookies(answer: &Response<Body>) -> Vec<String> {
    let all = answer.headers().get_all("set-cookie").iter();
    all.map(|value| {
        value
            .to_str()
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned()
    })
    .collect()
}

/// Goes to the provider and comes back as far as our own door: the path, and the browser's cookie.
async fn to_the_provider(app: &TestApp) -> (String, String) {
    let begun = fetch(app, "/oidc/start?lang=en", None).await;
    let cookie = cookies(&begun).remove(0);
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let answer = http.get(target(&begun)).send().await.unwrap();
    let back = answer.headers()["location"].to_str().unwrap().to_owned();
    let path = back
        .strip_prefix("http://localhost:8080")
        .unwrap()
        .to_owned();
    (path, cookie)
}

async fn there_and_back(app: &TestApp) -> Response<Body> {
    let (path, cookie) = to_the_provider(app).await;
    fetch(app, &path, Some(&cookie)).await
}

async fn links_by_verified_address(kind: Kind) {
    let (app, provider) = app(kind).await;
    let name = app.visitor().ask("{ signInProvider }", json!({})).await;
    assert_eq!(name["signInProvider"], "Cổng định danh thử");
    // Nobody yet: registration begins with what the provider knows.
    let unknown = there_and_back(&app).await;
    let to = target(&unknown);
    assert!(
        to.starts_with("/en/dang-ky#email=an.nguyen%40haiphong.example&ten="),
        "{to}"
    );
    app.register(&app.newcomer()).await;
    // An address that is not verified links nothing.
    provider.says(json!({ "email_verified": false }));
    assert!(target(&there_and_back(&app).await).starts_with("/en/dang-ky#email=&ten="));
    provider.says(json!({}));
    let known = there_and_back(&app).await;
    assert_eq!(target(&known), "/en/dang-nhap#xong");
    assert!(
        cookies(&known)
            .iter()
            .any(|cookie| cookie.starts_with("iforum_refresh="))
    );
    assert_eq!(app.rows("oidc_identity").await, 1);
    // Linked: the provider's name for the person is what counts from now on.
    provider.says(json!({ "email": "changed@elsewhere.example", "email_verified": false }));
    assert_eq!(target(&there_and_back(&app).await), "/en/dang-nhap#xong");
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test]
async fn an_account_is_linked_by_verified_address_alone_sqlite() {
    links_by_verified_address(Kind::Sqlite).await;
}

#[tokio::test]
async fn an_account_is_linked_by_verified_address_alone_postgres() {
    links_by_verified_address(Kind::Postgres).await;
}

#[tokio::test]
async fn a_second_factor_is_asked_for_here_as_well() {
    let (app, _) = app(Kind::Sqlite).await;
    let answer = app.register(&app.newcomer()).await;
    let person = app.person_of(&answer, "completeRegistration");
    let (secret, _) = app.with_totp(&person).await;
    let asked = there_and_back(&app).await;
    let to = target(&asked);
    let challenge = to.strip_prefix("/en/dang-nhap#buoc-hai=").unwrap();
    assert!(
        !cookies(&asked)
            .iter()
            .any(|cookie| cookie.starts_with("iforum_refresh="))
    );
    let query = "query($challenge: String!) { signInChallenge(challenge: $challenge) { methods } }";
    let data = app
        .visitor()
        .ask(query, json!({ "challenge": challenge }))
        .await;
    assert_eq!(data["signInChallenge"]["methods"], json!(["CODE"]));
    let answer = app.answer(&json!(challenge), &app.code(&secret)).await;
    assert_eq!(answer.code(), None, "{:#}", answer.body);
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test]
async fn what_the_provider_does_not_prove_signs_nobody_in() {
    let (app, provider) = app(Kind::Sqlite).await;
    app.register(&app.newcomer()).await;
    let failed = "/en/dang-nhap#loi=nha-cung-cap";
    let hour_ago = 1_795_312_800 - 3600;
    for claims in [
        json!({ "aud": "somebody-else" }),
        json!({ "iss": "https://elsewhere.example" }),
        json!({ "nonce": "of another sign-in" }),
        json!({ "nonce": null }),
        json!({ "exp": hour_ago }),
        json!({ "sub": null }),
    ] {
        provider.says(claims.clone());
        let answer = there_and_back(&app).await;
        assert_eq!(target(&answer), failed, "{claims}");
        assert!(
            !cookies(&answer)
                .iter()
                .any(|cookie| cookie.starts_with("iforum_refresh="))
        );
    }
    provider.says(json!({}));
    // Somebody else's way back, no way at all, a second use of a code.
    let (path, cookie) = to_the_provider(&app).await;
    let (other, _) = to_the_provider(&app).await;
    for (path, cookie) in [
        (other.as_str(), Some(cookie.as_str())),
        (&path, None),
        ("/oidc/callback", Some(&cookie)),
        ("/oidc/callback?code=x&state=", Some(&cookie)),
    ] {
        let answer = fetch(&app, path, cookie).await;
        assert!(
            target(&answer).ends_with("/dang-nhap#loi=nha-cung-cap"),
            "{path}"
        );
    }
    assert_eq!(
        target(&fetch(&app, &path, Some(&cookie)).await),
        "/en/dang-nhap#xong"
    );
    assert_eq!(target(&fetch(&app, &path, Some(&cookie)).await), failed);
    provider.signs_wrongly();
    assert_eq!(target(&there_and_back(&app).await), failed);
    assert_eq!(app.rows("oidc_identity").await, 1);
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test]
async fn without_a_provider_there_is_no_door() {
    let app = TestApp::start(Kind::Sqlite).await;
    assert_eq!(fetch(&app, "/oidc/start", None).await.status(), 404);
    let data = app.visitor().ask("{ signInProvider }", json!({})).await;
    assert_eq!(data["signInProvider"], Value::Null);
    app.end().await;
}

#[tokio::test]
async fn a_provider_that_is_away_is_told_from_a_refusal() {
    let settings = [
        ("OIDC_ISSUER", "http://127.0.0.1:9"),
        ("OIDC_CLIENT_ID", "x"),
    ];
    let app = TestApp::configured(Kind::Sqlite, &settings).await;
    assert_eq!(fetch(&app, "/oidc/start", None).await.status(), 503);
    app.end().await;
}
