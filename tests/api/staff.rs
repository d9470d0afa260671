//! People as administrators see them, and the roles of the alliance's staff.

use chrono::Duration;
use iforum::accounts::StaffRole;
use iforum::error::ErrorCode;
use iforum::staff::service::first_administrator;
use tests::{Client, TestApp, Value, json, on_both_databases};

const PEOPLE: &str = "query($filter: PersonFilter) { people(filter: $filter) { totalCount nodes { id name email staffRole suspendedAt secondFactor lastSeenAt memberships { role organization { legalName { vi } } } } } }";
const SET_ROLE: &str = "mutation($id: ID!, $role: StaffRole, $reason: String!) { setStaffRole(input: { userId: $id, role: $role, reason: $reason }) { person { staffRole } } }";
const QUEUE: &str = "{ reviews { totalCount } }";

fn role(who: &Client, role: Option<&str>) -> Value {
    json!({ "id": who.user.unwrap().to_string(), "role": role, "reason": "Phân công." })
}

async fn people(who: &Client, filter: Value) -> Vec<Value> {
    let data = who.ask(PEOPLE, json!({ "filter": filter })).await;
    data["people"]["nodes"].as_array().expect("nodes").clone()
}

on_both_databases!(a_role_holds_at_once_and_is_on_record, |app| {
    let administrator = app.administrator().await;
    // Signed in with a second factor, as staff are.
    let person = app.person("an", Some(StaffRole::Moderator)).await;
    person.ask(QUEUE, json!({})).await;
    administrator.ask(SET_ROLE, role(&person, None)).await;
    person.refused(QUEUE, json!({}), "FORBIDDEN").await;
    app.app.clock.advance(Duration::seconds(1));
    let data = administrator
        .ask(SET_ROLE, role(&person, Some("VERIFIER")))
        .await;
    assert_eq!(
        data["setStaffRole"]["person"]["staffRole"],
        json!("VERIFIER")
    );
    person.ask(QUEUE, json!({})).await;
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&person.email).await,
        ["role_changed", "role_changed"]
    );
    let (_, _, text) = app.mails_to(&person.email).await.pop().unwrap();
    assert!(text.contains("người xác thực"));
    let query = "{ auditRecords(filter: { action: \"account.role\" }, first: 1) { nodes { actor subject detail } } }";
    let data = administrator.ask(query, json!({})).await;
    let record = &data["auditRecords"]["nodes"][0];
    assert_eq!(record["subject"], person.user.unwrap().to_string());
    let detail: Value = serde_json::from_str(record["detail"].as_str().unwrap()).unwrap();
    let change = json!({ "from": null, "to": "verifier", "reason": "Phân công." });
    assert_eq!(detail, change);
});

on_both_databases!(
    whoever_runs_the_server_makes_the_first_administrator_alone,
    |app| {
        let (person, other) = (app.registered("mot").await, app.registered("hai").await);
        let make = async |email: &str| {
            let made = first_administrator(&app.system(), email).await;
            made.map(|user| user.id).map_err(|error| error.code)
        };
        let nobody = make("khong-ai@registered.example").await;
        assert_eq!(nobody, Err(ErrorCode::NotFound));
        // Of two at once one is.
        let (a, b) = tokio::join!(make(&person.email), make(" Mot@Registered.example "));
        assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|ok| **ok).count(), 1);
        assert_eq!(make(&other.email).await, Err(ErrorCode::Conflict));
        // The role waits for a second factor, as everybody's.
        person.refused(PEOPLE, json!({}), "FORBIDDEN").await;
        app.with_totp(&person).await;
        person.ask(PEOPLE, json!({})).await;
        app.run_jobs().await;
        let letters = app.templates_to(&person.email).await;
        assert!(letters.iter().any(|letter| letter == "role_changed"));
        let records = app
            .count("audit_record", "action = 'account.role_changed'")
            .await;
        assert_eq!(records, 1);
    }
);

on_both_databases!(nobody_changes_her_own_role_or_without_a_proof, |app| {
    let (administrator, person) = (app.administrator().await, app.firm().await);
    let own = role(&administrator, Some("MODERATOR"));
    app.refuses(&administrator, SET_ROLE, own, "FORBIDDEN")
        .await;
    let mut without = role(&person, Some("MODERATOR"));
    without["reason"] = json!("  ");
    app.refuses(&administrator, SET_ROLE, without, "REQUIRED")
        .await;
    let unknown =
        json!({ "id": "user_00000000000000000000000000000001", "role": "VERIFIER", "reason": "x" });
    app.refuses(&administrator, SET_ROLE, unknown, "NOT_FOUND")
        .await;
    app.app.clock.advance(Duration::hours(1));
    let stale = role(&person, Some("ADMINISTRATOR"));
    app.refuses(&administrator, SET_ROLE, stale, "IDENTITY_UNCONFIRMED")
        .await;
});

