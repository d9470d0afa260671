//! What organisations say of themselves, and names that look like another's.

use iforum::organizations::MembershipRole;
use tests::{Answer, Client, TestApp, Value, json, on_both_databases};

const CREATE: &str = "mutation($input: CreateOrganizationInput!) { createOrganization(input: $input) { organization { id standing legalName { vi } } } }";
const UPDATE: &str = "mutation($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { organization { version standing verification legalName { vi viState en enState } capabilities { vi } domains { code } address establishmentCode taxCode } } }";
const PAGE: &str = "query($id: ID!) { organization(id: $id) { legalName { vi } standing standingReason viewerCan } }";
const LIST: &str =
    "query($q: String) { organizations(filter: { query: $q }) { totalCount nodes { id } } }";

fn founding(app: &TestApp, name: &str) -> Value {
    json!({
        "clientKey": app.key(),
        "newOrganization": { "kind": "PRIVATE_CO", "legalName": { "vi": name } },
    })
}

async fn found(app: &TestApp, who: &Client, name: &str, acknowledged: bool) -> Answer {
    let mut input = founding(app, name);
    input["newOrganization"]["acknowledgeSimilarName"] = json!(acknowledged);
    who.send(CREATE, json!({ "input": input })).await
}

/// Founds an organisation: the person in it.
async fn founder(app: &TestApp, name: &str, acknowledged: bool) -> (Client, Value) {
    let mut who = app.person("founder", None).await;
    let answer = found(app, &who, name, acknowledged).await;
    let row = answer.body["data"]["createOrganization"]["organization"].clone();
    let id = row["id"]
        .as_str()
        .unwrap_or_else(|| panic!("{:#}", answer.body));
    who.organization = id.parse().ok();
    (who, row)
}

fn content(name: &str) -> Value {
    json!({ "kind": "PRIVATE_CO", "legalName": { "vi": name } })
}

fn updating(who: &Client, version: i32, content: Value) -> Value {
    json!({ "input": { "organizationId": who.organization_id(), "version": version, "content": content } })
}

