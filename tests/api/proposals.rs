//! Proposals: sealed until the deadline, opened together, answered with a reason.

use chrono::Duration;
use iforum::needs;
use iforum::organizations::MembershipRole;
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const PROPOSAL: &str = "query($id: ID!) { proposal(id: $id) { status summary receipt } }";
const LIST: &str = "query($filter: ProposalFilter) { proposals(filter: $filter) { totalCount nodes { id } edges { cursor } } }";
const CREATE: &str = "mutation($input: CreateProposalInput!) { createProposal(input: $input) { proposal { id status } } }";
const UPDATE: &str = "mutation($input: UpdateProposalInput!) { updateProposal(input: $input) { proposal { version summary } } }";
const SUBMIT: &str = "mutation($id: ID!, $version: Int! = 1) { submitProposal(input: { proposalId: $id, version: $version }) { proposal { id status version receipt submittedAt } } }";
const WITHDRAW: &str = "mutation($id: ID!, $why: String! = \"Đổi kế hoạch.\") { withdrawProposal(input: { proposalId: $id, reason: $why }) { proposal { status decisionReason } } }";
const DECIDE: &str = "mutation($id: ID!, $decision: ProposalDecision!, $why: String!) { decideProposal(input: { proposalId: $id, decision: $decision, reason: $why }) { proposal { status decisionReason need { status } } } }";
const EVALUATE: &str =
    "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { status } } }";
const UNKNOWN: &str = "prop_00000000000000000000000000000001";

/// An open need and who is concerned.
struct Call {
    officer: Client,
    firm: Client,
    moderator: Client,
    need: String,
}

async fn call(app: &TestApp) -> Call {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    Call {
        officer,
        firm,
        moderator,
        need,
    }
}

fn bid(app: &TestApp, firm: &Client, need: &str) -> Value {
    json!({ "input": { "clientKey": app.key(), "needId": need, "organizationId": firm.organization_id(), "content": content::proposal() } })
}

fn decision(id: &str, decision: &str, why: &str) -> Value {
    json!({ "id": id, "decision": decision, "why": why })
}

/// Everything that somebody can ask about a need's proposals, as it comes.
async fn view(who: &Client, need: &str) -> Vec<Value> {
    let nested = "query($id: ID!) { need(id: $id) { status version updatedAt viewerCan proposals { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } statistics { openNeeds introductions mutualMatches } }";
    let mut seen = vec![who.send(nested, json!({ "id": need })).await.body];
    for filter in [
        json!({}),
        json!({ "needId": need }),
        json!({ "statuses": ["SUBMITTED", "DRAFT"] }),
    ] {
        seen.push(who.send(LIST, json!({ "filter": filter })).await.body);
    }
    seen
}

on_both_databases!(a_sealed_proposal_is_known_to_its_bidder_alone, |app| {
    let call = call(app).await;
    let rival = app.firm().await;
    let administrator = app.administrator().await;
    let others = [
        &call.officer,
        &call.moderator,
        &administrator,
        &rival,
        &app.visitor(),
    ];
    let mut before = Vec::new();
    for other in others {
        before.push(view(other, &call.need).await);
    }
    let draft = app.draft_proposal(&call.firm, &call.need).await;
    let mut begun = Vec::new();
    for other in others {
        begun.push(view(other, &call.need).await);
    }
    call.firm.ask(SUBMIT, json!({ "id": draft })).await;
    app.run_jobs().await;
    for ((other, before), begun) in others.into_iter().zip(before).zip(begun) {
        assert_eq!(view(other, &call.need).await, before);
        assert_eq!(begun, before);
        for operation in [PROPOSAL, SUBMIT, WITHDRAW] {
            let hidden = app
                .refuses(other, operation, json!({ "id": draft }), "NOT_FOUND")
                .await;
            let absent = other.send(operation, json!({ "id": UNKNOWN })).await;
            assert_eq!((hidden.status, hidden.body), (absent.status, absent.body));
        }
        app.refuses(
            other,
            DECIDE,
            decision(&draft, "SELECTED", "x"),
            "NOT_FOUND",
        )
        .await;
    }
    assert_eq!(
        call.firm.ask(PROPOSAL, json!({ "id": draft })).await["proposal"]["status"],
        "SUBMITTED"
    );
});

