//! Promises 24, 25 and 32: families of refresh tokens, and the ends of sessions.

use std::collections::BTreeSet;

use chrono::Duration;
use futures_util::future::join_all;
use iforum::accounts;
use iforum::sessions::SignInMethod;
use iforum::sessions::service::{Session, open};
use tests::{Answer, Client, Kind, PASSWORD, TestApp, json};

use crate::share;

const REFRESH: &str = "mutation { refreshSession { accessToken } }";
const VIEWER: &str = "{ viewer { email } }";

/// Opens a session of a person beside the front door: hashing a password a thousand times takes long.
async fn opened(app: &TestApp, person: &Client) -> Session {
    let ctx = app.system();
    let txn = ctx.begin().await.unwrap();
    let user = accounts::store::find(&txn, person.user.unwrap())
        .await
        .unwrap();
    open(&ctx, txn, user.unwrap(), SignInMethod::Password, false)
        .await
        .unwrap()
}

async fn refresh(app: &TestApp, token: &str) -> Answer {
    let cookie = format!("iforum_refresh={token}");
    let body = json!({ "query": REFRESH }).to_string();
    app.visitor().post(&body, &[("cookie", &cookie)]).await
}

fn next(answer: &Answer) -> String {
    let pair = answer.cookie("iforum_refresh").expect("a successor");
    pair.split_once('=').unwrap().1.to_owned()
}

async fn a_stolen_token_lives_no_longer_than_its_discovery(kind: Kind) {
    let app = TestApp::start(kind).await;
    let person = app.officer().await;
    let (mut alive, mut locked_out) = (0, 0);
    for family in 0..share(1000) {
        let stolen = opened(&app, &person).await.refresh_token;
        // The owner goes on; sometimes an answer is lost and asked for again, in time.
        let mut token = next(&refresh(&app, &stolen).await);
        if family % 3 == 0 {
            let again = refresh(&app, &stolen).await;
            locked_out += usize::from(again.code().is_some() || next(&again) != token);
        }
        for _ in 0..family % 4 {
            let lost = refresh(&app, &token).await;
            let again = refresh(&app, &token).await;
            locked_out += usize::from(again.code().is_some() || next(&lost) != next(&again));
            token = next(&again);
        }
        // Now the thief: late, very late, or at once after the owner has moved on.
        app.app
            .clock
            .advance(Duration::seconds([30, 86_400, 0][family % 3]));
        if family % 3 == 2 {
            token = next(&refresh(&app, &token).await);
        }
        let thief = join_all((0..3).map(|_| refresh(&app, &stolen))).await;
        alive += thief
            .iter()
            .filter(|answer| answer.code().is_none())
            .count();
        alive += usize::from(refresh(&app, &token).await.code().is_none());
    }
    assert_eq!((alive, locked_out), (0, 0));
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test]
async fn a_stolen_token_ends_its_family_and_no_honest_one_sqlite() {
    a_stolen_token_lives_no_longer_than_its_discovery(Kind::Sqlite).await;
}

#[tokio::test]
async fn a_stolen_token_ends_its_family_and_no_honest_one_postgres() {
    a_stolen_token_lives_no_longer_than_its_discovery(Kind::Postgres).await;
}

async fn fifty_at_once_are_one_chain(kind: Kind) {
    let app = TestApp::start(kind).await;
    let person = app.officer().await;
    for _ in 0..share(500) {
        let first = opened(&app, &person).await.refresh_token;
        let before = app.rows("refresh_token").await;
        let answers = join_all((0..50).map(|_| refresh(&app, &first))).await;
        let successors: BTreeSet<_> = answers.iter().map(next).collect();
        assert_eq!(successors.len(), 1);
        assert_eq!(app.rows("refresh_token").await, before + 1);
    }
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test]
async fn fifty_refreshes_at_once_make_one_successor_sqlite() {
    fifty_at_once_are_one_chain(Kind::Sqlite).await;
}

#[tokio::test]
async fn fifty_refreshes_at_once_make_one_successor_postgres() {
    fifty_at_once_are_one_chain(Kind::Postgres).await;
}

/// After each way in which sessions end, none answers; on this process at once.
async fn ended_is_ended(kind: Kind) {
    let app = TestApp::start(kind).await;
    let mut live = 0;
    for (round, end) in [
        "signOut",
        "changePassword",
        "resetPassword",
        "closeAccount",
        "endOtherSessions",
    ]
    .iter()
    .enumerate()
    {
        let person = app.registered(&format!("end{round}")).await;
        let mut others = Vec::new();
        for _ in 0..share(40) {
            others.push(opened(&app, &person).await);
        }
        let client = |session: &Session| {
            let mut client = app.visitor();
            client.token = Some(session.access_token.clone());
            client
        };
        for other in &others {
            client(other).ask(VIEWER, json!({})).await;
        }
        let victims: Vec<&Session> = match *end {
            "signOut" => {
                let out = "mutation { signOut { signedOut } }";
                for other in &others {
                    client(other).ask(out, json!({})).await;
                }
                others.iter().collect()
            }
            "changePassword" => {
                let change = "mutation { changePassword(input: { password: \"trăng lên đỉnh núi mờ\" }) { viewer { id } } }";
                person.ask(change, json!({})).await;
                others.iter().collect()
            }
            "resetPassword" => {
                let ask = "mutation($email: String!) { requestPasswordReset(input: { email: $email }) { email } }";
                app.visitor()
                    .ask(ask, json!({ "email": person.email }))
                    .await;
                app.run_jobs().await;
                let token = app.token_to(&person.email, "password_reset").await;
                let set = "mutation($input: SetPasswordInput!) { resetPassword(input: $input) { reset } }";
                let input = json!({ "token": token, "password": PASSWORD });
                app.visitor().ask(set, json!({ "input": input })).await;
                others.iter().collect()
            }
            "closeAccount" => {
                person
                    .ask("mutation { closeAccount { closed } }", json!({}))
                    .await;
                others.iter().collect()
            }
            _ => {
                person
                    .ask("mutation { endOtherSessions { ended } }", json!({}))
                    .await;
                others.iter().collect()
            }
        };
        for victim in victims {
            live += usize::from(
                client(victim)
                    .send(VIEWER, json!({}))
                    .await
                    .code()
                    .is_none(),
            );
            live += usize::from(refresh(&app, &victim.refresh_token).await.code().is_none());
        }
    }
    assert_eq!(live, 0);
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test]
async fn no_session_outlives_its_end_sqlite() {
    ended_is_ended(Kind::Sqlite).await;
}

#[tokio::test]
async fn no_session_outlives_its_end_postgres() {
    ended_is_ended(Kind::Postgres).await;
}
