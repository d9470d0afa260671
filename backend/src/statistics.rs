//! The public figures of the home page.

use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};

use crate::error::ErrorCode;
use crate::graphql::{Result, ctx};
use crate::places::graphql::Place;
use crate::{matches, needs, offers, organizations};

/// What is going on, in numbers; everybody may see them.
#[derive(SimpleObject)]
pub struct Statistics {
    /// Needs that take proposals.
    open_needs: i64,
    /// Offers that are published.
    published_offers: i64,
    /// Organisations.
    organizations: i64,
    /// Matches that the alliance has introduced.
    introductions: i64,
    /// Matches that both sides accepted.
    mutual_matches: i64,
    /// Open needs in each of today's units that has any.
    by_place: Vec<PlaceCount>,
}

/// One unit's numbers.
#[derive(SimpleObject)]
pub struct PlaceCount {
    /// The unit.
    place: Place,
    /// Open needs there.
    needs: i64,
    /// Organisations that have their seat there.
    organizations: i64,
}

/// Questions about the whole.
#[derive(Default)]
pub struct StatisticsQuery;

#[Object]
impl StatisticsQuery {
    /// The server's clock, by which every deadline is measured.
    async fn server_time(&self, gql: &Context<'_>) -> DateTime<Utc> {
        ctx(gql).now()
    }

    /// The public figures.
    async fn statistics(&self, gql: &Context<'_>) -> Result<Statistics> {
        let app = &ctx(gql).app;
        let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let needs = needs::store::open_by_place(&app.db).await?;
        let seats = organizations::store::count_by_place(&app.db).await?;
        let (introductions, mutual) = matches::store::count_introduced(&app.db).await?;
        let count = |counts: &[(Option<String>, i64)], id: &str| {
            counts
                .iter()
                .find(|(place, _)| place.as_deref() == Some(id))
                .map_or(0, |(_, n)| *n)
        };
        let by_place = app.gazetteer.of_today().filter_map(|place| {
            let (needs, organizations) = (count(&needs, &place.id), count(&seats, &place.id));
            (needs + organizations > 0).then(|| PlaceCount {
                place: Place(place.clone()),
                needs,
                organizations,
            })
        });
        Ok(Statistics {
            open_needs: needs.iter().map(|(_, n)| n).sum(),
            published_offers: number(offers::store::count_published(&app.db).await?),
            organizations: seats.iter().map(|(_, n)| n).sum(),
            introductions: number(introductions),
            mutual_matches: number(mutual),
            by_place: by_place.collect(),
        })
    }
}

/// Registers the closed list of error codes with the schema, so that clients know it by type.
#[derive(Default)]
pub struct ErrorCodes;

#[Object]
impl ErrorCodes {
    /// Every code that `extensions.code` of an error may hold.
    async fn error_codes(&self) -> Vec<ErrorCode> {
        ErrorCode::all()
    }
}
