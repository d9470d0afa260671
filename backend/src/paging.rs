//! Relay connections: one bounded page of a list, in a total order, by cursor.

use async_graphql::connection::{Connection, CursorType, Edge, EmptyFields};
use async_graphql::{Context, Object};
use chrono::{DateTime, Datelike, Utc};
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ColumnType, ConnectionTrait, DatabaseConnection, EntityTrait, FromQueryResult,
    ModelTrait, QueryTrait, Select, Value,
};
use uuid::Uuid;

use crate::error::{Error, ErrorCode, Result};
use crate::loaders::{Ahead, Listed, loaders};
use crate::text::say;

/// Items when the client does not say.
const DEFAULT_PAGE: u64 = 20;

/// A client's `first/after/last/before`.
#[derive(Clone, Debug, Default)]
pub struct PageArgs {
    /// Items from the start.
    pub first: Option<i32>,
    /// Only items after this cursor.
    pub after: Option<String>,
    /// Items from the end.
    pub last: Option<i32>,
    /// Only items before this cursor.
    pub before: Option<String>,
}

/// How a list is ordered: a column that is never null, then the id, both in one direction.
pub struct Order<C> {
    /// The column that orders.
    pub column: C,
    /// The id, which makes the order total.
    pub id: C,
    /// Largest first.
    pub descending: bool,
}

/// A place in a list: the ordering value and the id.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor {
    key: Key,
    id: Uuid,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Time(DateTime<Utc>),
    Number(f64),
}

impl Cursor {
    /// A cursor of another list may order by another kind of column; the database would object.
    fn read<C: ColumnTrait>(field: &str, text: &str, order: &Order<C>) -> Result<Self> {
        let by_number = matches!(order.column.def().get_column_type(), ColumnType::Double);
        let fits = |cursor: &Self| matches!(cursor.key, Key::Number(_)) == by_number;
        Self::decode_cursor(text).ok().filter(fits).ok_or_else(|| {
            Error::field(
                field,
                ErrorCode::InvalidInput,
                say(
                    "Con trỏ trang không hợp lệ. Hãy tải lại danh sách từ đầu.",
                    "This is not a cursor of this list. Load the list from its start.",
                ),
            )
        })
    }
}

impl CursorType for Cursor {
    type Error = &'static str;

    fn decode_cursor(text: &str) -> Result<Self, Self::Error> {
        parse_cursor(text).ok_or("not a cursor")
    }

    fn encode_cursor(&self) -> String {
        match self.key {
            Key::Time(at) => format!("t{}.{}", at.timestamp_micros(), self.id.simple()),
            Key::Number(n) => format!("n{:016x}.{}", n.to_bits(), self.id.simple()),
        }
    }
}

fn parse_cursor(text: &str) -> Option<Cursor> {
    let (key, id) = text.split_once('.')?;
    let id = Uuid::try_parse(id).ok()?;
    let key = match key.split_at_checked(1)? {
        ("t", micros) => {
            let at = DateTime::from_timestamp_micros(micros.parse().ok()?)?;
            // Other years are not ours, and not every database's either.
            Key::Time((1970..10_000).contains(&at.year()).then_some(at)?)
        }
        ("n", bits) => {
            let number = f64::from_bits(u64::from_str_radix(bits, 16).ok()?);
            Key::Number(number.is_finite().then_some(number)?)
        }
        _ => return None,
    };
    Some(Cursor { key, id })
}

/// A page of rows with what a connection needs to know about them.
pub struct Page<M> {
    rows: Vec<(Cursor, M)>,
    has_previous: bool,
    has_next: bool,
    total: TotalCount,
}

/// The rows of one page: one statement, one row more than asked for to know whether more follow.
pub async fn page<E, C>(
    db: &DatabaseConnection,
    select: Select<E>,
    order: Order<C>,
    args: PageArgs,
    most: u64,
) -> Result<Page<E::Model>>
where
    E: EntityTrait<Column = C>,
    E::Model: FromQueryResult + Send + Sync,
    C: ColumnTrait + sea_orm::sea_query::IntoIden + sea_orm::IdentityOf<E>,
    (C, C): sea_orm::IntoIdentity,
{
    let size = size(&args, most)?;
    let total = TotalCount {
        statement: count_of(select.clone()),
    };
    let mut cursor = select.cursor_by((order.column, order.id));
    if order.descending {
        cursor.desc();
    }
    if let Some(after) = args.after.as_deref() {
        let Cursor { key, id } = Cursor::read("after", after, &order)?;
        cursor.after((key_value(key), Value::from(id)));
    }
    if let Some(before) = args.before.as_deref() {
        let Cursor { key, id } = Cursor::read("before", before, &order)?;
        cursor.before((key_value(key), Value::from(id)));
    }
    let backwards = args.last.is_some();
    if backwards {
        cursor.last(size + 1);
    } else {
        cursor.first(size + 1);
    }
    let mut rows = cursor.all(db).await?;
    let more = rows.len() as u64 > size;
    if more && backwards {
        rows.remove(0);
    } else if more {
        rows.pop();
    }
    Ok(Page {
        rows: rows
            .into_iter()
            .map(|row| (cursor_of(&row, &order), row))
            .collect(),
        has_previous: if backwards {
            more
        } else {
            args.after.is_some()
        },
        has_next: if backwards {
            args.before.is_some()
        } else {
            more
        },
        total,
    })
}

