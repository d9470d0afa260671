//! The accept loop: time limits, a cap on connections, and a graceful end.
//!
//! `axum::serve` never closes a silent or dripping connection; this loop does.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use crate::config::Limits;

/// How long requests in hand may take after the end was asked for.
const DRAIN: Duration = Duration::from_secs(8);

/// A listening socket.
pub struct Listener {
    inner: TcpListener,
    /// Where it listens; the port is real even when 0 was asked for.
    pub address: SocketAddr,
}

impl Listener {
    /// Binds.
    pub async fn bind(address: SocketAddr) -> std::io::Result<Self> {
        let inner = TcpListener::bind(address).await?;
        let address = inner.local_addr()?;
        Ok(Self { inner, address })
    }
}

/// Serves until `stop` turns true, then lets the requests in hand finish.
pub async fn serve(
    listener: Listener,
    router: Router,
    limits: Limits,
    mut stop: watch::Receiver<bool>,
) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut builder = auto::Builder::new(TokioExecutor::new()).http1_only();
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(limits.read_seconds))
        .max_headers(64)
        .max_buf_size(64 * 1024);
    while !*stop.borrow() {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place,
            _ = stop.changed() => continue,
        };
        let Ok(place) = place else { break };
        let (stream, peer) = tokio::select! {
            accepted = listener.inner.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors, most likely: a pause lets some close.
                    tracing::warn!(%error, "cannot accept");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            _ = stop.changed() => continue,
        };
        let _ = stream.set_nodelay(true);
        // hyper measures a request head from its first byte: a connection on which nothing is said
        // at all is ended here.
        let mut stream = TimeoutStream::new(stream);
        stream.set_read_timeout(Some(Duration::from_secs(limits.idle_seconds)));
        let stream = Box::pin(stream);
        let router = router.clone();
        let service = hyper::service::service_fn(
            move |mut request: hyper::Request<hyper::body::Incoming>| {
                request.extensions_mut().insert(ConnectInfo(peer));
                router.clone().oneshot(request)
            },
        );
        let connection = builder
            .serve_connection_with_upgrades(TokioIo::new(stream), service)
            .into_owned();
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            // A connection that ends badly is the client's affair.
            let _ = watched.await;
            drop(place);
        });
    }
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(DRAIN) => tracing::warn!("some requests were cut off at the end"),
    }
}
