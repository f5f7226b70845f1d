//! Serves `dist/` on this machine, as any static host would: files by their path, no headers but
//! their type.

use std::env;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::process;
use crate::site;

/// The first port to try.
const PORT: u16 = 8080;
/// How long a connection may say nothing: browsers open some before they need them.
const PATIENCE: Duration = Duration::from_secs(60);
/// The most bytes of a request that are read.
const MOST_HEAD: u64 = 64 * 1024;

/// `cargo xtask serve`: builds the page if need be, serves it until interrupted, and shows it.
pub(crate) fn run() -> Result<()> {
    site::build_if_older()?;
    let listener = first_free(PORT)?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("Galley is at {address} (end it with Ctrl-C).");
    open(&address);
    answer_all(&listener, process::root().join("dist"), "/", Kept::Never);
    Ok(())
}

/// How long a browser keeps what it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// What was built a minute ago must not be shown instead of what is there now.
    Never,
    /// For as long as it is measured.
    AnHour,
}

/// Serves `folder` below `prefix` (`/` or `/some/path/`) on a free port for as long as the program
/// runs, and gives the address of the page.
pub(crate) fn in_background(folder: PathBuf, prefix: &'static str, kept: Kept) -> Result<String> {
    let listener = first_free(0)?;
    let address = format!("http://{}{prefix}", listener.local_addr()?);
    thread::spawn(move || answer_all(&listener, folder, prefix, kept));
    Ok(address)
}

/// A listener at `port`, or at the first free one after it; at any free one for port 0.
fn first_free(port: u16) -> Result<TcpListener> {
    let last = if port == 0 { 0 } else { port.saturating_add(50) };
    (port..=last)
        .find_map(|port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).ok())
        .with_context(|| format!("no free port from {port} to {last}"))
}

/// A thread a connection: a browser opens several, and one that is slow holds up no other.
fn answer_all(listener: &TcpListener, folder: PathBuf, prefix: &'static str, kept: Kept) {
    let folder = Arc::new(folder);
    for stream in listener.incoming().flatten() {
        let folder = Arc::clone(&folder);
        // A reader who has gone away needs no answer.
        thread::spawn(move || answer(&stream, &folder, prefix, kept).ok());
    }
}

/// Answers one request and closes the connection, so that none waits for another.
fn answer(mut stream: &TcpStream, folder: &Path, prefix: &str, kept: Kept) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream).take(MOST_HEAD).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let file = file_of(url, prefix).map(|path| folder.join(path));
    let found = file.and_then(|file| Some((media_type(&file), fs::read(&file).ok()?)));
    let (status, kind, body) = match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"Not found\n".to_vec()),
    };
    let kept = match kept {
        Kept::Never => "no-cache",
        Kept::AnHour => "max-age=3600",
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: {kept}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file that an address means, relative to the served folder; none outside of it.
fn file_of(url: &str, prefix: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(prefix)?;
    if path.split('/').any(|part| part == ".." || part.contains(['\\', ':'])) {
        return None;
    }
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    Some(PathBuf::from(path))
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Shows the page where there is a display; where there is none the address has been printed.
fn open(address: &str) {
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else if env::var_os("DISPLAY").is_some() || env::var_os("WAYLAND_DISPLAY").is_some() {
        ("xdg-open", &[])
    } else {
        return;
    };
    let shown = Command::new(program)
        .args(first)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if shown.is_err() {
        println!("No browser could be opened from here; open the address by hand.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_gives_way_to_the_next_free_one() {
        let taken = first_free(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let next = first_free(port).unwrap().local_addr().unwrap().port();
        assert!((port + 1..=port + 50).contains(&next));
    }

    #[test]
    fn an_address_means_a_file_inside_the_folder_or_nothing() {
        let file = |url| file_of(url, "/some/path/").map(|path| path.display().to_string());
        assert_eq!(file("/some/path/").as_deref(), Some("index.html"));
        assert_eq!(file("/some/path/worker.js?v=1").as_deref(), Some("worker.js"));
        assert_eq!(file("/some/path/../Cargo.toml"), None);
        assert_eq!(file("/some/path/a\\..\\b"), None);
        assert_eq!(file("/elsewhere/"), None);
    }
}
