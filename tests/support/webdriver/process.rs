//! Programs that tests start, and that are gone when the tests are.

use std::process::{Child, Command, Stdio};

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
