//! Admission: what an operation would cost, before any of it is executed.
//!
//! A 614-byte query of seven fragments, each spreading the next ten times, expands to ten million
//! fields; the library's own limits walk every expansion themselves. Here each fragment is measured
//! once and its size remembered, so that the work is linear in the text, and numbers saturate
//! instead of overflowing. The same door stands before HTTP and websocket operations.

use std::collections::HashMap;

use async_graphql::Variables;
use async_graphql::parser::parse_query;
use async_graphql::parser::types::{
    ExecutableDocument, Field, FragmentDefinition, OperationType, Selection, SelectionSet,
};
use async_graphql::{Name, Positioned, Request};
use async_graphql_value::Value;

use super::refusals::Mutations;
use crate::config::Limits;
use crate::error::{Error, ErrorCode};
use crate::text::say;

/// Brackets within brackets that are still read; the parser recurses, and a stack is finite.
const NESTING: usize = 100;
/// Aliases in a mutation: the same field can be asked for again only under another name.
const MUTATION_ALIASES: u64 = 5;
/// Items of a list whose length the query does not say.
const USUAL_PAGE: u64 = 20;
/// Fragments within fragments: measuring and validation recurse into each.
const CHAIN: usize = 32;
/// Fragments of one document; validation compares each with each.
const FRAGMENTS: usize = 200;

/// What a selection costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cost {
    /// Fields, each use of a fragment counted.
    fields: u64,
    /// Aliases, likewise.
    aliases: u64,
    /// Deepest nesting.
    depth: u64,
    /// Fields times the lengths of the lists they stand in.
    complexity: u64,
    /// Longest chain of fragments within fragments.
    chain: usize,
    /// Asks for the items of a connection, in a fragment or not.
    lists: bool,
}

impl Cost {
    fn add(self, other: Self) -> Self {
        Self {
            fields: self.fields.saturating_add(other.fields),
            aliases: self.aliases.saturating_add(other.aliases),
            depth: self.depth.max(other.depth),
            complexity: self.complexity.saturating_add(other.complexity),
            chain: self.chain.max(other.chain),
            lists: self.lists || other.lists,
        }
    }
}

/// A request that was let in.
#[derive(Debug)]
pub struct Admitted {
    /// The request, parsed.
    pub request: Request,
    /// It holds nothing but queries.
    pub only_reads: bool,
    /// What it would change.
    pub mutations: Mutations,
}

/// Reads the operation, measures it, and lets it in or says why not. Only queries may come by GET.
pub fn admit(request: Request, limits: &Limits, by_get: bool) -> Result<Admitted, Error> {
    if nesting(&request.query) > NESTING {
        return Err(too_complex(
            "brackets are nested too deeply",
            "ngoặc lồng nhau quá sâu",
        ));
    }
    // No text that people write has a NUL in it, and PostgreSQL keeps none.
    if request.query.contains("\\u0000")
        || request.query.contains('\0')
        || request.variables.values().any(has_nul)
    {
        return Err(Error::new(
            ErrorCode::BadRequest,
            say(
                "Văn bản không được chứa ký tự NUL.",
                "Texts must not contain the character NUL.",
            ),
        ));
    }
    let document = parse_query(&request.query).map_err(|e| {
        Error::new(
            ErrorCode::BadRequest,
            say(
                format!("Truy vấn không đọc được: {e}"),
                format!("The query cannot be read: {e}"),
            ),
        )
    })?;
    let only_reads = document
        .operations
        .iter()
        .all(|(_, op)| op.node.ty == OperationType::Query);
    if by_get && !only_reads {
        return Err(Error::new(
            ErrorCode::BadRequest,
            say(
                "GET chỉ dùng cho truy vấn đọc.",
                "Only queries may be sent by GET.",
            ),
        ));
    }
    measure(&document, &request.variables, limits)?;
    let mutations = Mutations::of(&document);
    let mut request = request;
    request.set_parsed_query(document);
    Ok(Admitted {
        request,
        only_reads,
        mutations,
    })
}

fn has_nul(value: &async_graphql::Value) -> bool {
    match value {
        async_graphql::Value::String(text) => text.contains('\0'),
        async_graphql::Value::List(items) => items.iter().any(has_nul),
        async_graphql::Value::Object(fields) => fields.values().any(has_nul),
        _ => false,
    }
}

