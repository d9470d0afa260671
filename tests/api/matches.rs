//! Matches: suggested by the engine, introduced by the alliance, answered by two sides.

use chrono::Duration;
use iforum::organizations::service::add_member;
use iforum::organizations::{MembershipRole, MembershipStatus, OrganizationKind};
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const MATCH: &str = "query($id: ID!) { match(id: $id) { status viewerSides contacts { email } } }";
const LIST: &str =
    "query($filter: MatchFilter) { matches(filter: $filter) { totalCount nodes { id status } } }";
const REVIEW: &str =
    "mutation($id: ID!) { reviewMatch(input: { matchId: $id }) { match { status } } }";
const INTRODUCE: &str =
    "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { status } } }";
const BLOCK: &str = "mutation($id: ID!) { blockMatch(input: { matchId: $id, rule: CONFLICT, reason: \"Cùng chủ sở hữu.\" }) { match { status } } }";
const ACCEPT: &str = "mutation($id: ID!) { acceptMatch(input: { matchId: $id }) { match { status contacts { side email name } } } }";
const DECLINE: &str = "mutation($id: ID!, $why: String!) { declineMatch(input: { matchId: $id, reason: $why }) { match { status declinedBy statusReason } } }";
const REFRESH: &str = "mutation($input: RefreshMatchesInput!) { refreshMatches(input: $input) { matches { id score } } }";
const UNKNOWN: &str = "match_00000000000000000000000000000001";

/// A need and an offer that fit, and who made them.
struct Pair {
    officer: Client,
    firm: Client,
    moderator: Client,
    need: String,
    offer: String,
    /// The match that the engine suggested.
    id: Value,
}

async fn pair(app: &TestApp) -> Pair {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&officer, &moderator).await;
    let found = app.suggested_match(&need, &offer).await;
    Pair {
        officer,
        firm,
        moderator,
        need,
        offer,
        id: json!({ "id": found }),
    }
}

async fn introduced(app: &TestApp) -> Pair {
    let pair = pair(app).await;
    pair.moderator.ask(INTRODUCE, pair.id.clone()).await;
    app.run_jobs().await;
    pair
}

fn why(id: &Value, reason: &str) -> Value {
    json!({ "id": id["id"], "why": reason })
}

async fn count(who: &Client, filter: Value) -> i64 {
    who.ask(LIST, json!({ "filter": filter })).await["matches"]["totalCount"]
        .as_i64()
        .expect("a count")
}

async fn status(who: &Client, id: &Value) -> String {
    who.ask(MATCH, id.clone()).await["match"]["status"]
        .as_str()
        .expect("a status")
        .to_owned()
}

on_both_databases!(a_score_is_the_sum_of_its_factors, |app| {
    let pair = pair(app).await;
    let query = "query($id: ID!) { match(id: $id) { status score factors { key value weight points reasonVi reasonEn } need { id } offer { id } } }";
    let found = pair.officer.ask(query, pair.id.clone()).await["match"].take();
    assert_eq!(
        (&found["status"], &found["need"]["id"]),
        (&json!("SUGGESTED"), &json!(pair.need))
    );
    assert_eq!(found["offer"]["id"], json!(pair.offer));
    let factors = found["factors"].as_array().unwrap();
    let sum = |key: &str| {
        factors
            .iter()
            .map(|factor| factor[key].as_f64().unwrap())
            .sum::<f64>()
    };
    assert!(
        (sum("weight") - 100.0).abs() < 1e-9,
        "the weights sum to {}",
        sum("weight")
    );
    assert!((sum("points") - found["score"].as_f64().unwrap()).abs() < 1e-9);
    for factor in factors {
        let number = |key: &str| factor[key].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&number("value")), "{factor}");
        assert!(
            (number("value") * number("weight") - number("points")).abs() < 1e-9,
            "{factor}"
        );
        assert!(
            !factor["reasonVi"].as_str().unwrap().is_empty()
                && !factor["reasonEn"].as_str().unwrap().is_empty()
        );
    }
    let mut keys: Vec<_> = factors
        .iter()
        .map(|factor| factor["key"].as_str().unwrap())
        .collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "CALENDAR",
            "CAPACITY",
            "DELIVERY",
            "DOMAIN",
            "LANGUAGES",
            "MATURITY",
            "MONEY",
            "PLACE",
            "STANDARDS",
            "TAGS",
            "TEXT",
            "TRACK_RECORD"
        ]
    );
});

