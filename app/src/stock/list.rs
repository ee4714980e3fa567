//! The hand-outs of a month.

use super::{address, name};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, stock as texts};
use crate::i18n::labels::unit_count;
use crate::ui::address::Address;
use crate::ui::basics::{Empty, icon};
use crate::ui::table::{Table, heads};
use domain::clock::{belgrade, month_of};
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
    view! {
        <section class="section" aria-labelledby="month">
            <div class="section-head"><h2 id="month">{title}</h2> {months(locale, data)}</div>
            {body}
        </section>
    }
    .into_any()
}

/// The way to the months beside this one.
fn months(locale: Locale, data: &Stock) -> impl IntoView + use<> {
    let to = |day| Address::new(address(data)).with("day", day).into_string();
    let (first, last) = month_of(data.day);
    let earlier = first.pred_opt().map(|day| {
        view! {
            <a class="button" href=to(day)>{icon("back")} {locale.text(&texts::EARLIER_MONTH)}</a>
        }
    });
    let later = last.succ_opt().filter(|day| *day <= data.today).map(|day| {
        view! {
            <a class="button" href=to(day)>{locale.text(&texts::LATER_MONTH)} {icon("chevron")}</a>
        }
    });
    view! { <div class="row">{earlier} {later}</div> }
}

fn table(locale: Locale, data: &Stock, caption: String) -> AnyView {
    let text = |label| locale.text(label).into_owned();
    let columns = [
        (text(&common::DAY), false),
        (text(&common::PRODUCT), false),
        (text(&texts::TO_WHOM), false),
        (text(&common::QUANTITY), true),
        (text(&texts::ENTERED), false),
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
            <td>{by(locale, one)}</td>
            <td>{last}</td>
        </tr>
    }
}

/// Who entered it and when.
fn by(locale: Locale, one: &HandOutRow) -> String {
    let operator = || locale.text(&texts::OPERATOR).into_owned();
    let who = one.account.clone().unwrap_or_else(operator);
    let at = belgrade(one.at);
    let when = format!("{}, {}", locale.day_month(at.date()), locale.time(at.time()));
    locale.fill(&texts::BY, &[("who", &who), ("when", &when)])
}
