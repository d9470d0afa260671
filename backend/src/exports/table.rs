//! Rows of text as CSV and as a workbook: pure. In neither is a cell ever a formula.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::error::{Error, Result};

/// Most characters of a cell in a workbook.
const CELL_MAX: usize = 32_767;

/// A value that a spreadsheet takes for text, whatever it begins with (OWASP: CSV injection).
pub fn inert(value: String) -> String {
    if value.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{value}")
    } else {
        value
    }
}

/// Lines of CSV; the first piece begins with a byte order mark, by which spreadsheets know that it is UTF-8.
pub fn csv(head: Option<&[&str]>, rows: Vec<Vec<String>>) -> Result<Vec<u8>> {
    let broken = |e: csv::Error| Error::internal(e.to_string());
    let start = if head.is_some() { "\u{feff}" } else { "" };
    let mut writer = csv::Writer::from_writer(start.as_bytes().to_vec());
    if let Some(head) = head {
        writer.write_record(head).map_err(broken)?;
    }
    for row in rows {
        writer
            .write_record(row.into_iter().map(inert))
            .map_err(broken)?;
    }
    writer
        .into_inner()
        .map_err(|e| Error::internal(e.to_string()))
}

/// A workbook of one sheet; its rows wait on the disk, not in memory, until it is done.
pub struct Book {
    book: Workbook,
    next: u32,
}

impl Book {
    /// Begins with a line of heads.
    pub fn begin(head: &[&str]) -> Result<Self> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet_with_constant_memory().map_err(failed)?;
        let bold = Format::new().set_bold();
        for (column, name) in (0u16..).zip(head) {
            sheet
                .write_string_with_format(0, column, *name, &bold)
                .map_err(failed)?;
        }
        Ok(Self { book, next: 1 })
    }

    /// Adds rows. Every cell is written as text, which a spreadsheet never computes; what begins like a
    /// formula is marked as text as well, for the day on which somebody saves the sheet as CSV.
    pub fn add(&mut self, rows: Vec<Vec<String>>) -> Result<()> {
        let sheet = self.book.worksheet_from_index(0).map_err(failed)?;
        for row in rows {
            write(sheet, self.next, row).map_err(failed)?;
            self.next += 1;
        }
        Ok(())
    }

    /// The workbook's bytes.
    pub fn end(mut self) -> Result<Vec<u8>> {
        self.book.save_to_buffer().map_err(failed)
    }
}

fn write(sheet: &mut Worksheet, number: u32, row: Vec<String>) -> Result<(), XlsxError> {
    for (column, value) in (0u16..).zip(row) {
        let value: String = inert(value).chars().take(CELL_MAX).collect();
        sheet.write_string(number, column, value)?;
    }
    Ok(())
}

fn failed(error: XlsxError) -> Error {
    Error::internal(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMULAS: [&str; 7] = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\r=1",
        "=HYPERLINK(\"http://x\",\"y\")",
    ];

    #[test]
    fn a_formula_is_text() {
        for formula in FORMULAS {
            assert_eq!(inert(formula.into()), format!("'{formula}"));
        }
        assert_eq!(inert("need.created".into()), "need.created");
    }

    #[test]
    fn no_cell_of_a_csv_begins_like_a_formula() {
        let rows = FORMULAS.map(|formula| vec!["x".to_owned(), formula.to_owned()]);
        let bytes = csv(Some(&["a", "b"][..]), rows.to_vec()).unwrap();
        let text = bytes
            .strip_prefix(b"\xef\xbb\xbf")
            .expect("a byte order mark");
        let mut reader = csv::Reader::from_reader(text);
        let cells: Vec<String> = reader
            .records()
            .map(|row| row.unwrap()[1].to_owned())
            .collect();
        assert_eq!(cells, FORMULAS.map(|formula| format!("'{formula}")));
        // Only the first piece has the mark and the heads.
        assert_eq!(csv(None, vec![vec!["x".to_owned()]]).unwrap(), b"x\n");
    }

    #[test]
    fn a_workbook_is_a_workbook_however_hostile_its_cells() {
        let mut book = Book::begin(&["a"]).unwrap();
        for formula in FORMULAS {
            book.add(vec![vec![formula.to_owned()], vec!["x".repeat(40_000)]])
                .unwrap();
        }
        assert!(book.end().unwrap().starts_with(b"PK"));
    }
}
