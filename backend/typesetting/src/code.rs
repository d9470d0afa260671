//! The QR code of an address.

use qrcode::render::svg;
use qrcode::types::QrError;
use qrcode::{EcLevel, QrCode};

/// Black on nothing, without the quiet zone: the layout leaves that.
pub(crate) fn svg(address: &str) -> Result<String, QrError> {
    // A folded or stained paper still reads: a quarter of it may be lost.
    let code = QrCode::with_error_correction_level(address, EcLevel::Q)
        .or_else(|_| QrCode::with_error_correction_level(address, EcLevel::L))?;
    Ok(code
        .render::<svg::Color>()
        .quiet_zone(false)
        .light_color(svg::Color("#ffffff"))
        .build())
}

#[cfg(test)]
mod tests {
    use super::svg;

    #[test]
    fn an_address_of_any_usual_length_has_a_code_and_an_endless_one_has_none() {
        let code = svg("https://iforum.example/xac-minh/1f2e").expect("a code");
        assert!(code.contains("<path"));
        assert_eq!(
            code,
            svg("https://iforum.example/xac-minh/1f2e").expect("a code")
        );
        assert!(svg(&"a".repeat(3000)).is_err());
    }
}
