//! [`ReaderView`]: one article between its margins, and what the reader does there.

mod marks;
mod panels;
mod paragraph;
mod pointing;
mod selecting;
mod state;

use std::rc::Rc;

use galley_engine::Findings;
use galley_notebook::{Access, Action, AnnotationId, Edit, Notebook};
use galley_text::{Span, order};
use yew::prelude::*;

use self::marks::Marks;
use self::panels::{Counts, Panel, panel_bar, use_panels};
use self::pointing::{Ground, use_pointing};
use self::selecting::{use_gestures, use_labelling, use_selected};
use self::state::reading_state;
use super::about::about;
use super::drawing::{Badge, Own, Piece, Scene, Target, draw};
use super::label::{self, Label};
use super::layer::{Layer, Layers};
use super::layer_bar::{counts, layer_bar};
use super::margin::{Entry, Margin};
use super::pane::{Marked, Pane, PaneView};
use super::selection_bar::selection_bar;
use super::settings::at_start;
use crate::hooks::{ReadHere, use_keys, use_label_keys, use_reading};
use crate::same::{Found, Same};
use crate::shell::clock;
use crate::shell::settings::Settings;

/// The reader's labels, shared by all that show them.
type Labels = Rc<[Label]>;

/// What is read.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article with the reader's marks.
    pub(crate) notebook: Rc<Notebook>,
    /// Acts on the session.
    pub(crate) act: Callback<Action>,
    /// Tells the reader what was done.
    pub(crate) say: Callback<&'static str>,
    /// How the reader wants the page.
    pub(crate) settings: Settings,
    /// Reads instead of the worker.
    pub(crate) read_here: Option<ReadHere>,
}

/// The desk.
#[component]
pub(crate) fn ReaderView(props: &Props) -> Html {
    let notebook = &props.notebook;
    let text = use_memo(notebook.id(), |_| Same::from(notebook.article().shared_text()));
    let text = (*text).clone();
    let (reading, on_again) = use_reading(text.clone(), props.read_here.clone());
    let nothing = use_memo((), |()| Found::new(Findings::default()));
    let findings = reading.found().unwrap_or_else(|| (*nothing).clone());
    let layers = use_state_eq(|| at_start(&props.settings));
    let labels =
        use_memo(props.settings.labels.clone(), |it| Labels::from(label::read(it.as_deref())));
    let own = use_memo((notebook.clone(), Rc::clone(&labels)), |(notebook, labels)| {
        Rc::<[Own]>::from(own(notebook, labels))
    });
    let ground = Ground {
        text: text.clone(),
        findings: findings.clone(),
        own: Rc::clone(&own),
        layers: *layers,
    };
    let pointing = use_pointing(&ground);
    let writable = notebook.access() == Access::ReadWrite;
    let selection = use_selected(&text, &props.say);
    let selected = selection.as_ref().filter(|_| writable);
    let on_gesture = use_gestures(&selection, &own, props, &pointing.choose, &layers);
    let on_label = use_labelling(&selection, &props.act, &layers);
    let keys = use_memo(Rc::clone(&labels), |labels| {
        labels.iter().filter_map(|label| label.key).collect::<Rc<[char]>>()
    });
    let by_key = use_callback((Rc::clone(&labels), on_label.clone()), |key, (labels, on_label)| {
        if let Some(label) = labels.iter().find(|label| label.key == Some(key)) {
            on_label.emit(label.name.clone());
        }
    });
    use_label_keys((*keys).clone(), selected.is_some().then_some(by_key));
    use_keys(selected.is_some().then(|| on_gesture.clone()), pointing.clear.clone());
    let panels = use_panels(pointing.focus, &pointing.choose);
    let on_toggle = {
        let layers = layers.clone();
        use_callback(*layers, move |layer, before| layers.set(before.toggled(layer)))
    };
    let pieces = use_pieces(notebook, &ground, pointing.shown());
    let entries =
        use_memo((notebook.clone(), findings.clone(), *layers), |of| entries(&of.0, &of.1, of.2));
    let Edits { on_note, on_tags, on_remove } = use_edits(&props.act, &props.say);
    let sheets = Counts { quotes: findings.quotes.len(), own: own.len() };
    let marked = (panels.pane == Pane::Notes).then(|| Marked {
        notebook: notebook.clone(),
        own: Rc::clone(&own),
        labels: (*labels).clone(),
        act: props.act.clone(),
    });
    html! {
        <>
            { reading_state(&reading, notebook.access(), on_again) }
            { layer_bar(*layers, counts(&findings, own.len()), &on_toggle) }
            <div class={classes!("desk", panels.open.map(Panel::class))}>
                <PaneView
                    text={text.clone()}
                    reading={reading.clone()}
                    pane={panels.pane}
                    {marked}
                    focus={pointing.focus}
                    on_choose={panels.on_choose.clone()}
                    on_pane={panels.on_pane.clone()}
                />
                <main id="article" tabindex="-1">
                    <Marks
                        text={text.clone()}
                        header={notebook.header().clone()}
                        {pieces}
                        on_click={pointing.click.clone()}
                        on_hover={pointing.hover.clone()}
                    />
                </main>
                <aside class="margin" aria-label="Quotes and notes">
                    <Margin
                        text={text.clone()}
                        findings={findings.clone()}
                        entries={(*entries).clone()}
                        focus={pointing.focus}
                        {writable}
                        labels={(*labels).clone()}
                        {on_tags}
                        on_choose={pointing.choose.clone()}
                        on_hover={pointing.hover_card.clone()}
                        {on_note}
                        {on_remove}
                    />
                </aside>
            </div>
            { panel_bar(&panels, &sheets) }
            if let Some(selected) = selected {
                { selection_bar(selected.place, &on_gesture, &labels, &on_label) }
            } else if let (Some(target), Some(place)) = (pointing.focus, pointing.place) {
                { about(&text, &findings, target, place, &pointing.choose) }
            }
        </>
    }
}

