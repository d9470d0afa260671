//! Files: taken by their bytes, kept sealed and once, given to those who may read them.

use chrono::Duration;
use iforum::organizations::MembershipRole;
use tests::{Answer, Client, Kind, TestApp, on_both_databases, pdf};

const PDF: &str = "application/pdf";

async fn upload(who: &Client, organization: &Client, name: &str, bytes: Vec<u8>) -> Answer {
    let organization = organization.organization_id();
    let target = ("certificate", organization.as_str());
    who.upload(target, (name, PDF), bytes).await
}

on_both_databases!(what_was_uploaded_comes_back_to_be_saved, |app| {
    let owner = app.firm().await;
    let name = "Gi%E1%BA%A5y%20ph%C3%A9p%20%E2%80%9Cs%E1%BB%91%201%E2%80%9D.pdf";
    let answer = upload(&owner, &owner, name, pdf("bí mật")).await;
    assert_eq!(answer.status, 201, "{:#}", answer.body);
    let file = &answer.body["file"];
    assert_eq!(file["name"], "Giấy phép “số 1”.pdf");
    assert_eq!(file["mediaType"], PDF);
    assert_eq!(file["size"], pdf("bí mật").len());
    let path = format!("/files/{}", file["id"].as_str().unwrap());
    let (status, headers, bytes) = owner.http("GET", &path, &[], vec![]).await;
    assert_eq!((status.as_u16(), bytes), (200, pdf("bí mật")));
    assert_eq!(headers["content-type"], PDF);
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert_eq!(headers["cache-control"], "private, no-store");
    assert_eq!(
        headers["content-security-policy"],
        "default-src 'none'; sandbox"
    );
    assert_eq!(
        headers["content-disposition"],
        "attachment; filename=\"giay phep _so 1_.pdf\"; filename*=UTF-8''Gi%E1%BA%A5y%20ph%C3%A9p%20%E2%80%9Cs%E1%BB%91%201%E2%80%9D.pdf"
    );
});

on_both_databases!(parts_and_heads_are_answered, |app| {
    let owner = app.firm().await;
    let id = owner.uploaded("certificate", "phần").await;
    let (path, whole) = (format!("/files/{id}"), pdf("phần"));
    let (status, headers, body) = owner.http("HEAD", &path, &[], vec![]).await;
    assert_eq!((status.as_u16(), body.len()), (200, 0));
    assert_eq!(headers["content-length"], whole.len().to_string().as_str());
    let tag = headers["etag"].to_str().unwrap().to_owned();
    let total = whole.len();
    for (range, status, body, says) in [
        (
            "bytes=0-7",
            206,
            &whole[..8],
            Some(format!("bytes 0-7/{total}")),
        ),
        (
            "bytes=-4",
            206,
            &whole[total - 4..],
            Some(format!("bytes {}-{}/{total}", total - 4, total - 1)),
        ),
        (
            "bytes=5-99999",
            206,
            &whole[5..],
            Some(format!("bytes 5-{}/{total}", total - 1)),
        ),
        ("bytes=99999-", 416, &[], Some(format!("bytes */{total}"))),
        ("bytes=0-1,4-5", 200, &whole[..], None),
        ("lines=1-2", 200, &whole[..], None),
    ] {
        let (got, headers, bytes) = owner.http("GET", &path, &[("range", range)], vec![]).await;
        assert_eq!((got.as_u16(), bytes.as_slice()), (status, body), "{range}");
        let said = headers
            .get("content-range")
            .map(|v| v.to_str().unwrap().to_owned());
        assert_eq!(said, says, "{range}");
    }
    for (known, status) in [(tag.as_str(), 206), ("\"old\"", 200)] {
        let headers = [("range", "bytes=0-7"), ("if-range", known)];
        let (got, ..) = owner.http("GET", &path, &headers, vec![]).await;
        assert_eq!(got.as_u16(), status);
    }
});

