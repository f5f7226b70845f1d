//! [`figure`]: the plot of the voices. Each has a bar, its share of all quoted words, and a strip
//! over the length of the article with a tick for each quote.

use galley_engine::QuoteKind;
use galley_text::Span;

use super::tally::{Saying, Standing, Tally, Voice, percent};
use crate::ui::drawing::Target;
use crate::ui::plot::{
    Bar, Plot, Row, Shape, Side, Tick, Tone, WIDTH, Words, scaled, ticks, zones,
};
use crate::ui::words::count;

/// Voices that are drawn. Those after them stand in the table.
pub(crate) const MOST: usize = 24;

/// The height of what stands above the rows, and of a row.
const HEAD: usize = 96;
const ROW: usize = 114;

/// What a finger hits of a tick: 24 pixels and more, in a pane of 20 rem as on a phone.
const FINGER: usize = 54;

/// The most characters of a name that stand beside its count.
const LONGEST: usize = 32;

/// The plot of `tally` in a text of `length` bytes.
pub(crate) fn figure(tally: &Tally, length: usize) -> Plot {
    let drawn = tally.voices.iter().take(MOST);
    let rows: Vec<Row> =
        drawn.enumerate().map(|(at, voice)| row(tally, voice, HEAD + at * ROW, length)).collect();
    Plot {
        label: "Share of the quoted words of each speaker, and where they speak".into(),
        height: HEAD + rows.len() * ROW,
        head: standings(tally),
        rows,
    }
}

/// One bar of all words, cut by how well the article says whose they are.
fn standings(tally: &Tally) -> Vec<Shape> {
    let shown: Vec<Standing> =
        Standing::ALL.into_iter().filter(|&standing| tally.words_of(standing) > 0).collect();
    let mut shapes = Vec::new();
    let mut x = 0;
    for &standing in &shown {
        let is_last = shown.last() == Some(&standing);
        let share = scaled(tally.words_of(standing), tally.words, WIDTH);
        let width = if is_last { WIDTH - x } else { share };
        shapes.push(bar(x, 4, width.saturating_sub(3), 24, tone(standing)));
        x += width;
    }
    let legend = shown.iter().enumerate().flat_map(|(at, &standing)| {
        let (x, share) = (at * (WIDTH / 3), percent(tally.words_of(standing), tally.words));
        let label = format!("{} {share}%", standing.label());
        [bar(x, 44, 20, 20, tone(standing)), words(x + 28, 62, label, Side::Start)]
    });
    shapes.extend(legend);
    shapes
}

fn row(tally: &Tally, voice: &Voice, top: usize, length: usize) -> Row {
    let share = percent(voice.words, tally.words);
    let facts = format!("{} · {share}%", count(voice.words, "word", "words"));
    let name = shortened(&voice.name);
    // Who speaks to the page says what is to be seen, so the name begins with that.
    let label = format!(
        "{name} {facts} of what is quoted, in {}",
        count(voice.sayings.len(), "quote", "quotes")
    );
    let mut shapes = vec![
        words(0, top + 28, name, Side::Start),
        words(WIDTH, top + 28, facts, Side::End),
        bar(0, top + 40, WIDTH, 14, Tone::Ground),
        bar(0, top + 40, scaled(voice.words, tally.words, WIDTH).max(4), 14, tone(voice.standing)),
    ];
    let middle = top + ROW - FINGER / 2 - 2;
    shapes.extend(hits(voice, middle - FINGER / 2, length));
    shapes.extend([
        bar(0, middle - 1, WIDTH, 2, Tone::Line),
        bar(0, middle - 8, 2, 16, Tone::Line),
        bar(WIDTH - 2, middle - 8, 2, 16, Tone::Line),
    ]);
    for spoken in [Spoken::Reported, Spoken::InMarks] {
        shapes.extend(strip(voice, spoken, middle - 10, length));
    }
    Row { label, target: voice.target(), top, height: ROW, shapes }
}

/// Whether words stand in quotation marks.
#[derive(Clone, Copy, PartialEq)]
enum Spoken {
    Reported,
    InMarks,
}

impl Spoken {
    const fn of(kind: QuoteKind) -> Self {
        match kind {
            QuoteKind::Indirect => Spoken::Reported,
            QuoteKind::Direct | QuoteKind::Mixed => Spoken::InMarks,
        }
    }
}

/// Around each tick what a finger hits of it.
fn hits(voice: &Voice, y: usize, length: usize) -> Vec<Shape> {
    let places: Vec<Span> = voice.sayings.iter().map(|saying| saying.span).collect();
    let ticks = ticks(&places, length);
    let hit = |(tick, (x, width)): (&Tick, (usize, usize))| {
        let target = Some(Target::Quote(voice.sayings[tick.place].quote));
        Shape::Bar(Bar { x, y, width, height: FINGER, tone: Tone::Hit, target })
    };
    ticks.iter().zip(zones(&ticks, FINGER)).map(hit).collect()
}

