//! The ballot on other devices: the door to the phones on one network, opened by hand and shut with the
//! ballot; and for those who are not in the room the same page as a file, whose codes come back by mail.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::accesskit::Live;
use eframe::egui::emath::GuiRounding;
use eframe::egui::{
    Align, Color32, CornerRadius, FontId, Label, Layout, Rect, RichText, Role, ScrollArea, Sense,
    TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::invitation::{card, secondary};
use super::page::{Deed, Page, SharedUrn, at_hand};
use crate::model::ballot_code::{self, CodeFlaw};
use crate::model::{Lang, MAX_OPINIONS};
use crate::poll::{
    Address, Door, Keys, Limits, Network, NetworkKind, Networks, Opening, PORTS, Qr, Sheet, Status,
    Trouble,
};
use crate::store::{Urn, read_up_to};
use crate::ui::asking::{muted_ink, primary, quiet, ring};
use crate::ui::paint::style::{bold, bold_family, color, palette};
use crate::ui::paint::widgets::{labelled, own_text, warned};
use crate::wording::Teller;

/// The largest file that is looked at for codes, in bytes.
const LARGEST: u64 = 64 * 1024;
/// How those who vote by mail are told from phones in the urn.
const MAIL: &str = "mail-";

/// The ways to vote on other devices.
pub(super) struct Phones {
    urn: SharedUrn,
    /// Says which networks there are.
    there: Networks,
    networks: Vec<Network>,
    /// By its place among them.
    chosen: usize,
    door: Option<Opened>,
    /// What is typed or pasted.
    code: String,
    told: Option<Told>,
    /// A page that waits to be written.
    page: Option<String>,
}

struct Opened {
    door: Door,
    keys: Keys,
    /// The code to scan, and of which address it is.
    scanned: Option<(SocketAddr, Qr)>,
}

/// What is said of what was done last.
struct Told {
    good: bool,
    text: String,
}

impl Phones {
    pub fn new(urn: SharedUrn, there: Networks) -> Self {
        Self {
            urn,
            there,
            networks: Vec::new(),
            chosen: 0,
            door: None,
            code: String::new(),
            told: None,
            page: None,
        }
    }

    /// Looks which networks there are.
    pub fn look(&mut self) {
        self.told = None;
        self.networks = (self.there)().unwrap_or_default();
        self.chosen = 0;
    }

    /// Whether phones can come in, as far as it lies with us.
    pub fn is_open(&self) -> bool {
        self.door.is_some()
    }

    /// The page that waits to be written, if one does.
    pub fn take_page(&mut self) -> Option<String> {
        self.page.take()
    }

    /// Says what became of what was asked.
    pub fn tell(&mut self, good: bool, text: String) {
        self.told = Some(Told { good, text });
    }

    /// The names of this ballot, the same for as long as it runs, kept with its ballots.
    fn keys(&self) -> std::io::Result<Keys> {
        let mut urn = at_hand(&self.urn);
        if let Some(keys) = urn.names().and_then(Keys::from_text) {
            return Ok(keys);
        }
        let keys = Keys::new()?;
        urn.name(keys.to_text())?;
        Ok(keys)
    }

    fn open(&mut self, ui: &Ui, teller: Teller<'_>, company: &str) {
        let Some(network) = self.networks.get(self.chosen).cloned() else {
            return;
        };
        let urn = SharedUrn::clone(&self.urn);
        let ctx = ui.ctx().clone();
        let opened = self.keys().and_then(|keys| {
            let known = at_hand(&self.urn);
            let known = known
                .by_device()
                .filter(|(device, _)| !device.starts_with(MAIL))
                .map(|(device, ballot)| crate::poll::Cast {
                    device: device.to_owned(),
                    ballot: ballot.clone(),
                });
            let door = Door::open(Opening {
                sheet: Sheet::new(teller.knowledge, company, teller.words.lang()),
                keys: keys.clone(),
                network,
                networks: Box::new(self.there),
                ports: PORTS.to_vec(),
                keep: Box::new(move |casts| {
                    let casts = casts.iter().cloned();
                    let casts = casts.map(|cast| (Some(cast.device), cast.ballot));
                    at_hand(&urn).put_all(casts.collect())
                }),
                known: known.collect(),
                most: MAX_OPINIONS,
                changed: Arc::new(move || ctx.request_repaint()),
                limits: Limits::default(),
            })?;
            Ok(Opened {
                door,
                keys,
                scanned: None,
            })
        });
        match opened {
            Ok(opened) => self.door = Some(opened),
            Err(error) => self.fail(teller, &error),
        }
    }

    fn fail(&mut self, teller: Teller<'_>, error: &std::io::Error) {
        let why = teller.words.problem(&Urn::trouble(error));
        let told = teller.words.with("phones-refused", &[("why", why)]);
        self.tell(false, told);
    }

    /// Takes every code in a text, a line each; says what became of them.
    fn take_codes(&mut self, teller: Teller<'_>, text: &str) {
        let keys = match self.keys() {
            Ok(keys) => keys,
            Err(error) => return self.fail(teller, &error),
        };
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let lines: Vec<&str> = lines.collect();
        // A code that a mail has broken over lines is one.
        let whole = ballot_code::read(teller.knowledge, keys.ballot(), text);
        let codes = match whole {
            Ok(_) => vec![text],
            Err(_) => lines,
        };
        let (mut taken, mut flaw) = (0, codes.is_empty().then_some("phones-code-none"));
        for code in codes {
            let sent = match ballot_code::read(teller.knowledge, keys.ballot(), code) {
                Ok(sent) => sent,
                Err(found) => {
                    flaw = Some(match found {
                        CodeFlaw::NotACode => "phones-code-none",
                        CodeFlaw::Mistyped => "phones-code-mistyped",
                        CodeFlaw::OtherBallot => "phones-code-other",
                    });
                    continue;
                }
            };
            let device = format!("{MAIL}{}", sent.page);
            let mut urn = at_hand(&self.urn);
            if urn.cast_by(&device) == Some(&sent.ballot) {
                flaw = Some("phones-code-twice");
                continue;
            }
            if let Err(error) = urn.put(Some(device), sent.ballot) {
                drop(urn);
                return self.fail(teller, &error);
            }
            taken += 1;
        }
        let words = teller.words;
        let mut told = Vec::new();
        if taken > 0 {
            told.push(words.with("phones-code-taken", &[("count", taken)]));
            self.code.clear();
        }
        told.extend(flaw.map(|key| words.get(key)));
        self.tell(flaw.is_none(), told.join(" "));
    }

    /// Takes the codes in files that were dropped.
    pub fn take_files(&mut self, teller: Teller<'_>, paths: &[PathBuf]) {
        let mut text = String::new();
        for path in paths {
            match read_up_to(path, LARGEST) {
                Ok(bytes) => {
                    text.push_str(&String::from_utf8_lossy(&bytes));
                    text.push('\n');
                }
                Err(problem) => {
                    let told = teller.words.problem(&problem);
                    return self.tell(false, told);
                }
            }
        }
        self.take_codes(teller, &text);
    }
}

/// What a network is called.
fn name_of(network: &Network, teller: Teller<'_>) -> String {
    let kind = match network.kind() {
        NetworkKind::Shared => "phones-network-shared",
        NetworkKind::Wifi => "phones-network-wifi",
        NetworkKind::Cable => "phones-network-cable",
        NetworkKind::Other => "phones-network-other",
        NetworkKind::Virtual => "phones-network-virtual",
    };
    let kind = teller.words.get(kind);
    let args = [
        ("kind", kind),
        ("name", network.name.clone()),
        ("address", network.address.to_string()),
    ];
    teller.words.with("phones-network", &args)
}

/// What there is to do; the code to scan is in the `square`.
pub(super) fn show(ui: &mut Ui, page: &mut Page<'_>, phones: &mut Phones, square: Rect) {
    if let Some(told) = &phones.told {
        let mark = if told.good { "✔" } else { "⚠" };
        let palette = palette(ui);
        let ink = color(if told.good {
            palette.good
        } else {
            palette.against
        });
        let text = bold(format!("{mark} {}", told.text)).size(page.measures.text());
        let label = ui.add(Label::new(text.color(ink)).wrap());
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_live(Live::Polite);
        });
        ui.add_space(0.5 * page.measures.between());
    }
    let room = ui.available_rect_before_wrap();
    if phones.is_open() {
        scan(ui, page, phones, square);
        card(ui, page.measures, room, |ui| {
            ScrollArea::vertical().show(ui, |ui| {
                opened(ui, page, phones);
                ui.add_space(page.measures.between());
                mail(ui, page, phones);
            });
        });
    } else {
        let gap = page.measures.between();
        let (left, right) = room.split_left_right_at_fraction(0.5);
        let left = left.with_max_x(left.right() - gap / 2.0).round_ui();
        let right = right.with_min_x(right.left() + gap / 2.0).round_ui();
        card(ui, page.measures, left, |ui| {
            ScrollArea::vertical()
                .id_salt("room")
                .show(ui, |ui| shut(ui, page, phones));
        });
        card(ui, page.measures, right, |ui| {
            ScrollArea::vertical()
                .id_salt("mail")
                .show(ui, |ui| mail(ui, page, phones));
        });
    }
}

