//! Two sites of a test: the one that the widget comes from, and a municipality's own, which puts it on its pages.

#![allow(dead_code, reason = "each test file uses its part")]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use bygg_uten_a_soke::tool::http::Request;
use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{self, Answer, STRICT, Site};

/// Where a municipality keeps its own copy.
pub(crate) const COPY: &str = "/filer/bygg";

/// What goes wrong on the way from the widget's site.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// It answers with a status, and nothing else.
    Status(u16),
    /// It hangs up without a word.
    HangsUp,
    /// Only the first half of the file comes.
    Half,
    /// It takes its time.
    Slow(Duration),
}

/// The two sites, each on a port of its own; to a browser they are strangers to each other.
pub(crate) struct Sites {
    widget: Server,
    host: Server,
    told: Arc<Told>,
}

/// What a test has told the sites, and what they have seen.
#[derive(Default)]
struct Told {
    pages: Mutex<HashMap<String, Answer>>,
    faults: Mutex<Vec<(String, Fault)>>,
    asked: Mutex<Vec<String>>,
}

impl Sites {
    /// Starts both; the widget must be built.
    pub(crate) fn start() -> Self {
        let told = Arc::new(Told::default());
        let (of_widget, of_host) = (Arc::clone(&told), Arc::clone(&told));
        let widget = Server::answering(move |request| of_widget.widget(request), 0).expect("a free port");
        let host = Server::answering(move |request| Some(of_host.host(request)), 0).expect("a free port");
        Self { widget, host, told }
    }

    /// The widget's site, as an origin.
    pub(crate) fn widget(&self) -> String {
        self.widget.url("")
    }

    /// An address on the municipality's site.
    pub(crate) fn host(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.host.address.port())
    }

    /// Puts a page on the municipality's site.
    pub(crate) fn put(&self, path: &str, html: &str, policy: Option<&str>) {
        let mut headers = vec![("Content-Type", "text/html; charset=utf-8".to_owned())];
        headers.push(("Cache-Control", "no-store".to_owned()));
        headers.extend(policy.map(|policy| ("Content-Security-Policy", policy.to_owned())));
        let page = Answer { status: 200, headers, body: html.as_bytes().to_vec() };
        lock(&self.told.pages).insert(path.to_owned(), page);
    }

    /// Everything at the widget's site whose address begins so, or with `*` ends so, fails.
    pub(crate) fn fail(&self, start: &str, fault: Fault) {
        lock(&self.told.faults).push((start.to_owned(), fault));
    }

    /// What the widget's site has been asked for since this was last asked.
    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.told.asked))
    }
}

impl Told {
    fn widget(&self, request: &Request) -> Option<Answer> {
        lock(&self.asked).push(request.address.clone());
        let mut answer = site::answer(&built(), &request.address, &request.accept_encoding);
        for fault in self.faults_of(&request.address) {
            match fault {
                Fault::Status(status) => answer = Answer { status, headers: Vec::new(), body: Vec::new() },
                Fault::HangsUp => return None,
                Fault::Half => answer.body.truncate(answer.body.len() / 2),
                Fault::Slow(time) => thread::sleep(time),
            }
        }
        Some(answer)
    }

    fn faults_of(&self, address: &str) -> Vec<Fault> {
        let faults = lock(&self.faults);
        let meant = |part: &str| match part.strip_prefix('*') {
            Some(end) => address.ends_with(end),
            None => address.starts_with(part),
        };
        faults.iter().filter(|(part, _)| meant(part)).map(|(_, fault)| *fault).collect()
    }

    fn host(&self, request: &Request) -> Answer {
        let path = request.address.split('?').next().unwrap_or_default();
        if let Some(page) = lock(&self.pages).get(path) {
            return page.clone();
        }
        if let Some(copied) = path.strip_prefix(COPY) {
            return site::answer(&built(), copied, &request.accept_encoding);
        }
        let own = Site { folders: vec![root().join("tests/sider")], policy: String::new() };
        site::answer(&own, path, &request.accept_encoding)
    }
}

fn built() -> Site {
    Site { folders: vec![root().join("dist")], policy: STRICT.to_owned() }
}

/// The text of one of the pages in `sider/verter/`.
pub(crate) fn page(name: &str) -> String {
    let file = root().join("tests/sider/verter").join(name).with_extension("html");
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("nobody has failed while holding it")
}
