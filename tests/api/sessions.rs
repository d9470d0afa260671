//! Sessions: sign-in, refresh, the list of devices, the end; and tokens for programs.

use chrono::Duration;
use iforum::accounts::entity::user_account;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tests::{Answer, Kind, PASSWORD, TestApp, Value, json, on_both_databases};

const REFRESH: &str = "mutation { refreshSession { accessToken viewer { email } } }";
const SIGN_OUT: &str = "mutation { signOut { signedOut } }";
const VIEWER: &str = "{ viewer { email } }";
const SESSIONS: &str = "{ viewer { sessions { id device address method strong current } } }";
const CREATE_TOKEN: &str = "mutation($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret accessToken { id name scopes } } }";

async fn refresh(app: &TestApp, cookie: &str) -> Answer {
    let body = json!({ "query": REFRESH }).to_string();
    app.visitor().post(&body, &[("cookie", cookie)]).await
}

fn refresh_cookie(answer: &Answer) -> String {
    answer.cookie("iforum_refresh").expect("a refresh cookie")
}

on_both_databases!(signing_in_takes_the_right_password_alone, |app| {
    let person = app.registered("binh").await;
    let answer = app
        .sign_in(&format!(" {} ", person.email.to_uppercase()), PASSWORD)
        .await;
    let session = &answer.body["data"]["signIn"]["session"];
    assert_eq!(session["viewer"]["email"], person.email);
    refresh_cookie(&answer);
    app.run_jobs().await;

    let mut said = Vec::new();
    for (email, password) in [
        (person.email.as_str(), "một câu dễ quên thôi"),
        ("khong.ai@haiphong.example", PASSWORD),
        (&person.email, ""),
        ("", PASSWORD),
        (&person.email, &"x".repeat(100_000)),
    ] {
        let answer = app.sign_in(email, password).await;
        assert_eq!(answer.code(), Some("INVALID_CREDENTIALS"));
        assert!(answer.headers.get("set-cookie").is_none());
        said.push((answer.status, answer.body));
    }
    let same = said.windows(2).all(|pair| pair[0] == pair[1]);
    assert!(same, "the answers tell cases apart: {said:#?}");
});

on_both_databases!(a_suspended_account_is_shut_out_like_an_unknown_one, |app| {
    let person = app.registered("binh").await;
    user_account::Entity::update_many()
        .col_expr(
            user_account::Column::SuspendedAt,
            Expr::value(tests::beginning()),
        )
        .filter(user_account::Column::Id.eq(person.user.unwrap()))
        .exec(&app.app.db)
        .await
        .unwrap();
    app.app.bus.viewers.forget(person.user.unwrap());
    app.refuses(&person, VIEWER, json!({}), "UNAUTHENTICATED")
        .await;
    let (known, unknown) = (
        app.sign_in(&person.email, PASSWORD).await,
        app.sign_in("x@y.example", PASSWORD).await,
    );
    assert_eq!(known.body, unknown.body);
});

on_both_databases!(a_lost_answer_is_forgiven_with_the_same_successor, |app| {
    let first = refresh_cookie(&app.register(&app.newcomer()).await);
    let answer = refresh(app, &first).await;
    let second = refresh_cookie(&answer);
    assert_ne!(first, second);
    app.person_of(&answer, "refreshSession")
        .ask(VIEWER, json!({}))
        .await;
    app.app.clock.advance(Duration::seconds(29));
    let again = refresh(app, &first).await;
    assert_eq!(
        refresh_cookie(&again),
        second,
        "one chain, however often it is asked"
    );
    assert_eq!(refresh(app, &second).await.code(), None);
});

on_both_databases!(fifty_tabs_at_once_make_one_successor, |app| {
    let first = refresh_cookie(&app.register(&app.newcomer()).await);
    let answers = futures_util::future::join_all((0..50).map(|_| refresh(app, &first))).await;
    let successors: std::collections::BTreeSet<_> = answers.iter().map(refresh_cookie).collect();
    assert_eq!(successors.len(), 1);
    assert_eq!(app.rows("refresh_token").await, 2);
    for successor in successors {
        assert_eq!(refresh(app, &successor).await.code(), None);
    }
});

