//! Rules held against the statute, their examples and one another. Pure: what is reviewed is in memory, and what is found is
//! returned. The native tool and the lawyers' page call the same functions.

pub mod amount;
pub mod audit;
pub mod case;
pub mod cells;
pub mod check;
pub mod control;
pub mod diagram;
pub mod document;
mod example_faults;
pub mod examples;
pub mod format;
pub mod impact;
pub mod law;
pub mod mutants;
pub mod prove;
pub mod render;
pub mod section_order;
mod sentences;
pub mod share;
pub mod space;
pub mod symbolic;
pub mod wording;
