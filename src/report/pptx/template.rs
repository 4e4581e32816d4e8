//! A presentation of the user's as a design: its masters with their layouts, themes and pictures, and
//! nothing else. It comes from anywhere, so that nothing in it is trusted: names become ours, what it
//! refers to outside is dropped, and so is what moves or plays.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

use resvg::usvg::roxmltree::{self, Document, Node, ParsingOptions};
use zip::ZipArchive;

use super::design::{Contrast, Design, Held, Master, Place};
use super::package::{Content, Part, Rel};
use super::theme::FIRST_ID;
use crate::draw::Rgb;
use crate::model::{Problem, ProblemKind};
use crate::store;

/// In MiB: the largest file, all that is unpacked of it, and the largest part of XML.
const MOST_FILE: u64 = 32;
const MOST_UNPACKED: u64 = 96;
const MOST_XML: u64 = 8;
const MIB: u64 = 1024 * 1024;
/// No honest part is so much smaller when it is packed; small ones are not asked.
const MOST_RATIO: u64 = 200;
const SMALL: u64 = 1024 * 1024;
const MOST_ENTRIES: usize = 10_000;
const MOST_NODES: u32 = 400_000;
const MOST_MASTERS: usize = 16;
const MOST_LAYOUTS: usize = 256;
/// In EMU, as office programs have them.
const SIZES: std::ops::RangeInclusive<i64> = 914_400..=51_206_400;

/// The type of titles where nobody says it, in points.
const USUAL_TITLE: f32 = 44.0;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const DECK: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

/// A template that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    pub(super) design: Design,
}

impl Template {
    /// Opens the file of a template.
    ///
    /// # Errors
    /// As [`Self::read`], and where the file cannot be read.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        let bytes = store::read_up_to(path, MOST_FILE * MIB)?;
        Self::read(&path.display().to_string(), &bytes)
    }

    /// Reads what a `.pptx` or a `.potx` has for the design of slides.
    ///
    /// # Errors
    /// Where it is none, or none that can be trusted.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let read = || {
            if bytes.len() as u64 > MOST_FILE * MIB {
                return Err(ProblemKind::TooLarge { most: MOST_FILE });
            }
            Reader::open(bytes)?.design()
        };
        let design = read().map_err(|kind| Problem::whole(file, kind))?;
        Ok(Self { design })
    }
}

type Found<T> = Result<T, ProblemKind>;

struct Reader<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    unpacked: u64,
    parts: Vec<Part>,
    /// How many there are of each kind, for their names.
    counts: BTreeMap<&'static str, usize>,
    /// What parts of the template are called here.
    known: BTreeMap<String, String>,
}

/// A relationship as it stands in the template.
struct Asked {
    id: String,
    kind: String,
    /// The name of the other part; `None` where it is outside.
    to: Option<String>,
}

impl<'b> Reader<'b> {
    fn open(bytes: &'b [u8]) -> Found<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|_damaged| ProblemKind::NotADeck)?;
        if archive.len() > MOST_ENTRIES {
            return Err(ProblemKind::NotADeck);
        }
        for name in archive.file_names_raw() {
            let name = String::from_utf8_lossy(name);
            let leads_out = |part: &str| part == "..";
            let is_bad = name.starts_with('/') || name.contains(['\\', '\0', ':']);
            if is_bad || name.split('/').any(leads_out) {
                return Err(ProblemKind::DeckName {
                    found: name.into_owned(),
                });
            }
        }
        Ok(Self {
            archive,
            unpacked: 0,
            parts: Vec::new(),
            counts: BTreeMap::new(),
            known: BTreeMap::new(),
        })
    }

