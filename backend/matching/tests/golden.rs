//! Cases a city officer can read: a need, the offers, the order expected and why.

mod common;

use common::{BILLION, best, codes, corpus, date, engine, explained, explained_on, owner, text};
use matching::{
    Bilingual, Corpus, FactorKey, Fit, Kind, Language, MoneyRange, Obstacle, OfferMaturity,
    Organization, Posting, PostingText, Reference, Side,
};

const NEED: &str = "hai-phong";

fn billions(min: i64, max: i64) -> MoneyRange {
    MoneyRange {
        min: Some(min * BILLION),
        max: Some(max * BILLION),
    }
}

/// Hải Phòng wants its street lights renewed and the savings to pay for it.
fn street_lighting() -> Posting {
    Posting {
        organization: owner("ubnd-hai-phong"),
        texts: text(
            Language::Vi,
            "Thay mới hệ thống chiếu sáng công cộng bằng đèn LED",
            "Thành phố cần điều khiển đèn đường từ xa và tiết kiệm điện ít nhất 40%.",
        ),
        domains: codes(&["LGT", "ENE"]),
        places: codes(&["31"]),
        budget: billions(5, 20),
        delivery_models: codes(&["SERVICE_LEASE"]),
        maturity_target: Some(2),
        closes_on: Some(date(2026, 7, 31)),
        ..Posting::new(Kind::Need, NEED)
    }
}

fn offer(id: &str, texts: Vec<PostingText>, domains: &[&str], price: MoneyRange) -> Posting {
    Posting {
        organization: owner(&format!("firm of {id}")),
        texts,
        domains: codes(domains),
        budget: price,
        delivery_models: codes(&["SERVICE_LEASE"]),
        maturity: Some(OfferMaturity::Deployed),
        ..Posting::new(Kind::Offer, id)
    }
}

fn five_offers() -> Vec<Posting> {
    vec![
        offer(
            "5 online school",
            text(
                Language::Vi,
                "Nền tảng học trực tuyến cho trường học",
                "Bài giảng số, sổ điểm và họp phụ huynh qua mạng.",
            ),
            &["EDU"],
            billions(5, 20),
        ),
        offer(
            "4 sewage works",
            text(
                Language::Vi,
                "Trạm xử lý nước thải cho khu dân cư",
                "Công nghệ sinh học, không mùi, vận hành ít người, tiết kiệm điện.",
            ),
            &["WWT"],
            billions(5, 20),
        ),
        offer(
            "2 english lighting",
            text(
                Language::En,
                "Connected street lighting with remote control",
                "We replace street lights and guarantee the energy saving.",
            ),
            &["LGT", "ENE"],
            billions(8, 15),
        ),
        Posting {
            places: codes(&["22"]),
            ..offer(
                "3 smart pole",
                text(
                    Language::Vi,
                    "Cột đèn đa năng gắn trạm phát sóng 5G",
                    "Mỗi cột có đèn LED, camera và trạm sạc.",
                ),
                &["LGT", "TEL"],
                billions(30, 90),
            )
        },
        Posting {
            references: vec![Reference {
                name: "Đèn đường quận Lê Chân".into(),
                place: Some("31".into()),
                year: Some(2024),
                value: Some(9 * BILLION),
            }],
            ..offer(
                "1 led lighting",
                text(
                    Language::Vi,
                    "Chiếu sáng công cộng bằng đèn LED, trả dần từ tiền điện tiết kiệm",
                    "Điều khiển đèn đường từ xa, cam kết tiết kiệm điện.",
                ),
                &["LGT", "ENE"],
                billions(5, 20),
            )
        },
    ]
}

fn market() -> Corpus {
    let mut postings = five_offers();
    postings.push(street_lighting());
    corpus(&engine(), &postings)
}

fn ids(corpus: &Corpus) -> Vec<String> {
    let ranked = best(corpus, NEED, Kind::Offer, 10);
    ranked.iter().map(|found| found.id.to_string()).collect()
}

fn reason(fit: &Fit, key: FactorKey) -> &Bilingual {
    &fit.factor(key).unwrap().reason
}

