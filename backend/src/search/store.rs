//! Reads what is public as documents.

use std::collections::{BTreeSet, HashMap};

use matching::{Knowledge, Language, concepts_in};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{Document, DocumentKind, FacetKey};
use crate::app::App;
use crate::changes::{Affected, Changed, Source};
use crate::db::grouped;
use crate::error::Result;
use crate::ids::{OrganizationId, UserId};
use crate::needs::{self, Need};
use crate::offers::{self, Offer};
use crate::organizations::{self, Organization};
use crate::policy::{Action, Decision, Viewer, decide};
use crate::postings::code;
use crate::researchers::{self, Researcher};
use crate::text::BilingualText;
use crate::{accounts, portfolio};

/// Documents, and the keys of what is not to be found.
#[derive(Debug, Default)]
pub struct Fresh {
    /// To be found.
    pub documents: Vec<Document>,
    /// Not any more.
    pub gone: Vec<String>,
}

/// Reads the documents of what changed: a fixed number of statements, however much that is.
pub async fn changed(
    app: &App,
    db: &impl ConnectionTrait,
    all: &BTreeSet<Changed>,
) -> Result<Fresh> {
    let affected = Affected::of(db, all).await?;
    let mut fresh = Fresh::default();
    read(app, db, &affected, &mut fresh).await?;
    Ok(fresh)
}

/// The documents of the rows of one kind after an id, in the order of their ids; the last id.
pub async fn page(
    app: &App,
    db: &impl ConnectionTrait,
    kind: DocumentKind,
    after: Uuid,
    limit: u64,
) -> Result<(Fresh, Option<Uuid>)> {
    let source = match kind {
        DocumentKind::Need => Source::Needs,
        DocumentKind::Offer => Source::Offers,
        DocumentKind::Organization => Source::Organizations,
        DocumentKind::Researcher => Source::Researchers,
    };
    let (affected, last) = Affected::page(db, source, after, limit).await?;
    let mut fresh = Fresh::default();
    read(app, db, &affected, &mut fresh).await?;
    Ok((fresh, last))
}

/// As everybody sees it.
fn is_public(action: Action<'_>) -> bool {
    decide(&Viewer::Anonymous, action) == Decision::Allow
}

async fn read(
    app: &App,
    db: &impl ConnectionTrait,
    ids: &Affected,
    fresh: &mut Fresh,
) -> Result<()> {
    let mut writer = Writer {
        app,
        names: HashMap::new(),
        fresh,
    };
    if !ids.needs.is_empty() || !ids.offers.is_empty() {
        let needs = needs::store::find_many(db, &ids.needs).await?;
        let offers = offers::store::find_many(db, &ids.offers).await?;
        let owners: BTreeSet<OrganizationId> = needs
            .iter()
            .map(|need| need.organization_id)
            .chain(offers.iter().map(|offer| offer.organization_id))
            .collect();
        let owners: Vec<_> = owners.into_iter().collect();
        let owners = organizations::store::find_many(db, &owners).await?;
        writer.names = owners
            .into_iter()
            .map(|row| (row.id, row.legal_name))
            .collect();
        let domains = grouped(needs::store::domains_of(db, &ids.needs).await?);
        writer.missing(ids.needs.iter(), needs.iter().map(|need| need.id));
        for need in &needs {
            writer.need(need, domains.get(&need.id));
        }
        let domains = grouped(offers::store::domains_of(db, &ids.offers).await?);
        let coverage = grouped(offers::store::coverage_of(db, &ids.offers).await?);
        writer.missing(ids.offers.iter(), offers.iter().map(|offer| offer.id));
        for offer in &offers {
            writer.offer(offer, domains.get(&offer.id), coverage.get(&offer.id));
        }
    }
    if !ids.organizations.is_empty() {
        let rows = organizations::store::find_many(db, &ids.organizations).await?;
        let domains = grouped(organizations::store::domains_of(db, &ids.organizations).await?);
        let certificates = portfolio::store::certificates_of(db, &ids.organizations).await?;
        let references = portfolio::store::references_of(db, &ids.organizations).await?;
        let shown = certificates
            .into_iter()
            .map(|row| (row.organization_id, row.name))
            .chain(
                references
                    .into_iter()
                    .map(|row| (row.organization_id, row.project.both())),
            );
        let shown = grouped(shown.collect());
        writer.missing(ids.organizations.iter(), rows.iter().map(|row| row.id));
        for row in &rows {
            writer.organization(row, domains.get(&row.id), shown.get(&row.id));
        }
    }
    if !ids.researchers.is_empty() {
        let rows = researchers::store::public_among(db, &ids.researchers).await?;
        let people: Vec<UserId> = rows.iter().map(|row| row.user_id).collect();
        let people = accounts::store::find_many(db, &people).await?;
        let names: HashMap<UserId, String> = people
            .into_iter()
            .map(|user| (user.id, user.name))
            .collect();
        let domains = grouped(researchers::store::domains_of(db, &ids.researchers).await?);
        writer.missing(ids.researchers.iter(), rows.iter().map(|row| row.id));
        for row in &rows {
            writer.researcher(row, names.get(&row.user_id), domains.get(&row.id));
        }
    }
    Ok(())
}

