//! A logo that can be drawn anywhere: of a picture only pixels are kept, and of a drawing only shapes,
//! so that it brings no script, no font and nothing from elsewhere.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use resvg::tiny_skia::{FilterQuality, IntSize, Pixmap, PixmapPaint, Transform};
use resvg::usvg::{self, ImageHrefResolver, Indent, Tree, WriteOptions, roxmltree};

/// Most bytes of a logo, as it is kept.
pub const MAX_LOGO: usize = 200_000;
/// A picture is kept no larger than this, in pixels on a side.
const MAX_SIDE: u32 = 800;
/// No larger picture is looked at.
const MAX_GIVEN_SIDE: u32 = 8_192;
/// Each of these is a picture of its own, to be laid over what is below.
const MAX_LAYERS: usize = 50;

const PNG: &str = "data:image/png;base64,";
const SVG: &str = "data:image/svg+xml;base64,";

/// A logo.
#[derive(Clone, PartialEq)]
pub struct Logo {
    kind: Kind,
    width: f32,
    height: f32,
    bytes: Arc<[u8]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Png,
    Svg,
}

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFlaw {
    /// Neither a PNG nor an SVG that can be read.
    NotAPicture,
    /// More bytes, or pixels, than are kept.
    TooLarge,
    /// An SVG with text, whose font is not at hand.
    HasText,
    /// An SVG with a picture in it.
    HasPicture,
    /// An SVG with shadows, patterns or too many layers.
    HasEffects,
    /// An SVG with nothing that is seen.
    IsEmpty,
    /// An SVG that is more than shapes.
    NotPlain,
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, bytes) = (self.kind, self.bytes.len());
        write!(
            f,
            "Logo({kind:?}, {}x{}, {bytes} bytes)",
            self.width, self.height
        )
    }
}

impl Logo {
    /// Takes a logo from the bytes of a file: a picture made small enough, a drawing made plain.
    ///
    /// # Errors
    /// Where it is none that can be drawn everywhere.
    pub fn of_file(bytes: &[u8]) -> Result<Self, LogoFlaw> {
        if bytes.starts_with(b"\x89PNG") {
            return Self::of_picture(bytes);
        }
        let text = std::str::from_utf8(bytes).map_err(|_not_text| LogoFlaw::NotAPicture)?;
        Self::of_drawing(text.trim_start_matches('\u{feff}'))
    }

    fn of_picture(bytes: &[u8]) -> Result<Self, LogoFlaw> {
        let (width, height) = picture_size(bytes).ok_or(LogoFlaw::NotAPicture)?;
        if width.max(height) > MAX_GIVEN_SIDE {
            return Err(LogoFlaw::TooLarge);
        }
        if width.max(height) <= MAX_SIDE && bytes.len() <= MAX_LOGO {
            return Self::png(bytes);
        }
        let mut picture = Pixmap::decode_png(bytes).map_err(|_unread| LogoFlaw::NotAPicture)?;
        // Each half is the mean of its pixels; the last step is less than a half.
        while picture.width().max(picture.height()) > 2 * MAX_SIDE {
            picture = shrunk(&picture, 0.5)?;
        }
        let mut side = MAX_SIDE as f32;
        loop {
            let scale = side / picture.width().max(picture.height()) as f32;
            let small = shrunk(&picture, scale.min(1.0))?;
            let bytes = small
                .encode_png()
                .map_err(|_unwritten| LogoFlaw::NotAPicture)?;
            if bytes.len() <= MAX_LOGO {
                return Self::png(&bytes);
            }
            side *= 0.7;
            if side < 100.0 {
                return Err(LogoFlaw::TooLarge);
            }
        }
    }

