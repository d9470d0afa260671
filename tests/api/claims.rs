//! The queue: who is at what, and who decides.

use chrono::Duration;
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const QUEUE: &str = "query($filter: ReviewFilter) { reviews(filter: $filter) { nodes { id kind claimedBy claimedUntil claimedByViewer viewerCan } } }";
const CLAIM: &str = "mutation($id: ID!) { claimReview(input: { reviewId: $id }) { review { claimedBy claimedUntil claimedByViewer viewerCan } } }";
const RELEASE: &str =
    "mutation($id: ID!) { releaseReview(input: { reviewId: $id }) { review { claimedBy } } }";
const REVIEW_NEED: &str = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { status } } }";

/// A need that waits: it and its review.
async fn waiting(app: &TestApp, officer: &Client, staff: &Client) -> (String, Value) {
    let need = app.draft_need(officer, content::need()).await;
    let submit = "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }";
    officer.ask(submit, json!({ "id": need })).await;
    let newest = "{ reviews(last: 1) { nodes { id } } }";
    let data = staff.ask(newest, json!({})).await;
    (need, data["reviews"]["nodes"][0]["id"].clone())
}

/// What the queue holds, narrowed: the reviews' ids.
async fn ids(who: &Client, filter: Value) -> Vec<Value> {
    let data = who.ask(QUEUE, json!({ "filter": filter })).await;
    let nodes = data["reviews"]["nodes"].as_array().expect("nodes");
    nodes.iter().map(|node| node["id"].clone()).collect()
}

on_both_databases!(a_claim_keeps_others_from_deciding, |app| {
    let officer = app.officer().await;
    let (one, two) = (app.moderator().await, app.moderator().await);
    let (need, review) = waiting(app, &officer, &one).await;
    let data = one.ask(CLAIM, json!({ "id": review })).await;
    let until = (tests::beginning() + Duration::minutes(30)).to_rfc3339();
    let held = json!({ "claimedBy": "Người moderator", "claimedUntil": until, "claimedByViewer": true, "viewerCan": ["RELEASE", "DECIDE"] });
    assert_eq!(data["claimReview"]["review"], held);
    let refused = app
        .refuses(&two, REVIEW_NEED, json!({ "id": need }), "CONFLICT")
        .await;
    assert!(
        refused.message().contains("Người moderator"),
        "{}",
        refused.message()
    );
    app.refuses(&two, CLAIM, json!({ "id": review }), "CONFLICT")
        .await;
    app.refuses(&two, RELEASE, json!({ "id": review }), "CONFLICT")
        .await;
    let seen = two.ask(QUEUE, json!({ "filter": {} })).await;
    let node = &seen["reviews"]["nodes"][0];
    assert_eq!(
        (&node["claimedByViewer"], &node["viewerCan"]),
        (&json!(false), &json!([]))
    );
    one.ask(RELEASE, json!({ "id": review })).await;
    two.ask(REVIEW_NEED, json!({ "id": need })).await;
    app.run_jobs().await;
});

on_both_databases!(a_claim_ends_by_itself, |app| {
    let officer = app.officer().await;
    let (one, two) = (app.moderator().await, app.moderator().await);
    let (need, review) = waiting(app, &officer, &one).await;
    one.ask(CLAIM, json!({ "id": review })).await;
    app.app.clock.advance(Duration::minutes(29));
    // Once more begins anew.
    one.ask(CLAIM, json!({ "id": review })).await;
    app.app.clock.advance(Duration::minutes(29));
    app.refuses(&two, REVIEW_NEED, json!({ "id": need }), "CONFLICT")
        .await;
    app.app.clock.advance(Duration::minutes(1));
    two.ask(REVIEW_NEED, json!({ "id": need })).await;
    app.run_jobs().await;
    for (who, query) in [(&one, CLAIM), (&one, RELEASE)] {
        app.refuses(who, query, json!({ "id": review }), "ILLEGAL_TRANSITION")
            .await;
    }
});