    /// What a part holds; never more than is allowed, whatever it says of itself.
    fn bytes(&mut self, name: &str, most: u64) -> Found<Vec<u8>> {
        let broken = || ProblemKind::DeckBroken {
            found: name.to_owned(),
        };
        let inflates = ProblemKind::DeckInflates {
            most: MOST_UNPACKED,
        };
        // The case of a name does not count.
        let at = self.archive.index_for_name(name).or_else(|| {
            let all = self.archive.file_names_raw();
            all.map(String::from_utf8_lossy)
                .position(|other| other.eq_ignore_ascii_case(name))
        });
        let at = at.ok_or_else(broken)?;
        let file = self.archive.by_index(at).map_err(|_damaged| broken())?;
        let packed = file.compressed_size();
        let most = most.min(MOST_UNPACKED * MIB - self.unpacked);
        let mut bytes = Vec::new();
        let read = file.take(most + 1).read_to_end(&mut bytes);
        read.map_err(|_damaged| broken())?;
        let size = bytes.len() as u64;
        if size > most || size > SMALL && size / MOST_RATIO > packed {
            return Err(inflates);
        }
        self.unpacked += size;
        Ok(bytes)
    }

    fn text(&mut self, name: &str) -> Found<String> {
        let bytes = self.bytes(name, MOST_XML * MIB)?;
        let text = String::from_utf8(bytes).map_err(|_other| ProblemKind::DeckBroken {
            found: name.to_owned(),
        })?;
        Ok(match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        })
    }

    /// What a part asks for; nothing where it asks for nothing.
    fn asked(&mut self, of: &str) -> Found<Vec<Asked>> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let rels = match folder {
            "" => format!("_rels/{name}.rels"),
            folder => format!("{folder}/_rels/{name}.rels"),
        };
        let has = self
            .archive
            .file_names_raw()
            .any(|other| other.eq_ignore_ascii_case(rels.as_bytes()));
        if !has {
            return Ok(Vec::new());
        }
        let text = self.text(&rels)?;
        let document = parse(&text, &rels)?;
        let asked = document.root_element().children().filter(Node::is_element);
        let asked = asked.filter_map(|rel| {
            let is_outside = rel.attribute("TargetMode") == Some("External");
            let target = rel.attribute("Target").filter(|_| !is_outside);
            Some(Asked {
                id: rel.attribute("Id")?.to_owned(),
                kind: rel.attribute("Type")?.to_owned(),
                to: target.and_then(|target| resolve(folder, target)),
            })
        });
        Ok(asked.collect())
    }

    fn design(mut self) -> Found<Design> {
        let main = self.asked("")?;
        let main = main.into_iter().find(|asked| asked.is("officeDocument"));
        let main = main
            .and_then(|asked| asked.to)
            .ok_or(ProblemKind::NotADeck)?;
        let text = self.text(&main)?;
        let document = parse(&text, &main)?;
        let root = document.root_element();
        if root.tag_name().name() != "presentation" {
            return Err(ProblemKind::NotADeck);
        }
        let asked = self.asked(&main)?;
        let size = element(root, "sldSz");
        let size = size.and_then(|size| Some((number(size, "cx")?, number(size, "cy")?)));
        let size = size.filter(|(w, h)| SIZES.contains(w) && SIZES.contains(h));
        let size = size.ok_or_else(|| ProblemKind::DeckBroken {
            found: main.clone(),
        })?;
        let wanted: Vec<String> = root
            .descendants()
            .filter(|node| node.tag_name().name() == "sldMasterId")
            .filter_map(|node| node.attribute((RELATIONS, "id")))
            .take(MOST_MASTERS)
            .filter_map(|id| asked.iter().find(|asked| asked.id == id)?.to.clone())
            .collect();
        let mut masters = Vec::new();
        // Numbers of masters and layouts are given anew: none is given twice.
        let mut id = FIRST_ID;
        for name in wanted {
            let (part, layouts) = self.master(&name, &mut id)?;
            masters.push((part, layouts));
        }
        let best = masters
            .iter()
            .flat_map(|(master, layouts)| layouts.iter().map(move |layout| (master, layout)))
            .min_by_key(|(_, layout)| layout.unfit);
        let (master, layout) = best.ok_or(ProblemKind::NotADeck)?;
        let title = layout.title.or(master.title);
        let title = title.filter(|_| layout.has_title);
        let foot = layout.foot.and_then(|own| own.held(master.foot));
        let number = layout.number.and_then(|own| own.held(master.number));
        Ok(Design {
            size,
            title,
            title_size: layout.title_size.unwrap_or(master.title_size),
            room: room(size, title, master.body, foot),
            layout: layout.part.clone(),
            foot,
            number,
            contrast: master.contrast,
            is_own: false,
            masters: masters
                .iter()
                .map(|(master, _)| Master {
                    part: master.part.clone(),
                    id: master.id,
                })
                .collect(),
            parts: self.parts,
        })
    }

    /// A name of ours for one more part of a kind.
    fn name(&mut self, folder: &'static str, stem: &'static str, end: &str) -> String {
        let count = self.counts.entry(stem).or_default();
        *count += 1;
        format!("ppt/{folder}/{stem}{count}.{end}")
    }

    fn master(&mut self, from: &str, id: &mut u32) -> Found<(MasterRead, Vec<LayoutRead>)> {
        let own = *id;
        *id += 1;
        let text = self.text(from)?;
        let document = parse(&text, from)?;
        let root = document.root_element();
        let broken = || ProblemKind::DeckBroken {
            found: from.to_owned(),
        };
        if root.tag_name().name() != "sldMaster" {
            return Err(broken());
        }
        let part = self.name("slideMasters", "slideMaster", "xml");
        let mut rels = Vec::new();
        let mut layouts = Vec::new();
        let mut numbers = BTreeMap::new();
        let mut contrast = None;
        for asked in self.asked(from)? {
            let Some(to) = asked.to.clone().filter(|_| is_plain(&asked.id)) else {
                continue;
            };
            if asked.is("slideLayout") && layouts.len() < MOST_LAYOUTS {
                let layout = self.layout(&to, &part)?;
                rels.push(asked.rel(Content::Layout, &layout.part));
                numbers.insert(asked.id, *id);
                *id += 1;
                layouts.push(layout);
            } else if asked.is("theme") {
                let (theme, colors) = self.theme(&to)?;
                rels.push(asked.rel(Content::Theme, &theme));
                contrast = colors.contrast(root);
            } else if asked.is("image") {
                rels.extend(self.image(&asked, &to)?);
            }
        }
        let contrast = contrast.ok_or_else(broken)?;
        let bytes = Edit::new(&text, &document)
            .cleaned(&rels)
            .numbered(&numbers)
            .done();
        self.parts.push(Part {
            name: part.clone(),
            content: Content::Master,
            bytes,
            rels,
        });
        let master = MasterRead {
            part,
            id: own,
            title: placeholder(root, "title").and_then(place),
            title_size: title_size(root).unwrap_or(USUAL_TITLE),
            body: placeholder(root, "body").and_then(place),
            foot: placeholder(root, "ftr").and_then(place),
            number: placeholder(root, "sldNum").and_then(place),
            contrast,
        };
        Ok((master, layouts))
    }

    fn layout(&mut self, from: &str, master: &str) -> Found<LayoutRead> {
        let text = self.text(from)?;
        let document = parse(&text, from)?;
        let root = document.root_element();
        if root.tag_name().name() != "sldLayout" {
            return Err(ProblemKind::DeckBroken {
                found: from.to_owned(),
            });
        }
        let part = self.name("slideLayouts", "slideLayout", "xml");
        let mut rels = Vec::new();
        for asked in self.asked(from)? {
            let Some(to) = asked.to.clone().filter(|_| is_plain(&asked.id)) else {
                continue;
            };
            if asked.is("slideMaster") {
                rels.push(asked.rel(Content::Master, master));
            } else if asked.is("image") {
                rels.extend(self.image(&asked, &to)?);
            }
        }
        let read = LayoutRead::new(root, part.clone());
        let bytes = Edit::new(&text, &document).cleaned(&rels).done();
        self.parts.push(Part {
            name: part,
            content: Content::Layout,
            bytes,
            rels,
        });
        Ok(read)
    }

    fn theme(&mut self, from: &str) -> Found<(String, Colors)> {
        let text = self.text(from)?;
        let document = parse(&text, from)?;
        let part = self.name("theme", "theme", "xml");
        let mut rels = Vec::new();
        for asked in self.asked(from)? {
            let to = asked.to.clone().filter(|_| is_plain(&asked.id));
            if let Some(to) = to.filter(|_| asked.is("image")) {
                rels.extend(self.image(&asked, &to)?);
            }
        }
        let colors = Colors::read(document.root_element());
        let bytes = Edit::new(&text, &document).cleaned(&rels).done();
        self.parts.push(Part {
            name: part.clone(),
            content: Content::Theme,
            bytes,
            rels,
        });
        Ok((part, colors))
    }

    /// A picture of a kind that every office program shows; others are left out.
    fn image(&mut self, asked: &Asked, from: &str) -> Found<Option<Rel>> {
        let end = from
            .rsplit_once('.')
            .map_or("", |(_, end)| end)
            .to_lowercase();
        let (kind, end) = match end.as_str() {
            "png" => ("png", "png"),
            "jpg" | "jpeg" => ("jpeg", "jpeg"),
            "gif" => ("gif", "gif"),
            "bmp" => ("bmp", "bmp"),
            "tif" | "tiff" => ("tiff", "tiff"),
            "emf" => ("x-emf", "emf"),
            "wmf" => ("x-wmf", "wmf"),
            _ => return Ok(None),
        };
        let content = Content::Image(kind);
        if let Some(known) = self.known.get(from) {
            return Ok(Some(asked.rel(content, known)));
        }
        let bytes = self.bytes(from, MOST_UNPACKED * MIB)?;
        let name = self.name("media", "image", end);
        self.known.insert(from.to_owned(), name.clone());
        self.parts.push(Part {
            name: name.clone(),
            content,
            bytes,
            rels: Vec::new(),
        });
        Ok(Some(asked.rel(content, &name)))
    }
}

