//! `README.md`: what a person reads first.

use crate::seal::check_text;
use crate::{SealError, Table};

/// The sentences of a package in the reader's language.
///
/// Headings and labels are up to [`crate::TEXT_MAX`] bytes without control characters and stand in
/// the page as they are, whatever signs they hold. The two paragraphs are Markdown: the caller's
/// own words, never something that somebody typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The package's title.
    pub title: String,
    /// Over what was asked for.
    pub asked_heading: String,
    /// What was asked for: label and value.
    pub asked: Vec<(String, String)>,
    /// Head of the column with the columns' keys, which stand in the file's first line.
    pub column_key: String,
    /// Head of the column with their titles.
    pub column_title: String,
    /// Head of the column with their HXL tags.
    pub column_tag: String,
    /// Head of the column with their meanings.
    pub column_meaning: String,
    /// Over how empty cells are to be read.
    pub empty_heading: String,
    /// How empty cells are to be read.
    pub empty: String,
    /// Over what the seal is.
    pub seal_heading: String,
    /// What the seal is, and how to check it.
    pub seal: String,
}

/// The page.
///
/// # Errors
/// [`SealError::Text`] for what [`Words`] does not allow.
pub(crate) fn readme(words: &Words, tables: &[Table]) -> Result<String, SealError> {
    let heads = [&words.column_key, &words.column_title, &words.column_tag, &words.column_meaning];
    let headings = [&words.title, &words.asked_heading, &words.empty_heading, &words.seal_heading];
    for text in headings.into_iter().chain(heads) {
        check_text("a heading", text, 1)?;
    }
    let mut page = format!("# {}\n\n## {}\n\n", plain(&words.title), plain(&words.asked_heading));
    for (label, value) in &words.asked {
        check_text("a label", label, 1)?;
        check_text("a value", value, 0)?;
        page += &format!("- {}: {}\n", plain(label), plain(value));
    }
    for table in tables {
        page += &format!("\n## {} (`{}`)\n\n", plain(&table.title), table.path());
        if !table.about.is_empty() {
            page += &format!("{}\n\n", plain(&table.about));
        }
        page += &format!("|{}|\n|---|---|---|---|\n", heads.map(|head| plain(head)).join("|"));
        for field in &table.fields {
            let (title, tag, about) = (plain(&field.title), plain(&field.hxl), plain(&field.about));
            page += &format!("|`{}`|{title}|{tag}|{about}|\n", field.key);
        }
    }
    for (heading, text) in
        [(&words.empty_heading, &words.empty), (&words.seal_heading, &words.seal)]
    {
        page += &format!("\n## {}\n\n{}\n", plain(heading), text.trim_end());
    }
    Ok(page)
}

/// A text that Markdown shows as it is: every sign with which a list, a table, a link or HTML
/// begins is escaped.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if "\\`*_{}[]<>#|&~!".contains(sign) {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_are_escaped() {
        assert_eq!(plain("a|b <i> [x](y) #1_2"), "a\\|b \\<i\\> \\[x\\](y) \\#1\\_2");
        assert_eq!(plain("Шид – 5"), "Шид – 5");
    }
}
