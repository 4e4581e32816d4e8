use attache::model::ballot_code::{CodeFlaw, LETTERS, Sent, letters, read, write};
use attache::model::{Knowledge, ballot::Ballot};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;

use super::room::ballot;

fn sent(knowledge: &Knowledge, number: usize) -> Sent {
    Sent {
        page: "7k2m9".to_owned(),
        ballot: ballot(knowledge, number).0,
    }
}

#[test]
fn a_code_gives_back_the_ballot_however_it_is_typed() {
    let knowledge = Knowledge::builtin();
    for number in 0..300 {
        let sent = sent(&knowledge, number);
        let code = write(&knowledge, "k7m3p9qx", &sent);
        assert_eq!(code.len(), 29, "{code}");
        let ways = [
            code.clone(),
            code.to_lowercase(),
            code.replace(' ', ""),
            code.replace(' ', "-\r\n"),
            format!("\t{} ", code.replace('0', "O").replace('1', "I")),
        ];
        for way in ways {
            assert_eq!(
                read(&knowledge, "k7m3p9qx", &way),
                Ok(sent.clone()),
                "{way}"
            );
        }
    }
    let none = Sent {
        page: "00000".to_owned(),
        ballot: Ballot::new(&knowledge),
    };
    let code = write(&knowledge, "k7m3p9qx", &none);
    assert_eq!(read(&knowledge, "k7m3p9qx", &code), Ok(none));
}

#[test]
fn a_wrong_letter_and_two_that_change_places_are_found() {
    let knowledge = Knowledge::builtin();
    for number in [1, 40] {
        let code = letters(&write(&knowledge, "k7m3p9qx", &sent(&knowledge, number))).unwrap();
        for at in 0..code.len() {
            for letter in LETTERS
                .iter()
                .filter(|letter| **letter != code.as_bytes()[at])
            {
                let mut typed = code.clone().into_bytes();
                typed[at] = *letter;
                let typed = String::from_utf8(typed).unwrap();
                let found = read(&knowledge, "k7m3p9qx", &typed);
                assert_eq!(found, Err(CodeFlaw::Mistyped), "{code} {typed}");
            }
            let mut typed = code.clone().into_bytes();
            if at > 0 && typed[at] != typed[at - 1] {
                typed.swap(at, at - 1);
                let typed = String::from_utf8(typed).unwrap();
                let found = read(&knowledge, "k7m3p9qx", &typed);
                assert_eq!(found, Err(CodeFlaw::Mistyped), "{code} {typed}");
            }
            let short = read(&knowledge, "k7m3p9qx", &code[..at]);
            assert_eq!(short, Err(CodeFlaw::NotACode));
        }
    }
}

#[test]
fn a_code_of_another_ballot_is_told_from_one_that_is_mistyped() {
    let knowledge = Knowledge::builtin();
    let code = write(&knowledge, "k7m3p9qx", &sent(&knowledge, 3));
    assert_eq!(
        read(&knowledge, "k7m3p9qy", &code),
        Err(CodeFlaw::OtherBallot)
    );
    for text in [
        "",
        "bonjour",
        "http://192.168.1.20:8080/k7m3",
        "0000 0000",
        "é",
    ] {
        assert_eq!(
            read(&knowledge, "k7m3p9qx", text),
            Err(CodeFlaw::NotACode),
            "{text}"
        );
    }
}

#[test]
fn letters_at_random_are_no_ballot() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64::seed_from_u64(3);
    for _ in 0..20_000 {
        let length = random.random_range(0..40);
        let code: String = (0..length)
            .map(|_| char::from(LETTERS[random.random_range(0..32)]))
            .collect();
        assert!(read(&knowledge, "k7m3p9qx", &code).is_err(), "{code}");
    }
}
