//! Chromium, through chromedriver.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::{Value, json};

use super::Remote;
use super::http::Session;
use super::process::{Process, end};
use super::scratch::Scratch;

/// No sandbox, for tests run as root; no network but the test's own.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

struct Chromium {
    session: Session,
    browser: Option<u64>,
    _driver: Process,
    _profile: Scratch,
}

/// Starts chromedriver on a free port, and a browser.
pub(super) fn start() -> impl Remote {
    let profile = Scratch::new();
    let (driver, port) = start_driver();
    let folder = format!("--user-data-dir={}", profile.path().display());
    let mut options = json!({ "args": FLAGS.into_iter().chain([folder.as_str()]).collect::<Vec<_>>() });
    if let Some(binary) = binary() {
        options["binary"] = json!(binary);
    }
    let wanted = json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } });
    let (session, made) = Session::begin(port, wanted);
    Chromium { session, browser: made["goog:processID"].as_u64(), _driver: driver, _profile: profile }
}

impl Remote for Chromium {
    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, Value> {
        self.session.send(method, path, body)
    }

    fn console(&self) -> Vec<(String, String)> {
        let entries = self.send("POST", "/se/log", &json!({ "type": "browser" })).unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let entries = entries.as_array().into_iter().flatten();
        entries.map(|entry| (text(&entry["level"]), text(&entry["message"]))).collect()
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        self.session.end();
        // It may hang with the page that it shows.
        if let Some(browser) = self.browser {
            end(browser, "-KILL");
        }
    }
}

/// A driver that is started. On a busy machine one may lose the port that it found, and ends; then another is started.
fn start_driver() -> (Process, u16) {
    (0..3).find_map(|_| try_driver()).expect("chromedriver tells its port")
}

/// Chromedriver says itself which port it found.
fn try_driver() -> Option<(Process, u16)> {
    let mut command = Command::new("chromedriver");
    let mut driver = Process::start(command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()));
    let mut lines = BufReader::new(driver.output()).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    // Whoever writes to a closed pipe is killed, so what it goes on to say is read and thrown away.
    thread::spawn(move || lines.for_each(drop));
    Some((driver, port?))
}

/// The browser on the path, where chromedriver may not look for it by itself.
fn binary() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}