/// A tick for each such quote of `voice`, or for several that would be drawn over each other.
fn strip(voice: &Voice, spoken: Spoken, top: usize, length: usize) -> Vec<Shape> {
    let sayings: Vec<&Saying> =
        voice.sayings.iter().filter(|it| Spoken::of(it.kind) == spoken).collect();
    let places: Vec<Span> = sayings.iter().map(|saying| saying.span).collect();
    let (y, height, tone) = match spoken {
        Spoken::Reported => (top + 4, 12, Tone::Reported),
        Spoken::InMarks => (top, 20, tone(voice.standing)),
    };
    let ticks = ticks(&places, length).into_iter();
    ticks
        .map(|Tick { x, width, place }| {
            let target = Some(Target::Quote(sayings[place].quote));
            Shape::Bar(Bar { x, y, width, height, tone, target })
        })
        .collect()
}

const fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Named => Tone::Named,
        Standing::Unnamed => Tone::Unnamed,
        Standing::Nobody => Tone::Nobody,
    }
}

fn bar(x: usize, y: usize, width: usize, height: usize, tone: Tone) -> Shape {
    Shape::Bar(Bar { x, y, width, height, tone, target: None })
}

fn words(x: usize, y: usize, words: String, side: Side) -> Shape {
    Shape::Words(Words { x, y, words, side })
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", name[..at].trim_end()),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use galley_engine::analyse;

    use super::*;

    const TEXT: &str = "“We cannot leave them,” said Marta Lindqvist.\n\n\
        Lindqvist said that they would pay.\n\nOfficials said the pier was safe.\n\n“It is late.”";

    const ONE: &str = "“We cannot leave them,” said Marta Lindqvist.";

    fn drawn() -> Plot {
        figure(&Tally::of(TEXT, &analyse(TEXT)), TEXT.len())
    }

    fn bars(shapes: &[Shape]) -> impl Iterator<Item = &Bar> {
        shapes.iter().filter_map(|shape| match shape {
            Shape::Bar(bar) => Some(bar),
            Shape::Words(_) => None,
        })
    }

    #[test]
    fn every_voice_has_a_row_and_every_quote_a_tick_that_leads_to_it() {
        let (plot, findings) = (drawn(), analyse(TEXT));
        assert_eq!(plot.rows.len(), 2);
        let led =
            plot.rows.iter().flat_map(|row| bars(&row.shapes)).filter(|it| it.target.is_some());
        let (hits, ticks): (Vec<&Bar>, Vec<&Bar>) = led.partition(|it| it.tone == Tone::Hit);
        assert_eq!(ticks.len(), findings.quotes.len());
        // In this text, each stands alone.
        assert_eq!(hits.len(), ticks.len());
        assert!(hits.iter().all(|hit| hit.width >= FINGER && hit.height >= FINGER));
    }

    #[test]
    fn only_the_sorts_of_speakers_that_there_are_have_a_share_and_a_legend() {
        let plot = drawn();
        let told: Vec<&str> = plot
            .head
            .iter()
            .filter_map(|shape| match shape {
                Shape::Words(words) => Some(&*words.words),
                Shape::Bar(_) => None,
            })
            .collect();
        assert!(told.iter().all(|words| !words.ends_with(" 0%")), "{told:?}");
        assert_eq!(bars(&plot.head).count(), 2 * told.len());
        let named = figure(&Tally::of(ONE, &analyse(ONE)), ONE.len());
        assert_eq!(bars(&named.head).map(|it| it.tone).collect::<Vec<_>>(), [Tone::Named; 2]);
    }

    #[test]
    fn nothing_is_drawn_outside_of_the_plot_and_no_row_over_another() {
        let plot = drawn();
        for row in &plot.rows {
            let inside = |bar: &Bar| bar.y >= row.top && bar.y + bar.height <= row.top + row.height;
            assert!(bars(&row.shapes).all(inside));
            assert!(bars(&row.shapes).all(|bar| bar.x + bar.width <= WIDTH));
        }
        assert!(plot.rows.windows(2).all(|pair| pair[0].top + pair[0].height <= pair[1].top));
        assert!(plot.rows.last().is_some_and(|row| row.top + row.height <= plot.height));
    }

    #[test]
    fn a_row_says_in_words_what_it_shows() {
        assert!(drawn().rows[0].label.starts_with("Marta Lindqvist "));
        assert!(drawn().rows[0].label.contains("2 quotes"));
    }

    #[test]
    fn reported_words_look_otherwise_than_quoted_ones() {
        let plot = drawn();
        let tones: Vec<Tone> = bars(&plot.rows[0].shapes).map(|bar| bar.tone).collect();
        assert!(tones.contains(&Tone::Named) && tones.contains(&Tone::Reported), "{tones:?}");
    }

    #[test]
    fn a_long_name_is_cut_and_the_others_are_counted() {
        assert_eq!(shortened("Ada"), "Ada");
        assert!(shortened(&"long name ".repeat(9)).chars().count() <= LONGEST + 1);
    }
}
