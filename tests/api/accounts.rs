//! Registration, sessions, profile: who is who, and for how long.

use chrono::Duration;
use iforum::accounts::entity::user_account;
use iforum::organizations::{MembershipRole, OrganizationKind};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tests::{Answer, Client, Kind, TestApp, Value, json, on_both_databases};

const REGISTER: &str = "mutation($input: RegisterInput!) { register(input: $input) { accessToken expiresAt viewer { id email name locale staffRole memberships { role status } } } }";
const SIGN_IN: &str =
    "mutation($input: SignInInput!) { signIn(input: $input) { accessToken viewer { email } } }";
const REFRESH: &str = "mutation { refreshSession { accessToken viewer { email } } }";
const SIGN_OUT: &str = "mutation { signOut { signedOut } }";
const VIEWER: &str = "{ viewer { email } }";
const PROFILE: &str = "mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { viewer { name locale } } }";
const APPROVE: &str = "mutation($id: ID!) { approveMembership(input: { membershipId: $id }) { membership { status role } } }";
const PASSWORD: &str = "một câu dễ nhớ thôi";

/// Somebody who brings a new organisation along.
fn newcomer(app: &TestApp) -> Value {
    json!({
        "clientKey": app.key(),
        "email": "An.Nguyen@haiphong.example",
        "name": "Nguyễn Văn An",
        "password": PASSWORD,
        "locale": "VI",
        "newOrganization": { "kind": "DEPT", "legalName": { "vi": "Sở Xây dựng Hải Phòng" }, "placeId": "vn34-31" },
    })
}

/// The same, asking to join.
fn joiner(app: &TestApp, organization: &Client) -> Value {
    let mut input = newcomer(app);
    input["newOrganization"] = Value::Null;
    input["organizationId"] = organization.organization_id().into();
    input
}

fn with(mut input: Value, field: &str, value: impl Into<Value>) -> Value {
    input[field] = value.into();
    input
}

async fn register(app: &TestApp, input: &Value) -> Answer {
    let answer = app
        .visitor()
        .send(REGISTER, json!({ "input": input }))
        .await;
    assert!(answer.body.get("errors").is_none(), "{:#}", answer.body);
    answer
}

/// The person whose session an answer opened.
fn person_of(app: &TestApp, answer: &Answer, field: &str) -> Client {
    let token = answer.body["data"][field]["accessToken"]
        .as_str()
        .expect("a token");
    let mut client = app.visitor();
    client.token = Some(token.to_owned());
    client
}

/// `name=value` of the cookie that an answer sets.
fn cookie(answer: &Answer) -> String {
    let header = answer.headers["set-cookie"].to_str().expect("text");
    header.split(';').next().expect("a pair").to_owned()
}

async fn refresh(app: &TestApp, cookie: &str) -> Answer {
    let body = json!({ "query": REFRESH }).to_string();
    app.visitor().post(&body, &[("cookie", cookie)]).await
}

on_both_databases!(who_brings_a_new_organisation_owns_it, |app| {
    let answer = register(app, &newcomer(app)).await;
    let viewer = &answer.body["data"]["register"]["viewer"];
    assert_eq!(viewer["email"], "An.Nguyen@haiphong.example");
    assert_eq!(viewer["staffRole"], Value::Null);
    assert_eq!(
        viewer["memberships"],
        json!([{ "role": "OWNER", "status": "ACTIVE" }])
    );
    let seen = person_of(app, &answer, "register")
        .ask(VIEWER, json!({}))
        .await;
    assert_eq!(seen["viewer"]["email"], "An.Nguyen@haiphong.example");
    app.run_jobs().await;
    let mails = app.mails_to("An.Nguyen@haiphong.example").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(
        (mails[0].0.as_str(), mails[0].1.as_str()),
        ("welcome", "Chào mừng đến với i-Forum Smart City")
    );
    assert!(
        mails[0].2.contains("Kính gửi Nguyễn Văn An,"),
        "{}",
        mails[0].2
    );
});

