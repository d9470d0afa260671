//! Postings by number: the same number, the same posting.
//!
//! Sentences of the demonstration data and of the evaluation sets in both languages, with every
//! fifth word or so replaced by one of the dictionary (few of them often, most of them seldom),
//! around one to three concepts of the taxonomy; about a hundred words each. Six in ten are
//! Vietnamese, a quarter English, the others both. Three in ten are needs, one in twenty an
//! expert, the others offers. One organisation has twenty on the average, few have many.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use matching::{
    Certificate, Code, Embedding, Kind, Language, Means, MoneyRange, OfferMaturity, Organization,
    Posting, PostingText, Reference,
};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use serde_json::Value;

use crate::knowledge::{each, json, root, text, texts};

/// Numbers of a vector: as many as multilingual-e5-small has.
const WIDTH: usize = 384;

/// The day on which everything is compared.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day")
}

struct Concept {
    domains: Vec<Code>,
    words: [Vec<String>; 2],
    vector: Vec<f32>,
}

/// Makes postings.
pub struct Maker {
    concepts: Vec<Concept>,
    sentences: [Vec<Vec<String>>; 2],
    dictionary: [Vec<String>; 2],
    places: Vec<(Code, Code)>,
    names: Vec<[String; 2]>,
    noise: Vec<Vec<f32>>,
    corners: [Vec<f32>; 2],
    /// How many organisations there are.
    organizations: usize,
}

/// A random direction.
fn direction(random: &mut StdRng) -> Vec<f32> {
    let mut vector: Vec<f32> = (0..WIDTH)
        .map(|_| (0..4).map(|_| random.random_range(-1.0..1.0_f32)).sum())
        .collect();
    let length = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
    for value in &mut vector {
        *value /= length;
    }
    vector
}

