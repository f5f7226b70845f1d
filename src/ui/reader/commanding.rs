//! [`use_commands`]: what the commands do in an article, asked for by key or from the palette.

use std::rc::Rc;

use galley_notebook::{AnnotationId, Notebook, Say};
use galley_text::{Edge, Span, Step, Way};
use yew::prelude::*;

use super::cursor::{self, Mode, Shown};
use super::going::next_stop;
use super::handles::{extend, extent_of, pieces_of};
use super::pointing::{Ground, Pointing};
use crate::hooks::{Pressed, use_keys};
use crate::same::Same;
use crate::shell::page_text::{self, Selected};
use crate::ui::command::{Command, Gesture, Keymap, List, Sort};
use crate::ui::correct::{Reach, Saying, moved, room, saying};
use crate::ui::drawing::{Piece, Target};
use crate::ui::label::Label;
use crate::ui::layer::Layer;
use crate::ui::pane::{FORMS, Pane, save};
use crate::ui::selection_bar::Marking;
use crate::ui::words;

/// What the commands act on.
#[derive(Clone, PartialEq)]
pub(super) struct Commanded {
    /// The keys as the reader has them.
    pub(super) keymap: Rc<Keymap>,
    /// The article with the reader's marks.
    pub(super) notebook: Rc<Notebook>,
    /// What can be gone to.
    pub(super) pieces: Same<[Piece]>,
    /// What it stands for.
    pub(super) ground: Ground,
    /// What is pointed at.
    pub(super) pointing: Pointing,
    /// How the keyboard reads.
    pub(super) mode: UseStateHandle<Option<Mode>>,
    /// What is read out of the article.
    pub(super) spoken: UseStateHandle<AttrValue>,
    /// What is selected.
    pub(super) selected: UseStateHandle<Option<Selected>>,
    /// What changes something, where anything may be changed.
    pub(super) tools: Option<Tools>,
    /// Where what is said of the mention that is pointed at counts.
    pub(super) reach: UseStateHandle<Reach>,
    /// Tells the reader what was done.
    pub(super) say: Callback<AttrValue>,
    /// Closes the sheet that is open.
    pub(super) close_panel: Callback<()>,
    /// Turns to a pane.
    pub(super) on_pane: Callback<Pane>,
    /// Switches a layer.
    pub(super) on_layer: Callback<Layer>,
}

/// What changes something.
#[derive(Clone, PartialEq)]
pub(super) struct Tools {
    /// Does something with the words.
    pub(super) on_gesture: Callback<(Gesture, Span)>,
    /// Says what the words are.
    pub(super) on_marking: Callback<(Marking, Span)>,
    /// Marks the words with a label, by its name.
    pub(super) on_label: Callback<(String, Span)>,
    /// Takes in what the reader says.
    pub(super) on_say: Callback<Saying>,
    /// Moves the edges of a mark.
    pub(super) on_move: Callback<(AnnotationId, Span)>,
    /// Removes a mark.
    pub(super) on_remove: Callback<AnnotationId>,
    /// The reader's labels.
    pub(super) labels: Rc<[Label]>,
}

/// Listens to the keys, and gives what carries a command out.
#[hook]
pub(super) fn use_commands(with: Commanded) -> Callback<Command> {
    let on_key = use_callback(with.clone(), |pressed, with: &Commanded| with.pressed(&pressed));
    use_keys(on_key);
    use_callback(with, |command, with: &Commanded| {
        with.run(command);
    })
}

impl Commanded {
    /// Whether the key was used.
    fn pressed(&self, Pressed { chord, in_field }: &Pressed) -> bool {
        if !in_field && self.keymap.hears(chord) && self.labelled(chord.character()) {
            return true;
        }
        let command = self.keymap.command(chord).filter(|it| !in_field || it.is_for_fields());
        match command {
            // Enter opens a mark where the keyboard is at one, and does its own everywhere else.
            Some(Command::Open) | None => false,
            // Others may have something to close as well.
            Some(Command::Close) => {
                self.run(Command::Close);
                false
            }
            // It takes the keyboard away, and is to act on where that is.
            Some(Command::Palette) => {
                self.point();
                false
            }
            Some(command) => self.run(command),
        }
    }

