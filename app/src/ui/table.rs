//! Tables that scroll in their own frame.

use leptos::prelude::*;

/// A table with a caption. The frame around it can be reached by keyboard, because it scrolls.
#[component]
pub fn Table(
    /// The id of the caption, unique in the page.
    id: &'static str,
    /// What the table holds.
    #[prop(into)]
    caption: String,
    /// More about it, in small.
    #[prop(optional, into)]
    more: Option<String>,
    /// Whether the caption is for the ear only, because a heading above says the same.
    #[prop(optional)]
    quiet: bool,
    /// Whether it holds many columns of data: a line a row, however wide.
    #[prop(optional)]
    wide: bool,
    /// `thead`, `tbody` and `tfoot`.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-labelledby=id>
            <table class=if wide { "table wide" } else { "table" }>
                <caption id=id class=quiet.then_some("visually-hidden")>
                    {caption}
                    {more.map(|more| view! { " " <small class="muted">{more}</small> })}
                </caption>
                {children()}
            </table>
        </div>
    }
}

/// The row of heads; `true` for a column of numbers.
pub fn heads<const N: usize>(columns: [(String, bool); N]) -> impl IntoView {
    let heads = columns
        .into_iter()
        .map(|(label, number)| {
            view! { <th scope="col" class=number.then_some("num")>{label}</th> }
        })
        .collect_view();
    view! { <thead><tr>{heads}</tr></thead> }
}
