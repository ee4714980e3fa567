//! A QR code as an SVG picture: crisp on paper, and without an inline style.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use qrcode::{Color, EcLevel, QrCode};

/// White around the code, in modules (ISO/IEC 18004 asks for four).
#[cfg(feature = "ssr")]
const QUIET: usize = 4;

/// The picture of a text, with what it is for; nothing where the text is too long for a code.
#[cfg(feature = "ssr")]
pub fn qr(text: &str, label: String) -> Option<AnyView> {
    use std::fmt::Write as _;
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (n, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (n % width + QUIET, n / width + QUIET);
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let size = width + 2 * QUIET;
    Some(
        view! {
            <svg
                class="qr"
                role="img"
                aria-label=label
                viewBox=format!("0 0 {size} {size}")
                shape-rendering="crispEdges"
            >
                <rect width=size height=size fill="#fff"/>
                <path d=path fill="#000"/>
            </svg>
        }
        .into_any(),
    )
}

/// The sheet is made on the server only.
#[cfg(not(feature = "ssr"))]
pub fn qr(_: &str, _: String) -> Option<AnyView> {
    None
}