fn sentences_of(text: &str) -> impl Iterator<Item = Vec<String>> {
    let parts = text.split_inclusive(['.', '\n', ';']);
    let words = parts.map(|part| {
        part.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    words.filter(|words| (5..=40).contains(&words.len()))
}

fn sentences() -> [Vec<Vec<String>>; 2] {
    let mut found: [Vec<Vec<String>>; 2] = Default::default();
    for file in ["seeds/data/needs.json", "seeds/data/offers.json"] {
        let data = json(file);
        for posting in data.as_array().into_iter().flatten() {
            for key in ["title", "summary", "description"] {
                for (all, language) in found.iter_mut().zip(["vi", "en"]) {
                    all.extend(sentences_of(&text(&posting[key], language)));
                }
            }
        }
    }
    // The subject's own sentences more often than the encyclopaedia's.
    let own = found.clone();
    for _ in 0..3 {
        for (all, own) in found.iter_mut().zip(&own) {
            all.extend(own.iter().cloned());
        }
    }
    for (at, set) in [(0, "xquad-vi-vi"), (1, "xquad-en-en"), (1, "toronto")] {
        let file = root().join("tests/eval/data").join(set).join("docs.jsonl");
        let lines = std::fs::read_to_string(file).expect("a set");
        for line in lines.lines() {
            let value: Value = serde_json::from_str(line).expect("JSON");
            found[at].extend(sentences_of(&text(&value, "body")));
        }
    }
    found
}

impl Maker {
    /// For a corpus of so many postings.
    pub fn new(postings: usize) -> Self {
        let mut random = StdRng::seed_from_u64(1);
        let taxonomy = json("backend/data/taxonomy.json");
        let concepts = each(&taxonomy, "concepts").map(|concept| Concept {
            domains: texts(concept, "domains")
                .iter()
                .map(|code| Code::from(&**code))
                .collect(),
            words: [texts(concept, "vi"), texts(concept, "en")],
            vector: direction(&mut random),
        });
        let concepts = concepts.collect();
        let lexicon = json("backend/data/lexicon.json");
        let dictionary = ["vi", "en"].map(|language| {
            let entries = each(&lexicon, "entries");
            entries
                .filter_map(|entry| texts(entry, language).into_iter().next())
                .collect()
        });
        let places = json("backend/data/places.json");
        let of_today: Vec<&Value> = each(&places, "places")
            .filter(|place| place["successor"].is_null())
            .collect();
        Self {
            concepts,
            sentences: sentences(),
            dictionary,
            places: of_today
                .iter()
                .map(|place| {
                    (
                        Code::from(text(place, "id")),
                        Code::from(text(place, "region")),
                    )
                })
                .collect(),
            names: of_today
                .iter()
                .map(|p| [text(p, "name_vi"), text(p, "name_en")])
                .collect(),
            noise: (0..4_096).map(|_| direction(&mut random)).collect(),
            corners: [direction(&mut random), direction(&mut random)],
            organizations: (postings / 20).max(50),
        }
    }

    /// The means of the vectors' languages.
    pub fn means(&self) -> Means {
        let corner = |at: usize| self.corners[at].iter().map(|v| 0.84 * v).collect();
        Means::new(corner(0), corner(1))
    }

    /// The posting of this number, and the vectors of its texts. Another edition says
    /// something else.
    pub fn posting(&self, number: u64, edition: u64, means: &Means) -> (Posting, Vec<Embedding>) {
        let mut random = StdRng::seed_from_u64(number ^ (edition << 40) ^ 0x9e37_79b9);
        let random = &mut random;
        let kind = match number % 20 {
            0..6 => Kind::Need,
            6 => Kind::Expert,
            _ => Kind::Offer,
        };
        let count = random.random_range(1..=3);
        let concepts: Vec<&Concept> = (0..count)
            .filter_map(|_| self.concepts.choose(random))
            .collect();
        let languages: &[usize] = match random.random_range(0..100) {
            0..60 => &[0],
            60..85 => &[1],
            _ => &[0, 1],
        };
        let place = random.random_range(0..self.places.len());
        let mut posting = Posting::new(
            kind,
            format!("{number:08x}-7b3d-4a10-9c55-5f0e{number:012x}"),
        );
        posting.texts = languages
            .iter()
            .map(|language| self.text(*language, &concepts, place, random))
            .collect();
        self.circumstances(&mut posting, &concepts, place, random);
        let vectors = languages.iter().map(|language| {
            let vector = self.vector(*language, &concepts, random);
            Embedding::new(Language::ALL[*language], &vector, means)
        });
        let vectors = vectors.collect();
        (posting, vectors)
    }

    fn text(
        &self,
        at: usize,
        concepts: &[&Concept],
        place: usize,
        random: &mut StdRng,
    ) -> PostingText {
        let names: Vec<&str> = concepts
            .iter()
            .filter_map(|concept| concept.words[at].choose(random).map(String::as_str))
            .collect();
        let title = format!(
            "{} {} {}",
            names.join(", "),
            ["tại", "in"][at],
            self.names[place][at]
        );
        let mut sentence = |name: &str| {
            let words = self.sentences[at]
                .choose(random)
                .cloned()
                .unwrap_or_default();
            let mut said = String::new();
            for word in words {
                if random.random_range(0..5) == 0 {
                    said.push_str(self.word(at, random));
                } else {
                    said.push_str(&word);
                }
                said.push(' ');
            }
            said + name + ". "
        };
        PostingText {
            language: Language::ALL[at],
            title,
            summary: sentence(names[0]),
            body: sentence("") + &sentence(names[names.len() - 1]) + &sentence(""),
        }
    }

    /// Zipf's law, roughly: the seventh power of a number between 0 and 1.
    fn word(&self, at: usize, random: &mut StdRng) -> &str {
        let words = &self.dictionary[at];
        let share = random.random_range(0.0..1.0_f64).powi(4);
        &words[((share * words.len() as f64) as usize).min(words.len() - 1)]
    }

    fn vector(&self, language: usize, concepts: &[&Concept], random: &mut StdRng) -> Vec<f32> {
        let share = 1.0 / (concepts.len() as f32).sqrt();
        let noise = [0, 1].map(|_| random.random_range(0..self.noise.len()));
        let mut vector: Vec<f32> = self.corners[language].iter().map(|v| 2.0 * v).collect();
        for (at, value) in vector.iter_mut().enumerate() {
            *value += concepts
                .iter()
                .map(|concept| share * concept.vector[at])
                .sum::<f32>();
            *value += noise.iter().map(|n| 0.55 * self.noise[*n][at]).sum::<f32>();
        }
        let length = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
        for value in &mut vector {
            *value /= length;
        }
        vector
    }

    fn organization(&self, random: &mut StdRng) -> Arc<Organization> {
        let share = random.random_range(0.0..1.0_f64).powi(2);
        let number = (share * self.organizations as f64) as u64;
        let mut own = StdRng::seed_from_u64(number ^ 0x0000_0f12_3456);
        Arc::new(Organization {
            id: format!("{number:08x}-0c1d-4e5f-8a9b-{number:012x}"),
            name: format!("Công ty {number}"),
            verified: own.random_bool(0.7),
            past_awards: own.random_range(0..6),
            mutual_matches: own.random_range(0..9),
            milestones_met: own.random_range(0..5),
            milestones_due: own.random_range(0..6),
            staff: own.random_bool(0.6).then(|| own.random_range(5..2_000)),
            under_way: own.random_range(0..5),
        })
    }

    fn circumstances(
        &self,
        posting: &mut Posting,
        concepts: &[&Concept],
        place: usize,
        random: &mut StdRng,
    ) {
        let some = |all: &[&str], most: usize, random: &mut StdRng| -> Vec<Code> {
            let count = random.random_range(0..=most);
            all.choose_multiple(random, count)
                .map(|code| Code::from(*code))
                .collect()
        };
        let need = posting.kind == Kind::Need;
        posting.organization = self.organization(random);
        let mut domains: Vec<Code> = concepts
            .iter()
            .flat_map(|c| c.domains.iter().take(1))
            .cloned()
            .collect();
        domains.sort();
        domains.dedup();
        posting.domains = domains;
        posting.places = match (need, random.random_range(0..10)) {
            (true, _) => vec![self.places[place].0.clone()],
            (false, 0..4) => vec![],
            (false, _) => {
                let count = random.random_range(1..=3);
                self.places
                    .choose_multiple(random, count)
                    .map(|place| place.0.clone())
                    .collect()
            }
        };
        if !need && random.random_bool(0.2) {
            posting.regions = vec![self.places[place].1.clone()];
        }
        let least = random.random_range(1..200_i64) * 500_000_000;
        posting.budget = MoneyRange {
            min: random.random_bool(0.7).then_some(least),
            max: random
                .random_bool(0.7)
                .then_some(least * random.random_range(1..4)),
        };
        posting.contract_types = some(&["BOT", "BTL", "BLT", "BOO", "OM", "MIXED"], 2, random);
        posting.delivery_models = some(
            &["PPP", "PILOT", "SERVICE_LEASE", "PUBLIC_INVESTMENT"],
            2,
            random,
        );
        let days = |random: &mut StdRng, from: u64, to: u64| {
            today() + Days::new(random.random_range(from..to))
        };
        posting.closes_on = random.random_bool(0.6).then(|| days(random, 1, 400));
        posting.opens_on = random.random_bool(0.2).then(|| days(random, 0, 60));
        posting.languages = some(&["vi", "en", "ko", "ja"], 2, random);
        posting.tags = (0..random.random_range(0..=4))
            .map(|_| Code::from(self.word(0, random)))
            .collect();
        posting.standards = some(
            &[
                "ISO 37122",
                "ISO 27001",
                "TCVN 7957",
                "ISO 9001",
                "ISO 14001",
                "IEC 62443",
            ],
            2,
            random,
        );
        if need {
            posting.maturity_target = random.random_bool(0.7).then(|| random.random_range(1..=3));
            return;
        }
        posting.maturity = [
            None,
            Some(OfferMaturity::Prototype),
            Some(OfferMaturity::Piloted),
            Some(OfferMaturity::Deployed),
            Some(OfferMaturity::Scaled),
        ]
        .choose(random)
        .copied()
        .flatten();
        posting.references = (0..random.random_range(0..=3))
            .map(|n| Reference {
                name: format!("Dự án {n}"),
                place: self.places.choose(random).map(|place| place.0.clone()),
                year: Some(random.random_range(2018..2026)),
                value: random
                    .random_bool(0.5)
                    .then(|| random.random_range(1..100) * 1_000_000_000),
            })
            .collect();
        posting.certificates = some(&["ISO 9001", "ISO 27001", "ISO 14001"], 2, random)
            .into_iter()
            .map(|name| Certificate {
                name,
                valid_until: Some(days(random, 0, 900)),
            })
            .collect();
    }
}
