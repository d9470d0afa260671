//! The audit: who did what, when and from where; who may read it; what it must not tell.

use std::net::SocketAddr;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::Request;
use chrono::Duration;
use iforum::audit;
use iforum::organizations::MembershipRole;
use tests::{Client, Kind, TestApp, Value, content, json, on_both_databases};
use tower::ServiceExt;

const RECORDS: &str = "query($filter: AuditFilter) { auditRecords(filter: $filter, first: 100) { totalCount nodes { id seq at actor actorId actorKind action subjectKind subject detail address hash } } }";
const OWN: &str =
    "{ viewer { records(first: 50) { totalCount nodes { action subject ownAct address } } } }";
const REVIEW_NEED: &str = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }";
const SUBMIT_PROPOSAL: &str = "mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 1 }) { proposal { id } } }";

async fn records(who: &Client, filter: Value) -> Vec<Value> {
    let data = who.ask(RECORDS, json!({ "filter": filter })).await;
    let nodes = data["auditRecords"]["nodes"].as_array().expect("nodes");
    assert_eq!(data["auditRecords"]["totalCount"], nodes.len());
    nodes.clone()
}

fn actions(records: &[Value]) -> Vec<&str> {
    records
        .iter()
        .map(|node| node["action"].as_str().expect("an action"))
        .collect()
}

/// An address's status, headers and text.
async fn fetch(app: &TestApp, path: &str, who: Option<&Client>) -> (u16, String, Vec<u8>) {
    let mut request = Request::get(path);
    if let Some(token) = who.and_then(|client| client.token.as_ref()) {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let request = request.body(Body::empty()).expect("a request");
    let answer = app
        .router
        .clone()
        .oneshot(request)
        .await
        .expect("an answer");
    let (status, kind) = (
        answer.status().as_u16(),
        answer.headers()["content-type"]
            .to_str()
            .expect("text")
            .to_owned(),
    );
    let body = to_bytes(answer.into_body(), usize::MAX)
        .await
        .expect("a body");
    (status, kind, body.to_vec())
}

on_both_databases!(records_are_found_by_who_what_and_when, |app| {
    let (officer, firm) = (app.officer().await, app.firm().await);
    let administrator = app.administrator().await;
    let need = app.draft_need(&officer, content::need()).await;
    app.app.clock.advance(Duration::hours(1));
    let offer = app.draft_offer(&firm, content::offer()).await;
    let by = |filter: Value| records(&administrator, filter);
    let actor = officer.user.unwrap().to_string();
    assert_eq!(
        actions(&by(json!({ "actor": actor })).await),
        ["need.created"]
    );
    assert_eq!(
        actions(&by(json!({ "action": "offer." })).await),
        ["offer.created"]
    );
    // What is looked for is no pattern.
    assert!(by(json!({ "action": "offer%" })).await.is_empty());
    assert!(by(json!({ "action": "_ffer.created" })).await.is_empty());
    assert_eq!(by(json!({ "subject": need })).await[0]["subject"], need);
    let hour = (tests::beginning() + Duration::minutes(30)).to_rfc3339();
    let later = by(json!({ "from": hour })).await;
    assert_eq!(
        (actions(&later), later[0]["subject"].as_str()),
        (vec!["offer.created"], Some(offer.as_str()))
    );
    let earlier = by(json!({ "to": hour })).await;
    assert!(actions(&earlier).contains(&"need.created") && earlier.len() > 1);
    // Newest first, numbered without a gap.
    let all = by(json!({})).await;
    let numbers: Vec<_> = all.iter().map(|node| node["seq"].as_i64()).collect();
    let expected: Vec<_> = (1..=i64::try_from(all.len()).unwrap())
        .rev()
        .map(Some)
        .collect();
    assert_eq!(numbers, expected);
});

on_both_databases!(a_record_says_from_where_and_in_which_session, |app| {
    let officer = app.officer().await;
    let body = json!({ "query": "mutation { updateProfile(input: { name: \"Tên mới\" }) { viewer { id } } }" });
    let mut request = Request::post("/graphql")
        .header("content-type", "application/json")
        .header(
            "authorization",
            format!("Bearer {}", officer.token.as_ref().unwrap()),
        )
        .body(Body::from(body.to_string()))
        .unwrap();
    let peer: SocketAddr = "198.51.100.7:4711".parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(peer));
    app.router.clone().oneshot(request).await.unwrap();
    let record = audit::store::of_user(&app.app.db, officer.user.unwrap())
        .await
        .unwrap()
        .pop()
        .unwrap();
    assert_eq!(record.action, "account.updated");
    assert_eq!(record.address.as_deref(), Some("198.51.100.7"));
    assert!(record.session_id.is_some() && record.hash.is_some());
    let own = officer.ask(OWN, json!({})).await;
    let entry = json!({ "action": "account.updated", "subject": officer.user.unwrap().to_string(), "ownAct": true, "address": "198.51.100.7" });
    assert_eq!(own["viewer"]["records"]["nodes"], json!([entry]));
});

