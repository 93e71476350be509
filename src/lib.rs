//! May I build without applying? The law as data, an engine that judges by it, and a widget that asks.
//!
//! # The house
//!
//! ```text
//!  AUTHORING (native tool)
//!  rules/*.json ─▶ rules::wire ─▶ rules::load ─▶ RuleBook ─▶ rules::compiled ─▶ one artefact + words per shelf and language
//!
//!  RUNNING (browser, tests, assess: the same code)
//!  artefact ─▶ rules::compiled ─▶ RuleBook ─▶ engine::assess ─▶ Verdict ─▶ wording ─▶ app::view ─▶ the page
//!                                                  ▲
//!                               engine::Answers ◀── app::state (Action)
//!
//!  COMING ALONG once the first question is answered (a module of its own; the page around makes elements of its lines)
//!  engine::Case ─▶ later ─▶ drawing · coach · engine::remedies · link · receipt · calendar ─▶ lines ─▶ embed/senere/*.js
//!       ▲                                                                                              │
//!       └───────────────────────────── a number in a field, or another case ◀──────────────────────────┘
//!
//!  WHO MAY USE WHOM: arrows are `use`, and there are no others
//!  browser:   embed ─▶ app ─▶ wording ─▶ engine ─▶ rules
//!             later ─▶ link, receipt ─▶ wording; later ─▶ drawing, coach ─▶ rules; later ─▶ calendar
//!  native:    main ─▶ tool ─▶ rulebook ─▶ review ─▶ engine ─▶ rules
//!  lawyers:   workshop ─▶ embed, app, review ─▶ engine ─▶ rules
//!  zip knows nobody; tool and workshop use it
//! ```
//!
//! [`rules`] says what a rule is, [`coach`] works out the numbers that it asks for, [`engine`] judges by it, `app`
//! asks and tells in the words of [`wording`], `embed` puts that on somebody's page, `later` comes along with what
//! [`drawing`], [`coach`], [`link`], [`receipt`] and [`calendar`] make of a case, `review` holds rules against the statute, their examples and
//! one another, `rulebook` writes the law and its encoding as pages to read, neither does IO, `tool` is for those who
//! write rules and build the widget, and `workshop` is the page where lawyers try a change in the browser. A build
//! without the feature `widget` is the proof that the law does not depend on the web.
//!
//! # Invariants
//!
//! - *The engine knows no building law.* No concept of the rules is named under `src/`.
//! - *The core does no IO and has no clock.* The date is an argument. Errors end where a
//!   [`rules::RuleBook`] is made.
//! - *Only `rules::wire` knows JSON keys*, and it is not in the browser's build.
//! - *A rule book is whole or absent.* There is no partial start; a warning is only ever about language.
//! - *Unknown is never treated as met.* An exemption is not shown while anything beside it is unknown.
//! - *The order of conditions, and of answers, never changes a verdict.*
//! - *No sentence that a resident reads is written in Rust.*
//!
//! `tests/house.rs` and `tests/promises.rs` keep them.
//!
//! # Deliberately absent
//!
//! No expressions in strings, no rule in Rust, no floats, no storage, no network but the widget's own files,
//! no statistics. Nothing outside `rules/` can make a verdict milder.

#[cfg(feature = "widget")]
pub mod app;
pub mod calendar;
pub mod coach;
pub mod drawing;
#[cfg(feature = "widget")]
pub mod embed;
pub mod engine;
#[cfg(feature = "senere")]
pub mod later;
pub mod link;
#[cfg(all(any(feature = "widget", feature = "senere"), not(feature = "json"), target_arch = "wasm32"))]
mod memory;
pub mod receipt;
#[cfg(feature = "json")]
pub mod review;
#[cfg(feature = "json")]
pub mod rulebook;
pub mod rules;
#[cfg(feature = "tool")]
pub mod tool;
pub mod wording;
#[cfg(feature = "json")]
pub mod workshop;
#[cfg(feature = "json")]
pub mod zip;
