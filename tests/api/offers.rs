//! Offers: as needs, where they differ.

use chrono::Duration;
use iforum::organizations::{MembershipRole, OrganizationKind};
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const OFFER: &str = "query($id: ID!) { offer(id: $id) { status } }";
const CREATE: &str =
    "mutation($input: CreateOfferInput!) { createOffer(input: $input) { offer { id status } } }";
const UPDATE: &str = "mutation($input: UpdateOfferInput!) { updateOffer(input: $input) { offer { status version } } }";
const SUBMIT: &str =
    "mutation($id: ID!) { submitOffer(input: { offerId: $id }) { offer { status } } }";
const REVIEW: &str = "mutation($input: ReviewOfferInput!) { reviewOffer(input: $input) { offer { status statusReason expiresAt } } }";
const PAUSE: &str =
    "mutation($id: ID!) { pauseOffer(input: { offerId: $id }) { offer { status } } }";
const RESUME: &str =
    "mutation($id: ID!) { resumeOffer(input: { offerId: $id }) { offer { status } } }";
const ARCHIVE: &str =
    "mutation($id: ID!) { archiveOffer(input: { offerId: $id }) { offer { status } } }";
const LIST: &str =
    "query($filter: OfferFilter) { offers(filter: $filter) { totalCount nodes { id } } }";
const UNKNOWN: &str = "offer_00000000000000000000000000000001";

fn offer_with(field: &str, value: impl Into<Value>) -> Value {
    let mut content = content::offer();
    content[field] = value.into();
    content
}

fn creation(app: &TestApp, owner: &Client, content: Value) -> Value {
    json!({ "input": { "clientKey": app.key(), "organizationId": owner.organization_id(), "content": content } })
}

fn verdict(offer: &str, decision: &str, reason: Option<&str>) -> Value {
    json!({ "input": { "offerId": offer, "decision": decision, "rule": "ADVERTISING", "reason": reason } })
}

async fn listed(who: &Client, filter: Value) -> Vec<String> {
    let data = who.ask(LIST, json!({ "filter": filter })).await;
    let nodes = data["offers"]["nodes"].as_array().expect("nodes");
    assert_eq!(data["offers"]["totalCount"], nodes.len());
    nodes
        .iter()
        .map(|node| node["id"].as_str().expect("an id").to_owned())
        .collect()
}

/// A published offer with this content.
async fn published(app: &TestApp, firm: &Client, moderator: &Client, content: Value) -> String {
    let offer = app.draft_offer(firm, content).await;
    firm.ask(SUBMIT, json!({ "id": offer })).await;
    moderator
        .ask(REVIEW, verdict(&offer, "APPROVED", None))
        .await;
    app.run_jobs().await;
    offer
}

on_both_databases!(a_draft_is_its_firms_alone, |app| {
    let firm = app.firm().await;
    let offer = app.draft_offer(&firm, content::offer()).await;
    assert_eq!(
        firm.ask(OFFER, json!({ "id": offer })).await["offer"]["status"],
        "DRAFT"
    );
    let update = |id: &str| json!({ "input": { "offerId": id, "version": 1, "content": {} } });
    let others = [
        app.visitor(),
        app.officer().await,
        app.moderator().await,
        app.administrator().await,
    ];
    for other in others {
        for operation in [OFFER, SUBMIT, PAUSE, RESUME, ARCHIVE] {
            let hidden = app
                .refuses(&other, operation, json!({ "id": offer }), "NOT_FOUND")
                .await;
            let absent = other.send(operation, json!({ "id": UNKNOWN })).await;
            assert_eq!((hidden.status, hidden.body), (absent.status, absent.body));
        }
        app.refuses(&other, UPDATE, update(&offer), "NOT_FOUND")
            .await;
        app.refuses(
            &other,
            REVIEW,
            verdict(&offer, "APPROVED", None),
            "NOT_FOUND",
        )
        .await;
    }
});

