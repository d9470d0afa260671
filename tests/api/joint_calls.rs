//! Joint calls: found by the engine, answered by each owner for her own need, public when all agree.

use chrono::Duration;
use iforum::joint_calls::service::look;
use iforum::organizations::MembershipRole;
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const CALL: &str = "query($id: ID!) { jointCall(id: $id) { status statusReason reason { vi } parts { need { id title { vi } } organization { id } answer reason viewerCan } viewerCan } }";
const LIST: &str = "query($filter: JointCallFilter) { jointCalls(filter: $filter) { totalCount nodes { id status } } }";
const ANSWER: &str = "mutation($input: AnswerJointCallInput!) { answerJointCall(input: $input) { jointCall { status } } }";
const END: &str = "mutation($id: ID!, $why: String!) { endJointCall(input: { jointCallId: $id, reason: $why }) { jointCall { status statusReason } } }";
const OF_NEED: &str =
    "query($id: ID!) { need(id: $id) { jointCall { id parts { need { id } answer } } } }";
const CONCLUDE: &str = "mutation($id: ID!) { concludeNeed(input: { needId: $id, outcome: WITHDRAWN, reason: \"Đổi kế hoạch.\" }) { need { id } } }";
const UNKNOWN: &str = "jcall_00000000000000000000000000000001";

/// Owners with the same need, and the joint call that was proposed to them.
struct Proposed {
    owners: Vec<Client>,
    needs: Vec<String>,
    moderator: Client,
    id: Value,
}

async fn proposed(app: &TestApp, count: usize) -> Proposed {
    let moderator = app.moderator().await;
    let (mut owners, mut needs) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let owner = app.officer().await;
        needs.push(app.open_need(&owner, &moderator).await);
        owners.push(owner);
    }
    let newest = "{ jointCalls(first: 1) { nodes { id } } }";
    let data = moderator.ask(newest, json!({})).await;
    let id = data["jointCalls"]["nodes"][0]["id"].clone();
    Proposed {
        owners,
        needs,
        moderator,
        id: json!({ "id": id }),
    }
}

impl Proposed {
    fn input(&self, of: usize, consent: bool) -> Value {
        let why = (!consent).then_some("Kinh phí chưa rõ.");
        json!({ "input": { "jointCallId": self.id["id"], "needId": self.needs[of], "consent": consent, "reason": why } })
    }

    async fn answers(&self, app: &TestApp, of: usize, consent: bool) -> Value {
        let data = self.owners[of].ask(ANSWER, self.input(of, consent)).await;
        app.run_jobs().await;
        data["answerJointCall"]["jointCall"]["status"].clone()
    }

    async fn seen_by(&self, who: &Client) -> Value {
        who.ask(CALL, self.id.clone()).await["jointCall"].clone()
    }

    async fn status(&self) -> Value {
        self.seen_by(&self.moderator).await["status"].clone()
    }

    /// The last letter to an owner.
    async fn letter(&self, app: &TestApp, of: usize) -> (String, String) {
        let mails = app.mails_to(&self.owners[of].email).await;
        let (template, _, text) = mails.last().unwrap();
        (template.clone(), text.clone())
    }
}

async fn count(who: &Client, filter: Value) -> Value {
    who.ask(LIST, json!({ "filter": filter })).await["jointCalls"]["totalCount"].clone()
}

fn all(call: &Value, field: &str) -> Vec<Value> {
    let parts = call["parts"].as_array().unwrap();
    parts.iter().map(|part| part[field].clone()).collect()
}

