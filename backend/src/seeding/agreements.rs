//! Signings of the past, as records.

use chrono::{DateTime, Utc};

use super::{Garden, input};
use crate::agreements::Kind;
use crate::agreements::historic::{Historic, Present, record};
use crate::agreements::text::{Clause, Content, PartyText, Words};
use crate::error::{Error, Result};
use crate::ids::OrganizationId;
use crate::organizations;

pub(super) async fn plant(garden: &Garden) -> Result<()> {
    for seed in seeds::agreements() {
        let signed_at: DateTime<Utc> = seed
            .signed_at
            .parse()
            .map_err(|_| Error::internal(format!("not a moment: {}", seed.signed_at)))?;
        let (owner, partner) = (
            garden.organization(&seed.owner)?,
            garden.organization(&seed.partner)?,
        );
        let words = |text: &seeds::Text| Words::of(input(text));
        let clause = |one: &seeds::Clause| Clause {
            key: one.key.clone(),
            heading: words(&one.heading),
            body: words(&one.body),
        };
        let content = Content {
            title: words(&seed.title),
            owner: party(garden, owner, &seed.owner_signed).await?,
            partner: party(garden, partner, &seed.partner_signed).await?,
            recitals: seed.recitals.iter().map(words).collect(),
            clauses: seed.clauses.iter().map(clause).collect(),
            starts_on: Some(crate::clock::local_date(signed_at)),
            ..Content::default()
        };
        let known = Historic {
            kind: Kind::Memorandum,
            owner,
            partner,
            content,
            signed_at,
            owner_signed: present(seed.owner_signed),
            partner_signed: present(seed.partner_signed),
            witnesses: seed.witnesses.into_iter().map(present).collect(),
            source: seed.source,
        };
        record(&garden.system(), known).await?;
    }
    Ok(())
}

async fn party(garden: &Garden, id: OrganizationId, who: &seeds::Present) -> Result<PartyText> {
    let row = organizations::store::find_there(&garden.app.db, id).await?;
    Ok(PartyText {
        name: Words::from_text(&row.legal_name),
        address: String::new(),
        code: String::new(),
        representative: who.name.clone(),
        position: who.position.clone().unwrap_or_default(),
    })
}

fn present(seed: seeds::Present) -> Present {
    Present {
        name: seed.name,
        position: seed.position,
        organization: seed.organization,
        place: seed.place,
    }
}
