//! A small web server, for the demo and for the tests.

use std::io::{self, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::failure::Failure;
use super::http::{self, Request};
use super::site::{self, Answer, Site};

/// What a request is answered.
type Answering = dyn Fn(&Request) -> Option<Answer> + Send + Sync;

/// How long a connection may be silent.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    /// Where it answers.
    pub address: SocketAddr,
    stopped: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts serving on this machine alone. Port 0 is any free one.
    ///
    /// # Errors
    /// Where the port is taken.
    pub fn start(site: Site, port: u16) -> Result<Self, Failure> {
        Self::answering(move |request| Some(site::answer(&site, &request.address, &request.accept_encoding)), port)
    }

    /// Starts serving what a function answers: `None` hangs up without a word.
    ///
    /// # Errors
    /// Where the port is taken.
    pub fn answering(
        answer: impl Fn(&Request) -> Option<Answer> + Send + Sync + 'static,
        port: u16,
    ) -> Result<Self, Failure> {
        let taken = |error| Failure(format!("cannot serve on port {port} ({error}); choose another with `--port N`"));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(taken)?;
        let address = listener.local_addr().map_err(taken)?;
        let stopped = Arc::new(AtomicBool::new(false));
        let until = Arc::clone(&stopped);
        let listening = thread::spawn(move || listen(&listener, &(Arc::new(answer) as Arc<Answering>), &until));
        Ok(Self { address, stopped, listening: Some(listening) })
    }

    /// The whole address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Waits for ever.
    pub fn wait(mut self) {
        self.join();
    }

    fn join(&mut self) {
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // It listens until somebody comes; this is the one.
        let _ = TcpStream::connect(self.address);
        self.join();
    }
}

/// A thread for each connection: browsers keep several open, and one that is silent must not hold up another.
fn listen(listener: &TcpListener, answering: &Arc<Answering>, stopped: &AtomicBool) {
    for connection in listener.incoming() {
        if stopped.load(Ordering::Relaxed) {
            return;
        }
        if let Ok(connection) = connection {
            let answering = Arc::clone(answering);
            // A browser that goes away in the middle needs no answer.
            thread::spawn(move || drop(converse(&*answering, &connection)));
        }
    }
}

fn converse(answering: &Answering, mut connection: &TcpStream) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_nodelay(true)?;
    let mut reader = BufReader::new(connection);
    while let Some(request) = http::read(&mut reader)? {
        let Some(answer) = answer(answering, &request) else { break };
        http::write(&mut connection, &request, &answer)?;
        if !request.keep_alive {
            break;
        }
    }
    Ok(())
}

fn answer(answering: &Answering, request: &Request) -> Option<Answer> {
    match request.method.as_str() {
        "GET" | "HEAD" => answering(request),
        _ => Some(Answer { status: 405, headers: vec![("Allow", "GET, HEAD".to_owned())], body: Vec::new() }),
    }
}