    /// Whether the key is a label's, which then is put on the words.
    fn labelled(&self, key: Option<char>) -> bool {
        let Some((tools, span)) = self.tools.as_ref().zip(self.words()) else { return false };
        let label = tools.labels.iter().find(|label| label.key.is_some() && label.key == key);
        label.iter().for_each(|label| tools.on_label.emit((label.name.clone(), span)));
        label.is_some()
    }

    /// What is pointed at, else the mark that the keyboard is at.
    fn target(&self) -> Option<Target> {
        self.pointing.focus.or_else(|| Target::of_name(&page_text::stop_at_keyboard()?))
    }

    /// Points at the mark that the keyboard is at.
    fn point(&self) {
        if let (None, Some(target)) = (self.pointing.focus, self.target())
            && let Some(span) = extent_of(&self.ground, target)
        {
            self.pointing.go.emit((target, span.start()));
        }
    }

    /// The words that something can be done with: what is selected, else the sentence that is lit, else
    /// the words of the mark that is pointed at, of a quote in pieces the first.
    pub(super) fn words(&self) -> Option<Span> {
        let selected = self.selected.as_ref().map(|selected| selected.span);
        let lit = self.mode.and_then(Mode::sentence);
        selected.or(lit).or_else(|| pieces_of(&self.ground, self.target()?).first().copied())
    }

    /// What is pointed at and where it stands, where its edges can be moved.
    fn extent(&self) -> Option<(Target, Span)> {
        let target = self.target()?;
        Some((target, extent_of(&self.ground, target)?))
    }

    /// Whether it can be carried out now.
    pub(super) fn can(&self, command: Command) -> bool {
        let focus = self.target();
        let tools = self.tools.is_some();
        match command {
            Command::Open => focus.is_some(),
            Command::Choose(List::Speaker) => tools && matches!(focus, Some(Target::Quote(_))),
            Command::Choose(_) => tools && matches!(focus, Some(Target::Mention(_))),
            Command::Accept | Command::Reject => tools && self.finding().is_some(),
            Command::Remove => tools && matches!(focus, Some(Target::Annotation(_))),
            Command::Edge(..) => tools && self.extent().is_some(),
            Command::Mark(Marking::Extent) => {
                tools && self.selected.is_some() && self.finding().is_some()
            }
            Command::Mark(Marking::Cue) => {
                tools && self.selected.is_some() && matches!(focus, Some(Target::Quote(_)))
            }
            Command::With(_) | Command::Mark(_) => tools && self.words().is_some(),
            Command::Move(..) => matches!(*self.mode, Some(Mode::Caret(_))),
            _ => !command.is_of_page(),
        }
    }

    /// Whether it was carried out.
    fn run(&self, command: Command) -> bool {
        if !self.can(command) {
            return false;
        }
        let focus = self.target();
        let with_words = self.tools.as_ref().zip(self.words());
        match command {
            Command::Go(sort, way) => self.go(sort, way),
            Command::Open => focus.into_iter().for_each(|target| self.pointing.open.emit(target)),
            Command::Choose(list) => {
                focus.into_iter().for_each(|target| self.pointing.open.emit(target));
                let [here, beside] = [".popover", ".card.is-lit"]
                    .map(|it| format!("{it} [aria-label={}]", list.label()));
                page_text::focus_soon(&format!("{here}, {beside}"));
            }
            Command::Accept => self.say_of_finding(Say::Accept),
            Command::Reject => self.say_of_finding(Say::Reject),
            Command::Remove => {
                if let (Some(Target::Annotation(id)), Some(tools)) = (focus, &self.tools) {
                    tools.on_remove.emit(id);
                }
            }
            Command::With(gesture) => {
                with_words.iter().for_each(|(it, span)| it.on_gesture.emit((gesture, *span)));
            }
            Command::Mark(marking) => {
                with_words.iter().for_each(|(it, span)| it.on_marking.emit((marking, *span)));
            }
            Command::Edge(edge, way, step) => self.move_edge(edge, way, step),
            Command::Sentence(way) => cursor::go_sentence(self, way),
            Command::Caret => cursor::turn_caret(self),
            Command::Move(way, step) => return cursor::move_caret(self, way, step),
            Command::Grow(way, step) => return cursor::grow(self, way, step),
            Command::Show(pane) => self.on_pane.emit(pane),
            Command::Toggle(layer) => self.toggle(layer),
            Command::Save(form) => {
                let form = FORMS.get(form).into_iter();
                form.for_each(|form| save(form, &self.notebook, &self.ground.review));
            }
            Command::Close => self.close(),
            Command::Palette | Command::Help | Command::Undo | Command::Redo => return false,
            Command::Shelf | Command::Settings | Command::Theme => return false,
        }
        true
    }

