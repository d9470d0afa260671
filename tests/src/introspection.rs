//! The API's types as introspection tells them, for tests that must not forget one.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::TestApp;

/// A field, an argument or an input's field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Name.
    pub name: String,
    /// The type without its wrappers.
    pub of: String,
    /// SCALAR, ENUM, OBJECT or INPUT_OBJECT.
    pub kind: String,
    /// A list of it.
    pub list: bool,
    /// It must be given: there is nothing in its place when it is not.
    pub required: bool,
    /// Its arguments.
    pub args: Vec<Field>,
}

/// All types.
#[derive(Debug)]
pub struct Schema {
    /// Objects and their fields.
    pub objects: BTreeMap<String, Vec<Field>>,
    /// Inputs and their fields.
    pub inputs: BTreeMap<String, Vec<Field>>,
    /// Enums and their values.
    pub enums: BTreeMap<String, Vec<String>>,
}

const QUERY: &str = "query { __schema { types { kind name
    fields { name type { ...T } args { name defaultValue type { ...T } } }
    inputFields { name type { ...T } } enumValues { name } } } }
    fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

impl Schema {
    /// Asks the app.
    pub async fn of(app: &TestApp) -> Self {
        let data = app.visitor().ask(QUERY, json!({})).await;
        let mut schema = Self {
            objects: BTreeMap::new(),
            inputs: BTreeMap::new(),
            enums: BTreeMap::new(),
        };
        for kind in list(&data["__schema"]["types"]) {
            let name = text(&kind["name"]);
            if name.starts_with("__") {
                continue;
            }
            let fields = |of: &Value| list(of).iter().map(field).collect::<Vec<_>>();
            match text(&kind["kind"]).as_str() {
                "OBJECT" => {
                    schema.objects.insert(name, fields(&kind["fields"]));
                }
                "INPUT_OBJECT" => {
                    schema.inputs.insert(name, fields(&kind["inputFields"]));
                }
                "ENUM" => {
                    let values = list(&kind["enumValues"]).iter();
                    let values = values.map(|value| text(&value["name"])).collect();
                    schema.enums.insert(name, values);
                }
                _ => {}
            }
        }
        schema
    }

    /// What is asked of a field of an object so that something comes back.
    pub fn selection(&self, field: &Field) -> String {
        match field.kind.as_str() {
            "OBJECT" if field.of.ends_with("Connection") => {
                format!("{} {{ nodes {{ __typename }} }}", field.name)
            }
            "OBJECT" => format!("{} {{ __typename }}", field.name),
            _ => field.name.clone(),
        }
    }

    /// A value that an input's field or an argument takes, whatever it means.
    pub fn sample(&self, field: &Field) -> Value {
        let one = match field.kind.as_str() {
            "ENUM" => json!(self.enums[&field.of][0]),
            "INPUT_OBJECT" => self.input(&field.of),
            _ => match field.of.as_str() {
                "ID" => json!(id_for(&field.name)),
                "Int" => json!(1),
                "Float" => json!(1.0),
                "Boolean" => json!(false),
                "DateTime" => json!("2026-12-01T00:00:00Z"),
                "NaiveDate" => json!("2026-01-01"),
                "Amount" => json!("1000"),
                _ => json!("chữ"),
            },
        };
        if field.list { json!([one]) } else { one }
    }

    /// A value of an input with what it must have.
    pub fn input(&self, name: &str) -> Value {
        let fields = self.inputs[name].iter().filter(|field| field.required);
        let fields = fields.map(|field| (field.name.clone(), self.sample(field)));
        Value::Object(fields.collect())
    }
}

/// An id of the kind that a field of this name takes, of nothing that is there.
fn id_for(field: &str) -> String {
    let prefix = match field {
        "needId" => "need",
        "offerId" => "offer",
        "matchId" => "match",
        "proposalId" => "prop",
        "reviewId" => "rev",
        "membershipId" => "memb",
        "userId" | "actor" => "user",
        "emailId" => "mail",
        "sessionId" => "sess",
        "accessTokenId" => "atok",
        "passkeyId" => "pkey",
        "invitationId" => "inv",
        "certificateId" => "cert",
        "attachmentId" => "att",
        "referenceId" | "referenceIds" => "ref",
        "evidence" | "evidenceId" => "file",
        "placeId" | "coverage" => return "vn34-31".into(),
        _ => "org",
    };
    format!("{prefix}_00000000000000000000000000000001")
}

fn field(value: &Value) -> Field {
    let mut list_of = false;
    let mut kind = &value["type"];
    let required = kind["kind"] == "NON_NULL" && value["defaultValue"].is_null();
    while !kind["ofType"].is_null() {
        list_of |= kind["kind"] == "LIST";
        kind = &kind["ofType"];
    }
    Field {
        name: text(&value["name"]),
        of: text(&kind["name"]),
        kind: text(&kind["kind"]),
        list: list_of,
        required,
        args: list(&value["args"]).iter().map(field).collect(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
