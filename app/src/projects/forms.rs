//! What head office sets of a project: its description, indicators, targets, values.

use super::address;
use crate::i18n::catalogue::{organisation, projects as texts};
use crate::i18n::labels::{activity_label, band_label, indicator_level_label, sex_label};
use crate::i18n::{Locale, Text};
use crate::ui::desk::{card, section, word};
use crate::ui::form::Form;
use domain::indicator::{Level, Measure};
use domain::label::Name;
use domain::overview::{IndicatorRow, ProjectPage};
use domain::person::{AgeBand, Sex};
use domain::workshop::Activity;
use leptos::prelude::*;

/// All forms, below the page.
pub fn forms(locale: Locale, data: &ProjectPage) -> impl IntoView + use<> {
    let by_hand = data.indicators.iter().any(|one| one.measure == Measure::ByHand);
    let targets = (!data.indicators.is_empty()).then(|| target(locale, data));
    let values = by_hand.then(|| value(locale, data));
    view! {
        <div class="columns no-print">
            {indicator(locale, data)}
            <div>
                {targets}
                {values}
                {describe(locale, data)}
            </div>
        </div>
    }
}

fn describe(locale: Locale, data: &ProjectPage) -> AnyView {
    let form = Form::new(locale, "describe");
    let known = data.description.as_ref();
    let empty = Name::new("", "");
    let both = |name: &'static str, labels: [&'static Text; 2], value: Option<&Name>| {
        let value = value.unwrap_or(&empty);
        let [en, sr] = labels;
        view! {
            {form.text(&format!("{name}_en"), en, value.en.clone())}
            {form.text(&format!("{name}_sr"), sr, value.sr.clone())}
        }
    };
    let fields = view! {
        {both(
            "organisation_type",
            [&texts::ORGANISATION_TYPE_EN, &texts::ORGANISATION_TYPE_SR],
            known.map(|one| &one.organisation_type),
        )}
        {both("sector", [&texts::SECTOR_EN, &texts::SECTOR_SR], known.map(|one| &one.sector))}
        {both(
            "subsector",
            [&texts::SUBSECTOR_EN, &texts::SUBSECTOR_SR],
            known.map(|one| &one.subsector),
        )}
        {both("modality", [&texts::MODALITY_EN, &texts::MODALITY_SR], known.map(|one| &one.modality))}
        {both(
            "beneficiaries",
            [&texts::BENEFICIARIES_EN, &texts::BENEFICIARIES_SR],
            known.map(|one| &one.beneficiaries),
        )}
        {both("contact", [&texts::CONTACT_EN, &texts::CONTACT_SR], known.map(|one| &one.contact))}
    };
    let button = locale.text(&texts::SAVE).into_owned();
    let body = card(&form, address(data), fields.into_any(), button);
    section("describe", locale.text(&texts::DESCRIBE), body)
}

