//! What head office sets of a project: its description, indicators, targets, values.

use super::address;
use crate::i18n::catalogue::{organisation, projects as texts};
use crate::i18n::labels::{activity_label, band_label, indicator_level_label, sex_label};
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Notice, Tone};
use crate::ui::desk::{asked, card, section, word};
use crate::ui::figure::DASH;
use crate::ui::form::Form;
use domain::indicator::{Level, Measure};
use domain::label::Name;
use domain::overview::{IndicatorRow, ProjectPage};
use domain::person::{AgeBand, Sex};
use domain::report::period::piece_code;
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

/// One that is asked for in the address is shown as it is, to be defined anew.
fn indicator(locale: Locale, data: &ProjectPage) -> AnyView {
    let form = Form::new(locale, "indicator");
    let wanted = asked("indicator");
    let known = data.indicators.iter().find(|one| one.id.to_string() == wanted);
    let text = |of: fn(&IndicatorRow) -> &String| known.map(of).cloned().unwrap_or_default();
    let (sex, bands) = match known.map(|one| &one.measure) {
        Some(Measure::People { sex, bands }) => (*sex, bands.clone()),
        _ => (None, Vec::new()),
    };
    let product = match known.map(|one| &one.measure) {
        Some(Measure::Made { product }) => product.to_string(),
        _ => String::new(),
    };
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
    let all_bands = AgeBand::ALL.map(|band| (word(&band), words(band_label(band)))).to_vec();
    let kinds = Activity::ALL.map(|kind| (word(&kind), words(activity_label(kind))));
    let products = data.products.iter().map(|(id, product)| {
        let name = locale.name(&product.name.en, &product.name.sr);
        (id.to_string(), format!("{} · {name}", product.code))
    });
    let which: Vec<_> = any(&texts::A_NEW_ONE).chain(choices(locale, &data.indicators)).collect();
    let one = known.map(|one| one.id.to_string()).unwrap_or_default();
    let level = known.map(|one| word(&one.level)).unwrap_or_default();
    let measure = known.map(|one| one.measure.code().to_owned()).unwrap_or_default();
    let kind = known.and_then(|one| one.activity).map(|kind| word(&kind)).unwrap_or_default();
    let ticked: Vec<String> = bands.iter().map(word).collect();
    let baseline = known.map_or(0, |one| one.baseline);
    let fields = view! {
        {form.choose("indicator", &texts::WHICH, which, one)}
        {form.text("code", &texts::CODE, text(|one| &one.code))}
        {form.text("title_en", &texts::TITLE_EN, text(|one| &one.title.en))}
        {form.text("title_sr", &texts::TITLE_SR, text(|one| &one.title.sr))}
        {form.text("definition_en", &texts::DEFINITION_EN, text(|one| &one.definition.en))}
        {form.text("definition_sr", &texts::DEFINITION_SR, text(|one| &one.definition.sr))}
        {form.text("unit_en", &texts::UNIT_EN, text(|one| &one.unit.en))}
        {form.text("unit_sr", &texts::UNIT_SR, text(|one| &one.unit.sr))}
        {form.text("source_en", &texts::SOURCE_EN, text(|one| &one.source.en))}
        {form.text("source_sr", &texts::SOURCE_SR, text(|one| &one.source.sr))}
        {form.choose("level", &texts::LEVEL, levels, level)}
        {form.choose("measure", &texts::MEASURE, measures, measure)}
        <p class="hint">{locale.text(&texts::BY_HAND_HINT)}</p>
        {form.choose(
            "sex",
            &texts::ONLY_SEX,
            any(&texts::EVERYBODY).chain(sexes).collect(),
            sex.map(|sex| word(&sex)).unwrap_or_default(),
        )}
        {form.boxes("bands", &texts::ONLY_AGES, all_bands, &ticked)}
        {form.choose("activity", &texts::ONLY_ACTIVITY, any(&texts::ALL_KINDS).chain(kinds).collect(), kind)}
        {form.choose("product", &texts::OF_PRODUCT, any(&texts::NO_PRODUCT).chain(products).collect(), product)}
        {form.number("baseline", &texts::BASELINE, Some(baseline), None)}
        {preview(locale, data, &form)}
    };
    let button = words(&texts::DEFINE);
    let body = card(&form, address(data), fields.into_any(), button);
    section("indicator", locale.text(&texts::NEW_INDICATOR), body)
}

/// What the indicator would tell, once somebody asked to see it.
fn preview(locale: Locale, data: &ProjectPage, form: &Form) -> impl IntoView + use<> {
    let told = form.found().map(|values| {
        let value = |n: Option<&Option<i64>>| {
            let n = n.copied().flatten();
            n.map_or_else(|| DASH.to_owned(), |n| locale.number(n))
        };
        let period = locale.period(data.period.0, data.period.1);
        let (now, ever) = (value(values.first()), value(values.get(1)));
        let said =
            locale.fill(&texts::WOULD_TELL, &[("period", &period), ("now", &now), ("ever", &ever)]);
        view! { <Notice tone=Tone::Info title=said/> }
    });
    let period = piece_code(data.period);
    view! {
        <input type="hidden" name="period" value=period/>
        <div id="preview" aria-live="polite">{told}</div>
        <button class="button" type="submit" name="preview" value="1">
            {locale.text(&texts::PREVIEW)}
        </button>
    }
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
        <p class="hint">{locale.text(&texts::BY_HAND_HINT)}</p>
        {form.text("remark", &texts::EVIDENCE, String::new())}
    };
    let button = locale.text(&texts::ENTER_VALUE).into_owned();
    let body = card(&form, address(data), fields.into_any(), button);
    section("value", locale.text(&texts::ENTER_VALUE), body)
}
