//! The door: opened on one network for one ballot, shut with it. Where the network goes, it waits for it.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket};
use tokio::runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle as Task;
use tokio::time::timeout;

use super::answer::{Cast, Desk, Kept, Waiting};
use super::keys::Keys;
use super::limits::Limits;
use super::network::Network;
use super::page::Sheet;
use super::server::serve;

/// Ports that are tried, in this order, before any that is free: short to type.
pub const PORTS: [u16; 4] = [8080, 8000, 8888, 8081];
/// For what is being answered as the door shuts.
const LAST: Duration = Duration::from_secs(2);
/// Phones that wait to be let in.
const WAITING: u32 = 1024;
/// Ballots that are kept at once.
const TOGETHER: usize = 256;

/// Keeps ballots; what is `Ok` outlives the program.
pub type Keep = Box<dyn FnMut(&[Cast]) -> io::Result<()> + Send>;

/// What a door needs.
pub struct Opening {
    /// What is shown.
    pub sheet: Sheet,
    /// Under which names.
    pub keys: Keys,
    /// Where.
    pub network: Network,
    /// The networks that there are at the moment.
    pub networks: Box<dyn FnMut() -> io::Result<Vec<Network>> + Send>,
    /// Ports that are tried before any that is free; usually [`PORTS`].
    pub ports: Vec<u16>,
    /// See [`Keep`].
    pub keep: Keep,
    /// What is kept already.
    pub known: Vec<Cast>,
    /// How many devices there can be.
    pub most: usize,
    /// Called when something has changed, from another thread.
    pub changed: Arc<dyn Fn() + Send + Sync>,
    /// What is allowed.
    pub limits: Limits,
}

/// Where phones find the ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The network, as it is now.
    pub network: Network,
    /// The address of this computer in it, with the port.
    pub at: SocketAddr,
}

/// Why a door does not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Other programs hold every port.
    PortsTaken,
    /// The system does not allow it.
    NotAllowed,
    /// What the system says.
    Other(String),
}

/// How a door stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is being opened.
    Opening,
    /// Phones can vote.
    Open(Address),
    /// The network is not there; it opens when it is back.
    Gone,
    /// It could not be opened; it is tried again.
    Refused(Trouble),
    /// It is shut.
    Shut,
}

/// A door. It shuts when it is dropped.
pub struct Door {
    status: Arc<Mutex<Status>>,
    kept: Arc<Kept>,
    /// Dropped to shut it.
    open: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Door {
    /// Begins to open a door; [`Door::status`] tells what becomes of it.
    pub fn open(opening: Opening) -> io::Result<Self> {
        let status = Arc::new(Mutex::new(Status::Opening));
        let kept = Arc::new(Kept::default());
        let known = opening.known.into_iter();
        kept.all()
            .extend(known.map(|cast| (cast.device, cast.ballot)));
        let (keeper, waiting) = mpsc::channel();
        let desk = Desk::new(
            opening.sheet,
            opening.keys,
            opening.limits,
            (Arc::clone(&kept), opening.most),
            keeper,
        )?;
        let runtime = runtime::Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .build()?;
        let (open, shut) = oneshot::channel();
        let (keep, kept_there, changed) = (opening.keep, Arc::clone(&kept), opening.changed);
        let told = Arc::clone(&changed);
        thread::Builder::new()
            .name("ballots".to_owned())
            .spawn(move || keep_all(&waiting, keep, &kept_there, &*told))?;
        let mut watch = Watch {
            desk: Arc::new(desk),
            network: opening.network,
            ports: opening.ports,
            networks: opening.networks,
            status: Arc::clone(&status),
            changed,
            serving: None,
            port: None,
        };
        let thread = thread::Builder::new()
            .name("phones".to_owned())
            .spawn(move || {
                runtime.block_on(watch.run(shut));
            })?;
        Ok(Self {
            status,
            kept,
            open: Some(open),
            thread: Some(thread),
        })
    }

    /// How it stands.
    pub fn status(&self) -> Status {
        lock(&self.status).clone()
    }

    /// How many devices have voted.
    pub fn received(&self) -> usize {
        self.kept.all().len()
    }

    /// Shuts it, and waits until what came in is answered: two seconds at most.
    pub fn shut(mut self) {
        self.open = None;
        if let Some(thread) = self.thread.take() {
            // A thread that has panicked has shut it, too.
            drop(thread.join());
        }
    }
}

fn lock(status: &Mutex<Status>) -> MutexGuard<'_, Status> {
    status.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Keeps ballots as they come, those that wait together, until nobody can send any more.
fn keep_all(waiting: &mpsc::Receiver<Waiting>, mut keep: Keep, kept: &Kept, changed: &dyn Fn()) {
    while let Ok(first) = waiting.recv() {
        let more = waiting.try_iter().take(TOGETHER - 1);
        let (casts, told): (Vec<Cast>, Vec<_>) = std::iter::once(first).chain(more).unzip();
        let is_kept = keep(&casts).is_ok();
        if is_kept {
            let all = casts.into_iter().map(|cast| (cast.device, cast.ballot));
            kept.all().extend(all);
            changed();
        }
        for told in told {
            // A phone that has gone asks again.
            let _gone = told.send(is_kept);
        }
    }
}

/// The thread that serves, and looks after the network.
struct Watch {
    desk: Arc<Desk>,
    network: Network,
    ports: Vec<u16>,
    networks: Box<dyn FnMut() -> io::Result<Vec<Network>> + Send>,
    status: Arc<Mutex<Status>>,
    changed: Arc<dyn Fn() + Send + Sync>,
    serving: Option<(SocketAddr, Task<()>)>,
    /// The last port, so that a network that is back has the same address.
    port: Option<u16>,
}

impl Watch {
    async fn run(&mut self, mut shut: oneshot::Receiver<()>) {
        let (running, mut ended) = tokio::sync::mpsc::channel::<()>(1);
        let every = self.desk.limits.look_every;
        loop {
            self.look(&running).await;
            if timeout(every, &mut shut).await.is_ok() {
                break;
            }
        }
        self.stop().await;
        drop(running);
        // Each connection holds a sender: none is left when all have ended.
        drop(timeout(LAST, ended.recv()).await);
        self.tell(Status::Shut);
    }

