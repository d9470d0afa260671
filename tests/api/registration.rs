//! Registration: organisation first, then the letter, then the password; and what it tells nobody.

use chrono::Duration;
use iforum::organizations::MembershipRole;
use tests::{Client, PASSWORD, TestApp, Value, json, on_both_databases};

const REQUEST: &str =
    "mutation($input: RequestRegistrationInput!) { requestRegistration(input: $input) { email } }";
const COMPLETE: &str =
    "mutation($input: SetPasswordInput!) { completeRegistration(input: $input) { accessToken } }";
const VIEWER: &str = "{ viewer { email } }";
const APPROVE: &str = "mutation($id: ID!) { approveMembership(input: { membershipId: $id }) { membership { status role } } }";
const MEMBERS: &str = "query($id: ID!) { organization(id: $id) { members { id name status } } }";
const ADDRESS: &str = "An.Nguyen@haiphong.example";

fn joiner(app: &TestApp, organization: &Client) -> Value {
    let mut input = app.newcomer();
    input["newOrganization"] = Value::Null;
    input["organizationId"] = organization.organization_id().into();
    input
}

fn with(mut input: Value, field: &str, value: impl Into<Value>) -> Value {
    input[field] = value.into();
    input
}

on_both_databases!(nothing_is_there_before_the_letter_is_answered, |app| {
    let tables = ["user_account", "organization", "membership", "review"];
    app.ask_to_register(&app.newcomer()).await;
    app.run_jobs().await;
    for table in tables {
        assert_eq!(app.rows(table).await, 0, "{table}");
    }
    let letters = app.mails_to(ADDRESS).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].0, "registration");
    assert!(
        letters[0].2.contains("Kính gửi Nguyễn Văn An,"),
        "{}",
        letters[0].2
    );
    let token = app.token_to(ADDRESS, "registration").await;
    assert!(
        !letters[0].2.contains(&token),
        "the kept letter has no secret"
    );

    let answer = app.complete(&token, PASSWORD).await;
    let viewer = &answer.body["data"]["completeRegistration"]["viewer"];
    assert_eq!(viewer["email"], ADDRESS);
    assert_eq!(viewer["staffRole"], Value::Null);
    assert_eq!(
        viewer["memberships"],
        json!([{ "role": "OWNER", "status": "ACTIVE" }])
    );
    let person = app.person_of(&answer, "completeRegistration");
    assert_eq!(
        person.ask(VIEWER, json!({})).await["viewer"]["email"],
        ADDRESS
    );
    app.run_jobs().await;
    assert_eq!(app.templates_to(ADDRESS).await, ["registration", "welcome"]);
    for table in tables {
        assert_eq!(app.rows(table).await, 1, "{table}");
    }
});

on_both_databases!(the_letters_page_says_what_it_is_for, |app| {
    let owner = app.officer().await;
    app.ask_to_register(&joiner(app, &owner)).await;
    app.run_jobs().await;
    let token = app.token_to(ADDRESS, "registration").await;
    let query = "query($token: String!) { registration(token: $token) { name email organization { id } newOrganizationName { vi } } }";
    for _ in 0..3 {
        let data = app.visitor().ask(query, json!({ "token": token })).await;
        assert_eq!(
            data["registration"],
            json!({ "name": "Nguyễn Văn An", "email": ADDRESS, "organization": { "id": owner.organization_id() }, "newOrganizationName": null })
        );
    }
    app.complete(&token, PASSWORD).await;
    app.run_jobs().await;
    app.visitor()
        .refused(query, json!({ "token": token }), "LINK_INVALID")
        .await;
});

on_both_databases!(the_letters_are_written_in_the_newcomers_language, |app| {
    app.register(&with(app.newcomer(), "locale", "EN")).await;
    let mails = app.mails_to(ADDRESS).await;
    assert_eq!(
        mails[0].1,
        "Confirm your address to finish registering with i-Forum"
    );
    assert_eq!(mails[1].1, "Welcome to i-Forum Smart City");
    assert!(mails[1].2.contains("Dear Nguyễn Văn An,"), "{}", mails[1].2);
});