async fn sees(app: &TestApp, who: &Client, organization: &Client) -> bool {
    let id = json!({ "id": organization.organization_id() });
    let page = who.send(PAGE, id).await;
    let listed = who.ask(LIST, json!({ "q": null })).await;
    let listed = listed["organizations"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .any(|node| node["id"] == json!(organization.organization_id()));
    let page = match page.code() {
        None => true,
        Some("NOT_FOUND") => false,
        Some(other) => panic!("{other}"),
    };
    assert_eq!(page, listed, "the page and the list agree");
    let _ = app;
    page
}

on_both_databases!(a_signed_in_person_founds_another_organisation, |app| {
    let who = app.firm().await;
    let input = founding(app, "Công ty Ánh Sáng Mới");
    let variables = json!({ "input": input });
    let first = who.ask(CREATE, variables.clone()).await;
    assert_eq!(
        first["createOrganization"]["organization"]["standing"],
        "LISTED"
    );
    // The same click again is the same organisation.
    assert_eq!(who.ask(CREATE, variables).await, first);
    let mine = "{ viewer { memberships { role organization { legalName { vi } } } } }";
    let data = who.ask(mine, json!({})).await;
    assert_eq!(data["viewer"]["memberships"][1]["role"], "OWNER");
    assert_eq!(app.count("review", "kind = 'registration'").await, 1);
    let visitor = json!({ "input": founding(app, "Công ty khác") });
    app.refuses(&app.visitor(), CREATE, visitor, "UNAUTHENTICATED")
        .await;
});

on_both_databases!(nobody_floods_the_alliance_with_registrations, |app| {
    let who = app.person("founder", None).await;
    for n in 0..5 {
        let answer = found(app, &who, &format!("Công ty số {n}{n}"), false).await;
        assert_eq!(answer.code(), None, "{:#}", answer.body);
    }
    let input = json!({ "input": founding(app, "Công ty thứ sáu") });
    app.refuses(&who, CREATE, input, "CONFLICT").await;
});

on_both_databases!(a_name_that_looks_like_anothers_is_named, |app| {
    founder(app, "Công ty cổ phần CMC TS", false).await;
    let who = app.person("founder", None).await;
    for name in [
        "CMC-TS",
        "Công ty TNHH MTV Cmc Ts",
        "СМС ТЅ",
        "CMC  TS JSC",
        "ＣＭＣ ＴＳ".to_lowercase().as_str(),
    ] {
        let input = json!({ "input": founding(app, name) });
        let answer = who.send(CREATE, input.clone()).await;
        // Full-width letters are refused outright.
        let code = if name.contains('ｃ') {
            "INVALID_INPUT"
        } else {
            "NAME_SIMILAR"
        };
        let answer = match answer.code() {
            Some(_) => app.refuses(&who, CREATE, input, code).await,
            None => panic!("{name} was taken"),
        };
        assert!(
            answer
                .field()
                .unwrap()
                .starts_with("newOrganization.legalName")
        );
        if code == "NAME_SIMILAR" {
            assert!(
                answer.message().contains("Công ty cổ phần CMC TS"),
                "{}",
                answer.message()
            );
        }
    }
    for name in ["CМС TS", "Becamex\u{200b}", "\u{202e}xemaceB"] {
        let input = json!({ "input": founding(app, name) });
        app.refuses(&who, CREATE, input, "INVALID_INPUT").await;
    }
});

on_both_databases!(an_acknowledged_likeness_waits_unseen, |app| {
    let (original, _) = founder(app, "Công ty cổ phần Becamex", false).await;
    let (copy, row) = founder(app, "BECAMEX JSC", true).await;
    assert_eq!(row["standing"], "WAITING");
    for outsider in [&app.visitor(), &original, &app.firm().await] {
        assert!(sees(app, outsider, &original).await && !sees(app, outsider, &copy).await);
    }
    for insider in [&copy, &app.verifier().await, &app.moderator().await] {
        assert!(sees(app, insider, &copy).await);
    }
    // What is unseen is not named either: a third is told of the original alone.
    let third = app.person("founder", None).await;
    let answer = found(app, &third, "Becamex Ltd", false).await;
    assert!(answer.message().contains("cổ phần Becamex"));
    assert!(!answer.message().contains("BECAMEX JSC"));
    // And nobody can join it, nor does it count.
    let join = "mutation($id: ID!) { requestMembership(input: { organizationId: $id }) { membership { id } } }";
    let id = json!({ "id": copy.organization_id() });
    app.refuses(&third, join, id, "NOT_FOUND").await;
    let figures = app
        .visitor()
        .ask("{ statistics { organizations } }", json!({}))
        .await;
    // The two of the cast above, the original, and not the copy.
    assert_eq!(figures["statistics"]["organizations"], 2);
});

on_both_databases!(who_waits_unseen_acts_in_public_only_afterwards, |app| {
    founder(app, "Sở Xây dựng Cần Thơ", false).await;
    let mut who = app.person("founder", None).await;
    let mut input = founding(app, "Sở xây dựng Can Tho");
    input["newOrganization"]["kind"] = json!("DEPT");
    input["newOrganization"]["acknowledgeSimilarName"] = json!(true);
    let data = who.ask(CREATE, json!({ "input": input })).await;
    let id = &data["createOrganization"]["organization"]["id"];
    who.organization = id.as_str().and_then(|id| id.parse().ok());
    let need = app.draft_need(&who, tests::content::need()).await;
    let submit = "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { status } } }";
    let variables = json!({ "id": need });
    app.refuses(&who, submit, variables.clone(), "ILLEGAL_TRANSITION")
        .await;
    let invite = "mutation($id: ID!) { inviteMember(input: { organizationId: $id, email: \"a@b.example\", role: EDITOR }) { invitation { id } } }";
    app.refuses(&who, invite, json!({ "id": id }), "ILLEGAL_TRANSITION")
        .await;
    let decide = "mutation($id: ID!) { decideRegistration(input: { organizationId: $id, version: 1, decision: APPROVED, rule: COMPLETE }) { organization { standing } } }";
    app.verifier().await.ask(decide, json!({ "id": id })).await;
    who.ask(submit, variables).await;
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&who.email).await,
        ["registration_approved"]
    );
});

