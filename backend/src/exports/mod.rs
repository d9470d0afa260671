//! Lists for spreadsheets, as the viewer may see them: needs, offers and organisations as filtered, and the
//! viewer's own proposals.
//!
//! ```text
//! page of the list (its store, its filter, the viewer's eyes) ─▶ rows of text ─▶ CSV, streamed
//!                                                                             └▶ a workbook, bounded
//! ```

pub mod service;
pub mod table;
