//! The worker in the browser finds in every article what the engine finds here, to the byte.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader};
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::read::GzDecoder;
use galley::protocol::{Reply, Request, Ticket, encode};
use galley_e2e::{Look, Reader};
use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const MODEL: &[u8] = include_bytes!("../../../crates/engine/model/encoder.bin");

#[test]
fn the_worker_finds_what_the_engine_finds_natively() {
    let here = galley_engine::Reader::new(MODEL).expect("the model is whole");
    let reader =
        Reader::arrives_after(CATCH_THE_WORKER, Look { width: 1440, height: 900, dark: false });
    reader.sees("the sample, read", "return document.querySelector('main mark')");
    let articles = articles();
    assert!(articles.len() > 10);
    let mut differing = Vec::new();
    for (at, (id, text)) in articles.iter().enumerate() {
        // No ticket of the page's own.
        let ticket = Ticket(1_000_000 + at as u32);
        let request = encode(&Request { ticket, text: text.clone(), quotations: Vec::new() })
            .expect("a request");
        let reply = reader.asks(ASK, &[BASE64_STANDARD.encode(request).into()]);
        let reply = BASE64_STANDARD.decode(reply.as_str().expect("a reply")).expect("base64");
        let own = encode(&Reply::Findings { ticket, findings: here.analyse(text) });
        let (there, here) = (hash(&reply), hash(&own.expect("findings")));
        if there != here {
            differing.push(format!("{id}: {there:016x} there, {here:016x} here"));
        }
    }
    assert!(differing.is_empty(), "of {}: {differing:#?}", articles.len());
    println!("the same findings in {} articles", articles.len());
    reader.leaves();
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

/// The golden and the labelled articles and the page's sample, and those of `../shared` where it lies beside the
/// checkout, each with its name.
fn articles() -> Vec<(String, String)> {
    let mut articles = vec![("sample".into(), read(&Path::new(ROOT).join("static/sample.txt")))];
    for folder in ["golden", "wikinews"] {
        let folder = Path::new(ROOT).join("crates/engine/tests").join(folder);
        for entry in fs::read_dir(folder).expect("a folder of articles") {
            let path = entry.expect("an article").path();
            articles.push((path.display().to_string(), read(&path)));
        }
    }
    let Ok(shared) = File::open(Path::new(ROOT).join("../shared/data/articles/articles.jsonl.gz"))
    else {
        println!("without the articles of ../shared, which are not there");
        return articles;
    };
    for line in BufReader::new(GzDecoder::new(shared)).lines() {
        let article: Value = serde_json::from_str(&line.expect("a line")).expect("JSON");
        let field = |name: &str| article[name].as_str().expect("a text").to_owned();
        articles.push((field("id"), field("text")));
    }
    articles
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a text")
}

/// Keeps the page's worker at hand.
const CATCH_THE_WORKER: &str = "
    const Whole = Worker;
    window.Worker = class extends Whole {
        constructor(...all) {
            super(...all);
            window.worker = this;
        }
    };
";

/// Posts a request to the page's worker and gives its reply, both in base64. Three bytes are the
/// ticket, in a reply behind the first: the page asks for readings of its own.
const ASK: &str = "
    const request = Uint8Array.from(atob(arguments[0]), it => it.charCodeAt(0));
    const reply = new Promise(done => {
        worker.addEventListener('message', event => {
            if ([0, 1, 2].every(at => event.data[at + 1] === request[at])) done(event.data);
        });
    });
    worker.postMessage(request);
    return btoa(Array.from(await reply, it => String.fromCharCode(it)).join(''));
";
