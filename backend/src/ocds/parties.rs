//! Who takes part, and as what: organisations only, never a person.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::process::{Moment, Process};
use super::release::{Made, name_of, put_text};
use crate::ids::OrganizationId;
use crate::organizations::Organization;
use crate::text::BilingualText;

/// The alliance's id among the parties.
const ALLIANCE: &str = "alliance";

/// Parties at a moment, in the order of their ids.
pub(super) fn parties(process: &Process, publisher: &str, at: Moment) -> Value {
    let mut all = Gathered::default();
    let owner = &process.owner;
    all.add(owner.id, Named::Row(owner), &["buyer", "procuringEntity"]);
    if process.opened_at.is_some_and(|opened| opened <= at) {
        for bid in &process.bids {
            all.add(bid.bidder.id, Named::Row(&bid.bidder), &["tenderer"]);
        }
    }
    if process.decided_at().is_some() {
        for (bid, _) in process.selected().filter(|(_, decided)| *decided <= at) {
            all.add(bid.bidder.id, Named::Row(&bid.bidder), &["supplier"]);
        }
    }
    for contract in process
        .contracts
        .iter()
        .filter(|one| one.public_since <= at)
    {
        for (id, name) in &contract.signatories {
            if *id != owner.id {
                all.add(*id, Named::Name(name), &["supplier"]);
            }
        }
    }
    let mut all: Vec<Value> = all
        .0
        .iter()
        .map(|(id, (named, roles))| party(*id, named, roles))
        .collect();
    // The standard has no word for who stands between the sides.
    all.push(json!({ "id": ALLIANCE, "name": publisher, "roles": ["facilitator"] }));
    all.into()
}

/// Who was met so far, and as what.
#[derive(Default)]
struct Gathered<'a>(BTreeMap<OrganizationId, (Named<'a>, BTreeSet<&'static str>)>);

impl<'a> Gathered<'a> {
    fn add(&mut self, id: OrganizationId, named: Named<'a>, as_what: &[&'static str]) {
        let known = self.0.entry(id).or_insert_with(|| (named, BTreeSet::new()));
        known.1.extend(as_what);
    }
}

enum Named<'a> {
    Row(&'a Organization),
    Name(&'a BilingualText),
}

fn party(id: OrganizationId, named: &Named<'_>, roles: &BTreeSet<&'static str>) -> Value {
    let mut made = Made::default();
    made.put("id", json!(id.to_string()));
    made.put("roles", json!(roles));
    match named {
        Named::Name(name) => put_text(&mut made, "name", name),
        Named::Row(row) => {
            put_text(&mut made, "name", &row.legal_name);
            // Of one that is out of sight now, no more than the record of the opening says.
            if row.is_public() {
                made.object("identifier", |made| identifier(made, row));
                made.object("address", |address| {
                    address.put("streetAddress", json!(row.address));
                    address.put("countryName", json!("Việt Nam"));
                });
                let details = json!({ "x_kind": crate::postings::code(row.kind) });
                made.put("details", details);
            }
        }
    }
    made.value()
}

/// The tax code, or a public body's code: both are published by the state.
fn identifier(made: &mut Made, row: &Organization) {
    let (scheme, code) = match (&row.establishment_code, &row.tax_code) {
        (Some(code), _) => ("VN-MDD", code),
        (None, Some(code)) => ("VN-MST", code),
        (None, None) => return,
    };
    made.put("scheme", json!(scheme));
    made.put("id", json!(code));
    made.put("legalName", json!(name_of(&row.legal_name)));
}
