//! Connections: how many, for how long, one request each.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::sync::mpsc::Sender;
use tokio::time::{sleep, timeout};

use super::answer::Desk;

/// The largest head of a request; also the least that hyper reads at once.
const MAX_HEAD: usize = 8 * 1024;
/// Fields of a head: a browser has a dozen.
const MAX_FIELDS: usize = 64;
/// After what is short for a moment, such as handles of files.
const SHORT: Duration = Duration::from_millis(50);

/// How many connections each address has.
#[derive(Default)]
struct Seats(Mutex<HashMap<IpAddr, usize>>);

/// One of them, given back when it is dropped.
struct Seat {
    seats: Arc<Seats>,
    of: IpAddr,
}

impl Seats {
    fn take(self: &Arc<Self>, of: IpAddr, most: usize) -> Option<Seat> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = taken.entry(of).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        let seats = Arc::clone(self);
        Some(Seat { seats, of })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.of) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.of);
            }
        }
    }
}

/// Takes connections until it is dropped; each holds `running` for as long as it lasts.
pub(super) async fn serve(
    listener: TcpListener,
    at: SocketAddr,
    desk: Arc<Desk>,
    running: Sender<()>,
) {
    let seats = Arc::new(Seats::default());
    let room = Arc::new(Semaphore::new(desk.limits.connections));
    loop {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else {
            return;
        };
        let Ok((stream, from)) = listener.accept().await else {
            sleep(SHORT).await;
            continue;
        };
        let from = from.ip();
        let Some(seat) = seats.take(from, desk.limits.per_address) else {
            continue;
        };
        let (desk, running) = (Arc::clone(&desk), running.clone());
        tokio::spawn(async move {
            let _held = (place, seat, running);
            connection(stream, at, from, &desk).await;
        });
    }
}

async fn connection(stream: TcpStream, at: SocketAddr, from: IpAddr, desk: &Desk) {
    let service = service_fn(|request: Request<Incoming>| async move {
        Ok::<_, Infallible>(desk.answer(at, from, request).await)
    });
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(desk.limits.head)
        .max_buf_size(MAX_HEAD)
        .max_headers(MAX_FIELDS)
        .keep_alive(false)
        .auto_date_header(false)
        .serve_connection(TokioIo::new(stream), service);
    // What goes wrong with a connection concerns nobody but its other end.
    drop(timeout(desk.limits.whole, served).await);
}
