//! Prepares and checks folders of model files; `scripts/model` and `scripts/model-check` call it.
//!
//! ```text
//! model prepare PACKED FOLDER NEUTRAL    the packed weights into a folder in the usual layout
//! model means FOLDER NEUTRAL             only the means of the languages, anew
//! model check FOLDER                     vectors of another program (JSON lines) beside ours
//! ```

mod check;
mod layout;
mod packed;
mod prepare;

use std::path::Path;
use std::process::ExitCode;

/// What goes wrong here is told to a person, in a sentence.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["prepare", packed, folder, neutral] => {
            prepare::prepare(Path::new(packed), Path::new(folder), Path::new(neutral))
        }
        ["means", folder, neutral] => prepare::means(Path::new(folder), Path::new(neutral)),
        ["check", folder] => check::check(Path::new(folder), std::io::stdin().lock()),
        _ => Err(
            "usage: model prepare PACKED FOLDER NEUTRAL | means FOLDER NEUTRAL | check FOLDER"
                .into(),
        ),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