on_both_databases!(a_match_is_its_two_sides_and_the_alliances, |app| {
    let pair = pair(app).await;
    let reader = app.colleague(&pair.firm, MembershipRole::Viewer).await;
    for (who, sides) in [
        (&pair.officer, json!(["NEED"])),
        (&pair.firm, json!(["OFFER"])),
        (&reader, json!(["OFFER"])),
        (&pair.moderator, json!([])),
    ] {
        let data = who.ask(MATCH, pair.id.clone()).await;
        assert_eq!(
            data["match"],
            json!({ "status": "SUGGESTED", "viewerSides": sides, "contacts": null })
        );
        assert_eq!(count(who, json!({})).await, 1);
    }
    assert_eq!(count(&pair.moderator, json!({ "mine": true })).await, 0);
    let nested = "query($id: ID!) { need(id: $id) { matches { totalCount nodes { id } } } }";
    for stranger in [&app.visitor(), &app.firm().await, &app.officer().await] {
        let hidden = stranger.refused(MATCH, pair.id.clone(), "NOT_FOUND").await;
        let absent = stranger
            .refused(MATCH, json!({ "id": UNKNOWN }), "NOT_FOUND")
            .await;
        assert_eq!((hidden.status, hidden.body), (absent.status, absent.body));
        assert_eq!(count(stranger, json!({ "needId": pair.need })).await, 0);
        let data = stranger.ask(nested, json!({ "id": pair.need })).await;
        assert_eq!(
            data["need"]["matches"],
            json!({ "totalCount": 0, "nodes": [] })
        );
        for operation in [REVIEW, INTRODUCE, BLOCK, ACCEPT] {
            app.refuses(stranger, operation, pair.id.clone(), "NOT_FOUND")
                .await;
        }
        app.refuses(stranger, DECLINE, why(&pair.id, "x"), "NOT_FOUND")
            .await;
    }
});

