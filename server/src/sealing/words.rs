//! What a data package says of its columns and of itself, in the reader's language.

use super::Order;
use crate::xlsx_file::filters;
use app::i18n::Locale;
use app::i18n::catalogue::{reports as texts, verify};
use app::i18n::labels::{column_about, column_label, report_about, report_label};
use domain::report::{ColumnKind, Report};
use sealed::{Field, Kind, Table, Words};

/// A report as a table of a package.
pub(super) fn table(report: Report, locale: Locale) -> Table {
    let text = |text| locale.text(text).into_owned();
    let fields = report.columns().iter().map(|column| Field {
        key: column.id.key().to_owned(),
        title: text(column_label(column.id)),
        about: text(column_about(column.id)),
        hxl: column.hxl.to_owned(),
        kind: match column.kind {
            ColumnKind::Text => Kind::Text,
            ColumnKind::Number => Kind::Number,
            ColumnKind::Decimal => Kind::Decimal,
            ColumnKind::Day => Kind::Day,
            ColumnKind::Time => Kind::Time,
        },
    });
    Table {
        name: report.name().to_owned(),
        title: text(report_label(report)),
        about: text(report_about(report)),
        fields: fields.collect(),
    }
}

/// The words of its README.
pub(super) fn words(order: &Order) -> Words {
    let (locale, reports) = (order.locale, order.contents.reports());
    let text = |text| locale.text(text).into_owned();
    let title = match reports {
        [report] => report_label(*report),
        _ => &texts::PACKAGE,
    };
    Words {
        title: text(title),
        asked_heading: text(&texts::FILTERS),
        asked: filters(&order.query, reports, locale),
        column_key: text(&verify::COLUMN),
        column_title: text(&verify::COLUMN_TITLE),
        column_tag: "HXL".to_owned(),
        column_meaning: text(&verify::COLUMN_MEANING),
        empty_heading: text(&verify::EMPTY_CELLS),
        empty: text(&verify::EMPTY_CELLS_ABOUT),
        seal_heading: text(&verify::SEAL),
        seal: text(&verify::SEAL_ABOUT),
    }
}
