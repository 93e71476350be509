//! The archive on real web servers, with the settings that it brings and otherwise as Debian ships them.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::daemon::{Daemon, run, server};
use crate::edition::edition;
use crate::webdriver::scratch::Scratch;
use crate::webdriver::{Browser, free_port};
use crate::{DIST, host, unpacked, walk};

const FOREVER: &str = "public, max-age=31536000, immutable";
const MINUTES: &str = "public, max-age=300";

#[test]
fn nginx_serves_it() {
    let scratch = unpacked();
    let (port, place) = (free_port(), scratch.path().display());
    let settings = scratch.write(
        "nginx.conf",
        format!(
            "pid {place}/nginx.pid; error_log {place}/feil.log; events {{}}
            http {{
                include /etc/nginx/mime.types; access_log off;
                client_body_temp_path {place}/a; proxy_temp_path {place}/b; fastcgi_temp_path {place}/c;
                uwsgi_temp_path {place}/d; scgi_temp_path {place}/e;
                gzip on; gzip_types *; add_header X-Frame-Options SAMEORIGIN;
                include {place}/tjener/nginx.http.conf;
                server {{ listen 127.0.0.1:{port}; root {place}; include {place}/tjener/nginx.conf; }}
            }}"
        ),
    );
    let log = scratch.path().join("nginx.log");
    let mut command = server("nginx");
    command.arg("-p").arg(scratch.path()).arg("-c").arg(settings).args(["-g", "daemon off;"]);
    let serving = Daemon::start(&mut command, &log).answers(port, &log);
    serves(&scratch, port);
    drop(serving);
}

#[test]
fn apache_serves_it() {
    let scratch = unpacked();
    let (port, place) = (free_port(), scratch.path().display());
    let modules = [
        "mpm_event",
        "authz_core",
        "dir",
        "mime",
        "negotiation",
        "filter",
        "deflate",
        "headers",
        "rewrite",
        "setenvif",
    ];
    let modules =
        modules.map(|name| format!("IncludeOptional /etc/apache2/mods-available/{name}.[lc]o[an][df]")).join("\n");
    let settings = scratch.write(
        "apache.conf",
        format!(
            "ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {place}/apache.pid\nDefaultRuntimeDir {place}
            Mutex file:{place} default\nErrorLog {place}/feil.log\nUser www-data\nGroup www-data\n{modules}
            DocumentRoot {place}\nHeader always set X-Frame-Options SAMEORIGIN
            <Directory {place}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>"
        ),
    );
    let log = scratch.path().join("apache.log");
    let mut command = server("apache2");
    command.arg("-d").arg(scratch.path()).arg("-f").arg(settings).arg("-DFOREGROUND");
    let serving = Daemon::start(&mut command, &log).answers(port, &log);
    serves(&scratch, port);
    drop(serving);
}

