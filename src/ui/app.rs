//! [`App`]: the whole page.

use std::rc::Rc;

use galley_notebook::{Action, ArticleId, Draft, History, Session};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, DragEvent};
use yew::prelude::*;

use super::bar::{Bar, bar};
use super::command::Keymap;
use super::huge::HugeView;
use super::label;
use super::notices::notices;
use super::page_commands::{PageCommands, Sheet, page_items, use_page_commands};
use super::palette::Palette;
use super::reader::ReaderView;
use super::settings::SettingsView;
use super::shelf::{Shelf, shelf};
use super::shortcuts::Shortcuts;
use super::words;
use crate::hooks::{
    ReadHere, Set, Setting, is_field, use_autosave, use_desk, use_route, use_settings,
};
use crate::shell::huge::Huge;
use crate::shell::paste::{self, Copied, Incoming};
use crate::shell::settings::Verbosity;
use crate::shell::{clock, page_text};

/// Milliseconds for which the page says what was done.
const SAYING: u32 = 5_000;

/// What the page is given.
#[derive(Properties, PartialEq, Default)]
pub struct AppProps {
    /// Reads articles instead of the worker.
    #[prop_or_default]
    pub read_here: Option<ReadHere>,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let desk = use_desk();
    let act: Callback<Action> = {
        let dispatcher = desk.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    let save_state = use_autosave(&desk.session, act.clone());
    let said = use_state(|| None::<AttrValue>);
    let tell = use_callback((), {
        let said = said.setter();
        move |words, ()| said.set(Some(words))
    });
    let set = use_settings(&desk.session, &act, &tell);
    let settings = &set.now;
    use_effect_with((*said).clone(), {
        let said = said.setter();
        move |words| {
            let timeout = words.as_ref().map(|_| Timeout::new(SAYING, move || said.set(None)));
            move || drop(timeout)
        }
    });
    let huge = use_state_eq(|| None::<Huge>);
    let on_incoming = use_callback((), {
        let (act, say, huge) = (act.clone(), tell.clone(), huge.setter());
        let on_set = set.on_set.clone();
        move |incoming, ()| match incoming {
            Incoming::Huge(found) => huge.set(Some(found)),
            Incoming::Article(draft) if draft.is_empty() => say.emit(words::NO_TEXT.into()),
            Incoming::Article(draft) => act.emit(open(draft)),
            Incoming::Backup(library, settings) => {
                on_set.emit(Setting::Filled(settings.into()));
                let articles = library.notebooks().next().is_some();
                act.emit(Action::Add(library));
                let told = if articles {
                    "The articles of the backup are on the shelf"
                } else {
                    "The rules of the file are in the settings"
                };
                say.emit(told.into());
            }
        }
    });
    let on_sample = {
        let on_incoming = on_incoming.clone();
        Callback::from(move |()| paste::read_sample(on_incoming.clone()))
    };
    use_route(desk.session.current().map(|notebook| notebook.id()), act.clone());
    use_incoming(on_incoming.clone());
    use_effect_with((), {
        let (on_sample, first_use) = (on_sample.clone(), desk.first_use);
        move |()| {
            if first_use {
                on_sample.emit(());
            }
        }
    });
    let title =
        desk.session.current().map(|notebook| words::straight(&notebook.header().details.title));
    use_effect_with(title, |title| {
        let title = title.as_ref().map(|title| format!("{title} – Galley"));
        document().set_title(title.as_deref().unwrap_or("Galley"));
    });
    let commands = use_page_commands(&desk.session, settings, &act, &tell, &set.on_step);
    let closed = use_state_eq(|| false);
    let close = {
        let closed = closed.clone();
        Callback::from(move |()| closed.set(true))
    };
    let unread = if *closed { &[][..] } else { &desk.notices[..] };
    let session = &desk.session;
    // Followed, the link would take the article's place in the page's address.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        page_text::focus("#article");
    });
    let palette =
        (commands.open == Some(Sheet::Palette)).then(|| page_items(session, &commands.keymap));
    let is_wrong = said.as_ref().is_some_and(|said| words::WENT_WRONG.contains(&&**said));
    let live = if settings.verbosity == Verbosity::Quiet && !is_wrong { "off" } else { "polite" };
    html! {
        <>
            <a class="skip" href="#article" onclick={skip}>{ "Skip to the article" }</a>
            { bar(&Bar {
                session,
                save_state,
                theme: settings.theme,
                act: &act,
                on_command: &commands.run,
            }) }
            { notices(save_state, session.library(), unread, &close) }
            if let Some(notebook) = session.current() {
                <ReaderView
                    key={notebook.id().to_string()}
                    notebook={notebook.clone()}
                    house={session.library().of_rules()}
                    is_first={desk.first_use && session.library().notebooks().count() == 1}
                    act={act.clone()}
                    say={tell.clone()}
                    settings={settings.clone()}
                    keymap={Rc::clone(&commands.keymap)}
                    palette={palette.clone()}
                    on_palette={commands.on_close.clone()}
                    read_here={props.read_here.clone()}
                />
            } else {
                { shelf(&Shelf {
                    library: session.library(),
                    act: &act,
                    on_incoming: &on_incoming,
                    on_sample: &on_sample,
                }) }
            }
            if let Some(items) = palette.filter(|_| session.current().is_none()) {
                <Palette {items} about={None::<AttrValue>} on_close={commands.on_close.clone()} />
            }
            { asking(&huge, &on_incoming) }
            { sheet(&Above { session, set: &set, said: &said, say: &tell, live }, &commands, &act, &on_incoming) }
            <div aria-live={live}>
                if let Some(words) = &*said {
                    <p class="toast">{ words.clone() }</p>
                }
            </div>
        </>
    }
}

