//! What is followed once an agreement is in force: milestones, its end, its handover, what everybody sees.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use url::Url;

use super::checks::{self, locked, must, name, note};
use super::jobs::{AgreementEnding, AgreementEnds, AgreementSilence, MilestoneReminder, News};
use super::rules::{self, State, Step};
use super::service::{released, save, tell};
use super::text::Content;
use super::{Agreement, Indicator, Milestone, MilestoneStatus, Publication, Side, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::files::{self, Purpose};
use crate::ids::{AgreementId, FileId, MilestoneId};
use crate::matches;
use crate::needs::{self, rules::Step as NeedStep, rules::reason};
use crate::policy::Agreeing;
use crate::text::say;

/// Eight in the morning in Vietnam.
pub(super) fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(chrono::NaiveTime::MIN).and_utc() + Duration::hours(1)
}

/// The moment at which a day is over in Vietnam.
pub(super) fn over(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(chrono::NaiveTime::MIN).and_utc() + Duration::hours(17)
}

/// Milestones and indicators as the text in force has them. What was confirmed stays as it was; what an
/// amendment took out before anything was confirmed is dropped.
pub(super) async fn plan(ctx: &Ctx, txn: &Txn, row: &Agreement, content: &Content) -> Result<()> {
    let known = store::milestones_of(txn, &[row.id]).await?;
    for (planned, position) in content.milestones.iter().zip(1..) {
        match known.iter().find(|one| one.id == planned.id) {
            Some(one) if one.confirmed_at.is_some() => {
                let kept = Milestone {
                    position,
                    dropped: false,
                    ..one.clone()
                };
                store::update_milestone(txn, kept).await?;
            }
            Some(one) => {
                let changed = Milestone {
                    position,
                    title: planned.title.bilingual(),
                    due_on: planned.due_on,
                    dropped: false,
                    version: one.version + 1,
                    ..one.clone()
                };
                store::update_milestone(txn, changed).await?;
            }
            None => {
                let fresh = Milestone {
                    id: planned.id,
                    agreement_id: row.id,
                    position,
                    title: planned.title.bilingual(),
                    due_on: planned.due_on,
                    status: MilestoneStatus::Scheduled,
                    reported_status: None,
                    evidence: None,
                    evidence_id: None,
                    reported_by: None,
                    reported_at: None,
                    answer: None,
                    confirmed_by: None,
                    confirmed_at: None,
                    dropped: false,
                    version: 1,
                };
                store::insert_milestone(txn, fresh).await?;
            }
        }
        for days in rules::REMINDERS {
            let at = morning(planned.due_on) - Duration::days(days);
            let reminder = MilestoneReminder {
                milestone_id: planned.id,
                due_on: planned.due_on,
                days,
            };
            if at > ctx.now() {
                ctx.enqueue_at(txn, &reminder, at).await?;
            }
        }
    }
    let planned = |id: MilestoneId| content.milestones.iter().any(|one| one.id == id);
    for one in known {
        if !planned(one.id) && one.confirmed_at.is_none() && !one.dropped {
            let gone = Milestone {
                dropped: true,
                version: one.version + 1,
                ..one
            };
            store::update_milestone(txn, gone).await?;
        }
    }
    plan_indicators(txn, row, content).await
}

async fn plan_indicators(txn: &Txn, row: &Agreement, content: &Content) -> Result<()> {
    let known = store::indicators_of(txn, &[row.id]).await?;
    for (planned, position) in content.indicators.iter().zip(1..) {
        let indicator = Indicator {
            id: planned.id,
            agreement_id: row.id,
            position,
            name: planned.name.bilingual(),
            unit: planned.unit.clone(),
            baseline: planned.baseline,
            target: planned.target,
            dropped: false,
        };
        if known.iter().any(|one| one.id == planned.id) {
            store::update_indicator(txn, indicator).await?;
        } else {
            store::insert_indicator(txn, indicator).await?;
        }
    }
    for one in known {
        if content
            .indicators
            .iter()
            .all(|planned| planned.id != one.id)
        {
            let gone = Indicator {
                dropped: true,
                ..one
            };
            store::update_indicator(txn, gone).await?;
        }
    }
    Ok(())
}

