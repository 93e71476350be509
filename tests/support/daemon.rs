//! Programs that a test needs for a while. They are gone when they are dropped, also where the test fails.

#![allow(dead_code, reason = "each test file uses its part")]

use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long a program may take to answer, or to end.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that runs until it is dropped: it and all that it has started are asked to end, by their group's id, and it is
/// waited for.
pub(crate) struct Daemon(Child);

impl Daemon {
    pub(crate) fn start(command: &mut Command, log: &Path) -> Self {
        let file = fs::File::create(log).expect("a log of our own");
        let other = file.try_clone().expect("the same log");
        command.stdin(Stdio::null()).stdout(file).stderr(other).process_group(0);
        let child = command.spawn();
        Self(child.unwrap_or_else(|error| {
            panic!("{}: {error}; `cargo run -- test` installs it", command.get_program().display())
        }))
    }

    /// Waits until somebody answers on a port.
    #[track_caller]
    pub(crate) fn answers(mut self, port: u16, log: &Path) -> Self {
        self.wait_for(log, || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok());
        self
    }

    /// Waits until it is ready.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, log: &Path, ready: impl Fn() -> bool) {
        let begun = Instant::now();
        while !ready() {
            let ended = self.0.try_wait().ok().flatten();
            let said = || fs::read_to_string(log).unwrap_or_default();
            assert!(ended.is_none(), "it ended by itself:\n{}", said());
            assert!(begun.elapsed() < PATIENCE, "waited in vain:\n{}", said());
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let end = |signal| Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
        let _ = end("-TERM");
        let begun = Instant::now();
        while self.0.try_wait().is_ok_and(|ended| ended.is_none()) && begun.elapsed() < Duration::from_secs(20) {
            thread::sleep(Duration::from_millis(20));
        }
        let _ = end("-KILL");
        let _ = self.0.wait();
    }
}

/// A program, also where only an administrator has its folder on the path.
pub(crate) fn server(name: &str) -> Command {
    let path = Path::new("/usr/sbin").join(name);
    if path.is_file() { Command::new(path) } else { Command::new(name) }
}

/// Runs a program to its end and gives what it wrote.
#[track_caller]
pub(crate) fn run(command: &mut Command) -> String {
    let done = command.stdin(Stdio::null()).output();
    let done = done.unwrap_or_else(|error| {
        panic!("{}: {error}; `cargo run -- test` installs it", command.get_program().display())
    });
    let (said, wrong) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{command:?}\n{said}\n{wrong}");
    said.into_owned()
}
