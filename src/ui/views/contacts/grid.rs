//! The board itself: a row for each theme, a column for each posture. A cell takes an owner that is
//! dropped on it, and opens a menu of all that can be decided of it.

use eframe::egui::{
    Align, Align2, Button, CornerRadius, FontFamily, FontId, Key, Layout, Modifiers, Popup, Rect,
    Response, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::{Board, Coat};
use crate::analysis::{ContactPoint, Shut, Theme};
use crate::draw::{self, Weight, wrap};
use crate::i18n::Season;
use crate::model::{ContactState, MAX_QUARTERS, Owner, PostureId};
use crate::ui::command::{Command, Decision};
use crate::ui::paint::style::{BODY, CORNER, GAP, SMALL, bold, bold_family, color, palette, small};
use crate::ui::paint::widgets::{labelled, warned};
use crate::wording::capital;

/// How high a cell is, at least and at most.
const ROW: (f32, f32) = (54.0, 64.0);
/// How high the names of the columns are, and what stands under the grid.
const HEAD: f32 = 20.0;
const FOOT: f32 = 40.0;
/// From line to line, as a share of the size of the type.
const LEADING: f32 = 1.15;
/// Between two cells.
const APART: f32 = 5.0;
/// The least and the most room for the name of a theme.
const NAME: (f32, f32) = (96.0, 190.0);
/// How many of the next quarters the menu offers.
const OFFERED: usize = 8;
/// How wide each of the two columns of the menu is.
const COLUMN: f32 = 200.0;

/// What stands in a cell.
enum Cell<'a> {
    Open(&'a ContactPoint),
    Shut(&'a Shut),
}

/// How a cell looks.
struct Look {
    /// Who or what, in large type.
    first: String,
    /// Hours, and what else is to be said.
    second: String,
    coat: Coat,
    strong: bool,
}

impl Board<'_> {
    /// The grid, in rows that are as high as there is room for down to `bottom`.
    pub(super) fn grid(&mut self, ui: &mut Ui, owners: &[Owner], bottom: f32) {
        let postures = &self.teller.knowledge.coverage.postures;
        let count = postures.len().max(1) as f32;
        let whole = ui.available_width();
        let name = (0.24 * whole).clamp(NAME.0, NAME.1);
        let width = ((whole - name) / count - APART).max(40.0);
        let themes = self.themes();
        let height = bottom - ui.cursor().top() - HEAD - FOOT;
        let row = (height / themes.len().max(1) as f32 - APART).clamp(ROW.0, ROW.1);
        ui.spacing_mut().item_spacing = vec2(APART, APART);
        ui.horizontal(|ui| {
            ui.allocate_exact_size(vec2(name, HEAD), Sense::hover());
            for posture in postures.ids() {
                let (area, response) = ui.allocate_exact_size(vec2(width, HEAD), Sense::hover());
                let label = capital(self.teller.posture(posture));
                response.widget_info(|| labelled(Role::Label, &label));
                let font = FontId::new(SMALL + 1.0, bold_family());
                let ink = color(palette(ui).muted);
                ui.painter()
                    .text(area.left_center(), Align2::LEFT_CENTER, label, font, ink);
            }
        });
        for theme in themes {
            ui.horizontal(|ui| {
                let label = self.teller.theme(&theme);
                let (area, response) = ui.allocate_exact_size(vec2(name, row), Sense::hover());
                response.widget_info(|| labelled(Role::Label, &label));
                let lines = wrap(&label, BODY, Weight::Bold, name - APART, 2);
                let font = FontId::new(BODY, bold_family());
                let ink = color(palette(ui).text);
                let (at, align) = (area.left_center(), Align2::LEFT_CENTER);
                ui.painter().text(at, align, lines.join("\n"), font, ink);
                response.on_hover_text(label);
                for posture in postures.ids() {
                    let (area, response) = ui.allocate_exact_size(vec2(width, row), Sense::click());
                    self.cell(ui, area, response, &theme, posture, owners);
                }
            });
        }
    }

    /// Every theme of the board, in the order of the cards.
    fn themes(&self) -> Vec<Theme> {
        let first = self.teller.knowledge.coverage.postures.ids().next();
        let open = self.coverage.points.iter().map(|p| (&p.theme, p.posture));
        let shut = self.coverage.shut.iter().map(|s| (&s.theme, s.posture));
        let of_first = open.chain(shut).filter(|(_, at)| Some(*at) == first);
        let mut themes: Vec<Theme> = of_first.map(|(theme, _)| theme.clone()).collect();
        themes.sort_by_key(Theme::order);
        themes
    }

    fn found(&self, theme: &Theme, posture: PostureId) -> Option<Cell<'_>> {
        let mut open = self.coverage.points.iter();
        if let Some(point) = open.find(|p| p.theme == *theme && p.posture == posture) {
            return Some(Cell::Open(point));
        }
        let mut shut = self.coverage.shut.iter();
        shut.find(|s| s.theme == *theme && s.posture == posture)
            .map(Cell::Shut)
    }

    fn cell(
        &mut self,
        ui: &mut Ui,
        area: Rect,
        response: Response,
        theme: &Theme,
        posture: PostureId,
        owners: &[Owner],
    ) {
        let Some(found) = self.found(theme, posture) else {
            return;
        };
        let look = self.look(ui, &found);
        let is_over = response.dnd_hover_payload::<ContactState>().is_some();
        paint(ui, area, &look, &response, is_over);
        let args = [
            ("name", self.teller.contact_point(theme, posture)),
            ("state", look.first),
            ("more", look.second),
        ];
        let told = self.teller.words.with("contact-cell", &args);
        response.widget_info(|| labelled(Role::Button, &told));
        if let Some(state) = response.dnd_release_payload::<ContactState>() {
            self.decide(theme, posture, Some((*state).clone()));
        }
        let clear = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if response.has_focus() && (clear(Key::Delete) || clear(Key::Backspace)) {
            self.decide(theme, posture, None);
        }
        let chosen = Popup::menu(&response)
            .accessible_name(&told)
            .show(|ui| self.menu(ui, theme, posture, owners))
            .and_then(|shown| shown.inner);
        if let Some(state) = chosen {
            self.decide(theme, posture, state);
            // The menu is gone: the keyboard goes on where it came from.
            response.request_focus();
        }
        response.on_hover_text(told);
    }

    fn decide(&mut self, theme: &Theme, posture: PostureId, state: Option<ContactState>) {
        let knowledge = self.teller.knowledge;
        let slider = knowledge.coverage.postures[posture].slider;
        self.asked.push(Command::Decide(Decision {
            theme: theme.written(knowledge),
            posture: knowledge.quantity(slider).id.clone(),
            state,
        }));
    }

    fn look(&self, ui: &Ui, found: &Cell<'_>) -> Look {
        let (teller, palette) = (self.teller, palette(ui));
        let words = teller.words;
        let text = color(palette.text);
        match found {
            Cell::Open(point) => {
                let mut second = teller.hours(self.coverage, point.load);
                let held = point.is_held();
                if !held && point.served > 0.0 {
                    let args = [("share", words.percent(point.served))];
                    second = format!("{second} · {}", words.with("contact-served", &args));
                }
                let owner = point.owner.as_ref();
                let coat = match owner {
                    Some(owner) => self.coat(ui, owner),
                    None if held => Coat::team(ui),
                    None => Coat {
                        fill: color(palette.notice),
                        line: color(palette.against),
                        text,
                    },
                };
                let holder = teller.holder(self.scenario, point);
                Look {
                    // Colour is not all that tells.
                    first: if held { holder } else { warned(&holder) },
                    second,
                    coat,
                    strong: !held || owner.is_some(),
                }
            }
            Cell::Shut(shut) if shut.by_hand => Look {
                first: words.get("contact-closed"),
                second: teller.since(self.from).opens(shut.until),
                coat: Coat {
                    fill: color(palette.ground),
                    line: color(palette.line),
                    text,
                },
                strong: false,
            },
            Cell::Shut(shut) => Look {
                first: words.get("contact-unwanted"),
                second: {
                    let args = [("hours", teller.hours(self.coverage, shut.load))];
                    words.with("contact-if-open", &args)
                },
                coat: Coat {
                    fill: color(palette.ground),
                    line: color(palette.faint),
                    text: color(palette.muted),
                },
                strong: false,
            },
        }
    }

    /// All that can be decided of a contact point; gives what is chosen.
    fn menu(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        posture: PostureId,
        owners: &[Owner],
    ) -> Option<Option<ContactState>> {
        let (teller, words) = (self.teller, self.teller.words);
        let knowledge = teller.knowledge;
        let slider = knowledge.coverage.postures[posture].slider;
        let written = theme.written(knowledge);
        let now = self
            .scenario
            .contact(&written, &knowledge.quantity(slider).id);
        let mut chosen = None;
        let mut offer = |ui: &mut Ui, text: String, state: Option<ContactState>| {
            let is_now = now == state.as_ref();
            if ui.add(Button::selectable(is_now, text)).clicked() {
                chosen = Some(state);
                ui.close();
            }
        };
        ui.label(bold(teller.contact_point(theme, posture)));
        ui.horizontal_top(|ui| {
            let size = vec2(COLUMN, 0.0);
            let layout = Layout::top_down_justified(Align::Min);
            ui.allocate_ui_with_layout(size, layout, |ui| {
                ui.label(small(ui, words.get("contact-give")));
                for owner in owners {
                    let name = teller.owner(self.scenario, owner);
                    offer(ui, name, Some(ContactState::Held(owner.clone())));
                }
                offer(ui, words.get("contact-give-team"), Some(ContactState::Open));
            });
            ui.allocate_ui_with_layout(size, layout, |ui| {
                ui.label(small(ui, words.get("contact-close")));
                let dated = teller.since(self.from);
                for until in 1..=OFFERED.min(MAX_QUARTERS) {
                    let when = capital(&dated.when(until, Season::In));
                    let until = Some(until);
                    offer(ui, when, Some(ContactState::Closed { until }));
                }
                let never = capital(&words.get("contact-opens-never"));
                offer(ui, never, Some(ContactState::Closed { until: None }));
                ui.add_space(GAP);
                offer(ui, capital(&words.get("contact-by-strategy")), None);
            });
        });
        chosen
    }
}

