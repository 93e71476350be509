//! Programs that tests start, and that are gone when the tests are.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A running program. It is stopped when this is dropped.
pub(super) struct Process(Child);

impl Process {
    /// Starts a program; its input is empty, and what it says is read only where the command says so.
    pub(super) fn start(command: &mut Command) -> Self {
        let child = command.stdin(Stdio::null()).spawn();
        let name = command.get_program().display();
        Self(child.unwrap_or_else(|error| panic!("cannot run {name} ({error}); `cargo run -- test` installs it")))
    }

    /// What it writes, where that is piped.
    pub(super) fn output(&mut self) -> std::process::ChildStdout {
        self.0.stdout.take().expect("its output is piped")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        end(u64::from(self.0.id()), "-TERM");
        let _ = self.0.wait();
    }
}

/// Sends a signal to a process.
pub(super) fn end(process: u64, signal: &str) {
    let mut kill = Command::new("kill");
    let _ = kill.args([signal, &process.to_string()]).stderr(Stdio::null()).status();
}

/// A folder for a browser to write in. It is removed when this is dropped.
pub(super) struct Profile(PathBuf);

impl Profile {
    /// Makes an empty one.
    pub(super) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("bygg-uten-a-soke-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the browser");
        Self(folder)
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
