//! `galley annotate` with the forms that read one text.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use program::galley;

const TEXT: &[u8] =
    "Harbour closes\n\n“No ship will sail,” said Ane Vik <ane@example.org>.\n".as_bytes();

#[test]
fn every_form_tells_of_the_quote() {
    for form in ["--html", "--markdown", "--csv", "--w3c"] {
        let output = galley(&["annotate", form], TEXT);
        let written = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{form}");
        assert!(written.contains("“No ship will sail,”"), "{form}: {written}");
    }
}

#[test]
fn the_same_text_gives_the_same_file() {
    for form in ["--html", "--w3c"] {
        assert_eq!(galley(&["annotate", form], TEXT), galley(&["annotate", form], TEXT));
    }
}

#[test]
fn a_text_that_is_not_utf_8_is_refused() {
    let output = galley(&["annotate", "--html"], b"\xff\xfe");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty() && !output.stderr.is_empty());
}