struct Writer<'a> {
    app: &'a App,
    names: HashMap<OrganizationId, BilingualText>,
    fresh: &'a mut Fresh,
}

impl Writer<'_> {
    /// What was asked for and is not there.
    fn missing<'i, I: Copy + Eq + std::hash::Hash + ToString + 'i>(
        &mut self,
        asked: impl Iterator<Item = &'i I>,
        found: impl Iterator<Item = I>,
    ) {
        let found: std::collections::HashSet<I> = found.collect();
        let missing = asked.filter(|id| !found.contains(id));
        self.fresh.gone.extend(missing.map(ToString::to_string));
    }

    fn owner(&self, document: &mut Document, id: OrganizationId) {
        if let Some(name) = self.names.get(&id) {
            document
                .bodies
                .extend([&name.vi, &name.en].into_iter().flatten().cloned());
        }
    }

    fn texts(&self, document: &mut Document, texts: &[&BilingualText]) {
        let knowledge = &self.app.known.now().knowledge;
        for text in texts {
            for (language, code, part) in [
                (Language::Vi, "vi", &text.vi),
                (Language::En, "en", &text.en),
            ] {
                if let Some(part) = part {
                    document.put(FacetKey::Language, code);
                    add_concepts(document, knowledge, language, part);
                }
            }
        }
        // The first is the title, which has fields of its own.
        let bodies = texts.iter().skip(1).flat_map(|text| [&text.vi, &text.en]);
        document.bodies.extend(bodies.flatten().cloned());
    }

    fn place(&self, document: &mut Document, id: &str) {
        let Some(place) = self.app.gazetteer.get(id) else {
            return;
        };
        let today = place.successor.as_deref().unwrap_or(id);
        document.put(FacetKey::Place, today);
        document.put(FacetKey::Region, place.region.as_str());
        document
            .bodies
            .extend([place.name_vi.clone(), place.name_en.clone()]);
    }

    fn domains(&self, document: &mut Document, codes: Option<&Vec<String>>) {
        for code in codes.into_iter().flatten() {
            document.put(FacetKey::Domain, code.as_str());
            if let Some(domain) = self.app.taxonomy.get(code) {
                document
                    .bodies
                    .extend([domain.name_vi.clone(), domain.name_en.clone()]);
            }
        }
    }

    fn need(&mut self, need: &Need, domains: Option<&Vec<String>>) {
        let key = need.id.to_string();
        if !is_public(Action::ViewNeed(need)) {
            self.fresh.gone.push(key);
            return;
        }
        let mut document = begin(DocumentKind::Need, key, &need.title);
        self.texts(
            &mut document,
            &[&need.title, &need.summary, &need.description],
        );
        self.owner(&mut document, need.organization_id);
        self.domains(&mut document, domains);
        if let Some(place) = &need.place_id {
            self.place(&mut document, place);
        }
        if let Some(contract) = &need.contract_type {
            document.put(FacetKey::ContractType, code(*contract));
        }
        document.put(FacetKey::Status, code(need.status));
        document.budget_min = need.budget_min;
        document.budget_max = need.budget_max;
        document.changed = need.listed_at.timestamp_micros();
        self.fresh.documents.push(document);
    }

    fn offer(
        &mut self,
        offer: &Offer,
        domains: Option<&Vec<String>>,
        coverage: Option<&Vec<String>>,
    ) {
        let key = offer.id.to_string();
        if !is_public(Action::ViewOffer(offer)) {
            self.fresh.gone.push(key);
            return;
        }
        let mut document = begin(DocumentKind::Offer, key, &offer.title);
        self.texts(
            &mut document,
            &[&offer.title, &offer.summary, &offer.description],
        );
        self.owner(&mut document, offer.organization_id);
        self.domains(&mut document, domains);
        for place in coverage.into_iter().flatten() {
            self.place(&mut document, place);
        }
        for contract in &offer.contract_types.0 {
            document.put(FacetKey::ContractType, code(*contract));
        }
        document.put(FacetKey::Status, code(offer.status));
        document.budget_min = offer.price_min;
        document.budget_max = offer.price_max;
        document.changed = offer.listed_at.timestamp_micros();
        self.fresh.documents.push(document);
    }

    fn organization(
        &mut self,
        row: &Organization,
        domains: Option<&Vec<String>>,
        shown: Option<&Vec<String>>,
    ) {
        let key = row.id.to_string();
        if row.merged_into_id.is_some() || !is_public(Action::ViewOrganization(row)) {
            self.fresh.gone.push(key);
            return;
        }
        let mut document = begin(DocumentKind::Organization, key, &row.legal_name);
        self.texts(
            &mut document,
            &[&row.legal_name, &row.summary, &row.capabilities],
        );
        self.domains(&mut document, domains);
        if let Some(place) = &row.place_id {
            self.place(&mut document, place);
        }
        document.bodies.extend(shown.into_iter().flatten().cloned());
        document.bodies.extend(
            [&row.tax_code, &row.establishment_code]
                .into_iter()
                .flatten()
                .cloned(),
        );
        document.changed = row.created_at.timestamp_micros();
        self.fresh.documents.push(document);
    }

    fn researcher(
        &mut self,
        row: &Researcher,
        name: Option<&String>,
        domains: Option<&Vec<String>>,
    ) {
        let title = BilingualText {
            vi: name.cloned(),
            en: name.cloned(),
            ..BilingualText::default()
        };
        let key = row.id.to_string();
        let mut document = begin(DocumentKind::Researcher, key, &title);
        self.texts(
            &mut document,
            &[&BilingualText::default(), &row.headline, &row.biography],
        );
        self.domains(&mut document, domains);
        document.bodies.extend(row.keywords.0.iter().cloned());
        document.bodies.extend(row.affiliation.iter().cloned());
        document.changed = row.created_at.timestamp_micros();
        self.fresh.documents.push(document);
    }
}

fn begin(kind: DocumentKind, key: String, title: &BilingualText) -> Document {
    let mut document = Document {
        key,
        title_vi: title.vi.clone(),
        title_en: title.en.clone(),
        ..Document::default()
    };
    document.put(FacetKey::Kind, kind.code());
    document
}

fn add_concepts(document: &mut Document, knowledge: &Knowledge, language: Language, text: &str) {
    for concept in concepts_in(knowledge, language, text) {
        if !document.concepts.iter().any(|known| **known == *concept) {
            document.concepts.push(concept.to_string());
        }
    }
}
