//! A request, and what is answered. Whatever is not exactly right is not here.

use std::collections::HashMap;
use std::hash::Hasher;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Body, Bytes};
use hyper::header::{
    ACCEPT, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST,
    HeaderMap, HeaderName, HeaderValue, LOCATION, ORIGIN, REFERRER_POLICY, SET_COOKIE,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use hyper::{Method, Request, Response, StatusCode};
use siphasher::sip128::{Hasher128, SipHasher13};
use tokio::sync::oneshot;
use tokio::time::timeout;

use super::keys::{Keys, LONG, fill, random};
use super::limits::{Buckets, Limits};
use super::page::{Notice, Sheet, View};
use crate::i18n::of_locales;
use crate::model::Lang;
use crate::model::ballot::{Ballot, Vote};
use crate::model::ballot_code::LETTERS;

/// The largest body: a ballot of the built-in base takes a tenth.
const MAX_BODY: usize = 8 * 1024;
/// The name of the cookie.
const DEVICE: &str = "attache";
/// How long a phone keeps it, in seconds: a day.
const DAY: u32 = 86_400;

/// A ballot, and the device that cast it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast {
    /// The random name of the device.
    pub device: String,
    /// Its answers.
    pub ballot: Ballot,
}

/// A ballot that waits to be kept, and who is told.
pub(super) type Waiting = (Cast, oneshot::Sender<bool>);

/// The ballots that are kept, by their devices.
#[derive(Default)]
pub(super) struct Kept(Mutex<HashMap<String, Ballot>>);

impl Kept {
    pub fn all(&self) -> MutexGuard<'_, HashMap<String, Ballot>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What answers.
pub(super) struct Desk {
    pub sheet: Sheet,
    pub keys: Keys,
    pub limits: Limits,
    pub kept: Arc<Kept>,
    /// How many devices there can be.
    pub most: usize,
    pub keeper: Sender<Waiting>,
    /// Of the hashes by which names are compared.
    secret: [u8; 16],
    callers: Mutex<Callers>,
}

struct Callers {
    requests: Buckets<IpAddr>,
    guesses: Buckets<IpAddr>,
    ballots: Buckets<String>,
}

/// What is wrong with a ballot.
struct Refused(StatusCode, Notice);

type Answer = Response<Full<Bytes>>;

impl Desk {
    pub fn new(
        sheet: Sheet,
        keys: Keys,
        limits: Limits,
        (kept, most): (Arc<Kept>, usize),
        keeper: Sender<Waiting>,
    ) -> io::Result<Self> {
        let mut secret = [0; 16];
        fill(&mut secret)?;
        let callers = Mutex::new(Callers {
            requests: Buckets::new(limits.requests),
            guesses: Buckets::new(limits.guesses),
            ballots: Buckets::new(limits.ballots),
        });
        Ok(Self {
            sheet,
            keys,
            limits,
            kept,
            most,
            keeper,
            secret,
            callers,
        })
    }

    fn callers(&self) -> MutexGuard<'_, Callers> {
        self.callers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Compares names in a time that does not tell how far they agree.
    fn is_same(&self, one: &str, other: &str) -> bool {
        let hash = |name: &str| {
            let mut hasher = SipHasher13::new_with_key(&self.secret);
            hasher.write(name.as_bytes());
            hasher.finish128().as_u128()
        };
        hash(one) == hash(other)
    }

    /// Answers a request that came to one of our addresses from another.
    pub async fn answer<B>(&self, at: SocketAddr, from: IpAddr, request: Request<B>) -> Answer
    where
        B: Body,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let now = Instant::now();
        {
            let mut callers = self.callers();
            if !callers.requests.take(from, now) || !callers.guesses.has(&from, now) {
                return self.notice(StatusCode::TOO_MANY_REQUESTS, Notice::TooMany, None);
            }
        }
        let path = request.uri().path().strip_prefix('/').unwrap_or_default();
        let ours = is_ours(at, &request);
        let is_link = self.is_same(path, &self.keys.link) && ours;
        let typed = Keys::short_of(path).unwrap_or_default();
        let is_typed = self.is_same(&typed, &self.keys.short) && ours;
        match *request.method() {
            Method::GET if is_link => self.page(&request),
            Method::POST if is_link => match self.cast(at, request).await {
                Ok(answer) => answer,
                Err((Refused(status, notice), lang)) => self.notice(status, notice, lang),
            },
            Method::GET if is_typed => {
                let mut answer = self.plain(StatusCode::SEE_OTHER, Bytes::new());
                set(&mut answer, LOCATION, &format!("/{}", self.keys.link));
                answer
            }
            _ => {
                self.callers().guesses.take(from, now);
                self.notice(StatusCode::NOT_FOUND, Notice::NotHere, None)
            }
        }
    }

