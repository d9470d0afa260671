//! How an agreement begins: from a selected proposal or a mutual match, by a template.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::jobs::News;
use super::rules::{self, State};
use super::service::{proposed, tell, version_of};
use super::templates::{self, Facts};
use super::text::{self, PartyText, Words};
use super::{Agreement, Kind, Publication, Side, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::Connection;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{AgreementId, MatchId, ProposalId};
use crate::matches;
use crate::needs::{self, Need};
use crate::organizations::{self, Organization};
use crate::policy::{Action, Agreeing};
use crate::postings::ContractType;
use crate::proposals::{self, ProposalStatus};
use crate::text::say;

/// Letters and digits of a number, without those that are mistaken for each other.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// From what an agreement comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Source {
    /// A selected proposal; the need's owner begins.
    Proposal(ProposalId),
    /// A mutual match; either side begins.
    Match(MatchId),
}

impl Source {
    /// As columns have it.
    pub fn columns(self) -> (Option<ProposalId>, Option<MatchId>) {
        match self {
            Self::Proposal(id) => (Some(id), None),
            Self::Match(id) => (None, Some(id)),
        }
    }
}

/// What somebody begins.
#[derive(Clone, Debug, Serialize)]
pub struct New {
    /// From what.
    pub source: Source,
    /// Kind.
    pub kind: Kind,
    /// Contract type, for the preparation of a partnership.
    pub contract_type: Option<ContractType>,
    /// First day.
    pub starts_on: NaiveDate,
    /// How long.
    pub months: i32,
    /// Đồng.
    pub value_amount: Option<i64>,
}

/// Who may begin, and with whom.
struct Beginning {
    need: Need,
    owner: Organization,
    partner: Organization,
    side: Side,
}

/// Finds out whether the viewer may begin an agreement from this, and for which side.
async fn beginning(ctx: &Ctx, db: &impl Connection, source: Source) -> Result<Beginning> {
    let (need, partner, side) = match source {
        Source::Proposal(id) => {
            let proposal = proposals::store::find(db, id).await?;
            let proposal = proposal.ok_or_else(Error::not_found)?;
            let need = needs::store::find(db, proposal.need_id).await?;
            let need = need.ok_or_else(Error::not_found)?;
            ctx.authorize(Action::DecideProposal(&proposal, &need))?;
            if proposal.status != ProposalStatus::Selected {
                return Err(Error::illegal_transition(say(
                    "Chỉ lập thỏa thuận từ đề xuất đã được chọn.",
                    "An agreement begins from a proposal that was selected.",
                )));
            }
            (need, proposal.organization_id, Side::Owner)
        }
        Source::Match(id) => {
            let found = matches::store::find(db, id).await?;
            let found = found.ok_or_else(Error::not_found)?;
            ctx.authorize(Action::AnswerMatch(&found))?;
            if !found.status.is_mutual() {
                return Err(Error::illegal_transition(say(
                    "Chỉ lập thỏa thuận khi cả hai bên đã đồng ý kết nối.",
                    "An agreement begins when both sides have accepted the match.",
                )));
            }
            let need = needs::store::find(db, found.need_id).await?;
            let need = need.ok_or_else(Error::not_found)?;
            let side = if ctx.viewer.belongs_to(found.need_organization_id) {
                Side::Owner
            } else {
                Side::Partner
            };
            (need, found.offer_organization_id, side)
        }
    };
    let owner = organizations::store::find_there(db, need.organization_id).await?;
    let partner = organizations::store::find_there(db, partner).await?;
    if owner.id == partner.id
        || (ctx.viewer.belongs_to(owner.id) && ctx.viewer.belongs_to(partner.id))
    {
        return Err(rules::both_sides());
    }
    Ok(Beginning {
        need,
        owner,
        partner,
        side,
    })
}

/// Whether the viewer may begin an agreement now, and what was begun before and she may see.
pub async fn start(ctx: &Ctx, source: Source) -> Result<(Result<()>, Vec<Agreement>)> {
    let db = &ctx.app.db;
    // Whoever may not know of the proposal or the match gets no answer at all.
    let may = match beginning(ctx, db, source).await {
        Ok(_) => Ok(()),
        Err(error) if error.code == ErrorCode::NotFound => return Err(error),
        Err(error) => Err(error),
    };
    let (proposal, found) = source.columns();
    let may = match may {
        Ok(()) if store::negotiated_from(db, proposal, found).await? => Err(under_way()),
        may => may,
    };
    let mut begun = store::begun_from(db, proposal, found).await?;
    begun.retain(|row| ctx.may(Action::Agreement(Agreeing::View, row)));
    Ok((may, begun))
}

fn under_way() -> Error {
    Error::conflict(say(
        "Đã có một thỏa thuận từ kết quả này đang được soạn hoặc chờ ký.",
        "An agreement from this is being drafted or waits for signatures already.",
    ))
}