    fn of_drawing(text: &str) -> Result<Self, LogoFlaw> {
        let options = roxmltree::ParsingOptions {
            allow_dtd: true,
            ..roxmltree::ParsingOptions::default()
        };
        let read = roxmltree::Document::parse_with_options(text, options);
        let document = read.map_err(|_unread| LogoFlaw::NotAPicture)?;
        for element in document.descendants().filter(roxmltree::Node::is_element) {
            match element.tag_name().name() {
                "text" => return Err(LogoFlaw::HasText),
                "image" => return Err(LogoFlaw::HasPicture),
                "filter" | "pattern" => return Err(LogoFlaw::HasEffects),
                _ => {}
            }
        }
        let tree =
            Tree::from_xmltree(&document, &alone()).map_err(|_unread| LogoFlaw::NotAPicture)?;
        let plain = tree.to_string(&WriteOptions {
            coordinates_precision: 4,
            transforms_precision: 6,
            indent: Indent::None,
            ..WriteOptions::default()
        });
        Self::svg(plain.trim())
    }

    /// Reads a logo as [`Logo::data_url`] writes it; nothing of it is changed.
    ///
    /// # Errors
    /// Where it is none that this program could have written.
    pub fn read(text: &str) -> Result<Self, LogoFlaw> {
        let decoded = |text: &str| {
            if text.len() > MAX_LOGO * 4 / 3 + 4 {
                return Err(LogoFlaw::TooLarge);
            }
            let bytes = STANDARD.decode(text);
            bytes.map_err(|_undecoded| LogoFlaw::NotAPicture)
        };
        if let Some(text) = text.strip_prefix(PNG) {
            return Self::png(&decoded(text)?);
        }
        let Some(text) = text.strip_prefix(SVG) else {
            return Err(LogoFlaw::NotAPicture);
        };
        let bytes = decoded(text)?;
        let text = std::str::from_utf8(&bytes).map_err(|_not_text| LogoFlaw::NotAPicture)?;
        Self::svg(text)
    }

    fn png(bytes: &[u8]) -> Result<Self, LogoFlaw> {
        let (width, height) = picture_size(bytes).ok_or(LogoFlaw::NotAPicture)?;
        if bytes.len() > MAX_LOGO || width.max(height) > MAX_SIDE {
            return Err(LogoFlaw::TooLarge);
        }
        let picture = Pixmap::decode_png(bytes).map_err(|_unread| LogoFlaw::NotAPicture)?;
        Ok(Self {
            kind: Kind::Png,
            width: picture.width() as f32,
            height: picture.height() as f32,
            bytes: bytes.into(),
        })
    }

    fn svg(text: &str) -> Result<Self, LogoFlaw> {
        if text.len() > MAX_LOGO {
            return Err(LogoFlaw::TooLarge);
        }
        let document = roxmltree::Document::parse(text).map_err(|_unread| LogoFlaw::NotAPicture)?;
        plain(&document)?;
        let tree =
            Tree::from_xmltree(&document, &alone()).map_err(|_unread| LogoFlaw::NotAPicture)?;
        if !tree.root().has_children() {
            return Err(LogoFlaw::IsEmpty);
        }
        Ok(Self {
            kind: Kind::Svg,
            width: tree.size().width(),
            height: tree.size().height(),
            bytes: text.as_bytes().into(),
        })
    }

    /// Its width for a height of 1; finite and more than 0.
    pub fn ratio(&self) -> f32 {
        (self.width / self.height).clamp(0.01, 100.0)
    }

    /// What the file of a picture holds; `None` for a drawing.
    pub fn as_png(&self) -> Option<&[u8]> {
        (self.kind == Kind::Png).then_some(&self.bytes)
    }

    /// A drawing as SVG: shapes, gradients, clips and masks alone. `None` for a picture.
    pub fn as_svg(&self) -> Option<&str> {
        let text = (self.kind == Kind::Svg).then_some(&self.bytes)?;
        std::str::from_utf8(text).ok()
    }

    /// As a web page holds it: `data:image/png;base64,…`.
    pub fn data_url(&self) -> String {
        let head = match self.kind {
            Kind::Png => PNG,
            Kind::Svg => SVG,
        };
        head.to_owned() + &STANDARD.encode(&self.bytes)
    }
}

/// Reads a drawing without a look at anything else.
fn alone() -> usvg::Options<'static> {
    usvg::Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    }
}

/// Width and height, from the head of a PNG.
fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    let (width, height) = (number(0)?, number(4)?);
    (width > 0 && height > 0).then_some((width, height))
}

