//! Appeals: once, within thirty days, by whom it concerns, decided by somebody else.

use chrono::Duration;
use iforum::organizations::MembershipRole;
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const APPEAL: &str = "mutation($id: ID!) { appeal(input: { reviewId: $id, text: \"Nội dung đã nêu rõ.\" }) { review { id kind openingText } } }";
const BY_LINK: &str = "mutation($token: String!) { appealByLink(input: { token: $token, text: \"Tôi không đe dọa ai.\" }) { review { id } } }";
const DECIDE: &str = "mutation($input: DecideReviewInput!) { decideAppeal(input: $input) { review { decision decidedBy } } }";
const SEND_BACK: &str = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: CHANGES_REQUESTED, rule: UNCLEAR_OUTCOME, reason: \"Chưa rõ.\" }) { need { lastReview { id mayAppeal } } } }";
const REJECT: &str = "mutation($id: ID!) { reviewOffer(input: { offerId: $id, decision: REJECTED, rule: ADVERTISING, reason: \"Quảng cáo.\" }) { offer { lastReview { id } } } }";
const LAST: &str = "query($id: ID!) { need(id: $id) { status lastReview { id decision mayAppeal appealableUntil appeal { decision } } } }";

fn verdict(id: &Value, decision: &str) -> Value {
    json!({ "input": { "reviewId": id, "decision": decision, "rule": "OTHER", "reason": "Đã xem lại." } })
}

/// A need that was sent back: it and the decision.
async fn sent_back(app: &TestApp, officer: &Client, by: &Client) -> (String, Value) {
    let need = app.draft_need(officer, content::need()).await;
    let submit = "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }";
    officer.ask(submit, json!({ "id": need })).await;
    let data = by.ask(SEND_BACK, json!({ "id": need })).await;
    app.run_jobs().await;
    let review = data["reviewNeed"]["need"]["lastReview"]["id"].clone();
    (need, review)
}

async fn appealed(who: &Client, decision: &Value) -> Value {
    let data = who.ask(APPEAL, json!({ "id": decision })).await;
    data["appeal"]["review"]["id"].clone()
}

on_both_databases!(an_appeal_is_decided_by_somebody_else_and_undoes, |app| {
    let officer = app.officer().await;
    let (first, second) = (app.moderator().await, app.moderator().await);
    let (need, decision) = sent_back(app, &officer, &first).await;
    let data = officer.ask(LAST, json!({ "id": need })).await;
    let until = (tests::beginning() + Duration::days(30)).to_rfc3339();
    let review = &data["need"]["lastReview"];
    assert_eq!(
        (&review["mayAppeal"], &review["appealableUntil"]),
        (&json!(true), &json!(until))
    );
    let appeal = appealed(&officer, &decision).await;
    let waiting = "{ reviews(filter: { kind: APPEAL, decidable: true }) { nodes { id openedBy openingText need { id } appealOf { id decidedBy reason } } } }";
    let data = second.ask(waiting, json!({})).await;
    let row = json!({ "id": appeal, "openedBy": "Người officer", "openingText": "Nội dung đã nêu rõ.", "need": { "id": need }, "appealOf": { "id": decision, "decidedBy": "Người moderator", "reason": "Chưa rõ." } });
    assert_eq!(data["reviews"]["nodes"], json!([row]));
    let own = first.ask(waiting, json!({})).await;
    assert_eq!(own["reviews"]["nodes"], json!([]));
    app.refuses(&first, DECIDE, verdict(&appeal, "OVERTURNED"), "FORBIDDEN")
        .await;
    app.refuses(
        &app.verifier().await,
        DECIDE,
        verdict(&appeal, "UPHELD"),
        "FORBIDDEN",
    )
    .await;
    second.ask(DECIDE, verdict(&appeal, "OVERTURNED")).await;
    app.run_jobs().await;
    let data = officer.ask(LAST, json!({ "id": need })).await;
    assert_eq!(data["need"]["status"], "UNDER_REVIEW");
    assert_eq!(
        data["need"]["lastReview"]["appeal"]["decision"],
        "OVERTURNED"
    );
    assert_eq!(
        app.templates_to(&officer.email).await,
        ["need_sent_back", "appeal_decided"]
    );
    assert_eq!(
        app.templates_to(&first.email).await,
        ["appeal_decided_staff"]
    );
    // It waits again, for anybody who did not ask for it: the one who appealed is no staff.
    let approve = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { status } } }";
    second.ask(approve, json!({ "id": need })).await;
    app.run_jobs().await;
});

