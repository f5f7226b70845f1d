//! [`ReaderView`]: one article between its margins, and what the reader does there.

mod commanding;
mod cursor;
mod depth;
mod finding;
mod going;
mod gradually;
mod handles;
mod leader;
mod marks;
mod own;
mod panels;
mod paragraph;
mod pointing;
mod regain;
mod section;
mod selecting;
mod state;

use std::rc::Rc;

use galley_notebook::{Access, Action, Article, Library, Notebook, Say};
use galley_text::{BlockKind, Span, order};
use yew::prelude::*;

use self::commanding::{Commanded, Tools, use_commands};
use self::cursor::{CaretView, Mode};
use self::finding::{Finding, finding};
use self::gradually::use_gradually;
use self::handles::handles;
use self::leader::leader;
use self::marks::Marks;
use self::own::{Edits, use_edits, use_own};
use self::panels::{Counts, Panel, Panels, panel_bar, use_panels};
use self::pointing::{Ground, Pointing, use_pointing};
use self::regain::use_regain;
use self::selecting::{beside, use_gestures, use_labelling, use_marking, use_selected};
use self::state::reading_state;
use super::about::{About, about};
use super::command::{Gesture, Keymap};
use super::correct::{Reach, Saying, use_correcting, use_reach};
use super::drawing::{Piece, Scene, Target, draw};
use super::label::{self, Label};
use super::labels::Labels;
use super::layer::{Layer, Layers};
use super::layer_bar::{counts, layer_bar};
use super::light::{Light, light};
use super::margin::{Entry, Margin};
use super::palette::{Item, Jump};
use super::pane::{Marked, Pane, PaneView};
use super::parts::sheet_head;
use super::section::{Section, sections};
use super::selection_bar::selection_bar;
use super::settings::at_start;
use super::words::at_turn;
use crate::hooks::{
    ReadHere, Reading, Reviewed, Settled, Wish, use_reading, use_review, use_settled,
};
use crate::same::{Found, Same};
use crate::shell::page_text::{self, Selected};
use crate::shell::settings::Settings;
use crate::shell::worker::Asked;

/// What is read.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article with the reader's marks.
    pub(crate) notebook: Rc<Notebook>,
    /// The house rules.
    pub(crate) house: Library,
    /// Whether nothing else was ever read here.
    pub(crate) is_first: bool,
    /// Acts on the session.
    pub(crate) act: Callback<Action>,
    /// Tells the reader what was done.
    pub(crate) say: Callback<AttrValue>,
    /// How the reader wants the page.
    pub(crate) settings: Settings,
    /// The keys as the reader has them.
    pub(crate) keymap: Rc<Keymap>,
    /// What the palette offers of the page, where it is open.
    pub(crate) palette: Option<Rc<[Item]>>,
    /// Called when it has closed, with what was chosen and is not for the article.
    pub(crate) on_palette: Callback<Option<Jump>>,
    /// Reads instead of the worker.
    pub(crate) read_here: Option<ReadHere>,
}

