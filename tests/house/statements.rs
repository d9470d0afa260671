//! No list asks the database once per row: the number of statements does not depend on the number
//! of rows. And no request asks each time who somebody is.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::Duration;
use tests::{Client, Kind, TestApp, content, json};

async fn statements(counter: &Arc<AtomicUsize>, who: &Client, query: &str) -> usize {
    counter.store(0, Ordering::SeqCst);
    who.ask(query, json!({})).await;
    counter.load(Ordering::SeqCst)
}

const NEEDS: &str = "{ needs(first: 20) { nodes { id title { vi } status closesAt budget { min max }
    organization { id legalName { vi } place { nameVi } } place { fullNameVi region { nameVi } }
    domains { code nameVi } jointCall { id parts { need { title { vi } } } } viewerCan lastReview { decision decidedBy } } pageInfo { hasNextPage } } }";
const PUBLIC_NEEDS: &str = "{ needs(first: 20) { nodes { id title { vi } status
    organization { legalName { vi } } place { nameVi } domains { code nameVi } } } }";
const OFFERS: &str =
    "{ offers(first: 20) { nodes { id title { vi } organization { legalName { vi } }
    domains { code } coverage { nameVi } viewerCan lastReview { decision } } } }";
const MATCHES: &str = "{ matches(first: 20) { nodes { id score factors { key points } contacts { email organization { id } }
    need { title { vi } organization { id } domains { code } } offer { title { vi } organization { id } coverage { id } } viewerCan } } }";
const REVIEWS: &str = "{ reviews(first: 20) { nodes { id kind decidedBy need { title { vi } organization { id } domains { code } }
    offer { title { vi } organization { id } } match { score need { title { vi } } offer { title { vi } } } } } }";
const QUEUE: &str = "{ reviews(first: 20, filter: { decidable: true, claimedBy: NOBODY }) { nodes { id kind viewerCan openedBy openingText claimedBy claimedUntil
    person organization { legalName { vi } } otherOrganization { id } appealOf { decidedBy } appeal { id } need { title { vi } } match { score } } } }";
const PEOPLE: &str = "{ people(first: 20) { nodes { id name secondFactor lastSeenAt memberships { role name organization { legalName { vi } } } } } }";
const JOINT_CALLS: &str = "{ jointCalls(first: 20) { nodes { id reason { vi } region { nameVi } viewerCan
    parts { answer viewerCan organization { legalName { vi } } need { title { vi } organization { id } domains { code } } } } } }";
const RECORDS: &str = "{ auditRecords(first: 50) { nodes { seq actor action subject hash } } }";
const DETAIL: &str =
    "{ needs(first: 1) { nodes { id title { vi } organization { legalName { vi } } domains { code }
    matches(first: 10) { nodes { score offer { title { vi } organization { legalName { vi } } } } }
    proposals(first: 10) { nodes { status organization { legalName { vi } } viewerCan } } } } }";

const ORGANIZATIONS: &str = "{ organizations(first: 20) { nodes { id legalName { vi } place { nameVi } domains { code }
    verification verifiedBy allianceStatus certificates { name evidence { id } } references { year } viewerCan } } }";
const RESEARCHERS: &str =
    "{ researchers(first: 20) { nodes { id name headline { vi } organization { legalName { vi } }
    domains { code } languages public interests } } }";

/// Another public profile of a researcher, and an organisation with something to show.
async fn shown(app: &TestApp) {
    let owner = app.firm().await;
    let id = owner.organization_id();
    let add =
        "mutation($input: AddReferenceInput!) { addReference(input: $input) { reference { id } } }";
    let content = json!({ "project": { "vi": "Dự án" }, "client": "Ai đó", "year": 2024 });
    let input = json!({ "clientKey": app.key(), "organizationId": id, "content": content });
    owner.ask(add, json!({ "input": input })).await;
    let write = "mutation($content: ResearcherContent!) { updateResearcher(input: { version: 0, content: $content }) { researcher { id } } }";
    let content = json!({
        "headline": { "vi": "Chuyên gia" }, "organizationId": id, "domains": ["ENE", "LGT"],
        "languages": ["vi", "en"], "evaluator": true, "consortiumPartner": true,
    });
    owner.ask(write, json!({ "content": content })).await;
    let consent = "mutation { setConsent(input: { purpose: PUBLIC_PROFILE, given: true }) { viewer { id } } }";
    owner.ask(consent, json!({})).await;
}

