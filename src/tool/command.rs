//! The commands, as they are written on the command line.

use super::impact::request::Request;
use super::patrol::{PATIENCE, Round};
use super::publisher::Publisher;
use super::serve::PORT;

/// What to do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Command {
    /// Build, serve, and build again on change.
    Serve {
        /// 0 is any free one.
        port: u16,
    },
    /// Build `dist/`.
    Build {
        /// Only if every provision has been held against the law by two people.
        publish: bool,
        /// Where the widget finds today's law.
        publisher: Publisher,
    },
    /// Keep today's rules among the published.
    Publish,
    /// Write the rule book.
    RuleBook,
    /// Say what is wrong with the rules.
    Check {
        /// For people or for machines.
        format: Format,
    },
    /// Say which changes of the rules no example would notice.
    Mutants,
    /// Prove the promise over every answer.
    Prove {
        /// The names of the kinds of work; none for all of them.
        kinds: Vec<String>,
    },
    /// Tell what a change of the rules does to the answers.
    Impact(Request),
    /// Compare the quoted wording with a fresh text of the law.
    Wording {
        /// The file of the text.
        file: String,
    },
    /// Look whether the guide works on pages.
    Patrol {
        /// Which pages.
        round: Round,
        /// For people or for machines.
        format: Format,
    },
    /// Cases in, verdicts out.
    Assess {
        /// Whether each verdict tells what would make it better.
        remedies: bool,
    },
    /// List every name of cases and verdicts.
    Vocabulary,
    /// Run every check and test.
    Test,
    /// Explain the commands.
    Help,
}

/// For whom output is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// Lines to be read.
    Text,
    /// One JSON object.
    Json,
}

