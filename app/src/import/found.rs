//! What a check found: what the file would change, and every problem by its row.

use crate::i18n::Locale;
use crate::i18n::catalogue::import as texts;
use crate::i18n::labels::trouble_text;
use crate::ui::basics::{Notice, Tone};
use crate::ui::table::{Table, heads};
use domain::import::{Findings, ImportFile, PROBLEMS_SHOWN, Problem};
use leptos::prelude::*;

/// `12 new, 3 changed, 4,985 as they are`.
pub fn counts(locale: Locale, found: &Findings) -> String {
    let said = [
        locale.count(&texts::NEW, found.new as i64),
        locale.count(&texts::CHANGED, found.changed as i64),
        locale.count(&texts::SAME, found.same as i64),
    ];
    said.join(", ")
}

/// What was found; `all` is the number of all problems.
pub fn checked(
    locale: Locale,
    file: &ImportFile,
    found: &Findings,
    all: usize,
    action: &str,
) -> AnyView {
    let said = counts(locale, found);
    let button = |what: &'static str, label: String, class: &'static str| {
        view! {
            <form method="post" action=action.to_owned()>
                <input type="hidden" name="do" value=what/>
                <button class=class type="submit">{label}</button>
            </form>
        }
    };
    if all == 0 {
        let nothing = found.new + found.changed == 0;
        let write = (!nothing).then(|| {
            let label = locale.count(&texts::WRITE, file.rows as i64);
            button("write", label, "button primary")
        });
        let (tone, title) = match nothing {
            true => (Tone::Info, &texts::NOTHING_NEW),
            false => (Tone::Success, &texts::ALL_FITS),
        };
        return view! {
            <Notice tone title=locale.text(title)>
                <p>{said}</p>
            </Notice>
            {write}
        }
        .into_any();
    }
    let title = locale.count(&texts::PROBLEMS, all as i64);
    let more = (all > PROBLEMS_SHOWN).then(|| {
        let n = locale.number(PROBLEMS_SHOWN as i64);
        view! { <p class="muted">{locale.fill(&texts::FIRST_ONLY, &[("n", &n)])}</p> }
    });
    let [row, column, value, trouble] = problem_heads(locale).map(|head| (head, false));
    let rows = found.problems.iter().take(PROBLEMS_SHOWN).map(|problem| {
        let [row, column, value, trouble] = problem_line(locale, problem);
        view! {
            <tr>
                <th scope="row" class="num">{row}</th>
                <td>{column}</td>
                <td>{value}</td>
                <td>{trouble}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Notice tone=Tone::Warning title>
            <p>{locale.text(&texts::PROBLEMS_HINT)}</p>
        </Notice>
        <Table id="problems" caption=locale.text(&texts::PROBLEMS_TITLE)>
            {heads([(row.0, true), column, value, trouble])}
            <tbody>{rows}</tbody>
        </Table>
        {more}
        <div class="row">
            {button("problems", locale.text(&texts::DOWNLOAD).into_owned(), "button")}
        </div>
    }
    .into_any()
}

/// The heads of a list of problems.
pub fn problem_heads(locale: Locale) -> [String; 4] {
    [&texts::ROW, &texts::COLUMN, &texts::VALUE, &texts::TROUBLE]
        .map(|text| locale.text(text).into_owned())
}

/// A problem in the order of the heads.
pub fn problem_line(locale: Locale, problem: &Problem) -> [String; 4] {
    let dash = || locale.text(&texts::NO_VALUE).into_owned();
    [
        problem.row.to_string(),
        problem.column.clone().unwrap_or_else(dash),
        problem.value.clone().unwrap_or_else(dash),
        trouble_text(locale, &problem.trouble),
    ]
}
