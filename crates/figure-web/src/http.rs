//! As much of HTTP as a page and a WebSocket need: the head of a request, and an answer that ends
//! with the connection.

use std::io::{self, Read, Write};

/// A head that is longer, in bytes, is nobody's who means well.
const LONGEST: usize = 16 * 1024;

/// The head of a request.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) method: String,
    pub(crate) target: String,
    headers: Vec<(String, String)>,
}

impl Head {
    /// Reads up to the empty line, and no byte beyond it.
    pub(crate) fn read(mut from: impl Read) -> io::Result<Self> {
        let (mut bytes, mut next) = (Vec::new(), [0]);
        // A byte at a time: what comes after the head is not ours.
        while bytes.len() < LONGEST {
            from.read_exact(&mut next)?;
            bytes.extend(next);
            if bytes.ends_with(b"\r\n\r\n") {
                let text = String::from_utf8(bytes).ok();
                let head = text.as_deref().and_then(Self::parse);
                return head.ok_or(io::ErrorKind::InvalidData.into());
            }
        }
        Err(io::ErrorKind::InvalidData.into())
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.trim_end().split("\r\n");
        let mut first = lines.next()?.split(' ');
        let header = |line: &str| {
            let (name, value) = line.split_once(':')?;
            Some((name.to_ascii_lowercase(), value.trim().to_owned()))
        };
        Some(Self {
            method: first.next()?.to_owned(),
            target: first.next()?.to_owned(),
            headers: lines.map(header).collect::<Option<_>>()?,
        })
    }

    /// A header by its name in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find_map(|(found, value)| (found == name).then_some(value.as_str()))
    }

    /// What a WebSocket's key is, if this is a request for one from a page of the same host.
    pub(crate) fn websocket_key(&self) -> Option<&str> {
        let upgrade = self.header("upgrade")?.eq_ignore_ascii_case("websocket");
        let (_, origin) = self.header("origin")?.split_once("://")?;
        let same = self.header("host")? == origin;
        self.header("sec-websocket-key").filter(|_| upgrade && same)
    }
}

/// Answers with a status such as `200 OK`, and a body.
pub(crate) fn answer(mut to: impl Write, status: &str, kind: &str, body: &str) -> io::Result<()> {
    let length = body.len();
    write!(
        to,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n{body}"
    )?;
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: &str = "GET /live HTTP/1.1\r\nHost: a:1\r\nUpgrade: WebSocket\r\n\
                         Origin: http://a:1\r\nSec-WebSocket-Key: k\r\n\r\nmore";

    #[test]
    fn a_head_ends_at_the_empty_line() {
        let mut from = ASKED.as_bytes();
        let head = Head::read(&mut from).unwrap();
        assert_eq!((&*head.method, &*head.target), ("GET", "/live"));
        assert_eq!(head.websocket_key(), Some("k"));
        assert_eq!(from, b"more");
    }

    #[test]
    fn pages_of_others_get_no_socket() {
        for (from, to) in [
            ("http://a:1", "http://evil"),
            ("Origin: http://a:1\r\n", ""),
            ("WebSocket\r\n", "h2c\r\n"),
        ] {
            let head = Head::read(ASKED.replace(from, to).as_bytes()).unwrap();
            assert_eq!(head.websocket_key(), None, "{to}");
        }
    }

    #[test]
    fn nonsense_is_an_error() {
        for nonsense in [
            "",
            "GET",
            "\r\n\r\n",
            "GET / HTTP/1.1\r\nno colon\r\n\r\n",
            &"x".repeat(LONGEST + 9),
        ] {
            assert!(Head::read(nonsense.as_bytes()).is_err());
        }
    }
}
