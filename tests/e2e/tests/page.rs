//! What a reader can count on, in a real browser on the page as it is built for release.

use std::io::ErrorKind;
use std::net::TcpListener;

use galley_e2e::{Look, Reader};

const DESK: Look = Look { width: 1440, height: 900, dark: false };

#[test]
fn the_page_loads_below_any_path_without_an_error_and_asks_nobody_else() {
    let reader = Reader::arrives(DESK);
    reader.sees("the page", "return document.body.innerText.includes('Galley')");
    reader.pictures("arrival");
    reader.leaves();
}

#[test]
fn nothing_is_sent_even_if_the_page_is_made_to_try() {
    let stranger = TcpListener::bind("127.0.0.1:0").unwrap();
    stranger.set_nonblocking(true).unwrap();
    let address = format!("//{}/", stranger.local_addr().unwrap());
    let reader = Reader::arrives(DESK);
    reader.asks(TRY_TO_SEND, &[address.into()]);
    assert_eq!(stranger.accept().unwrap_err().kind(), ErrorKind::WouldBlock, "somebody called");
    assert!(reader.complaints().len() >= 4, "each attempt is refused by the policy");
}

/// Every way out that a page has; done when the last of them has had its chance.
const TRY_TO_SEND: &str = "
    const to = 'http:' + arguments[0];
    navigator.sendBeacon(to, 'words');
    new Image().src = to;
    try { new WebSocket('ws:' + arguments[0]); } catch {}
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = to;
    document.head.append(style);
    await fetch(to, { mode: 'no-cors' }).catch(() => {});
    await new Promise(done => setTimeout(done, 500));
";
