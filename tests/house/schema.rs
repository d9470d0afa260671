//! The schema in the repository is the server's, and everything in it is described.

use std::path::Path;

use iforum::config::Config;
use iforum::schema;
use tests::{Kind, TestApp, Value, json};

#[test]
fn the_frontend_has_the_servers_schema() {
    let config = Config::from_sources(None, []).expect("the defaults");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace");
    let kept = std::fs::read_to_string(root.join("frontend/schema.graphql")).expect("a schema");
    assert!(
        kept == schema::sdl(&schema::build(&config)),
        "run `make schema`"
    );
}

#[tokio::test]
async fn every_type_and_field_is_described() {
    let app = TestApp::start(Kind::Sqlite).await;
    let query = "{ __schema { types { name description kind
        fields { name description args { name description } }
        inputFields { name description } enumValues { name description } } } }";
    let data = app.visitor().ask(query, json!({})).await;
    let types = data["__schema"]["types"].as_array().expect("types").clone();
    let mut bare = Vec::new();
    for kind in types {
        let name = kind["name"].as_str().unwrap_or_default().to_owned();
        if name.starts_with("__") {
            continue;
        }
        // The library names connections after their items and has no word to add.
        let made = name.ends_with("Connection") || kind["kind"] == "SCALAR";
        if kind["description"].as_str().unwrap_or_default().is_empty() && !made {
            bare.push(name.clone());
        }
        for list in ["fields", "inputFields", "enumValues"] {
            for field in kind[list].as_array().into_iter().flatten() {
                if field["description"].as_str().unwrap_or_default().is_empty() {
                    bare.push(format!("{name}.{}", text(&field["name"])));
                }
            }
        }
    }
    assert_eq!(bare, Vec::<String>::new());
    app.end().await;
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
