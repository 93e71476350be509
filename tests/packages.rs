//! The packages as others use them: on real web servers and through a bundler, seen from a page on another site; and the
//! watch over such pages.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/built.rs"]
mod built;
#[path = "support/daemon.rs"]
mod daemon;
#[path = "support/edition.rs"]
mod edition;
#[path = "support/guide.rs"]
mod guide;
#[path = "support/webdriver.rs"]
mod webdriver;

#[path = "packages/element.rs"]
mod element;
#[path = "packages/npm.rs"]
mod npm;
#[path = "packages/servers.rs"]
mod servers;
#[path = "packages/watch.rs"]
mod watch;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use answers::garage;
use bygg_uten_a_soke::tool::package;
use bygg_uten_a_soke::tool::publisher::Publisher;
use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::Site;

use daemon::run;
use edition::edition;
use guide::Guide;
use webdriver::Browser;
use webdriver::scratch::Scratch;

/// The built site.
static DIST: LazyLock<PathBuf> = LazyLock::new(|| {
    let dist = built::dist();
    let archives = || {
        ["loven.zip".to_owned(), package::archive_name(&edition(&dist))]
            .map(|name| fs::read(dist.join("pakke").join(name)).unwrap())
    };
    let first = archives();
    package::write(&root(), &dist, &Publisher::default(), &edition(&dist)).expect("the packages can be made again");
    assert!(first == archives(), "the same files give the same archives");
    dist
});

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The archive for servers, unpacked.
fn unpacked() -> Scratch {
    let scratch = Scratch::new();
    let archive = DIST.join("pakke").join(package::archive_name(&edition(&DIST)));
    run(Command::new("unzip").arg("-q").arg(archive).arg("-d").arg(scratch.path()));
    scratch
}

/// A host page on a site of its own. What is served on `origin` is all that its policy lets in.
fn host(scratch: &Scratch, name: &str, origin: &str, html: &str) -> Server {
    scratch.write(
        &format!("{name}/index.html"),
        format!("<!doctype html><html lang=nb><meta charset=utf-8><title>Vert</title>{html}"),
    );
    let policy =
        format!("default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; frame-src {origin}");
    Server::start(Site { folders: vec![scratch.path().join(name)], policy }, 0).expect("a free port")
}

/// Answers every question about a garage and is told that it may be built.
fn walk(browser: &Browser) {
    // A page that loads the guide by itself may be there before it.
    browser.find("bygg-uten-a-soke").shadow();
    let guide = Guide::on(browser, "bygg-uten-a-soke");
    guide.not_begun("Det er ikke begynt");
    guide.answer_all(&garage(&[]));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{}", guide.title());
}

#[test]
fn the_archive_holds_what_is_served_and_how_to_go_about_it() {
    let scratch = unpacked();
    let there = |path: &str| scratch.path().join(path).is_file();
    for path in [
        "LESMEG.md",
        "README.md",
        "hent-loven.sh",
        "tjener/nginx.conf",
        "tjener/nginx.http.conf",
        "tjener/bygg-uten-a-soke.caddy",
        "wordpress/bygg-uten-a-soke.php",
        "bygg-uten-a-soke/.htaccess",
        "bygg-uten-a-soke/LISENSER/bygg-uten-a-soke.txt",
        "bygg-uten-a-soke/regelbok/nb/index.html",
        "bygg-uten-a-soke/regler/gjeldende.json",
        "bygg-uten-a-soke/regler/gjeldende.json.br",
        "bygg-uten-a-soke/veiviser/regler/gjeldende.json",
        "bygg-uten-a-soke/veiviser/ramme.html",
        "bygg-uten-a-soke/veiviser/tilpass.js",
        "bygg-uten-a-soke/veiviser/veiviser.js",
    ] {
        assert!(there(path), "{path} is missing");
    }
    assert!(there(&format!("bygg-uten-a-soke/{}/veiviser.js", edition(&DIST))));
    assert!(!scratch.path().join("bygg-uten-a-soke/verksted").exists(), "no host page needs the lawyers' page");
    for path in [
        "LESMEG.md",
        "README.md",
        "bygg-uten-a-soke/.htaccess",
        "tjener/nginx.http.conf",
        "wordpress/bygg-uten-a-soke.php",
    ] {
        let text = fs::read_to_string(scratch.path().join(path)).unwrap();
        assert!(!text.contains("{{"), "{path} is not filled in");
    }
}

#[test]
fn a_package_with_the_publishers_address_has_no_law_to_grow_old_beside_it() {
    let scratch = Scratch::new();
    for folder in ["LISENSER", "veiviser", "9.9.9-utgave", "regler", "regelbok"] {
        scratch.write(&format!("{folder}/fil.txt"), "innhold");
    }
    let there = Publisher::at("https://bygg.example.no/regler/").unwrap();
    package::write(&root(), scratch.path(), &there, "9.9.9-utgave").expect("it can be made");
    let archive = scratch.path().join("pakke").join(package::archive_name("9.9.9-utgave"));
    let names = run(Command::new("unzip").arg("-Z1").arg(&archive));
    assert!(
        names.contains("bygg-uten-a-soke/regelbok/fil.txt") && !names.contains("bygg-uten-a-soke/regler/"),
        "{names}"
    );
    for readme in ["LESMEG.md", "README.md"] {
        let text = run(Command::new("unzip").arg("-p").arg(&archive).arg(readme));
        assert!(text.contains("https://bygg.example.no/regler/") && !text.contains("hent-loven.sh https"), "{text}");
        assert!(
            text.contains("no https://bygg.example.no\n") || text.contains("org https://bygg.example.no\n"),
            "{text}"
        );
    }
}

#[test]
fn the_law_is_fetched_whole_or_not_at_all() {
    let scratch = unpacked();
    let folder = scratch.path().join("bygg-uten-a-soke");
    let pointer = folder.join("regler/gjeldende.json");
    let today = fs::read(&pointer).unwrap();
    let server = Server::start(Site { folders: vec![DIST.clone()], policy: String::new() }, 0).unwrap();
    let fetch = |address: &str| {
        let mut command = Command::new("sh");
        command.arg(scratch.path().join("hent-loven.sh")).arg(address).arg(&folder).output().expect("sh is there")
    };
    fs::write(&pointer, "{\"utgave\":\"gammel\"}").unwrap();
    fs::remove_dir_all(folder.join("regelbok")).unwrap();

    for wrong in
        [server.url("/pakke/finnes-ikke.zip"), server.url("/index.html"), "http://example.org/loven.zip".to_owned()]
    {
        let done = fetch(&wrong);
        assert!(!done.status.success() && !done.stderr.is_empty(), "{wrong} is not the law");
        assert_eq!(fs::read_to_string(&pointer).unwrap(), "{\"utgave\":\"gammel\"}", "{wrong}");
    }
    let done = fetch(&server.url("/pakke/loven.zip"));
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(fs::read(&pointer).unwrap(), today);
    assert!(folder.join("regelbok/nb/index.html").is_file());
}

#[test]
fn the_pointer_is_the_last_that_is_unpacked() {
    let names = run(Command::new("unzip").arg("-Z1").arg(DIST.join("pakke/loven.zip")));
    let last: Vec<&str> = names.lines().rev().take(3).collect();
    assert!(last.iter().all(|name| name.starts_with("regler/gjeldende.json")), "{last:?}");
}
