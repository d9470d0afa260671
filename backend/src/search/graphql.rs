//! The search in the API.

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};

use super::service::{self, Page, Row};
use super::{DocumentKind, FacetCount, FacetKey, Piece, Question, Suggestion, highlight, snippet};
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::money::MoneyRangeInput;
use crate::needs::graphql::Need;
use crate::offers::graphql::Offer;
use crate::organizations::graphql::Organization;
use crate::places::graphql::Place;
use crate::postings::{ContractType, code};
use crate::researchers::graphql::Researcher;
use crate::text::BilingualText;

/// Suggestions at once.
const SUGGESTIONS: usize = 8;

/// Languages in which a thing can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum SearchLanguage {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

/// What a search is narrowed to. Of the values of one list one must be there; of two lists both.
#[derive(Clone, Debug, Default, InputObject)]
pub struct SearchFilter {
    /// Kinds of things.
    pub kinds: Option<Vec<DocumentKind>>,
    /// Domain codes.
    pub domains: Option<Vec<String>>,
    /// Today's units; a former unit stands for today's.
    pub place_ids: Option<Vec<String>>,
    /// Region codes.
    pub regions: Option<Vec<String>>,
    /// Contract types.
    pub contract_types: Option<Vec<ContractType>>,
    /// Statuses of needs and offers, as their kinds spell them.
    pub statuses: Option<Vec<String>>,
    /// Languages in which it can be read.
    pub languages: Option<Vec<SearchLanguage>>,
    /// What it costs, in đồng; what says nothing of money is found all the same.
    pub budget: Option<MoneyRangeInput>,
}

impl SearchFilter {
    /// The question that these words and this filter ask.
    pub fn question(self, ctx: &crate::app::Ctx, text: String) -> crate::error::Result<Question> {
        if let Some(problem) = self
            .budget
            .as_ref()
            .and_then(|b| b.problem("filter.budget"))
        {
            Error::problems(vec![problem])?;
        }
        let mut question = Question {
            text,
            budget_min: self
                .budget
                .as_ref()
                .and_then(|budget| budget.min)
                .map(|a| a.0),
            budget_max: self
                .budget
                .as_ref()
                .and_then(|budget| budget.max)
                .map(|a| a.0),
            ..Question::default()
        };
        question.kinds(&self.kinds.unwrap_or_default());
        let today = |id: String| {
            let place = ctx.app.gazetteer.get(&id);
            place
                .and_then(|place| place.successor.clone())
                .unwrap_or(id)
        };
        let places = self
            .place_ids
            .map(|ids| ids.into_iter().map(today).collect());
        let contracts = self
            .contract_types
            .map(|all| all.into_iter().map(code).collect());
        let languages = self.languages.map(|all| {
            let code = |language| match language {
                SearchLanguage::Vi => "vi".to_owned(),
                SearchLanguage::En => "en".to_owned(),
            };
            all.into_iter().map(code).collect()
        });
        for (facet, values) in [
            (FacetKey::Domain, self.domains),
            (FacetKey::Place, places),
            (FacetKey::Region, self.regions),
            (FacetKey::ContractType, contracts),
            (FacetKey::Status, self.statuses),
            (FacetKey::Language, languages),
        ] {
            service::chosen(&mut question, facet, values);
        }
        Ok(question)
    }
}

/// What a search brought.
pub struct SearchResult(Page);

/// A value of a facet.
#[derive(SimpleObject)]
pub struct SearchFacet {
    /// Which facet.
    key: FacetKey,
    /// Value: a code or an id.
    value: String,
    /// How many there are, over what all other facets let through.
    count: i32,
}

impl From<FacetCount> for SearchFacet {
    fn from(from: FacetCount) -> Self {
        Self {
            key: from.key,
            value: from.value,
            count: i32::try_from(from.count).unwrap_or(i32::MAX),
        }
    }
}

/// A concept of the taxonomy that was named.
#[derive(SimpleObject)]
pub struct SearchConcept {
    /// Id.
    id: String,
    /// Name.
    name: BilingualText,
}

/// A place that was named.
pub struct SearchPlace {
    words: String,
    named: String,
    today: String,
}

/// A place that was named.
#[Object]
impl SearchPlace {
    /// The words that named it.
    async fn words(&self) -> &str {
        &self.words
    }

    /// The unit of today.
    async fn place(&self, gql: &Context<'_>) -> Option<Place> {
        ctx(gql).app.gazetteer.get(&self.today).cloned().map(Place)
    }

    /// The former unit, if its name was used.
    async fn former(&self, gql: &Context<'_>) -> Option<Place> {
        let former = ctx(gql).app.gazetteer.get(&self.named).cloned();
        former.filter(|_| self.named != self.today).map(Place)
    }
}

/// One thing that was found.
pub struct SearchHit {
    row: Row,
    wanted: std::sync::Arc<std::collections::HashSet<String>>,
}

/// What a search brought.
#[Object]
impl SearchResult {
    /// How many there are.
    async fn total_count(&self) -> i32 {
        i32::try_from(self.0.answer.total).unwrap_or(i32::MAX)
    }

    /// The best, in order.
    async fn hits(&self) -> Vec<SearchHit> {
        let wanted = std::sync::Arc::new(self.0.answer.understood.words.clone());
        let rows = self.0.rows.iter().cloned();
        rows.map(|row| SearchHit {
            row,
            wanted: wanted.clone(),
        })
        .collect()
    }

