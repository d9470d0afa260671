//! GraphQL over HTTP: what the door takes, and how it says no.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use tests::{Client, Kind, TestApp, Value, content, json, on_both_databases};
use tower::ServiceExt;

const VIEWER: &str = r#"{"query":"{ viewer { email } }"}"#;
const NEED: &str = "query($id: ID!) { need(id: $id) { id } }";
const UNKNOWN: &str = "need_00000000000000000000000000000001";

/// Sends a request as it is.
async fn raw(app: &TestApp, request: Request<Body>) -> (StatusCode, Value) {
    let response = app
        .router
        .clone()
        .oneshot(request)
        .await
        .expect("an answer");
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX)
        .await
        .expect("a body");
    (
        status,
        serde_json::from_slice(&bytes).unwrap_or(Value::Null),
    )
}

fn post(content_type: Option<&str>, body: impl Into<Body>) -> Request<Body> {
    let mut request = Request::post("/graphql");
    if let Some(content_type) = content_type {
        request = request.header("content-type", content_type);
    }
    request.body(body.into()).expect("a request")
}

fn code(body: &Value) -> Option<&str> {
    body.pointer("/errors/0/extensions/code")?.as_str()
}

#[tokio::test]
async fn only_json_is_taken() {
    let app = TestApp::start(Kind::Sqlite).await;
    for content_type in [
        None,
        Some(""),
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("multipart/form-data; boundary=x"),
        Some("application/graphql"),
        Some("application/json; charset=utf-16"),
        Some("application/jsonp"),
    ] {
        let (status, body) = raw(&app, post(content_type, VIEWER)).await;
        assert_eq!(
            (status.as_u16(), code(&body)),
            (415, Some("BAD_REQUEST")),
            "{content_type:?}"
        );
        assert_eq!(body.get("data"), None);
    }
    for content_type in ["application/json", "Application/JSON; charset=UTF-8"] {
        let (status, body) = raw(&app, post(Some(content_type), VIEWER)).await;
        assert_eq!(
            (status, body),
            (StatusCode::OK, json!({ "data": { "viewer": null } }))
        );
    }
    app.end().await;
}

