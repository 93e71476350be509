//! `build`: everything that a host page fetches, in `dist/`.
//!
//! ```text
//! dist/index.html, demo.css           a host page as a municipality would write it
//! dist/veiviser/, dist/<edition>/     the widget, as an element and in a frame: the newest, and the same in a folder that never
//!                                     changes, each with a copy of the law for when today's cannot be reached
//! dist/regler/                        today's law, and every edition of it that has been published
//! dist/verksted/                      the page where lawyers try a change; no host page fetches it
//! dist/regelbok/                      the law as pages to read
//! dist/pakke/, dist/npm/              what others need to serve the widget themselves
//! dist/bygg-inn/                      the page where an editor puts together what to paste
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::rules::load::Language;

use super::artefacts::{self, Artefacts, FORMAT};
use super::compress;
use super::failure::Failure;
use super::named_file::{self, NamedFile};
use super::published;
use super::publisher::Publisher;
use super::sizes::{Sizes, Weighed};
use super::styles::Sheets;
use super::{bygg_inn, esbuild, files, package, rulebook, wasm, widget_edition, workshop};

/// The folder of the newest widget.
const NEWEST: &str = "veiviser";
/// The folder of the lawyers' page.
const WORKSHOP: &str = "verksted";
/// The script that a host page names.
const SCRIPT: &str = "veiviser.js";
/// Code that few elements need: each is fetched where it is used, and known by its hash.
const LATE: &[&str] = &["adresse", "farge", "hjelp", "oppsett"];
/// What comes along once the first question is answered: a script, a module and a style sheet of this name.
const ALONG: &str = "senere";
/// The page in a frame, as it stands.
const FRAME: [&str; 2] = ["ramme.html", "ramme.css"];
/// The scripts of the page in a frame, and of the page around it.
const FRAME_SCRIPTS: [&str; 2] = ["ramme.js", "tilpass.js"];

/// Builds everything, with the law beside the widget, and weighs it.
///
/// # Errors
/// Where something is missing or wrong; says what to do.
pub fn build(root: &Path) -> Result<Sizes, Failure> {
    build_for(root, &Publisher::default())
}

/// Builds everything, for a widget that finds the law where it is told, and weighs it.
///
/// # Errors
/// Where something is missing or wrong; says what to do.
pub fn build_for(root: &Path, publisher: &Publisher) -> Result<Sizes, Failure> {
    let loaded = files::load(root)?;
    let staging = root.join("dist.ny");
    let _ = fs::remove_dir_all(&staging);
    let law = artefacts::build(root, &loaded, &staging.join("regler"))?;
    let newest = staging.join(NEWEST);
    let widget = widget(root, &newest, publisher)?;
    let edition = widget_edition::of(&newest)?;
    bygg_inn::build(root, &loaded, &staging.join(bygg_inn::FOLDER), &newest, &edition)?;
    workshop::build(
        root,
        &staging.join(WORKSHOP),
        &widget.sheets().map(|sheet| format!("../{NEWEST}/{}", sheet.file)),
    )?;
    copies(root, &staging)?;
    copy_folder(&staging.join("regler"), &newest.join("regler"))?;
    published::copy(root, &staging.join("regler"))?;
    compress::folder(&staging)?;
    // Each page is read by few, and any host can pack it on the way; packed at its best here it would cost each build.
    rulebook::write(&loaded, &staging.join(rulebook::FOLDER))?;
    copy_folder(&newest, &staging.join(&edition))?;
    package::write(root, &staging, publisher, &edition)?;
    let sizes = weigh(&staging, &widget, &law)?;
    put_in_place(&staging, &root.join("dist"))?;
    Ok(sizes)
}

/// Builds today's law and its pages anew, beside a widget that is already built.
///
/// # Errors
/// Where the rules are wrong.
pub fn build_rules(root: &Path) -> Result<(), Failure> {
    let loaded = files::load(root)?;
    let staging = root.join("dist.ny");
    let _ = fs::remove_dir_all(&staging);
    artefacts::build(root, &loaded, &staging)?;
    published::copy(root, &staging)?;
    compress::folder(&staging)?;
    put_in_place(&staging, &root.join("dist/regler"))?;
    workshop::rules(root, &staging)?;
    compress::folder(&staging)?;
    put_in_place(&staging, &root.join("dist").join(WORKSHOP).join(workshop::RULES))?;

    let embed = root.join("dist").join(bygg_inn::FOLDER);
    bygg_inn::rules(root, &loaded, &embed)?;
    compress::folder(&embed)?;

    rulebook::write(&loaded, &staging)?;
    put_in_place(&staging, &root.join("dist").join(rulebook::FOLDER))
}

