//! The chain of audit records: what was altered shows (promise 55). A tenth of the alterations in the
//! ordinary run; all hundred with `make audit-alterations`, which sets `IFORUM_FULL`.

use std::path::PathBuf;

use chrono::Duration;
use iforum::audit::chain::{Fault, Place};
use iforum::audit::entity::{Column, Entity, Model, head};
use iforum::audit::verify::{Broken, Verdict, verify};
use iforum::audit::{self, Book, Subject, heads};
use iforum::ids::{AuditId, SessionId, UserId};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use tests::{Kind, TestApp, content, json, on_both_databases};
use uuid::Uuid;

fn kept(app: &TestApp) -> PathBuf {
    heads::file(&app.app.config)
}

async fn check(app: &TestApp) -> Verdict {
    verify(&app.app.db, &kept(app)).await.expect("checked")
}

async fn sql(app: &TestApp, statement: &str) {
    let done = app.app.db.execute_unprepared(statement).await;
    done.unwrap_or_else(|e| panic!("{statement}: {e}"));
}

async fn drop_triggers(app: &TestApp) {
    let statements = match app.app.db.get_database_backend() {
        DbBackend::Postgres => [
            "DROP TRIGGER audit_record_unchanged ON audit_record",
            "DROP TRIGGER audit_record_untruncated ON audit_record",
        ],
        _ => [
            "DROP TRIGGER audit_record_unchanged",
            "DROP TRIGGER audit_record_undeleted",
        ],
    };
    for statement in statements {
        sql(app, statement).await;
    }
}

/// Some days of the product: both books have records, and heads were kept on the way and at the end.
async fn story_of_days(app: &TestApp) {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    app.published_offer(&firm, &moderator).await;
    heads::keep(&app.app).await.expect("kept");
    for _ in 0..4 {
        let other = app.firm().await;
        app.submitted_proposal(&other, &need).await;
        app.draft_need(&officer, content::need()).await;
    }
    heads::keep(&app.app).await.expect("kept");
    app.later(Duration::days(31)).await;
    heads::keep(&app.app).await.expect("kept");
}

on_both_databases!(the_database_refuses_to_change_a_record, |app| {
    app.draft_need(&app.officer().await, content::need()).await;
    for statement in [
        "UPDATE audit_record SET action = 'nothing'",
        "DELETE FROM audit_record",
        "UPDATE audit_record SET seq = NULL WHERE seq = 1",
    ] {
        let refused = app.app.db.execute_unprepared(statement).await;
        let said = refused.expect_err(statement).to_string();
        assert!(said.contains("never changed or removed"), "{said}");
    }
    if app.app.db.get_database_backend() == DbBackend::Postgres {
        let refused = app.app.db.execute_unprepared("TRUNCATE audit_record").await;
        assert!(refused.is_err());
    }
    check(app).await.expect("whole");
});

on_both_databases!(a_chain_is_whole_and_its_heads_agree, |app| {
    story_of_days(app).await;
    let walked = check(app).await.expect("whole");
    let chained: i64 = walked.iter().map(|book| book.chained).sum();
    assert_eq!(chained, app.rows("audit_record").await);
    let sealed = walked.iter().find(|book| book.book == Book::Sealed);
    assert_eq!(sealed.map(|book| book.chained), Some(8));
    assert!(walked.iter().all(|book| book.compared > 0));
    // Nothing has moved: nothing more is kept.
    let before = std::fs::read_to_string(kept(app)).unwrap();
    heads::keep(&app.app).await.unwrap();
    assert_eq!(std::fs::read_to_string(kept(app)).unwrap(), before);
});

on_both_databases!(numbers_have_no_gap_however_many_write_at_once, |app| {
    let officers = futures_util::future::join_all((0..6).map(|_| app.officer())).await;
    let drafts = officers.iter().flat_map(|officer| {
        (0..5).map(|_| async { app.draft_need(officer, content::need()).await })
    });
    futures_util::future::join_all(drafts).await;
    let walked = check(app).await.expect("whole");
    assert_eq!(walked[0].chained, app.rows("audit_record").await);
});