on_both_databases!(no_record_of_the_alliance_betrays_a_sealed_proposal, |app| {
    let call = call(app).await;
    let administrator = app.administrator().await;
    let records = "{ auditRecords { totalCount nodes { id action actor subject detail } } emails { totalCount nodes { id template subject toAddress } } }";
    let before = administrator.ask(records, json!({})).await;
    let proposal = app.submitted_proposal(&call.firm, &call.need).await;
    assert_eq!(administrator.ask(records, json!({})).await, before);
    app.later(Duration::days(30)).await;
    app.open_proposals(&call.officer, &call.need).await;
    let after = administrator.ask(records, json!({})).await;
    let opening = &after["auditRecords"]["nodes"][0];
    assert_eq!(
        (&opening["action"], &opening["subject"]),
        (&json!("proposals.opened"), &json!(call.need))
    );
    let data = call.firm.ask(PROPOSAL, json!({ "id": proposal })).await;
    let receipt = data["proposal"]["receipt"].as_str().unwrap();
    assert!(
        opening["detail"].as_str().unwrap().contains(receipt),
        "{opening}"
    );
});

on_both_databases!(the_receipt_is_in_the_field_and_in_the_mail, |app| {
    let call = call(app).await;
    let draft = app.draft_proposal(&call.firm, &call.need).await;
    let data = call.firm.ask(SUBMIT, json!({ "id": draft })).await;
    let proposal = &data["submitProposal"]["proposal"];
    let receipt = proposal["receipt"].as_str().unwrap();
    assert_eq!(
        (receipt.len(), &proposal["status"]),
        (64, &json!("SUBMITTED"))
    );
    assert_eq!(proposal["submittedAt"], app.app.clock.now().to_rfc3339());
    app.run_jobs().await;
    let mails = app.mails_to(&call.firm.email).await;
    assert_eq!((mails.len(), mails[0].0.as_str()), (1, "proposal_receipt"));
    assert!(mails[0].2.contains(receipt), "{}", mails[0].2);
    assert_eq!(
        app.templates_to(&call.officer.email).await,
        ["need_approved"]
    );
});

on_both_databases!(the_same_click_twice_is_one_submission, |app| {
    let call = call(app).await;
    let draft = app.draft_proposal(&call.firm, &call.need).await;
    let first = call.firm.ask(SUBMIT, json!({ "id": draft })).await;
    app.run_jobs().await;
    let before = app.everything().await;
    assert_eq!(call.firm.ask(SUBMIT, json!({ "id": draft })).await, first);
    assert_eq!(app.everything().await, before);
    for version in [2, i32::MAX, i32::MIN] {
        let other = json!({ "id": draft, "version": version });
        app.refuses(&call.firm, SUBMIT, other, "ILLEGAL_TRANSITION")
            .await;
    }
});

on_both_databases!(
    the_owner_is_told_of_what_was_opened_though_evaluation_has_begun,
    |app| {
        let call = call(app).await;
        app.submitted_proposal(&call.firm, &call.need).await;
        app.run_jobs().await;
        app.app.clock.advance(Duration::days(30));
        let need = call.need.parse().unwrap();
        needs::service::close(&app.system(), need).await.unwrap();
        app.open_proposals(&call.officer, &call.need).await;
        call.officer.ask(EVALUATE, json!({ "id": call.need })).await;
        app.run_jobs().await;
        let told = app.templates_to(&call.officer.email).await;
        assert_eq!(told.last().unwrap(), "proposal_received");
    }
);

on_both_databases!(an_organisation_has_one_proposal_for_a_need, |app| {
    let call = call(app).await;
    let input = bid(app, &call.firm, &call.need);
    let first = call.firm.ask(CREATE, input.clone()).await;
    assert_eq!(call.firm.ask(CREATE, input).await, first);
    let colleague = app.colleague(&call.firm, MembershipRole::Editor).await;
    for person in [&call.firm, &colleague] {
        let input = bid(app, &call.firm, &call.need);
        let answer = app.refuses(person, CREATE, input, "CONFLICT").await;
        assert_eq!(
            answer.message(),
            "Tổ chức của bạn đã có đề xuất cho nhu cầu này. Hãy mở đề xuất đó."
        );
    }
    app.draft_proposal(&app.firm().await, &call.need).await;
    assert_eq!(app.rows("proposal").await, 2);
});

on_both_databases!(a_second_before_the_deadline_is_in_time, |app| {
    let call = call(app).await;
    let draft = app.draft_proposal(&call.firm, &call.need).await;
    app.later(Duration::days(30) - Duration::seconds(1)).await;
    let data = call.firm.ask(SUBMIT, json!({ "id": draft })).await;
    assert_eq!(data["submitProposal"]["proposal"]["status"], "SUBMITTED");
    app.run_jobs().await;
});

