//! Needs: drafts are private, what is wrong is said, what is published stays.

use chrono::Duration;
use iforum::organizations::{MembershipRole, OrganizationKind};
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const NEED: &str = "query($id: ID!) { need(id: $id) { id status version } }";
const CREATE: &str = "mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id status version } } }";
const UPDATE: &str = "mutation($input: UpdateNeedInput!) { updateNeed(input: $input) { need { status version title { vi en viState enState } } } }";
const SUBMIT: &str =
    "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { status version } } }";
const REVIEW: &str =
    "mutation($input: ReviewNeedInput!) { reviewNeed(input: $input) { need { status } } }";
const CONCLUDE: &str = "mutation($input: ConcludeNeedInput!) { concludeNeed(input: $input) { need { status statusReason } } }";
const EVALUATE: &str =
    "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { status } } }";
const LIST: &str = "query($filter: NeedFilter, $sort: NeedSort) { needs(filter: $filter, sort: $sort) { totalCount nodes { id } } }";
const UNKNOWN: &str = "need_00000000000000000000000000000001";

fn need_with(field: &str, value: impl Into<Value>) -> Value {
    let mut content = content::need();
    content[field] = value.into();
    content
}

fn titled(vi: &str) -> Value {
    need_with("title", json!({ "vi": vi }))
}

fn in_days(days: i64) -> String {
    (tests::beginning() + Duration::days(days)).to_rfc3339()
}

fn creation(app: &TestApp, owner: &Client, content: Value) -> Value {
    json!({ "input": { "clientKey": app.key(), "organizationId": owner.organization_id(), "content": content } })
}

fn conclusion(need: &str, outcome: &str, reason: &str) -> Value {
    json!({ "input": { "needId": need, "outcome": outcome, "reason": reason } })
}

fn approval(need: &str) -> Value {
    json!({ "input": { "needId": need, "decision": "APPROVED", "rule": "COMPLETE" } })
}

async fn listed(who: &Client, filter: Value, sort: Option<&str>) -> Vec<String> {
    let data = who
        .ask(LIST, json!({ "filter": filter, "sort": sort }))
        .await;
    let nodes = data["needs"]["nodes"].as_array().expect("nodes");
    assert_eq!(data["needs"]["totalCount"], nodes.len());
    nodes
        .iter()
        .map(|node| node["id"].as_str().expect("an id").to_owned())
        .collect()
}

on_both_databases!(a_draft_is_its_organisations_alone, |app| {
    let officer = app.officer().await;
    let need = app.draft_need(&officer, content::need()).await;
    let reader = app.colleague(&officer, MembershipRole::Viewer).await;
    let data = reader.ask(NEED, json!({ "id": need })).await;
    assert_eq!(
        data["need"],
        json!({ "id": need, "status": "DRAFT", "version": 1 })
    );
    let others = [
        app.visitor(),
        app.firm().await,
        app.moderator().await,
        app.administrator().await,
    ];
    let update = |id: &str| json!({ "input": { "needId": id, "version": 1, "content": {} } });
    for other in others {
        for (operation, hidden, absent) in [
            (NEED, json!({ "id": need }), json!({ "id": UNKNOWN })),
            (SUBMIT, json!({ "id": need }), json!({ "id": UNKNOWN })),
            (EVALUATE, json!({ "id": need }), json!({ "id": UNKNOWN })),
            (UPDATE, update(&need), update(UNKNOWN)),
            (REVIEW, approval(&need), approval(UNKNOWN)),
            (
                CONCLUDE,
                conclusion(&need, "WITHDRAWN", "x"),
                conclusion(UNKNOWN, "WITHDRAWN", "x"),
            ),
        ] {
            let hidden = app.refuses(&other, operation, hidden, "NOT_FOUND").await;
            let absent = other.send(operation, absent).await;
            assert_eq!((hidden.status, hidden.body), (absent.status, absent.body));
        }
    }
});

on_both_databases!(an_edit_names_the_version_that_was_read, |app| {
    let officer = app.officer().await;
    let need = app.draft_need(&officer, content::need()).await;
    let edit = |version: i32, vi: &str| json!({ "input": { "needId": need, "version": version, "content": titled(vi) } });
    let data = officer.ask(UPDATE, edit(1, "Bản thứ hai")).await;
    assert_eq!(data["updateNeed"]["need"]["version"], 2);
    let answer = app
        .refuses(
            &officer,
            UPDATE,
            edit(1, "Bản của người khác"),
            "STALE_VERSION",
        )
        .await;
    assert_eq!(answer.field(), Some("version"));
    app.refuses(&officer, UPDATE, edit(3, "Bản tương lai"), "STALE_VERSION")
        .await;
    officer.ask(UPDATE, edit(2, "Bản thứ ba")).await;
});

