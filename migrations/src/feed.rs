//! Triggers that write the feed of changes (`public_change`), so that no statement of ours can forget to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// A table whose changes are told.
#[derive(Clone, Copy)]
pub(crate) struct Watched {
    /// Table.
    pub table: &'static str,
    /// What of it changed.
    pub kind: &'static str,
    /// The column with whose it is.
    pub column: &'static str,
    /// The columns whose change counts, with commas; empty: all.
    pub of: &'static str,
    /// Only updates after which this holds of `NEW`; empty: every insert, update and delete.
    pub when: &'static str,
}

impl Watched {
    /// Every insert, update and delete.
    pub(crate) const fn whole(
        table: &'static str,
        kind: &'static str,
        column: &'static str,
    ) -> Self {
        Self {
            table,
            kind,
            column,
            of: "",
            when: "",
        }
    }

    fn columns(&self) -> String {
        match self.of {
            "" => String::new(),
            of => format!(" OF {of}"),
        }
    }
}

/// The function that PostgreSQL's triggers call.
pub(crate) async fn prepare(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    if manager.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let db = manager.get_connection();
    db.execute_unprepared(
        "ALTER TABLE public_change ALTER COLUMN transaction_id \
         SET DEFAULT pg_current_xact_id()::text::bigint",
    )
    .await?;
    db.execute_unprepared(
        "CREATE FUNCTION public_changed() RETURNS trigger LANGUAGE plpgsql AS $$ \
         BEGIN \
         IF TG_OP <> 'INSERT' THEN \
         EXECUTE format('INSERT INTO public_change (kind, entity_id) SELECT %L, ($1).%I', TG_ARGV[0], TG_ARGV[1]) USING OLD; \
         END IF; \
         IF TG_OP = 'INSERT' THEN \
         EXECUTE format('INSERT INTO public_change (kind, entity_id) SELECT %L, ($1).%I', TG_ARGV[0], TG_ARGV[1]) USING NEW; \
         END IF; \
         RETURN NULL; END $$",
    )
    .await?;
    Ok(())
}

/// As it was before [`prepare`].
pub(crate) async fn clear(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Postgres {
        let db = manager.get_connection();
        db.execute_unprepared("DROP FUNCTION public_changed()")
            .await?;
    }
    Ok(())
}

/// Watches these tables from now on.
pub(crate) async fn watch(manager: &SchemaManager<'_>, tables: &[Watched]) -> Result<(), DbErr> {
    for watched in tables {
        for sql in statements(watched, manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(&sql).await?;
        }
    }
    Ok(())
}

/// Watches them no more.
pub(crate) async fn unwatch(manager: &SchemaManager<'_>, tables: &[Watched]) -> Result<(), DbErr> {
    let db = manager.get_connection();
    for Watched { table, .. } in tables {
        if manager.get_database_backend() == DbBackend::Postgres {
            let sql = format!("DROP TRIGGER {table}_changed ON \"{table}\"");
            db.execute_unprepared(&sql).await?;
            continue;
        }
        for event in ["insert", "update", "delete"] {
            let sql = format!("DROP TRIGGER IF EXISTS {table}_changed_{event}");
            db.execute_unprepared(&sql).await?;
        }
    }
    Ok(())
}

fn statements(watched: &Watched, backend: DbBackend) -> Vec<String> {
    let Watched {
        table,
        kind,
        column,
        when,
        ..
    } = watched;
    let of = watched.columns();
    let condition = match when {
        &"" => String::new(),
        when => format!(" WHEN ({when})"),
    };
    if backend == DbBackend::Postgres {
        let events = match when {
            &"" => format!("INSERT OR UPDATE{of} OR DELETE"),
            _ => format!("UPDATE{of}"),
        };
        return vec![format!(
            "CREATE TRIGGER {table}_changed AFTER {events} ON \"{table}\" \
             FOR EACH ROW{condition} EXECUTE FUNCTION public_changed('{kind}', '{column}')"
        )];
    }
    let events = [
        ("insert", "NEW", ""),
        ("update", "NEW", of.as_str()),
        ("delete", "OLD", ""),
    ];
    let counts = |event: &str| when.is_empty() || event == "update";
    events
        .into_iter()
        .filter(|(event, ..)| counts(event))
        .map(|(event, row, of)| {
            format!(
                "CREATE TRIGGER {table}_changed_{event} AFTER {event}{of} ON \"{table}\"{condition} BEGIN \
                 INSERT INTO public_change (kind, entity_id) VALUES ('{kind}', {row}.{column}); END"
            )
        })
        .collect()
}
