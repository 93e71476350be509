//! The npm package: packed, installed without a network, declared as its types say, bundled, and walked.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{STRICT, Site};
use serde_json::{Value, json};

use crate::daemon::run;
use crate::webdriver::Browser;
use crate::webdriver::scratch::Scratch;
use crate::{DIST, root, walk};

/// A project of somebody else's in which the package is installed.
fn project() -> Scratch {
    let scratch = Scratch::new();
    let mut pack = Command::new("npm");
    pack.arg("pack").arg("--silent").arg("--pack-destination").arg(scratch.path()).current_dir(DIST.join("npm"));
    let name = run(&mut pack);
    let archive = format!("./{}", name.trim());
    scratch.write("package.json", "{ \"private\": true, \"type\": \"module\" }");
    let mut install = Command::new("npm");
    install.args(["install", "--offline", "--no-audit", "--no-fund", "--silent"]).arg(archive);
    run(install.current_dir(scratch.path()));
    scratch
}

fn tool(name: &str) -> Command {
    Command::new(root().join("node_modules/.bin").join(name))
}

fn installed(scratch: &Scratch) -> PathBuf {
    scratch.path().join("node_modules/bygg-uten-a-soke")
}

/// Bundles a script into a page, with the package's files where the README says, and walks the guide there.
fn bundled(scratch: &Scratch, script: &str, files: &str) {
    let entry = scratch.write("app.js", script);
    let _ = fs::remove_dir_all(scratch.path().join("nettsted"));
    let assets = scratch.path().join("nettsted/assets");
    let bundle = format!("--outfile={}", assets.join("app.js").display());
    run(tool("esbuild").arg(entry).args(["--bundle", "--format=esm", "--minify", "--log-level=warning"]).arg(bundle));
    let to = scratch.path().join("nettsted").join(files);
    fs::create_dir_all(&to).unwrap();
    run(Command::new("cp").arg("-R").arg(installed(scratch).join("bygg-uten-a-soke")).arg(to));
    scratch.write(
        "nettsted/index.html",
        "<!doctype html><html lang=nb><meta charset=utf-8><title>Bygd</title>
        <script type=module src=/assets/app.js></script><bygg-uten-a-soke tiltak=garasje></bygg-uten-a-soke>",
    );
    let folders = vec![scratch.path().join("nettsted")];
    let server = Server::start(Site { folders, policy: STRICT.to_owned() }, 0).expect("a free port");
    let browser = Browser::start();
    browser.go(&server.url("/"));
    walk(&browser);
    let said = browser.console();
    assert!(said.is_empty(), "the console says {said:?}");
}

#[test]
fn the_installed_package_is_bundled_and_declared() {
    let scratch = project();
    is_imported_where_there_is_no_browser(&scratch);
    types_hold(&scratch);
    bundled(&scratch, "import \"bygg-uten-a-soke\";", "assets");
    let script = "import { load } from \"bygg-uten-a-soke/load\";
        await load(\"/et/annet/sted/bygg-uten-a-soke/veiviser/veiviser.js\");
        document.documentElement.dataset.lastet = \"ja\";";
    bundled(&scratch, script, "et/annet/sted");
}

fn is_imported_where_there_is_no_browser(scratch: &Scratch) {
    let said = run(Command::new("node")
        .args(["--input-type=module", "--eval", "await import('bygg-uten-a-soke'); console.log('ok')"])
        .current_dir(scratch.path()));
    assert_eq!(said.trim(), "ok");
}

fn types_hold(scratch: &Scratch) {
    let file = scratch.write(
        "typer.ts",
        "import type { ByggUtenASokeAttributes, Outcome, Utfall } from \"bygg-uten-a-soke\";
        import \"bygg-uten-a-soke\";
        import { load } from \"bygg-uten-a-soke/load\";

        const guide = document.querySelector(\"bygg-uten-a-soke\")!;
        guide.addEventListener(\"bus:utfall\", ({ detail }) => {
          const outcome: Outcome = detail.deler[0].utfall;
          const told: Utfall = detail;
          console.log(outcome, told.gjelderFra.slice(0, 4));
          // @ts-expect-error: what the resident answered is never told
          console.log(detail.svar);
        });
        document.addEventListener(\"bus:klar\", (event) => console.log(event.detail.regler.length));
        const wanted: ByggUtenASokeAttributes = { tiltak: \"garasje\", lang: \"nn\", \"kontakt-navn\": \"Servicetorget\", overskriftsniva: \"3\" };
        // @ts-expect-error: there is no such language
        const wrong: ByggUtenASokeAttributes = { lang: \"se\" };
        load(new URL(\"https://example.org/veiviser.js\")).then(() => console.log(guide.localName, wanted, wrong));
        ",
    );
    for resolution in [["--module", "nodenext"], ["--module", "preserve"]] {
        let mut command = tool("tsc");
        command.args(["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom"]);
        run(command.args(resolution).arg(&file).current_dir(scratch.path()));
    }
}

#[test]
fn its_description_follows_the_custom_elements_manifest() {
    let read = |path: &Path| -> Value { serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
    let schema = read(&root().join("node_modules/custom-elements-manifest/schema.json"));
    let manifest = read(&DIST.join("npm/custom-elements.json"));
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let faults: Vec<String> =
        validator.iter_errors(&manifest).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(manifest["modules"][0]["declarations"][0]["tagName"], json!("bygg-uten-a-soke"));
    assert!(!validator.is_valid(&json!({ "modules": 1 })), "the schema tells right from wrong");
}
