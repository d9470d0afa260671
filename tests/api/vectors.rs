//! Sentence vectors: computed by jobs where a model is there, and nothing breaks where it is not.

use iforum::{offers, vectors};
use tests::{Kind, TestApp, Value, json};

const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/api/tiny-model");
const STATE: &str = "{ engine { model { state version problem vectors } } }";

async fn state(app: &TestApp) -> Value {
    let administrator = app.administrator().await;
    administrator.ask(STATE, json!({})).await["engine"]["model"].clone()
}

async fn sweep(app: &TestApp) {
    let ctx = app.system();
    vectors::service::schedule(&ctx).await.expect("looked");
    app.run_jobs().await;
}

async fn vectors_follow_the_texts(kind: Kind) {
    let app = TestApp::configured(kind, &[("ENGINE_MODEL_FOLDER", MODEL)]).await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&officer, &moderator).await;
    sweep(&app).await;
    // Need and offer, each in two languages.
    let model = state(&app).await;
    assert_eq!(model["state"], "READY");
    assert_eq!(model["vectors"], 4, "{model}");
    let ranked = "query($id: ID!) { need(id: $id) { matches { nodes { modelVersion factors { key weight } } } } }";
    let data = officer.ask(ranked, json!({ "id": need })).await;
    let found = &data["need"]["matches"]["nodes"][0];
    assert_eq!(found["modelVersion"], model["version"]);
    let factors = found["factors"].as_array().unwrap();
    assert!(factors.iter().any(|factor| factor["key"] == "MEANING"));
    let rows = || async {
        let id: iforum::ids::OfferId = offer.parse().unwrap();
        let version = model["version"].as_str().unwrap();
        let of = vectors::store::of_many(&app.app.db, &[id.0], version).await;
        of.unwrap().remove(&id.0).unwrap()
    };
    let before = rows().await;
    // Nothing is stale: nothing is computed.
    sweep(&app).await;
    assert_eq!(rows().await, before);
    // The model reads letters without accents: other words, another vector.
    app.app.clock.advance(chrono::Duration::minutes(1));
    let id: iforum::ids::OfferId = offer.parse().unwrap();
    let db = &app.app.db;
    let mut row = offers::store::find(db, id).await.unwrap().unwrap();
    row.title.en = Some("A quite different thing for smart city people".to_owned());
    row.updated_at = app.app.clock.now();
    offers::store::update(db, row).await.unwrap();
    sweep(&app).await;
    let after = rows().await;
    let of = |rows: &[vectors::Vector], language: &str| {
        let row = rows.iter().find(|row| row.language == language);
        row.map(|row| row.vector.clone())
    };
    assert_eq!(of(&before, "vi"), of(&after, "vi"), "it says the same");
    assert_ne!(of(&before, "en"), of(&after, "en"));
    app.end().await;
}

#[tokio::test]
async fn vectors_follow_the_texts_sqlite() {
    vectors_follow_the_texts(Kind::Sqlite).await;
}

#[tokio::test]
async fn vectors_follow_the_texts_postgres() {
    vectors_follow_the_texts(Kind::Postgres).await;
}

#[tokio::test]
async fn a_folder_that_is_no_model_is_named_and_does_no_harm() {
    let empty = tempfile::tempdir().unwrap();
    let folder = empty.path().display().to_string();
    let settings = [("ENGINE_MODEL_FOLDER", folder.as_str())];
    let app = TestApp::configured(Kind::Sqlite, &settings).await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&officer, &moderator).await;
    sweep(&app).await;
    let model = state(&app).await;
    assert_eq!(model["state"], "BROKEN");
    let problem = model["problem"].as_str().unwrap();
    assert!(problem.contains("config.json"), "{problem}");
    let ranked = "query($id: ID!) { need(id: $id) { matches { nodes { modelVersion } } } }";
    let data = officer.ask(ranked, json!({ "id": need })).await;
    let nodes = data["need"]["matches"]["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), 1);
    assert_eq!(nodes[0]["modelVersion"], Value::Null);
    app.end().await;
}