on_both_databases!(
    a_rejected_offer_becomes_a_draft_again_when_it_is_edited,
    |app| {
        let (firm, moderator) = (app.firm().await, app.moderator().await);
        let offer = app.draft_offer(&firm, content::offer()).await;
        firm.ask(SUBMIT, json!({ "id": offer })).await;
        app.refuses(
            &moderator,
            REVIEW,
            verdict(&offer, "REJECTED", None),
            "REQUIRED",
        )
        .await;
        let data = moderator
            .ask(
                REVIEW,
                verdict(&offer, "REJECTED", Some("Bỏ lời quảng cáo.")),
            )
            .await;
        let rejected =
            json!({ "status": "REJECTED", "statusReason": "Bỏ lời quảng cáo.", "expiresAt": null });
        assert_eq!(data["reviewOffer"]["offer"], rejected);
        app.run_jobs().await;
        let mails = app.mails_to(&firm.email).await;
        assert_eq!((mails.len(), mails[0].0.as_str()), (1, "offer_sent_back"));
        assert!(mails[0].2.contains("Bỏ lời quảng cáo."), "{}", mails[0].2);
        app.refuses(&app.visitor(), OFFER, json!({ "id": offer }), "NOT_FOUND")
            .await;

        let edit =
            json!({ "input": { "offerId": offer, "version": 3, "content": content::offer() } });
        assert_eq!(
            firm.ask(UPDATE, edit).await["updateOffer"]["offer"],
            json!({ "status": "DRAFT", "version": 4 })
        );
        firm.ask(SUBMIT, json!({ "id": offer })).await;
        let data = moderator
            .ask(REVIEW, verdict(&offer, "APPROVED", None))
            .await;
        let expires_at = (tests::beginning() + Duration::days(365)).to_rfc3339();
        let approved =
            json!({ "status": "PUBLISHED", "statusReason": null, "expiresAt": expires_at });
        assert_eq!(data["reviewOffer"]["offer"], approved);
        app.run_jobs().await;
    }
);

