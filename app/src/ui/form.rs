//! Forms of the desk: plain ones, which keep what was typed when the server refuses it.

use crate::i18n::catalogue::common;
use crate::i18n::labels::fault_text;
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Notice, Tone};
use domain::fault::{Fault, Noun};
use leptos::prelude::*;
use uuid::Uuid;

/// What was typed into a form, by the names of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// The value of a field without blank ends; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// Whether the form had such a field.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// All values of a field of boxes.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let of_field = |(known, _): &&(String, String)| known == name;
        self.0.iter().filter(of_field).map(|(_, value)| value.trim()).collect()
    }

    /// The number in a field, if something is typed there.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] naming the field, when it is no whole number from 0 to `max`.
    pub fn number(&self, name: &str, max: i64) -> Result<Option<i64>, Fault> {
        match self.get(name) {
            "" => Ok(None),
            text => match text.parse() {
                Ok(n) if (0..=max).contains(&n) => Ok(Some(n)),
                _ => Err(Fault::OutOfRange { field: name.to_owned(), min: 0, max }),
            },
        }
    }
}

/// A form that was refused: provided by the server as context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub fault: Fault,
    /// What was typed; `do` says into which form of the page.
    pub typed: Typed,
}

/// A form that was tried and not sent: provided by the server as context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// What was typed; `do` says into which form of the page.
    pub typed: Typed,
    /// The values that it would have, as the page words them.
    pub values: Vec<Option<i64>>,
}

/// One form of a page, with what was typed into it if it was refused or tried.
pub struct Form {
    locale: Locale,
    /// Before the ids of its fields: one page may hold several forms.
    prefix: &'static str,
    refused: Option<Refused>,
    tried: Option<Tried>,
}

impl Form {
    /// The form of a page whose field `do` says `prefix`.
    pub fn new(locale: Locale, prefix: &'static str) -> Self {
        let refused = use_context::<Refused>().filter(|said| said.typed.get("do") == prefix);
        let tried = use_context::<Tried>().filter(|said| said.typed.get("do") == prefix);
        Self { locale, prefix, refused, tried }
    }

    /// Whether it was refused because something speaks against it that a reason outweighs.
    pub fn needs_reason(&self) -> bool {
        self.refused.as_ref().is_some_and(|said| matches!(said.fault, Fault::Clash { .. }))
    }

    /// Whether it was refused.
    pub fn is_refused(&self) -> bool {
        self.refused.is_some()
    }

    /// What a field begins with: what was typed, else `known`.
    pub fn value(&self, name: &str, known: String) -> String {
        self.typed().map_or(known, |typed| typed.get(name).to_owned())
    }

    /// What was typed before the page was shown again. Where something was entered meanwhile it was
    /// measured by what stands no longer.
    fn typed(&self) -> Option<&Typed> {
        let refused = self.refused.as_ref().filter(|said| said.fault != Fault::EnteredSince);
        let refused = refused.map(|said| &said.typed);
        refused.or(self.tried.as_ref().map(|said| &said.typed))
    }

    /// The values that it was found to have when it was tried.
    pub fn found(&self) -> Option<&[Option<i64>]> {
        self.tried.as_ref().map(|said| said.values.as_slice())
    }

    /// Why it was refused, at its top: at the field, if the form has that; else in a sentence.
    pub fn fault(&self) -> Option<AnyView> {
        let said = self.refused.as_ref()?;
        let title = match field_of(&said.fault) {
            Some(field) if said.typed.has(field) => {
                self.locale.text(&common::NOT_SAVED).into_owned()
            }
            _ => fault_text(self.locale, &said.fault),
        };
        Some(view! { <Notice tone=Tone::Error title/> }.into_any())
    }

    /// What is wrong with a field.
    fn wrong(&self, name: &str) -> Option<String> {
        let said = self.refused.as_ref()?;
        (field_of(&said.fault)? == name).then(|| fault_text(self.locale, &said.fault))
    }

