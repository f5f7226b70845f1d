//! The page: starts the worker and mounts the app.

fn main() {
    galley::start_ahead();
    yew::Renderer::<galley::App>::new().render();
}
