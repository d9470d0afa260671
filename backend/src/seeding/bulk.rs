//! Many open needs for load tests. They go straight to the tables: what is measured is reading.

use std::sync::Arc;

use chrono::Duration;

use crate::accounts;
use crate::app::{App, Ctx};
use crate::error::{Error, Result};
use crate::ids::NeedId;
use crate::needs::{Need, NeedStatus, store};
use crate::text::{BilingualText, BilingualTextInput, fold};

/// Adds `count` open needs of the planted organisations; the demonstration data must be there.
pub async fn bulk(app: &Arc<App>, count: u32) -> Result<String> {
    super::plant(app).await?;
    let ctx = Ctx::system(Arc::clone(app));
    let owners = owners(app).await?;
    let places: Vec<_> = app
        .gazetteer
        .of_today()
        .map(|place| place.id.clone())
        .collect();
    let domains: Vec<_> = app
        .taxonomy
        .all()
        .iter()
        .map(|domain| domain.code.clone())
        .collect();
    let now = ctx.now();
    let mut txn = ctx.begin().await?;
    for i in 0..count as usize {
        let (organization_id, created_by) = owners[i % owners.len()];
        let text = |vi: &str, en: &str| {
            BilingualText::new(BilingualTextInput {
                vi: Some(format!("{vi} {i}")),
                en: Some(format!("{en} {i}")),
            })
        };
        let title = text(
            "Giám sát và cảnh báo ngập đô thị theo thời gian thực, khu vực",
            "Real-time urban flood monitoring and warning, area",
        );
        let at = now - Duration::seconds(i as i64);
        let need = Need {
            id: NeedId(app.ids.next()),
            organization_id,
            created_by,
            place_id: Some(places[i % places.len()].clone()),
            search_text: fold(&title.both()),
            summary: text(
                "Người dân trong khu vực bị ngập nhiều lần mỗi mùa mưa và cần được cảnh báo sớm.",
                "People in the area are flooded several times each rainy season and need early warning.",
            ),
            description: text(
                "Cần một mạng cảm biến mực nước, bản đồ nguy cơ và kênh cảnh báo tới từng phường.",
                "A network of level sensors, a risk map and a warning channel to each ward are needed.",
            ),
            title,
            budget_min: Some(2_000_000_000),
            budget_max: Some(20_000_000_000),
            contract_type: None,
            delivery_model: None,
            maturity_target: Some(2),
            closes_at: Some(now + Duration::days(60 + (i % 90) as i64)),
            status: NeedStatus::Open,
            status_reason: None,
            version: 1,
            demonstration: true,
            published_at: Some(at),
            listed_at: at,
            created_at: at,
            updated_at: at,
            hidden_for: None,
            bidders_masked: false,
            focal_point_id: None,
            released_at: at,
        };
        let two = [
            domains[i % domains.len()].clone(),
            domains[(i + 7) % domains.len()].clone(),
        ];
        store::insert(&txn, need, &two).await?;
        if i % 1000 == 999 {
            txn.commit().await?;
            txn = ctx.begin().await?;
        }
    }
    txn.commit().await?;
    Ok(format!("Added {count} open needs for load tests."))
}

async fn owners(app: &App) -> Result<Vec<(crate::ids::OrganizationId, crate::ids::UserId)>> {
    let mut owners = Vec::new();
    for seed in seeds::people()
        .into_iter()
        .filter(|person| person.organization.is_some())
    {
        let Some(user) = accounts::store::find_by_email(&app.db, &seed.email).await? else {
            continue;
        };
        let rows = crate::organizations::store::memberships_of(&app.db, user.id).await?;
        owners.extend(rows.first().map(|row| (row.organization_id, user.id)));
    }
    if owners.is_empty() {
        return Err(Error::internal("plant the demonstration data first"));
    }
    Ok(owners)
}
