//! May I build without applying? The law as data, an engine that judges by it, and a widget that asks.

#[cfg(feature = "widget")]
pub mod app;
#[cfg(feature = "widget")]
pub mod embed;
pub mod engine;
pub mod rules;
#[cfg(feature = "tool")]
pub mod tool;
