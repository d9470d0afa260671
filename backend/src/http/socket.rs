//! Subscriptions: `graphql-transport-ws` at `/graphql/ws`.
//!
//! The library's stock route has no limit on the time to `connection_init`, no look at the Origin,
//! takes one id twice and any number of operations; here each has its bound, and every operation
//! goes through the same admission as over HTTP.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_graphql::http::{
    ALL_WEBSOCKET_PROTOCOLS, WebSocket as Subscriptions, WebSocketProtocols, WsMessage,
};
use async_graphql::{Data, Executor, Pos, Request, Response as GraphqlResponse};
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, BoxStream};
use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use tokio_stream::wrappers::UnboundedReceiverStream;

use super::refusals::Mutations;
use super::{Web, admission, api, wire};
use crate::app::{Client, Ctx};
use crate::graphql::Fail;
use crate::loaders::Loaders;
use crate::policy::Viewer;
use crate::sessions;
use crate::sessions::viewers::Ticket;
use crate::text::Locale;

/// Largest message a client may send, in bytes.
const MESSAGE_BYTES: usize = 64 * 1024;

/// `GET /graphql/ws`.
pub async fn upgrade(
    State(web): State<Web>,
    headers: HeaderMap,
    peer: Option<axum::Extension<ConnectInfo<SocketAddr>>>,
    upgrade: Result<WebSocketUpgrade, axum::extract::ws::rejection::WebSocketUpgradeRejection>,
) -> Response {
    let peer = peer.map(|axum::Extension(ConnectInfo(peer))| peer.ip());
    let Ok(upgrade) = upgrade else {
        return StatusCode::UPGRADE_REQUIRED.into_response();
    };
    let origin = headers
        .get(header::ORIGIN)
        .and_then(|value| value.to_str().ok());
    if origin.is_some_and(|origin| !web.app.config.origins().iter().any(|ours| ours == origin)) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Ok(place) = Arc::clone(&web.sockets).try_acquire_owned() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let locale = wire::locale(&headers);
    let address = super::address::of(&web.app.config, &headers, peer);
    upgrade
        .max_message_size(MESSAGE_BYTES)
        .protocols(ALL_WEBSOCKET_PROTOCOLS)
        .on_upgrade(move |socket| async move {
            talk(web, socket, locale, address).await;
            drop(place);
        })
}

/// Who a socket belongs to, once `connection_init` has said so.
#[derive(Clone, Default)]
struct Holder(Arc<Mutex<Option<Ticket>>>);

impl Holder {
    fn get(&self) -> Option<Ticket> {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }

    fn set(&self, ticket: Option<Ticket>) {
        *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = ticket;
    }
}

/// Executes the operations of one socket: admission first, the viewer looked up anew each time.
#[derive(Clone)]
struct Door {
    web: Web,
    locale: Option<Locale>,
    /// Where the socket came from.
    address: String,
    holder: Holder,
}

/// An operation that may begin.
struct Prepared {
    request: Request,
    ctx: Ctx,
    mutations: Mutations,
}

impl Door {
    async fn prepare(&self, request: Request) -> Result<Prepared, crate::error::Error> {
        let admitted = admission::admit(request, &self.web.app.config.limits, false)?;
        let ticket = self.holder.get();
        let viewer = match &ticket {
            Some(ticket) => sessions::service::viewer_of(&self.web.app, ticket).await?,
            None => Viewer::Anonymous,
        };
        let own = viewer.person().map(|person| person.locale);
        let locale = self.locale.or(own).unwrap_or_default();
        let mut ctx = Ctx::new(self.web.app.clone(), viewer, locale);
        ctx.client = Client {
            ticket,
            address: self.address.clone(),
            ..Client::default()
        };
        let loaders = Loaders::new(self.web.app.clone(), admitted.only_reads);
        Ok(Prepared {
            request: admitted.request.data(ctx.clone()).data(loaders),
            mutations: admitted.mutations,
            ctx,
        })
    }

    fn refusal(&self, error: crate::error::Error) -> GraphqlResponse {
        let error = async_graphql::Error::from(Fail::from(error));
        let mut response =
            GraphqlResponse::from_errors(vec![error.into_server_error(Pos::default())]);
        wire::speak(&mut response, self.locale.unwrap_or_default());
        response
    }
}

impl Executor for Door {
    async fn execute(&self, request: Request) -> GraphqlResponse {
        match self.prepare(request).await {
            Ok(prepared) => {
                let mut response = self.web.schema.execute(prepared.request).await;
                prepared.mutations.note(&prepared.ctx, &response).await;
                wire::speak(&mut response, prepared.ctx.locale);
                response
            }
            Err(error) => self.refusal(error),
        }
    }

    fn execute_stream(
        &self,
        request: Request,
        data: Option<Arc<Data>>,
    ) -> BoxStream<'static, GraphqlResponse> {
        let door = self.clone();
        let begun = async move {
            match door.prepare(request).await {
                Ok(prepared) => {
                    let Prepared {
                        request,
                        ctx,
                        mutations,
                    } = prepared;
                    let responses = door
                        .web
                        .schema
                        .execute_stream_with_session_data(request, data.unwrap_or_default());
                    let told = Arc::new((ctx, mutations));
                    responses
                        .then(move |mut response| {
                            let told = Arc::clone(&told);
                            async move {
                                let (ctx, mutations) = told.as_ref();
                                mutations.note(ctx, &response).await;
                                wire::speak(&mut response, ctx.locale);
                                response
                            }
                        })
                        .boxed()
                }
                Err(error) => stream::iter([door.refusal(error)]).boxed(),
            }
        };
        stream::once(begun).flatten().boxed()
    }
}