#[hook]
fn use_pieces(notebook: &Rc<Notebook>, ground: &Ground, focus: Option<Target>) -> Rc<[Piece]> {
    let pieces = use_memo((ground.clone(), focus), |(ground, focus)| {
        let Ground { findings, own, layers, .. } = ground;
        let blocks = notebook.article().blocks();
        let scene = Scene { blocks, findings: Some(findings), own, layers: *layers, focus: *focus };
        Rc::<[Piece]>::from(draw(&scene))
    });
    Rc::clone(&pieces)
}

/// What is done to marks that are there.
struct Edits {
    on_note: Callback<(AnnotationId, String)>,
    on_tags: Callback<(AnnotationId, Vec<String>)>,
    on_remove: Callback<AnnotationId>,
}

/// Writes notes, sets tags and removes marks.
#[hook]
fn use_edits(act: &Callback<Action>, say: &Callback<&'static str>) -> Edits {
    let on_note = use_callback(act.clone(), |(id, note), act| {
        act.emit(Action::Edit(Edit::SetNote { id, note, now: clock::now() }));
    });
    let on_tags = use_callback(act.clone(), |(id, tags), act| {
        act.emit(Action::Edit(Edit::SetTags { id, tags, now: clock::now() }));
    });
    let on_remove = use_callback((act.clone(), say.clone()), |id, (act, say)| {
        act.emit(Action::Edit(Edit::Remove(id)));
        say.emit("Mark removed");
    });
    Edits { on_note, on_tags, on_remove }
}

/// The reader's marks that still have a place.
fn own(notebook: &Notebook, labels: &[Label]) -> Vec<Own> {
    let text = notebook.article().text();
    let placed = notebook.annotations().iter().filter_map(|annotation| {
        let span = annotation.anchor.resolve(text).span()?;
        let body = &annotation.body;
        let label = label::of(labels, &body.tags);
        let badge = label.map(|label| Badge { tint: label.tint, sign: label.sign() });
        Some(Own { id: annotation.id, span, noted: !body.note.is_empty(), badge })
    });
    placed.collect()
}

/// The cards beside the text, in the order of their words; orphans first.
fn entries(notebook: &Notebook, findings: &Found, layers: Layers) -> Rc<[Entry]> {
    let text = notebook.article().text();
    let quotes = findings
        .quotes
        .iter()
        .enumerate()
        .filter_map(|(index, quote)| Some(Entry::Quote(index, quote.content.first()?.start())));
    let notes = notebook.annotations().iter().map(|annotation| {
        let place = annotation.anchor.resolve(text).span();
        Entry::Note(annotation.clone(), place.map(Span::start))
    });
    let quotes = quotes.filter(|_| layers.has(Layer::Quotes));
    let entries: Vec<Entry> = quotes.chain(notes.filter(|_| layers.has(Layer::Mine))).collect();
    let place = |entry: &Entry| entry.offset().map_or(0, |offset| offset as u64 + 1);
    let by_place = order(entries.iter().map(|entry| [place(entry), 0, 0]));
    by_place.into_iter().map(|index| entries[index].clone()).collect()
}
