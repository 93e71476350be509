//! A browser, driven over HTTP as the `WebDriver` standard says; no more of it than the tests need.

#![allow(dead_code, reason = "each test file uses its part")]

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

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
/// How long a page may take to become what a test waits for.
const PATIENCE: Duration = Duration::from_secs(15);
/// The key under which the standard names an element, and a shadow root.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const SHADOW: &str = "shadow-6066-11e4-a52e-4f735466cecf";

/// Keys that have no letter.
pub(crate) mod key {
    pub(crate) const TAB: &str = "\u{e004}";
    pub(crate) const ENTER: &str = "\u{e007}";
    pub(crate) const SHIFT: &str = "\u{e008}";
    pub(crate) const ESCAPE: &str = "\u{e00c}";
    pub(crate) const SPACE: &str = " ";
    pub(crate) const LEFT: &str = "\u{e012}";
    pub(crate) const UP: &str = "\u{e013}";
    pub(crate) const RIGHT: &str = "\u{e014}";
    pub(crate) const DOWN: &str = "\u{e015}";
    pub(crate) const BACKSPACE: &str = "\u{e003}";
}

/// A browser with a profile of its own. It is gone when this is dropped.
pub(crate) struct Browser {
    driver: Child,
    port: u16,
    session: String,
    process: Option<u64>,
    profile: PathBuf,
}

impl Browser {
    /// Starts chromedriver on a free port, and a browser.
    pub(crate) fn start() -> Self {
        let (driver, port) = start_driver();
        let profile = new_profile();
        let mut browser = Self { driver, port, session: String::new(), process: None, profile };
        let made = browser.send("POST", "/session", &browser.capabilities());
        made["sessionId"].as_str().expect("a session").clone_into(&mut browser.session);
        browser.process = made["capabilities"]["goog:processID"].as_u64();
        browser
    }

    fn capabilities(&self) -> Value {
        let profile = format!("--user-data-dir={}", self.profile.display());
        let mut options = json!({ "args": FLAGS.into_iter().chain([profile.as_str()]).collect::<Vec<_>>() });
        if let Some(binary) = binary() {
            options["binary"] = json!(binary);
        }
        json!({ "capabilities": { "alwaysMatch": {
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
        } } })
    }

    /// Goes to an address and waits until the page has loaded.
    pub(crate) fn go(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// Runs the body of a function; `arguments` holds what is handed to it. A promise is waited for.
    pub(crate) fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// The first element in the page that a selector meets.
    pub(crate) fn find(&self, css: &str) -> Element<'_> {
        self.until(css, || self.element(&self.try_post("/element", &by(css)).ok()?, ELEMENT))
    }

    /// The element that has the focus, within shadow roots too.
    pub(crate) fn focused(&self) -> Option<Element<'_>> {
        let script = "let it = document.activeElement; \
                      while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement; return it";
        self.element(&self.run(script, &[]), ELEMENT)
    }

    /// Presses keys wherever the focus is, one after another.
    pub(crate) fn press(&self, keys: &[&str]) {
        let strokes =
            keys.iter().flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })));
        self.act(&strokes.collect::<Vec<_>>());
    }

    /// Presses a key while another is held.
    pub(crate) fn press_with(&self, held: &str, key: &str) {
        let strokes = [("keyDown", held), ("keyDown", key), ("keyUp", key), ("keyUp", held)];
        self.act(&strokes.map(|(kind, key)| json!({ "type": kind, "value": key })));
    }

    fn act(&self, strokes: &[Value]) {
        let source = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.post("/actions", &json!({ "actions": [source] }));
    }

    /// Sets the size of the window.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.post("/window/rect", &json!({ "width": width, "height": height }));
    }

    /// What the window shows, as PNG in base64.
    pub(crate) fn screenshot(&self) -> String {
        self.get("/screenshot").as_str().expect("a picture").to_owned()
    }

    /// What has come to the console since this was last asked, as (level, message).
    pub(crate) fn console(&self) -> Vec<(String, String)> {
        let entries = self.post("/se/log", &json!({ "type": "browser" }));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let entries = entries.as_array().into_iter().flatten();
        entries.map(|entry| (text(&entry["level"]), text(&entry["message"]))).collect()
    }

    /// Sends a command of chromedriver's own, such as `Emulation.setCPUThrottlingRate`.
    pub(crate) fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// Tries until there is something, and fails loudly when that takes too long.
    #[track_caller]
    pub(crate) fn until<T>(&self, what: &str, mut attempt: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = attempt() {
                return found;
            }
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}; the console says {:?}", self.console());
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn element(&self, value: &Value, key: &str) -> Option<Element<'_>> {
        let id = value.get(key)?.as_str()?.to_owned();
        Some(Element { browser: self, id })
    }

    fn get(&self, path: &str) -> Value {
        self.send("GET", &self.path(path), &Value::Null)
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        self.send("POST", &self.path(path), body)
    }

    fn try_post(&self, path: &str, body: &Value) -> Result<Value, Value> {
        self.try_send("POST", &self.path(path), body)
    }

    fn path(&self, path: &str) -> String {
        format!("/session/{}{path}", self.session)
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        self.try_send(method, path, body).unwrap_or_else(|error| panic!("{method} {path}: {}", error["message"]))
    }

    /// The value of the answer, or of the error.
    fn try_send(&self, method: &str, path: &str, body: &Value) -> Result<Value, Value> {
        let (status, text) = exchange(self.port, method, path, body).expect("chromedriver answers");
        let mut answer: Value = serde_json::from_str(&text).expect("chromedriver speaks JSON");
        let value = answer["value"].take();
        if status == 200 { Ok(value) } else { Err(value) }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = exchange(self.port, "DELETE", &self.path(""), &Value::Null);
        for process in [self.process, Some(u64::from(self.driver.id()))].into_iter().flatten() {
            let mut kill = Command::new("kill");
            let _ = kill.args(["-9", &process.to_string()]).stderr(Stdio::null()).status();
        }
        let _ = self.driver.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// An element, or a shadow root: something to look for elements in.
pub(crate) struct Element<'a> {
    browser: &'a Browser,
    id: String,
}