on_both_databases!(what_was_rolled_back_is_not_on_record, |app| {
    let ctx = app.system();
    let before = app.rows("audit_record").await;
    let txn = ctx.begin().await.unwrap();
    audit::record(&ctx, &txn, "test.done", Subject::nobody(), &())
        .await
        .unwrap();
    drop(txn);
    assert_eq!(app.rows("audit_record").await, before);
    check(app).await.expect("whole");
});

on_both_databases!(records_from_before_the_chain_are_under_its_seal, |app| {
    let ctx = app.system();
    // As a database that was in use when the chain came.
    let old = |n: u128, action: &str| {
        let row = Model {
            id: AuditId(Uuid::from_u128(n)),
            at: ctx.now(),
            actor_id: None,
            actor: "system".into(),
            action: action.into(),
            subject_kind: "nobody".into(),
            subject_id: String::new(),
            detail: "{\"a\": 1}".into(),
            book: Book::Open,
            seq: None,
            previous_hash: None,
            hash: None,
            address: None,
            session_id: None,
        };
        row.into_active_model().reset_all()
    };
    Entity::insert_many([old(1, "need.created"), old(2, "need.published")])
        .exec_without_returning(&app.app.db)
        .await
        .unwrap();
    check(app).await.expect("nothing to compare yet");
    app.draft_need(&app.officer().await, content::need()).await;
    let walked = check(app).await.expect("whole");
    assert_eq!((walked[0].older, walked[0].chained), (2, 3));
    // One more that says it is old.
    Entity::insert(old(3, "need.created"))
        .exec_without_returning(&app.app.db)
        .await
        .unwrap();
    assert_eq!(
        check(app).await.unwrap_err().fault,
        Fault::OlderAltered,
        "an addition"
    );
    drop_triggers(app).await;
    sql(app, "DELETE FROM audit_record WHERE seq IS NULL").await;
    assert_eq!(
        check(app).await.unwrap_err().fault,
        Fault::OlderAltered,
        "a removal"
    );
});

/// What an intruder with the right to write does. The clever ones repair the chain and its head in the
/// database behind themselves.
const ALTERATIONS: [&str; 10] = [
    "edit a byte",
    "delete one",
    "cut the end off",
    "cut the end off and mend the head",
    "swap two",
    "insert one that says it is old",
    "add one behind the end",
    "rewrite the rest behind a changed one",
    "rewrite the rest behind an inserted one",
    "rewrite the rest behind a deleted one",
];

