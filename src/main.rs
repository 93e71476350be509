//! The native tool's entry: reads the command, calls one function, prints.

use std::path::Path;

fn main() {
    let checked = bygg_uten_a_soke::tool::check::check(Path::new("rules"));
    for problem in &checked.problems {
        println!("rules/{problem}");
    }
    println!("{} eksempler, {} feil", checked.examples, checked.problems.len());
}
