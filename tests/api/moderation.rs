//! Moderation: what waits, who decides, what is written down.

use chrono::Duration;
use iforum::organizations::service::add_member;
use iforum::organizations::{MembershipRole, MembershipStatus};
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const QUEUE: &str = "query($filter: ReviewFilter) { reviews(filter: $filter) { totalCount nodes { kind need { id } offer { id } match { id } decision rule reason decidedBy decidedAt } } }";
const SUBMIT_NEED: &str =
    "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }";
const SUBMIT_OFFER: &str =
    "mutation($id: ID!) { submitOffer(input: { offerId: $id }) { offer { id } } }";
const REVIEW_NEED: &str =
    "mutation($input: ReviewNeedInput!) { reviewNeed(input: $input) { need { status } } }";
const REVIEW_OFFER: &str =
    "mutation($input: ReviewOfferInput!) { reviewOffer(input: $input) { offer { status } } }";
const INTRODUCE: &str =
    "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { status } } }";

async fn waiting_need(app: &TestApp, officer: &Client) -> String {
    let need = app.draft_need(officer, content::need()).await;
    officer.ask(SUBMIT_NEED, json!({ "id": need })).await;
    need
}

async fn waiting_offer(app: &TestApp, firm: &Client) -> String {
    let offer = app.draft_offer(firm, content::offer()).await;
    firm.ask(SUBMIT_OFFER, json!({ "id": offer })).await;
    offer
}

fn approval(field: &str, id: &str) -> Value {
    json!({ "input": { field: id, "decision": "APPROVED", "rule": "COMPLETE" } })
}

/// Makes a member of staff an editor of somebody's organisation.
async fn joins(app: &TestApp, staff: &Client, of: &Client) {
    let ctx = app.system();
    let txn = ctx.begin().await.unwrap();
    let role = (MembershipRole::Editor, MembershipStatus::Active);
    let organization = of.organization.unwrap();
    add_member(&ctx, &txn, organization, staff.user.unwrap(), role)
        .await
        .unwrap();
    txn.commit().await.unwrap();
}

/// What waits, as (kind, id), in the queue's order.
async fn queue(staff: &Client, filter: Value) -> Vec<(String, String)> {
    let data = staff.ask(QUEUE, json!({ "filter": filter })).await;
    let nodes = data["reviews"]["nodes"].as_array().expect("nodes");
    assert_eq!(data["reviews"]["totalCount"], nodes.len());
    let subject = |node: &Value| {
        let found = ["need", "offer", "match"]
            .into_iter()
            .find_map(|kind| node[kind]["id"].as_str());
        found.expect("a subject").to_owned()
    };
    nodes
        .iter()
        .map(|node| (node["kind"].as_str().unwrap().to_owned(), subject(node)))
        .collect()
}

on_both_databases!(what_waits_longest_comes_first, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let first = waiting_offer(app, &firm).await;
    app.app.clock.advance(Duration::seconds(1));
    let second = waiting_need(app, &officer).await;
    app.app.clock.advance(Duration::seconds(1));
    let third = waiting_offer(app, &firm).await;
    let (need, offer) = ("NEED".to_owned(), "OFFER".to_owned());
    let all = [
        (offer.clone(), first.clone()),
        (need.clone(), second.clone()),
        (offer.clone(), third.clone()),
    ];
    assert_eq!(queue(&moderator, json!({})).await, all);
    assert_eq!(
        queue(&moderator, json!({ "kind": "NEED" })).await,
        [(need, second)]
    );
    moderator
        .ask(REVIEW_OFFER, approval("offerId", &first))
        .await;
    app.run_jobs().await;
    let waiting = json!({ "kind": "OFFER", "waiting": true });
    assert_eq!(queue(&moderator, waiting).await, [(offer.clone(), third)]);
    assert_eq!(
        queue(&moderator, json!({ "waiting": false })).await,
        [(offer, first)]
    );
    assert_eq!(queue(&moderator, json!({ "kind": "MATCH" })).await, []);
});

on_both_databases!(the_queue_is_for_staff, |app| {
    let officer = app.officer().await;
    waiting_need(app, &officer).await;
    app.refuses(&officer, QUEUE, json!({}), "FORBIDDEN").await;
    app.refuses(&app.visitor(), QUEUE, json!({}), "UNAUTHENTICATED")
        .await;
    assert_eq!(queue(&app.administrator().await, json!({})).await.len(), 1);
    let audit = "{ auditRecords { totalCount } }";
    for who in [&officer, &app.moderator().await] {
        app.refuses(who, audit, json!({}), "FORBIDDEN").await;
    }
});

