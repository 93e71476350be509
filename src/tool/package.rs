//! `pakke/`: what others need to serve the widget themselves, or to build it into a page of their own.
//!
//! ```text
//! pakke/bygg-uten-a-soke-<edition>.zip   everything that is served, settings for servers, and how to go about it
//! pakke/loven.zip                        today's law alone, for whoever has the first
//! npm/                                   what `npm pack` makes a package of
//! ```

pub mod element;
mod npm;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use crate::zip::for_server;

use super::compress;
use super::failure::Failure;
use super::publisher::Publisher;
use super::site::FRAME;

/// The folder that is uploaded, and that an npm package holds.
pub const FOLDER: &str = "bygg-uten-a-soke";
/// The archives' own folder.
pub const ARCHIVES: &str = "pakke";
/// The archive of the law alone.
pub const LAW: &str = "loven.zip";
/// Where the texts of the packages are.
const TEXTS: &str = "src/tool/package";
/// The folders of a built site that are the law.
const OF_LAW: [&str; 2] = ["regelbok", "regler"];
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A file and its place.
type File = (String, Vec<u8>);

/// Writes the packages of a built site into it.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn write(root: &Path, site: &Path, publisher: &Publisher, edition: &str) -> Result<(), Failure> {
    let law = folders(site, &OF_LAW)?;
    let folder = site.join(ARCHIVES);
    fs::create_dir_all(&folder).map_err(Failure::at("make", &folder))?;
    save(&folder.join(LAW), law.clone())?;
    save(&folder.join(archive_name(edition)), for_servers(root, site, publisher, edition, &law)?)?;
    npm::write(root, site, &site.join("npm"))
}

/// The name of the archive for servers, of an edition of the widget.
#[must_use]
pub fn archive_name(edition: &str) -> String {
    format!("{FOLDER}-{edition}.zip")
}

fn for_servers(
    root: &Path,
    site: &Path,
    publisher: &Publisher,
    edition: &str,
    law: &[File],
) -> Result<Vec<File>, Failure> {
    let mut inside = folders(site, &["LISENSER", "veiviser", edition])?;
    // An old law that no guide reads would only be in somebody's way; the rule book is linked to where all else fails.
    inside.extend(law.iter().filter(|(path, _)| !publisher.is_elsewhere() || !path.starts_with("regler/")).cloned());
    inside.push((".htaccess".to_owned(), text(root, "htaccess", publisher, edition)?));
    let mut files: Vec<File> = inside.into_iter().map(|(path, bytes)| (format!("{FOLDER}/{path}"), bytes)).collect();
    for (from, to) in [
        ("LESMEG.md", "LESMEG.md"),
        ("README.md", "README.md"),
        ("bygg-uten-a-soke.caddy", "tjener/bygg-uten-a-soke.caddy"),
        ("hent-loven.sh", "hent-loven.sh"),
        ("nginx.conf", "tjener/nginx.conf"),
        ("nginx.http.conf", "tjener/nginx.http.conf"),
        ("wordpress.php", "wordpress/bygg-uten-a-soke.php"),
    ] {
        files.push((to.to_owned(), text(root, from, publisher, edition)?));
    }
    Ok(files)
}

/// The files of some folders of a site, each with its path from there.
fn folders(site: &Path, names: &[&str]) -> Result<Vec<File>, Failure> {
    let mut found = Vec::new();
    for name in names {
        let folder = site.join(name);
        for path in compress::files(&folder).map_err(Failure::at("read", &folder))? {
            let place = path.strip_prefix(site).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.push((place, fs::read(&path).map_err(Failure::at("read", &path))?));
        }
    }
    Ok(found)
}

/// A text with what differs between packages filled in.
fn text(root: &Path, name: &str, publisher: &Publisher, edition: &str) -> Result<Vec<u8>, Failure> {
    let path = root.join(TEXTS).join(name);
    let mut text = fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    let law = if publisher.is_elsewhere() { "elsewhere" } else { "here" };
    for (word, part) in [("{{LOVEN}}", "nb"), ("{{LAW}}", "en")] {
        if text.contains(word) {
            let part = root.join(TEXTS).join(format!("law-{law}.{part}.md"));
            text = text.replace(word, fs::read_to_string(&part).map_err(Failure::at("read", &part))?.trim_end());
        }
    }
    if text.contains("{{NAVN}}") {
        let names = element::Element::read(root)?.attributes.into_iter().map(|part| format!("'{}'", part.name));
        text = text.replace("{{NAVN}}", &names.collect::<Vec<_>>().join(", "));
    }
    let also = publisher.origin().map(|origin| format!(" {origin}")).unwrap_or_default();
    let filled = text
        .replace("{{VERSJON}}", VERSION)
        .replace("{{UTGAVE}}", edition)
        .replace("{{VERN}}", FRAME)
        .replace("{{REGLER}}", publisher.address())
        .replace("{{KILDER}}", &format!("https://www.eksempel.kommune.no{also}"))
        .replace("{{SOURCES}}", &format!("https://www.example.org{also}"));
    Ok(filled.into_bytes())
}

/// Sorted, so that the same files always give the same archive; the pointer to the law comes last, when all that it
/// names has been unpacked.
fn save(path: &Path, mut files: Vec<File>) -> Result<(), Failure> {
    files.sort_by_cached_key(|(name, _)| {
        (name.contains("/gjeldende.json") || name.starts_with("regler/gjeldende"), name.clone())
    });
    let entries: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let archive = for_server(&entries, |bytes| deflate(bytes).unwrap_or_else(|_| bytes.to_vec()));
    let archive = archive.ok_or_else(|| Failure(format!("{} would be too large for a zip", path.display())))?;
    fs::write(path, archive).map_err(Failure::at("write", path))
}

fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
