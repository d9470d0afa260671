//! The few column shapes that every table shares.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, json_binary, text, timestamp_with_time_zone, uuid};

/// `id`: a UUIDv7 made by the application, so its order is the order of creation.
pub(crate) fn id() -> ColumnDef {
    let mut column = uuid("id");
    column.primary_key();
    column
}

/// A moment in UTC, to the microsecond.
pub(crate) fn moment(name: &'static str) -> ColumnDef {
    timestamp_with_time_zone(name)
}

/// A bilingual text: `{"vi": …, "en": …, "vi_state": …, "en_state": …}`.
pub(crate) fn bilingual(name: &'static str) -> ColumnDef {
    json_binary(name)
}

/// A short closed list stored as JSON.
pub(crate) fn list(name: &'static str) -> ColumnDef {
    json_binary(name)
}

/// Code of a closed enum, stored as its name.
pub(crate) fn code(name: &'static str) -> ColumnDef {
    text(name)
}

/// Raised by one at each change; a writer sends back the one it read.
pub(crate) fn version() -> ColumnDef {
    integer("version")
}

/// A foreign key that refuses to orphan rows.
pub(crate) fn reference(
    table: &'static str,
    column: &'static str,
    to: &'static str,
) -> ForeignKeyCreateStatement {
    reference_to(table, column, to, "id")
}

/// As [`reference`], to a key of another name.
pub(crate) fn reference_to(
    table: &'static str,
    column: &'static str,
    to: &'static str,
    key: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("fk_{table}_{column}"))
        .from(table, column)
        .to(to, key)
        .to_owned()
}

/// `idx_<table>_<columns>`.
pub(crate) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut statement = Index::create();
    statement
        .name(format!("idx_{table}_{}", columns.join("_")))
        .table(table);
    for column in columns {
        statement.col(*column);
    }
    statement
}

/// A unique [`index`].
pub(crate) fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut statement = index(table, columns);
    statement.unique();
    statement
}

/// Creates the tables, then the indexes.
pub(crate) async fn create(
    manager: &SchemaManager<'_>,
    tables: Vec<TableCreateStatement>,
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    for table in tables {
        manager.create_table(table).await?;
    }
    for index in indexes {
        manager.create_index(index).await?;
    }
    Ok(())
}

/// Drops the tables in the order given.
pub(crate) async fn drop(
    manager: &SchemaManager<'_>,
    tables: &[&'static str],
) -> Result<(), DbErr> {
    for table in tables {
        manager
            .drop_table(Table::drop().table(*table).to_owned())
            .await?;
    }
    Ok(())
}
