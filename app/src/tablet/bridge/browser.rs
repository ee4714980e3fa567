//! In the browser: what `app/browser/bridge.ts` does.

use super::Failure;
use wasm_bindgen::prelude::*;

mod browser {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(raw_module = "./bridge.js")]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub async fn begin() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn load(centre: Option<String>, fetching: bool) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn keep(
            account: String,
            centre: Option<String>,
            items: String,
        ) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn sync(
            account: Option<String>,
            cursor: Option<String>,
            again: bool,
        ) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn enrol(code: String) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn join(request: String) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = choosePin)]
        pub async fn choose_pin(pin: String) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn unlock(account: String, pin: String) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn confirm(account: String, pin: String) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn storage() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn rescue(passphrase: Option<String>, name: String) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = tryAgain)]
        pub async fn try_again() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn wipe() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = signedOut)]
        pub async fn signed_out() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = chooseLanguage)]
        pub async fn choose_language(tag: String) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = takeVersion)]
        pub async fn take_version() -> Result<JsValue, JsValue>;
        pub fn lock();
        pub fn working(open: bool);
        pub fn idle() -> f64;
        pub fn listen(tell: &Closure<dyn Fn(String)>);
    }
}

fn text(answer: Result<JsValue, JsValue>) -> Result<String, Failure> {
    answer.ok().and_then(|value| value.as_string()).ok_or(Failure::NoDatabase)
}

macro_rules! texts {
    ($($name:ident($($argument:ident: $kind:ty),*)),+ $(,)?) => {$(
        pub async fn $name($($argument: $kind),*) -> Result<String, Failure> {
            text(browser::$name($($argument),*).await)
        }
    )+};
}

texts! {
    begin(),
    load(centre: Option<String>, fetching: bool),
    keep(account: String, centre: Option<String>, items: String),
    sync(account: Option<String>, cursor: Option<String>, again: bool),
    enrol(code: String),
    join(request: String),
    choose_pin(pin: String),
    unlock(account: String, pin: String),
    confirm(account: String, pin: String),
    storage(),
}

pub async fn rescue(passphrase: Option<String>, name: String) -> Result<u32, Failure> {
    let count = browser::rescue(passphrase, name).await.ok().and_then(|n| n.as_f64());
    count.map(|n| n as u32).ok_or(Failure::NoDatabase)
}

/// Puts what the server did not even keep back into the queue.
pub async fn try_again() {
    let _ = browser::try_again().await;
}

/// Forgets everything but what could not be handed in: how many entries that are.
pub async fn wipe() -> usize {
    browser::wipe().await.ok().and_then(|left| left.as_f64()).map_or(0, |left| left as usize)
}

/// Shows no picture any more until somebody signs in; what is not sent stays.
pub async fn signed_out() {
    let _ = browser::signed_out().await;
}

/// Keeps the language of this tablet.
pub async fn choose_language(tag: &'static str) {
    let _ = browser::choose_language(tag.to_owned()).await;
}

/// Lets a waiting version take over, unless a shift is open on this tablet.
pub async fn take_version() {
    let _ = browser::take_version().await;
}

/// Closes the tablet again.
pub fn lock() {
    browser::lock();
}

/// Says whether a shift is open in this page: no new version takes over then.
pub fn working(open: bool) {
    browser::working(open);
}

/// How long nobody has touched the tablet, in seconds.
pub fn idle() -> f64 {
    browser::idle()
}

/// Calls back with what happened beside this page: `kept`, `settled`, `wiped`, `ready`,
/// `version`.
pub fn listen(tell: impl Fn(String) + 'static) {
    let tell = Closure::new(tell);
    browser::listen(&tell);
    // For as long as the page lives.
    tell.forget();
}