on_both_databases!(editing_one_language_marks_the_other_outdated, |app| {
    let officer = app.officer().await;
    let need = app.draft_need(&officer, content::need()).await;
    let edit = |version: i32, title: Value| json!({ "input": { "needId": need, "version": version, "content": { "title": title } } });
    let en = "Lower the cost of street lighting";
    let data = officer
        .ask(
            UPDATE,
            edit(1, json!({ "vi": "Chiếu sáng rẻ hơn", "en": en })),
        )
        .await;
    let title =
        json!({ "vi": "Chiếu sáng rẻ hơn", "en": en, "viState": "HUMAN", "enState": "OUTDATED" });
    assert_eq!(data["updateNeed"]["need"]["title"], title);
    let data = officer
        .ask(
            UPDATE,
            edit(2, json!({ "vi": "  ", "en": " Cheaper\u{7} lighting " })),
        )
        .await;
    let title =
        json!({ "vi": null, "en": "Cheaper lighting", "viState": null, "enState": "HUMAN" });
    assert_eq!(data["updateNeed"]["need"]["title"], title);
});

on_both_databases!(wrong_values_are_refused_by_field, |app| {
    let officer = app.officer().await;
    let long = |n: usize| json!({ "vi": "ờ".repeat(n) });
    let many: Vec<_> = [
        "ENE", "LGT", "TRA", "ENV", "WAT", "GIS", "CYB", "IOC", "EDU",
    ]
    .into();
    for (field, value, at, code) in [
        (
            "budget",
            json!({ "min": "2", "max": "1" }),
            "content.budget.max",
            "BUDGET_RANGE",
        ),
        (
            "budget",
            json!({ "min": "-1" }),
            "content.budget.min",
            "OUT_OF_RANGE",
        ),
        (
            "budget",
            json!({ "max": "1000000000000000001" }),
            "content.budget.max",
            "OUT_OF_RANGE",
        ),
        (
            "closesAt",
            in_days(0).into(),
            "content.closesAt",
            "DEADLINE_PAST",
        ),
        (
            "closesAt",
            in_days(-1).into(),
            "content.closesAt",
            "DEADLINE_PAST",
        ),
        (
            "closesAt",
            in_days(4000).into(),
            "content.closesAt",
            "OUT_OF_RANGE",
        ),
        (
            "placeId",
            "vn63-74".into(),
            "content.placeId",
            "UNKNOWN_PLACE",
        ),
        (
            "placeId",
            "Hải Phòng".into(),
            "content.placeId",
            "UNKNOWN_PLACE",
        ),
        (
            "domains",
            json!(["ENE", "XYZ"]),
            "content.domains",
            "UNKNOWN_DOMAIN",
        ),
        ("domains", json!(many), "content.domains", "OUT_OF_RANGE"),
        ("title", long(161), "content.title.vi", "TOO_LONG"),
        ("summary", long(601), "content.summary.vi", "TOO_LONG"),
        (
            "description",
            long(10_001),
            "content.description.vi",
            "TOO_LONG",
        ),
        (
            "maturityTarget",
            4.into(),
            "content.maturityTarget",
            "OUT_OF_RANGE",
        ),
    ] {
        let content = need_with(field, value);
        let answer = app
            .refuses(&officer, CREATE, creation(app, &officer, content), code)
            .await;
        assert_eq!(answer.field(), Some(at));
    }
    app.draft_need(&officer, need_with("title", long(160)))
        .await;
});