#[test]
fn caddy_serves_it() {
    let scratch = unpacked();
    let (port, place) = (free_port(), scratch.path().display());
    let settings = scratch.write(
        "Caddyfile",
        format!(
            "{{\n\tadmin off\n\tauto_https off\n}}\nimport {place}/tjener/bygg-uten-a-soke.caddy
            http://127.0.0.1:{port} {{\n\troot * {place}\n\theader X-Frame-Options SAMEORIGIN
            \tencode gzip\n\thandle /bygg-uten-a-soke/* {{\n\t\timport bygg-uten-a-soke\n\t}}\n}}\n"
        ),
    );
    let log = scratch.path().join("caddy.log");
    let mut command = Command::new("caddy");
    command.arg("run").arg("--config").arg(settings).args(["--adapter", "caddyfile"]);
    command.env("XDG_DATA_HOME", scratch.path()).env("XDG_CONFIG_HOME", scratch.path());
    let serving = Daemon::start(&mut command, &log).answers(port, &log);
    serves(&scratch, port);
    drop(serving);
}

/// Every kind of file has the headers that it needs, and the guide works from another site.
fn serves(scratch: &Scratch, port: u16) {
    let origin = format!("http://127.0.0.1:{port}");
    let folder = scratch.path().join("bygg-uten-a-soke");
    for (path, kind, cache) in files(&folder) {
        for encoding in ["br", "gzip", "identity"] {
            has_headers(&folder, &origin, &path, kind, cache, encoding);
        }
    }
    let missing = answer(&format!("{origin}/bygg-uten-a-soke/veiviser/veiviser.AAAAAAAAAAAA.wasm"), "br");
    assert!(missing.starts_with("HTTP/1.1 404") && !missing.contains("immutable"), "{missing}");
    works(scratch, &origin);
}

/// One file of each kind: its path, its type, and how long it may be kept.
fn files(folder: &Path) -> Vec<(String, &'static str, &'static str)> {
    let edition = edition(&DIST);
    let first = |place: &str, start: &str, end: &str| {
        let names =
            fs::read_dir(folder.join(place)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| name.starts_with(start) && name.ends_with(end)).collect();
        names.sort();
        format!("{place}/{}", names.first().unwrap_or_else(|| panic!("{place}/{start}*{end}")))
    };
    let script = "text/javascript; charset=utf-8";
    vec![
        ("veiviser/veiviser.js".to_owned(), script, MINUTES),
        ("veiviser/tilpass.js".to_owned(), script, MINUTES),
        ("veiviser/ramme.html".to_owned(), "text/html; charset=utf-8", MINUTES),
        ("veiviser/ramme.css".to_owned(), "text/css; charset=utf-8", MINUTES),
        ("regler/gjeldende.json".to_owned(), "application/json", MINUTES),
        ("regelbok/nb/index.html".to_owned(), "text/html; charset=utf-8", MINUTES),
        (first("veiviser", "veiviser.", ".wasm"), "application/wasm", FOREVER),
        (first("veiviser", "stil.", ".css"), "text/css; charset=utf-8", FOREVER),
        (first("veiviser", "hjelp.", ".js"), script, FOREVER),
        (first("regler", "start.nb.", ".bin"), "application/octet-stream", FOREVER),
        (first("regler", "grunner-", ".txt"), "text/plain; charset=utf-8", FOREVER),
        (format!("{edition}/veiviser.js"), script, FOREVER),
        (format!("{edition}/regler/gjeldende.json"), "application/json", MINUTES),
        (format!("{edition}/ramme.html"), "text/html; charset=utf-8", FOREVER),
    ]
}

/// The head of an answer.
fn answer(url: &str, encoding: &str) -> String {
    run(Command::new("curl").args(["--silent", "--dump-header", "-", "--output", "/dev/null"]).args([
        "--header",
        &format!("Accept-Encoding: {encoding}"),
        url,
    ]))
}

fn has_headers(folder: &Path, origin: &str, path: &str, kind: &str, cache: &str, encoding: &str) {
    let url = format!("{origin}/bygg-uten-a-soke/{path}");
    let head = answer(&url, encoding);
    let values = |name: &str| -> Vec<String> {
        let lines = head.lines().filter_map(|line| line.split_once(':'));
        lines.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned()).collect()
    };
    assert!(head.starts_with("HTTP/1.1 200"), "{path}, {encoding}: {head}");
    for (name, value) in [
        ("Content-Type", kind),
        ("Cache-Control", cache),
        ("Access-Control-Allow-Origin", "*"),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
    ] {
        assert_eq!(values(name), [value], "{name} of {path}, {encoding}:\n{head}");
    }
    assert!(values("Vary").join(",").contains("Accept-Encoding"), "{path}, {encoding}:\n{head}");
    let end = match encoding {
        "br" => ".br",
        "gzip" => ".gz",
        _ => "",
    };
    let packed = folder.join(format!("{path}{end}"));
    // What is not packed beforehand, the server may pack.
    if packed.is_file() {
        let expected: &[&str] = if end.is_empty() { &[] } else { &[encoding] };
        assert_eq!(values("Content-Encoding"), expected, "{path}:\n{head}");
        let body =
            Command::new("curl").args(["--silent", "--header", &format!("Accept-Encoding: {encoding}"), &url]).output();
        assert!(
            body.unwrap().stdout == fs::read(&packed).unwrap(),
            "{path}, {encoding}: not the file as it lies there"
        );
    }
    let policy = values("Content-Security-Policy");
    if path.ends_with("ramme.html") {
        assert!(policy.len() == 1 && policy[0].contains("frame-ancestors *"), "{path}:\n{head}");
        assert!(values("X-Frame-Options").is_empty(), "{path}:\n{head}");
    } else {
        assert!(policy.is_empty(), "{path}:\n{head}");
    }
}

/// From a page on another site: the element, walked to an answer, and the frame, which tells that it runs and how high it is.
fn works(scratch: &Scratch, origin: &str) {
    let base = format!("{origin}/bygg-uten-a-soke/veiviser");
    let html = format!(
        "<script type=module src='{base}/veiviser.js'></script>
        <bygg-uten-a-soke tiltak=garasje lang=nb><p>Uten</p></bygg-uten-a-soke>"
    );
    let element = host(scratch, "vert", origin, &html);
    let browser = Browser::start();
    browser.go(&element.url("/"));
    walk(&browser);
    let said = browser.console();
    assert!(said.is_empty(), "the console says {said:?}");

    let html = format!(
        "<script type=module src='{base}/tilpass.js'></script>
        <iframe src='{base}/ramme.html?tiltak=garasje&amp;lang=nn' title=Vegvisar height=150></iframe>"
    );
    let frame = host(scratch, "ramme", origin, &html);
    browser.go(&frame.url("/"));
    browser.until("the frame to be as high as the guide", || {
        let height = browser.run("return document.querySelector('iframe').clientHeight", &[]);
        (height.as_i64()? > 250).then_some(())
    });
    assert_eq!(browser.run("return document.querySelectorAll('iframe').length", &[]), json!(1));
}