/// The desk.
#[component]
pub(crate) fn ReaderView(props: &Props) -> Html {
    let notebook = &props.notebook;
    let layers = use_state_eq(|| at_start(&props.settings));
    let labels = use_memo(props.settings.labels.clone(), |it| {
        Rc::<[Label]>::from(label::read(it.as_deref()))
    });
    let (reading, on_wish, [ground, coming]) = use_ground(props, &labels, *layers);
    let is_turning = use_memo(ground.text.clone(), |text| at_turn(text).is_some());
    let pointing = use_pointing(&ground);
    let on_say = use_correcting(&props.act, &props.say);
    let reach = use_reach(mention_at(&ground, pointing.focus));
    let desk = Desk {
        props,
        ground: &ground,
        pointing: &pointing,
        on_say: &on_say,
        on_kind: &use_on_kind(&ground.review, &on_say),
        edits: &use_edits(&props.act, &props.say),
        reach: &reach,
        labels: &labels,
        writable: notebook.access() == Access::ReadWrite,
    };
    let has_chosen = use_mut_ref(|| false);
    *has_chosen.borrow_mut() |= pointing.focus.is_some();
    let is_told = props.is_first && !*has_chosen.borrow();
    let mode = use_mode(pointing.focus);
    let sentence = mode.and_then(Mode::sentence);
    let (selecting, selected, tools) = use_selection(&desk, &layers);
    let panels = use_panels(&ground, pointing.focus, &pointing.choose);
    let drag = use_state_eq(|| None::<Span>);
    let (focus, within) = pointing.shown();
    let shown = Light { focus, within, sentence, dragged: *drag };
    let (pieces, sections) = use_pieces(props, &ground, &coming, shown);
    use_regain(&pieces, &ground, pointing.focus, selected.as_ref().map(|it| it.span.start()));
    let spoken = use_state_eq(AttrValue::default);
    let on_gesture = tools.as_ref().map(|it| it.on_gesture.clone()).unwrap_or_default();
    let cards = use_cards(&desk, &on_gesture);
    let on_toggle = {
        let layers = layers.clone();
        use_callback(*layers, move |layer, before| layers.set(before.toggled(layer)))
    };
    let commanded = Commanded {
        keymap: Rc::clone(&props.keymap),
        notebook: Rc::clone(notebook),
        pieces,
        ground: ground.clone(),
        pointing: pointing.clone(),
        mode: mode.clone(),
        spoken: spoken.clone(),
        selected,
        tools,
        reach: reach.clone(),
        say: props.say.clone(),
        close_panel: panels.close.clone(),
        on_pane: panels.on_pane.clone(),
        on_layer: on_toggle.clone(),
    };
    let run = use_commands(commanded.clone());
    let counted = counts(&ground.review.findings, ground.own.len());
    let sheets = Counts { quotes: ground.review.findings.quotes.len(), own: ground.own.len() };
    html! {
        <>
            { reading_state(*is_turning, &reading, notebook.access(), &on_wish) }
            { layer_bar(*layers, counted, &on_toggle) }
            <div class={classes!("desk", panels.open.map(Panel::class))}>
                { pane(&desk, reading, &panels) }
                { column(&desk, sections, is_told) }
                <aside class="margin" aria-label="Quotes and notes">
                    { sheet_head("Cards", &panels.on_done) }
                    { cards }
                </aside>
            </div>
            { panel_bar(&panels, &sheets) }
            { leader(&ground, focus) }
            { selecting.unwrap_or_else(|| html! { <>{ handles(&desk, &drag) }{ here(&desk, &on_gesture) }</> }) }
            if let Some(Mode::Caret(at)) = *mode {
                <CaretView text={ground.text.clone()} {at} />
            }
            <p class="visually-hidden" aria-live="polite">{ (*spoken).clone() }</p>
            { finding(&Finding { with: &commanded, run: &run, page: &props.palette, on_close: &props.on_palette }) }
        </>
    }
}

/// What the parts of the desk are drawn from.
struct Desk<'a> {
    props: &'a Props,
    ground: &'a Ground,
    pointing: &'a Pointing,
    on_say: &'a Callback<Saying>,
    on_kind: &'a Callback<(Vec<usize>, String)>,
    edits: &'a Edits,
    /// Where what is said of the mention that is pointed at counts.
    reach: &'a UseStateHandle<Reach>,
    /// The reader's own.
    labels: &'a Rc<[Label]>,
    writable: bool,
}

/// Where the mention that is pointed at was found.
fn mention_at(ground: &Ground, focus: Option<Target>) -> Option<Span> {
    let Some(Target::Mention(index)) = focus else { return None };
    ground.review.mentions.get(index).map(|trace| trace.origin)
}

fn pane(desk: &Desk, reading: Reading, panels: &Panels) -> Html {
    let marked = (panels.pane == Pane::Notes).then(|| Marked {
        notebook: desk.props.notebook.clone(),
        review: desk.ground.review.clone(),
        own: desk.ground.own.clone(),
        labels: Rc::clone(desk.labels),
        keymap: Rc::clone(&desk.props.keymap),
        act: desk.props.act.clone(),
        say: desk.props.say.clone(),
    });
    html! {
        <PaneView
            text={desk.ground.text.clone()}
            {reading}
            pane={panels.pane}
            {marked}
            focus={desk.pointing.focus}
            on_choose={panels.on_choose.clone()}
            on_hover={desk.pointing.hover_card.clone()}
            on_say={desk.writable.then(|| desk.on_say.clone())}
            on_kind={desk.writable.then(|| desk.on_kind.clone())}
            on_pane={panels.on_pane.clone()}
            on_close={panels.on_done.clone()}
        />
    }
}

