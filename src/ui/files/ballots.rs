//! The urns of ballots: one is opened for each ballot, and one that a window has left without counting it
//! is offered again, as copies of unsaved work are.

use super::dialogs::Dialog;
use super::left::Left;
use super::names::documents;
use super::{Desk, Effect, Files};
use crate::i18n::{Value, Words};
use crate::model::{MAX_OPINIONS, Problem};
use crate::store::{Place, Poll, Protected, Spent, Urn};

impl Files {
    /// An urn for a ballot, and why its ballots are kept nowhere but here, where that is so.
    pub fn open_urn(&self, poll: Poll, most: usize) -> (Urn, Option<Problem>) {
        let (folder, disk) = self.copies.urns();
        match Urn::open(folder.as_deref(), disk, poll.clone(), most) {
            Ok(urn) => (urn, None),
            Err(error) => (Urn::in_memory(poll, most), Some(Urn::trouble(&error))),
        }
    }

    /// Writes the page of a ballot that goes by mail, where documents are kept: while a ballot runs, no
    /// question about files is asked. Says where it is, or why it is nowhere.
    pub fn keep_ballot_page(&self, words: &Words, page: &str) -> Result<String, String> {
        let stem = words.get("phones-file");
        let names = (1..1_000).map(|number| match number {
            1 => format!("{stem}.html"),
            number => format!("{stem} {number}.html"),
        });
        let mut places = names.map(|name| Place::new(documents().join(name)));
        let free = places.find(|place| !place.exists());
        let place = free.unwrap_or_else(|| Place::new(documents().join(stem)));
        let written = self.disk.write(&place, page.as_bytes(), Protected::Refuse);
        match written {
            Ok(()) => {
                let path = place.display().to_string();
                Ok(words.with("phones-page-kept", &[("path", path)]))
            }
            Err(problem) => Err(words.problem(&problem)),
        }
    }

    /// Keeps an urn until what was counted of it is copied or saved.
    pub fn counted(&mut self, spent: Spent) {
        self.copies.supersede(spent);
    }

    /// Looks again for ballots that were left: one was just interrupted here.
    pub fn look_for_urns(&mut self) {
        self.left = Left::Unseen;
    }

    /// The question what is to become of a ballot that was left, if there is one.
    pub(super) fn ask_about_ballots(&mut self, words: &Words) -> Option<Dialog> {
        if matches!(self.left, Left::Unseen) {
            let (folder, _) = self.copies.urns();
            let mut urns = folder.map(|folder| Urn::left(&folder)).unwrap_or_default();
            let first = (!urns.is_empty()).then(|| urns.swap_remove(0));
            self.left = first.map_or(Left::None, Left::Here);
        }
        let Left::Here(urn) = &self.left else {
            return None;
        };
        Some(match &urn.content {
            Ok((poll, count)) => {
                let count: Value<'_> = (*count).into();
                let args = [
                    ("count", count),
                    ("company", company(poll, words).into()),
                    ("round", poll.round.into()),
                ];
                Dialog::Ballots {
                    told: words.with("ballot-left-question", &args),
                    goes_on: true,
                }
            }
            Err(problem) => Dialog::Ballots {
                told: words.with("ballot-left-unreadable", &[("why", words.problem(problem))]),
                goes_on: false,
            },
        })
    }

    /// Goes on with the ballot that was left, if it is about what is open.
    pub(super) fn go_on(&mut self, desk: &mut Desk<'_>) {
        let (session, words) = (desk.session, &desk.session.words);
        let Left::Here(urn) = std::mem::replace(&mut self.left, Left::None) else {
            return;
        };
        if let Ok((poll, _)) = &urn.content
            && !desk.document.fits(&session.knowledge, poll)
        {
            let company: Value<'_> = company(poll, words).into();
            let args = [("company", company), ("round", poll.round.into())];
            let told = words.with("ballot-left-other", &args);
            self.left = Left::Here(urn);
            self.put(Dialog::Ballots {
                told,
                goes_on: false,
            });
            return;
        }
        let (_, disk) = self.copies.urns();
        let most = MAX_OPINIONS.saturating_sub(desk.document.profile.opinions.len());
        match urn.reopen(&session.knowledge, disk, most) {
            Ok(urn) => desk.effects.push(Effect::Ballot(Box::new(urn))),
            Err(refused) => {
                let (urn, problem) = *refused;
                let why = words.problem(&problem);
                self.left = Left::Here(urn);
                self.put(Dialog::Ballots {
                    told: words.with("ballot-left-unreadable", &[("why", why)]),
                    goes_on: false,
                });
            }
        }
    }

    /// Destroys the ballots that were left, and looks whether there are others.
    pub(super) fn drop_ballots(&mut self) {
        if let Left::Here(urn) = std::mem::replace(&mut self.left, Left::Unseen) {
            urn.discard();
        }
    }
}

/// The name of the company that a ballot is about.
fn company(poll: &Poll, words: &Words) -> String {
    match poll.company.trim() {
        "" => words.get("untitled"),
        name => name.to_owned(),
    }
}