#[test]
fn street_lighting_offers_come_in_the_order_an_officer_would_put_them() {
    let market = market();
    // 1 says the same, fits the budget and has done it in Hải Phòng;
    // 2 says the same in English;
    // 3 has the lamps but is a mast for 5G, too dear and offered only next door;
    // 4 is about sewage and shares a focus area; 5 shares nothing and is absent.
    assert_eq!(
        ids(&market),
        [
            "1 led lighting",
            "2 english lighting",
            "3 smart pole",
            "4 sewage works"
        ]
    );
    let score = |id: &str| explained(&market, NEED, id).unwrap().score;
    assert!(
        score("1 led lighting") > 55.0,
        "{}",
        score("1 led lighting")
    );
    assert!(
        score("2 english lighting") > 45.0,
        "{}",
        score("2 english lighting")
    );
    assert!(score("3 smart pole") < 50.0, "{}", score("3 smart pole"));
}

#[test]
fn the_first_is_explained_in_vietnamese() {
    let fit = explained(&market(), NEED, "1 led lighting").unwrap();
    let said: Vec<&str> = fit
        .factors
        .iter()
        .map(|factor| factor.reason.vi.as_str())
        .collect();
    assert_eq!(
        said,
        [
            "Cùng nói đến “chiếu sáng công cộng bằng đèn LED”, “điều khiển đèn đường từ xa” và \
             “tiết kiệm điện”; chủ đề chung: Chiếu sáng thông minh · Năng lượng.",
            "Trùng lĩnh vực: Năng lượng · Chiếu sáng thông minh.",
            "Giải pháp được cung cấp trên toàn quốc; \
             đã triển khai tại địa phương: Đèn đường quận Lê Chân.",
            "Giá phù hợp ngân sách (ngân sách 5–20 tỷ đồng, giá 5–20 tỷ đồng).",
            "Nhận hình thức thuê dịch vụ.",
            "Còn 61 ngày để gửi đề xuất (hạn 31/07/2026).",
            "Giải pháp đã triển khai thực tế, đủ cho mục tiêu mức 2 (cần: đã triển khai thực tế).",
            "Nhu cầu không yêu cầu tiêu chuẩn.",
            "1 dự án đã triển khai; tổ chức đã xác minh.",
            "Nhu cầu không nêu ngôn ngữ làm việc.",
            "Dự án lớn nhất đã làm 9 tỷ đồng, nhu cầu 20 tỷ đồng.",
            "Nhu cầu chưa có từ khóa.",
        ]
    );
}

#[test]
fn the_english_offer_is_found_by_dictionary_and_topic_and_says_so() {
    let english = explained(&market(), NEED, "2 english lighting").unwrap();
    assert_eq!(
        reason(&english, FactorKey::Text).en,
        "The two texts are in different languages and were compared by dictionary and topic; \
         both mention “chiếu sáng công cộng” – “street lighting”, “thay mới” – “replace” and \
         “từ xa” – “remote”; shared topics: Smart lighting · Energy."
    );
    assert_eq!(
        reason(&english, FactorKey::Money).en,
        "The price fits the budget (budget VND 5–20 billion, price VND 8–15 billion)."
    );
}

#[test]
fn the_third_says_why_it_is_only_third_and_what_would_raise_it() {
    let pole = explained(&market(), NEED, "3 smart pole").unwrap();
    assert_eq!(
        reason(&pole, FactorKey::Money).vi,
        "Giá cao hơn ngân sách (ngân sách 5–20 tỷ đồng, giá 30–90 tỷ đồng)."
    );
    assert_eq!(
        reason(&pole, FactorKey::Place).vi,
        "Giải pháp được cung cấp trong cùng vùng kinh tế trọng điểm với Hải Phòng."
    );
    assert_eq!(
        reason(&pole, FactorKey::Domain).en,
        "Same domain: Smart lighting; not covered: Energy."
    );
    let first = &pole.raises[0];
    assert_eq!((first.key, first.side), (FactorKey::Domain, Side::Supply));
    assert_eq!(
        first.text.en,
        "If the offer serves them, add the domains: Energy."
    );
    assert!(first.points > 5.0, "{first:?}");
}