on_both_databases!(of_two_alike_at_once_one_is_listed, |app| {
    let people = [
        app.person("one", None).await,
        app.person("two", None).await,
        app.person("three", None).await,
    ];
    let all = people
        .iter()
        .map(|who| found(app, who, "Công ty Hoa Sen Xanh", true));
    for answer in futures_util::future::join_all(all).await {
        assert_eq!(answer.code(), None, "{:#}", answer.body);
    }
    assert_eq!(
        app.count(
            "organization",
            "standing = 'listed' AND search_text LIKE '%hoa sen%'"
        )
        .await,
        1
    );
    assert_eq!(app.count("organization", "standing = 'waiting'").await, 2);
});

on_both_databases!(a_profile_is_replaced_as_a_whole, |app| {
    let owner = app.firm().await;
    let editor = app.colleague(&owner, MembershipRole::Editor).await;
    let whole = json!({
        "kind": "PRIVATE_CO",
        "legalName": { "vi": "  Công ty \r\n Sông Cấm ", "en": "Song Cam Company" },
        "taxCode": "0200000001", "establishmentCode": "h31.12",
        "summary": { "vi": "Làm đèn." }, "capabilities": { "vi": "Thiết kế\nvà thi công." },
        "domains": ["ENE", "LGT", "ENE"], "address": "1 Hoàng Diệu,\n Hải Phòng",
        "placeId": "vn34-31", "website": "https://songcam.example",
    });
    let data = editor.ask(UPDATE, updating(&owner, 1, whole.clone())).await;
    assert_eq!(
        data["updateOrganization"]["organization"],
        json!({
            "version": 2, "standing": "LISTED", "verification": "UNVERIFIED",
            "legalName": { "vi": "Công ty Sông Cấm", "viState": "HUMAN", "en": "Song Cam Company", "enState": "HUMAN" },
            "capabilities": { "vi": "Thiết kế\nvà thi công." },
            "domains": [{ "code": "ENE" }, { "code": "LGT" }],
            "address": "1 Hoàng Diệu, Hải Phòng",
            "establishmentCode": "H31.12", "taxCode": "0200000001",
        })
    );
    // What is left out is gone; the version that was read must be the present one.
    let data = owner
        .ask(UPDATE, updating(&owner, 2, content("Công ty Sông Cấm")))
        .await;
    let row = &data["updateOrganization"]["organization"];
    assert_eq!(
        (&row["taxCode"], &row["domains"]),
        (&Value::Null, &json!([]))
    );
    app.refuses(&owner, UPDATE, updating(&owner, 2, whole), "STALE_VERSION")
        .await;
    let by_code = json!({ "q": "song cam" });
    let data = app.visitor().ask(LIST, by_code).await;
    assert_eq!(data["organizations"]["totalCount"], 1);
});

on_both_databases!(a_profile_is_its_writers_to_change, |app| {
    let owner = app.firm().await;
    let variables = updating(&owner, 1, content("Tên khác hẳn"));
    for (who, code) in [
        (app.visitor(), "UNAUTHENTICATED"),
        (app.firm().await, "FORBIDDEN"),
        (
            app.colleague(&owner, MembershipRole::Viewer).await,
            "FORBIDDEN",
        ),
        (app.administrator().await, "FORBIDDEN"),
    ] {
        app.refuses(&who, UPDATE, variables.clone(), code).await;
    }
});