/// What we need to know of a client's message.
#[derive(Deserialize)]
struct Envelope {
    r#type: String,
    #[serde(default)]
    id: Option<String>,
}

/// Why a socket was closed (codes of the graphql-transport-ws protocol).
type Close = (u16, &'static str);

/// Counts the operations of one socket.
struct Operations {
    most: usize,
    open: HashSet<String>,
}

impl Operations {
    fn said(&mut self, text: &str) -> Result<(), Close> {
        let Ok(envelope) = serde_json::from_str::<Envelope>(text) else {
            return Err((4400, "not a message of this protocol"));
        };
        match (envelope.r#type.as_str(), envelope.id) {
            ("subscribe" | "start", Some(id)) => {
                if self.open.len() >= self.most {
                    return Err((4429, "too many operations on one socket"));
                }
                if !self.open.insert(id) {
                    return Err((4409, "subscriber already exists"));
                }
            }
            ("complete" | "stop", Some(id)) => {
                self.open.remove(&id);
            }
            _ => {}
        }
        Ok(())
    }

    fn answered(&mut self, text: &str) {
        if let Ok(envelope) = serde_json::from_str::<Envelope>(text)
            && matches!(envelope.r#type.as_str(), "complete" | "error")
            && let Some(id) = envelope.id
        {
            self.open.remove(&id);
        }
    }
}

async fn talk(web: Web, socket: WebSocket, locale: Option<Locale>, address: String) {
    let limits = web.app.config.limits.clone();
    let holder = Holder::default();
    let door = Door {
        web: web.clone(),
        locale,
        address,
        holder: holder.clone(),
    };
    let (mut sink, mut source) = socket.split();
    let (to_library, from_client) = tokio::sync::mpsc::unbounded_channel::<Vec<u8>>();
    let from_client = UnboundedReceiverStream::new(from_client);
    let initialise = move |payload: serde_json::Value| async move {
        let token = payload
            .get("authorization")
            .or_else(|| payload.get("Authorization"));
        let token = token.and_then(|value| value.as_str()).map(|text| {
            text.strip_prefix("Bearer ")
                .or_else(|| text.strip_prefix("bearer "))
                .unwrap_or(text)
        });
        let (ticket, _) = api::viewer(&web, token)
            .await
            .map_err(|_| async_graphql::Error::new("this token is not valid"))?;
        holder.set(ticket);
        Ok(Data::default())
    };
    let mut answers = Subscriptions::new(door, from_client, WebSocketProtocols::GraphQLWS)
        .on_connection_init(initialise)
        .keepalive_timeout(Duration::from_secs(limits.idle_seconds.max(30)));
    let mut operations = Operations {
        most: limits.socket_operations,
        open: HashSet::new(),
    };
    let mut initialised = false;
    let deadline = tokio::time::sleep(Duration::from_secs(limits.socket_init_seconds));
    tokio::pin!(deadline);
    let close = loop {
        tokio::select! {
            () = &mut deadline, if !initialised => break Some((4408, "connection initialisation timeout")),
            heard = source.next() => match heard {
                Some(Ok(Message::Text(text))) => {
                    if let Err(close) = operations.said(&text) {
                        break Some(close);
                    }
                    if to_library.send(text.as_bytes().to_vec()).is_err() {
                        break None;
                    }
                }
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                Some(Ok(Message::Binary(_))) => break Some((4400, "only text is understood")),
                Some(Ok(Message::Close(_)) | Err(_)) | None => break None,
            },
            answer = answers.next() => match answer {
                Some(WsMessage::Text(text)) => {
                    // A pong is an answer too, but no beginning.
                    initialised |= text.contains("\"connection_ack\"");
                    operations.answered(&text);
                    if sink.send(Message::Text(text.into())).await.is_err() {
                        break None;
                    }
                }
                Some(WsMessage::Close(code, reason)) => {
                    let frame = CloseFrame { code, reason: reason.into() };
                    let _ = sink.send(Message::Close(Some(frame))).await;
                    break None;
                }
                None => break None,
            },
        }
    };
    if let Some((code, reason)) = close {
        let frame = CloseFrame {
            code,
            reason: reason.into(),
        };
        let _ = sink.send(Message::Close(Some(frame))).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_id_is_taken_once_and_operations_are_few() {
        let mut operations = Operations {
            most: 2,
            open: HashSet::new(),
        };
        let subscribe = |id: &str| format!(r#"{{"type":"subscribe","id":"{id}"}}"#);
        assert!(operations.said(&subscribe("a")).is_ok());
        assert_eq!(operations.said(&subscribe("a")).unwrap_err().0, 4409);
        assert!(operations.said(&subscribe("b")).is_ok());
        assert_eq!(operations.said(&subscribe("c")).unwrap_err().0, 4429);
        operations.answered(r#"{"type":"complete","id":"a"}"#);
        assert!(operations.said(&subscribe("c")).is_ok());
        assert_eq!(operations.said("nonsense").unwrap_err().0, 4400);
    }
}
