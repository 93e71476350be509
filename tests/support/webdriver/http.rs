//! A session with a driver that speaks the standard over HTTP.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{NOWHERE, PATIENCE};

/// A driver on a port, and the session with it.
pub(super) struct Session {
    port: u16,
    id: String,
}

impl Session {
    /// Begins a session, once the driver listens. `wanted` holds what no other engine knows; what the browser then says that it
    /// can is handed back.
    pub(super) fn begin(port: u16, wanted: Value) -> (Self, Value) {
        Self::try_begin(port, wanted).expect("the driver answers")
    }

    /// As [`Self::begin`]; an error where the driver does not answer.
    pub(super) fn try_begin(port: u16, mut wanted: Value) -> std::io::Result<(Self, Value)> {
        wanted["proxy"] = json!({
            "proxyType": "manual", "httpProxy": NOWHERE, "sslProxy": NOWHERE, "noProxy": ["127.0.0.1", "localhost"],
        });
        await_listener(port);
        let mut session = Self { port, id: String::new() };
        let body = json!({ "capabilities": { "alwaysMatch": wanted } });
        let made = session.exchange("POST", "/session", &body)?;
        let mut made = made.unwrap_or_else(|error| panic!("the browser does not start: {}", error["message"]));
        made["sessionId"].as_str().expect("a session").clone_into(&mut session.id);
        Ok((session, made["capabilities"].take()))
    }

    /// Sends a command of the session.
    pub(super) fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, Value> {
        self.exchange(method, &format!("/session/{}{path}", self.id), body).expect("the driver answers")
    }

    /// Ends the session, and the browser with it.
    pub(super) fn end(&self) {
        let _ = exchange(self.port, "DELETE", &format!("/session/{}", self.id), &Value::Null);
    }

    fn exchange(&self, method: &str, path: &str, body: &Value) -> std::io::Result<Result<Value, Value>> {
        let (status, text) = exchange(self.port, method, path, body)?;
        let mut answer: Value = serde_json::from_str(&text).expect("the driver speaks JSON");
        let value = answer["value"].take();
        Ok(if status == 200 { Ok(value) } else { Err(value) })
    }
}

/// A port that nobody uses, and nobody is given while a program is about to: each is handed out once, and none is of those that
/// the system hands out itself.
pub(crate) fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 20_000 + u16::try_from(std::process::id() % 10_000).unwrap_or_default();
    let mut ports = std::iter::repeat_with(|| first + NEXT.fetch_add(1, Ordering::Relaxed));
    ports.find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok()).expect("ports do not end")
}

fn await_listener(port: u16) {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(start.elapsed() < PATIENCE, "no driver listens on port {port}");
        std::thread::sleep(Duration::from_millis(20));
    }
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
