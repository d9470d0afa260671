//! Passwords, authenticator apps, recovery codes, another address, the end of an account.

use chrono::Duration;
use iforum::organizations::{MembershipRole, OrganizationKind};
use tests::{Client, PASSWORD, Value, json, on_both_databases};

const VIEWER: &str = "{ viewer { email } }";
const CHANGE: &str = "mutation($password: String!) { changePassword(input: { password: $password }) { viewer { id } } }";
const RESET: &str =
    "mutation($email: String!) { requestPasswordReset(input: { email: $email }) { email } }";
const SET: &str = "mutation($input: SetPasswordInput!) { resetPassword(input: $input) { reset } }";
const REMOVE_TOTP: &str = "mutation { removeTotp { viewer { id } } }";
const CREDENTIALS: &str = "{ viewer { secondFactorMissing credentials { totpEnabledAt recoveryCodesLeft secondFactorRequired confirmedUntil } } }";
const NEW: &str = "trăng lên đỉnh núi mờ";

async fn confirm_by_password(person: &Client) {
    let confirm = "mutation($password: String!) { confirmIdentity(input: { password: $password }) { viewer { id } } }";
    person.ask(confirm, json!({ "password": PASSWORD })).await;
}

on_both_databases!(
    a_new_password_needs_a_fresh_proof_and_ends_the_others,
    |app| {
        let here = app.registered("hoa").await;
        let there = app.person_of(&app.sign_in(&here.email, PASSWORD).await, "signIn");
        app.app.clock.advance(Duration::minutes(10));
        let password = json!({ "password": NEW });
        app.refuses(&here, CHANGE, password.clone(), "IDENTITY_UNCONFIRMED")
            .await;
        let wrong = "mutation { confirmIdentity(input: { password: \"sai rồi, sai rồi nhé\" }) { viewer { id } } }";
        here.refused(wrong, json!({}), "INVALID_CREDENTIALS").await;
        confirm_by_password(&here).await;
        here.ask(CHANGE, password).await;
        app.refuses(&there, VIEWER, json!({}), "UNAUTHENTICATED")
            .await;
        here.ask(VIEWER, json!({})).await;
        app.run_jobs().await;
        assert_eq!(
            app.sign_in(&here.email, PASSWORD).await.code(),
            Some("INVALID_CREDENTIALS")
        );
        assert_eq!(app.sign_in(&here.email, NEW).await.code(), None);
        app.run_jobs().await;
        let letters = app.mails_to(&here.email).await;
        let told = letters
            .iter()
            .find(|mail| mail.0 == "credential_changed")
            .unwrap();
        assert!(told.1.starts_with("Mật khẩu đã được đổi"), "{}", told.1);
    }
);

on_both_databases!(
    a_forgotten_password_is_reset_once_by_the_newest_link,
    |app| {
        let person = app.registered("khanh").await;
        let ask = || async {
            app.visitor()
                .ask(RESET, json!({ "email": person.email }))
                .await
        };
        ask().await;
        app.run_jobs().await;
        let old = app.token_to(&person.email, "password_reset").await;
        ask().await;
        app.run_jobs().await;
        let token = app.token_to(&person.email, "password_reset").await;
        let set = |token: &str, password: &str| json!({ "input": { "token": token, "password": password } });
        app.refuses(&app.visitor(), SET, set(&old, NEW), "LINK_INVALID")
            .await;
        app.refuses(&app.visitor(), SET, set(&token, "ngắn"), "TOO_SHORT")
            .await;
        app.visitor().ask(SET, set(&token, NEW)).await;
        app.refuses(&app.visitor(), SET, set(&token, PASSWORD), "LINK_INVALID")
            .await;
        app.refuses(&person, VIEWER, json!({}), "UNAUTHENTICATED")
            .await;
        app.run_jobs().await;
        assert_eq!(app.sign_in(&person.email, NEW).await.code(), None);
        app.run_jobs().await;

        // So many letters in so short a time are enough.
        app.app.clock.advance(Duration::minutes(10));
        ask().await;
        app.run_jobs().await;
        let late = app.token_to(&person.email, "password_reset").await;
        app.app.clock.advance(Duration::minutes(30));
        app.refuses(&app.visitor(), SET, set(&late, PASSWORD), "LINK_INVALID")
            .await;
    }
);

