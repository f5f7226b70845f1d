//! What must be told from what, in each theme: read from the style sheet's own tokens.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{HashMap, HashSet};

#[path = "contrast/sheet.rs"]
mod sheet;

use self::sheet::{Rule, rules_of, tokens};

const TOKENS: &str = include_str!("../static/css/tokens.css");
const ARTICLE: &str = include_str!("../static/css/article.css");
/// All that draws marks.
const SHEETS: [&str; 3] =
    [ARTICLE, include_str!("../static/css/correct.css"), include_str!("../static/css/keys.css")];
/// Where marks get their classes.
const CLASSES: [&str; 2] =
    [include_str!("../src/ui/drawing.rs"), include_str!("../src/ui/layer.rs")];
/// Classes of marks that are to be seen only once they are lit, and of what a sign shows.
const UNSEEN: [&str; 3] = ["m-cue", "m-source", "m-noted"];

/// Words on the grounds that they stand on.
const TEXT: &[(&str, &[&str])] = &[
    (
        "ink",
        &[
            "paper",
            "raised",
            "sunken",
            "lit",
            "picked",
            "quote-tint",
            "quote-lit",
            "yellow",
            "green",
            "blue",
            "violet",
            "pink",
            "orange",
        ],
    ),
    ("soft", &["paper", "raised", "sunken", "lit"]),
    ("accent", &["paper", "raised", "sunken"]),
    ("on-accent", &["accent"]),
    ("danger", &["paper", "raised", "danger-tint"]),
    ("paper", &["ink"]),
];

/// Lines and edges on the grounds that they are drawn on.
const LINES: &[(&str, &[&str])] = &[
    ("edge", &["paper", "raised"]),
    ("quote", &["paper", "raised", "quote-tint", "quote-lit", "lit"]),
];

/// Grounds in the article on which what is a question is fainter than what is sure.
const FAINT: [&str; 2] = ["paper", "quote-tint"];
/// Those on which it is not, each with the marks that have it.
const STRONG: [(&str, &str); 3] =
    [("quote-lit", ".lit-quote"), ("lit", ".lit-name"), ("lit", ".m-sentence")];

/// What any mark may stand on, lit or not.
const GROUNDS: [&str; 4] = ["paper", "quote-tint", "quote-lit", "lit"];
const KINDS: [&str; 5] = ["person", "organization", "place", "number", "other"];
const TINTS: [&str; 6] = ["yellow", "green", "blue", "violet", "pink", "orange"];

/// A colour in linear light.
type Colour = [f64; 3];

#[test]
fn words_are_readable_on_every_ground_of_every_theme() {
    for theme in themes() {
        for (front, grounds) in TEXT {
            for ground in *grounds {
                theme.tells(front, ground, 4.5);
            }
        }
        for tint in TINTS {
            let (ink, lit) = (theme.colour("ink"), theme.mixed(tint, "mine-lit", "ink"));
            assert!(contrast(ink, lit) >= 4.5, "ink on lit {tint} in {}", theme.name);
        }
    }
}

#[test]
fn marks_are_told_from_what_they_stand_on_in_every_theme() {
    for theme in themes() {
        for (front, grounds) in LINES {
            for ground in *grounds {
                theme.tells(front, ground, 3.0);
            }
        }
        for tint in TINTS {
            let edge = theme.mixed(tint, "mine-edge", "ink");
            assert!(contrast(edge, theme.colour("paper")) >= 3.0, "{tint} in {}", theme.name);
        }
        for kind in KINDS {
            FAINT.iter().for_each(|ground| theme.tells(kind, ground, 3.0));
            STRONG.iter().for_each(|(ground, _)| theme.tells(kind, ground, 3.0));
            for tint in TINTS {
                theme.tells(kind, tint, 3.0);
                let seen = contrast(theme.colour(kind), theme.mixed(tint, "mine-lit", "ink"));
                assert!(seen >= 3.0, "{kind} on lit {tint} in {}: {seen:.2}", theme.name);
            }
        }
    }
}

