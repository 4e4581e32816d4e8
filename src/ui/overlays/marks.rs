//! The marks on what leaves the program: those of the open profile, and those of all that have none of
//! their own. Nothing holds before it is applied.

use eframe::egui::{
    ColorImage, Frame, Id, Modal, RichText, Role, ScrollArea, Sense, Stroke, TextEdit,
    TextureHandle, TextureOptions, Ui, vec2,
};

use crate::color::Rgb;
use crate::draw::{Palette, Theme};
use crate::i18n::Words;
use crate::model::{Accent, Brand, Logo, MAX_NAME};
use crate::report;
use crate::store::SystemFonts;
use crate::ui::command::{Command, Marks};
use crate::ui::files::errand::Purpose;
use crate::ui::paint::style::{TITLE, bold, color, palette, small};
use crate::ui::paint::widgets::{labelled, own_text, primary, warned};

const WIDTH: f32 = 560.0;
/// Room that the window keeps around the sheet.
const AROUND: f32 = 220.0;
const PREVIEW: f32 = 44.0;
/// Pixels of the logo in the preview.
const LOGO_PIXELS: f32 = 96.0;

/// Whose marks are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Own,
    Usual,
}

/// Marks while they are written.
struct Draft {
    brand: Brand,
    /// As it is typed.
    accent: String,
}

/// The sheet, and what was written in it.
pub struct MarksSheet {
    whose: Whose,
    own: Draft,
    usual: Draft,
    /// The logo that was drawn last, and its picture.
    drawn: Option<(Logo, TextureHandle)>,
}

impl Draft {
    fn new(brand: Brand) -> Self {
        let accent = brand.accent.map(|accent| accent.color().hex());
        let accent = accent.unwrap_or_default();
        Self { brand, accent }
    }

    /// Why what is typed is no accent, in words.
    fn read_accent(&mut self, words: &Words) -> Option<String> {
        if self.accent.trim().is_empty() {
            self.brand.accent = None;
            return None;
        }
        match Accent::read(&self.accent) {
            Ok(accent) => {
                self.brand.accent = Some(accent);
                None
            }
            Err(kind) => Some(words.what(&kind)),
        }
    }
}

impl MarksSheet {
    pub fn new(own: Brand, usual: Brand) -> Self {
        Self {
            whose: Whose::Own,
            own: Draft::new(own),
            usual: Draft::new(usual),
            drawn: None,
        }
    }

    fn draft(&mut self) -> &mut Draft {
        match self.whose {
            Whose::Own => &mut self.own,
            Whose::Usual => &mut self.usual,
        }
    }

    pub fn take_logo(&mut self, logo: Logo) {
        self.draft().brand.logo = Some(logo);
    }

    /// Shows the sheet; `true` once it is to be closed.
    pub fn show(&mut self, ui: &Ui, words: &Words, asked: &mut Vec<Command>) -> bool {
        let ctx = ui.ctx();
        let frame = Frame::window(&ctx.global_style()).inner_margin(20);
        let modal = Modal::new(Id::unique("marks"))
            .frame(frame)
            .show(ctx, |ui| {
                let room = ui.ctx().content_rect();
                ui.set_width(WIDTH.min(room.width() - 80.0));
                ui.label(bold(words.get("command-marks").trim_end_matches('…')).size(TITLE));
                ui.label(small(ui, words.get("marks-help")));
                ui.add_space(6.0);
                let height = (room.height() - AROUND).max(120.0);
                let list = ScrollArea::vertical().max_height(height);
                let wrong = list.show(ui, |ui| self.fields(ui, words, asked)).inner;
                ui.add_space(8.0);
                self.buttons(ui, words, wrong, asked)
            });
        modal.inner || modal.should_close()
    }

