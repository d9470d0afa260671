//! Needs, well formed: what the linter flags is mended or justified, questions are answered for everybody
//! and asked by nobody in particular, and an open need is added to, never changed.

use chrono::Duration;
use iforum::organizations::MembershipRole;
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const CREATE: &str =
    "mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id version } } }";
const UPDATE: &str =
    "mutation($input: UpdateNeedInput!) { updateNeed(input: $input) { need { version } } }";
const FLAGS: &str = "query($id: ID!) { need(id: $id) { version flags { code severity field sentence { vi en } reason { vi en } justification } } }";
const JUSTIFY: &str = "mutation($input: JustifyNeedFlagInput!) { justifyNeedFlag(input: $input) { need { version flags { code justification } } } }";
const SUBMIT: &str =
    "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { status } } }";
const APPROVE: &str = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { status } } }";
const BRIEF: &str = "query($id: ID!) { need(id: $id) { brief { affected { vi en } tried { vi } budgetSource scheme questionsUntil indicators { code name unit baseline target dueOn } legalBasis { number issuedOn title } } } }";
const QUESTIONS: &str = "query($id: ID!) { needQuestions(needId: $id) { until open viewerAsksFor waiting questions { id text askedAt answer answeredAt hiddenReason viewerAsked viewerMayAnswer viewerMayHide version } } }";
const ASK: &str =
    "mutation($input: AskQuestionInput!) { askQuestion(input: $input) { question { id } } }";
const ANSWER: &str = "mutation($input: AnswerQuestionInput!) { answerQuestion(input: $input) { question { answer version } } }";
const HIDE: &str =
    "mutation($input: HideQuestionInput!) { hideQuestion(input: $input) { question { version } } }";
const ADD: &str = "mutation($input: PublishAddendumInput!) { publishAddendum(input: $input) { addendum { number } need { closesAt version } } }";
const ADDENDA: &str = "query($id: ID!) { needAddenda(needId: $id) { number text { vi en } closedBefore closesAt publishedAt } }";
const UNKNOWN: &str = "ques_00000000000000000000000000000001";

fn in_days(days: i64) -> String {
    (tests::beginning() + Duration::days(days)).to_rfc3339()
}

/// A need whose deadline is near, with a make in it and something still to be written.
fn hasty() -> Value {
    let mut need = content::need();
    need["closesAt"] = json!(in_days(10));
    need["description"] =
        json!({ "vi": "Cần giảm một nửa điện năng, dùng tủ Siemens. [điền số liệu]" });
    need
}

fn justification(app: &TestApp, need: &str, version: i64, code: &str, text: &str) -> Value {
    json!({ "input": { "clientKey": app.key(), "needId": need, "version": version, "code": code, "text": text } })
}

/// Codes of the flags that somebody sees, with whether they are justified.
async fn flags(who: &Client, need: &str) -> Vec<(String, bool)> {
    let data = who.ask(FLAGS, json!({ "id": need })).await;
    let flags = data["need"]["flags"].as_array().expect("flags").clone();
    let code = |flag: &Value| flag["code"].as_str().expect("a code").to_owned();
    let mut all: Vec<_> = flags
        .iter()
        .map(|flag| (code(flag), !flag["justification"].is_null()))
        .collect();
    all.sort();
    all
}

fn has(flags: &[(String, bool)], code: &str) -> bool {
    flags.iter().any(|(one, _)| one == code)
}

