//! [`History`]: what can be undone and redone in one notebook.

use std::rc::Rc;

use crate::entry::Entries;
use crate::{Annotation, Change, HouseRule, Notebook, Place, Step, Transaction};

/// Transactions done and undone. Those done all apply backwards, those undone all apply forwards,
/// from the last on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: Vec<Rc<Transaction>>,
    undone: Vec<Rc<Transaction>>,
}

impl History {
    /// How many steps are kept.
    pub const LIMIT: usize = 500;

    /// A history of these steps, each list from the next to travel on. The steps after one that does
    /// not fit the notebook and the house rules as they are by then are left out.
    pub(crate) fn fitting(
        done: Vec<Transaction>,
        undone: Vec<Transaction>,
        notebook: &Notebook,
        rules: &Entries<HouseRule>,
    ) -> Self {
        let fitting = |steps: Vec<Transaction>, way: fn(&Transaction) -> Transaction| {
            let mut now = (notebook.clone(), rules.clone());
            let fit = |step: &Transaction| {
                let travelled = way(step);
                now = (travelled.apply(&now.0)?, travelled.apply_to_rules(&now.1)?);
                Some(())
            };
            let count = steps.iter().map_while(fit).count();
            steps.into_iter().take(count).rev().map(Rc::new).collect()
        };
        let (done, undone) = (fitting(done, Transaction::inverse), fitting(undone, Clone::clone));
        Self { done, undone }
    }

    /// A history of these steps, each list to the next to travel on.
    pub(crate) fn of(done: Vec<Rc<Transaction>>, undone: Vec<Rc<Transaction>>) -> Self {
        Self { done, undone }
    }

    /// The steps done and the steps undone, each from the next to travel on.
    pub(crate) fn steps(&self) -> [impl Iterator<Item = &Transaction>; 2] {
        [&self.done, &self.undone].map(|steps| steps.iter().rev().map(Rc::as_ref))
    }

    /// Every step, in no order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Transaction> {
        self.done.iter().chain(&self.undone).map(Rc::as_ref)
    }

    /// What undoing would take back.
    pub fn undoes(&self) -> Option<&Step> {
        self.done.last().map(|transaction| &transaction.step)
    }

    /// What redoing would do again.
    pub fn redoes(&self) -> Option<&Step> {
        self.undone.last().map(|transaction| &transaction.step)
    }

    /// Notes what was just done. What was undone before can no longer be redone.
    pub(crate) fn record(&mut self, transaction: Transaction) {
        let last = self.done.last().filter(|_| self.undone.is_empty());
        if let Some(joined) = last.and_then(|last| last.joined(&transaction)) {
            self.done.pop();
            self.done.push(Rc::new(joined));
            return;
        }
        self.undone.clear();
        self.done.push(Rc::new(transaction));
        let surplus = self.done.len().saturating_sub(Self::LIMIT);
        self.done.drain(..surplus);
    }

    /// The transaction that undoes the last step, which from then on can be redone.
    pub(crate) fn undo(&mut self) -> Option<Transaction> {
        let last = self.done.pop()?;
        let inverse = last.inverse();
        self.undone.push(last);
        Some(inverse)
    }

    /// The transaction that does the last undone step again.
    pub(crate) fn redo(&mut self) -> Option<Transaction> {
        let last = self.undone.pop()?;
        let again = Transaction::clone(&last);
        self.done.push(last);
        Some(again)
    }

    /// Drops every change that `concerns` what something else has changed, and the steps that
    /// were nothing more. What else a step has changed can still be undone.
    pub(crate) fn forget(&mut self, concerns: impl Fn(&Change) -> bool) {
        for steps in [&mut self.done, &mut self.undone] {
            for step in steps.iter_mut().filter(|step| step.changes.iter().any(&concerns)) {
                Rc::make_mut(step).changes.retain(|change| !concerns(change));
            }
            steps.retain(|step| !step.changes.is_empty());
        }
    }

    /// Puts what `change` gives for an annotation in its place, wherever a step holds it.
    pub(crate) fn replace(&mut self, change: impl Fn(&Rc<Annotation>) -> Option<Rc<Annotation>>) {
        for step in self.done.iter_mut().chain(&mut self.undone) {
            if !step.annotations().any(|it| change(it).is_some()) {
                continue;
            }
            for it in &mut Rc::make_mut(step).changes {
                if let Change::Annotation((before, after)) = it {
                    for held in before.iter_mut().chain(after) {
                        if let Some(changed) = change(held) {
                            *held = changed;
                        }
                    }
                }
            }
        }
    }

    /// Has every header in it lie in that place, after the article was put there.
    pub(crate) fn put_headers(&mut self, place: Place) {
        let is_header = |change: &Change| matches!(change, Change::Header(..));
        let steps = self.done.iter_mut().chain(&mut self.undone);
        for step in steps.filter(|step| step.changes.iter().any(is_header)) {
            for change in &mut Rc::make_mut(step).changes {
                if let Change::Header(before, after) = change {
                    (*before, *after) = (place.put(before), place.put(after));
                }
            }
        }
    }

    /// Drops every change of the header, after something else changed it.
    pub(crate) fn forget_header(&mut self) {
        self.forget(|change| matches!(change, Change::Header(..)));
    }
}
