//! The paper: a version as the typesetter wants it.

use typesetting::{Clause, Paper, Party, Signature, Text, Witness};

use super::templates::contract_name;
use super::text::{self, Content, PartyText, Words};
use super::{Agreement, Kind, Negotiation, Side, Version, rules, store};
use crate::app::Ctx;
use crate::clock::moment;
use crate::error::{Error, Result};
use crate::ids::AgreementId;
use crate::policy::{Action, Agreeing};
use crate::text::{Sentence, say};

/// Where whoever holds a hash can check it.
pub fn verify_url(ctx: &Ctx, hash: &str) -> String {
    ctx.app.config.link(&format!("/thoa-thuan/ban/{hash}"))
}

/// What a kind is called.
pub fn kind_name(row: &Agreement) -> Sentence {
    match row.kind {
        Kind::Memorandum => say("Biên bản ghi nhớ", "Memorandum of understanding"),
        Kind::Pilot => say("Thử nghiệm có kiểm soát", "Controlled pilot"),
        Kind::ServiceLease => say("Thuê dịch vụ", "Lease of a service"),
        Kind::PppPreparation => match row.contract_type.map(contract_name) {
            Some(contract) => say(
                format!("Chuẩn bị dự án PPP, {}", contract.vi),
                format!("Preparation of a PPP project, {}", contract.en),
            ),
            None => say("Chuẩn bị dự án PPP", "Preparation of a PPP project"),
        },
    }
}

/// A version that the viewer may read as a PDF, with the name of the file: the one that is asked for, or
/// the text that is shown. Typesetting is work for a thread of its own.
pub async fn print(ctx: &Ctx, id: AgreementId, number: Option<i32>) -> Result<(String, Vec<u8>)> {
    let (row, version) = readable(ctx, id, number).await?;
    let db = &ctx.app.db;
    let mut signatures = store::signatures_of(db, &[id]).await?;
    signatures.retain(|one| one.number == version.number && one.voided_at.is_none());
    let witnesses = store::witnesses_of(db, &[id]).await?;
    let name = format!("thoa-thuan-{}-ban-{}.pdf", row.number, version.number);
    let paper = compose(ctx, &row, &version, &signatures, &witnesses)?;
    let work = move || typesetting::pdf(&paper).map_err(|e| Error::internal(e.to_string()));
    let bytes = tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| Error::internal(e.to_string()))??;
    Ok((name, bytes))
}

/// The version, if the viewer may read it: drafts are their side's, what was proposed both sides', the
/// text in force everybody's whom they let.
async fn readable(ctx: &Ctx, id: AgreementId, number: Option<i32>) -> Result<(Agreement, Version)> {
    let db = &ctx.app.db;
    let row = store::find(db, id).await?.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::Agreement(Agreeing::Read, &row))?;
    let shown = row.in_force_version.unwrap_or(row.current_version);
    let number = number.unwrap_or(shown);
    let viewer = &ctx.viewer;
    let inside = viewer.belongs_to(row.owner_id) || viewer.belongs_to(row.partner_id);
    if !inside && row.in_force_version != Some(number) {
        return Err(Error::not_found());
    }
    let version = store::find_version(db, id, number).await?;
    let version = version.ok_or_else(Error::not_found)?;
    let own = super::checks::side_of(ctx, &row) == Some(version.side);
    if version.proposed_at.is_none() && !own {
        return Err(Error::not_found());
    }
    match &version.hash {
        Some(hash) if *hash != text::hash(&version.canonical) => Err(rules::altered()),
        _ => Ok((row, version)),
    }
}

fn compose(
    ctx: &Ctx,
    row: &Agreement,
    version: &Version,
    signatures: &[super::Signature],
    witnesses: &[super::Witness],
) -> Result<Paper> {
    let content = text::read(&version.canonical)?;
    let hash = version.hash.clone();
    let kind = kind_name(row);
    let signed = |side| signatures.iter().find(|one| one.side == side);
    let both = signed(Side::Owner).is_some() && signed(Side::Partner).is_some();
    // What both accepted and have not signed yet is printed to be signed by hand.
    let to_sign = row.negotiation == Negotiation::Signing && version.number == row.current_version;
    Ok(Paper {
        title: words(&content.title),
        number: row.number.clone(),
        kind: Text::new(kind.vi, kind.en),
        parties: vec![
            party(Side::Owner, &content.owner),
            party(Side::Partner, &content.partner),
        ],
        recitals: content.recitals.iter().map(words).collect(),
        clauses: clauses(&content),
        signatures: [Side::Owner, Side::Partner]
            .into_iter()
            .map(|side| signature(side, &content, signed(side)))
            .collect(),
        witnesses: witnesses.iter().map(witness).collect(),
        version: u32::try_from(version.number).unwrap_or_default(),
        verify_url: match &hash {
            Some(hash) => verify_url(ctx, hash),
            None => ctx.app.config.link(&format!("/thoa-thuan/{}", row.id)),
        },
        hash: hash.unwrap_or_default(),
        draft: !both && !to_sign,
        printed_at: moment(Some(ctx.now())),
    })
}

