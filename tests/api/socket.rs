//! Subscriptions over a real listener.

use std::time::Duration;

use futures_util::SinkExt;
use tests::{Client, Heard, Kind, Server, Socket, TestApp, json};
use tokio_tungstenite::tungstenite::{self, Message};

const CHANGED: &str = "subscription { matchChanged { id status contacts { email } } }";

/// A suggested match, and its two sides.
async fn suggested(app: &TestApp) -> (Client, Client, Client, String) {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&officer, &moderator).await;
    let found = app.suggested_match(&need, &offer).await;
    (officer, firm, moderator, found)
}

async fn introduce(app: &TestApp, moderator: &Client, found: &str) {
    let introduce =
        "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { status } } }";
    moderator.ask(introduce, json!({ "id": found })).await;
    app.run_jobs().await;
}

async fn a_change_is_heard_by_those_it_concerns(kind: Kind) {
    let app = TestApp::start(kind).await;
    let (officer, firm, moderator, found) = suggested(&app).await;
    let server = Server::of(&app).await;
    let mut parties = Vec::new();
    for who in [&officer, &firm, &moderator] {
        parties.push(Socket::of(&server, who).await);
    }
    let mut stranger = Socket::of(&server, &app.firm().await).await;
    for socket in parties.iter_mut().chain([&mut stranger]) {
        socket.subscribe("a", CHANGED).await;
        // A query behind it on the same socket: when it is answered, the subscription stands.
        socket.subscribe("b", "{ __typename }").await;
        assert_eq!(socket.message().await["type"], "next");
        assert_eq!(socket.message().await["type"], "complete");
    }
    introduce(&app, &moderator, &found).await;
    for socket in &mut parties {
        // Two events in one transaction (reviewed, introduced): each reads the row as it is now.
        for _ in 0..2 {
            let change = json!({ "id": found, "status": "INTRODUCED", "contacts": null });
            let message = socket.message().await;
            assert_eq!(
                message,
                json!({ "type": "next", "id": "a", "payload": { "data": { "matchChanged": change } } })
            );
        }
    }
    assert_eq!(
        stranger.hear_within(Duration::from_millis(300)).await,
        Heard::Nothing
    );
    app.end().await;
}

#[tokio::test]
async fn a_change_is_heard_by_its_sides_and_the_alliance_alone_on_sqlite() {
    a_change_is_heard_by_those_it_concerns(Kind::Sqlite).await;
}

#[tokio::test]
async fn a_change_is_heard_by_its_sides_and_the_alliance_alone_on_postgres() {
    a_change_is_heard_by_those_it_concerns(Kind::Postgres).await;
}

#[tokio::test]
async fn who_signed_out_hears_no_more() {
    let app = TestApp::start(Kind::Sqlite).await;
    let (officer, _, moderator, found) = suggested(&app).await;
    let server = Server::of(&app).await;
    let mut socket = Socket::of(&server, &officer).await;
    socket.subscribe("a", CHANGED).await;
    socket.subscribe("b", "{ viewer { email } }").await;
    let data = json!({ "viewer": { "email": officer.email } });
    assert_eq!(socket.message().await["payload"]["data"], data);
    assert_eq!(socket.message().await["type"], "complete");
    officer
        .ask("mutation { signOut { signedOut } }", json!({}))
        .await;
    introduce(&app, &moderator, &found).await;
    let ended = json!({ "id": "a", "type": "complete" });
    assert_eq!(socket.message().await, ended);
    socket.subscribe("c", "{ viewer { email } }").await;
    assert_eq!(
        socket.message().await["payload"]["errors"][0]["extensions"]["code"],
        "UNAUTHENTICATED"
    );
    app.end().await;
}

#[tokio::test]
async fn a_visitor_may_ask_and_not_listen() {
    let app = TestApp::start(Kind::Sqlite).await;
    let server = Server::of(&app).await;
    let mut socket = Socket::of(&server, &app.visitor()).await;
    socket.subscribe("a", "{ viewer { email } }").await;
    assert_eq!(
        socket.message().await["payload"]["data"],
        json!({ "viewer": null })
    );
    assert_eq!(socket.message().await["type"], "complete");
    socket.subscribe("b", CHANGED).await;
    assert_eq!(
        socket.message().await["payload"]["errors"][0]["extensions"]["code"],
        "UNAUTHENTICATED"
    );
    app.end().await;
}

#[tokio::test]
async fn a_forged_token_opens_no_socket() {
    let app = TestApp::start(Kind::Sqlite).await;
    let server = Server::of(&app).await;
    let mut socket = Socket::open(&server, None).await.unwrap();
    socket
        .say(json!({ "type": "connection_init", "payload": { "authorization": "Bearer x" } }))
        .await;
    let Heard::Closed(code) = socket.hear().await else {
        panic!("the socket stays open")
    };
    assert_ne!(code, 1000);
    app.end().await;
}

