//! What the two sides are told, and when nobody did anything.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Agreement, AgreementStatus, MilestoneStatus, Side, following, rules, store};
use crate::accounts::User;
use crate::app::Ctx;
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{AgreementId, MilestoneId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::organizations;
use crate::text::{BilingualText, Sentence, clean_line, say};

/// What happened to an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// A side began it.
    Begun,
    /// A side proposed a version.
    Proposed,
    /// Both accept one version.
    Accepted,
    /// A side opened the text again.
    Reopened,
    /// A side gave it up.
    Cancelled,
    /// A side has signed.
    Signed,
    /// Both have: it is in force.
    InForce,
    /// A side added a scan.
    ScanAttached,
    /// The partner reported a milestone.
    MilestoneReported,
    /// The owner decided on a milestone.
    MilestoneConfirmed,
    /// A side recorded a value.
    Measured,
    /// A side recorded a payment.
    PaymentRecorded,
    /// A side began an amendment.
    AmendmentBegun,
    /// A side gave an amendment up.
    AmendmentDropped,
    /// It is done.
    Completed,
    /// A side ended it.
    Terminated,
    /// Its last day has passed.
    Expired,
    /// It goes on at the national procurement system.
    HandedOver,
}

impl News {
    /// In a few words, for the subject.
    fn subject(self) -> Sentence {
        match self {
            Self::Begun => say("Bắt đầu soạn thỏa thuận", "An agreement is begun"),
            Self::Proposed => say(
                "Đến lượt bạn xem bản thỏa thuận",
                "Your turn on an agreement",
            ),
            Self::Accepted => say("Thỏa thuận chờ ký", "An agreement waits for signatures"),
            Self::Reopened => say(
                "Thỏa thuận được mở lại để sửa",
                "An agreement is opened again",
            ),
            Self::Cancelled => say("Thỏa thuận bị hủy", "An agreement is cancelled"),
            Self::Signed => say("Bên kia đã ký", "The other side has signed"),
            Self::InForce => say("Thỏa thuận có hiệu lực", "An agreement is in force"),
            Self::ScanAttached => say("Có bản quét mới", "A scan was added"),
            Self::MilestoneReported => say("Báo cáo mốc tiến độ", "A milestone is reported"),
            Self::MilestoneConfirmed => say("Kết luận mốc tiến độ", "A milestone is decided"),
            Self::Measured => say("Có số liệu mới", "A new value was recorded"),
            Self::PaymentRecorded => {
                say("Ghi nhận khoản đã giao", "Something was recorded as given")
            }
            Self::AmendmentBegun => say("Đề nghị sửa đổi thỏa thuận", "An amendment is begun"),
            Self::AmendmentDropped => say("Thôi sửa đổi thỏa thuận", "An amendment is given up"),
            Self::Completed => say("Thỏa thuận hoàn thành", "An agreement is completed"),
            Self::Terminated => say(
                "Thỏa thuận chấm dứt trước hạn",
                "An agreement is terminated",
            ),
            Self::Expired => say("Thỏa thuận hết hạn", "An agreement has expired"),
            Self::HandedOver => say(
                "Thỏa thuận chuyển sang đấu thầu",
                "An agreement goes on to bidding",
            ),
        }
    }

