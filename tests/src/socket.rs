//! A real listener and sockets to it.

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use iforum::http::{Listener, serve};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::{Client, TestApp};

/// A server on a port of its own; it ends with the value.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    _stop: watch::Sender<bool>,
}

impl Server {
    /// Serves an app.
    pub async fn of(app: &TestApp) -> Self {
        let listener = Listener::bind("127.0.0.1:0".parse().expect("works"))
            .await
            .expect("works");
        let address = listener.address;
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(serve(
            listener,
            app.router.clone(),
            app.app.config.limits.clone(),
            stopped,
        ));
        Self {
            address,
            _stop: stop,
        }
    }
}

/// What came over a socket.
#[derive(Debug, PartialEq)]
pub enum Heard {
    /// A message.
    Said(Value),
    /// The end, and why.
    Closed(u16),
    /// Nothing, for as long as one waited.
    Nothing,
}

/// The client's end of `/graphql/ws`.
pub struct Socket(pub WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    /// Opens one, as a page of this origin.
    pub async fn open(server: &Server, origin: Option<&str>) -> Result<Self, tungstenite::Error> {
        let mut request = format!("ws://{}/graphql/ws", server.address).into_client_request()?;
        let headers = request.headers_mut();
        headers.insert(
            "sec-websocket-protocol",
            "graphql-transport-ws".parse().expect("works"),
        );
        if let Some(origin) = origin {
            headers.insert("origin", origin.parse().expect("works"));
        }
        Ok(Self(connect_async(request).await?.0))
    }

    /// An open socket of somebody's, past its handshake.
    pub async fn of(server: &Server, who: &Client) -> Self {
        let mut socket = Self::open(server, None).await.expect("open");
        let token = who.token.as_ref().map(|token| format!("Bearer {token}"));
        socket
            .say(json!({ "type": "connection_init", "payload": { "authorization": token } }))
            .await;
        assert_eq!(
            socket.hear().await,
            Heard::Said(json!({ "type": "connection_ack" }))
        );
        socket
    }

    /// Sends a message.
    pub async fn say(&mut self, message: Value) {
        self.0
            .send(Message::text(message.to_string()))
            .await
            .expect("sent");
    }

    /// Begins an operation.
    pub async fn subscribe(&mut self, id: &str, query: &str) {
        self.say(json!({ "type": "subscribe", "id": id, "payload": { "query": query } }))
            .await;
    }

    /// What comes next within this time.
    pub async fn hear_within(&mut self, patience: Duration) -> Heard {
        loop {
            match timeout(patience, self.0.next()).await {
                Err(_) => return Heard::Nothing,
                Ok(Some(Ok(Message::Text(text)))) => {
                    return Heard::Said(serde_json::from_str(&text).expect("JSON"));
                }
                Ok(Some(Ok(Message::Close(Some(frame))))) => {
                    return Heard::Closed(frame.code.into());
                }
                Ok(Some(Ok(Message::Ping(_) | Message::Pong(_)))) => {}
                Ok(other) => panic!("heard {other:?}"),
            }
        }
    }

    /// What comes next.
    pub async fn hear(&mut self) -> Heard {
        self.hear_within(Duration::from_secs(5)).await
    }

    /// The next message, which must be one.
    pub async fn message(&mut self) -> Value {
        match self.hear().await {
            Heard::Said(message) => message,
            other => panic!("heard {other:?}"),
        }
    }
}
