//! What an export says, page by page of the list it is of.

use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat, Utc};

use super::table::{self, Book};
use crate::app::Ctx;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::OrganizationId;
use crate::organizations::Organization;
use crate::paging::PageArgs;
use crate::postings::code;
use crate::text::{BilingualText, say};
use crate::{limits, needs, offers, organizations, proposals};

/// Most rows of a workbook, which is written in one piece.
pub const BOOK_ROWS: usize = 10_000;
/// Rows read at once.
const BATCH: i32 = 100;

/// Of what.
#[derive(Clone, Debug)]
pub enum What {
    /// Needs.
    Needs(needs::store::Filter),
    /// Offers.
    Offers(offers::store::Filter),
    /// Organisations.
    Organizations(organizations::store::Filter),
    /// Proposals of the viewer's organisations.
    Proposals,
}

impl What {
    /// Names of the columns.
    pub fn head(&self) -> &'static [&'static str] {
        match self {
            Self::Needs(_) => &[
                "id",
                "status",
                "title_vi",
                "title_en",
                "organization",
                "place",
                "budget_min",
                "budget_max",
                "closes_at",
                "published_at",
                "demonstration",
            ],
            Self::Offers(_) => &[
                "id",
                "status",
                "title_vi",
                "title_en",
                "organization",
                "price_min",
                "price_max",
                "published_at",
            ],
            Self::Organizations(_) => &[
                "id",
                "kind",
                "name_vi",
                "name_en",
                "tax_code",
                "place",
                "website",
                "verification",
                "alliance",
                "demonstration",
            ],
            Self::Proposals => &[
                "id",
                "status",
                "need_id",
                "need",
                "organization",
                "submitted_at",
                "receipt",
                "decided_at",
            ],
        }
    }
}

/// An export that goes on.
pub struct Export {
    ctx: Ctx,
    what: What,
    after: Option<String>,
    begun: bool,
    ended: bool,
}

impl Export {
    /// Begins.
    pub async fn begin(ctx: Ctx, what: What) -> Result<Self> {
        let words = match &what {
            What::Needs(filter) => filter.query.as_deref(),
            What::Offers(filter) => filter.query.as_deref(),
            What::Organizations(filter) => filter.query.as_deref(),
            What::Proposals => {
                ctx.viewer.person().ok_or_else(Error::unauthenticated)?;
                None
            }
        };
        limits::spend_search(&ctx, words).await?;
        Ok(Self {
            ctx,
            what,
            after: None,
            begun: false,
            ended: false,
        })
    }

    /// The next lines of CSV; none when all is said.
    pub async fn next_csv(&mut self) -> Result<Option<Vec<u8>>> {
        if self.ended {
            return Ok(None);
        }
        let head = (!std::mem::replace(&mut self.begun, true)).then(|| self.what.head());
        let rows = self.rows().await?;
        table::csv(head, rows).map(Some)
    }

    /// All of it as a workbook; an error when it has more rows than a workbook may.
    pub async fn book(mut self) -> Result<Vec<u8>> {
        let mut book = Book::begin(self.what.head())?;
        let mut count = 0;
        while !self.ended {
            let rows = self.rows().await?;
            count += rows.len();
            if count > BOOK_ROWS {
                return Err(Error::field(
                    "rows",
                    ErrorCode::InvalidInput,
                    say(
                        format!(
                            "Danh sách có hơn {BOOK_ROWS} dòng. Hãy lọc hẹp hơn, hoặc tải tệp CSV."
                        ),
                        format!(
                            "The list has more than {BOOK_ROWS} rows. Narrow it, or take the CSV file."
                        ),
                    ),
                ));
            }
            book.add(rows)?;
        }
        book.end()
    }

    /// The next page's rows.
    async fn rows(&mut self) -> Result<Vec<Vec<String>>> {
        // An export takes long; a right that was taken away meanwhile ends it.
        if let Some(ticket) = &self.ctx.client.ticket {
            let viewer = crate::sessions::service::viewer_of(&self.ctx.app, ticket).await?;
            self.ctx.viewer = viewer;
        }
        let args = PageArgs {
            first: Some(BATCH.min(self.ctx.app.config.limits.page as i32)),
            after: self.after.take(),
            ..PageArgs::default()
        };
        let (rows, after) = match &self.what {
            What::Needs(filter) => needs(&self.ctx, filter.clone(), args).await?,
            What::Offers(filter) => offers(&self.ctx, filter.clone(), args).await?,
            What::Organizations(filter) => organizations(&self.ctx, filter.clone(), args).await?,
            What::Proposals => proposals(&self.ctx, args).await?,
        };
        self.ended = after.is_none();
        self.after = after;
        Ok(rows)
    }
}

