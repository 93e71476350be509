//! Other programs, run and listened to.

use std::io::Write;
use std::process::{Command, Stdio};

use super::failure::Failure;

/// Whether a program can be started at all.
#[must_use]
pub fn exists(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// Runs a program that speaks for itself; `remedy` says what to do when it fails.
///
/// # Errors
/// Where it cannot be started or does not end well.
pub fn run(command: &mut Command, remedy: &str) -> Result<(), Failure> {
    let status = command.status().map_err(|error| not_started(command, &error, remedy))?;
    if status.success() { Ok(()) } else { Err(failed(command, remedy)) }
}

/// Runs a program, hands it `input`, and takes what it writes.
///
/// # Errors
/// Where it cannot be started or does not end well.
pub fn output(command: &mut Command, input: &[u8], remedy: &str) -> Result<Vec<u8>, Failure> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|error| not_started(command, &error, remedy))?;
    let mut stdin = child.stdin.take();
    // On a thread of its own, for a program that writes before it has read everything would wait for us for ever.
    let written = std::thread::scope(|scope| {
        scope.spawn(move || stdin.as_mut().map(|stdin| stdin.write_all(input)));
        child.wait_with_output()
    });
    let written = written.map_err(|error| not_started(command, &error, remedy))?;
    if written.status.success() { Ok(written.stdout) } else { Err(failed(command, remedy)) }
}

fn not_started(command: &Command, error: &std::io::Error, remedy: &str) -> Failure {
    Failure(format!("cannot run {} ({error}); {remedy}", command.get_program().display()))
}

fn failed(command: &Command, remedy: &str) -> Failure {
    Failure(format!("{} did not succeed; {remedy}", command.get_program().display()))
}