on_both_databases!(an_appeal_that_is_upheld_changes_nothing, |app| {
    let (firm, first, second) = (
        app.firm().await,
        app.moderator().await,
        app.administrator().await,
    );
    let offer = app.draft_offer(&firm, content::offer()).await;
    let submit = "mutation($id: ID!) { submitOffer(input: { offerId: $id }) { offer { id } } }";
    firm.ask(submit, json!({ "id": offer })).await;
    let data = first.ask(REJECT, json!({ "id": offer })).await;
    let decision = &data["reviewOffer"]["offer"]["lastReview"]["id"];
    let appeal = appealed(&firm, decision).await;
    second.ask(DECIDE, verdict(&appeal, "UPHELD")).await;
    app.run_jobs().await;
    let query = "query($id: ID!) { offer(id: $id) { status lastReview { mayAppeal appeal { decision reason } } } }";
    let data = firm.ask(query, json!({ "id": offer })).await;
    let told = json!({ "status": "REJECTED", "lastReview": { "mayAppeal": false, "appeal": { "decision": "UPHELD", "reason": "Đã xem lại." } } });
    assert_eq!(data["offer"], told);
    // For good.
    app.refuses(&firm, APPEAL, json!({ "id": decision }), "CONFLICT")
        .await;
    app.refuses(&firm, APPEAL, json!({ "id": appeal }), "NOT_FOUND")
        .await;
    app.refuses(
        &second,
        DECIDE,
        verdict(&appeal, "OVERTURNED"),
        "ILLEGAL_TRANSITION",
    )
    .await;
});

on_both_databases!(an_appeal_is_once_in_time_and_ones_own, |app| {
    let (officer, moderator, stranger) =
        (app.officer().await, app.moderator().await, app.firm().await);
    let reader = app.colleague(&officer, MembershipRole::Viewer).await;
    let editor = app.colleague(&officer, MembershipRole::Editor).await;
    let (need, decision) = sent_back(app, &officer, &moderator).await;
    let id = json!({ "id": decision });
    for who in [&stranger, &reader, &moderator] {
        app.refuses(who, APPEAL, id.clone(), "NOT_FOUND").await;
    }
    let unknown = json!({ "id": "rev_00000000000000000000000000000001" });
    app.refuses(&officer, APPEAL, unknown, "NOT_FOUND").await;
    let empty = APPEAL.replace("Nội dung đã nêu rõ.", "");
    app.refuses(&officer, &empty, id.clone(), "REQUIRED").await;
    // Two colleagues at once: one appeal.
    let (one, two) = futures_util::join!(
        officer.send(APPEAL, id.clone()),
        editor.send(APPEAL, id.clone())
    );
    let codes = [one.code(), two.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("CONFLICT")),
        "{codes:?}"
    );
    // What was sent in again is not in force any more.
    let (again, decision) = sent_back(app, &officer, &moderator).await;
    let submit = "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }";
    officer.ask(submit, json!({ "id": again })).await;
    app.refuses(
        &officer,
        APPEAL,
        json!({ "id": decision }),
        "ILLEGAL_TRANSITION",
    )
    .await;
    // After thirty days it is too late.
    let (_, decision) = sent_back(app, &officer, &moderator).await;
    app.app.clock.advance(Duration::days(30));
    app.refuses(
        &officer,
        APPEAL,
        json!({ "id": decision }),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let _ = need;
});

