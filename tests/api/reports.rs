//! Reports of abuse: by whom, what becomes of them, who learns what.

use iforum::organizations::service::add_member;
use iforum::organizations::{MembershipRole, MembershipStatus};
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const REPORT: &str =
    "mutation($input: ReportAbuseInput!) { reportAbuse(input: $input) { reported } }";
const DECIDE: &str = "mutation($input: DecideReviewInput!) { decideReport(input: $input) { review { decision reason decidedBy } } }";
const REPORTS: &str = "{ reviews(filter: { kind: REPORT }) { nodes { id openedBy openingRule openingText need { id title { vi } } } } }";
const NEED: &str = "query($id: ID!) { need(id: $id) { id hidden hiddenFor hiddenBy { decision reason openedBy openingText } } }";

fn report(app: &TestApp, field: &str, id: &str) -> Value {
    json!({ "input": { "clientKey": app.key(), field: id, "rule": "MISLEADING", "text": "Số liệu sai." } })
}

fn verdict(id: &Value, decision: &str) -> Value {
    json!({ "input": { "reviewId": id, "decision": decision, "rule": "MISLEADING", "reason": "Số liệu không có nguồn." } })
}

async fn newest(staff: &Client) -> Value {
    let data = staff.ask(REPORTS, json!({})).await;
    data["reviews"]["nodes"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone()
}

on_both_databases!(an_upheld_report_hides_and_both_are_told, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    firm.ask(REPORT, report(app, "needId", &need)).await;
    let waiting = newest(&moderator).await;
    assert_eq!(
        (
            &waiting["openedBy"],
            &waiting["openingText"],
            &waiting["openingRule"]
        ),
        (
            &json!("Người firm"),
            &json!("Số liệu sai."),
            &json!("MISLEADING")
        )
    );
    moderator
        .ask(DECIDE, verdict(&waiting["id"], "UPHELD"))
        .await;
    app.run_jobs().await;
    // Gone from everybody's sight but the owner's and the staff's, who see it marked.
    let id = json!({ "id": need });
    for who in [&app.visitor(), &firm] {
        app.refuses(who, NEED, id.clone(), "NOT_FOUND").await;
    }
    for who in [&officer, &moderator] {
        let data = who.ask(NEED, id.clone()).await;
        assert_eq!(data["need"]["hiddenFor"], json!(["REPORT"]));
        let by = &data["need"]["hiddenBy"];
        assert_eq!(by["reason"], json!("Số liệu không có nguồn."));
        // By whom it was reported is the staff's alone.
        let told = who.email == moderator.email;
        assert_eq!(by["openedBy"] == json!("Người firm"), told);
        assert_eq!(by["openingText"] == json!("Số liệu sai."), told);
    }
    assert_eq!(app.templates_to(&firm.email).await, ["report_decided"]);
    let told = app.mails_to(&officer.email).await;
    let (template, _, text) = told.last().unwrap();
    assert_eq!(template, "posting_hidden");
    assert!(text.contains("Số liệu không có nguồn.") && text.contains("/khieu-nai/rev_"));
    assert!(told.iter().all(|(_, subject, text)| {
        !subject.contains("Người firm") && !text.contains("Người firm")
    }));
});

on_both_databases!(a_dismissed_report_is_the_reporters_alone, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let before = app.templates_to(&firm.email).await.len();
    officer.ask(REPORT, report(app, "offerId", &offer)).await;
    let waiting = newest(&moderator).await;
    moderator
        .ask(DECIDE, verdict(&waiting["id"], "DISMISSED"))
        .await;
    app.run_jobs().await;
    assert_eq!(app.templates_to(&firm.email).await.len(), before);
    assert_eq!(app.templates_to(&officer.email).await, ["report_decided"]);
    let query = "query($id: ID!) { offer(id: $id) { hidden lastReview { kind decision } } }";
    let data = firm.ask(query, json!({ "id": offer })).await;
    // A report is not the review that its owner knows of.
    assert_eq!(
        data["offer"],
        json!({ "hidden": false, "lastReview": { "kind": "OFFER", "decision": "APPROVED" } })
    );
    let review = "query($id: ID!) { review(id: $id) { id } }";
    app.refuses(&firm, review, json!({ "id": waiting["id"] }), "NOT_FOUND")
        .await;
});

