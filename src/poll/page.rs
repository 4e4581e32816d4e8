//! The page: one form in both languages, from `assets/poll/`. It works as it stands; its script shows one
//! factor at a time.

use crate::i18n::Words;
use crate::model::ballot::{Ballot, Item, Vote, items};
use crate::model::{FactorId, Knowledge, Lang, Text, ballot_code};
use crate::report::xml;
use crate::wording::Teller;

const PAGE: &str = include_str!("../../assets/poll/page.html");
const NOTICE: &str = include_str!("../../assets/poll/notice.html");
const STYLE: &str = include_str!("../../assets/poll/page.css");
const SCRIPT: &str = include_str!("../../assets/poll/page.js");

/// The sentences that the page names.
const SENTENCES: [&str; 31] = [
    "poll-answered",
    "poll-back",
    "poll-change",
    "poll-code-how",
    "poll-code-make",
    "poll-code-reads",
    "poll-code-title",
    "poll-copied",
    "poll-copy",
    "poll-empty",
    "poll-end",
    "poll-end-title",
    "poll-full",
    "poll-intro",
    "poll-mail",
    "poll-needs-script",
    "poll-network",
    "poll-next",
    "poll-no-cookie",
    "poll-not-here",
    "poll-not-kept",
    "poll-not-understood",
    "poll-offline",
    "poll-save",
    "poll-secret",
    "poll-send",
    "poll-sent",
    "poll-sent-title",
    "poll-start",
    "poll-title",
    "poll-too-many",
];

/// What is said in place of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    NotHere,
    TooMany,
    Elsewhere,
    NotUnderstood,
    NoCookie,
    Empty,
    Full,
    NotKept,
}

impl Notice {
    const ALL: [Self; 8] = [
        Self::NotHere,
        Self::TooMany,
        Self::Elsewhere,
        Self::NotUnderstood,
        Self::NoCookie,
        Self::Empty,
        Self::Full,
        Self::NotKept,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::NotHere => "poll-not-here",
            Self::TooMany => "poll-too-many",
            Self::Elsewhere => "poll-elsewhere",
            Self::NotUnderstood => "poll-not-understood",
            Self::NoCookie => "poll-no-cookie",
            Self::Empty => "poll-empty",
            Self::Full => "poll-full",
            Self::NotKept => "poll-not-kept",
        }
    }
}

/// How the page is looked at.
pub(super) struct View<'a> {
    pub lang: Lang,
    /// What marks our own style and script.
    pub nonce: &'a str,
    /// The name under which it is served.
    pub link: &'a str,
    /// What this device has cast.
    pub own: Option<&'a Ballot>,
}

/// What differs from one page to the next.
#[derive(Clone, Copy, Debug)]
enum Slot {
    Lang,
    Place,
    Policy,
    Title,
    Nonce,
    Form,
    Own,
    Checked(usize, Vote),
}

/// A part of the page.
enum Piece {
    Text(String),
    Slot(Slot),
}

/// A ballot as a page: the same for all, but for what a device has answered.
pub struct Sheet {
    knowledge: Knowledge,
    lang: Lang,
    items: usize,
    pieces: Vec<Piece>,
    titles: Text,
    notices: Vec<(Notice, String)>,
}

impl Sheet {
    /// What a knowledge base asks, about a company of this name, if it has one; in the language that
    /// the window speaks, where a phone does not ask for another.
    pub fn new(knowledge: &Knowledge, company: &str, lang: Lang) -> Self {
        let said = Said::new(knowledge);
        let about = match company.trim() {
            "" => String::new(),
            name => format!("<p class=\"about\">{}</p>\n", xml(name)),
        };
        let mut pieces = Vec::new();
        for (text, marker) in marked(PAGE) {
            pieces.push(Piece::Text(text.to_owned()));
            match marker {
                "lang" => pieces.push(Piece::Slot(Slot::Lang)),
                "place" => pieces.push(Piece::Slot(Slot::Place)),
                "policy" => pieces.push(Piece::Slot(Slot::Policy)),
                "title" => pieces.push(Piece::Slot(Slot::Title)),
                "nonce" => pieces.push(Piece::Slot(Slot::Nonce)),
                "form" => pieces.push(Piece::Slot(Slot::Form)),
                "own" => pieces.push(Piece::Slot(Slot::Own)),
                "style" => pieces.push(Piece::Text(STYLE.to_owned())),
                "script" => pieces.push(Piece::Text(SCRIPT.to_owned())),
                "about" => pieces.push(Piece::Text(about.clone())),
                "questions" => pieces.extend(said.questions()),
                key => {
                    let known = SENTENCES.iter().find(|known| **known == key);
                    pieces.extend(known.map(|key| Piece::Text(said.sentence(key))));
                }
            }
        }
        let titles = said.text("poll-title");
        let notices = Notice::ALL.map(|notice| (notice, said.sentence(notice.key())));
        Self {
            knowledge: knowledge.clone(),
            lang,
            items: items(knowledge).len(),
            pieces,
            titles,
            notices: notices.into(),
        }
    }

