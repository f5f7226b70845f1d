//! The rules of a style sheet, as far as they say with what marks are drawn.

/// The properties that draw lines.
const LINES: [&str; 4] = ["border-block-end", "border-image", "text-decoration", "box-shadow"];

/// A rule that holds everywhere: those inside of `@media` are passed over.
pub(crate) struct Rule {
    selectors: Vec<&'static str>,
    declarations: Vec<(&'static str, &'static str)>,
}

impl Rule {
    /// The lines that it draws: each a property and its value.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.declarations.iter().copied().filter(|(property, _)| LINES.contains(property))
    }
}

/// The rules of `sheet`, which is laid out as ours are: what is outside begins a line, what is inside does not.
fn rules(sheet: &'static str) -> impl Iterator<Item = Rule> {
    let outer = sheet.split("\n}\n").filter_map(|rule| rule.split_once(" {\n"));
    outer.filter_map(|(head, body)| {
        let head = head.rsplit("\n\n").next()?;
        let head = head.rsplit("*/\n").next()?.trim();
        let declared = body.lines().filter_map(|it| it.trim().strip_suffix(';')?.split_once(": "));
        let rule =
            Rule { selectors: head.split(",\n").collect(), declarations: declared.collect() };
        (!head.starts_with('@')).then_some(rule)
    })
}

/// The rules of all sheets that are for `selector` alone.
pub(crate) fn rules_of(sheets: &[&'static str], selector: &str) -> Vec<Rule> {
    let all = sheets.iter().flat_map(|sheet| rules(sheet));
    all.filter(|rule| rule.selectors.contains(&selector)).collect()
}

/// The tokens that `value` takes its colour from, where `kind` is what a name's own is.
pub(crate) fn tokens(rules: &[Rule], value: &'static str) -> Vec<&'static str> {
    let taken = named(value);
    let own = rules.iter().flat_map(|rule| &rule.declarations);
    let own = own.filter(|(property, _)| *property == "--kind").flat_map(|(_, kind)| named(kind));
    match own.last() {
        Some(kind) => taken.into_iter().map(|it| if it == "kind" { kind } else { it }).collect(),
        None => taken,
    }
}

fn named(value: &'static str) -> Vec<&'static str> {
    let after = value.split("var(--").skip(1);
    after.filter_map(|it| it.split([')', ',']).next()).collect()
}
