//! Values of indicators, and what was paid or given in kind.

use chrono::NaiveDate;
use serde::Serialize;

use super::checks::{self, locked, must, note};
use super::jobs::News;
use super::rules::{self, State, Step};
use super::service::{released, save, tell};
use super::{Agreement, Measurement, Payment, PaymentKind, Publication, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{AgreementId, IndicatorId, MeasurementId, PaymentId};
use crate::policy::Agreeing;
use crate::text::say;

/// Most values, and most payments, of one agreement.
const MOST: usize = 1_000;

/// A value that somebody measured.
#[derive(Clone, Debug, Serialize)]
pub struct NewMeasurement {
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// Value.
    pub value: f64,
    /// On which day.
    pub measured_on: NaiveDate,
    /// How.
    pub note: Option<String>,
}

/// Records a value of an indicator; the other side sees who says so.
pub async fn measure(ctx: &Ctx, key: &str, new: NewMeasurement) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let indicator = store::find_indicator(&txn, new.indicator).await?;
    let indicator = indicator.filter(|one| !one.dropped);
    let indicator = indicator.ok_or_else(Error::not_found)?;
    let (row, side) = locked(ctx, &txn, indicator.agreement_id, None, Agreeing::Write).await?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let claim = client_keys::claim(ctx, &txn, user, "recordMeasurement", key, &new).await?;
    let Claim::Fresh(id) = claim else {
        return Ok(row);
    };
    rules::next(State::of(&row), side, Step::Follow)?;
    if !new.value.is_finite() {
        return Err(Error::field(
            "value",
            ErrorCode::OutOfRange,
            say("Giá trị phải là một số.", "The value must be a number."),
        ));
    }
    past(ctx, "measuredOn", new.measured_on)?;
    few(store::measurements_of(&txn, &[row.id]).await?.len())?;
    let measurement = Measurement {
        id: MeasurementId(id),
        agreement_id: row.id,
        indicator_id: indicator.id,
        value: new.value,
        measured_on: new.measured_on,
        note: note("note", new.note, checks::NOTE)?,
        side,
        recorded_by: user,
        recorded_at: ctx.now(),
    };
    store::insert_measurement(&txn, measurement).await?;
    let row = save(ctx, &txn, row).await?;
    // Of an agreement published in summary nobody outside learns that there is a value.
    if row.publication() == Publication::Whole {
        released(ctx, &txn, &row).await?;
    }
    let subject = Subject::agreement(row.id);
    audit::record(ctx, &txn, "agreement.measured", subject, &indicator.id).await?;
    tell(ctx, &txn, &row, News::Measured, Some(side), None).await?;
    txn.commit().await?;
    Ok(row)
}

/// Something that was given.
#[derive(Clone, Debug, Serialize)]
pub struct NewPayment {
    /// Under which agreement.
    pub agreement: AgreementId,
    /// Money, or in kind.
    pub kind: PaymentKind,
    /// Đồng.
    pub amount: Option<i64>,
    /// For what.
    pub description: String,
    /// When.
    pub given_on: NaiveDate,
}

/// Records what was paid or given in kind; the other side confirms it.
pub async fn pay(ctx: &Ctx, key: &str, new: NewPayment) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (row, side) = locked(ctx, &txn, new.agreement, None, Agreeing::Write).await?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let claim = client_keys::claim(ctx, &txn, user, "recordPayment", key, &new).await?;
    let Claim::Fresh(id) = claim else {
        return Ok(row);
    };
    rules::next(State::of(&row), side, Step::Follow)?;
    let sound = |amount: i64| (1..=crate::money::LARGEST).contains(&amount);
    let lacks = new.kind == PaymentKind::Money && new.amount.is_none();
    if lacks || new.amount.is_some_and(|amount| !sound(amount)) {
        return Err(Error::field(
            "amount",
            if lacks {
                ErrorCode::Required
            } else {
                ErrorCode::OutOfRange
            },
            say(
                "Nhập số tiền lớn hơn 0, tính bằng đồng.",
                "Give an amount above zero, in đồng.",
            ),
        ));
    }
    past(ctx, "givenOn", new.given_on)?;
    few(store::payments_of(&txn, &[row.id]).await?.len())?;
    let words = note("description", Some(new.description), checks::NOTE)?;
    let payment = Payment {
        id: PaymentId(id),
        agreement_id: row.id,
        kind: new.kind,
        amount: new.amount,
        description: must("description", words)?,
        given_on: new.given_on,
        side,
        recorded_by: user,
        recorded_at: ctx.now(),
        confirmed_by: None,
        confirmed_at: None,
    };
    store::insert_payment(&txn, payment).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(row.id);
    audit::record(ctx, &txn, "agreement.payment_recorded", subject, &id).await?;
    tell(ctx, &txn, &row, News::PaymentRecorded, Some(side), None).await?;
    txn.commit().await?;
    Ok(row)
}

/// The other side confirms what was recorded.
pub async fn confirm_payment(ctx: &Ctx, id: PaymentId) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let seen = store::find_payment(&txn, id).await?;
    let seen = seen.ok_or_else(Error::not_found)?;
    let (row, side) = locked(ctx, &txn, seen.agreement_id, None, Agreeing::Write).await?;
    rules::next(State::of(&row), side, Step::Follow)?;
    let payment = store::find_payment(&txn, id).await?;
    let mut payment = payment.ok_or_else(Error::not_found)?;
    if payment.side == side {
        return Err(Error::new(
            ErrorCode::Forbidden,
            say(
                "Khoản này do bên bạn ghi nhận; bên kia mới xác nhận được.",
                "Your side recorded this; the other side confirms it.",
            ),
        ));
    }
    if payment.confirmed_at.is_some() {
        return Err(Error::illegal_transition(say(
            "Khoản này đã được xác nhận.",
            "This was confirmed already.",
        )));
    }
    (payment.confirmed_at, payment.confirmed_by) = (Some(ctx.now()), ctx.viewer.user());
    store::update_payment(&txn, payment).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(row.id);
    audit::record(ctx, &txn, "agreement.payment_confirmed", subject, &id).await?;
    txn.commit().await?;
    Ok(row)
}

fn past(ctx: &Ctx, field: &str, day: NaiveDate) -> Result<()> {
    use chrono::Datelike;
    if day > ctx.app.clock.today() || day.year() < 2000 {
        return Err(Error::field(
            field,
            ErrorCode::OutOfRange,
            say(
                "Ngày không được ở tương lai.",
                "The day cannot lie in the future.",
            ),
        ));
    }
    Ok(())
}

fn few(there: usize) -> Result<()> {
    if there >= MOST {
        return Err(Error::conflict(say(
            format!("Mỗi thỏa thuận ghi tối đa {MOST} mục loại này."),
            format!("An agreement has at most {MOST} entries of this kind."),
        )));
    }
    Ok(())
}