on_both_databases!(the_queue_is_narrowed_to_what_is_ones_own, |app| {
    let officer = app.officer().await;
    let (one, two) = (app.moderator().await, app.moderator().await);
    let verifier = app.verifier().await;
    let (_, first) = waiting(app, &officer, &one).await;
    app.app.clock.advance(Duration::seconds(1));
    let (_, second) = waiting(app, &officer, &one).await;
    app.app.clock.advance(Duration::seconds(1));
    let (_, third) = waiting(app, &officer, &one).await;
    one.ask(CLAIM, json!({ "id": first })).await;
    two.ask(CLAIM, json!({ "id": second })).await;
    let by = |claim: &str| json!({ "claimedBy": claim });
    assert_eq!(ids(&one, by("ME")).await, vec![first.clone()]);
    assert_eq!(ids(&one, by("OTHERS")).await, vec![second.clone()]);
    assert_eq!(ids(&one, by("NOBODY")).await, vec![third.clone()]);
    assert_eq!(ids(&verifier, by("ME")).await, Vec::<Value>::new());
    let all = [first.clone(), second.clone(), third.clone()];
    assert_eq!(ids(&one, json!({ "decidable": true })).await, all);
    assert!(
        ids(&verifier, json!({ "decidable": true }))
            .await
            .is_empty()
    );
    assert_eq!(
        ids(&verifier, json!({ "kinds": ["NEED", "OFFER"] })).await,
        all
    );
    assert!(
        ids(&one, json!({ "kinds": ["OFFER", "REPORT"] }))
            .await
            .is_empty()
    );
    app.app.clock.advance(Duration::minutes(31));
    assert_eq!(ids(&one, by("NOBODY")).await, all);
});

on_both_databases!(two_who_claim_at_once_are_one_who_holds, |app| {
    let officer = app.officer().await;
    let (one, two) = (app.moderator().await, app.moderator().await);
    let (need, review) = waiting(app, &officer, &one).await;
    let id = json!({ "id": review });
    let (first, second) = futures_util::join!(one.send(CLAIM, id.clone()), two.send(CLAIM, id));
    let codes = [first.code(), second.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("CONFLICT")),
        "{codes:?}"
    );
    // Deciding at once with the other's claim: never both.
    let id = json!({ "id": need });
    let (first, second) =
        futures_util::join!(one.send(REVIEW_NEED, id.clone()), two.send(REVIEW_NEED, id));
    let decided = [first, second]
        .iter()
        .filter(|a| a.code().is_none())
        .count();
    assert_eq!(decided, 1);
    app.run_jobs().await;
    assert_eq!(app.templates_to(&officer.email).await, ["need_approved"]);
});

on_both_databases!(a_step_short_of_a_decision_obeys_a_claim, |app| {
    let (officer, firm) = (app.officer().await, app.firm().await);
    let (one, two) = (app.moderator().await, app.moderator().await);
    let offer = app.published_offer(&firm, &one).await;
    let need = app.open_need(&officer, &one).await;
    let found = app.suggested_match(&need, &offer).await;
    let review = ids(&one, json!({ "kind": "MATCH" })).await.remove(0);
    one.ask(CLAIM, json!({ "id": review })).await;
    for field in ["reviewMatch", "introduceMatch"] {
        let query = format!(
            "mutation($id: ID!) {{ {field}(input: {{ matchId: $id }}) {{ match {{ id }} }} }}"
        );
        app.refuses(&two, &query, json!({ "id": found }), "CONFLICT")
            .await;
        one.ask(&query, json!({ "id": found })).await;
    }
    app.run_jobs().await;
});

on_both_databases!(whoever_let_the_engine_run_may_introduce, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    app.published_offer(&firm, &moderator).await;
    let refresh =
        "mutation($id: ID!) { refreshMatches(input: { needId: $id }) { matches { id } } }";
    let data = moderator.ask(refresh, json!({ "id": need })).await;
    let found = &data["refreshMatches"]["matches"][0]["id"];
    let introduce =
        "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { status } } }";
    moderator.ask(introduce, json!({ "id": found })).await;
    app.run_jobs().await;
});
