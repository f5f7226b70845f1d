//! [`Table`]: a sorted list of entries in one string, searched where it lies.

/// Lines `name` or `name <tab> value` in byte order, after one line that tells their source.
pub(crate) struct Table {
    lines: &'static str,
}

impl Table {
    /// A table over `lines`.
    pub(crate) const fn new(lines: &'static str) -> Self {
        Self { lines }
    }

    /// The value of `name`; empty where its entry has none.
    pub(crate) fn value(&self, name: &str) -> Option<&'static str> {
        let bytes = self.lines.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = (low + high) / 2;
            let start = bytes[..middle].iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
            let end =
                bytes[middle..].iter().position(|b| *b == b'\n').map_or(high, |at| middle + at);
            let line = &self.lines[start..end];
            let (key, value) = line.split_once('\t').unwrap_or((line, ""));
            match key.cmp(name) {
                std::cmp::Ordering::Equal => return Some(value),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn every_entry_is_found_and_nothing_else() {
        let table = Table::new("#! source\nAnna\tf\nAnnabel\tf\nBo\nÉric\tm\n");
        assert_eq!(table.value("Anna"), Some("f"));
        assert_eq!(table.value("Bo"), Some(""));
        assert_eq!(table.value("Éric"), Some("m"));
        for absent in ["", "A", "An", "Ann", "Annab", "C", "Z", "É", "\n", "\t"] {
            assert_eq!(table.value(absent), None, "{absent:?}");
        }
    }
}
