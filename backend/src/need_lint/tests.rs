//! One need that trips each check, and one that does not.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::*;
use crate::money::{Amount, MoneyRangeInput};
use crate::needs::brief::{BriefText, BudgetSource, LegalDocument, NeedBrief, NeedIndicator};
use crate::postings::{ContractType, DeliveryModel};
use crate::text::BilingualTextInput;

/// A Monday.
fn now() -> DateTime<Utc> {
    "2026-11-23T02:00:00Z".parse().unwrap()
}

fn both(vi: &str, en: &str) -> BilingualTextInput {
    BilingualTextInput {
        vi: Some(vi.into()),
        en: Some(en.into()),
    }
}

fn said(text: &str) -> BriefText {
    BriefText {
        vi: Some(text.into()),
        en: None,
    }
}

fn indicator() -> NeedIndicator {
    NeedIndicator {
        code: Some("7.2".into()),
        name: Some("Điện chiếu sáng".into()),
        unit: Some("MWh/năm".into()),
        baseline: Some("21.000".into()),
        target: Some("10.500".into()),
        due_on: NaiveDate::from_ymd_opt(2029, 12, 31),
    }
}

/// A need in which no check finds anything.
fn sound() -> Content {
    let mut content = Content {
        title: both(
            "Giảm 50% tiền điện chiếu sáng công cộng",
            "Halve the electricity bill of public lighting: 50% less",
        ),
        summary: both(
            "Khoảng 45.000 bộ đèn đường tốn điện và hay hỏng; người dân ở 12 phường đi lại trong bóng tối và chỉ được sửa đèn sau khi tự gọi điện báo.",
            "Some 45,000 street lights waste power and fail often; residents of 12 wards walk in the dark, and lamps are mended only after somebody has called.",
        ),
        description: both(
            "Chiếu sáng công cộng chiếm phần lớn tiền điện của thành phố. Kết quả mong muốn trong 36 tháng: điện năng giảm ít nhất 50%, sự cố được khắc phục trong 24 giờ. Hiện có 900 tủ điều khiển hẹn giờ và bản vẽ giấy của một phần mạng lưới, chưa có dữ liệu số.",
            "Public lighting takes most of the power that the city pays for. Wanted within 36 months: consumption down by at least 50%, faults repaired within 24 hours. In place are 900 timer cabinets and paper drawings of a part of the network; there are no digital data.",
        ),
        budget: MoneyRangeInput {
            min: Some(Amount(80_000_000_000)),
            max: Some(Amount(160_000_000_000)),
        },
        contract_type: Some(ContractType::Btl),
        delivery_model: Some(DeliveryModel::Ppp),
        closes_at: Some(now() + Duration::days(60)),
        ..Content::default()
    };
    content.brief.affected = said("Người dân 12 phường.");
    content.brief.tried = said("Thay đèn từng tuyến, không đủ kinh phí.");
    content.brief.constraints = said("Giao thức điều khiển mở.");
    content.brief.proposal_content = said("Cách làm, kế hoạch, giá.");
    content.brief.indicators = vec![indicator()];
    content.brief.budget_source = Some(BudgetSource::Mixed);
    content.brief.legal_basis = vec![LegalDocument {
        number: "64/2020/QH14".into(),
        issued_on: NaiveDate::from_ymd_opt(2020, 6, 18),
        title: None,
    }];
    content
}

fn found_in(content: &Content, criteria: Vec<(i32, bool)>) -> Vec<&'static str> {
    let mut facts = Facts::new(content, &[], now());
    facts.criteria = criteria;
    let flags = flags(&facts, HashMap::new());
    flags.iter().map(|flag| flag.code).collect()
}

/// The sound need, changed.
fn changed(change: impl FnOnce(&mut Content)) -> Content {
    let mut content = sound();
    change(&mut content);
    content
}

fn add(text: &'static str) -> impl FnOnce(&mut Content) {
    move |content| {
        let side = content.description.vi.as_mut().unwrap();
        *side = format!("{side} {text}");
    }
}

fn title(vi: &'static str) -> impl FnOnce(&mut Content) {
    move |content| content.title = both(vi, "Public lighting at half the cost, in 50 streets")
}

