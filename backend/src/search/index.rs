//! The inverted index of one process: tantivy, on disk if a folder is configured.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::collector::TopDocs;
use tantivy::directory::MmapDirectory;
use tantivy::schema::Value;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::FacetKey;
use super::collector::{Harvest, Search};
use super::document::{Document, DocumentKind};
use super::fields::{Fields, VERSION, tokenizers};
use super::query::{Question, Reader, Understood};
use crate::changes::Position;
use crate::engine::Told;
use crate::error::{Error, Result};
use crate::places::Gazetteer;

/// Bytes that a writer gathers before it writes a segment.
const BUFFER: usize = 50_000_000;
/// Best documents that can be looked at.
pub const REACH: usize = 1_000;

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its id as the API prints it.
    pub key: String,
    /// Kind.
    pub kind: DocumentKind,
    /// How well it fits; only to be compared with others of the same answer.
    pub score: f32,
}

/// A value of a facet and how many have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// Which facet.
    pub key: FacetKey,
    /// Value.
    pub value: String,
    /// Documents.
    pub count: u64,
}

/// What a search brought.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The best, in order.
    pub found: Vec<Found>,
    /// How many there are.
    pub total: u64,
    /// Every facet's values, the most frequent first.
    pub facets: Vec<FacetCount>,
    /// How the question was understood.
    pub understood: Understood,
}

/// A title that begins as somebody types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Id.
    pub key: String,
    /// Kind.
    pub kind: DocumentKind,
    /// Title in Vietnamese.
    pub title_vi: Option<String>,
    /// Title in English.
    pub title_en: Option<String>,
}

/// One edition of the index.
struct Edition {
    reader: IndexReader,
    writer: Mutex<IndexWriter>,
    /// Its folder, if it is on disk.
    place: Option<PathBuf>,
    /// What its documents' concepts were found with, and questions are read with.
    told: Arc<Told>,
    /// Which database it copies.
    installation: Arc<str>,
}

/// What an edition rests on: the taxonomy, and which database it copies.
type Of = (Arc<Told>, Arc<str>);

/// The index.
pub struct Index {
    /// Keeps other processes from the folder.
    _lock: Option<File>,
    fields: Fields,
    folder: Option<PathBuf>,
    edition: std::sync::RwLock<Arc<Edition>>,
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::internal(format!("search index: {error}"))
}

/// Takes a folder for this process, for as long as the file is open.
fn lock(folder: &Path) -> Result<File> {
    std::fs::create_dir_all(folder).map_err(broken)?;
    let file = File::create(folder.join("lock")).map_err(broken)?;
    let taken = |error| broken(format!("{}: {error}", folder.display()));
    file.try_lock().map_err(taken)?;
    Ok(file)
}

impl Index {
    /// The index in memory, or in the folder given, which belongs to this process alone. If an earlier
    /// process left a whole index of this version, this taxonomy and this database there, it goes on from the position that
    /// comes with it;
    /// anything else that it finds there is removed, and the index is empty. A folder that another process
    /// uses is an error.
    pub fn open(
        folder: Option<&Path>,
        told: Arc<Told>,
        installation: &str,
    ) -> Result<(Self, Option<Position>)> {
        let of = (told, Arc::from(installation));
        let fields = Fields::new();
        let lock = folder.map(lock).transpose()?;
        let folder = folder.map(|folder| folder.join(format!("index-{VERSION}")));
        let left = folder
            .as_deref()
            .and_then(|folder| Edition::left(&fields, folder, &of));
        let (edition, position) = match left {
            Some((edition, position)) => (edition, Some(position)),
            None => (Edition::new(&fields, folder.as_deref(), of)?, None),
        };
        if let Some(folder) = &folder {
            edition.remove_others(folder);
        }
        let index = Self {
            _lock: lock,
            fields,
            folder,
            edition: std::sync::RwLock::new(Arc::new(edition)),
        };
        Ok((index, position))
    }

