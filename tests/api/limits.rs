//! Limits that hold over several processes, and the house that is kept.

use chrono::Duration;
use futures_util::future::join_all;
use iforum::app::App;
use iforum::{housekeeping, http, schema};
use tests::{Client, Kind, TestApp, json, on_both_databases};

const SEARCH: &str = "{ needs(filter: { query: \"nuoc\" }) { totalCount } }";
const LIST: &str = "{ needs { totalCount } }";

#[tokio::test]
async fn searches_are_limited_and_lists_are_not() {
    let app = TestApp::configured(Kind::Sqlite, &[("RATES_SEARCH", "8/10s")]).await;
    let mut answered = 0;
    for _ in 0..30 {
        answered += usize::from(app.visitor().send(SEARCH, json!({})).await.code().is_none());
        app.visitor().ask(LIST, json!({})).await;
    }
    // A quarter of the burst is counted by the process alone.
    assert_eq!(answered, 8 + 2);
    let refused = app.visitor().send(SEARCH, json!({})).await;
    assert_eq!(
        (refused.code(), refused.status.as_u16()),
        (Some("RATE_LIMITED"), 429)
    );
    app.app.clock.advance(Duration::seconds(10));
    app.visitor().ask(SEARCH, json!({})).await;
    app.end().await;
}

#[tokio::test]
async fn two_servers_over_one_database_count_together() {
    let app = TestApp::start(Kind::Postgres).await;
    // Another process over the same database: its own memory, its own connections.
    let db = iforum::db::connect(app.database_url()).await.unwrap();
    let other = App::on(app.app.config.clone(), app.app.clock.clone(), db).unwrap();
    let router = http::router(std::sync::Arc::clone(&other), schema::build(&other.config));
    let sign_in = "mutation { signIn(input: { email: \"a@b.example\", password: \"đoán mò một câu\" }) { session { accessToken } } }";
    let (here, there) = (app.visitor(), Client::visitor(router));
    let answers = join_all((0..30).map(|n| {
        let client = if n % 2 == 0 { &here } else { &there };
        client.send(sign_in, json!({}))
    }))
    .await;
    let looked_at = answers
        .iter()
        .filter(|a| a.code() == Some("INVALID_CREDENTIALS"))
        .count();
    assert_eq!(looked_at, 10, "the burst of one account, whoever asks");
    assert!(
        answers
            .iter()
            .all(|a| matches!(a.code(), Some("INVALID_CREDENTIALS" | "RATE_LIMITED")))
    );
    let _ = other.db.clone().close().await;
    app.end().await;
}

on_both_databases!(the_house_is_kept, |app| {
    let person = app.registered("don-dep").await;
    app.sign_in(&person.email, "sai mật khẩu rồi nhé").await;
    app.visitor()
        .ask(
            "mutation { beginPasskeySignIn { challenge { challenge } } }",
            json!({}),
        )
        .await;
    let ctx = app.system();
    assert_eq!(
        housekeeping::sweep(&ctx).await.unwrap(),
        0,
        "nothing is old yet"
    );
    for table in [
        "rate_limit",
        "challenge",
        "account_link",
        "client_key",
        "job",
        "email",
        "session",
    ] {
        assert!(app.rows(table).await > 0, "{table}");
    }
    app.app.clock.advance(Duration::days(366));
    housekeeping::sweep(&ctx).await.unwrap();
    for table in [
        "rate_limit",
        "challenge",
        "account_link",
        "client_key",
        "job",
        "email",
        "refresh_token",
        "session",
    ] {
        assert_eq!(app.rows(table).await, 0, "{table}");
    }
    for table in ["user_account", "organization", "membership", "password"] {
        assert!(app.rows(table).await > 0, "{table}");
    }
});