/// The names of the widget's files.
struct Widget {
    wasm: NamedFile,
    style: NamedFile,
    later_style: NamedFile,
    /// What comes along: script, module and style sheet.
    along: [NamedFile; 3],
}

impl Widget {
    fn sheets(&self) -> [&NamedFile; 2] {
        [&self.style, &self.later_style]
    }
}

fn widget(root: &Path, folder: &Path, publisher: &Publisher) -> Result<Widget, Failure> {
    fs::create_dir_all(folder).map_err(Failure::at("make", folder))?;
    let Sheets { first, later, along, colours } = Sheets::read(root)?;
    let style = named_file::write(folder, "stil", "css", &esbuild::minify_css(root, &first)?)?;
    let later_style = named_file::write(folder, "stil-svar", "css", &esbuild::minify_css(root, &later)?)?;
    let module = wasm::build(root, wasm::WIDGET)?;
    let wasm = named_file::write(folder, "veiviser", "wasm", &module.bytes)?;
    let sources = root.join("src/embed");
    let along = self::along(root, folder, &sources, &along)?;
    let [script_along, ..] = &along;
    let defined = [
        ("__WASM__", json(&wasm.hash)?),
        ("__STIL__", json(&style.hash)?),
        ("__STIL_SVAR__", json(&later_style.hash)?),
        ("__FORMAT__", FORMAT.to_string()),
        ("__SENERE__", late(root, &sources, folder, &[("__FARGER__", json(&colours)?)], script_along)?),
        ("__REGLER__", json(publisher.address())?),
    ];
    // The element's scripts import the glue as their neighbour.
    copy_folder(&sources, &module.folder)?;
    let script = esbuild::bundle(root, &module.folder.join("element.js"), &defined)?;
    write(&folder.join(SCRIPT), &script)?;
    frame(root, &sources, folder)?;
    Ok(Widget { wasm, style, later_style, along })
}

/// Writes what comes along once the first question is answered: a script, a module and a style sheet.
fn along(root: &Path, folder: &Path, sources: &Path, style: &str) -> Result<[NamedFile; 3], Failure> {
    let style = named_file::write(folder, ALONG, "css", &esbuild::minify_css(root, style)?)?;
    let module = wasm::build(root, wasm::LATER)?;
    let wasm = named_file::write(folder, ALONG, "wasm", &module.bytes)?;
    // Its scripts import the glue as their neighbour.
    copy_folder(sources, &module.folder)?;
    let defined = [
        ("__SENERE_WASM__", json(&wasm.hash)?),
        ("__SENERE_STIL__", json(&style.hash)?),
        ("__SENERE__", "null".to_owned()),
    ];
    let script = esbuild::bundle(root, &module.folder.join(ALONG).with_extension("js"), &defined)?;
    Ok([named_file::write(folder, ALONG, "js", &script)?, wasm, style])
}

/// Writes the late code and gives each file's hash by its name, with one that is already written.
fn late(
    root: &Path,
    sources: &Path,
    folder: &Path,
    defined: &[(&str, String)],
    along: &NamedFile,
) -> Result<String, Failure> {
    let mut hashes = BTreeMap::from([(ALONG, along.hash.clone())]);
    for name in LATE.iter().copied() {
        let script = esbuild::bundle(root, &sources.join(name).with_extension("js"), defined)?;
        hashes.insert(name, named_file::write(folder, name, "js", &script)?.hash);
    }
    json(&hashes)
}

/// The same widget on a page of its own, for a frame.
fn frame(root: &Path, sources: &Path, folder: &Path) -> Result<(), Failure> {
    for name in FRAME {
        let from = sources.join(name);
        fs::copy(&from, folder.join(name)).map_err(Failure::at("copy", &from))?;
    }
    for name in FRAME_SCRIPTS {
        write(&folder.join(name), &esbuild::bundle(root, &sources.join(name), &[])?)?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(Failure::at("write", path))
}

pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure(error.to_string()))
}

