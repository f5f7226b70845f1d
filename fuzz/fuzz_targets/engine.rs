//! Any text: the engine does not panic, with its model or by rules alone, and what it finds lies in the text, in order, on graphemes.

#![no_main]

use std::sync::LazyLock;

use galley_engine::{Findings, Reader, analyse};
use galley_text::Span;
use libfuzzer_sys::fuzz_target;

static READER: LazyLock<Reader> = LazyLock::new(|| {
    Reader::new(include_bytes!("../../crates/engine/model/encoder.bin")).expect("it is whole")
});

fuzz_target!(|text: &str| {
    for findings in [analyse(text), READER.analyse(text)] {
        lie_in(text, &findings);
    }
});

fn lie_in(text: &str, findings: &Findings) {
    let good = |span: Span| {
        assert!(span.fits(text) && !span.is_empty(), "{span:?}");
        assert_eq!(span, span.on_graphemes(text));
    };
    let mut last = 0;
    for quote in &findings.quotes {
        assert!(quote.content[0].start() >= last, "quotes are out of order");
        last = quote.content[0].start();
        quote.content.iter().copied().chain(quote.cue).chain(quote.source).for_each(good);
        assert!(quote.content.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
        for inner in &quote.inner {
            inner.content.iter().copied().chain([inner.cue, inner.source]).for_each(good);
        }
        let inner = quote.inner.iter().flat_map(|inner| &inner.speakers);
        assert!(
            quote
                .speakers
                .iter()
                .chain(inner)
                .all(|it| (it.entity.0 as usize) < findings.entities.len())
        );
    }
    for mention in &findings.mentions {
        good(mention.span);
        assert!(mention.entity.is_none_or(|id| (id.0 as usize) < findings.entities.len()));
    }
    findings.scare.iter().for_each(|scare| good(scare.span));
    findings.furniture.iter().for_each(|line| good(line.span));
}
