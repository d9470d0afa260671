//! The open book for other programs: lines of CSV and of JSON, a bounded number of records at a time.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::entity::Model;
use super::store::{self, Filter};
use super::{REPORTED, Subject};
use crate::accounts;
use crate::app::Ctx;
use crate::error::{Error, Result};
use crate::exports::table::inert;
use crate::ids::UserId;
use crate::policy::Action;

/// How the lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets.
    Csv,
    /// For programs.
    Jsonl,
}

const COLUMNS: [&str; 13] = [
    "seq",
    "at",
    "actor",
    "actor_id",
    "actor_kind",
    "action",
    "subject_kind",
    "subject_id",
    "detail",
    "address",
    "session_id",
    "previous_hash",
    "hash",
];

/// An export that goes on.
pub struct Export {
    ctx: Ctx,
    filter: Filter,
    format: Format,
    last: Option<Model>,
    begun: bool,
}

impl Export {
    /// Begins an export, which is itself a record.
    pub async fn begin(ctx: Ctx, filter: Filter, format: Format) -> Result<Self> {
        ctx.authorize(Action::ViewAudit)?;
        let txn = ctx.begin().await?;
        super::record(&ctx, &txn, "audit.exported", Subject::nobody(), &()).await?;
        txn.commit().await?;
        Ok(Self {
            ctx,
            filter,
            format,
            last: None,
            begun: false,
        })
    }

    /// The next bytes; none when all is said.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>> {
        // An export takes long; a right that was taken away meanwhile ends it.
        if let Some(ticket) = &self.ctx.client.ticket {
            let viewer = crate::sessions::service::viewer_of(&self.ctx.app, ticket).await?;
            self.ctx.viewer = viewer;
        }
        self.ctx.authorize(Action::ViewAudit)?;
        let db = &self.ctx.app.db;
        let rows = store::next(db, &self.filter, self.last.as_ref()).await?;
        let first = !std::mem::replace(&mut self.begun, true);
        if rows.is_empty() && !first {
            return Ok(None);
        }
        let ids: Vec<_> = rows.iter().filter_map(|row| row.actor_id).collect();
        let people = accounts::store::find_many(db, &ids).await?;
        let names: HashMap<_, _> = people
            .into_iter()
            .map(|user| (user.id, user.name))
            .collect();
        let bytes = match self.format {
            Format::Csv => csv(&rows, &names, first)?,
            Format::Jsonl => jsonl(&rows, &names),
        };
        self.last = rows.into_iter().next_back().or(self.last.take());
        Ok(Some(bytes))
    }
}

/// Who did it, as far as it is told: (name, account).
fn actor<'a>(row: &Model, names: &'a HashMap<UserId, String>) -> (Option<&'a str>, Option<UserId>) {
    match row.actor_id.filter(|_| row.action != REPORTED) {
        Some(id) => (names.get(&id).map(String::as_str), Some(id)),
        None => (None, None),
    }
}

fn csv(rows: &[Model], names: &HashMap<UserId, String>, first: bool) -> Result<Vec<u8>> {
    let broken = |e: csv::Error| Error::internal(e.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    if first {
        writer.write_record(COLUMNS).map_err(broken)?;
    }
    for row in rows {
        let (name, id) = actor(row, names);
        let fields = [
            row.seq.map(|seq| seq.to_string()).unwrap_or_default(),
            row.at.to_rfc3339(),
            name.unwrap_or_default().to_owned(),
            id.map(|id| id.to_string()).unwrap_or_default(),
            row.actor.clone(),
            row.action.clone(),
            row.subject_kind.clone(),
            row.subject_id.clone(),
            row.detail.clone(),
            address(row).unwrap_or_default().to_owned(),
            session(row).unwrap_or_default(),
            row.previous_hash.clone().unwrap_or_default(),
            row.hash.clone().unwrap_or_default(),
        ];
        writer.write_record(fields.map(inert)).map_err(broken)?;
    }
    let lines = writer
        .into_inner()
        .map_err(|e| Error::internal(e.to_string()))?;
    // By the byte order mark spreadsheets know that it is UTF-8.
    Ok(if first {
        [b"\xef\xbb\xbf".as_slice(), &lines].concat()
    } else {
        lines
    })
}

/// A reporter is not to be known by address or session either.
fn address(row: &Model) -> Option<&str> {
    row.address.as_deref().filter(|_| row.action != REPORTED)
}

fn session(row: &Model) -> Option<String> {
    row.session_id
        .filter(|_| row.action != REPORTED)
        .map(|id| id.to_string())
}

fn jsonl(rows: &[Model], names: &HashMap<UserId, String>) -> Vec<u8> {
    let mut lines = String::new();
    for row in rows {
        let (name, id) = actor(row, names);
        let detail: Value = serde_json::from_str(&row.detail).unwrap_or_default();
        let line = json!({
            "seq": row.seq,
            "at": row.at,
            "actor": name,
            "actorId": id.map(|id| id.to_string()),
            "actorKind": row.actor,
            "action": row.action,
            "subjectKind": row.subject_kind,
            "subjectId": row.subject_id,
            "detail": detail,
            "address": address(row),
            "sessionId": session(row),
            "previousHash": row.previous_hash,
            "hash": row.hash,
        });
        lines.push_str(&line.to_string());
        lines.push('\n');
    }
    lines.into_bytes()
}