on_both_databases!(a_reset_tells_nobody_who_has_an_account, |app| {
    let person = app.registered("lan").await;
    let known = app
        .visitor()
        .send(RESET, json!({ "email": person.email }))
        .await;
    let unknown = app
        .visitor()
        .send(RESET, json!({ "email": "ai@do.example" }))
        .await;
    let text = |body: &Value, email: &str| body.to_string().replace(email, "x");
    assert_eq!(known.status, unknown.status);
    assert_eq!(
        text(&known.body, &person.email),
        text(&unknown.body, "ai@do.example")
    );
    app.run_jobs().await;
    assert!(
        app.templates_to(&person.email)
            .await
            .contains(&"password_reset".to_owned())
    );
    assert!(app.templates_to("ai@do.example").await.is_empty());
    let mut codes = Vec::new();
    for _ in 0..5 {
        codes.push(
            app.visitor()
                .send(RESET, json!({ "email": "ai@do.example" }))
                .await
                .code()
                .map(str::to_owned),
        );
    }
    assert_eq!(codes.last().unwrap().as_deref(), Some("RATE_LIMITED"));
    app.run_jobs().await;
});

on_both_databases!(
    a_code_of_the_authenticator_is_asked_for_and_good_once,
    |app| {
        let person = app.registered("minh").await;
        let (secret, recovery) = app.with_totp(&person).await;
        assert_eq!(recovery.len(), 10);
        let signed_in = app.sign_in(&person.email, PASSWORD).await;
        let asked = &signed_in.body["data"]["signIn"];
        assert_eq!(asked["session"], Value::Null);
        assert_eq!(asked["challenge"]["methods"], json!(["CODE"]));
        assert!(signed_in.headers.get("set-cookie").is_none());
        let code = app.code(&secret);
        let answer = app.answer(signed_in.challenge(), &code).await;
        assert_eq!(answer.code(), None, "{:#}", answer.body);
        // The same code again, for another sign-in and for the same one.
        let second = app.sign_in(&person.email, PASSWORD).await;
        assert_eq!(
            app.answer(second.challenge(), &code).await.code(),
            Some("CODE_INVALID")
        );
        assert_eq!(
            app.answer(signed_in.challenge(), &code).await.code(),
            Some("LINK_INVALID")
        );
        app.app.clock.advance(Duration::seconds(30));
        assert_eq!(
            app.answer(second.challenge(), &app.code(&secret))
                .await
                .code(),
            None
        );
        app.run_jobs().await;
    }
);

on_both_databases!(of_two_answers_at_once_one_opens_a_session, |app| {
    let person = app.registered("nam").await;
    let (secret, _) = app.with_totp(&person).await;
    let before = app.rows("session").await;
    let signed_in = app.sign_in(&person.email, PASSWORD).await;
    let other = app.sign_in(&person.email, PASSWORD).await;
    let code = app.code(&secret);
    let (a, b) = tokio::join!(
        app.answer(signed_in.challenge(), &code),
        app.answer(other.challenge(), &code)
    );
    let good = [&a, &b]
        .iter()
        .filter(|answer| answer.code().is_none())
        .count();
    assert_eq!(good, 1, "{:#} {:#}", a.body, b.body);
    assert_eq!(app.rows("session").await, before + 1);
    app.run_jobs().await;
});

on_both_databases!(a_challenge_takes_five_answers, |app| {
    let person = app.registered("oanh").await;
    let (secret, _) = app.with_totp(&person).await;
    let signed_in = app.sign_in(&person.email, PASSWORD).await;
    for wrong in ["000000", "abc", "", "12345678901234567890", "００００００"] {
        let answer = app.answer(signed_in.challenge(), wrong).await;
        assert!(
            matches!(answer.code(), Some("CODE_INVALID" | "REQUIRED")),
            "{:#}",
            answer.body
        );
    }
    app.answer(signed_in.challenge(), "111111").await;
    let late = app.answer(signed_in.challenge(), &app.code(&secret)).await;
    assert_eq!(late.code(), Some("LINK_INVALID"));
});

