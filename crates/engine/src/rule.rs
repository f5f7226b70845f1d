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
    FurnitureVotes "furniture/votes" "A vote counter or rating of the page.";
}