type Rows = (Vec<Vec<String>>, Option<String>);
type Names = HashMap<OrganizationId, Organization>;

async fn needs(ctx: &Ctx, filter: needs::store::Filter, args: PageArgs) -> Result<Rows> {
    let page = needs::store::list(ctx, filter, args).await?;
    let (rows, after) = page.into_rows();
    let names = names(ctx, rows.iter().map(|row| row.organization_id)).await?;
    let line = |row: needs::Need| {
        vec![
            row.id.to_string(),
            code(row.status),
            text(row.title.vi.as_ref()),
            text(row.title.en.as_ref()),
            name(&names, row.organization_id),
            place(ctx, row.place_id.as_deref()),
            number(row.budget_min),
            number(row.budget_max),
            moment(row.closes_at),
            moment(row.published_at),
            row.demonstration.to_string(),
        ]
    };
    Ok((rows.into_iter().map(line).collect(), after))
}

async fn offers(ctx: &Ctx, filter: offers::store::Filter, args: PageArgs) -> Result<Rows> {
    let page = offers::store::list(ctx, filter, args).await?;
    let (rows, after) = page.into_rows();
    let names = names(ctx, rows.iter().map(|row| row.organization_id)).await?;
    let line = |row: offers::Offer| {
        vec![
            row.id.to_string(),
            code(row.status),
            text(row.title.vi.as_ref()),
            text(row.title.en.as_ref()),
            name(&names, row.organization_id),
            number(row.price_min),
            number(row.price_max),
            moment(row.published_at),
        ]
    };
    Ok((rows.into_iter().map(line).collect(), after))
}

async fn organizations(
    ctx: &Ctx,
    filter: organizations::store::Filter,
    args: PageArgs,
) -> Result<Rows> {
    let page = organizations::store::list(ctx, filter, args).await?;
    let (rows, after) = page.into_rows();
    let line = |row: Organization| {
        vec![
            row.id.to_string(),
            code(row.kind),
            text(row.legal_name.vi.as_ref()),
            text(row.legal_name.en.as_ref()),
            text(row.tax_code.as_ref()),
            place(ctx, row.place_id.as_deref()),
            text(row.website.as_ref()),
            code(row.verification),
            code(row.alliance_status),
            row.demonstration.to_string(),
        ]
    };
    Ok((rows.into_iter().map(line).collect(), after))
}

async fn proposals(ctx: &Ctx, args: PageArgs) -> Result<Rows> {
    let filter = proposals::store::Filter {
        mine: true,
        ..Default::default()
    };
    let page = proposals::store::list(ctx, filter, args).await?;
    let (rows, after) = page.into_rows();
    let names = names(ctx, rows.iter().map(|row| row.organization_id)).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.need_id).collect();
    let known = needs::store::find_many(&ctx.app.db, &ids).await?;
    // A need that was hidden meanwhile keeps its words to itself.
    let title = |id| {
        let need = known.iter().find(|need| need.id == id);
        let need = need.filter(|need| ctx.may(crate::policy::Action::ViewNeed(need)));
        need.map(|need| either(&need.title)).unwrap_or_default()
    };
    let line = |row: proposals::Proposal| {
        vec![
            row.id.to_string(),
            code(row.status),
            row.need_id.to_string(),
            title(row.need_id),
            name(&names, row.organization_id),
            moment(row.submitted_at),
            text(row.receipt.as_ref()),
            moment(row.decided_at),
        ]
    };
    Ok((rows.into_iter().map(line).collect(), after))
}

async fn names(ctx: &Ctx, ids: impl Iterator<Item = OrganizationId>) -> Result<Names> {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let rows = organizations::store::find_many(&ctx.app.db, &ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

fn name(names: &Names, id: OrganizationId) -> String {
    names
        .get(&id)
        .map(|row| either(&row.legal_name))
        .unwrap_or_default()
}

fn either(text: &BilingualText) -> String {
    let either = text.vi.as_ref().or(text.en.as_ref());
    either.cloned().unwrap_or_default()
}

fn place(ctx: &Ctx, id: Option<&str>) -> String {
    let place = id.and_then(|id| ctx.app.gazetteer.get(id));
    place.map(|place| place.name_vi.clone()).unwrap_or_default()
}

fn text(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}

fn number(value: Option<i64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn moment(at: Option<DateTime<Utc>>) -> String {
    at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true))
        .unwrap_or_default()
}
