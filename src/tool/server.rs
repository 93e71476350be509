//! A small web server, for the demo and for the tests.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Method, Request, Response};

use super::failure::Failure;
use super::site::{self, Answer, Site};

/// Enough for a browser that fetches several files at once.
const WORKERS: usize = 4;

/// A server that runs until it is dropped.
pub struct Server {
    /// Where it answers.
    pub address: SocketAddr,
    inner: Arc<tiny_http::Server>,
    workers: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts serving on this machine alone. Port 0 is any free one.
    ///
    /// # Errors
    /// Where the port is taken.
    pub fn start(site: Site, port: u16) -> Result<Self, Failure> {
        let taken =
            |_| Failure(format!("port {port} is taken; choose another with `--port N`, or any with `--port 0`"));
        let inner = Arc::new(tiny_http::Server::http((Ipv4Addr::LOCALHOST, port)).map_err(taken)?);
        let address = inner.server_addr().to_ip().ok_or_else(|| Failure::new("the server has no address"))?;
        let site = Arc::new(site);
        let workers = (0..WORKERS).map(|_| {
            let (inner, site) = (Arc::clone(&inner), Arc::clone(&site));
            thread::spawn(move || inner.incoming_requests().for_each(|request| serve(&site, request)))
        });
        Ok(Self { address, workers: workers.collect(), inner })
    }

    /// The whole address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Waits for ever.
    pub fn wait(mut self) {
        self.workers.drain(..).for_each(|worker| drop(worker.join()));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.workers.iter().for_each(|_| self.inner.unblock());
        self.workers.drain(..).for_each(|worker| drop(worker.join()));
    }
}

fn serve(site: &Site, request: Request) {
    let reads = matches!(request.method(), Method::Get | Method::Head);
    let encoding = header(&request, "Accept-Encoding");
    let answer = if reads { site::answer(site, request.url(), &encoding) } else { not_allowed() };
    // A browser that has gone away needs no answer.
    let _ = request.respond(response(answer));
}

fn header(request: &Request, name: &'static str) -> String {
    let header = request.headers().iter().find(|header| header.field.equiv(name));
    header.map(|header| header.value.to_string()).unwrap_or_default()
}

fn response(answer: Answer) -> Response<std::io::Cursor<Vec<u8>>> {
    let headers = answer.headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, value.as_str()).ok());
    let response = Response::from_data(answer.body).with_status_code(answer.status);
    headers.fold(response, Response::with_header)
}

fn not_allowed() -> Answer {
    Answer { status: 405, headers: vec![("Allow", "GET, HEAD".to_owned())], body: Vec::new() }
}
