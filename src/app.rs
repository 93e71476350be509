//! The widget: a reducer over answers and a view of the verdict.
