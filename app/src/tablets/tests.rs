//! The page as the server sends it.

#![cfg(feature = "ssr")] // only the server renders to text

use super::{Answer, content};
use crate::i18n::Locale;
use chrono::{DateTime, Utc};
use domain::device::{MemberRow, TabletRow, Tablets};
use domain::fault::{Fault, Noun};
use domain::ids::{AccountId, DeviceId};
use domain::label::Name;
use domain::overview::Choice;
use leptos::prelude::*;
use uuid::Uuid;

const DEVICE: DeviceId = DeviceId(Uuid::from_u128(1));
const LOST: DeviceId = DeviceId(Uuid::from_u128(2));
const DRAGOJLA: AccountId = AccountId(Uuid::from_u128(3));

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

fn member(n: u128, code: &str, resettable: bool) -> MemberRow {
    MemberRow { account: AccountId(Uuid::from_u128(n)), code: code.into(), resettable }
}

fn tablets() -> Tablets {
    let row = |id, code: &str| TabletRow {
        id,
        code: code.into(),
        added: at("2021-05-30T08:00:00Z"),
        enrolled: Some(at("2021-05-30T08:05:00Z")),
        waits_until: None,
        seen: None,
        revoked: None,
        handed_in: None,
        members: vec![member(3, "F-KRN-1", true), member(4, "M-KRN-1", false)],
    };
    let lost = TabletRow { revoked: Some(at("2021-05-31T09:00:00Z")), ..row(LOST, "T-KRN-2") };
    Tablets {
        centre: Choice { code: "KRN".into(), name: Name::new("Krnjača", "Крњача") },
        tablets: vec![row(DEVICE, "T-KRN-1"), lost],
        proposed: "T-KRN-3".into(),
    }
}

fn page(locale: Locale, data: Tablets, said: Option<Answer>) -> String {
    Owner::new().with(|| {
        provide_context(locale);
        leptos_meta::provide_meta_context();
        content(locale, data, said).to_html()
    })
}

#[test]
fn only_facilitators_pins_are_set_anew_and_only_where_the_tablet_is_in_use() {
    let html = page(Locale::En, tablets(), None);
    for what in ["pin", "revoke", "code"] {
        assert_eq!(html.matches(&format!(r#"name="do" value="{what}""#)).count(), 1, "{what}");
    }
    assert!(html.contains("Reset PIN of F-KRN-1 on T-KRN-1"));
    assert!(html.contains(r#"value="T-KRN-3""#), "the next code is proposed");
    assert!(html.contains("not yet: it has not been online since"));
}

#[test]
fn a_code_is_shown_with_what_to_do() {
    let until = at("2021-06-01T08:00:00Z");
    let said = Answer::Code { device: DEVICE, code: "2345-BCDF".into(), until };
    let html = page(Locale::En, tablets(), Some(said));
    assert!(html.contains("2345-BCDF") && html.contains("Code for T-KRN-1"));
    let said = Answer::Pin { device: DEVICE, account: DRAGOJLA, code: "5678-GHJK".into(), until };
    let html = page(Locale::SrCyrl, tablets(), Some(said));
    assert!(html.contains("5678-GHJK") && html.contains("ПИН: F-KRN-1"));
    assert!(html.contains("На таблету T-KRN-1"));
}

#[test]
fn what_became_of_a_rescue_file_adds_up_and_a_refusal_has_its_sentence() {
    let said = Answer::Rescued { entries: 6, became: [3, 2, 1, 0] };
    let html = page(Locale::En, tablets(), Some(said));
    assert!(html.contains("6 entries in the file"));
    assert!(!html.contains("refused, kept"), "nothing was");
    for fault in [Fault::RescueUnreadable, Fault::TooLarge { max: 8 << 20 }] {
        let html = page(Locale::SrLatn, tablets(), Some(Answer::RescueRefused(fault)));
        assert!(html.contains(r#"role="alert""#));
    }
    let taken = Answer::Refused(Fault::CodeTaken { noun: Noun::Device });
    assert!(page(Locale::En, tablets(), Some(taken)).contains(r#"role="alert""#));
}

#[test]
fn an_empty_list_says_what_to_do() {
    let html = page(Locale::En, Tablets { tablets: vec![], ..tablets() }, None);
    assert!(html.contains("There is no shared tablet here yet."));
}
