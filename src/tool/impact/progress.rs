//! How far it has come, for whoever waits at a terminal.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicU64, Ordering};

const WIDTH: usize = 30;

/// A bar that fills as work is done; nothing where nobody watches.
pub(super) struct Progress {
    name: &'static str,
    all: u64,
    done: AtomicU64,
    watched: bool,
}

impl Progress {
    pub(super) fn new(name: &'static str, all: u64) -> Self {
        Self { name, all: all.max(1), done: AtomicU64::new(0), watched: stderr().is_terminal() }
    }

    pub(super) fn add(&self, more: u64) {
        let done = self.done.fetch_add(more, Ordering::Relaxed) + more;
        if self.watched {
            let full = usize::try_from(done.min(self.all) * WIDTH as u64 / self.all).unwrap_or(WIDTH);
            let (full, left) = ("█".repeat(full), "░".repeat(WIDTH.saturating_sub(full)));
            // A bar that cannot be shown stops nothing.
            let _ = write!(stderr(), "\r{full}{left} {}", self.name);
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        if self.watched {
            let _ = write!(stderr(), "\r\u{1b}[2K");
        }
    }
}
