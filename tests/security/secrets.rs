//! Promises 57 and 58: what is planted as a secret stands in no table and no log, and a log line is a
//! line.

use std::io::Write;
use std::sync::{Arc, Mutex};

use chrono::Duration;
use tests::{Kind, TestApp, Value, json};
use tracing_subscriber::fmt::MakeWriter;

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Kept {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// The whole database as its drivers print it.
async fn dump(app: &TestApp) -> String {
    use sea_orm::{ConnectionTrait, Statement};
    let db = &app.app.db;
    let backend = db.get_database_backend();
    let tables = if backend == sea_orm::DbBackend::Postgres {
        "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'"
    } else {
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    };
    let mut all = String::new();
    for table in db
        .query_all_raw(Statement::from_string(backend, tables))
        .await
        .unwrap()
    {
        let name: String = table.try_get("", "name").unwrap();
        let rows = format!("SELECT * FROM \"{name}\"");
        for row in db
            .query_all_raw(Statement::from_string(backend, rows))
            .await
            .unwrap()
        {
            all.push_str(&format!("{name} {row:?}\n"));
        }
    }
    all
}

async fn nothing_secret_is_kept(kind: Kind) {
    let kept = Kept::default();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(kept.clone())
        .finish();
    let _logging = tracing::subscriber::set_default(subscriber);
    let app = TestApp::start(kind).await;
    let mut planted: Vec<String> = Vec::new();

    // A life: registration, second factor, tokens, a reset, a change of address; right and wrong.
    let password = "bí mật: hạt é nước dừa";
    let mut input = app.newcomer();
    input["name"] = json!("Dòng một\r\nlevel=ERROR giả\u{1b}[31m\u{2028}dòng ba");
    app.ask_to_register(&input).await;
    app.run_jobs().await;
    let address = "An.Nguyen@haiphong.example";
    let letter = app.token_to(address, "registration").await;
    let answer = app.complete(&letter, password).await;
    let person = app.person_of(&answer, "completeRegistration");
    app.run_jobs().await;
    planted.extend([password.to_owned(), letter, person.token.clone().unwrap()]);
    for name in ["iforum_refresh", "iforum_device"] {
        planted.push(
            answer
                .cookie(name)
                .unwrap()
                .split_once('=')
                .unwrap()
                .1
                .to_owned(),
        );
    }
    let (secret, recovery) = app.with_totp(&person).await;
    planted.push(secret.clone());
    planted.extend(
        recovery
            .iter()
            .flat_map(|code| [code.clone(), code.replace('-', "")]),
    );
    let expires = (app.app.clock.now() + Duration::days(1)).to_rfc3339();
    let make = "mutation($at: DateTime!) { createAccessToken(input: { name: \"x\", scopes: [READ], expiresAt: $at }) { secret } }";
    let data = person.ask(make, json!({ "at": expires })).await;
    planted.push(
        data["createAccessToken"]["secret"]
            .as_str()
            .unwrap()
            .to_owned(),
    );
    let signed_in = app.sign_in(address, password).await;
    planted.push(signed_in.challenge().as_str().unwrap().to_owned());
    app.answer(signed_in.challenge(), &app.code(&secret)).await;
    let wrong = "sai mà vẫn là bí mật nhé";
    app.sign_in(address, wrong).await;
    app.sign_in("unknown\r\n@x.example", wrong).await;
    planted.push(wrong.to_owned());
    let reset =
        "mutation($email: String!) { requestPasswordReset(input: { email: $email }) { email } }";
    app.visitor().ask(reset, json!({ "email": address })).await;
    app.run_jobs().await;
    planted.push(app.token_to(address, "password_reset").await);
    let change = "mutation { requestEmailChange(input: { email: \"moi@haiphong.example\" }) { viewer { id } } }";
    person.ask(change, json!({})).await;
    app.run_jobs().await;
    planted.push(
        app.token_to("moi@haiphong.example", "email_change_new")
            .await,
    );
    planted.push(app.token_to(address, "email_change_old").await);
    let forged = app.visitor();
    forged
        .post(
            "{\"query\":\"{ viewer { id } }\"}",
            &[
                ("authorization", "Bearer eyJ x\tlevel=ERROR"),
                ("user-agent", "x level=ERROR msg=\"gia\""),
            ],
        )
        .await;

    let database = dump(&app).await;
    let logged = String::from_utf8_lossy(&kept.0.lock().unwrap()).into_owned();
    for secret in &planted {
        assert!(secret.len() >= 12, "{secret}");
        assert!(
            !database.contains(secret),
            "{secret} stands in the database"
        );
        assert!(!logged.contains(secret), "{secret} stands in the log");
    }
    assert!(!logged.contains(address), "an address stands in the log");
    // Each line of the log is one record, whatever was in it.
    let bad: Vec<_> = logged
        .lines()
        .filter(|line| serde_json::from_str::<Value>(line).is_err())
        .collect();
    assert!(bad.is_empty(), "{bad:#?}");
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test]
async fn nothing_secret_is_kept_or_logged_sqlite() {
    nothing_secret_is_kept(Kind::Sqlite).await;
}

#[tokio::test]
async fn nothing_secret_is_kept_or_logged_postgres() {
    nothing_secret_is_kept(Kind::Postgres).await;
}