/// Says of several mentions of what kind they are.
#[hook]
fn use_on_kind(review: &Reviewed, on_say: &Callback<Saying>) -> Callback<(Vec<usize>, String)> {
    let with = (review.clone(), on_say.clone());
    use_callback(with, |(mentions, kind): (Vec<usize>, String), (review, on_say)| {
        let findings = mentions.into_iter().filter_map(|at| review.mention(at)).collect();
        on_say.emit(Saying::Of(findings, Say::Kind(kind)));
    })
}

/// The article, and to whom it is new, `is_told` what can be done with it.
fn column(desk: &Desk, sections: Same<[Section]>, is_told: bool) -> Html {
    html! {
        <main id="article" tabindex="-1">
            if is_told {
                <p class="first-use">{ "Choose a quote or a name to correct or note it." }</p>
            }
            <Marks
                text={desk.ground.text.clone()}
                header={desk.props.notebook.header().clone()}
                {sections}
                on_click={desk.pointing.click.clone()}
                on_open={desk.pointing.open.clone()}
                on_stop={desk.pointing.hover_card.clone()}
                on_hover={desk.pointing.hover.clone()}
            />
        </main>
    }
}

/// What the reader chose in the text, beside it.
fn here(desk: &Desk, on_gesture: &Callback<(Gesture, Span)>) -> Html {
    let Pointing { focus, place, stack, choose, turn, .. } = desk.pointing;
    let (Some(target), Some(place)) = (*focus, *place) else { return Html::default() };
    about(&About {
        text: &desk.ground.text,
        review: &desk.ground.review,
        own: &desk.ground.own,
        target,
        stack,
        place,
        reach: desk.reach,
        keymap: &desk.props.keymap,
        writable: desk.writable,
        on_say: desk.on_say,
        on_choose: choose,
        on_note: on_gesture.reform(|words| (Gesture::Note, words)),
        on_turn: turn,
    })
}

/// The article, read and corrected, with the reader's own marks: as it is shown, and as it will be in a
/// moment.
#[hook]
fn use_ground(
    props: &Props,
    labels: &Rc<[Label]>,
    layers: Layers,
) -> (Reading, Callback<Wish>, [Ground; 2]) {
    let notebook = &props.notebook;
    let asked = use_memo(notebook.id(), |_| asked(notebook.article()));
    let text = &asked.text;
    let (reading, on_wish) = use_reading((*asked).clone(), props.read_here.clone());
    let (reading, review) = use_review(&props.house, notebook, &reading);
    let own = use_own(notebook, labels, props.settings.naming);
    let Settled { coming, shown, reading } = use_settled(reading, review);
    let ground = Ground { text: text.clone(), review: shown, own, layers };
    let coming = Ground { review: coming, ..ground.clone() };
    (reading, on_wish, [ground, coming])
}

/// What of an article is read.
fn asked(article: &Article) -> Asked {
    let quotations = article.blocks().iter().filter(|it| it.kind == BlockKind::Quotation);
    let quotations = quotations.map(|block| block.span).collect();
    Asked { text: Same::from(article.shared_text()), quotations }
}

/// How the keyboard reads. Going to a mark ends that.
#[hook]
fn use_mode(focus: Option<Target>) -> UseStateHandle<Option<Mode>> {
    let mode = use_state_eq(|| None::<Mode>);
    let setter = mode.setter();
    use_effect_with(focus, move |focus| {
        if focus.is_some() {
            setter.set(None);
        }
    });
    mode
}

/// What is selected, the bar beside it, and what can be done with words, where anything may be changed.
#[hook]
fn use_selection(
    desk: &Desk<'_>,
    layers: &UseStateHandle<Layers>,
) -> (Option<Html>, UseStateHandle<Option<Selected>>, Option<Tools>) {
    let Desk { props, ground, pointing, on_say, edits, labels, writable, .. } = desk;
    let selected = use_selected(&ground.text, &props.say);
    let on_gesture = use_gestures(&selected, &ground.own, props, &pointing.choose, layers);
    let on_marking = use_marking(&selected, &ground.text, &ground.review, pointing.focus, on_say);
    let on_label = use_labelling(&selected, props, layers);
    let (keymap, beside) = (&props.keymap, beside(pointing.focus));
    let bar = selected.as_ref().filter(|_| *writable).map(|selected| {
        selection_bar(selected, beside, &on_gesture, &on_marking, labels, &on_label, keymap)
    });
    let tools = writable.then(|| Tools {
        on_gesture,
        on_marking,
        on_label,
        on_say: (*on_say).clone(),
        on_move: edits.on_move.clone(),
        on_remove: edits.on_remove.clone(),
        labels: Rc::clone(labels),
    });
    (bar, selected, tools)
}

