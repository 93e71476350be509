//! The rules as they were at a revision, read through git into memory.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::rules::source::Files;
use crate::tool::failure::Failure;
use crate::tool::program;

const FOLDER: &str = "rules/";

/// The rule files of a revision, by their path in the rules folder.
pub(super) fn read(root: &Path, revision: &str) -> Result<Files, Failure> {
    let listed = git(root).args(["ls-tree", "-r", "-z", "--name-only", revision, FOLDER]).output();
    let listed = listed.map_err(|_| no_git(revision))?;
    let paths = String::from_utf8_lossy(&succeeded(listed, revision)?).into_owned();
    let paths: Vec<&str> = paths.split('\0').filter(|path| is_rule_file(path)).collect();
    if paths.is_empty() {
        return Err(Failure(format!(
            "revisjonen `{revision}` har ingen regler i rules/; velg en revisjon som har det"
        )));
    }
    let wanted: Vec<String> = paths.iter().map(|path| format!("{revision}:./{path}\n")).collect();
    let remedy = format!("filene i revisjonen `{revision}` kunne ikke leses; prøv `git fsck`");
    let mut batch = git(root);
    batch.args(["cat-file", "--batch"]);
    let blobs = program::output(&mut batch, wanted.concat().as_bytes(), &remedy)?;
    unpack(&paths, &blobs).ok_or(Failure(remedy))
}

fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).stderr(Stdio::piped());
    command
}

fn no_git(revision: &str) -> Failure {
    let why = "programmet git finnes ikke på denne maskinen";
    Failure(format!("`{revision}` er verken en mappe eller en dato, og {why}; installer git, eller oppgi en mappe"))
}

fn succeeded(output: Output, revision: &str) -> Result<Vec<u8>, Failure> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    let why = "verken en mappe, en dato som 2021-05-01 eller en revisjon i git";
    Err(Failure(format!("`{revision}` er {why}; `git log --oneline` viser revisjonene")))
}

fn is_rule_file(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "json") && path.starts_with(FOLDER)
}

/// Each file is a line that ends in its length, its bytes, and a line's end.
fn unpack(paths: &[&str], mut bytes: &[u8]) -> Option<Files> {
    let mut files = Files::new();
    for path in paths {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let head = core::str::from_utf8(bytes.get(..end)?).ok()?;
        let length: usize = head.rsplit(' ').next()?.parse().ok()?;
        let start = end + 1;
        let text = core::str::from_utf8(bytes.get(start..start + length)?).ok()?;
        files.insert(path.strip_prefix(FOLDER)?.to_owned(), text.to_owned());
        bytes = bytes.get(start + length + 1..)?;
    }
    Some(files)
}