fn measure(
    document: &ExecutableDocument,
    variables: &Variables,
    limits: &Limits,
) -> Result<(), Error> {
    if document.fragments.len() > FRAGMENTS {
        return Err(too_complex(
            "it has too many fragments",
            "có quá nhiều đoạn",
        ));
    }
    let mut walk = Walk {
        fragments: &document.fragments,
        variables,
        defaults: defaults(document),
        known: HashMap::new(),
        chain: 0,
    };
    // Validation reads every fragment, spread or not.
    for name in document.fragments.keys() {
        walk.fragment(name)?;
    }
    // Validation also reads every operation, though one alone is executed: they count together.
    let mut cost = Cost::default();
    for (_, operation) in document.operations.iter() {
        let one = walk.selections(&operation.node.selection_set)?;
        // The same change many times in one request is a guess at passwords, or a flood.
        if operation.node.ty == OperationType::Mutation && one.aliases > MUTATION_ALIASES {
            return Err(too_complex(
                "it makes too many changes at once",
                "thực hiện quá nhiều thay đổi một lúc",
            ));
        }
        cost = cost.add(one);
    }
    if cost.fields > limits.expanded_fields {
        return Err(too_complex("it has too many fields", "có quá nhiều trường"));
    }
    if cost.depth > limits.depth as u64 {
        return Err(too_complex("it is nested too deeply", "lồng nhau quá sâu"));
    }
    if cost.aliases > limits.aliases as u64 {
        return Err(too_complex(
            "it has too many aliases",
            "có quá nhiều bí danh",
        ));
    }
    if cost.complexity > limits.complexity as u64 {
        return Err(too_complex(
            "it asks for too much at once; ask for shorter lists",
            "yêu cầu quá nhiều dữ liệu một lúc; hãy yêu cầu danh sách ngắn hơn",
        ));
    }
    Ok(())
}

/// The largest default of each variable that has a number for one: it counts when none is sent.
fn defaults(document: &ExecutableDocument) -> HashMap<&Name, u64> {
    let mut defaults = HashMap::new();
    let variables = document
        .operations
        .iter()
        .flat_map(|(_, operation)| &operation.node.variable_definitions);
    for variable in variables {
        if let Some(async_graphql_value::ConstValue::Number(n)) = variable.node.default_value() {
            let most = defaults.entry(&variable.node.name.node).or_insert(0);
            *most = n.as_u64().unwrap_or_default().max(*most);
        }
    }
    defaults
}

fn too_complex(en: &str, vi: &str) -> Error {
    Error::new(
        ErrorCode::QueryTooComplex,
        say(
            format!("Truy vấn quá phức tạp: {vi}."),
            format!("The query is too complex: {en}."),
        ),
    )
}

struct Walk<'a> {
    fragments: &'a HashMap<Name, Positioned<FragmentDefinition>>,
    variables: &'a Variables,
    defaults: HashMap<&'a Name, u64>,
    /// Fragments that are being measured, each within the one before.
    chain: usize,
    /// Measured fragments; `None` while one is being measured, so that a circle is seen.
    known: HashMap<&'a Name, Option<Cost>>,
}

impl<'a> Walk<'a> {
    fn selections(&mut self, set: &'a Positioned<SelectionSet>) -> Result<Cost, Error> {
        let mut cost = Cost::default();
        for selection in &set.node.items {
            let more = match &selection.node {
                Selection::Field(field) => self.field(&field.node)?,
                Selection::InlineFragment(inline) => self.selections(&inline.node.selection_set)?,
                Selection::FragmentSpread(spread) => {
                    self.fragment(&spread.node.fragment_name.node)?
                }
            };
            cost = cost.add(more);
        }
        Ok(cost)
    }

