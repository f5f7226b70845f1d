use galley_engine::{
    Confidence, Entity, Form, Furniture, Means, Mention, MentionKind, Quote, Rule, Speaker,
};
use galley_review::{Remarks, review};
use galley_text::blocks;

use super::*;
use crate::shell::settings::Naming;
use crate::ui::light::{Light, light};
use crate::ui::section::sections;

const TEXT: &str = "“We won,” Ada said.\n\nShare\n\nLike\n\nAda left.";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("words of the text");
    Span::new(start, start + words.len())
}

fn person(span: Span) -> Mention {
    Mention {
        span,
        kind: MentionKind::Person,
        form: Form::Name,
        entity: Some(EntityId(0)),
        value: None,
        confidence: Confidence::new(0.9),
        rule: Rule::ALL[0],
    }
}

fn findings() -> Findings {
    let last = TEXT.rfind("Ada").expect("a second Ada");
    let line = |words| Furniture {
        span: span(words),
        confidence: Confidence::new(0.9),
        rule: Rule::ALL[0],
    };
    Findings {
        mentions: vec![person(span("Ada")), person(Span::new(last, last + 3))],
        entities: vec![Entity { id: EntityId(0), name: "Ada".into(), kind: MentionKind::Person }],
        quotes: vec![Quote {
            content: vec![span("“We won,”")],
            cue: Some(span("said")),
            source: Some(span("Ada")),
            speakers: vec![Speaker { entity: EntityId(0), rule: Rule::ALL[0] }],
            inner: Vec::new(),
            kind: QuoteKind::Direct,
            confidence: Confidence::new(0.9),
            rule: Rule::ALL[0],
        }],
        scare: Vec::new(),
        furniture: vec![line("Share"), line("Like")],
        sentences: Vec::new(),
        means: Means::Rules,
    }
}

fn drawn(focus: Option<Target>, layers: Layers) -> Vec<Piece> {
    pieces(&findings(), focus, layers)
}

fn pieces(findings: &Findings, focus: Option<Target>, layers: Layers) -> Vec<Piece> {
    let review = review(TEXT, findings, Remarks::default());
    let (blocks, labels) = (blocks(TEXT), Labels::of(TEXT, &review, Naming::Full));
    let (text, own) = (TEXT, &[][..]);
    let scene = Scene { text, blocks: &blocks, review: &review, labels: &labels, own, layers };
    let lit = light(&sections(&draw(&scene)), findings, Light { focus, ..Light::default() });
    lit.iter().flat_map(|section| section.pieces.to_vec()).collect()
}

fn looks(piece: &Piece) -> Vec<(&str, Look, bool)> {
    let Piece::Paragraph(paragraph) = piece else { return Vec::new() };
    paragraph.marks.iter().map(|mark| (mark.span.of(TEXT), mark.look, mark.lit)).collect()
}

#[test]
fn marks_stand_on_the_paragraphs_they_touch() {
    let pieces = drawn(None, Layers::ALL);
    let name = Look::Name(Layer::People);
    let expected = [
        ("“We won,”", Look::Direct, false),
        ("Ada", Look::Source, false),
        ("Ada", name, false),
        ("said", Look::Cue, false),
    ];
    assert_eq!(looks(&pieces[0]), expected);
    assert_eq!(looks(&pieces[2]), [("Ada", name, false)]);
}

#[test]
fn neighbouring_furniture_is_folded_together() {
    let pieces = drawn(None, Layers::ALL);
    assert_eq!(pieces.len(), 3);
    assert!(matches!(&pieces[1], Piece::Furniture(lines, _) if lines.len() == 2));
}

#[test]
fn pointing_at_a_quote_lights_it_with_its_cue_its_source_and_its_speaker_everywhere() {
    let pieces = drawn(Some(Target::Quote(0)), Layers::ALL);
    let lit = looks(&pieces[0]);
    assert!(lit.iter().all(|&(_, _, lit)| lit), "{lit:?}");
    assert!(lit.contains(&("said", Look::Cue, true)));
    assert!(lit.contains(&("Ada", Look::Source, true)));
    assert_eq!(looks(&pieces[2]), [("Ada", Look::Name(Layer::People), true)]);
}

#[test]
fn pointing_at_somebody_lights_their_names_and_their_words() {
    for target in [Target::Entity(EntityId(0)), Target::Mention(0), Target::Mention(1)] {
        let pieces = drawn(Some(target), Layers::ALL);
        let first = looks(&pieces[0]);
        assert!(first.contains(&("“We won,”", Look::Direct, true)));
        assert!(first.contains(&("Ada", Look::Name(Layer::People), true)));
        assert_eq!(looks(&pieces[2]), [("Ada", Look::Name(Layer::People), true)]);
    }
}

#[test]
fn a_layer_that_is_off_leaves_no_mark() {
    let pieces = drawn(None, Layers::ALL.toggled(Layer::People));
    assert!(looks(&pieces[0]).iter().all(|(_, look, _)| !matches!(look, Look::Name(_))));
    assert!(looks(&drawn(None, Layers::ALL.toggled(Layer::Quotes))[0]).len() == 1);
}

#[test]
fn a_paragraph_that_shows_the_same_is_equal_and_so_is_not_redrawn() {
    assert_eq!(drawn(None, Layers::ALL)[0], drawn(Some(Target::Mention(7)), Layers::ALL)[0]);
}