on_both_databases!(whose_it_is_never_learns_by_whom, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let administrator = app.administrator().await;
    let need = app.open_need(&officer, &moderator).await;
    firm.ask(REPORT, report(app, "needId", &need)).await;
    // Staff who belong to the reported organisation, one of them an administrator.
    let (partial, chief) = (app.moderator().await, app.administrator().await);
    for staff in [&partial, &chief] {
        joins(app, staff, &officer).await;
        let seen = newest(staff).await;
        assert_eq!(
            (&seen["openedBy"], &seen["openingText"]),
            (&Value::Null, &Value::Null)
        );
        let decide = verdict(&seen["id"], "DISMISSED");
        app.refuses(staff, DECIDE, decide, "FORBIDDEN").await;
    }
    let name = firm.user.unwrap().to_string();
    let records = "query($filter: AuditFilter) { auditRecords(filter: $filter) { nodes { action actor actorId address } } }";
    let filter = json!({ "filter": { "action": "report." } });
    let data = chief.ask(records, filter).await;
    let entry =
        json!({ "action": "report.opened", "actor": "member", "actorId": null, "address": null });
    assert_eq!(data["auditRecords"]["nodes"], json!([entry]));
    let data = chief
        .ask(records, json!({ "filter": { "actor": name } }))
        .await;
    assert_eq!(data["auditRecords"]["nodes"], json!([]));
    let waiting = newest(&administrator).await;
    moderator
        .ask(DECIDE, verdict(&waiting["id"], "UPHELD"))
        .await;
    app.run_jobs().await;
    let mails = "{ emails(first: 50) { nodes { template } } }";
    let data = chief.ask(mails, json!({})).await;
    assert!(!data.to_string().contains("report_decided"));
    let review = "query($id: ID!) { review(id: $id) { kind openedBy openingText decidedBy claimedBy person viewerCan need { title { vi } } } }";
    let data = officer.ask(review, json!({ "id": waiting["id"] })).await;
    let told = json!({ "kind": "REPORT", "openedBy": null, "openingText": null, "decidedBy": "Người moderator", "claimedBy": null, "person": null, "viewerCan": [], "need": { "title": { "vi": "Giảm tiền điện chiếu sáng công cộng" } } });
    assert_eq!(data["review"], told);
});

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

on_both_databases!(only_what_one_may_see_and_others_wrote_is_reported, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let draft = app.draft_need(&officer, content::need()).await;
    let need = app.open_need(&officer, &moderator).await;
    app.refuses(&firm, REPORT, report(app, "needId", &draft), "NOT_FOUND")
        .await;
    let unknown = report(app, "needId", "need_00000000000000000000000000000001");
    app.refuses(&firm, REPORT, unknown, "NOT_FOUND").await;
    let own = app
        .refuses(
            &officer,
            REPORT,
            report(app, "needId", &need),
            "INVALID_INPUT",
        )
        .await;
    assert_eq!(own.field(), Some("needId"));
    let mut two = report(app, "needId", &need);
    two["input"]["organizationId"] = json!(officer.organization_id());
    app.refuses(&firm, REPORT, two, "INVALID_INPUT").await;
    for (field, value, code) in [
        ("rule", json!("COMPLETE"), "INVALID_INPUT"),
        ("text", json!(" \n "), "REQUIRED"),
        ("text", json!("x".repeat(2001)), "TOO_LONG"),
        ("clientKey", json!("k"), "INVALID_INPUT"),
    ] {
        let mut wrong = report(app, "needId", &need);
        wrong["input"][field] = value;
        let answer = app.refuses(&firm, REPORT, wrong, code).await;
        assert_eq!(answer.field(), Some(field));
    }
    app.refuses(
        &app.visitor(),
        REPORT,
        report(app, "needId", &need),
        "UNAUTHENTICATED",
    )
    .await;
});