on_both_databases!(a_file_is_its_organisations_and_the_verifiers, |app| {
    let owner = app.firm().await;
    let id = owner.uploaded("verification", "điều lệ").await;
    let path = format!("/files/{id}");
    let reader = app.colleague(&owner, MembershipRole::Viewer).await;
    for insider in [
        &owner,
        &reader,
        &app.verifier().await,
        &app.administrator().await,
    ] {
        let (status, _, bytes) = insider.http("GET", &path, &[], vec![]).await;
        assert_eq!((status.as_u16(), bytes), (200, pdf("điều lệ")));
    }
    // That the alliance read it is on record; that its own people did is their affair.
    assert_eq!(app.count("audit_record", "action = 'file.read'").await, 2);
    let unknown = "/files/file_00000000000000000000000000000001";
    for outsider in [
        app.visitor(),
        app.firm().await,
        app.moderator().await,
        app.person("nobody", None).await,
    ] {
        for method in ["GET", "HEAD"] {
            for range in ["bytes=0-3", "bytes=99999-", ""] {
                let headers = [("range", range)];
                let hidden = outsider.http(method, &path, &headers, vec![]).await;
                let absent = outsider.http(method, unknown, &headers, vec![]).await;
                assert_eq!(hidden.0.as_u16(), 404);
                assert_eq!((hidden.0, &hidden.2), (absent.0, &absent.2));
                assert!(hidden.1.get("content-range").is_none());
            }
        }
    }
    for odd in [
        "/files/x",
        "/files/..%2f..%2fetc%2fpasswd",
        "/files/need_00000000000000000000000000000001",
    ] {
        let (status, ..) = owner.http("GET", odd, &[], vec![]).await;
        assert_eq!(status.as_u16(), 404, "{odd}");
    }
});

on_both_databases!(those_who_write_for_an_organisation_upload_for_it, |app| {
    let owner = app.firm().await;
    let editor = app.colleague(&owner, MembershipRole::Editor).await;
    assert_eq!(upload(&editor, &owner, "a.pdf", pdf("a")).await.status, 201);
    for (who, status, code) in [
        (app.visitor(), 401, "UNAUTHENTICATED"),
        (app.firm().await, 403, "FORBIDDEN"),
        (
            app.colleague(&owner, MembershipRole::Viewer).await,
            403,
            "FORBIDDEN",
        ),
        (app.verifier().await, 403, "FORBIDDEN"),
    ] {
        let before = app.everything().await;
        let answer = upload(&who, &owner, "b.pdf", pdf("b")).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code()),
            (status, Some(code))
        );
        assert_eq!(app.everything().await, before);
    }
    assert_eq!(app.stored().len(), 1);
    for (purpose, organization, status) in [
        ("certificate", "org_00000000000000000000000000000001", 404),
        ("certificate", "nonsense", 404),
        ("portrait", owner.organization_id().as_str(), 400),
    ] {
        let target = (purpose, organization);
        let answer = owner.upload(target, ("a.pdf", PDF), pdf("c")).await;
        assert_eq!(answer.status.as_u16(), status, "{purpose} {organization}");
        assert!(!answer.message().is_empty());
    }
});

on_both_databases!(what_is_not_what_it_says_is_refused, |app| {
    let owner = app.firm().await;
    let organization = owner.organization_id();
    let target = ("verification", organization.as_str());
    let archive = [pdf("x"), b"PK\x05\x06".to_vec(), vec![0; 18]].concat();
    let script = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    for (name, kind, bytes) in [
        ("a.pdf", "image/png", pdf("x")),
        ("a.pdf", "text/html", pdf("x")),
        ("a.pdf", "", pdf("x")),
        ("a.exe", PDF, pdf("x")),
        ("a.html", PDF, pdf("x")),
        ("a.pdf", PDF, b"MZ\x90\0\x03".to_vec()),
        ("a.svg", "image/svg+xml", script.to_vec()),
        ("a.pdf", PDF, script.to_vec()),
        ("a.docx", PDF, b"PK\x03\x04word/document.xml".to_vec()),
        ("a.pdf", PDF, archive),
        (
            "a.pdf",
            PDF,
            b"%PDF-1.4 /OpenAction << /S /JavaScript >> %%EOF".to_vec(),
        ),
        ("a.pdf", PDF, Vec::new()),
    ] {
        let before = app.everything().await;
        let answer = owner.upload(target, (name, kind), bytes).await;
        assert_eq!(answer.status, 422, "{name} {kind}: {:#}", answer.body);
        assert_eq!(answer.code(), Some("FILE_REFUSED"));
        assert!(answer.message().contains("ệp"), "{}", answer.message());
        assert_eq!(app.everything().await, before);
    }
    assert!(app.stored().is_empty());
});

