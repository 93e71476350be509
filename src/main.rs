//! The native tool's entry: reads the command, calls one function, prints.

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use bygg_uten_a_soke::tool::build::build;
use bygg_uten_a_soke::tool::check::check;
use bygg_uten_a_soke::tool::command::{Command, HELP};
use bygg_uten_a_soke::tool::edition::Edition;
use bygg_uten_a_soke::tool::failure::Failure;
use bygg_uten_a_soke::tool::impact::impact;
use bygg_uten_a_soke::tool::impact::request::Request;
use bygg_uten_a_soke::tool::root::root;
use bygg_uten_a_soke::tool::serve::serve;
use bygg_uten_a_soke::tool::test::test;
use bygg_uten_a_soke::tool::vocabulary::vocabulary;
use bygg_uten_a_soke::tool::{assess, files, setup};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let command = match Command::read(&arguments) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    match run(command, &root()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all is well.
fn run(command: Command, root: &Path) -> Result<bool, Failure> {
    match command {
        Command::Serve { port } => serve(root, port).map(|()| true),
        Command::Build => weigh(root),
        Command::Check => Ok(say_what_is_wrong(root)),
        Command::Impact(request) => tell_impact(root, &request),
        Command::Assess => assess_stream(root),
        Command::Vocabulary => list_names(root),
        Command::Test => test(root).map(|()| true),
        Command::Help => {
            print!("{HELP}");
            Ok(true)
        }
    }
}

fn weigh(root: &Path) -> Result<bool, Failure> {
    setup::wasm_target()?;
    setup::npm_packages(root)?;
    let sizes = build(root)?;
    print!("{sizes}");
    if !sizes.within_budget() {
        eprintln!("this is over the budget; take something out");
    }
    Ok(sizes.within_budget())
}

fn say_what_is_wrong(root: &Path) -> bool {
    let checked = check(&root.join("rules"));
    checked.problems.iter().for_each(|problem| println!("rules/{problem}"));
    println!("{} eksempler, {} feil", checked.examples, checked.problems.len());
    checked.problems.is_empty()
}

fn tell_impact(root: &Path, request: &Request) -> Result<bool, Failure> {
    let said = impact(root, request)?;
    // Whoever reads may have seen enough.
    let _ = io::stdout().write_all(said.as_bytes());
    Ok(true)
}

fn assess_stream(root: &Path) -> Result<bool, Failure> {
    let book = files::load(root)?.book;
    let edition = Edition::of(&book)?.id;
    let (input, output) = (io::stdin().lock(), io::BufWriter::new(io::stdout().lock()));
    assess::stream(&book, &edition, input, output)
        .map_err(|error| Failure(format!("kan ikke lese saker eller skrive avgjørelser: {error}")))
}

fn list_names(root: &Path) -> Result<bool, Failure> {
    let names = vocabulary(&files::load(root)?)?;
    let json = serde_json::to_string_pretty(&names).map_err(|error| Failure(error.to_string()))?;
    // Whoever reads may have seen enough.
    let _ = writeln!(io::stdout(), "{json}");
    Ok(true)
}
