//! A browser of any of the three engines, driven as the `WebDriver` standard says; no more of it than the tests need.

#![allow(dead_code, reason = "each test file uses its part")]

#[path = "webdriver/axe.rs"]
mod axe;
#[path = "webdriver/chromium.rs"]
mod chromium;
#[path = "webdriver/element.rs"]
mod element;
#[path = "webdriver/firefox.rs"]
mod firefox;
#[path = "webdriver/http.rs"]
mod http;
#[path = "webdriver/marionette.rs"]
mod marionette;
#[path = "webdriver/process.rs"]
mod process;
#[path = "scratch.rs"]
pub(crate) mod scratch;
#[path = "webdriver/webkit.rs"]
mod webkit;

use std::fmt;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

#[allow(unused_imports, reason = "each test file uses its part")]
pub(crate) use element::{Element, Shadow};
#[allow(unused_imports, reason = "each test file uses its part")]
pub(crate) use http::free_port;

/// How long a page may take to become what a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);
/// The key under which the standard names an element, and a shadow root.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const SHADOW: &str = "shadow-6066-11e4-a52e-4f735466cecf";
/// An address where nobody listens: what a browser would fetch from elsewhere ends there, and this machine is asked itself.
const NOWHERE: &str = "127.0.0.1:9";

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

/// What browsers are made of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Engine {
    /// Chrome, Edge, Samsung Internet.
    Chromium,
    /// Firefox, its extended support release.
    Firefox,
    /// Safari's engine, as GTK has it.
    WebKit,
}

impl Engine {
    /// Every engine.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

impl fmt::Display for Engine {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}

/// A browser that hears the standard's commands, however they reach it. It is gone when this is dropped.
trait Remote {
    /// Sends a command of the session, its path as the standard has it after the session's name. The value of the answer, or of
    /// the error.
    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, Value>;

    /// What has come to the console since this was last asked, as (level, message).
    fn console(&self) -> Vec<(String, String)>;
}

/// A browser with a profile of its own. It is gone when this is dropped.
pub(crate) struct Browser {
    /// What it is made of.
    pub(crate) engine: Engine,
    remote: Box<dyn Remote>,
}

impl Browser {
    /// Starts the browser that most residents have.
    pub(crate) fn start() -> Self {
        Self::start_in(Engine::Chromium)
    }

    /// Starts a browser of an engine.
    pub(crate) fn start_in(engine: Engine) -> Self {
        let remote: Box<dyn Remote> = match engine {
            Engine::Chromium => Box::new(chromium::start()),
            Engine::Firefox => Box::new(firefox::start()),
            Engine::WebKit => Box::new(webkit::start()),
        };
        Self { engine, remote }
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

    /// Goes into a frame of the page, or with `None` out to the page itself.
    pub(crate) fn frame(&self, frame: Option<&Element>) {
        let id = frame.map_or(Value::Null, Element::handle);
        self.post("/frame", &json!({ "id": id }));
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

    /// What has come to the console since this was last asked, as (level, message). `WebKit` tells nobody.
    pub(crate) fn console(&self) -> Vec<(String, String)> {
        self.remote.console()
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
        self.send("GET", path, &Value::Null)
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        self.send("POST", path, body)
    }

    fn try_post(&self, path: &str, body: &Value) -> Result<Value, Value> {
        self.remote.send("POST", path, body)
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        self.remote.send(method, path, body).unwrap_or_else(|error| panic!("{method} {path}: {}", error["message"]))
    }
}

fn by(css: &str) -> Value {
    json!({ "using": "css selector", "value": css })
}