#[tokio::test]
async fn a_silent_socket_is_closed() {
    let app = TestApp::configured(Kind::Sqlite, &[("LIMITS_SOCKET_INIT_SECONDS", "1")]).await;
    let server = Server::of(&app).await;
    let mut silent = Socket::open(&server, None).await.unwrap();
    let mut chatty = Socket::open(&server, None).await.unwrap();
    chatty.say(json!({ "type": "ping" })).await;
    assert_eq!(chatty.message().await["type"], "pong");
    assert_eq!(silent.hear().await, Heard::Closed(4408));
    assert_eq!(
        chatty.hear().await,
        Heard::Closed(4408),
        "a ping is no beginning"
    );
    app.end().await;
}

#[tokio::test]
async fn pages_of_other_sites_open_no_socket() {
    let app = TestApp::start(Kind::Sqlite).await;
    let server = Server::of(&app).await;
    for origin in [
        "https://elsewhere.example",
        "null",
        "http://127.0.0.1:8081",
        "http://127.0.0.1:8080.elsewhere.example",
    ] {
        match Socket::open(&server, Some(origin)).await {
            Err(tungstenite::Error::Http(answer)) => assert_eq!(answer.status(), 403, "{origin}"),
            other => panic!("{origin}: {:?}", other.err()),
        }
    }
    Socket::open(&server, Some("http://127.0.0.1:8080"))
        .await
        .expect("our own page");
    app.end().await;
}

#[tokio::test]
async fn an_id_is_taken_once_and_operations_are_few() {
    let app = TestApp::configured(Kind::Sqlite, &[("LIMITS_SOCKET_OPERATIONS", "2")]).await;
    let (officer, server) = (app.officer().await, Server::of(&app).await);
    let mut twice = Socket::of(&server, &officer).await;
    twice.subscribe("a", CHANGED).await;
    twice.subscribe("a", CHANGED).await;
    assert_eq!(twice.hear().await, Heard::Closed(4409));
    let mut many = Socket::of(&server, &officer).await;
    for id in ["a", "b", "c"] {
        many.subscribe(id, CHANGED).await;
    }
    assert_eq!(many.hear().await, Heard::Closed(4429));
    let mut tidy = Socket::of(&server, &officer).await;
    tidy.subscribe("a", CHANGED).await;
    for id in ["b", "c", "d"] {
        tidy.subscribe(id, "{ __typename }").await;
        assert_eq!(tidy.message().await["type"], "next");
        assert_eq!(tidy.message().await["type"], "complete");
    }
    app.end().await;
}

#[tokio::test]
async fn the_socket_has_the_same_door() {
    let app = TestApp::start(Kind::Sqlite).await;
    let (officer, server) = (app.officer().await, Server::of(&app).await);
    let mut socket = Socket::of(&server, &officer).await;
    let mut bomb = String::from("subscription { matchChanged { ...F0 } }");
    for i in 0..7 {
        bomb += &format!(
            " fragment F{i} on Match {{ {} }}",
            format!("...F{} ", i + 1).repeat(10)
        );
    }
    bomb += " fragment F7 on Match { id }";
    socket.subscribe("a", &bomb).await;
    assert_eq!(
        socket.message().await["payload"]["errors"][0]["extensions"]["code"],
        "QUERY_TOO_COMPLEX"
    );
    let mut chatter = Socket::of(&server, &officer).await;
    chatter.0.send(Message::text("no JSON")).await.unwrap();
    assert_eq!(chatter.hear().await, Heard::Closed(4400));
    let mut binary = Socket::of(&server, &officer).await;
    binary.0.send(Message::binary(vec![0, 1])).await.unwrap();
    assert_eq!(binary.hear().await, Heard::Closed(4400));
    app.end().await;
}

#[tokio::test]
async fn a_refusal_over_a_socket_is_on_record_too() {
    let app = TestApp::start(Kind::Sqlite).await;
    let server = Server::of(&app).await;
    let (officer, firm) = (app.officer().await, app.firm().await);
    let need = app.open_need(&officer, &app.moderator().await).await;
    let mut socket = Socket::of(&server, &firm).await;
    let query = format!(
        "mutation {{ x: startEvaluation(input: {{ needId: \"{need}\" }}) {{ need {{ id }} }} }}"
    );
    socket.subscribe("1", &query).await;
    let Heard::Said(said) = socket.hear().await else {
        panic!("an answer");
    };
    let code = said.pointer("/payload/errors/0/extensions/code");
    assert_eq!(code, Some(&json!("FORBIDDEN")), "{said}");
    let refused = "action = 'access.refused' AND subject_id = 'startEvaluation'";
    assert_eq!(app.count("audit_record", refused).await, 1);
    assert_eq!(app.count("audit_record", "address = '127.0.0.1'").await, 1);
    app.end().await;
}
