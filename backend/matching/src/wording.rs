//! Figures and lists as people write them, in both languages.

use crate::Bilingual;
use crate::model::MoneyRange;
use chrono::{Datelike, NaiveDate};

/// `01/03/2026`, `1 March 2026`.
pub(crate) fn date(day: NaiveDate) -> Bilingual {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS[day.month0() as usize];
    Bilingual::new(
        format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
        format!("{} {month} {}", day.day(), day.year()),
    )
}

/// `A, B và C`, `A, B and C`.
pub(crate) fn list(items: &[Bilingual]) -> Bilingual {
    let vi: Vec<&str> = items.iter().map(|item| item.vi.as_str()).collect();
    let en: Vec<&str> = items.iter().map(|item| item.en.as_str()).collect();
    Bilingual::new(joined(&vi, " và "), joined(&en, " and "))
}

/// `A · B · C`, for names that hold commas and an "and" of their own.
pub(crate) fn names(items: &[Bilingual]) -> Bilingual {
    let vi: Vec<&str> = items.iter().map(|item| item.vi.as_str()).collect();
    let en: Vec<&str> = items.iter().map(|item| item.en.as_str()).collect();
    Bilingual::new(vi.join(" · "), en.join(" · "))
}

fn joined(items: &[&str], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{}{and}{last}", most.join(", ")),
    }
}

/// `5–20 tỷ đồng`, `VND 5–20 billion`; open ends become `từ …`, `tối đa …`.
pub(crate) fn money(range: MoneyRange) -> Bilingual {
    match (range.min, range.max) {
        (None, None) => Bilingual::new("chưa nêu", "not stated"),
        (Some(min), None) => {
            let text = span(min, min);
            Bilingual::new(format!("từ {}", text.vi), format!("from {}", text.en))
        }
        (None, Some(max)) => {
            let text = span(max, max);
            Bilingual::new(format!("tối đa {}", text.vi), format!("up to {}", text.en))
        }
        (Some(min), Some(max)) => span(min, max),
    }
}

/// Units of đồng, largest first: thousands of billions are still said in tỷ.
const UNITS: [(i64, &str, &str); 3] = [
    (1_000_000_000, " tỷ đồng", " billion"),
    (1_000_000, " triệu đồng", " million"),
    (1, " đồng", ""),
];

fn span(min: i64, max: i64) -> Bilingual {
    let unit_of = |amount: i64| UNITS.iter().position(|u| amount >= u.0).unwrap_or(2);
    let amount = |value: i64, unit: usize, decimal: char, group: char| {
        number(value as f64 / UNITS[unit].0 as f64, decimal, group)
    };
    let (low, high) = (unit_of(min), unit_of(max));
    let vi = |value, unit| amount(value, unit, ',', '.');
    let en = |value, unit| amount(value, unit, '.', ',');
    // Zero has no unit of its own; it takes the other end's.
    let low = if min == 0 { high } else { low };
    if min == max {
        Bilingual::new(
            format!("{}{}", vi(max, high), UNITS[high].1),
            format!("VND {}{}", en(max, high), UNITS[high].2),
        )
    } else if low == high {
        Bilingual::new(
            format!("{}–{}{}", vi(min, low), vi(max, high), UNITS[high].1),
            format!("VND {}–{}{}", en(min, low), en(max, high), UNITS[high].2),
        )
    } else {
        let short = UNITS[low].1.trim_end_matches(" đồng");
        Bilingual::new(
            format!(
                "{}{short} – {}{}",
                vi(min, low),
                vi(max, high),
                UNITS[high].1
            ),
            format!(
                "VND {}{} – {}{}",
                en(min, low),
                UNITS[low].2,
                en(max, high),
                UNITS[high].2
            ),
        )
    }
}

/// At most two decimals, none if they are zero, thousands grouped.
fn number(value: f64, decimal: char, group: char) -> String {
    let hundredths = (value * 100.0).round() as i64;
    let whole = (hundredths / 100).to_string();
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    let rest = format!("{:02}", hundredths % 100);
    let rest = rest.trim_end_matches('0');
    if !rest.is_empty() {
        text.push(decimal);
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(min: impl Into<Option<i64>>, max: impl Into<Option<i64>>) -> (String, String) {
        let text = money(MoneyRange {
            min: min.into(),
            max: max.into(),
        });
        (text.vi, text.en)
    }

    fn both(vi: &str, en: &str) -> (String, String) {
        (vi.to_owned(), en.to_owned())
    }

    #[test]
    fn money_is_written_as_people_write_it() {
        let billion = 1_000_000_000;
        assert_eq!(
            range(5 * billion, 20 * billion),
            both("5–20 tỷ đồng", "VND 5–20 billion")
        );
        assert_eq!(
            range(500_000_000, 1_500_000_000),
            both("500 triệu – 1,5 tỷ đồng", "VND 500 million – 1.5 billion")
        );
        assert_eq!(
            range(None, 1200 * billion),
            both("tối đa 1.200 tỷ đồng", "up to VND 1,200 billion")
        );
        assert_eq!(
            range(0, 3 * billion),
            both("0–3 tỷ đồng", "VND 0–3 billion")
        );
        assert_eq!(range(900, None), both("từ 900 đồng", "from VND 900"));
        assert_eq!(range(None, None), both("chưa nêu", "not stated"));
    }

    #[test]
    fn a_list_ends_with_and() {
        let items = ["A", "B", "C"].map(|item| Bilingual::new(item, item));
        assert_eq!(list(&items), Bilingual::new("A, B và C", "A, B and C"));
    }
}