on_both_databases!(who_asks_to_join_waits_until_the_owner_agrees, |app| {
    let owner = app.officer().await;
    let answer = app.register(&joiner(app, &owner)).await;
    let waiting = json!([{ "role": "EDITOR", "status": "PENDING" }]);
    let viewer = &answer.body["data"]["completeRegistration"]["viewer"];
    assert_eq!(viewer["memberships"], waiting);
    assert_eq!(
        app.templates_to(&owner.email).await,
        ["membership_requested"]
    );
    let joiner = app.person_of(&answer, "completeRegistration");
    let create = "mutation($org: ID!, $key: String!) { createNeed(input: { clientKey: $key, organizationId: $org, content: {} }) { need { status } } }";
    let variables = json!({ "org": owner.organization_id(), "key": app.key() });
    app.refuses(&joiner, create, variables.clone(), "FORBIDDEN")
        .await;

    let data = owner
        .ask(MEMBERS, json!({ "id": owner.organization_id() }))
        .await;
    assert_eq!(data["organization"]["members"][1]["name"], "Nguyễn Văn An");
    let membership = json!({ "id": data["organization"]["members"][1]["id"] });
    app.refuses(&joiner, APPROVE, membership.clone(), "FORBIDDEN")
        .await;
    let data = owner.ask(APPROVE, membership.clone()).await;
    assert_eq!(
        data["approveMembership"]["membership"],
        json!({ "status": "ACTIVE", "role": "EDITOR" })
    );
    app.refuses(&owner, APPROVE, membership, "ILLEGAL_TRANSITION")
        .await;
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(ADDRESS).await,
        ["registration", "welcome", "membership_approved"]
    );
    joiner.ask(create, variables).await;
});

on_both_databases!(nobody_else_lets_people_in, |app| {
    let (owner, stranger) = (app.officer().await, app.firm().await);
    let editor = app.colleague(&owner, MembershipRole::Editor).await;
    app.register(&joiner(app, &owner)).await;
    let data = owner
        .ask(MEMBERS, json!({ "id": owner.organization_id() }))
        .await;
    let membership = json!({ "id": data["organization"]["members"][2]["id"] });
    // Whoever is let in reads the organisation's sealed proposals: the alliance must not let in.
    for (who, code) in [
        (stranger, "NOT_FOUND"),
        (app.visitor(), "NOT_FOUND"),
        (editor, "FORBIDDEN"),
        (app.moderator().await, "FORBIDDEN"),
        (app.administrator().await, "FORBIDDEN"),
    ] {
        app.refuses(&who, APPROVE, membership.clone(), code).await;
    }
});

on_both_databases!(
    everything_wrong_with_a_registration_is_said_at_once,
    |app| {
        let input = json!({
            "clientKey": app.key(), "email": "an@haiphong", "name": " \r\n ", "locale": "VI",
            "newOrganization": {
                "kind": "DEPT", "legalName": {}, "taxCode": "12345", "placeId": "vn63-74", "website": "javascript:alert(1)",
            },
        });
        let input = json!({ "input": input });
        let answer = app
            .refuses(&app.visitor(), REQUEST, input, "INVALID_INPUT")
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
                ("newOrganization.legalName.vi", "REQUIRED"),
                ("newOrganization.taxCode", "INVALID_INPUT"),
                ("newOrganization.placeId", "UNKNOWN_PLACE"),
                ("newOrganization.website", "INVALID_INPUT"),
            ]
        );
        assert!(
            problems
                .iter()
                .all(|p| !p["message"].as_str().unwrap().is_empty())
        );
    }
);

on_both_databases!(one_organisation_is_named_no_more_and_no_less, |app| {
    let owner = app.officer().await;
    let neither = with(app.newcomer(), "newOrganization", Value::Null);
    let both = with(app.newcomer(), "organizationId", owner.organization_id());
    for input in [neither.clone(), both] {
        let input = json!({ "input": input });
        let answer = app
            .refuses(&app.visitor(), REQUEST, input, "REQUIRED")
            .await;
        assert_eq!(answer.field(), Some("organizationId"));
    }
    let nowhere = with(
        neither,
        "organizationId",
        "org_00000000000000000000000000000001",
    );
    app.refuses(
        &app.visitor(),
        REQUEST,
        json!({ "input": nowhere }),
        "NOT_FOUND",
    )
    .await;
});

on_both_databases!(
    a_known_address_gets_the_same_answer_and_another_letter,
    |app| {
        app.register(&app.newcomer()).await;
        let again = with(app.newcomer(), "email", "an.nguyen@HAIPHONG.example");
        let unknown = with(app.newcomer(), "email", "nobody.yet@HAIPHONG.example");
        let (known, unknown) = (
            app.ask_to_register(&again).await,
            app.ask_to_register(&unknown).await,
        );
        assert_eq!(known.status, unknown.status);
        let text = |answer: &tests::Answer, name: &str| answer.body.to_string().replace(name, "x");
        assert_eq!(text(&known, "an.nguyen"), text(&unknown, "nobody.yet"));
        app.run_jobs().await;
        let letters = app.templates_to(ADDRESS).await;
        assert_eq!(letters, ["registration", "welcome", "account_exists"]);
        assert_eq!(
            app.templates_to("nobody.yet@HAIPHONG.example").await,
            ["registration"]
        );
        assert_eq!(app.rows("user_account").await, 1);
    }
);

