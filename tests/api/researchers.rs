//! Researchers: found by what they know, seen only while they want to be.

use iforum::organizations::MembershipRole::Editor;
use tests::{Client, Value, json, on_both_databases};

const UPDATE: &str = "mutation($v: Int!, $content: ResearcherContent!) { updateResearcher(input: { version: $v, content: $content }) { researcher { id version public name headline { vi } organization { id } affiliation orcid domains { code } keywords publications { title year doi } languages evaluator consortiumPartner interests } } }";
const READ: &str = "query($id: ID!) { researcher(id: $id) { name interests } }";
const LIST: &str =
    "query($f: ResearcherFilter) { researchers(filter: $f) { totalCount nodes { name } } }";
const CONSENT: &str = "mutation($given: Boolean!) { setConsent(input: { purpose: PUBLIC_PROFILE, given: $given }) { viewer { id } } }";
const OWN: &str = "{ viewer { researcher { id version public } } }";

fn content() -> Value {
    json!({
        "headline": { "vi": "Chuyên gia xử lý nước thải" },
        "biography": { "vi": "Hai mươi năm làm nước thải đô thị." },
        "affiliation": "Viện minh họa", "orcid": "https://orcid.org/0000-0002-1825-0097",
        "domains": ["WWT"], "keywords": ["bùn hoạt tính", " bùn  hoạt tính "],
        "publications": [
            { "title": "Cũ", "year": 2001 },
            { "title": "Mới", "year": 2025, "doi": "https://doi.org/10.1000/182" },
        ],
        "languages": ["vi", "EN"], "evaluator": true, "consortiumPartner": false,
        "interests": "Cổ đông Công ty Nước minh họa.",
    })
}

async fn write(who: &Client, version: i32, content: Value) -> Value {
    let data = who
        .ask(UPDATE, json!({ "v": version, "content": content }))
        .await;
    data["updateResearcher"]["researcher"].clone()
}

async fn consent(who: &Client, given: bool) {
    who.ask(CONSENT, json!({ "given": given })).await;
}

async fn listed(who: &Client, filter: Value) -> i64 {
    let data = who.ask(LIST, json!({ "f": filter })).await;
    data["researchers"]["totalCount"].as_i64().unwrap()
}

on_both_databases!(a_profile_is_ones_own_and_kept_whole, |app| {
    let who = app.person("expert", None).await;
    let row = write(&who, 0, content()).await;
    assert_eq!(
        (&row["version"], &row["public"]),
        (&json!(1), &json!(false))
    );
    assert_eq!(row["orcid"], "0000-0002-1825-0097");
    assert_eq!(row["keywords"], json!(["bùn hoạt tính"]));
    assert_eq!(
        row["publications"],
        json!([{ "title": "Mới", "year": 2025, "doi": "10.1000/182" }, { "title": "Cũ", "year": 2001, "doi": null }])
    );
    assert_eq!(row["languages"], json!(["en", "vi"]));
    let shorter =
        json!({ "headline": { "en": "Water" }, "evaluator": false, "consortiumPartner": true });
    let row = write(&who, 1, shorter.clone()).await;
    assert_eq!(
        (&row["domains"], &row["languages"], &row["orcid"]),
        (&json!([]), &json!([]), &Value::Null)
    );
    for stale in [0, 1] {
        let variables = json!({ "v": stale, "content": shorter });
        app.refuses(&who, UPDATE, variables, "STALE_VERSION").await;
    }
    let variables = json!({ "v": 0, "content": shorter });
    app.refuses(&app.visitor(), UPDATE, variables, "UNAUTHENTICATED")
        .await;
    assert_eq!(app.rows("researcher").await, 1);
});

on_both_databases!(nobody_sees_it_before_consent_or_after, |app| {
    let who = app.person("expert", None).await;
    let id = json!({ "id": write(&who, 0, content()).await["id"] });
    let others = [
        app.visitor(),
        app.firm().await,
        app.moderator().await,
        app.administrator().await,
    ];
    for public in [false, true, false] {
        if public || app.rows("consent").await > 0 {
            consent(&who, public).await;
        }
        for other in &others {
            assert_eq!(listed(other, json!({})).await, i64::from(public));
            let answer = other.send(READ, id.clone()).await;
            let code = if public { None } else { Some("NOT_FOUND") };
            assert_eq!(answer.code(), code);
        }
        let data = who.ask(OWN, json!({})).await;
        assert_eq!(data["viewer"]["researcher"]["public"], public);
        who.ask(READ, id.clone()).await;
    }
});

on_both_databases!(declared_interests_are_for_signed_in_people, |app| {
    let who = app.person("expert", None).await;
    let id = json!({ "id": write(&who, 0, content()).await["id"] });
    consent(&who, true).await;
    let data = app.firm().await.ask(READ, id.clone()).await;
    assert_eq!(
        data["researcher"]["interests"],
        "Cổ đông Công ty Nước minh họa."
    );
    let data = app.visitor().ask(READ, id).await;
    assert_eq!(
        data["researcher"],
        json!({ "name": "Người expert", "interests": null })
    );
});

