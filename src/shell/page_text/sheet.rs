//! [`uncover`]: on narrow screens the margins are sheets over the page's end; never over what they tell of.

use galley_text::Span;
use gloo::utils::{document, window};

use super::edges_of;

/// What the bar and the layers cover of the window's top, and a line's room, in pixels.
const HEAD: f64 = 126.0;

/// Scrolls until all of `span`, or at least its beginning, is above the sheet that is open, if one is.
pub(crate) fn uncover(text: &str, span: Span) {
    let (Some(sheet), Some([start, end])) = (sheet_top(), edges_of(text, span)) else { return };
    let scrolled = window().scroll_y().unwrap_or_default();
    if start.top - scrolled < HEAD || end.bottom - scrolled > sheet {
        window().scroll_to_with_x_and_y(0.0, start.top - HEAD);
    }
}

/// On windows as low as that a sheet stands beside the text: `static/css/margin.css`.
const LOW: &str = "(max-width: 62rem) and (max-height: 32rem)";

/// What the bar of panels covers of the window's foot, in pixels.
const FOOT: f64 = 48.0;

/// Where in the window the sheet begins, or what lies below the text beside one.
fn sheet_top() -> Option<f64> {
    if window().match_media(LOW).ok().flatten().is_some_and(|it| it.matches()) {
        let height = window().inner_height().ok()?.as_f64()?;
        return Some(height - FOOT);
    }
    let sheet = document().query_selector(".shows-cards .margin, .shows-pane .pane").ok()??;
    let sheet = sheet.get_bounding_client_rect();
    let width = f64::from(document().document_element()?.client_width());
    // Beside the text a margin is no sheet.
    (sheet.width() >= width).then(|| sheet.top())
}