impl Asked {
    fn is(&self, kind: &str) -> bool {
        // What is saved in the strict form is called otherwise before the last word.
        self.kind.rsplit('/').next() == Some(kind)
    }

    fn rel(&self, content: Content, to: &str) -> Rel {
        Rel {
            id: self.id.clone(),
            content,
            to: to.to_owned(),
        }
    }
}

/// Whether an id can stand in XML as it is.
fn is_plain(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    !id.is_empty() && id.len() <= 64 && id.chars().all(plain)
}

fn parse<'t>(text: &'t str, name: &str) -> Found<Document<'t>> {
    let options = ParsingOptions {
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|error| {
        let found = name.to_owned();
        match error {
            roxmltree::Error::DtdDetected => ProblemKind::DeckEntities { found },
            _ => ProblemKind::DeckBroken { found },
        }
    })
}

/// The name of a part that is called from a folder; `None` where that leads out of the archive.
fn resolve(folder: &str, target: &str) -> Option<String> {
    let mut path: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop()?;
            }
            step => path.push(step),
        }
    }
    Some(path.join("/"))
}

/// What is said of a master, and of a layout.
struct MasterRead {
    part: String,
    id: u32,
    title: Option<Place>,
    title_size: f32,
    body: Option<Place>,
    foot: Option<Place>,
    number: Option<Place>,
    contrast: Contrast,
}