fn text(ui: &mut Ui, page: &Page<'_>, text: String) {
    let text = RichText::new(text).size(page.measures.text());
    ui.add(Label::new(text).wrap());
    ui.add_space(0.3 * page.measures.between());
}

fn title(ui: &mut Ui, page: &Page<'_>, text: String) {
    ui.label(bold(text).size(page.measures.row()));
    ui.add_space(0.3 * page.measures.between());
}

/// On which network, and what that means.
fn shut(ui: &mut Ui, page: &mut Page<'_>, phones: &mut Phones) {
    let (teller, measures) = (page.teller, page.measures);
    let words = teller.words;
    title(ui, page, words.get("phones-title"));
    text(ui, page, words.get("phones-help"));
    if phones.networks.is_empty() {
        text(ui, page, words.get("phones-no-network"));
    }
    for (at, network) in phones.networks.iter().enumerate() {
        let name = name_of(network, teller);
        let radio = ui.radio(
            phones.chosen == at,
            RichText::new(&name).size(measures.text()),
        );
        ring(ui, &radio);
        if radio.clicked() {
            phones.chosen = at;
        }
    }
    let chosen = phones.networks.get(phones.chosen);
    if chosen.is_some_and(|network| !network.is_private()) {
        let careful = bold(warned(&words.get("phones-public"))).size(measures.text());
        let ink = color(palette(ui).against);
        ui.add(Label::new(careful.color(ink)).wrap());
    }
    ui.add_space(0.3 * measures.between());
    text(ui, page, words.get("phones-plain"));
    let (opens, looks) = (words.get("phones-open"), words.get("phones-look"));
    if phones.networks.is_empty() {
        if primary(ui, measures, &looks).clicked() {
            phones.look();
        }
    } else {
        if primary(ui, measures, &opens).clicked() {
            phones.open(ui, teller, &page.poll.company);
        }
        if quiet(ui, measures, &looks, true).clicked() {
            phones.look();
        }
    }
}