    fn fragment(&mut self, name: &'a Name) -> Result<Cost, Error> {
        match self.known.get(name) {
            Some(Some(cost)) => return Ok(*cost),
            Some(None) => {
                return Err(Error::new(
                    ErrorCode::BadRequest,
                    say(
                        format!("Đoạn {name} tự gọi lại chính nó."),
                        format!("The fragment {name} contains itself."),
                    ),
                ));
            }
            None => {}
        }
        // An unknown fragment is validation's to report.
        let Some(fragment) = self.fragments.get(name) else {
            return Ok(Cost::default());
        };
        let long = || {
            too_complex(
                "its fragments are nested too deeply",
                "đoạn lồng nhau quá sâu",
            )
        };
        if self.chain >= CHAIN {
            return Err(long());
        }
        self.known.insert(name, None);
        self.chain += 1;
        let mut cost = self.selections(&fragment.node.selection_set)?;
        self.chain -= 1;
        cost.chain += 1;
        if cost.chain > CHAIN {
            return Err(long());
        }
        self.known.insert(name, Some(cost));
        Ok(cost)
    }

    fn field(&mut self, field: &'a Field) -> Result<Cost, Error> {
        let inner = self.selections(&field.selection_set)?;
        let length = self.length(field, inner.lists);
        Ok(Cost {
            fields: inner.fields.saturating_add(1),
            aliases: inner
                .aliases
                .saturating_add(u64::from(field.alias.is_some())),
            depth: inner.depth.saturating_add(1),
            complexity: inner.complexity.saturating_mul(length).saturating_add(1),
            chain: inner.chain,
            lists: matches!(field.name.node.as_str(), "nodes" | "edges"),
        })
    }

    /// How many items the field may bring: what it asks for, or the usual page of a connection.
    fn length(&self, field: &Field, lists: bool) -> u64 {
        let asked = ["first", "last"].iter().find_map(|name| {
            let (_, value) = field
                .arguments
                .iter()
                .find(|(argument, _)| argument.node == *name)?;
            match &value.node {
                Value::Number(n) => n.as_u64(),
                Value::Variable(variable) => match self.variables.get(variable) {
                    Some(async_graphql::Value::Number(n)) => n.as_u64(),
                    Some(_) => None,
                    None => self.defaults.get(variable).copied(),
                },
                _ => None,
            }
        });
        asked.unwrap_or(if lists { USUAL_PAGE } else { 1 }).max(1)
    }
}

/// The deepest nesting of brackets outside strings and comments.
///
/// Not a parser: it only keeps the parser, which recurses, from a text that would exhaust its stack.
fn nesting(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut depth, mut deepest, mut i) = (0usize, 0usize, 0usize);
    while i < bytes.len() {
        match bytes[i] {
            b'{' | b'[' | b'(' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            b'#' => {
                i = bytes[i..]
                    .iter()
                    .position(|b| *b == b'\n')
                    .map_or(bytes.len(), |n| i + n);
            }
            b'"' if bytes[i..].starts_with(b"\"\"\"") => i = after_block(bytes, i + 3),
            b'"' => i = after_string(bytes, i + 1),
            _ => {}
        }
        i += 1;
    }
    deepest
}

/// Index of the last quote of a block string that began before `i`.
fn after_block(bytes: &[u8], mut i: usize) -> usize {
    while i < bytes.len() {
        if bytes[i..].starts_with(b"\\\"\"\"") {
            i += 4;
        } else if bytes[i..].starts_with(b"\"\"\"") {
            return i + 2;
        } else {
            i += 1;
        }
    }
    i
}