on_both_databases!(everything_wrong_with_a_profile_is_said_at_once, |app| {
    let (owner, other) = (app.firm().await, app.officer().await);
    let wrong = json!({
        "kind": "PRIVATE_CO", "legalName": { "vi": "x".repeat(201) },
        "taxCode": "1", "establishmentCode": "?", "domains": ["NOPE"],
        "summary": { "en": "x".repeat(601) }, "address": "x".repeat(301),
        "placeId": "vn63-74", "website": "javascript:alert(1)",
    });
    let answer = app
        .refuses(&owner, UPDATE, updating(&owner, 1, wrong), "TOO_LONG")
        .await;
    let problems = answer.body["errors"][0]["extensions"]["problems"]
        .as_array()
        .unwrap();
    let fields: Vec<_> = problems
        .iter()
        .map(|p| p["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        fields,
        [
            "content.legalName.vi",
            "content.summary.en",
            "content.taxCode",
            "content.establishmentCode",
            "content.placeId",
            "content.website",
            "content.address",
            "content.domains"
        ]
    );
    // A code is one organisation's.
    let mut mine = content("Cơ quan có mã");
    mine["establishmentCode"] = json!("H31.99");
    other.ask(UPDATE, updating(&other, 1, mine.clone())).await;
    let answer = app
        .refuses(&owner, UPDATE, updating(&owner, 1, mine), "CONFLICT")
        .await;
    assert_eq!(answer.field(), Some("content.establishmentCode"));
});

on_both_databases!(renaming_oneself_after_another_hides, |app| {
    founder(app, "Tập đoàn Sao Mai", false).await;
    let (owner, _) = founder(app, "Công ty Vô Danh", false).await;
    let variables = updating(&owner, 1, content("Sao Mai Group"));
    let answer = app
        .refuses(&owner, UPDATE, variables.clone(), "NAME_SIMILAR")
        .await;
    assert_eq!(answer.field(), Some("content.legalName.vi"));
    let mut variables = variables;
    variables["input"]["acknowledgeSimilarName"] = json!(true);
    let data = owner.ask(UPDATE, variables).await;
    let row = &data["updateOrganization"]["organization"];
    assert_eq!(row["standing"], "WAITING");
    assert!(!sees(app, &app.visitor(), &owner).await);
    // The registration was still waiting: there is one review, not two.
    assert_eq!(
        app.count("review", "kind = 'registration'").await,
        2,
        "one for each organisation"
    );
});

on_both_databases!(another_name_comes_before_the_alliance, |app| {
    let owner = app.firm().await;
    let waiting = "kind = 'registration' AND decided_at IS NULL";
    owner
        .ask(UPDATE, updating(&owner, 1, content("Tổ chức của firm")))
        .await;
    // The English name is gone: that is another name already. Again the same: nothing new.
    for version in [2, 3] {
        let variables = updating(&owner, version, content("Công ty tên mới"));
        let data = owner.ask(UPDATE, variables).await;
        let row = &data["updateOrganization"]["organization"];
        assert_eq!(row["standing"], "LISTED");
        assert_eq!(app.count("review", waiting).await, 1);
    }
});

on_both_databases!(hostile_names_are_text, |app| {
    let who = app.person("founder", None).await;
    for name in [
        "Công ty {{ 7*7 }} {% raw %}",
        "<img src=x onerror=alert(1)> Ltd",
        "Công ty'; DROP TABLE organization; --",
        "Bcc: x@evil.example",
    ] {
        let answer = found(app, &who, name, false).await;
        let shown = &answer.body["data"]["createOrganization"]["organization"]["legalName"]["vi"];
        assert_eq!(shown, name);
    }
    let nul = found(app, &who, "Công ty\0 Nul", false).await;
    assert_eq!(nul.code(), Some("BAD_REQUEST"), "{:#}", nul.body);
    let long = found(app, &who, &"ă".repeat(50_000), false).await;
    assert_eq!(long.code(), Some("TOO_LONG"));
});

on_both_databases!(lists_are_narrowed_by_what_organisations_are, |app| {
    let owner = app.firm().await;
    let mut able = content("Công ty Chiếu Sáng");
    able["domains"] = json!(["LGT"]);
    owner.ask(UPDATE, updating(&owner, 1, able)).await;
    app.officer().await;
    let list = "query($f: OrganizationFilter) { organizations(filter: $f) { totalCount } }";
    for (filter, count) in [
        (json!({}), 2),
        (json!({ "domains": ["LGT", "WAT"] }), 1),
        (json!({ "domains": ["WAT"] }), 0),
        (json!({ "verified": true }), 0),
        (json!({ "allianceMember": true }), 0),
        (json!({ "standings": ["WAITING", "CLOSED"] }), 0),
    ] {
        let data = app.visitor().ask(list, json!({ "f": filter })).await;
        assert_eq!(data["organizations"]["totalCount"], count, "{filter}");
    }
});