    /// Opens where the network is, shuts where it is not.
    async fn look(&mut self, running: &tokio::sync::mpsc::Sender<()>) {
        let Ok(networks) = (self.networks)() else {
            return;
        };
        let own = networks.iter().find(|network| **network == self.network);
        // The same network under another address, as routers and sharing give them.
        let again = || networks.iter().find(|one| one.name == self.network.name);
        let Some(network) = own.or_else(again).cloned() else {
            self.stop().await;
            self.tell(Status::Gone);
            return;
        };
        let ip = IpAddr::V4(network.address);
        if self.serving.as_ref().is_some_and(|(at, _)| at.ip() == ip) {
            return;
        }
        self.stop().await;
        // The one that it had, one that is short to type, or any.
        let ports = self.port.iter().chain(&self.ports).chain(&[0]);
        let ports: Vec<u16> = ports.copied().collect();
        match bind(ip, &ports) {
            Ok((listener, at)) => {
                let served = serve(listener, at, Arc::clone(&self.desk), running.clone());
                self.serving = Some((at, tokio::spawn(served)));
                self.port = Some(at.port());
                self.network = network.clone();
                self.tell(Status::Open(Address { network, at }));
            }
            Err(error) => self.tell(Status::Refused(match error.kind() {
                io::ErrorKind::AddrInUse => Trouble::PortsTaken,
                io::ErrorKind::PermissionDenied => Trouble::NotAllowed,
                _ => Trouble::Other(error.to_string()),
            })),
        }
    }

    /// Takes no more connections from when this is done.
    async fn stop(&mut self) {
        if let Some((_, serving)) = self.serving.take() {
            serving.abort();
            // It ends by having been stopped.
            drop(serving.await);
        }
    }

    fn tell(&self, status: Status) {
        let mut told = lock(&self.status);
        if *told != status {
            *told = status;
            drop(told);
            (self.changed)();
        }
    }
}

/// The first of these ports that is free, of this address and of no other.
fn bind(ip: IpAddr, ports: &[u16]) -> io::Result<(TcpListener, SocketAddr)> {
    if ip.is_unspecified() {
        return Err(io::ErrorKind::AddrNotAvailable.into());
    }
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for port in ports {
        match listen((ip, *port).into()) {
            Ok(listener) => {
                let at = listener.local_addr()?;
                return Ok((listener, at));
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Listens with room for a whole room that scans at once: of more than the usual 128 that wait, the others
/// would try again a second later.
fn listen(at: SocketAddr) -> io::Result<TcpListener> {
    let socket = match at {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // On Windows this would let two programs have one port.
    #[cfg(not(windows))]
    socket.set_reuseaddr(true)?;
    socket.bind(at)?;
    socket.listen(WAITING)
}