    /// In a sentence, with what to do.
    fn sentence(self) -> Sentence {
        match self {
            Self::Begun => say(
                "Bên kia đã bắt đầu soạn thỏa thuận này từ mẫu. Bạn xem được bản mẫu ngay và sẽ nhận thư khi đến lượt mình.",
                "The other side has begun this agreement from a template. You can read that now, and get a letter when it is your turn.",
            ),
            Self::Proposed => say(
                "Bên kia đã gửi một bản và đang chờ bạn: đồng ý, hoặc sửa rồi gửi lại.",
                "The other side has proposed a version and waits for you: accept it, or change it and propose yours.",
            ),
            Self::Accepted => say(
                "Hai bên đã thống nhất một bản. Chủ sở hữu của mỗi tổ chức ký bản này.",
                "Both sides accept one version. An owner of each organisation signs it.",
            ),
            Self::Reopened => say(
                "Bên kia đã mở lại bản đang chờ ký để sửa. Chữ ký trên bản đó, nếu có, không còn giá trị.",
                "The other side has opened the text again before both had signed. A signature under it, if any, means nothing any more.",
            ),
            Self::Cancelled => say(
                "Bên kia đã hủy thỏa thuận này trước khi ký.",
                "The other side has given this agreement up before it was signed.",
            ),
            Self::Signed => say(
                "Bên kia đã ký. Thỏa thuận có hiệu lực khi bên bạn cũng ký.",
                "The other side has signed. The agreement is in force when yours has, too.",
            ),
            Self::InForce => say(
                "Cả hai bên đã ký. Thỏa thuận có hiệu lực; hãy theo dõi các mốc tiến độ.",
                "Both sides have signed. The agreement is in force; follow its milestones.",
            ),
            Self::ScanAttached => say(
                "Bên kia đã tải lên bản quét của bản giấy.",
                "The other side has added a scan of the paper original.",
            ),
            Self::MilestoneReported => say(
                "Bên thực hiện đã báo cáo một mốc tiến độ. Hãy xem bằng chứng và kết luận.",
                "The other side has reported a milestone. Look at what shows it, and decide.",
            ),
            Self::MilestoneConfirmed => say(
                "Bên có nhu cầu đã kết luận một mốc tiến độ.",
                "The side with the need has decided on a milestone.",
            ),
            Self::Measured => say(
                "Bên kia đã ghi một giá trị mới của chỉ số.",
                "The other side has recorded a new value of an indicator.",
            ),
            Self::PaymentRecorded => say(
                "Bên kia đã ghi nhận một khoản tiền hoặc hiện vật. Hãy xác nhận nếu đúng.",
                "The other side has recorded money or something in kind. Confirm it if it is right.",
            ),
            Self::AmendmentBegun => say(
                "Bên kia muốn sửa đổi thỏa thuận. Bản đang có hiệu lực vẫn giữ nguyên cho đến khi hai bên ký bản mới.",
                "The other side wants to amend the agreement. What is in force holds until both have signed another text.",
            ),
            Self::AmendmentDropped => say(
                "Bên kia thôi sửa đổi. Bản đang có hiệu lực giữ nguyên.",
                "The other side has given the amendment up. What is in force stays as it is.",
            ),
            Self::Completed => say(
                "Bên có nhu cầu đã ghi nhận thỏa thuận hoàn thành.",
                "The side with the need has recorded that the agreement is completed.",
            ),
            Self::Terminated => say(
                "Bên kia đã chấm dứt thỏa thuận trước hạn.",
                "The other side has terminated the agreement.",
            ),
            Self::Expired => say(
                "Thời hạn của thỏa thuận đã hết mà chưa bên nào ghi nhận kết quả.",
                "The duration of the agreement has ended, and neither side has recorded a result.",
            ),
            Self::HandedOver => say(
                "Việc tiếp theo thực hiện trên hệ thống mạng đấu thầu quốc gia, theo thông báo dưới đây.",
                "What follows takes place on the national procurement system, under the notice below.",
            ),
        }
    }
}