on_both_databases!(an_approval_cannot_be_appealed, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let data = officer.ask(LAST, json!({ "id": need })).await;
    let review = &data["need"]["lastReview"];
    assert_eq!(review["mayAppeal"], false);
    let id = json!({ "id": review["id"] });
    app.refuses(&officer, APPEAL, id, "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(a_suspended_person_appeals_by_her_letter, |app| {
    let (first, second) = (app.administrator().await, app.administrator().await);
    let officer = app.officer().await;
    let need = app.open_need(&officer, &app.moderator().await).await;
    let suspend = "mutation($id: ID!) { suspendUser(input: { userId: $id, rule: ABUSE, reason: \"Đe dọa.\" }) { person { id } } }";
    first
        .ask(suspend, json!({ "id": officer.user.unwrap().to_string() }))
        .await;
    app.run_jobs().await;
    let token = app.token_to(&officer.email, "user_suspended").await;
    let visitor = app.visitor();
    let look = "query($token: String!) { decisionByLink(token: $token) { kind decision rule reason decidedBy person openedBy claimedBy } }";
    for _ in 0..2 {
        let data = visitor.ask(look, json!({ "token": token })).await;
        let seen = json!({ "kind": "SUSPENSION", "decision": "SUSPENDED", "rule": "ABUSE", "reason": "Đe dọa.", "decidedBy": "Người admin", "person": null, "openedBy": null, "claimedBy": null });
        assert_eq!(data["decisionByLink"], seen);
    }
    let forged = format!("{}x", &token[..token.len() - 1]);
    for wrong in [forged.as_str(), "", "link_1.x", &"x".repeat(5000)] {
        let wrong = json!({ "token": wrong });
        app.refuses(&visitor, BY_LINK, wrong.clone(), "LINK_INVALID")
            .await;
        app.refuses(&visitor, look, wrong, "LINK_INVALID").await;
    }
    let (one, two) = futures_util::join!(
        visitor.send(BY_LINK, json!({ "token": token })),
        visitor.send(BY_LINK, json!({ "token": token }))
    );
    let codes = [one.code(), two.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("LINK_INVALID")),
        "{codes:?}"
    );
    let waiting =
        "{ reviews(filter: { kind: APPEAL }) { nodes { id person openedBy openingText } } }";
    let data = second.ask(waiting, json!({})).await;
    let row = &data["reviews"]["nodes"][0];
    assert_eq!(
        (&row["person"], &row["openingText"]),
        (&json!("Người officer"), &json!("Tôi không đe dọa ai."))
    );
    app.refuses(
        &first,
        DECIDE,
        verdict(&row["id"], "OVERTURNED"),
        "FORBIDDEN",
    )
    .await;
    app.refuses(
        &app.moderator().await,
        DECIDE,
        verdict(&row["id"], "OVERTURNED"),
        "FORBIDDEN",
    )
    .await;
    second.ask(DECIDE, verdict(&row["id"], "OVERTURNED")).await;
    app.run_jobs().await;
    // In again; her sessions had ended for good.
    officer
        .refused("{ viewer { id } }", json!({}), "UNAUTHENTICATED")
        .await;
    let state = app.count("user_account", "suspended_at IS NOT NULL").await;
    assert_eq!(state, 0);
    let query = "query($id: ID!) { need(id: $id) { id } }";
    visitor.ask(query, json!({ "id": need })).await;
    let told = app.templates_to(&officer.email).await;
    assert_eq!(told.last().map(String::as_str), Some("appeal_decided"));
});

on_both_databases!(owners_of_a_suspended_organisation_appeal, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let editor = app.colleague(&officer, MembershipRole::Editor).await;
    let need = app.open_need(&officer, &moderator).await;
    app.suspend(&officer).await;
    let (_, _, text) = app.mails_to(&officer.email).await.pop().unwrap();
    let id = text.split("/khieu-nai/").nth(1).unwrap();
    let id = json!(id.split_whitespace().next().unwrap());
    let page = "query($id: ID!) { review(id: $id) { kind reason mayAppeal organization { suspendedAt } } }";
    let data = officer.ask(page, json!({ "id": id })).await;
    assert_eq!(data["review"]["mayAppeal"], true);
    // Its owners are asked, not everybody who writes for it.
    app.refuses(&editor, page, json!({ "id": id }), "NOT_FOUND")
        .await;
    app.refuses(&editor, APPEAL, json!({ "id": id }), "NOT_FOUND")
        .await;
    let appeal = appealed(&officer, &id).await;
    app.administrator()
        .await
        .ask(DECIDE, verdict(&appeal, "OVERTURNED"))
        .await;
    app.run_jobs().await;
    let query = "query($id: ID!) { need(id: $id) { id } }";
    app.visitor().ask(query, json!({ "id": need })).await;
    assert_eq!(
        app.count("organization", "suspended_at IS NOT NULL").await,
        0
    );
});