/// What the settings are drawn from.
struct Above<'a> {
    session: &'a Session,
    set: &'a Set,
    said: &'a Option<AttrValue>,
    say: &'a Callback<AttrValue>,
    live: &'static str,
}

/// The settings or the keys, where they are open.
fn sheet(
    Above { session, set, said, say, live }: &Above,
    commands: &PageCommands,
    act: &Callback<Action>,
    on_incoming: &Callback<Incoming>,
) -> Html {
    let on_close = commands.on_close.reform(|()| None);
    match commands.open {
        Some(Sheet::Settings) => html! {
            <SettingsView
                set={Set::clone(set)}
                said={Option::clone(said)}
                live={*live}
                house={session.library().of_rules()}
                undoes={session.history().and_then(History::undoes).cloned()}
                redoes={session.history().and_then(History::redoes).cloned()}
                act={act.clone()}
                say={Callback::clone(say)}
                on_incoming={on_incoming.clone()}
                {on_close}
            />
        },
        Some(Sheet::Keys) => html! {
            <Shortcuts
                keymap={Keymap::clone(&commands.keymap)}
                labels={label::read(set.now.labels.as_deref())}
                {on_close}
            />
        },
        Some(Sheet::Palette) | None => Html::default(),
    }
}

/// Asks about what is huge.
fn asking(huge: &UseStateHandle<Option<Huge>>, on_incoming: &Callback<Incoming>) -> Html {
    let Some(found) = (**huge).clone() else { return Html::default() };
    let on_read = {
        let on_incoming = on_incoming.clone();
        Callback::from(move |huge: Huge| huge.read(&on_incoming))
    };
    let on_close = {
        let huge = huge.setter();
        Callback::from(move |()| huge.set(None))
    };
    html! { <HugeView huge={found} {on_read} {on_close} /> }
}

fn open(draft: Draft) -> Action {
    Action::Open { draft, id: ArticleId::from_random(clock::random()), now: clock::now() }
}

/// Opens what is pasted outside of fields, and what is dropped anywhere.
#[hook]
fn use_incoming(on_incoming: Callback<Incoming>) {
    use_effect_with(on_incoming, |on_incoming| {
        let options = EventListenerOptions::enable_prevent_default;
        let listen = |name: &'static str,
                      take: fn(&web_sys::Event, &Callback<Incoming>) -> bool| {
            let on_incoming = on_incoming.clone();
            EventListener::new_with_options(&document(), name, options(), move |event| {
                if take(event, &on_incoming) {
                    event.prevent_default();
                }
            })
        };
        let listeners =
            [listen("paste", pasted), listen("drop", dropped), listen("dragover", |_, _| true)];
        move || drop(listeners)
    });
}

/// A paste into the opener's field is an article too; one into a note is not. An article without
/// words is handed on as well, for the reader to hear of it.
fn pasted(event: &web_sys::Event, on_incoming: &Callback<Incoming>) -> bool {
    let for_article = !is_field(event) || paste::is_opener(event);
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let Some(data) = data.filter(|_| for_article) else { return false };
    Copied::of(&data).hand_on(on_incoming);
    true
}

/// Words that are dragged out of this page, or into a note, are no article.
fn dropped(event: &web_sys::Event, on_incoming: &Callback<Incoming>) -> bool {
    let for_article = !is_field(event) || paste::is_opener(event);
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    let Some(data) = data.filter(|_| for_article) else { return false };
    match data.files().and_then(|files| files.get(0)) {
        Some(file) => paste::read_file(&file, on_incoming.clone()),
        None if page_text::is_selecting() => {}
        None => Copied::of(&data).hand_on(on_incoming),
    }
    true
}
