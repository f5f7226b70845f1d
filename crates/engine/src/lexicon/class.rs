//! [`Classes`]: the lists that a name is in.

/// A set of lists. Their numbers are features of trained weights: new lists get new numbers, and
/// none changes its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $list:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
            /// Every class with the name of the list that it is compiled from.
            pub const LISTS: &[(&str, Self)] = &[$(($list, Self::$name)),*];
        }
    };
}

classes! {
    /// Given names of men.
    GIVEN_MALE = 0, "given-male";
    /// Given names of women.
    GIVEN_FEMALE = 1, "given-female";
    /// Given names that tell no sex.
    GIVEN_OTHER = 2, "given-other";
    /// Family names.
    FAMILY = 3, "family";
    /// Countries, by all their names.
    COUNTRY = 4, "country";
    /// Cities and towns.
    CITY = 5, "city";
    /// States, provinces, districts and the regions of the world.
    REGION = 6, "region";
    /// Places of any kind, told as such by texts.
    PLACE = 7, "place";
    /// Places that a reader anywhere has heard of.
    BIG_PLACE = 8, "big-place";
    /// Nationalities, religions and peoples, as adjectives and as nouns.
    PEOPLE = 9, "people";
    /// Organizations of any kind.
    ORGANIZATION = 10, "organization";
    /// Companies.
    COMPANY = 11, "company";
    /// Political parties and movements.
    PARTY = 12, "party";
    /// Newspapers, broadcasters and news agencies.
    OUTLET = 13, "outlet";
    /// Words that are mostly written in small letters.
    COMMON = 14, "common";
    /// Months and days of the week.
    CALENDAR = 15, "calendar";
    /// Titles before a person's name.
    TITLE = 16, "title";
    /// Words that qualify a title after them: "Prime", "Deputy".
    TITLE_QUALIFIER = 17, "title-qualifier";
    /// Last words of an organization's name.
    ORGANIZATION_END = 18, "organization-end";
    /// Words before "of" in an organization's name.
    ORGANIZATION_HEAD = 19, "organization-head";
    /// Last words of a building's or a road's name.
    FACILITY_END = 20, "facility-end";
    /// Last words of a place's name.
    PLACE_END = 21, "place-end";
    /// First words of a place's name.
    PLACE_HEAD = 22, "place-head";
    /// Last words of an event's name.
    EVENT_END = 23, "event-end";
    /// Last words of a law's or a treaty's name.
    LAW_END = 24, "law-end";
    /// Acronyms of things that are no organization.
    PLAIN_ACRONYM = 25, "plain-acronym";
    /// Plurals whose possessive stands inside a name: "Fishermen's Hall".
    OWNER = 26, "owner";
    /// Words before a place: "in", "northern".
    BEFORE_PLACE = 27, "before-place";
    /// Small words inside names: "bin", "de".
    PARTICLE = 28, "particle";
}

impl Classes {
    /// No list.
    pub const NONE: Self = Self(0);
    /// Given names.
    pub const GIVEN: Self = Self::GIVEN_MALE.or(Self::GIVEN_FEMALE).or(Self::GIVEN_OTHER);
    /// Names of persons.
    pub const PERSON: Self = Self::GIVEN.or(Self::FAMILY);
    /// Names of places.
    pub const ANY_PLACE: Self = Self::COUNTRY.or(Self::CITY).or(Self::REGION).or(Self::PLACE);
    /// Names of organizations.
    pub const ANY_ORGANIZATION: Self =
        Self::ORGANIZATION.or(Self::COMPANY).or(Self::PARTY).or(Self::OUTLET);

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These but for `others`.
    #[must_use]
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// Whether one of `others` is among these.
    pub const fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// The set as a number: a bit for each list.
    pub const fn bits(self) -> u32 {
        self.0
    }

    pub(super) const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }
}

#[cfg(test)]
mod tests {
    use super::Classes;

    #[test]
    fn every_list_has_a_number_of_its_own() {
        let all = Classes::LISTS.iter().fold(0, |all, (_, class)| all | class.bits());
        assert_eq!(all.count_ones() as usize, Classes::LISTS.len());
    }

    #[test]
    fn sets_meet_where_they_share_a_list() {
        let both = Classes::GIVEN_MALE.or(Classes::CITY);
        assert!(both.meets(Classes::GIVEN) && both.meets(Classes::ANY_PLACE));
        assert!(!both.meets(Classes::FAMILY) && !Classes::NONE.meets(both));
    }
}
