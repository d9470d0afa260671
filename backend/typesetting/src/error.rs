//! Why there is no paper.

use thiserror::Error;

/// Whoever calls shows people a sentence of her own; these are for the log.
#[derive(Debug, Error)]
pub enum Error {
    #[error("the agreement has {characters} characters; at most {most} are set", most = crate::MOST_CHARACTERS)]
    TooLong { characters: usize },
    #[error("the address for verification does not fit a QR code: {0}")]
    Code(#[from] qrcode::types::QrError),
    #[error("the content cannot be handed to the typesetter: {0}")]
    Content(#[from] serde_json::Error),
    #[error("the typesetter refused: {0}")]
    Typesetter(String),
}
