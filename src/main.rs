//! The native tool's entry: reads the command, calls one function, prints.

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use bygg_uten_a_soke::rules::code::Severity;
use bygg_uten_a_soke::rules::load::Loaded;
use bygg_uten_a_soke::tool::build::build_for;
use bygg_uten_a_soke::tool::check::check;
use bygg_uten_a_soke::tool::command::{Command, Format, HELP};
use bygg_uten_a_soke::tool::edition::Edition;
use bygg_uten_a_soke::tool::failure::Failure;
use bygg_uten_a_soke::tool::impact::impact;
use bygg_uten_a_soke::tool::impact::request::Request;
use bygg_uten_a_soke::tool::mutants::mutants;
use bygg_uten_a_soke::tool::patrol::{Round, Seen, patrol};
use bygg_uten_a_soke::tool::publisher::Publisher;
use bygg_uten_a_soke::tool::root::root;
use bygg_uten_a_soke::tool::rulebook::rulebook;
use bygg_uten_a_soke::tool::serve::serve;
use bygg_uten_a_soke::tool::test::test;
use bygg_uten_a_soke::tool::vocabulary::vocabulary;
use bygg_uten_a_soke::tool::{assess, control, files, prove, published, setup, wording};

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
        Command::Serve { port } => control::guard(root, false).and_then(|()| serve(root, port)).map(|()| true),
        Command::Build { publish, publisher } => {
            control::guard(root, publish)?;
            if publish {
                published::guard(root)?;
            }
            weigh(root, &publisher)
        }
        Command::Publish => keep_todays_rules(root),
        Command::RuleBook => write_rule_book(root),
        Command::Check { format } => say_what_is_wrong(root, format),
        Command::Mutants => say_what_is_unguarded(root),
        Command::Prove { kinds } => say_what_is_proved(root, &kinds),
        Command::Impact(request) => tell_impact(root, &request),
        Command::Wording { file } => say_what_changed(root, Path::new(&file)),
        Command::Patrol { round, format } => look_at_pages(&round, format),
        Command::Assess { remedies } => assess_stream(root, remedies),
        Command::Vocabulary => list_names(root),
        Command::Test => test(root).map(|()| true),
        Command::Help => {
            print!("{HELP}");
            Ok(true)
        }
    }
}

fn weigh(root: &Path, publisher: &Publisher) -> Result<bool, Failure> {
    setup::wasm_target()?;
    setup::npm_packages(root)?;
    let sizes = build_for(root, publisher)?;
    print!("{sizes}");
    if !sizes.within_budget() {
        eprintln!("this is over the budget; take something out");
    }
    Ok(sizes.within_budget())
}

fn keep_todays_rules(root: &Path) -> Result<bool, Failure> {
    let (edition, is_new) = published::publish(root)?;
    let said = if is_new { "er lagt i rules/utgitt/; legg mappa inn i git" } else { "er utgitt fra før" };
    println!("reglene {edition} {said}");
    Ok(true)
}

fn write_rule_book(root: &Path) -> Result<bool, Failure> {
    let pages = rulebook(root)?;
    println!("{pages} sider i dist/regelbok/; begynn med dist/regelbok/nb/index.html");
    Ok(true)
}

fn say_what_is_wrong(root: &Path, format: Format) -> Result<bool, Failure> {
    let checked = check(root);
    if format == Format::Json {
        println!("{}", checked.json()?);
        return Ok(checked.count(Severity::Error) == 0);
    }
    checked.problems.iter().for_each(|problem| println!("rules/{problem}"));
    let (faults, warnings) = (checked.count(Severity::Error), checked.count(Severity::Warning));
    println!("{} eksempler, {faults} feil, {warnings} advarsler", checked.examples);
    if let Some(summary) = checked.sources().and_then(control::summary) {
        eprintln!("ADVARSEL: {summary}");
    }
    Ok(faults == 0)
}

fn say_what_changed(root: &Path, file: &Path) -> Result<bool, Failure> {
    let compared = wording::compare_with(root, file)?;
    print!("{}", wording::told(&compared));
    Ok(compared.changed.is_empty())
}

fn say_what_is_unguarded(root: &Path) -> Result<bool, Failure> {
    let report = mutants(root)?;
    report.survivors.iter().for_each(|survivor| println!("rules/{survivor}"));
    println!("{} mutanter, {} overlever", report.count, report.survivors.len());
    Ok(report.survivors.is_empty())
}

fn say_what_is_proved(root: &Path, kinds: &[String]) -> Result<bool, Failure> {
    let book = files::load(root)?.book;
    let report = prove::report(&book, &prove::Kinds::named(&book, kinds)?);
    print!("{}", report.told(&book));
    Ok(report.holds())
}

fn tell_impact(root: &Path, request: &Request) -> Result<bool, Failure> {
    let said = impact(root, request)?;
    // Whoever reads may have seen enough.
    let _ = io::stdout().write_all(said.as_bytes());
    Ok(true)
}

fn look_at_pages(round: &Round, format: Format) -> Result<bool, Failure> {
    let seen = patrol(round, &mut |seen| {
        if format == Format::Text {
            println!("{seen}");
        }
    })?;
    let working = seen.iter().filter(|seen| seen.found.is_ok()).count();
    if format == Format::Json {
        println!("{:#}", serde_json::Value::Array(seen.iter().map(Seen::json).collect()));
    } else {
        println!("{working} av {} sider virker", seen.len());
    }
    Ok(working == seen.len())
}

fn assess_stream(root: &Path, remedies: bool) -> Result<bool, Failure> {
    let Loaded { book, with_later, .. } = files::load(root)?;
    let edition = Edition::of(&book)?.id;
    let (input, output) = (io::stdin().lock(), io::BufWriter::new(io::stdout().lock()));
    assess::stream(&book, remedies.then_some(&with_later.levers), &edition, input, output)
        .map_err(|error| Failure(format!("kan ikke lese saker eller skrive avgjørelser: {error}")))
}

fn list_names(root: &Path) -> Result<bool, Failure> {
    let names = vocabulary(&files::load(root)?)?;
    let json = serde_json::to_string_pretty(&names).map_err(|error| Failure(error.to_string()))?;
    // Whoever reads may have seen enough.
    let _ = writeln!(io::stdout(), "{json}");
    Ok(true)
}
