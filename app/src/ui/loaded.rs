//! A page that shows what the server reads for it.

use crate::error::AppError;
use crate::ui::refusal::refusal;
use crate::use_locale;
use leptos::prelude::*;

/// The content made of `data`, or in its place why there is none.
///
/// The pages are rendered in one sweep ([`leptos_router::SsrMode::Async`]): nothing is sent before
/// `data` is there, so the status of the answer and the window's title are right.
pub fn loaded<T: Send + 'static>(
    data: impl Future<Output = Result<T, AppError>> + Send + 'static,
    content: impl FnOnce(T) -> AnyView + Send + 'static,
) -> impl IntoView {
    let locale = use_locale();
    Suspend::new(async move {
        match data.await {
            Ok(data) => content(data),
            Err(error) => refusal(locale, &error),
        }
    })
}