on_both_databases!(a_recovery_code_opens_once_and_is_told, |app| {
    let person = app.registered("phuc").await;
    let (_, recovery) = app.with_totp(&person).await;
    let signed_in = app.sign_in(&person.email, PASSWORD).await;
    // As people type it.
    let typed = format!(" {} ", recovery[3].to_uppercase().replace('-', " "));
    assert_eq!(app.answer(signed_in.challenge(), &typed).await.code(), None);
    app.run_jobs().await;
    let again = app.sign_in(&person.email, PASSWORD).await;
    assert_eq!(
        app.answer(again.challenge(), &recovery[3]).await.code(),
        Some("CODE_INVALID")
    );
    let data = person.ask(CREDENTIALS, json!({})).await;
    assert_eq!(data["viewer"]["credentials"]["recoveryCodesLeft"], 9);
    let letters = app.mails_to(&person.email).await;
    assert!(
        letters
            .iter()
            .any(|mail| mail.1.starts_with("Một mã khôi phục đã được dùng"))
    );
    let renew = "mutation { renewRecoveryCodes { recoveryCodes } }";
    let renewed = person.ask(renew, json!({})).await;
    assert_eq!(
        renewed["renewRecoveryCodes"]["recoveryCodes"]
            .as_array()
            .unwrap()
            .len(),
        10
    );
    assert_eq!(
        app.answer(again.challenge(), &recovery[4]).await.code(),
        Some("CODE_INVALID")
    );
    app.run_jobs().await;
});

on_both_databases!(a_reset_keeps_the_second_factor, |app| {
    let person = app.registered("quynh").await;
    app.with_totp(&person).await;
    app.visitor()
        .ask(RESET, json!({ "email": person.email }))
        .await;
    app.run_jobs().await;
    let token = app.token_to(&person.email, "password_reset").await;
    // Eight characters are enough beside a second factor.
    let input = json!({ "input": { "token": token, "password": "vuốt Qx9" } });
    app.visitor().ask(SET, input).await;
    app.run_jobs().await;
    let signed_in = app.sign_in(&person.email, "vuốt Qx9").await;
    assert_eq!(signed_in.body["data"]["signIn"]["session"], Value::Null);
});

on_both_databases!(
    the_last_factor_goes_only_when_what_is_left_is_enough,
    |app| {
        let person = app.registered("son").await;
        app.with_totp(&person).await;
        person.ask(CHANGE, json!({ "password": "vuốt Qx9" })).await;
        app.refuses(&person, REMOVE_TOTP, json!({}), "CONFLICT")
            .await;
        person.ask(CHANGE, json!({ "password": NEW })).await;
        person.ask(REMOVE_TOTP, json!({})).await;
        let data = person.ask(CREDENTIALS, json!({})).await;
        assert_eq!(data["viewer"]["credentials"]["totpEnabledAt"], Value::Null);
        assert_eq!(data["viewer"]["credentials"]["recoveryCodesLeft"], 0);
        app.run_jobs().await;
    }
);

on_both_databases!(staff_without_a_second_factor_have_no_power, |app| {
    use iforum::accounts::{StaffRole, store};
    let person = app.registered("thao").await;
    let mut user = store::find(&app.app.db, person.user.unwrap())
        .await
        .unwrap()
        .unwrap();
    user.staff_role = Some(StaffRole::Moderator);
    let txn = app.system().begin().await.unwrap();
    store::update(&txn, user).await.unwrap();
    txn.commit().await.unwrap();
    let reviews = "{ reviews { nodes { id } } }";
    app.refuses(&person, reviews, json!({}), "FORBIDDEN").await;
    let data = person.ask(CREDENTIALS, json!({})).await;
    assert_eq!(data["viewer"]["secondFactorMissing"], true);
    app.with_totp(&person).await;
    person.ask(reviews, json!({})).await;
    app.refuses(&person, REMOVE_TOTP, json!({}), "CONFLICT")
        .await;
});

