//! A mail server for tests, on a port of its own.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A mail server that answers each message with the next of its replies, and then takes all.
#[derive(Clone, Default)]
pub struct Sink {
    replies: Arc<Mutex<VecDeque<&'static str>>>,
    messages: Arc<Mutex<Vec<String>>>,
    recipients: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    /// Starts one; its address as in SMTP_URL.
    pub async fn start(replies: &[&'static str]) -> (Self, String) {
        let sink = Self {
            replies: Arc::new(Mutex::new(replies.iter().copied().collect())),
            ..Self::default()
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let this = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let sink = this.clone();
                tokio::spawn(async move { sink.serve(stream).await });
            }
        });
        (sink, url)
    }

    async fn serve(self, stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 sink ready\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            let mut reply = "250 fine";
            if line.starts_with("DATA") {
                write.write_all(b"354 go on\r\n").await?;
                let mut message = Vec::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    message.push(line);
                }
                self.messages
                    .lock()
                    .expect("usable")
                    .push(message.join("\n"));
                reply = self
                    .replies
                    .lock()
                    .expect("usable")
                    .pop_front()
                    .unwrap_or("250 taken");
            } else if line.starts_with("RCPT") {
                self.recipients.lock().expect("usable").push(line);
            }
            write.write_all(format!("{reply}\r\n").as_bytes()).await?;
        }
        Ok(())
    }

    /// To whom.
    pub fn recipients(&self) -> Vec<String> {
        self.recipients.lock().expect("usable").clone()
    }

    /// What it took so far, whole.
    pub fn messages(&self) -> Vec<String> {
        self.messages.lock().expect("usable").clone()
    }
}
