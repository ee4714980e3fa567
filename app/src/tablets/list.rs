//! The tablets of the centre: a card each.

use super::when;
use crate::i18n::catalogue::tablets as texts;
use crate::i18n::{Locale, Text};
use domain::device::{MemberRow, TabletRow, Tablets};
use leptos::prelude::*;

/// A card for each tablet.
pub fn list(locale: Locale, data: &Tablets, address: &str) -> AnyView {
    let cards = data.tablets.iter().map(|tablet| card(locale, tablet, address)).collect_view();
    view! { <div class="card-grid">{cards}</div> }.into_any()
}

fn card(locale: Locale, tablet: &TabletRow, address: &str) -> impl IntoView + use<> {
    let id = format!("tablet-{}", tablet.id);
    let title = id.clone();
    let (state, word) = state(tablet);
    let members = members(locale, tablet, address);
    let actions = tablet.revoked.is_none().then(|| actions(locale, tablet, address));
    view! {
        <article class="card stack" aria-labelledby=title>
            <div class="row">
                <h3 id=id><span class="code">{tablet.code.clone()}</span></h3>
                <span class="badge" data-state=state>{locale.text(word)}</span>
            </div>
            <dl class="summary-list">{facts(locale, tablet)}</dl>
            {members}
            {actions}
        </article>
    }
}

/// The state, as a colour with its sign and as a word.
fn state(tablet: &TabletRow) -> (&'static str, &'static Text) {
    if tablet.revoked.is_some() {
        ("did_not_happen", &texts::REVOKED)
    } else if tablet.enrolled.is_some() {
        ("closed", &texts::IN_USE)
    } else if tablet.waits_until.is_some() {
        ("to_come", &texts::WAITS)
    } else {
        ("not_logged", &texts::NEEDS_CODE)
    }
}

/// What is known of it: each a label and its value.
fn facts(locale: Locale, tablet: &TabletRow) -> impl IntoView + use<> {
    let at = |at| when(locale, at);
    let or = |at: Option<_>, text: &Text| {
        at.map_or_else(|| locale.text(text).into_owned(), |at| when(locale, at))
    };
    let mut facts = vec![(&texts::ADDED, at(tablet.added))];
    if let Some(since) = tablet.enrolled {
        facts.push((&texts::ENROLLED, at(since)));
        facts.push((&texts::SEEN, or(tablet.seen, &texts::SEEN_NEVER)));
    }
    if let Some(until) = tablet.waits_until {
        facts.push((&texts::CODE_UNTIL, at(until)));
    }
    if let Some(revoked) = tablet.revoked {
        facts.push((&texts::REVOKED_AT, at(revoked)));
        if tablet.enrolled.is_some() {
            facts.push((&texts::HANDED_IN, or(tablet.handed_in, &texts::HANDED_IN_NOT)));
        }
    }
    let fact = |(label, value)| {
        view! { <div><dt>{locale.text(label)}</dt><dd>{value}</dd></div> }
    };
    facts.into_iter().map(fact).collect_view()
}

fn members(locale: Locale, tablet: &TabletRow, address: &str) -> impl IntoView + use<> {
    let rows = tablet.members.iter().map(|member| {
        let reset = (member.resettable && tablet.revoked.is_none())
            .then(|| reset_pin(locale, tablet, member, address));
        view! {
            <li class="row spread"><span class="code">{member.code.clone()}</span> {reset}</li>
        }
    });
    let rows = rows.collect_view();
    let nobody = (tablet.members.is_empty() && tablet.enrolled.is_some()).then(|| {
        view! { <p class="muted">{locale.text(&texts::MEMBERS_NONE)}</p> }
    });
    let title = (!tablet.members.is_empty()).then(|| {
        view! { <h4>{locale.text(&texts::MEMBERS)}</h4> <ul class="members">{rows}</ul> }
    });
    view! { {title} {nobody} }
}

/// A button whose name says of whom, for those who hear it without its place.
fn reset_pin(
    locale: Locale,
    tablet: &TabletRow,
    member: &MemberRow,
    address: &str,
) -> impl IntoView + use<> {
    let label =
        locale.fill(&texts::RESET_PIN_OF, &[("account", &member.code), ("tablet", &tablet.code)]);
    view! {
        <form method="post" action=address.to_owned()>
            <input type="hidden" name="do" value="pin"/>
            <input type="hidden" name="device" value=tablet.id.to_string()/>
            <input type="hidden" name="account" value=member.account.to_string()/>
            <button class="button quiet" type="submit" aria-label=label>
                {locale.text(&texts::RESET_PIN)}
            </button>
        </form>
    }
}

/// A new code, and revoking behind a word about what it does.
fn actions(locale: Locale, tablet: &TabletRow, address: &str) -> impl IntoView + use<> {
    let of = |text| locale.fill(text, &[("tablet", &tablet.code)]);
    view! {
        <form method="post" action=address.to_owned()>
            <input type="hidden" name="do" value="code"/>
            <input type="hidden" name="device" value=tablet.id.to_string()/>
            <button class="button" type="submit" aria-label=of(&texts::NEW_CODE_OF)>
                {locale.text(&texts::NEW_CODE)}
            </button>
        </form>
        <details>
            <summary class="danger" aria-label=of(&texts::REVOKE_OF)>{locale.text(&texts::REVOKE)}</summary>
            <form class="stack" method="post" action=address.to_owned()>
                <input type="hidden" name="do" value="revoke"/>
                <input type="hidden" name="device" value=tablet.id.to_string()/>
                <p>{locale.text(&texts::REVOKE_WHAT)}</p>
                <p><strong>{locale.text(&texts::REVOKE_FOR_GOOD)}</strong></p>
                <div class="row">
                    <button class="button danger" type="submit">{of(&texts::REVOKE_BUTTON)}</button>
                </div>
            </form>
        </details>
    }
}
