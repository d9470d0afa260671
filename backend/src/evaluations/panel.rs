//! Who sits in the panel: invited by the owner, accepting or not, disclosing what ties them to bidders.

use super::dossier::{Dossier, Facts, ties_of};
use super::entity::{ConflictKind, EvaluationStatus, MemberStatus, PanelSeat, SheetStatus};
use super::jobs::{PanelAnswered, PanelInvited};
use super::service::locked;
use super::{Disclosure, Member, rules, store};
use crate::accounts::User;
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{NeedId, OrganizationId, PanelMemberId, UserId};
use crate::needs::rules::reason;
use crate::policy::Action;
use crate::text::say;
use crate::{accounts, organizations, researchers};

/// Most people whom the owner is offered of each kind.
const MOST: u64 = 200;

/// People whom the owner can invite, by name, with the seat that each would have.
pub async fn candidates(ctx: &Ctx, dossier: &Dossier) -> Result<Vec<(User, PanelSeat)>> {
    let db = &ctx.app.db;
    let owner = dossier.need.organization_id;
    let own = organizations::store::active_people(db, owner).await?;
    let mut ids: Vec<UserId> = own.iter().map(|one| one.id).collect();
    ids.extend(accounts::store::staff(db).await?.iter().map(|one| one.id));
    let experts = researchers::store::evaluators(db, MOST).await?;
    ids.extend(experts.iter().map(|one| one.user_id));
    ids.sort_unstable();
    ids.dedup();
    let facts = Facts::read(db, &ids).await?;
    let sits = |id: UserId| {
        let stays =
            |one: &MemberStatus| matches!(one, MemberStatus::Invited | MemberStatus::Accepted);
        dossier
            .seats
            .iter()
            .any(|seat| seat.member.user_id == id && stays(&seat.member.status))
    };
    let mut found: Vec<(User, PanelSeat)> = ids
        .into_iter()
        .filter(|id| !sits(*id))
        .filter_map(|id| facts.user(id))
        .filter_map(|user| Some((user.clone(), facts.seat(owner, user)?)))
        .collect();
    found.sort_by(|(a, one), (b, other)| (one, &a.name).cmp(&(other, &b.name)));
    Ok(found)
}

/// While the panel may change.
fn changes(dossier: &Dossier) -> Result<()> {
    use EvaluationStatus as S;
    match dossier.evaluation.status {
        S::Preparing | S::Scoring | S::Consensus | S::Interview => Ok(()),
        S::Approved | S::Decided | S::Ended => Err(Error::illegal_transition(say(
            "Kết quả đánh giá đã được phê duyệt hoặc việc đánh giá đã kết thúc: tổ đánh giá không thay đổi được nữa.",
            "The evaluation is approved or over: its panel cannot change any more.",
        ))),
    }
}

async fn record(ctx: &Ctx, txn: &Txn, action: &str, member: &Member) -> Result<()> {
    let subject = Subject::need(member.need_id);
    audit::record(ctx, txn, action, subject, &member.user_id).await
}

