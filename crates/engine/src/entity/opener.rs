//! [`may_open`]: whether a date or an amount can begin with a token, so that the patterns need not
//! all be tried at every word.

use super::reach::Reach;
use crate::token::TokenKind;

/// Whether a date, a time, a duration or an amount may begin at token `at`. Of words in small letters
/// only some begin one; of others nothing is said.
pub(super) fn may_open(reach: &Reach, at: usize) -> bool {
    if reach.is(at, TokenKind::Word) {
        let word = reach.word(at);
        return !word.bytes().all(|byte| byte.is_ascii_lowercase()) || opens(word);
    }
    let marks = [TokenKind::Punctuation, TokenKind::QuoteMark, TokenKind::Possessive];
    !marks.into_iter().any(|kind| reach.is(at, kind))
}

#[rustfmt::skip]
fn opens(word: &str) -> bool {
    matches!(
        word,
        // Numbers and ordinals.
        "zero" | "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "eleven"
        | "twelve" | "thirteen" | "fourteen" | "fifteen" | "sixteen" | "seventeen" | "eighteen" | "nineteen" | "twenty"
        | "thirty" | "forty" | "fifty" | "sixty" | "seventy" | "eighty" | "ninety" | "minus"
        | "first" | "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth" | "tenth"
        | "eleventh" | "twelfth" | "thirteenth" | "fourteenth" | "fifteenth" | "sixteenth" | "seventeenth"
        | "eighteenth" | "nineteenth" | "twentieth" | "thirtieth" | "final"
        // What is counted in no exact number.
        | "a" | "an" | "half" | "several" | "few" | "many" | "some" | "couple" | "tens" | "dozens" | "scores"
        | "hundreds" | "thousands" | "millions" | "billions" | "trillions"
        // The calendar.
        | "january" | "february" | "march" | "april" | "may" | "june" | "july" | "august" | "september" | "october"
        | "november" | "december" | "monday" | "mondays" | "tuesday" | "tuesdays" | "wednesday" | "wednesdays"
        | "thursday" | "thursdays" | "friday" | "fridays" | "saturday" | "saturdays" | "sunday" | "sundays"
        | "spring" | "summer" | "autumn" | "fall" | "winter" | "fiscal" | "financial" | "twenties" | "thirties"
        | "forties" | "fifties" | "sixties" | "seventies" | "eighties" | "nineties"
        // The clock, and what is told from the day of writing or from another.
        | "noon" | "midday" | "midnight" | "tonight" | "yesterday" | "today" | "tomorrow" | "last" | "this" | "next"
        | "later" | "earlier" | "late" | "early" | "the" | "that" | "end" | "beginning" | "start" | "middle"
        | "past" | "coming" | "previous" | "following" | "recent"
        // "days ago"
        | "days" | "weeks" | "weekends" | "months" | "quarters" | "years" | "decades" | "centurys" | "centuries"
        | "hours" | "minutes" | "seconds"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{may_open, opens};
    use crate::article::Article;
    use crate::entity::reach::Reach;
    use crate::entity::{amount, temporal};

    /// Words that the patterns know and others.
    const WORDS: &str = "zero two nineteen twenty minus first third thirtieth final a an half several few many \
        some couple of tens dozens dozen hundred thousand million millions billion lakh crore k m bn january may march \
        december monday sundays mon sun spring falls winter fiscal financial year nineties noon midnight tonight \
        yesterday today tomorrow last this next later earlier late early mid the that end start middle past coming \
        previous preceding following recent latest same current days day week weeks weekend month months quarter \
        quarters years decade decades century centuries hour hours minutes seconds second night morning afternoons \
        evening ago in on at by to through and or per cent percent percentage point points % $ € £ 5 12 25 2019 1990s \
        10:30 3rd - – / , . dollars euros cents pounds yuan won km kg miles feet acres barrels degrees square cubic \
        am pm o’clock gmt old long more whole until since during between ending beginning thanksgiving easter christmas \
        eid ramadan whale light won’t";

    proptest! {
        #[test]
        fn what_may_open_nothing_opens_nothing(
            words in prop::collection::vec(
                prop::sample::select(WORDS.split_whitespace().collect::<Vec<_>>()),
                1..9,
            ),
        ) {
            let text = words.join(" ");
            let article = Article::read(&text);
            for sentence in &article.sentences {
                let reach = Reach::new(&article, sentence.tokens.clone());
                let writing = temporal::Writing::of(&article);
                for at in sentence.tokens.clone().filter(|at| !may_open(&reach, *at)) {
                    let found = amount::read(&reach, at).or_else(|| temporal::read(&reach, at, writing));
                    prop_assert!(found.is_none(), "{} in {}", article.word(at), text);
                }
            }
        }
    }

    #[test]
    fn most_words_open_nothing() {
        assert!(opens("two") && opens("the") && !opens("ferry") && !opens("ago"));
    }
}
