//! Regelverksted: the page where lawyers try a change before they publish it.
//!
//! ```text
//!  the page (src/workshop/*.js) ─▶ desk: the files, read as sentences, edited, formatted   on the page's own thread
//!                               ─▶ examiner: checked, judged before and after              on a thread beside it
//!                               ─▶ stage: the widget itself on the changed rules
//! ```
//!
//! Everything happens in the browser; nothing is sent and nothing is stored. The page's own words are in
//! `src/workshop/ord.json`.

pub mod account;
pub mod case;
pub mod catalogue;
pub mod changes;
pub mod desk;
pub mod draft;
pub mod edit;
pub mod examiner;
pub mod glossary;
pub mod place;
pub mod reading;
pub mod sentence;

#[cfg(feature = "verksted")]
mod browser;
#[cfg(feature = "verksted")]
mod replay;
#[cfg(feature = "verksted")]
mod stage;