    /// The page, as this device left it.
    fn page<B>(&self, request: &Request<B>) -> Answer {
        let known = device(request.headers());
        let own = known
            .as_ref()
            .and_then(|name| self.kept.all().get(name).cloned());
        let (Ok(nonce), Ok(fresh)) = (random(LONG), random(LONG)) else {
            return self.notice(StatusCode::SERVICE_UNAVAILABLE, Notice::NotKept, None);
        };
        let lang = self.lang(request);
        let page = self.sheet.page(&View {
            lang,
            nonce: &nonce,
            link: &self.keys.link,
            own: own.as_ref(),
        });
        let mut answer = self.html(StatusCode::OK, page, &nonce);
        if known.is_none() {
            let link = &self.keys.link;
            let cookie =
                format!("{DEVICE}={fresh}; Path=/{link}; Max-Age={DAY}; HttpOnly; SameSite=Lax");
            set(&mut answer, SET_COOKIE, &cookie);
        }
        answer
    }

    /// Takes a ballot; answers once it is kept.
    async fn cast<B>(
        &self,
        at: SocketAddr,
        request: Request<B>,
    ) -> Result<Answer, (Refused, Option<Lang>)>
    where
        B: Body,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let lang = self.lang(&request);
        let (parts, body) = request.into_parts();
        self.take(at, &parts.headers, body)
            .await
            .map_err(|refused| (refused, Some(lang)))?;
        // A form is led back to the page, which then has its answers; the page's own script needs none.
        let is_form = parts
            .headers
            .get(ACCEPT)
            .and_then(|accept| accept.to_str().ok())
            .is_some_and(|accept| accept.contains("text/html"));
        if !is_form {
            return Ok(self.plain(StatusCode::OK, Bytes::new()));
        }
        let mut answer = self.plain(StatusCode::SEE_OTHER, Bytes::new());
        let back = format!("/{}?lang={}", self.keys.link, lang.code());
        set(&mut answer, LOCATION, &back);
        Ok(answer)
    }

    async fn take<B>(&self, at: SocketAddr, headers: &HeaderMap, body: B) -> Result<(), Refused>
    where
        B: Body,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let text = |name: &HeaderName| headers.get(name).map(HeaderValue::to_str);
        let origin = format!("http://{at}");
        if text(&ORIGIN).is_some_and(|of| of.ok() != Some(&origin)) {
            return Err(Refused(StatusCode::FORBIDDEN, Notice::Elsewhere));
        }
        let site = text(&HeaderName::from_static("sec-fetch-site"));
        if site.is_some_and(|of| of.ok() != Some("same-origin")) {
            return Err(Refused(StatusCode::FORBIDDEN, Notice::Elsewhere));
        }
        let kind = text(&CONTENT_TYPE).and_then(Result::ok).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(Refused(status, Notice::NotUnderstood));
        }
        let Some(device) = device(headers) else {
            return Err(Refused(StatusCode::FORBIDDEN, Notice::NoCookie));
        };
        if !self.callers().ballots.take(device.clone(), Instant::now()) {
            return Err(Refused(StatusCode::TOO_MANY_REQUESTS, Notice::TooMany));
        }
        if body.size_hint().lower() > MAX_BODY as u64 {
            let status = StatusCode::PAYLOAD_TOO_LARGE;
            return Err(Refused(status, Notice::NotUnderstood));
        }
        let read = timeout(self.limits.body, Limited::new(body, MAX_BODY).collect());
        let body = match read.await {
            Ok(Ok(body)) => body.to_bytes(),
            Ok(Err(flaw)) if flaw.is::<http_body_util::LengthLimitError>() => {
                let status = StatusCode::PAYLOAD_TOO_LARGE;
                return Err(Refused(status, Notice::NotUnderstood));
            }
            Ok(Err(_)) => return Err(Refused(StatusCode::BAD_REQUEST, Notice::NotUnderstood)),
            Err(_) => return Err(Refused(StatusCode::REQUEST_TIMEOUT, Notice::NotUnderstood)),
        };
        let ballot = self
            .read(&body)
            .ok_or(Refused(StatusCode::BAD_REQUEST, Notice::NotUnderstood))?;
        if ballot.is_empty() {
            return Err(Refused(StatusCode::UNPROCESSABLE_ENTITY, Notice::Empty));
        }
        {
            let kept = self.kept.all();
            if kept.len() >= self.most && !kept.contains_key(&device) {
                return Err(Refused(StatusCode::INSUFFICIENT_STORAGE, Notice::Full));
            }
        }
        let (told, is_kept) = oneshot::channel();
        let handed = self.keeper.send((Cast { device, ballot }, told));
        if handed.is_ok() && is_kept.await == Ok(true) {
            Ok(())
        } else {
            Err(Refused(StatusCode::SERVICE_UNAVAILABLE, Notice::NotKept))
        }
    }

    /// A ballot as the form has it: `q0=3&q1=u&q4=`. Each item at most once, and nothing else.
    fn read(&self, body: &[u8]) -> Option<Ballot> {
        let mut votes: Vec<Option<Option<Vote>>> = vec![None; self.sheet.items()];
        for (name, value) in form_urlencoded::parse(body) {
            let place: usize = name.strip_prefix('q')?.parse().ok()?;
            let vote = match &*value {
                "" => None,
                "u" => Some(Vote::Unknown),
                step => Some(Vote::Step(step.parse().ok()?)),
            };
            let first = votes.get_mut(place)?.replace(vote);
            if first.is_some() {
                return None;
            }
        }
        self.sheet
            .ballot(votes.into_iter().map(Option::flatten).collect())
    }

    /// What is asked for, else what the browser likes, else what the window speaks.
    fn lang<B>(&self, request: &Request<B>) -> Lang {
        let query = request.uri().query().unwrap_or_default();
        let mut asked = form_urlencoded::parse(query.as_bytes());
        let asked = asked.find_map(|(name, value)| (name == "lang").then_some(value));
        if let Some(lang) = asked.and_then(|code| Lang::from_code(&code)) {
            return lang;
        }
        let liked = request.headers().get(ACCEPT_LANGUAGE);
        match liked.and_then(|liked| liked.to_str().ok()) {
            Some(liked) => of_locales(liked.split([',', ';']).map(str::trim)),
            None => self.sheet.lang(),
        }
    }

    fn notice(&self, status: StatusCode, notice: Notice, lang: Option<Lang>) -> Answer {
        let lang = lang.unwrap_or(self.sheet.lang());
        // A notice has a style and no script; its style is known by the same kind of mark.
        let nonce = random(LONG).unwrap_or_default();
        let page = self.sheet.notice(notice, lang, &nonce);
        self.html(status, page, &nonce)
    }

    fn html(&self, status: StatusCode, page: String, nonce: &str) -> Answer {
        let mut answer = self.plain(status, Bytes::from(page));
        set(&mut answer, CONTENT_TYPE, "text/html; charset=utf-8");
        let policy = Sheet::policy(nonce);
        let policy = format!("{policy}; frame-ancestors 'none'");
        set(&mut answer, CONTENT_SECURITY_POLICY, &policy);
        answer
    }

    /// An answer with what every answer says.
    fn plain(&self, status: StatusCode, body: Bytes) -> Answer {
        let mut answer = Response::new(Full::new(body));
        *answer.status_mut() = status;
        set(&mut answer, CACHE_CONTROL, "no-store");
        set(&mut answer, X_CONTENT_TYPE_OPTIONS, "nosniff");
        set(&mut answer, X_FRAME_OPTIONS, "DENY");
        set(&mut answer, REFERRER_POLICY, "same-origin");
        let corp = HeaderName::from_static("cross-origin-resource-policy");
        set(&mut answer, corp, "same-origin");
        set(
            &mut answer,
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'",
        );
        answer
    }
}

fn set(answer: &mut Answer, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

/// Whether a request names the very address that it came to, in each place where it can name one.
fn is_ours<B>(at: SocketAddr, request: &Request<B>) -> bool {
    let own = at.to_string();
    let mut hosts = request.headers().get_all(HOST).iter();
    let named = hosts
        .next()
        .is_some_and(|host| host.as_bytes() == own.as_bytes());
    let uri = request.uri();
    let absolute = uri.authority().is_none_or(|of| of.as_str() == own);
    named && hosts.next().is_none() && absolute
}

/// The name of the device: one that we could have given.
fn device(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(COOKIE).iter();
    let mut pairs = cookies
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let name = pairs.find_map(|(name, value)| (name == DEVICE).then_some(value))?;
    let is_ours = name.len() == LONG && name.bytes().all(|c| LETTERS.contains(&c));
    is_ours.then(|| name.to_owned())
}
