//! `WebKit` as GTK has it, through its own driver, on a screen that nobody sees.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::Remote;
use super::http::{Session, free_port};
use super::process::Process;
use super::scratch::Scratch;

/// They end from first to last: the session, its driver, the screen.
struct WebKit {
    session: Session,
    _driver: Process,
    _screen: Process,
    _profile: Scratch,
}

/// Starts a screen, the driver, and the browser, which the driver finds itself.
pub(super) fn start() -> impl Remote {
    // Its driver may start a browser that never tells that it has come.
    (0..3).find_map(|_| try_start().ok()).expect("WebKit starts")
}

fn try_start() -> std::io::Result<WebKit> {
    let profile = Scratch::new();
    let (screen, display) = start_screen();
    let port = free_port();
    let mut command = Command::new("WebKitWebDriver");
    command.arg(format!("--port={port}")).env("DISPLAY", display).env("HOME", profile.path());
    // For tests run as root. What it shows is the tests' own.
    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    command.env_remove("WAYLAND_DISPLAY").env("NO_AT_BRIDGE", "1");
    let driver = Process::start(command.stdout(Stdio::null()).stderr(Stdio::null()));
    let (session, _) = Session::try_begin(port, json!({ "browserName": "MiniBrowser" }))?;
    Ok(WebKit { session, _driver: driver, _screen: screen, _profile: profile })
}

impl Remote for WebKit {
    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, Value> {
        self.session.send(method, path, body)
    }

    fn console(&self) -> Vec<(String, String)> {
        Vec::new()
    }
}

impl Drop for WebKit {
    fn drop(&mut self) {
        self.session.end();
    }
}

/// The screen says itself which number it found.
fn start_screen() -> (Process, String) {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]);
    let mut screen = Process::start(command.stdout(Stdio::piped()).stderr(Stdio::null()));
    let mut line = String::new();
    let _ = BufReader::new(screen.output()).read_line(&mut line);
    assert!(!line.trim().is_empty(), "Xvfb tells no display; can it write in the folder of temporary files?");
    (screen, format!(":{}", line.trim()))
}
