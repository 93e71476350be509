//! As much of HTTP/1.1 as a small server needs: requests without a body, answers of known length.

use std::io::{self, BufRead, Read, Write};

use super::site::Answer;

/// The most that the head of a request may hold.
const LONGEST_HEAD: u64 = 16_384;

/// A request.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Request {
    /// Such as `GET`.
    pub method: String,
    /// The path and the query.
    pub address: String,
    /// The encodings that the browser takes.
    pub accept_encoding: String,
    /// Whether more may come on the same connection.
    pub keep_alive: bool,
}

/// The next request of a connection; `None` at its end, and where what comes is not HTTP.
///
/// # Errors
/// Where the connection breaks.
pub fn read(connection: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = connection.take(LONGEST_HEAD);
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut parts = line.split_whitespace().map(str::to_owned);
    let (Some(method), Some(address), Some(version)) = (parts.next(), parts.next(), parts.next()) else {
        return Ok(None);
    };
    let mut request = Request { method, address, keep_alive: version == "HTTP/1.1", ..Request::default() };
    loop {
        line.clear();
        head.read_line(&mut line)?;
        match line.trim_end() {
            "" => return Ok(line.ends_with('\n').then_some(request)),
            header => request.take_in(header),
        }
    }
}

impl Request {
    fn take_in(&mut self, header: &str) {
        let Some((name, value)) = header.split_once(':') else { return };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => value.clone_into(&mut self.accept_encoding),
            "connection" if value.eq_ignore_ascii_case("close") => self.keep_alive = false,
            // Its body is not read, so nothing after it can be.
            "content-length" if value != "0" => self.keep_alive = false,
            "transfer-encoding" => self.keep_alive = false,
            _ => {}
        }
    }

    /// Whether the answer's body is wanted, too.
    #[must_use]
    pub fn wants_body(&self) -> bool {
        self.method != "HEAD"
    }
}

/// Writes an answer.
///
/// # Errors
/// Where the connection breaks.
pub fn write(connection: &mut impl Write, request: &Request, answer: &Answer) -> io::Result<()> {
    let mut bytes = Vec::with_capacity(answer.body.len() + 1_024);
    write!(bytes, "HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status))?;
    answer.headers.iter().try_for_each(|(name, value)| write!(bytes, "{name}: {value}\r\n"))?;
    let connection_says = if request.keep_alive { "keep-alive" } else { "close" };
    write!(bytes, "Content-Length: {}\r\nConnection: {connection_says}\r\n\r\n", answer.body.len())?;
    if request.wants_body() {
        bytes.extend_from_slice(&answer.body);
    }
    connection.write_all(&bytes)
}

const fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        404 => "Not Found",
        500 => "Internal Server Error",
        _ => "Method Not Allowed",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{Request, read};

    #[test]
    fn requests_follow_each_other_on_a_connection() {
        let mut connection = &b"GET /a?b HTTP/1.1\r\nHost: x\r\naccept-encoding: br\r\n\r\nHEAD / HTTP/1.0\r\n\r\n"[..];
        let first = read(&mut connection).unwrap().unwrap();
        assert_eq!(
            (first.method.as_str(), first.address.as_str(), first.accept_encoding.as_str()),
            ("GET", "/a?b", "br")
        );
        assert!(first.keep_alive);
        let second = read(&mut connection).unwrap().unwrap();
        assert!(!second.wants_body() && !second.keep_alive);
        assert_eq!(read(&mut connection).unwrap(), None);
    }

    #[test]
    fn what_is_not_a_whole_request_is_none() {
        let endless = "x".repeat(20_000);
        for bytes in [&b""[..], b"\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x", endless.as_bytes()] {
            assert_eq!(read(&mut &*bytes).unwrap(), None::<Request>);
        }
    }
}