on_both_databases!(the_same_click_twice_is_one_letter, |app| {
    let input = app.newcomer();
    for _ in 0..2 {
        assert_eq!(app.ask_to_register(&input).await.code(), None);
    }
    app.run_jobs().await;
    assert_eq!(app.templates_to(ADDRESS).await, ["registration"]);
    let other = json!({ "input": with(input, "name", "Người khác") });
    let answer = app
        .refuses(&app.visitor(), REQUEST, other, "CONFLICT")
        .await;
    assert_eq!(answer.field(), Some("clientKey"));
});

on_both_databases!(
    a_letters_link_works_once_for_an_hour_and_only_the_newest,
    |app| {
        app.ask_to_register(&app.newcomer()).await;
        app.run_jobs().await;
        let old = app.token_to(ADDRESS, "registration").await;
        app.ask_to_register(&app.newcomer()).await;
        app.run_jobs().await;
        let new = app.token_to(ADDRESS, "registration").await;
        assert_ne!(old, new);
        let forged = new.replace('.', ".0");
        for token in [
            old.as_str(),
            forged.as_str(),
            "",
            "link_1.2",
            &new[..new.len() - 1],
        ] {
            let input = json!({ "input": { "token": token, "password": PASSWORD } });
            app.refuses(&app.visitor(), COMPLETE, input, "LINK_INVALID")
                .await;
        }
        // Both at once: one account.
        let (a, b) = tokio::join!(app.complete(&new, PASSWORD), app.complete(&new, PASSWORD));
        let good = [&a, &b]
            .iter()
            .filter(|answer| answer.code().is_none())
            .count();
        assert_eq!(good, 1, "{:#} {:#}", a.body, b.body);
        assert_eq!(app.rows("user_account").await, 1);
        app.run_jobs().await;

        app.ask_to_register(&with(app.newcomer(), "email", "late@haiphong.example"))
            .await;
        app.run_jobs().await;
        let late = app.token_to("late@haiphong.example", "registration").await;
        app.app.clock.advance(Duration::minutes(60));
        let input = json!({ "input": { "token": late, "password": PASSWORD } });
        app.refuses(&app.visitor(), COMPLETE, input, "LINK_INVALID")
            .await;
    }
);

on_both_databases!(a_bad_password_leaves_the_letter_good, |app| {
    app.ask_to_register(&app.newcomer()).await;
    app.run_jobs().await;
    let token = app.token_to(ADDRESS, "registration").await;
    for (password, code) in [
        ("ngắn quá", "TOO_SHORT"),
        ("nguyễn văn an hải phòng", "PASSWORD_WEAK"),
        ("sở xây dựng hải phòng", "PASSWORD_WEAK"),
        ("password12345678", "PASSWORD_WEAK"),
    ] {
        let input = json!({ "input": { "token": token, "password": password } });
        let answer = app.refuses(&app.visitor(), COMPLETE, input, code).await;
        assert_eq!(answer.field(), Some("password"));
    }
    assert_eq!(app.complete(&token, PASSWORD).await.code(), None);
    app.run_jobs().await;
});

on_both_databases!(
    the_refresh_cookie_is_kept_from_scripts_and_other_sites,
    |app| {
        let answer = app.register(&app.newcomer()).await;
        let all: Vec<_> = answer
            .headers
            .get_all("set-cookie")
            .iter()
            .map(|header| header.to_str().unwrap().to_owned())
            .collect();
        assert_eq!(all.len(), 2, "{all:?}");
        for (cookie, name, age) in [
            (&all[0], "iforum_refresh", 2_592_000),
            (&all[1], "iforum_device", 34_560_000),
        ] {
            let (pair, rest) = cookie.split_once("; ").unwrap();
            assert_eq!(
                rest,
                format!("Path=/; HttpOnly; SameSite=Strict; Max-Age={age}")
            );
            let (key, secret) = pair.split_once('=').unwrap();
            assert_eq!((key, secret.len()), (name, 64));
            assert!(!answer.body.to_string().contains(secret));
        }
    }
);