    /// The fields; whether one of them, of either kind of marks, is wrong.
    fn fields(&mut self, ui: &mut Ui, words: &Words, asked: &mut Vec<Command>) -> bool {
        ui.horizontal(|ui| {
            for (whose, key) in [(Whose::Own, "marks-own"), (Whose::Usual, "marks-usual")] {
                ui.selectable_value(&mut self.whose, whose, words.get(key));
            }
        });
        let help = match self.whose {
            Whose::Own => "marks-own-help",
            Whose::Usual => "marks-usual-help",
        };
        ui.label(small(ui, words.get(help)));
        ui.add_space(4.0);
        let draft = self.draft();
        for (key, text) in [
            ("marks-client", &mut draft.brand.client),
            ("marks-confidentiality", &mut draft.brand.confidentiality),
        ] {
            let name = words.get(key);
            ui.label(small(ui, &name));
            let edit = TextEdit::singleline(text)
                .char_limit(MAX_NAME)
                .desired_width(f32::INFINITY);
            own_text(ui, edit, &name);
        }
        let name = words.get("marks-accent");
        ui.label(small(ui, &name));
        ui.horizontal(|ui| {
            let edit = TextEdit::singleline(&mut draft.accent).desired_width(120.0);
            own_text(ui, edit, &name);
            if let Some(typed) = Rgb::from_hex(&draft.accent) {
                swatch(ui, typed);
            }
        });
        if let Some(why) = draft.read_accent(words) {
            let ink = color(palette(ui).against);
            ui.label(RichText::new(warned(&why)).color(ink));
        }
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            if ui.button(words.get("marks-choose-logo")).clicked() {
                asked.push(Command::AskFor(Purpose::OpenLogo));
            }
            let has = draft.brand.logo.is_some();
            if has && ui.button(words.get("marks-remove-logo")).clicked() {
                draft.brand.logo = None;
            }
        });
        let wrong =
            [&mut self.own, &mut self.usual].map(|draft| draft.read_accent(words).is_some());
        ui.add_space(8.0);
        ui.label(small(ui, words.get("marks-preview")));
        self.preview(ui, words);
        wrong.contains(&true)
    }

    /// The head of a page, on white as on paper.
    fn preview(&mut self, ui: &mut Ui, words: &Words) {
        let brand = match self.whose {
            Whose::Own => self.own.brand.or(&self.usual.brand),
            Whose::Usual => self.usual.brand.clone(),
        };
        let paper = Palette::branded(Theme::Light, brand.accent.map(Accent::color));
        let frame = Frame::new()
            .fill(color(paper.ground))
            .stroke(Stroke::new(1.0, color(paper.faint)))
            .inner_margin(12);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            if let Some(logo) = &brand.logo {
                self.picture(ui, logo, words);
            }
            let title = words.get("marks-preview");
            ui.label(bold(&title).size(TITLE).color(color(paper.accent)));
            for line in [&brand.client, &brand.confidentiality] {
                if !line.trim().is_empty() {
                    ui.label(RichText::new(line.trim()).color(color(paper.muted)));
                }
            }
        });
    }

    fn picture(&mut self, ui: &mut Ui, logo: &Logo, words: &Words) {
        let known = self.drawn.take().filter(|(of, _)| of == logo);
        let drawn = known.or_else(|| {
            let pixels =
                report::logo_pixels(logo, LOGO_PIXELS, &SystemFonts::of_files(Vec::new())).ok()?;
            let size = [pixels.width, pixels.height];
            let image = ColorImage::from_rgba_unmultiplied(size, &pixels.rgba);
            let options = TextureOptions::LINEAR;
            let texture = ui.ctx().load_texture("logo", image, options);
            Some((logo.clone(), texture))
        });
        if let Some((_, texture)) = &drawn {
            let size = vec2(PREVIEW * logo.ratio(), PREVIEW);
            let fit = (ui.available_width() / size.x).min(1.0);
            let response = ui.image((texture.id(), size * fit));
            response.widget_info(|| labelled(Role::Image, &words.get("brand-logo")));
        }
        self.drawn = drawn;
    }

    fn buttons(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        wrong: bool,
        asked: &mut Vec<Command>,
    ) -> bool {
        let mut close = false;
        ui.horizontal(|ui| {
            let apply = ui.add_enabled_ui(!wrong, |ui| primary(ui, &words.get("marks-apply")));
            if apply.inner.clicked() {
                let (own, usual) = (self.own.brand.clone(), self.usual.brand.clone());
                asked.push(Command::Mark(Box::new(Marks { own, usual })));
                close = true;
            }
            close |= ui.button(words.get("cancel")).clicked();
        });
        close
    }
}

/// The colour that is typed, beside its field.
fn swatch(ui: &mut Ui, typed: Rgb) {
    let size = vec2(28.0, ui.spacing().interact_size.y);
    let (place, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(place, 3.0, color(typed));
}
