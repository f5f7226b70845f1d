//! Serves `dist/` on this machine, as any static host would: files by their path, no headers but
//! their type.

use std::env;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server, StatusCode};

use crate::process;
use crate::setup::{self, Need};
use crate::site;

/// The first port to try.
const PORT: u16 = 8080;

/// `cargo xtask serve`: builds the page, serves it until interrupted, and shows it.
pub(crate) fn run() -> Result<()> {
    site::build(&setup::set_up(Need::Page)?)?;
    let (server, port) = first_free(PORT)?;
    let address = format!("http://127.0.0.1:{port}/");
    println!("Galley is at {address} (end it with Ctrl-C).");
    open(&address);
    answer_all(&server, &process::root().join("dist"), "/");
    Ok(())
}

/// Serves `folder` below `prefix` (`/` or `/some/path/`) on a free port for as long as the program
/// runs, and gives the address of the page.
pub(crate) fn in_background(folder: PathBuf, prefix: &'static str) -> Result<String> {
    let (server, port) = first_free(0)?;
    thread::spawn(move || answer_all(&server, &folder, prefix));
    Ok(format!("http://127.0.0.1:{port}{prefix}"))
}

/// A server at `port`, or at the first free one after it; at any free one for port 0.
fn first_free(port: u16) -> Result<(Server, u16)> {
    let last = if port == 0 { 0 } else { port.saturating_add(50) };
    let mut refused = None;
    for port in port..=last {
        match Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(server) => {
                let port = server.server_addr().to_ip().map_or(port, |address| address.port());
                return Ok((server, port));
            }
            Err(error) => refused = Some(error),
        }
    }
    Err(anyhow!(
        "no free port from {port} to {last}: {}",
        refused.map_or_else(String::new, |it| it.to_string())
    ))
}

fn answer_all(server: &Server, folder: &Path, prefix: &str) {
    for request in server.incoming_requests() {
        let file = file_of(request.url(), prefix).map(|path| folder.join(path));
        // A browser that is slow to take one answer must not hold up another's. One that has gone
        // away needs none.
        thread::spawn(move || answer(request, file.as_deref()).ok());
    }
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

fn answer(request: Request, file: Option<&Path>) -> std::io::Result<()> {
    let Some((file, bytes)) = file.and_then(|file| Some((file, fs::read(file).ok()?))) else {
        return request
            .respond(Response::from_string("Not found\n").with_status_code(StatusCode(404)));
    };
    let response = Response::from_data(bytes)
        .with_header(header("Content-Type", media_type(file)))
        // What was built a minute ago must not be shown instead of what is there now.
        .with_header(header("Cache-Control", "no-cache"));
    request.respond(response)
}

#[expect(clippy::expect_used, reason = "both parts are ASCII literals")]
fn header(name: &'static str, value: &'static str) -> Header {
    Header::from_bytes(name, value).expect("an ASCII header")
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
    fn an_address_means_a_file_inside_the_folder_or_nothing() {
        let file = |url| file_of(url, "/some/path/").map(|path| path.display().to_string());
        assert_eq!(file("/some/path/").as_deref(), Some("index.html"));
        assert_eq!(file("/some/path/worker.js?v=1").as_deref(), Some("worker.js"));
        assert_eq!(file("/some/path/../Cargo.toml"), None);
        assert_eq!(file("/some/path/a\\..\\b"), None);
        assert_eq!(file("/elsewhere/"), None);
    }
}
