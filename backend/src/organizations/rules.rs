//! What a valid organisation is.

use url::Url;

use super::service::NewOrganization;
use crate::app::Ctx;
use crate::error::{ErrorCode, Problem};
use crate::text::{BilingualText, say};

/// Longest legal name in characters.
pub const NAME_MAX: usize = 200;

/// Everything that is wrong with a new organisation; fields are named below `path`.
pub fn problems(ctx: &Ctx, path: &str, new: &NewOrganization) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |field: &str, code, message| {
        problems.push(Problem {
            field: format!("{path}.{field}"),
            code,
            message,
        });
    };
    let name = BilingualText::new(new.legal_name.clone());
    if name.is_empty() {
        add(
            "legalName.vi",
            ErrorCode::Required,
            say(
                "Nhập tên pháp lý của tổ chức.",
                "Enter the organisation's legal name.",
            ),
        );
    } else if name.longest() > NAME_MAX {
        add(
            "legalName.vi",
            ErrorCode::TooLong,
            say(
                format!("Tên pháp lý dài tối đa {NAME_MAX} ký tự."),
                format!("A legal name has at most {NAME_MAX} characters."),
            ),
        );
    }
    if new
        .tax_code
        .as_deref()
        .is_some_and(|code| !is_tax_code(code))
    {
        add(
            "taxCode",
            ErrorCode::InvalidInput,
            say(
                "Mã số thuế gồm 10 chữ số, hoặc 10 chữ số, dấu gạch và 3 chữ số của đơn vị phụ thuộc.",
                "A tax code has 10 digits, or 10 digits, a dash and the 3 digits of a branch.",
            ),
        );
    }
    if new
        .place_id
        .as_deref()
        .is_some_and(|id| ctx.app.gazetteer.today(id).is_none())
    {
        add(
            "placeId",
            ErrorCode::UnknownPlace,
            say(
                "Chọn tỉnh, thành phố trong danh sách 34 đơn vị hiện nay.",
                "Choose one of today's 34 provinces and cities.",
            ),
        );
    }
    if new.website.as_deref().is_some_and(|text| !is_website(text)) {
        add(
            "website",
            ErrorCode::InvalidInput,
            say(
                "Nhập địa chỉ bắt đầu bằng http:// hoặc https://.",
                "Enter an address that begins with http:// or https://.",
            ),
        );
    }
    problems
}

/// Ten digits, and for a branch a dash and three more (Circular 86/2024/TT-BTC).
fn is_tax_code(code: &str) -> bool {
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
    match code.split_once('-') {
        Some((head, branch)) => digits(head, 10) && digits(branch, 3),
        None => digits(code, 10) || digits(code, 12),
    }
}

fn is_website(text: &str) -> bool {
    text.len() <= 300
        && Url::parse(text)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_codes_are_ten_digits_with_or_without_a_branch() {
        assert!(is_tax_code("0100686209") && is_tax_code("0100686209-001"));
        assert!(
            !is_tax_code("010068620")
                && !is_tax_code("0100686209-01")
                && !is_tax_code("O100686209")
        );
    }

    #[test]
    fn websites_are_web_addresses() {
        assert!(is_website("https://becamex.com.vn"));
        assert!(!is_website("javascript:alert(1)") && !is_website("becamex.com.vn"));
    }
}
