//! [`fold`]: words as they are looked for, whatever their case and their accents.

/// Each letter from U+00C0 to U+017F without its accent and its case: the alphabets of most of Europe.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// `text` in small letters without accents. Letters that are written as two elsewhere become two.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'Æ' | 'æ' => folded.push_str("ae"),
            'Œ' | 'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'Þ' | 'þ' => folded.push_str("th"),
            '×' | '÷' => folded.push(letter),
            // Accents that stand by themselves, after their letter.
            '\u{300}'..='\u{36f}' => {}
            '\u{c0}'..='\u{17f}' => folded.push(LATIN[letter as usize - 0xc0].into()),
            _ => folded.extend(letter.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_are_gone() {
        for (text, folded) in [
            ("Åse Œuvré", "ase oeuvre"),
            ("Erdoğan, Łódź, Žižek", "erdogan, lodz, zizek"),
            ("STRASSE straße", "strasse strasse"),
            ("Ærø Þór", "aero thor"),
            ("Cafe\u{301}", "cafe"),
            ("ΑΘΗΝΑ Москва 3×4", "αθηνα москва 3×4"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn what_is_folded_stays_as_it_is() {
        let all: String = (0..0x250).filter_map(char::from_u32).collect();
        assert_eq!(fold(&fold(&all)), fold(&all));
    }
}