on_both_databases!(
    what_is_no_value_of_its_type_never_reaches_the_service,
    |app| {
        let officer = app.officer().await;
        for (field, value) in [
            ("budget", json!({ "min": "một tỷ" })),
            ("budget", json!({ "min": 1.5 })),
            ("budget", json!({ "min": "99999999999999999999" })),
            ("closesAt", json!("hôm qua")),
            ("closesAt", json!(17)),
            ("deliveryModel", json!("GIFT")),
            ("maturityTarget", json!("2")),
            ("maturityTarget", json!(99_999_999_999_i64)),
            ("domains", json!([null])),
            ("title", json!("chỉ một chuỗi")),
            ("title", json!({ "fr": "besoin" })),
            ("title", json!({ "vi": "a\u{0}b" })),
            ("colour", json!("red")),
        ] {
            let variables = creation(app, &officer, need_with(field, value));
            app.refuses(&officer, CREATE, variables, "BAD_REQUEST")
                .await;
        }
    }
);

on_both_databases!(a_wrong_edit_changes_nothing_and_says_everything, |app| {
    let officer = app.officer().await;
    let need = app.draft_need(&officer, content::need()).await;
    let wrong =
        json!({ "placeId": "vn63-74", "domains": ["XYZ"], "budget": { "min": "2", "max": "1" } });
    let input = json!({ "input": { "needId": need, "version": 1, "content": wrong } });
    let answer = app
        .refuses(&officer.in_english(), UPDATE, input, "UNKNOWN_DOMAIN")
        .await;
    assert_eq!(
        answer.message(),
        "There is no domain “XYZ”. Choose from the list."
    );
    let problems = answer.body["errors"][0]["extensions"]["problems"]
        .as_array()
        .unwrap();
    let fields: Vec<_> = problems
        .iter()
        .map(|problem| problem["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        fields,
        ["content.domains", "content.budget.max", "content.placeId"]
    );
});

on_both_databases!(an_incomplete_need_is_told_its_five_gaps, |app| {
    let officer = app.officer().await;
    let need = app.draft_need(&officer, json!({})).await;
    let answer = app
        .refuses(&officer, SUBMIT, json!({ "id": need }), "REQUIRED")
        .await;
    let problems = answer.body["errors"][0]["extensions"]["problems"]
        .as_array()
        .unwrap();
    let fields: Vec<_> = problems
        .iter()
        .map(|problem| problem["field"].as_str().unwrap())
        .collect();
    let gaps = ["title.vi", "summary.vi", "placeId", "domains", "closesAt"];
    assert_eq!(fields, gaps.map(|gap| format!("content.{gap}")));
    assert_eq!(
        answer.message(),
        "Đặt tên cho nhu cầu: kết quả cần đạt, không phải sản phẩm cần mua."
    );
});

on_both_databases!(
    a_need_that_was_sent_back_comes_again_and_is_published,
    |app| {
        let (officer, moderator) = (app.officer().await, app.moderator().await);
        let need = app.draft_need(&officer, content::need()).await;
        officer.ask(SUBMIT, json!({ "id": need })).await;
        let send_back = |reason: Value| json!({ "input": { "needId": need, "decision": "CHANGES_REQUESTED", "rule": "UNCLEAR_OUTCOME", "reason": reason } });
        let answer = app
            .refuses(&moderator, REVIEW, send_back(" ".into()), "REQUIRED")
            .await;
        assert_eq!(answer.field(), Some("reason"));
        moderator
            .ask(REVIEW, send_back("Nêu chỉ số đo được.".into()))
            .await;
        app.run_jobs().await;
        let mails = app.mails_to(&officer.email).await;
        assert_eq!(mails[0].0, "need_sent_back");
        assert!(mails[0].2.contains("Nêu chỉ số đo được."), "{}", mails[0].2);
        let review =
            "query($id: ID!) { need(id: $id) { status lastReview { decision rule reason } } }";
        let data = officer.ask(review, json!({ "id": need })).await;
        let said = json!({ "decision": "CHANGES_REQUESTED", "rule": "UNCLEAR_OUTCOME", "reason": "Nêu chỉ số đo được." });
        assert_eq!(
            data["need"],
            json!({ "status": "CHANGES_REQUESTED", "lastReview": said })
        );

        let edit = json!({ "input": { "needId": need, "version": 3, "content": titled("Giảm 50% điện chiếu sáng") } });
        assert_eq!(
            officer.ask(UPDATE, edit).await["updateNeed"]["need"]["status"],
            "CHANGES_REQUESTED"
        );
        officer.ask(SUBMIT, json!({ "id": need })).await;
        assert_eq!(
            moderator.ask(REVIEW, approval(&need)).await["reviewNeed"]["need"]["status"],
            "OPEN"
        );
        app.run_jobs().await;
        assert_eq!(
            app.templates_to(&officer.email).await,
            ["need_sent_back", "need_approved"]
        );
        let data = app.visitor().ask(review, json!({ "id": need })).await;
        assert_eq!(
            data["need"],
            json!({ "status": "OPEN", "lastReview": null })
        );
    }
);

on_both_databases!(a_step_is_taken_once_and_in_order, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.draft_need(&officer, content::need()).await;
    let id = json!({ "id": need });
    app.refuses(&officer, EVALUATE, id.clone(), "ILLEGAL_TRANSITION")
        .await;
    officer.ask(SUBMIT, id.clone()).await;
    app.refuses(&officer, SUBMIT, id.clone(), "ILLEGAL_TRANSITION")
        .await;
    let edit = json!({ "input": { "needId": need, "version": 2, "content": {} } });
    app.refuses(&officer, UPDATE, edit, "ILLEGAL_TRANSITION")
        .await;
    app.refuses(&officer, REVIEW, approval(&need), "FORBIDDEN")
        .await;
    let rejected = json!({ "input": { "needId": need, "decision": "REJECTED", "rule": "OTHER", "reason": "Không." } });
    let answer = app
        .refuses(&moderator, REVIEW, rejected, "INVALID_INPUT")
        .await;
    assert_eq!(answer.field(), Some("decision"));
    moderator.ask(REVIEW, approval(&need)).await;
    app.run_jobs().await;
    app.refuses(&moderator, REVIEW, approval(&need), "ILLEGAL_TRANSITION")
        .await;
    app.refuses(&officer, SUBMIT, id.clone(), "ILLEGAL_TRANSITION")
        .await;
    app.refuses(&officer, EVALUATE, id, "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(a_deadline_that_passed_in_review_is_not_published, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app
        .draft_need(&officer, need_with("closesAt", in_days(1)))
        .await;
    app.justify_flags(&officer, &need).await;
    officer.ask(SUBMIT, json!({ "id": need })).await;
    app.later(Duration::days(2)).await;
    app.refuses(&moderator, REVIEW, approval(&need), "DEADLINE_PAST")
        .await;
    let back = json!({ "input": { "needId": need, "decision": "CHANGES_REQUESTED", "rule": "OTHER", "reason": "Hạn đã qua." } });
    moderator.ask(REVIEW, back).await;
    app.run_jobs().await;
    app.refuses(&officer, SUBMIT, json!({ "id": need }), "DEADLINE_PAST")
        .await;
});

on_both_databases!(
    the_public_list_has_what_was_published_and_mine_has_all,
    |app| {
        let (officer, moderator) = (app.officer().await, app.moderator().await);
        let open = app.open_need(&officer, &moderator).await;
        let waiting = app.draft_need(&officer, content::need()).await;
        officer.ask(SUBMIT, json!({ "id": waiting })).await;
        let draft = app.draft_need(&officer, json!({})).await;
        for anyone in [&app.visitor(), &officer, &moderator] {
            assert_eq!(listed(anyone, json!({}), None).await, [open.as_str()]);
        }
        let mine = [draft.clone(), waiting.clone(), open.clone()];
        assert_eq!(listed(&officer, json!({ "mine": true }), None).await, mine);
        for outsider in [&app.visitor(), &moderator] {
            assert_eq!(
                listed(outsider, json!({ "mine": true }), None).await,
                Vec::<String>::new()
            );
        }
        let of_owner = json!({ "organizationId": officer.organization_id() });
        assert_eq!(
            listed(&app.visitor(), of_owner.clone(), None).await,
            [open.as_str()]
        );
        assert_eq!(listed(&moderator, of_owner, None).await, [waiting, open]);
        let drafts = json!({ "statuses": ["DRAFT", "UNDER_REVIEW"] });
        assert_eq!(
            listed(&app.visitor(), drafts, None).await,
            Vec::<String>::new()
        );
    }
);

on_both_databases!(filters_narrow_the_public_list, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let lights = app.open_need(&officer, &moderator).await;
    let mut water = titled("Nước sạch cho Đà Nẵng");
    water["summary"] = json!({ "vi": "Nước có mùi lạ." });
    water["description"] = Value::Null;
    water["placeId"] = "vn34-48".into();
    water["domains"] = json!(["WAT"]);
    let water = app.open_need_with(&officer, &moderator, water).await;
    officer
        .ask(CONCLUDE, conclusion(&water, "WITHDRAWN", "Đã tự làm."))
        .await;
    let visitor = app.visitor();
    for (filter, found) in [
        (json!({ "query": "dien chieu sang" }), vec![&lights]),
        (json!({ "query": "SẠCH nuoc" }), vec![&water]),
        (json!({ "query": "street lighting" }), vec![&lights]),
        (json!({ "query": "%" }), vec![]),
        (json!({ "query": "a".repeat(60_000) }), vec![]),
        (json!({ "placeId": "vn34-48" }), vec![&water]),
        (json!({ "regionCode": "DBSH" }), vec![&lights]),
        (json!({ "regionCode": "nowhere" }), vec![]),
        (json!({ "domain": "LGT" }), vec![&lights]),
        (json!({ "domain": "WAT", "placeId": "vn34-31" }), vec![]),
        (json!({ "statuses": ["OPEN"] }), vec![&lights]),
        (json!({ "statuses": ["WITHDRAWN"] }), vec![&water]),
        (json!({ "statuses": [] }), vec![]),
        (json!({}), vec![&water, &lights]),
    ] {
        let ids = listed(&visitor, filter.clone(), None).await;
        assert_eq!(ids.iter().collect::<Vec<_>>(), found, "{filter}");
    }
});