/// Begins an agreement from a template.
pub async fn create(ctx: &Ctx, key: &str, new: New) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let begun = beginning(ctx, &txn, new.source).await?;
    // Locked: neither is suspended or made part of another meanwhile.
    organizations::store::lock_two(&txn, begun.owner.id, begun.partner.id).await?;
    needs::store::lock(&txn, begun.need.id).await?;
    let begun = beginning(ctx, &txn, new.source).await?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let claim = client_keys::claim(ctx, &txn, user, "createAgreement", key, &new).await?;
    let id = match claim {
        Claim::Fresh(id) => AgreementId(id),
        Claim::Repeat(id) => {
            let row = store::find(&txn, AgreementId(id)).await?;
            return row.ok_or_else(Error::not_found);
        }
    };
    for party in [&begun.owner, &begun.partner] {
        organizations::rules::must_be_listed(party)?;
    }
    check_contract(&new)?;
    let (proposal_id, match_id) = new.source.columns();
    if store::negotiated_from(&txn, proposal_id, match_id).await? {
        return Err(under_way());
    }
    let content = templates::fill(new.kind, &facts(ctx, &begun, &new))?;
    Error::problems(text::problems(&content))?;
    let now = ctx.now();
    let mut row = Agreement {
        id,
        number: number(ctx),
        kind: new.kind,
        contract_type: new.contract_type,
        need_id: Some(begun.need.id),
        proposal_id,
        match_id,
        owner_id: begun.owner.id,
        partner_id: begun.partner.id,
        owner_name: content.owner.name.bilingual(),
        partner_name: content.partner.name.bilingual(),
        title: content.title.bilingual(),
        status: super::AgreementStatus::Drafting,
        negotiation: super::Negotiation::Editing,
        turn: None,
        owner_accepted: false,
        partner_accepted: false,
        owner_signed: false,
        partner_signed: false,
        current_version: 1,
        in_force_version: None,
        owner_publication: Publication::Summary,
        partner_publication: Publication::Summary,
        historic: false,
        starts_on: content.starts_on,
        ends_on: content.ends_on(),
        value_amount: content.value_amount,
        signed_at: None,
        ended_at: None,
        ended_by: None,
        end_reason: None,
        notice_number: None,
        notice_link: None,
        handed_over_at: None,
        handed_over_by: None,
        activity_at: now,
        version: 1,
        demonstration: begun.need.demonstration,
        listed_at: now,
        created_by: Some(user),
        created_at: now,
        updated_at: now,
    };
    State::begun(begun.side).put(&mut row);
    store::insert(&txn, row.clone()).await?;
    let first = version_of(ctx, &row, 1, begun.side, &content)?;
    store::save_version(&txn, proposed(ctx, first, None)).await?;
    let subject = Subject::agreement(id);
    audit::record(ctx, &txn, "agreement.begun", subject, &row.number).await?;
    tell(ctx, &txn, &row, News::Begun, Some(begun.side), None).await?;
    txn.commit().await?;
    Ok(row)
}

fn check_contract(new: &New) -> Result<()> {
    let (code, message) = match (new.kind, new.contract_type) {
        (Kind::PppPreparation, None) => (
            ErrorCode::Required,
            say(
                "Chọn loại hợp đồng PPP dự kiến.",
                "Choose the contract type that is prepared.",
            ),
        ),
        (Kind::Memorandum | Kind::Pilot | Kind::ServiceLease, Some(_)) => (
            ErrorCode::InvalidInput,
            say(
                "Chỉ thỏa thuận chuẩn bị dự án PPP có loại hợp đồng.",
                "Only the preparation of a partnership has a contract type.",
            ),
        ),
        _ => return Ok(()),
    };
    Err(Error::field("contractType", code, message))
}

fn facts(ctx: &Ctx, begun: &Beginning, new: &New) -> Facts {
    let party = |row: &Organization, side: Side| PartyText {
        name: Words::from_text(&row.legal_name),
        address: text::line(row.address.as_deref().unwrap_or_default()),
        code: row
            .tax_code
            .clone()
            .or_else(|| row.establishment_code.clone())
            .unwrap_or_default(),
        // Whoever begins and may sign is who represents her side, until somebody writes another name.
        representative: ctx
            .viewer
            .person()
            .filter(|_| side == begun.side && ctx.viewer.owns(row.id))
            .map(|person| text::line(&person.name))
            .unwrap_or_default(),
        position: String::new(),
    };
    let place = begun.need.place_id.as_deref();
    let place = place.and_then(|id| ctx.app.gazetteer.get(id));
    let place = place.map_or_else(
        || Words {
            vi: "Việt Nam".into(),
            en: "Viet Nam".into(),
        },
        |place| Words {
            vi: place.full_name_vi.clone(),
            en: place.full_name_en.clone(),
        },
    );
    Facts {
        owner: party(&begun.owner, Side::Owner),
        partner: party(&begun.partner, Side::Partner),
        need: Words::from_text(&begun.need.title),
        place,
        contract_type: new.contract_type,
        starts_on: new.starts_on,
        months: new.months,
        value_amount: new.value_amount,
    }
}

/// A number that says the year and nothing else: a running one would say how many others there are.
pub(super) fn number(ctx: &Ctx) -> String {
    let year = crate::clock::local_date(ctx.now()).year();
    let letters = ctx.app.ids.bytes::<8>();
    let letters = letters.map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
    format!("IF-{year}-{}", letters.iter().collect::<String>())
}