on_both_databases!(names_are_shown_and_lead_nowhere, |app| {
    let owner = app.firm().await;
    for (sent, shown) in [
        ("..%2F..%2F..%2Fetc%2Fpasswd.pdf", "etc passwd.pdf"),
        (
            "a%0D%0ASet-Cookie:%20x=1%0D%0A%0D%0A.pdf",
            "a Set-Cookie x=1.pdf",
        ),
        ("%00%E2%80%AEfdp.pdf", "fdp.pdf"),
        ("%FF%FE.pdf", "\u{fffd}\u{fffd}.pdf"),
        ("", "tep.pdf"),
        ("\"; filename=\"x.exe.pdf", "; filename= x.exe.pdf"),
    ] {
        let answer = upload(&owner, &owner, sent, pdf("x")).await;
        assert_eq!(answer.body["file"]["name"], shown, "{sent}");
        let path = format!("/files/{}", answer.body["file"]["id"].as_str().unwrap());
        let (_, headers, _) = owner.http("GET", &path, &[], vec![]).await;
        let said = headers["content-disposition"].to_str().unwrap();
        assert!(said.starts_with("attachment; filename=\""), "{said}");
        assert_eq!(said.matches('"').count(), 2, "{said}");
        assert!(headers.get("set-cookie").is_none());
    }
    let long = "a".repeat(5000);
    let answer = upload(&owner, &owner, &long, pdf("x")).await;
    assert_eq!(answer.body["file"]["name"].as_str().unwrap().len(), 124);
});

on_both_databases!(a_content_lies_once_and_sealed, |app| {
    let (one, two) = (app.firm().await, app.firm().await);
    let text = "danh sách cổ đông không ai được đọc";
    for who in [&one, &two, &two] {
        who.uploaded("certificate", text).await;
    }
    let lies = app.stored();
    assert_eq!(lies.len(), 1);
    let plain = pdf(text);
    assert!(
        !lies[0]
            .1
            .windows(20)
            .any(|part| plain.windows(20).any(|p| p == part))
    );
    assert_eq!(app.rows("file").await, 3);
    assert_eq!(app.rows("file_content").await, 1);
});

on_both_databases!(an_upload_that_nothing_uses_is_gone_after_a_day, |app| {
    let (one, two) = (app.firm().await, app.firm().await);
    one.uploaded("certificate", "chung").await;
    app.later(Duration::hours(20)).await;
    let kept = two.uploaded("certificate", "chung").await;
    app.later(Duration::hours(4)).await;
    // The other still holds the same content.
    assert_eq!(app.rows("file").await, 1);
    let (status, _, bytes) = two
        .http("GET", &format!("/files/{kept}"), &[], vec![])
        .await;
    assert_eq!((status.as_u16(), bytes), (200, pdf("chung")));
    app.later(Duration::hours(20)).await;
    assert_eq!(app.rows("file").await, 0);
    assert_eq!(app.rows("file_content").await, 0);
    assert!(app.stored().is_empty());
    // It can come again.
    one.uploaded("certificate", "chung").await;
    assert_eq!(app.stored().len(), 1);
});

async fn bounded(kind: Kind) {
    let settings = [("LIMITS_FILES", "3"), ("LIMITS_FILE_BYTES", "2000")];
    let app = TestApp::configured(kind, &settings).await;
    let owner = app.firm().await;
    let long = upload(&owner, &owner, "a.pdf", pdf(&"x".repeat(3000))).await;
    assert_eq!(
        (long.status.as_u16(), long.code()),
        (413, Some("PAYLOAD_TOO_LARGE"))
    );
    // What says that it is too long is not even read.
    let path = format!(
        "/files?purpose=certificate&organizationId={}",
        owner.organization_id()
    );
    let headers = [("content-type", PDF), ("content-length", "2001")];
    let (status, headers, _) = owner.http("POST", &path, &headers, pdf("x")).await;
    assert_eq!(
        (status.as_u16(), &headers["connection"]),
        (413, &"close".parse().unwrap())
    );
    assert!(app.stored().is_empty());
    // Six at once: three get through.
    let texts: Vec<_> = (0..6).map(|n| pdf(&format!("tệp {n}"))).collect();
    let all = texts
        .into_iter()
        .map(|bytes| upload(&owner, &owner, "a.pdf", bytes));
    let answers = futures_util::future::join_all(all).await;
    let taken = answers.iter().filter(|answer| answer.status == 201).count();
    assert_eq!(taken, 3);
    for answer in answers.iter().filter(|answer| answer.status != 201) {
        // One person has no more than four in hand at once.
        let code = answer.code().unwrap();
        assert!(["FILE_REFUSED", "RATE_LIMITED"].contains(&code), "{code}");
    }
    let answer = upload(&owner, &owner, "a.pdf", pdf("một nữa")).await;
    assert_eq!(answer.code(), Some("FILE_REFUSED"));
    assert!(answer.message().contains("3 tệp"), "{}", answer.message());
    assert_eq!(app.stored().len(), 3);
    assert_eq!(app.rows("file").await, 3);
    app.end().await;
}

#[tokio::test]
async fn size_and_number_are_bounded_sqlite() {
    bounded(Kind::Sqlite).await;
}

#[tokio::test]
async fn size_and_number_are_bounded_postgres() {
    bounded(Kind::Postgres).await;
}
