//! The page: mounts the app.

fn main() {
    yew::Renderer::<galley::App>::new().render();
}