on_both_databases!(
    the_refresh_cookie_is_kept_from_scripts_and_other_sites,
    |app| {
        let answer = register(app, &newcomer(app)).await;
        let header = answer.headers["set-cookie"].to_str().unwrap();
        let (pair, rest) = header.split_once("; ").unwrap();
        assert_eq!(rest, "Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000");
        let (name, secret) = pair.split_once('=').unwrap();
        assert_eq!((name, secret.len()), ("iforum_refresh", 64));
        assert!(
            !answer.body.to_string().contains(secret),
            "the secret travels in the cookie alone"
        );
        app.run_jobs().await;
    }
);

on_both_databases!(the_welcome_is_written_in_the_newcomers_language, |app| {
    register(app, &with(newcomer(app), "locale", "EN")).await;
    app.run_jobs().await;
    let mails = app.mails_to("An.Nguyen@haiphong.example").await;
    assert_eq!(mails[0].1, "Welcome to i-Forum Smart City");
    assert!(mails[0].2.contains("Dear Nguyễn Văn An,"), "{}", mails[0].2);
});

on_both_databases!(who_asks_to_join_waits_until_the_owner_agrees, |app| {
    let owner = app.officer().await;
    let answer = register(app, &joiner(app, &owner)).await;
    let waiting = json!([{ "role": "EDITOR", "status": "PENDING" }]);
    assert_eq!(
        answer.body["data"]["register"]["viewer"]["memberships"],
        waiting
    );
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&owner.email).await,
        ["membership_requested"]
    );
    let joiner = person_of(app, &answer, "register");
    let create = "mutation($org: ID!, $key: String!) { createNeed(input: { clientKey: $key, organizationId: $org, content: {} }) { need { status } } }";
    let variables = json!({ "org": owner.organization_id(), "key": app.key() });
    app.refuses(&joiner, create, variables.clone(), "FORBIDDEN")
        .await;

    let members = "query($id: ID!) { organization(id: $id) { members { id name status } } }";
    let data = owner
        .ask(members, json!({ "id": owner.organization_id() }))
        .await;
    assert_eq!(data["organization"]["members"][1]["name"], "Nguyễn Văn An");
    let membership = &data["organization"]["members"][1]["id"];
    app.refuses(&joiner, APPROVE, json!({ "id": membership }), "FORBIDDEN")
        .await;
    let data = owner.ask(APPROVE, json!({ "id": membership })).await;
    assert_eq!(
        data["approveMembership"]["membership"],
        json!({ "status": "ACTIVE", "role": "EDITOR" })
    );
    app.refuses(
        &owner,
        APPROVE,
        json!({ "id": membership }),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.run_jobs().await;
    assert_eq!(
        app.templates_to("An.Nguyen@haiphong.example").await,
        ["welcome", "membership_approved"]
    );
    joiner.ask(create, variables).await;
});

on_both_databases!(nobody_else_lets_people_in, |app| {
    let (owner, stranger) = (app.officer().await, app.firm().await);
    let editor = app.colleague(&owner, MembershipRole::Editor).await;
    let moderator = app.moderator().await;
    register(app, &joiner(app, &owner)).await;
    app.run_jobs().await;
    let members = "query($id: ID!) { organization(id: $id) { members { id status } } }";
    let data = owner
        .ask(members, json!({ "id": owner.organization_id() }))
        .await;
    let membership = json!({ "id": data["organization"]["members"][2]["id"] });
    app.refuses(&stranger, APPROVE, membership.clone(), "NOT_FOUND")
        .await;
    app.refuses(&app.visitor(), APPROVE, membership.clone(), "NOT_FOUND")
        .await;
    app.refuses(&editor, APPROVE, membership.clone(), "FORBIDDEN")
        .await;
    app.refuses(&moderator, APPROVE, membership.clone(), "FORBIDDEN")
        .await;
    // Whoever is let in reads the organisation's sealed proposals: the alliance must not let in.
    let administrator = app.administrator().await;
    app.refuses(&administrator, APPROVE, membership, "FORBIDDEN")
        .await;
});