on_both_databases!(researchers_are_found_by_what_they_know, |app| {
    let who = app.person("expert", None).await;
    write(&who, 0, content()).await;
    consent(&who, true).await;
    let visitor = app.visitor();
    for (filter, count) in [
        (json!({ "query": "nuoc thai" }), 1),
        (json!({ "query": "BÙN hoạt" }), 1),
        (json!({ "query": "expert vien" }), 1),
        (json!({ "query": "cổ đông" }), 0),
        (json!({ "query": "%" }), 0),
        (json!({ "domains": ["WWT", "TRA"] }), 1),
        (json!({ "domains": ["TRA"] }), 0),
        (json!({ "languages": ["en"] }), 1),
        (json!({ "languages": ["fr"] }), 0),
        (json!({ "evaluator": true }), 1),
        (json!({ "consortiumPartner": true }), 0),
    ] {
        assert_eq!(listed(&visitor, filter.clone()).await, count, "{filter}");
    }
    let rename =
        "mutation { updateProfile(input: { name: \"Đặng Phương Chi\" }) { viewer { id } } }";
    who.ask(rename, json!({})).await;
    assert_eq!(listed(&visitor, json!({ "query": "phuong chi" })).await, 1);
    assert_eq!(listed(&visitor, json!({ "query": "expert" })).await, 0);
});

on_both_databases!(an_affiliation_here_is_a_membership, |app| {
    let owner = app.firm().await;
    let who = app.colleague(&owner, Editor).await;
    let mut here = content();
    here["organizationId"] = json!(owner.organization_id());
    let both = json!({ "v": 0, "content": here });
    let answer = app.refuses(&who, UPDATE, both, "INVALID_INPUT").await;
    assert_eq!(answer.field(), Some("content.affiliation"));
    here["affiliation"] = Value::Null;
    let stranger = app.person("stranger", None).await;
    let foreign = json!({ "v": 0, "content": here });
    let answer = app
        .refuses(&stranger, UPDATE, foreign, "INVALID_INPUT")
        .await;
    assert_eq!(answer.field(), Some("content.organizationId"));
    let row = write(&who, 0, here).await;
    assert_eq!(row["organization"]["id"], owner.organization_id());
    // Who leaves is no longer of it.
    let own = "{ viewer { memberships { id } } }";
    let data = who.ask(own, json!({})).await;
    let leave =
        "mutation($id: ID!) { removeMembership(input: { membershipId: $id }) { membershipId } }";
    who.ask(
        leave,
        json!({ "id": data["viewer"]["memberships"][0]["id"] }),
    )
    .await;
    let query = "{ viewer { researcher { organization { id } } } }";
    let data = who.ask(query, json!({})).await;
    assert_eq!(data["viewer"]["researcher"]["organization"], Value::Null);
});

on_both_databases!(wrong_profiles_are_refused_field_by_field, |app| {
    let who = app.person("expert", None).await;
    for (field, value, code, at) in [
        ("headline", json!({}), "REQUIRED", "headline.vi"),
        (
            "orcid",
            json!("0000-0002-1825-0098"),
            "INVALID_INPUT",
            "orcid",
        ),
        ("domains", json!(["NOPE"]), "UNKNOWN_DOMAIN", "domains"),
        ("languages", json!(["tlh"]), "INVALID_INPUT", "languages"),
        (
            "keywords",
            json!(
                vec!["x"; 31]
                    .iter()
                    .enumerate()
                    .map(|(n, _)| n.to_string())
                    .collect::<Vec<_>>()
            ),
            "OUT_OF_RANGE",
            "keywords",
        ),
        (
            "publications",
            json!([{ "title": "x", "year": 2020, "url": "javascript:alert(1)" }]),
            "INVALID_INPUT",
            "publications.0.url",
        ),
        (
            "biography",
            json!({ "en": "x".repeat(4001) }),
            "TOO_LONG",
            "biography.en",
        ),
    ] {
        let mut wrong = content();
        wrong[field] = value;
        let variables = json!({ "v": 0, "content": wrong });
        let answer = app.refuses(&who, UPDATE, variables, code).await;
        assert_eq!(answer.field(), Some(format!("content.{at}").as_str()));
    }
});

on_both_databases!(a_profile_goes_with_its_person, |app| {
    let (who, other) = (
        app.person("expert", None).await,
        app.person("other", None).await,
    );
    write(&who, 0, content()).await;
    write(&other, 0, content()).await;
    consent(&who, true).await;
    let (_, data) = app.get_json("/me/export", who.token.as_deref()).await;
    assert_eq!(data["researcher"]["domains"], json!(["WWT"]));
    assert_eq!(
        data["researcher"]["interests"],
        "Cổ đông Công ty Nước minh họa."
    );
    who.ask("mutation { closeAccount { closed } }", json!({}))
        .await;
    assert_eq!(app.rows("researcher").await, 1);
    assert_eq!(app.rows("researcher_domain").await, 1);
    assert_eq!(listed(&app.visitor(), json!({})).await, 0);
    let remove = "mutation { removeResearcher { removed } }";
    other.ask(remove, json!({})).await;
    app.refuses(&other, remove, json!({}), "NOT_FOUND").await;
    assert_eq!(app.rows("researcher_language").await, 0);
    app.run_jobs().await;
});

on_both_databases!(of_two_who_begin_at_once_one_is_kept, |app| {
    let who = app.person("expert", None).await;
    let variables = json!({ "v": 0, "content": content() });
    let (a, b) = tokio::join!(
        who.send(UPDATE, variables.clone()),
        who.send(UPDATE, variables)
    );
    let codes = [a.code(), b.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("STALE_VERSION")),
        "{codes:?}"
    );
});

on_both_databases!(a_suspended_person_is_not_shown, |app| {
    use sea_orm::{ConnectionTrait, Statement};
    let who = app.person("expert", None).await;
    let id = json!({ "id": write(&who, 0, content()).await["id"] });
    consent(&who, true).await;
    let db = &app.app.db;
    let sql = "UPDATE user_account SET suspended_at = created_at WHERE name = 'Người expert'";
    db.execute_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .unwrap();
    assert_eq!(listed(&app.visitor(), json!({})).await, 0);
    app.visitor().refused(READ, id, "NOT_FOUND").await;
});