#[test]
fn every_mark_and_all_that_is_lit_has_a_line_that_is_seen_on_every_ground_of_every_theme() {
    let classes = classes();
    assert!(classes.contains("m-direct") && classes.contains("lit-quote"), "{classes:?}");
    for class in classes {
        let rules = rules_of(&SHEETS, &format!(".{class}"));
        let lines = rules.iter().flat_map(Rule::lines);
        let drawn: Vec<&str> = lines.flat_map(|(_, value)| tokens(&rules, value)).collect();
        assert!(!drawn.is_empty(), "{class} has a ground at the most");
        for theme in themes() {
            drawn.iter().for_each(|token| theme.shows(class, token));
        }
    }
}

#[test]
fn each_kind_has_a_line_of_its_own_and_reported_speech_one_that_nothing_else_has() {
    let form = |class: &str| {
        let rules = rules_of(&SHEETS, &format!(".{class}"));
        let lines: Vec<_> = rules.iter().flat_map(Rule::lines).collect();
        let words = |(property, value): &(&str, &str)| {
            let styles = ["solid", "double", "dashed", "dotted", "wavy", "gradient"];
            let style = styles.into_iter().rfind(|style| value.contains(style));
            style.map(|style| format!("{property} {style}"))
        };
        lines.iter().filter_map(words).collect::<Vec<_>>().join(", ")
    };
    let kinds = classes().into_iter().filter(|it| it.starts_with("m-"));
    let forms: Vec<(&str, String)> = kinds.map(|class| (class, form(class))).collect();
    let several: HashSet<&String> = forms.iter().map(|(_, form)| form).collect();
    // The reader's own marks, the sentence and what is dragged have an edge of another sort, without a style.
    assert_eq!(several.len(), forms.len() - 2, "{forms:?}");
    let long_dashes = forms.iter().filter(|(_, form)| form.contains("gradient"));
    assert_eq!(long_dashes.map(|(class, _)| *class).collect::<Vec<_>>(), ["m-indirect"]);
}

#[test]
fn what_a_mark_draws_is_read_from_the_style_sheets() {
    let drawn = |class: &str| {
        let rules = rules_of(&SHEETS, class);
        let lines: Vec<_> = rules.iter().flat_map(Rule::lines).collect();
        lines.into_iter().flat_map(|(_, value)| tokens(&rules, value)).collect::<HashSet<_>>()
    };
    assert_eq!(drawn(".m-place"), HashSet::from(["place"]));
    assert_eq!(drawn(".m-scare"), HashSet::from(["soft"]));
    assert_eq!(drawn(".lit-name"), HashSet::from(["kind", "quote"]));
    assert!(drawn(".article").is_empty());
}

#[test]
fn a_question_is_fainter_and_still_seen() {
    let share = percent(declared(":root", "question").expect("a token"));
    for theme in themes() {
        for (kind, ground) in KINDS.iter().flat_map(|kind| FAINT.map(|ground| (*kind, ground))) {
            let faint = linear(mix(theme.hex(kind), theme.hex("paper"), share));
            let sure = contrast(theme.colour(kind), theme.colour(ground));
            let seen = contrast(faint, theme.colour(ground));
            let is_seen = (3.0..sure).contains(&seen);
            assert!(is_seen, "{kind} on {ground} in {}: {seen:.2}", theme.name);
        }
    }
}

#[test]
fn on_a_strong_ground_a_question_is_drawn_whole_and_its_sign_as_words_are() {
    let whole = "{\n  --question: 100%;\n  --soft: var(--ink);\n}";
    let rule = ARTICLE.split("\n\n").find(|rule| rule.contains(whole)).expect("a rule");
    let marks: Vec<&str> =
        rule.lines().map(|line| line.trim_end_matches([',', ' ', '{'])).collect();
    for mark in STRONG.iter().map(|(_, mark)| *mark).chain([".m-mine", ".m-dragged"]) {
        assert!(marks.contains(&mark), "{mark} among {marks:?}");
    }
}

#[test]
fn every_theme_says_every_colour_that_it_must() {
    let [light, dark, sepia] = themes();
    assert!(light.colours.len() > 20);
    assert_eq!(light.colours.len(), dark.colours.len());
    assert_eq!(light.colours.len(), sepia.colours.len());
    assert!(sepia.colours["paper"] != light.colours["paper"]);
}

/// A theme's colours by token.
struct Theme {
    name: &'static str,
    colours: HashMap<String, [f64; 3]>,
}

impl Theme {
    fn hex(&self, token: &str) -> [f64; 3] {
        *self.colours.get(token).unwrap_or_else(|| panic!("no colour {token} in {}", self.name))
    }

