//! A migrated database has exactly the tables and columns that the entities say, on both databases;
//! going down the list leaves nothing behind.

use std::collections::BTreeMap;

use iforum::joint_calls;
use iforum::{
    accounts, addenda, agreements, alliance, audit, changes, clarifications, client_keys,
    consortia, credentials, domains, evaluations, files, interests, invitations, jobs, limits,
    links, mail, matches, moderation, need_lint, needs, offers, oidc, openings, organizations,
    places, portfolio, proposals, researchers, saved_searches, sessions, taxonomies, vectors,
    verification, weights,
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, Schema, Statement};
use sea_orm_migration::MigratorTrait;
use tests::{Kind, TestDatabase};

/// Table → column → (kind of type, required).
type Shape = BTreeMap<String, BTreeMap<String, (String, bool)>>;

/// Types by what they hold: the two databases spell them differently.
fn kind_of(sql_type: &str) -> String {
    let name = sql_type.to_ascii_lowercase();
    let name = name.split('(').next().unwrap_or_default().trim();
    match name {
        "text" | "varchar" | "character varying" | "date_text" => "text",
        "timestamp_with_timezone_text" | "timestamp with time zone" => "moment",
        "json_text" | "jsonb_text" | "jsonb" | "json" => "json",
        "integer" | "bigint" | "int" => "number",
        "double" | "double precision" | "real" => "float",
        other => other,
    }
    .to_owned()
}

async fn rows(db: &DatabaseConnection, sql: &str) -> Vec<sea_orm::QueryResult> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    db.query_all_raw(statement).await.expect("asked")
}

async fn shape(db: &DatabaseConnection) -> Shape {
    let mut shape = Shape::new();
    if db.get_database_backend() == DbBackend::Postgres {
        let sql = "SELECT table_name::text AS t, column_name::text AS c, data_type::text AS d, is_nullable::text AS n
            FROM information_schema.columns WHERE table_schema = 'public'";
        for row in rows(db, sql).await {
            let get = |name: &str| row.try_get::<String>("", name).expect("text");
            let column = (kind_of(&get("d")), get("n") == "NO");
            shape.entry(get("t")).or_default().insert(get("c"), column);
        }
    } else {
        let tables =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        for table in rows(db, tables).await {
            let table: String = table.try_get("", "name").expect("text");
            for row in rows(
                db,
                &format!("SELECT name, type, \"notnull\", pk FROM pragma_table_info('{table}')"),
            )
            .await
            {
                let name: String = row.try_get("", "name").expect("text");
                let kind: String = row.try_get("", "type").expect("text");
                let required: i32 = row.try_get("", "notnull").expect("a number");
                let key: i32 = row.try_get("", "pk").expect("a number");
                shape
                    .entry(table.clone())
                    .or_default()
                    .insert(name, (kind_of(&kind), required + key > 0));
            }
        }
    }
    shape.remove("seaql_migrations");
    shape
}

async fn create<E: EntityTrait>(db: &DatabaseConnection, entity: E) {
    let schema = Schema::new(db.get_database_backend());
    db.execute(&schema.create_table_from_entity(entity))
        .await
        .expect("created");
}

