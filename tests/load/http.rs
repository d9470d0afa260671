//! A client that costs next to nothing: one connection, one prepared request, sent over and over.

use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

use super::{CONNECTIONS, Outcome, side_by_side};

/// Posts the query to `http://host:port/graphql`, over and over.
pub async fn measure(url: &str, query: &str) -> Outcome<()> {
    let (host, request) = prepare(url, query)?;
    let mut workers = Vec::new();
    for _ in 0..CONNECTIONS {
        let connection = Arc::new(Mutex::new(connect(&host).await?));
        let request = Arc::clone(&request);
        workers.push(move || {
            let (connection, request) = (Arc::clone(&connection), Arc::clone(&request));
            async move { ask(&mut *connection.lock().await, &request).await }
        });
    }
    side_by_side(workers).await
}

/// A hundred times, one after the other.
pub async fn warm(url: &str, query: &str) -> Outcome<()> {
    let (host, request) = prepare(url, query)?;
    let mut connection = connect(&host).await?;
    for _ in 0..100 {
        ask(&mut connection, &request).await?;
    }
    Ok(())
}

fn prepare(url: &str, query: &str) -> Outcome<(String, Arc<str>)> {
    let host = url
        .strip_prefix("http://")
        .ok_or("the address must begin with http://")?;
    let host = host.trim_end_matches('/');
    let body = serde_json::json!({ "query": query }).to_string();
    let request = format!(
        "POST /graphql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n\
         Accept: application/graphql-response+json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    Ok((host.to_owned(), request.into()))
}

async fn connect(host: &str) -> Outcome<BufReader<TcpStream>> {
    let stream = TcpStream::connect(host).await?;
    stream.set_nodelay(true)?;
    Ok(BufReader::new(stream))
}

/// One request; an answer that is not 200, or holds errors, ends the measurement.
async fn ask(connection: &mut BufReader<TcpStream>, request: &str) -> Outcome<()> {
    connection.get_mut().write_all(request.as_bytes()).await?;
    let mut line = String::new();
    connection.read_line(&mut line).await?;
    let ok = line.starts_with("HTTP/1.1 200 ");
    let status = line.trim().to_owned();
    let mut length = None;
    loop {
        line.clear();
        if connection.read_line(&mut line).await? == 0 {
            return Err("the server closed the connection".into());
        }
        let header = line.trim_end();
        if header.is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = Some(value.trim().parse()?);
        }
    }
    let mut body = vec![0; length.ok_or("the answer has no Content-Length")?];
    connection.read_exact(&mut body).await?;
    if !ok || body.starts_with(br#"{"errors"#) || body.starts_with(br#"{"data":null"#) {
        return Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into());
    }
    Ok(())
}
