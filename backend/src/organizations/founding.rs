//! How organisations come: planted, registered, founded; and whether their names look like others'.

use serde::{Deserialize, Serialize};

use super::entity::{
    AllianceStatus, MembershipRole, MembershipStatus, OrganizationKind, Standing, Verification,
};
use super::rules::Profile;
use super::service::add_member;
use super::{Organization, names, rules, store};
use crate::app::{App, Ctx};
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::{Txn, alone};
use crate::error::{Error, Problem, Result};
use crate::ids::{OrganizationId, UserId};
use crate::moderation::{self, About};
use crate::policy::Viewer;
use crate::text::{BilingualText, BilingualTextInput, fold, say};

/// Organisations of one person's whose registration may wait at once.
const REGISTRATIONS_MAX: u64 = 5;

/// What an organisation begins with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewOrganization {
    /// Kind.
    pub kind: OrganizationKind,
    /// Legal name.
    pub legal_name: BilingualTextInput,
    /// What it does.
    pub summary: BilingualTextInput,
    /// Tax or enterprise code.
    pub tax_code: Option<String>,
    /// Seat.
    pub place_id: Option<String>,
    /// Address on the web.
    pub website: Option<String>,
    /// Code of a public body.
    #[serde(default)]
    pub establishment_code: Option<String>,
    /// Who sends it knows that the name looks like another's.
    #[serde(default)]
    pub acknowledge_similar_name: bool,
}

impl NewOrganization {
    fn profile(&self) -> Profile {
        rules::tidy(Profile {
            kind: self.kind,
            legal_name: self.legal_name.clone(),
            summary: self.summary.clone(),
            capabilities: BilingualTextInput::default(),
            domains: Vec::new(),
            tax_code: self.tax_code.clone(),
            establishment_code: self.establishment_code.clone(),
            address: None,
            place_id: self.place_id.clone(),
            website: self.website.clone(),
        })
    }
}

/// Everything that is wrong with a new organisation; fields are named below `path`.
pub fn problems(ctx: &Ctx, path: &str, new: &NewOrganization) -> Vec<Problem> {
    // As it was sent: tidying drops characters that a name must not have.
    let sent = Profile {
        legal_name: new.legal_name.clone(),
        ..new.profile()
    };
    rules::problems(path, &sent, &ctx.app.gazetteer, &ctx.app.taxonomy)
}

/// Adds an organisation that was checked with [`problems`].
pub async fn create(ctx: &Ctx, txn: &Txn, new: NewOrganization) -> Result<OrganizationId> {
    let id = OrganizationId(ctx.app.ids.next());
    create_as(ctx, txn, id, &new, Standing::Listed).await?;
    Ok(id)
}

async fn create_as(
    ctx: &Ctx,
    txn: &Txn,
    id: OrganizationId,
    new: &NewOrganization,
    standing: Standing,
) -> Result<()> {
    let now = ctx.now();
    let profile = new.profile();
    let row = Organization {
        id,
        kind: profile.kind,
        legal_name: BilingualText::new(profile.legal_name),
        summary: BilingualText::new(profile.summary),
        search_text: String::new(),
        tax_code: profile.tax_code,
        website: profile.website,
        place_id: profile.place_id,
        verification: Verification::Unverified,
        demonstration: matches!(ctx.viewer, Viewer::System),
        created_at: now,
        updated_at: now,
        requires_second_factor: false,
        suspended_at: None,
        merged_into_id: None,
        establishment_code: profile.establishment_code,
        address: None,
        capabilities: BilingualText::default(),
        version: 1,
        name_key_vi: None,
        name_key_en: None,
        standing,
        standing_reason: None,
        verified_at: None,
        verified_by: None,
        verified_until: None,
        alliance_status: AllianceStatus::None,
        alliance_since: None,
        alliance_reason: None,
    };
    store::insert(txn, named(row)).await?;
    let subject = Subject::organization(id);
    audit::record(ctx, txn, "organization.created", subject, &standing).await
}

/// The organisation with everything that follows from its names and codes.
pub(super) fn named(mut row: Organization) -> Organization {
    let codes = [row.tax_code.as_deref(), row.establishment_code.as_deref()];
    let codes: Vec<_> = codes.into_iter().flatten().collect();
    row.search_text = fold(&format!("{} {}", row.legal_name.both(), codes.join(" ")));
    row.name_key_vi = row.legal_name.vi.as_deref().and_then(names::key);
    row.name_key_en = row.legal_name.en.as_deref().and_then(names::key);
    row
}