on_both_databases!(needs_that_belong_together_are_proposed_once, |app| {
    let call = proposed(app, 2).await;
    for need in &call.needs {
        let again = look(&app.system(), need.parse().unwrap()).await.unwrap();
        assert_eq!(again, None);
    }
    let facts = "query($id: ID!) { jointCall(id: $id) { kind region { code } economicZone { code } score engineVersion modelVersion decidedAt } }";
    let data = call.owners[0].ask(facts, call.id.clone()).await;
    let found = &data["jointCall"];
    assert_eq!(
        (&found["kind"], &found["region"]["code"]),
        (&json!("SIMILAR"), &json!("DBSH"))
    );
    assert_eq!(
        (&found["economicZone"], &found["decidedAt"]),
        (&Value::Null, &Value::Null)
    );
    assert!((0.5..=1.0).contains(&found["score"].as_f64().unwrap()));
    for (n, owner) in call.owners.iter().enumerate() {
        assert_eq!(count(owner, json!({ "mine": true })).await, 1);
        let seen = call.seen_by(owner).await;
        assert_eq!(all(&seen, "answer"), ["WAITING", "WAITING"]);
        let mut can = [json!([]), json!([])];
        can[n] = json!(["CONSENT", "DECLINE"]);
        assert_eq!(all(&seen, "viewerCan"), can);
        let (template, text) = call.letter(app, n).await;
        assert_eq!(template, "joint_call_proposed");
        assert!(text.contains("Tổ chức của officer"), "{text}");
    }
    // To the alliance it is a list; to everybody else it is not there.
    let seen = call.seen_by(&call.moderator).await;
    assert_eq!(seen["viewerCan"], json!(["END"]));
    for outsider in [&app.visitor(), &app.firm().await] {
        assert_eq!(count(outsider, json!({})).await, 0);
        assert_eq!(count(outsider, json!({ "needId": call.needs[0] })).await, 0);
        let hidden = outsider.refused(CALL, call.id.clone(), "NOT_FOUND").await;
        let absent = outsider
            .refused(CALL, json!({ "id": UNKNOWN }), "NOT_FOUND")
            .await;
        assert_eq!((hidden.status, hidden.body), (absent.status, absent.body));
    }
});

on_both_databases!(one_owner_or_another_region_is_no_joint_call, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    app.open_need(&officer, &moderator).await;
    app.open_need(&officer, &moderator).await;
    let mut far = content::need();
    far["placeId"] = json!("vn34-92");
    app.open_need_with(&app.officer().await, &moderator, far)
        .await;
    assert_eq!(count(&moderator, json!({})).await, 0);
});

on_both_databases!(when_all_consent_everybody_sees_it, |app| {
    let call = proposed(app, 2).await;
    assert_eq!(call.answers(app, 0, true).await, "PROPOSED");
    let again = call.input(0, true);
    app.refuses(&call.owners[0], ANSWER, again, "ILLEGAL_TRANSITION")
        .await;
    assert_eq!(call.answers(app, 1, true).await, "AGREED");
    for n in 0..2 {
        assert_eq!(call.letter(app, n).await.0, "joint_call_agreed");
    }
    for outsider in [&app.visitor(), &app.firm().await] {
        let seen = call.seen_by(outsider).await;
        assert_eq!(
            (&seen["reason"], all(&seen, "answer")),
            (&Value::Null, vec![Value::Null; 2])
        );
        let titles = all(&seen, "need");
        assert!(titles.iter().all(|need| need["title"]["vi"].is_string()));
        for need in &call.needs {
            let data = outsider.ask(OF_NEED, json!({ "id": need })).await;
            assert_eq!(data["need"]["jointCall"]["id"], call.id["id"]);
            assert_eq!(count(outsider, json!({ "needId": need })).await, 1);
        }
        app.refuses(
            outsider,
            ANSWER,
            call.input(0, false),
            if outsider.user.is_some() {
                "FORBIDDEN"
            } else {
                "UNAUTHENTICATED"
            },
        )
        .await;
    }
    // Given by all, it binds all.
    for n in 0..2 {
        let back = call.input(n, false);
        app.refuses(&call.owners[n], ANSWER, back, "ILLEGAL_TRANSITION")
            .await;
    }
    // A need that ends later does not undo it.
    let need = json!({ "id": call.needs[0] });
    call.owners[0].ask(CONCLUDE, need).await;
    app.run_jobs().await;
    assert_eq!(call.status().await, "AGREED");
});