#[tokio::test]
async fn one_request_is_one_operation_in_sound_json() {
    let app = TestApp::start(Kind::Sqlite).await;
    let nested = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    for body in [
        format!("[{VIEWER},{VIEWER}]"),
        "[]".into(),
        String::new(),
        "null".into(),
        "17".into(),
        "{".into(),
        r#"{"query":"#.into(),
        r#"{"query":17}"#.into(),
        r#"{"query":null}"#.into(),
        "{}".into(),
        r#"{"query":"{ viewer { email } }","variables":[]}"#.into(),
        r#"{"query":"{ viewer { email } }","variables":"x"}"#.into(),
        r#"{"query":"{ viewer { email } }","operationName":{}}"#.into(),
        format!(r#"{{"query":"{{ viewer {{ email }} }}","variables":{{"x":{nested}}}}}"#),
        nested.clone(),
    ] {
        let (status, answer) = raw(&app, post(Some("application/json"), body.clone())).await;
        let shown = &body[..body.len().min(60)];
        assert_eq!(
            (status.as_u16(), code(&answer)),
            (400, Some("BAD_REQUEST")),
            "{shown}: {answer}"
        );
    }
    let (status, _) = raw(
        &app,
        post(Some("application/json"), b"{\"query\":\"\xff\"}".to_vec()),
    )
    .await;
    assert_eq!(status, 400);
    app.end().await;
}

#[tokio::test]
async fn a_body_has_its_limit() {
    let app = TestApp::configured(Kind::Sqlite, &[("LIMITS_BODY_BYTES", "2000")]).await;
    let body = |bytes: usize| {
        let frame =
            json!({ "query": "{ viewer { email } }", "variables": { "x": "" } }).to_string();
        frame.replace(
            "\"x\":\"\"",
            &format!("\"x\":\"{}\"", "a".repeat(bytes - frame.len())),
        )
    };
    let (status, _) = raw(&app, post(Some("application/json"), body(2000))).await;
    assert_eq!(status, 200);
    let (status, answer) = raw(&app, post(Some("application/json"), body(2001))).await;
    assert_eq!(
        (status.as_u16(), code(&answer)),
        (413, Some("PAYLOAD_TOO_LARGE"))
    );
    app.end().await;
}

#[tokio::test]
async fn reading_may_come_by_get_and_nothing_else_may() {
    let app = TestApp::start(Kind::Sqlite).await;
    let request = |method: &str, query: &str| {
        let request = Request::builder()
            .method(method)
            .uri(format!("/graphql?{query}"));
        request
            .header("accept", "application/json")
            .body(Body::empty())
            .expect("a request")
    };
    let (status, body) = raw(&app, request("GET", "query=%7Bviewer%7Bemail%7D%7D")).await;
    assert_eq!(
        (status, body),
        (StatusCode::OK, json!({ "data": { "viewer": null } }))
    );
    let (status, body) = raw(
        &app,
        request("GET", "query=mutation%7BsignOut%7BsignedOut%7D%7D"),
    )
    .await;
    assert_eq!((status.as_u16(), code(&body)), (405, Some("BAD_REQUEST")));
    for query in [
        "",
        "query=",
        "query=%7B",
        "query=%7Bviewer%7Bemail%7D%7D&variables=%7B",
    ] {
        let (status, body) = raw(&app, request("GET", query)).await;
        assert!(
            status.is_client_error() || code(&body) == Some("BAD_REQUEST"),
            "{query}: {status} {body}"
        );
        assert_eq!(code(&body), Some("BAD_REQUEST"), "{query}");
    }
    for method in ["PUT", "DELETE", "PATCH"] {
        let (status, body) = raw(&app, request(method, "")).await;
        assert_eq!(
            (status.as_u16(), code(&body)),
            (405, Some("BAD_REQUEST")),
            "{method}"
        );
    }
    app.end().await;
}

#[tokio::test]
async fn every_refusal_has_a_code_and_no_inner_word() {
    let app = TestApp::start(Kind::Sqlite).await;
    let person = app.officer().await;
    for (query, variables) in [
        ("{ colour }", json!({})),
        ("{ viewer { passwordHash } }", json!({})),
        ("{ need(id: \"x\") { id } }", json!({})),
        ("{ need { id } }", json!({})),
        ("{ needs(first: \"x\") { totalCount } }", json!({})),
        ("{ needs(first: 1.5) { totalCount } }", json!({})),
        ("query($id: ID!) { need(id: $id) { id } }", json!({})),
        (
            "query($id: ID!) { need(id: $id) { id } }",
            json!({ "id": 17 }),
        ),
        (
            "query($id: ID!) { need(id: $id) { id } }",
            json!({ "id": "offer_00000000000000000000000000000001" }),
        ),
        (
            "query($filter: NeedFilter) { needs(filter: $filter) { totalCount } }",
            json!({ "filter": { "colour": 1 } }),
        ),
        (
            "query($filter: NeedFilter) { needs(filter: $filter) { totalCount } }",
            json!({ "filter": { "statuses": ["RED"] } }),
        ),
        ("query A { errorCodes } query B { errorCodes }", json!({})),
        ("mutation { refreshSession { viewer } }", json!({})),
        ("subscription { matchChanged { id } }", json!({})),
        ("{ ...A } fragment A on Query { ...A }", json!({})),
        (
            "{ needs(filter: { query: \"a\\u0000b\" }) { totalCount } }",
            json!({}),
        ),
        ("{ unfinished", json!({})),
        ("", json!({})),
        ("\u{feff}{{{", json!({})),
    ] {
        let answer = person.send(query, variables).await;
        let found = answer.code();
        assert_eq!(found, Some("BAD_REQUEST"), "{query}: {:#}", answer.body);
        let text = answer.body.to_string().to_lowercase();
        for word in ["sqlx", "sqlite", "panicked", "select ", "sentence"] {
            assert!(!text.contains(word), "{query}: {text}");
        }
        // Ids are typed by us and read when their field is: such a request has begun to run.
        let begun = answer.body.pointer("/errors/0/path").is_some();
        assert_eq!(
            answer.status.as_u16(),
            if begun { 200 } else { 400 },
            "{query}: {:#}",
            answer.body
        );
        assert_eq!(
            answer.body.get("data").cloned(),
            begun.then_some(Value::Null),
            "{query}"
        );
    }
    app.end().await;
}

#[tokio::test]
async fn greedy_queries_are_refused_before_they_run() {
    let app = TestApp::start(Kind::Sqlite).await;
    let visitor = app.visitor();
    let mut bomb = String::from("{ ...F0 }");
    for i in 0..7 {
        bomb += &format!(
            " fragment F{i} on Query {{ {} }}",
            format!("...F{} ", i + 1).repeat(10)
        );
    }
    bomb += " fragment F7 on Query { errorCodes }";
    let deep = format!(
        "{{ needs {{ nodes {{ {}id{} }} }} }}",
        "organization { needs { nodes { ".repeat(6),
        " } } }".repeat(6)
    );
    let aliases: String = (0..41).map(|i| format!("a{i}: errorCodes ")).collect();
    let fields = "errorCodes ".repeat(2001);
    let wide = "{ needs(first: 100) { nodes { matches(first: 100) { nodes { need { proposals(first: 100) { nodes { id } } } } } } } }";
    let literal = format!(
        "{{ needs(filter: {}{}) {{ totalCount }} }}",
        "{a:".repeat(500),
        "}".repeat(500)
    );
    for query in [
        bomb,
        deep,
        format!("{{ {aliases} }}"),
        format!("{{ {fields} }}"),
        wide.to_owned(),
        literal,
    ] {
        let answer = visitor
            .refused(&query, json!({}), "QUERY_TOO_COMPLEX")
            .await;
        assert_eq!(
            (answer.status.as_u16(), answer.body.get("data")),
            (400, None)
        );
    }
    app.end().await;
}

#[tokio::test]
async fn a_refusal_speaks_the_readers_language() {
    let app = TestApp::start(Kind::Sqlite).await;
    let person = app.officer().await;
    let say = async |who: &Client, languages: &str| {
        let body = json!({ "query": NEED, "variables": { "id": UNKNOWN } }).to_string();
        let request = post(Some("application/json"), body);
        let (mut parts, body) = request.into_parts();
        if !languages.is_empty() {
            parts
                .headers
                .insert("accept-language", languages.parse().unwrap());
        }
        if let Some(token) = &who.token {
            parts
                .headers
                .insert("authorization", format!("Bearer {token}").parse().unwrap());
        }
        let (_, answer) = raw(&app, Request::from_parts(parts, body)).await;
        answer["errors"][0]["message"].as_str().unwrap().to_owned()
    };
    let vi = "Không tìm thấy nội dung này, hoặc bạn không được xem.";
    let en = "There is no such thing here, or it is not for you to see.";
    assert_eq!(say(&app.visitor(), "").await, vi);
    assert_eq!(say(&app.visitor(), "fr").await, vi);
    assert_eq!(say(&app.visitor(), "fr, en-GB;q=0.8, vi;q=0.7").await, en);
    let english = "mutation { updateProfile(input: { locale: EN }) { viewer { locale } } }";
    person.ask(english, json!({})).await;
    assert_eq!(
        say(&person, "").await,
        en,
        "the person's own language when the request names none"
    );
    assert_eq!(say(&person, "vi-VN").await, vi);
    app.end().await;
}

#[tokio::test]
async fn the_status_follows_what_the_client_accepts() {
    let app = TestApp::start(Kind::Sqlite).await;
    let ask = async |accept: &str, query: &str| {
        let mut request = post(
            Some("application/json"),
            json!({ "query": query }).to_string(),
        );
        request
            .headers_mut()
            .insert("accept", accept.parse().unwrap());
        raw(&app, request).await.0.as_u16()
    };
    assert_eq!(
        ask("application/graphql-response+json", "{ colour }").await,
        400
    );
    assert_eq!(ask("application/json", "{ colour }").await, 200);
    assert_eq!(ask("text/html", "{ errorCodes }").await, 406);
    assert_eq!(
        ask(
            "application/json",
            "{ need(id: \"need_00000000000000000000000000000001\") { id } }"
        )
        .await,
        200
    );
    app.end().await;
}

/// What a browser test cannot: the answers of a database that takes no connections.
#[tokio::test]
async fn a_database_that_is_away_is_503_and_comes_back_without_a_restart() {
    let app = TestApp::start(Kind::Postgres).await;
    let officer = app.officer().await;
    let mut server = PgConnection::connect(&std::env::var("TEST_POSTGRES_URL").unwrap())
        .await
        .unwrap();
    let name: String = sqlx::query_scalar("SELECT current_database()::text")
        .fetch_one(app.app.db.get_postgres_connection_pool())
        .await
        .unwrap();
    let mut run = async |sql: String| server.execute(AssertSqlSafe(sql)).await.map(drop).unwrap();
    run(format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).await;
    run(format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    ))
    .await;
    let create = "mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }";
    let input = json!({ "input": { "clientKey": app.key(), "organizationId": officer.organization_id(), "content": content::need() } });
    for _ in 0..4 {
        let answer = officer.refused(create, input.clone(), "UNAVAILABLE").await;
        assert_eq!(
            (answer.status.as_u16(), answer.body["data"].as_null()),
            (503, Some(()))
        );
        let answer = app
            .visitor()
            .refused("{ needs { totalCount } }", json!({}), "UNAVAILABLE")
            .await;
        assert_eq!(
            (answer.status.as_u16(), &answer.headers["retry-after"]),
            (503, &"5".parse().unwrap())
        );
    }
    let ready = async || {
        raw(&app, Request::get("/readyz").body(Body::empty()).unwrap())
            .await
            .0
            .as_u16()
    };
    assert_eq!(ready().await, 503);
    run(format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true")).await;
    officer.ask(create, input).await;
    assert_eq!((ready().await, app.rows("need").await), (200, 1));
    app.end().await;
}

#[tokio::test]
async fn connections_that_broke_are_replaced() {
    let app = TestApp::start(Kind::Postgres).await;
    let visitor = app.visitor();
    let mut server = PgConnection::connect(&std::env::var("TEST_POSTGRES_URL").unwrap())
        .await
        .unwrap();
    let pool = app.app.db.get_postgres_connection_pool();
    let name: String = sqlx::query_scalar("SELECT current_database()::text")
        .fetch_one(pool)
        .await
        .unwrap();
    let open = pool.size();
    let kill =
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    server.execute(AssertSqlSafe(kill)).await.unwrap();
    // Each broken connection may cost one request its answer, and no more.
    let mut refused = 0;
    loop {
        let answer = visitor.send("{ needs { totalCount } }", json!({})).await;
        if answer.code().is_none() {
            break;
        }
        assert_eq!(
            (answer.status.as_u16(), answer.code()),
            (503, Some("UNAVAILABLE"))
        );
        refused += 1;
        assert!(
            refused <= open,
            "{refused} requests refused, {open} connections broken"
        );
    }
    visitor.ask("{ needs { totalCount } }", json!({})).await;
    app.end().await;
}

#[tokio::test]
async fn a_locked_database_file_is_503_for_writers_alone() {
    let app = TestApp::start(Kind::Sqlite).await;
    let officer = app.officer().await;
    let mut other = app
        .app
        .db
        .get_sqlite_connection_pool()
        .acquire()
        .await
        .unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let create = "mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }";
    let input = json!({ "input": { "clientKey": app.key(), "organizationId": officer.organization_id(), "content": {} } });
    let answer = officer.refused(create, input.clone(), "UNAVAILABLE").await;
    assert_eq!(answer.status, 503);
    officer
        .ask(
            "{ needs(filter: { mine: true }) { totalCount } }",
            json!({}),
        )
        .await;
    other.execute("ROLLBACK").await.unwrap();
    officer.ask(create, input).await;
    assert_eq!(app.rows("need").await, 1);
    drop(other);
    app.end().await;
}

on_both_databases!(hostile_words_are_only_words, |app| {
    let officer = app.officer().await;
    for text in [
        "'; DROP TABLE need; --",
        "{{ 7 * 7 }}",
        "<script>alert(1)</script>",
        "\u{202e}\u{feff}ẩn",
        "𝕏 🏙️ \\ \" %_",
    ] {
        let title = json!({ "title": { "vi": text } });
        let need = app.draft_need(&officer, title).await;
        let query = "query($id: ID!) { need(id: $id) { title { vi } } }";
        let data = officer.ask(query, json!({ "id": need })).await;
        assert_eq!(data["need"]["title"]["vi"], text);
        let found = "query($q: String) { needs(filter: { mine: true, query: $q }) { totalCount } }";
        let data = officer.ask(found, json!({ "q": text })).await;
        assert_eq!(data["needs"]["totalCount"], 1, "{text}");
    }
});
