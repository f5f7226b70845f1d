//! What is drawn.

mod about;
mod app;
mod banner;
mod bar;
mod command;
mod correct;
mod drawing;
mod hover;
mod huge;
mod label;
mod labels;
mod layer;
mod layer_bar;
mod light;
mod margin;
mod notices;
mod page_commands;
mod palette;
mod pane;
mod parts;
mod plot;
mod prose;
mod reader;
mod section;
mod selection_bar;
mod settings;
mod shelf;
mod shortcuts;
mod words;

pub use app::{App, AppProps};