on_both_databases!(a_cookie_that_comes_back_late_ends_the_whole_family, |app| {
    for wait in [Duration::seconds(30), Duration::zero()] {
        let input = {
            let mut input = app.newcomer();
            input["email"] = json!(format!("an{}@late.example", wait.num_seconds()));
            input
        };
        let first = refresh_cookie(&app.register(&input).await);
        let newest = refresh(app, &first).await;
        app.app.clock.advance(wait);
        if wait.is_zero() {
            // Within the time, but the successor was used: somebody else has moved on.
            refresh(app, &refresh_cookie(&newest)).await;
        }
        let late = refresh(app, &first).await;
        assert_eq!(late.code(), Some("UNAUTHENTICATED"));
        assert!(late.headers.get("set-cookie").is_none());
        assert_eq!(
            refresh(app, &refresh_cookie(&newest)).await.code(),
            Some("UNAUTHENTICATED")
        );
        let holder = app.person_of(&newest, "refreshSession");
        let answer = app
            .refuses(&holder, VIEWER, json!({}), "UNAUTHENTICATED")
            .await;
        assert_eq!(answer.status, 401);
        app.run_jobs().await;
        let letters = app.templates_to(input["email"].as_str().unwrap()).await;
        assert_eq!(letters.last().map(String::as_str), Some("session_ended"));
    }
});

on_both_databases!(
    a_cookie_ends_after_thirty_days_and_an_unknown_one_is_nobodys,
    |app| {
        let first = refresh_cookie(&app.register(&app.newcomer()).await);
        assert_eq!(
            refresh(app, "iforum_refresh=abc").await.code(),
            Some("UNAUTHENTICATED")
        );
        let foreign = [
            ("cookie", first.as_str()),
            ("origin", "https://elsewhere.example"),
        ];
        let body = json!({ "query": REFRESH }).to_string();
        let stolen = app.visitor().post(&body, &foreign).await;
        assert_eq!(stolen.code(), Some("UNAUTHENTICATED"));
        app.app.clock.advance(Duration::days(30));
        assert_eq!(refresh(app, &first).await.code(), Some("UNAUTHENTICATED"));
    }
);

on_both_databases!(signing_out_ends_the_session_at_once, |app| {
    let answer = app.register(&app.newcomer()).await;
    let person = app.person_of(&answer, "completeRegistration");
    let out = person.send(SIGN_OUT, json!({})).await;
    assert_eq!(out.body["data"]["signOut"]["signedOut"], true);
    let cookie = out.headers["set-cookie"].to_str().unwrap();
    assert_eq!(
        cookie,
        "iforum_refresh=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"
    );
    app.refuses(&person, VIEWER, json!({}), "UNAUTHENTICATED")
        .await;
    assert_eq!(
        refresh(app, &refresh_cookie(&answer)).await.code(),
        Some("UNAUTHENTICATED")
    );
    let nobody = app.visitor().ask(SIGN_OUT, json!({})).await;
    assert_eq!(nobody["signOut"]["signedOut"], true);
});

