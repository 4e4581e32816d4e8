//! The page in Chromium, of the size of a phone, driven over its debugging pipe: it is touched where it
//! shows something, and asked what it shows.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use attache::model::ballot::{Vote, items};
use attache::model::{Knowledge, Lang, ballot_code};
use attache::poll::Sheet;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::room::{Room, ballot};

pub struct Browser {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    asked: u64,
    session: Option<String>,
    /// What it complained of: scripts that failed, styles that were not let in.
    complaints: Vec<String>,
    _folder: TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

impl Browser {
    /// A phone of this size, in the language that its owner likes.
    pub fn new((width, height): (u32, u32), lang: &str, dark: bool) -> Self {
        let folder = TempDir::new().unwrap();
        let data = format!("--user-data-dir={}", folder.path().display());
        // It reads what is asked from the third file and answers in the fourth.
        let mut child = Command::new("sh")
            .args([
                "-c",
                "exec \"$0\" \"$@\" 3<&0 4>&1 >/dev/null 2>&1",
                "chromium",
            ])
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-proxy-server",
            ])
            .args([
                "--remote-debugging-pipe",
                "--no-first-run",
                "--disable-extensions",
                &data,
            ])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let to = child.stdin.take().unwrap();
        let from = BufReader::new(child.stdout.take().unwrap());
        let mut browser = Self {
            child,
            to,
            from,
            asked: 0,
            session: None,
            complaints: Vec::new(),
            _folder: folder,
        };
        let target = browser.ask("Target.createTarget", &json!({ "url": "about:blank" }));
        let target = json!({ "targetId": target["targetId"], "flatten": true });
        let session = browser.ask("Target.attachToTarget", &target);
        browser.session = Some(session["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log"] {
            browser.ask(&format!("{domain}.enable"), &json!({}));
        }
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        browser.ask("Emulation.setDeviceMetricsOverride", &size);
        let scheme = if dark { "dark" } else { "light" };
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        browser.ask(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [feature] }),
        );
        let agent =
            json!({ "userAgent": "Mozilla/5.0 (Linux; Android 9)", "acceptLanguage": lang });
        browser.ask("Emulation.setUserAgentOverride", &agent);
        browser
    }

    /// The next thing that it says.
    fn hear(&mut self) -> Value {
        let mut message = Vec::new();
        self.from.read_until(0, &mut message).unwrap();
        message.pop().expect("the browser has gone");
        let said: Value = serde_json::from_slice(&message).unwrap();
        match said["method"].as_str() {
            Some("Runtime.exceptionThrown") => self.complaints.push(said["params"].to_string()),
            // What the network answers is what the tests are about.
            Some("Log.entryAdded") if said["params"]["entry"]["source"] != "network" => {
                self.complaints.push(said["params"]["entry"].to_string());
            }
            _ => {}
        }
        said
    }

    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.asked += 1;
        let mut message = json!({ "id": self.asked, "method": method, "params": params });
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        let mut bytes = serde_json::to_vec(&message).unwrap();
        bytes.push(0);
        self.to.write_all(&bytes).unwrap();
        loop {
            let said = self.hear();
            if said["id"] == self.asked {
                assert!(said["error"].is_null(), "{method}: {said}");
                return said["result"].clone();
            }
        }
    }

    fn load(&mut self, method: &str, params: &Value) {
        self.ask(method, params);
        while self.hear()["method"] != "Page.loadEventFired" {}
    }

    pub fn open(&mut self, address: &str) {
        self.load("Page.navigate", &json!({ "url": address }));
    }

    /// What an expression of the page gives.
    pub fn value(&mut self, expression: &str) -> Value {
        let params =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let result = self.ask("Runtime.evaluate", &params);
        assert!(
            result["exceptionDetails"].is_null(),
            "{expression}: {result}"
        );
        result["result"]["value"].clone()
    }

    /// What is seen, as text.
    fn seen(&mut self) -> String {
        self.value("document.body.innerText")
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Touches the middle of an element, which has to be what a finger would meet there.
    pub fn touch(&mut self, selector: &str) {
        let place = self.value(&format!(
            "(() => {{ const e = document.querySelector({selector:?}); if (!e) return null; \
             e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect(); \
             const x = r.x + r.width / 2, y = r.y + r.height / 2; \
             const met = document.elementFromPoint(x, y); \
             return {{ x, y, met: e === met || e.contains(met) || met && met.contains(e), height: r.height }} }})()"
        ));
        assert_eq!(place["met"], true, "{selector}: {place}");
        assert!(
            place["height"].as_f64().unwrap() >= 44.0,
            "{selector}: {place}"
        );
        let point = json!([{ "x": place["x"], "y": place["y"] }]);
        self.ask(
            "Input.dispatchTouchEvent",
            &json!({ "type": "touchStart", "touchPoints": point }),
        );
        self.ask(
            "Input.dispatchTouchEvent",
            &json!({ "type": "touchEnd", "touchPoints": [] }),
        );
    }

    /// Waits until an expression is true.
    pub fn until(&mut self, expression: &str) {
        let promise = format!(
            "new Promise((done) => {{ const look = () => {{ if ({expression}) done(true); \
             else setTimeout(look, 20); }}; look(); }})"
        );
        assert_eq!(self.value(&promise), true);
    }

    /// A picture of the page, among the files that the tests leave behind.
    fn picture(&mut self, name: &str) {
        let shot = self.ask("Page.captureScreenshot", &json!({}));
        let png = BASE64_STANDARD
            .decode(shot["data"].as_str().unwrap())
            .unwrap();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("phones");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{name}.png")), png).unwrap();
    }

    /// Answers what is asked, page after page, and comes to the end.
    pub fn vote(&mut self, knowledge: &Knowledge, form: &str) {
        let asked = items(knowledge);
        let votes: Vec<&str> = form
            .split('&')
            .map(|pair| pair.split_once('=').unwrap().1)
            .collect();
        for (at, _) in knowledge.factors.pairs() {
            self.touch("#next");
            for place in (0..votes.len()).filter(|place| asked[*place].factor() == at) {
                let hidden = format!("document.querySelectorAll('fieldset')[{place}].hidden");
                if !votes[place].is_empty() && self.value(&hidden) == false {
                    self.touch(&format!("[name=q{place}][value='{}'] + span", votes[place]));
                }
            }
        }
        self.touch("#next");
    }
}