on_both_databases!(an_administrator_always_remains, |app| {
    let (one, two) = (app.administrator().await, app.administrator().await);
    // Each takes the role from the other at once.
    let (first, second) = futures_util::join!(
        one.send(SET_ROLE, role(&two, None)),
        two.send(SET_ROLE, role(&one, None))
    );
    let codes = [first.code(), second.code()];
    assert!(codes.contains(&None), "{codes:?}");
    let refused = codes.iter().flatten().next().copied();
    assert!(
        matches!(refused, Some("CONFLICT" | "FORBIDDEN")),
        "{codes:?}"
    );
    assert_eq!(
        app.count("user_account", "staff_role = 'administrator'")
            .await,
        1
    );
    app.run_jobs().await;
    let last = if first.code().is_none() { one } else { two };
    app.refuses(
        &last,
        "mutation { closeAccount { closed } }",
        json!({}),
        "CONFLICT",
    )
    .await;
});

on_both_databases!(people_are_found_by_name_address_role_and_state, |app| {
    let administrator = app.administrator().await;
    let (firm, moderator) = (app.firm().await, app.moderator().await);
    let names = |found: Vec<Value>| -> Vec<String> {
        let name = |node: &Value| node["email"].as_str().unwrap().to_owned();
        found.iter().map(name).collect()
    };
    let by_name = people(&administrator, json!({ "query": "người firm" })).await;
    assert_eq!(names(by_name.clone()), vec![firm.email.clone()]);
    let membership = &by_name[0]["memberships"][0];
    assert_eq!(
        (
            &membership["role"],
            &membership["organization"]["legalName"]["vi"]
        ),
        (&json!("OWNER"), &json!("Tổ chức của firm"))
    );
    let by_address = json!({ "query": firm.email.to_uppercase() });
    assert_eq!(
        names(people(&administrator, by_address).await),
        vec![firm.email.clone()]
    );
    let by_role = people(&administrator, json!({ "role": "MODERATOR" })).await;
    assert_eq!(names(by_role), vec![moderator.email.clone()]);
    assert_eq!(
        people(&administrator, json!({ "staff": true })).await.len(),
        2
    );
    assert!(
        people(&administrator, json!({ "suspended": true }))
            .await
            .is_empty()
    );
    // Wildcards mean themselves.
    assert!(
        people(&administrator, json!({ "query": "%" }))
            .await
            .is_empty()
    );
    assert!(
        people(&administrator, json!({ "query": "_irm" }))
            .await
            .is_empty()
    );
    app.with_totp(&firm).await;
    let again = people(&administrator, json!({ "query": "firm" })).await;
    assert_eq!(again[0]["secondFactor"], true);
    assert!(again[0]["lastSeenAt"].is_string());
});

on_both_databases!(a_list_of_people_costs_the_same_however_long, |app| {
    let administrator = app.administrator().await;
    for _ in 0..5 {
        app.firm().await;
    }
    // Bounded like every list, and refused beyond it.
    let query = "{ people(first: 1000) { nodes { id } } }";
    app.refuses(&administrator, query, json!({}), "OUT_OF_RANGE")
        .await;
    let page = "{ people(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } }";
    let data = administrator.ask(page, json!({})).await;
    assert_eq!(data["people"]["pageInfo"]["hasNextPage"], true);
});

/// The roles decide what is theirs, and read all.
async fn codes(app: &TestApp, who: &Client, review: &Value) -> Option<String> {
    let claim = "mutation($id: ID!) { claimReview(input: { reviewId: $id }) { review { id } } }";
    let answer = who.send(claim, json!({ "id": review })).await;
    let code = answer.code().map(str::to_owned);
    if code.is_none() {
        let release =
            "mutation($id: ID!) { releaseReview(input: { reviewId: $id }) { review { id } } }";
        who.ask(release, json!({ "id": review })).await;
    }
    app.run_jobs().await;
    code
}

on_both_databases!(each_role_decides_what_is_its_own, |app| {
    let administrator = app.administrator().await;
    let (moderator, verifier) = (app.moderator().await, app.verifier().await);
    app.register(&app.newcomer()).await;
    let query = "{ reviews(filter: { kinds: [REGISTRATION] }) { nodes { id viewerCan organization { legalName { vi } } } } }";
    let data = verifier.ask(query, json!({})).await;
    let review = &data["reviews"]["nodes"][0];
    assert_eq!(review["viewerCan"], json!(["CLAIM", "DECIDE"]));
    assert_eq!(
        review["organization"]["legalName"]["vi"],
        "Sở Xây dựng Hải Phòng"
    );
    let seen = moderator.ask(query, json!({})).await;
    assert_eq!(seen["reviews"]["nodes"][0]["viewerCan"], json!([]));
    assert_eq!(codes(app, &verifier, &review["id"]).await, None);
    assert_eq!(codes(app, &administrator, &review["id"]).await, None);
    assert_eq!(
        codes(app, &moderator, &review["id"]).await.as_deref(),
        Some("FORBIDDEN")
    );
});
