//! [`Low`]: which marks close those that open on the line, „ and ‚. They have the shape of marks that open in
//! English.

use super::Style;

/// What is open on the line while a block is read.
#[derive(Default)]
pub(super) struct Low {
    double: usize,
    single: usize,
    /// What closes ‚ in this block, once one is open.
    end: Option<char>,
}

impl Low {
    /// Takes note that `mark` opens in `block`.
    pub(super) fn open(&mut self, mark: Style, block: &str) {
        match mark {
            Style::Low => self.double += 1,
            Style::LowSingle => {
                self.single += 1;
                // ’ is an apostrophe where ‘ closes, as in German: ‚er geh’ nicht‘.
                self.end.get_or_insert_with(|| if block.contains('‘') { '‘' } else { '’' });
            }
            _ => {}
        }
    }

    /// What the mark `c`, read as one of `style`, closes on the line.
    pub(super) fn close(&mut self, c: char, style: Style) -> Option<Style> {
        match style {
            Style::Double if matches!(c, '“' | '”' | '‟') && self.double > 0 => {
                self.double -= 1;
                Some(Style::Low)
            }
            Style::Single if self.single > 0 && self.end == Some(c) => {
                self.single -= 1;
                Some(Style::LowSingle)
            }
            _ => None,
        }
    }

    /// Whether `c` is an apostrophe in what is open.
    pub(super) fn is_apostrophe(&self, c: char) -> bool {
        c == '’' && self.single > 0 && self.end == Some('‘')
    }
}