struct LayoutRead {
    part: String,
    title: Option<Place>,
    title_size: Option<f32>,
    foot: Option<Slot>,
    number: Option<Slot>,
    has_title: bool,
    /// How far it is from a title alone: the less, the better.
    unfit: usize,
}

/// The type of titles, in points, where a master or a layout says it: in the place of the title, or in
/// the style of all.
fn title_size(root: Node<'_, '_>) -> Option<f32> {
    let own = placeholder(root, "title").and_then(|title| element(title, "lstStyle"));
    let all = element(root, "titleStyle");
    let mut styles = own.into_iter().chain(all);
    styles.find_map(|style| {
        let first = element(style, "lvl1pPr")?;
        let size = number(element(first, "defRPr")?, "sz")?;
        (100..=400_000)
            .contains(&size)
            .then_some(size as f32 / 100.0)
    })
}

/// A place that a layout holds, where it says itself where that is.
#[derive(Clone, Copy)]
struct Slot {
    place: Option<Place>,
    index: u32,
}

impl Slot {
    fn find(root: Node<'_, '_>, kind: &str) -> Option<Self> {
        let shape = placeholder(root, kind)?;
        let index = element(shape, "ph")?.attribute("idx");
        Some(Self {
            place: place(shape),
            index: index.and_then(|index| index.parse().ok()).unwrap_or(0),
        })
    }