on_both_databases!(an_address_changes_when_both_have_agreed, |app| {
    let person = app.registered("uyen").await;
    let ask = "mutation($email: String!) { requestEmailChange(input: { email: $email }) { viewer { emailChange { newEmail oldConfirmed newConfirmed } } } }";
    let confirm = "mutation($token: String!) { confirmEmailChange(input: { token: $token }) { oldConfirmed newConfirmed changed } }";
    let new = "Uyen.Moi@congty.example";
    let data = person.ask(ask, json!({ "email": new })).await;
    assert_eq!(
        data["requestEmailChange"]["viewer"]["emailChange"],
        json!({ "newEmail": new, "oldConfirmed": false, "newConfirmed": false })
    );
    app.run_jobs().await;
    let at_new = json!({ "token": app.token_to(new, "email_change_new").await });
    let at_old = json!({ "token": app.token_to(&person.email, "email_change_old").await });
    let data = app.visitor().ask(confirm, at_new.clone()).await;
    assert_eq!(data["confirmEmailChange"]["changed"], false);
    app.refuses(&app.visitor(), confirm, at_new, "LINK_INVALID")
        .await;
    assert_eq!(
        person.ask(VIEWER, json!({})).await["viewer"]["email"],
        person.email
    );
    let data = app.visitor().ask(confirm, at_old).await;
    assert_eq!(data["confirmEmailChange"]["changed"], true);
    assert_eq!(person.ask(VIEWER, json!({})).await["viewer"]["email"], new);
    app.run_jobs().await;
    assert_eq!(
        app.sign_in(&person.email, PASSWORD).await.code(),
        Some("INVALID_CREDENTIALS")
    );
    assert_eq!(app.sign_in(new, PASSWORD).await.code(), None);
    app.run_jobs().await;
});

on_both_databases!(a_taken_address_is_told_to_its_owner_alone, |app| {
    let (person, other) = (app.registered("vy").await, app.registered("xuan").await);
    let ask = "mutation($email: String!) { requestEmailChange(input: { email: $email }) { viewer { emailChange { newEmail } } } }";
    person.ask(ask, json!({ "email": other.email })).await;
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&other.email)
            .await
            .last()
            .map(String::as_str),
        Some("email_change_taken")
    );
    let confirm =
        "mutation($token: String!) { confirmEmailChange(input: { token: $token }) { changed } }";
    let at_old = json!({ "token": app.token_to(&person.email, "email_change_old").await });
    let data = app.visitor().ask(confirm, at_old).await;
    assert_eq!(data["confirmEmailChange"]["changed"], false);
    let cancel = "mutation { cancelEmailChange { viewer { emailChange { newEmail } } } }";
    let data = person.ask(cancel, json!({})).await;
    assert_eq!(
        data["cancelEmailChange"]["viewer"]["emailChange"],
        Value::Null
    );
});

on_both_databases!(a_closed_account_names_nobody, |app| {
    let person = app.registered("yen").await;
    app.with_totp(&person).await;
    let consent = "mutation { setConsent(input: { purpose: WEEKLY_DIGEST, given: true }) { viewer { consents { purpose } } } }";
    person.ask(consent, json!({})).await;
    let data = person
        .ask("mutation { closeAccount { closed } }", json!({}))
        .await;
    assert_eq!(data["closeAccount"]["closed"], true);
    app.run_jobs().await;
    app.refuses(&person, VIEWER, json!({}), "UNAUTHENTICATED")
        .await;
    assert_eq!(
        app.sign_in(&person.email, PASSWORD).await.code(),
        Some("INVALID_CREDENTIALS")
    );
    for table in [
        "password",
        "totp",
        "recovery_code",
        "session",
        "refresh_token",
        "known_device",
        "account_link",
    ] {
        assert_eq!(app.rows(table).await, 0, "{table}");
    }
    let everything = app.everything().await;
    let last = |row: &&String| row.contains("account_closed");
    for secret in [person.email.as_str(), "Nguyễn Văn An"] {
        let left: Vec<_> = everything
            .iter()
            .filter(|row| row.contains(secret))
            .filter(|row| !last(row))
            .collect();
        assert!(left.is_empty(), "{secret}: {left:#?}");
    }
    assert_eq!(app.templates_to(&person.email).await, ["account_closed"]);
});

on_both_databases!(the_only_owner_of_others_cannot_leave_them, |app| {
    let owner = app
        .member("chu", OrganizationKind::Startup, MembershipRole::Owner)
        .await;
    app.colleague(&owner, MembershipRole::Editor).await;
    app.refuses(
        &owner,
        "mutation { closeAccount { closed } }",
        json!({}),
        "LAST_OWNER",
    )
    .await;
});

