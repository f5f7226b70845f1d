//! Any bytes as a model file: an error or a model, and a model reads any tokens without a panic.

#![no_main]

use galley_engine::model::{Model, Reading, TABLES, Token, checksum};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: Vec<u8>| {
    let mut file = file;
    // With a wrong checksum nothing behind it would ever be looked at.
    if file.len() > 16 {
        let checksum = checksum(&file[16..]);
        file[12..16].copy_from_slice(&checksum.to_le_bytes());
    }
    let Ok(model) = Model::parse(&file) else { return };
    let mut reading = Reading::default();
    let tokens: Vec<Token> = (0..7).map(|at| token(at, &model)).collect();
    let mut encoder = model.encoder();
    encoder.encode(&tokens);
    for head in model.heads() {
        encoder.read(head, &mut reading);
        assert_eq!((reading.tags.len(), reading.margins.len()), (7, 7));
        assert!(reading.tags.iter().all(|tag| usize::from(*tag) < head.tags().len()));
    }
});

fn token(at: u32, model: &Model) -> Token {
    let word = model.word(["the", "ferry", "word3"][at as usize % 3]) + at / 4;
    Token { word, tables: [at; TABLES], flags: u128::MAX << (at * 15) }
}
