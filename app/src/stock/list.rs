//! The hand-outs of a month.

use super::{address, name};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, stock as texts};
use crate::i18n::labels::unit_count;
use crate::ui::address::Address;
use crate::ui::basics::Empty;
use crate::ui::records::{entered, months_beside};
use crate::ui::table::{Table, heads};
use domain::overview::{HandOutRow, Stock};
use leptos::prelude::*;

/// The hand-outs of the month that the page's day lies in.
pub fn month(locale: Locale, data: &Stock) -> AnyView {
    let title = locale.fill(&texts::MONTH, &[("month", &locale.month_year(data.day))]);
    let body = if data.hand_outs.is_empty() {
        view! { <Empty picture="generic" title=&texts::NONE/> }.into_any()
    } else {
        table(locale, data, title.clone())
    };
    let months = months_beside(locale, data.day, data.today, |day| {
        Address::new(address(data)).with("day", day).into_string()
    });
    view! {
        <section class="section" aria-labelledby="month">
            <div class="section-head"><h2 id="month">{title}</h2> {months}</div>
            {body}
        </section>
    }
    .into_any()
}

fn table(locale: Locale, data: &Stock, caption: String) -> AnyView {
    let text = |label| locale.text(label).into_owned();
    let columns = [
        (text(&common::DAY), false),
        (text(&common::PRODUCT), false),
        (text(&texts::TO_WHOM), false),
        (text(&common::QUANTITY), true),
        (text(&common::ENTERED), false),
        (text(&texts::VOID), false),
    ];
    let rows = data.hand_outs.iter().map(|one| row(locale, data, one)).collect_view();
    view! {
        <Table id="month-table" caption=caption quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn row(locale: Locale, data: &Stock, one: &HandOutRow) -> impl IntoView + use<> {
    let date = locale.date_medium(one.day);
    let quantity = locale.count(unit_count(one.unit), one.quantity);
    let last = if one.voided {
        view! { <span class="badge" data-state="did_not_happen">{locale.text(&texts::VOIDED)}</span> }
            .into_any()
    } else {
        let what = format!("{quantity}, {}", name(locale, &one.product));
        let label = locale.fill(&texts::VOID_OF, &[("what", &what), ("date", &date)]);
        view! {
            <form method="post" action=address(data)>
                <input type="hidden" name="do" value="void"/>
                <input type="hidden" name="day" value=one.day.to_string()/>
                <input type="hidden" name="hand_out" value=one.id.to_string()/>
                <button class="button quiet" type="submit" aria-label=label>
                    {locale.text(&texts::VOID)}
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <tr data-voided=one.voided.then_some("true")>
            <th scope="row"><time datetime=one.day.to_string()>{date}</time></th>
            <td>{name(locale, &one.product)}</td>
            <td>{locale.name(&one.recipient.en, &one.recipient.sr).into_owned()}</td>
            <td class="num">{quantity}</td>
            <td>{entered(locale, one.account.as_deref(), one.at)}</td>
            <td>{last}</td>
        </tr>
    }
}