    /// The values by which it can be narrowed, the most frequent of each first.
    async fn facets(&self) -> Vec<SearchFacet> {
        self.0
            .answer
            .facets
            .iter()
            .cloned()
            .map(Into::into)
            .collect()
    }

    /// Concepts that the question names: they are found in both languages.
    async fn concepts(&self, gql: &Context<'_>) -> Vec<SearchConcept> {
        let knowledge = &ctx(gql).app.known.now().knowledge;
        let named = self.0.answer.understood.concepts.iter().map(|id| {
            let name = knowledge.idea_name(id);
            SearchConcept {
                id: id.clone(),
                name: BilingualText {
                    vi: Some(name.vi),
                    en: Some(name.en),
                    ..BilingualText::default()
                },
            }
        });
        named.collect()
    }

    /// Places that the question names.
    async fn places(&self) -> Vec<SearchPlace> {
        let places = self.0.answer.understood.places.iter();
        places
            .map(|(words, named, today)| SearchPlace {
                words: words.clone(),
                named: named.clone(),
                today: today.clone(),
            })
            .collect()
    }

    /// The index is being built: there may be more.
    async fn building(&self) -> bool {
        self.0.building
    }
}

/// One thing that was found.
#[Object]
impl SearchHit {
    /// Kind.
    async fn kind(&self) -> DocumentKind {
        match self.row {
            Row::Need(_) => DocumentKind::Need,
            Row::Offer(_) => DocumentKind::Offer,
            Row::Organization(_) => DocumentKind::Organization,
            Row::Researcher(..) => DocumentKind::Researcher,
        }
    }

    /// The title in the reader's language, what was asked for marked.
    async fn title(&self, gql: &Context<'_>) -> Vec<Piece> {
        let locale = ctx(gql).locale;
        let title = match &self.row {
            Row::Need(row) => row.title.pick(locale),
            Row::Offer(row) => row.title.pick(locale),
            Row::Organization(row) => row.legal_name.pick(locale),
            Row::Researcher(_, name) => name,
        };
        highlight(title, &self.wanted)
    }

    /// The part of its text where it says what was asked for.
    async fn snippet(&self, gql: &Context<'_>) -> Vec<Piece> {
        let locale = ctx(gql).locale;
        let texts: [&BilingualText; 2] = match &self.row {
            Row::Need(row) => [&row.summary, &row.description],
            Row::Offer(row) => [&row.summary, &row.description],
            Row::Organization(row) => [&row.summary, &row.capabilities],
            Row::Researcher(row, _) => [&row.headline, &row.biography],
        };
        let cuts = texts.map(|text| snippet(text.pick(locale), &self.wanted));
        let marked = cuts
            .iter()
            .position(|cut| cut.iter().any(|piece| piece.marked));
        let [first, second] = cuts;
        if marked == Some(1) { second } else { first }
    }

    /// The need, if it is one.
    async fn need(&self) -> Option<Need> {
        match &self.row {
            Row::Need(row) => Some(Need(row.clone())),
            _ => None,
        }
    }

    /// The offer, if it is one.
    async fn offer(&self) -> Option<Offer> {
        match &self.row {
            Row::Offer(row) => Some(Offer(row.clone())),
            _ => None,
        }
    }

    /// The organisation, if it is one.
    async fn organization(&self) -> Option<Organization> {
        match &self.row {
            Row::Organization(row) => Some(Organization(row.clone())),
            _ => None,
        }
    }

    /// The researcher, if it is one.
    async fn researcher(&self) -> Option<Researcher> {
        match &self.row {
            Row::Researcher(row, _) => Some(Researcher::of_everybody(row.clone())),
            _ => None,
        }
    }
}

/// A title that begins with what was typed.
#[derive(SimpleObject)]
pub struct SearchSuggestion {
    /// Id of the thing.
    id: String,
    /// Kind.
    kind: DocumentKind,
    /// Title.
    title: BilingualText,
}

impl From<Suggestion> for SearchSuggestion {
    fn from(from: Suggestion) -> Self {
        Self {
            id: from.key,
            kind: from.kind,
            title: BilingualText {
                vi: from.title_vi,
                en: from.title_en,
                ..BilingualText::default()
            },
        }
    }
}

/// Questions about everything public.
#[derive(Default)]
pub struct SearchQuery;

#[Object]
impl SearchQuery {
    /// Searches needs, offers, organisations and researchers, in both languages, with and without
    /// diacritics. `first` is at most 50, `offset` at most 950.
    async fn search(
        &self,
        gql: &Context<'_>,
        query: String,
        filter: Option<SearchFilter>,
        #[graphql(default = 20)] first: i32,
        #[graphql(default = 0)] offset: i32,
    ) -> Result<SearchResult> {
        let ctx = ctx(gql);
        let question = filter.unwrap_or_default().question(ctx, query)?;
        Ok(SearchResult(
            service::search(ctx, &question, first, offset).await?,
        ))
    }

    /// Titles that begin with what was typed so far; at most eight.
    async fn search_suggestions(
        &self,
        gql: &Context<'_>,
        query: String,
    ) -> Result<Vec<SearchSuggestion>> {
        let found = service::suggest(ctx(gql), &query, SUGGESTIONS).await?;
        Ok(found.into_iter().map(Into::into).collect())
    }
}
