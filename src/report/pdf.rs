//! A page as PDF: tagged, so that it is read aloud in its order, and made to the rules for keeping
//! (PDF/A-2a) and for everyone (PDF/UA-1) wherever our fonts have every character.

use std::num::NonZeroU16;

use jiff::civil::Date;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagKind, TagTree,
};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};

use super::escape::is_held_by_xml;
use super::render::{RenderError, tree};
use super::sheet::{Block, Role, Sheet};
use super::svg::piece;
use crate::draw::{Dash, Ink, Item, Palette, Rect, Shape, Stroke};
use crate::model::{Lang, Logo};
use crate::store::SystemFonts;

/// What a file says of itself.
pub struct About {
    pub title: String,
    /// May be empty.
    pub author: String,
    pub lang: Lang,
    pub date: Date,
}

/// Makes a PDF of one page, as large as the sheet, in points; its text can be searched.
///
/// # Errors
/// Where the sheet has no size, or a font cannot be embedded.
pub fn pdf(
    sheet: &Sheet,
    palette: &Palette,
    about: &About,
    system: &SystemFonts,
) -> Result<Vec<u8>, RenderError> {
    let strict = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish();
    let mut made = Err(RenderError::Size);
    // What no font has makes a box, which no strict file may hold.
    let plain = Some(Configuration::default());
    for configuration in [strict.ok(), plain].into_iter().flatten() {
        made = write(sheet, palette, about, system, configuration);
        if made.is_ok() {
            break;
        }
    }
    made
}

fn write(
    sheet: &Sheet,
    palette: &Palette,
    about: &About,
    system: &SystemFonts,
    configuration: Configuration,
) -> Result<Vec<u8>, RenderError> {
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    document.set_metadata(metadata(about));
    let size = Size::from_wh(sheet.width, sheet.height).ok_or(RenderError::Size)?;
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    let mut writer = Writer {
        sheet,
        palette,
        system,
        size,
        tree: TagTree::new().with_lang(Some(about.lang.code().to_owned())),
        outline: Outline::new(),
    };
    writer.ground(&mut surface)?;
    for block in &sheet.blocks {
        writer.block(block, &mut surface)?;
    }
    let Writer { tree, outline, .. } = writer;
    surface.finish();
    page.finish();
    document.set_outline(outline);
    document.set_tag_tree(tree);
    let made = document.finish();
    made.map_err(|error| RenderError::Pdf(format!("{error:?}")))
}

fn metadata(about: &About) -> Metadata {
    // The metadata are XML as well.
    let held = |text: &str| -> String { text.chars().filter(|&c| is_held_by_xml(c)).collect() };
    let date = about.date;
    let day = |day: i8| u8::try_from(day).unwrap_or(1);
    let created = DateTime::new(u16::try_from(date.year()).unwrap_or_default())
        .month(day(date.month()))
        .day(day(date.day()))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let metadata = Metadata::new()
        .title(held(&about.title))
        .language(about.lang.code().to_owned())
        .creator("Attache".to_owned())
        .creation_date(created);
    let author = held(about.author.trim());
    if author.is_empty() {
        metadata
    } else {
        metadata.authors(vec![author])
    }
}

struct Writer<'a> {
    sheet: &'a Sheet,
    palette: &'a Palette,
    system: &'a SystemFonts,
    size: Size,
    tree: TagTree,
    outline: Outline,
}

impl Writer<'_> {
    fn ground(&mut self, surface: &mut Surface<'_>) -> Result<(), RenderError> {
        let none = Stroke {
            ink: Ink::Ground,
            width: 0.0,
            dash: Dash::Solid,
        };
        let rect = Rect::new(0.0, 0.0, self.sheet.width, self.sheet.height);
        let ground = Item {
            id: String::new(),
            opacity: 1.0,
            shape: Shape::Box {
                rect,
                radius: 0.0,
                fill: Ink::Ground,
                stroke: none,
                labels: Vec::new(),
            },
        };
        let artifact = Artifact::with_kind(ArtifactType::Page);
        self.draw(surface, ContentTag::Artifact(artifact), vec![ground], None)?;
        Ok(())
    }

    fn draw(
        &self,
        surface: &mut Surface<'_>,
        tag: ContentTag<'_>,
        items: Vec<Item>,
        logo: Option<(&Logo, Rect)>,
    ) -> Result<Identifier, RenderError> {
        let size = (self.sheet.width, self.sheet.height);
        let tree = tree(&piece(size, items, logo, self.palette), self.system)?;
        let identifier = surface.start_tagged(tag);
        let drawn = surface.draw_svg(&tree, self.size, SvgSettings::default());
        surface.end_tagged();
        drawn.map(|()| identifier).ok_or(RenderError::Size)
    }

    fn block(&mut self, block: &Block, surface: &mut Surface<'_>) -> Result<(), RenderError> {
        match &block.role {
            Role::Title => self.heading(block, 1, surface),
            Role::Heading => self.heading(block, 2, surface),
            Role::Paragraph => {
                let lines = self.lines(block, surface)?;
                self.push(Tag::P, lines);
                Ok(())
            }
            Role::Figure(alt) => self.figure(alt, block.items.clone(), None, surface),
            Role::Logo(logo, room, alt) => {
                self.figure(alt, Vec::new(), Some((logo, *room)), surface)
            }
            Role::Decoration => {
                let artifact = Artifact::with_kind(ArtifactType::Layout);
                self.draw(
                    surface,
                    ContentTag::Artifact(artifact),
                    block.items.clone(),
                    None,
                )?;
                Ok(())
            }
        }
    }

    /// A heading also leads to its place from the list of contents of a reader.
    fn heading(
        &mut self,
        block: &Block,
        level: u16,
        surface: &mut Surface<'_>,
    ) -> Result<(), RenderError> {
        let lines = self.lines(block, surface)?;
        let text = block.text();
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        self.push(Tag::Hn(level, Some(text.clone())), lines);
        let place = XyzDestination::new(0, Point::from_xy(0.0, block.top()));
        self.outline.push_child(OutlineNode::new(text, place));
        Ok(())
    }

    /// Each line is a piece of its own, which says where a word ends.
    fn lines(
        &self,
        block: &Block,
        surface: &mut Surface<'_>,
    ) -> Result<Vec<Identifier>, RenderError> {
        let lines: Vec<(Item, String)> = block
            .lines()
            .map(|(item, line)| (item.clone(), format!("{line} ")))
            .collect();
        let drawn = lines.into_iter().map(|(item, line)| {
            let span = SpanTag::empty().with_actual_text(Some(&line));
            self.draw(surface, ContentTag::Span(span), vec![item], None)
        });
        drawn.collect()
    }

    fn figure(
        &mut self,
        alt: &str,
        items: Vec<Item>,
        logo: Option<(&Logo, Rect)>,
        surface: &mut Surface<'_>,
    ) -> Result<(), RenderError> {
        let drawn = self.draw(surface, ContentTag::Other, items, logo)?;
        self.push(Tag::Figure(Some(alt.to_owned())), vec![drawn]);
        Ok(())
    }

    fn push(&mut self, tag: impl Into<TagKind>, pieces: Vec<Identifier>) {
        let children: Vec<Node> = pieces.into_iter().map(Node::from).collect();
        self.tree.push(TagGroup::with_children(tag, children));
    }
}