on_both_databases!(
    everything_wrong_with_a_registration_is_said_at_once,
    |app| {
        let input = json!({
            "clientKey": app.key(), "email": "an@haiphong", "name": " \r\n ", "password": "ngắn quá", "locale": "VI",
            "newOrganization": {
                "kind": "DEPT", "legalName": {}, "taxCode": "12345", "placeId": "vn63-74", "website": "javascript:alert(1)",
            },
        });
        let answer = app
            .refuses(
                &app.visitor(),
                REGISTER,
                json!({ "input": input }),
                "INVALID_INPUT",
            )
            .await;
        let problems = answer.body["errors"][0]["extensions"]["problems"]
            .as_array()
            .unwrap();
        let said: Vec<_> = problems
            .iter()
            .map(|p| (p["field"].as_str().unwrap(), p["code"].as_str().unwrap()))
            .collect();
        assert_eq!(
            said,
            [
                ("email", "INVALID_INPUT"),
                ("name", "REQUIRED"),
                ("password", "TOO_SHORT"),
                ("newOrganization.legalName.vi", "REQUIRED"),
                ("newOrganization.taxCode", "INVALID_INPUT"),
                ("newOrganization.placeId", "UNKNOWN_PLACE"),
                ("newOrganization.website", "INVALID_INPUT"),
            ]
        );
        assert!(
            problems
                .iter()
                .all(|p| !p["message"].as_str().unwrap().is_empty() && p.get("sentence").is_none())
        );
    }
);

on_both_databases!(one_organisation_is_named_no_more_and_no_less, |app| {
    let owner = app.officer().await;
    let neither = with(newcomer(app), "newOrganization", Value::Null);
    let both = with(newcomer(app), "organizationId", owner.organization_id());
    for input in [neither, both] {
        let answer = app
            .refuses(
                &app.visitor(),
                REGISTER,
                json!({ "input": input }),
                "REQUIRED",
            )
            .await;
        assert_eq!(answer.field(), Some("organizationId"));
    }
    let nowhere = "org_00000000000000000000000000000001";
    let input = with(
        with(newcomer(app), "newOrganization", Value::Null),
        "organizationId",
        nowhere,
    );
    app.refuses(
        &app.visitor(),
        REGISTER,
        json!({ "input": input }),
        "NOT_FOUND",
    )
    .await;
});

on_both_databases!(an_address_has_one_account_in_whatever_case, |app| {
    register(app, &newcomer(app)).await;
    app.run_jobs().await;
    let again = with(newcomer(app), "email", "an.nguyen@HAIPHONG.example");
    let answer = app
        .refuses(
            &app.visitor(),
            REGISTER,
            json!({ "input": again }),
            "EMAIL_TAKEN",
        )
        .await;
    assert_eq!(answer.field(), Some("email"));
});

on_both_databases!(the_same_registration_twice_is_one_account, |app| {
    let input = newcomer(app);
    let first = register(app, &input).await;
    let second = register(app, &input).await;
    let viewer = |answer: &Answer| answer.body["data"]["register"]["viewer"].clone();
    assert_eq!(viewer(&first), viewer(&second));
    person_of(app, &second, "register")
        .ask(VIEWER, json!({}))
        .await;
    app.run_jobs().await;
    assert_eq!(
        (
            app.rows("user_account").await,
            app.rows("organization").await
        ),
        (1, 1)
    );
    assert_eq!(
        app.templates_to("An.Nguyen@haiphong.example").await,
        ["welcome"]
    );
    let other = with(input.clone(), "name", "Người khác");
    let answer = app
        .refuses(
            &app.visitor(),
            REGISTER,
            json!({ "input": other }),
            "CONFLICT",
        )
        .await;
    assert_eq!(answer.field(), Some("clientKey"));
    let thief = with(input, "password", "một mật khẩu khác hẳn");
    app.refuses(
        &app.visitor(),
        REGISTER,
        json!({ "input": thief }),
        "INVALID_CREDENTIALS",
    )
    .await;
});

