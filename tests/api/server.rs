//! The server itself: slow clients, the pages, a stop under load.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use iforum::http::{self, Listener};
use tests::{Kind, TestApp};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tower::ServiceExt;

/// The app behind a real socket; the sender stops it.
async fn listening(
    app: &TestApp,
) -> (
    std::net::SocketAddr,
    watch::Sender<bool>,
    tokio::task::JoinHandle<()>,
) {
    let listener = Listener::bind(([127, 0, 0, 1], 0).into())
        .await
        .expect("bound");
    let address = listener.address;
    let (stop, stopped) = watch::channel(false);
    let limits = app.app.config.limits.clone();
    let serving = tokio::spawn(http::serve(listener, app.router.clone(), limits, stopped));
    (address, stop, serving)
}

/// How long the server keeps a connection on which this much was said.
async fn kept_open(address: std::net::SocketAddr, said: &str) -> Duration {
    let began = Instant::now();
    let mut stream = TcpStream::connect(address).await.expect("connected");
    stream.write_all(said.as_bytes()).await.expect("written");
    let mut answer = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(8), stream.read_to_end(&mut answer)).await;
    assert!(
        read.is_ok(),
        "still open after eight seconds: {said:?}, {:?}",
        String::from_utf8_lossy(&answer)
    );
    began.elapsed()
}

#[tokio::test]
async fn silent_and_dripping_connections_are_closed() {
    let app = TestApp::configured(
        Kind::Sqlite,
        &[("LIMITS_READ_SECONDS", "1"), ("LIMITS_IDLE_SECONDS", "1")],
    )
    .await;
    let (address, stop, serving) = listening(&app).await;
    for said in [
        "",
        "POST /graphql HTTP/1.1\r\nHost: x\r\n",
        "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
    ] {
        assert!(
            kept_open(address, said).await < Duration::from_secs(5),
            "{said:?}"
        );
    }
    stop.send(true).expect("stopped");
    serving.await.expect("ended");
    app.end().await;
}

#[tokio::test]
async fn a_stop_lets_requests_in_hand_finish_and_takes_no_new_ones() {
    let app = TestApp::start(Kind::Sqlite).await;
    let (address, stop, serving) = listening(&app).await;
    let mut stream = TcpStream::connect(address).await.expect("connected");
    let head = "POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 27\r\n\r\n";
    stream.write_all(head.as_bytes()).await.expect("written");
    tokio::time::sleep(Duration::from_millis(100)).await;
    stop.send(true).expect("stopped");
    stream
        .write_all(b"{\"query\": \"{ __typename }\"}")
        .await
        .expect("written");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("read");
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.contains("\"Query\""),
        "{answer}"
    );
    serving.await.expect("ended");
    assert!(TcpStream::connect(address).await.is_err());
    app.end().await;
}

#[tokio::test]
async fn every_address_is_a_page_and_no_missing_file_is() {
    let app = TestApp::start(Kind::Sqlite).await;
    let root = app.app.config.web_root.clone();
    std::fs::create_dir_all(root.join("en")).expect("made");
    std::fs::write(root.join("index.html"), "trang chủ").expect("written");
    std::fs::write(root.join("en/index.html"), "start page").expect("written");
    for (path, status, says) in [
        ("/", StatusCode::OK, "trang chủ"),
        ("/nhu-cau/need_1?x=1", StatusCode::OK, "trang chủ"),
        ("/en/nhu-cau", StatusCode::OK, "start page"),
        ("/english", StatusCode::OK, "trang chủ"),
        (
            "/roi-danh-sach/weekly_digest.user_1.proof",
            StatusCode::OK,
            "trang chủ",
        ),
        (
            "/en/roi-danh-sach/weekly_digest.user_1.proof",
            StatusCode::OK,
            "start page",
        ),
        ("/assets/gone.js", StatusCode::NOT_FOUND, ""),
        ("/../jwt.key", StatusCode::NOT_FOUND, ""),
        ("/%2e%2e/jwt.key", StatusCode::NOT_FOUND, ""),
    ] {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let answer = app
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        assert_eq!(answer.status(), status, "{path}");
        let policy = answer.headers()["content-security-policy"]
            .to_str()
            .expect("text");
        assert!(
            policy.starts_with("default-src 'self'") && !policy.contains("unsafe"),
            "{path}"
        );
        let body = axum::body::to_bytes(answer.into_body(), 10_000)
            .await
            .expect("a body");
        assert!(String::from_utf8_lossy(&body).contains(says), "{path}");
    }
    app.end().await;
}

#[tokio::test]
async fn ready_says_whether_the_database_answers() {
    let app = TestApp::start(Kind::Sqlite).await;
    let ask = || async {
        let request = Request::get("/readyz")
            .body(Body::empty())
            .expect("a request");
        app.router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer")
            .status()
    };
    assert_eq!(ask().await, StatusCode::OK);
    Arc::clone(&app.app)
        .db
        .clone()
        .close()
        .await
        .expect("closed");
    assert_eq!(ask().await, StatusCode::SERVICE_UNAVAILABLE);
}