on_both_databases!(what_closes_soon_can_come_first, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let mut needs = Vec::new();
    for days in [20, 5, 40] {
        let content = need_with("closesAt", in_days(days));
        needs.push(app.open_need_with(&officer, &moderator, content).await);
        app.app.clock.advance(Duration::seconds(1));
    }
    let [a, b, c] = <[String; 3]>::try_from(needs).unwrap();
    let visitor = app.visitor();
    let newest = listed(&visitor, json!({}), Some("NEWEST")).await;
    assert_eq!(newest, [c.clone(), b.clone(), a.clone()]);
    assert_eq!(
        listed(&visitor, json!({}), Some("CLOSING_SOON")).await,
        [b, a, c]
    );
});

on_both_databases!(pages_run_both_ways_without_gap_or_repeat, |app| {
    let officer = app.officer().await;
    for i in 0..7 {
        app.draft_need(&officer, titled(&format!("Nhu cầu {i}")))
            .await;
        // Most share their moment: the id must break the tie.
        app.app.clock.advance(Duration::seconds(i64::from(i == 3)));
    }
    let query = "query($first: Int, $after: String, $last: Int, $before: String) { needs(filter: { mine: true }, first: $first, after: $after, last: $last, before: $before) { totalCount edges { cursor node { id } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }";
    let (mut forward, mut backward, mut cursor) = (Vec::new(), Vec::new(), Value::Null);
    for (size, more) in [(3, true), (3, true), (1, false)] {
        let page = officer
            .ask(query, json!({ "first": 3, "after": cursor }))
            .await["needs"]
            .take();
        let info = &page["pageInfo"];
        let edges = page["edges"].as_array().unwrap();
        assert_eq!((page["totalCount"].as_i64(), edges.len()), (Some(7), size));
        assert_eq!(
            (&info["hasNextPage"], &info["endCursor"]),
            (&json!(more), &edges[size - 1]["cursor"])
        );
        assert_eq!(info["hasPreviousPage"], json!(!forward.is_empty()));
        forward.extend(edges.iter().map(|edge| edge["node"]["id"].clone()));
        cursor = info["endCursor"].clone();
    }
    cursor = Value::Null;
    for (size, more) in [(3, true), (3, true), (1, false)] {
        let page = officer
            .ask(query, json!({ "last": 3, "before": cursor }))
            .await["needs"]
            .take();
        let info = &page["pageInfo"];
        let edges = page["edges"].as_array().unwrap();
        assert_eq!((page["totalCount"].as_i64(), edges.len()), (Some(7), size));
        assert_eq!(
            (&info["hasPreviousPage"], &info["startCursor"]),
            (&json!(more), &edges[0]["cursor"])
        );
        assert_eq!(info["hasNextPage"], json!(!backward.is_empty()));
        backward.extend(edges.iter().rev().map(|edge| edge["node"]["id"].clone()));
        cursor = info["startCursor"].clone();
    }
    backward.reverse();
    assert_eq!(forward, backward);
    let distinct: std::collections::HashSet<_> = forward.iter().map(Value::to_string).collect();
    assert_eq!(distinct.len(), 7);
});

