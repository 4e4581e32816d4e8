//! The day of the review as a file for calendars (iCalendar, RFC 5545).

use std::fmt::Write;
use std::hash::Hasher;

use jiff::Timestamp;
use siphasher::sip::SipHasher13;

use crate::model::{Header, Review};
use crate::wording::Teller;

/// The longest line, in bytes.
const LONGEST: usize = 75;

/// One event of a whole day, made at `stamp`.
pub fn calendar(teller: Teller<'_>, header: &Header, review: &Review, stamp: Timestamp) -> String {
    let words = teller.words;
    let company = teller.company_name(header);
    let day = |date: jiff::civil::Date| date.strftime("%Y%m%d").to_string();
    let mut of = SipHasher13::new();
    of.write(company.as_bytes());
    let mut out = String::new();
    for (name, value) in [
        ("BEGIN", "VCALENDAR".to_owned()),
        ("VERSION", "2.0".to_owned()),
        ("PRODID", "-//Attache//Attache//EN".to_owned()),
        ("BEGIN", "VEVENT".to_owned()),
        (
            "UID",
            format!("{}-{:016x}@attache", day(review.on), of.finish()),
        ),
        ("DTSTAMP", stamp.strftime("%Y%m%dT%H%M%SZ").to_string()),
        ("DTSTART;VALUE=DATE", day(review.on)),
        (
            "SUMMARY",
            escaped(&words.with("review-event", &[("company", company)])),
        ),
        ("DESCRIPTION", escaped(&words.get("review-event-about"))),
        ("TRANSP", "TRANSPARENT".to_owned()),
        ("END", "VEVENT".to_owned()),
        ("END", "VCALENDAR".to_owned()),
    ] {
        let _ = write!(out, "{}\r\n", folded(&format!("{name}:{value}")));
    }
    out
}

/// A text as a value.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ',' | ';' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A line, broken where it is too long.
fn folded(line: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, escaped, folded};

    #[test]
    fn a_long_line_is_folded_between_letters_and_reads_back() {
        let line = format!("SUMMARY:{}", "é".repeat(100));
        let out = folded(&line);
        assert!(out.split("\r\n").all(|part| part.len() <= LONGEST));
        assert_eq!(out.replace("\r\n ", ""), line);
    }

    #[test]
    fn what_means_something_in_a_calendar_is_only_text() {
        assert_eq!(escaped("a, b; c\\d\ne\r"), "a\\, b\\; c\\\\d\\ne");
    }
}