/// Alters a book; gives the number of the record that must be named, if it is known.
async fn alter(app: &TestApp, book: Book, kind: &str, random: &mut StdRng) -> Option<i64> {
    let db = &app.app.db;
    let mut rows = Entity::find()
        .filter(Column::Book.eq(book))
        .order_by_asc(Column::Seq)
        .all(db)
        .await
        .expect("rows");
    let place = random.random_range(0..rows.len());
    let seq = rows[place].seq;
    let last = rows.len() - 1;
    match kind {
        "edit a byte" => {
            let id = rows[place].id;
            let row = edited(rows[place].clone(), random);
            let row = row.into_active_model().reset_all();
            let query = Entity::update_many().set(row).filter(Column::Id.eq(id));
            query.exec(db).await.expect("edited");
            seq
        }
        "delete one" => {
            remove(app, &[rows[place].id]).await;
            // Without its last record a chain lacks what the head names.
            if place == last { None } else { seq }
        }
        "cut the end off" | "cut the end off and mend the head" => {
            let ids: Vec<_> = rows[place..].iter().map(|row| row.id).collect();
            remove(app, &ids).await;
            if kind.ends_with("head") {
                let end = rows[..place].last();
                set_head(
                    app,
                    book,
                    end.and_then(|row| row.seq).unwrap_or_default(),
                    end.and_then(|row| row.hash.clone()),
                )
                .await;
            }
            None
        }
        "swap two" => {
            let other = (place + 1 + random.random_range(0..last)) % rows.len();
            let (one, two) = (rows[place].clone(), rows[other].clone());
            remove(app, &[one.id, two.id]).await;
            let at = |row: &Model, of: &Model| Model {
                seq: of.seq,
                previous_hash: of.previous_hash.clone(),
                hash: of.hash.clone(),
                ..row.clone()
            };
            insert(app, [at(&one, &two), at(&two, &one)]).await;
            seq.min(two.seq)
        }
        "insert one that says it is old" => {
            let old = Model {
                id: AuditId(Uuid::from_u128(u128::from(random.random::<u64>()) + 1)),
                seq: None,
                hash: None,
                previous_hash: None,
                ..rows[place].clone()
            };
            insert(app, [old]).await;
            Some(1)
        }
        "add one behind the end" => {
            let mut end = place_of(&rows[last]);
            let new = forged(&rows[place], random);
            insert(app, [end.chained(new)]).await;
            None
        }
        _ => {
            match kind {
                "rewrite the rest behind a changed one" => {
                    rows[place].actor_id = Some(UserId(Uuid::from_u128(7)));
                    rows[place].action = "need.published".into();
                }
                "rewrite the rest behind an inserted one" => {
                    rows.insert(place, forged(&rows[place], random));
                }
                _ => {
                    rows.remove(place);
                }
            }
            rewrite(app, book, rows).await;
            None
        }
    }
}

