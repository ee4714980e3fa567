//! What the lists of a month's records share: the ways to the months beside it, and who entered
//! what.

use crate::i18n::Locale;
use crate::i18n::catalogue::common as texts;
use crate::ui::basics::icon;
use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::{belgrade, month_of};
use leptos::prelude::*;

/// The ways to the months beside that of a day, none of them after today's. `to` gives the address
/// for the last day of the earlier month, and for the first day of the later one.
pub fn months_beside(
    locale: Locale,
    day: NaiveDate,
    today: NaiveDate,
    to: impl Fn(NaiveDate) -> String,
) -> AnyView {
    let (first, last) = month_of(day);
    let earlier = first.pred_opt().map(|day| {
        view! {
            <a class="button" href=to(day)>{icon("back")} {locale.text(&texts::EARLIER_MONTH)}</a>
        }
    });
    let later = last.succ_opt().filter(|day| *day <= today).map(|day| {
        view! {
            <a class="button" href=to(day)>{locale.text(&texts::LATER_MONTH)} {icon("chevron")}</a>
        }
    });
    view! { <div class="row">{earlier} {later}</div> }.into_any()
}

/// Who entered something, by code, and when.
pub fn entered(locale: Locale, account: Option<&str>, at: DateTime<Utc>) -> String {
    let operator = || locale.text(&texts::COMMAND_LINE).into_owned();
    let who = account.map_or_else(operator, str::to_owned);
    let at = belgrade(at);
    let when = format!("{}, {}", locale.day_month(at.date()), locale.time(at.time()));
    locale.fill(&texts::ENTERED_BY, &[("who", &who), ("when", &when)])
}
