//! Criteria, panels, scores, outcomes: nobody sees what is not yet hers, and nothing changes after it was
//! promised.

use std::collections::BTreeSet;

use chrono::Duration;
use iforum::organizations::MembershipRole;
use tests::panel::{AGREE, ASK, DECIDE, EVALUATION, Panel, SAVE, criteria};
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const CRITERIA: &str = "query($id: ID!) { needCriteria(id: $id) { version anonymous viewerCanEdit criteria { name { vi } weight kind } } }";
const SET: &str =
    "mutation($input: SetCriteriaInput!) { setCriteria(input: $input) { criteria { version } } }";
const START: &str =
    "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { id } } }";
const SHORTLIST: &str = "mutation($input: ShortlistProposalsInput!) { shortlistProposals(input: $input) { evaluation { status round } } }";
const ANSWER: &str = "mutation($input: AnswerOutcomeReviewInput!) { answerOutcomeReview(input: $input) { review { verdict answer } } }";
const OUTCOME: &str = "query($id: ID!) { proposal(id: $id) { status evaluation { total rank bids winnerTotal notHighest reason reviewUntil viewerCanAsk winner { id } lines { score points spread scores { name } } review { verdict answer viewerCanAnswer } } } }";
const RECUSE: &str = "mutation($id: ID!) { answerPanelInvitation(input: { needId: $id, accept: false, reason: \"Bận việc khác.\" }) { evaluation { id } } }";

fn set(need: &str, version: i32, criteria: &Value) -> Value {
    json!({ "input": { "needId": need, "version": version, "anonymous": true, "criteria": criteria } })
}

