//! Which of the shared words an explanation quotes.

use std::collections::HashMap;

use super::normal::stem;
use super::profile::{Profile, Side, is_bare};
use super::stop::is_stop;
use super::term::{Accent, Entry, Term};
use super::token::{Token, tokens};
use crate::knowledge::Knowledge;
use crate::model::{Code, Language, PostingText};
use crate::statistics::{Rarities as _, Statistics};

/// How many phrases and how many ideas an explanation quotes.
const QUOTED: usize = 3;

/// The longest quotation in words.
const LONGEST: usize = 10;

/// An idea is quoted if it weighs at least this share of the weightiest one: a word in
/// passing is not a topic.
const PASSING: f64 = 0.3;

/// What two texts share, as an explanation shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Quotes {
    /// Shared phrases by language, as the demand writes them.
    pub phrases: Vec<(Language, Vec<String>)>,
    /// Vietnamese words and the English ones they were compared with.
    pub translated: Vec<(String, String)>,
    /// Concepts and domains, strongest first.
    pub ideas: Vec<Code>,
    /// Codes such as `5G`, as they are written in capitals.
    pub codes: Vec<String>,
}

/// Two postings' texts and profiles: the demand's, the supply's.
pub(crate) struct Texts<'a> {
    pub demand: (&'a [PostingText], &'a Profile),
    pub supply: (&'a [PostingText], &'a Profile),
}

/// What an explanation quotes of two texts.
pub(crate) fn quotes(texts: &Texts, knowledge: &Knowledge, statistics: &Statistics) -> Quotes {
    let mut quotes = Quotes::default();
    let (demand, supply) = (texts.demand.1, texts.supply.1);
    for text in texts.demand.0 {
        let theirs = supply.side(text.language);
        if !theirs.is_empty() {
            quotes
                .phrases
                .push((text.language, phrases(text, demand, theirs, statistics)));
        }
    }
    if quotes.phrases.is_empty() {
        quotes.translated = translated(texts, knowledge, statistics);
    }
    let shared = shared_ideas(texts, knowledge, statistics);
    let least = shared.first().map_or(0.0, |idea| PASSING * idea.0);
    for (weight, code, idea) in shared {
        if !idea {
            quotes.codes.push(code.to_uppercase());
        } else if weight >= least {
            quotes.ideas.push(code);
        }
    }
    quotes.ideas.truncate(QUOTED);
    quotes.codes.truncate(QUOTED);
    quotes
}

/// A stretch of the demand's text that the supply shares.
struct Stretch {
    told: f64,
    words: Vec<String>,
    whole: bool,
}

/// The stretches that tell most. Lone Vietnamese syllables are quoted only where there is
/// nothing better.
fn phrases(
    text: &PostingText,
    ours: &Profile,
    theirs: &Side,
    statistics: &Statistics,
) -> Vec<String> {
    let bare = ours.side(text.language).bare || theirs.bare;
    let mut stretches = Vec::new();
    for field in [&text.title, &text.summary, &text.body] {
        stretches.extend(stretches_of(field, text.language, theirs, bare, statistics));
    }
    stretches.sort_by(|a: &Stretch, b| {
        let by_worth = b.whole.cmp(&a.whole).then(b.told.total_cmp(&a.told));
        by_worth.then_with(|| a.words.cmp(&b.words))
    });
    let mut chosen: Vec<String> = Vec::new();
    for stretch in stretches {
        let text = stretch.words.join(" ");
        let known = text.to_lowercase();
        let repeats = chosen.iter().any(|other| {
            let other = other.to_lowercase();
            other.contains(&known) || known.contains(&other)
        });
        if !repeats && (stretch.whole || chosen.is_empty()) {
            chosen.push(text);
        }
        if chosen.len() == QUOTED {
            break;
        }
    }
    chosen
}

/// Neighbours that the supply has as neighbours too, joined as far as they reach.
fn stretches_of(
    field: &str,
    language: Language,
    theirs: &Side,
    bare: bool,
    statistics: &Statistics,
) -> Vec<Stretch> {
    let known = |entry: Entry| known(theirs, entry, bare, statistics);
    let mut found: Vec<Stretch> = Vec::new();
    let mut before: Option<Token> = None;
    let mut open = false;
    for token in tokens(field) {
        // A Vietnamese stop word may be half of a compound, but never begins a quotation.
        let stop = is_stop(language, &token.exact, bare);
        if stop && language == Language::En {
            (before, open) = (None, false);
            continue;
        }
        let single = known(unit(language, &token));
        let neighbour = before.as_ref().filter(|_| token.joined);
        let pair = neighbour.map_or(0.0, |first| known(pair(language, first, &token)));
        match found.last_mut() {
            Some(last) if open && pair > 0.0 && last.words.len() < LONGEST => {
                last.told += pair;
                last.words.push(token.surface.clone());
                last.whole = true;
                open = single > 0.0;
            }
            _ if single > 0.0 && !stop => {
                found.push(Stretch {
                    told: single,
                    words: vec![token.surface.clone()],
                    whole: token.code || language == Language::En,
                });
                open = true;
            }
            _ => open = false,
        }
        before = Some(token);
    }
    for stretch in &mut found {
        trim(stretch, language, bare);
    }
    found
}

/// A quotation does not end in a word that says nothing.
fn trim(stretch: &mut Stretch, language: Language, bare: bool) {
    while stretch.words.len() > 1
        && stretch.words.last().is_some_and(|word| {
            tokens(word)
                .iter()
                .all(|token| is_stop(language, &token.exact, bare))
        })
    {
        stretch.words.pop();
    }
}

