//! Signing: who, for whom, after what proof, over which hash; witnesses and scans; and what anybody who
//! holds a hash may ask.

use serde::Serialize;

use super::beginning::number;
use super::checks::{self, binds_now, locked, must, name, note};
use super::following;
use super::jobs::News;
use super::rules::{self, State, Step};
use super::service::{current, save, tell};
use super::{Agreement, AgreementStatus, Negotiation, Scan, Side, Signature, Version, Witness};
use super::{store, text};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::credentials;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::files::{self, FileType, Purpose};
use crate::ids::{AgreementId, AgreementScanId, AgreementSignatureId, FileId, WitnessId};
use crate::organizations;
use crate::policy::Agreeing;
use crate::text::{Locale, Sentence, say};

/// Most witnesses of one agreement.
const WITNESSES: usize = 12;
/// Most scans of one agreement.
const SCANS: usize = 10;

/// What somebody signs with.
#[derive(Clone, Debug, Serialize)]
pub struct Signing {
    /// Which agreement.
    pub agreement: AgreementId,
    /// Hash of the version that was read.
    pub hash: String,
    /// Position in the organisation.
    pub position: String,
    /// Where.
    pub place: Option<String>,
    /// The sentence was read and agreed to.
    pub consent: bool,
}

/// What whoever signs agrees to.
pub fn consent(row: &Agreement, hash: &str) -> Sentence {
    let (number, version) = (&row.number, row.current_version);
    let short = hash.get(..12).unwrap_or(hash);
    let of = |side: Side, vi: bool| {
        let text = match side {
            Side::Owner => &row.owner_name,
            Side::Partner => &row.partner_name,
        };
        text.pick(if vi { Locale::Vi } else { Locale::En })
            .to_owned()
    };
    say(
        format!(
            "Tôi đã đọc toàn bộ bản {version} của thỏa thuận số {number} (mã băm bắt đầu bằng {short}) giữa {} và {}. Tôi có thẩm quyền đại diện cho tổ chức của mình và đồng ý ký bản này bằng phương thức điện tử.",
            of(Side::Owner, true),
            of(Side::Partner, true),
        ),
        format!(
            "I have read all of version {version} of agreement {number} (its hash begins with {short}) between {} and {}. I am authorised to represent my organisation, and I agree to sign this version electronically.",
            of(Side::Owner, false),
            of(Side::Partner, false),
        ),
    )
}

/// Signs the current version for the viewer's side. When both sides have, it is in force.
pub async fn sign(ctx: &Ctx, key: &str, new: Signing) -> Result<Agreement> {
    let person = ctx.confirmed()?.clone();
    let txn = ctx.begin().await?;
    let (mut row, side) = locked(ctx, &txn, new.agreement, None, Agreeing::Bind).await?;
    let claim = client_keys::claim(ctx, &txn, person.id, "signAgreement", key, &new).await?;
    let Claim::Fresh(id) = claim else {
        return Ok(row);
    };
    binds_now(&txn, &row, side, person.id).await?;
    for side in [Side::Owner, Side::Partner] {
        organizations::service::must_be_listed(&txn, row.organization(side)).await?;
    }
    let state = rules::next(State::of(&row), side, Step::Sign)?;
    let version = current(&txn, &row).await?;
    if version.hash.as_deref() != Some(&new.hash) {
        return Err(rules::other_version());
    }
    let second_factor = credentials::store::has_second_factor(&txn, person.id).await?;
    if !second_factor && ctx.app.config.session.signing_second_factor {
        return Err(no_second_factor());
    }
    if !new.consent {
        return Err(Error::field(
            "consent",
            ErrorCode::Required,
            say(
                "Hãy đọc và xác nhận nội dung cam kết trước khi ký.",
                "Read what you agree to, and confirm it, before you sign.",
            ),
        ));
    }
    let known = store::signatures_of(&txn, &[row.id]).await?;
    let same = |one: &Signature| {
        one.number == row.current_version
            && one.voided_at.is_none()
            && one.user_id == Some(person.id)
    };
    if known.iter().any(same) {
        return Err(Error::conflict(say(
            "Bạn đã ký bản này cho bên kia. Bên này phải do một người khác ký.",
            "You signed this version for the other side. Somebody else has to sign for this one.",
        )));
    }
    let signature = Signature {
        id: AgreementSignatureId(id),
        agreement_id: row.id,
        number: row.current_version,
        side,
        user_id: Some(person.id),
        name: text::line(&person.name),
        position: must("position", name("position", Some(new.position))?)?,
        place: name("place", new.place)?,
        hash: new.hash,
        consent: consent(&row, version.hash.as_deref().unwrap_or_default())
            .pick(ctx.locale)
            .to_owned(),
        second_factor,
        signed_at: ctx.now(),
        voided_at: None,
    };
    state.put(&mut row);
    let detail = (row.current_version, &signature.hash, second_factor);
    audit::record(
        ctx,
        &txn,
        "agreement.signed",
        Subject::agreement(row.id),
        &detail,
    )
    .await?;
    store::insert_signature(&txn, signature).await?;
    let row = if row.negotiation == Negotiation::Settled {
        enter_into_force(ctx, &txn, row, &version).await?
    } else {
        tell(ctx, &txn, &row, News::Signed, Some(side), None).await?;
        save(ctx, &txn, row).await?
    };
    txn.commit().await?;
    Ok(row)
}