async fn story(kind: Kind) {
    let (app, counter) = TestApp::counted(kind).await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let administrator = app.administrator().await;
    // Who she is is looked up at her first request alone.
    administrator.ask("{ viewer { id } }", json!({})).await;
    app.published_offer(&firm, &moderator).await;
    app.open_need(&app.officer().await, &moderator).await;
    app.open_need(&officer, &moderator).await;
    let asked = [
        (&officer, NEEDS),
        (&firm, OFFERS),
        (&officer, MATCHES),
        (&moderator, REVIEWS),
        (&moderator, QUEUE),
        (&administrator, PEOPLE),
        (&administrator, RECORDS),
        (&officer, DETAIL),
        (&officer, ORGANIZATIONS),
        (&officer, RESEARCHERS),
        (&moderator, JOINT_CALLS),
    ];
    shown(&app).await;
    let mut few = Vec::new();
    for (who, query) in asked {
        few.push(statements(&counter, who, query).await);
    }
    for _ in 0..4 {
        let (other, another) = (app.officer().await, app.firm().await);
        app.published_offer(&another, &moderator).await;
        app.open_need_with(&other, &moderator, content::need())
            .await;
        app.open_need(&officer, &moderator).await;
        shown(&app).await;
    }
    let mut many = Vec::new();
    for (who, query) in asked {
        many.push(statements(&counter, who, query).await);
    }
    assert_eq!(
        few, many,
        "statements for needs, offers, matches, reviews, the queue, people, records, one need in detail, organisations, researchers, joint calls"
    );
    assert!(many.iter().all(|count| *count <= 14), "{many:?}");
    // The page, the owners, the domains; places are in memory and a visitor has no session.
    assert_eq!(statements(&counter, &app.visitor(), PUBLIC_NEEDS).await, 3);
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_cost_the_same_however_long_sqlite() {
    story(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_cost_the_same_however_long_postgres() {
    story(Kind::Postgres).await;
}

/// Who a request is of: none while it is remembered, one otherwise (two for a program's token, whose own
/// row is read first).
async fn who_asks(kind: Kind) {
    const NAME: &str = "{ serverTime viewer { name staffRole } }";
    let (app, counter) = TestApp::counted(kind).await;
    let person = app.registered("dem").await;
    let make = "mutation($at: DateTime!) { createAccessToken(input: { name: \"x\", scopes: [READ], expiresAt: $at }) { secret } }";
    let at = (app.app.clock.now() + Duration::days(1)).to_rfc3339();
    let made = person.ask(make, json!({ "at": at })).await;
    let mut program = app.visitor();
    program.token = made["createAccessToken"]["secret"]
        .as_str()
        .map(str::to_owned);
    app.run_jobs().await;
    if kind == Kind::Postgres {
        // While nobody would tell of a change, nothing is remembered.
        for _ in 0..3 {
            assert_eq!(statements(&counter, &person, NAME).await, 1);
        }
    }
    let bus = tokio::spawn(app.app.bus.clone().listen(app.app.db.clone()));
    while kind == Kind::Postgres && !app.app.bus.listens() {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    // Its first use is written down, and again after an hour.
    program.ask(NAME, json!({})).await;
    for who in [&person, &program] {
        who.ask(NAME, json!({})).await;
        for _ in 0..20 {
            assert_eq!(statements(&counter, who, NAME).await, 0, "remembered");
        }
    }
    for _ in 0..5 {
        app.app.clock.advance(Duration::seconds(60));
        for (who, most) in [(&person, 1), (&program, 2)] {
            let asked = statements(&counter, who, NAME).await;
            assert!((1..=most).contains(&asked), "after a minute: {asked}");
            assert_eq!(statements(&counter, who, NAME).await, 0, "and again");
        }
    }
    bus.abort();
    app.end().await;
}

#[tokio::test]
async fn who_asks_costs_no_statement_while_remembered_else_one_sqlite() {
    who_asks(Kind::Sqlite).await;
}

#[tokio::test]
async fn who_asks_costs_no_statement_while_remembered_else_one_postgres() {
    who_asks(Kind::Postgres).await;
}