    fn edition(&self) -> Arc<Edition> {
        Arc::clone(&self.edition.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Begins an edition that replaces this one when it is [finished](Fresh::publish); until then this
    /// one answers.
    pub fn begin(&self, told: Arc<Told>) -> Result<Fresh<'_>> {
        Ok(Fresh {
            index: self,
            edition: Edition::new(
                &self.fields,
                self.folder.as_deref(),
                (told, Arc::clone(&self.edition().installation)),
            )?,
        })
    }

    /// Puts documents in the place of what had their keys, and takes the keys of `gone` out; seen by
    /// whoever asks afterwards. `position` is how far the feed of changes was read.
    pub fn apply(&self, documents: &[Document], gone: &[String], position: Position) -> Result<()> {
        self.edition()
            .apply(&self.fields, documents, gone, position)
    }

    /// What the concepts of its documents were found with.
    pub fn told(&self) -> Arc<Told> {
        Arc::clone(&self.edition().told)
    }

    /// How many documents there are.
    pub fn len(&self) -> u64 {
        self.edition().reader.searcher().num_docs()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The best `limit` after `skip`.
    pub fn search(
        &self,
        gazetteer: &Gazetteer,
        question: &Question,
        skip: usize,
        limit: usize,
    ) -> Result<Answer> {
        let edition = self.edition();
        let searcher = edition.reader.searcher();
        let reader = self.reader(&edition.told, gazetteer);
        let (query, understood) = reader.read(&question.text);
        let collector = Search {
            question,
            keep: (skip + limit).min(REACH),
        };
        let harvest = searcher.search(&query, &collector).map_err(broken)?;
        let mut found = Vec::new();
        for hit in harvest.best.iter().skip(skip) {
            let document: TantivyDocument = searcher.doc(hit.address).map_err(broken)?;
            if let Some((key, kind)) = self.key(&document) {
                found.push(Found {
                    key,
                    kind,
                    score: hit.score,
                });
            }
        }
        Ok(Answer {
            found,
            total: harvest.total,
            facets: facets(harvest),
            understood,
        })
    }

    /// Titles that begin with what was typed.
    pub fn suggest(
        &self,
        gazetteer: &Gazetteer,
        text: &str,
        limit: usize,
    ) -> Result<Vec<Suggestion>> {
        let edition = self.edition();
        let reader = self.reader(&edition.told, gazetteer);
        let Some(query) = reader.beginning(text) else {
            return Ok(Vec::new());
        };
        let searcher: Searcher = edition.reader.searcher();
        let best = TopDocs::with_limit(limit.max(1)).order_by_score();
        let hits = searcher.search(&query, &best).map_err(broken)?;
        let mut suggestions = Vec::new();
        for (_, address) in hits {
            let document: TantivyDocument = searcher.doc(address).map_err(broken)?;
            let stored = |field| {
                document
                    .get_first(field)
                    .and_then(|v| v.as_str())
                    .map(str::to_owned)
            };
            if let Some((key, kind)) = self.key(&document) {
                suggestions.push(Suggestion {
                    key,
                    kind,
                    title_vi: stored(self.fields.title_vi),
                    title_en: stored(self.fields.title_en),
                });
            }
        }
        Ok(suggestions)
    }

    fn reader<'a>(&'a self, told: &'a Told, gazetteer: &'a Gazetteer) -> Reader<'a> {
        Reader {
            fields: &self.fields,
            knowledge: &told.knowledge,
            gazetteer,
        }
    }

    fn key(&self, document: &TantivyDocument) -> Option<(String, DocumentKind)> {
        let key = document.get_first(self.fields.key)?.as_str()?;
        let kind = match key.split('_').next()? {
            "need" => DocumentKind::Need,
            "offer" => DocumentKind::Offer,
            "org" => DocumentKind::Organization,
            _ => DocumentKind::Researcher,
        };
        Some((key.to_owned(), kind))
    }
}

fn facets(harvest: Harvest) -> Vec<FacetCount> {
    let mut facets = Vec::new();
    for (key, counts) in FacetKey::ALL.into_iter().zip(harvest.counts) {
        let mut counts: Vec<FacetCount> = counts
            .into_iter()
            .map(|(value, count)| FacetCount { key, value, count })
            .collect();
        counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        facets.extend(counts);
    }
    facets
}

