//! A browser, driven over HTTP as the `WebDriver` standard says; no more of it than `vakt` needs.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::failure::Failure;

/// What a browser needs where nobody looks at it. It keeps nothing: its profile is its own and goes with it.
const FLAGS: [&str; 6] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
];
/// How long the driver may take over anything.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long a page may take to come.
const PAGE: u64 = 30_000;

/// A browser. It is gone when this is dropped.
#[derive(Debug)]
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

impl Browser {
    /// Starts chromedriver on a free port, and a browser in which `script` runs first on every page.
    ///
    /// # Errors
    /// Where chromedriver or the browser cannot be started.
    pub fn start(script: &str) -> Result<Self, Failure> {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let remedy = "installer chromium og chromedriver (Debian: `apt-get install chromium chromium-driver`)";
        let mut driver = command.spawn().map_err(|error| Failure(format!("chromedriver: {error}; {remedy}")))?;
        let port = port_of(&mut driver);
        let mut browser = Self { driver, port: port.unwrap_or_default(), session: String::new() };
        let made = browser.send("POST", "/session", &capabilities());
        let made = made.map_err(|error| Failure(format!("nettleseren starter ikke: {error}; {remedy}")))?;
        made.get("sessionId").and_then(Value::as_str).unwrap_or_default().clone_into(&mut browser.session);
        let first = json!({ "cmd": "Page.addScriptToEvaluateOnNewDocument", "params": { "source": script } });
        browser.post("/goog/cdp/execute", &first).map_err(Failure)?;
        Ok(browser)
    }

    /// Goes to an address.
    ///
    /// # Errors
    /// What the browser says where it does not come.
    pub fn go(&self, url: &str) -> Result<(), String> {
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Runs the body of a function in the page.
    ///
    /// # Errors
    /// What the browser says where it fails.
    pub fn run(&self, script: &str) -> Result<Value, String> {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// The errors that have come to the console since this was last asked.
    #[must_use]
    pub fn errors(&self) -> Vec<String> {
        let entries = self.post("/se/log", &json!({ "type": "browser" })).unwrap_or_default();
        let entries = entries.as_array().into_iter().flatten();
        let severe = entries.filter(|entry| entry.get("level").and_then(Value::as_str) == Some("SEVERE"));
        severe.filter_map(|entry| Some(entry.get("message")?.as_str()?.to_owned())).collect()
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.send("POST", &format!("/session/{}{path}", self.session), body)
    }

    /// The value of the answer; of an error, its first line.
    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let (status, text) = exchange(self.port, method, path, body).map_err(|error| error.to_string())?;
        let mut answer: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
        if status == 200 {
            return Ok(value);
        }
        let said = value.get("message").and_then(Value::as_str).unwrap_or(&text);
        Err(said.lines().next().unwrap_or_default().to_owned())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.send("DELETE", &format!("/session/{}", self.session), &Value::Null);
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn capabilities() -> Value {
    json!({ "capabilities": { "alwaysMatch": {
        "pageLoadStrategy": "eager",
        "timeouts": { "pageLoad": PAGE, "script": PAGE },
        "goog:chromeOptions": { "args": FLAGS },
        "goog:loggingPrefs": { "browser": "ALL" },
    } } })
}

/// Chromedriver says itself which port it found.
fn port_of(driver: &mut Child) -> Option<u16> {
    let mut lines = BufReader::new(driver.stdout.take()?).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    // Whoever writes to a closed pipe is killed, so what it goes on to say is read and thrown away.
    thread::spawn(move || lines.for_each(drop));
    port
}

/// One request and its answer: the status and the body.
fn exchange(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<(u16, String)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
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