/// Something happened: the other side is told, or both when neither did it alone.
#[derive(Debug, Serialize, Deserialize)]
pub struct AgreementNews {
    /// Which agreement.
    pub agreement_id: AgreementId,
    /// What.
    pub news: News,
    /// By which side.
    pub by: Option<Side>,
    /// About which milestone.
    pub milestone_id: Option<MilestoneId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A milestone comes near and nothing was said.
#[derive(Debug, Serialize, Deserialize)]
pub struct MilestoneReminder {
    /// Which.
    pub milestone_id: MilestoneId,
    /// The day that was planned when this was written.
    pub due_on: NaiveDate,
    /// How many days before.
    pub days: i64,
}

/// Nobody did anything for long: both sides are asked how it goes.
#[derive(Debug, Serialize, Deserialize)]
pub struct AgreementSilence {
    /// Which.
    pub agreement_id: AgreementId,
    /// Since when this letter counts.
    pub since: DateTime<Utc>,
}

/// The last day comes near.
#[derive(Debug, Serialize, Deserialize)]
pub struct AgreementEnding {
    /// Which.
    pub agreement_id: AgreementId,
    /// The last day when this was written.
    pub ends_on: NaiveDate,
}

/// The last day has passed.
#[derive(Debug, Serialize, Deserialize)]
pub struct AgreementEnds {
    /// Which.
    pub agreement_id: AgreementId,
    /// The last day when this was written.
    pub ends_on: NaiveDate,
}

fn page(row: &Agreement) -> String {
    format!("/thoa-thuan/{}", row.id)
}

fn one_line(text: &str) -> String {
    clean_line(Some(text.to_owned())).unwrap_or_default()
}

fn day(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

async fn writers(txn: &Txn, row: &Agreement, side: Side) -> Result<Vec<User>> {
    organizations::store::writers(txn, row.organization(side)).await
}

fn name(row: &Agreement, side: Side) -> &BilingualText {
    match side {
        Side::Owner => &row.owner_name,
        Side::Partner => &row.partner_name,
    }
}

/// The letter that both sides get, each with the other's name.
async fn to(ctx: &Ctx, row: &Agreement, sides: &[Side], letter: &Letter) -> Result<()> {
    let txn = ctx.begin().await?;
    for side in sides {
        let letter = letter
            .clone()
            .text("title", &row.title)
            .plain("number", &row.number)
            .text("other", name(row, side.other()))
            .link(ctx, &page(row));
        for person in writers(&txn, row, *side).await? {
            mail::post(ctx, &txn, &person, letter.clone()).await?;
        }
    }
    txn.commit().await
}

impl AgreementNews {
    /// What its side said to it, as far as it said something.
    async fn words(&self, ctx: &Ctx, row: &Agreement) -> Result<String> {
        let db = &ctx.app.db;
        let said = match self.news {
            News::Proposed | News::AmendmentBegun => {
                let version = store::find_version(db, row.id, row.current_version).await?;
                version.and_then(|version| version.message)
            }
            News::Reopened | News::AmendmentDropped => {
                let mut comments = store::comments_of(db, &[row.id]).await?;
                comments.retain(|one| one.created_at <= self.at);
                comments.pop().map(|last| last.body)
            }
            News::MilestoneReported | News::MilestoneConfirmed => {
                let milestone = match self.milestone_id {
                    Some(id) => store::find_milestone(db, id).await?,
                    None => None,
                };
                milestone.map(|one| one.title.both())
            }
            News::Cancelled | News::Completed | News::Terminated | News::Expired => {
                row.end_reason.clone()
            }
            News::HandedOver => row.notice_number.clone(),
            _ => None,
        };
        Ok(said.unwrap_or_else(|| "–".into()))
    }
}

const BOTH: [Side; 2] = [Side::Owner, Side::Partner];

impl Job for AgreementNews {
    const KIND: &'static str = "agreement.news";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let row = store::find(&ctx.app.db, self.agreement_id).await?;
        let row = row.ok_or_else(Error::not_found)?;
        // Two things can happen at one moment; each is told.
        let at = self.at.timestamp_micros();
        let about = format!("{}.{:?}.{at}", row.id, self.news);
        let letter = Letter::new("agreement_news", about)
            .sentence("subject", self.news.subject())
            .sentence("news", self.news.sentence())
            .plain("words", &one_line(&self.words(ctx, &row).await?));
        let sides = self.by.map_or(BOTH.to_vec(), |by| vec![by.other()]);
        Ok(to(ctx, &row, &sides, &letter).await?)
    }
}

impl Job for MilestoneReminder {
    const KIND: &'static str = "agreement.milestone_reminder";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let Some(milestone) = store::find_milestone(db, self.milestone_id).await? else {
            return Ok(());
        };
        let row = store::find(db, milestone.agreement_id).await?;
        let row = row.ok_or_else(Error::not_found)?;
        let waits = row.status == AgreementStatus::Active
            && milestone.status == MilestoneStatus::Scheduled
            && milestone.reported_status.is_none()
            && milestone.due_on == self.due_on
            && !milestone.dropped;
        if !waits {
            return Ok(());
        }
        let about = format!("{}.{}.{}", milestone.id, self.due_on, self.days);
        let letter = Letter::new("milestone_due", about)
            .text("milestone", &milestone.title)
            .plain("date", &day(milestone.due_on));
        Ok(to(ctx, &row, &BOTH, &letter).await?)
    }
}

impl Job for AgreementSilence {
    const KIND: &'static str = "agreement.silence";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let row = store::find(&ctx.app.db, self.agreement_id).await?;
        let row = row.ok_or_else(Error::not_found)?;
        if row.status != AgreementStatus::Active {
            return Ok(());
        }
        let patience = Duration::days(rules::SILENCE);
        // Nothing since the last letter of this kind, and nothing since somebody did something.
        let quiet_since = row.activity_at.max(self.since);
        let next = if ctx.now() >= quiet_since + patience {
            let about = format!("{}.{}", row.id, self.since.timestamp_micros());
            let letter = Letter::new("agreement_silent", about)
                .plain("date", &day(crate::clock::local_date(row.activity_at)));
            to(ctx, &row, &BOTH, &letter).await?;
            Self {
                agreement_id: row.id,
                since: ctx.now(),
            }
        } else {
            Self {
                agreement_id: row.id,
                since: row.activity_at,
            }
        };
        // Run twice, it would go on twice.
        if crate::jobs::is_known(&ctx.app.db, &next).await? {
            return Ok(());
        }
        let txn = ctx.begin().await?;
        ctx.enqueue_at(&txn, &next, next.since + patience).await?;
        Ok(txn.commit().await?)
    }
}

impl Job for AgreementEnding {
    const KIND: &'static str = "agreement.ending";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let row = store::find(&ctx.app.db, self.agreement_id).await?;
        let row = row.ok_or_else(Error::not_found)?;
        if row.status != AgreementStatus::Active || row.ends_on != Some(self.ends_on) {
            return Ok(());
        }
        let about = format!("{}.{}", row.id, self.ends_on);
        let letter = Letter::new("agreement_ending", about).plain("date", &day(self.ends_on));
        Ok(to(ctx, &row, &BOTH, &letter).await?)
    }
}

impl Job for AgreementEnds {
    const KIND: &'static str = "agreement.ends";

    async fn run(self, ctx: &Ctx) -> JobResult {
        Ok(following::expire(ctx, self.agreement_id, self.ends_on).await?)
    }
}
