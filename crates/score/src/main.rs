//! `galley-score FOLDER`: how well the engine reads the articles of a folder that people have labelled.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use galley_engine::Reader;
use galley_score::{Article, Reading, figures, table};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        eprintln!("usage: galley-score FOLDER");
        return ExitCode::from(2);
    };
    match Article::read_all(Path::new(&folder)) {
        Ok(articles) => {
            let reader = Reader::shipped();
            let figures = figures(&articles, |text| Reading::from(&reader.analyse(text)));
            println!("{} articles", articles.len());
            print!("{}", table(&figures));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