/// The record with one column changed.
fn edited(mut row: Model, random: &mut StdRng) -> Model {
    let other = |text: &str, random: &mut StdRng| -> String {
        let mut bytes = text.as_bytes().to_vec();
        if bytes.is_empty() {
            return "x".into();
        }
        let at = random.random_range(0..bytes.len());
        bytes[at] = if bytes[at] == b'x' { b'y' } else { b'x' };
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let bit = |id: Uuid, random: &mut StdRng| {
        Uuid::from_u128(id.as_u128() ^ (1 << random.random_range(0..128)))
    };
    match random.random_range(0..14) {
        0 => row.id = AuditId(bit(row.id.0, random)),
        1 => row.at += Duration::microseconds(1),
        2 => row.actor_id = row.actor_id.map_or(Some(UserId(Uuid::nil())), |_| None),
        3 => {
            let known = row.actor_id.map_or(Uuid::nil(), |id| id.0);
            row.actor_id = Some(UserId(bit(known, random)));
        }
        4 => row.actor = other(&row.actor, random),
        5 => row.action = other(&row.action, random),
        6 => row.subject_kind = other(&row.subject_kind, random),
        7 => row.subject_id = other(&row.subject_id, random),
        8 => row.detail = other(&row.detail, random),
        9 => {
            let other = match row.book {
                Book::Open => Book::Sealed,
                Book::Sealed => Book::Open,
            };
            (row.book, row.seq) = (other, row.seq.map(|seq| seq + 1_000_000));
        }
        10 => row.seq = Some(row.seq.unwrap_or_default() + 1_000_000),
        11 => row.previous_hash = row.previous_hash.map(|hash| other(&hash, random)),
        12 => row.hash = row.hash.map(|hash| other(&hash, random)),
        _ => {
            row.address = Some(other(row.address.as_deref().unwrap_or_default(), random));
            row.session_id = row.session_id.or(Some(SessionId(Uuid::nil())));
        }
    }
    row
}

fn place_of(row: &Model) -> Place {
    Place {
        book: row.book,
        seq: row.seq.expect("chained"),
        hash: row.hash.clone().expect("chained"),
    }
}

fn forged(like: &Model, random: &mut StdRng) -> Model {
    Model {
        id: AuditId(Uuid::from_u128(random.random())),
        ..like.clone()
    }
}

async fn remove(app: &TestApp, ids: &[AuditId]) {
    let query = Entity::delete_many().filter(Column::Id.is_in(ids.iter().copied()));
    query.exec(&app.app.db).await.expect("removed");
}

async fn insert(app: &TestApp, rows: impl IntoIterator<Item = Model>) {
    let rows = rows
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    Entity::insert_many(rows)
        .exec_without_returning(&app.app.db)
        .await
        .expect("inserted");
}

async fn set_head(app: &TestApp, book: Book, seq: i64, hash: Option<String>) {
    let hash = hash.unwrap_or_else(|| iforum::audit::chain::GENESIS.to_owned());
    head::Entity::update_many()
        .col_expr(head::Column::Seq, Expr::value(seq))
        .col_expr(head::Column::Hash, Expr::value(hash))
        .filter(head::Column::Book.eq(book))
        .exec(&app.app.db)
        .await
        .expect("mended");
}

/// Chains the records anew from the first to the last, and mends the head.
async fn rewrite(app: &TestApp, book: Book, rows: Vec<Model>) {
    let of_book = Entity::delete_many().filter(Column::Book.eq(book));
    of_book.exec(&app.app.db).await.expect("removed");
    let mut place = Place::start(book);
    let rows: Vec<_> = rows.into_iter().map(|row| place.chained(row)).collect();
    insert(app, rows).await;
    set_head(app, book, place.seq, Some(place.hash)).await;
}

async fn alterations(kind: Kind) {
    let count = if std::env::var_os("IFORUM_FULL").is_some() {
        100
    } else {
        10
    };
    let app = TestApp::start(kind).await;
    story_of_days(&app).await;
    drop_triggers(&app).await;
    for table in ["audit_record", "audit_head"] {
        sql(
            &app,
            &format!("CREATE TABLE {table}_copy AS SELECT * FROM {table}"),
        )
        .await;
    }
    check(&app).await.expect("whole before");
    let mut missed = Vec::new();
    for number in 0..count {
        let mut random = StdRng::seed_from_u64(number);
        let what = ALTERATIONS[usize::try_from(number).unwrap() % ALTERATIONS.len()];
        // Every third time the sealed book; there it is enough that something is said.
        let sealed = number % 3 == 2;
        let book = if sealed { Book::Sealed } else { Book::Open };
        let named = alter(&app, book, what, &mut random).await;
        let named = named.filter(|_| !sealed);
        match check(&app).await {
            Err(Broken { seq, .. }) if named.is_none_or(|named| named == seq) => {}
            Err(broken) => missed.push(format!("{number} {what}: {named:?}, but {broken}")),
            Ok(_) => missed.push(format!("{number} {what}: unnoticed")),
        }
        for table in ["audit_record", "audit_head"] {
            sql(&app, &format!("DELETE FROM {table}")).await;
            sql(
                &app,
                &format!("INSERT INTO {table} SELECT * FROM {table}_copy"),
            )
            .await;
        }
    }
    assert_eq!(missed, Vec::<String>::new(), "of {count} alterations");
    check(&app).await.expect("whole after");
    app.end().await;
}

#[tokio::test]
async fn no_alteration_is_missed_sqlite() {
    alterations(Kind::Sqlite).await;
}

#[tokio::test]
async fn no_alteration_is_missed_postgres() {
    alterations(Kind::Postgres).await;
}

#[tokio::test]
async fn heads_that_cannot_be_read_are_said() {
    let app = TestApp::start(Kind::Sqlite).await;
    app.draft_need(&app.officer().await, content::need()).await;
    heads::keep(&app.app).await.unwrap();
    let mut text = std::fs::read_to_string(kept(&app)).unwrap();
    text.push_str("{\"at\":\n");
    std::fs::write(kept(&app), text).unwrap();
    let error = verify(&app.app.db, &kept(&app)).await.unwrap_err();
    assert!(error.detail().unwrap().contains("line 2"));
    app.visitor().ask("{ serverTime }", json!({})).await;
    app.end().await;
}