fn shrunk(picture: &Pixmap, scale: f32) -> Result<Pixmap, LogoFlaw> {
    let side = |length: u32| ((length as f32 * scale).round() as u32).max(1);
    let size = IntSize::from_wh(side(picture.width()), side(picture.height()));
    let size = size.ok_or(LogoFlaw::NotAPicture)?;
    let mut small = Pixmap::new(size.width(), size.height()).ok_or(LogoFlaw::NotAPicture)?;
    let paint = PixmapPaint {
        quality: FilterQuality::Bilinear,
        ..PixmapPaint::default()
    };
    let fit = Transform::from_scale(
        size.width() as f32 / picture.width() as f32,
        size.height() as f32 / picture.height() as f32,
    );
    small.draw_pixmap(0, 0, picture.as_ref(), &paint, fit, None);
    Ok(small)
}

/// Refuses what is more than shapes, and what could take longer to draw than its length lets expect.
fn plain(document: &roxmltree::Document<'_>) -> Result<(), LogoFlaw> {
    let mut layers = 0;
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        let within = |name: &str| element.ancestors().any(|up| up.has_tag_name(name));
        let nested = ["clipPath", "mask"].iter().any(|name| {
            let svg = ("http://www.w3.org/2000/svg", *name);
            element.ancestors().any(|up| up.has_tag_name(svg)) || within(name)
        });
        match element.tag_name().name() {
            "svg" | "g" | "defs" | "path" | "linearGradient" | "radialGradient" | "stop" => {}
            "clipPath" | "mask" => layers += 1,
            "filter" | "pattern" => return Err(LogoFlaw::HasEffects),
            "text" => return Err(LogoFlaw::HasText),
            "image" => return Err(LogoFlaw::HasPicture),
            _ => return Err(LogoFlaw::NotPlain),
        }
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let elsewhere = match name {
                "href" => !value.starts_with('#'),
                "style" | "class" => true,
                _ => {
                    name.starts_with("on") || value.contains("://") || {
                        let calls = value.match_indices("url(");
                        calls
                            .into_iter()
                            .any(|(at, _)| !value[at..].starts_with("url(#"))
                    }
                }
            };
            if elsewhere {
                return Err(LogoFlaw::NotPlain);
            }
            if matches!(name, "clip-path" | "mask" | "filter") {
                layers += 1;
                if nested {
                    return Err(LogoFlaw::HasEffects);
                }
            }
        }
    }
    if layers > MAX_LAYERS {
        return Err(LogoFlaw::HasEffects);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(body: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             width=\"20\" height=\"10\">{body}</svg>"
        )
    }

    fn given(body: &str) -> Result<Logo, LogoFlaw> {
        Logo::of_file(svg(body).as_bytes())
    }

    fn kept(body: &str) -> Result<Logo, LogoFlaw> {
        Logo::read(&(SVG.to_owned() + &STANDARD.encode(svg(body))))
    }

    const SHAPE: &str = "<path d=\"M0 0H9V9Z\"/>";

    #[test]
    fn a_drawing_is_made_plain_and_read_back_as_it_is() {
        let logo = given(
            "<style>.a{fill:red}</style><script>alert(1)</script>\
             <a xlink:href=\"https://example.org\"><rect class=\"a\" width=\"9\" height=\"9\" \
             onclick=\"alert(2)\"/></a><foreignObject/><use xlink:href=\"https://example.org/a.svg#b\"/>",
        );
        let logo = logo.unwrap();
        let text = logo.as_svg().unwrap();
        for lost in ["script", "alert", "https", "foreign", "style", "class"] {
            assert!(!text.contains(lost), "{lost}: {text}");
        }
        assert!(text.contains("#ff0000"), "{text}");
        assert!((logo.ratio() - 2.0).abs() < 1e-6 && logo.as_png().is_none());
        assert_eq!(Logo::read(&logo.data_url()), Ok(logo));
    }

    #[test]
    fn clips_masks_and_gradients_are_kept() {
        let logo = given(
            "<defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\"/>\
             <stop offset=\"1\" stop-color=\"blue\"/></linearGradient>\
             <clipPath id=\"c\"><circle r=\"5\"/></clipPath>\
             <mask id=\"m\"><circle r=\"5\" fill=\"white\"/></mask></defs>\
             <g clip-path=\"url(#c)\"><path mask=\"url(#m)\" fill=\"url(#g)\" d=\"M0 0H9V9Z\"/></g>",
        );
        let logo = logo.unwrap();
        assert_eq!(Logo::read(&logo.data_url()), Ok(logo));
    }

    #[test]
    fn what_cannot_be_drawn_everywhere_is_refused_with_its_reason() {
        for (body, flaw) in [
            ("<text>A</text>", LogoFlaw::HasText),
            ("<image href=\"file:///etc/passwd\"/>", LogoFlaw::HasPicture),
            ("<filter id=\"f\"/>", LogoFlaw::HasEffects),
            ("", LogoFlaw::IsEmpty),
        ] {
            assert_eq!(given(body), Err(flaw), "{body}");
        }
        for bytes in [
            &b""[..],
            b"GIF89a",
            b"\xff\xfe",
            b"<svg",
            b"<html/>",
            b"\x89PNG\r\n",
        ] {
            assert_eq!(
                Logo::of_file(bytes),
                Err(LogoFlaw::NotAPicture),
                "{bytes:?}"
            );
        }
        // Entities that stand for more and more.
        let bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
                    <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>\
                    <svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"&d;&d;&d;&d;&d;&d;&d;&d;\"/></svg>";
        assert!(Logo::of_file(bomb.as_bytes()).is_err());
    }

    #[test]
    fn a_profile_brings_nothing_that_this_program_would_not_write() {
        assert!(kept(SHAPE).is_ok());
        for body in [
            "<script/>",
            "<style/>",
            "<a/>",
            "<use href=\"#a\"/>",
            "<foreignObject/>",
            "<image/>",
            "<text/>",
            "<path onload=\"a\" d=\"M0 0H9V9Z\"/>",
            "<path style=\"fill:red\" d=\"M0 0H9V9Z\"/>",
            "<path fill=\"url(https://example.org/a)\" d=\"M0 0H9V9Z\"/>",
            "<linearGradient id=\"g\" xlink:href=\"a.svg#b\"/>",
            "<clipPath id=\"a\"><g clip-path=\"url(#a)\"/></clipPath>",
            "<pattern/>",
        ] {
            let body = body.to_owned() + SHAPE;
            assert!(kept(&body).is_err(), "{body}");
        }
        let layers = "<mask id=\"a\"/>".repeat(MAX_LAYERS + 1);
        assert_eq!(kept(&(layers + SHAPE)), Err(LogoFlaw::HasEffects));
        let long = format!("<path d=\"{}\"/>", "M0 0H9".repeat(MAX_LOGO / 6));
        assert_eq!(kept(&long), Err(LogoFlaw::TooLarge));
        for text in [
            "",
            "x",
            "data:text/html;base64,AAAA",
            "data:image/png;base64,é",
        ] {
            assert_eq!(Logo::read(text), Err(LogoFlaw::NotAPicture), "{text}");
        }
    }

    #[test]
    fn a_picture_is_made_small_enough() {
        let mut picture = Pixmap::new(2400, 1200).unwrap();
        picture.fill(resvg::tiny_skia::Color::from_rgba8(200, 30, 60, 255));
        let logo = Logo::of_file(&picture.encode_png().unwrap()).unwrap();
        let small = Pixmap::decode_png(logo.as_png().unwrap()).unwrap();
        assert_eq!((small.width(), small.height()), (800, 400));
        assert_eq!(small.pixel(400, 200), picture.pixel(1200, 600));
        assert_eq!(Logo::read(&logo.data_url()), Ok(logo));
        // A picture that says to be huge is not looked at.
        let mut huge = picture.encode_png().unwrap();
        huge[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        assert_eq!(Logo::of_file(&huge), Err(LogoFlaw::TooLarge));
    }
}