/// The tables as the entities describe them.
async fn from_entities(kind: Kind) -> Shape {
    let database = TestDatabase::empty(kind).await;
    let db = iforum::db::connect(&database.url).await.expect("connected");
    create(&db, places::entity::Entity).await;
    create(&db, domains::entity::Entity).await;
    create(&db, accounts::entity::user_account::Entity).await;
    create(&db, accounts::entity::email_change::Entity).await;
    create(&db, accounts::entity::consent::Entity).await;
    create(&db, credentials::entity::password::Entity).await;
    create(&db, credentials::entity::totp::Entity).await;
    create(&db, credentials::entity::recovery_code::Entity).await;
    create(&db, credentials::entity::passkey::Entity).await;
    create(&db, sessions::entity::session::Entity).await;
    create(&db, sessions::entity::refresh_token::Entity).await;
    create(&db, sessions::entity::known_device::Entity).await;
    create(&db, sessions::entity::challenge::Entity).await;
    create(&db, sessions::entity::access_token::Entity).await;
    create(&db, links::entity::Entity).await;
    create(&db, limits::entity::Entity).await;
    create(&db, oidc::entity::Entity).await;
    create(&db, files::entity::content::Entity).await;
    create(&db, files::entity::Entity).await;
    create(&db, organizations::organization::Entity).await;
    create(&db, organizations::membership::Entity).await;
    create(&db, organizations::entity::domain::Entity).await;
    create(&db, invitations::entity::Entity).await;
    create(&db, portfolio::entity::certificate::Entity).await;
    create(&db, portfolio::entity::reference::Entity).await;
    create(&db, verification::entity::Entity).await;
    create(&db, alliance::entity::Entity).await;
    create(&db, researchers::entity::Entity).await;
    create(&db, researchers::entity::domain::Entity).await;
    create(&db, researchers::entity::language::Entity).await;
    create(&db, saved_searches::entity::Entity).await;
    create(&db, changes::entity::Entity).await;
    create(&db, changes::entity::installation::Entity).await;
    create(&db, vectors::entity::Entity).await;
    create(&db, evaluations::entity::Entity).await;
    create(&db, evaluations::entity::criterion::Entity).await;
    create(&db, evaluations::entity::member::Entity).await;
    create(&db, evaluations::entity::disclosure::Entity).await;
    create(&db, evaluations::entity::bid::Entity).await;
    create(&db, evaluations::entity::score::Entity).await;
    create(&db, evaluations::entity::agreed::Entity).await;
    create(&db, evaluations::entity::review::Entity).await;
    create(&db, weights::entity::Entity).await;
    create(&db, taxonomies::entity::Entity).await;
    create(&db, needs::entity::Entity).await;
    create(&db, needs::entity::domain::Entity).await;
    create(&db, needs::entity::brief::Entity).await;
    create(&db, need_lint::entity::Entity).await;
    create(&db, clarifications::entity::Entity).await;
    create(&db, addenda::entity::Entity).await;
    create(&db, offers::entity::Entity).await;
    create(&db, offers::entity::domain::Entity).await;
    create(&db, offers::entity::place::Entity).await;
    create(&db, matches::entity::Entity).await;
    create(&db, joint_calls::entity::Entity).await;
    create(&db, joint_calls::entity::part::Entity).await;
    create(&db, interests::entity::Entity).await;
    create(&db, consortia::entity::Entity).await;
    create(&db, proposals::entity::Entity).await;
    create(&db, proposals::entity::content::Entity).await;
    create(&db, proposals::entity::key::Entity).await;
    create(&db, proposals::entity::legacy::Entity).await;
    create(&db, proposals::entity::attachment::Entity).await;
    create(&db, openings::entity::Entity).await;
    create(&db, agreements::entity::Entity).await;
    create(&db, agreements::entity::version::Entity).await;
    create(&db, agreements::parts::signature::Entity).await;
    create(&db, agreements::parts::witness::Entity).await;
    create(&db, agreements::parts::comment::Entity).await;
    create(&db, agreements::parts::scan::Entity).await;
    create(&db, agreements::parts::milestone::Entity).await;
    create(&db, agreements::parts::indicator::Entity).await;
    create(&db, agreements::parts::measurement::Entity).await;
    create(&db, agreements::parts::payment::Entity).await;
    create(&db, moderation::entity::Entity).await;
    create(&db, audit::entity::Entity).await;
    create(&db, audit::entity::head::Entity).await;
    create(&db, jobs::Entity).await;
    create(&db, mail::entity::Entity).await;
    create(&db, client_keys::Entity).await;
    let shape = shape(&db).await;
    db.close().await.expect("closed");
    database.drop_now().await;
    shape
}

async fn migrated_equals_entities(kind: Kind) {
    let database = TestDatabase::empty(kind).await;
    let db = iforum::db::connect(&database.url).await.expect("connected");
    iforum::db::migrate(&db).await.expect("migrated");
    assert!(iforum::db::current(&db).await.expect("asked"));
    assert_eq!(shape(&db).await, from_entities(kind).await);
    migrations::Migrator::down(&db, None)
        .await
        .expect("down again");
    assert_eq!(shape(&db).await, Shape::new());
    db.close().await.expect("closed");
    database.drop_now().await;
}

#[tokio::test]
async fn tables_are_what_the_entities_say_sqlite() {
    migrated_equals_entities(Kind::Sqlite).await;
}

#[tokio::test]
async fn tables_are_what_the_entities_say_postgres() {
    migrated_equals_entities(Kind::Postgres).await;
}
