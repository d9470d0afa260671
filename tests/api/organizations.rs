//! Organisations: found by name and code, their people seen by their own alone.

use iforum::organizations::MembershipRole;
use iforum::organizations::OrganizationKind::{self, Dept, PrivateCo, Startup};
use iforum::organizations::service::{NewOrganization, create};
use iforum::text::BilingualTextInput;
use tests::{TestApp, Value, json, on_both_databases};

const SEARCH: &str = "query($filter: OrganizationFilter) { organizations(filter: $filter) { totalCount nodes { legalName { vi } } } }";
const MEMBERS: &str = "query($id: ID!) { organization(id: $id) { members { name role status } } }";
const REGISTER: &str =
    "mutation($input: RequestRegistrationInput!) { requestRegistration(input: $input) { email } }";

async fn organization(
    app: &TestApp,
    kind: OrganizationKind,
    vi: &str,
    tax_code: Option<&str>,
    place: &str,
) {
    let ctx = app.system();
    let txn = ctx.begin().await.unwrap();
    let new = NewOrganization {
        kind,
        legal_name: BilingualTextInput {
            vi: Some(vi.into()),
            en: None,
        },
        summary: BilingualTextInput::default(),
        tax_code: tax_code.map(Into::into),
        place_id: Some(place.into()),
        website: None,
        establishment_code: None,
        acknowledge_similar_name: false,
    };
    create(&ctx, &txn, new).await.unwrap();
    txn.commit().await.unwrap();
}

async fn some(app: &TestApp) {
    organization(app, Dept, "Sở Xây dựng Đà Nẵng", None, "vn34-48").await;
    organization(
        app,
        PrivateCo,
        "Công ty Đèn Đường 100% Xanh",
        Some("0101234567"),
        "vn34-31",
    )
    .await;
    organization(app, Startup, "Nước_Sạch", Some("0101234567-001"), "vn34-31").await;
}

/// Names of what a filter leaves, newest first.
async fn found(app: &TestApp, filter: Value) -> Vec<String> {
    let data = app.visitor().ask(SEARCH, json!({ "filter": filter })).await;
    let list = &data["organizations"];
    let names = list["nodes"].as_array().unwrap().iter();
    let names: Vec<_> = names
        .map(|node| node["legalName"]["vi"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(list["totalCount"], names.len());
    names
}

on_both_databases!(names_are_found_with_or_without_diacritics, |app| {
    some(app).await;
    for query in ["da nang", "ĐÀ NẴNG", "dung da so", " Sở  Xây "] {
        assert_eq!(
            found(app, json!({ "query": query })).await,
            ["Sở Xây dựng Đà Nẵng"],
            "{query}"
        );
    }
    assert_eq!(
        found(app, json!({ "query": "den duong nuoc" })).await,
        Vec::<String>::new()
    );
    assert_eq!(found(app, json!({ "query": "" })).await.len(), 3);
});

on_both_databases!(a_tax_code_finds_its_organisation_and_branches, |app| {
    some(app).await;
    let both = ["Nước_Sạch", "Công ty Đèn Đường 100% Xanh"];
    assert_eq!(found(app, json!({ "query": "0101234567" })).await, both);
    assert_eq!(
        found(app, json!({ "query": "0101234567-001" })).await,
        ["Nước_Sạch"]
    );
});

on_both_databases!(kinds_and_places_narrow_the_list, |app| {
    some(app).await;
    let kinds = json!({ "kinds": ["DEPT", "STARTUP"] });
    assert_eq!(
        found(app, kinds).await,
        ["Nước_Sạch", "Sở Xây dựng Đà Nẵng"]
    );
    let both = json!({ "kinds": ["DEPT", "STARTUP"], "placeId": "vn34-31" });
    assert_eq!(found(app, both).await, ["Nước_Sạch"]);
    assert_eq!(
        found(app, json!({ "kinds": [] })).await,
        Vec::<String>::new()
    );
    assert_eq!(
        found(app, json!({ "placeId": "nowhere" })).await,
        Vec::<String>::new()
    );
});

on_both_databases!(signs_of_the_query_language_are_plain_text, |app| {
    some(app).await;
    assert_eq!(
        found(app, json!({ "query": "%" })).await,
        ["Công ty Đèn Đường 100% Xanh"]
    );
    assert_eq!(found(app, json!({ "query": "_" })).await, ["Nước_Sạch"]);
    for query in ["\\", "'", "%x", "x' OR 1=1 --", "\"", "{{7*7}}"] {
        assert_eq!(
            found(app, json!({ "query": query })).await,
            Vec::<String>::new(),
            "{query:?}"
        );
    }
});

on_both_databases!(members_are_seen_by_their_own_and_by_the_alliance, |app| {
    let (owner, stranger, moderator) =
        (app.officer().await, app.firm().await, app.moderator().await);
    let viewer = app.colleague(&owner, MembershipRole::Viewer).await;
    let id = json!({ "id": owner.organization_id() });
    let all = json!({ "organization": { "members": [
        { "name": "Người officer", "role": "OWNER", "status": "ACTIVE" },
        { "name": "Người colleague", "role": "VIEWER", "status": "ACTIVE" },
    ] } });
    for insider in [&owner, &viewer, &moderator] {
        assert_eq!(insider.ask(MEMBERS, id.clone()).await, all);
    }
    for outsider in [&stranger, &app.visitor()] {
        assert_eq!(
            outsider.ask(MEMBERS, id.clone()).await,
            json!({ "organization": { "members": null } })
        );
    }
});

on_both_databases!(a_tax_code_is_one_organisations, |app| {
    some(app).await;
    let input = json!({
        "clientKey": app.key(), "email": "b@firm.example", "name": "Bình", "locale": "VI",
        "newOrganization": { "kind": "PRIVATE_CO", "legalName": { "vi": "Công ty trùng mã" }, "taxCode": " 0101234567 " },
    });
    let answer = app
        .refuses(
            &app.visitor(),
            REGISTER,
            json!({ "input": input }),
            "CONFLICT",
        )
        .await;
    assert_eq!(answer.field(), Some("newOrganization.taxCode"));
    assert_eq!(
        answer.message(),
        "Đã có tổ chức với mã số này. Hãy tìm tổ chức đó và xin tham gia."
    );
});

on_both_databases!(an_organisation_shows_what_it_has_published, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    app.open_need(&officer, &moderator).await;
    app.draft_need(&officer, json!({})).await;
    let query = "query($id: ID!) { organization(id: $id) { postsNeeds postsOffers needs { totalCount nodes { status } } } }";
    let id = json!({ "id": officer.organization_id() });
    let data = app.visitor().ask(query, id.clone()).await;
    let public = json!({ "postsNeeds": true, "postsOffers": false, "needs": { "totalCount": 1, "nodes": [{ "status": "OPEN" }] } });
    assert_eq!(data["organization"], public);
    let data = officer.ask(query, id).await;
    assert_eq!(data["organization"]["needs"]["totalCount"], 2);
});

on_both_databases!(an_unknown_organisation_is_not_found, |app| {
    let officer = app.officer().await;
    let unknown = json!({ "id": "org_00000000000000000000000000000001" });
    officer.refused(MEMBERS, unknown, "NOT_FOUND").await;
    let of_another_kind = json!({ "id": "need_00000000000000000000000000000001" });
    officer
        .refused(MEMBERS, of_another_kind, "BAD_REQUEST")
        .await;
});