    /// Where the layout does not say, it is where the master has it.
    fn held(self, master: Option<Place>) -> Option<Held> {
        Some(Held {
            place: self.place.or(master)?,
            index: self.index,
        })
    }
}

impl LayoutRead {
    fn new(root: Node<'_, '_>, part: String) -> Self {
        let all = root
            .descendants()
            .filter(|node| node.has_tag_name((DECK, "ph")));
        let kinds: Vec<&str> = all
            .map(|ph| ph.attribute("type").unwrap_or("obj"))
            .collect();
        let has = |kind: &str| kinds.contains(&kind);
        let has_title = has("title");
        let usual = ["title", "dt", "ftr", "sldNum"];
        let others = kinds.iter().filter(|kind| !usual.contains(kind)).count();
        let is_meant = root.attribute("type") == Some("titleOnly");
        let unfit = match (has_title, is_meant) {
            (true, true) => others,
            (true, false) => 100 + 2 * others,
            (false, _) => 10_000 + others,
        };
        Self {
            part,
            title: placeholder(root, "title").and_then(place),
            title_size: title_size(root),
            foot: Slot::find(root, "ftr"),
            number: Slot::find(root, "sldNum"),
            has_title,
            unfit,
        }
    }
}

fn element<'a, 'i>(of: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    of.descendants().find(|node| node.tag_name().name() == name)
}

fn number(node: Node<'_, '_>, name: &str) -> Option<i64> {
    node.attribute(name)?.parse().ok()
}

/// The shape that holds the place of something.
fn placeholder<'a, 'i>(root: Node<'a, 'i>, kind: &str) -> Option<Node<'a, 'i>> {
    let mut all = root
        .descendants()
        .filter(|node| node.has_tag_name((DECK, "ph")));
    let found = all.find(|ph| ph.attribute("type") == Some(kind))?;
    found
        .ancestors()
        .find(|node| node.has_tag_name((DECK, "sp")))
}

fn place(shape: Node<'_, '_>) -> Option<Place> {
    let at = element(shape, "xfrm")?;
    let (off, ext) = (element(at, "off")?, element(at, "ext")?);
    let found = Place {
        x: number(off, "x")?,
        y: number(off, "y")?,
        w: number(ext, "cx")?,
        h: number(ext, "cy")?,
    };
    let far = -SIZES.end()..=*SIZES.end();
    let all = [found.x, found.y, found.w, found.h];
    all.iter().all(|n| far.contains(n)).then_some(found)
}

/// The room under the title: that of the text of the master where it is large and clear of the title,
/// else what is left.
fn room(
    (width, height): (i64, i64),
    title: Option<Place>,
    body: Option<Place>,
    foot: Option<Held>,
) -> Place {
    // Under it is the foot: where the layout has none, ours.
    let lowest = match foot {
        Some(foot) if 2 * foot.place.y > height => foot.place.y.min(height),
        _ => 92 * height / 100,
    };
    let over = title.map_or(0, |title| title.y + title.h);
    let fits = |body: &Place| {
        let inside = body.x >= 0 && body.x + body.w <= width && body.y + body.h <= height;
        inside && body.y >= over && 10 * body.w >= 6 * width && 10 * body.h >= 5 * height
    };
    if let Some(body) = body.filter(fits) {
        let h = body.h.min(lowest - body.y);
        return Place { h, ..body };
    }
    let left = title.map_or(width / 20, |title| title.x.clamp(0, width / 8));
    let top = over + height / 50;
    let top = if top > 2 * height / 5 {
        height / 5
    } else {
        top
    };
    Place {
        x: left,
        y: top,
        w: width - 2 * left,
        h: lowest.min(91 * height / 100) - top,
    }
}

/// The colours of a theme that have names.
struct Colors(BTreeMap<String, Rgb>);

impl Colors {
    fn read(theme: Node<'_, '_>) -> Self {
        let scheme = theme
            .descendants()
            .find(|n| n.has_tag_name((DRAWING, "clrScheme")));
        let all = scheme.into_iter().flat_map(|scheme| scheme.children());
        let read = all.filter_map(|named| {
            let color = named.children().find(Node::is_element)?;
            let hex = color.attribute("lastClr").or(color.attribute("val"))?;
            Some((named.tag_name().name().to_owned(), rgb(hex)?))
        });
        Self(read.collect())
    }