    /// The language of the window.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// How many items there are.
    pub(super) fn items(&self) -> usize {
        self.items
    }

    /// A ballot of these answers; `None` where an item has no such answer.
    pub(super) fn ballot(&self, votes: Vec<Option<Vote>>) -> Option<Ballot> {
        Ballot::of(&self.knowledge, votes)
    }

    /// What a page may load and do: nothing but what is in it, and send its ballot.
    pub(super) fn policy(nonce: &str) -> String {
        format!(
            "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src data:; \
             connect-src 'self'; form-action 'self'; base-uri 'none'"
        )
    }

    /// The page that is served.
    pub(super) fn page(&self, view: &View<'_>) -> String {
        let View {
            lang, link, own, ..
        } = *view;
        let own_mark = own.map_or("", |_| " data-own=\"1\"");
        let form = format!(" action=\"/{link}?lang={}\"{own_mark}", lang.code());
        self.filled(lang, view.nonce, own, ("served", "", &form))
    }

    /// The page as a file that goes by mail, for the ballot of this name: it gives back a code.
    pub fn file(&self, ballot: &str, lang: Lang) -> String {
        // A file is one for all, and nothing is told to it by who opens it: its mark guards against
        // nothing but its own mistakes.
        let seal = ballot_code::seal(&self.knowledge, ballot);
        let policy = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n",
            Self::policy(&seal)
        );
        let form = format!(" data-seal=\"{seal}\"");
        self.filled(lang, &seal, None, ("file", &policy, &form))
    }

    fn filled(
        &self,
        lang: Lang,
        nonce: &str,
        own: Option<&Ballot>,
        (place, policy, form): (&str, &str, &str),
    ) -> String {
        let mut page = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => page.push_str(text),
                Piece::Slot(slot) => match *slot {
                    Slot::Lang => page.push_str(lang.code()),
                    Slot::Place => page.push_str(place),
                    Slot::Policy => page.push_str(policy),
                    Slot::Title => page.push_str(&xml(self.titles.get(lang))),
                    Slot::Nonce => page.push_str(nonce),
                    Slot::Form => {
                        page.push_str(form);
                        for lang in Lang::ALL {
                            let title = xml(self.titles.get(lang));
                            page.push_str(&format!(" data-{}=\"{title}\"", lang.code()));
                        }
                    }
                    Slot::Own if own.is_none() => page.push_str(" hidden"),
                    Slot::Checked(place, vote)
                        if own.and_then(|own| own.vote(place)) == Some(vote) =>
                    {
                        page.push_str(" checked");
                    }
                    Slot::Own | Slot::Checked(..) => {}
                },
            }
        }
        page
    }

    /// A page that says one thing.
    pub(super) fn notice(&self, notice: Notice, lang: Lang, nonce: &str) -> String {
        let said = self.notices.iter().find(|(of, _)| *of == notice);
        let mut page = String::new();
        for (text, marker) in marked(NOTICE) {
            page.push_str(text);
            page.push_str(match marker {
                "lang" => lang.code(),
                "title" => self.titles.get(lang),
                "nonce" => nonce,
                "style" => STYLE,
                "notice" => said.map_or("", |(_, sentence)| sentence),
                _ => "",
            });
        }
        page
    }
}

/// A template as texts, each with the marker after it: `{{marker}}`. After the last there is none.
fn marked(template: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut parts = template.split("{{");
    let first = parts.next().unwrap_or_default();
    let mut before = first;
    let mut ahead: Vec<(&str, &str)> = Vec::new();
    for part in parts {
        let (marker, text) = part.split_once("}}").unwrap_or((part, ""));
        ahead.push((before, marker));
        before = text;
    }
    ahead.push((before, ""));
    ahead.into_iter()
}

/// What is said, in both languages.
struct Said<'a> {
    knowledge: &'a Knowledge,
    words: [Words; 2],
}

