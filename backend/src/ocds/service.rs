//! The open data as documents: one process, a page of what changed, everything.

use std::collections::HashMap;
use std::str::FromStr;

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::agreed;
use super::process::{Bid, Process};
use super::release::{self, EXTENSIONS, Publication, VERSION};
use super::store::{self, Place};
use crate::app::{App, Ctx};
use crate::error::{Error, Result};
use crate::ids::{NeedId, OrganizationId};
use crate::needs::{self, Need};
use crate::organizations::{self, Organization};
use crate::{evaluations, openings, proposals};

/// Processes of one page of the feed.
pub const PAGE: u64 = 50;
/// Processes in hand at once during an export.
const BATCH: u64 = 50;
/// Seconds before a change stands in the feed: a transaction that began earlier may be committed later, and
/// who had read on would miss it.
const SETTLES: i64 = 60;

/// A document of the open data.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it says.
    pub body: Value,
    /// When that changed last, as far as the needs in it tell.
    pub changed_at: DateTime<Utc>,
}

/// The releases of one process.
pub async fn release_package(ctx: &Ctx, ocid: &str) -> Result<Document> {
    let process = process(ctx, ocid).await?;
    let own = Own::of(&ctx.app);
    let releases = release::releases(own.publication(), &process);
    let uri = own.address("releases", &process);
    let body = own.package(&uri, release::latest(&process), "releases", releases);
    Ok(Document {
        body,
        changed_at: process.need.released_at,
    })
}

/// The record of one process.
pub async fn record_package(ctx: &Ctx, ocid: &str) -> Result<Document> {
    let process = process(ctx, ocid).await?;
    Ok(Document {
        body: Own::of(&ctx.app).record_package(&process),
        changed_at: process.need.released_at,
    })
}

/// A page of the feed: the releases of the processes that changed at or after a moment.
pub async fn feed(ctx: &Ctx, place: Place) -> Result<Document> {
    let own = Own::of(&ctx.app);
    let until = ctx.now() - Duration::seconds(SETTLES);
    let mut rows = store::changed(&ctx.app.db, place, until, PAGE + 1).await?;
    let more = rows.len() as u64 > PAGE;
    rows.truncate(PAGE as usize);
    let end = rows.last().map(|need| (need.released_at, need.id));
    let processes = gather(ctx, rows).await?;
    let releases = processes
        .iter()
        .flat_map(|process| release::releases(own.publication(), process))
        .collect();
    let changed_at = end.map_or(place.since, |(at, _)| at);
    let uri = own.page(place);
    let mut body = own.package(&uri, changed_at, "releases", releases);
    if let Some((since, id)) = end.filter(|_| more) {
        let next = Place {
            since,
            after: Some(id),
        };
        body["links"] = json!({ "next": own.page(next) });
    }
    Ok(Document { body, changed_at })
}

/// Everything, line by line, a bounded number of processes at a time.
pub struct Export {
    ctx: Ctx,
    last: Option<NeedId>,
}

impl Export {
    /// Begins.
    pub fn begin(ctx: Ctx) -> Self {
        Self { ctx, last: None }
    }

    /// The next lines, each a package with the record of one process; none when all is said.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>> {
        let rows = store::after(&self.ctx.app.db, self.last, BATCH).await?;
        let Some(last) = rows.last() else {
            return Ok(None);
        };
        self.last = Some(last.id);
        let own = Own::of(&self.ctx.app);
        let mut lines = Vec::new();
        for process in gather(&self.ctx, rows).await? {
            let written = serde_json::to_writer(&mut lines, &own.record_package(&process));
            written.map_err(|e| Error::internal(e.to_string()))?;
            lines.push(b'\n');
        }
        Ok(Some(lines))
    }
}

/// The process of this name, if there is one that everybody may read.
async fn process(ctx: &Ctx, ocid: &str) -> Result<Process> {
    let prefix = &ctx.app.config.ocds.prefix;
    let id = ocid
        .strip_prefix(prefix.as_str())
        .and_then(|rest| NeedId::from_str(rest.strip_prefix('-')?).ok())
        .ok_or_else(Error::not_found)?;
    let need = store::find(&ctx.app.db, id).await?;
    let need = need.ok_or_else(Error::not_found)?;
    let mut all = gather(ctx, vec![need]).await?;
    all.pop().ok_or_else(Error::not_found)
}

