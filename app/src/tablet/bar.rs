//! The head of the page: the centre, the day, how sending goes, and the menu.

use super::address::Address;
use super::bridge;
use super::dialog::Dialog;
use super::field::button;
use super::gate::Enrol;
use super::list::opener;
use super::sending::SendingChip;
use super::state::{Phase, Tablet};
use super::words;
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, offline, shell, sign_in, tablet as texts};
use crate::ui::basics::{Notice, Tone, icon};
use domain::snapshot::CentreBrief;
use leptos::ev::MouseEvent;
use leptos::leptos_dom::helpers::location;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlFormElement, HtmlSelectElement};

/// The head of the page. Before the page is alive there is only the product's sign in it.
#[component]
pub fn Bar() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let menu = RwSignal::new(false);
    let open = opener();
    // Not a new load: the page would come to life once more for nothing.
    let to_list = move |event: MouseEvent| {
        event.prevent_default();
        open(None);
    };
    let today = move || {
        let day = tablet.clock.today();
        view! { <time datetime=day.to_string()>{words::short_day(locale, day)}</time> }
    };
    let has_menu = Memo::new(move |_| tablet.phase.with(|phase| *phase != Phase::Loading));
    // Where things stand is never hidden, whatever else the page shows; a revoked tablet says it
    // in its middle.
    let has_chip = Memo::new(move |_| {
        tablet.phase.with(|phase| !matches!(phase, Phase::Loading | Phase::Revoked))
    });
    view! {
        <header class="tablet-bar">
            <a class="brand" href="/tablet" on:click=to_list>
                <span class="visually-hidden">{locale.text(&shell::PRODUCT)}</span>
            </a>
            {move || {
                (tablet.phase.get() == Phase::Shown).then(|| view! { <CentreChoice/> {today} })
            }}
            {move || {
                has_chip
                    .get()
                    .then(|| {
                        view! {
                            <SendingChip/>
                            <button class="button quiet" on:click=move |_| tablet.refresh()>
                                {icon("refresh")}
                                <span class="visually-hidden">{locale.text(&texts::REFRESH)}</span>
                            </button>
                        }
                    })
            }}
            {move || {
                has_menu
                    .get()
                    .then(|| {
                        view! {
                            <button class="button quiet" on:click=move |_| menu.set(true)>
                                {locale.text(&shell::MENU)}
                            </button>
                            <Dialog open=menu id="menu" title=locale.text(&shell::MENU)>
                                <Menu open=menu/>
                            </Dialog>
                        }
                    })
            }}
        </header>
    }
}

/// The centre; where the account works in several, a choice.
#[component]
fn CentreChoice() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let address = expect_context::<Address>();
    let place = move || {
        let centre = tablet.centre.get();
        tablet.centres.with(|all| all.iter().position(|known| known.id == centre))
    };
    let change = move |event: leptos::ev::Event| {
        let select = event_target::<HtmlSelectElement>(&event);
        let chosen = usize::try_from(select.selected_index()).ok();
        let centres = tablet.centres.get_untracked();
        if let Some(centre) = chosen.and_then(|chosen| centres.get(chosen)) {
            tablet.change_centre(centre.clone());
            // The open shift stays behind in its centre.
            address.go(None);
        }
        // The choice shows what is on the screen: it moves when the other centre is there.
        let shown = untrack(place).and_then(|shown| i32::try_from(shown).ok());
        select.set_selected_index(shown.unwrap_or(-1));
    };
    let options = move || {
        let options = tablet.centres.get().into_iter().enumerate();
        options
            .map(|(at, centre)| {
                let selected = move || place() == Some(at);
                view! { <option prop:selected=selected>{centre_name(locale, &centre)}</option> }
            })
            .collect_view()
    };
    move || {
        {
            if tablet.centres.with(Vec::len) > 1 {
                view! {
                    <div class="field">
                        <label class="visually-hidden" for="centre">
                            {locale.text(&common::CENTRE)}
                        </label>
                        <select id="centre" on:change=change>
                            {options}
                        </select>
                    </div>
                }
                .into_any()
            } else {
                let only = tablet.centres.with(|all| all.first().map(|c| centre_name(locale, c)));
                view! { <strong>{only}</strong> }.into_any()
            }
        }
        .into_any()
    }
}

