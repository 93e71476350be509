//! The commands of the native tool, and what they share. Nothing here is in the browser.

pub mod audit;
pub mod case;
pub mod check;
pub mod examples;
pub mod files;
pub mod render;