on_both_databases!(a_flag_is_mended_or_justified, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.draft_need(&officer, hasty()).await;
    let found = flags(&officer, &need).await;
    for code in [
        "deadline_short",
        "brand",
        "placeholder",
        "budget_source_missing",
    ] {
        assert!(has(&found, code), "{code}: {found:?}");
    }
    // Sent in as it is, everything that holds it up is named at once, and nothing else.
    let refused = app
        .refuses(&officer, SUBMIT, json!({ "id": need }), "FLAG_UNANSWERED")
        .await;
    let problems = refused.body["errors"][0]["extensions"]["problems"].clone();
    let named: Vec<_> = problems
        .as_array()
        .expect("problems")
        .iter()
        .map(|one| one["field"].clone())
        .collect();
    assert_eq!(
        named,
        [
            json!("flags.placeholder"),
            json!("flags.deadline_short"),
            json!("flags.brand")
        ]
    );
    // What blocks cannot be talked away; a word is no justification; a code is one of the table's.
    for (code, text, error) in [
        (
            "placeholder",
            "Sẽ bổ sung sau khi có số liệu.",
            "ILLEGAL_TRANSITION",
        ),
        ("brand", "Vì vậy.", "TOO_SHORT"),
        ("nothing", "Một lý do đủ dài.", "INVALID_INPUT"),
    ] {
        app.refuses(
            &officer,
            JUSTIFY,
            justification(app, &need, 1, code, text),
            error,
        )
        .await;
    }
    app.refuses(
        &officer,
        JUSTIFY,
        justification(app, &need, 2, "brand", "Một lý do đủ dài."),
        "STALE_VERSION",
    )
    .await;
    let mut mended = hasty();
    mended["description"] = json!({ "vi": "Cần giảm một nửa điện năng, dùng tủ Siemens." });
    let update = json!({ "input": { "needId": need, "version": 1, "content": mended } });
    officer.ask(UPDATE, update).await;
    let brand = justification(
        app,
        &need,
        2,
        "brand",
        "Tủ hiện có của thành phố dùng giao thức này.",
    );
    let data = officer.ask(JUSTIFY, brand.clone()).await;
    assert_eq!(data["justifyNeedFlag"]["need"]["version"], 2);
    // The same click twice is one thing.
    let rows = app.everything().await;
    officer.ask(JUSTIFY, brand).await;
    assert_eq!(rows, app.everything().await);
    app.refuses(&officer, SUBMIT, json!({ "id": need }), "FLAG_UNANSWERED")
        .await;
    let short = justification(
        app,
        &need,
        2,
        "deadline_short",
        "Đã báo trước trong kế hoạch năm.",
    );
    officer.ask(JUSTIFY, short).await;
    officer.ask(SUBMIT, json!({ "id": need })).await;
    app.refuses(
        &officer,
        JUSTIFY,
        justification(app, &need, 3, "brand", "Đổi lý do khi đã gửi."),
        "ILLEGAL_TRANSITION",
    )
    .await;
    moderator.ask(APPROVE, json!({ "id": need })).await;
    app.run_jobs().await;
    // Published: everybody reads what was justified, and only that; later too, as it was on that day.
    let published = [
        ("brand".to_owned(), true),
        ("deadline_short".to_owned(), true),
    ];
    assert_eq!(flags(&app.visitor(), &need).await, published);
    app.app.clock.advance(Duration::days(5));
    assert_eq!(flags(&app.firm().await, &need).await, published);
    assert!(flags(&moderator, &need).await.len() > 2);
    app.app.clock.advance(Duration::days(-5));
});

on_both_databases!(
    only_its_writers_justify_and_a_draft_is_theirs_alone,
    |app| {
        let officer = app.officer().await;
        let need = app.draft_need(&officer, hasty()).await;
        let text = "Một lý do đủ dài.";
        let reader = app.colleague(&officer, MembershipRole::Viewer).await;
        app.refuses(
            &reader,
            JUSTIFY,
            justification(app, &need, 1, "brand", text),
            "FORBIDDEN",
        )
        .await;
        for other in [app.firm().await, app.moderator().await, app.visitor()] {
            app.refuses(
                &other,
                JUSTIFY,
                justification(app, &need, 1, "brand", text),
                "NOT_FOUND",
            )
            .await;
        }
        // Empty takes it back.
        officer
            .ask(JUSTIFY, justification(app, &need, 1, "brand", text))
            .await;
        assert!(
            flags(&officer, &need)
                .await
                .contains(&("brand".into(), true))
        );
        officer
            .ask(JUSTIFY, justification(app, &need, 1, "brand", " "))
            .await;
        assert!(
            flags(&officer, &need)
                .await
                .contains(&("brand".into(), false))
        );
    }
);