fn first(change: impl FnOnce(&mut NeedIndicator)) -> impl FnOnce(&mut Content) {
    move |content| change(&mut content.brief.indicators[0])
}

#[test]
fn a_sound_need_trips_nothing() {
    assert_eq!(found_in(&sound(), vec![(60, false), (40, true)]), [""; 0]);
    assert_eq!(found_in(&sound(), Vec::new()), [""; 0]);
}

#[test]
fn each_check_finds_what_it_looks_for() {
    let day = |days: i64| Some(now() + Duration::days(days));
    let cases: Vec<(&str, Content)> = vec![
        ("deadline_short", changed(|c| c.closes_at = day(27))),
        ("deadline_far", changed(|c| c.closes_at = day(280))),
        ("deadline_weekend", changed(|c| c.closes_at = day(61))),
        ("deadline_holiday", changed(|c| c.closes_at = day(77))),
        (
            "questions_after_deadline",
            changed(|c| c.brief.questions_until = day(60)),
        ),
        (
            "answers_late",
            changed(|c| c.brief.questions_until = day(58)),
        ),
        (
            "questions_short",
            changed(|c| c.brief.questions_until = day(6)),
        ),
        ("date_past", changed(add("Hoàn thành trước ngày 1/6/2026."))),
        (
            "indicator_date_past",
            changed(first(|one| {
                one.due_on = NaiveDate::from_ymd_opt(2026, 12, 1);
            })),
        ),
        ("outcome_unmeasured", unmeasured()),
        (
            "outcome_no_unit",
            changed(|c| {
                c.title = both("Giảm tai nạn xuống 12", "Accidents down to 12");
                c.summary = both("Xuống 12.", "Down to 12.");
                c.description = BilingualTextInput::default();
                c.brief = NeedBrief::default();
            }),
        ),
        (
            "outcome_no_date",
            changed(|c| {
                c.description = both("Giảm 50% điện.", "Save 50% power.");
                c.brief.indicators[0].due_on = None;
            }),
        ),
        ("indicator_missing", changed(|c| c.brief.indicators.clear())),
        (
            "indicator_unnamed",
            changed(first(|one| (one.name, one.code) = (None, None))),
        ),
        ("target_missing", changed(first(|one| one.target = None))),
        (
            "baseline_missing",
            changed(first(|one| one.baseline = None)),
        ),
        ("unit_missing", changed(first(|one| one.unit = None))),
        (
            "target_is_baseline",
            changed(first(|one| one.target.clone_from(&one.baseline))),
        ),
        (
            "indicator_code_odd",
            changed(first(|one| one.code = Some("37122".into()))),
        ),
        (
            "absolute_promise",
            changed(add("Bảo đảm an toàn tuyệt đối.")),
        ),
        ("product_named", changed(title("Mua sắm 50 bộ đèn LED"))),
        ("affected_missing", unmeasured()),
        (
            "tried_missing",
            changed(|c| c.brief.tried = BriefText::default()),
        ),
        (
            "constraints_missing",
            changed(|c| c.brief.constraints = BriefText::default()),
        ),
        (
            "proposal_content_missing",
            changed(|c| c.brief.proposal_content = BriefText::default()),
        ),
        (
            "summary_short",
            changed(|c| c.summary = both("Đèn hỏng.", "Broken lamps.")),
        ),
        (
            "description_short",
            changed(|c| c.description = both("Đèn hỏng 24 giờ.", "Broken lamps, 24 hours.")),
        ),
        (
            "title_short",
            changed(|c| c.title = both("Đèn đường 50", "Lamps 50")),
        ),
        (
            "title_long",
            changed(title(
                "Giảm 50% tiền điện chiếu sáng công cộng trên toàn địa bàn thành phố, kể cả các ngõ xóm xa trung tâm, đường gom khu công nghiệp và bến cảng",
            )),
        ),
        (
            "title_capitals",
            changed(|c| {
                c.title = both(
                    "GIẢM 50% TIỀN ĐIỆN CHIẾU SÁNG",
                    "50% LESS POWER FOR STREET LIGHTS",
                );
            }),
        ),
        ("exclamations", changed(add("Rất gấp!"))),
        ("summary_repeats", changed(|c| c.summary = c.title.clone())),
        ("vague_words", changed(add("Công nghệ hiện đại nhất."))),
        (
            "title_fashion",
            changed(|c| {
                c.title = both(
                    "Chiếu sáng thông minh cho thành phố",
                    "Smart lighting for the city",
                );
            }),
        ),
        ("acronym_unexplained", changed(add("Kết nối với LRIS."))),
        ("one_language", changed(|c| c.title.en = None)),
        (
            "same_in_both",
            changed(|c| c.summary.en = c.summary.vi.clone()),
        ),
        (
            "no_diacritics",
            changed(|c| {
                c.title.vi = Some("Giam 50% tien dien chieu sang".into());
                c.summary.vi = Some("Den duong cu ton dien va hay hong o 12 phuong".into());
            }),
        ),
        ("numbers_differ", changed(add("Có 77 trạm."))),
        ("placeholder", changed(add("[điền số liệu]"))),
        ("brand", changed(add("Dùng bộ điều khiển của Siemens."))),
        ("origin", changed(add("Thiết bị xuất xứ G7."))),
        (
            "experience_excessive",
            changed(add("Có ít nhất 10 năm kinh nghiệm.")),
        ),
        (
            "budget_missing",
            changed(|c| c.budget = MoneyRangeInput::default()),
        ),
        (
            "budget_wide",
            changed(|c| c.budget.min = Some(Amount(16_000_000_000))),
        ),
        (
            "budget_small",
            changed(|c| {
                c.budget = MoneyRangeInput {
                    min: None,
                    max: Some(Amount(99_000_000)),
                }
            }),
        ),
        (
            "budget_source_missing",
            changed(|c| c.brief.budget_source = None),
        ),
        (
            "contract_without_ppp",
            changed(|c| c.delivery_model = Some(DeliveryModel::Pilot)),
        ),
        (
            "legal_basis_missing",
            changed(|c| c.brief.legal_basis.clear()),
        ),
        (
            "document_replaced",
            changed(|c| c.brief.legal_basis[0].number = "35/2021/NĐ-CP".into()),
        ),
        ("former_level", changed(add("UBND huyện phối hợp."))),
        ("contact_data", changed(add("Liên hệ an@haiphong.example."))),
        (
            "web_address",
            changed(add("Xem https://haiphong.example/den.")),
        ),
    ];
    for (code, content) in &cases {
        let found = found_in(content, Vec::new());
        assert!(found.contains(code), "{code} is not in {found:?}");
    }
    let mut covered: Vec<&str> = cases.iter().map(|(code, _)| *code).collect();
    covered.extend(["criteria_sum", "price_rules"]);
    for check in checks() {
        assert!(covered.contains(&check.code), "{} has no case", check.code);
    }
    assert_eq!(covered.len(), checks().len());
}

