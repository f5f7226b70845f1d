//! [`ReaderView`]: one article between its margins, and what the reader does there.

mod marks;
mod panels;
mod paragraph;
mod pointing;

use std::rc::Rc;

use galley_engine::Findings;
use galley_notebook::{Access, Action, AnnotationId, Edit, Notebook};
use yew::prelude::*;

use self::marks::Marks;
use self::panels::{Panel, PanelBar};
use self::pointing::{Pointing, use_pointing, use_selected};
use super::about::About;
use super::banner::{Banner, Weight};
use super::drawing::{Own, Scene, Target, draw};
use super::layer::{Layer, Layers};
use super::layer_bar::{LayerBar, counts};
use super::margin::{Entry, Margin};
use super::names::Names;
use super::selection_bar::SelectionBar;
use crate::hooks::{Gesture, ReadHere, Reading, use_keys, use_reading};
use crate::shell::clock;
use crate::shell::page_text::{self, Selected};

/// What is read.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article with the reader's marks.
    pub(crate) notebook: Rc<Notebook>,
    /// Acts on the session.
    pub(crate) act: Callback<Action>,
    /// Tells the reader what was done.
    pub(crate) say: Callback<&'static str>,
    /// Reads instead of the worker.
    pub(crate) read_here: Option<ReadHere>,
}

/// The desk.
#[component]
pub(crate) fn ReaderView(props: &Props) -> Html {
    let text = props.notebook.article().shared_text();
    let (reading, read_again) = use_reading(text.clone(), props.read_here.clone());
    let findings = match &reading {
        Reading::Done(findings) => findings.clone(),
        Reading::Waiting | Reading::Failed => Rc::new(Findings::default()),
    };
    let layers = use_state(|| Layers::ALL);
    let panel = use_state_eq(|| None::<Panel>);
    let own: Rc<[Own]> = own(&props.notebook).into();
    let pointing = use_pointing(&text, &findings, &own, *layers);
    let selected = use_selected(&text, &props.say);
    let on_gesture = gestures(props, &selected, &pointing);
    use_keys(selected.is_some().then(|| on_gesture.clone()), pointing.clear.clone());

    let pieces = use_memo(
        (props.notebook.id(), findings.clone(), own.clone(), *layers, pointing.shown()),
        |(_, findings, own, layers, focus)| {
            let blocks = props.notebook.article().blocks();
            let findings = Some(&**findings);
            draw(&Scene { blocks, findings, own, layers: *layers, focus: *focus })
        },
    );
    let on_toggle = {
        let layers = layers.clone();
        Callback::from(move |layer| layers.set(layers.toggled(layer)))
    };
    {
        let panel = panel.clone();
        use_effect_with(pointing.focus, move |focus| {
            if matches!(focus, Some(Target::Quote(_) | Target::Annotation(_))) {
                panel.set(Some(Panel::Cards));
            }
        });
    }
    let on_panel = {
        let panel = panel.clone();
        Callback::from(move |chosen| panel.set((*panel != chosen).then_some(chosen).flatten()))
    };
    let sheet = panel.map(Panel::class);
    html! {
        <>
            { state(&reading, &props.notebook, read_again) }
            <LayerBar
                layers={*layers}
                counts={counts(Some(&findings), own.len())}
                {on_toggle}
            />
            <div class={classes!("desk", sheet)}>
                <aside class="names" aria-label="Names">
                    <div class="names-inside">
                        <Names
                            findings={findings.clone()}
                            waiting={reading == Reading::Waiting}
                            focus={pointing.focus}
                            on_choose={pointing.choose.clone()}
                        />
                    </div>
                </aside>
                <main id="article" tabindex="-1">
                    <Marks
                        text={text.clone()}
                        header={props.notebook.header().clone()}
                        pieces={Rc::<[_]>::from((*pieces).clone())}
                        on_click={pointing.click.clone()}
                        on_hover={pointing.hover.clone()}
                    />
                </main>
                <aside class="margin" aria-label="Quotes and notes">
                    <Margin
                        text={text.clone()}
                        findings={findings.clone()}
                        entries={entries(&props.notebook, &findings, *layers)}
                        focus={pointing.focus}
                        writable={props.notebook.access() == Access::ReadWrite}
                        on_choose={pointing.choose.clone()}
                        on_hover={pointing.hover_card.clone()}
                        on_note={on_note(&props.act)}
                        on_remove={on_remove(props)}
                    />
                </aside>
            </div>
            <PanelBar
                open={*panel}
                quotes={findings.quotes.len()}
                names={findings.entities.len()}
                notes={own.len()}
                on_choose={on_panel}
            />
            if let Some(selected) = &*selected {
                <SelectionBar selected={selected.clone()} {on_gesture} />
            }
            if let (Some(target), Some(place)) = (pointing.focus, pointing.place) {
                <About
                    {text}
                    {findings}
                    {target}
                    {place}
                    on_choose={pointing.choose.clone()}
                />
            }
        </>
    }
}