on_both_databases!(nobody_answers_for_another, |app| {
    let call = proposed(app, 2).await;
    let reader = app.colleague(&call.owners[0], MembershipRole::Viewer).await;
    let editor = app.colleague(&call.owners[0], MembershipRole::Editor).await;
    for consent in [true, false] {
        let (own, other) = (call.input(0, consent), call.input(1, consent));
        for (who, input, code) in [
            (&app.visitor(), &own, "NOT_FOUND"),
            (&app.officer().await, &own, "NOT_FOUND"),
            (&call.owners[0], &other, "FORBIDDEN"),
            (&reader, &own, "FORBIDDEN"),
            (&call.moderator, &own, "FORBIDDEN"),
            (&app.administrator().await, &own, "FORBIDDEN"),
        ] {
            app.refuses(who, ANSWER, input.clone(), code).await;
        }
    }
    let foreign = app.draft_need(&call.owners[0], content::need()).await;
    let mut input = call.input(0, true);
    input["input"]["needId"] = json!(foreign);
    app.refuses(&call.owners[0], ANSWER, input, "NOT_FOUND")
        .await;
    editor.ask(ANSWER, call.input(0, true)).await;
    let seen = call.seen_by(&reader).await;
    assert_eq!(all(&seen, "answer"), ["CONSENTED", "WAITING"]);
});

on_both_databases!(of_two_one_who_declines_ends_it, |app| {
    let call = proposed(app, 2).await;
    call.answers(app, 1, true).await;
    for (why, code) in [
        (Value::Null, "REQUIRED"),
        (json!(" \t"), "REQUIRED"),
        (json!("x".repeat(100_000)), "TOO_LONG"),
    ] {
        let mut input = call.input(0, false);
        input["input"]["reason"] = why;
        let answer = app.refuses(&call.owners[0], ANSWER, input, code).await;
        assert_eq!(answer.field(), Some("reason"));
    }
    assert_eq!(call.answers(app, 0, false).await, "DECLINED");
    let (template, text) = call.letter(app, 1).await;
    assert_eq!(template, "joint_call_over");
    assert!(text.contains("Kinh phí chưa rõ."), "{text}");
    assert_eq!(call.letter(app, 0).await.0, "joint_call_proposed");
    for who in [&call.owners[1], &call.moderator] {
        let seen = call.seen_by(who).await;
        assert_eq!(
            all(&seen, "reason"),
            [json!("Kinh phí chưa rõ."), Value::Null]
        );
    }
    app.visitor()
        .refused(CALL, call.id.clone(), "NOT_FOUND")
        .await;
    for n in 0..2 {
        app.refuses(
            &call.owners[n],
            ANSWER,
            call.input(n, true),
            "ILLEGAL_TRANSITION",
        )
        .await;
        let need = call.needs[n].parse().unwrap();
        assert_eq!(look(&app.system(), need).await.unwrap(), None);
    }
});

on_both_databases!(a_consent_may_be_taken_back, |app| {
    let call = proposed(app, 2).await;
    call.answers(app, 0, true).await;
    assert_eq!(call.answers(app, 0, false).await, "DECLINED");
});

on_both_databases!(who_remains_is_asked_anew, |app| {
    let call = proposed(app, 3).await;
    assert_eq!(call.answers(app, 0, true).await, "PROPOSED");
    assert_eq!(call.answers(app, 1, true).await, "PROPOSED");
    assert_eq!(call.answers(app, 2, false).await, "PROPOSED");
    let seen = call.seen_by(&call.owners[0]).await;
    assert_eq!(all(&seen, "answer"), ["WAITING", "WAITING", "DECLINED"]);
    for n in 0..2 {
        assert_eq!(call.letter(app, n).await.0, "joint_call_smaller");
    }
    call.answers(app, 1, true).await;
    assert_eq!(call.answers(app, 0, true).await, "AGREED");
    // Who declined is nobody's business but theirs who took part.
    let stranger = app.firm().await;
    let seen = call.seen_by(&stranger).await;
    let needs: Vec<_> = all(&seen, "need")
        .iter()
        .map(|need| need["id"].clone())
        .collect();
    assert_eq!(needs, call.needs[..2]);
    let third = json!({ "needId": call.needs[2], "statuses": ["AGREED"] });
    assert_eq!(count(&stranger, third.clone()).await, 0);
    app.refuses(&stranger, ANSWER, call.input(2, true), "NOT_FOUND")
        .await;
    for who in [&call.owners[0], &call.owners[2], &call.moderator] {
        assert_eq!(count(who, third.clone()).await, 1);
        assert_eq!(all(&call.seen_by(who).await, "answer").len(), 3);
    }
    let data = stranger.ask(OF_NEED, json!({ "id": call.needs[2] })).await;
    assert_eq!(data["need"]["jointCall"], Value::Null);
});