/// Invites somebody to the panel, or invites her again.
pub async fn invite(ctx: &Ctx, id: NeedId, user: UserId, chair: bool) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, _) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::EditNeed(&dossier.need))?;
    let by = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    changes(&dossier)?;
    if dossier.need.published_at.is_none() {
        return Err(Error::illegal_transition(say(
            "Hãy mời tổ đánh giá sau khi nhu cầu được đăng: khi đó tiêu chí không thay đổi nữa.",
            "Invite the panel once the need is published: its criteria do not change any more then.",
        )));
    }
    if chair
        && dossier
            .seats
            .iter()
            .any(|seat| leads(&seat.member) && seat.holds)
    {
        return Err(Error::field(
            "chair",
            ErrorCode::Conflict,
            say(
                "Tổ đánh giá đã có tổ trưởng. Hãy đổi tổ trưởng ở danh sách thành viên.",
                "The panel has a chair already. Change it in the list of members.",
            ),
        ));
    }
    let facts = Facts::read(&txn, &[user]).await?;
    let seat = facts
        .user(user)
        .and_then(|person| Some((person, facts.seat(dossier.need.organization_id, person)?)));
    // Whoever is not to be found here is not told apart from whoever cannot sit.
    let Some((person, seat)) = seat else {
        return Err(Error::field(
            "userId",
            ErrorCode::InvalidInput,
            say(
                "Chỉ mời được người của cơ quan, người của Liên minh hoặc chuyên gia nhận lời đánh giá.",
                "Only people of the owner's organisation, of the alliance, and researchers who evaluate can be invited.",
            ),
        ));
    };
    // The owner's people may have read the scores by now: whoever comes late comes from outside.
    let conferred = matches!(
        dossier.evaluation.status,
        EvaluationStatus::Consensus | EvaluationStatus::Interview
    );
    if conferred && seat == PanelSeat::Owner {
        return Err(Error::field(
            "userId",
            ErrorCode::Conflict,
            say(
                "Khi đã bắt đầu thống nhất, người của cơ quan có thể đã xem điểm. Hãy mời người của Liên minh hoặc một chuyên gia.",
                "Since the consensus began, the owner's people may have read the scores. Invite somebody of the alliance, or a researcher.",
            ),
        ));
    }
    let ties = ties_of(ctx, &txn, &dossier.need, &facts, person).await?;
    if let Some(tie) = ties.iter().find(|one| one.kind.blocks()) {
        return Err(Error::field(
            "userId",
            ErrorCode::Conflict,
            say(
                format!(
                    "Người này có xung đột lợi ích. {} {}",
                    tie.of_member.vi, tie.of_bidder.vi
                ),
                format!(
                    "This person has a conflict of interest. {} {}",
                    tie.of_member.en, tie.of_bidder.en
                ),
            ),
        ));
    }
    let known = dossier.seats.iter().find(|one| one.member.user_id == user);
    let member = match known.map(|one| one.member.clone()) {
        Some(known) if matches!(known.status, MemberStatus::Recused | MemberStatus::Removed) => {
            let member = Member {
                status: MemberStatus::Invited,
                seat,
                chair,
                reason: None,
                invited_by: by,
                invited_at: ctx.now(),
                answered_at: None,
                ..known
            };
            store::update_member(&txn, member.clone()).await?;
            member
        }
        _ => {
            let member = Member {
                id: PanelMemberId(ctx.app.ids.next()),
                need_id: id,
                user_id: user,
                seat,
                chair,
                status: MemberStatus::Invited,
                reason: None,
                declared_interest: None,
                sheet: SheetStatus::Draft,
                invited_by: by,
                invited_at: ctx.now(),
                answered_at: None,
                submitted_at: None,
            };
            store::insert_member(&txn, member.clone()).await?;
            member
        }
    };
    record(ctx, &txn, "panel.invited", &member).await?;
    let invited = PanelInvited {
        member_id: member.id,
        invited_at: member.invited_at,
    };
    ctx.enqueue(&txn, &invited).await?;
    txn.commit().await
}

fn leads(member: &Member) -> bool {
    member.chair
        && matches!(
            member.status,
            MemberStatus::Invited | MemberStatus::Accepted
        )
}

/// A member's need; hidden when there is no such member.
async fn need_of(ctx: &Ctx, id: PanelMemberId) -> Result<NeedId> {
    let member = store::member(&ctx.app.db, id).await?;
    Ok(member.ok_or_else(Error::not_found)?.need_id)
}

/// The owner takes somebody out of the panel, with a reason: her sheet no longer counts.
pub async fn remove(ctx: &Ctx, id: PanelMemberId, why: &str) -> Result<NeedId> {
    let need = need_of(ctx, id).await?;
    let txn = ctx.begin().await?;
    let (dossier, _) = locked(ctx, &txn, need).await?;
    ctx.authorize(Action::EditNeed(&dossier.need))?;
    changes(&dossier)?;
    let member = find(&dossier, id)?;
    if member.status == MemberStatus::Removed {
        return Ok(need);
    }
    let member = Member {
        status: MemberStatus::Removed,
        chair: false,
        reason: Some(reason("reason", why)?),
        answered_at: Some(ctx.now()),
        ..member.clone()
    };
    store::update_member(&txn, member.clone()).await?;
    record(ctx, &txn, "panel.removed", &member).await?;
    txn.commit().await?;
    Ok(need)
}

fn find(dossier: &Dossier, id: PanelMemberId) -> Result<&Member> {
    let seat = dossier.seats.iter().find(|one| one.member.id == id);
    Ok(&seat.ok_or_else(Error::not_found)?.member)
}