on_both_databases!(a_brief_stands_beside_the_texts, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let mut need = content::need();
    need["brief"] = json!({
        "affected": { "vi": "Người dân 12 phường" }, "budgetSource": "LOCAL_BUDGET", "scheme": " Đề án  950 ",
        "indicators": [{ "code": "7.2", "name": "Điện chiếu sáng", "unit": "MWh", "baseline": "21.000", "target": "10.500", "dueOn": "2028-12-31" }, {}],
        "legalBasis": [{ "number": "269/2025/NĐ-CP", "issuedOn": "2025-10-14" }, { "number": " " }],
    });
    let id = app.open_need_with(&officer, &moderator, need.clone()).await;
    let seen = app.visitor().ask(BRIEF, json!({ "id": id })).await["need"]["brief"].clone();
    assert_eq!(
        seen,
        json!({
            "affected": { "vi": "Người dân 12 phường", "en": null }, "tried": { "vi": null },
            "budgetSource": "LOCAL_BUDGET", "scheme": "Đề án 950", "questionsUntil": null,
            "indicators": [{ "code": "7.2", "name": "Điện chiếu sáng", "unit": "MWh", "baseline": "21.000", "target": "10.500", "dueOn": "2028-12-31" }],
            "legalBasis": [{ "number": "269/2025/NĐ-CP", "issuedOn": "2025-10-14", "title": null }],
        })
    );
    need["brief"]["tried"] = json!({ "en": "x".repeat(2001) });
    need["brief"]["indicators"] = json!(vec![json!({ "name": "x" }); 11]);
    let input = json!({ "input": { "clientKey": app.key(), "organizationId": officer.organization_id(), "content": need } });
    let refused = app.refuses(&officer, CREATE, input, "TOO_LONG").await;
    let problems = &refused.body["errors"][0]["extensions"]["problems"];
    assert_eq!(problems.as_array().expect("problems").len(), 2);
});

fn question(app: &TestApp, who: &Client, need: &str, text: &str) -> Value {
    json!({ "input": { "clientKey": app.key(), "needId": need, "organizationId": who.organization_id(), "text": text } })
}

fn answer(app: &TestApp, question: &str, version: i64, text: &str) -> Value {
    json!({ "input": { "clientKey": app.key(), "questionId": question, "version": version, "text": text } })
}

