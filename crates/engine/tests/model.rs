//! The encoder against plain arithmetic: `model/` holds small models, and what
//! `training/encoder/reference.py` says of the same tokens.

use proptest::prelude::*;

use galley_engine::model::{Encoder, Model, ModelError, Reading, TABLES, Token, UNIT, checksum};
use galley_engine::{Quote, Reader, analyse};

/// Of the shape that ships, in which no number between layers is below zero.
const POSITIVE: (&[u8], &str) =
    (include_bytes!("model/positive.bin"), include_str!("model/positive.txt"));
/// With numbers of both signs between layers.
const SIGNED: (&[u8], &str) =
    (include_bytes!("model/signed.bin"), include_str!("model/signed.txt"));

/// The tokens of the reference: the test's own rule makes both the same. Of spellings there are more
/// than are kept at once.
fn tokens(model: &Model, count: usize) -> Vec<Token> {
    let token = |at: usize| {
        let mut tables = [u32::MAX; TABLES];
        (tables[0], tables[1]) = (at as u32 * 5 % 311, at as u32 * 3 % 13);
        let word = model.word(&format!("word{}", at * 7 % 37));
        Token { word, tables, flags: (at * at % 512) as u128 }
    };
    (0..count).map(token).collect()
}

fn readings(model: &Model, tokens: &[Token], encoder: &mut Encoder) -> Vec<Reading> {
    encoder.encode(tokens);
    let heads = ["plain", "deep"].map(|name| model.head(name).expect("the head is in the file"));
    let read = |head| {
        let mut reading = Reading::default();
        encoder.read(head, &mut reading);
        reading
    };
    heads.map(read).into()
}

#[track_caller]
fn agrees_with_reference((file, reference): (&[u8], &str), tolerance: f64) {
    let model = Model::parse(file).expect("the file is whole");
    let expected: Vec<(u8, f64)> = reference
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(tag, margin)| (tag.parse().expect("a tag"), margin.parse().expect("a margin")))
        .collect();
    let tokens = tokens(&model, expected.len() / 2);
    let readings = readings(&model, &tokens, &mut model.encoder());
    let told = readings.iter().flat_map(|one| one.tags.iter().zip(&one.margins));
    let mut seen = [0; 5];
    for (at, ((tag, margin), (own, exact))) in told.zip(&expected).enumerate() {
        let margin = f64::from(*margin) / f64::from(UNIT);
        let same = tag == own || exact.abs() < tolerance;
        assert!(same && (margin - exact).abs() < tolerance, "{at}: {tag} {margin}, {own} {exact}");
        seen[usize::from(*tag)] += 1;
    }
    assert!(seen.iter().filter(|count| **count > 0).count() > 2, "one tag for all: {seen:?}");
}

#[test]
fn convolutions_over_positive_numbers_agree_with_plain_arithmetic() {
    agrees_with_reference(POSITIVE, 0.02);
}

#[test]
fn convolutions_agree_with_plain_arithmetic_across_windows() {
    agrees_with_reference(SIGNED, 0.02);
}

#[test]
fn a_reading_does_not_depend_on_the_one_before() {
    for (file, _) in [POSITIVE, SIGNED] {
        let model = Model::parse(file).unwrap();
        let (long, short) = (tokens(&model, 12_000), tokens(&model, 9));
        let fresh = readings(&model, &short, &mut model.encoder());
        let mut encoder = model.encoder();
        readings(&model, &long, &mut encoder);
        assert_eq!(readings(&model, &short, &mut encoder), fresh);
        assert_eq!(readings(&model, &[], &mut encoder), [Reading::default(), Reading::default()]);
    }
}

#[test]
fn tokens_out_of_all_bounds_are_read_too() {
    let model = Model::parse(POSITIVE.0).unwrap();
    let token = Token { word: u32::MAX, tables: [u32::MAX; TABLES], flags: u128::MAX };
    let readings = readings(&model, &[token; 600], &mut model.encoder());
    assert!(readings.iter().all(|one| one.tags.len() == 600 && one.margins.len() == 600));
}

#[test]
fn a_file_that_ends_early_is_an_error() {
    for (file, _) in [POSITIVE, SIGNED] {
        for length in 0..file.len() {
            let error = Model::parse(&file[..length]).err().expect("a part is no model");
            assert!(matches!(error, ModelError::Truncated | ModelError::Checksum), "{error}");
        }
    }
}

#[test]
fn a_byte_that_changed_is_an_error() {
    let mut file = POSITIVE.0.to_vec();
    for at in 0..file.len() {
        file[at] ^= 4;
        assert!(Model::parse(&file).is_err(), "byte {at}");
        file[at] ^= 4;
    }
}

/// `file` without its head of that name.
fn without_head(file: &[u8], name: &[u8]) -> Vec<u8> {
    let mut at = 16;
    let mut found = None;
    while at < file.len() {
        let body = at + 20;
        let length = u32::from_le_bytes(file[at + 16..body].try_into().expect("four bytes"));
        let end = body + length as usize;
        if file[at..].starts_with(b"head") && file[body + 1..].starts_with(name) {
            found = Some(at..end);
        }
        at = end;
    }
    let mut rest = file.to_vec();
    rest.drain(found.expect("the head is in the file"));
    let checksum = checksum(&rest[16..]);
    rest[12..16].copy_from_slice(&checksum.to_le_bytes());
    rest
}

#[test]
fn a_model_that_does_not_tag_names_is_refused() {
    let file = without_head(include_bytes!("../model/encoder.bin"), b"name");
    assert!(Model::parse(&file).is_ok(), "the rest is a model");
    for file in [&file, POSITIVE.0] {
        assert_eq!(Reader::new(file).err(), Some(ModelError::Shape("no head for names")));
    }
}

#[test]
fn a_model_of_names_alone_leaves_the_quotes_to_the_rules() {
    let text = "“We sail on Friday,” Anna Lund said in Bergen.\n\nThe council hopes to follow her.";
    let file = without_head(include_bytes!("../model/encoder.bin"), b"quote");
    let model = Model::parse(&file).expect("the rest is a model");
    assert!(model.head("name").is_some() && model.head("quote").is_none());
    let read = Reader::new(&file).expect("the rest is a model").analyse(text);
    let spans = |one: &Quote| (one.content.clone(), one.cue, one.source);
    let of = |quotes: &[Quote]| quotes.iter().map(spans).collect::<Vec<_>>();
    assert_eq!(of(&read.quotes), of(&analyse(text).quotes));
    assert!(!read.quotes.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_bytes_give_a_model_or_an_error(
        is_positive in any::<bool>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        end in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut file = if is_positive { POSITIVE.0 } else { SIGNED.0 }.to_vec();
        for (place, byte) in edits {
            let at = place.index(file.len());
            file[at] = byte;
        }
        if is_cut {
            file.truncate(end.index(file.len() + 1));
        }
        if file.len() > 16 {
            let checksum = checksum(&file[16..]);
            file[12..16].copy_from_slice(&checksum.to_le_bytes());
        }
        if let Ok(model) = Model::parse(&file) {
            let token = Token { word: 3, tables: [5; TABLES], flags: 0b1_0110 };
            let (mut encoder, mut reading) = (model.encoder(), Reading::default());
            encoder.encode(&[token; 20]);
            for head in model.heads() {
                encoder.read(head, &mut reading);
                prop_assert!(reading.tags.iter().all(|tag| usize::from(*tag) < head.tags().len()));
                prop_assert!(reading.margins.iter().all(|margin| *margin >= 0));
            }
        }
    }
}