fn no_second_factor() -> Error {
    Error::field(
        "secondFactor",
        ErrorCode::Required,
        say(
            "Ký thỏa thuận cần xác thực hai lớp. Hãy bật xác thực hai lớp trong phần Bảo mật của tài khoản, rồi ký lại.",
            "Signing an agreement takes a second factor. Set one up under Security in your account, then sign again.",
        ),
    )
}

/// Both have signed: what it says holds from now on.
async fn enter_into_force(
    ctx: &Ctx,
    txn: &Txn,
    mut row: Agreement,
    version: &Version,
) -> Result<Agreement> {
    let content = text::read(&version.canonical)?;
    let first = row.signed_at.is_none();
    row.in_force_version = Some(version.number);
    super::service::take_over(&mut row, &content);
    if first {
        row.signed_at = Some(ctx.now());
        row.listed_at = ctx.now();
    }
    let row = save(ctx, txn, row).await?;
    super::service::released(ctx, txn, &row).await?;
    following::plan(ctx, txn, &row, &content).await?;
    following::remind(ctx, txn, &row, first).await?;
    if first {
        following::bound(ctx, txn, &row).await?;
    }
    let detail = (version.number, version.hash.as_deref());
    audit::record(
        ctx,
        txn,
        "agreement.in_force",
        Subject::agreement(row.id),
        &detail,
    )
    .await?;
    tell(ctx, txn, &row, News::InForce, None, None).await?;
    Ok(row)
}

/// Somebody who was, or will be, there when it is signed.
#[derive(Clone, Debug, Serialize)]
pub struct NewWitness {
    /// Of which agreement.
    pub agreement: AgreementId,
    /// Name.
    pub name: String,
    /// Position.
    pub position: Option<String>,
    /// Organisation.
    pub organization: Option<String>,
    /// Where.
    pub place: Option<String>,
}

/// Names a witness, before both have signed or on the day they did.
pub async fn add_witness(ctx: &Ctx, key: &str, new: NewWitness) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (row, _) = locked(ctx, &txn, new.agreement, None, Agreeing::Write).await?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let claim = client_keys::claim(ctx, &txn, user, "addAgreementWitness", key, &new).await?;
    let Claim::Fresh(id) = claim else {
        return Ok(row);
    };
    witnesses_open(ctx, &row)?;
    if store::witnesses_of(&txn, &[row.id]).await?.len() >= WITNESSES {
        return Err(Error::conflict(say(
            format!("Mỗi thỏa thuận có tối đa {WITNESSES} người chứng kiến."),
            format!("An agreement has at most {WITNESSES} witnesses."),
        )));
    }
    let witness = Witness {
        id: WitnessId(id),
        agreement_id: row.id,
        name: must("name", name("name", Some(new.name))?)?,
        position: name("position", new.position)?,
        organization: name("organization", new.organization)?,
        place: name("place", new.place)?,
        added_by: Some(user),
        added_at: ctx.now(),
    };
    store::insert_witness(&txn, witness).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(row.id);
    audit::record(ctx, &txn, "agreement.witness_named", subject, &id).await?;
    txn.commit().await?;
    Ok(row)
}

/// Takes a witness off again.
pub async fn remove_witness(ctx: &Ctx, id: WitnessId) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let witness = store::find_witness(&txn, id).await?;
    let witness = witness.ok_or_else(Error::not_found)?;
    let (row, _) = locked(ctx, &txn, witness.agreement_id, None, Agreeing::Write).await?;
    witnesses_open(ctx, &row)?;
    store::delete_witness(&txn, id).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(row.id);
    audit::record(ctx, &txn, "agreement.witness_removed", subject, &id).await?;
    txn.commit().await?;
    Ok(row)
}