/// The owner makes somebody the chair; another is it no longer.
pub async fn set_chair(ctx: &Ctx, id: PanelMemberId) -> Result<NeedId> {
    let need = need_of(ctx, id).await?;
    let txn = ctx.begin().await?;
    let (dossier, _) = locked(ctx, &txn, need).await?;
    ctx.authorize(Action::EditNeed(&dossier.need))?;
    changes(&dossier)?;
    let member = find(&dossier, id)?;
    if !matches!(
        member.status,
        MemberStatus::Invited | MemberStatus::Accepted
    ) {
        return Err(Error::illegal_transition(say(
            "Người này không còn trong tổ đánh giá.",
            "This person is no longer in the panel.",
        )));
    }
    for seat in &dossier.seats {
        let chair = seat.member.id == id;
        if seat.member.chair != chair {
            let member = Member {
                chair,
                ..seat.member.clone()
            };
            store::update_member(&txn, member).await?;
        }
    }
    record(ctx, &txn, "panel.chair_named", member).await?;
    txn.commit().await?;
    Ok(need)
}

/// What a person says to her invitation.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Takes part.
    pub accept: bool,
    /// Why not; the owner reads it.
    pub reason: Option<String>,
    /// What could conflict, in her words; stands in the record.
    pub declared_interest: Option<String>,
}

/// A person accepts her invitation, or recuses herself, also after she had accepted.
pub async fn answer(ctx: &Ctx, id: NeedId, answer: Answer) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, eye) = locked(ctx, &txn, id).await?;
    let seat = eye.seat.map(|at| &dossier.seats[at]);
    let seat = seat.ok_or_else(Error::forbidden)?;
    changes(&dossier)?;
    let mut member = seat.member.clone();
    match (member.status, answer.accept) {
        (MemberStatus::Invited | MemberStatus::Recused, true) => {
            if member.status == MemberStatus::Recused {
                return Err(Error::illegal_transition(say(
                    "Bạn đã từ chối hoặc rút khỏi tổ đánh giá. Muốn tham gia lại, hãy đề nghị cơ quan mời lại.",
                    "You have recused yourself. To take part after all, ask the owner to invite you again.",
                )));
            }
            if let Some(tie) = seat.conflicts.iter().find(|one| one.kind.blocks()) {
                return Err(Error::illegal_transition(say(
                    format!(
                        "Bạn có xung đột lợi ích nên không nhận lời được; hãy từ chối. {} {}",
                        tie.of_member.vi, tie.of_bidder.vi
                    ),
                    format!(
                        "You have a conflict of interest and cannot accept; recuse yourself. {} {}",
                        tie.of_member.en, tie.of_bidder.en
                    ),
                )));
            }
            member.status = MemberStatus::Accepted;
            member.declared_interest = rules::words("declaredInterest", answer.declared_interest)?;
        }
        (MemberStatus::Invited | MemberStatus::Accepted, false) => {
            member.status = MemberStatus::Recused;
            member.chair = false;
            member.reason = Some(reason(
                "reason",
                answer.reason.as_deref().unwrap_or_default(),
            )?);
        }
        (MemberStatus::Accepted, true) => return Ok(()),
        (MemberStatus::Recused | MemberStatus::Removed, _) => {
            return Err(Error::illegal_transition(say(
                "Bạn không còn trong tổ đánh giá này.",
                "You are no longer in this panel.",
            )));
        }
    }
    member.answered_at = Some(ctx.now());
    store::update_member(&txn, member.clone()).await?;
    let action = if answer.accept {
        "panel.accepted"
    } else {
        "panel.recused"
    };
    record(ctx, &txn, action, &member).await?;
    let answered = PanelAnswered {
        member_id: member.id,
        answered_at: ctx.now(),
    };
    ctx.enqueue(&txn, &answered).await?;
    txn.commit().await
}

/// A member discloses an earlier dealing with a bidder, and why it does not sway her.
pub async fn disclose(
    ctx: &Ctx,
    id: NeedId,
    bidder: OrganizationId,
    kind: ConflictKind,
    why: &str,
) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, eye) = locked(ctx, &txn, id).await?;
    let seat = eye.seat.map(|at| &dossier.seats[at]);
    let seat = seat.ok_or_else(Error::forbidden)?;
    changes(&dossier)?;
    let tie = seat
        .conflicts
        .iter()
        .find(|one| one.bidder == bidder && one.kind == kind && !one.kind.blocks());
    let tie = tie.ok_or_else(Error::not_found)?;
    let row = Disclosure {
        member_id: seat.member.id,
        proposal_id: tie.proposal,
        kind,
        reason: reason("reason", why)?,
        disclosed_at: ctx.now(),
    };
    store::disclose(&txn, row).await?;
    record(ctx, &txn, "panel.disclosed", &seat.member).await?;
    txn.commit().await
}
