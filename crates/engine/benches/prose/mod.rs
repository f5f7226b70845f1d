//! Prose of any length for the benches: the page's own sample article, over and over, each round
//! with its paragraphs in another order.

/// About `words` words, to the paragraph.
pub(crate) fn prose(words: usize) -> String {
    let sample = include_str!("../../../../static/sample.txt");
    let paragraphs: Vec<&str> = sample.split("\n\n").collect();
    let mut out = String::new();
    let mut count = 0;
    for i in 0.. {
        if count >= words {
            break;
        }
        let round = i / paragraphs.len();
        let paragraph = paragraphs[(i * (round % 3 + 1) + round) % paragraphs.len()];
        count += paragraph.split_whitespace().count();
        out.push_str(paragraph);
        out.push_str("\n\n");
    }
    out
}
