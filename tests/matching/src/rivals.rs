//! What one would have without an engine, on the same postings in the same run: tantivy's BM25 and
//! PostgreSQL's full text search, each asked for the twenty best offers by every word of a need.

use std::time::Instant;

use matching::{Kind, Means};
use sqlx::postgres::PgConnection;
use sqlx::{Connection, Executor};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, STORED, STRING, Schema, TEXT};
use tantivy::{Index, TantivyDocument, Term};

use crate::postings::Maker;
use crate::{Clock, Took, note};

/// Best offers that are asked for.
const BEST: usize = 20;
/// Offers that PostgreSQL takes in at once.
const ROWS: usize = 2_000;

/// What a posting says, in one text.
fn words(maker: &Maker, number: usize, means: &Means) -> (Kind, String, String) {
    let posting = maker.posting(number as u64, 0, means).0;
    let texts = posting
        .texts
        .iter()
        .flat_map(|text| [&text.title, &text.summary, &text.body]);
    let texts: Vec<&str> = texts.map(String::as_str).collect();
    (posting.kind, posting.id.to_string(), texts.join("\n"))
}

/// Tantivy with its default tokenizer, in this thread.
pub fn tantivy(maker: &Maker, means: &Means, count: usize, needs: &[usize]) {
    let mut schema = Schema::builder();
    let id = schema.add_text_field("id", STRING | STORED);
    let body = schema.add_text_field("body", TEXT);
    let index = Index::create_in_ram(schema.build());
    let mut writer = index
        .writer_with_num_threads(1, 200_000_000)
        .expect("a writer");
    let start = Instant::now();
    for number in 0..count {
        let (kind, name, text) = words(maker, number, means);
        if kind == Kind::Offer {
            let mut document = TantivyDocument::default();
            document.add_text(id, name);
            document.add_text(body, text);
            writer.add_document(document).expect("added");
        }
    }
    writer.commit().expect("committed");
    let built = count as f64 / start.elapsed().as_secs_f64();
    note("tantivy", count, "postings/s, making them included", built);
    let searcher = index.reader().expect("a reader").searcher();
    let mut analyser = index.tokenizer_for_field(body).expect("a tokenizer");
    let took = needs.iter().map(|need| {
        let text = words(maker, *need, means).2;
        let start = Clock::start();
        let mut terms: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let mut stream = analyser.token_stream(&text);
        while let Some(token) = stream.next() {
            let term = Term::from_field_text(body, &token.text);
            let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
            terms.push((Occur::Should, Box::new(query)));
        }
        let best = TopDocs::with_limit(BEST).order_by_score();
        let found = searcher
            .search(&BooleanQuery::new(terms), &best)
            .expect("searched");
        assert!(!found.is_empty(), "a need shares words with some offer");
        start.elapsed()
    });
    tell("tantivy", count, Took::new(took.collect()));
}

/// PostgreSQL as the evaluation asks it, with an inverted index; its time is what one waits for it.
pub async fn postgres(
    url: &str,
    maker: &Maker,
    means: &Means,
    count: usize,
    needs: &[usize],
) -> sqlx::Result<()> {
    let mut database = PgConnection::connect(url).await?;
    database
        .execute("CREATE TEMPORARY TABLE offer (id text, words tsvector)")
        .await?;
    let start = Instant::now();
    for begin in (0..count).step_by(ROWS) {
        let rows = (begin..(begin + ROWS).min(count)).map(|number| words(maker, number, means));
        let (ids, texts): (Vec<String>, Vec<String>) = rows
            .filter(|(kind, ..)| *kind == Kind::Offer)
            .map(|(_, id, text)| (id, text))
            .unzip();
        sqlx::query(
            "INSERT INTO offer SELECT id, to_tsvector('simple', body) \
             FROM unnest($1::text[], $2::text[]) AS given (id, body)",
        )
        .bind(ids)
        .bind(texts)
        .execute(&mut database)
        .await?;
    }
    database
        .execute("CREATE INDEX ON offer USING gin (words)")
        .await?;
    database.execute("ANALYZE offer").await?;
    let built = count as f64 / start.elapsed().as_secs_f64();
    note("postgres", count, "postings/s, making them included", built);
    let mut took = Vec::new();
    for need in needs {
        let text = words(maker, *need, means).2;
        let start = Instant::now();
        let found = sqlx::query(
            "WITH asked AS (SELECT replace(plainto_tsquery('simple', $1)::text, ' & ', ' | ')::tsquery AS any_word) \
             SELECT id FROM offer, asked WHERE words @@ any_word \
             ORDER BY ts_rank(words, any_word, 1) DESC, id LIMIT 20",
        )
        .bind(text)
        .fetch_all(&mut database)
        .await?;
        took.push(start.elapsed());
        assert!(!found.is_empty(), "a need shares words with some offer");
    }
    tell("postgres", count, Took::new(took));
    database.close().await
}

fn tell(who: &str, count: usize, took: Took) {
    note(who, count, "top 20 p50 ms", took.at(50));
    note(who, count, "top 20 p99 ms", took.at(99));
}