on_both_databases!(a_person_gets_everything_we_have_of_her, |app| {
    let person = app.registered("anh").await;
    let (status, data) = app.get_json("/me/export", person.token.as_deref()).await;
    assert_eq!(status, 200);
    assert_eq!(data["account"]["email"], person.email);
    assert_eq!(data["memberships"][0]["role"], "OWNER");
    assert_eq!(data["sessions"].as_array().unwrap().len(), 1);
    assert!(
        data["emails"]
            .as_array()
            .unwrap()
            .iter()
            .any(|mail| mail["subject"] == "Chào mừng đến với i-Forum Smart City")
    );
    assert!(
        data["records"]
            .as_array()
            .unwrap()
            .iter()
            .any(|record| record["action"] == "account.registered")
    );
    assert!(!data.to_string().contains("argon2id"));
    let (status, _) = app.get_json("/me/export", None).await;
    assert_eq!(status, 401);
});

on_both_databases!(a_password_is_weighed_with_the_persons_names, |app| {
    let check = "mutation($input: CheckPasswordInput!) { checkPassword(input: $input) { score accepted remark } }";
    let weigh = |password: &str| json!({ "input": { "password": password, "name": "Nguyễn Thu Hà", "organization": "Công ty Bến Xanh" } });
    let data = app
        .visitor()
        .ask(check, weigh("nguyen thu ha ben xanh"))
        .await;
    assert_eq!(data["checkPassword"]["accepted"], false);
    assert!(
        data["checkPassword"]["remark"]
            .as_str()
            .unwrap()
            .contains("dễ đoán")
    );
    let data = app.visitor().ask(check, weigh(PASSWORD)).await;
    assert_eq!(
        data["checkPassword"],
        json!({ "score": 4, "accepted": true, "remark": null })
    );
});

on_both_databases!(a_profile_changes_what_is_given_and_keeps_the_rest, |app| {
    let profile = "mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { viewer { name locale } } }";
    let person = app
        .member("an", OrganizationKind::Startup, MembershipRole::Viewer)
        .await;
    let data = person
        .ask(profile, json!({ "input": { "name": "  Trần\r\nBình " } }))
        .await;
    assert_eq!(
        data["updateProfile"]["viewer"],
        json!({ "name": "Trần Bình", "locale": "VI" })
    );
    let data = person
        .ask(profile, json!({ "input": { "locale": "EN" } }))
        .await;
    assert_eq!(
        data["updateProfile"]["viewer"],
        json!({ "name": "Trần Bình", "locale": "EN" })
    );
    let empty = app
        .refuses(
            &person,
            profile,
            json!({ "input": { "name": "" } }),
            "REQUIRED",
        )
        .await;
    assert_eq!(empty.field(), Some("name"));
    let long = json!({ "input": { "name": "x".repeat(121) } });
    app.refuses(&person, profile, long, "TOO_LONG").await;
});

on_both_databases!(a_list_is_left_with_one_post_and_no_get, |app| {
    use iforum::accounts::entity::ConsentPurpose::WeeklyDigest;
    use iforum::accounts::store::agrees;
    use iforum::mail::lists;
    let (person, other) = (app.registered("bach").await, app.registered("cuc").await);
    let consent = "mutation { setConsent(input: { purpose: WEEKLY_DIGEST, given: true }) { viewer { consents { purpose } } } }";
    for who in [&person, &other] {
        who.ask(consent, json!({})).await;
    }
    let id = person.user.unwrap();
    let link = lists::link(&app.app, "weekly_digest", id).unwrap();
    let path = link.strip_prefix("http://localhost:8080").unwrap();
    let still = || async { agrees(&app.app.db, id, WeeklyDigest).await.unwrap() };
    app.get_json(path, None).await;
    assert!(still().await);
    let foreign = path.replace(&id.to_string(), &other.user.unwrap().to_string());
    for forged in [
        foreign.as_str(),
        &path[..path.len() - 1],
        "/roi-danh-sach/x.y.z",
    ] {
        assert_eq!(
            app.post_form(forged, "List-Unsubscribe=One-Click").await,
            404,
            "{forged}"
        );
    }
    assert!(
        still().await
            && agrees(&app.app.db, other.user.unwrap(), WeeklyDigest)
                .await
                .unwrap()
    );
    for _ in 0..2 {
        assert_eq!(app.post_form(path, "List-Unsubscribe=One-Click").await, 204);
        assert!(!still().await);
    }
    assert!(
        agrees(&app.app.db, other.user.unwrap(), WeeklyDigest)
            .await
            .unwrap()
    );
});