#[test]
fn what_lies_under_a_point_comes_shortest_first() {
    let mut findings = findings();
    findings.mentions.insert(0, person(span("We")));
    let found = |words| under(&findings, &[], Layers::ALL, span(words).start());
    assert_eq!(found("We"), [Target::Mention(0), Target::Quote(0)]);
    assert_eq!(found("left"), []);
}

#[test]
fn a_mark_over_several_paragraphs_is_drawn_on_each() {
    let mut findings = findings();
    findings.furniture.clear();
    let all = Span::new(0, TEXT.len());
    findings.quotes[0].content = vec![all];
    let pieces = pieces(&findings, None, Layers::ALL);
    assert_eq!(pieces.len(), 4);
    assert!(pieces.iter().all(|piece| looks(piece).contains(&(TEXT, Look::Direct, false))));
}

#[test]
fn pointing_changes_how_marks_look_and_never_how_the_text_is_cut() {
    let cut = |focus| {
        let pieces = drawn(focus, Layers::ALL);
        let spans = |piece: &Piece| match piece {
            Piece::Paragraph(it) => it.marks.iter().map(|mark| mark.span).collect(),
            Piece::Furniture(..) => Vec::new(),
        };
        pieces.iter().map(spans).collect::<Vec<_>>()
    };
    for focus in [Target::Quote(0), Target::Mention(0), Target::Entity(EntityId(0))] {
        assert_eq!(cut(Some(focus)), cut(None), "{focus:?}");
    }
}

#[test]
fn every_finding_has_one_stop_that_says_what_it_is() {
    let pieces = drawn(None, Layers::ALL);
    let Piece::Paragraph(first) = &pieces[0] else { panic!("a paragraph") };
    let stops = first.marks.iter().filter_map(|mark| mark.stop.as_ref());
    let labels: Vec<&str> = stops.map(|stop| stop.label.as_str()).collect();
    assert_eq!(labels, ["Direct quote: Ada", "Person: Ada"]);
}

#[test]
fn the_keyboard_comes_first_to_what_is_pointed_at_and_to_one_mark_only() {
    let homes = |focus| {
        let pieces = drawn(focus, Layers::ALL);
        let Piece::Paragraph(first) = &pieces[0] else { panic!("a paragraph") };
        let is_home = |mark: &&Mark| mark.stop.as_ref().is_some_and(|stop| stop.is_home);
        first.marks.iter().filter(is_home).filter_map(|mark| mark.target).collect::<Vec<_>>()
    };
    assert_eq!(homes(None), [Target::Quote(0)]);
    assert_eq!(homes(Some(Target::Mention(0))), [Target::Mention(0)]);
}

#[test]
fn a_target_is_found_by_its_name() {
    let id = galley_notebook::AnnotationId::from_random(7);
    for target in [Target::Quote(3), Target::Mention(0), Target::Annotation(id)] {
        assert_eq!(Target::of_name(&target.name()), Some(target));
    }
    assert_eq!(Target::of_name("quote-x"), None);
}

#[test]
fn what_is_pointed_at_is_found_again_after_something_before_it_is_rejected() {
    let before = review(TEXT, &findings(), Remarks::default());
    let mut fewer = findings();
    fewer.mentions.remove(0);
    let after = review(TEXT, &fewer, Remarks::default());
    assert_eq!(carried_over(Target::Mention(1), &before, &after), Some(Target::Mention(0)));
    assert_eq!(carried_over(Target::Mention(0), &before, &after), None);
    assert_eq!(carried_over(Target::Quote(0), &before, &after), Some(Target::Quote(0)));
}

#[test]
fn a_very_long_paragraph_is_drawn_as_several_that_hold_all_of_it() {
    let text = "It went on and on. ".repeat(2_000);
    let review = review(&text, &Findings::default(), Remarks::default());
    let (blocks, labels, own) = (blocks(&text), Labels::default(), &[][..]);
    let layers = Layers::ALL;
    let scene =
        Scene { text: &text, blocks: &blocks, review: &review, labels: &labels, own, layers };
    let drawn: Vec<(String, bool)> = draw(&scene)
        .iter()
        .map(|piece| match piece {
            Piece::Paragraph(it) => (it.span.of(&text).to_owned(), it.is_cut),
            Piece::Furniture(..) => panic!("it is a paragraph"),
        })
        .collect();
    assert!(drawn.len() > 4 && drawn.iter().all(|(words, _)| words.len() <= MOST));
    assert!(drawn.iter().rev().skip(1).all(|(words, is_cut)| *is_cut && words.ends_with(". ")));
    assert_eq!(drawn.iter().map(|(words, _)| &**words).collect::<String>(), text.trim_end());
}

#[test]
fn what_is_said_of_a_name_says_nothing_of_the_quote_around_it() {
    let mark = |at, look, stance| {
        let (target, lit, stop) = (None, false, None);
        Mark { span: at, look, target, lit, stance, stop }.classes(span("won"))
    };
    let quote = mark(span("“We won,”"), Look::Direct, Stance::Doubtful);
    assert_eq!(quote, ["m-direct", "quote-doubtful"]);
    let name = mark(span("won"), Look::Name(Layer::People), Stance::Confirmed);
    assert_eq!(name, ["m-person", "name-confirmed"]);
    let name = mark(span("won"), Look::Name(Layer::People), Stance::Corrected);
    assert_eq!(name, ["m-person", "name-corrected", "starts-corrected", "ends-corrected"]);
    let own = mark(span("We won"), Look::Own { noted: true, badge: None }, Stance::Sure);
    assert_eq!(own, ["m-mine m-noted", "ends-mine"]);
}