on_both_databases!(
    a_person_sees_her_devices_and_ends_one_or_all_others,
    |app| {
        let here = app.registered("chau").await;
        let agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
        let there = app
            .sign_in_with(&here.email, PASSWORD, &[("user-agent", agent)])
            .await;
        let there = app.person_of(&there, "signIn");
        let third = app.person_of(&app.sign_in(&here.email, PASSWORD).await, "signIn");
        app.run_jobs().await;
        let letters = app.mails_to(&here.email).await;
        let about: Vec<_> = letters
            .iter()
            .filter(|mail| mail.0 == "new_device")
            .collect();
        assert_eq!(about.len(), 2);
        assert!(about[0].2.contains("Chrome · Windows 10"), "{}", about[0].2);

        let data = here.ask(SESSIONS, json!({})).await;
        let sessions = data["viewer"]["sessions"].as_array().unwrap();
        assert_eq!(sessions.len(), 3);
        assert_eq!(sessions.iter().filter(|s| s["current"] == true).count(), 1);
        let chrome = sessions
            .iter()
            .find(|s| s["device"] == "Chrome · Windows 10")
            .unwrap();
        assert_eq!(
            (&chrome["method"], &chrome["strong"]),
            (&json!("PASSWORD"), &json!(false))
        );
        let end = "mutation($id: ID!) { endSession(input: { sessionId: $id }) { ended } }";
        let id = json!({ "id": chrome["id"] });
        app.refuses(&app.registered("khac").await, end, id.clone(), "NOT_FOUND")
            .await;
        here.ask(end, id.clone()).await;
        app.refuses(&there, VIEWER, json!({}), "UNAUTHENTICATED")
            .await;
        app.refuses(&here, end, id, "NOT_FOUND").await;
        third.ask(VIEWER, json!({})).await;
        let others = "mutation { endOtherSessions { ended viewer { sessions { id } } } }";
        let data = here.ask(others, json!({})).await;
        assert_eq!(data["endOtherSessions"]["ended"], 1);
        assert_eq!(
            data["endOtherSessions"]["viewer"]["sessions"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
        app.refuses(&third, VIEWER, json!({}), "UNAUTHENTICATED")
            .await;
    }
);

on_both_databases!(a_known_browser_is_no_news, |app| {
    let answer = app.register(&app.newcomer()).await;
    let device = answer.cookie("iforum_device").unwrap();
    let again = app
        .sign_in_with(
            "An.Nguyen@haiphong.example",
            PASSWORD,
            &[("cookie", &device)],
        )
        .await;
    assert_eq!(again.code(), None);
    assert_eq!(again.cookie("iforum_device"), None);
    app.run_jobs().await;
    assert_eq!(
        app.templates_to("An.Nguyen@haiphong.example").await,
        ["registration", "welcome"]
    );
});

on_both_databases!(guessing_is_slowed_and_the_owner_still_gets_in, |app| {
    let answer = app.register(&app.newcomer()).await;
    let device = answer.cookie("iforum_device").unwrap();
    let address = "An.Nguyen@haiphong.example";
    for _ in 0..10 {
        let code = app.sign_in(address, "đoán mò một câu nào đó").await;
        assert_eq!(code.code(), Some("INVALID_CREDENTIALS"));
    }
    let slowed = app.sign_in(address, PASSWORD).await;
    assert_eq!(slowed.code(), Some("RATE_LIMITED"));
    assert_eq!(slowed.status, 429);
    let wait: i64 = slowed.headers["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((55..=61).contains(&wait), "{wait}");
    // Of an unknown account the same.
    for _ in 0..10 {
        app.sign_in("nobody@haiphong.example", "đoán mò một câu nào đó")
            .await;
    }
    let unknown = app.sign_in("nobody@haiphong.example", PASSWORD).await;
    assert_eq!((unknown.status, unknown.body), (slowed.status, slowed.body));
    let owner = app
        .sign_in_with(address, PASSWORD, &[("cookie", &device)])
        .await;
    assert_eq!(owner.code(), None);
    app.app.clock.advance(Duration::seconds(wait));
    assert_eq!(app.sign_in(address, PASSWORD).await.code(), None);
    app.run_jobs().await;
});

on_both_databases!(a_right_password_costs_no_try, |app| {
    let person = app.registered("dung").await;
    for _ in 0..15 {
        assert_eq!(app.sign_in(&person.email, PASSWORD).await.code(), None);
    }
    app.run_jobs().await;
});

on_both_databases!(a_program_has_no_more_than_its_scopes, |app| {
    let person = app.registered("em").await;
    let expires = (app.app.clock.now() + Duration::days(90)).to_rfc3339();
    let make = |scopes: Value| json!({ "input": { "name": "Đồng bộ", "scopes": scopes, "expiresAt": expires } });
    let reads = person.ask(CREATE_TOKEN, make(json!(["READ"]))).await;
    let writes = person
        .ask(CREATE_TOKEN, make(json!(["READ", "WRITE"])))
        .await;
    let secret = |data: &Value| {
        data["createAccessToken"]["secret"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(secret(&reads).starts_with("iforum_pat_"));
    let program = |token: String| {
        let mut client = app.visitor();
        client.token = Some(token);
        client
    };
    let (reader, writer) = (program(secret(&reads)), program(secret(&writes)));
    let own = "{ viewer { email memberships { organization { id } } credentials { recoveryCodesLeft } sessions { id } } }";
    let data = reader.ask(own, json!({})).await;
    assert_eq!(data["viewer"]["email"], person.email);
    assert_eq!(data["viewer"]["credentials"], Value::Null);
    assert_eq!(data["viewer"]["sessions"], Value::Null);
    let organization = &data["viewer"]["memberships"][0]["organization"]["id"];
    let create = "mutation($org: ID!, $key: String!) { createNeed(input: { clientKey: $key, organizationId: $org, content: {} }) { need { id } } }";
    let variables = json!({ "org": organization, "key": app.key() });
    app.refuses(&reader, create, variables.clone(), "FORBIDDEN")
        .await;
    writer.send(create, variables).await;
    for account in [
        "mutation { signOut { signedOut } endOtherSessions { ended } }",
        "mutation { beginTotp { secret } }",
        "mutation { changePassword(input: { password: \"ốc sên bò qua cầu tre\" }) { viewer { id } } }",
        "mutation { closeAccount { closed } }",
        "mutation { updateProfile(input: { name: \"X\" }) { viewer { id } } }",
    ] {
        let answer = writer.send(account, json!({})).await;
        assert_eq!(
            answer.code(),
            Some("FORBIDDEN"),
            "{account} {:#}",
            answer.body
        );
    }
    let moderates = make(json!(["MODERATE"]));
    app.refuses(&person, CREATE_TOKEN, moderates, "INVALID_INPUT")
        .await;
    let revoke = "mutation($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { viewer { accessTokens { id } } } }";
    let id = json!({ "id": reads["createAccessToken"]["accessToken"]["id"] });
    person.ask(revoke, id).await;
    app.refuses(&reader, VIEWER, json!({}), "UNAUTHENTICATED")
        .await;
    app.app.clock.advance(Duration::days(90));
    app.refuses(&writer, VIEWER, json!({}), "UNAUTHENTICATED")
        .await;
    app.run_jobs().await;
});

on_both_databases!(a_token_is_named_scoped_and_ends, |app| {
    let person = app.registered("giang").await;
    let at = |days: i64| (app.app.clock.now() + Duration::days(days)).to_rfc3339();
    for (input, code, field) in [
        (
            json!({ "name": " ", "scopes": ["READ"], "expiresAt": at(1) }),
            "REQUIRED",
            "name",
        ),
        (
            json!({ "name": "x".repeat(61), "scopes": ["READ"], "expiresAt": at(1) }),
            "TOO_LONG",
            "name",
        ),
        (
            json!({ "name": "x", "scopes": [], "expiresAt": at(1) }),
            "REQUIRED",
            "scopes",
        ),
        (
            json!({ "name": "x", "scopes": ["READ"], "expiresAt": at(0) }),
            "OUT_OF_RANGE",
            "expiresAt",
        ),
        (
            json!({ "name": "x", "scopes": ["READ"], "expiresAt": at(367) }),
            "OUT_OF_RANGE",
            "expiresAt",
        ),
    ] {
        let answer = app
            .refuses(&person, CREATE_TOKEN, json!({ "input": input }), code)
            .await;
        assert_eq!(answer.field(), Some(field));
    }
    app.app.clock.advance(Duration::minutes(10));
    let late = json!({ "input": { "name": "x", "scopes": ["READ"], "expiresAt": at(1) } });
    app.refuses(&person, CREATE_TOKEN, late, "IDENTITY_UNCONFIRMED")
        .await;
});

on_both_databases!(a_visitor_is_nobody, |app| {
    let data = app.visitor().ask(VIEWER, json!({})).await;
    assert_eq!(data, json!({ "viewer": null }));
    let profile = "mutation { updateProfile(input: { name: \"Ai đó\" }) { viewer { name } } }";
    app.refuses(&app.visitor(), profile, json!({}), "UNAUTHENTICATED")
        .await;
});

#[tokio::test]
async fn an_access_token_ends_after_its_minutes() {
    let app = TestApp::configured(Kind::Sqlite, &[("SESSION_ACCESS_MINUTES", "15")]).await;
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