fn paint(ui: &Ui, area: Rect, look: &Look, response: &Response, is_over: bool) {
    let palette = palette(ui);
    let painter = ui.painter();
    let corner = CornerRadius::same(CORNER);
    let pen = if is_over || response.has_focus() {
        Stroke::new(2.5, color(palette.accent))
    } else if response.hovered() {
        Stroke::new(1.5, color(palette.accent))
    } else {
        Stroke::new(1.0, look.coat.line)
    };
    let fill = if is_over {
        color(palette.soft)
    } else {
        look.coat.fill
    };
    painter.rect(area, corner, fill, pen, StrokeKind::Inside);
    let left = area.left() + 9.0;
    let room = area.right() - left - 6.0;
    let (family, weight) = if look.strong {
        (bold_family(), Weight::Bold)
    } else {
        (FontFamily::Proportional, Weight::Regular)
    };
    let plain = (FontFamily::Proportional, Weight::Regular);
    let mut rows: Vec<(String, f32, FontFamily)> = Vec::new();
    for (text, size, (family, weight), most) in [
        (&look.first, SMALL + 1.0, (family, weight), 2),
        (&look.second, SMALL - 1.0, plain, 1),
    ] {
        // No word is cut in two.
        let fits = |word: &str| draw::width(word, size, weight) <= room;
        let most = if text.split(' ').all(fits) { most } else { 1 };
        let lines = wrap(text, size, weight, room, most).into_iter();
        rows.extend(lines.map(|line| (line, size, family.clone())));
    }
    let height: f32 = rows.iter().map(|(_, size, _)| size * LEADING).sum();
    let mut y = area.center().y - height / 2.0;
    for (line, size, family) in rows {
        let step = size * LEADING;
        let at = pos2(left, y + step / 2.0);
        let font = FontId::new(size, family);
        painter.text(at, Align2::LEFT_CENTER, line, font, look.coat.text);
        y += step;
    }
}
