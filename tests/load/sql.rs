//! The same answer with the least SQL: what the databases could do without a server before them.

use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};
use sqlx::{AssertSqlSafe, Executor, Row};

use super::{CONNECTIONS, Outcome, Took, side_by_side};

/// What one list of 20 needs with owner, place and domains asks of the database: two statements,
/// the page with what it refers to, and the domains of its needs.
const PAGE: &str = "\
    select need.id, need.title, need.summary, need.budget_min, need.budget_max, need.closes_at, \
        need.status, need.published_at, organization.id, organization.kind, \
        organization.legal_name, organization.verification, place.id, place.name_vi, place.name_en \
    from (select * from need where published_at is not null \
        order by listed_at desc, id desc limit 21) need \
    join organization on organization.id = need.organization_id \
    left join place on place.id = need.place_id \
    order by need.listed_at desc, need.id desc";
const DOMAINS: &str = "\
    select need_domain.need_id, domain.code, domain.kind, domain.name_vi, domain.name_en \
    from need_domain \
    join domain on domain.code = need_domain.domain_code \
    where need_domain.need_id";

/// Asks the database named by the URL.
pub async fn measure(url: &str) -> Outcome<Took> {
    let connections = u32::try_from(CONNECTIONS)?;
    if url.starts_with("sqlite:") {
        let options = SqlitePoolOptions::new().max_connections(connections);
        let pool = options.connect(url).await?;
        sqlite(&pool).await?;
        let worker = move || {
            let pool = pool.clone();
            async move { sqlite(&pool).await }
        };
        side_by_side(vec![worker; CONNECTIONS]).await
    } else {
        let options = PgPoolOptions::new().max_connections(connections);
        let pool = options.connect(url).await?;
        postgres(&pool).await?;
        let worker = move || {
            let pool = pool.clone();
            async move { postgres(&pool).await }
        };
        side_by_side(vec![worker; CONNECTIONS]).await
    }
}

async fn sqlite(pool: &SqlitePool) -> Outcome<()> {
    let mut connection = pool.acquire().await?;
    let page = connection.fetch_all(sqlx::query(PAGE)).await?;
    let marks = vec!["?"; page.len()].join(",");
    let mut domains = sqlx::query(AssertSqlSafe(format!("{DOMAINS} in ({marks})")));
    for row in &page {
        domains = domains.bind(row.try_get::<Vec<u8>, _>(0)?);
    }
    check(page.len(), connection.fetch_all(domains).await?.len())
}

async fn postgres(pool: &PgPool) -> Outcome<()> {
    let mut connection = pool.acquire().await?;
    let page = connection.fetch_all(sqlx::query(PAGE)).await?;
    let mut ids = Vec::new();
    for row in &page {
        ids.push(row.try_get::<uuid::Uuid, _>(0)?);
    }
    let domains = sqlx::query(AssertSqlSafe(format!("{DOMAINS} = any($1)"))).bind(ids);
    check(page.len(), connection.fetch_all(domains).await?.len())
}

fn check(needs: usize, domains: usize) -> Outcome<()> {
    if needs < 20 || domains < 20 {
        return Err("the database holds fewer than 20 published needs with domains".into());
    }
    Ok(())
}