fn centre_name(locale: Locale, centre: &CentreBrief) -> String {
    match centre.id {
        Some(_) => locale.name(&centre.name.en, &centre.name.sr),
        None => locale.text(&texts::NO_CENTRE_TRAININGS).into_owned(),
    }
}

/// Language, who is here, practising, enrolling, signing out.
#[component]
fn Menu(open: RwSignal<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let languages: Vec<AnyView> = Locale::ALL
        .into_iter()
        .map(|language| {
            let choose = move |_| {
                spawn_local(async move {
                    bridge::choose_language(language.tag()).await;
                    let _ = location().reload();
                });
            };
            view! {
                <button
                    class="button"
                    type="button"
                    lang=language.tag()
                    aria-pressed=(language == locale).to_string()
                    on:click=choose
                >
                    {language.own_name()}
                </button>
            }
            .into_any()
        })
        .collect();
    let go = opener();
    let practise = move || {
        open.set(false);
        go(Some(tablet.practise()));
    };
    let practise = (tablet.phase.get_untracked() == Phase::Shown
        && !tablet.practice.get_untracked())
    .then(|| button("button", locale.text(&offline::PRACTISE), Box::new(practise)));
    view! {
        <div class="field">
            <span>{locale.text(&shell::LANGUAGE)}</span>
            <div class="row">{languages}</div>
        </div>
        {practise}
        {if tablet.enrolled() { locking(tablet, open) } else { leaving(tablet, open) }}
        <div class="dialog-actions">
            <button class="button" on:click=move |_| open.set(false)>
                {locale.text(&common::CLOSE_DIALOG)}
            </button>
        </div>
    }
    .into_any()
}

/// On a shared tablet: who has opened it, and the way to somebody else.
fn locking(tablet: Tablet, open: RwSignal<bool>) -> AnyView {
    let locale = tablet.locale;
    let name = tablet.who.with_untracked(|who| {
        who.as_ref().map(|who| who.name.clone().unwrap_or_else(|| who.code.clone()))
    });
    let lock = move || {
        open.set(false);
        tablet.lock();
    };
    name.map(|name| {
        view! {
            <p>{locale.fill(&offline::WORKS_HERE, &[("name", &name)])}</p>
            {button("button big", locale.text(&offline::LOCK), Box::new(lock))}
        }
    })
    .into_any()
}

/// On somebody's own browser: signing out, and making it a shared tablet.
fn leaving(tablet: Tablet, open: RwSignal<bool>) -> AnyView {
    let locale = tablet.locale;
    let warned = RwSignal::new(0_usize);
    let leave = move |event: leptos::ev::SubmitEvent| {
        let unsent = tablet.unsent();
        event.prevent_default();
        if unsent > 0 && warned.get_untracked() == 0 {
            warned.set(unsent);
            return tablet.send_now();
        }
        spawn_local(async move {
            bridge::signed_out().await;
            let form = document().get_element_by_id("sign-out");
            if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
                let _ = form.submit();
            }
        });
    };
    let warning = move || {
        let count = i64::try_from(warned.get()).unwrap_or(i64::MAX);
        (count > 0).then(|| {
            view! {
                <Notice tone=Tone::Warning title=locale.count(&texts::UNSENT_COUNT, count)>
                    <p>{locale.text(&offline::SIGN_OUT_KEEPS)}</p>
                </Notice>
            }
        })
    };
    let sign_out = move || {
        let text = if warned.get() > 0 { &sign_in::SIGN_OUT_ANYWAY } else { &shell::SIGN_OUT };
        locale.text(text)
    };
    view! {
        {warning}
        <form id="sign-out" method="post" action="/session/end" on:submit=leave>
            <button class="button">{icon("sign-out")} {sign_out}</button>
        </form>
        <details>
            <summary>{locale.text(&offline::ENROL)}</summary>
            <Enrol menu=open/>
        </details>
    }
    .into_any()
}