/// What is drawn, and that in sections and lit.
#[hook]
fn use_pieces(
    props: &Props,
    ground: &Ground,
    coming: &Ground,
    shown: Light,
) -> (Same<[Piece]>, Same<[Section]>) {
    let (notebook, naming) = (&props.notebook, props.settings.naming);
    let told = (coming.text.clone(), coming.review.clone(), naming);
    let labels = use_memo(told, |(text, review, naming)| Labels::of(text, review, *naming));
    let selected = use_mut_ref(|| None::<Span>);
    let drawn = use_memo((coming.clone(), naming), |(Ground { text, review, own, layers }, _)| {
        let (blocks, labels, layers) = (notebook.article().blocks(), &*labels, *layers);
        Same::from_iter(draw(&Scene { text, blocks, review, labels, own, layers }))
    });
    // What is coming is drawn before anything is made of it.
    let settled = use_mut_ref(|| Rc::clone(&drawn));
    if ground.review == coming.review {
        *settled.borrow_mut() = Rc::clone(&drawn);
    }
    let drawn = use_gradually((**settled.borrow()).clone(), &ground.review);
    // What is pointed at does not cut the text.
    use_memo((drawn.clone(), shown.sentence, shown.dragged), |_| {
        *selected.borrow_mut() = page_text::selected(&ground.text).ok().map(|it| it.span);
    });
    let found = Found::from(Rc::clone(&ground.review.findings));
    let sections = use_memo(drawn.clone(), |drawn| sections(drawn));
    let lit = use_memo((drawn.clone(), found, shown), |(_, found, shown)| {
        Same::from_iter(light(&sections, found, *shown))
    });
    // New findings cut the text anew, and so would end a selection that the reader has made.
    use_effect_with((ground.text.clone(), lit.clone()), move |(text, _)| {
        let now = || page_text::selected(text).ok().map(|it| it.span);
        // Nothing is asked where nothing was selected: the browser would lay the page out to answer.
        if let Some(span) = selected.take().filter(|span| now() != Some(*span)) {
            page_text::select(text, span);
        }
    });
    (drawn, (*lit).clone())
}

/// The cards of quotes and notes.
#[hook]
fn use_cards(desk: &Desk<'_>, on_gesture: &Callback<(Gesture, Span)>) -> Html {
    let Desk { props, ground, pointing, on_say, edits, labels, writable, .. } = desk;
    let entries =
        use_memo((props.notebook.clone(), Ground::clone(ground)), |(notebook, ground)| {
            entries(notebook, ground)
        });
    let Edits { on_note, on_tags, on_move, on_remove } = Edits::clone(edits);
    html! {
        <Margin
            text={ground.text.clone()}
            review={ground.review.clone()}
            entries={(*entries).clone()}
            focus={pointing.focus}
            writable={*writable}
            keymap={Rc::clone(&props.keymap)}
            on_choose={pointing.choose.clone()}
            on_hover={pointing.hover_card.clone()}
            on_say={(*on_say).clone()}
            on_gesture={on_gesture.clone()}
            labels={Rc::clone(labels)}
            {on_tags}
            {on_note}
            {on_move}
            {on_remove}
        />
    }
}

/// The cards beside the text, in the order of their words; orphans first.
fn entries(notebook: &Notebook, Ground { review, own, layers, .. }: &Ground) -> Same<[Entry]> {
    let quotes = review
        .findings
        .quotes
        .iter()
        .enumerate()
        .filter_map(|(index, quote)| Some(Entry::Quote(index, quote.content.first()?.start())));
    let mut placed = own.iter().peekable();
    let notes = notebook.annotations().iter().map(|annotation| {
        let place = placed.next_if(|own| own.id == annotation.id).map(|own| own.span);
        Entry::Note(annotation.clone(), place)
    });
    let quotes = quotes.filter(|_| layers.has(Layer::Quotes));
    let entries: Vec<Entry> = quotes.chain(notes.filter(|_| layers.has(Layer::Mine))).collect();
    let place = |entry: &Entry| entry.offset().map_or(0, |offset| offset as u64 + 1);
    let by_place = order(entries.iter().map(|entry| [place(entry), 0, 0]));
    by_place.into_iter().map(|index| entries[index].clone()).collect()
}