on_both_databases!(a_larger_one_takes_the_place_of_a_smaller, |app| {
    let call = proposed(app, 2).await;
    call.answers(app, 0, true).await;
    call.answers(app, 1, true).await;
    let third = app.officer().await;
    let need = app.open_need(&third, &call.moderator).await;
    // What was agreed holds until the larger one is agreed.
    assert_eq!(call.status().await, "AGREED");
    let newest = "{ jointCalls(first: 1) { nodes { id parts { answer } } } }";
    let data = third.ask(newest, json!({})).await;
    let larger = &data["jointCalls"]["nodes"][0];
    assert_eq!(all(larger, "answer"), ["WAITING"; 3]);
    let fourth = app.officer().await;
    app.open_need(&fourth, &call.moderator).await;
    let filter = json!({ "statuses": ["PROPOSED"] });
    let data = third.ask(LIST, json!({ "filter": filter })).await;
    let largest = &data["jointCalls"]["nodes"];
    assert_eq!(
        largest.as_array().unwrap().len(),
        1,
        "one question at a time"
    );
    assert_ne!(largest[0]["id"], larger["id"]);
    let mut input = call.input(0, true);
    input["input"]["jointCallId"] = larger["id"].clone();
    app.refuses(&call.owners[0], ANSWER, input.clone(), "ILLEGAL_TRANSITION")
        .await;
    // The fourth does not want to; with the others it becomes the larger one.
    let own = fourth
        .ask(
            "{ needs(filter: { mine: true }) { nodes { id } } }",
            json!({}),
        )
        .await;
    let answers = [
        (&fourth, own["needs"]["nodes"][0]["id"].clone(), false),
        (&third, json!(need), true),
        (&call.owners[0], json!(call.needs[0]), true),
        (&call.owners[1], json!(call.needs[1]), true),
    ];
    for (who, need, consent) in answers {
        let input = json!({ "jointCallId": largest[0]["id"], "needId": need, "consent": consent, "reason": "Đã có." });
        who.ask(ANSWER, json!({ "input": input })).await;
        app.run_jobs().await;
    }
    assert_eq!(call.status().await, "EXPIRED");
    let data = app
        .visitor()
        .ask(OF_NEED, json!({ "id": call.needs[0] }))
        .await;
    assert_eq!(data["need"]["jointCall"]["id"], largest[0]["id"]);
});

on_both_databases!(a_need_that_goes_away_leaves, |app| {
    let call = proposed(app, 3).await;
    call.answers(app, 0, true).await;
    call.owners[2]
        .ask(CONCLUDE, json!({ "id": call.needs[2] }))
        .await;
    app.run_jobs().await;
    let seen = call.seen_by(&call.owners[0]).await;
    assert_eq!(seen["status"], "PROPOSED");
    assert_eq!(all(&seen, "answer"), ["WAITING", "WAITING", "LEFT"]);
    // At the deadline nothing is left to join.
    app.later(Duration::days(31)).await;
    assert_eq!(call.status().await, "EXPIRED");
});

