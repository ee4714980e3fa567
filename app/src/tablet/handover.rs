//! Handing a shift over: both look at one summary, and each confirms it with the PIN.

use super::bridge::{self, Member};
use super::closing::Summary;
use super::dialog::Dialog;
use super::failure_text;
use super::field::{field, form, trouble};
use super::gate::wrong_pin;
use super::shift::BackButton;
use super::state::Tablet;
use crate::i18n::catalogue::offline as texts;
use crate::ui::basics::{Notice, Tone};
use domain::board::Register;
use domain::handover::{Seen, SeenProduct};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What both see of a shift.
pub fn seen(register: &Register, unsent: i64) -> Seen {
    let tally = register.tally();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut made: Vec<SeenProduct> = Vec::new();
    for output in register.outputs() {
        match made.iter_mut().find(|made| made.product == output.product) {
            Some(made) => made.quantity += output.quantity,
            None => {
                let (product, quantity) = (output.product, output.quantity);
                made.push(SeenProduct { product, quantity });
            }
        }
    }
    Seen {
        listed: number(tally.listed),
        present: number(tally.present),
        absent: number(tally.absent),
        walk_ins: number(tally.walk_ins),
        headcount: tally.headcount,
        made,
        unsent,
    }
}

/// The dialog.
#[component]
pub fn HandOver(open: RwSignal<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    view! {
        <Dialog open id="hand-over" title=locale.text(&texts::HAND_OVER_TITLE)>
            {move || content(tablet, open)}
            <div class="dialog-actions"><BackButton open/></div>
        </Dialog>
    }
    .into_any()
}

fn content(tablet: Tablet, open: RwSignal<bool>) -> AnyView {
    let locale = tablet.locale;
    let me = tablet.who.get_untracked();
    let others: Vec<Member> = tablet.members.with_untracked(|members| {
        let other = |m: &&Member| me.as_ref().is_some_and(|me| me.account != m.account);
        members.iter().filter(other).cloned().collect()
    });
    let (Some(me), Some(first)) = (me, others.first().cloned()) else {
        return view! { <Notice tone=Tone::Info title=locale.text(&texts::HAND_OVER_NEEDS)/> }
            .into_any();
    };
    let signal = || RwSignal::new(String::new());
    let (mine, theirs, fault) = (signal(), signal(), signal());
    let to = RwSignal::new(first);
    let busy = RwSignal::new(false);
    let confirm = move || {
        let (from, to) = (me.account, to.get_untracked());
        busy.set(true);
        spawn_local(async move {
            for (account, pin) in [(from, mine), (to.account, theirs)] {
                let tried = bridge::confirm(account, pin.get_untracked()).await;
                let wrong = match tried {
                    Ok(tried) => tried.wait.map(|wait| wrong_pin(locale, wait)),
                    Err(failure) => Some(failure_text(tablet, &failure)),
                };
                if let Some(wrong) = wrong {
                    pin.set(String::new());
                    fault.set(wrong);
                    return busy.set(false);
                }
            }
            busy.set(false);
            open.set(false);
            tablet.hand_over(&to);
        });
    };
    let choices: Vec<AnyView> = others
        .into_iter()
        .map(|member| {
            let code = member.code.clone();
            let account = member.account;
            view! {
                <label class="reason">
                    <input
                        type="radio"
                        name="to"
                        prop:checked=move || to.with(|to| to.account == account)
                        on:change=move |_| to.set(member.clone())
                    />
                    {code}
                </label>
            }
            .into_any()
        })
        .collect();
    let unsent = locale.number(i64::try_from(tablet.unsent()).unwrap_or(i64::MAX));
    let parts = vec![
        view! {
            <fieldset class="reasons">
                <legend>{locale.text(&texts::HAND_OVER_TO)}</legend>
                {choices}
            </fieldset>
        }
        .into_any(),
        field("from-pin", locale.text(&texts::YOUR_PIN), None, "pin", mine),
        field("to-pin", locale.text(&texts::THEIR_PIN), None, "pin", theirs),
        trouble(fault),
    ];
    view! {
        <p>{locale.text(&texts::HAND_OVER_HINT)}</p>
        <Summary/>
        <dl class="summary-list">
            <div><dt>{locale.text(&texts::UNSENT)}</dt><dd>{unsent}</dd></div>
        </dl>
        {form(parts, locale.text(&texts::CONFIRM), busy, Box::new(confirm))}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tablet::marks;
    use crate::tablet::sample::{AMINA, MASK, Sample, output};
    use domain::attendance::Presence;

    #[test]
    fn the_receipt_says_what_stands() {
        let mut sample = Sample::new();
        let present = marks::mark(sample.register(), AMINA, Presence::Present);
        sample.take(present);
        sample.make(output(1), 20);
        sample.make(output(2), 5);
        let seen = seen(sample.register(), 3);
        assert_eq!((seen.listed, seen.present, seen.absent, seen.unsent), (2, 1, 0, 3));
        assert_eq!(seen.made, [SeenProduct { product: MASK, quantity: 25 }]);
    }
}