/// An edition that is being built.
pub struct Fresh<'a> {
    index: &'a Index,
    edition: Edition,
}

impl Fresh<'_> {
    /// Adds documents; nobody sees them yet.
    pub fn add(&self, documents: &[Document]) -> Result<()> {
        let writer = self.edition.writer();
        for document in documents {
            writer
                .add_document(self.index.fields.document(document))
                .map_err(broken)?;
        }
        Ok(())
    }

    /// Answers from now on.
    pub fn publish(self, position: Position) -> Result<()> {
        self.edition.commit(position)?;
        if let Some(folder) = &self.index.folder {
            self.edition.remove_others(folder);
        }
        let mut edition = self
            .index
            .edition
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        *edition = Arc::new(self.edition);
        Ok(())
    }
}

impl Edition {
    fn new(fields: &Fields, folder: Option<&Path>, of: Of) -> Result<Self> {
        let Some(folder) = folder else {
            let index = builder(fields).create_in_ram().map_err(broken)?;
            return Self::on(index, None, of);
        };
        std::fs::create_dir_all(folder).map_err(broken)?;
        let place = tempfile::tempdir_in(folder).map_err(broken)?.keep();
        let directory = MmapDirectory::open(&place).map_err(broken)?;
        let index = builder(fields).open_or_create(directory).map_err(broken)?;
        Self::on(index, Some(place), of)
    }

    /// The whole edition that an earlier process left, if there is one that can be read.
    fn left(fields: &Fields, folder: &Path, of: &Of) -> Option<(Self, Position)> {
        let places = std::fs::read_dir(folder).ok()?.flatten();
        places.map(|place| place.path()).find_map(|place| {
            let directory = MmapDirectory::open(&place).ok()?;
            let mut index = tantivy::Index::open(directory).ok()?;
            let whole =
                index.schema() == fields.schema && index.validate_checksum().ok()?.is_empty();
            let payload = index.load_metas().ok()?.payload?;
            let left: (Position, String, String) = serde_json::from_str(&payload).ok()?;
            let same = left.1 == of.0.taxonomy && *left.2 == *of.1;
            let position = (whole && same).then_some(left.0)?;
            index.set_tokenizers(tokenizers());
            let edition = Self::on(index, Some(place), of.clone()).ok()?;
            Some((edition, position))
        })
    }

    fn on(index: tantivy::Index, place: Option<PathBuf>, (told, installation): Of) -> Result<Self> {
        let writer = index.writer_with_num_threads(1, BUFFER).map_err(broken)?;
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(broken)?;
        Ok(Self {
            reader,
            writer: Mutex::new(writer),
            place,
            told,
            installation,
        })
    }

    /// Removes older editions; whoever still reads one has its files open.
    fn remove_others(&self, folder: &Path) {
        let all = std::fs::read_dir(folder).into_iter().flatten().flatten();
        for other in all.map(|place| place.path()) {
            if Some(&other) != self.place.as_ref() {
                let _ = std::fs::remove_dir_all(other);
            }
        }
    }

    fn writer(&self) -> std::sync::MutexGuard<'_, IndexWriter> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn apply(
        &self,
        fields: &Fields,
        documents: &[Document],
        gone: &[String],
        position: Position,
    ) -> Result<()> {
        {
            let writer = self.writer();
            for key in gone
                .iter()
                .chain(documents.iter().map(|document| &document.key))
            {
                writer.delete_term(Term::from_field_text(fields.key, key));
            }
            for document in documents {
                writer
                    .add_document(fields.document(document))
                    .map_err(broken)?;
            }
        }
        self.commit(position)
    }

    fn commit(&self, position: Position) -> Result<()> {
        let payload = serde_json::to_string(&(position, &self.told.taxonomy, &*self.installation))
            .map_err(broken)?;
        let mut writer = self.writer();
        let mut prepared = writer.prepare_commit().map_err(broken)?;
        prepared.set_payload(&payload);
        prepared.commit().map_err(broken)?;
        self.reader.reload().map_err(broken)
    }
}

fn builder(fields: &Fields) -> tantivy::IndexBuilder {
    tantivy::Index::builder()
        .schema(fields.schema.clone())
        .tokenizers(tokenizers())
}

