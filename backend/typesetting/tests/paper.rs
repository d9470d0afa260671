//! The papers are read back as a reader's program would read them.

use lopdf::{Dictionary, Document, Object};
use typesetting::{Clause, Error, MOST_CHARACTERS, Paper, Party, Signature, Text, Witness, pdf};

use support::sample;

mod support;

struct Read {
    document: Document,
    pages: Vec<String>,
}

impl Read {
    fn of(paper: &Paper) -> Self {
        let bytes = pdf(paper).expect("a paper");
        let document = Document::load_mem(&bytes).expect("a PDF that can be read");
        let pages = document
            .get_pages()
            .keys()
            .map(|page| squeezed(&document.extract_text(&[*page]).expect("text")))
            .collect();
        Self { document, pages }
    }

    fn text(&self) -> String {
        self.pages.join(" ")
    }

    fn catalog(&self) -> &Dictionary {
        self.document.catalog().expect("a catalog")
    }

    /// What a dictionary says under a key, as text.
    fn said(&self, dictionary: &Dictionary, key: &[u8]) -> String {
        let object = dictionary.get_deref(key, &self.document).expect("the key");
        match object {
            Object::String(..) => lopdf::decode_text_string(object).expect("a text"),
            other => panic!("{other:?}"),
        }
    }

    fn information(&self) -> &Dictionary {
        self.document
            .trailer
            .get_deref(b"Info", &self.document)
            .and_then(Object::as_dict)
            .expect("metadata")
    }

    fn xmp(&self) -> String {
        let stream = self
            .catalog()
            .get_deref(b"Metadata", &self.document)
            .and_then(Object::as_stream)
            .expect("XMP");
        let plain = stream
            .get_plain_content()
            .unwrap_or_else(|_| stream.content.clone());
        String::from_utf8_lossy(&plain).into_owned()
    }

    /// Titles of the outline, from the top.
    fn outline(&self) -> Vec<String> {
        let mut titles = Vec::new();
        let root = self
            .catalog()
            .get_deref(b"Outlines", &self.document)
            .and_then(Object::as_dict)
            .expect("an outline");
        self.outline_below(root, &mut titles);
        titles
    }

    fn outline_below(&self, parent: &Dictionary, titles: &mut Vec<String>) {
        let mut next = parent
            .get_deref(b"First", &self.document)
            .and_then(Object::as_dict);
        while let Ok(item) = next {
            titles.push(self.said(item, b"Title"));
            self.outline_below(item, titles);
            next = item
                .get_deref(b"Next", &self.document)
                .and_then(Object::as_dict);
        }
    }
}