on_both_databases!(signing_in_takes_the_right_password_alone, |app| {
    register(app, &newcomer(app)).await;
    app.run_jobs().await;
    let right = json!({ "email": " an.nguyen@haiphong.example ", "password": PASSWORD });
    let answer = app.visitor().send(SIGN_IN, json!({ "input": right })).await;
    assert_eq!(
        answer.body["data"]["signIn"]["viewer"]["email"],
        "An.Nguyen@haiphong.example"
    );
    assert!(cookie(&answer).starts_with("iforum_refresh="));

    let mut said = Vec::new();
    for (email, password) in [
        ("An.Nguyen@haiphong.example", "một câu dễ quên thôi"),
        ("khong.ai@haiphong.example", PASSWORD),
        ("An.Nguyen@haiphong.example", ""),
        ("", PASSWORD),
    ] {
        let input = json!({ "input": { "email": email, "password": password } });
        let answer = app
            .refuses(&app.visitor(), SIGN_IN, input, "INVALID_CREDENTIALS")
            .await;
        assert!(answer.headers.get("set-cookie").is_none());
        said.push((answer.status, answer.body));
    }
    assert!(
        said.windows(2).all(|pair| pair[0] == pair[1]),
        "the answers tell cases apart: {said:#?}"
    );
});

on_both_databases!(a_suspended_account_is_shut_out_like_an_unknown_one, |app| {
    let answer = register(app, &newcomer(app)).await;
    app.run_jobs().await;
    user_account::Entity::update_many()
        .col_expr(
            user_account::Column::SuspendedAt,
            Expr::value(tests::beginning()),
        )
        .filter(user_account::Column::EmailNormalized.eq("an.nguyen@haiphong.example"))
        .exec(&app.app.db)
        .await
        .unwrap();
    app.refuses(
        &person_of(app, &answer, "register"),
        VIEWER,
        json!({}),
        "UNAUTHENTICATED",
    )
    .await;
    let input = json!({ "input": { "email": "An.Nguyen@haiphong.example", "password": PASSWORD } });
    app.refuses(&app.visitor(), SIGN_IN, input, "INVALID_CREDENTIALS")
        .await;
});

on_both_databases!(
    a_refresh_cookie_is_exchanged_and_forgiven_for_ten_seconds,
    |app| {
        let first = cookie(&register(app, &newcomer(app)).await);
        app.run_jobs().await;
        let answer = refresh(app, &first).await;
        let second = cookie(&answer);
        assert_ne!(first, second);
        person_of(app, &answer, "refreshSession")
            .ask(VIEWER, json!({}))
            .await;
        app.app.clock.advance(Duration::seconds(10));
        let other_tab = refresh(app, &first).await;
        assert_eq!(other_tab.code(), None, "{:#}", other_tab.body);
        assert_eq!(refresh(app, &second).await.code(), None);
    }
);

on_both_databases!(a_cookie_that_comes_back_late_ends_the_whole_family, |app| {
    let first = cookie(&register(app, &newcomer(app)).await);
    app.run_jobs().await;
    let newest = refresh(app, &first).await;
    app.app.clock.advance(Duration::milliseconds(10_001));
    let late = refresh(app, &first).await;
    assert_eq!(late.code(), Some("UNAUTHENTICATED"));
    assert!(late.headers.get("set-cookie").is_none());
    assert_eq!(
        refresh(app, &cookie(&newest)).await.code(),
        Some("UNAUTHENTICATED")
    );
    let holder = person_of(app, &newest, "refreshSession");
    let answer = app
        .refuses(&holder, VIEWER, json!({}), "UNAUTHENTICATED")
        .await;
    assert_eq!(answer.status, 401);
    let records = "{ auditRecords(first: 1) { nodes { action } } }";
    let data = app.administrator().await.ask(records, json!({})).await;
    assert_eq!(
        data["auditRecords"]["nodes"][0]["action"],
        "session.token_reused"
    );
});

on_both_databases!(
    a_cookie_ends_after_thirty_days_and_an_unknown_one_is_nobodys,
    |app| {
        let first = cookie(&register(app, &newcomer(app)).await);
        app.run_jobs().await;
        assert_eq!(
            refresh(app, "iforum_refresh=abc").await.code(),
            Some("UNAUTHENTICATED")
        );
        let foreign = [
            ("cookie", first.as_str()),
            ("origin", "https://elsewhere.example"),
        ];
        let stolen = app
            .visitor()
            .post(&json!({ "query": REFRESH }).to_string(), &foreign)
            .await;
        assert_eq!(stolen.code(), Some("UNAUTHENTICATED"));
        app.app.clock.advance(Duration::days(30));
        assert_eq!(refresh(app, &first).await.code(), Some("UNAUTHENTICATED"));
    }
);