/// Needs with what is public beside them: a fixed number of statements, however many.
async fn gather(ctx: &Ctx, rows: Vec<Need>) -> Result<Vec<Process>> {
    let db = &ctx.app.db;
    let ids: Vec<NeedId> = rows.iter().map(|need| need.id).collect();
    let domains = needs::store::domains_of(db, &ids).await?;
    let criteria = evaluations::store::criteria_of(db, &ids).await?;
    let openings = openings::store::find_many(db, &ids).await?;
    // Of what is sealed not even the number is read.
    let complete: Vec<NeedId> = openings
        .iter()
        .filter(|opening| opening.completed_at.is_some())
        .map(|opening| opening.need_id)
        .collect();
    let opened = proposals::store::opened_of(db, &complete).await?;
    let mut named: Vec<OrganizationId> = rows.iter().map(|need| need.organization_id).collect();
    named.extend(opened.iter().map(|bid| bid.organization_id));
    named.sort_unstable();
    named.dedup();
    let organizations = organizations::store::find_many(db, &named).await?;
    let organizations: HashMap<OrganizationId, Organization> =
        organizations.into_iter().map(|row| (row.id, row)).collect();
    let mut contracts = agreed::contracts_of(ctx, Own::of(&ctx.app).site, &ids).await?;
    let gazetteer = &ctx.app.gazetteer;
    let mut processes = Vec::new();
    for need in rows {
        let Some(owner) = organizations.get(&need.organization_id).cloned() else {
            return Err(Error::internal("a need without its organisation"));
        };
        let opening = openings.iter().find(|opening| opening.need_id == need.id);
        let place = need.place_id.as_deref().and_then(|id| gazetteer.get(id));
        let bids = opened.iter().filter(|bid| bid.need_id == need.id);
        let bids = bids.filter_map(|bid| {
            Some(Bid {
                id: bid.id,
                bidder: organizations.get(&bid.organization_id).cloned()?,
                submitted_at: bid.submitted_at,
                status: bid.status,
                decided_at: bid.decided_at,
            })
        });
        let codes = domains.iter().filter(|(id, _)| *id == need.id);
        processes.push(Process {
            owner,
            former: place
                .map(|place| gazetteer.former_of(&place.id))
                .unwrap_or_default()
                .into_iter()
                .cloned()
                .collect(),
            place: place.cloned(),
            domains: codes
                .filter_map(|(_, code)| ctx.app.taxonomy.get(code).cloned())
                .collect(),
            criteria: criteria
                .iter()
                .filter(|one| one.need_id == need.id)
                .cloned()
                .collect(),
            closed_at: opening.map(|opening| opening.created_at),
            opened_at: opening.and_then(|opening| opening.completed_at),
            bids: bids.collect(),
            contracts: contracts.remove(&need.id).unwrap_or_default(),
            need,
        });
    }
    Ok(processes)
}

/// What this installation says of itself in each package.
struct Own<'a> {
    app: &'a App,
    site: &'a str,
}

impl<'a> Own<'a> {
    fn of(app: &'a App) -> Self {
        let site = app.config.public_url.as_str().trim_end_matches('/');
        Self { app, site }
    }

    fn publication(&self) -> Publication<'_> {
        Publication {
            prefix: &self.app.config.ocds.prefix,
            publisher: &self.app.config.ocds.publisher,
            site: self.site,
        }
    }

    fn address(&self, kind: &str, process: &Process) -> String {
        let ocid = release::ocid(self.publication(), process);
        format!("{}/ocds/{kind}/{ocid}.json", self.site)
    }

    /// The address of a page of the feed.
    fn page(&self, place: Place) -> String {
        let since = place.since.to_rfc3339_opts(SecondsFormat::Micros, true);
        let after = place.after.map(|id| format!("&after={id}"));
        let after = after.unwrap_or_default();
        format!("{}/ocds/releases?since={since}{after}", self.site)
    }

    fn record_package(&self, process: &Process) -> Value {
        let record = release::record(self.publication(), process);
        let uri = self.address("records", process);
        self.package(&uri, release::latest(process), "records", vec![record])
    }

    fn package(&self, uri: &str, at: DateTime<Utc>, kind: &str, of: Vec<Value>) -> Value {
        let ocds = &self.app.config.ocds;
        let mut package = json!({
            "uri": uri,
            "version": VERSION,
            "extensions": EXTENSIONS,
            "publishedDate": release::date(Some(at)),
            "publisher": { "name": ocds.publisher, "uri": self.site },
            "license": ocds.license.as_str(),
            "publicationPolicy": format!("{}/du-lieu-mo", self.site),
        });
        package[kind] = of.into();
        package
    }
}