on_both_databases!(at_the_deadline_it_is_too_late, |app| {
    let call = call(app).await;
    let draft = app.draft_proposal(&call.firm, &call.need).await;
    let rival = app.firm().await;
    let sealed = app.submitted_proposal(&rival, &call.need).await;
    // The clock decides, not the job that closes the need.
    app.app.clock.advance(Duration::days(30));
    for _ in 0..2 {
        app.refuses(
            &call.firm,
            SUBMIT,
            json!({ "id": draft }),
            "ILLEGAL_TRANSITION",
        )
        .await;
        app.refuses(
            &rival,
            WITHDRAW,
            json!({ "id": sealed }),
            "ILLEGAL_TRANSITION",
        )
        .await;
        let late = bid(app, &app.firm().await, &call.need);
        app.refuses(&call.firm, CREATE, late, "FORBIDDEN").await;
        let edit = json!({ "input": { "proposalId": draft, "version": 1, "content": content::proposal() } });
        app.refuses(&call.firm, UPDATE, edit, "ILLEGAL_TRANSITION")
            .await;
        app.run_jobs().await;
    }
    let late = app.firm().await;
    app.refuses(
        &late,
        CREATE,
        bid(app, &late, &call.need),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.open_proposals(&call.officer, &call.need).await;
    assert_eq!(
        call.officer.ask(LIST, json!({})).await["proposals"]["nodes"],
        json!([{ "id": sealed }])
    );
    call.officer
        .refused(PROPOSAL, json!({ "id": draft }), "NOT_FOUND")
        .await;
});

on_both_databases!(a_bidder_takes_a_proposal_back_before_the_deadline, |app| {
    let call = call(app).await;
    let proposal = app.submitted_proposal(&call.firm, &call.need).await;
    app.refuses(
        &call.firm,
        WITHDRAW,
        json!({ "id": proposal, "why": " " }),
        "REQUIRED",
    )
    .await;
    app.later(Duration::days(30) - Duration::seconds(1)).await;
    let data = call.firm.ask(WITHDRAW, json!({ "id": proposal })).await;
    let withdrawn = json!({ "status": "WITHDRAWN", "decisionReason": "Đổi kế hoạch." });
    assert_eq!(data["withdrawProposal"]["proposal"], withdrawn);
    app.later(Duration::seconds(1)).await;
    assert_eq!(
        call.officer.ask(LIST, json!({})).await["proposals"]["totalCount"],
        0
    );
    call.officer
        .refused(PROPOSAL, json!({ "id": proposal }), "NOT_FOUND")
        .await;
    assert_eq!(
        app.templates_to(&call.officer.email).await,
        ["need_approved", "need_closed_empty"]
    );
});

on_both_databases!(proposals_are_opened_together_at_the_deadline, |app| {
    let call = call(app).await;
    let rival = app.firm().await;
    let one = app.submitted_proposal(&call.firm, &call.need).await;
    app.submitted_proposal(&rival, &call.need).await;
    app.later(Duration::days(30)).await;
    app.open_proposals(&call.officer, &call.need).await;
    assert_eq!(
        call.officer.ask(LIST, json!({})).await["proposals"]["totalCount"],
        2
    );
    let mails = app.mails_to(&call.officer.email).await;
    let (template, subject, text) = mails.last().unwrap();
    assert_eq!((template.as_str(), mails.len()), ("proposal_received", 3));
    assert!(
        subject.starts_with("Đã mở 2 đề xuất") && text.contains("Tổ chức của firm"),
        "{subject} {text}"
    );
    for outsider in [
        &rival,
        &call.moderator,
        &app.administrator().await,
        &app.visitor(),
    ] {
        outsider
            .refused(PROPOSAL, json!({ "id": one }), "NOT_FOUND")
            .await;
    }
    app.refuses(
        &call.firm,
        WITHDRAW,
        json!({ "id": one }),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let reader = app.colleague(&call.officer, MembershipRole::Viewer).await;
    app.refuses(
        &reader,
        DECIDE,
        decision(&one, "SELECTED", "x"),
        "FORBIDDEN",
    )
    .await;
    app.refuses(
        &call.firm,
        DECIDE,
        decision(&one, "SELECTED", "x"),
        "FORBIDDEN",
    )
    .await;
});

on_both_databases!(a_decision_follows_evaluation_and_has_a_reason, |app| {
    let call = call(app).await;
    let rival = app.firm().await;
    let one = app.submitted_proposal(&call.firm, &call.need).await;
    let two = app.submitted_proposal(&rival, &call.need).await;
    app.later(Duration::days(30)).await;
    app.open_proposals(&call.officer, &call.need).await;
    app.refuses(
        &call.officer,
        DECIDE,
        decision(&one, "SELECTED", "Tốt nhất."),
        "ILLEGAL_TRANSITION",
    )
    .await;
    call.officer.ask(EVALUATE, json!({ "id": call.need })).await;
    app.refuses(
        &call.officer,
        EVALUATE,
        json!({ "id": call.need }),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let answer = app
        .refuses(
            &call.officer,
            DECIDE,
            decision(&one, "SELECTED", ""),
            "REQUIRED",
        )
        .await;
    assert_eq!(answer.field(), Some("reason"));
    let data = call
        .officer
        .ask(DECIDE, decision(&one, "SELECTED", "Tốt nhất."))
        .await;
    let chosen = json!({ "status": "SELECTED", "decisionReason": "Tốt nhất.", "need": { "status": "MATCHED" } });
    assert_eq!(data["decideProposal"]["proposal"], chosen);
    app.run_jobs().await;
    app.refuses(
        &call.officer,
        DECIDE,
        decision(&one, "NOT_SELECTED", "x"),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.refuses(
        &call.officer,
        DECIDE,
        decision(&two, "SELECTED", "x"),
        "ILLEGAL_TRANSITION",
    )
    .await;
    call.officer
        .ask(DECIDE, decision(&two, "NOT_SELECTED", "Giá cao hơn."))
        .await;
    app.run_jobs().await;
    for (bidder, subject, why) in [
        (&call.firm, "Được chọn: ", "Tốt nhất."),
        (&rival, "Không được chọn: ", "Giá cao hơn."),
    ] {
        let mails = app.mails_to(&bidder.email).await;
        let (template, line, text) = mails.last().unwrap();
        assert_eq!((template.as_str(), mails.len()), ("proposal_decided", 2));
        assert!(
            line.starts_with(subject) && text.contains(why),
            "{line}: {text}"
        );
    }
});

on_both_databases!(bidders_learn_that_a_need_ended_before_its_deadline, |app| {
    let call = call(app).await;
    let sealed = app.submitted_proposal(&call.firm, &call.need).await;
    let draft = app.draft_proposal(&app.firm().await, &call.need).await;
    let cancel = "mutation($id: ID!) { concludeNeed(input: { needId: $id, outcome: CANCELLED, reason: \"Hết kinh phí.\" }) { need { status } } }";
    call.officer.ask(cancel, json!({ "id": call.need })).await;
    app.run_jobs().await;
    let mails = app.mails_to(&call.firm.email).await;
    let (template, subject, text) = mails.last().unwrap();
    assert_eq!((template.as_str(), mails.len()), ("proposal_unopened", 2));
    assert!(
        subject.starts_with("Nhu cầu đã kết thúc: ") && text.contains("Hết kinh phí."),
        "{text}"
    );
    for hidden in [sealed, draft] {
        call.officer
            .refused(PROPOSAL, json!({ "id": hidden }), "NOT_FOUND")
            .await;
    }
    assert_eq!(
        app.rows("email").await,
        3,
        "who only had a draft is told nothing"
    );
});

on_both_databases!(bidders_learn_that_nothing_came_of_a_need, |app| {
    let call = call(app).await;
    let opened = app.submitted_proposal(&call.firm, &call.need).await;
    app.later(Duration::days(30)).await;
    app.open_proposals(&call.officer, &call.need).await;
    let fail = "mutation($id: ID!) { concludeNeed(input: { needId: $id, outcome: UNSUCCESSFUL, reason: \"Không phương án nào đạt.\" }) { need { status } } }";
    call.officer.ask(fail, json!({ "id": call.need })).await;
    app.run_jobs().await;
    let data = call.firm.ask(PROPOSAL, json!({ "id": opened })).await;
    assert_eq!(data["proposal"]["status"], "NOT_SELECTED");
    let (template, _, text) = app.mails_to(&call.firm.email).await.pop().unwrap();
    assert_eq!(template, "proposal_decided");
    assert!(text.contains("Không phương án nào đạt."), "{text}");
});

on_both_databases!(what_is_missing_or_wrong_is_said_by_field, |app| {
    let call = call(app).await;
    for (field, value, code) in [
        ("durationMonths", json!(0), "OUT_OF_RANGE"),
        ("durationMonths", json!(121), "OUT_OF_RANGE"),
        ("priceAmount", json!("-1"), "OUT_OF_RANGE"),
        ("summary", json!("x".repeat(2001)), "TOO_LONG"),
        ("approach", json!("x".repeat(20_001)), "TOO_LONG"),
    ] {
        let mut input = bid(app, &call.firm, &call.need);
        input["input"]["content"][field] = value;
        let answer = app.refuses(&call.firm, CREATE, input, code).await;
        assert_eq!(answer.field(), Some(format!("content.{field}").as_str()));
    }
    let mut input = bid(app, &call.firm, &call.need);
    input["input"]["content"] = json!({ "language": "EN", "summary": " ", "approach": "" });
    let data = call.firm.ask(CREATE, input).await;
    let id = &data["createProposal"]["proposal"]["id"];
    let answer = app
        .refuses(&call.firm, SUBMIT, json!({ "id": id }), "REQUIRED")
        .await;
    let problems = answer.body["errors"][0]["extensions"]["problems"]
        .as_array()
        .unwrap();
    let fields: Vec<_> = problems
        .iter()
        .map(|problem| problem["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        fields,
        ["summary", "approach", "priceAmount", "durationMonths"].map(|f| format!("content.{f}"))
    );
    let edit = |version: i32| json!({ "input": { "proposalId": id, "version": version, "content": content::proposal() } });
    app.refuses(&call.firm, UPDATE, edit(2), "STALE_VERSION")
        .await;
    call.firm.ask(UPDATE, edit(1)).await;
    app.refuses(
        &call.firm,
        SUBMIT,
        json!({ "id": id, "version": 1 }),
        "STALE_VERSION",
    )
    .await;
    call.firm
        .ask(SUBMIT, json!({ "id": id, "version": 2 }))
        .await;
    app.run_jobs().await;
    app.refuses(&call.firm, UPDATE, edit(3), "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(who_may_bid, |app| {
    let call = call(app).await;
    let reader = app.colleague(&call.firm, MembershipRole::Viewer).await;
    let rival = app.firm().await;
    let input = || bid(app, &call.firm, &call.need);
    for (who, code) in [
        (&reader, "FORBIDDEN"),
        (&rival, "FORBIDDEN"),
        (&call.moderator, "FORBIDDEN"),
        (&app.visitor(), "UNAUTHENTICATED"),
    ] {
        app.refuses(who, CREATE, input(), code).await;
    }
    app.refuses(
        &call.officer,
        CREATE,
        bid(app, &call.officer, &call.need),
        "FORBIDDEN",
    )
    .await;
    let other = app.officer().await;
    let answer = app
        .refuses(
            &other,
            CREATE,
            bid(app, &other, &call.need),
            "INVALID_INPUT",
        )
        .await;
    assert_eq!(answer.field(), Some("organizationId"));
    let draft = app.draft_need(&call.officer, content::need()).await;
    app.refuses(
        &call.firm,
        CREATE,
        bid(app, &call.firm, &draft),
        "NOT_FOUND",
    )
    .await;
});

on_both_databases!(what_was_taken_back_may_be_handed_in_again, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let proposal = app.submitted_proposal(&firm, &need).await;
    firm.ask(WITHDRAW, json!({ "id": proposal })).await;
    let edit = "mutation($id: ID!, $content: ProposalContent!) { updateProposal(input: { proposalId: $id, version: 3, content: $content }) { proposal { status receipt decisionReason version } } }";
    let variables = json!({ "id": proposal, "content": tests::content::proposal() });
    let data = firm.ask(edit, variables).await;
    let draft = json!({ "status": "DRAFT", "receipt": null, "decisionReason": null, "version": 4 });
    assert_eq!(data["updateProposal"]["proposal"], draft);
    let submit = "mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 4 }) { proposal { status } } }";
    let data = firm.ask(submit, json!({ "id": proposal })).await;
    assert_eq!(data["submitProposal"]["proposal"]["status"], "SUBMITTED");
    app.run_jobs().await;
    let receipts = app.templates_to(&firm.email).await;
    assert_eq!(
        receipts
            .iter()
            .filter(|name| *name == "proposal_receipt")
            .count(),
        2
    );
});