/// Letters that will be written if nothing happens before.
pub(super) async fn remind(ctx: &Ctx, txn: &Txn, row: &Agreement, first: bool) -> Result<()> {
    let agreement_id = row.id;
    if let Some(ends_on) = row.ends_on {
        let ending = AgreementEnding {
            agreement_id,
            ends_on,
        };
        let before = morning(ends_on) - Duration::days(rules::ENDING);
        if before > ctx.now() {
            ctx.enqueue_at(txn, &ending, before).await?;
        }
        let ends = AgreementEnds {
            agreement_id,
            ends_on,
        };
        ctx.enqueue_at(txn, &ends, over(ends_on)).await?;
    }
    if first {
        let silence = AgreementSilence {
            agreement_id,
            since: ctx.now(),
        };
        let at = ctx.now() + Duration::days(rules::SILENCE);
        ctx.enqueue_at(txn, &silence, at).await?;
    }
    Ok(())
}

/// What an agreement that was signed for the first time means for where it came from.
pub(super) async fn bound(ctx: &Ctx, txn: &Txn, row: &Agreement) -> Result<()> {
    if let (Some(need), Some(_)) = (row.need_id, row.proposal_id) {
        needs::service::follow(ctx, txn, need, NeedStep::Agree, None).await?;
    }
    if let Some(found) = row.match_id {
        matches::service::convert(ctx, txn, found).await?;
    }
    Ok(())
}

/// A milestone with its agreement, for a side that follows it.
async fn followed(
    ctx: &Ctx,
    txn: &Txn,
    id: MilestoneId,
    version: i32,
) -> Result<(Agreement, Side, Milestone)> {
    let seen = store::find_milestone(txn, id).await?;
    let seen = seen.ok_or_else(Error::not_found)?;
    let (row, side) = locked(ctx, txn, seen.agreement_id, None, Agreeing::Write).await?;
    rules::next(State::of(&row), side, Step::Follow)?;
    let milestone = store::find_milestone(txn, id).await?;
    let milestone = milestone.filter(|one| !one.dropped);
    let milestone = milestone.ok_or_else(Error::not_found)?;
    if milestone.version != version {
        return Err(Error::stale());
    }
    Ok((row, side, milestone))
}

/// What a partner says of a milestone.
#[derive(Clone, Debug)]
pub struct Report {
    /// How far it is reached.
    pub status: MilestoneStatus,
    /// What shows it.
    pub evidence: Option<String>,
    /// A file that shows it.
    pub evidence_id: Option<FileId>,
}

/// The partner says how far a milestone is reached; the owner confirms or says otherwise.
pub async fn report(ctx: &Ctx, id: MilestoneId, version: i32, report: Report) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (row, side, mut milestone) = followed(ctx, &txn, id, version).await?;
    if side != Side::Partner {
        return Err(Error::new(
            ErrorCode::Forbidden,
            say(
                "Bên thực hiện báo cáo mốc tiến độ; bên có nhu cầu xác nhận.",
                "The side that carries it out reports a milestone; the side with the need confirms it.",
            ),
        ));
    }
    if milestone.status == MilestoneStatus::Met {
        return Err(Error::illegal_transition(say(
            "Mốc này đã được xác nhận là đạt.",
            "This milestone was confirmed as met already.",
        )));
    }
    said(report.status)?;
    let evidence = note("evidence", report.evidence, checks::NOTE)?;
    let evidence = Some(must("evidence", evidence)?);
    if report.evidence_id != milestone.evidence_id {
        if let Some(file) = report.evidence_id {
            let whose = (row.organization(side), Purpose::Agreement);
            files::service::attach(ctx, &txn, "evidenceId", &[file], whose, false).await?;
        }
        if let Some(before) = milestone.evidence_id {
            files::service::let_go(ctx, &txn, before).await?;
        }
        milestone.evidence_id = report.evidence_id;
    }
    milestone.evidence = evidence;
    milestone.reported_status = Some(report.status);
    (milestone.reported_at, milestone.reported_by) = (Some(ctx.now()), ctx.viewer.user());
    milestone.version += 1;
    store::update_milestone(&txn, milestone).await?;
    let row = save(ctx, &txn, row).await?;
    let detail = (id, report.status);
    let subject = Subject::agreement(row.id);
    audit::record(ctx, &txn, "agreement.milestone_reported", subject, &detail).await?;
    tell(
        ctx,
        &txn,
        &row,
        News::MilestoneReported,
        Some(side),
        Some(id),
    )
    .await?;
    txn.commit().await?;
    Ok(row)
}

