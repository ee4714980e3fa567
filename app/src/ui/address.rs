//! Addresses with a query.

use std::fmt::Display;

/// An address that grows by one parameter at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// An address without parameters.
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Display) -> Self {
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(name);
        self.0.push('=');
        self.0.push_str(&encode(&value.to_string()));
        self
    }

    /// Adds a parameter, if there is a value.
    #[must_use]
    pub fn with_some(self, name: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The address as it stands in a link.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_joined_and_encoded() {
        let none: Option<&str> = None;
        let address = Address::new("/reports/session-log")
            .with("centre", "KRN")
            .with_some("state", none)
            .with("next", "/a?b=1&c=Ш");
        assert_eq!(
            address.into_string(),
            "/reports/session-log?centre=KRN&next=%2Fa%3Fb%3D1%26c%3D%D0%A8"
        );
        assert_eq!(Address::new("/").into_string(), "/");
    }
}