pub const PHONES: [(&str, (u32, u32)); 2] = [("small", (360, 740)), ("large", (412, 915))];

#[test]
#[ignore = "needs Chromium"]
fn chromium_votes_from_start_to_end_and_finds_its_own() {
    let knowledge = Knowledge::builtin();
    let room = Room::new();
    for (number, (lang, dark)) in [("fr-FR", false), ("en-GB", true)].into_iter().enumerate() {
        let (name, size) = PHONES[number];
        let mut phone = Browser::new(size, lang, dark);
        let shown = |picture: &str| format!("{name}-{}-{picture}", &lang[..2]);
        phone.open(&format!("http://{}", room.keys.typed(room.at)));
        let french = lang.starts_with("fr");
        let title = if french {
            "Votre avis, en secret"
        } else {
            "Your opinion, in secret"
        };
        assert!(phone.seen().contains(title));
        let other = if french { "Your opinion" } else { "Votre avis" };
        assert!(!phone.seen().contains(other), "one language at a time");
        assert_eq!(
            phone.value("document.querySelectorAll(':checked').length"),
            0
        );
        // Nothing is wider than the phone.
        let fits = "document.documentElement.scrollWidth <= innerWidth";
        phone.picture(&shown("1-start"));

        let (voted, form) = ballot(&knowledge, 3 + number);
        phone.touch("#next");
        assert_eq!(phone.value(fits), true);
        phone.picture(&shown("2-factor"));
        // What is answered stays through another language and another visit, unsent.
        phone.touch("[name=q0][value='0'] + span");
        let language = if french { "en" } else { "fr" };
        phone.touch(&format!(".switch[lang={language}]"));
        assert!(phone.seen().contains(if french {
            "I don’t know"
        } else {
            "Je ne sais pas"
        }));
        phone.load("Page.reload", &json!({}));
        assert_eq!(
            phone.value("document.querySelector('[name=q0]').checked"),
            true
        );
        assert!(room.door.received() == number, "nothing is sent yet");
        phone.touch("fieldset .clear");
        phone.touch("#back");
        phone.vote(&knowledge, &form);
        phone.picture(&shown("3-end"));
        phone.touch("#send");
        phone.until("!document.getElementById('done').hidden");
        phone.picture(&shown("4-done"));
        assert_eq!(room.door.received(), number + 1);
        let kept = room.disk.lock().unwrap().last().cloned().unwrap();
        // What has nothing to say under an option is not asked.
        let asked = |place: usize| kept.ballot.vote(place).is_some() || voted.vote(place).is_none();
        for (place, vote) in voted
            .votes()
            .iter()
            .enumerate()
            .filter(|(place, _)| asked(*place))
        {
            assert_eq!(kept.ballot.vote(place), *vote, "{place}");
        }
        let answered = kept
            .ballot
            .votes()
            .iter()
            .filter(|vote| vote.is_some())
            .count();
        assert!(answered >= 12, "{answered}");
        assert_eq!(
            phone.value("localStorage.length"),
            0,
            "it leaves nothing on the phone"
        );

        phone.load("Page.reload", &json!({}));
        assert_eq!(phone.value("document.getElementById('done').hidden"), false);
        assert_eq!(
            phone.value("document.querySelectorAll(':checked:enabled').length"),
            answered
        );
        phone.touch("#change");
        phone.touch("[name=q0][value=u] + span");
        for _ in 0..knowledge.factors.len() {
            phone.touch("#next");
        }
        phone.touch("#send");
        phone.until("!document.getElementById('done').hidden");
        assert_eq!(room.door.received(), number + 1, "one ballot a phone");
        let kept = room.disk.lock().unwrap().last().cloned().unwrap();
        assert_eq!(kept.ballot.vote(0), Some(Vote::Unknown));
        assert_eq!(phone.complaints, Vec::<String>::new());
    }
}