on_both_databases!(a_page_has_bounds_and_its_own_cursors, |app| {
    let visitor = app.visitor();
    let query = "query($first: Int, $after: String, $last: Int, $before: String) { needs(first: $first, after: $after, last: $last, before: $before) { nodes { id } } }";
    for (arguments, field, code) in [
        (json!({ "first": 101 }), "first", "OUT_OF_RANGE"),
        (json!({ "first": -1 }), "first", "OUT_OF_RANGE"),
        (json!({ "last": 1000 }), "last", "OUT_OF_RANGE"),
        (json!({ "first": 1, "last": 1 }), "first", "INVALID_INPUT"),
        (json!({ "after": "forged" }), "after", "INVALID_INPUT"),
        (json!({ "after": "" }), "after", "INVALID_INPUT"),
        (json!({ "before": "t1.zz" }), "before", "INVALID_INPUT"),
        // A cursor of a list by score, and one from before the calendars of both databases.
        (
            json!({ "after": "n404e000000000000.00000000000000000000000000000001" }),
            "after",
            "INVALID_INPUT",
        ),
        (
            json!({ "before": "t-999999999999999999.00000000000000000000000000000001" }),
            "before",
            "INVALID_INPUT",
        ),
    ] {
        let answer = visitor.refused(query, arguments.clone(), code).await;
        assert_eq!(answer.field(), Some(field), "{arguments}");
    }
    let data = visitor.ask(query, json!({ "first": 0 })).await;
    assert_eq!(data, json!({ "needs": { "nodes": [] } }));
    visitor.ask(query, json!({ "first": 100 })).await;
});