on_both_databases!(a_sealed_proposal_leaves_no_gap, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let administrator = app.administrator().await;
    let reader = app.colleague(&firm, MembershipRole::Viewer).await;
    let need = app.open_need(&officer, &moderator).await;
    let before = records(&administrator, json!({})).await;
    let proposal = app.draft_proposal(&firm, &need).await;
    // That a colleague was refused to hand it in would tell of it as well.
    let id = json!({ "id": proposal });
    reader
        .refused(SUBMIT_PROPOSAL, id.clone(), "FORBIDDEN")
        .await;
    firm.ask(SUBMIT_PROPOSAL, id).await;
    app.run_jobs().await;
    assert_eq!(records(&administrator, json!({})).await, before);
    assert!(
        records(&administrator, json!({ "subject": proposal }))
            .await
            .is_empty()
    );
    let (_, _, csv) = fetch(app, "/audit.csv", Some(&administrator)).await;
    assert!(!String::from_utf8(csv).unwrap().contains("proposal"));
    // Its bidder sees what she did.
    let own = firm.ask(OWN, json!({})).await;
    let nodes = own["viewer"]["records"]["nodes"].as_array().unwrap();
    assert_eq!(
        actions(nodes),
        ["proposal.submitted", "proposal.created"],
        "newest first"
    );
});

on_both_databases!(a_refusal_is_on_record_once_and_by_name, |app| {
    let (officer, firm, administrator) = (
        app.officer().await,
        app.firm().await,
        app.administrator().await,
    );
    let need = app.draft_need(&officer, content::need()).await;
    officer
        .ask(
            "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }",
            json!({ "id": need }),
        )
        .await;
    officer
        .refused(REVIEW_NEED, json!({ "id": need }), "FORBIDDEN")
        .await;
    // Three refusals in one operation, under names of the client's own, are one record.
    let reports = "mutation($id: ID!) { secret: reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } other: reviewNeed(input: { needId: $id, decision: APPROVED, rule: OTHER }) { need { id } } }";
    officer
        .refused(reports, json!({ "id": need }), "FORBIDDEN")
        .await;
    let refused = records(&administrator, json!({ "action": "access.refused" })).await;
    assert_eq!(refused.len(), 2);
    for record in &refused {
        assert_eq!(
            (
                record["subjectKind"].as_str(),
                record["subject"].as_str(),
                record["detail"].as_str()
            ),
            (Some("operation"), Some("reviewNeed"), Some("null"))
        );
        assert_eq!(record["actorId"], officer.user.unwrap().to_string());
    }
    // Hidden things, questions and visitors leave nothing.
    firm.refused(REVIEW_NEED, json!({ "id": need }), "NOT_FOUND")
        .await;
    firm.refused("{ auditRecords { totalCount } }", json!({}), "FORBIDDEN")
        .await;
    let create = "mutation($org: ID!) { createNeed(input: { clientKey: \"12345678\", organizationId: $org, content: {} }) { need { id } } }";
    let org = json!({ "org": officer.organization_id() });
    app.visitor().refused(create, org, "UNAUTHENTICATED").await;
    let again = records(&administrator, json!({ "action": "access.refused" })).await;
    assert_eq!(again.len(), 2);
});

