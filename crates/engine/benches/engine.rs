//! How long the engine takes over an article, by length: with its model, and by rules alone.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use galley_engine::Reader;

mod prose;

const MODEL: &[u8] = include_bytes!("../model/encoder.bin");

fn lengths(criterion: &mut Criterion) {
    let with_model = Reader::new(MODEL).expect("the model is whole");
    time(criterion, "with the model", &with_model);
    time(criterion, "by rules", &Reader::default());
    criterion.bench_function("read the model's file", |bencher| {
        bencher.iter(|| Reader::new(MODEL));
    });
}

fn time(criterion: &mut Criterion, name: &str, reader: &Reader) {
    let mut group = criterion.benchmark_group(name);
    for words in [1_000, 10_000, 100_000] {
        let text = prose::prose(words);
        group.sample_size(if words > 10_000 { 10 } else { 30 });
        group.throughput(Throughput::Elements(text.split_whitespace().count() as u64));
        group.bench_with_input(BenchmarkId::new("words", words), &text, |bencher, text| {
            bencher.iter(|| reader.analyse(text));
        });
    }
    group.finish();
}

criterion_group!(benches, lengths);
criterion_main!(benches);
