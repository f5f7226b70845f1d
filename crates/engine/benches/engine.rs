//! How long the engine takes over an article, by length.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use galley_engine::analyse;

mod prose;

fn lengths(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("analyse");
    for words in [1_000, 10_000, 100_000] {
        let text = prose::prose(words);
        group.sample_size(if words > 10_000 { 10 } else { 30 });
        group.throughput(Throughput::Elements(text.split_whitespace().count() as u64));
        group.bench_with_input(BenchmarkId::new("words", words), &text, |bencher, text| {
            bencher.iter(|| analyse(text));
        });
    }
    group.finish();
}

criterion_group!(benches, lengths);
criterion_main!(benches);
