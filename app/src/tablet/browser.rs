//! What only a browser has: requests and a small memory for settings.
//!
//! The one place of the tablet that asks which target it is compiled for. On the server nothing
//! here is ever called; there every request fails and nothing is remembered.

pub use there::{get, post, recall, remember};

/// What the server answered.
#[derive(Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The body, as text.
    pub body: String,
}

/// No answer came: no connection, no server, or not in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreachable;

#[cfg(feature = "hydrate")]
mod there {
    use super::{Reply, Unreachable};
    use gloo_net::http::{Request, RequestBuilder};
    use web_sys::{AbortSignal, RequestCache, Storage};

    /// A request that hangs in a bad network is given up, to be tried again.
    const PATIENCE_MS: u32 = 30_000;

    fn with_patience(request: RequestBuilder) -> RequestBuilder {
        request
            .cache(RequestCache::NoStore)
            .abort_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)))
    }

    async fn send(request: Request) -> Result<Reply, Unreachable> {
        let response = request.send().await.map_err(|_| Unreachable)?;
        let body = response.text().await.map_err(|_| Unreachable)?;
        Ok(Reply { status: response.status(), body })
    }

    /// # Errors
    /// [`Unreachable`] when no answer comes.
    pub async fn get(address: &str) -> Result<Reply, Unreachable> {
        send(with_patience(Request::get(address)).build().map_err(|_| Unreachable)?).await
    }

    /// # Errors
    /// [`Unreachable`] when no answer comes.
    pub async fn post(address: &str, json: String) -> Result<Reply, Unreachable> {
        let request = with_patience(Request::post(address))
            .header("content-type", "application/json")
            .body(json)
            .map_err(|_| Unreachable)?;
        send(request).await
    }

    fn storage() -> Option<Storage> {
        web_sys::window()?.local_storage().ok()?
    }

    /// A remembered setting.
    pub fn recall(key: &str) -> Option<String> {
        storage()?.get_item(key).ok()?
    }

    /// Remembers a setting for this browser, if it can.
    pub fn remember(key: &str, value: &str) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(key, value);
        }
    }
}

#[cfg(not(feature = "hydrate"))]
mod there {
    use super::{Reply, Unreachable};

    /// # Errors
    /// Always [`Unreachable`].
    pub async fn get(_address: &str) -> Result<Reply, Unreachable> {
        Err(Unreachable)
    }

    /// # Errors
    /// Always [`Unreachable`].
    pub async fn post(_address: &str, _json: String) -> Result<Reply, Unreachable> {
        Err(Unreachable)
    }

    /// Nothing is remembered.
    pub fn recall(_key: &str) -> Option<String> {
        None
    }

    /// Nothing is remembered.
    pub fn remember(_key: &str, _value: &str) {}
}
