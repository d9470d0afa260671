//! Free tags as terms.

use super::normal::folded;
use super::token::tokens;

/// What a tag is compared by: its parts between commas and semicolons, each with the words
/// before a colon (`division:`) kept in front, lower case and without diacritics.
pub(crate) fn tag_parts(tag: &str) -> Vec<String> {
    let (prefix, rest) = tag.split_once(':').unwrap_or(("", tag));
    let clean = |text: &str| {
        let words = tokens(text).into_iter().map(|token| folded(&token.exact));
        words.collect::<Vec<_>>().join(" ")
    };
    let prefix = clean(prefix);
    let parts = rest
        .split([',', ';', '|'])
        .map(clean)
        .filter(|part| !part.is_empty());
    parts.map(|part| format!("{prefix}:{part}")).collect()
}

/// One name for the editions of a standard: `TCVN ISO 37122:2020` and `ISO 37122` are one.
pub(crate) fn standard(name: &str) -> String {
    let words = tokens(name).into_iter().map(|token| folded(&token.exact));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_compared_by_its_parts() {
        assert_eq!(tag_parts("Đô thị thông minh"), [":do thi thong minh"]);
        assert_eq!(
            tag_parts("division:Technology Services,Toronto Water"),
            ["division:technology services", "division:toronto water"]
        );
        assert!(tag_parts(" , ;").is_empty());
    }

    #[test]
    fn editions_of_a_standard_are_one() {
        assert_eq!(standard("TCVN ISO 37122:2020"), standard("iso 37122"));
        assert_ne!(standard("ISO 27001"), standard("ISO 37122"));
    }
}
