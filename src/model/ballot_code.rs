//! A ballot as a short code, for whoever votes by mail: what the page in `assets/poll/` writes, this
//! reads; both have the same few lines.
//!
//! A code is letters of [`LETTERS`], five bits each: three that say which ballot it answers, five drawn
//! once by the page, then the answers, then five that check all of these. The answers are one number,
//! in which each item is a digit of its own base: nothing, not known, or a step.

use super::ballot::{Ballot, Vote, items};
use super::knowledge::Knowledge;

/// The letters of codes and addresses: none is taken for another (Crockford's base 32).
pub const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Letters that say which ballot it is.
const SEAL: usize = 3;
/// Letters that tell two pages apart.
const SALT: usize = 5;
/// Letters that check the others.
const CHECK: usize = 5;

/// Letters of a group, as codes are shown.
const GROUP: usize = 4;

/// A code that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Drawn by the page that wrote it: the same where somebody has changed their mind.
    pub page: String,
    /// The answers.
    pub ballot: Ballot,
}

/// Why a text is no code of this ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFlaw {
    /// It has fewer or more letters than a code, or others.
    NotACode,
    /// A letter is wrong, or two have changed places.
    Mistyped,
    /// It answers another ballot.
    OtherBallot,
}

/// The letters of a text that a person has typed: spaces, dashes and capitals do not matter, nor do
/// letters that look like digits; `None` where others are in it.
pub fn letters(text: &str) -> Option<String> {
    let typed = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{ad}'));
    typed
        .map(|c| match c.to_ascii_lowercase() {
            'o' => Some('0'),
            'i' | 'l' => Some('1'),
            c => u8::try_from(c)
                .is_ok_and(|c| LETTERS.contains(&c))
                .then_some(c),
        })
        .collect()
}

/// What codes of this ballot begin with; another ballot, or another knowledge base, has another.
pub fn seal(knowledge: &Knowledge, ballot: &str) -> String {
    let mut text = ballot.to_owned();
    for base in bases(knowledge) {
        text.push_str(&format!(" {base}"));
    }
    told(hash(&text) >> 17, SEAL)
}

/// The code of a ballot, as the page writes it.
pub fn write(knowledge: &Knowledge, ballot: &str, sent: &Sent) -> String {
    let bases = bases(knowledge);
    let mut digits = vec![0; length(&bases)];
    for (base, vote) in bases.iter().zip(sent.ballot.votes()) {
        let mut carry = match vote {
            None => 0,
            Some(Vote::Unknown) => 1,
            Some(Vote::Step(step)) => step + 2,
        };
        for digit in digits.iter_mut().rev() {
            carry += *digit * base;
            *digit = carry % LETTERS.len();
            carry /= LETTERS.len();
        }
    }
    let votes: String = digits.into_iter().map(letter).collect();
    let text = format!("{}{}{votes}", seal(knowledge, ballot), sent.page);
    let check = told(hash(&text) >> 7, CHECK);
    grouped(&(text + &check))
}

/// Reads a code of this ballot.
pub fn read(knowledge: &Knowledge, ballot: &str, text: &str) -> Result<Sent, CodeFlaw> {
    let bases = bases(knowledge);
    let code = letters(text).ok_or(CodeFlaw::NotACode)?;
    let rest = code.len().checked_sub(SEAL + SALT + CHECK);
    let votes = rest.filter(|rest| *rest > 0).ok_or(CodeFlaw::NotACode)?;
    let (signed, check) = code.split_at(SEAL + SALT + votes);
    let (begins, after) = signed.split_at(SEAL);
    if told(hash(signed) >> 7, CHECK) != check {
        // A code of another base may be longer; one that lacks a letter is not whole.
        return Err(if votes == length(&bases) {
            CodeFlaw::Mistyped
        } else {
            CodeFlaw::NotACode
        });
    }
    if begins != seal(knowledge, ballot) || votes != length(&bases) {
        return Err(CodeFlaw::OtherBallot);
    }
    let (page, answers) = after.split_at(SALT);
    let place = |c: u8| LETTERS.iter().position(|letter| *letter == c).unwrap_or(0);
    let mut digits: Vec<usize> = answers.bytes().map(place).collect();
    let mut votes = Vec::new();
    for base in bases.iter().rev() {
        let mut left = 0;
        for digit in &mut digits {
            left = left * LETTERS.len() + *digit;
            *digit = left / base;
            left %= base;
        }
        votes.push(match left {
            0 => None,
            1 => Some(Vote::Unknown),
            step => Some(Vote::Step(step - 2)),
        });
    }
    votes.reverse();
    // What no answers make: checked, and yet not written by a page of ours.
    let rest = digits.iter().any(|digit| *digit > 0);
    let ballot = Ballot::of(knowledge, votes).filter(|_| !rest);
    Ok(Sent {
        page: page.to_owned(),
        ballot: ballot.ok_or(CodeFlaw::NotACode)?,
    })
}

/// Letters in groups, as they are read aloud.
pub fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.to_ascii_uppercase().chars().collect();
    let groups: Vec<String> = letters.chunks(GROUP).map(String::from_iter).collect();
    groups.join(" ")
}

/// How many answers each item has, none and not known included.
fn bases(knowledge: &Knowledge) -> Vec<usize> {
    let items = items(knowledge);
    items.iter().map(|item| item.steps(knowledge) + 2).collect()
}

/// How many letters all answers take.
fn length(bases: &[usize]) -> usize {
    let mut digits = vec![0];
    for base in bases {
        let mut carry = base - 1;
        for digit in digits.iter_mut().rev() {
            carry += *digit * base;
            *digit = carry % LETTERS.len();
            carry /= LETTERS.len();
        }
        while carry > 0 {
            digits.insert(0, carry % LETTERS.len());
            carry /= LETTERS.len();
        }
    }
    digits.len()
}

fn letter(digit: usize) -> char {
    LETTERS.get(digit).copied().map_or('0', char::from)
}

/// The lowest bits of a number, in letters.
fn told(number: u32, count: usize) -> String {
    let digit = |at: usize| letter((number >> (5 * at)) as usize & 31);
    (0..count).rev().map(digit).collect()
}

/// FNV-1a, then mixed to the last bit as MurmurHash3 does: a few lines in any language.
fn hash(text: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}
