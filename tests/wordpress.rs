//! The guide in a real `WordPress`, put there as an editor does it: in the browser, with a block and the clipboard.

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

use std::fs;
use std::path::Path;
use std::process::Command;

use answers::garage;
use bygg_uten_a_soke::tool::package::archive_name;
use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{STRICT, Site};
use serde_json::{Value, json};

use daemon::{Daemon, run, server};
use edition::edition;
use guide::Guide;
use webdriver::scratch::Scratch;
use webdriver::{Browser, free_port};

/// Where Debian puts `WordPress`.
const INSTALLED: &str = "/usr/share/wordpress";
const PASSWORD: &str = "et-passord-for-proven-1";

/// A `WordPress` with its own database, both gone when it is dropped; the folder last.
struct WordPress {
    port: u16,
    _web: Daemon,
    _database: Daemon,
    scratch: Scratch,
}

impl WordPress {
    fn start(script: &str) -> Self {
        let scratch = Scratch::new();
        let database = start_database(scratch.path());
        let site = scratch.path().join("www");
        run(Command::new("cp").arg("-RL").arg(INSTALLED).arg(&site));
        fs::write(site.join("wp-config.php"), settings(scratch.path(), script)).unwrap();
        let port = free_port();
        let log = scratch.path().join("php.log");
        let mut command = Command::new("php");
        command.env("PHP_CLI_SERVER_WORKERS", "4").arg("-S").arg(format!("127.0.0.1:{port}")).arg("-t").arg(&site);
        let web = Daemon::start(&mut command, &log).answers(port, &log);
        let wordpress = Self { port, _web: web, _database: database, scratch };
        wordpress.install();
        wordpress
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The five minutes' installation, and one user of each role.
    fn install(&self) {
        let form = format!(
            "weblog_title=Eksempel+kommune&user_name=sjef&admin_password={PASSWORD}&admin_password2={PASSWORD}\
             &pw_weak=on&admin_email=sjef@example.org&blog_public=0"
        );
        let mut post = Command::new("curl");
        let said =
            run(post.args(["--silent", "--fail", "--data", &form]).arg(self.url("/wp-admin/install.php?step=2")));
        assert!(said.contains("Success"), "{said}");
        let users = format!(
            "$_SERVER['HTTP_HOST'] = '127.0.0.1:{}'; require 'wp-load.php';
            foreach (['editor', 'author'] as $role) {{
                $made = wp_insert_user(['user_login' => $role, 'user_pass' => '{PASSWORD}', 'role' => $role, 'user_email' => \"$role@example.org\"]);
                if (is_wp_error($made)) {{ fwrite(STDERR, $made->get_error_message()); exit(1); }}
            }}",
            self.port
        );
        run(Command::new("php").args(["-r", &users]).current_dir(self.scratch.path().join("www")));
    }

    /// From now on nobody may write scripts: what an editor meets where many sites share a `WordPress`.
    fn be_strict(&self) {
        self.scratch.write("www/streng", "");
    }

    /// Puts in the plugin of the archive for servers.
    fn plug_in(&self, dist: &Path) {
        let archive = dist.join("pakke").join(archive_name(&edition(dist)));
        let plugin = run(Command::new("unzip").arg("-p").arg(archive).arg("wordpress/bygg-uten-a-soke.php"));
        self.scratch.write("www/wp-content/mu-plugins/bygg-uten-a-soke.php", &plugin);
    }
}

fn start_database(folder: &Path) -> Daemon {
    let data = format!("--datadir={}", folder.join("db").display());
    let socket = format!("--socket={}", folder.join("s").display());
    let mut make = Command::new("mariadb-install-db");
    make.args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db", &data]);
    let mut serve = server("mariadbd");
    serve.args([
        "--no-defaults",
        "--skip-networking",
        "--skip-log-bin",
        "--innodb-flush-log-at-trx-commit=0",
        &data,
        &socket,
    ]);
    if run(Command::new("id").arg("-u")).trim() == "0" {
        make.arg("--user=root");
        serve.arg("--user=root");
    }
    run(&mut make);
    let log = folder.join("db.log");
    let mut database = Daemon::start(&mut serve, &log);
    let client = || {
        let mut client = Command::new("mariadb");
        client.args(["--no-defaults", "--user=root", &socket, "--execute"]);
        client
    };
    database.wait_for(&log, || client().arg("SELECT 1").output().is_ok_and(|done| done.status.success()));
    run(client().arg("CREATE DATABASE wp CHARACTER SET utf8mb4"));
    database
}

fn settings(folder: &Path, script: &str) -> String {
    let socket = folder.join("s");
    let keys = ["AUTH", "SECURE_AUTH", "LOGGED_IN", "NONCE"].into_iter().flat_map(|name| {
        ["KEY", "SALT"].map(|kind| format!("define('{name}_{kind}', 'bare for denne proven {name} {kind}');\n"))
    });
    format!(
        "<?php
        define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
        define('DB_HOST', 'localhost:{}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
        {}
        $table_prefix = 'wp_';
        define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
        define('BYGG_UTEN_A_SOKE', '{script}');
        if (file_exists(__DIR__ . '/streng')) define('DISALLOW_UNFILTERED_HTML', true);
        if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
        require_once ABSPATH . 'wp-settings.php';
        ",
        socket.display(),
        keys.collect::<String>()
    )
}

/// An editor at work: logged in, in a browser of their own.
struct Editor<'a> {
    site: &'a WordPress,
    browser: Browser,
}

impl<'a> Editor<'a> {
    fn log_in(site: &'a WordPress, user: &str) -> Self {
        let browser = Browser::start();
        browser.resize(1280, 900);
        browser.go(&site.url("/wp-login.php"));
        browser.find("#user_login").keys(user);
        browser.find("#user_pass").keys(PASSWORD);
        browser.find("#wp-submit").click();
        browser.until("the dashboard", || {
            browser.run("return !!document.querySelector('#wpadminbar')", &[]).as_bool()?.then_some(())
        });
        Self { site, browser }
    }

    /// Makes a page, or an entry where pages are not theirs to make, of one block; gives its address.
    fn publish(&self, kind: &str, block: &str, field: &str, content: &str) -> String {
        let browser = &self.browser;
        browser.go(&self.site.url(&format!("/wp-admin/post-new.php?post_type={kind}")));
        browser.find(".editor-post-title__input");
        self.close_the_welcome();
        browser.find(".editor-post-title__input").keys("Garasje, tilbygg og terrasse");
        browser.find(".edit-post-header-toolbar__inserter-toggle").click();
        browser.find(".block-editor-inserter__search input").keys(block);
        browser.find(&format!(".editor-block-list-item-{block}")).click();
        browser.find(field).keys(content);
        browser.find(".editor-post-publish-panel__toggle:not([aria-disabled=true])").click();
        browser.find(".editor-post-publish-panel .editor-post-publish-button:not([aria-disabled=true])").click();
        let address = "const editor = wp.data.select('core/editor');
            return editor.isCurrentPostPublished() && !editor.isSavingPost() ? editor.getPermalink() : null";
        browser.until("the page to be published", || browser.run(address, &[]).as_str().map(str::to_owned))
    }

    fn publish_html(&self, kind: &str, html: &str) -> String {
        self.publish(kind, "html", "textarea.block-editor-plain-text", html)
    }

    /// `WordPress` greets each editor once.
    fn close_the_welcome(&self) {
        let greets =
            || self.browser.run("return wp.data.select('core/edit-post').isFeatureActive('welcomeGuide')", &[]);
        if greets() == json!(true) {
            self.browser.find(".components-guide .components-modal__header button").click();
            self.browser.until("the greeting to go", || (greets() == json!(false)).then_some(()));
        }
    }
}

/// What a visitor's page holds.
fn holds(browser: &Browser, css: &str) -> bool {
    browser.run("return !!document.querySelector(arguments[0])", &[json!(css)]) == json!(true)
}

fn snippet(base: &str) -> String {
    format!(
        "<script type=\"module\" src=\"{base}/veiviser.js\"></script>\n\
         <bygg-uten-a-soke tiltak=\"garasje\" lang=\"nb\" kommune=\"4601\">\n\
         <p>Sjekk om du må søke: <a href=\"https://www.dibk.no/\">dibk.no</a></p>\n</bygg-uten-a-soke>"
    )
}

fn frame(base: &str) -> String {
    format!(
        "<div><iframe src=\"{base}/ramme.html?tiltak=garasje&amp;lang=nb\" title=\"Kan jeg bygge uten å søke?\" width=\"100%\" height=\"300\" \
         frameborder=\"0\"></iframe></div>\n<script type=\"module\" src=\"{base}/tilpass.js\"></script>"
    )
}

/// A visitor answers every question and is told that the garage may be built.
fn walk(address: &str) {
    let visitor = Browser::start();
    visitor.go(address);
    answer(&visitor);
    let mut said = visitor.console();
    // The site has no icon of its own, which is no fault of the guide's.
    said.retain(|(_, message)| !message.contains("/favicon.ico"));
    assert!(said.is_empty(), "the console says {said:?}");
}

fn answer(visitor: &Browser) {
    let guide = Guide::on(visitor, "bygg-uten-a-soke");
    guide.not_begun("Det er ikke begynt");
    guide.answer_all(&garage(&[]));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{}", guide.title());
}

/// A visitor does the same in the frame, which becomes as high as the guide in it.
fn walk_in_the_frame(address: &str) {
    let visitor = Browser::start();
    visitor.go(address);
    let frame = visitor.find("iframe[src*='ramme.html']");
    let height = || frame.property("clientHeight").as_i64().unwrap_or_default();
    visitor.until("the frame to be as high as the guide", || (height() > 320).then_some(()));
    let left =
        "return [...document.querySelectorAll('h1, iframe')].map((e) => Math.round(e.getBoundingClientRect().left))";
    let left = visitor.run(left, &[]);
    assert_eq!(left[0], left[1], "the frame stands in the same column as the title");
    visitor.frame(Some(&frame));
    answer(&visitor);
    visitor.frame(None);
    visitor.until("the frame to be as high as the answer", || (height() > 900).then_some(()));
}

/// A visitor sees what stood inside the element, and nothing more.
fn see_the_content_alone(address: &str) {
    let visitor = Browser::start();
    visitor.go(address);
    for css in ["script[src*='veiviser.js']", "bygg-uten-a-soke", "iframe", "script[src*='tilpass.js']"] {
        assert!(!holds(&visitor, css), "{css} was let through at {address}");
    }
    let link = visitor
        .run("return document.querySelector('a[href=\"https://www.dibk.no/\"]')?.getBoundingClientRect().height", &[]);
    assert!(link.as_f64().is_some_and(|height| height > 0.0), "the link stays: {link}");
}

#[test]
fn an_editor_puts_the_guide_on_a_page_and_whoever_may_not_write_scripts_uses_the_plugin() {
    let dist = built::dist();
    let ours = Server::start(Site { folders: vec![dist.clone()], policy: STRICT.to_owned() }, 0).expect("a free port");
    let base = ours.url("/veiviser");
    let site = WordPress::start(&format!("{base}/veiviser.js"));

    let editor = Editor::log_in(&site, "editor");
    walk(&editor.publish_html("page", &snippet(&base)));
    walk_in_the_frame(&editor.publish_html("page", &frame(&base)));
    let both = format!("{}\n{}", snippet(&base), frame(&base));
    let author = Editor::log_in(&site, "author");
    see_the_content_alone(&author.publish_html("post", &both));

    site.be_strict();
    see_the_content_alone(&editor.publish_html("page", &both));
    site.plug_in(&dist);
    let code = "[bygg-uten-a-soke tiltak=\"garasje\" lang=\"nb\" kommune=\"4601\" onclick=\"alert(1)\"]";
    let field = ".blocks-shortcode__textarea";
    walk(&editor.publish("page", "shortcode", field, code));
    let address = author.publish("post", "shortcode", field, code);
    walk(&address);
    let visitor = Browser::start();
    visitor.go(&address);
    let attributes = visitor.run("return document.querySelector('bygg-uten-a-soke').getAttributeNames().sort()", &[]);
    assert_eq!(
        attributes,
        Value::from(vec!["kommune", "lang", "tiltak"]),
        "only what the element knows is let through"
    );
}
