//! `vakt`, on pages where the guide works and on pages where it does not.

use std::process::Command;

use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{STRICT, Site};
use serde_json::{Value, json};

use crate::webdriver::free_port;
use crate::webdriver::scratch::Scratch;
use crate::{DIST, host};

fn patrol(arguments: &[&str]) -> (Option<i32>, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_bygg-uten-a-soke")).arg("vakt").args(arguments).output();
    let done = done.expect("the tool runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.code(), text(&done.stdout), text(&done.stderr))
}

#[test]
fn it_tells_of_each_page_whether_the_guide_works_there() {
    let scratch = Scratch::new();
    let ours = Server::start(Site { folders: vec![DIST.clone()], policy: STRICT.to_owned() }, 0).unwrap();
    let origin = ours.url("");
    let script = format!("<script type=module src='{origin}/veiviser/veiviser.js'></script>");
    let element = "<bygg-uten-a-soke tiltak=garasje><p>Uten</p></bygg-uten-a-soke>";
    let works = host(&scratch, "virker", &origin, &format!("{script}{element}"));
    let frame = format!(
        "<p style='height:3000px'></p><iframe loading=lazy src='{origin}/veiviser/ramme.html?tiltak=garasje'></iframe>"
    );
    let framed = host(&scratch, "ramme", &origin, &frame);
    let blocked = host(&scratch, "stengt", "'self'", &format!("{script}{element}"));
    let without = host(&scratch, "uten", &origin, "<p>Ingenting her</p>");
    let silent = format!("http://127.0.0.1:{}/", free_port());
    let pages = [works.url("/"), framed.url("/"), blocked.url("/"), without.url("/"), works.url("/borte"), silent];
    let list = scratch.write("sider.txt", format!("# sidene våre\n\n{}\n", pages.join("\n")));
    let list = list.to_str().unwrap();

    let (code, said, wrong) = patrol(&[list, "--format", "json", "--tid", "8"]);
    assert_eq!(code, Some(1), "{said}\n{wrong}");
    let seen: Vec<Value> = serde_json::from_str(&said).expect("JSON");
    assert_eq!(seen.iter().map(|page| page["adresse"].as_str().unwrap()).collect::<Vec<_>>(), pages);
    for (place, form) in [(0, "element"), (1, "ramme")] {
        assert_eq!((&seen[place]["virker"], &seen[place]["form"]), (&json!(true), &json!(form)), "{:#}", seen[place]);
        assert!(seen[place]["utgave"].as_str().unwrap().starts_with("20"), "{:#}", seen[place]);
        assert!(seen[place]["millisekunder"].as_u64().unwrap() > 0, "{:#}", seen[place]);
    }
    for (place, why) in [
        (2, "skriptet er ikke lastet"),
        (2, "Content Security Policy"),
        (3, "fant verken veiviseren eller ramma"),
        (4, "feil 404"),
        (5, "siden svarer ikke"),
    ] {
        assert_eq!(seen[place]["virker"], json!(false), "{:#}", seen[place]);
        assert!(seen[place]["feil"].as_str().unwrap().contains(why), "{why}: {:#}", seen[place]);
    }

    let edition = seen[0]["utgave"].as_str().unwrap();
    let list = scratch.write("gode.txt", format!("{}\n{}\n", pages[0], pages[1]));
    let list = list.to_str().unwrap();
    let (code, said, wrong) = patrol(&[list, "--utgave", edition]);
    assert_eq!(code, Some(0), "{said}\n{wrong}");
    assert!(said.ends_with("2 av 2 sider virker\n") && said.contains(&format!("utgave {edition}")), "{said}");
    let (code, said, _) = patrol(&[list, "--utgave", "1999-01-01-aaaaaaaaaaaa"]);
    assert!(code == Some(1) && said.contains("ikke 1999-01-01-aaaaaaaaaaaa"), "{said}");
}

#[test]
fn a_list_that_is_none_is_refused_with_the_line() {
    let scratch = Scratch::new();
    let list = scratch.write("sider.txt", "https://a.no/\nwww.b.no\n");
    let (code, _, wrong) = patrol(&[list.to_str().unwrap()]);
    assert!(code == Some(1) && wrong.contains(":2: `www.b.no`"), "{wrong}");
    let (code, _, wrong) = patrol(&["finnes-ikke.txt"]);
    assert!(code == Some(1) && wrong.contains("finnes-ikke.txt"), "{wrong}");
}