on_both_databases!(signing_out_ends_the_session_at_once, |app| {
    let answer = register(app, &newcomer(app)).await;
    app.run_jobs().await;
    let person = person_of(app, &answer, "register");
    let out = person.send(SIGN_OUT, json!({})).await;
    assert_eq!(out.body["data"]["signOut"]["signedOut"], true);
    assert!(
        out.headers["set-cookie"]
            .to_str()
            .unwrap()
            .starts_with("iforum_refresh=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0")
    );
    app.refuses(&person, VIEWER, json!({}), "UNAUTHENTICATED")
        .await;
    assert_eq!(
        refresh(app, &cookie(&answer)).await.code(),
        Some("UNAUTHENTICATED")
    );
    let nobody = app.visitor().ask(SIGN_OUT, json!({})).await;
    assert_eq!(nobody["signOut"]["signedOut"], true);
});

on_both_databases!(a_visitor_is_nobody, |app| {
    let data = app.visitor().ask(VIEWER, json!({})).await;
    assert_eq!(data, json!({ "viewer": null }));
    let input = json!({ "input": { "name": "Ai đó" } });
    app.refuses(&app.visitor(), PROFILE, input, "UNAUTHENTICATED")
        .await;
});

on_both_databases!(a_profile_changes_what_is_given_and_keeps_the_rest, |app| {
    let person = app
        .member("an", OrganizationKind::Startup, MembershipRole::Viewer)
        .await;
    let data = person
        .ask(PROFILE, json!({ "input": { "name": "  Trần\r\nBình " } }))
        .await;
    assert_eq!(
        data["updateProfile"]["viewer"],
        json!({ "name": "Trần Bình", "locale": "VI" })
    );
    let data = person
        .ask(PROFILE, json!({ "input": { "locale": "EN" } }))
        .await;
    assert_eq!(
        data["updateProfile"]["viewer"],
        json!({ "name": "Trần Bình", "locale": "EN" })
    );
    let empty = app
        .refuses(
            &person,
            PROFILE,
            json!({ "input": { "name": "" } }),
            "REQUIRED",
        )
        .await;
    assert_eq!(empty.field(), Some("name"));
    let long = json!({ "input": { "name": "x".repeat(121) } });
    app.refuses(&person, PROFILE, long, "TOO_LONG").await;
});

#[tokio::test]
async fn an_access_token_ends_after_its_minutes() {
    let settings = [("SESSION_ACCESS_MINUTES", "15")];
    let app = TestApp::configured(Kind::Sqlite, &settings).await;
    let person = app.officer().await;
    app.app.clock.advance(Duration::seconds(15 * 60 - 1));
    person.ask(VIEWER, json!({})).await;
    app.app.clock.advance(Duration::seconds(1));
    let answer = app
        .refuses(&person, VIEWER, json!({}), "TOKEN_EXPIRED")
        .await;
    assert_eq!(answer.status, 401);
    app.end().await;
}

#[tokio::test]
async fn a_forged_token_opens_nothing() {
    let app = TestApp::start(Kind::Sqlite).await;
    let (person, elsewhere) = (app.officer().await, TestApp::start(Kind::Sqlite).await);
    let token = person.token.clone().unwrap();
    let claims = token.split('.').nth(1).unwrap();
    let foreign = elsewhere.officer().await.token.unwrap();
    let (_, signature) = foreign.rsplit_once('.').unwrap();
    // {"alg":"none"} and {"typ":"JWT","alg":"HS256"}
    let (none, hmac) = (
        "eyJhbGciOiJub25lIn0",
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9",
    );
    for forged in [
        format!("{none}.{claims}."),
        format!("{hmac}.{claims}.{signature}"),
        format!("{}.{signature}", token.rsplit_once('.').unwrap().0),
        foreign.clone(),
        token[..token.len() - 4].to_owned(),
        "x".into(),
    ] {
        let mut thief = app.visitor();
        thief.token = Some(forged.clone());
        let answer = app
            .refuses(&thief, VIEWER, json!({}), "UNAUTHENTICATED")
            .await;
        assert_eq!(
            (answer.status.as_u16(), answer.body.get("data")),
            (401, None),
            "{forged}"
        );
    }
    app.end().await;
}
