//! Firefox, through its own remote control, which needs no driver between.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Remote;
use super::marionette::Marionette;
use super::process::Process;
use super::scratch::Scratch;

/// How long it may take to start; the first time it makes itself at home.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is not as delivered: a free port, nothing to be told at the first start, and no network but the test's own. Firefox
/// asks this machine itself whatever the proxy is.
const PREFERENCES: &str = r#"
user_pref("marionette.port", 0);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("services.settings.server", "data:,#nothing");
user_pref("app.normandy.enabled", false);
user_pref("browser.startup.page", 0);
user_pref("browser.newtabpage.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.cache.disk.enable", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("media.gmp-manager.updateEnabled", false);
user_pref("extensions.systemAddon.update.enabled", false);
"#;

/// What the page has done wrong, as Firefox tells its user, and the list emptied.
const CONSOLE: &str = "const told = Services.console.getMessageArray().flatMap((message) => {
        try { message.QueryInterface(Ci.nsIScriptError) } catch { return [] }
        const level = message.flags & Ci.nsIScriptError.warningFlag ? 'WARNING' : 'SEVERE';
        const ofPage = !message.isFromChromeContext && /^(content|CSP|CORS|Mixed|SRI)/.test(message.category);
        return ofPage ? [[level, message.errorMessage]] : [];
    });
    Services.console.reset();
    return told;";

struct Firefox {
    remote: Marionette,
    _browser: Process,
    _profile: Scratch,
}

/// Starts Firefox, which tells its port in a file of its profile.
pub(super) fn start() -> impl Remote {
    let profile = Scratch::new();
    fs::write(profile.path().join("user.js"), PREFERENCES).expect("its preferences can be written");
    let mut command = Command::new(if on_path("firefox-esr") { "firefox-esr" } else { "firefox" });
    command.args(["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile"]);
    command.arg(profile.path()).env("HOME", profile.path());
    let browser = Process::start(command.stdout(Stdio::null()).stderr(Stdio::null()));
    let remote = Marionette::meet(port(&profile));
    Firefox { remote, _browser: browser, _profile: profile }
}

impl Remote for Firefox {
    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, Value> {
        self.remote.send(method, path, body)
    }

    fn console(&self) -> Vec<(String, String)> {
        let told = self.remote.run_as_browser(CONSOLE);
        serde_json::from_value(told).unwrap_or_default()
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        let _ = self.remote.command("Marionette:Quit", &json!({ "flags": ["eForceQuit"] }));
    }
}

fn on_path(program: &str) -> bool {
    let ask = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    ask.is_ok_and(|status| status.success())
}

fn port(profile: &Scratch) -> u16 {
    let file = profile.path().join("MarionetteActivePort");
    let start = Instant::now();
    loop {
        if let Some(port) = fs::read_to_string(&file).ok().and_then(|text| text.trim().parse().ok()) {
            return port;
        }
        assert!(start.elapsed() < PATIENCE, "Firefox tells no port");
        thread::sleep(Duration::from_millis(20));
    }
}