/// The code to scan, as large as its place, for it is scanned from the back of the room: dark on light in
/// every theme, for that is what phones read.
fn scan(ui: &mut Ui, page: &Page<'_>, phones: &mut Phones, square: Rect) {
    let Some(opened) = &mut phones.door else {
        return;
    };
    let Status::Open(Address { at, .. }) = opened.door.status() else {
        return;
    };
    let link = opened.keys.link(at);
    if opened.scanned.as_ref().is_none_or(|(of, _)| *of != at) {
        opened.scanned = Qr::of(&link).map(|code| (at, code));
    }
    let Some((_, code)) = &opened.scanned else {
        return;
    };
    let side = square.width();
    let response = ui.interact(square, ui.scope_id().with("code"), Sense::hover());
    let told = page.teller.words.with("phones-scan", &[("link", link)]);
    response.widget_info(|| labelled(Role::Image, &told));
    let painter = ui.painter();
    painter.rect_filled(square, CornerRadius::same(8), Color32::WHITE);
    // Whole pixels: no seam between two dark modules.
    let pixel = ui.ctx().pixels_per_point();
    let module = (side / code.side() as f32 * pixel).floor().max(1.0) / pixel;
    let whole = module * code.side() as f32;
    let corner = square.min + vec2((side - whole) / 2.0, (side - whole) / 2.0);
    let corner = pos2(
        (corner.x * pixel).round() / pixel,
        (corner.y * pixel).round() / pixel,
    );
    for row in 0..code.side() {
        for column in 0..code.side() {
            if code.is_dark(column, row) {
                let at = corner + module * vec2(column as f32, row as f32);
                let dark = Rect::from_min_size(at, vec2(module, module));
                painter.rect_filled(dark, CornerRadius::ZERO, Color32::BLACK);
            }
        }
    }
}

