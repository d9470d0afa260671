//! What is there without an engine: BM25 and the database.

pub fn bm25(_count: usize) {}

pub async fn full_text(_count: usize, _url: &str) -> Result<(), sqlx::Error> {
    Ok(())
}
