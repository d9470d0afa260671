//! Pure: what a file may be called, and what is said to one that is not taken.

use super::FileType;
use super::sniff::Unfit;
use crate::error::{Error, ErrorCode};
use crate::text::{Sentence, clean_line, is_invisible, say};

/// Longest name in characters.
const NAME_MAX: usize = 120;

/// A name to be shown: one line, without what leads into folders or means something to a system; with
/// the ending of its type. None when its own ending says that it is something else.
pub fn name(given: &str, found: FileType) -> Option<String> {
    let plain: String = given
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => ' ',
            c => c,
        })
        .filter(|c| !is_invisible(*c))
        .collect();
    let line = clean_line(Some(plain)).unwrap_or_default();
    let line = line.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, ending) = match line.rsplit_once('.') {
        // "Giấy phép số 12.2026 của Sở" has no ending.
        Some((stem, ending)) if is_ending(ending) => (stem, ending.to_ascii_lowercase()),
        _ => (line, found.endings()[0].to_owned()),
    };
    if !found.endings().contains(&ending.as_str()) {
        return None;
    }
    let stem = stem.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let stem: String = stem.chars().take(NAME_MAX).collect();
    let stem = if stem.is_empty() { "tep" } else { &stem };
    Some(format!("{stem}.{ending}"))
}

/// What stands behind the last dot of a name is its ending if it looks like one.
fn is_ending(text: &str) -> bool {
    (1..=5).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
        && text.bytes().any(|b| b.is_ascii_alphabetic())
}

/// The type that a client says, without parameters.
pub fn declared(content_type: &str) -> String {
    let kind = content_type.split(';').next().unwrap_or_default();
    kind.trim().to_ascii_lowercase()
}

/// Says what to do about a file that is not taken.
pub fn refused(why: Unfit) -> Error {
    let message = match why {
        Unfit::Unknown => say(
            "Chỉ nhận tệp PDF, PNG hoặc JPEG. Hãy lưu tài liệu Word, Excel thành PDF rồi tải lên.",
            "Only PDF, PNG and JPEG files are taken. Save a Word or Excel document as PDF, then upload it.",
        ),
        Unfit::Broken => say(
            "Tệp bị hỏng hoặc chưa đầy đủ. Hãy mở thử, lưu lại rồi tải lên lần nữa.",
            "The file is broken or incomplete. Open it, save it again, then upload it once more.",
        ),
        Unfit::Active => say(
            "Tệp có chứa mã lệnh hoặc tệp khác kèm bên trong. Hãy in lại thành PDF hoặc chụp lại ảnh rồi tải lên.",
            "The file contains a script or another file. Print it to a new PDF or take a new picture, then upload that.",
        ),
        Unfit::TooManyPixels => say(
            "Ảnh quá lớn: tối đa 100 triệu điểm ảnh. Hãy giảm kích thước rồi tải lên.",
            "The picture is too large: at most 100 million pixels. Make it smaller, then upload it.",
        ),
    };
    file_refused(message)
}

/// The bytes are not what the client or the name says.
pub fn not_what_it_says() -> Error {
    file_refused(say(
        "Nội dung tệp không đúng với loại tệp đã khai hoặc với đuôi tên tệp. Hãy kiểm tra rồi tải lên lại.",
        "The file is not of the type that was declared or that its name says. Check it, then upload it again.",
    ))
}

/// More bytes than one file may have.
pub fn too_large(most: usize) -> Error {
    let megabytes = most / (1024 * 1024);
    Error::new(
        ErrorCode::PayloadTooLarge,
        say(
            format!("Tệp lớn hơn {megabytes} MB. Hãy giảm dung lượng rồi tải lên."),
            format!("The file is larger than {megabytes} MB. Make it smaller, then upload it."),
        ),
    )
}

/// More files wait than may.
pub fn too_many(most: u64) -> Error {
    file_refused(say(
        format!(
            "Tổ chức đang có {most} tệp chưa dùng đến. Hãy dùng các tệp đó, hoặc chờ một ngày để hệ thống xóa bớt."
        ),
        format!(
            "{most} files of this organisation are not in use yet. Use those, or wait a day until they are removed."
        ),
    ))
}

/// The file cannot be used for this.
pub fn unusable(field: &str) -> Error {
    Error::field(
        field,
        ErrorCode::FileRefused,
        say(
            "Không dùng được tệp này: tệp đã được dùng ở chỗ khác, đã bị xóa, hoặc được tải lên cho việc khác. Hãy tải lên lại.",
            "This file cannot be used: it is in use elsewhere, was removed, or was uploaded for something else. Upload it again.",
        ),
    )
}

fn file_refused(message: Sentence) -> Error {
    Error::field("file", ErrorCode::FileRefused, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pdf(given: &str) -> Option<String> {
        name(given, FileType::Pdf)
    }

    #[test]
    fn names_are_shown_and_lead_nowhere() {
        for (given, shown) in [
            ("Giấy phép.PDF", "Giấy phép.pdf"),
            ("../../etc/passwd.pdf", "etc passwd.pdf"),
            ("C:\\Windows\\win.pdf", "C Windows win.pdf"),
            ("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie x=1.pdf"),
            ("gpj\u{202e}fdp.pdf", "gpjfdp.pdf"),
            ("a\0b.pdf", "ab.pdf"),
            ("Quyết định 12.2026", "Quyết định 12.2026.pdf"),
            ("...", "tep.pdf"),
            ("", "tep.pdf"),
            (".pdf", "pdf.pdf"),
            ("x.exe.pdf", "x.exe.pdf"),
        ] {
            assert_eq!(pdf(given).as_deref(), Some(shown), "{given:?}");
        }
        assert_eq!(
            pdf(&"ă".repeat(100_000)).map(|name| name.chars().count()),
            Some(NAME_MAX + 4)
        );
    }

    #[test]
    fn an_ending_of_another_type_is_a_lie() {
        for given in [
            "virus.exe",
            "page.html",
            "picture.png",
            "letter.docx",
            "x.pdf.js",
        ] {
            assert_eq!(pdf(given), None, "{given}");
        }
        assert_eq!(
            name("ảnh.JPEG", FileType::Jpeg).as_deref(),
            Some("ảnh.jpeg")
        );
    }
}
