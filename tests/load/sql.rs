//! The same answer with the least SQL: what the databases could do without a server before them.

use sqlx::{Executor, PgPool, SqlitePool, postgres::PgPoolOptions, sqlite::SqlitePoolOptions};

use super::{CONNECTIONS, Outcome, side_by_side};

/// What one list of 20 needs with owner, place and domains asks of the database: two statements,
/// the page with what it refers to, and the domains of its needs.
const PAGE: &str = "\
    select need.id, need.title, need.summary, need.budget_min, need.budget_max, need.closes_at, \
        need.status, need.published_at, organization.id, organization.kind, \
        organization.legal_name, organization.verification, place.id, place.name_vi, place.name_en \
    from need \
    join organization on organization.id = need.organization_id \
    left join place on place.id = need.place_id \
    where need.published_at is not null \
    order by need.listed_at desc, need.id desc limit 21";
const DOMAINS: &str = "\
    select need_domain.need_id, domain.code, domain.kind, domain.name_vi, domain.name_en \
    from need_domain \
    join domain on domain.code = need_domain.domain_code \
    where need_domain.need_id in (select need.id from need where need.published_at is not null \
        order by need.listed_at desc, need.id desc limit 20)";

/// Asks the database named by the URL.
pub async fn measure(url: &str) -> Outcome<()> {
    let connections = u32::try_from(CONNECTIONS)?;
    if url.starts_with("sqlite:") {
        let pool = SqlitePoolOptions::new()
            .max_connections(connections)
            .connect(url)
            .await?;
        check(sqlite(&pool).await?)?;
        let worker = move || {
            let pool = pool.clone();
            async move { sqlite(&pool).await.map(drop) }
        };
        side_by_side(vec![worker; CONNECTIONS]).await
    } else {
        let pool = PgPoolOptions::new()
            .max_connections(connections)
            .connect(url)
            .await?;
        check(postgres(&pool).await?)?;
        let worker = move || {
            let pool = pool.clone();
            async move { postgres(&pool).await.map(drop) }
        };
        side_by_side(vec![worker; CONNECTIONS]).await
    }
}

async fn sqlite(pool: &SqlitePool) -> Outcome<usize> {
    let mut connection = pool.acquire().await?;
    let rows = connection.fetch_all(sqlx::query(PAGE)).await?.len();
    Ok(rows.min(connection.fetch_all(sqlx::query(DOMAINS)).await?.len()))
}

async fn postgres(pool: &PgPool) -> Outcome<usize> {
    let mut connection = pool.acquire().await?;
    let rows = connection.fetch_all(sqlx::query(PAGE)).await?.len();
    Ok(rows.min(connection.fetch_all(sqlx::query(DOMAINS)).await?.len()))
}

fn check(rows: usize) -> Outcome<()> {
    if rows < 20 {
        Err("the database holds fewer than 20 published needs".into())
    } else {
        Ok(())
    }
}