/// Nothing is counted, nobody named.
fn unmeasured() -> Content {
    changed(|c| {
        c.title = both("Giảm tiền điện chiếu sáng", "Less power for lighting");
        c.summary = both("Đèn tốn điện.", "Lamps waste power.");
        c.description = BilingualTextInput::default();
        c.brief.indicators.clear();
        c.brief.affected = BriefText::default();
    })
}

#[test]
fn criteria_come_to_a_hundred_and_the_price_is_not_everything() {
    assert_eq!(
        found_in(&sound(), vec![(60, false), (30, true)]),
        ["criteria_sum"]
    );
    assert_eq!(
        found_in(&sound(), vec![(20, false), (80, true)]),
        ["price_rules"]
    );
    assert_eq!(found_in(&sound(), vec![(21, false), (79, true)]), [""; 0]);
}

/// What looks like it and is not.
#[test]
fn what_is_innocent_is_not_flagged() {
    let day = |days: i64| Some(now() + Duration::days(days));
    for (code, content) in [
        ("deadline_short", changed(|c| c.closes_at = day(28))),
        ("deadline_far", changed(|c| c.closes_at = day(270))),
        (
            "answers_late",
            changed(|c| c.brief.questions_until = day(57)),
        ),
        (
            "questions_short",
            changed(|c| c.brief.questions_until = day(7)),
        ),
        (
            "date_past",
            changed(add("Tổng đài có từ ngày 1/6/2020, mở rộng trước 1/6/2028.")),
        ),
        (
            "brand",
            changed(add("Mạng lưới Connected Places, kênh cmcv.")),
        ),
        (
            "experience_excessive",
            changed(add("Có 7 năm kinh nghiệm; dữ liệu 10 năm.")),
        ),
        (
            "acronym_unexplained",
            changed(add(
                "Trung tâm điều hành (IOC) dùng IOC mỗi ngày; UBND và LED.",
            )),
        ),
        (
            "contact_data",
            changed(add(
                "Tổng đài 1022, kinh phí 160.000.000.000 đồng, đèn 45.000.",
            )),
        ),
        ("numbers_differ", changed(|c| c.description.en = None)),
        (
            "outcome_unmeasured",
            changed(|c| {
                c.description = both("Giảm một nửa.", "Halve it.");
                c.brief.indicators.clear();
            }),
        ),
        (
            "legal_basis_missing",
            changed(|c| {
                c.brief.legal_basis.clear();
                add("Theo Nghị định 269/2025/NĐ-CP.")(c);
            }),
        ),
        (
            "contract_without_ppp",
            changed(|c| c.delivery_model = Some(DeliveryModel::ScienceTechnologyPpp)),
        ),
        (
            "budget_wide",
            changed(|c| c.budget.min = Some(Amount(16_100_000_000))),
        ),
        (
            "title_fashion",
            changed(title("Chiếu sáng thông minh, giảm 50% điện")),
        ),
        (
            "document_replaced",
            changed(|c| c.brief.legal_basis[0].number = "243/2025/NĐ-CP".into()),
        ),
    ] {
        let found = found_in(&content, Vec::new());
        assert!(!found.contains(&code), "{code} is in {found:?}");
    }
}

