//! Pure: ORCID iDs: sixteen digits, the last of them a checksum (ISO 7064, MOD 11-2).

/// The iD in its one spelling, from what a person pasted; none when it is not one.
pub fn parse(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = ["https://orcid.org/", "http://orcid.org/", "orcid.org/"]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .unwrap_or(text);
    let digits: String = bare
        .chars()
        .filter(|c| *c != '-')
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let spelled = bare.len() == 16 || (bare.len() == 19 && dashes(bare));
    (spelled && checks(&digits)).then(|| {
        let group = |at: usize| &digits[at..at + 4];
        format!("{}-{}-{}-{}", group(0), group(4), group(8), group(12))
    })
}

fn dashes(text: &str) -> bool {
    text.char_indices()
        .all(|(at, c)| (c == '-') == matches!(at, 4 | 9 | 14))
}

fn checks(digits: &str) -> bool {
    let Some((body, check)) = digits.split_at_checked(15) else {
        return false;
    };
    if !body.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let total = body
        .bytes()
        .fold(0_u32, |total, b| (total + u32::from(b - b'0')) * 2 % 11);
    let expected = match (12 - total) % 11 {
        10 => "X".to_owned(),
        digit => digit.to_string(),
    };
    check == expected
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_ids_are_read_however_they_are_written() {
        for text in [
            "0000-0002-1825-0097",
            "0000000218250097",
            " https://orcid.org/0000-0002-1825-0097 ",
            "orcid.org/0000-0002-1825-0097",
        ] {
            assert_eq!(
                parse(text).as_deref(),
                Some("0000-0002-1825-0097"),
                "{text}"
            );
        }
        assert_eq!(
            parse("0000-0002-1694-233x").as_deref(),
            Some("0000-0002-1694-233X")
        );
        assert!(parse("0000-0001-5109-3700").is_some());
    }

    #[test]
    fn what_is_mistyped_is_found() {
        for text in [
            "",
            "0000-0002-1825-0098",
            "0000-0002-1852-0097",
            "0000-0002-1825-009",
            "0000-0002-1825-00977",
            "00000-002-1825-0097",
            "X000-0002-1825-0097",
            "０000-0002-1825-0097",
            "https://evil.example/0000-0002-1825-0097",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
