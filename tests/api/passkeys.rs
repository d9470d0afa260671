//! Passkeys: made, used as first factor and as second, refused when they prove nothing.

use tests::{Answer, Client, Device, PASSWORD, TestApp, Value, json, on_both_databases};

const BEGIN: &str = "mutation { beginPasskey { challenge options } }";
const ADD: &str = "mutation($input: AddPasskeyInput!) { addPasskey(input: $input) { recoveryCodes viewer { credentials { passkeys { id name lastUsedAt } } } } }";
const ASK: &str =
    "mutation { beginPasskeySignIn { challenge { challenge methods passkeyOptions } } }";
const SIGN_IN: &str = "mutation($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { accessToken viewer { id email staffRole secondFactorMissing } } }";
const ANSWER: &str = "mutation($input: AnswerChallengeInput!) { answerChallenge(input: $input) { accessToken viewer { email } } }";

/// Makes a passkey on a device for a person.
async fn with_passkey(person: &Client, device: &mut Device, name: &str) -> Value {
    let data = person.ask(BEGIN, json!({})).await;
    let options = data["beginPasskey"]["options"].as_str().unwrap();
    let made = device.create(options).await.expect("a passkey");
    let input =
        json!({ "challenge": data["beginPasskey"]["challenge"], "passkey": made, "name": name });
    person.ask(ADD, json!({ "input": input })).await["addPasskey"].clone()
}

/// Asks anybody for a passkey, and lets the device sign.
async fn signed(app: &TestApp, device: &mut Device) -> Value {
    let data = app.visitor().ask(ASK, json!({})).await;
    let asked = &data["beginPasskeySignIn"]["challenge"];
    assert_eq!(asked["methods"], json!(["PASSKEY"]));
    let signed = device.get(asked["passkeyOptions"].as_str().unwrap()).await;
    json!({ "input": { "challenge": asked["challenge"], "passkey": signed.expect("a signature") } })
}

on_both_databases!(a_passkey_signs_in_by_itself_and_is_both_factors, |app| {
    let (person, mut device) = (app.registered("bao").await, Device::new());
    let added = with_passkey(&person, &mut device, "Điện thoại của Bảo").await;
    assert_eq!(added["recoveryCodes"].as_array().unwrap().len(), 10);
    let passkeys = &added["viewer"]["credentials"]["passkeys"];
    assert_eq!(passkeys[0]["name"], "Điện thoại của Bảo");
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&person.email)
            .await
            .last()
            .map(String::as_str),
        Some("credential_changed")
    );
    let input = signed(app, &mut device).await;
    let answer = app.visitor().send(SIGN_IN, input.clone()).await;
    let viewer = &answer.body["data"]["signInWithPasskey"]["viewer"];
    assert_eq!(viewer["email"], person.email, "{:#}", answer.body);
    let sessions = "{ viewer { sessions { method strong current } } }";
    let here = app
        .person_of(&answer, "signInWithPasskey")
        .ask(sessions, json!({}))
        .await;
    let current = json!({ "method": "PASSKEY", "strong": true, "current": true });
    assert!(
        here["viewer"]["sessions"]
            .as_array()
            .unwrap()
            .contains(&current),
        "{here:#}"
    );
    // The same signature again.
    app.visitor().refused(SIGN_IN, input, "LINK_INVALID").await;
    app.run_jobs().await;
});

on_both_databases!(a_passkey_is_a_second_factor_behind_the_password, |app| {
    let (person, mut device) = (app.registered("chi").await, Device::new());
    with_passkey(&person, &mut device, "Khóa bảo mật").await;
    let signed_in: Answer = app.sign_in(&person.email, PASSWORD).await;
    let asked = &signed_in.body["data"]["signIn"]["challenge"];
    assert_eq!(asked["methods"], json!(["PASSKEY", "CODE"]));
    let signature = device
        .get(asked["passkeyOptions"].as_str().unwrap())
        .await
        .unwrap();
    let input = json!({ "input": { "challenge": asked["challenge"], "passkey": signature } });
    let data = app.visitor().ask(ANSWER, input.clone()).await;
    assert_eq!(data["answerChallenge"]["viewer"]["email"], person.email);
    app.visitor().refused(ANSWER, input, "LINK_INVALID").await;
    app.run_jobs().await;
});

on_both_databases!(anothers_passkey_proves_nothing, |app| {
    let (person, thief) = (
        app.registered("diep").await,
        app.registered("ke-gian").await,
    );
    let (mut hers, mut his) = (Device::new(), Device::new());
    with_passkey(&person, &mut hers, "Của Diệp").await;
    with_passkey(&thief, &mut his, "Của kẻ gian").await;
    // His signature as the second factor of her sign-in.
    let signed_in = app.sign_in(&person.email, PASSWORD).await;
    let asked = &signed_in.body["data"]["signIn"]["challenge"];
    assert_eq!(
        his.get(asked["passkeyOptions"].as_str().unwrap()).await,
        None
    );
    let foreign = signed(app, &mut his).await;
    let input = json!({ "input": { "challenge": asked["challenge"], "passkey": foreign["input"]["passkey"] } });
    app.visitor()
        .refused(ANSWER, input, "INVALID_CREDENTIALS")
        .await;
    // His signature with her name on it.
    let mut forged: Value =
        serde_json::from_str(foreign["input"]["passkey"].as_str().unwrap()).unwrap();
    let own = signed(app, &mut hers).await;
    let own: Value = serde_json::from_str(own["input"]["passkey"].as_str().unwrap()).unwrap();
    for field in ["id", "rawId"] {
        forged[field] = own[field].clone();
    }
    forged["response"]["userHandle"] = own["response"]["userHandle"].clone();
    let input = json!({ "input": { "challenge": foreign["input"]["challenge"], "passkey": forged.to_string() } });
    app.visitor()
        .refused(SIGN_IN, input, "INVALID_CREDENTIALS")
        .await;
    app.run_jobs().await;
});

