//! What the page asks the server for.

use crate::error::AppError;
use domain::import::ImportPage;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The page on which files are taken in at a centre, with the file that waits there for the reader.
///
/// # Errors
/// A fault; not signed in, not allowed, no such centre, or no such file.
#[server(prefix = "/api/fn", endpoint = "import", input = GetUrl)]
pub async fn load_import(code: String, file: Option<String>) -> Result<ImportPage, AppError> {
    let (store, viewer, actor) = crate::ssr::reader()?;
    let mut page = store.import_page(&actor, &code).await.map_err(crate::ssr::refuse)?;
    let id = file.as_deref().map(str::parse).transpose().ok().flatten();
    let files = use_context::<super::Files>();
    page.file = files.and_then(|files| files.0.file(viewer.account, &code, id));
    let is_named = page.file.as_ref().is_some_and(|found| Some(found.id) == id);
    if file.is_some() && !is_named {
        page.file = None;
        crate::ssr::set_status(404);
    }
    Ok(page)
}