/// Reduces the names of rows that are older than their keys.
pub async fn fill_name_keys(app: &App) -> Result<()> {
    for row in store::without_keys(&app.db).await? {
        store::set_keys(&app.db, &named(row)).await?;
    }
    Ok(())
}

/// As [`create`], by somebody who registers: the alliance looks at it, and while its name looks like
/// another's nobody else does.
pub async fn register(
    ctx: &Ctx,
    txn: &Txn,
    new: NewOrganization,
    by: Option<UserId>,
) -> Result<OrganizationId> {
    let id = OrganizationId(ctx.app.ids.next());
    register_as(ctx, txn, id, new, by).await?;
    Ok(id)
}

async fn register_as(
    ctx: &Ctx,
    txn: &Txn,
    id: OrganizationId,
    new: NewOrganization,
    by: Option<UserId>,
) -> Result<()> {
    let keys = keys_of(&new.profile().legal_name);
    // Whatever was acknowledged: somebody may have taken the name since.
    let standing = if similar(txn, &keys, None).await?.is_empty() {
        Standing::Listed
    } else {
        Standing::Waiting
    };
    create_as(ctx, txn, id, &new, standing).await?;
    moderation::open_by(ctx, txn, About::Registration(id), by).await
}

/// Refuses a new organisation that is here already, or whose name looks like another's.
pub async fn creatable(_ctx: &Ctx, txn: &Txn, path: &str, new: &NewOrganization) -> Result<()> {
    let profile = new.profile();
    unclaimed(txn, path, &profile, None).await?;
    if new.acknowledge_similar_name {
        return Ok(());
    }
    let others = similar(txn, &keys_of(&profile.legal_name), None).await?;
    if others.is_empty() {
        Ok(())
    } else {
        Err(rules::name_similar(path, &others))
    }
}

/// The codes are nobody else's.
pub(super) async fn unclaimed(
    txn: &Txn,
    path: &str,
    profile: &Profile,
    own: Option<OrganizationId>,
) -> Result<()> {
    let field = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    let others = |found: Option<Organization>| found.is_some_and(|row| Some(row.id) != own);
    if let Some(code) = &profile.tax_code
        && others(store::find_by_tax_code(txn, code).await?)
    {
        return Err(store::code_taken(&field("taxCode")));
    }
    if let Some(code) = &profile.establishment_code
        && others(store::find_by_establishment_code(txn, code).await?)
    {
        return Err(store::code_taken(&field("establishmentCode")));
    }
    Ok(())
}

fn keys_of(name: &BilingualTextInput) -> Vec<String> {
    let mut keys: Vec<_> = [&name.vi, &name.en]
        .into_iter()
        .flatten()
        .filter_map(|name| names::key(name))
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

/// Listed organisations whose names look like one with these keys. Of two that come at once with the
/// same name the second sees the first.
pub(super) async fn similar(
    txn: &Txn,
    keys: &[String],
    own: Option<OrganizationId>,
) -> Result<Vec<Organization>> {
    for key in keys {
        alone(txn, &format!("organisation named {key}")).await?;
    }
    let mut found = store::listed_with_keys(txn, keys).await?;
    found.retain(|row| Some(row.id) != own);
    Ok(found)
}

/// Founds a further organisation; who does owns it.
pub async fn found(ctx: &Ctx, key: &str, new: NewOrganization) -> Result<Organization> {
    let user = ctx.in_person()?.id;
    Error::problems(problems(ctx, "newOrganization", &new))?;
    let txn = ctx.begin().await?;
    let id = match client_keys::claim(ctx, &txn, user, "createOrganization", key, &new).await? {
        Claim::Fresh(id) => OrganizationId(id),
        Claim::Repeat(id) => return store::find_there(&txn, OrganizationId(id)).await,
    };
    if moderation::store::count_opened_by(&txn, user).await? >= REGISTRATIONS_MAX {
        return Err(Error::conflict(say(
            "Bạn đang có nhiều tổ chức chờ Liên minh xem xét. Hãy chờ kết quả trước khi tạo thêm.",
            "Several organisations of yours wait for the alliance. Wait for its answer before you create another.",
        )));
    }
    creatable(ctx, &txn, "newOrganization", &new).await?;
    register_as(ctx, &txn, id, new, Some(user)).await?;
    let role = (MembershipRole::Owner, MembershipStatus::Active);
    add_member(ctx, &txn, id, user, role).await?;
    let organization = store::find_there(&txn, id).await?;
    txn.commit().await?;
    Ok(organization)
}
