//! [`hover`]: something is pointed at as long as the pointer is over what stands for it, or the keyboard at it.

use yew::prelude::*;

use super::drawing::Target;

/// What an element listens with.
pub(crate) struct Hover {
    pub(crate) onmouseenter: Callback<MouseEvent>,
    pub(crate) onmouseleave: Callback<MouseEvent>,
    pub(crate) onfocusin: Callback<FocusEvent>,
    pub(crate) onfocusout: Callback<FocusEvent>,
}

/// Of an element that stands for `target`.
pub(crate) fn hover(on_hover: &Callback<Option<Target>>, target: Target) -> Hover {
    Hover {
        onmouseenter: on_hover.reform(move |_| Some(target)),
        onmouseleave: on_hover.reform(|_| None),
        onfocusin: on_hover.reform(move |_| Some(target)),
        onfocusout: on_hover.reform(|_| None),
    }
}