#[test]
fn an_empty_draft_is_not_scolded_for_its_words() {
    let found = found_in(&Content::default(), Vec::new());
    for code in [
        "outcome_unmeasured",
        "title_short",
        "one_language",
        "deadline_short",
    ] {
        assert!(!found.contains(&code), "{code}");
    }
}

#[test]
fn what_warns_is_justified_and_what_blocks_is_mended() {
    let content = changed(|c| {
        c.closes_at = Some(now() + Duration::days(10));
        add("[điền số liệu]")(c);
        add("Rất gấp!")(c);
    });
    let facts = Facts::new(&content, &[], now());
    let none = flags(&facts, HashMap::new());
    let codes: Vec<_> = none.iter().map(|flag| flag.code).collect();
    assert_eq!(codes, ["placeholder", "deadline_short", "exclamations"]);
    let refused = must_be_answered(&none).unwrap_err();
    let named: Vec<_> = refused
        .problems
        .iter()
        .map(|one| one.field.as_str())
        .collect();
    assert_eq!(named, ["flags.placeholder", "flags.deadline_short"]);
    assert_eq!(refused.code, ErrorCode::FlagUnanswered);
    let answers = HashMap::from([("deadline_short".to_owned(), "Đã báo trước.".to_owned())]);
    let justified = flags(&facts, answers);
    let refused = must_be_answered(&justified).unwrap_err();
    assert_eq!(refused.problems.len(), 1);
    assert!(answerable("placeholder").is_err() && answerable("nothing").is_err());
    assert!(answerable("deadline_short").is_ok() && answerable("exclamations").is_ok());
}

#[test]
fn a_justification_is_a_sentence() {
    assert_eq!(justification("  ").unwrap(), None);
    assert_eq!(
        justification("Vì gấp.").unwrap_err().code,
        ErrorCode::TooShort
    );
    assert_eq!(
        justification(&"x".repeat(1001)).unwrap_err().code,
        ErrorCode::TooLong
    );
    assert!(justification("Đã báo trước từ tháng 9.").unwrap().is_some());
}

#[test]
fn no_code_stands_twice() {
    let mut codes: Vec<_> = checks().iter().map(|check| check.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), checks().len());
}