fn said(status: MilestoneStatus) -> Result<()> {
    if status == MilestoneStatus::Scheduled {
        return Err(Error::field(
            "status",
            ErrorCode::InvalidInput,
            say(
                "Chọn đạt, đạt một phần hoặc không đạt.",
                "Choose met, partially met or not met.",
            ),
        ));
    }
    Ok(())
}

/// The owner says how far a milestone is reached: as the partner said, or otherwise and why. What was not
/// reported by its day the owner decides without.
pub async fn confirm(
    ctx: &Ctx,
    id: MilestoneId,
    version: i32,
    status: MilestoneStatus,
    answer: Option<String>,
) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (row, side, mut milestone) = followed(ctx, &txn, id, version).await?;
    if side != Side::Owner {
        return Err(Error::new(
            ErrorCode::Forbidden,
            say(
                "Chỉ bên có nhu cầu xác nhận mốc tiến độ.",
                "Only the side with the need confirms a milestone.",
            ),
        ));
    }
    said(status)?;
    let overdue = milestone.due_on < ctx.app.clock.today();
    if milestone.reported_status.is_none() && !overdue {
        return Err(Error::illegal_transition(say(
            "Bên thực hiện chưa báo cáo mốc này và mốc chưa đến hạn.",
            "The other side has not reported this milestone, and it is not due yet.",
        )));
    }
    let answer = note("answer", answer, checks::NOTE)?;
    if milestone.reported_status != Some(status) && answer.is_none() {
        return Err(Error::field(
            "answer",
            ErrorCode::Required,
            say(
                "Kết luận khác với báo cáo thì phải nêu lý do; bên thực hiện đọc lý do này.",
                "Say why you decide otherwise than was reported; the other side reads it.",
            ),
        ));
    }
    milestone.status = status;
    milestone.reported_status = None;
    milestone.answer = answer;
    (milestone.confirmed_at, milestone.confirmed_by) = (Some(ctx.now()), ctx.viewer.user());
    milestone.version += 1;
    store::update_milestone(&txn, milestone).await?;
    let row = save(ctx, &txn, row).await?;
    released(ctx, &txn, &row).await?;
    let detail = (id, status);
    let subject = Subject::agreement(row.id);
    audit::record(ctx, &txn, "agreement.milestone_confirmed", subject, &detail).await?;
    tell(
        ctx,
        &txn,
        &row,
        News::MilestoneConfirmed,
        Some(side),
        Some(id),
    )
    .await?;
    txn.commit().await?;
    Ok(row)
}

/// The owner records that it is done, with what came of it.
pub async fn complete(ctx: &Ctx, id: AgreementId, version: i32, result: &str) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Bind).await?;
    let state = rules::next(State::of(&row), side, Step::Complete)?;
    let result = reason("result", result)?;
    let waiting = |one: &Milestone| {
        !one.dropped && (one.status == MilestoneStatus::Scheduled || one.reported_status.is_some())
    };
    if store::milestones_of(&txn, &[id]).await?.iter().any(waiting) {
        return Err(Error::illegal_transition(say(
            "Còn mốc tiến độ chưa được kết luận. Hãy xác nhận từng mốc là đạt, đạt một phần hoặc không đạt trước.",
            "Some milestones are not decided. Confirm each as met, partially met or not met first.",
        )));
    }
    let row = finish(ctx, &txn, row, state, Some(side), &result).await?;
    txn.commit().await?;
    Ok(row)
}

/// A side ends it before it is done, with a reason.
pub async fn terminate(ctx: &Ctx, id: AgreementId, version: i32, why: &str) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Bind).await?;
    let state = rules::next(State::of(&row), side, Step::Terminate)?;
    let why = reason("reason", why)?;
    let row = finish(ctx, &txn, row, state, Some(side), &why).await?;
    txn.commit().await?;
    Ok(row)
}

/// Its last day has passed and nobody said what came of it: that is what is said.
pub(super) async fn expire(ctx: &Ctx, id: AgreementId, ends_on: NaiveDate) -> Result<()> {
    let txn = ctx.begin().await?;
    let seen = store::find(&txn, id).await?.ok_or_else(Error::not_found)?;
    if let Some(need) = seen.need_id {
        needs::store::lock(&txn, need).await?;
    }
    let row = store::lock(&txn, id).await?;
    // An amendment may have moved the day.
    if row.ends_on != Some(ends_on) || ctx.now() < over(ends_on) {
        return Ok(());
    }
    let Ok(state) = rules::next(State::of(&row), Side::Owner, Step::Expire) else {
        return Ok(());
    };
    let why = "Hết thời hạn mà hai bên chưa ghi nhận kết quả. / The duration ended and neither side recorded a result.";
    finish(ctx, &txn, row, state, None, why).await?;
    txn.commit().await
}