on_both_databases!(the_same_click_twice_is_one_need, |app| {
    let officer = app.officer().await;
    let input = creation(app, &officer, content::need());
    let first = officer.ask(CREATE, input.clone()).await;
    assert_eq!(officer.ask(CREATE, input.clone()).await, first);
    assert_eq!(app.rows("need").await, 1);
    let mut other = input.clone();
    other["input"]["content"]["maturityTarget"] = 3.into();
    let answer = app.refuses(&officer, CREATE, other, "CONFLICT").await;
    assert_eq!(answer.field(), Some("clientKey"));
    for key in ["short", "có dấu thì không", ""] {
        let mut bad = input.clone();
        bad["input"]["clientKey"] = key.into();
        app.refuses(&officer, CREATE, bad, "INVALID_INPUT").await;
    }
    // Keys are each person's own.
    let colleague = app.colleague(&officer, MembershipRole::Editor).await;
    assert_ne!(colleague.ask(CREATE, input).await, first);
});

on_both_databases!(the_same_click_at_the_same_moment_is_one_need, |app| {
    let officer = app.officer().await;
    let input = creation(app, &officer, content::need());
    let clicks = (0..4).map(|_| officer.ask(CREATE, input.clone()));
    let answers = futures_util::future::join_all(clicks).await;
    assert!(
        answers.windows(2).all(|pair| pair[0] == pair[1]),
        "{answers:#?}"
    );
    assert_eq!(app.rows("need").await, 1);
});