    /// What can be read on what, by the names that a master gives them.
    fn contrast(&self, master: Node<'_, '_>) -> Option<Contrast> {
        let map = element(master, "clrMap")?;
        let of = |name: &str, usual: Rgb| {
            let named = map.attribute(name).unwrap_or(name);
            self.0.get(named).copied().unwrap_or(usual)
        };
        Some(Contrast::of(
            of("bg1", Rgb(255, 255, 255)),
            of("tx1", Rgb(0, 0, 0)),
            of("accent1", Rgb(0, 0, 0)),
        ))
    }
}

fn rgb(hex: &str) -> Option<Rgb> {
    let all = u32::from_str_radix(hex, 16)
        .ok()
        .filter(|_| hex.len() == 6)?;
    let [_, r, g, b] = all.to_be_bytes();
    Some(Rgb(r, g, b))
}

/// A part that is changed in some places and stays as it is elsewhere.
struct Edit<'t, 'd> {
    text: &'t str,
    document: &'d Document<'t>,
    /// What stands there, and what comes in its place.
    changes: Vec<(std::ops::Range<usize>, String)>,
}

impl<'t, 'd> Edit<'t, 'd> {
    fn new(text: &'t str, document: &'d Document<'t>) -> Self {
        Self {
            text,
            document,
            changes: Vec::new(),
        }
    }

    /// Without what refers to anything that is not kept, and what moves or plays.
    fn cleaned(mut self, kept: &[Rel]) -> Self {
        let names = |node: &Node<'_, '_>| {
            node.attributes().any(|attribute| {
                let is_relation = attribute.namespace() == Some(RELATIONS);
                let known = kept.iter().any(|rel| rel.id == attribute.value());
                is_relation && !attribute.value().is_empty() && !known
            })
        };
        let moves = |node: &Node<'_, '_>| {
            node.has_tag_name((DECK, "transition")) || node.has_tag_name((DECK, "timing"))
        };
        let gone = self
            .document
            .descendants()
            .filter(|node| names(node) || moves(node));
        self.changes
            .extend(gone.map(|node| (whole(node).range(), String::new())));
        self
    }

    /// With these numbers for the layouts, by their relationships.
    fn numbered(mut self, numbers: &BTreeMap<String, u32>) -> Self {
        let layouts = self
            .document
            .descendants()
            .filter(|node| node.tag_name().name() == "sldLayoutId");
        for layout in layouts {
            let rel = layout.attribute((RELATIONS, "id"));
            let number = rel.and_then(|rel| numbers.get(rel));
            let mut plain = layout.attributes().filter(|a| a.namespace().is_none());
            let id = plain.find(|attribute| attribute.name() == "id");
            if let (Some(number), Some(id)) = (number, id) {
                self.changes.push((id.range_value(), number.to_string()));
            }
        }
        self
    }

    fn done(mut self) -> Vec<u8> {
        // What stands within something larger that goes, goes with it.
        self.changes
            .sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut out = String::with_capacity(self.text.len());
        let mut at = 0;
        for (range, new) in self.changes {
            if range.start < at {
                continue;
            }
            out.push_str(&self.text[at..range.start]);
            out.push_str(&new);
            at = range.end;
        }
        out.push_str(&self.text[at..]);
        out.into_bytes()
    }
}

/// The least that can go with an element so that what is left is still in order.
fn whole<'a, 'i>(node: Node<'a, 'i>) -> Node<'a, 'i> {
    const WHOLE: [&str; 6] = [
        "graphicFrame",
        "pic",
        "contentPart",
        "controls",
        "transition",
        "timing",
    ];
    let holds = |node: &Node<'_, '_>| {
        node.tag_name().namespace() == Some(DECK) && WHOLE.contains(&node.tag_name().name())
    };
    let outer = node.ancestors().filter(holds).last().unwrap_or(node);
    // What has another form for other programs goes in all its forms.
    let parents = outer.ancestors();
    let other = parents
        .filter(|node| node.tag_name().name() == "AlternateContent")
        .last();
    other.unwrap_or(outer)
}
