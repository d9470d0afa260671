//! The closed set of ways to fail.
//!
//! `rules` say what is wrong with an input and name its field; `store` turns a unique violation
//! into a conflict where its meaning is known; `service` says not found, forbidden, illegal;
//! everything else that goes wrong is [`ErrorCode::Unavailable`] or [`ErrorCode::Internal`].
//! What the caller reads and what we log are different fields: the internal one cannot be shown.

use async_graphql::Enum;
use sea_orm::{DbErr, RuntimeErr};

use crate::text::{Locale, Sentence, say};

/// Why a request was refused; each error of the API carries one in `extensions.code`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
pub enum ErrorCode {
    /// Sign in first.
    Unauthenticated,
    /// The access token is no longer valid; refresh the session.
    TokenExpired,
    /// Email and password do not belong together.
    InvalidCredentials,
    /// The thing is visible, but this is not the viewer's to do.
    Forbidden,
    /// No such thing, or not for this viewer to see.
    NotFound,
    /// An input is not what its field takes.
    InvalidInput,
    /// A field that must be filled is empty.
    Required,
    /// A text is longer than its field takes.
    TooLong,
    /// A text is shorter than its field takes.
    TooShort,
    /// A number or date lies outside its range.
    OutOfRange,
    /// The minimum of a money range is above its maximum.
    BudgetRange,
    /// A deadline lies in the past.
    DeadlinePast,
    /// No administrative unit of today has this id.
    UnknownPlace,
    /// No domain has this code.
    UnknownDomain,
    /// The password is one that is guessed early.
    PasswordWeak,
    /// The code of the second factor is wrong, old or was used before.
    CodeInvalid,
    /// The link is not, or no longer, good.
    LinkInvalid,
    /// Prove once more who you are (`confirmIdentity`), then send the request again.
    IdentityUnconfirmed,
    /// An organisation keeps at least one owner.
    LastOwner,
    /// The name looks like another organisation's; send it again with the likeness acknowledged.
    NameSimilar,
    /// The file is not of a kind that is taken, or not what it says.
    FileRefused,
    /// Something else already holds this place; or a client key was used for another request.
    Conflict,
    /// Somebody changed it after you read it.
    StaleVersion,
    /// The step does not follow the present state.
    IllegalTransition,
    /// Too many requests.
    RateLimited,
    /// The query asks for more than one request may.
    QueryTooComplex,
    /// The body is longer than one request may be.
    PayloadTooLarge,
    /// The linter flags something that has to be mended or justified first.
    FlagUnanswered,
    /// The request is not one this server understands.
    BadRequest,
    /// A part the server needs is away; try again.
    Unavailable,
    /// Our mistake; the log has the details.
    Internal,
}

impl ErrorCode {
    /// Every code.
    pub fn all() -> Vec<Self> {
        let items = <Self as async_graphql::resolver_utils::EnumType>::items();
        items.iter().map(|item| item.value).collect()
    }

    /// The code as the API spells it.
    pub fn name(self) -> String {
        match async_graphql::InputType::to_value(&self) {
            async_graphql::Value::Enum(name) => name.to_string(),
            other => other.to_string(),
        }
    }
}

/// One thing that is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path of the field in the input, such as `content.budget.min`.
    pub field: String,
    /// What kind of wrong.
    pub code: ErrorCode,
    /// What to do about it.
    pub message: Sentence,
}

/// A refusal or a failure. One pointer wide: it travels through every result.
#[derive(Clone, Debug)]
pub struct Error(Box<Details>);

/// What an [`Error`] holds.
#[derive(Clone, Debug)]
pub struct Details {
    /// The kind, for programs.
    pub code: ErrorCode,
    /// The field it is about, if one.
    pub field: Option<String>,
    /// What to do, for people.
    pub message: Sentence,
    /// All that is wrong, when several fields are.
    pub problems: Vec<Problem>,
    /// Seconds after which to try again.
    pub retry_after: Option<u64>,
    /// For the log alone.
    internal: Option<String>,
}

impl std::ops::Deref for Error {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.0
    }
}