on_both_databases!(a_decision_is_recorded_with_rule_reason_and_name, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = waiting_need(app, &officer).await;
    let back = json!({ "input": { "needId": need, "decision": "CHANGES_REQUESTED", "rule": "PERSONAL_DATA", "reason": " Bỏ số điện thoại. " } });
    moderator.ask(REVIEW_NEED, back).await;
    app.run_jobs().await;
    let data = moderator.ask(QUEUE, json!({})).await;
    let record = json!({
        "kind": "NEED", "need": { "id": need }, "offer": null, "match": null,
        "decision": "CHANGES_REQUESTED", "rule": "PERSONAL_DATA", "reason": "Bỏ số điện thoại.",
        "decidedBy": "Người moderator", "decidedAt": tests::beginning().to_rfc3339(),
    });
    assert_eq!(data["reviews"]["nodes"], json!([record]));
    let audit = "{ auditRecords(first: 1) { nodes { action actor subject detail } } }";
    let data = app.administrator().await.ask(audit, json!({})).await;
    let entry = json!({ "action": "need.sent_back", "actor": "Người moderator", "subject": need, "detail": "\"personal_data\"" });
    assert_eq!(data["auditRecords"]["nodes"], json!([entry]));
    // A second submission is a second review; the first stays as it was.
    officer.ask(SUBMIT_NEED, json!({ "id": need })).await;
    let data = moderator.ask(QUEUE, json!({})).await;
    assert_eq!(data["reviews"]["totalCount"], 2);
    assert_eq!(data["reviews"]["nodes"][0], record);
});

on_both_databases!(the_second_moderator_comes_too_late, |app| {
    let (officer, firm) = (app.officer().await, app.firm().await);
    let (one, two) = (app.moderator().await, app.moderator().await);
    let need = waiting_need(app, &officer).await;
    let reject = json!({ "input": { "needId": need, "decision": "CHANGES_REQUESTED", "rule": "OTHER", "reason": "Khác." } });
    let (first, second) = futures_util::join!(
        one.send(REVIEW_NEED, approval("needId", &need)),
        two.send(REVIEW_NEED, reject)
    );
    let codes = [first.code(), second.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("ILLEGAL_TRANSITION")),
        "{codes:?}"
    );
    let offer = waiting_offer(app, &firm).await;
    one.ask(REVIEW_OFFER, approval("offerId", &offer)).await;
    app.run_jobs().await;
    app.refuses(
        &two,
        REVIEW_OFFER,
        approval("offerId", &offer),
        "ILLEGAL_TRANSITION",
    )
    .await;
    assert_eq!(app.templates_to(&officer.email).await.len(), 1);
});

on_both_databases!(nobody_decides_on_what_his_own_organisation_wrote, |app| {
    let (officer, firm) = (app.officer().await, app.firm().await);
    let (partial, neutral) = (app.moderator().await, app.moderator().await);
    joins(app, &partial, &officer).await;
    let need = waiting_need(app, &officer).await;
    app.refuses(
        &partial,
        REVIEW_NEED,
        approval("needId", &need),
        "FORBIDDEN",
    )
    .await;
    neutral.ask(REVIEW_NEED, approval("needId", &need)).await;
    let offer = app.published_offer(&firm, &neutral).await;
    let found = app.suggested_match(&need, &offer).await;
    app.refuses(&partial, INTRODUCE, json!({ "id": found }), "FORBIDDEN")
        .await;
    joins(app, &partial, &firm).await;
    let second = waiting_offer(app, &firm).await;
    app.refuses(
        &partial,
        REVIEW_OFFER,
        approval("offerId", &second),
        "FORBIDDEN",
    )
    .await;
});

on_both_databases!(a_match_waits_until_it_is_introduced, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&officer, &moderator).await;
    let found = app.suggested_match(&need, &offer).await;
    let waiting = json!({ "waiting": true });
    assert_eq!(
        queue(&moderator, waiting.clone()).await,
        [("MATCH".to_owned(), found.clone())]
    );
    moderator.ask(INTRODUCE, json!({ "id": found })).await;
    app.run_jobs().await;
    assert_eq!(queue(&moderator, waiting).await, []);
    let data = moderator
        .ask(QUEUE, json!({ "filter": { "kind": "MATCH" } }))
        .await;
    let review = &data["reviews"]["nodes"][0];
    assert_eq!(
        (&review["decision"], &review["decidedBy"]),
        (&json!("INTRODUCED"), &json!("Người moderator"))
    );
});
