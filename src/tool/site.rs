//! What a request for a path is answered: the file, its headers, and the smallest form that the browser takes.

use std::fs;
use std::path::PathBuf;

use super::compress::with_end;
use super::hash::IN_NAME;

/// The strictest policy that the widget works under; a municipality may have this one.
pub const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy of the widget's own page in a frame: any page may hold it, and a municipality's configuration may lie anywhere.
pub const FRAME: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors *";

/// Folders to serve.
#[derive(Clone, Debug)]
pub struct Site {
    /// Looked through in this order.
    pub folders: Vec<PathBuf>,
    /// The content security policy of every page.
    pub policy: String,
}

/// What to send back.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
    /// The content.
    pub body: Vec<u8>,
}

/// Answers a request for an address, as far as its query.
#[must_use]
pub fn answer(site: &Site, address: &str, accept_encoding: &str) -> Answer {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    found(site, &path, accept_encoding).unwrap_or_else(|| missing(&path))
}

fn found(site: &Site, path: &str, accept_encoding: &str) -> Option<Answer> {
    let relative = path.strip_prefix('/').filter(|path| is_safe(path))?;
    let file = site.folders.iter().map(|folder| folder.join(relative)).find(|file| file.is_file())?;
    let packed = |(encoding, end)| {
        let takes = accepts(accept_encoding, encoding);
        takes.then(|| fs::read(with_end(&file, end)).ok()).flatten().map(|body| (Some(encoding), body))
    };
    let smallest = [("br", ".br"), ("gzip", ".gz")].into_iter().find_map(packed);
    let (encoding, body) = smallest.or_else(|| Some((None, fs::read(&file).ok()?)))?;
    Some(Answer { status: 200, headers: headers(site, path, encoding), body })
}

/// No step upwards and nothing hidden; our file names need no escapes.
fn is_safe(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '%']))
}

fn accepts(accept_encoding: &str, encoding: &str) -> bool {
    accept_encoding.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        parts.next() == Some(encoding) && !parts.any(|part| matches!(part, "q=0" | "q=0.0"))
    })
}

fn headers(site: &Site, path: &str, encoding: Option<&str>) -> Vec<(&'static str, String)> {
    let kind = media_type(path);
    let mut headers = vec![
        ("Content-Type", kind.to_owned()),
        ("Cache-Control", caching(path).to_owned()),
        ("Vary", "Accept-Encoding".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ];
    headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding.to_owned())));
    if kind.starts_with("text/html") {
        headers.push(("Content-Security-Policy", policy(site, path)));
    } else {
        // Other sites put the widget on their pages.
        headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
        headers.push(("Cross-Origin-Resource-Policy", "cross-origin".to_owned()));
    }
    headers
}

/// A page for frames has its own, and the page where an editor sees what comes of it holds one of ours.
fn policy(site: &Site, path: &str) -> String {
    match path {
        path if path.ends_with("/ramme.html") || path.ends_with("/bygg-inn/forhandsvisning.html") => FRAME.to_owned(),
        path if path.ends_with("/bygg-inn/index.html") => format!("{}; frame-src 'self'", site.policy),
        _ => site.policy.clone(),
    }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

/// A file with its hash in its name never changes; every other is asked for anew.
fn caching(path: &str) -> &'static str {
    let is_hash = |part: &str| part.len() == IN_NAME && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if path.rsplit('.').nth(1).is_some_and(is_hash) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Browsers ask for an icon by themselves; that there is none is no fault.
fn missing(path: &str) -> Answer {
    if path == "/favicon.ico" {
        return Answer { status: 204, headers: Vec::new(), body: Vec::new() };
    }
    let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
    Answer { status: 404, headers, body: b"not found\n".to_vec() }
}

#[cfg(test)]
mod tests {
    use super::{accepts, caching, is_safe, media_type};

    #[test]
    fn nothing_outside_the_folder_is_served() {
        assert!(is_safe("regler/gjeldende.json"));
        for path in ["../Cargo.toml", "a/../../b", ".git/config", "a//b", "%2e%2e/b", "c:/x", ""] {
            assert!(!is_safe(path), "{path}");
        }
    }

    #[test]
    fn an_encoding_is_used_where_the_browser_takes_it() {
        assert!(accepts("gzip, deflate, br;q=0.9", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("", "gzip"));
    }

    #[test]
    fn only_what_is_named_by_its_hash_is_kept() {
        assert!(caching("/regler/start.nb.0123456789aB.txt").contains("immutable"));
        assert_eq!(caching("/veiviser/veiviser.js"), "no-cache");
        assert_eq!(media_type("/a.0123456789ab.wasm"), "application/wasm");
    }
}