on_both_databases!(an_export_is_whole_inert_and_for_administrators, |app| {
    let (firm, administrator) = (app.firm().await, app.administrator().await);
    let name =
        "mutation($name: String!) { updateProfile(input: { name: $name }) { viewer { id } } }";
    firm.ask(name, json!({ "name": "=HYPERLINK(\"http://x\",\"y\")" }))
        .await;
    for path in ["/audit.csv", "/audit.jsonl"] {
        assert_eq!(fetch(app, path, None).await.0, 401);
        assert_eq!(fetch(app, path, Some(&firm)).await.0, 403);
        assert_eq!(fetch(app, path, Some(&app.moderator().await)).await.0, 403);
    }
    for wrong in [
        "?from=yesterday",
        "?actor=need_1",
        "?to=2026-99-99",
        "?action=%00",
        "?subject=a%00",
    ] {
        let path = format!("/audit.csv{wrong}");
        assert_eq!(
            fetch(app, &path, Some(&administrator)).await.0,
            400,
            "{wrong}"
        );
    }
    let (status, kind, bytes) = fetch(app, "/audit.csv", Some(&administrator)).await;
    assert_eq!((status, kind.as_str()), (200, "text/csv; charset=utf-8"));
    let text = String::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.starts_with("seq,at,actor,") && text.contains("\"'=HYPERLINK("));
    let (_, kind, bytes) = fetch(app, "/audit.jsonl", Some(&administrator)).await;
    assert_eq!(kind, "application/x-ndjson; charset=utf-8");
    let lines: Vec<Value> = String::from_utf8(bytes)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let actions: Vec<_> = lines.iter().map(|line| line["action"].as_str()).collect();
    assert_eq!(actions.last(), Some(&Some("audit.exported")));
    assert_eq!(
        i64::try_from(lines.len()).unwrap(),
        app.rows("audit_record").await
    );
    let narrow = format!("/audit.jsonl?action=account.&actor={}", firm.user.unwrap());
    let (_, _, bytes) = fetch(app, &narrow, Some(&administrator)).await;
    assert_eq!(String::from_utf8(bytes).unwrap().lines().count(), 1);
});

#[tokio::test]
async fn an_export_longer_than_a_batch_has_every_record_once() {
    let app = TestApp::start(Kind::Sqlite).await;
    let ctx = app.system();
    for _ in 0..12 {
        let txn = ctx.begin().await.unwrap();
        for _ in 0..100 {
            audit::record(&ctx, &txn, "test.done", audit::Subject::nobody(), &())
                .await
                .unwrap();
        }
        txn.commit().await.unwrap();
    }
    let administrator = app.administrator().await;
    let (_, _, bytes) = fetch(&app, "/audit.csv", Some(&administrator)).await;
    let text = String::from_utf8(bytes).unwrap();
    let numbers: Vec<i64> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(numbers, (1..=1201).collect::<Vec<_>>());
    app.end().await;
}

on_both_databases!(what_others_did_to_an_account_names_nobody, |app| {
    let (firm, administrator) = (app.firm().await, app.administrator().await);
    let mut ctx = app.system();
    ctx.viewer = {
        let session = administrator.token.as_ref().unwrap();
        let ticket = iforum::sessions::service::ticket(&app.app, session).unwrap();
        iforum::sessions::service::viewer_of(&app.app, &ticket)
            .await
            .unwrap()
    };
    ctx.client.address = "203.0.113.9".into();
    let txn = ctx.begin().await.unwrap();
    let subject = audit::Subject::user(firm.user.unwrap());
    audit::record(&ctx, &txn, "account.suspended", subject, &())
        .await
        .unwrap();
    txn.commit().await.unwrap();
    let own = firm.ask(OWN, json!({})).await;
    let entry = json!({ "action": "account.suspended", "subject": firm.user.unwrap().to_string(), "ownAct": false, "address": null });
    assert_eq!(own["viewer"]["records"]["nodes"], json!([entry]));
    // A program's token sees nothing of it, and nobody sees another's.
    let other = app.firm().await;
    let own = other.ask(OWN, json!({})).await;
    assert_eq!(own["viewer"]["records"]["totalCount"], 0);
});

on_both_databases!(a_filter_takes_whatever_is_sent, |app| {
    let administrator = app.administrator().await;
    app.draft_need(&app.officer().await, content::need()).await;
    let long = "x".repeat(100_000);
    for filter in [
        json!({ "action": long }),
        json!({ "subject": long }),
        json!({ "action": "' OR 1=1 --" }),
        json!({ "action": "\\" }),
        json!({ "subject": "\u{202e}\u{1f600}" }),
        json!({ "from": "+262000-01-01T00:00:00Z" }),
        json!({ "to": "-200000-01-01T00:00:00Z" }),
    ] {
        assert!(
            records(&administrator, filter.clone()).await.is_empty(),
            "{filter}"
        );
    }
    let all = json!({ "from": "-200000-01-01T00:00:00Z", "to": "+262000-01-01T00:00:00Z" });
    assert_eq!(records(&administrator, all).await.len(), 2);
    let people = "query($query: String) { people(filter: { query: $query }) { totalCount } }";
    for words in [long.as_str(), "\\", "'", "a b c d e f g h i j k l m n o"] {
        administrator.ask(people, json!({ "query": words })).await;
    }
    app.refuses(
        &administrator,
        people,
        json!({ "query": "a\u{0}" }),
        "BAD_REQUEST",
    )
    .await;
});
