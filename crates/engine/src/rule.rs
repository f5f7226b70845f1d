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
    QuoteTurn "quote/turn" "A turn of an interview: it stands behind who speaks, or behind Q or A.";
    QuotePasted "quote/pasted" "A line that ends with a colon leads to it. It has no quotation marks: where it ends is a guess.";
    QuoteSigned "quote/signed" "A name stands behind a dash after the words.";
    QuoteRunning "quote/running-speaker" "Nobody is named here: whoever spoke last goes on.";
    QuoteUnattributed "quote/unattributed" "Words in quotation marks, or set as a quotation, with nobody named for them.";
    QuoteUnmarked "quote/unmarked" "A quotation mark is missing: where the words begin or end is a guess.";
    QuoteInside "quote/inside" "Words of the quote itself that tell what somebody else said.";
    QuoteRead "quote/read" "The words around it read like a report of what somebody said or thinks.";
    ScareShort "scare/short" "A few words in quotation marks that nobody is reported to have said.";
    ScareWork "scare/work" "The title of a work in quotation marks.";
    DateCalendar "date/calendar" "A day, weekday or month of the calendar.";
    DateYear "date/year" "A year, a decade or a century.";
    DateHoliday "date/holiday" "A holiday of the calendar.";
    DatePartOfYear "date/part-of-year" "A week, season, quarter or half of a year that is told.";
    DateRelative "date/relative" "A date told from another day, mostly that of writing.";
    TimeOfDay "date/time-of-day" "An hour or a part of the day.";
    DurationUnit "date/duration" "A number of days, years or the like.";
    DurationVague "date/vague-duration" "Days, years or the like without their number.";
    MoneySign "amount/money-sign" "A number after the sign or the code of a currency.";
    MoneyNoun "amount/money-noun" "A number before the name of a currency.";
    PercentUnit "amount/percent" "A number before a per cent sign or word.";
    QuantityUnit "amount/quantity" "A number before a unit of measure.";
    NationalityList "name/nationality-list" "A known nationality, religion or party.";
    OrganizationList "name/organization-list" "A known organization.";
    OrganizationWord "name/organization-word" "Has a word that organizations are named with.";
    OrganizationAcronym "name/acronym" "Capitals throughout, as organizations are shortened.";
    PlaceList "name/place-list" "A known place.";
    PlaceWord "name/place-word" "Has a word that places are named with.";
    PlacePreposition "name/place-preposition" "Stands after a word that places follow.";
    PlaceSpeaks "name/place-speaks" "A place that speaks: it stands for those who govern it.";
    PlaceDateline "name/dateline" "In capitals before a dash, where a story says where it was written.";
    FacilityWord "name/facility-word" "Has a word that buildings and roads are named with.";
    PersonTitle "name/person-title" "Stands after a title.";
    PersonGiven "name/person-given" "Begins with a known given name.";
    PersonFamily "name/person-family" "Has a known family name.";
    PersonSpeaks "name/person-speaks" "Stands beside a verb of speech.";
    PersonAge "name/person-age" "An age follows.";
    PersonShape "name/person-shape" "Several capitalised words that are no plain words.";
    NamePart "name/part" "A part of a person's name that the article gives in full.";
    NameLabel "name/label" "Stands before a turn of an interview, and ends a name that the article gives.";
    NamePronoun "name/pronoun" "Capitalised, and a \"he\" or \"she\" stands for it.";
    EventWord "name/event-word" "Has a word that events are named with.";
    LawWord "name/law-word" "Has a word that laws and treaties are named with.";
    TitleBefore "title/before-name" "An office, a rank or a form of address before the name of a person.";
    TitleAfter "title/after-name" "An office or letters of honour right behind the name of a person.";
    SpeakerNamed "speaker/named" "Named where the article says who speaks.";
    SpeakerLast "speaker/last" "Spoke last, and nobody else who fits opens a sentence since.";
    SpeakerGoesOn "speaker/goes-on" "Spoke last before these words.";
    SpeakerBefore "speaker/before" "Named right before “who” or “which”.";
    SpeakerInterviewed "speaker/interviewed" "Told before the first turn, which says who asks and who answers.";
    SpeakerFirst "speaker/first" "Named in full first; nothing says who answers.";
    SpeakerStandIn "speaker/stand-in" "News calls so whom it has just written of.";
    SpeakerDescribed "speaker/described" "Somebody named elsewhere, by what the article calls them.";
    SpeakerUnnamed "speaker/unnamed" "Somebody who speaks and is not named.";
    PronounSpeaker "chain/speaker-pronoun" "Opens what somebody says, and stands for that somebody.";
    PronounNearest "chain/pronoun" "Of the people named near it, the one for whom most speaks.";
    NameTagger "name/tagger" "Reads like one by its words and those around it.";
    NameUnknown "name/unknown" "Written as a name; of what is not clear.";
    ReaderSays "reader/says" "The reader says so.";
    FurnitureVotes "furniture/votes" "A vote counter or rating of the page.";
    FurnitureComments "furniture/comments" "A part of the page's comment box.";
    FurnitureSharing "furniture/sharing" "A button or call to share, follow or subscribe.";
    FurnitureRelated "furniture/related" "A pointer to another page.";
    FurnitureRights "furniture/rights" "A notice of rights.";
    FurnitureAddress "furniture/address" "A web address alone on its line.";
    FurnitureNavigation "furniture/navigation" "A label of the page's navigation or advertising.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_says_has_a_rule_that_the_engine_never_gives() {
        let findings = crate::analyse("“Go,” said Ann Lee in Oslo on Monday.\n\nShare this");
        let rules = findings.mentions.iter().map(|it| it.rule);
        let rules = rules.chain(findings.quotes.iter().map(|it| it.rule));
        assert!(
            rules
                .chain(findings.furniture.iter().map(|it| it.rule))
                .all(|rule| rule != Rule::ReaderSays)
        );
    }
}
