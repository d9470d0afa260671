//! Promise 30: the password rules of NIST SP 800-63B-4, over a table of 300 cases.

use iforum::credentials::rules::{Whose, strength};
use iforum::error::ErrorCode;

fn whose() -> Whose {
    Whose {
        name: "Trần Thị Bích Ngọc".into(),
        email: "ngoc.tran@becamex-demo.example".into(),
        organizations: vec![
            "Công ty cổ phần Công nghệ Sông Lam".into(),
            "Song Lam Technology JSC".into(),
        ],
    }
}

fn code(password: &str, second_factor: bool) -> Option<ErrorCode> {
    strength("password", password, &whose(), second_factor)
        .problem
        .map(|problem| problem.code)
}

/// What people choose and guessers try first, of the lists that the estimate has built in and of ours.
const GUESSED: [&str; 60] = [
    "password",
    "123456",
    "123456789",
    "12345678",
    "qwerty",
    "qwerty123",
    "abc123",
    "iloveyou",
    "admin",
    "welcome",
    "monkey",
    "dragon",
    "letmein",
    "football",
    "baseball",
    "sunshine",
    "princess",
    "master",
    "shadow",
    "superman",
    "michael",
    "jordan",
    "trustno1",
    "passw0rd",
    "p@ssword",
    "1q2w3e4r",
    "zaq12wsx",
    "qazwsx",
    "asdfgh",
    "zxcvbn",
    "111111",
    "000000",
    "987654321",
    "aaaaaa",
    "matkhau",
    "anhyeuem",
    "emyeuanh",
    "vietnam",
    "hanoi",
    "saigon",
    "danang",
    "haiphong",
    "xinchao",
    "camon",
    "khongbiet",
    "quenmatkhau",
    "congty",
    "coquan",
    "nhanvien",
    "giamdoc",
    "ketoan",
    "vanphong",
    "quantri",
    "mayman",
    "phatdat",
    "tailoc",
    "bongda",
    "sinhvien",
    "hanhphuc",
    "giadinh",
];

/// Sentences that nobody has on a list.
const GOOD: [&str; 30] = [
    "mèo vàng ngủ trên mái ngói",
    "ba con ong đậu cành khế",
    "chiếc ô đỏ quên ở bến xe",
    "nồi canh chua sôi lăn tăn",
    "đom đóm soi đường đi chợ",
    "quyển sách cũ mùi gỗ mít",
    "cầu tre lắc lẻo gập ghềnh",
    "gió bấc thổi tắt ngọn đèn dầu",
    "thuyền giấy trôi ngoài ngõ",
    "bà kể chuyện cây khế ngọt",
    "violet tractor hums quietly",
    "seven umbrellas under the desk",
    "a kettle argues with the moon",
    "pickled radish on rooftops",
    "slow ferry past the lighthouse",
    "чайник синий летит домой",
    "зелёный трамвай поёт утром",
    "mañana llueve sobre el trigo",
    "der blaue Esel tanzt leise",
    "la pluie mange le parapluie",
    "猫が屋根の上で雨を待っている夜です",
    "我家的茶壶会在下雨天唱歌给邻居听",
    "우리집고양이는비오는날에만노래를불러요",
    "  dấu cách ở hai đầu nữa  ",
    "tab\tvà dấu cách lẫn lộn",
    "emoji 🐢 đi cùng chữ số 42",
    "Zwölf Boxkämpfer jagen Viktor",
    "x7#Lm2!qRz9$Tw4&Yb",
    "kP3vT8nW1sD6hG9jL2",
    "ghế gỗ, bàn tre, đèn dầu",
];

#[test]
fn three_hundred_cases_are_decided_as_the_standard_says() {
    let mut cases: Vec<(String, bool, Option<ErrorCode>)> = Vec::new();
    // Guessed early, in the forms that make them long enough.
    for word in GUESSED {
        let long = |text: String| {
            text.chars()
                .cycle()
                .take(16.max(text.chars().count()))
                .collect::<String>()
        };
        cases.push((long(word.to_owned()), false, Some(ErrorCode::PasswordWeak)));
        let doubled = format!("{word}{word}{word}{word}");
        cases.push((
            doubled.chars().take(40).collect(),
            doubled.chars().count() < 15,
            Some(ErrorCode::PasswordWeak),
        ));
        if word.len() >= 8 {
            cases.push((word.to_owned(), true, Some(ErrorCode::PasswordWeak)));
        }
    }
    // Built from who it is for.
    for own in [
        "Trần Thị Bích Ngọc",
        "tranthibichngoc1",
        "bichngoctranthi!",
        "ngoc.tran@becamex",
        "Ngọc Trần Bích Thị",
        "congnghesonglam1",
        "Công nghệ Sông Lam",
        "songlamtechnology",
        "Song Lam Technology",
        "iforumsmartcity12",
        "i-Forum Smart City",
        "IFORUM SMART CITY",
        "1Forum Smart C1ty",
        "Bích Ngọc 19901990",
        "becamex-demo.example",
        "ngoctran-becamex",
        "Trần Bích Ngọc!!!!",
        "Sông Lam Sông Lam",
        "smartcitysmartcity",
        "đô thị thông minh",
        "lienminhhoptaccongtu",
        "Liên minh hợp tác công tư",
    ] {
        cases.push((own.to_owned(), false, Some(ErrorCode::PasswordWeak)));
    }
    // Good, in every form that is the same to the standard.
    for good in GOOD {
        cases.push((good.to_owned(), false, None));
        cases.push((good.to_owned(), true, None));
        cases.push((
            good.chars()
                .chain(" và còn dài thêm nữa cho đủ sáu mươi bốn ký tự trở lên".chars())
                .collect(),
            false,
            None,
        ));
    }
    // Length alone: 8 beside a second factor, 15 without, whatever the characters.
    for length in 0..15 {
        let random: String = "x7#Lm2!qRz9$Tw4".chars().take(length).collect();
        cases.push((random.clone(), false, Some(ErrorCode::TooShort)));
        cases.push((random, true, (length < 8).then_some(ErrorCode::TooShort)));
    }
    for length in [15, 16, 63, 64, 65, 100, 128, 200, 255, 256] {
        let long: String = "Đò dọc sông Hương, trăng mờ bến vắng; "
            .chars()
            .cycle()
            .take(length)
            .collect();
        cases.push((long, false, None));
    }
    for length in [1025, 2000, 10_000, 1_000_000] {
        cases.push(("x".repeat(length), false, Some(ErrorCode::TooLong)));
    }
    assert!(cases.len() >= 300, "{}", cases.len());
    let wrong: Vec<_> = cases
        .iter()
        .filter(|(password, second, wanted)| code(password, *second) != *wanted)
        .map(|(password, second, wanted)| {
            format!(
                "{password:.40} {second} {wanted:?} {:?}",
                code(password, *second)
            )
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}: {wrong:#?}",
        wrong.len(),
        cases.len()
    );
}

#[test]
fn a_megabyte_is_refused_within_fifty_milliseconds() {
    let huge = "đ".repeat(500_000);
    let begun = std::time::Instant::now();
    assert_eq!(code(&huge, false), Some(ErrorCode::TooLong));
    assert!(begun.elapsed().as_millis() < 50, "{:?}", begun.elapsed());
}