on_both_databases!(one_report_waits_for_each_person_and_thing, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let first = report(app, "needId", &need);
    let (one, two) = futures_util::join!(
        firm.send(REPORT, first.clone()),
        firm.send(REPORT, report(app, "needId", &need))
    );
    let codes = [one.code(), two.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("CONFLICT")),
        "{codes:?}"
    );
    // The same click again is the same report, and others report the same thing.
    if one.code().is_none() {
        firm.ask(REPORT, first).await;
    }
    app.firm()
        .await
        .ask(REPORT, report(app, "needId", &need))
        .await;
    firm.ask(
        REPORT,
        report(app, "organizationId", &officer.organization_id()),
    )
    .await;
    assert_eq!(app.count("review", "kind = 'report'").await, 3);
    // Ten in a row, then one each ten minutes.
    let mut refused = None;
    for _ in 0..10 {
        let answer = firm.send(REPORT, report(app, "needId", &need)).await;
        refused = answer.code().map(str::to_owned);
    }
    assert_eq!(refused.as_deref(), Some("RATE_LIMITED"));
});

on_both_databases!(a_reporter_does_not_decide_on_the_report, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let eager = app.moderator().await;
    eager.ask(REPORT, report(app, "needId", &need)).await;
    let waiting = newest(&moderator).await;
    let upheld = verdict(&waiting["id"], "UPHELD");
    app.refuses(&eager, DECIDE, upheld.clone(), "FORBIDDEN")
        .await;
    for (decision, code) in [
        ("APPROVED", "INVALID_INPUT"),
        ("OVERTURNED", "INVALID_INPUT"),
    ] {
        let wrong = verdict(&waiting["id"], decision);
        app.refuses(&moderator, DECIDE, wrong, code).await;
    }
    let mut bare = upheld.clone();
    bare["input"]["reason"] = Value::Null;
    app.refuses(&moderator, DECIDE, bare, "REQUIRED").await;
    let mut praised = upheld.clone();
    praised["input"]["rule"] = json!("COMPLETE");
    app.refuses(&moderator, DECIDE, praised, "INVALID_INPUT")
        .await;
    let (one, two) = (app.moderator().await, app.administrator().await);
    let (first, second) = futures_util::join!(
        one.send(DECIDE, upheld.clone()),
        two.send(DECIDE, verdict(&waiting["id"], "DISMISSED"))
    );
    let codes = [first.code(), second.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("ILLEGAL_TRANSITION")),
        "{codes:?}"
    );
    app.run_jobs().await;
    assert_eq!(app.templates_to(&eager.email).await, ["report_decided"]);
    let hidden = app.count("need", "hidden_for IS NOT NULL").await;
    assert_eq!(hidden == 1, first.code().is_none());
    // A review of another kind is none of it.
    let draft = app.draft_need(&officer, content::need()).await;
    let submit = "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }";
    officer.ask(submit, json!({ "id": draft })).await;
    let other = one
        .ask(
            "{ reviews(filter: { kind: NEED, waiting: true }) { nodes { id } } }",
            json!({}),
        )
        .await;
    let other = verdict(&other["reviews"]["nodes"][0]["id"], "UPHELD");
    app.refuses(&one, DECIDE, other, "NOT_FOUND").await;
});

on_both_databases!(an_organisation_is_warned_not_hidden, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let id = officer.organization_id();
    firm.ask(REPORT, report(app, "organizationId", &id)).await;
    let waiting = newest(&moderator).await;
    moderator
        .ask(DECIDE, verdict(&waiting["id"], "UPHELD"))
        .await;
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&officer.email).await,
        ["organization_reported"]
    );
    let page = "query($id: ID!) { organization(id: $id) { id } }";
    app.visitor().ask(page, json!({ "id": id })).await;
});