fn words(words: &Words) -> Text {
    Text::new(&words.vi, &words.en)
}

fn party(side: Side, party: &PartyText) -> Party {
    let role = match side {
        Side::Owner => Text::new("Bên A (bên có nhu cầu)", "Party A (has the need)"),
        Side::Partner => Text::new("Bên B (bên thực hiện)", "Party B (carries it out)"),
    };
    Party {
        role,
        name: words(&party.name),
        address: party.address.clone(),
        representative: party.representative.clone(),
        position: party.position.clone(),
    }
}

/// The clauses; what the text says in figures and days stands behind them as clauses of its own, for it is
/// part of what is signed.
fn clauses(content: &Content) -> Vec<Clause> {
    let mut all: Vec<Clause> = content
        .clauses
        .iter()
        .map(|one| Clause {
            heading: words(&one.heading),
            body: words(&one.body),
        })
        .collect();
    all.push(terms(content));
    if !content.milestones.is_empty() {
        let line =
            |title: &str, day: chrono::NaiveDate| format!("{} – {title}", day.format("%d/%m/%Y"));
        let lines = |side: fn(&Words) -> &String| {
            let lines = content.milestones.iter();
            let lines = lines.map(|one| line(side(&one.title), one.due_on));
            lines.collect::<Vec<_>>().join("\n")
        };
        all.push(Clause {
            heading: Text::new("Mốc tiến độ", "Milestones"),
            body: Text::new(lines(|words| &words.vi), lines(|words| &words.en)),
        });
    }
    if !content.indicators.is_empty() {
        let lines = |side: fn(&Words) -> &String, from: &str, to: &str| {
            let lines = content.indicators.iter().map(|one| {
                let (name, unit) = (side(&one.name), &one.unit);
                let (baseline, target) = (one.baseline, one.target);
                format!("{name} ({unit}): {from} {baseline}, {to} {target}")
            });
            lines.collect::<Vec<_>>().join("\n")
        };
        all.push(Clause {
            heading: Text::new("Chỉ số", "Indicators"),
            body: Text::new(
                lines(|words| &words.vi, "mức nền", "mục tiêu"),
                lines(|words| &words.en, "baseline", "target"),
            ),
        });
    }
    all
}

fn terms(content: &Content) -> Clause {
    let day = |day: Option<chrono::NaiveDate>| {
        day.map_or_else(|| "…".to_owned(), |day| day.format("%d/%m/%Y").to_string())
    };
    let (from, to) = (day(content.starts_on), day(content.ends_on()));
    let amount = super::templates::amount(content.value_amount);
    Clause {
        heading: Text::new("Thời gian và giá trị", "Days and value"),
        body: Text::new(
            format!("Từ ngày {from} đến hết ngày {to}. Giá trị: {}.", amount.vi),
            format!(
                "From {from} to the end of {to} (day/month/year). Value: {}.",
                amount.en
            ),
        ),
    }
}

fn signature(side: Side, content: &Content, signed: Option<&super::Signature>) -> Signature {
    let party = match side {
        Side::Owner => &content.owner,
        Side::Partner => &content.partner,
    };
    match signed {
        Some(one) => {
            let place = one.place.as_deref();
            let place = place.map(|place| format!(", {place}")).unwrap_or_default();
            Signature {
                party: words(&party.name),
                name: one.name.clone(),
                position: one.position.clone(),
                at: format!("{}{place}", moment(Some(one.signed_at))),
                statement: Text::new(&one.consent, ""),
            }
        }
        None => Signature {
            party: words(&party.name),
            name: party.representative.clone(),
            position: party.position.clone(),
            at: String::new(),
            statement: Text::default(),
        },
    }
}

fn witness(one: &super::Witness) -> Witness {
    let of = [&one.position, &one.organization, &one.place];
    let of: Vec<&str> = of.into_iter().filter_map(|part| part.as_deref()).collect();
    Witness {
        name: one.name.clone(),
        organization: of.join(", "),
    }
}