/// The result of nearly everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error with a code and a sentence.
    pub fn new(code: ErrorCode, message: Sentence) -> Self {
        Self(Box::new(Details {
            code,
            field: None,
            message,
            problems: Vec::new(),
            retry_after: None,
            internal: None,
        }))
    }

    /// An input that is not what its field takes.
    pub fn field(field: &str, code: ErrorCode, message: Sentence) -> Self {
        let mut error = Self::new(code, message);
        error.0.field = Some(field.to_owned());
        error
    }

    /// All problems of an input at once, so that nobody mends them one by one.
    pub fn problems(problems: Vec<Problem>) -> Result<()> {
        let Some(first) = problems.first() else {
            return Ok(());
        };
        let mut error = Self::field(&first.field, first.code, first.message.clone());
        error.0.problems = problems;
        Err(error)
    }

    fn logged(mut self, detail: String) -> Self {
        self.0.internal = Some(detail);
        self
    }

    /// No such thing, or hidden from this viewer: the two are told apart nowhere.
    pub fn not_found() -> Self {
        Self::new(
            ErrorCode::NotFound,
            say(
                "Không tìm thấy nội dung này, hoặc bạn không được xem.",
                "There is no such thing here, or it is not for you to see.",
            ),
        )
    }

    /// Visible, but not the viewer's to do.
    pub fn forbidden() -> Self {
        Self::new(
            ErrorCode::Forbidden,
            say(
                "Bạn không có quyền thực hiện việc này. Hãy hỏi chủ sở hữu của tổ chức hoặc Liên minh.",
                "This is not yours to do. Ask the organisation's owner or the alliance.",
            ),
        )
    }

    /// Only for people who are signed in.
    pub fn unauthenticated() -> Self {
        Self::new(
            ErrorCode::Unauthenticated,
            say("Hãy đăng nhập để tiếp tục.", "Sign in to go on."),
        )
    }

    /// The step does not follow the present state.
    pub fn illegal_transition(message: Sentence) -> Self {
        Self::new(ErrorCode::IllegalTransition, message)
    }

    /// Too often; the bucket has room again after `wait`.
    pub fn rate_limited(wait: std::time::Duration) -> Self {
        // Rounded up: who comes back then is not refused again.
        let seconds = wait.as_secs() + 1;
        let mut error = Self::new(
            ErrorCode::RateLimited,
            say(
                format!("Bạn đã thử quá nhiều lần. Hãy thử lại sau {seconds} giây."),
                format!("Too many tries. Try again in {seconds} seconds."),
            ),
        );
        error.0.retry_after = Some(seconds);
        error
    }

    /// The session is good, but this asks for a fresh proof of who it is.
    pub fn identity_unconfirmed() -> Self {
        Self::new(
            ErrorCode::IdentityUnconfirmed,
            say(
                "Việc này cần xác nhận lại danh tính. Hãy xác nhận rồi thử lại.",
                "This needs a fresh proof that it is you. Confirm your identity, then try again.",
            ),
        )
    }

    /// Something else already holds this place.
    pub fn conflict(message: Sentence) -> Self {
        Self::new(ErrorCode::Conflict, message)
    }

    /// Somebody changed it in between.
    pub fn stale() -> Self {
        Self::field(
            "version",
            ErrorCode::StaleVersion,
            say(
                "Nội dung đã được người khác thay đổi. Hãy tải bản mới rồi sửa lại; phần bạn vừa viết vẫn còn trên màn hình.",
                "Somebody changed this in between. Load the new version and edit again; what you wrote is still on your screen.",
            ),
        )
    }

    /// Our mistake; `detail` goes to the log alone.
    pub fn internal(detail: impl Into<String>) -> Self {
        Self::new(
            ErrorCode::Internal,
            say(
                "Hệ thống gặp lỗi và đã ghi nhận. Hãy thử lại sau.",
                "Something went wrong on our side and was recorded. Try again later.",
            ),
        )
        .logged(detail.into())
    }

    /// A part we need is away.
    pub fn unavailable(detail: impl Into<String>) -> Self {
        Self::new(
                ErrorCode::Unavailable,
                say(
                    "Hệ thống tạm thời chưa phục vụ được. Hãy thử lại sau ít phút; nội dung của bạn chưa bị thay đổi.",
                    "The service is away for a moment. Try again in a minute; nothing of yours was changed.",
                ),
            )
        .logged(detail.into())
    }

    /// The part for the log, if there is one.
    pub fn detail(&self) -> Option<&str> {
        self.0.internal.as_deref()
    }

    /// The sentence for a reader.
    pub fn sentence(&self, locale: Locale) -> &str {
        self.message.pick(locale)
    }
}

impl From<DbErr> for Error {
    /// A database that is away is told from one that objects: the first heals by itself.
    fn from(error: DbErr) -> Self {
        if is_away(&error) {
            Self::unavailable(error.to_string())
        } else {
            Self::internal(error.to_string())
        }
    }
}

fn is_away(error: &DbErr) -> bool {
    let source = match error {
        // Whatever keeps us from getting a connection (away, starting, shutting down, closed for
        // maintenance, a wrong password) is mended on the other side.
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => return true,
        DbErr::Exec(source) | DbErr::Query(source) => source,
        _ => return false,
    };
    let RuntimeErr::SqlxError(source) = source else {
        return false;
    };
    match source.as_ref() {
        sqlx::Error::Io(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::Protocol(_) => true,
        sqlx::Error::Database(database) => match database.code().as_deref() {
            // PostgreSQL: connection exceptions (08), resources (53), operator intervention (57),
            // system error (58), a read-only standby (25006); of two who waited for each other one
            // was sent away and may come again (40001, 40P01).
            Some(code) if code.len() == 5 => {
                code.starts_with("08")
                    || code.starts_with("53")
                    || code.starts_with("57")
                    || code.starts_with("58")
                    || matches!(code, "25006" | "40001" | "40P01")
            }
            // SQLite: busy, locked, I/O error, full, cannot open; extended codes keep these
            // in the low byte.
            Some(code) => code
                .parse::<i32>()
                .is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 10 | 13 | 14)),
            None => false,
        },
        _ => false,
    }
}