async fn asked(app: &TestApp, who: &Client, need: &str, text: &str) -> String {
    let data = who.ask(ASK, question(app, who, need, text)).await;
    data["askQuestion"]["question"]["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

async fn questions(who: &Client, need: &str) -> Value {
    who.ask(QUESTIONS, json!({ "id": need })).await["needQuestions"].clone()
}

on_both_databases!(a_question_is_answered_for_everybody, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let (asker, drafter) = (app.firm().await, app.firm().await);
    app.verify(&asker).await;
    let need = app.open_need(&officer, &moderator).await;
    app.draft_proposal(&drafter, &need).await;
    let before = questions(&asker, &need).await;
    assert_eq!(before["open"], true);
    assert_eq!(before["viewerAsksFor"], json!([asker.organization_id()]));
    let id = asked(app, &asker, &need, "Cột đèn có được gắn cảm biến không?").await;
    app.run_jobs().await;
    assert!(
        app.templates_to(&officer.email)
            .await
            .contains(&"question_asked".to_owned())
    );
    // It waits: owner, asker and moderator know of it; nobody else.
    for (who, count) in [
        (&officer, 1),
        (&asker, 1),
        (&moderator, 1),
        (&drafter, 0),
        (&app.visitor(), 0),
    ] {
        let seen = questions(who, &need).await;
        assert_eq!(
            seen["questions"].as_array().expect("questions").len(),
            count
        );
        assert_eq!(seen["waiting"], json!(count));
    }
    app.refuses(&drafter, ANSWER, answer(app, &id, 1, "Được."), "NOT_FOUND")
        .await;
    app.refuses(&asker, ANSWER, answer(app, &id, 1, "Được."), "FORBIDDEN")
        .await;
    app.refuses(
        &officer,
        ANSWER,
        answer(app, &id, 2, "Được."),
        "STALE_VERSION",
    )
    .await;
    app.refuses(&officer, ANSWER, answer(app, &id, 1, "  "), "REQUIRED")
        .await;
    app.refuses(
        &officer,
        ANSWER,
        answer(app, UNKNOWN, 1, "Được."),
        "NOT_FOUND",
    )
    .await;
    officer
        .ask(ANSWER, answer(app, &id, 1, "Được, tối đa 5 kg."))
        .await;
    app.run_jobs().await;
    let seen = questions(&app.visitor(), &need).await["questions"][0].clone();
    assert_eq!(
        (&seen["answer"], &seen["viewerAsked"]),
        (&json!("Được, tối đa 5 kg."), &json!(false))
    );
    // One letter each, and once: the asker's own, the drafter's, not the owner's.
    let letters = |all: Vec<String>| {
        all.into_iter()
            .filter(|one| one.contains("answer"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        letters(app.templates_to(&asker.email).await),
        ["question_answered"]
    );
    assert_eq!(
        letters(app.templates_to(&drafter.email).await),
        ["answer_published"]
    );
    assert!(letters(app.templates_to(&officer.email).await).is_empty());
    // An answer can be put right; that is told anew.
    officer
        .ask(ANSWER, answer(app, &id, 2, "Được, tối đa 7 kg."))
        .await;
    app.run_jobs().await;
    assert_eq!(letters(app.templates_to(&drafter.email).await).len(), 2);
});

on_both_databases!(nobody_learns_who_asked, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let administrator = app.administrator().await;
    let asker = app.firm().await;
    app.verify(&asker).await;
    let need = app.open_need(&officer, &moderator).await;
    let id = asked(app, &asker, &need, "Có dữ liệu về tủ điều khiển không?").await;
    officer
        .ask(ANSWER, answer(app, &id, 1, "Có, 900 tủ."))
        .await;
    app.run_jobs().await;
    // Not in what anybody is shown, whatever is asked for.
    let person = asker.user.expect("a person").to_string();
    for who in [&officer, &moderator, &administrator, &app.visitor()] {
        let seen = questions(who, &need).await.to_string();
        assert!(
            !seen.contains(&person) && !seen.contains(&asker.organization_id()),
            "{seen}"
        );
    }
    // Not in the records, nor in the outbox that administrators read.
    let records = "{ auditRecords(first: 100) { nodes { action actor subject } } }";
    let answer = administrator.send(records, json!({})).await;
    let text = answer.body.to_string();
    assert!(
        text.contains("question.answered") && !text.contains("question.asked"),
        "{text}"
    );
    let emails = "{ emails(first: 100) { nodes { template toAddress } } }";
    let text = administrator.send(emails, json!({})).await.body.to_string();
    assert!(
        text.contains("question_asked") && !text.contains("question_answered"),
        "{text}"
    );
    assert!(!text.contains(&asker.email), "{text}");
});

on_both_databases!(who_may_ask_and_until_when, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let firm = app.firm().await;
    let need = app.open_need(&officer, &moderator).await;
    let ask = |who: &Client, text: &str| question(app, who, &need, text);
    // Not verified, the owner itself, a reader, nobody, for another's organisation.
    app.refuses(&firm, ASK, ask(&firm, "Một câu hỏi?"), "FORBIDDEN")
        .await;
    app.verify(&firm).await;
    app.verify(&officer).await;
    app.refuses(&officer, ASK, ask(&officer, "Một câu hỏi?"), "FORBIDDEN")
        .await;
    let reader = app.colleague(&firm, MembershipRole::Viewer).await;
    app.refuses(&reader, ASK, ask(&reader, "Một câu hỏi?"), "FORBIDDEN")
        .await;
    app.refuses(
        &app.visitor(),
        ASK,
        ask(&firm, "Một câu hỏi?"),
        "UNAUTHENTICATED",
    )
    .await;
    app.refuses(
        &app.firm().await,
        ASK,
        ask(&firm, "Một câu hỏi?"),
        "FORBIDDEN",
    )
    .await;
    app.refuses(&firm, ASK, ask(&firm, ""), "REQUIRED").await;
    app.refuses(&firm, ASK, ask(&firm, &"x".repeat(1001)), "TOO_LONG")
        .await;
    let draft = app.draft_need(&officer, content::need()).await;
    app.refuses(
        &firm,
        ASK,
        question(app, &firm, &draft, "Một câu hỏi?"),
        "NOT_FOUND",
    )
    .await;
    // Ten wait; the eleventh has to wait, too.
    for at in 0..10 {
        asked(app, &firm, &need, &format!("Câu hỏi thứ {at}?")).await;
    }
    app.refuses(&firm, ASK, ask(&firm, "Còn nữa?"), "CONFLICT")
        .await;
    // Ten days before the deadline it is over, to the microsecond; answers go on to the deadline.
    let id = questions(&officer, &need).await["questions"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    app.run_jobs().await;
    app.app
        .clock
        .advance(Duration::days(20) - Duration::microseconds(1));
    let other = app.firm().await;
    app.verify(&other).await;
    asked(app, &other, &need, "Vừa kịp?").await;
    app.app.clock.advance(Duration::microseconds(1));
    let late = app
        .refuses(&other, ASK, ask(&other, "Muộn rồi?"), "ILLEGAL_TRANSITION")
        .await;
    assert!(
        late.message().contains("hết hạn đặt câu hỏi"),
        "{}",
        late.message()
    );
    assert_eq!(questions(&other, &need).await["open"], false);
    app.run_jobs().await;
    app.app
        .clock
        .advance(Duration::days(10) - Duration::microseconds(1));
    officer
        .ask(ANSWER, answer(app, &id, 1, "Kịp trả lời."))
        .await;
    app.app.clock.advance(Duration::microseconds(1));
    app.refuses(
        &officer,
        ANSWER,
        answer(app, &id, 2, "Muộn."),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.run_jobs().await;
});

on_both_databases!(a_question_is_hidden_with_a_reason, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let asker = app.firm().await;
    app.verify(&asker).await;
    let need = app.open_need(&officer, &moderator).await;
    let id = asked(app, &asker, &need, "Giám đốc sở là ai?").await;
    officer
        .ask(ANSWER, answer(app, &id, 1, "Không liên quan."))
        .await;
    app.run_jobs().await;
    let hide = |version: i64, reason: &str| json!({ "input": { "clientKey": app.key(), "questionId": id, "version": version, "reason": reason } });
    for (who, code) in [
        (&officer, "FORBIDDEN"),
        (&asker, "FORBIDDEN"),
        (&app.visitor(), "UNAUTHENTICATED"),
    ] {
        app.refuses(who, HIDE, hide(2, "Hỏi về người."), code).await;
    }
    app.refuses(&moderator, HIDE, hide(2, " "), "REQUIRED")
        .await;
    app.refuses(&moderator, HIDE, hide(1, "Hỏi về người."), "STALE_VERSION")
        .await;
    moderator
        .ask(HIDE, hide(2, "Hỏi về người, không phải về nhu cầu."))
        .await;
    for who in [&officer, &app.visitor()] {
        assert_eq!(questions(who, &need).await["questions"], json!([]));
    }
    let own = questions(&asker, &need).await["questions"][0].clone();
    assert_eq!(own["hiddenReason"], "Hỏi về người, không phải về nhu cầu.");
    app.refuses(
        &officer,
        ANSWER,
        answer(app, &id, 3, "Trả lời lại."),
        "NOT_FOUND",
    )
    .await;
    app.run_jobs().await;
});

fn addendum(app: &TestApp, need: &str, version: i64, vi: &str, closes_at: Option<String>) -> Value {
    json!({ "input": { "clientKey": app.key(), "needId": need, "version": version, "text": { "vi": vi }, "closesAt": closes_at } })
}

async fn version_of(who: &Client, need: &str) -> i64 {
    let query = "query($id: ID!) { need(id: $id) { version } }";
    let data = who.ask(query, json!({ "id": need })).await;
    data["need"]["version"].as_i64().expect("a number")
}

on_both_databases!(an_addendum_moves_the_deadline_back, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let (asker, drafter) = (app.firm().await, app.firm().await);
    app.verify(&asker).await;
    let mut content = content::need();
    content["brief"] = json!({ "questionsUntil": in_days(15) });
    let need = app.open_need_with(&officer, &moderator, content).await;
    app.draft_proposal(&drafter, &need).await;
    asked(app, &asker, &need, "Có gia hạn không?").await;
    app.run_jobs().await;
    let version = version_of(&officer, &need).await;
    let add = |version: i64, vi: &str, days: Option<i64>| {
        addendum(app, &need, version, vi, days.map(in_days))
    };
    // Nobody else's, not stale, not empty, never sooner.
    app.refuses(&drafter, ADD, add(version, "Làm rõ.", None), "FORBIDDEN")
        .await;
    app.refuses(&moderator, ADD, add(version, "Làm rõ.", None), "FORBIDDEN")
        .await;
    app.refuses(
        &app.visitor(),
        ADD,
        add(version, "Làm rõ.", None),
        "UNAUTHENTICATED",
    )
    .await;
    app.refuses(
        &officer,
        ADD,
        add(version + 1, "Làm rõ.", None),
        "STALE_VERSION",
    )
    .await;
    app.refuses(&officer, ADD, add(version, " ", None), "REQUIRED")
        .await;
    app.refuses(
        &officer,
        ADD,
        add(version, "Làm rõ.", Some(29)),
        "OUT_OF_RANGE",
    )
    .await;
    let input = add(version, "Thêm 200 bộ đèn ở phường mới.", Some(40));
    let data = officer.ask(ADD, input.clone()).await;
    assert_eq!(data["publishAddendum"]["addendum"]["number"], 1);
    // The same click twice is one addendum.
    officer.ask(ADD, input).await;
    app.run_jobs().await;
    let all = app.visitor().ask(ADDENDA, json!({ "id": need })).await["needAddenda"].clone();
    assert_eq!(all.as_array().expect("addenda").len(), 1);
    let moment = |value: &Value| {
        value
            .as_str()
            .expect("a moment")
            .parse::<chrono::DateTime<chrono::Utc>>()
            .expect("a moment")
    };
    assert_eq!(
        moment(&all[0]["closedBefore"]),
        tests::beginning() + Duration::days(30)
    );
    assert_eq!(
        moment(&all[0]["closesAt"]),
        tests::beginning() + Duration::days(40)
    );
    // Questions end as long before the new deadline as before the old one.
    let until = questions(&asker, &need).await["until"].clone();
    assert_eq!(moment(&until), tests::beginning() + Duration::days(25));
    for who in [&asker, &drafter] {
        let letters = app.templates_to(&who.email).await;
        assert_eq!(
            letters
                .iter()
                .filter(|one| *one == "addendum_published")
                .count(),
            1
        );
    }
    // The old deadline closes nothing, the new one does.
    app.app.clock.advance(Duration::days(31));
    app.run_jobs().await;
    let status = "query($id: ID!) { need(id: $id) { status } }";
    assert_eq!(
        officer.ask(status, json!({ "id": need })).await["need"]["status"],
        "OPEN"
    );
    // In the last week an addendum gives time.
    app.app.clock.advance(Duration::days(5));
    let version = version_of(&officer, &need).await;
    app.refuses(
        &officer,
        ADD,
        add(version, "Làm rõ muộn.", None),
        "OUT_OF_RANGE",
    )
    .await;
    app.refuses(
        &officer,
        ADD,
        add(version, "Làm rõ muộn.", Some(42)),
        "OUT_OF_RANGE",
    )
    .await;
    officer
        .ask(ADD, add(version, "Làm rõ muộn.", Some(43)))
        .await;
    app.app.clock.advance(Duration::days(7));
    app.run_jobs().await;
    let status = officer.ask(status, json!({ "id": need })).await;
    assert_eq!(status["need"]["status"], "CLOSED");
    let version = version_of(&officer, &need).await;
    app.refuses(
        &officer,
        ADD,
        add(version, "Sau hạn.", Some(90)),
        "ILLEGAL_TRANSITION",
    )
    .await;
});

on_both_databases!(what_was_added_to_a_hidden_need_is_hidden_with_it, |app| {
    let (officer, firm) = (app.officer().await, app.firm().await);
    let draft = app.draft_need(&officer, content::need()).await;
    for query in [ADDENDA, QUESTIONS] {
        let hidden = app
            .refuses(&firm, query, json!({ "id": draft }), "NOT_FOUND")
            .await;
        let absent = firm
            .send(
                query,
                json!({ "id": "need_00000000000000000000000000000001" }),
            )
            .await;
        assert_eq!(hidden.body, absent.body);
    }
    app.refuses(
        &officer,
        ADD,
        addendum(app, &draft, 1, "Chưa mở.", None),
        "ILLEGAL_TRANSITION",
    )
    .await;
});

on_both_databases!(the_table_of_checks_is_public, |app| {
    let query = "{ needChecks { code severity field reason explanation { vi en } } }";
    let data = app.visitor().ask(query, json!({})).await;
    let checks = data["needChecks"].as_array().expect("checks");
    assert!(checks.len() >= 40, "{}", checks.len());
    assert!(checks.iter().all(|check| {
        !check["explanation"]["vi"]
            .as_str()
            .expect("words")
            .is_empty()
    }));
});

on_both_databases!(a_template_is_a_beginning_and_not_sent_in_as_it_is, |app| {
    let officer = app.officer().await;
    let query = "{ needTemplate(domain: \"WAT\") { title { vi en } summary { vi en } proposalContent { vi en } indicators { name { vi } unit { vi } } } none: needTemplate(domain: \"x\") { domain } suggestedCriteria { name { vi en } weight kind } }";
    let data = officer.ask(query, json!({})).await;
    assert_eq!(data["none"], Value::Null);
    let template = &data["needTemplate"];
    let rows = template["indicators"].as_array().expect("indicators");
    let indicators: Vec<_> = rows
        .iter()
        .map(|row| json!({ "name": row["name"]["vi"], "unit": row["unit"]["vi"] }))
        .collect();
    let mut begun = content::water_need();
    begun["title"] = template["title"].clone();
    begun["summary"] = template["summary"].clone();
    begun["brief"] =
        json!({ "proposalContent": template["proposalContent"], "indicators": indicators });
    let need = app.draft_need(&officer, begun).await;
    app.justify_flags(&officer, &need).await;
    let refused = app
        .refuses(&officer, SUBMIT, json!({ "id": need }), "FLAG_UNANSWERED")
        .await;
    assert!(
        refused.body.to_string().contains("placeholder"),
        "{}",
        refused.body
    );
    // The criteria are taken as they are.
    let set = "mutation($input: SetCriteriaInput!) { setCriteria(input: $input) { criteria { criteria { weight } } } }";
    let input = json!({ "needId": need, "version": 0, "anonymous": true, "criteria": data["suggestedCriteria"] });
    let data = officer.ask(set, json!({ "input": input })).await;
    let weights = data["setCriteria"]["criteria"]["criteria"]
        .as_array()
        .expect("criteria");
    assert_eq!(weights.len(), 5);
});
