//! A client that costs next to nothing: one connection, one prepared request, sent over and over.

use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

use super::{CONNECTIONS, Outcome, Took, side_by_side};

/// What a server answered with 200 and without errors.
pub struct Answer {
    /// Values of `Set-Cookie`.
    pub cookies: Vec<String>,
    /// JSON.
    pub body: Vec<u8>,
}

/// One connection that is kept open.
pub struct Connection(BufReader<TcpStream>);

/// Posts the query to `http://host:port/graphql`, over and over, from as many connections.
pub async fn measure(url: &str, query: &str, connections: usize) -> Outcome<Took> {
    let request: Arc<str> = prepare(url, query, "")?.into();
    let mut workers = Vec::new();
    for _ in 0..connections {
        let connection = Arc::new(Mutex::new(Connection::open(url).await?));
        let request = Arc::clone(&request);
        workers.push(move || {
            let (connection, request) = (Arc::clone(&connection), Arc::clone(&request));
            async move { connection.lock().await.ask(&request).await.map(drop) }
        });
    }
    side_by_side(workers).await
}

/// As [`measure`], from sixteen connections, and prints.
pub async fn print(url: &str, query: &str) -> Outcome<()> {
    measure(url, query, CONNECTIONS).await?.print();
    Ok(())
}

/// A hundred times, one after the other.
pub async fn warm(url: &str, query: &str) -> Outcome<()> {
    let request = prepare(url, query, "")?;
    let mut connection = Connection::open(url).await?;
    for _ in 0..100 {
        connection.ask(&request).await?;
    }
    Ok(())
}

/// A request with a query, and a line of cookies where it is not empty.
pub fn prepare(url: &str, query: &str, cookies: &str) -> Outcome<String> {
    let host = host(url)?;
    let body = serde_json::json!({ "query": query }).to_string();
    let cookies = match cookies {
        "" => String::new(),
        cookies => format!("Cookie: {cookies}\r\n"),
    };
    Ok(format!(
        "POST /graphql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n{cookies}\
         Accept: application/graphql-response+json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    ))
}

fn host(url: &str) -> Outcome<&str> {
    let host = url
        .strip_prefix("http://")
        .ok_or("the address must begin with http://")?;
    Ok(host.trim_end_matches('/'))
}

impl Connection {
    /// Opens one to `http://host:port`.
    pub async fn open(url: &str) -> Outcome<Self> {
        let stream = TcpStream::connect(host(url)?).await?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// One request; an answer that is not 200, or holds errors, ends the measurement.
    pub async fn ask(&mut self, request: &str) -> Outcome<Answer> {
        self.0.get_mut().write_all(request.as_bytes()).await?;
        let mut line = String::new();
        self.0.read_line(&mut line).await?;
        let ok = line.starts_with("HTTP/1.1 200 ");
        let status = line.trim().to_owned();
        let (mut length, mut cookies) = (None, Vec::new());
        loop {
            line.clear();
            if self.0.read_line(&mut line).await? == 0 {
                return Err("the server closed the connection".into());
            }
            let header = line.trim_end();
            if header.is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':') {
                match name.to_ascii_lowercase().as_str() {
                    "content-length" => length = Some(value.trim().parse()?),
                    "set-cookie" => cookies.push(value.trim().to_owned()),
                    _ => {}
                }
            }
        }
        let mut body = vec![0; length.ok_or("the answer has no Content-Length")?];
        self.0.read_exact(&mut body).await?;
        if !ok || body.starts_with(br#"{"errors"#) || body.starts_with(br#"{"data":null"#) {
            return Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into());
        }
        Ok(Answer { cookies, body })
    }
}
