//! Promise 26: forged access tokens are refused, and break nothing.

use aws_lc_rs::hmac;
use aws_lc_rs::signature::Ed25519KeyPair;
use data_encoding::BASE64URL_NOPAD;
use tests::{Kind, TestApp, Value, json};

const VIEWER: &str = "{ viewer { email } }";

fn part(value: &Value) -> String {
    BASE64URL_NOPAD.encode(value.to_string().as_bytes())
}

fn read(part: &str) -> Value {
    serde_json::from_slice(&BASE64URL_NOPAD.decode(part.as_bytes()).unwrap()).unwrap()
}

fn with(mut value: Value, field: &str, to: Value) -> Value {
    match to {
        Value::Null => {
            value.as_object_mut().unwrap().remove(field);
        }
        to => value[field] = to,
    }
    value
}

/// Signs with a key of the forger's.
fn signed(header: &Value, claims: &Value) -> String {
    let pair = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap();
    let body = format!("{}.{}", part(header), part(claims));
    let signature = BASE64URL_NOPAD.encode(pair.sign(body.as_bytes()).as_ref());
    format!("{body}.{signature}")
}

#[tokio::test]
async fn no_forgery_opens_anything() {
    let app = TestApp::configured(
        Kind::Sqlite,
        &[("SESSION_ACCESS_MINUTES", "15"), ("SESSION_KEY_DAYS", "30")],
    )
    .await;
    let elsewhere = TestApp::start(Kind::Sqlite).await;
    let person = app.officer().await;
    let token = person.token.clone().unwrap();
    let parts: Vec<&str> = token.split('.').collect();
    let (header, claims) = (read(parts[0]), read(parts[1]));
    let signature = parts[2];
    let (_, keys) = app.get_json("/.well-known/jwks.json", None).await;
    let public = BASE64URL_NOPAD
        .decode(keys["keys"][0]["x"].as_str().unwrap().as_bytes())
        .unwrap();
    let now = app.app.clock.now().timestamp();
    let mut forged: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, token: String| forged.push((name.to_owned(), token));

    // Algorithms that are none, or take the public key for a shared secret.
    for alg in [
        "none", "None", "NONE", "nOnE", "", "HS256", "HS384", "HS512", "RS256", "ES256", "PS256",
        "Ed25519", "EDDSA",
    ] {
        let header = with(header.clone(), "alg", json!(alg));
        let body = format!("{}.{}", part(&header), parts[1]);
        add(&format!("alg {alg}, no signature"), format!("{body}."));
        add(
            &format!("alg {alg}, the old signature"),
            format!("{body}.{signature}"),
        );
        for key in [
            public.clone(),
            keys["keys"][0]["x"].to_string().into_bytes(),
        ] {
            let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key), body.as_bytes());
            add(
                &format!("alg {alg}, HMAC with the public key"),
                format!("{body}.{}", BASE64URL_NOPAD.encode(tag.as_ref())),
            );
        }
    }
    // Keys that the token brings along or points to.
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": BASE64URL_NOPAD.encode(aws_lc_rs::signature::KeyPair::public_key(&Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap()).as_ref()) });
    for (field, value) in [
        ("jwk", jwk.clone()),
        ("jku", json!("https://evil.example/keys.json")),
        ("x5u", json!("https://evil.example/cert.pem")),
        ("x5c", json!(["AAAA"])),
        ("kid", json!("../../../etc/passwd")),
        ("kid", json!("' OR 1=1 --")),
        ("kid", json!("")),
        ("kid", json!("0123456789abcdef")),
        ("kid", Value::Null),
        ("crit", json!(["exp"])),
        ("typ", json!("JWT")),
        ("typ", json!("id_token")),
        ("typ", Value::Null),
        ("cty", json!("JWT")),
    ] {
        add(
            &format!("header {field} {value}, forger's key"),
            signed(&with(header.clone(), field, value.clone()), &claims),
        );
        let moved = format!(
            "{}.{}.{signature}",
            part(&with(header.clone(), field, value.clone())),
            parts[1]
        );
        if moved != token {
            add(&format!("header {field} {value}, the old signature"), moved);
        }
    }
    // Claims of somebody else, with the forger's key and with the old signature.
    for (field, value) in [
        ("sub", json!("00000000-0000-0000-0000-000000000001")),
        ("sid", json!("00000000-0000-0000-0000-000000000001")),
        ("exp", json!(now + 1_000_000)),
        ("exp", json!("never")),
        ("exp", json!(-1)),
        ("exp", json!(1e300)),
        ("aud", json!("another-api")),
        ("aud", json!(["iforum-api", "x"])),
        ("iss", json!("https://evil.example")),
        ("iss", Value::Null),
        ("aud", Value::Null),
        ("exp", Value::Null),
        ("role", json!("administrator")),
    ] {
        let claims = with(claims.clone(), field, value.clone());
        add(
            &format!("claim {field} {value}, forger's key"),
            signed(&header, &claims),
        );
        add(
            &format!("claim {field} {value}, the old signature"),
            format!("{}.{}.{signature}", parts[0], part(&claims)),
        );
    }
    // Cut, stretched, mangled.
    for cut in [1, 2, 3, 10, signature.len()] {
        add("cut at the end", token[..token.len() - cut].to_owned());
        add("cut at the start", token[cut..].to_owned());
    }
    for text in [
        "",
        ".",
        "..",
        "...",
        "a.b.c",
        "null",
        "undefined",
        "Bearer",
        "{}",
        "\u{feff}",
    ] {
        add("no token", text.to_owned());
    }
    add("one part more", format!("{token}.x"));
    add("padded", format!("{token}="));
    add("twice", format!("{token}{token}"));
    add(
        "huge",
        format!("{}.{}.{signature}", parts[0], "A".repeat(100_000)),
    );
    add("the signature's last bit", {
        let mut bytes = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        format!(
            "{}.{}.{}",
            parts[0],
            parts[1],
            BASE64URL_NOPAD.encode(&bytes)
        )
    });
    // Tokens that are good for something else.
    add(
        "of another installation",
        elsewhere.officer().await.token.unwrap(),
    );
    let refresh = app
        .register(&app.newcomer())
        .await
        .cookie("iforum_refresh")
        .unwrap();
    add(
        "a refresh token",
        refresh.split_once('=').unwrap().1.to_owned(),
    );
    add(
        "a program's token that nobody made",
        format!("iforum_pat_{}", "0".repeat(64)),
    );
    add("the prefix alone", "iforum_pat_".to_owned());
    assert!(forged.len() >= 71, "{}", forged.len());

    for (name, forgery) in &forged {
        let mut thief = app.visitor();
        thief.token = Some(
            forgery
                .chars()
                .filter(|c| c.is_ascii_graphic() || *c == ' ')
                .collect(),
        );
        let answer = thief.send(VIEWER, json!({})).await;
        assert!(answer.status.as_u16() < 500, "{name}: {}", answer.status);
        assert_eq!(
            answer.code(),
            Some("UNAUTHENTICATED"),
            "{name}: {:#}",
            answer.body
        );
        assert_eq!(answer.body.get("data"), None, "{name}");
    }
    // And one that was good: expired, and of a session that has ended.
    person.ask(VIEWER, json!({})).await;
    app.app.clock.advance(chrono::Duration::minutes(15));
    person.refused(VIEWER, json!({}), "TOKEN_EXPIRED").await;
    app.end().await;
    elsewhere.end().await;
}