    fn colour(&self, token: &str) -> Colour {
        linear(self.hex(token))
    }

    /// That a line of this token is seen wherever `class` may stand.
    fn shows(&self, class: &str, token: &str) {
        let tokens = if token == "kind" { &KINDS[..] } else { &[token][..] };
        for token in tokens {
            let fronts: Vec<Colour> = if *token == "mine-edge" {
                TINTS.map(|tint| self.mixed(tint, token, "ink")).to_vec()
            } else {
                vec![self.colour(token)]
            };
            for (front, ground) in fronts.iter().flat_map(|it| GROUNDS.map(|ground| (*it, ground)))
            {
                let seen = contrast(front, self.colour(ground));
                let told = format!("{token} of {class} on {ground} in {}", self.name);
                assert!(seen >= 3.0, "{told}: {seen:.2}");
            }
        }
    }

    fn tells(&self, front: &str, ground: &str, least: f64) {
        let found = contrast(self.colour(front), self.colour(ground));
        assert!(found >= least, "{front} on {ground} in {}: {found:.2}", self.name);
    }

    /// `tint` and `other`, mixed as the token that mixes the reader's marks says.
    fn mixed(&self, tint: &str, token: &str, other: &str) -> Colour {
        let value = TOKENS.split(&format!("--{token}: color-mix(in srgb, var(--mine) ")).nth(1);
        let share = percent(value.and_then(|it| it.split(',').next()).expect("a mixed token"));
        linear(mix(self.hex(tint), self.hex(other), share))
    }
}

/// The classes that draw marks, and those of marks that are lit, as the page names them.
fn classes() -> HashSet<&'static str> {
    let quoted = CLASSES.iter().flat_map(|source| source.split('"').skip(1).step_by(2));
    let words = quoted.flat_map(str::split_whitespace);
    let drawn = words.filter(|it| it.starts_with("m-") || it.starts_with("lit-"));
    drawn.filter(|it| !UNSEEN.contains(it)).collect()
}

fn themes() -> [Theme; 3] {
    let side = |name, index: usize| {
        let mut colours = HashMap::new();
        for (token, value) in declarations(":root") {
            let Some(pair) = value.strip_prefix("light-dark(") else { continue };
            let found = pair.trim_end_matches(')').split(", ").nth(index).and_then(hex);
            colours.extend(found.map(|colour| (token.to_owned(), colour)));
        }
        Theme { name, colours }
    };
    let mut sepia = side("sepia", 0);
    for (token, value) in declarations("[data-theme=\"sepia\"]") {
        let known = sepia.colours.insert(token.to_owned(), hex(value).expect("a colour"));
        assert!(known.is_some(), "sepia alone has {token}");
    }
    [side("light", 0), side("dark", 1), sepia]
}

fn declared(selector: &str, token: &str) -> Option<&'static str> {
    declarations(selector).find(|(name, _)| *name == token).map(|(_, value)| value)
}

/// The tokens of every rule that is for `selector` alone.
fn declarations(selector: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let opening = format!("\n{selector} {{\n");
    let rules: Vec<&str> = TOKENS.split(&opening).skip(1).collect();
    let rules = rules.into_iter().filter_map(|rest| rest.split("\n}").next());
    rules
        .flat_map(str::lines)
        .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "))
}

fn hex(value: &str) -> Option<[f64; 3]> {
    let digits = value.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part =
        |at| u8::from_str_radix(&digits[at..at + 2], 16).ok().map(|it| f64::from(it) / 255.0);
    Some([part(0)?, part(2)?, part(4)?])
}

fn percent(value: &str) -> f64 {
    value.trim_end_matches('%').parse::<f64>().expect("a percentage") / 100.0
}

/// As a browser mixes in sRGB.
fn mix(one: [f64; 3], other: [f64; 3], share: f64) -> [f64; 3] {
    [0, 1, 2].map(|at| one[at] * share + other[at] * (1.0 - share))
}

fn linear(colour: [f64; 3]) -> Colour {
    colour.map(|it| if it <= 0.040_45 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) })
}

/// The ratio that WCAG 2 defines.
fn contrast(one: Colour, other: Colour) -> f64 {
    let luminance = |[r, g, b]: Colour| 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
