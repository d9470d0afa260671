//! Promise 27: links in letters work once, for one person, for a short time, and lead to us alone.

use chrono::Duration;
use tests::{Kind, PASSWORD, TestApp, json};

use crate::share;

const ASK: &str =
    "mutation($email: String!) { requestPasswordReset(input: { email: $email }) { email } }";
const SET: &str = "mutation($input: SetPasswordInput!) { resetPassword(input: $input) { reset } }";

async fn a_link_is_good_once(kind: Kind) {
    // As many letters as the test asks for.
    let settings = [
        ("RATES_MAIL_ACCOUNT", "100000/1s"),
        ("RATES_MAIL_ADDRESS", "100000/1s"),
    ];
    let app = TestApp::configured(kind, &settings).await;
    let (person, other) = (app.registered("chu").await, app.registered("khac").await);
    let mut second_uses = 0;
    let set = |token: &str| json!({ "input": { "token": token, "password": PASSWORD } });
    for round in 0..share(500) {
        // By a forged Host the letter still leads to the configured one.
        let body = json!({ "query": ASK, "variables": { "email": person.email } }).to_string();
        let forged = [
            ("host", "evil.example"),
            ("x-forwarded-host", "evil.example"),
            ("forwarded", "host=evil.example"),
        ];
        assert_eq!(app.visitor().post(&body, &forged).await.code(), None);
        app.run_jobs().await;
        let letters = app.mails_to(&person.email).await;
        let letter = letters
            .iter()
            .rev()
            .find(|mail| mail.0 == "password_reset")
            .unwrap();
        assert!(
            letter.2.contains("http://localhost:8080/dat-lai-mat-khau#"),
            "{}",
            letter.2
        );
        assert!(!letter.2.contains("evil"), "{}", letter.2);
        let token = app.token_to(&person.email, "password_reset").await;
        // A scanner that opens what it finds uses nothing up.
        for path in ["/dat-lai-mat-khau", "/en/dat-lai-mat-khau"] {
            app.get_json(&format!("{path}?{token}"), None).await;
        }
        let refused = match round % 5 {
            // After a newer one, after its time, for another kind of page.
            0 => {
                app.visitor()
                    .ask(ASK, json!({ "email": person.email }))
                    .await;
                app.run_jobs().await;
                vec![token.clone()]
            }
            1 => {
                app.app.clock.advance(Duration::minutes(30));
                vec![token.clone()]
            }
            2 => {
                let wrong = "mutation($input: SetPasswordInput!) { completeRegistration(input: $input) { accessToken } }";
                app.visitor()
                    .refused(wrong, set(&token), "LINK_INVALID")
                    .await;
                app.visitor().ask(SET, set(&token)).await;
                vec![token.clone(), token.to_uppercase(), format!(" {token}x")]
            }
            // At once, from many sides: one comes through.
            3 => {
                let all = futures_util::future::join_all((0..4).map(|_| {
                    let (client, input) = (app.visitor(), set(&token));
                    async move { client.send(SET, input).await.code().is_none() }
                }))
                .await;
                assert_eq!(all.iter().filter(|good| **good).count(), 1);
                vec![token.clone()]
            }
            // The proof of one link behind the name of another.
            _ => {
                app.visitor()
                    .ask(ASK, json!({ "email": other.email }))
                    .await;
                app.run_jobs().await;
                let theirs = app.token_to(&other.email, "password_reset").await;
                let swapped = format!(
                    "{}.{}",
                    theirs.split_once('.').unwrap().0,
                    token.split_once('.').unwrap().1
                );
                vec![swapped]
            }
        };
        for token in refused {
            let answer = app.visitor().send(SET, set(&token)).await;
            second_uses += usize::from(answer.code() != Some("LINK_INVALID"));
        }
        app.run_jobs().await;
    }
    assert_eq!(second_uses, 0);
    app.end().await;
}

#[tokio::test]
async fn links_work_once_sqlite() {
    a_link_is_good_once(Kind::Sqlite).await;
}

#[tokio::test]
async fn links_work_once_postgres() {
    a_link_is_good_once(Kind::Postgres).await;
}