#[test]
fn who_is_absent_is_absent_for_a_reason() {
    let led = five_offers().pop().unwrap();
    let need = street_lighting();
    let obstacle = |need: &Posting, offer: &Posting| {
        let corpus = corpus(&engine(), &[need.clone(), offer.clone()]);
        explained(&corpus, &need.id, &offer.id).unwrap_err()
    };
    assert_eq!(obstacle(&need, &five_offers()[0]), Obstacle::Unrelated);

    let expired = Posting {
        closes_on: Some(date(2026, 5, 31)),
        ..led.clone()
    };
    assert_eq!(
        obstacle(&need, &expired).reason().vi,
        "Chào giải pháp đã hết hiệu lực ngày 31/05/2026."
    );

    let southern = Posting {
        places: codes(&["96"]),
        references: vec![],
        ..led.clone()
    };
    assert_eq!(
        obstacle(&need, &southern).reason().en,
        "The offer does not cover Haiphong or its region."
    );

    let closed = Posting {
        closes_on: Some(date(2026, 5, 31)),
        ..need.clone()
    };
    assert_eq!(obstacle(&closed, &led).as_str(), "need_closed");
    let corpus = corpus(&engine(), &[need.clone(), led.clone()]);
    assert!(explained_on(&corpus, NEED, &led.id, date(2026, 8, 1)).is_err());

    let own = Posting {
        organization: need.organization.clone(),
        ..led
    };
    assert_eq!(obstacle(&need, &own), Obstacle::SameOrganization);
}

#[test]
fn an_officer_without_a_vietnamese_keyboard_finds_the_same_first_offer() {
    let need = Posting {
        texts: text(
            Language::Vi,
            "Thay moi he thong chieu sang cong cong bang den LED",
            "Dieu khien den duong tu xa, tiet kiem dien",
        ),
        ..street_lighting()
    };
    let mut postings = five_offers();
    postings.push(need);
    let market = corpus(&engine(), &postings);
    assert_eq!(ids(&market)[0], "1 led lighting");
    let fit = explained(&market, NEED, "1 led lighting").unwrap();
    assert!(
        reason(&fit, FactorKey::Text)
            .vi
            .contains("“chieu sang cong cong bang den LED”")
    );
}

#[test]
fn one_firm_does_not_take_the_whole_page() {
    let mut postings = five_offers();
    let led = postings.pop().unwrap();
    for copy in 0..4 {
        postings.push(Posting {
            id: format!("1 led lighting, copy {copy}").into(),
            ..led.clone()
        });
    }
    postings.push(street_lighting());
    let market = corpus(&engine(), &postings);
    let page = market.rank(
        market.get(NEED).unwrap(),
        &matching::Ask {
            kind: Kind::Offer,
            among: None,
            today: common::today(),
            limit: 4,
            share: 2,
        },
    );
    let of_one = page
        .iter()
        .filter(|found| found.id.starts_with("1 led"))
        .count();
    assert_eq!((page.len(), of_one), (4, 2));
    assert_eq!(&*page[2].id, "2 english lighting");
}

#[test]
fn a_researcher_is_found_by_expertise() {
    let expert = |id: &str, about: &str, tags: &[&str]| Posting {
        organization: owner(&format!("university of {id}")),
        texts: text(Language::Vi, about, ""),
        domains: codes(&["LGT"]),
        tags: codes(tags),
        ..Posting::new(Kind::Expert, id)
    };
    let postings = [
        street_lighting(),
        expert(
            "lamps",
            "Nghiên cứu chiếu sáng công cộng",
            &["đèn LED", "tiết kiệm điện"],
        ),
        expert("schools", "Nghiên cứu giáo dục", &["học trực tuyến"]),
    ];
    let market = corpus(&engine(), &postings);
    let ranked = best(&market, NEED, Kind::Expert, 5);
    assert_eq!(&*ranked[0].id, "lamps");
    let fit = explained(&market, NEED, "lamps").unwrap();
    assert_eq!(
        reason(&fit, FactorKey::Expertise).vi,
        "Chuyên môn trùng: đèn LED · tiết kiệm điện."
    );
}

#[test]
fn a_firm_sees_the_needs_that_fit_it() {
    let schools = Posting {
        organization: std::sync::Arc::new(Organization {
            id: "ubnd-quang-ninh".into(),
            ..Organization::default()
        }),
        texts: text(Language::Vi, "Học trực tuyến cho trường học vùng cao", ""),
        domains: codes(&["EDU"]),
        places: codes(&["22"]),
        ..Posting::new(Kind::Need, "schools")
    };
    let mut postings = five_offers();
    postings.extend([street_lighting(), schools]);
    let market = corpus(&engine(), &postings);
    assert_eq!(&*best(&market, "1 led lighting", Kind::Need, 5)[0].id, NEED);
    assert_eq!(
        &*best(&market, "5 online school", Kind::Need, 5)[0].id,
        "schools"
    );
}
