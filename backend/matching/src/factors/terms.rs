//! Names of contract types and delivery models, for the money factor's reason.

use crate::Bilingual;

/// From a code to what people call it.
pub(crate) type Naming = fn(&str) -> Bilingual;

/// Contract types are known by their abbreviations in both languages.
pub(crate) fn contract(code: &str) -> Bilingual {
    match code {
        "MIXED" => Bilingual::new("hợp đồng hỗn hợp", "a mixed contract"),
        "OM" => contract("O&M"),
        other => Bilingual::new(format!("hợp đồng {other}"), format!("{other} contracts")),
    }
}

/// Delivery models by name; an unknown code stands for itself.
pub(crate) fn delivery(code: &str) -> Bilingual {
    match code {
        "PPP" => Bilingual::new("hình thức đối tác công tư", "public-private partnership"),
        "PUBLIC_INVESTMENT" => Bilingual::new("hình thức đầu tư công", "public investment"),
        "SERVICE_LEASE" => Bilingual::new("hình thức thuê dịch vụ", "service lease"),
        "PILOT" => Bilingual::new("hình thức thí điểm", "a pilot"),
        "MEMORANDUM" => Bilingual::new("hình thức biên bản ghi nhớ", "a memorandum"),
        "SCIENCE_TECHNOLOGY_PPP" => Bilingual::new(
            "hình thức hợp tác công tư về khoa học, công nghệ",
            "science and technology partnership",
        ),
        other => Bilingual::new(format!("hình thức {other}"), other),
    }
}