#[test]
#[ignore = "needs Chromium"]
fn chromium_keeps_its_answers_where_nobody_answers() {
    let knowledge = Knowledge::builtin();
    let room = Room::new();
    let mut phone = Browser::new(PHONES[0].1, "fr-FR", false);
    phone.open(&room.keys.link(room.at));
    let (_, form) = ballot(&knowledge, 5);
    phone.vote(&knowledge, &form);
    let ticked = phone.value("document.querySelectorAll(':checked').length");
    room.door.shut();
    phone.touch("#send");
    phone.until("!document.getElementById('offline').hidden");
    assert!(phone.seen().contains("n’est pas parti"));
    phone.picture("small-fr-5-offline");
    assert_eq!(
        phone.value("document.querySelectorAll(':checked').length"),
        ticked
    );
    assert_eq!(
        phone.value("document.getElementById('send').disabled"),
        false
    );
    let left =
        "JSON.parse(localStorage.getItem(localStorage.key(0))).votes.filter((v) => v).length";
    assert_eq!(phone.value(left), ticked);
}

#[test]
#[ignore = "needs Chromium"]
fn chromium_writes_the_code_that_is_read_here() {
    let knowledge = Knowledge::builtin();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("vote.html");
    let sheet = Sheet::new(&knowledge, "Boulangeries Martin", Lang::Fr);
    fs::write(&path, sheet.file("k7m3p9qx", Lang::Fr)).unwrap();
    let mut phone = Browser::new(PHONES[1].1, "fr-FR", false);
    let mut pages = Vec::new();
    for number in [2, 5, 19] {
        phone.open(&format!("file://{}", path.display()));
        phone.value("localStorage.clear()");
        phone.open(&format!("file://{}", path.display()));
        let (_, form) = ballot(&knowledge, number);
        phone.vote(&knowledge, &form);
        phone.touch("#send");
        phone.until("!document.getElementById('done').hidden");
        if number == 2 {
            phone.picture("large-fr-6-code");
        }
        let code = phone.value("document.getElementById('code').value");
        let code = code.as_str().unwrap();
        let sent = ballot_code::read(&knowledge, "k7m3p9qx", code).unwrap();
        let ticked = phone.value("document.querySelectorAll(':checked:enabled').length");
        let answered = sent
            .ballot
            .votes()
            .iter()
            .filter(|vote| vote.is_some())
            .count();
        assert_eq!(ticked, answered);
        let (voted, _) = ballot(&knowledge, number);
        for (place, vote) in sent
            .ballot
            .votes()
            .iter()
            .enumerate()
            .filter(|(_, vote)| vote.is_some())
        {
            assert_eq!(*vote, voted.vote(place), "{place}");
        }
        assert_eq!(ballot_code::write(&knowledge, "k7m3p9qx", &sent), code);
        // Who changes their mind in the same page has another code of the same page.
        phone.touch("#change");
        phone.touch("[name=q0][value=u] + span");
        for _ in 0..knowledge.factors.len() {
            phone.touch("#next");
        }
        phone.touch("#send");
        let again = phone.value("document.getElementById('code').value");
        let again = ballot_code::read(&knowledge, "k7m3p9qx", again.as_str().unwrap()).unwrap();
        assert_eq!(again.page, sent.page);
        assert_eq!(again.ballot.vote(0), Some(Vote::Unknown));
        pages.push(sent.page);
        phone.touch("#copy");
        phone.until("!document.getElementById('copied').hidden");
    }
    pages.dedup();
    assert_eq!(pages.len(), 3);
    assert_eq!(phone.complaints, Vec::<String>::new());
}
