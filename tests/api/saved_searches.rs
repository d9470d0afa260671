//! Saved searches: each person's own, and letters about what is new while she agrees to them.

use chrono::Duration;
use tests::{Client, TestApp, Value, json, on_both_databases};

const SAVE: &str = "mutation($key: String!, $name: String!, $q: String!, $filter: SearchFilter, $often: AlertFrequency!) { saveSearch(input: { clientKey: $key, name: $name, query: $q, filter: $filter, frequency: $often }) { savedSearch { id } } }";
const OWN: &str =
    "{ savedSearches { id name query facets { key values } budget { min max } frequency } }";
const UPDATE: &str = "mutation($id: ID!, $often: AlertFrequency!) { updateSavedSearch(input: { savedSearchId: $id, name: \"Đèn\", frequency: $often }) { savedSearch { frequency } } }";
const DELETE: &str =
    "mutation($id: ID!) { deleteSavedSearch(input: { savedSearchId: $id }) { id } }";
const CONSENTS: &str = "{ viewer { consents { purpose givenAt } } }";

async fn saved(app: &TestApp, who: &Client, words: &str, often: &str) -> Value {
    let search = json!({ "key": app.key(), "name": "Đèn", "q": words, "filter": { "kinds": ["NEED"] }, "often": often });
    let data = who.ask(SAVE, search).await;
    // What comes afterwards comes later.
    app.app.clock.advance(Duration::seconds(1));
    data["saveSearch"]["savedSearch"]["id"].clone()
}

async fn later(app: &TestApp, minutes: i64) {
    app.app.clock.advance(Duration::minutes(minutes));
    iforum::saved_searches::service::schedule(&app.system())
        .await
        .unwrap();
    app.run_jobs().await;
}

async fn alerts(app: &TestApp, who: &Client) -> usize {
    let letters = app.templates_to(&who.email).await;
    letters
        .iter()
        .filter(|letter| *letter == "search_alert")
        .count()
}

on_both_databases!(what_is_new_is_told_once, |app| {
    let (firm, officer) = (app.firm().await, app.officer().await);
    saved(app, &firm, "chiếu sáng", "IMMEDIATE").await;
    saved(app, &firm, "nước thải", "IMMEDIATE").await;
    later(app, 2).await;
    assert_eq!(alerts(app, &firm).await, 0, "nothing is new");
    app.app.clock.advance(Duration::minutes(1));
    app.open_need(&officer, &app.moderator().await).await;
    later(app, 2).await;
    later(app, 2).await;
    assert_eq!(alerts(app, &firm).await, 1);
    let letters = app.mails_to(&firm.email).await;
    let letter = letters
        .iter()
        .find(|letter| letter.0 == "search_alert")
        .unwrap();
    assert!(
        letter.2.contains("Giảm tiền điện chiếu sáng công cộng"),
        "{}",
        letter.2
    );
});

on_both_databases!(a_daily_letter_comes_in_the_morning, |app| {
    let (firm, officer) = (app.firm().await, app.officer().await);
    saved(app, &firm, "chiếu sáng", "DAILY").await;
    app.open_need(&officer, &app.moderator().await).await;
    later(app, 1).await;
    assert_eq!(alerts(app, &firm).await, 0);
    later(app, 24 * 60).await;
    assert_eq!(alerts(app, &firm).await, 1);
});

on_both_databases!(saving_is_consent_and_leaving_ends_the_letters, |app| {
    let (firm, officer) = (app.firm().await, app.officer().await);
    saved(app, &firm, "chiếu sáng", "NEVER").await;
    let given = |data: &Value| {
        let all = data["viewer"]["consents"].as_array().unwrap().clone();
        all.iter().any(|c| c["purpose"] == "SEARCH_ALERTS")
    };
    assert!(!given(&firm.ask(CONSENTS, json!({})).await));
    saved(app, &firm, "chiếu sáng", "IMMEDIATE").await;
    assert!(given(&firm.ask(CONSENTS, json!({})).await));
    let withdraw = "mutation { setConsent(input: { purpose: SEARCH_ALERTS, given: false }) { viewer { id } } }";
    firm.ask(withdraw, json!({})).await;
    app.open_need(&officer, &app.moderator().await).await;
    later(app, 2).await;
    assert_eq!(alerts(app, &firm).await, 0);
});

on_both_databases!(a_search_is_its_owners_alone, |app| {
    let (firm, other) = (app.firm().await, app.firm().await);
    let id = saved(app, &firm, "chiếu sáng", "WEEKLY").await;
    let data = firm.ask(OWN, json!({})).await;
    assert_eq!(
        data["savedSearches"],
        json!([{ "id": id, "name": "Đèn", "query": "chiếu sáng", "facets": [{ "key": "KIND", "values": ["NEED"] }], "budget": null, "frequency": "WEEKLY" }])
    );
    assert_eq!(other.ask(OWN, json!({})).await["savedSearches"], json!([]));
    app.refuses(
        &other,
        UPDATE,
        json!({ "id": id, "often": "NEVER" }),
        "NOT_FOUND",
    )
    .await;
    app.refuses(&other, DELETE, json!({ "id": id }), "NOT_FOUND")
        .await;
    firm.ask(UPDATE, json!({ "id": id, "often": "DAILY" }))
        .await;
    firm.ask(DELETE, json!({ "id": id })).await;
    assert_eq!(firm.ask(OWN, json!({})).await["savedSearches"], json!([]));
});

on_both_databases!(a_double_click_saves_one_and_a_bad_name_none, |app| {
    let firm = app.firm().await;
    let search =
        json!({ "key": app.key(), "name": "Đèn", "q": "đèn", "filter": null, "often": "NEVER" });
    let first = firm.ask(SAVE, search.clone()).await;
    assert_eq!(firm.ask(SAVE, search).await, first);
    for (name, words, code) in [
        ("  ", "đèn".to_owned(), "REQUIRED"),
        (&*"x".repeat(121), "đèn".to_owned(), "TOO_LONG"),
        ("Đèn", "đ".repeat(501), "TOO_LONG"),
    ] {
        let bad =
            json!({ "key": app.key(), "name": name, "q": words, "filter": null, "often": "NEVER" });
        app.refuses(&firm, SAVE, bad, code).await;
    }
    assert_eq!(app.rows("saved_search").await, 1);
});
