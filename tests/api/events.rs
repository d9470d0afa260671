//! What one server commits is heard on another of the same installation.

use std::time::Duration;

use iforum::app::App;
use iforum::events::Event;
use iforum::ids::MatchId;
use tests::{Kind, TestApp};
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);

/// Publishes in a transaction of `app`; commits it or not.
async fn publish(app: &TestApp, event: Event, commit: bool) {
    let txn = app.system().begin().await.unwrap();
    txn.publish(event);
    if commit {
        txn.commit().await.unwrap();
    }
}

fn changed(app: &TestApp) -> Event {
    Event::MatchChanged(MatchId(app.app.ids.next()))
}

#[tokio::test]
async fn an_event_on_one_server_reaches_a_subscriber_on_another() {
    let app = TestApp::start(Kind::Postgres).await;
    let second = App::start(app.app.config.clone(), app.app.clock.clone())
        .await
        .unwrap();
    let mut heard = second.bus.subscribe();
    let listener = tokio::spawn(second.bus.clone().listen(second.db.clone()));
    // Until the second has begun to listen there is nothing to hear.
    let first = async {
        loop {
            publish(&app, changed(&app), true).await;
            if timeout(Duration::from_millis(50), heard.recv())
                .await
                .is_ok()
            {
                break;
            }
        }
    };
    timeout(PATIENCE, first)
        .await
        .expect("the second server listens");
    let (rolled_back, committed) = (changed(&app), changed(&app));
    publish(&app, rolled_back.clone(), false).await;
    publish(&app, committed.clone(), true).await;
    let mut after = Vec::new();
    while after.last() != Some(&committed) {
        after.push(
            timeout(PATIENCE, heard.recv())
                .await
                .expect("in time")
                .unwrap(),
        );
    }
    assert!(!after.contains(&rolled_back));
    // What the second says itself it hears once: from the database.
    let own = changed(&app);
    let txn = iforum::db::begin(&second.db, &second.bus).await.unwrap();
    txn.publish(own.clone());
    txn.commit().await.unwrap();
    assert_eq!(
        timeout(PATIENCE, heard.recv())
            .await
            .expect("in time")
            .unwrap(),
        own
    );
    assert!(
        timeout(Duration::from_millis(200), heard.recv())
            .await
            .is_err()
    );
    listener.abort();
    second.db.clone().close().await.unwrap();
    app.end().await;
}

#[tokio::test]
async fn a_job_on_one_server_wakes_the_worker_of_another() {
    let app = TestApp::start(Kind::Postgres).await;
    let second = App::start(app.app.config.clone(), app.app.clock.clone())
        .await
        .unwrap();
    let listener = tokio::spawn(second.bus.clone().listen(second.db.clone()));
    let woken = async {
        loop {
            publish(&app, Event::Work, true).await;
            if timeout(Duration::from_millis(50), second.bus.work())
                .await
                .is_ok()
            {
                break;
            }
        }
    };
    timeout(PATIENCE, woken).await.expect("the worker is woken");
    listener.abort();
    second.db.clone().close().await.unwrap();
    app.end().await;
}
