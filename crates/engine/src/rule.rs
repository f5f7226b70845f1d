//! [`Rule`]: why the engine found something, by a stable id and in a sentence for the reader.

use serde::{Deserialize, Serialize};

macro_rules! rules {
    ($($variant:ident $id:literal $reason:literal;)*) => {
        /// The rule behind a finding. Its id is stable: it is stored, tested and documented by it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "each rule's reason says it")]
        pub enum Rule {
            $(#[serde(rename = $id)] $variant,)*
        }

        impl Rule {
            /// Every rule there is.
            pub const ALL: &[Rule] = &[$(Rule::$variant),*];

            /// The stable id, `room/rule`.
            pub const fn id(self) -> &'static str {
                match self { $(Rule::$variant => $id),* }
            }

            /// Why, in words for the reader.
            pub const fn reason(self) -> &'static str {
                match self { $(Rule::$variant => $reason),* }
            }
        }
    };
}

rules! {
    QuoteTrailing "quote/trailing" "Who says it stands after the words.";
    QuoteLeading "quote/leading" "Who says it stands before the words.";
    QuoteAccordingTo "quote/according-to" "The article says according to whom.";
    QuoteColon "quote/colon" "A name and a colon stand before the words.";
    QuoteSigned "quote/signed" "A name stands behind a dash after the words.";
    QuoteRunning "quote/running-speaker" "Nobody is named here: whoever spoke last goes on.";
    QuoteUnattributed "quote/unattributed" "Words in quotation marks with nobody named for them.";
    ScareShort "scare/short" "A few words in quotation marks that nobody is reported to have said.";
    FurnitureVotes "furniture/votes" "A vote counter or rating of the page.";
}
