//! What the columns of a file hold, what stands for all of its rows, and how it is read.

use super::{day_order_word, separator_word};
use crate::i18n::catalogue::{import as texts, occupancy};
use crate::i18n::labels::{despite_label, field_label};
use crate::i18n::{Locale, Text};
use crate::ui::desk::{name, word};
use crate::ui::form::{Form, Refused};
use crate::ui::table::{Table, heads};
use domain::import::{DayOrder, ImportField, ImportFile, ImportKind, ImportPage, TextEncoding};
use domain::plan::Despite;
use leptos::prelude::*;

/// The form of the columns.
pub fn form(locale: Locale, data: &ImportPage, file: &ImportFile, action: &str) -> AnyView {
    let form = Form::new(locale, "check");
    let typed = use_context::<Refused>().map(|said| said.typed);
    let choices: Vec<(String, String)> =
        std::iter::once((String::new(), locale.text(&texts::NOTHING).into_owned()))
            .chain(
                file.kind
                    .fields()
                    .into_iter()
                    .map(|field| (field.word(), field_label(locale, field))),
            )
            .collect();
    let rows = file.columns.iter().enumerate().map(|(n, column)| {
        let field = format!("column-{n}");
        let known = file.mapping.columns.iter().find(|(_, at)| *at == n);
        let known = known.map(|(field, _)| field.word()).unwrap_or_default();
        let chosen = typed.as_ref().map_or(known, |typed| typed.get(&field).to_owned());
        let heading = match column.heading.as_str() {
            "" => locale.fill(&texts::COLUMN_NUMBER, &[("n", &(n + 1))]),
            heading => heading.to_owned(),
        };
        let heard = locale.fill(&texts::HOLDS_HEARD, &[("heading", &heading)]);
        let options = choices.iter().map(|(value, words)| {
            let selected = *value == chosen;
            view! { <option value=value.clone() selected=selected>{words.clone()}</option> }
        });
        view! {
            <tr>
                <th scope="row">{heading}</th>
                <td><span class="examples">{column.examples.join(" · ")}</span></td>
                <td>
                    <select name=field aria-label=heard>{options.collect_view()}</select>
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let text = |label: &Text| (locale.text(label).into_owned(), false);
    let columns = [text(&texts::COLUMN), text(&texts::EXAMPLES), text(&texts::HOLDS)];
    view! {
        <form class="card stack" method="post" action=action.to_owned() novalidate>
            {form.fault()}
            {form.hidden()}
            <Table id="columns-table" caption=locale.text(&texts::COLUMNS) quiet=true>
                {heads(columns)}
                <tbody>{rows}</tbody>
            </Table>
            {for_all(locale, &form, data, file)}
            <div class="row">
                <button class="button primary" type="submit">{locale.text(&texts::CHECK)}</button>
            </div>
            <p class="muted">{locale.text(&texts::CHECK_HINT)}</p>
        </form>
    }
    .into_any()
}

/// What stands for all rows that do not say.
fn for_all(locale: Locale, form: &Form, data: &ImportPage, file: &ImportFile) -> AnyView {
    let mapping = &file.mapping;
    let order = file.ambiguous.then(|| {
        let choices = [DayOrder::DayFirst, DayOrder::MonthFirst].map(|order| {
            let text = match order {
                DayOrder::DayFirst => &texts::DAY_FIRST,
                DayOrder::MonthFirst => &texts::MONTH_FIRST,
            };
            (day_order_word(order), locale.text(text).into_owned())
        });
        let known = day_order_word(mapping.day_order);
        form.choose("order", &texts::DAY_ORDER, choices.into(), known)
    });
    let workshops = || {
        let none = (String::new(), locale.text(&texts::BY_COLUMN).into_owned());
        let all = data.workshops.iter().map(|one| (one.code.clone(), name(locale, one)));
        let choices = std::iter::once(none).chain(all).collect();
        form.choose("workshop", &texts::WORKSHOP_FOR_ALL, choices, mapping.workshop.clone())
    };
    let despite = || {
        let none = (String::new(), locale.text(&texts::FULL_STOPS).into_owned());
        let all =
            Despite::ALL.map(|why| (word(&why), locale.text(despite_label(why)).into_owned()));
        let known = mapping.despite.map(|why| word(&why)).unwrap_or_default();
        form.choose("despite", &texts::FULL, std::iter::once(none).chain(all).collect(), known)
    };
    let mut fields = vec![order];
    match file.kind {
        ImportKind::People => {
            fields.push(Some(form.day("told_on", &texts::TOLD_ON, mapping.told_on.to_string())));
        }
        ImportKind::Enrolments => {
            fields.push(Some(workshops()));
            fields.push(Some(form.day("from", &texts::FROM_FOR_ALL, mapping.from.to_string())));
            fields.push(Some(despite()));
        }
        ImportKind::Occupancy => {
            let source = match mapping.source.as_str() {
                "" => locale.text(&occupancy::SOURCE_DEFAULT).into_owned(),
                source => source.to_owned(),
            };
            fields.push(Some(form.text("source", &occupancy::SOURCE, source)));
        }
        ImportKind::Attendance => fields.push(Some(workshops())),
    }
    let no_reference = (file.kind == ImportKind::People
        && !mapping
            .columns
            .iter()
            .any(|(field, _)| matches!(field, ImportField::Reference | ImportField::Code)))
    .then(|| view! { <p class="hint">{locale.text(&texts::NO_REFERENCE)}</p> });
    let closes = (file.kind == ImportKind::Attendance).then(|| {
        view! { <p class="hint">{locale.text(&texts::ATTENDANCE_CLOSES)}</p> }
    });
    view! {
        <div class="filters">{fields.into_iter().flatten().collect_view()}</div>
        {no_reference}
        {closes}
    }
    .into_any()
}

/// How the file is read, to be changed.
pub fn reading(locale: Locale, file: &ImportFile, action: &str) -> AnyView {
    let form = Form::new(locale, "read");
    let reading = &file.reading;
    let mut fields = Vec::new();
    if let Some(encoding) = reading.encoding {
        let choices = TextEncoding::ALL.map(|one| (one.name().to_owned(), one.name().to_owned()));
        let known = encoding.name().to_owned();
        fields.push(form.choose("encoding", &texts::ENCODING, choices.into(), known));
    }
    if let Some(separator) = reading.separator {
        let choices = [
            (',', &texts::COMMA),
            (';', &texts::SEMICOLON),
            ('\t', &texts::TAB),
            ('|', &texts::BAR),
        ]
        .map(|(one, text)| (separator_word(one).to_owned(), locale.text(text).into_owned()));
        let known = separator_word(separator).to_owned();
        fields.push(form.choose("separator", &texts::SEPARATOR, choices.into(), known));
    }
    if !reading.sheets.is_empty() {
        let choices =
            reading.sheets.iter().enumerate().map(|(n, name)| (n.to_string(), name.clone()));
        let known = reading.sheet.to_string();
        fields.push(form.choose("sheet", &texts::SHEET, choices.collect(), known));
    }
    let row = Some(reading.heading_row as i64);
    fields.push(form.number("heading_row", &texts::HEADING_ROW, row, None));
    let discard = locale.text(&texts::DISCARD);
    view! {
        <form class="card stack" method="post" action=action.to_owned() novalidate>
            {form.fault()}
            {form.hidden()}
            <div class="filters">{fields.into_iter().collect_view()}</div>
            <div class="row">
                <button class="button" type="submit">{locale.text(&texts::READ_AGAIN)}</button>
            </div>
        </form>
        <form method="post" action=action.to_owned()>
            <input type="hidden" name="do" value="discard"/>
            <button class="button" type="submit">{discard}</button>
        </form>
    }
    .into_any()
}