/// What the commands are.
pub const HELP: &str = "\
bygg-uten-a-soke: kan det bygges uten å søke?

  serve [--port N]  bygg, og vis prøvesiden på http://127.0.0.1:8080/ (uten kommando: det samme; N = 0: en ledig port)
  build             bygg alt som en vertsside henter, i dist/, og vis hvor stort det er
  build --publisering  det samme, men bare når to har kontrollert hver bestemmelse
  build --regler A  det samme, men veiviseren henter loven fra adressen A (https://…/regler/) og ikke fra mappa ved siden av
  utgi              legg dagens regler i rules/utgitt/, så lenker som blir laget nå, kan åpnes om mange år
  rulebook          skriv regelboka i dist/regelbok/: loven og vilkårene side om side, én side for hver bestemmelse og hvert tiltak
  check             finn feil i rules/ og kjør eksemplene der; check --format json gir svaret til en maskin
  check --mutanter  finn det som kan endres i rules/ uten at noe eksempel merker det
  check --ordlyd F  hold ordlyden i rules/ opp mot en ny tekst av loven (Markdown eller ren tekst) i filen F
  prove [TILTAK …]  bevis over alle svar at det aldri blir grønt uten at hvert vilkår er oppfylt, og det andre vi lover;
                    for alle tiltak, eller bare dem som nevnes
  impact GAMMEL NY  hva en endring gjør med svarene; hver av dem er en mappe, en dato eller en revisjon i git
                    [--format tekst|json|markdown] [--alt] [--saker FIL] [--dato DATO]
  assess            én sak som JSON på hver linje inn, én avgjørelse på hver linje ut; assess --help viser navnene
  assess --endringer  det samme, med de minste endringene av egne mål som gir et bedre svar
  begreper          alle navn som kan stå i en sak og i en avgjørelse, som JSON
  vakt LISTE        se i en nettleser etter at veiviseren virker på hver side i fila LISTE, som har én adresse på hver linje
                    [--format tekst|json] [--tid SEKUNDER] [--utgave UTGAVEN-SIDENE-SKAL-VISE]
  test              kjør alle kontroller og prøver
  help              denne teksten
";

impl Command {
    /// Reads the arguments after the program's name.
    ///
    /// # Errors
    /// Says, in a sentence, what cannot be understood.
    pub fn read(arguments: &[String]) -> Result<Self, String> {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match arguments.as_slice() {
            [] | ["serve"] => Ok(Self::Serve { port: PORT }),
            ["--port", port] | ["serve", "--port", port] => serve(port),
            ["build", options @ ..] => {
                build(options).map_err(|wrong| wrong.unwrap_or_else(|| not_understood(&arguments)))
            }
            ["utgi"] => Ok(Self::Publish),
            ["rulebook"] => Ok(Self::RuleBook),
            ["check"] | ["check", "--format", "tekst"] => Ok(Self::Check { format: Format::Text }),
            ["check", "--format", "json"] => Ok(Self::Check { format: Format::Json }),
            ["check", "--mutanter"] => Ok(Self::Mutants),
            ["check", "--ordlyd", file] => Ok(Self::Wording { file: (*file).to_owned() }),
            ["prove", kinds @ ..] if kinds.iter().all(|kind| !kind.starts_with('-')) => {
                Ok(Self::Prove { kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect() })
            }
            ["impact", rest @ ..] => Request::read(rest).map(Self::Impact),
            ["vakt", list, options @ ..] if !list.starts_with('-') => {
                patrol(list, options).ok_or_else(|| not_understood(&arguments))
            }
            ["assess"] => Ok(Self::Assess { remedies: false }),
            ["assess", "--endringer"] => Ok(Self::Assess { remedies: true }),
            ["begreper"] | ["assess", "--help"] => Ok(Self::Vocabulary),
            ["test"] => Ok(Self::Test),
            ["help" | "--help" | "-h"] => Ok(Self::Help),
            other => Err(not_understood(other)),
        }
    }
}

fn not_understood(arguments: &[&str]) -> String {
    format!("forstår ikke `{}`; `help` viser kommandoene", arguments.join(" "))
}

/// The options in any order, each once. `None` is an option that is not known.
fn build(options: &[&str]) -> Result<Command, Option<String>> {
    let (mut publish, mut publisher) = (false, Publisher::default());
    let mut left = options;
    loop {
        left = match left {
            [] => return Ok(Command::Build { publish, publisher }),
            ["--publisering", rest @ ..] if !publish => {
                publish = true;
                rest
            }
            ["--regler", address, rest @ ..] if !publisher.is_elsewhere() => {
                publisher = Publisher::at(address).map_err(Some)?;
                rest
            }
            _ => return Err(None),
        };
    }
}

/// The options in any order; the last of a kind counts.
fn patrol(list: &str, options: &[&str]) -> Option<Command> {
    let mut round = Round { list: list.to_owned(), patience: PATIENCE, edition: None };
    let mut format = Format::Text;
    for option in options.chunks(2) {
        match option {
            ["--format", "tekst"] => format = Format::Text,
            ["--format", "json"] => format = Format::Json,
            ["--tid", seconds] => round.patience = seconds.parse().ok()?,
            ["--utgave", edition] => round.edition = Some((*edition).to_owned()),
            _ => return None,
        }
    }
    Some(Command::Patrol { round, format })
}

fn serve(port: &str) -> Result<Command, String> {
    let port = port.parse().map_err(|_| format!("`{port}` er ikke en port; skriv et tall fra 0 til 65535"))?;
    Ok(Command::Serve { port })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{Command, Format, Publisher, Round};

    fn read(line: &str) -> Result<Command, String> {
        Command::read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn every_command_is_understood_and_nothing_else() {
        assert_eq!(read(""), Ok(Command::Serve { port: 8080 }));
        assert_eq!(read("serve --port 0"), Ok(Command::Serve { port: 0 }));
        assert_eq!(read("assess --help"), Ok(Command::Vocabulary));
        assert_eq!(read("assess --endringer"), Ok(Command::Assess { remedies: true }));
        assert_eq!(read("check --mutanter"), Ok(Command::Mutants));
        assert_eq!(read("prove"), Ok(Command::Prove { kinds: Vec::new() }));
        let two = vec!["garasje".to_owned(), "terrasse".to_owned()];
        assert_eq!(read("prove garasje terrasse"), Ok(Command::Prove { kinds: two }));
        assert!(read("prove --alt").unwrap_err().contains("`prove --alt`"));
        assert_eq!(read("check --format json"), Ok(Command::Check { format: Format::Json }));
        let here = Publisher::default();
        assert_eq!(read("build --publisering"), Ok(Command::Build { publish: true, publisher: here }));
        let there = Publisher::at("https://x.no/regler/").unwrap();
        let build = Command::Build { publish: true, publisher: there };
        assert_eq!(read("build --regler https://x.no/regler/ --publisering"), Ok(build));
        assert!(read("build --regler http://x.no/").unwrap_err().contains("http://x.no/"));
        assert!(read("build --regler").is_err());
        assert_eq!(read("check --ordlyd ny.md"), Ok(Command::Wording { file: "ny.md".to_owned() }));
        let round = Round { list: "sider.txt".to_owned(), patience: 5, edition: None };
        assert_eq!(read("vakt sider.txt --tid 5"), Ok(Command::Patrol { round, format: Format::Text }));
        assert!(read("vakt").is_err() && read("vakt sider.txt --tid").is_err());
        assert!(read("check --format xml").is_err());
        assert!(read("serve --port 70000").unwrap_err().contains("70000"));
        assert!(read("bygg").unwrap_err().contains("`bygg`"));
        assert!(read("build nå").is_err());
    }
}
