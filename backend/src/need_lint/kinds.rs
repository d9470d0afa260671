//! What a flag does, and why there is such a check.

use async_graphql::Enum;

use crate::text::{Sentence, say};

/// What a flag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Enum)]
pub enum FlagSeverity {
    /// It has to be mended before the need is sent in.
    Blocks,
    /// It has to be mended or justified before the need is sent in.
    Warns,
    /// It may stay.
    Advice,
}

/// Why there is such a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum CheckReason {
    /// Bidders need time, and know when what happens.
    Time,
    /// What is not measured cannot be agreed on, nor be reached.
    Measure,
    /// What is not understood is not answered.
    Clarity,
    /// Nobody is kept out without a reason.
    Fairness,
    /// Money and scope fit together.
    Money,
    /// The law asks for it.
    Law,
    /// What is published says nothing private.
    Privacy,
}

impl CheckReason {
    /// The reason in words, with where it is from.
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Time => say(
                "Bên dự cần thời gian: thông lệ của các sàn thử thách đô thị là mở ít nhất 28 ngày.",
                "Bidders need time: city challenge programmes keep calls open for at least 28 days.",
            ),
            Self::Measure => say(
                "Kết quả không đo được thì không nghiệm thu được: cần chỉ số, mức hiện nay và mức cần đạt (ISO 37122).",
                "An outcome that is not measured cannot be accepted: it takes an indicator, where it stands and where it shall be (ISO 37122).",
            ),
            Self::Clarity => say(
                "Nội dung rõ ràng thì ít câu hỏi hơn và đề xuất sát hơn.",
                "A clear text brings fewer questions and closer proposals.",
            ),
            Self::Fairness => say(
                "Yêu cầu không được thu hẹp cạnh tranh nếu không có lý do.",
                "A requirement must not narrow competition without a reason.",
            ),
            Self::Money => say(
                "Kinh phí và phạm vi phải khớp nhau để bên dự tự xét có tham gia được không.",
                "Money and scope have to fit, so that bidders can tell whether they can take part.",
            ),
            Self::Law => say(
                "Pháp luật về đối tác công tư và đô thị thông minh yêu cầu, hoặc đã thay đổi. Đây không phải tư vấn pháp lý.",
                "The law on partnerships and smart cities asks for it, or has changed. This is not legal advice.",
            ),
            Self::Privacy => say(
                "Nhu cầu là công khai: liên hệ đi qua sàn, dữ liệu cá nhân không đăng.",
                "A need is public: contact goes through the marketplace, and personal data are not published.",
            ),
        }
    }
}