/// Lines and cells may be parted anywhere; words are what counts.
fn squeezed(text: &str) -> String {
    text.replace('\u{200B}', "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// For what may be broken between any two letters.
fn unspaced(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_paper_says_everything_in_both_languages() {
    let paper = sample();
    let read = Read::of(&paper);
    let text = unspaced(&read.text());
    for expected in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập – Tự do – Hạnh phúc",
        "Independence – Freedom – Happiness",
        "Điều 1. Mục đích",
        "Article 1. Purpose",
        "Điều 7. Chấm dứt",
        "Article 7. Ending",
        "ĐÃ KÝ ĐIỆN TỬ",
        "(Ký, ghi rõ họ tên, đóng dấu nếu có)",
        "28/11/2026 09:15 (GMT+7)",
        "Lê Minh Phương",
        "Connected Places",
        "Khu công nghệ cao, phường Tăng Nhơn Phú, Thành phố Hồ Chí Minh",
        "https://iforum.example/xac-minh/9f86d081884c7d659a2feaa0c55ad015",
    ] {
        assert!(
            text.contains(&unspaced(expected)),
            "{expected} is missing in {text}"
        );
    }
    for clause in &paper.clauses {
        for line in clause.body.vi.lines() {
            assert!(
                text.contains(&unspaced(line)),
                "{line} is missing in {text}"
            );
        }
    }
    assert!(!text.contains('□'), "a letter has no shape: {text}");
    assert!(!text.contains("DRAFT"), "it is no draft");
}

#[test]
fn each_page_says_which_agreement_it_belongs_to() {
    let mut paper = sample();
    paper.clauses = paper.clauses.iter().cycle().take(30).cloned().collect();
    let read = Read::of(&paper);
    let all = read.pages.len();
    assert!(all > 3, "{all} pages");
    for (index, page) in read.pages.iter().enumerate() {
        let page = unspaced(page);
        for expected in [
            "TT-2026-0007",
            "Phiênbản",
            &paper.hash,
            &format!("{}/{all}", index + 1),
        ] {
            assert!(
                page.contains(expected),
                "page {} lacks {expected}: {page}",
                index + 1
            );
        }
    }
}

#[test]
fn a_draft_says_so_on_every_page() {
    let mut paper = sample();
    paper.draft = true;
    for page in Read::of(&paper).pages {
        assert!(page.contains("DỰ THẢO · DRAFT"), "the watermark: {page}");
        assert!(page.contains("DỰ THẢO – DRAFT"), "the footer: {page}");
    }
}

#[test]
fn programs_and_screen_readers_learn_what_it_is() {
    let read = Read::of(&sample());
    let title = "Bản ghi nhớ hợp tác thí điểm giám sát ngập bằng cảm biến";
    assert_eq!(read.said(read.information(), b"Title"), title);
    assert_eq!(read.said(read.information(), b"Creator"), "i-Forum");
    assert_eq!(read.said(read.catalog(), b"Lang"), "vi-VN");
    let marked = read
        .catalog()
        .get_deref(b"MarkInfo", &read.document)
        .and_then(Object::as_dict)
        .and_then(|info| info.get(b"Marked"))
        .and_then(Object::as_bool);
    assert!(marked.expect("marked"));
    assert!(read.catalog().has(b"StructTreeRoot"));
    // The other language is said where it begins.
    let english = read.document.objects.values().any(|object| {
        object
            .as_dict()
            .and_then(|dictionary| dictionary.get(b"Lang"))
            .and_then(Object::as_str)
            .is_ok_and(|language| language.starts_with(b"en"))
    });
    assert!(english, "no part is marked as English");
    let xmp = read.xmp();
    assert!(xmp.contains("<pdfaid:part>2</pdfaid:part>"), "{xmp}");
    assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>"), "{xmp}");
    let outline = read.outline();
    assert_eq!(outline[0], "Các bên");
    assert!(
        outline.contains(&"Điều 3. Nghĩa vụ của Bên A".to_owned()),
        "{outline:?}"
    );
    assert!(
        !outline.iter().any(|title| title.starts_with("Article")),
        "{outline:?}"
    );
}

#[test]
fn equal_papers_have_equal_bytes_and_others_others() {
    let one = pdf(&sample()).expect("a paper");
    let mut other = sample();
    other.clauses[0].body.vi.push('.');
    let between = pdf(&other).expect("a paper");
    assert_ne!(one, between);
    assert!(one == pdf(&sample()).expect("a paper"));
}

#[test]
fn without_a_day_it_does_not_claim_to_be_of_the_archives_kind() {
    let mut paper = sample();
    paper.printed_at = "hôm nay".to_owned();
    let xmp = Read::of(&paper).xmp();
    assert!(!xmp.contains("pdfaid"), "{xmp}");
    assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>"), "{xmp}");
}

#[test]
fn nothing_at_all_still_makes_a_paper() {
    let read = Read::of(&Paper::default());
    assert_eq!(read.pages.len(), 1);
    assert_eq!(read.said(read.information(), b"Title"), "Thỏa thuận");
    let mut blank = sample();
    blank.parties = vec![Party::default(); 3];
    blank.recitals = vec![Text::default()];
    blank.clauses = vec![Clause::default(); 2];
    blank.signatures = vec![Signature::default(); 3];
    blank.witnesses = vec![Witness::default()];
    let text = Read::of(&blank).text();
    assert!(text.contains("Điều 2"), "{text}");
}

#[test]
fn a_clause_in_one_language_says_so_in_the_others_column() {
    let mut paper = sample();
    paper.clauses[1].body.en = String::new();
    paper.clauses[2].body.vi = "  \n ".to_owned();
    let text = Read::of(&paper).text();
    assert!(text.contains("(In Vietnamese only.)"), "{text}");
    assert!(text.contains("(Chỉ có bản tiếng Anh.)"), "{text}");
}

#[test]
fn what_people_write_is_never_read_as_markup() {
    let hostile = [
        "#import \"@preview/tablex:0.1.0\": *",
        "#panic(\"boom\")",
        "#read(\"/etc/passwd\")",
        "#eval(\"1 + 1\")",
        "] ) } #let x = 1",
        "$ integral_0^1 $ = _a_ *b* `c` ~ -- --- ... 'q' \"q\" <label> @ref // gone /* gone */",
        "= Heading\n- item\n+ item\n/ term: text",
        "\\u{41} \\ \\n %s {{x}} ${y} <script>alert(1)</script>",
        "https://example.com/?a=1&b=2#c",
    ];
    let everywhere = |text: &str| Text::new(text, text);
    for text in hostile {
        let paper = Paper {
            title: everywhere(text),
            kind: everywhere(text),
            parties: vec![Party {
                role: everywhere(text),
                name: everywhere(text),
                address: text.to_owned(),
                representative: text.to_owned(),
                position: text.to_owned(),
            }],
            recitals: vec![everywhere(text)],
            clauses: vec![Clause {
                heading: everywhere(text),
                body: everywhere(text),
            }],
            signatures: vec![Signature {
                party: everywhere(text),
                name: text.to_owned(),
                position: text.to_owned(),
                at: text.to_owned(),
                statement: everywhere(text),
            }],
            witnesses: vec![Witness {
                name: text.to_owned(),
                organization: text.to_owned(),
            }],
            printed_at: text.to_owned(),
            number: text.to_owned(),
            ..sample()
        };
        let read = Read::of(&paper);
        let all = unspaced(&read.text());
        let line = unspaced(text);
        let times = all.matches(&line).count();
        // Title, recital, clause in both languages, party, signature, witness …
        assert!(times >= 12, "{text:?} stands there {times} times: {all}");
        // Pages link to the place of verification alone.
        for object in read.document.objects.values() {
            if let Ok(address) = object
                .as_dict()
                .and_then(|dictionary| dictionary.get(b"URI"))
                .and_then(Object::as_str)
            {
                assert_eq!(address, paper.verify_url.as_bytes());
            }
        }
    }
}

#[test]
fn long_words_break_and_what_has_no_shape_is_a_box() {
    let mut paper = sample();
    let word = "W".repeat(700);
    paper.clauses[0].body = Text::new(word.clone(), word.to_lowercase());
    paper.title.vi = "A".repeat(300);
    paper.parties[0].address = "x".repeat(900);
    paper.witnesses[0].name = "👩‍👩‍👧 Nguyễn \u{202E}gnort\u{202C} 漢字".to_owned();
    paper.signatures[0].statement.vi = "v".repeat(6000);
    let read = Read::of(&paper);
    let text = unspaced(&read.text());
    // Lines and pages part them; none is lost.
    for (letter, times) in [('W', 700), ('w', 700), ('A', 300), ('x', 900), ('v', 6000)] {
        let found = text.matches(letter).count();
        assert!(found >= times, "{found} of {times} {letter}");
    }
    assert!(text.contains("□□□Nguyễngnort□□"), "{text}");
}

#[test]
fn a_long_agreement_is_set_and_an_endless_one_refused() {
    let mut paper = sample();
    let body = paper.clauses[2].body.clone();
    let long = Clause {
        heading: Text::new("Điều dài", "A long clause"),
        body: Text::new(
            [body.vi.as_str(); 8].join("\n"),
            [body.en.as_str(); 8].join("\n"),
        ),
    };
    paper.clauses = vec![long; 64];
    let read = Read::of(&paper);
    assert!(read.pages.len() >= 40, "{} pages", read.pages.len());
    assert!(read.text().contains("Điều 64. Điều dài"));
    paper.clauses[0].body.vi = "a ".repeat(MOST_CHARACTERS / 2);
    assert!(matches!(pdf(&paper), Err(Error::TooLong { .. })));
    let mut endless = sample();
    endless.verify_url = format!("https://iforum.example/{}", "a".repeat(4000));
    assert!(matches!(pdf(&endless), Err(Error::Code(_))));
}