on_both_databases!(an_end_has_a_reason_that_everybody_reads, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let answer = app
        .refuses(
            &officer,
            CONCLUDE,
            conclusion(&need, "WITHDRAWN", " \n"),
            "REQUIRED",
        )
        .await;
    assert_eq!(answer.field(), Some("reason"));
    let long = "x".repeat(2001);
    app.refuses(
        &officer,
        CONCLUDE,
        conclusion(&need, "WITHDRAWN", &long),
        "TOO_LONG",
    )
    .await;
    app.refuses(
        &officer,
        CONCLUDE,
        conclusion(&need, "UNSUCCESSFUL", "x"),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let ended = json!({ "status": "WITHDRAWN", "statusReason": "Ngân sách đã đổi." });
    let data = officer
        .ask(
            CONCLUDE,
            conclusion(&need, "WITHDRAWN", "Ngân sách đã đổi."),
        )
        .await;
    assert_eq!(data["concludeNeed"]["need"], ended);
    app.refuses(
        &officer,
        CONCLUDE,
        conclusion(&need, "WITHDRAWN", "x"),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let tombstone = "query($id: ID!) { need(id: $id) { status statusReason } }";
    assert_eq!(
        app.visitor().ask(tombstone, json!({ "id": need })).await["need"],
        ended
    );
    // The deadline of what has ended ends nothing more.
    app.later(Duration::days(31)).await;
    assert_eq!(
        app.visitor().ask(tombstone, json!({ "id": need })).await["need"],
        ended
    );
});

on_both_databases!(a_need_closes_by_itself_at_its_deadline, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let id = json!({ "id": need });
    app.later(Duration::days(30) - Duration::seconds(1)).await;
    assert_eq!(
        app.visitor().ask(NEED, id.clone()).await["need"]["status"],
        "OPEN"
    );
    app.refuses(&officer, EVALUATE, id.clone(), "ILLEGAL_TRANSITION")
        .await;
    app.later(Duration::seconds(1)).await;
    assert_eq!(
        app.visitor().ask(NEED, id.clone()).await["need"]["status"],
        "CLOSED"
    );
    app.refuses(
        &officer,
        CONCLUDE,
        conclusion(&need, "WITHDRAWN", "x"),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let data = officer
        .ask(
            CONCLUDE,
            conclusion(&need, "UNSUCCESSFUL", "Không có đề xuất."),
        )
        .await;
    assert_eq!(data["concludeNeed"]["need"]["status"], "UNSUCCESSFUL");
    assert_eq!(
        app.templates_to(&officer.email).await,
        ["need_approved", "need_closed_empty"]
    );
});

on_both_databases!(a_need_withdrawn_in_review_leaves_the_queue, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.draft_need(&officer, content::need()).await;
    officer.ask(SUBMIT, json!({ "id": need })).await;
    assert_eq!(app.rows("review").await, 1);
    officer
        .ask(CONCLUDE, conclusion(&need, "WITHDRAWN", "Viết lại."))
        .await;
    assert_eq!(app.rows("review").await, 0);
    app.refuses(&moderator, REVIEW, approval(&need), "ILLEGAL_TRANSITION")
        .await;
    app.refuses(&app.visitor(), NEED, json!({ "id": need }), "NOT_FOUND")
        .await;
});

on_both_databases!(only_writers_write, |app| {
    let (officer, moderator, firm) = (app.officer().await, app.moderator().await, app.firm().await);
    let need = app.open_need(&officer, &moderator).await;
    let reader = app.colleague(&officer, MembershipRole::Viewer).await;
    let creation = |owner: &Client| creation(app, owner, json!({}));
    app.refuses(&reader, CREATE, creation(&officer), "FORBIDDEN")
        .await;
    app.refuses(&firm, CREATE, creation(&officer), "FORBIDDEN")
        .await;
    app.refuses(&moderator, CREATE, creation(&officer), "FORBIDDEN")
        .await;
    app.refuses(
        &app.visitor(),
        CREATE,
        creation(&officer),
        "UNAUTHENTICATED",
    )
    .await;
    for (who, code) in [
        (&reader, "FORBIDDEN"),
        (&firm, "FORBIDDEN"),
        (&moderator, "FORBIDDEN"),
        (&app.visitor(), "UNAUTHENTICATED"),
    ] {
        app.refuses(who, SUBMIT, json!({ "id": need }), code).await;
        app.refuses(who, EVALUATE, json!({ "id": need }), code)
            .await;
        app.refuses(who, CONCLUDE, conclusion(&need, "CANCELLED", "x"), code)
            .await;
        let edit = json!({ "input": { "needId": need, "version": 3, "content": {} } });
        app.refuses(who, UPDATE, edit, code).await;
    }
    let editor = app.colleague(&officer, MembershipRole::Editor).await;
    editor
        .ask(CONCLUDE, conclusion(&need, "CANCELLED", "Hết kinh phí."))
        .await;
});

on_both_databases!(
    firms_post_offers_and_unknown_organisations_post_nothing,
    |app| {
        let firm = app
            .member("startup", OrganizationKind::Startup, MembershipRole::Owner)
            .await;
        let answer = app
            .refuses(
                &firm,
                CREATE,
                creation(app, &firm, content::need()),
                "INVALID_INPUT",
            )
            .await;
        assert_eq!(answer.field(), Some("organizationId"));
        let mut input = creation(app, &firm, content::need());
        input["input"]["organizationId"] = "org_00000000000000000000000000000001".into();
        app.refuses(&firm, CREATE, input, "NOT_FOUND").await;
    }
);