async fn finish(
    ctx: &Ctx,
    txn: &Txn,
    mut row: Agreement,
    state: State,
    by: Option<Side>,
    why: &str,
) -> Result<Agreement> {
    use super::AgreementStatus as S;
    let negotiated = row.current_version;
    if row.in_force_version != Some(negotiated) {
        store::void_signatures(txn, row.id, negotiated, ctx.now()).await?;
    }
    store::delete_draft(txn, row.id).await?;
    state.put(&mut row);
    (row.ended_at, row.ended_by) = (Some(ctx.now()), ctx.viewer.user());
    row.end_reason = Some(why.to_owned());
    let row = save(ctx, txn, row).await?;
    released(ctx, txn, &row).await?;
    let (action, news, step) = match row.status {
        S::Completed => ("agreement.completed", News::Completed, NeedStep::Complete),
        S::Expired => ("agreement.expired", News::Expired, NeedStep::Lapse),
        _ => ("agreement.terminated", News::Terminated, NeedStep::Lapse),
    };
    if let (Some(need), Some(_)) = (row.need_id, row.proposal_id)
        && !store::another_in_force(txn, need, row.id).await?
    {
        needs::service::follow(ctx, txn, need, step, Some(why)).await?;
    }
    audit::record(ctx, txn, action, Subject::agreement(row.id), &()).await?;
    tell(ctx, txn, &row, news, by, None).await?;
    Ok(row)
}

/// It goes on at the national procurement system: under which notice, and where that is.
pub async fn hand_over(
    ctx: &Ctx,
    id: AgreementId,
    version: i32,
    notice: &str,
    link: &str,
) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (mut row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Bind).await?;
    let state = rules::next(State::of(&row), side, Step::HandOver)?;
    let notice = must(
        "noticeNumber",
        name("noticeNumber", Some(notice.to_owned()))?,
    )?;
    let link = web_address(link)?;
    state.put(&mut row);
    (row.handed_over_at, row.handed_over_by) = (Some(ctx.now()), ctx.viewer.user());
    row.notice_number = Some(notice.clone());
    row.notice_link = Some(link);
    if let (Some(need), Some(_)) = (row.need_id, row.proposal_id) {
        needs::service::follow(ctx, &txn, need, NeedStep::HandOver, Some(&notice)).await?;
    }
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(id);
    audit::record(ctx, &txn, "agreement.handed_over", subject, &notice).await?;
    tell(ctx, &txn, &row, News::HandedOver, Some(side), None).await?;
    txn.commit().await?;
    Ok(row)
}

fn web_address(link: &str) -> Result<String> {
    let url = Url::parse(link.trim()).ok().filter(|url| {
        url.scheme() == "https"
            && url.host_str().is_some_and(|host| host.contains('.'))
            && url.username().is_empty()
            && url.password().is_none()
    });
    let url = url.filter(|url| url.as_str().len() <= 500);
    url.map(String::from).ok_or_else(|| {
        Error::field(
            "link",
            ErrorCode::InvalidInput,
            say(
                "Nhập đường dẫn bắt đầu bằng https:// đến thông báo trên hệ thống mạng đấu thầu quốc gia.",
                "Give the address of the notice on the national procurement system; it begins with https://.",
            ),
        )
    })
}

/// What the viewer's side lets everybody see.
pub async fn publish(
    ctx: &Ctx,
    id: AgreementId,
    version: i32,
    publication: Publication,
) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (mut row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Bind).await?;
    let before = row.clone();
    match side {
        Side::Owner => row.owner_publication = publication,
        Side::Partner => row.partner_publication = publication,
    }
    // Told once more when it ceases to be public: the feed then leaves it out.
    released(ctx, &txn, &before).await?;
    let row = save(ctx, &txn, row).await?;
    released(ctx, &txn, &row).await?;
    let detail = (side, publication);
    let subject = Subject::agreement(id);
    audit::record(ctx, &txn, "agreement.publication_set", subject, &detail).await?;
    txn.commit().await?;
    Ok(row)
}
