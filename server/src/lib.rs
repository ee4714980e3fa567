//! The binary `radionica`: settings, routes, exports and the command line.
//!
//! | module | holds |
//! |---|---|
//! | [`config`], [`state`] | how this process runs, and what every request can reach |
//! | [`router`], [`serve`] | every address, what a request passes, the listening itself |
//! | [`visitor`], [`origin`], [`limits`], [`headers`], [`log`] | who asks, from where, how much |
//! | [`auth`], [`access`], [`organisation`], [`pages`], [`review`], [`sync`], [`device`], [`tablets`], [`tokens`], [`place`], [`export`], [`live`], [`calendar`] | the routes |
//! | [`password`] | passwords that are made here |
//! | [`file`](mod@file), [`csv_file`], [`json_file`], [`xlsx_file`], [`download`] | report files |
//! | [`sealing`], [`shelf`] | files as they leave: made and sealed; followed, fetched and taken away |
//! | [`cli`] | the command line, a file a command |
//! | [`demo`] | the story as data |

// The type of the pages grows with each of them, and the compiler walks down all of it.
#![recursion_limit = "256"]

pub mod access;
pub mod auth;
pub mod calendar;
pub mod cli;
pub mod config;
pub mod csv_file;
pub mod demo;
pub mod device;
pub mod download;
pub mod export;
pub mod fault;
pub mod file;
pub mod form;
pub mod headers;
pub mod import;
pub mod json_file;
pub mod limits;
pub mod live;
pub mod log;
pub mod organisation;
pub mod origin;
pub mod pages;
pub mod password;
pub mod place;
pub mod projects;
pub mod review;
pub mod router;
pub mod sealing;
pub mod serve;
pub mod shelf;
pub mod state;
pub mod sync;
pub mod tablets;
pub mod tokens;
pub mod training;
pub mod visitor;
pub mod xlsx_file;