on_both_databases!(only_the_alliance_introduces, |app| {
    let pair = pair(app).await;
    for side in [&pair.officer, &pair.firm] {
        for operation in [REVIEW, INTRODUCE, BLOCK] {
            app.refuses(side, operation, pair.id.clone(), "FORBIDDEN")
                .await;
        }
        app.refuses(side, ACCEPT, pair.id.clone(), "ILLEGAL_TRANSITION")
            .await;
        app.refuses(side, DECLINE, why(&pair.id, "x"), "ILLEGAL_TRANSITION")
            .await;
    }
    app.refuses(&pair.moderator, ACCEPT, pair.id.clone(), "FORBIDDEN")
        .await;
    pair.moderator.ask(REVIEW, pair.id.clone()).await;
    app.refuses(
        &pair.moderator,
        REVIEW,
        pair.id.clone(),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let data = pair.moderator.ask(INTRODUCE, pair.id.clone()).await;
    assert_eq!(data["introduceMatch"]["match"]["status"], "INTRODUCED");
    app.run_jobs().await;
    for side in [&pair.officer, &pair.firm] {
        assert_eq!(
            app.templates_to(&side.email).await[1..],
            ["match_introduced"]
        );
    }
    app.refuses(
        &pair.moderator,
        INTRODUCE,
        pair.id.clone(),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.refuses(&pair.moderator, BLOCK, pair.id, "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(the_need_may_accept_first, |app| {
    let pair = introduced(app).await;
    let data = pair.officer.ask(ACCEPT, pair.id.clone()).await;
    assert_eq!(
        data["acceptMatch"]["match"],
        json!({ "status": "ACCEPTED_BY_NEED", "contacts": null })
    );
    app.refuses(&pair.officer, ACCEPT, pair.id.clone(), "ILLEGAL_TRANSITION")
        .await;
    let data = pair.firm.ask(ACCEPT, pair.id.clone()).await;
    assert_eq!(data["acceptMatch"]["match"]["status"], "MUTUAL");
    app.refuses(
        &pair.firm,
        DECLINE,
        why(&pair.id, "x"),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.run_jobs().await;
});

on_both_databases!(the_offer_may_accept_first, |app| {
    let pair = introduced(app).await;
    let data = pair.firm.ask(ACCEPT, pair.id.clone()).await;
    assert_eq!(
        data["acceptMatch"]["match"],
        json!({ "status": "ACCEPTED_BY_OFFER", "contacts": null })
    );
    let data = pair.officer.ask(ACCEPT, pair.id.clone()).await;
    assert_eq!(data["acceptMatch"]["match"]["status"], "MUTUAL");
    app.run_jobs().await;
    for (side, other) in [(&pair.officer, &pair.firm), (&pair.firm, &pair.officer)] {
        let mails = app.mails_to(&side.email).await;
        let (template, _, text) = mails.last().unwrap();
        assert_eq!(template, "match_mutual");
        assert!(
            text.contains(&other.email) && !text.contains(&side.email),
            "{text}"
        );
    }
});

on_both_databases!(both_sides_at_the_same_moment_are_mutual, |app| {
    let pair = introduced(app).await;
    let (one, two) = futures_util::join!(
        pair.officer.ask(ACCEPT, pair.id.clone()),
        pair.firm.ask(ACCEPT, pair.id.clone())
    );
    let ends = [&one, &two].map(|data| data["acceptMatch"]["match"]["status"].as_str().unwrap());
    assert!(ends.contains(&"MUTUAL"), "{ends:?}");
    assert_eq!(status(&pair.officer, &pair.id).await, "MUTUAL");
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&pair.firm.email).await.last().unwrap(),
        "match_mutual"
    );
});

on_both_databases!(
    contacts_are_exchanged_when_both_agree_and_with_nobody_else,
    |app| {
        let pair = introduced(app).await;
        let reader = app.colleague(&pair.officer, MembershipRole::Viewer).await;
        pair.officer.ask(ACCEPT, pair.id.clone()).await;
        for who in [&pair.officer, &pair.firm, &pair.moderator] {
            assert_eq!(
                who.ask(MATCH, pair.id.clone()).await["match"]["contacts"],
                Value::Null
            );
        }
        pair.firm.ask(ACCEPT, pair.id.clone()).await;
        app.run_jobs().await;
        let contacts = json!([{ "email": pair.officer.email }, { "email": pair.firm.email }]);
        for who in [&pair.officer, &pair.firm, &reader] {
            assert_eq!(
                who.ask(MATCH, pair.id.clone()).await["match"]["contacts"],
                contacts
            );
        }
        for who in [&pair.moderator, &app.administrator().await] {
            assert_eq!(
                who.ask(MATCH, pair.id.clone()).await["match"]["contacts"],
                Value::Null
            );
        }
        app.firm().await.refused(MATCH, pair.id, "NOT_FOUND").await;
    }
);

on_both_databases!(a_refusal_tells_the_other_side_why, |app| {
    let pair = introduced(app).await;
    pair.officer.ask(ACCEPT, pair.id.clone()).await;
    let answer = app
        .refuses(&pair.firm, DECLINE, why(&pair.id, "\t"), "REQUIRED")
        .await;
    assert_eq!(answer.field(), Some("reason"));
    let data = pair
        .firm
        .ask(DECLINE, why(&pair.id, "Chưa đủ người."))
        .await;
    let declined =
        json!({ "status": "DECLINED", "declinedBy": "OFFER", "statusReason": "Chưa đủ người." });
    assert_eq!(data["declineMatch"]["match"], declined);
    app.run_jobs().await;
    let mails = app.mails_to(&pair.officer.email).await;
    let (template, _, text) = mails.last().unwrap();
    assert_eq!(template, "match_declined");
    assert!(text.contains("Chưa đủ người."), "{text}");
    assert_eq!(
        app.templates_to(&pair.firm.email).await,
        ["offer_approved", "match_introduced"]
    );
    app.refuses(&pair.firm, ACCEPT, pair.id.clone(), "ILLEGAL_TRANSITION")
        .await;
    app.refuses(
        &pair.officer,
        DECLINE,
        why(&pair.id, "x"),
        "ILLEGAL_TRANSITION",
    )
    .await;
});

on_both_databases!(readers_of_a_side_do_not_answer_for_it, |app| {
    let pair = introduced(app).await;
    for side in [&pair.officer, &pair.firm] {
        let reader = app.colleague(side, MembershipRole::Viewer).await;
        app.refuses(&reader, ACCEPT, pair.id.clone(), "FORBIDDEN")
            .await;
        app.refuses(&reader, DECLINE, why(&pair.id, "x"), "FORBIDDEN")
            .await;
    }
});

on_both_databases!(a_blocked_match_is_the_alliances_alone, |app| {
    let pair = pair(app).await;
    let data = pair.moderator.ask(BLOCK, pair.id.clone()).await;
    assert_eq!(data["blockMatch"]["match"]["status"], "BLOCKED");
    app.run_jobs().await;
    for side in [&pair.officer, &pair.firm] {
        side.refused(MATCH, pair.id.clone(), "NOT_FOUND").await;
        assert_eq!(count(side, json!({})).await, 0);
        app.refuses(side, ACCEPT, pair.id.clone(), "NOT_FOUND")
            .await;
        assert_eq!(
            app.templates_to(&side.email).await.len(),
            1,
            "nobody is told"
        );
    }
    assert_eq!(status(&pair.moderator, &pair.id).await, "BLOCKED");
    let data = pair
        .officer
        .ask(REFRESH, json!({ "input": { "needId": pair.need } }))
        .await;
    assert_eq!(
        data["refreshMatches"]["matches"],
        json!([]),
        "a blocked pair stays hidden"
    );
    app.refuses(&pair.moderator, INTRODUCE, pair.id, "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(a_match_ends_with_its_need, |app| {
    let pair = introduced(app).await;
    let withdraw = "mutation($id: ID!) { concludeNeed(input: { needId: $id, outcome: WITHDRAWN, reason: \"Đã tự làm.\" }) { need { status } } }";
    pair.officer.ask(withdraw, json!({ "id": pair.need })).await;
    app.run_jobs().await;
    assert_eq!(status(&pair.firm, &pair.id).await, "EXPIRED");
    app.refuses(&pair.firm, ACCEPT, pair.id, "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(
    a_suggestion_ends_with_its_offer_and_leaves_the_queue,
    |app| {
        let pair = pair(app).await;
        let waiting = "{ reviews(filter: { waiting: true }) { totalCount } }";
        assert_eq!(
            pair.moderator.ask(waiting, json!({})).await["reviews"]["totalCount"],
            1
        );
        let pause =
            "mutation($id: ID!) { pauseOffer(input: { offerId: $id }) { offer { status } } }";
        pair.firm.ask(pause, json!({ "id": pair.offer })).await;
        assert_eq!(status(&pair.officer, &pair.id).await, "EXPIRED");
        assert_eq!(
            pair.moderator.ask(waiting, json!({})).await["reviews"]["totalCount"],
            0
        );
    }
);

on_both_databases!(a_pair_that_came_back_is_introduced_and_told_again, |app| {
    let pair = introduced(app).await;
    for (step, days) in [("pauseOffer", 1), ("resumeOffer", 2)] {
        let step = format!(
            "mutation($id: ID!) {{ {step}(input: {{ offerId: $id }}) {{ offer {{ status }} }} }}"
        );
        pair.firm.ask(&step, json!({ "id": pair.offer })).await;
        app.later(Duration::days(days)).await;
    }
    assert_eq!(status(&pair.officer, &pair.id).await, "SUGGESTED");
    let before = app.templates_to(&pair.officer.email).await;
    pair.moderator.ask(INTRODUCE, pair.id.clone()).await;
    app.run_jobs().await;
    let after = app.templates_to(&pair.officer.email).await;
    assert_eq!(after[before.len()..], ["match_introduced"]);
});

on_both_databases!(what_both_agreed_outlives_the_need, |app| {
    let pair = introduced(app).await;
    pair.officer.ask(ACCEPT, pair.id.clone()).await;
    pair.firm.ask(ACCEPT, pair.id.clone()).await;
    let withdraw = "mutation($id: ID!) { concludeNeed(input: { needId: $id, outcome: WITHDRAWN, reason: \"Đã ký.\" }) { need { status } } }";
    pair.officer.ask(withdraw, json!({ "id": pair.need })).await;
    app.run_jobs().await;
    assert_eq!(status(&pair.firm, &pair.id).await, "MUTUAL");
});

on_both_databases!(the_engine_runs_on_demand_for_exactly_one_posting, |app| {
    let pair = pair(app).await;
    for input in [
        json!({ "needId": pair.need }),
        json!({ "offerId": pair.offer }),
    ] {
        for who in [
            &pair.moderator,
            if input.get("needId").is_some() {
                &pair.officer
            } else {
                &pair.firm
            },
        ] {
            let data = who.ask(REFRESH, json!({ "input": input })).await;
            assert_eq!(data["refreshMatches"]["matches"][0]["id"], pair.id["id"]);
        }
    }
    assert_eq!((app.rows("match").await, app.rows("review").await), (1, 3));
    for input in [
        json!({}),
        json!({ "needId": pair.need, "offerId": pair.offer }),
    ] {
        let answer = app
            .refuses(
                &pair.moderator,
                REFRESH,
                json!({ "input": input }),
                "INVALID_INPUT",
            )
            .await;
        assert_eq!(answer.field(), Some("needId"));
    }
    app.refuses(
        &pair.firm,
        REFRESH,
        json!({ "input": { "needId": pair.need } }),
        "FORBIDDEN",
    )
    .await;
    app.refuses(
        &app.visitor(),
        REFRESH,
        json!({ "input": { "needId": pair.need } }),
        "UNAUTHENTICATED",
    )
    .await;
});

on_both_databases!(a_vietnamese_need_finds_an_english_offer, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let (mut need, mut offer) = (content::need(), content::offer());
    need["title"] = json!({ "vi": "Giảm tiền điện chiếu sáng công cộng" });
    need["summary"] = json!({ "vi": "Đèn đường cũ tốn điện và hay hỏng." });
    offer["title"] = json!({ "en": "Connected LED street lighting" });
    offer["summary"] = json!({ "en": "Street lighting that saves power and reports faults." });
    let offer = app.draft_offer(&firm, offer).await;
    firm.ask(
        "mutation($id: ID!) { submitOffer(input: { offerId: $id }) { offer { id } } }",
        json!({ "id": offer }),
    )
    .await;
    let approve = "mutation($id: ID!) { reviewOffer(input: { offerId: $id, decision: APPROVED, rule: COMPLETE }) { offer { id } } }";
    moderator.ask(approve, json!({ "id": offer })).await;
    app.run_jobs().await;
    let need = app.open_need_with(&officer, &moderator, need).await;
    app.suggested_match(&need, &offer).await;
});

on_both_databases!(an_organisation_is_never_matched_with_itself, |app| {
    let moderator = app.moderator().await;
    let developer = app
        .member(
            "developer",
            OrganizationKind::IzDeveloper,
            MembershipRole::Owner,
        )
        .await;
    app.published_offer(&developer, &moderator).await;
    let need = app.open_need(&developer, &moderator).await;
    let data = developer
        .ask(REFRESH, json!({ "input": { "needId": need } }))
        .await;
    assert_eq!(data["refreshMatches"]["matches"], json!([]));
    assert_eq!(app.rows("match").await, 0);
});

on_both_databases!(who_belongs_to_both_sides_accepts_for_both, |app| {
    let pair = introduced(app).await;
    let ctx = app.system();
    let txn = ctx.begin().await.unwrap();
    let role = (MembershipRole::Editor, MembershipStatus::Active);
    let firm = pair.firm.organization.unwrap();
    add_member(&ctx, &txn, firm, pair.officer.user.unwrap(), role)
        .await
        .unwrap();
    txn.commit().await.unwrap();
    let data = pair.officer.ask(ACCEPT, pair.id.clone()).await;
    assert_eq!(data["acceptMatch"]["match"]["status"], "MUTUAL");
    app.run_jobs().await;
});

on_both_databases!(an_old_match_does_not_show_an_offer_being_rewritten, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&officer, &moderator).await;
    let found = app.suggested_match(&need, &offer).await;
    app.later(chrono::Duration::days(366)).await;
    let secret = json!({ "title": { "vi": "Chưa công bố" } });
    let update = "mutation($id: ID!, $content: OfferContent!, $version: Int!) { updateOffer(input: { offerId: $id, version: $version, content: $content }) { offer { id } } }";
    let version = "query($id: ID!) { offer(id: $id) { version } }";
    let version = firm.ask(version, json!({ "id": offer })).await["offer"]["version"].clone();
    firm.ask(
        update,
        json!({ "id": offer, "content": secret, "version": version }),
    )
    .await;
    let title = "query($id: ID!) { match(id: $id) { offer { title { vi } price { min } } } }";
    let hidden = json!({ "match": { "offer": { "title": { "vi": null }, "price": null } } });
    assert_eq!(officer.ask(title, json!({ "id": found })).await, hidden);
    let own = firm.ask(title, json!({ "id": found })).await;
    assert_eq!(own["match"]["offer"]["title"]["vi"], "Chưa công bố");
    app.run_jobs().await;
});

/// What a visitor reads on both sides' pages: the need's owner, the offer's.
async fn responsiveness(app: &TestApp, pair: &Pair) -> [Value; 2] {
    let query = "query($need: ID!, $offer: ID!) { need(id: $need) { organization { responsiveness { asked answeredInTime medianDays } } } offer(id: $offer) { organization { responsiveness { asked answeredInTime medianDays } } } }";
    let ids = json!({ "need": pair.need, "offer": pair.offer });
    let data = app.visitor().ask(query, ids).await;
    ["need", "offer"].map(|of| data[of]["organization"]["responsiveness"].clone())
}

on_both_databases!(silence_is_reminded_told_and_shown, |app| {
    let pair = introduced(app).await;
    let seen = responsiveness(app, &pair).await;
    assert_eq!(seen, [Value::Null, Value::Null]);
    let data = pair
        .firm
        .ask(
            "query($id: ID!) { match(id: $id) { replyBy } }",
            pair.id.clone(),
        )
        .await;
    assert!(data["match"]["replyBy"].is_string(), "{data}");
    pair.firm.ask(ACCEPT, pair.id.clone()).await;
    app.later(Duration::days(10)).await;
    let last = |mails: Vec<String>| mails.last().cloned().unwrap();
    assert_eq!(
        last(app.templates_to(&pair.officer.email).await),
        "match_introduced"
    );
    app.later(Duration::days(1)).await;
    let reminded = app.templates_to(&pair.officer.email).await;
    assert_eq!(last(reminded), "match_reply_reminder");
    // Who has answered is left in peace.
    let firm = app.templates_to(&pair.firm.email).await;
    assert_eq!(last(firm), "match_introduced");
    app.later(Duration::days(3)).await;
    let overdue = app.templates_to(&pair.officer.email).await;
    assert_eq!(last(overdue), "match_reply_overdue");
    let awaited = app.templates_to(&pair.firm.email).await;
    assert_eq!(last(awaited), "match_reply_awaited");
    let alliance = app.mails_to(&pair.moderator.email).await;
    let unanswered: Vec<_> = alliance
        .iter()
        .filter(|(template, _, _)| template == "match_reply_unanswered")
        .collect();
    assert_eq!(unanswered.len(), 1);
    assert_eq!(
        responsiveness(app, &pair).await,
        [
            json!({ "asked": 1, "answeredInTime": 0, "medianDays": null }),
            json!({ "asked": 1, "answeredInTime": 1, "medianDays": 0 }),
        ]
    );
    // Late is late, and still an answer.
    app.later(Duration::days(6)).await;
    pair.officer.ask(ACCEPT, pair.id.clone()).await;
    assert_eq!(
        responsiveness(app, &pair).await[0],
        json!({ "asked": 1, "answeredInTime": 0, "medianDays": 20 })
    );
    app.run_jobs().await;
});

on_both_databases!(whoever_answers_in_time_hears_no_more_of_it, |app| {
    let pair = introduced(app).await;
    pair.firm
        .ask(DECLINE, why(&pair.id, "Chưa đủ người."))
        .await;
    app.later(Duration::days(15)).await;
    for side in [&pair.officer, &pair.firm] {
        let told = app.templates_to(&side.email).await;
        assert!(
            !told
                .iter()
                .any(|template| template.starts_with("match_reply")),
            "{told:?}"
        );
    }
    assert_eq!(
        responsiveness(app, &pair).await,
        [
            Value::Null,
            json!({ "asked": 1, "answeredInTime": 1, "medianDays": 0 })
        ]
    );
});
