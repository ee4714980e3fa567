//! Registering somebody who walked in and is not known: alias, sex and year of birth.

use super::state::Tablet;
use crate::i18n::Locale;
use crate::i18n::catalogue::tablet as texts;
use crate::i18n::labels::{fault_text, sex_label};
use crate::ui::basics::icon;
use chrono::Datelike;
use domain::command::{Identity, PersonIdentity};
use domain::fault::Fault;
use domain::person::{PersonCode, Sex};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The first year of birth that can be meant.
const BORN_MIN: i32 = 1900;

/// What was typed of a new person.
#[derive(Debug, PartialEq, Eq)]
struct Typed {
    alias: Option<String>,
    born: Option<i32>,
}

/// Reads the form; the faults of the alias and of the year.
fn read(alias: &str, born: &str, year: i32) -> Result<Typed, [Option<Fault>; 2]> {
    let alias = Some(alias.trim().to_owned()).filter(|alias| !alias.is_empty());
    let identity = PersonIdentity { alias: alias.clone(), ..PersonIdentity::default() };
    let wrong_alias = Identity::Person(identity).check().err();
    let typed = Some(born.trim()).filter(|born| !born.is_empty());
    let born = typed.and_then(|born| born.parse().ok()).filter(|y| (BORN_MIN..=year).contains(y));
    let wrong_year = (typed.is_some() && born.is_none())
        .then(|| Fault::out_of_range("born", i64::from(BORN_MIN), i64::from(year)));
    match (wrong_alias, wrong_year) {
        (None, None) => Ok(Typed { alias, born }),
        wrong => Err(wrong.into()),
    }
}

/// The form; `made` gets the code of whom it registers.
#[component]
pub fn NewPerson(made: RwSignal<Option<PersonCode>>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let alias = RwSignal::new(String::new());
    let born = RwSignal::new(String::new());
    let sex = RwSignal::new(None::<Sex>);
    let wrong = RwSignal::new([None, None]);
    let sex_missing = RwSignal::new(false);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        sex_missing.set(sex.get_untracked().is_none());
        let year = tablet.clock.today().year();
        match (read(&alias.get_untracked(), &born.get_untracked(), year), sex.get_untracked()) {
            (Ok(Typed { alias, born }), Some(sex)) => {
                made.set(tablet.register(alias, sex, born));
            }
            (read, _) => wrong.set(read.err().unwrap_or_default()),
        }
    };
    let fault = move |which: usize| {
        move || wrong.with(|wrong| wrong[which].as_ref().map(|fault| fault_text(locale, fault)))
    };
    let invalid =
        move |which: usize| move || wrong.with(|wrong| wrong[which].is_some()).then_some("true");
    view! {
        <form class="section" aria-labelledby="new-person" on:submit=save>
            <h3 id="new-person">{locale.text(&texts::NEW_PERSON)}</h3>
            <div class="field">
                <label for="alias">{locale.text(&texts::ALIAS)}</label>
                <input
                    id="alias"
                    autocomplete="off"
                    aria-describedby="alias-hint alias-fault"
                    aria-invalid=invalid(0)
                    on:input=move |event| alias.set(event_target_value(&event))
                />
                <p class="hint" id="alias-hint">{locale.text(&texts::ALIAS_HINT)}</p>
                <p class="field-error" id="alias-fault">{fault(0)}</p>
            </div>
            <fieldset class="reasons">
                <legend>{locale.text(&texts::SEX)}</legend>
                {sexes(locale, move |this| {
                    sex.set(Some(this));
                    sex_missing.set(false);
                })}
                <p class="field-error" role="alert">
                    {move || sex_missing.get().then(|| locale.text(&texts::SEX_MISSING))}
                </p>
            </fieldset>
            <div class="field">
                <label for="born">{locale.text(&texts::BIRTH_YEAR)}</label>
                <input
                    id="born"
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength="4"
                    aria-describedby="born-hint born-fault"
                    aria-invalid=invalid(1)
                    on:input=move |event| born.set(event_target_value(&event))
                />
                <p class="hint" id="born-hint">{locale.text(&texts::BIRTH_YEAR_HINT)}</p>
                <p class="field-error" id="born-fault">{fault(1)}</p>
            </div>
            <button class="button primary big" type="submit">
                {icon("person-plus")} {locale.text(&texts::ADD_PERSON)}
            </button>
        </form>
    }
    .into_any()
}

fn sexes(locale: Locale, choose: impl Fn(Sex) + Copy + 'static) -> impl IntoView {
    let choices = Sex::ALL.into_iter().map(|this| {
        view! {
            <label class="reason">
                <input type="radio" name="sex" on:change=move |_| choose(this)/>
                {locale.text(sex_label(this))}
            </label>
        }
    });
    choices.collect_view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_person_needs_nothing_but_may_not_be_born_in_the_future() {
        let nobody = Typed { alias: None, born: None };
        assert_eq!(read(" ", "", 2021), Ok(nobody));
        let azar = Typed { alias: Some("Azar".into()), born: Some(2021) };
        assert_eq!(read(" Azar ", " 2021 ", 2021), Ok(azar));
        for bad in ["2022", "1899", "20", "abcd", "-5", "99999999999"] {
            assert!(matches!(read("", bad, 2021), Err([None, Some(_)])), "{bad}");
        }
        assert!(matches!(read(&"a".repeat(121), "1", 2021), Err([Some(_), Some(_)])));
    }
}