on_both_databases!(a_need_that_is_hidden_leaves_and_may_come_back, |app| {
    let call = proposed(app, 2).await;
    app.suspend(&call.owners[1]).await;
    assert_eq!(call.status().await, "EXPIRED");
    assert_eq!(call.letter(app, 0).await.0, "joint_call_over");
    let seen = call.seen_by(&call.owners[0]).await;
    assert_eq!(all(&seen, "need")[1]["title"]["vi"], Value::Null, "hidden");
    let back = "mutation($id: ID!) { reinstateOrganization(input: { organizationId: $id, rule: OTHER, reason: \"Đã rõ.\" }) { organization { id } } }";
    let id = json!({ "id": call.owners[1].organization_id() });
    app.administrator().await.ask(back, id).await;
    app.run_jobs().await;
    let filter = json!({ "statuses": ["PROPOSED"], "needId": call.needs[0] });
    assert_eq!(count(&call.owners[0], filter).await, 1);
});

on_both_databases!(the_alliance_may_end_it, |app| {
    let call = proposed(app, 2).await;
    let why = json!({ "id": call.id["id"], "why": "Trái quy hoạch vùng." });
    for (who, code) in [
        (&app.visitor(), "NOT_FOUND"),
        (&app.firm().await, "NOT_FOUND"),
        (&call.owners[0], "FORBIDDEN"),
        (&app.verifier().await, "FORBIDDEN"),
    ] {
        app.refuses(who, END, why.clone(), code).await;
    }
    let empty = json!({ "id": call.id["id"], "why": "" });
    app.refuses(&call.moderator, END, empty, "REQUIRED").await;
    call.answers(app, 0, true).await;
    call.answers(app, 1, true).await;
    let data = call.moderator.ask(END, why.clone()).await;
    let ended = json!({ "status": "ENDED", "statusReason": "Trái quy hoạch vùng." });
    assert_eq!(data["endJointCall"]["jointCall"], ended);
    app.run_jobs().await;
    for n in 0..2 {
        let (template, text) = call.letter(app, n).await;
        assert_eq!(template, "joint_call_over");
        assert!(text.contains("Trái quy hoạch vùng."), "{text}");
        let need = call.needs[n].parse().unwrap();
        assert_eq!(look(&app.system(), need).await.unwrap(), None);
    }
    let data = app
        .visitor()
        .ask(OF_NEED, json!({ "id": call.needs[0] }))
        .await;
    assert_eq!(data["need"]["jointCall"], Value::Null);
    app.visitor()
        .refused(CALL, call.id.clone(), "NOT_FOUND")
        .await;
    app.refuses(&call.moderator, END, why, "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(two_answers_at_the_same_moment_both_count, |app| {
    let call = proposed(app, 2).await;
    let answers = futures_util::join!(
        call.owners[0].ask(ANSWER, call.input(0, true)),
        call.owners[1].ask(ANSWER, call.input(1, true))
    );
    let ends = [&answers.0, &answers.1].map(|data| {
        data["answerJointCall"]["jointCall"]["status"]
            .as_str()
            .unwrap()
    });
    assert!(ends.contains(&"AGREED"), "{ends:?}");
    app.run_jobs().await;
    assert_eq!(call.status().await, "AGREED");
});

on_both_databases!(owners_that_become_one_have_no_joint_call, |app| {
    let call = proposed(app, 2).await;
    let propose =
        "mutation($input: ProposeMergeInput!) { proposeMerge(input: $input) { review { id } } }";
    let decide = "mutation($id: ID!) { decideMerge(input: { reviewId: $id, decision: APPROVED, rule: DUPLICATE, reason: \"Là một.\" }) { review { id } } }";
    let input = json!({ "clientKey": app.key(), "fromId": call.owners[0].organization_id(), "intoId": call.owners[1].organization_id(), "reason": "Là một." });
    let data = app
        .administrator()
        .await
        .ask(propose, json!({ "input": input }))
        .await;
    let review = json!({ "id": data["proposeMerge"]["review"]["id"] });
    app.administrator().await.ask(decide, review).await;
    app.run_jobs().await;
    assert_eq!(call.status().await, "EXPIRED");
    let seen = call.seen_by(&call.owners[1]).await;
    let owners = all(&seen, "organization");
    assert_eq!(owners[0], owners[1]);
});