/// The reader's marks that still have a place.
fn own(notebook: &Notebook) -> Vec<Own> {
    let text = notebook.article().text();
    let placed = notebook.annotations().iter().filter_map(|annotation| {
        let span = annotation.anchor.resolve(text).span()?;
        Some(Own { id: annotation.id, span, noted: !annotation.body.note.is_empty() })
    });
    placed.collect()
}

fn entries(notebook: &Notebook, findings: &Findings, layers: Layers) -> Rc<[Entry]> {
    let text = notebook.article().text();
    let quotes = findings
        .quotes
        .iter()
        .enumerate()
        .filter_map(|(index, quote)| Some(Entry::Quote(index, quote.content.first()?.start())));
    let notes = notebook.annotations().iter().map(|annotation| {
        let place = annotation.anchor.resolve(text).span();
        Entry::Note(annotation.clone(), place.map(galley_text::Span::start))
    });
    let quotes = quotes.filter(|_| layers.has(Layer::Quotes));
    quotes.chain(notes.filter(|_| layers.has(Layer::Mine))).collect()
}

fn on_note(act: &Callback<Action>) -> Callback<(AnnotationId, String)> {
    act.reform(|(id, note)| Action::Edit(Edit::SetNote { id, note, now: clock::now() }))
}

fn on_remove(props: &Props) -> Callback<AnnotationId> {
    let (act, say) = (props.act.clone(), props.say.clone());
    Callback::from(move |id| {
        act.emit(Action::Edit(Edit::Remove(id)));
        say.emit("Mark removed");
    })
}

/// Marks what is selected; for a note, puts the cursor into it.
fn gestures(
    props: &Props,
    selected: &UseStateHandle<Option<Selected>>,
    pointing: &Pointing,
) -> Callback<Gesture> {
    let (act, say) = (props.act.clone(), props.say.clone());
    let (selected, choose) = (selected.clone(), pointing.choose.clone());
    Callback::from(move |gesture| {
        let Some(Selected { span, .. }) = *selected else { return };
        let id = AnnotationId::from_random(clock::random());
        act.emit(Action::Edit(Edit::AddHighlight { id, span, now: clock::now() }));
        page_text::deselect();
        selected.set(None);
        match gesture {
            Gesture::Highlight => say.emit("Highlighted"),
            Gesture::Note => choose.emit(Target::Annotation(id)),
        }
    })
}

fn state(reading: &Reading, notebook: &Notebook, read_again: Callback<()>) -> Html {
    let read_only = notebook.access() == Access::ReadOnly;
    html! {
        <>
            if read_only {
                <Banner weight={Weight::Plain}>
                    { "A newer Galley wrote a part of this article. It is shown as it is and cannot \
                       be changed here; reload the page to get the newer Galley." }
                </Banner>
            }
            if *reading == Reading::Failed {
                <Banner weight={Weight::Plain} actions={vec![("Read again", read_again)]}>
                    { "The engine could not read this article. You can still highlight and note." }
                </Banner>
            }
        </>
    }
}
