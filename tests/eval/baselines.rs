//! What others would put first, from the same words: plain BM25 and PostgreSQL's full text search.

use std::path::Path;

use sqlx::Row;
use sqlx::postgres::PgConnection;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, STORED, STRING, Schema, TEXT, Value as _};
use tantivy::{Index, TantivyDocument, Term};

use crate::measure::{DEPTH, Run};
use crate::sets::postings;

/// Tantivy's BM25 with its default tokenizer over everything that a posting says.
pub(crate) fn bm25(folder: &Path) -> Run {
    let mut schema = Schema::builder();
    let id = schema.add_text_field("id", STRING | STORED);
    let body = schema.add_text_field("body", TEXT);
    let index = Index::create_in_ram(schema.build());
    let mut writer = index
        .writer_with_num_threads(1, 50_000_000)
        .expect("a writer");
    for (name, words) in postings(&folder.join("docs.jsonl")) {
        let mut document = TantivyDocument::default();
        document.add_text(id, name);
        document.add_text(body, words);
        writer.add_document(document).expect("added");
    }
    writer.commit().expect("committed");
    let searcher = index.reader().expect("a reader").searcher();
    let mut analyser = index.tokenizer_for_field(body).expect("a tokenizer");
    let mut run = Run::new();
    for (query, words) in postings(&folder.join("queries.jsonl")) {
        let mut terms: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let mut stream = analyser.token_stream(&words);
        while let Some(token) = stream.next() {
            let term = Term::from_field_text(body, &token.text);
            let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
            terms.push((Occur::Should, Box::new(query)));
        }
        let best = TopDocs::with_limit(100).order_by_score();
        let mut best = searcher
            .search(&BooleanQuery::new(terms), &best)
            .expect("searched")
            .into_iter()
            .map(|(score, address)| {
                let document: TantivyDocument = searcher.doc(address).expect("a document");
                let id = document.get_first(id).and_then(|value| value.as_str());
                (score, id.unwrap_or_default().to_owned())
            })
            .collect::<Vec<_>>();
        best.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let best = best.into_iter().take(DEPTH).map(|(_, id)| id).collect();
        run.insert(query, best);
    }
    run
}

/// PostgreSQL's `ts_rank` with the configuration `simple`, which is the only one that serves both
/// languages; any of the query's words is enough. (`plainto_tsquery` alone asks for all of them, and
/// finds nothing for most of these queries.) Ranks are divided by the logarithm of a text's length, which
/// is the best of its settings here.
pub(crate) async fn full_text(database: &mut PgConnection, folder: &Path) -> sqlx::Result<Run> {
    sqlx::raw_sql(
        "DROP TABLE IF EXISTS eval_posting; \
         CREATE TEMPORARY TABLE eval_posting (id text COLLATE \"C\" PRIMARY KEY, words tsvector)",
    )
    .execute(&mut *database)
    .await?;
    for (id, words) in postings(&folder.join("docs.jsonl")) {
        sqlx::query("INSERT INTO eval_posting VALUES ($1, to_tsvector('simple', $2))")
            .bind(id)
            .bind(words)
            .execute(&mut *database)
            .await?;
    }
    let mut run = Run::new();
    for (query, words) in postings(&folder.join("queries.jsonl")) {
        let found = sqlx::query(
            "WITH asked AS (SELECT replace(plainto_tsquery('simple', $1)::text, ' & ', ' | ')::tsquery AS any_word) \
             SELECT id FROM eval_posting, asked WHERE words @@ any_word \
             ORDER BY ts_rank(words, any_word, 1) DESC, id LIMIT 10",
        )
        .bind(words)
        .fetch_all(&mut *database)
        .await?;
        let ids = found.iter().map(|row| row.try_get("id"));
        run.insert(query, ids.collect::<sqlx::Result<_>>()?);
    }
    Ok(run)
}