/// Witnesses are named until the day after both have signed: later nobody becomes one.
fn witnesses_open(ctx: &Ctx, row: &Agreement) -> Result<()> {
    let late = row
        .signed_at
        .is_some_and(|at| ctx.now() > at + chrono::Duration::days(1));
    if late || row.historic || row.status == AgreementStatus::Cancelled {
        return Err(Error::illegal_transition(say(
            "Người chứng kiến chỉ được ghi trước khi ký và trong vòng một ngày sau khi hai bên ký.",
            "Witnesses are named before it is signed and within a day of both signatures.",
        )));
    }
    Ok(())
}

/// Adds a scan of the paper original; it stands beside what was signed here, and is marked as a scan.
pub async fn attach_scan(
    ctx: &Ctx,
    id: AgreementId,
    file: FileId,
    words: Option<String>,
) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (row, side) = locked(ctx, &txn, id, None, Agreeing::Write).await?;
    if matches!(
        row.status,
        AgreementStatus::Drafting | AgreementStatus::Cancelled
    ) {
        return Err(Error::illegal_transition(say(
            "Chỉ tải lên bản quét sau khi hai bên đã thống nhất nội dung.",
            "A scan is added once both sides have accepted a text.",
        )));
    }
    if store::scans_of(&txn, &[id]).await?.len() >= SCANS {
        return Err(Error::conflict(say(
            format!("Mỗi thỏa thuận có tối đa {SCANS} bản quét."),
            format!("An agreement has at most {SCANS} scans."),
        )));
    }
    let whose = (row.organization(side), Purpose::Agreement);
    files::service::attach(ctx, &txn, "fileId", &[file], whose, false).await?;
    let found = files::store::find(&txn, file).await?;
    if found.is_none_or(|file| file.media_type != FileType::Pdf) {
        return Err(Error::field(
            "fileId",
            ErrorCode::FileRefused,
            say(
                "Bản quét phải là tệp PDF.",
                "A scan of the paper original is a PDF.",
            ),
        ));
    }
    let scan = Scan {
        id: AgreementScanId(ctx.app.ids.next()),
        agreement_id: id,
        file_id: file,
        side,
        note: note("note", words, checks::NOTE)?,
        uploaded_by: ctx.viewer.user().ok_or_else(Error::unauthenticated)?,
        uploaded_at: ctx.now(),
    };
    store::insert_scan(&txn, scan).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(id);
    audit::record(ctx, &txn, "agreement.scan_attached", subject, &file).await?;
    tell(ctx, &txn, &row, News::ScanAttached, Some(side), None).await?;
    txn.commit().await?;
    Ok(row)
}

/// A file that belongs to an agreement, for its two sides.
pub async fn file(ctx: &Ctx, id: AgreementId, file: FileId) -> Result<(files::File, Vec<u8>)> {
    let db = &ctx.app.db;
    let row = store::find(db, id).await?.ok_or_else(Error::not_found)?;
    let sides = [row.owner_id, row.partner_id];
    if !sides.iter().any(|id| ctx.viewer.belongs_to(*id)) {
        return Err(Error::not_found());
    }
    let scan = store::find_scan(db, file).await?;
    let shown = store::find_evidenced(db, file).await?;
    let of = [
        scan.map(|scan| scan.agreement_id),
        shown.map(|shown| shown.agreement_id),
    ];
    if !of.contains(&Some(id)) {
        return Err(Error::not_found());
    }
    files::service::content(ctx, file).await
}

/// What anybody who holds the hash of a version may know: nothing of what it says.
pub struct Checked {
    /// Its agreement.
    pub agreement: Agreement,
    /// The version.
    pub version: Version,
    /// Signatures under it that hold.
    pub signatures: usize,
    /// The text that lies here still has this hash.
    pub intact: bool,
}

/// Looks a version up by its hash.
pub async fn check(ctx: &Ctx, hash: &str) -> Result<Option<Checked>> {
    let sound = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    if !sound {
        return Ok(None);
    }
    let db = &ctx.app.db;
    let hash = hash.to_ascii_lowercase();
    let Some(version) = store::find_by_hash(db, &hash).await? else {
        return Ok(None);
    };
    let row = store::find(db, version.agreement_id).await?;
    let agreement = row.ok_or_else(|| Error::internal("a version without its agreement"))?;
    let signatures = store::signatures_of(db, &[agreement.id]).await?;
    let holds = |one: &&Signature| {
        one.number == version.number && one.voided_at.is_none() && one.hash == hash
    };
    Ok(Some(Checked {
        signatures: signatures.iter().filter(holds).count(),
        intact: text::hash(&version.canonical) == hash,
        agreement,
        version,
    }))
}

/// A number for a record of what was signed elsewhere.
pub(super) fn historic_number(ctx: &Ctx, year: i32) -> String {
    let number = number(ctx);
    let letters = number.rsplit('-').next().unwrap_or_default();
    format!("IF-{year}-{letters}")
}
