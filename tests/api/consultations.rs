//! The market is consulted about a need before it takes proposals: everybody reads it, firms comment, the
//! owner answers, changes it, and opens it.

use chrono::Duration;
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const SUBMIT: &str =
    "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { status } } }";
const APPROVE: &str = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { status } } }";
const NEED: &str = "query($id: ID!) { need(id: $id) { status version consultsUntil closesAt viewerCan summary { vi } brief { consultationDays } } }";
const OPEN: &str = "mutation($id: ID!) { openNeed(input: { needId: $id }) { need { status } } }";
const UPDATE: &str =
    "mutation($input: UpdateNeedInput!) { updateNeed(input: $input) { need { version status } } }";
const ASK: &str =
    "mutation($input: AskQuestionInput!) { askQuestion(input: $input) { question { id } } }";
const ANSWER: &str = "mutation($input: AnswerQuestionInput!) { answerQuestion(input: $input) { question { answer } } }";
const QUESTIONS: &str =
    "query($id: ID!) { needQuestions(needId: $id) { until open questions { text answer } } }";
const PROPOSE: &str =
    "mutation($input: CreateProposalInput!) { createProposal(input: $input) { proposal { id } } }";

/// One that is consulted about for ten days and closes in fifty.
fn consulted() -> Value {
    let mut need = content::need();
    need["closesAt"] = json!((tests::beginning() + Duration::days(50)).to_rfc3339());
    need["brief"] = json!({ "consultationDays": 10 });
    need
}

async fn read(who: &Client, need: &str) -> Value {
    who.ask(NEED, json!({ "id": need })).await["need"].clone()
}

fn comment(app: &TestApp, who: &Client, need: &str) -> Value {
    json!({ "input": { "clientKey": app.key(), "needId": need, "organizationId": who.organization_id(), "text": "Ngân sách chưa đủ cho cả hai quận." } })
}

fn proposal(app: &TestApp, who: &Client, need: &str) -> Value {
    json!({ "input": { "clientKey": app.key(), "needId": need, "organizationId": who.organization_id(), "content": content::proposal() } })
}

on_both_databases!(a_need_is_commented_on_changed_and_opened, |app| {
    let (officer, moderator, firm) = (app.officer().await, app.moderator().await, app.firm().await);
    app.verify(&firm).await;
    let need = app.open_need_with(&officer, &moderator, consulted()).await;
    let visitor = app.visitor();
    let seen = read(&visitor, &need).await;
    assert_eq!(
        (&seen["status"], &seen["viewerCan"]),
        (&json!("CONSULTATION"), &json!([]))
    );
    let until = (app.app.clock.now() + Duration::days(10)).to_rfc3339();
    assert_eq!(seen["consultsUntil"], until);
    assert_eq!(
        read(&officer, &need).await["viewerCan"],
        json!(["EDIT", "OPEN", "WITHDRAW", "CONCLUDE"])
    );
    // Nobody proposes yet, and nothing is matched.
    assert!(
        !read(&firm, &need).await["viewerCan"]
            .to_string()
            .contains("PROPOSE")
    );
    app.refuses(
        &firm,
        PROPOSE,
        proposal(app, &firm, &need),
        "ILLEGAL_TRANSITION",
    )
    .await;
    // A comment is answered for everybody; who wrote it stands nowhere.
    let data = firm.ask(ASK, comment(app, &firm, &need)).await;
    let id = data["askQuestion"]["question"]["id"].clone();
    app.run_jobs().await;
    assert!(
        app.templates_to(&officer.email)
            .await
            .contains(&"question_asked".to_owned())
    );
    let answer = json!({ "input": { "clientKey": app.key(), "questionId": id, "version": 1, "text": "Đúng, chúng tôi bỏ một quận." } });
    officer.ask(ANSWER, answer).await;
    let data = visitor.ask(QUESTIONS, json!({ "id": need })).await;
    assert_eq!(data["needQuestions"]["until"], until);
    assert_eq!(
        data["needQuestions"]["questions"][0]["answer"],
        "Đúng, chúng tôi bỏ một quận."
    );
    // The owner changes it in the open; what was announced of the consultation stays.
    let mut changed = consulted();
    changed["summary"] = json!({ "vi": "Đèn đường cũ của một quận." });
    changed["brief"] = json!({ "consultationDays": 60 });
    let version = read(&officer, &need).await["version"].clone();
    let update = json!({ "input": { "needId": need, "version": version, "content": changed } });
    officer.ask(UPDATE, update).await;
    let seen = read(&visitor, &need).await;
    assert_eq!(seen["summary"]["vi"], "Đèn đường cũ của một quận.");
    assert_eq!(seen["brief"]["consultationDays"], 10);
    // The owner hears when it is over; comments are then too late, opening is not.
    app.later(Duration::days(10)).await;
    assert!(
        app.templates_to(&officer.email)
            .await
            .contains(&"consultation_over".to_owned())
    );
    app.refuses(&firm, ASK, comment(app, &firm, &need), "ILLEGAL_TRANSITION")
        .await;
    app.refuses(&firm, OPEN, json!({ "id": need }), "FORBIDDEN")
        .await;
    app.refuses(&moderator, OPEN, json!({ "id": need }), "FORBIDDEN")
        .await;
    officer.ask(OPEN, json!({ "id": need })).await;
    app.run_jobs().await;
    let seen = read(&firm, &need).await;
    assert_eq!(
        (&seen["status"], &seen["consultsUntil"]),
        (&json!("OPEN"), &Value::Null)
    );
    assert!(
        app.templates_to(&firm.email)
            .await
            .contains(&"need_opened".to_owned())
    );
    // That letter would tell the alliance who commented: it is not in the list of letters.
    let administrator = app.administrator().await;
    let mails = administrator
        .ask("{ emails { nodes { template } } }", json!({}))
        .await;
    assert!(!mails.to_string().contains("need_opened"), "{mails}");
    firm.ask(PROPOSE, proposal(app, &firm, &need)).await;
    firm.ask(ASK, comment(app, &firm, &need)).await;
    app.refuses(&officer, OPEN, json!({ "id": need }), "ILLEGAL_TRANSITION")
        .await;
    // It closes at its deadline as any other.
    app.later(Duration::days(40)).await;
    assert_eq!(read(&visitor, &need).await["status"], "CLOSED");
});