/// Index of the closing quote (or line end) of a string that began before `i`.
fn after_string(bytes: &[u8], mut i: usize) -> usize {
    while i < bytes.len() && bytes[i] != b'"' && bytes[i] != b'\n' {
        i += if bytes[i] == b'\\' { 2 } else { 1 };
    }
    i
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> Limits {
        crate::config::Config::from_sources(None, [])
            .unwrap()
            .limits
    }

    fn refused(query: &str) -> Option<ErrorCode> {
        admit(Request::new(query), &limits(), false)
            .err()
            .map(|error| error.code)
    }

    #[test]
    fn an_ordinary_query_is_let_in() {
        assert_eq!(
            refused("{ needs(first: 20) { nodes { id organization { id } } } }"),
            None
        );
    }

    #[test]
    fn exploding_fragments_are_refused_at_once() {
        let mut query = String::from("{ ...F0 }");
        for i in 0..30 {
            let spreads = format!("...F{} ", i + 1).repeat(10);
            query += &format!(" fragment F{i} on Query {{ {spreads} }}");
        }
        query += " fragment F30 on Query { __typename }";
        assert_eq!(refused(&query), Some(ErrorCode::QueryTooComplex));
    }

    #[test]
    fn circles_depth_aliases_and_long_lists_are_refused() {
        let circle = "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }";
        assert_eq!(refused(circle), Some(ErrorCode::BadRequest));
        let deep = format!("{}a{}", "{a".repeat(50), "}".repeat(50));
        assert_eq!(refused(&deep), Some(ErrorCode::QueryTooComplex));
        let aliases: String = (0..60).map(|i| format!("a{i}: __typename ")).collect();
        assert_eq!(
            refused(&format!("{{ {aliases} }}")),
            Some(ErrorCode::QueryTooComplex)
        );
        let wide = "{ a(first: 100) { nodes { b(first: 100) { nodes { c(first: 100) { nodes { id } } } } } } }";
        assert_eq!(refused(wide), Some(ErrorCode::QueryTooComplex));
    }

    #[test]
    fn a_chain_of_fragments_never_exhausts_the_stack() {
        let chain = |links: usize| {
            let links = (0..links).map(|i| format!("fragment F{i} on Query {{ ...F{} }} ", i + 1));
            links.collect::<String>() + "fragment F9999 on Query { __typename }"
        };
        for start in ["{ ...F0 }", "{ __typename }"] {
            let query = format!("{start} {}", chain(9000));
            assert_eq!(refused(&query), Some(ErrorCode::QueryTooComplex));
            let query = format!("{start} {}", chain(100));
            assert_eq!(refused(&query), Some(ErrorCode::QueryTooComplex));
        }
        assert_eq!(refused(&format!("{{ ...F0 }} {}", chain(20))), None);
    }

    #[test]
    fn operations_count_together() {
        let fields = "a ".repeat(900);
        let operations: String = (0..1000)
            .map(|i| format!("query q{i} {{ ...F }} "))
            .collect();
        let query = format!("fragment F on Query {{ {fields} }} {operations}");
        assert_eq!(refused(&query), Some(ErrorCode::QueryTooComplex));
    }

    #[test]
    fn a_list_counts_in_a_fragment_and_by_a_default() {
        let list = |inner: &str| format!("a(first: $n) {{ ... on C {{ nodes {{ {inner} }} }} }}");
        let query = |head: &str| format!("{head} {{ {} }}", list(&list(&list("id"))));
        assert_eq!(refused(&query("query($n: Int = 3)")), None);
        let many = query("query($n: Int = 100)");
        assert_eq!(refused(&many), Some(ErrorCode::QueryTooComplex));
        let list = |inner: &str| format!("a {{ ... on C {{ nodes {{ {inner} }} }} }}");
        let usual = format!("{{ {} }}", list(&list(&list(&list("id")))));
        assert_eq!(refused(&usual), Some(ErrorCode::QueryTooComplex));
    }

    #[test]
    fn a_length_in_a_variable_counts_as_well() {
        let query =
            "query($n: Int) { a(first: $n) { nodes { b(first: $n) { nodes { c d e } } } } }";
        let variables = Variables::from_json(serde_json::json!({ "n": 100 }));
        let request = Request::new(query).variables(variables);
        let refused = admit(request, &limits(), false).unwrap_err();
        assert_eq!(refused.code, ErrorCode::QueryTooComplex);
    }

    #[test]
    fn deep_literals_never_reach_the_parser() {
        let deep = format!("{{ a(x: {}{}) }}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(refused(&deep), Some(ErrorCode::QueryTooComplex));
        let hidden = format!("{{ a(x: {} ) }}", "[\"]]]]\", ".repeat(50_000));
        assert_eq!(refused(&hidden), Some(ErrorCode::QueryTooComplex));
    }

    #[test]
    fn brackets_in_strings_and_comments_are_text() {
        let text = "[".repeat(200);
        assert_eq!(
            nesting(&format!(
                "{{ a(x: \"{text}\", y: \"\"\"{text}\"\"\") }} # {text}"
            )),
            2
        );
    }

    #[test]
    fn mutations_do_not_come_by_get() {
        let request = Request::new("mutation { signOut { signedOut } }");
        assert_eq!(
            admit(request, &limits(), true).unwrap_err().code,
            ErrorCode::BadRequest
        );
    }
}
