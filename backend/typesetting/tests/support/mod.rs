//! A paper to try things on.

use typesetting::{Clause, Paper, Party, Signature, Text, Witness};

/// As two sides would sign it.
pub fn sample() -> Paper {
    let clause = |heading: (&str, &str), body: (&str, &str)| Clause {
        heading: Text::new(heading.0, heading.1),
        body: Text::new(body.0, body.1),
    };
    Paper {
        title: Text::new(
            "Bản ghi nhớ hợp tác thí điểm giám sát ngập bằng cảm biến",
            "Memorandum on a pilot of flood monitoring with sensors",
        ),
        number: "TT-2026-0007".to_owned(),
        kind: Text::new("Bản ghi nhớ", "Memorandum of understanding"),
        parties: vec![
            Party {
                role: Text::new("Bên A", "Party A"),
                name: Text::new(
                    "Ủy ban nhân dân thị xã Sông Ngọc",
                    "People’s Committee of Sông Ngọc",
                ),
                address: "Số 1 đường Nguyễn Huệ, phường Trung Tâm, thị xã Sông Ngọc".to_owned(),
                representative: "Nguyễn Thị Thủy".to_owned(),
                position: "Phó Chủ tịch".to_owned(),
            },
            Party {
                role: Text::new("Bên B", "Party B"),
                name: Text::new("Công ty cổ phần Cảm biến Đất Việt", "Đất Việt Sensors JSC"),
                address: "Khu công nghệ cao, phường Tăng Nhơn Phú, Thành phố Hồ Chí Minh"
                    .to_owned(),
                representative: "Trần Quốc Hưng".to_owned(),
                position: "Tổng Giám đốc".to_owned(),
            },
        ],
        recitals: vec![
            Text::new(
                "Bên A mỗi năm có từ 9 đến 14 ngày ngập trên 30 cm ở khu chợ và muốn người dân được báo trước ít nhất hai giờ.",
                "Party A has 9 to 14 days a year with more than 30 cm of water around the market and wants people to be warned at least two hours ahead.",
            ),
            Text::new(
                "Bên B có cảm biến mực nước đã dùng ở ba địa phương và sẵn sàng đặt thử.",
                "Party B has water level sensors in use in three localities and is ready to place some on trial.",
            ),
        ],
        clauses: vec![
            clause(
                ("Mục đích", "Purpose"),
                (
                    "Hai bên cùng thử xem cảnh báo ngập bằng cảm biến có giúp giảm thiệt hại cho các hộ kinh doanh quanh chợ hay không.\nKết quả thử, dù tốt hay không, được hai bên cùng công bố.",
                    "The parties try together whether warnings of floods by sensors reduce the losses of the traders around the market.\nThe result of the trial, good or not, is published by both.",
                ),
            ),
            clause(
                ("Phạm vi và thời hạn", "Scope and term"),
                (
                    "Mười hai cảm biến, một bảng hiển thị, cảnh báo qua tin nhắn. Thử trong mười hai tháng kể từ ngày ký.",
                    "Twelve sensors, one display, warnings by text message. The trial lasts twelve months from the day of signing.",
                ),
            ),
            clause(
                ("Nghĩa vụ của Bên A", "What Party A does"),
                (
                    "Bố trí chỗ đặt, nguồn điện và một cán bộ đầu mối.\nCung cấp số liệu ngập của ba năm gần nhất.\nTrả lời Bên B trong năm ngày làm việc.",
                    "Provides places, power and a person to turn to.\nHands over the records of floods of the last three years.\nAnswers Party B within five working days.",
                ),
            ),
            clause(
                ("Nghĩa vụ của Bên B", "What Party B does"),
                (
                    "Lắp đặt, bảo trì và chịu mọi chi phí của thiết bị trong thời gian thử.\nĐào tạo mười cán bộ.",
                    "Installs and maintains the devices and bears all their costs during the trial.\nTrains ten members of staff.",
                ),
            ),
            clause(
                ("Chỉ số và mốc", "Indicators and milestones"),
                (
                    "Thời gian báo trước trung bình: từ 0 lên ít nhất 120 phút. Số hộ bị thiệt hại: giảm ít nhất 30% so với mức nền.",
                    "Mean time of warning: from 0 to at least 120 minutes. Traders with losses: at least 30% fewer than the baseline.",
                ),
            ),
            clause(
                ("Dữ liệu", "Data"),
                (
                    "Dữ liệu mực nước thuộc về Bên A và được công bố dưới dạng mở. Không thu thập dữ liệu cá nhân.",
                    "The data of water levels belong to Party A and are published as open data. No personal data are collected.",
                ),
            ),
            clause(
                ("Chấm dứt", "Ending"),
                (
                    "Mỗi bên có thể chấm dứt bằng thông báo trước ba mươi ngày, nêu rõ lý do.",
                    "Each party may end it by notice of thirty days that gives the reason.",
                ),
            ),
        ],
        signatures: vec![
            Signature {
                party: Text::new(
                    "Ủy ban nhân dân thị xã Sông Ngọc",
                    "People’s Committee of Sông Ngọc",
                ),
                name: "Nguyễn Thị Thủy".to_owned(),
                position: "Phó Chủ tịch".to_owned(),
                at: "28/11/2026 09:15 (GMT+7)".to_owned(),
                statement: Text::new(
                    "Tôi được quyền ký thay mặt bên này, đã đọc toàn văn phiên bản 3 và đồng ý.",
                    "I am authorised to sign for this party, have read version 3 in full, and agree.",
                ),
            },
            Signature {
                party: Text::new("Công ty cổ phần Cảm biến Đất Việt", "Đất Việt Sensors JSC"),
                name: "Trần Quốc Hưng".to_owned(),
                position: "Tổng Giám đốc".to_owned(),
                at: String::new(),
                statement: Text::default(),
            },
        ],
        witnesses: vec![
            Witness {
                name: "Lê Minh Phương".to_owned(),
                organization: "Liên minh Đô thị thông minh".to_owned(),
            },
            Witness {
                name: "Jane Smith".to_owned(),
                organization: "Connected Places".to_owned(),
            },
        ],
        version: 3,
        hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        verify_url: "https://iforum.example/xac-minh/9f86d081884c7d659a2feaa0c55ad015".to_owned(),
        draft: false,
        printed_at: "28/11/2026 09:20 (GMT+7)".to_owned(),
    }
}
