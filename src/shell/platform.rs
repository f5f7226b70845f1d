//! On what the page runs.

/// Whether it is one of Apple's systems, where an arrow key opens a list instead of changing it.
pub(crate) fn is_apple() -> bool {
    let platform = gloo::utils::window().navigator().platform().unwrap_or_default();
    ["Mac", "iP"].iter().any(|name| platform.starts_with(name))
}
