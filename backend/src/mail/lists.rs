//! Lists that people asked to be on, and the one click that leaves them.
//!
//! The link proves whose and which by itself, for ever: nothing has to be kept for it, and it works
//! without signing in. It leaves this list for this person and does nothing else.

use crate::accounts::entity::ConsentPurpose;
use crate::app::App;
use crate::error::Result;
use crate::ids::UserId;
use crate::text::Locale;
use crate::vault::Purpose;

/// Where a list is left: a page for people, and for the mail program's one POST.
pub const PATH: &str = "/roi-danh-sach";

/// The link by which a person's mail program leaves a list.
pub fn link(app: &App, list: &str, user: UserId) -> Result<String> {
    Ok(app.config.link(&path(app, list, user)?))
}

/// The link by which a person leaves a list herself: the same page in her language.
pub fn page(app: &App, list: &str, user: UserId, locale: Locale) -> Result<String> {
    let path = path(app, list, user)?;
    Ok(app.config.link(&match locale {
        Locale::Vi => path,
        Locale::En => format!("/en{path}"),
    }))
}

fn path(app: &App, list: &str, user: UserId) -> Result<String> {
    let name = format!("{list}.{user}");
    let proof = app.vault.prove(Purpose::Unsubscribe, name.as_bytes())?;
    Ok(format!("{PATH}/{name}.{proof}"))
}

/// Whose list a token leaves; none when it is not ours.
pub fn named(app: &App, token: &str) -> Result<Option<(ConsentPurpose, UserId)>> {
    let Some((name, proof)) = token.rsplit_once('.') else {
        return Ok(None);
    };
    if !app
        .vault
        .proven(Purpose::Unsubscribe, name.as_bytes(), proof)?
    {
        return Ok(None);
    }
    let Some((list, user)) = name.split_once('.') else {
        return Ok(None);
    };
    Ok(purpose(list).zip(user.parse().ok()))
}

/// The name of a purpose's list.
pub fn list(purpose: ConsentPurpose) -> &'static str {
    match purpose {
        ConsentPurpose::WeeklyDigest => "weekly_digest",
        ConsentPurpose::SearchAlerts => "search_alerts",
        ConsentPurpose::PublicProfile => "public_profile",
    }
}

/// What people agreed to who are on a list of this name.
pub(super) fn purpose(name: &str) -> Option<ConsentPurpose> {
    [
        ConsentPurpose::WeeklyDigest,
        ConsentPurpose::SearchAlerts,
        ConsentPurpose::PublicProfile,
    ]
    .into_iter()
    .find(|purpose| list(*purpose) == name)
}