impl<'a> Element<'a> {
    /// The root inside it, once it has one.
    pub(crate) fn shadow(&self) -> Shadow<'a> {
        let path = format!("/element/{}/shadow", self.id);
        let browser = self.browser;
        let found = browser.until("a shadow root", || {
            let value = browser.try_send("GET", &browser.path(&path), &Value::Null).ok()?;
            Some(value[SHADOW].as_str()?.to_owned())
        });
        Shadow { browser, id: found }
    }

    /// The first element inside that a selector meets.
    pub(crate) fn find(&self, css: &str) -> Element<'a> {
        let path = format!("/element/{}/element", self.id);
        self.browser.until(css, || self.browser.element(&self.browser.try_post(&path, &by(css)).ok()?, ELEMENT))
    }

    /// Clicks in its middle, as a mouse does.
    pub(crate) fn click(&self) {
        self.browser.post(&format!("/element/{}/click", self.id), &json!({}));
    }

    /// Types into it.
    pub(crate) fn keys(&self, text: &str) {
        self.browser.post(&format!("/element/{}/value", self.id), &json!({ "text": text }));
    }

    /// Empties it.
    pub(crate) fn clear(&self) {
        self.browser.post(&format!("/element/{}/clear", self.id), &json!({}));
    }

    /// The text as it is shown.
    pub(crate) fn text(&self) -> String {
        self.browser.get(&format!("/element/{}/text", self.id)).as_str().unwrap_or_default().to_owned()
    }

    /// A property, as scripts see it.
    pub(crate) fn property(&self, name: &str) -> Value {
        self.browser.get(&format!("/element/{}/property/{name}", self.id))
    }

    /// An attribute, as the page writes it.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.run(&format!("return arguments[0].getAttribute('{name}')")).as_str().map(str::to_owned)
    }

    /// A property of its style, as computed.
    pub(crate) fn style(&self, name: &str) -> String {
        self.browser.get(&format!("/element/{}/css/{name}", self.id)).as_str().unwrap_or_default().to_owned()
    }

    /// The name that assistive technology is told.
    pub(crate) fn label(&self) -> String {
        self.browser.get(&format!("/element/{}/computedlabel", self.id)).as_str().unwrap_or_default().to_owned()
    }

    /// The role that assistive technology is told.
    pub(crate) fn role(&self) -> String {
        self.browser.get(&format!("/element/{}/computedrole", self.id)).as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script of which `arguments[0]` is this element.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.browser.run(script, &[self.handle()])
    }

    /// What a script must be handed to meet this element.
    pub(crate) fn handle(&self) -> Value {
        json!({ ELEMENT: self.id })
    }
}

/// An open shadow root.
pub(crate) struct Shadow<'a> {
    browser: &'a Browser,
    id: String,
}

impl<'a> Shadow<'a> {
    /// The first element inside that a selector meets, once there is one.
    pub(crate) fn find(&self, css: &str) -> Element<'a> {
        self.browser.until(css, || self.try_find(css))
    }

    /// The first element inside that a selector meets now.
    pub(crate) fn try_find(&self, css: &str) -> Option<Element<'a>> {
        let path = format!("/shadow/{}/element", self.id);
        self.browser.element(&self.browser.try_post(&path, &by(css)).ok()?, ELEMENT)
    }

    /// Every element inside that a selector meets now.
    pub(crate) fn all(&self, css: &str) -> Vec<Element<'a>> {
        let found = self.browser.post(&format!("/shadow/{}/elements", self.id), &by(css));
        let found = found.as_array().into_iter().flatten();
        found.filter_map(|value| self.browser.element(value, ELEMENT)).collect()
    }
}

fn by(css: &str) -> Value {
    json!({ "using": "css selector", "value": css })
}

/// Chromedriver says itself which port it found.
fn start_driver() -> (Child, u16) {
    let mut command = Command::new("chromedriver");
    command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut driver = command.spawn().expect("chromedriver is installed; `cargo run -- test` sees to that");
    let mut lines = BufReader::new(driver.stdout.take().expect("its output")).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    // Whoever writes to a closed pipe is killed, so what it goes on to say is read and thrown away.
    thread::spawn(move || lines.for_each(drop));
    (driver, port.expect("chromedriver tells its port"))
}

fn new_profile() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("bygg-uten-a-soke-{}-{number}", std::process::id()))
}

/// The browser on the path, where chromedriver may not look for it by itself.
fn binary() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

/// One request and its answer: the status and the body.
fn exchange(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<(u16, String)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {length}\r\n\r\n{body}"
    )?;
    let mut reader = BufReader::new(stream);
    let (status, length) = head(&mut reader)?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok((status, String::from_utf8_lossy(&body).into_owned()))
}

fn head(reader: &mut impl BufRead) -> std::io::Result<(u16, usize)> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    let mut length = 0;
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            return Ok((status, length));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or_default();
        }
    }
}