/// Writes the style of one of our own pages: what they share, and then its own.
pub(super) fn page_style(root: &Path, own: &Path, to: &Path) -> Result<(), Failure> {
    let style = [read(&root.join("src/page.css"))?, read(&root.join(own))?].join("\n");
    fs::write(to, style).map_err(Failure::at("write", to))
}

/// What is delivered as it stands: the host page, the schema of a municipality's configuration, and the licences.
fn copies(root: &Path, dist: &Path) -> Result<(), Failure> {
    page_style(root, Path::new("src/embed/demo.css"), &dist.join("demo.css"))?;
    let licences = dist.join("LISENSER");
    fs::create_dir_all(&licences).map_err(Failure::at("make", &licences))?;
    for (from, to) in [
        ("index.html", "index.html"),
        ("rules/skjema/oppsett.schema.json", "veiviser/oppsett.schema.json"),
        ("LICENSE", "LISENSER/bygg-uten-a-soke.txt"),
        ("node_modules/@digdir/designsystemet/LICENSE", "LISENSER/designsystemet.txt"),
        ("node_modules/@digdir/designsystemet-css/LICENSE", "LISENSER/designsystemet-css.txt"),
    ] {
        let from = root.join(from);
        fs::copy(&from, dist.join(to)).map_err(Failure::at("copy", &from))?;
    }
    Ok(())
}

pub(super) fn copy_folder(from: &Path, to: &Path) -> Result<(), Failure> {
    for file in compress::files(from).map_err(Failure::at("read", from))? {
        let copy = to.join(file.strip_prefix(from).unwrap_or(&file));
        let folder = copy.parent().unwrap_or(to);
        fs::create_dir_all(folder).map_err(Failure::at("make", folder))?;
        fs::copy(&file, copy).map_err(Failure::at("copy", &file))?;
    }
    Ok(())
}

/// In one step, so that whoever is served meanwhile gets the old or the new, and never half of each.
fn put_in_place(staging: &Path, dist: &Path) -> Result<(), Failure> {
    if dist.exists() {
        fs::remove_dir_all(dist).map_err(Failure::at("remove", dist))?;
    }
    fs::rename(staging, dist).map_err(Failure::at("put in place", dist))
}

fn weigh(dist: &Path, widget: &Widget, law: &Artefacts) -> Result<Sizes, Failure> {
    let [script, wasm, style] =
        [SCRIPT, &widget.wasm.file, &widget.style.file].map(|name| weight(&dist.join(NEWEST).join(name)));
    let of_law = |name: &str| weight(&dist.join("regler").join(name));
    let mut starts = Vec::new();
    for (language, start) in Language::ALL.iter().zip(&law.starts) {
        starts.push((language.tag(), of_law(&start.file)?));
    }
    let mut shelves = Vec::new();
    for files in &law.shelves {
        shelves.push(Weighed {
            shelf: files.shelf.clone(),
            language: Language::ALL.get(files.language).map_or("", |language| language.tag()),
            first: of_law(&files.first.file)?,
            reasons: of_law(&files.reasons.file)?,
        });
    }
    let code = [
        ("script: loader and glue", script?),
        ("wasm", wasm?),
        ("style sheet of the first question", style?),
        ("pointer to today's law", of_law("gjeldende.json")?),
    ];
    let of_widget = |file: &NamedFile| weight(&dist.join(NEWEST).join(&file.file));
    let [along_script, along_wasm, along_style] = &widget.along;
    let words = law.later.iter().map(|file| of_law(&file.file)).collect::<Result<Vec<_>, _>>()?;
    let late = [
        ("style sheet of the rest", of_widget(&widget.later_style)?),
        ("what people call each kind of work, and its picture", of_law(&law.search.file)?),
        ("municipalities", of_law(&law.municipalities.file)?),
        ("what comes along: its script", of_widget(along_script)?),
        ("its wasm", of_widget(along_wasm)?),
        ("its style sheet", of_widget(along_style)?),
        ("its words and workings", words.into_iter().max().unwrap_or_default()),
    ];
    Ok(Sizes::of(&code, &starts, shelves, &late))
}

fn weight(path: &Path) -> Result<usize, Failure> {
    let packed = compress::with_end(path, ".br");
    let length = fs::metadata(&packed).map_err(Failure::at("weigh", &packed))?.len();
    usize::try_from(length).map_err(|error| Failure(error.to_string()))
}

fn read(path: &PathBuf) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(Failure::at("read", path))
}
