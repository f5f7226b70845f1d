//! [`Layer`]: the kinds of marks that a reader can switch on and off, and [`Layers`], which are on.

use galley_engine::MentionKind;

/// A kind of mark on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Layer {
    /// What somebody said, and words set apart in quotation marks.
    Quotes,
    /// Named people.
    People,
    /// Companies, ministries, parties, papers.
    Organizations,
    /// Countries, cities, rivers, buildings.
    Places,
    /// Dates, times, durations, amounts.
    Numbers,
    /// Nationalities, events, works, products, laws.
    Other,
    /// The reader's own highlights and notes.
    Mine,
}

impl Layer {
    /// Every layer, in the order in which the page shows them.
    pub(crate) const ALL: [Layer; 7] = [
        Layer::Quotes,
        Layer::People,
        Layer::Organizations,
        Layer::Places,
        Layer::Numbers,
        Layer::Other,
        Layer::Mine,
    ];

    /// The layer's name on the page.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Layer::Quotes => "Quotes",
            Layer::People => "People",
            Layer::Organizations => "Organizations",
            Layer::Places => "Places",
            Layer::Numbers => "Dates and numbers",
            Layer::Other => "Other names",
            Layer::Mine => "My marks",
        }
    }

    /// The letter that stands for it where there is no colour to tell it by.
    pub(crate) const fn letter(self) -> &'static str {
        match self {
            Layer::Quotes => "Q",
            Layer::People => "P",
            Layer::Organizations => "O",
            Layer::Places => "L",
            Layer::Numbers => "#",
            Layer::Other => "N",
            Layer::Mine => "M",
        }
    }

    /// The class that draws its marks.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Layer::Quotes => "m-direct",
            Layer::People => "m-person",
            Layer::Organizations => "m-organization",
            Layer::Places => "m-place",
            Layer::Numbers => "m-number",
            Layer::Other => "m-other",
            Layer::Mine => "m-mine",
        }
    }

    /// The layer on which mentions of this kind stand.
    pub(crate) const fn of(kind: MentionKind) -> Layer {
        use MentionKind as K;
        match kind {
            K::Person | K::Title => Layer::People,
            K::Organization => Layer::Organizations,
            K::Place | K::Facility => Layer::Places,
            K::Date | K::Time | K::Duration | K::Money | K::Percent | K::Quantity => Layer::Numbers,
            K::Nationality | K::Event | K::Law | K::Product | K::Work | K::Misc => Layer::Other,
        }
    }
}

/// The layers that are switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layers(u8);

impl Layers {
    /// All of them.
    pub(crate) const ALL: Layers = Layers((1 << Layer::ALL.len()) - 1);

    /// Whether `layer` is on.
    pub(crate) const fn has(self, layer: Layer) -> bool {
        self.0 & (1 << layer as u8) != 0
    }

    /// The layers whose letters `letters` holds.
    pub(crate) fn read(letters: &str) -> Layers {
        let on = Layer::ALL.into_iter().filter(|layer| letters.contains(layer.letter()));
        on.fold(Layers(0), Layers::with)
    }

    /// Their letters, as [`Layers::read`] reads them.
    pub(crate) fn letters(self) -> String {
        Layer::ALL.into_iter().filter(|&it| self.has(it)).map(Layer::letter).collect()
    }

    /// The same with `layer` on.
    #[must_use]
    pub(crate) const fn with(self, layer: Layer) -> Layers {
        Layers(self.0 | (1 << layer as u8))
    }

    /// The same with `layer` the other way.
    #[must_use]
    pub(crate) const fn toggled(self, layer: Layer) -> Layers {
        Layers(self.0 ^ (1 << layer as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_are_read_as_they_were_written_and_what_is_no_layer_is_passed_over() {
        let some = Layers::ALL.toggled(Layer::Quotes).toggled(Layer::Numbers);
        for layers in [Layers::ALL, some, Layers::read("")] {
            assert_eq!(Layers::read(&layers.letters()), layers);
        }
        assert_eq!(Layers::read("?zP"), Layers::read("P"));
    }

    #[test]
    fn toggling_a_layer_twice_changes_nothing_and_leaves_the_others_alone() {
        for layer in Layer::ALL {
            let without = Layers::ALL.toggled(layer);
            assert!(!without.has(layer));
            assert!(Layer::ALL.iter().all(|&other| other == layer || without.has(other)));
            assert_eq!(without.toggled(layer), Layers::ALL);
        }
    }
}
