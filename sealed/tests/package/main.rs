//! Files are sealed, and what is done to them afterwards is found.

mod changed;
mod common;
mod properties;
mod vector;
mod written;