    fn go(&self, sort: Sort, way: Way) {
        let focus = self.target();
        let top = match (*self.mode, focus) {
            (Some(Mode::Sentence(span)), None) => span.start(),
            (Some(Mode::Caret(at)), None) => at,
            _ => page_text::first_in_view(),
        };
        match next_stop(&self.pieces, sort, way, focus, top) {
            Some(stop) => self.pointing.go.emit(stop),
            None => self.tell(words::NONE_SHOWN),
        }
    }

    fn toggle(&self, layer: Layer) {
        self.tell(if self.ground.layers.has(layer) { "Switched off" } else { "Switched on" });
        self.on_layer.emit(layer);
    }

    /// What is pointed at, where it can be accepted and rejected.
    fn finding(&self) -> Option<(galley_notebook::Finding, Option<galley_notebook::CorrectionId>)> {
        match self.target() {
            Some(Target::Quote(index)) => self.ground.review.quote(index),
            Some(Target::Mention(index)) => self.ground.review.mention(index),
            Some(Target::Scare(index)) => self.ground.review.scare(index),
            _ => None,
        }
    }

    /// The same as the buttons of its card say; while words are selected, no card tells how far that goes.
    fn say_of_finding(&self, say: Say) {
        let Some(tools) = &self.tools else { return };
        let Ground { text, review, .. } = &self.ground;
        let said = match self.target() {
            Some(Target::Mention(index)) if self.selected.is_none() => {
                saying(text, review, index, &self.reach, say)
            }
            _ => self.finding().map(|finding| Saying::Of(vec![finding], say)),
        };
        said.into_iter().for_each(|said| tools.on_say.emit(said));
    }

    /// Moves an edge of what is pointed at, and reads out what it passes.
    fn move_edge(&self, edge: Edge, way: Way, step: Step) {
        let (Some((target, _)), Some(tools)) = (self.extent(), &self.tools) else { return };
        let pieces = pieces_of(&self.ground, target);
        let at = if edge == Edge::Start { 0 } else { pieces.len() - 1 };
        let span = pieces[at];
        let (text, sentences) = (&self.ground.text, &self.ground.review.findings.sentences);
        let to = moved(text, sentences, span, edge, way, step);
        if to == span || !room(&pieces, at).contains(to) {
            return self.tell(words::NO_FURTHER);
        }
        extend(&self.ground, target, at, to, &tools.on_say, &tools.on_move);
        let passed = match edge {
            Edge::Start => Span::new(span.start(), to.start()),
            Edge::End => Span::new(span.end(), to.end()),
        };
        self.read_out(passed, if to.len() > span.len() { " added" } else { " left out" });
    }

    /// What was opened last is closed first: the mode, the selection, then the card with its sheet. The
    /// keyboard goes back to the mark that it came from.
    fn close(&self) {
        if self.mode.is_some() {
            return cursor::leave(self);
        }
        if page_text::is_selecting() {
            return page_text::deselect();
        }
        self.close_panel.emit(());
        self.pointing.clear.emit(());
        page_text::leave_field();
        if let Some(target) = self.pointing.focus {
            page_text::focus_soon(&target.selector());
        }
    }

    /// What is shown of the article, for cursors.
    pub(super) fn shown(&self) -> Shown {
        Shown::of(&self.pieces, &self.ground.review.findings.sentences)
    }

    /// Where a caret goes from a byte.
    pub(super) fn step(&self, at: usize, way: Way, step: Step) -> usize {
        self.shown().lines(&self.ground.text).step(at, way, step)
    }

    /// Tells the reader what was done.
    pub(super) fn tell(&self, words: &'static str) {
        self.say.emit(words.into());
    }

    /// Has words of the article read out, and what is so of them.
    pub(super) fn read_out(&self, words: Span, what: &str) {
        let told = match words.of(&self.ground.text).trim() {
            "" => "space",
            told => told,
        };
        let mut told = format!("{told}{what}");
        // The same words again are new words, or nobody would hear them.
        if *self.spoken == told {
            told.push('\u{a0}');
        }
        self.spoken.set(told.into());
    }
}