fn unit(language: Language, token: &Token) -> Entry {
    let (term, accent) = match language {
        Language::En => (Term::unit(language, &english(token)), Accent::PLAIN),
        Language::Vi => (
            Term::unit(language, &token.folded),
            Accent::of(&[&token.exact], &[&token.folded]),
        ),
    };
    Entry::new(term, accent, 1.0)
}

fn pair(language: Language, first: &Token, second: &Token) -> Entry {
    let (term, accent) = match language {
        Language::En => (
            Term::pair(language, &english(first), &english(second)),
            Accent::PLAIN,
        ),
        Language::Vi => (
            Term::pair(language, &first.folded, &second.folded),
            Accent::of(
                &[&first.exact, &second.exact],
                &[&first.folded, &second.folded],
            ),
        ),
    };
    Entry::new(term, accent, 1.0)
}

fn english(token: &Token) -> String {
    if token.code {
        token.exact.clone()
    } else {
        stem(&token.folded)
    }
}

/// What a term tells if the other side has it; between two accented texts, equal only
/// without accents is another word.
fn known(theirs: &Side, entry: Entry, bare: bool, statistics: &Statistics) -> f64 {
    let from = theirs.entries.partition_point(|e| e.term() < entry.term());
    let same = |e: &&Entry| e.term() == entry.term() && (bare || e.accent() == entry.accent());
    let spellings = theirs.entries[from..].iter();
    let hit = spellings
        .take_while(|e| e.term() == entry.term())
        .find(same);
    hit.map_or(0.0, |_| statistics.rarity_folded(entry))
}

/// Vietnamese phrases of one side whose translation the other side has, strongest first.
fn translated(
    texts: &Texts,
    knowledge: &Knowledge,
    statistics: &Statistics,
) -> Vec<(String, String)> {
    let of = |texts: &'_ [PostingText], language| {
        texts.iter().find(|text| text.language == language).cloned()
    };
    let pairs = [
        (&texts.demand, &texts.supply),
        (&texts.supply, &texts.demand),
    ];
    let mut found = Vec::new();
    for (vietnamese, english) in pairs {
        let (Some(vi), Some(en)) = (of(vietnamese.0, Language::Vi), of(english.0, Language::En))
        else {
            continue;
        };
        let written = surfaces(&en);
        for field in [&vi.title, &vi.summary, &vi.body] {
            let words = tokens(field);
            for hit in knowledge.dictionary().find(&words, is_bare(words.iter())) {
                let phrase = &words[hit.at..hit.at + hit.length];
                let phrase: Vec<&str> = phrase.iter().map(|t| t.surface.as_str()).collect();
                for stems in hit.meanings {
                    let known: Option<Vec<&str>> = stems
                        .iter()
                        .map(|stem| written.get(stem).map(String::as_str))
                        .collect();
                    if let Some(known) = known {
                        let told: f64 = stems.iter().map(|stem| told(stem, statistics)).sum();
                        found.push((told, phrase.join(" "), known.join(" ")));
                    }
                }
            }
        }
    }
    found.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| (&a.1, &a.2).cmp(&(&b.1, &b.2)))
    });
    let mut chosen: Vec<(String, String)> = Vec::new();
    for (_, vi, en) in found {
        let (vi, en) = (vi.to_lowercase(), en.to_lowercase());
        if !chosen
            .iter()
            .any(|(known, other)| known.contains(&vi) || other.contains(&en))
        {
            chosen.push((vi, en));
        }
    }
    chosen.truncate(QUOTED);
    chosen
}

fn told(stem: &str, statistics: &Statistics) -> f64 {
    let entry = Entry::new(Term::unit(Language::En, stem), Accent::PLAIN, 1.0);
    statistics.rarity_folded(entry)
}

/// How a text writes each of its stems, where it does so first.
fn surfaces(text: &PostingText) -> HashMap<String, String> {
    let mut surfaces = HashMap::new();
    for field in [&text.title, &text.summary, &text.body] {
        for token in tokens(field) {
            let stem = english(&token);
            surfaces.entry(stem).or_insert(token.surface);
        }
    }
    surfaces
}

/// What both speak of: weight, code, and whether it is a concept; the weightiest first.
fn shared_ideas(
    texts: &Texts,
    knowledge: &Knowledge,
    statistics: &Statistics,
) -> Vec<(f64, Code, bool)> {
    let theirs = &texts.supply.1.ideas;
    let mut found: Vec<(f64, Code, bool)> = Vec::new();
    for text in texts.demand.0 {
        for field in [&text.title, &text.summary, &text.body] {
            let words = tokens(field);
            let bare = texts.demand.1.side(text.language).bare;
            let concepts = knowledge.concepts().of_words(text.language, &words, bare);
            let concepts = concepts.into_iter().map(|code| (code, true));
            let codes = words.iter().filter(|token| token.code);
            let codes = codes.map(|token| (Code::from(token.exact.as_str()), false));
            for (code, idea) in concepts.chain(codes) {
                let entry = Entry::new(Term::idea(&code), Accent::PLAIN, 1.0);
                let told = known(theirs, entry, true, statistics);
                if told <= 0.0 {
                    continue;
                }
                match found.iter_mut().find(|(_, other, _)| *other == code) {
                    Some(known) => known.0 += told * 0.2,
                    None => found.push((told, code, idea)),
                }
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found
}