/// The address to type, how many have voted, and how the door stands.
fn opened(ui: &mut Ui, page: &mut Page<'_>, phones: &mut Phones) {
    let (teller, measures) = (page.teller, page.measures);
    let words = teller.words;
    let Some(opened) = &phones.door else {
        return;
    };
    let (status, received) = (opened.door.status(), opened.door.received());
    match &status {
        Status::Open(Address { network, at }) => {
            title(ui, page, words.get("phones-scan-or-type"));
            let typed = opened.keys.typed(*at);
            let shown = bold(&typed).size(fitting(ui, &typed, 1.6 * measures.question()));
            let ink = color(palette(ui).accent);
            ui.add(Label::new(shown.color(ink)).wrap());
            ui.add_space(0.3 * measures.between());
            let network = name_of(network, teller);
            let told = words.with("phones-on", &[("network", network)]);
            text(ui, page, told);
        }
        other => {
            let told = match other {
                Status::Gone => words.get("phones-gone"),
                Status::Refused(Trouble::PortsTaken) => words.get("phones-ports"),
                Status::Refused(Trouble::NotAllowed) => words.get("phones-not-allowed"),
                Status::Refused(Trouble::Other(why)) => {
                    words.with("phones-refused", &[("why", why.as_str())])
                }
                Status::Open(_) | Status::Opening | Status::Shut => words.get("phones-opening"),
            };
            let ink = color(palette(ui).against);
            let label = ui.add(Label::new(bold(told).size(measures.row()).color(ink)).wrap());
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(Live::Polite);
            });
        }
    }
    ui.horizontal(|ui| {
        let told = words.with("phones-received", &[("count", received)]);
        let number = bold(received.to_string()).size(1.6 * measures.question());
        let label = ui.add(Label::new(number.color(color(palette(ui).accent))));
        let whole = format!("{received} {told}");
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &whole));
        ui.add(Label::new(RichText::new(told).size(measures.row())).wrap());
    });
    ui.add_space(0.3 * measures.between());
    let plain = RichText::new(words.get("phones-plain-open")).size(measures.text());
    ui.add(Label::new(plain.color(muted_ink(ui))).wrap());
}

/// A size at which a text stays on one line.
fn fitting(ui: &Ui, text: &str, size: f32) -> f32 {
    let font = FontId::new(size, bold_family());
    let width = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, Color32::BLACK)
        .size()
        .x;
    size * (ui.available_width() / width.max(1.0)).min(1.0)
}

/// The page as a file, and the codes that come back.
fn mail(ui: &mut Ui, page: &mut Page<'_>, phones: &mut Phones) {
    let (teller, measures) = (page.teller, page.measures);
    let words = teller.words;
    title(ui, page, words.get("phones-mail"));
    if !phones.is_open() {
        text(ui, page, words.get("phones-mail-help"));
    }
    if secondary(ui, measures, &words.get("phones-mail-page"), true).clicked() {
        match phones.keys() {
            Ok(keys) => {
                let lang: Lang = words.lang();
                let sheet = Sheet::new(teller.knowledge, &page.poll.company, lang);
                phones.page = Some(sheet.file(keys.ballot(), lang));
            }
            Err(error) => phones.fail(teller, &error),
        }
    }
    ui.add_space(0.5 * measures.between());
    let label = words.get("phones-code");
    text(ui, page, label.clone());
    let edit = TextEdit::multiline(&mut phones.code)
        .desired_rows(2)
        .desired_width(ui.available_width());
    let field = own_text(ui, edit, &label);
    ring(ui, &field);
    ui.add_space(0.3 * measures.between());
    let filled = !phones.code.trim().is_empty();
    if secondary(ui, measures, &words.get("phones-code-take"), filled).clicked() {
        let typed = phones.code.clone();
        phones.take_codes(teller, &typed);
    }
}

/// Back to the invitation; or shut to phones, for good or for a while.
pub(super) fn ways(ui: &mut Ui, page: &mut Page<'_>, phones: &mut Phones) {
    let (words, measures) = (page.teller.words, page.measures);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let back = words.get("phones-back");
        // Until the ballot is open, opening it leads on.
        let back = match phones.is_open() {
            true => primary(ui, measures, &back),
            false => secondary(ui, measures, &back, true),
        };
        if back.clicked() {
            page.deed = Some(Deed::Stay);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if phones.is_open() && quiet(ui, measures, &words.get("phones-shut"), true).clicked() {
                phones.door = None;
                phones.look();
            }
        });
    });
}
