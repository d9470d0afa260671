//! A small world for the tests: five domains, some words for them, three provinces.

#![allow(dead_code, reason = "each test binary uses its own part")]

use std::sync::Arc;

use chrono::NaiveDate;
use matching::{
    Ask, Bilingual, Corpus, DomainInfo, Embedding, Engine, Facts, Fit, Kind, Knowledge, Language,
    Means, Obstacle, Organization, PlaceInfo, Posting, PostingText, Ranked, Translation, Weights,
};

pub const BILLION: i64 = 1_000_000_000;

pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn today() -> NaiveDate {
    date(2026, 6, 1)
}

pub fn codes(list: &[&str]) -> Vec<matching::Code> {
    list.iter().map(|code| (*code).into()).collect()
}

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

pub fn knowledge() -> Arc<Knowledge> {
    let domain =
        |code: &str, name: (&str, &str), area: Option<&str>, vi: &[&str], en: &[&str]| DomainInfo {
            code: code.into(),
            name: Bilingual::new(name.0, name.1),
            area: area.map(Into::into),
            synonyms_vi: strings(vi),
            synonyms_en: strings(en),
        };
    let place = |id: &str, vi: &str, en: &str, region: (&str, &str, &str), zone: &str| PlaceInfo {
        id: id.into(),
        name: Bilingual::new(vi, en),
        region: region.0.into(),
        region_name: Bilingual::new(region.1, region.2),
        zones: vec![zone.into()],
        former: vec![],
    };
    let words = |vi: &str, en: &[&str]| Translation {
        vi: vec![vi.into()],
        en: strings(en),
    };
    let red_river = ("DBSH", "Đồng bằng sông Hồng", "Red River Delta");
    let mekong = ("DBSCL", "Đồng bằng sông Cửu Long", "Mekong Delta");
    Arc::new(Knowledge::new(Facts {
        domains: vec![
            domain(
                "LGT",
                ("Chiếu sáng thông minh", "Smart lighting"),
                None,
                &["chiếu sáng công cộng", "đèn đường", "đèn LED"],
                &["street lighting", "street lights", "LED lighting"],
            ),
            domain(
                "ENE",
                ("Năng lượng", "Energy"),
                Some("QE"),
                &["tiết kiệm điện", "tiết kiệm năng lượng"],
                &["energy saving", "electricity bill"],
            ),
            domain(
                "WWT",
                ("Nước thải", "Wastewater"),
                Some("QE"),
                &["xử lý nước thải"],
                &["wastewater treatment", "sewage"],
            ),
            domain(
                "TEL",
                ("Viễn thông", "Telecommunication"),
                Some("BI"),
                &["mạng 5G", "trạm phát sóng"],
                &["5G network"],
            ),
            domain(
                "EDU",
                ("Giáo dục", "Education"),
                Some("CS"),
                &["trường học", "học trực tuyến"],
                &["schools"],
            ),
        ],
        translations: vec![
            words("chiếu sáng công cộng", &["street lighting"]),
            words("đèn đường", &["street light"]),
            words("điều khiển", &["control"]),
            words("từ xa", &["remote"]),
            words("tiết kiệm", &["save", "saving"]),
            words("thay mới", &["replace"]),
        ],
        places: vec![
            place("31", "Hải Phòng", "Haiphong", red_river, "NORTH"),
            place("22", "Quảng Ninh", "Quang Ninh", red_river, "NORTH"),
            place("96", "Cà Mau", "Ca Mau", mekong, "MEKONG"),
        ],
        ..Facts::default()
    }))
}

/// An engine without a model.
pub fn engine() -> Arc<Engine> {
    let weights = Weights::default().without_meaning();
    Arc::new(Engine::new(knowledge(), weights, Means::default()))
}

pub fn text(language: Language, title: &str, summary: &str) -> Vec<PostingText> {
    vec![PostingText {
        language,
        title: title.into(),
        summary: summary.into(),
        body: String::new(),
    }]
}

pub fn owner(id: &str) -> Arc<Organization> {
    Arc::new(Organization {
        id: id.into(),
        name: id.into(),
        verified: true,
        ..Organization::default()
    })
}

/// A corpus of these postings.
pub fn corpus(engine: &Arc<Engine>, postings: &[Posting]) -> Corpus {
    let mut corpus = Corpus::new(engine.clone());
    for posting in postings {
        corpus.insert(engine.read(posting.clone(), Vec::new()));
    }
    corpus.weigh();
    corpus
}

/// The best of a kind for a posting of the corpus, nobody's share bounded.
pub fn best(corpus: &Corpus, id: &str, kind: Kind, limit: usize) -> Vec<Ranked> {
    corpus.rank(
        corpus.get(id).unwrap(),
        &Ask {
            kind,
            among: None,
            today: today(),
            limit,
            share: limit,
        },
    )
}

/// The fit of two postings of the corpus in words.
pub fn explained(corpus: &Corpus, demand: &str, supply: &str) -> Result<Fit, Obstacle> {
    explained_on(corpus, demand, supply, today())
}

/// The same on another day.
pub fn explained_on(
    corpus: &Corpus,
    demand: &str,
    supply: &str,
    day: NaiveDate,
) -> Result<Fit, Obstacle> {
    let (demand, supply) = (corpus.get(demand).unwrap(), corpus.get(supply).unwrap());
    let texts = (&demand.posting.texts[..], &supply.posting.texts[..]);
    corpus.explain(demand, supply, texts, day)
}

/// Vectors for tests: whatever the numbers say.
pub fn vector(language: Language, numbers: &[f32]) -> Embedding {
    Embedding::new(language, numbers, &Means::default())
}
