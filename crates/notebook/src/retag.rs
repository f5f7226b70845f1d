//! [`Retag`]: a tag that is called otherwise from now on, on every mark of every article, as if it had
//! never had another name: in what can be undone it has the new one too, so that each step still fits.

use std::rc::Rc;

use crate::{Access, Annotation, AnnotationId, Lookup, Millis, Session};

/// Which tag gets which name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retag {
    /// The tag as it is.
    pub from: String,
    /// As it is to be.
    pub to: String,
    /// Only on these marks, each of which is to have these tags again; `None` for every mark.
    pub back: Option<Vec<(AnnotationId, Vec<String>)>>,
    /// When.
    pub now: Millis,
}

/// The marks that bear a tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagged {
    /// Each with all its tags; those too that only undoing brings back.
    pub marks: Vec<(AnnotationId, Vec<String>)>,
    /// How many there are now.
    pub count: usize,
    /// In how many articles.
    pub articles: usize,
}

impl Session {
    /// What [`Action::Retag`](crate::Action::Retag) would change.
    pub fn tagged(&self, tag: &str) -> Tagged {
        let mut tagged = Tagged::default();
        let bears = |it: &&Rc<Annotation>| it.body.tags.iter().any(|known| known == tag);
        let told = |it: &Rc<Annotation>| (it.id, it.body.tags.clone());
        let writable = self.library.notebooks().filter(|it| it.access() == Access::ReadWrite);
        for notebook in writable {
            let before = tagged.marks.len();
            tagged.marks.extend(notebook.annotations().iter().filter(bears).map(told));
            tagged.articles += usize::from(tagged.marks.len() > before);
        }
        tagged.count = tagged.marks.len();
        let all = self.library.notebooks().flat_map(|it| it.annotations());
        let here = Lookup::of(&all.map(|it| it.id.bits()).collect::<Vec<_>>());
        self.each_in_histories(|it| {
            if bears(&it) && here.get(it.id.bits()).is_none() {
                tagged.marks.push(told(it));
            }
        });
        tagged
    }

    pub(crate) fn retag(&mut self, retag: &Retag) -> Option<()> {
        (retag.from != retag.to && !retag.to.trim().is_empty()).then_some(())?;
        let back = retag.back.as_ref().map(|marks| {
            let ids: Vec<u128> = marks.iter().map(|(id, _)| id.bits()).collect();
            (marks, Lookup::of(&ids))
        });
        let retagged = |it: &Rc<Annotation>| {
            let tags = match &back {
                None => retag.renamed(&it.body.tags),
                Some((marks, places)) => {
                    let (_, before) = &marks[places.get(it.id.bits())?];
                    retag.taken_back(&it.body.tags, before)
                }
            };
            (tags != it.body.tags).then(|| {
                let mut after = Annotation::clone(it);
                (after.body.tags, after.modified) = (tags, retag.now);
                Rc::new(after)
            })
        };
        self.each_annotation(retagged);
        Some(())
    }
}

impl Retag {
    /// `tags` under the new name, each once.
    fn renamed(&self, tags: &[String]) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for tag in tags.iter().map(|tag| if *tag == self.from { &self.to } else { tag }) {
            if !out.contains(tag) {
                out.push(tag.clone());
            }
        }
        out
    }

    /// The tags of a mark that had those `before`, unless it got others since.
    fn taken_back(&self, tags: &[String], before: &[String]) -> Vec<String> {
        let there = Retag { from: self.to.clone(), to: self.from.clone(), back: None, ..*self };
        if there.renamed(before) == tags { before.to_owned() } else { self.renamed(tags) }
    }
}