on_both_databases!(a_paused_offer_is_out_of_sight_until_it_is_resumed, |app| {
    let (firm, moderator) = (app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let id = json!({ "id": offer });
    app.refuses(&firm, RESUME, id.clone(), "ILLEGAL_TRANSITION")
        .await;
    assert_eq!(
        firm.ask(PAUSE, id.clone()).await["pauseOffer"]["offer"]["status"],
        "PAUSED"
    );
    app.refuses(&app.visitor(), OFFER, id.clone(), "NOT_FOUND")
        .await;
    assert_eq!(
        listed(&app.visitor(), json!({})).await,
        Vec::<String>::new()
    );
    let paused = json!({ "statuses": ["PAUSED"] });
    assert_eq!(listed(&app.visitor(), paused).await, Vec::<String>::new());
    assert_eq!(
        moderator.ask(OFFER, id.clone()).await["offer"]["status"],
        "PAUSED"
    );
    app.refuses(&firm, PAUSE, id.clone(), "ILLEGAL_TRANSITION")
        .await;
    firm.ask(RESUME, id.clone()).await;
    app.run_jobs().await;
    assert_eq!(
        app.visitor().ask(OFFER, id).await["offer"]["status"],
        "PUBLISHED"
    );
    assert_eq!(listed(&app.visitor(), json!({})).await, [offer]);
});

on_both_databases!(an_archived_offer_leaves_a_tombstone, |app| {
    let (firm, moderator) = (app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    firm.ask(ARCHIVE, json!({ "id": offer })).await;
    assert_eq!(
        app.visitor().ask(OFFER, json!({ "id": offer })).await["offer"]["status"],
        "ARCHIVED"
    );
    assert_eq!(
        listed(&app.visitor(), json!({})).await,
        Vec::<String>::new()
    );
    assert_eq!(
        listed(&app.visitor(), json!({ "statuses": ["ARCHIVED"] })).await,
        [offer.as_str()]
    );
    for operation in [ARCHIVE, PAUSE, RESUME, SUBMIT] {
        app.refuses(
            &firm,
            operation,
            json!({ "id": offer }),
            "ILLEGAL_TRANSITION",
        )
        .await;
    }
    // What was never public leaves nothing to be seen.
    let draft = app.draft_offer(&firm, content::offer()).await;
    firm.ask(ARCHIVE, json!({ "id": draft })).await;
    app.refuses(&app.visitor(), OFFER, json!({ "id": draft }), "NOT_FOUND")
        .await;
});

on_both_databases!(an_offer_expires_after_a_year_and_can_be_renewed, |app| {
    let (firm, moderator) = (app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let id = json!({ "id": offer });
    app.later(Duration::days(365) - Duration::seconds(1)).await;
    assert_eq!(
        app.visitor().ask(OFFER, id.clone()).await["offer"]["status"],
        "PUBLISHED"
    );
    app.later(Duration::seconds(1)).await;
    assert_eq!(
        app.visitor().ask(OFFER, id.clone()).await["offer"]["status"],
        "EXPIRED"
    );
    assert_eq!(
        listed(&app.visitor(), json!({})).await,
        Vec::<String>::new()
    );
    firm.ask(SUBMIT, id.clone()).await;
    moderator
        .ask(REVIEW, verdict(&offer, "APPROVED", None))
        .await;
    app.run_jobs().await;
    assert_eq!(listed(&app.visitor(), json!({})).await, [offer]);
    app.later(Duration::days(365)).await;
    assert_eq!(
        app.visitor().ask(OFFER, id).await["offer"]["status"],
        "EXPIRED"
    );
});

on_both_databases!(an_expired_offer_that_is_changed_waits_for_approval, |app| {
    let (firm, moderator) = (app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    app.later(Duration::days(365)).await;
    let visitor = app.visitor();
    visitor.ask(OFFER, json!({ "id": offer })).await;
    let content = offer_with("title", json!({ "vi": "Chưa ai duyệt" }));
    let input = json!({ "offerId": offer, "version": 4, "content": content });
    firm.ask(UPDATE, json!({ "input": input })).await;
    for step in [SUBMIT, ARCHIVE] {
        visitor
            .refused(OFFER, json!({ "id": offer }), "NOT_FOUND")
            .await;
        firm.ask(step, json!({ "id": offer })).await;
    }
    visitor
        .refused(OFFER, json!({ "id": offer }), "NOT_FOUND")
        .await;
});

on_both_databases!(what_is_wrong_with_an_offer_is_said_by_field, |app| {
    let firm = app.firm().await;
    let reference = |name: &str, year: i64| json!([{ "name": name, "year": year }]);
    let many: Vec<_> = (0..21)
        .map(|i| json!({ "name": format!("Dự án {i}") }))
        .collect();
    for (field, value, at, code) in [
        (
            "price",
            json!({ "min": "2", "max": "1" }),
            "content.price.max",
            "BUDGET_RANGE",
        ),
        (
            "coverage",
            json!(["vn34-31", "vn63-74"]),
            "content.coverage",
            "UNKNOWN_PLACE",
        ),
        (
            "domains",
            json!(["XYZ"]),
            "content.domains",
            "UNKNOWN_DOMAIN",
        ),
        (
            "references",
            reference("  ", 2024),
            "content.references.0.name",
            "REQUIRED",
        ),
        (
            "references",
            reference(&"x".repeat(201), 2024),
            "content.references.0.name",
            "TOO_LONG",
        ),
        (
            "references",
            reference("Đèn", 2027),
            "content.references.0.year",
            "OUT_OF_RANGE",
        ),
        (
            "references",
            reference("Đèn", 1979),
            "content.references.0.year",
            "OUT_OF_RANGE",
        ),
        (
            "references",
            json!(many),
            "content.references",
            "OUT_OF_RANGE",
        ),
        (
            "references",
            json!([{ "name": "Đèn" }, { "name": "Đèn", "placeId": "vn63-74" }]),
            "content.references.1.placeId",
            "UNKNOWN_PLACE",
        ),
        (
            "summary",
            json!({ "en": "x".repeat(601) }),
            "content.summary.en",
            "TOO_LONG",
        ),
    ] {
        let input = creation(app, &firm, offer_with(field, value));
        let answer = app.refuses(&firm, CREATE, input, code).await;
        assert_eq!(answer.field(), Some(at));
    }
    app.draft_offer(&firm, offer_with("references", reference("Đèn", 2026)))
        .await;
});

on_both_databases!(an_incomplete_offer_is_told_its_three_gaps, |app| {
    let firm = app.firm().await;
    let offer = app.draft_offer(&firm, json!({})).await;
    let answer = app
        .refuses(&firm, SUBMIT, json!({ "id": offer }), "REQUIRED")
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
        ["content.title.vi", "content.summary.vi", "content.domains"]
    );
});

on_both_databases!(what_is_kept_of_an_offer_is_what_was_sent, |app| {
    let firm = app.firm().await;
    let mut content = offer_with("coverage", json!(["vn34-48", "vn34-31", "vn34-48"]));
    content["domains"] = json!(["LGT", "ENE", "LGT"]);
    content["references"] = json!([{ "name": " Khu đô thị\u{7} mới ", "placeId": "vn34-31" }]);
    let offer = app.draft_offer(&firm, content).await;
    let query = "query($id: ID!) { offer(id: $id) { coverage { id } domains { code } price { min max currency } deliveryModels maturity references { name placeId year } expiresAt } }";
    let data = firm.ask(query, json!({ "id": offer })).await;
    let kept = json!({
        "coverage": [{ "id": "vn34-31" }, { "id": "vn34-48" }],
        "domains": [{ "code": "ENE" }, { "code": "LGT" }],
        "price": { "min": "4000000000", "max": "15000000000", "currency": "VND" },
        "deliveryModels": ["SERVICE_LEASE"],
        "maturity": "DEPLOYED",
        "references": [{ "name": "Khu đô thị mới", "placeId": "vn34-31", "year": null }],
        "expiresAt": null,
    });
    assert_eq!(data["offer"], kept);
});

on_both_databases!(coverage_and_words_narrow_the_list, |app| {
    let (firm, moderator) = (app.firm().await, app.moderator().await);
    let everywhere = published(app, &firm, &moderator, content::offer()).await;
    let mut there = offer_with("coverage", json!(["vn34-48"]));
    there["domains"] = json!(["WAT"]);
    there["title"] = json!({ "vi": "Đo chất lượng nước" });
    let there = published(app, &firm, &moderator, there).await;
    for (filter, found) in [
        (json!({ "placeId": "vn34-48" }), vec![&there, &everywhere]),
        (json!({ "placeId": "vn34-31" }), vec![&everywhere]),
        (json!({ "regionCode": "NTBTN" }), vec![&there, &everywhere]),
        (json!({ "regionCode": "DBSH" }), vec![&everywhere]),
        (json!({ "domain": "WAT" }), vec![&there]),
        (json!({ "query": "chat luong NUOC" }), vec![&there]),
        (
            json!({ "query": "chat luong", "placeId": "vn34-31" }),
            vec![],
        ),
    ] {
        let ids = listed(&app.visitor(), filter.clone()).await;
        assert_eq!(ids.iter().collect::<Vec<_>>(), found, "{filter}");
    }
});

on_both_databases!(mine_has_every_state_and_the_public_list_one, |app| {
    let (firm, moderator) = (app.firm().await, app.moderator().await);
    let published = app.published_offer(&firm, &moderator).await;
    let draft = app.draft_offer(&firm, json!({})).await;
    assert_eq!(
        listed(&firm, json!({ "mine": true })).await,
        [draft, published.clone()]
    );
    for anyone in [&firm, &moderator, &app.visitor()] {
        assert_eq!(listed(anyone, json!({})).await, [published.as_str()]);
    }
});

on_both_databases!(the_same_click_twice_is_one_offer, |app| {
    let firm = app.firm().await;
    let input = creation(app, &firm, content::offer());
    let first = firm.ask(CREATE, input.clone()).await;
    assert_eq!(firm.ask(CREATE, input.clone()).await, first);
    assert_eq!(app.rows("offer").await, 1);
    let mut other = input;
    other["input"]["content"] = json!({});
    app.refuses(&firm, CREATE, other.clone(), "CONFLICT").await;
    // A key is used once, whatever for.
    let soe = app
        .member("soe", OrganizationKind::Soe, MembershipRole::Owner)
        .await;
    let key =
        json!({ "clientKey": app.key(), "organizationId": soe.organization_id(), "content": {} });
    soe.ask(CREATE, json!({ "input": key })).await;
    let need = "mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }";
    app.refuses(&soe, need, json!({ "input": key }), "CONFLICT")
        .await;
});

on_both_databases!(only_the_firms_writers_write, |app| {
    let (firm, moderator, rival) = (app.firm().await, app.moderator().await, app.firm().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let reader = app.colleague(&firm, MembershipRole::Viewer).await;
    for (who, code) in [
        (&reader, "FORBIDDEN"),
        (&rival, "FORBIDDEN"),
        (&moderator, "FORBIDDEN"),
        (&app.visitor(), "UNAUTHENTICATED"),
    ] {
        app.refuses(who, CREATE, creation(app, &firm, json!({})), code)
            .await;
        for operation in [SUBMIT, PAUSE, RESUME, ARCHIVE] {
            app.refuses(who, operation, json!({ "id": offer }), code)
                .await;
        }
    }
    for who in [&firm, &rival] {
        app.refuses(who, REVIEW, verdict(&offer, "APPROVED", None), "FORBIDDEN")
            .await;
    }
});

on_both_databases!(government_does_not_post_offers, |app| {
    let officer = app.officer().await;
    let input = creation(app, &officer, content::offer());
    let answer = app.refuses(&officer, CREATE, input, "INVALID_INPUT").await;
    assert_eq!(answer.field(), Some("organizationId"));
});

on_both_databases!(an_edit_names_the_version_that_was_read, |app| {
    let firm = app.firm().await;
    let offer = app.draft_offer(&firm, content::offer()).await;
    let edit = |version: i32| json!({ "input": { "offerId": offer, "version": version, "content": content::offer() } });
    firm.ask(UPDATE, edit(1)).await;
    app.refuses(&firm, UPDATE, edit(1), "STALE_VERSION").await;
});