    /// The field that tells the server which form this is.
    pub fn hidden(&self) -> AnyView {
        view! { <input type="hidden" name="do" value=self.prefix/> }.into_any()
    }

    /// The field by which the server knows this form when it comes a second time.
    pub fn once(&self) -> AnyView {
        view! { <input type="hidden" name="form" value=Uuid::now_v7().to_string()/> }.into_any()
    }

    /// A field for a whole number.
    pub fn number(
        &self,
        name: &str,
        label: &Text,
        known: Option<i64>,
        like: Option<i64>,
    ) -> AnyView {
        let label = self.locale.text(label).into_owned();
        let known = known.map(|n| n.to_string()).unwrap_or_default();
        let input = self.numeric(name, None, known, like);
        self.field(name, label, input)
    }

    /// The input of a number, with a label that is only heard where it stands in a table.
    pub fn numeric(
        &self,
        name: &str,
        heard: Option<String>,
        known: String,
        like: Option<i64>,
    ) -> AnyView {
        let wrong = self.wrong(name);
        let invalid = wrong.is_some().then_some("true");
        let described = wrong.is_some().then(|| self.id(name, "-error"));
        view! {
            <input
                id=self.id(name, "")
                name=name.to_owned()
                type="text"
                inputmode="numeric"
                autocomplete="off"
                value=self.value(name, known)
                placeholder=like.map(|n| n.to_string())
                aria-label=heard
                aria-invalid=invalid
                aria-describedby=described
                autofocus=wrong.is_some()
            />
        }
        .into_any()
    }

    /// A field for a line of text.
    pub fn text(&self, name: &str, label: &Text, known: String) -> AnyView {
        self.input(name, label, known, Kind::needed("text"))
    }

    /// A field for a line of text that may stay empty.
    pub fn optional_text(&self, name: &str, label: &Text, known: String) -> AnyView {
        self.input(name, label, known, Kind::optional("text"))
    }

    /// A field for a line of text, with choices in the list of this id.
    pub fn listed(&self, name: &str, label: &Text, list: &'static str) -> AnyView {
        self.input(name, label, String::new(), Kind { list: Some(list), ..Kind::needed("text") })
    }

    /// A field for a day.
    pub fn day(&self, name: &str, label: &Text, known: String) -> AnyView {
        self.input(name, label, known, Kind::needed("date"))
    }

    /// A field for a day that may stay empty.
    pub fn optional_day(&self, name: &str, label: &Text, known: String) -> AnyView {
        self.input(name, label, known, Kind::optional("date"))
    }

    /// A field for a time of day.
    pub fn time(&self, name: &str, label: &Text, known: String) -> AnyView {
        self.input(name, label, known, Kind::needed("time"))
    }

    fn input(&self, name: &str, label: &Text, known: String, kind: Kind) -> AnyView {
        let wrong = self.wrong(name);
        let invalid = wrong.is_some().then_some("true");
        let described = wrong.is_some().then(|| self.id(name, "-error"));
        let input = view! {
            <input
                id=self.id(name, "")
                name=name.to_owned()
                type=kind.of
                list=kind.list
                autocomplete=kind.list.map(|_| "off")
                value=self.value(name, known)
                required=kind.required
                aria-invalid=invalid
                aria-describedby=described
                autofocus=wrong.is_some()
            />
        };
        self.field(name, self.locale.text(label).into_owned(), input.into_any())
    }

    /// Boxes under one label: each a value and its words. `known` are those that are ticked.
    pub fn boxes(
        &self,
        name: &str,
        label: &Text,
        choices: Vec<(String, String)>,
        known: &[String],
    ) -> AnyView {
        let ticked = |value: &String| match self.typed() {
            Some(typed) => typed.all(name).contains(&value.as_str()),
            None => known.contains(value),
        };
        let boxes = choices.into_iter().map(|(value, words)| {
            let checked = ticked(&value);
            let name = name.to_owned();
            view! {
                <label class="check">
                    <input type="checkbox" name=name value=value checked=checked/>
                    {words}
                </label>
            }
        });
        let boxes = boxes.collect_view();
        view! {
            <fieldset class="field">
                <legend>{self.locale.text(label).into_owned()}</legend>
                <div class="choices">{boxes}</div>
                {self.error(name)}
            </fieldset>
        }
        .into_any()
    }

