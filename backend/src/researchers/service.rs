//! The use cases: write one's profile, remove it, read one.

use chrono::Datelike;

use super::entity::{Keywords, Publications};
use super::rules::{self, Content};
use super::{Researcher, store};
use crate::accounts;
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{ResearcherId, UserId};
use crate::policy::Action;
use crate::text::{BilingualText, fold};

/// Replaces one's profile; version 0 begins it.
pub async fn update(ctx: &Ctx, version: i32, content: Content) -> Result<Researcher> {
    let user = ctx.in_person()?.id;
    let taxonomy = &ctx.app.taxonomy;
    let this_year = ctx.app.clock.today().year();
    let content = rules::checked(rules::tidy(content), this_year, taxonomy)?;
    if content
        .organization_id
        .is_some_and(|id| !ctx.viewer.belongs_to(id))
    {
        return Err(rules::not_a_member());
    }
    let txn = ctx.begin().await?;
    let name = accounts::store::find(&txn, user).await?;
    let name = name.ok_or_else(Error::not_found)?.name;
    let (domains, languages) = (content.domains.clone(), content.languages.clone());
    let known = store::of_user(&txn, user).await?;
    if known.as_ref().map_or(0, |row| row.version) != version {
        return Err(Error::stale());
    }
    let row = if let Some(row) = known {
        store::update(&txn, said(row, content, &name, ctx)).await?
    } else {
        let row = said(blank(ctx, user), content, &name, ctx);
        store::insert(&txn, row.clone()).await?;
        row
    };
    store::set_lists(&txn, row.id, &domains, &languages).await?;
    let subject = Subject::user(user);
    audit::record(ctx, &txn, "researcher.updated", subject, &row.version).await?;
    txn.commit().await?;
    Ok(row)
}

fn blank(ctx: &Ctx, user_id: UserId) -> Researcher {
    Researcher {
        id: ResearcherId(ctx.app.ids.next()),
        user_id,
        headline: BilingualText::default(),
        biography: BilingualText::default(),
        organization_id: None,
        affiliation: None,
        orcid: None,
        keywords: Keywords::default(),
        publications: Publications::default(),
        evaluator: false,
        consortium_partner: false,
        interests: None,
        search_text: String::new(),
        version: 1,
        demonstration: false,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    }
}

fn said(mut row: Researcher, content: Content, name: &str, ctx: &Ctx) -> Researcher {
    row.headline = row.headline.revised(content.headline);
    row.biography = row.biography.revised(content.biography);
    row.organization_id = content.organization_id;
    row.affiliation = content.affiliation;
    row.orcid = content.orcid;
    row.keywords = Keywords(content.keywords);
    row.publications = Publications(content.publications);
    row.evaluator = content.evaluator;
    row.consortium_partner = content.consortium_partner;
    row.interests = content.interests;
    row.updated_at = ctx.now();
    row.search_text = search_text(&row, name);
    row
}

/// What a profile is found by.
fn search_text(row: &Researcher, name: &str) -> String {
    let headline = row.headline.both();
    let affiliation = row.affiliation.as_deref().unwrap_or_default();
    let keywords = row.keywords.0.join(" ");
    fold(&[name, &headline, affiliation, &keywords].join(" "))
}

/// A person changed her name: her profile is found by the new one.
pub(crate) async fn renamed(txn: &Txn, user: UserId, name: &str) -> Result<()> {
    if let Some(row) = store::of_user(txn, user).await? {
        store::set_search_text(txn, row.id, search_text(&row, name)).await?;
    }
    Ok(())
}

/// Removes one's profile.
pub async fn remove(ctx: &Ctx) -> Result<()> {
    let user = ctx.in_person()?.id;
    let txn = ctx.begin().await?;
    if !store::delete_of(&txn, user).await? {
        return Err(Error::not_found());
    }
    audit::record(ctx, &txn, "researcher.removed", Subject::user(user), &()).await?;
    txn.commit().await
}

/// A profile for one who may see it, and whether everybody may.
pub async fn read(ctx: &Ctx, id: ResearcherId) -> Result<(Researcher, bool)> {
    let db = &ctx.app.db;
    let row = store::find(db, id).await?.ok_or_else(Error::not_found)?;
    let public = store::is_public(db, id).await?;
    ctx.authorize(Action::ViewResearcher(&row, public))?;
    Ok((row, public))
}