on_both_databases!(criteria_are_frozen_when_the_need_opens, |app| {
    let (owner, moderator) = (app.officer().await, app.moderator().await);
    let need = app.need_with_criteria(&owner, true).await;
    let seen = owner.ask(CRITERIA, json!({ "id": need })).await["needCriteria"].clone();
    assert_eq!(
        (&seen["version"], &seen["anonymous"], &seen["viewerCanEdit"]),
        (&json!(1), &json!(true), &json!(true))
    );
    // While it is a draft they change, for those who write there and read the last version.
    let mut other = criteria();
    other[0]["weight"] = json!(40);
    other[1]["weight"] = json!(30);
    app.refuses(&owner, SET, set(&need, 0, &other), "STALE_VERSION")
        .await;
    owner.ask(SET, set(&need, 1, &other)).await;
    let reader = app.colleague(&owner, MembershipRole::Viewer).await;
    app.refuses(&reader, SET, set(&need, 2, &other), "FORBIDDEN")
        .await;
    for outsider in [&app.firm().await, &moderator, &app.visitor()] {
        app.refuses(outsider, SET, set(&need, 2, &other), "NOT_FOUND")
            .await;
    }
    // Sent in, open, closed: no way changes them.
    let submit = "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }";
    owner.ask(submit, json!({ "id": need })).await;
    let waits = app
        .refuses(&owner, SET, set(&need, 2, &other), "ILLEGAL_TRANSITION")
        .await;
    assert!(
        waits.message().contains("chờ Liên minh duyệt"),
        "{}",
        waits.message()
    );
    let approve = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }";
    moderator.ask(approve, json!({ "id": need })).await;
    app.run_jobs().await;
    for criteria in [&criteria(), &json!([])] {
        let frozen = app
            .refuses(&owner, SET, set(&need, 2, criteria), "ILLEGAL_TRANSITION")
            .await;
        assert!(
            frozen.message().contains("không thay đổi được nữa"),
            "{}",
            frozen.message()
        );
    }
    app.later(Duration::days(31)).await;
    app.refuses(
        &owner,
        SET,
        set(&need, 2, &criteria()),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let public = app.visitor().ask(CRITERIA, json!({ "id": need })).await["needCriteria"].clone();
    let weights: Vec<_> = public["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["weight"].clone())
        .collect();
    assert_eq!(
        (weights, &public["viewerCanEdit"]),
        (vec![json!(40), json!(30), json!(30)], &json!(false))
    );
});

on_both_databases!(criteria_come_to_a_hundred, |app| {
    let owner = app.officer().await;
    let need = app.draft_need(&owner, content::need()).await;
    for (spoil, field) in [
        (
            json!([{ "name": { "vi": "Một" }, "weight": 99, "kind": "QUALITY" }]),
            "criteria",
        ),
        (
            json!([{ "name": { "vi": " " }, "weight": 100, "kind": "QUALITY" }]),
            "criteria.0.name.vi",
        ),
        (
            json!([{ "name": { "vi": "x".repeat(100_000) }, "weight": 100, "kind": "QUALITY" }]),
            "criteria.0.name.vi",
        ),
        (
            json!([{ "name": { "vi": "Giá" }, "weight": 100, "kind": "PRICE" }]),
            "criteria",
        ),
        (
            json!([{ "name": { "vi": "a" }, "weight": -5, "kind": "QUALITY" }, { "name": { "vi": "b" }, "weight": 105, "kind": "QUALITY" }]),
            "criteria.0.weight",
        ),
    ] {
        let answer = owner.send(SET, set(&need, 0, &spoil)).await;
        assert_eq!(answer.field(), Some(field), "{:#}", answer.body);
    }
    let hostile = json!([{ "name": { "vi": "<script>alert(1)</script> {{ x }}" }, "weight": 100, "kind": "QUALITY" }]);
    owner.ask(SET, set(&need, 0, &hostile)).await;
    let seen = owner.ask(CRITERIA, json!({ "id": need })).await;
    assert_eq!(
        seen["needCriteria"]["criteria"][0]["name"]["vi"],
        "<script>alert(1)</script> {{ x }}"
    );
    owner.ask(SET, set(&need, 1, &json!([]))).await;
});

/// Everything that tells one bidder from the other: names, ids, and what receipts name.
fn identities(panel: &Panel) -> Vec<String> {
    let firms = panel.firms.iter().map(Client::organization_id);
    firms.chain(panel.proposals.iter().cloned()).collect()
}

on_both_databases!(bidders_are_letters_until_the_chair_approves, |app| {
    let panel = app.panel(true).await;
    panel.open(app).await;
    panel.start(app).await;
    let editor = app.colleague(&panel.owner, MembershipRole::Editor).await;
    let administrator = app.administrator().await;
    let listed = "{ proposals { nodes { id organization { id } receipt } } }";
    let of_need = "query($id: ID!) { need(id: $id) { proposals { nodes { id organization { id } receipt decidedAt } } } }";
    let masked = async || {
        for who in [
            &panel.owner,
            &editor,
            &panel.chair,
            &panel.second,
            &panel.expert,
            &administrator,
        ] {
            let mut all = vec![who.send(EVALUATION, panel.id()).await.body.to_string()];
            all.push(who.send(listed, json!({})).await.body.to_string());
            all.push(who.send(of_need, panel.id()).await.body.to_string());
            for proposal in &panel.proposals {
                who.refused(OUTCOME, json!({ "id": proposal }), "NOT_FOUND")
                    .await;
            }
            for identity in identities(&panel) {
                assert!(
                    !all.iter().any(|one| one.contains(&identity)),
                    "{identity} in {all:?}"
                );
            }
        }
    };
    masked().await;
    // Price is not read while quality is scored; the letters are there.
    let seen = panel.seen_by(&panel.expert).await;
    let bids = seen["bids"].as_array().unwrap();
    let labels: Vec<_> = bids.iter().map(|bid| bid["label"].clone()).collect();
    assert_eq!(labels, ["A", "B"]);
    assert!(
        bids.iter()
            .all(|bid| bid["price"].is_null() && bid["organization"].is_null())
    );
    panel.confer(app).await;
    masked().await;
    assert!(panel.seen_by(&panel.expert).await["bids"][0]["price"].is_object());
    panel.approve(app).await;
    for who in [&panel.owner, &panel.chair, &panel.expert] {
        let seen = panel.seen_by(who).await;
        let named: BTreeSet<_> = seen["bids"]
            .as_array()
            .unwrap()
            .iter()
            .map(|bid| bid["organization"]["id"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(
            named,
            panel.firms.iter().map(Client::organization_id).collect()
        );
    }
    // The bidders themselves see nothing of it before the outcome.
    for firm in &panel.firms {
        firm.refused(EVALUATION, panel.id(), "NOT_FOUND").await;
    }
});

on_both_databases!(nobody_sees_anothers_scores_before_all_are_in, |app| {
    let panel = app.panel(false).await;
    panel.open(app).await;
    panel.start(app).await;
    panel.score(app, &panel.second, [91, 37]).await;
    // Saved, not handed in.
    panel.expert.ask(SAVE, panel.scores(app, 0, 53).await).await;
    let moderator = app.moderator().await;
    let administrator = app.administrator().await;
    let everybody = [
        &panel.owner,
        &panel.chair,
        &panel.expert,
        &panel.second,
        &panel.firms[0],
        &moderator,
        &administrator,
        &app.visitor(),
    ];
    for (n, who) in everybody.into_iter().enumerate() {
        let text = who.send(EVALUATION, panel.id()).await.body.to_string();
        let own = |name: &Client| who.user == name.user;
        for (of, score) in [
            (&panel.second, "91"),
            (&panel.second, "37"),
            (&panel.expert, "53"),
        ] {
            let there = text.contains(&format!("Nhận xét {score}"));
            assert_eq!(there, own(of), "{n} sees {score}: {text}");
        }
        assert!(!text.contains("\"total\":8"), "{text}");
    }
    // The chair cannot begin before all are in, nobody else at all.
    app.refuses(
        &panel.chair,
        &Panel::step("startConsensus"),
        panel.id(),
        "ILLEGAL_TRANSITION",
    )
    .await;
    panel.score(app, &panel.expert, [53, 53]).await;
    panel.score(app, &panel.chair, [70, 70]).await;
    app.run_jobs().await;
    assert!(
        app.templates_to(&panel.chair.email)
            .await
            .contains(&"sheets_complete".into())
    );
    for who in [&panel.owner, &panel.second, &panel.expert] {
        app.refuses(who, &Panel::step("startConsensus"), panel.id(), "FORBIDDEN")
            .await;
        let text = panel.seen_by(who).await.to_string();
        assert!(!text.contains("Nhận xét 70"), "{text}");
    }
    panel
        .chair
        .ask(&Panel::step("startConsensus"), panel.id())
        .await;
    for who in [&panel.owner, &panel.chair, &panel.second, &panel.expert] {
        let text = panel.seen_by(who).await.to_string();
        assert!(
            ["91", "37", "53", "70"]
                .iter()
                .all(|score| text.contains(&format!("Nhận xét {score}")))
        );
    }
    for who in [&moderator, &administrator, &panel.firms[0]] {
        who.refused(EVALUATION, panel.id(), "NOT_FOUND").await;
    }
    // What was handed in stays.
    let late = panel.scores(app, 0, 1).await;
    app.refuses(&panel.second, SAVE, late, "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(the_ranking_is_agreed_approved_and_then_fixed, |app| {
    let panel = app.panel(true).await;
    panel.open(app).await;
    panel.start(app).await;
    panel.score(app, &panel.chair, [80, 60]).await;
    panel.score(app, &panel.second, [85, 60]).await;
    panel.score(app, &panel.expert, [60, 60]).await;
    panel
        .chair
        .ask(&Panel::step("startConsensus"), panel.id())
        .await;
    let (label, quality) = (panel.label_of(app, 0).await, panel.quality().await);
    let seen = panel.seen_by(&panel.chair).await;
    let bid = seen["bids"]
        .as_array()
        .unwrap()
        .iter()
        .find(|bid| bid["label"] == label.as_str())
        .unwrap();
    assert_eq!(
        (&bid["lines"][0]["spread"], &bid["lines"][0]["farApart"]),
        (&json!(25), &json!(true))
    );
    // Far apart: it takes a note. Not all agreed: it is not approved. Price: not by hand.
    let mut silent = panel.agreed(&label, &quality[0], 75);
    silent["input"]["note"] = Value::Null;
    let refused = app.refuses(&panel.chair, AGREE, silent, "REQUIRED").await;
    assert_eq!(refused.field(), Some("note"));
    app.refuses(
        &panel.chair,
        &Panel::step("approveEvaluation"),
        panel.id(),
        "REQUIRED",
    )
    .await;
    for who in [&panel.second, &panel.owner] {
        app.refuses(
            who,
            AGREE,
            panel.agreed(&label, &quality[0], 75),
            "FORBIDDEN",
        )
        .await;
    }
    let price = seen["criteria"][2]["id"].as_str().unwrap();
    app.refuses(
        &panel.chair,
        AGREE,
        panel.agreed(&label, price, 75),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.refuses(
        &panel.chair,
        AGREE,
        panel.agreed(&label, &quality[0], 101),
        "OUT_OF_RANGE",
    )
    .await;
    app.refuses(
        &panel.chair,
        AGREE,
        panel.agreed("Z", &quality[0], 50),
        "NOT_FOUND",
    )
    .await;
    app.refuses(
        &panel.owner,
        DECIDE,
        panel.decision(Some(&label), false),
        "ILLEGAL_TRANSITION",
    )
    .await;
    panel.approve(app).await;
    // 80 × 50 % + 80 × 20 % + 100 × 30 % = 86; 60 × 70 % + 75 × 30 % = 64.5.
    let seen = panel.seen_by(&panel.owner).await;
    let mut table: Vec<_> = seen["bids"]
        .as_array()
        .unwrap()
        .iter()
        .map(|bid| {
            (
                bid["rank"].as_i64().unwrap(),
                bid["total"].as_f64().unwrap(),
                bid["price"]["amount"].clone(),
            )
        })
        .collect();
    table.sort_by_key(|(rank, ..)| *rank);
    assert_eq!(
        table,
        [
            (1, 86.0, json!("9000000000")),
            (2, 64.5, json!("12000000000"))
        ]
    );
    // Nothing changes any more.
    app.refuses(
        &panel.chair,
        AGREE,
        panel.agreed(&label, &quality[0], 10),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.refuses(
        &panel.chair,
        &Panel::step("approveEvaluation"),
        panel.id(),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.refuses(&panel.chair, RECUSE, panel.id(), "ILLEGAL_TRANSITION")
        .await;
    let again = set(&panel.need, 1, &criteria());
    app.refuses(&panel.owner, SET, again, "ILLEGAL_TRANSITION")
        .await;
    assert!(
        app.templates_to(&panel.owner.email)
            .await
            .contains(&"evaluation_approved".into())
    );
});

on_both_databases!(
    proposals_of_a_need_with_criteria_are_decided_together,
    |app| {
        let panel = app.panel(false).await;
        panel.open(app).await;
        panel.start(app).await;
        let single = "mutation($id: ID!) { decideProposal(input: { proposalId: $id, decision: SELECTED, reason: \"Tốt.\" }) { proposal { id } } }";
        let id = json!({ "id": panel.proposals[0] });
        let early = app
            .refuses(&panel.owner, single, id.clone(), "ILLEGAL_TRANSITION")
            .await;
        assert!(early.message().contains("phê duyệt"), "{}", early.message());
        let can = "query($id: ID!) { proposal(id: $id) { viewerCan evaluation { total } } }";
        let seen = panel.owner.ask(can, id.clone()).await["proposal"].clone();
        assert_eq!(
            (&seen["viewerCan"], &seen["evaluation"]),
            (&json!([]), &Value::Null)
        );
        panel.confer(app).await;
        panel.approve(app).await;
        app.refuses(&panel.owner, single, id, "ILLEGAL_TRANSITION")
            .await;
        // Another than the highest takes a word; the outcome says so to all.
        let second = panel.label_of(app, 1).await;
        let refused = app
            .refuses(
                &panel.owner,
                DECIDE,
                panel.decision(Some(&second), false),
                "REQUIRED",
            )
            .await;
        assert_eq!(refused.field(), Some("notHighest"));
        let reader = app.colleague(&panel.owner, MembershipRole::Viewer).await;
        for who in [&panel.chair, &panel.expert, &reader] {
            app.refuses(
                who,
                DECIDE,
                panel.decision(Some(&second), true),
                "FORBIDDEN",
            )
            .await;
        }
        app.refuses(
            &panel.firms[1],
            DECIDE,
            panel.decision(Some(&second), true),
            "NOT_FOUND",
        )
        .await;
        panel
            .owner
            .ask(DECIDE, panel.decision(Some(&second), true))
            .await;
        app.run_jobs().await;
        app.refuses(
            &panel.owner,
            DECIDE,
            panel.decision(Some(&second), true),
            "ILLEGAL_TRANSITION",
        )
        .await;
        for (firm, status, total) in [(0, "NOT_SELECTED", 86.0), (1, "SELECTED", 64.5)] {
            let outcome = panel.firms[firm]
                .ask(OUTCOME, json!({ "id": panel.proposals[firm] }))
                .await["proposal"]
                .clone();
            assert_eq!(outcome["status"], status);
            let evaluation = &outcome["evaluation"];
            assert_eq!(evaluation["total"], json!(total));
            assert_eq!(
                (&evaluation["winnerTotal"], &evaluation["notHighest"]),
                (&json!(64.5), &json!(true))
            );
            // Not what single members scored.
            assert!(
                evaluation["lines"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|line| line["scores"] == json!([]) && line["spread"].is_null())
            );
            let mails = app.mails_to(&panel.firms[firm].email).await;
            let (template, _, text) = mails.last().unwrap();
            assert_eq!(template, "evaluation_outcome");
            for said in [
                "Giải pháp tốt và giá hợp lý.",
                "Giải pháp: ",
                "64,50",
                if firm == 0 {
                    "86,00"
                } else {
                    "60,00 × 20 % = 12,00"
                },
            ] {
                assert!(text.contains(said), "{said} in {text}");
            }
        }
        let status = "query($id: ID!) { need(id: $id) { status } }";
        assert_eq!(
            app.visitor().ask(status, panel.id()).await["need"]["status"],
            "MATCHED"
        );
    }
);

on_both_databases!(no_selection_has_a_reason_too, |app| {
    let panel = app.panel(true).await;
    panel.open(app).await;
    panel.start(app).await;
    panel.confer(app).await;
    panel.approve(app).await;
    panel.owner.ask(DECIDE, panel.decision(None, false)).await;
    app.run_jobs().await;
    let status = "query($id: ID!) { need(id: $id) { status statusReason } }";
    assert_eq!(
        app.visitor().ask(status, panel.id()).await["need"]["status"],
        "UNSUCCESSFUL"
    );
    for firm in &panel.firms {
        let templates = app.templates_to(&firm.email).await;
        let outcomes = templates
            .iter()
            .filter(|one| ["evaluation_outcome", "proposal_decided"].contains(&one.as_str()));
        assert_eq!(outcomes.count(), 1, "one letter: {templates:?}");
    }
});

on_both_databases!(a_need_that_is_given_up_ends_its_evaluation, |app| {
    let panel = app.panel(true).await;
    panel.open(app).await;
    panel.start(app).await;
    let cancel = "mutation($id: ID!) { concludeNeed(input: { needId: $id, outcome: CANCELLED, reason: \"Không còn kinh phí.\" }) { need { id } } }";
    panel.owner.ask(cancel, panel.id()).await;
    app.run_jobs().await;
    assert_eq!(panel.seen_by(&panel.owner).await["status"], "ENDED");
    let scores = panel.scores(app, 0, 50).await;
    app.refuses(&panel.expert, SAVE, scores, "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(a_panel_is_three_with_a_researcher, |app| {
    let panel = app.panel(true).await;
    let invite = "mutation($id: ID!, $user: ID!, $chair: Boolean!) { invitePanelMember(input: { needId: $id, userId: $user, chair: $chair }) { evaluation { id } } }";
    let whom = |who: &Client, chair: bool| json!({ "id": panel.need, "user": who.user.unwrap().to_string(), "chair": chair });
    // Not just anybody, nobody twice, one chair.
    app.refuses(
        &panel.owner,
        invite,
        whom(&app.firm().await, false),
        "INVALID_INPUT",
    )
    .await;
    app.refuses(&panel.owner, invite, whom(&panel.expert, false), "CONFLICT")
        .await;
    app.refuses(
        &panel.owner,
        invite,
        whom(&app.moderator().await, true),
        "CONFLICT",
    )
    .await;
    let seen = panel.seen_by(&panel.owner).await;
    let listed: BTreeSet<_> = seen["candidates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["userId"].as_str().unwrap().to_owned())
        .collect();
    assert!(listed.contains(&panel.owner.user.unwrap().to_string()));
    assert!(
        !listed.contains(&panel.expert.user.unwrap().to_string()),
        "sits already"
    );
    assert_eq!(panel.seen_by(&panel.expert).await["candidates"], json!([]));
    // Who leaves no longer counts, and the evaluation waits with a sentence.
    panel.expert.ask(RECUSE, panel.id()).await;
    app.run_jobs().await;
    assert!(
        app.templates_to(&panel.owner.email)
            .await
            .contains(&"panel_answered".into())
    );
    panel.open(app).await;
    let waits = app
        .refuses(&panel.owner, START, panel.id(), "ILLEGAL_TRANSITION")
        .await;
    assert!(
        waits.message().contains("ít nhất 3 thành viên"),
        "{}",
        waits.message()
    );
    let third = app.moderator().await;
    panel.invite(&third, false).await;
    panel.accept(&third).await;
    let waits = app
        .refuses(&panel.owner, START, panel.id(), "ILLEGAL_TRANSITION")
        .await;
    assert!(
        waits.message().contains("chuyên gia độc lập"),
        "{}",
        waits.message()
    );
    let expert = app.evaluator().await;
    panel.invite(&expert, false).await;
    panel.accept(&expert).await;
    panel.start(app).await;
});

on_both_databases!(the_sheet_of_who_leaves_no_longer_counts, |app| {
    let panel = app.panel(true).await;
    panel.open(app).await;
    panel.start(app).await;
    for who in panel.judges() {
        panel.score(app, who, [80, 60]).await;
    }
    // The account is suspended: nobody told the panel, and still it does not count.
    let suspend = "mutation($id: ID!) { suspendUser(input: { userId: $id, rule: ABUSE, reason: \"Đe dọa.\" }) { person { id } } }";
    let id = json!({ "id": panel.expert.user.unwrap().to_string() });
    app.administrator().await.ask(suspend, id).await;
    app.run_jobs().await;
    let seen = panel.seen_by(&panel.chair).await;
    let counts: Vec<_> = seen["panel"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["counts"].clone())
        .collect();
    assert_eq!(counts, [true, true, false]);
    let waits = app
        .refuses(
            &panel.chair,
            &Panel::step("startConsensus"),
            panel.id(),
            "ILLEGAL_TRANSITION",
        )
        .await;
    assert!(waits.message().contains("hiện có 2"), "{}", waits.message());
    let expert = app.evaluator().await;
    panel.invite(&expert, false).await;
    panel.accept(&expert).await;
    app.refuses(
        &panel.chair,
        &Panel::step("startConsensus"),
        panel.id(),
        "ILLEGAL_TRANSITION",
    )
    .await;
    panel.score(app, &expert, [10, 10]).await;
    panel
        .chair
        .ask(&Panel::step("startConsensus"), panel.id())
        .await;
    let lines = panel.seen_by(&panel.chair).await["bids"][0]["lines"][0]["scores"].clone();
    assert_eq!(
        lines.as_array().unwrap().len(),
        3,
        "the suspended account's is not among them"
    );
    app.run_jobs().await;
});

on_both_databases!(whoever_comes_late_does_not_see_the_others_first, |app| {
    let panel = app.panel(true).await;
    panel.open(app).await;
    panel.start(app).await;
    panel.confer(app).await;
    // The owner's people may have read the scores by now.
    let invite = "mutation($id: ID!, $user: ID!) { invitePanelMember(input: { needId: $id, userId: $user, chair: false }) { evaluation { id } } }";
    let own = json!({ "id": panel.need, "user": panel.owner.user.unwrap().to_string() });
    app.refuses(&panel.owner, invite, own, "CONFLICT").await;
    let expert = app.evaluator().await;
    panel.invite(&expert, false).await;
    panel.accept(&expert).await;
    let seen = panel.seen_by(&expert).await;
    assert!(!seen.to_string().contains("Nhận xét 80"), "{seen}");
    app.refuses(
        &panel.chair,
        &Panel::step("approveEvaluation"),
        panel.id(),
        "ILLEGAL_TRANSITION",
    )
    .await;
    panel.score(app, &expert, [50, 50]).await;
    assert!(
        panel
            .seen_by(&expert)
            .await
            .to_string()
            .contains("Nhận xét 80")
    );
    app.run_jobs().await;
});

on_both_databases!(
    a_member_of_a_bidder_takes_no_part_and_nothing_is_said_before_the_opening,
    |app| {
        let panel = app.panel(true).await;
        // The researcher becomes a colleague of the first bidder, while all is sealed.
        let ctx = app.system();
        let txn = ctx.begin().await.unwrap();
        let role = (
            MembershipRole::Viewer,
            iforum::organizations::MembershipStatus::Active,
        );
        let (firm, user) = (
            panel.firms[0].organization.unwrap(),
            panel.expert.user.unwrap(),
        );
        iforum::organizations::service::add_member(&ctx, &txn, firm, user, role)
            .await
            .unwrap();
        txn.commit().await.unwrap();
        for who in [&panel.owner, &panel.chair, &panel.expert] {
            let sealed = panel.seen_by(who).await;
            assert!(
                sealed["panel"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|one| one["conflicts"] == json!([]) && one["counts"] == true),
                "{sealed}"
            );
            assert!(
                !sealed
                    .to_string()
                    .contains(&panel.firms[0].organization_id())
            );
        }
        panel.open(app).await;
        let seen = panel.seen_by(&panel.owner).await;
        let tie = &seen["panel"][2]["conflicts"][0];
        assert_eq!(
            (&tie["kind"], &tie["blocks"], &tie["organization"]["id"]),
            (
                &json!("MEMBER"),
                &json!(true),
                &json!(panel.firms[0].organization_id())
            )
        );
        assert!(
            tie["ofMember"]["en"]
                .as_str()
                .unwrap()
                .contains("is a member of"),
            "{tie}"
        );
        // The others in the panel, but the chair, are not told.
        assert_eq!(
            panel.seen_by(&panel.second).await["panel"][2]["conflicts"],
            json!([])
        );
        app.refuses(&panel.owner, START, panel.id(), "ILLEGAL_TRANSITION")
            .await;
        let other = app.evaluator().await;
        panel.invite(&other, false).await;
        panel.accept(&other).await;
        panel.start(app).await;
        assert_eq!(panel.seen_by(&panel.expert).await["bids"], json!([]));
        let scores = panel.scores(app, 0, 100).await;
        let refused = app
            .refuses(&panel.expert, SAVE, scores, "ILLEGAL_TRANSITION")
            .await;
        assert!(
            refused.message().contains("xung đột lợi ích"),
            "{}",
            refused.message()
        );
        app.run_jobs().await;
    }
);

on_both_databases!(earlier_dealings_are_disclosed_before_scoring, |app| {
    // The owner selected the first firm for another need before.
    let (owner, moderator, firms) = (
        app.officer().await,
        app.moderator().await,
        [app.firm().await, app.firm().await],
    );
    let earlier = app.open_need(&owner, &moderator).await;
    let proposal = app.submitted_proposal(&firms[0], &earlier).await;
    app.later(Duration::days(31)).await;
    app.open_proposals(&owner, &earlier).await;
    owner.ask(START, json!({ "id": earlier })).await;
    let select = "mutation($id: ID!) { decideProposal(input: { proposalId: $id, decision: SELECTED, reason: \"Tốt.\" }) { proposal { id } } }";
    owner.ask(select, json!({ "id": proposal })).await;
    app.run_jobs().await;
    app.app.clock.advance(Duration::days(-31));
    let (chair, second) = (
        app.colleague(&owner, MembershipRole::Viewer).await,
        app.moderator().await,
    );
    let panel = app
        .panel_of(
            &owner,
            &moderator,
            (&chair, &second),
            [&firms[0], &firms[1]],
            true,
        )
        .await;
    panel.open(app).await;
    panel.start(app).await;
    assert_eq!(panel.seen_by(&chair).await["bids"], json!([]));
    let scores = panel.scores(app, 0, 50).await;
    app.refuses(&chair, SAVE, scores.clone(), "ILLEGAL_TRANSITION")
        .await;
    let disclose = "mutation($input: DiscloseConflictInput!) { discloseConflict(input: $input) { evaluation { id } } }";
    let said = |of: &Client| json!({ "input": { "needId": panel.need, "organizationId": of.organization_id(), "kind": "EARLIER_SELECTION", "reason": "Dự án khác, tôi không tham gia." } });
    app.refuses(&chair, disclose, said(&firms[1]), "NOT_FOUND")
        .await;
    app.refuses(&owner, disclose, said(&firms[0]), "FORBIDDEN")
        .await;
    chair.ask(disclose, said(&firms[0])).await;
    chair.ask(SAVE, scores).await;
    let seen = panel.seen_by(&owner).await;
    let tie = &seen["panel"][0]["conflicts"][0];
    assert_eq!(
        (&tie["kind"], &tie["disclosed"]),
        (
            &json!("EARLIER_SELECTION"),
            &json!("Dự án khác, tôi không tham gia.")
        )
    );
});

on_both_databases!(a_shortlist_is_interviewed_and_agreed_again, |app| {
    let panel = app.panel(true).await;
    panel.open(app).await;
    panel.start(app).await;
    panel.confer(app).await;
    let (first, second) = (panel.label_of(app, 0).await, panel.label_of(app, 1).await);
    let short = |labels: Value| json!({ "input": { "needId": panel.need, "labels": labels, "reason": "Hai phương án cần làm rõ." } });
    app.refuses(
        &panel.owner,
        SHORTLIST,
        short(json!([second])),
        "ILLEGAL_TRANSITION",
    )
    .await;
    panel.approve(app).await;
    app.refuses(&panel.owner, SHORTLIST, short(json!([])), "REQUIRED")
        .await;
    app.refuses(&panel.chair, SHORTLIST, short(json!([second])), "FORBIDDEN")
        .await;
    panel.owner.ask(SHORTLIST, short(json!([second]))).await;
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&panel.firms[1].email)
            .await
            .last()
            .unwrap(),
        "shortlisted"
    );
    let quality = panel.quality().await;
    app.refuses(
        &panel.chair,
        AGREE,
        panel.agreed(&first, &quality[0], 1),
        "ILLEGAL_TRANSITION",
    )
    .await;
    panel
        .chair
        .ask(AGREE, panel.agreed(&second, &quality[0], 90))
        .await;
    app.refuses(
        &panel.chair,
        &Panel::step("approveEvaluation"),
        panel.id(),
        "REQUIRED",
    )
    .await;
    let note = "mutation($id: ID!, $label: String!) { noteInterview(input: { needId: $id, label: $label, note: \"Trả lời rõ về bảo hành.\" }) { evaluation { id } } }";
    app.refuses(
        &panel.chair,
        note,
        json!({ "id": panel.need, "label": first }),
        "ILLEGAL_TRANSITION",
    )
    .await;
    panel
        .chair
        .ask(note, json!({ "id": panel.need, "label": second }))
        .await;
    panel
        .chair
        .ask(&Panel::step("approveEvaluation"), panel.id())
        .await;
    app.refuses(
        &panel.owner,
        SHORTLIST,
        short(json!([first])),
        "ILLEGAL_TRANSITION",
    )
    .await;
    // 90 × 50 % + 60 × 20 % + 75 × 30 %: the interviewed one comes first, and only it can be selected.
    let seen = panel.seen_by(&panel.owner).await;
    let bid = seen["bids"]
        .as_array()
        .unwrap()
        .iter()
        .find(|bid| bid["label"] == second.as_str())
        .unwrap();
    assert_eq!((&bid["rank"], &bid["total"]), (&json!(1), &json!(79.5)));
    app.refuses(
        &panel.owner,
        DECIDE,
        panel.decision(Some(&first), true),
        "INVALID_INPUT",
    )
    .await;
    panel
        .owner
        .ask(DECIDE, panel.decision(Some(&second), false))
        .await;
    app.run_jobs().await;
    let outcome = panel.firms[0]
        .ask(OUTCOME, json!({ "id": panel.proposals[0] }))
        .await;
    assert_eq!(outcome["proposal"]["status"], "NOT_SELECTED");
});

on_both_databases!(
    a_bidder_asks_once_for_a_review_and_somebody_else_answers,
    |app| {
        let panel = app.panel(true).await;
        app.refuses(&panel.firms[1], ASK, panel.request(), "ILLEGAL_TRANSITION")
            .await;
        panel.whole(app).await;
        let clerk = app.colleague(&panel.firms[1], MembershipRole::Viewer).await;
        app.refuses(&clerk, ASK, panel.request(), "FORBIDDEN").await;
        app.refuses(&panel.firms[0], ASK, panel.request(), "NOT_FOUND")
            .await;
        let answering = app.moderator().await;
        let id = panel.asked(app).await;
        app.refuses(&panel.firms[1], ASK, panel.request(), "CONFLICT")
            .await;
        // Told are those who may answer: not the moderator of the panel.
        assert!(
            app.templates_to(&answering.email)
                .await
                .contains(&"outcome_review_asked".into())
        );
        assert!(
            !app.templates_to(&panel.second.email)
                .await
                .contains(&"outcome_review_asked".into())
        );
        let input = json!({ "input": { "reviewId": id, "verdict": "UNFOUNDED", "answer": "Phần bảo hành đã được tính." } });
        app.refuses(&panel.second, ANSWER, input.clone(), "FORBIDDEN")
            .await;
        app.refuses(&panel.owner, ANSWER, input.clone(), "FORBIDDEN")
            .await;
        app.refuses(&panel.firms[0], ANSWER, input.clone(), "NOT_FOUND")
            .await;
        app.refuses(&app.verifier().await, ANSWER, input.clone(), "NOT_FOUND")
            .await;
        app.later(Duration::days(13)).await;
        assert!(
            app.templates_to(&answering.email)
                .await
                .contains(&"outcome_review_reminder".into())
        );
        answering.ask(ANSWER, input.clone()).await;
        app.run_jobs().await;
        app.refuses(&answering, ANSWER, input, "ILLEGAL_TRANSITION")
            .await;
        for who in [&panel.firms[1], &panel.owner] {
            let mails = app.mails_to(&who.email).await;
            let (template, _, text) = mails.last().unwrap();
            assert_eq!(template, "outcome_review_answered");
            assert!(text.contains("Phần bảo hành đã được tính."), "{text}");
        }
        let outcome = panel.firms[1]
            .ask(OUTCOME, json!({ "id": panel.proposals[1] }))
            .await;
        assert_eq!(
            outcome["proposal"]["evaluation"]["review"]["verdict"],
            "UNFOUNDED"
        );
    }
);

on_both_databases!(after_ten_days_it_is_too_late_to_ask, |app| {
    let panel = app.panel(true).await;
    panel.whole(app).await;
    let until = panel.firms[1]
        .ask(OUTCOME, json!({ "id": panel.proposals[1] }))
        .await;
    let until = until["proposal"]["evaluation"]["reviewUntil"]
        .as_str()
        .unwrap()
        .parse::<chrono::DateTime<chrono::Utc>>()
        .unwrap();
    app.later(until - app.app.clock.now() + Duration::seconds(1))
        .await;
    let late = app
        .refuses(&panel.firms[1], ASK, panel.request(), "ILLEGAL_TRANSITION")
        .await;
    assert!(late.message().contains("quá 10 ngày"), "{}", late.message());
    app.app.clock.advance(Duration::seconds(-1));
    panel.asked(app).await;
});

on_both_databases!(members_are_reminded_before_the_date, |app| {
    let panel = app.panel(true).await;
    panel.open(app).await;
    panel.start(app).await;
    panel.score(app, &panel.second, [80, 60]).await;
    app.later(Duration::days(12)).await;
    for (who, told) in [
        (&panel.chair, true),
        (&panel.expert, true),
        (&panel.second, false),
    ] {
        let templates = app.templates_to(&who.email).await;
        assert!(templates.contains(&"scoring_began".into()));
        assert_eq!(
            templates.contains(&"sheet_reminder".into()),
            told,
            "{templates:?}"
        );
    }
});

on_both_databases!(scores_are_whole_before_they_are_handed_in, |app| {
    let panel = app.panel(true).await;
    panel.open(app).await;
    panel.start(app).await;
    let submit = Panel::step("submitScores");
    let missing = app
        .refuses(&panel.expert, &submit, panel.id(), "REQUIRED")
        .await;
    assert!(
        missing.message().contains("Bên dự A"),
        "{}",
        missing.message()
    );
    for (score, code) in [(101, "OUT_OF_RANGE"), (-1, "OUT_OF_RANGE")] {
        app.refuses(&panel.expert, SAVE, panel.scores(app, 0, score).await, code)
            .await;
    }
    let mut foreign = panel.scores(app, 0, 50).await;
    foreign["input"]["scores"][0]["criterionId"] = json!("crit_00000000000000000000000000000001");
    app.refuses(&panel.expert, SAVE, foreign, "NOT_FOUND").await;
    app.refuses(
        &panel.owner,
        SAVE,
        panel.scores(app, 0, 50).await,
        "FORBIDDEN",
    )
    .await;
    let mut silent = panel.scores(app, 0, 50).await;
    silent["input"]["scores"][0]["comment"] = Value::Null;
    panel.expert.ask(SAVE, silent).await;
    panel.expert.ask(SAVE, panel.scores(app, 1, 50).await).await;
    app.refuses(&panel.expert, &submit, panel.id(), "REQUIRED")
        .await;
    panel.expert.ask(SAVE, panel.scores(app, 0, 51).await).await;
    let (one, two) = tokio::join!(
        panel.expert.ask(&submit, panel.id()),
        panel.expert.ask(&submit, panel.id())
    );
    assert_eq!(one, two);
    assert_eq!(app.count("panel_member", "sheet = 'submitted'").await, 1);
});

async fn draw(app: &TestApp) -> Vec<String> {
    let panel = app.panel(true).await;
    panel.open(app).await;
    panel.start(app).await;
    vec![panel.label_of(app, 0).await, panel.label_of(app, 1).await]
}

#[tokio::test]
async fn letters_do_not_follow_the_order_of_submission() {
    let mut seen = BTreeSet::new();
    // Each app has a vault of its own: with twelve draws both orders turn up (but one time in 2,048).
    for _ in 0..12 {
        let app = TestApp::start(tests::Kind::Sqlite).await;
        seen.insert(draw(&app).await);
        app.end().await;
        if seen.len() == 2 {
            return;
        }
    }
    panic!("always the same order: {seen:?}");
}