fn size(args: &PageArgs, most: u64) -> Result<u64> {
    let (field, asked) = match (args.first, args.last) {
        (Some(_), Some(_)) => {
            return Err(Error::field(
                "first",
                ErrorCode::InvalidInput,
                say(
                    "Chỉ dùng first hoặc last, không dùng cả hai.",
                    "Give first or last, not both.",
                ),
            ));
        }
        (Some(n), None) => ("first", n),
        (None, Some(n)) => ("last", n),
        (None, None) => return Ok(DEFAULT_PAGE.min(most)),
    };
    u64::try_from(asked)
        .ok()
        .filter(|n| *n <= most)
        .ok_or_else(|| {
            Error::field(
                field,
                ErrorCode::OutOfRange,
                say(
                    format!("{field} phải từ 0 đến {most}."),
                    format!("{field} must be between 0 and {most}."),
                ),
            )
        })
}

fn key_value(key: Key) -> Value {
    match key {
        Key::Time(at) => at.into(),
        Key::Number(n) => n.into(),
    }
}

fn cursor_of<M, C>(row: &M, order: &Order<C>) -> Cursor
where
    M: ModelTrait,
    C: ColumnTrait,
    M::Entity: EntityTrait<Column = C>,
{
    let key = match row.get(order.column) {
        Value::ChronoDateTimeUtc(Some(at)) => Key::Time(at),
        Value::Double(Some(n)) => Key::Number(n),
        // Lists order by never-null moments or numbers; a new kind of column fails its first test.
        other => unreachable!("a list cannot be ordered by {other:?}"),
    };
    let id = match row.get(order.id) {
        Value::Uuid(Some(id)) => id,
        other => unreachable!("an id is a UUID, not {other:?}"),
    };
    Cursor { key, id }
}

fn count_of<E: EntityTrait>(select: Select<E>) -> SelectStatement {
    let mut inner = select.into_query();
    inner.clear_selects().expr(Expr::val(1));
    Query::select()
        .expr_as(Expr::cust("COUNT(*)"), "total")
        .from_subquery(inner, "listed")
        .to_owned()
}

/// Extra field of every connection.
pub struct TotalCount {
    statement: SelectStatement,
}

/// Counted only when it is asked for.
#[Object]
impl TotalCount {
    /// Number of items in the whole list.
    async fn total_count(&self, gql: &Context<'_>) -> crate::graphql::Result<i64> {
        let db = &crate::graphql::ctx(gql).app.db;
        let row = db.query_one(&self.statement).await.map_err(Error::from)?;
        let total = row.map(|row| row.try_get::<i64>("", "total")).transpose();
        Ok(total.map_err(Error::from)?.unwrap_or_default())
    }
}

impl<M> Page<M> {
    /// The rows alone, and the cursor of the next page if there is one.
    pub fn into_rows(self) -> (Vec<M>, Option<String>) {
        let last = self.rows.last().map(|(cursor, _)| cursor.encode_cursor());
        let rows = self.rows.into_iter().map(|(_, row)| row).collect();
        (rows, last.filter(|_| self.has_next))
    }
}

impl<M: Send + Sync> Page<M> {
    /// The page as a Relay connection of GraphQL objects, their neighbours fetched ahead.
    pub async fn connection<T: Listed<Row = M>>(
        self,
        gql: &Context<'_>,
    ) -> crate::graphql::Result<List<T>> {
        let rows: Vec<&M> = self.rows.iter().map(|(_, row)| row).collect();
        T::fetch_ahead(&rows, &Ahead::of_list(gql), loaders(gql)).await?;
        let mut connection =
            Connection::with_additional_fields(self.has_previous, self.has_next, self.total);
        let edges = self
            .rows
            .into_iter()
            .map(|(cursor, row)| Edge::new(cursor, T::of(row)));
        connection.edges.extend(edges);
        Ok(connection)
    }
}

/// A connection of `T` as every list of the API returns it.
pub type List<T> = Connection<Cursor, T, TotalCount, EmptyFields>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_what_it_prints() {
        for key in [
            Key::Time(DateTime::from_timestamp(5, 0).unwrap()),
            Key::Number(61.25),
        ] {
            let cursor = Cursor {
                key,
                id: Uuid::from_u128(9),
            };
            assert_eq!(
                Cursor::decode_cursor(&cursor.encode_cursor()).unwrap(),
                cursor
            );
        }
    }

    #[test]
    fn a_forged_cursor_is_refused() {
        for forged in [
            "",
            "x",
            "t1",
            "t99999999999999999999.0",
            "t-99999999999999999.00000000000000000000000000000001",
            "nffffffffffffffff.00000000000000000000000000000001",
            "é",
        ] {
            assert!(Cursor::decode_cursor(forged).is_err(), "{forged}");
        }
    }
}