fn indicator(locale: Locale, data: &ProjectPage) -> AnyView {
    let form = Form::new(locale, "indicator");
    let empty = String::new;
    let words = |text: &Text| locale.text(text).into_owned();
    let levels =
        Level::ALL.map(|level| (word(&level), words(indicator_level_label(level)))).to_vec();
    let measures = [
        ("people", &texts::MEASURE_PEOPLE),
        ("contacts", &texts::MEASURE_CONTACTS),
        ("sessions", &texts::MEASURE_SESSIONS),
        ("hours", &texts::MEASURE_HOURS),
        ("made", &texts::MEASURE_MADE),
        ("completions", &texts::MEASURE_COMPLETIONS),
        ("by_hand", &texts::MEASURE_BY_HAND),
    ];
    let measures =
        measures.into_iter().map(|(code, text)| (code.to_owned(), words(text))).collect();
    let any = |text: &Text| std::iter::once((String::new(), words(text)));
    let sexes = Sex::ALL.map(|sex| (word(&sex), words(sex_label(sex))));
    let bands = AgeBand::ALL.map(|band| (word(&band), words(band_label(band)))).to_vec();
    let kinds = Activity::ALL.map(|kind| (word(&kind), words(activity_label(kind))));
    let products = data.products.iter().map(|(id, product)| {
        let name = locale.name(&product.name.en, &product.name.sr);
        (id.to_string(), format!("{} · {name}", product.code))
    });
    let which = any(&texts::A_NEW_ONE).chain(choices(locale, &data.indicators)).collect();
    let fields = view! {
        {form.select("indicator", &texts::WHICH, which)}
        {form.text("code", &texts::CODE, empty())}
        {form.text("title_en", &texts::TITLE_EN, empty())}
        {form.text("title_sr", &texts::TITLE_SR, empty())}
        {form.text("definition_en", &texts::DEFINITION_EN, empty())}
        {form.text("definition_sr", &texts::DEFINITION_SR, empty())}
        {form.text("unit_en", &texts::UNIT_EN, empty())}
        {form.text("unit_sr", &texts::UNIT_SR, empty())}
        {form.text("source_en", &texts::SOURCE_EN, empty())}
        {form.text("source_sr", &texts::SOURCE_SR, empty())}
        {form.select("level", &texts::LEVEL, levels)}
        {form.select("measure", &texts::MEASURE, measures)}
        {form.select("sex", &texts::ONLY_SEX, any(&texts::EVERYBODY).chain(sexes).collect())}
        {form.boxes("bands", &texts::ONLY_AGES, bands, &[])}
        {form.select("activity", &texts::ONLY_ACTIVITY, any(&texts::ALL_KINDS).chain(kinds).collect())}
        {form.select("product", &texts::OF_PRODUCT, any(&texts::NO_PRODUCT).chain(products).collect())}
        {form.number("baseline", &texts::BASELINE, Some(0), None)}
    };
    let button = words(&texts::DEFINE);
    let body = card(&form, address(data), fields.into_any(), button);
    section("indicator", locale.text(&texts::NEW_INDICATOR), body)
}

fn choices(
    locale: Locale,
    indicators: &[IndicatorRow],
) -> impl Iterator<Item = (String, String)> + '_ {
    indicators.iter().map(move |one| {
        let title = locale.name(&one.title.en, &one.title.sr);
        (one.id.to_string(), format!("{} · {title}", one.code))
    })
}

fn target(locale: Locale, data: &ProjectPage) -> AnyView {
    let form = Form::new(locale, "target");
    let fields = view! {
        {form.select("indicator", &texts::WHICH, choices(locale, &data.indicators).collect())}
        {form.day("from", &organisation::FIRST_DAY, data.days.0.to_string())}
        {form.day("to", &organisation::LAST_DAY, data.days.1.to_string())}
        {form.number("value", &texts::TARGET_VALUE, None, None)}
    };
    let held = data.indicators.iter().flat_map(|one| {
        one.targets.iter().map(|((from, to), value)| {
            let (period, value) = (locale.period(*from, *to), locale.number(*value));
            view! {
                <li><span class="code">{one.code.clone()}</span> " " {period} " · " {value}</li>
            }
        })
    });
    let held = held.collect_view();
    let button = locale.text(&texts::SET_TARGET).into_owned();
    let body = view! {
        <ul class="plain">{held}</ul>
        {card(&form, address(data), fields.into_any(), button)}
    };
    section("target", locale.text(&texts::SET_TARGET), body.into_any())
}

fn value(locale: Locale, data: &ProjectPage) -> AnyView {
    let form = Form::new(locale, "value");
    let by_hand: Vec<IndicatorRow> =
        data.indicators.iter().filter(|one| one.measure == Measure::ByHand).cloned().collect();
    let fields = view! {
        {form.select("indicator", &texts::WHICH, choices(locale, &by_hand).collect())}
        {form.day("from", &organisation::FIRST_DAY, data.period.0.to_string())}
        {form.day("to", &organisation::LAST_DAY, data.period.1.to_string())}
        {form.number("value", &texts::VALUE, None, None)}
        {form.text("remark", &texts::EVIDENCE, String::new())}
    };
    let button = locale.text(&texts::ENTER_VALUE).into_owned();
    let body = card(&form, address(data), fields.into_any(), button);
    section("value", locale.text(&texts::ENTER_VALUE), body)
}