    /// A field with a choice: each a value and its words.
    pub fn select(&self, name: &str, label: &Text, choices: Vec<(String, String)>) -> AnyView {
        self.choose(name, label, choices, String::new())
    }

    /// The same with what is chosen at first.
    pub fn choose(
        &self,
        name: &str,
        label: &Text,
        choices: Vec<(String, String)>,
        known: String,
    ) -> AnyView {
        let chosen = self.value(name, known);
        let wrong = self.wrong(name);
        let invalid = wrong.is_some().then_some("true");
        let described = wrong.is_some().then(|| self.id(name, "-error"));
        let options = choices.into_iter().map(|(value, words)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{words}</option> }
        });
        let input = view! {
            <select
                id=self.id(name, "")
                name=name.to_owned()
                aria-invalid=invalid
                aria-describedby=described
                autofocus=wrong.is_some()
            >
                {options.collect_view()}
            </select>
        };
        self.field(name, self.locale.text(label).into_owned(), input.into_any())
    }

    fn field(&self, name: &str, label: String, input: AnyView) -> AnyView {
        let error = self.error(name);
        view! {
            <div class="field">
                <label for=self.id(name, "")>{label}</label>
                {input}
                {error}
            </div>
        }
        .into_any()
    }

    /// What is wrong with a field, to stand beside its input.
    pub fn error(&self, name: &str) -> Option<AnyView> {
        let text = self.wrong(name)?;
        let id = self.id(name, "-error");
        Some(view! { <p class="field-error" id=id>{text}</p> }.into_any())
    }

    /// The id of that, if anything is wrong: for an input that the page draws itself.
    pub fn error_id(&self, name: &str) -> Option<String> {
        self.wrong(name).map(|_| self.id(name, "-error"))
    }

    fn id(&self, name: &str, more: &str) -> String {
        format!("{}-{name}{more}", self.prefix)
    }
}

/// What an input takes.
#[derive(Clone, Copy)]
struct Kind {
    /// Its type in HTML.
    of: &'static str,
    required: bool,
    /// The id of the list that it offers.
    list: Option<&'static str>,
}

impl Kind {
    fn needed(of: &'static str) -> Self {
        Self { of, required: true, list: None }
    }

    fn optional(of: &'static str) -> Self {
        Self { of, required: false, list: None }
    }
}

/// The field of a form that a fault is about.
fn field_of(fault: &Fault) -> Option<&str> {
    match fault {
        Fault::OutOfRange { field, .. } | Fault::Missing { field } => Some(field),
        Fault::BadDay { .. } => Some("day"),
        Fault::Unknown { noun: Noun::Product } | Fault::OtherCentre { noun: Noun::Product } => {
            Some("product")
        }
        Fault::Unknown { noun: Noun::Recipient } => Some("recipient"),
        Fault::Unknown { noun: Noun::Room } => Some("room"),
        Fault::Unknown { noun: Noun::Person } => Some("person"),
        Fault::NeedsGuardian => Some("guardian"),
        Fault::CodeTaken { .. } => Some("code"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_or_its_field_is_named() {
        let typed = |text: &str| Typed(vec![("total".into(), text.into())]);
        assert_eq!(typed(" 148 ").number("total", 200), Ok(Some(148)));
        assert_eq!(typed("").number("total", 200), Ok(None));
        assert_eq!(typed("1").number("girls", 200), Ok(None));
        for bad in ["-1", "201", "1.5", "x", "99999999999999999999"] {
            let fault = Fault::out_of_range("total", 0, 200);
            assert_eq!(typed(bad).number("total", 200), Err(fault), "{bad}");
        }
    }
}