impl<'a> Said<'a> {
    fn new(knowledge: &'a Knowledge) -> Self {
        Self {
            knowledge,
            words: Lang::ALL.map(Words::new),
        }
    }

    /// What tellers of both languages say, as HTML in which one of them is shown.
    fn both(&self, say: impl Fn(Teller<'_>) -> String) -> String {
        let said = self.words.iter().map(|words| {
            let teller = Teller {
                knowledge: self.knowledge,
                words,
                departments: &[],
            };
            let lang = words.lang().code();
            format!("<span lang=\"{lang}\">{}</span>", xml(&say(teller)))
        });
        said.collect()
    }

    fn text(&self, key: &'static str) -> Text {
        let [fr, en] = self.words.each_ref().map(|words| words.get(key));
        Text { fr, en }
    }

    fn sentence(&self, key: &str) -> String {
        self.both(|teller| teller.words.get(key))
    }

    /// Every factor, with what is asked of it.
    fn questions(&self) -> Vec<Piece> {
        let items = items(self.knowledge);
        let mut pieces = Vec::new();
        for (at, factor) in self.knowledge.factors.pairs() {
            let ask = self.both(|teller| teller.asked_of_factor(factor));
            let help = self.both(|teller| factor.help.get(teller.words.lang()).to_owned());
            pieces.push(Piece::Text(format!(
                "<section>\n<h2 tabindex=\"-1\">{ask}</h2>\n<p class=\"help\">{help}</p>\n"
            )));
            let own = items.iter().enumerate();
            for (place, item) in own.filter(|(_, item)| item.factor() == at) {
                self.question(&mut pieces, &items, (at, place, *item));
            }
            pieces.push(Piece::Text("</section>\n".to_owned()));
        }
        pieces
    }

    fn question(
        &self,
        pieces: &mut Vec<Piece>,
        items: &[Item],
        (factor, place, item): (FactorId, usize, Item),
    ) {
        let legend = self.both(|teller| teller.asked_by(item));
        let needs = self.needs(items, factor, item);
        pieces.push(Piece::Text(format!(
            "<fieldset{needs}>\n<legend>{legend}</legend>\n"
        )));
        let mut answer = |class: &str, value: &str, vote: Vote, text: String| {
            pieces.push(Piece::Text(format!(
                "<label{class}><input type=\"radio\" name=\"q{place}\" value=\"{value}\""
            )));
            pieces.push(Piece::Slot(Slot::Checked(place, vote)));
            pieces.push(Piece::Text(format!("><span>{text}</span></label>\n")));
        };
        for step in 0..item.steps(self.knowledge) {
            let text = self.both(|teller| {
                let answers = teller.answers_to(item);
                answers.into_iter().nth(step).unwrap_or_default()
            });
            answer("", &step.to_string(), Vote::Step(step), text);
        }
        let unknown = self.sentence("poll-unknown");
        answer(" class=\"unknown\"", "u", Vote::Unknown, unknown);
        let clear = self.sentence("poll-clear");
        pieces.push(Piece::Text(format!(
            "<button type=\"button\" class=\"clear\" hidden>{clear}</button>\n</fieldset>\n"
        )));
    }

    /// Under which options of its factor a slider says anything, where that is not all.
    fn needs(&self, items: &[Item], at: FactorId, item: Item) -> String {
        let Item::Slider(slider) = item else {
            return String::new();
        };
        let choice = items.iter().position(|other| *other == Item::Choice(at));
        let options = self.knowledge.factors[at].choice.iter();
        let options: Vec<&str> = options
            .flat_map(|choice| choice.options.iter().map(|option| option.id.as_str()))
            .collect();
        let speaks = |option: &str| {
            let mut speaking = self.knowledge.speaking(at, option);
            speaking.any(|quantity| quantity == slider.quantity)
        };
        let under: Vec<String> = options
            .iter()
            .enumerate()
            .filter(|(_, option)| speaks(option))
            .map(|(place, _)| place.to_string())
            .collect();
        match choice {
            Some(choice) if under.len() < options.len() => {
                let under = under.join(" ");
                format!(" data-of=\"{choice}\" data-needs=\"{under}\"")
            }
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_that_the_page_names_is_known_and_each_is_named() {
        let named = marked(PAGE).map(|(_, marker)| marker);
        let mut named: Vec<&str> = named.filter(|marker| marker.contains('-')).collect();
        named.sort_unstable();
        named.dedup();
        assert_eq!(named, SENTENCES);
    }
}