on_both_databases!(a_hidden_posting_comes_back_by_appeal, |app| {
    let (officer, firm) = (app.officer().await, app.firm().await);
    let (first, second) = (app.moderator().await, app.moderator().await);
    let need = app.open_need(&officer, &first).await;
    let report = "mutation($id: ID!, $key: String!) { reportAbuse(input: { clientKey: $key, needId: $id, rule: MISLEADING, text: \"Sai.\" }) { reported } }";
    firm.ask(report, json!({ "id": need, "key": app.key() }))
        .await;
    let data = first
        .ask(
            "{ reviews(filter: { kind: REPORT }) { nodes { id } } }",
            json!({}),
        )
        .await;
    let id = data["reviews"]["nodes"][0]["id"].clone();
    // Before it is decided nobody but the staff knows of it.
    app.refuses(&officer, APPEAL, json!({ "id": id }), "NOT_FOUND")
        .await;
    let uphold =
        "mutation($input: DecideReviewInput!) { decideReport(input: $input) { review { id } } }";
    first.ask(uphold, verdict(&id, "UPHELD")).await;
    app.run_jobs().await;
    let appeal = appealed(&officer, &id).await;
    second.ask(DECIDE, verdict(&appeal, "OVERTURNED")).await;
    app.run_jobs().await;
    let query = "query($id: ID!) { need(id: $id) { hidden } }";
    let data = app.visitor().ask(query, json!({ "id": need })).await;
    assert_eq!(data["need"]["hidden"], false);
});

/// A firm whose request to be verified was refused, by whom, and the decision.
async fn not_verified(app: &TestApp) -> (Client, Client, Value) {
    let (firm, verifier) = (app.firm().await, app.verifier().await);
    let request = "mutation($id: ID!) { requestVerification(input: { organizationId: $id, note: \"Xin gửi giấy tờ.\" }) { organization { version } } }";
    let id = json!({ "id": firm.organization_id() });
    let data = firm.ask(request, id).await;
    let version = &data["requestVerification"]["organization"]["version"];
    let reject = "mutation($input: DecideVerificationInput!) { decideVerification(input: $input) { organization { verification } } }";
    let input = json!({ "organizationId": firm.organization_id(), "version": version, "decision": "REJECTED", "rule": "OTHER", "reason": "Thiếu giấy tờ.", "checklist": [] });
    verifier.ask(reject, json!({ "input": input })).await;
    app.run_jobs().await;
    let decided = "{ reviews(filter: { kind: VERIFICATION }) { nodes { id } } }";
    let data = verifier.ask(decided, json!({})).await;
    (firm, verifier, data["reviews"]["nodes"][0]["id"].clone())
}

on_both_databases!(a_rejected_verification_waits_again, |app| {
    let (firm, first, decision) = not_verified(app).await;
    let letters = app.mails_to(&firm.email).await;
    let page = format!("/khieu-nai/{}", decision.as_str().unwrap());
    assert_eq!(letters[0].0, "verification_rejected");
    assert!(letters[0].2.contains(&page), "{}", letters[0].2);
    let appeal = appealed(&firm, &decision).await;
    let overturn = verdict(&appeal, "OVERTURNED");
    for not_hers in [&app.moderator().await, &first] {
        app.refuses(not_hers, DECIDE, overturn.clone(), "FORBIDDEN")
            .await;
    }
    let second = app.verifier().await;
    second.ask(DECIDE, overturn).await;
    app.run_jobs().await;
    let waiting = "{ reviews(filter: { kind: VERIFICATION, waiting: true, decidable: true }) { totalCount } }";
    assert_eq!(
        second.ask(waiting, json!({})).await["reviews"]["totalCount"],
        1
    );
    // What was shown the first time is there the second time.
    let requests = "query($id: ID!) { organization(id: $id) { verification verificationRequests { cause note decision } } }";
    let data = second
        .ask(requests, json!({ "id": firm.organization_id() }))
        .await;
    assert_eq!(
        data["organization"],
        json!({ "verification": "PENDING", "verificationRequests": [
            { "cause": "APPEALED", "note": "Xin gửi giấy tờ.", "decision": null },
            { "cause": "ASKED", "note": "Xin gửi giấy tờ.", "decision": "REJECTED" },
        ] })
    );
});