on_both_databases!(what_was_changed_is_checked_again_before_it_opens, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.open_need_with(&officer, &moderator, consulted()).await;
    let change = async |content: Value| {
        let version = read(&officer, &need).await["version"].clone();
        let update = json!({ "input": { "needId": need, "version": version, "content": content } });
        officer.ask(UPDATE, update).await;
    };
    let mut empty = consulted();
    empty["summary"] = json!({ "vi": "" });
    change(empty).await;
    app.refuses(&officer, OPEN, json!({ "id": need }), "REQUIRED")
        .await;
    let mut hasty = consulted();
    hasty["description"] = json!({ "vi": "Cần giảm một nửa điện năng. [điền số liệu]" });
    change(hasty).await;
    app.refuses(&officer, OPEN, json!({ "id": need }), "FLAG_UNANSWERED")
        .await;
    // The deadline passed while it was being consulted about: nothing closes, and nothing opens.
    change(consulted()).await;
    app.later(Duration::days(51)).await;
    assert_eq!(read(&officer, &need).await["status"], "CONSULTATION");
    let late = officer.send(OPEN, json!({ "id": need })).await;
    assert_eq!(late.code(), Some("DEADLINE_PAST"), "{:#}", late.body);
    let cancel = "mutation($id: ID!) { concludeNeed(input: { needId: $id, outcome: CANCELLED, reason: \"Thị trường chưa sẵn sàng.\" }) { need { status } } }";
    officer.ask(cancel, json!({ "id": need })).await;
    assert_eq!(read(&app.visitor(), &need).await["status"], "CANCELLED");
});

on_both_databases!(a_consultation_fits_before_the_deadline, |app| {
    let officer = app.officer().await;
    let draft = async |days: i32, closes: i64| {
        let mut need = content::need();
        need["closesAt"] = json!((tests::beginning() + Duration::days(closes)).to_rfc3339());
        need["brief"] = json!({ "consultationDays": days });
        need
    };
    let create = "mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }";
    for days in [-1, 0, 6, 61] {
        let input = json!({ "clientKey": app.key(), "organizationId": officer.organization_id(), "content": draft(days, 90).await });
        let refused = app
            .refuses(&officer, create, json!({ "input": input }), "OUT_OF_RANGE")
            .await;
        assert_eq!(refused.field(), Some("content.brief.consultationDays"));
    }
    let need = app.draft_need(&officer, draft(40, 39).await).await;
    app.justify_flags(&officer, &need).await;
    let refused = app
        .refuses(&officer, SUBMIT, json!({ "id": need }), "OUT_OF_RANGE")
        .await;
    assert_eq!(refused.field(), Some("content.brief.consultationDays"));
    let need = app.draft_need(&officer, draft(7, 60).await).await;
    app.justify_flags(&officer, &need).await;
    officer.ask(SUBMIT, json!({ "id": need })).await;
    let moderator = app.moderator().await;
    let data = moderator.ask(APPROVE, json!({ "id": need })).await;
    assert_eq!(data["reviewNeed"]["need"]["status"], "CONSULTATION");
    app.run_jobs().await;
});
