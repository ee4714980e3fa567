//! As much of HTTP/1.1 as a tablet needs here: one request, one answer of a known length.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// A connection that is kept open between requests.
pub struct Connection {
    stream: TcpStream,
    host: String,
}

/// An answer, read to its end.
pub struct Answer {
    pub status: u16,
    /// Lower case, a line each.
    pub head: String,
    pub body: String,
}

impl Connection {
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream, host: address.to_string() })
    }

    /// # Errors
    /// When the answer did not come whole: nothing is known of the request then.
    pub fn post(&mut self, path: &str, kind: &str, cookie: &str, body: &str) -> io::Result<Answer> {
        let host = &self.host;
        let length = body.len();
        // At once, so that the request arrives whole or not at all more often than by halves.
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n\
             Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        self.stream.write_all(request.as_bytes())?;
        self.answer()
    }

    fn answer(&mut self) -> io::Result<Answer> {
        let mut bytes = Vec::new();
        let end = loop {
            if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            self.more(&mut bytes)?;
        };
        let head = String::from_utf8(bytes[..end].to_vec()).expect("a head in ASCII");
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
        });
        let length: usize = length.expect("an answer of a known length");
        while bytes.len() < end + length {
            self.more(&mut bytes)?;
        }
        let body = String::from_utf8(bytes[end..].to_vec()).expect("UTF-8");
        Ok(Answer { status: status.expect("a status"), head, body })
    }

    fn more(&mut self, bytes: &mut Vec<u8>) -> io::Result<()> {
        let mut part = [0; 16 << 10];
        match self.stream.read(&mut part)? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            n => {
                bytes.extend_from_slice(&part[..n]);
                Ok(())
            }
        }
    }
}