impl Fields {
    fn document(&self, from: &Document) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        document.add_text(self.key, &from.key);
        for (field, title) in [
            (self.title_vi, &from.title_vi),
            (self.title_en, &from.title_en),
        ] {
            if let Some(title) = title {
                document.add_text(field, title);
                document.add_text(self.title_exact, title);
                document.add_text(self.title_folded, title);
                document.add_text(self.pairs, title);
            }
        }
        for body in &from.bodies {
            document.add_text(self.body_exact, body);
            document.add_text(self.body_folded, body);
            document.add_text(self.pairs, body);
        }
        for concept in &from.concepts {
            document.add_text(self.concepts, concept);
        }
        for (field, values) in self.facets.iter().zip(&from.facets) {
            for value in values {
                document.add_text(*field, value);
            }
        }
        for (field, amount) in [
            (self.budget_min, from.budget_min),
            (self.budget_max, from.budget_max),
            (self.changed, Some(from.changed)),
        ] {
            if let Some(amount) = amount {
                document.add_i64(field, amount);
            }
        }
        document
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_one_process_s_and_goes_on_where_it_was_left() {
        let home = tempfile::tempdir().unwrap();
        let position = Position {
            transaction: 3,
            seq: 7,
        };
        let open = || Index::open(Some(home.path()), Arc::default(), "this");
        let (index, left) = open().unwrap();
        assert_eq!(left, None);
        index
            .begin(Arc::default())
            .unwrap()
            .publish(position)
            .unwrap();
        assert!(open().is_err(), "somebody has it");
        index.apply(&[], &[], position).unwrap();
        drop(index);
        assert_eq!(open().unwrap().1, Some(position));
        let other = Index::open(Some(home.path()), Arc::default(), "another");
        assert_eq!(other.unwrap().1, None, "a copy of another database");
    }

    /// Batches of five documents, one after the other from where the folder was left, every fourth into
    /// an edition of its own that replaces the last: until somebody kills the process.
    fn index_without_end(home: &Path) {
        let (index, left) = Index::open(Some(home), Arc::default(), "this").unwrap();
        let batch = |seq: i64| -> Vec<Document> {
            let document = |n: i64| Document {
                key: format!("need_{seq}_{n}"),
                title_vi: Some("Giám sát ngập và điều khiển thoát nước".into()),
                ..Document::default()
            };
            (0..5).map(document).collect()
        };
        for seq in left.map_or(0, |position| position.seq) + 1.. {
            let position = Position {
                transaction: 0,
                seq,
            };
            if seq % 4 == 0 {
                let fresh = index.begin(Arc::default()).unwrap();
                for earlier in 1..=seq {
                    fresh.add(&batch(earlier)).unwrap();
                }
                fresh.publish(position).unwrap();
            } else {
                index.apply(&batch(seq), &[], position).unwrap();
            }
            std::fs::write(home.join("begun"), "").unwrap();
        }
    }

    #[test]
    fn an_index_whose_process_was_killed_has_what_its_position_says() {
        const CHILD: &str = "IFORUM_TEST_INDEX";
        if let Some(home) = std::env::var_os(CHILD) {
            return index_without_end(Path::new(&home));
        }
        let home = tempfile::tempdir().unwrap();
        let begun = home.path().join("begun");
        let test =
            "search::index::tests::an_index_whose_process_was_killed_has_what_its_position_says";
        let mut last = 0;
        for kill in 0..12_u64 {
            let mut child = std::process::Command::new(std::env::current_exe().unwrap())
                .args(["--exact", test])
                .env(CHILD, home.path())
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap();
            while !begun.exists() {
                assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
            std::thread::sleep(std::time::Duration::from_millis(kill * 17 % 100));
            child.kill().unwrap();
            child.wait().unwrap();
            std::fs::remove_file(&begun).unwrap();
            let (index, left) = Index::open(Some(home.path()), Arc::default(), "this").unwrap();
            let seq = left.expect("a whole edition").seq;
            assert_eq!(i64::try_from(index.len()).unwrap(), seq * 5);
            assert!(seq > last, "it went on");
            last = seq;
        }
    }
}