on_both_databases!(a_passkey_of_another_site_is_refused, |app| {
    let (person, mut here) = (app.registered("giao").await, Device::new());
    with_passkey(&person, &mut here, "Máy tính").await;
    // A page that looks like ours cannot even ask.
    let mut elsewhere = Device::at("https://iforum.example.net");
    let data = app.visitor().ask(ASK, json!({})).await;
    let options = data["beginPasskeySignIn"]["challenge"]["passkeyOptions"]
        .as_str()
        .unwrap();
    assert_eq!(elsewhere.get(options).await, None);
    // A signature that says that it was given elsewhere.
    let mut input = signed(app, &mut here).await;
    let mut answer: Value =
        serde_json::from_str(input["input"]["passkey"].as_str().unwrap()).unwrap();
    let client_data = data_encoding::BASE64URL_NOPAD
        .decode(
            answer["response"]["clientDataJSON"]
                .as_str()
                .unwrap()
                .as_bytes(),
        )
        .unwrap();
    let moved = String::from_utf8(client_data)
        .unwrap()
        .replace("localhost:8080", "evil.example");
    answer["response"]["clientDataJSON"] =
        json!(data_encoding::BASE64URL_NOPAD.encode(moved.as_bytes()));
    input["input"]["passkey"] = json!(answer.to_string());
    app.visitor()
        .refused(SIGN_IN, input, "INVALID_CREDENTIALS")
        .await;
    app.run_jobs().await;
});

on_both_databases!(what_is_no_passkey_is_refused_with_a_sentence, |app| {
    let person = app.registered("hien").await;
    for nonsense in [
        "",
        "{}",
        "null",
        "[]",
        "{\"id\":1}",
        &"x".repeat(10_000),
        "\u{0}",
    ] {
        let data = person.ask(BEGIN, json!({})).await;
        let input = json!({ "challenge": data["beginPasskey"]["challenge"], "passkey": nonsense, "name": "x" });
        let answer = person.send(ADD, json!({ "input": input })).await;
        assert!(
            matches!(answer.code(), Some("INVALID_CREDENTIALS" | "BAD_REQUEST")),
            "{nonsense:.20} {:#}",
            answer.body
        );
        let data = app.visitor().ask(ASK, json!({})).await;
        let input = json!({ "challenge": data["beginPasskeySignIn"]["challenge"]["challenge"], "passkey": nonsense });
        let answer = app.visitor().send(SIGN_IN, json!({ "input": input })).await;
        assert!(
            matches!(answer.code(), Some("INVALID_CREDENTIALS" | "BAD_REQUEST")),
            "{nonsense:.20} {:#}",
            answer.body
        );
    }
    // A challenge that somebody else began.
    let other = app.registered("khac").await;
    let data = other.ask(BEGIN, json!({})).await;
    let made = Device::new()
        .create(data["beginPasskey"]["options"].as_str().unwrap())
        .await;
    let input =
        json!({ "challenge": data["beginPasskey"]["challenge"], "passkey": made, "name": "x" });
    person
        .refused(ADD, json!({ "input": input }), "INVALID_CREDENTIALS")
        .await;
});

on_both_databases!(a_passkey_is_renamed_and_removed_by_its_owner_alone, |app| {
    let (person, other) = (app.registered("khoa").await, app.registered("linh").await);
    let added = with_passkey(&person, &mut Device::new(), "Cũ").await;
    let id = &added["viewer"]["credentials"]["passkeys"][0]["id"];
    let rename = "mutation($id: ID!, $name: String!) { renamePasskey(input: { passkeyId: $id, name: $name }) { viewer { credentials { passkeys { name } } } } }";
    let remove = "mutation($id: ID!) { removePasskey(input: { passkeyId: $id }) { viewer { credentials { passkeys { name } recoveryCodesLeft } } } }";
    app.refuses(
        &other,
        rename,
        json!({ "id": id, "name": "Mới" }),
        "NOT_FOUND",
    )
    .await;
    app.refuses(&other, remove, json!({ "id": id }), "NOT_FOUND")
        .await;
    let data = person.ask(rename, json!({ "id": id, "name": "Mới" })).await;
    assert_eq!(
        data["renamePasskey"]["viewer"]["credentials"]["passkeys"],
        json!([{ "name": "Mới" }])
    );
    let data = person.ask(remove, json!({ "id": id })).await;
    let left = &data["removePasskey"]["viewer"]["credentials"];
    assert_eq!(left, &json!({ "passkeys": [], "recoveryCodesLeft": 0 }));
    app.run_jobs().await;
});

#[tokio::test]
async fn there_are_no_passkeys_at_a_bare_number() {
    let settings = [("PUBLIC_URL", "http://127.0.0.1:8080")];
    let app = TestApp::configured(tests::Kind::Sqlite, &settings).await;
    let data = app.visitor().ask("{ passkeysAvailable }", json!({})).await;
    assert_eq!(data["passkeysAvailable"], false);
    app.visitor().refused(ASK, json!({}), "INVALID_INPUT").await;
    app.end().await;
}
