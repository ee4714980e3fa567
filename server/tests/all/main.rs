//! The tests of the server, through its router and its command line: one program, since linking each
//! file by itself takes minutes. Only `crash` stands apart, for `make crash-test`.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod access;
mod attack;
mod bad_input;
mod cancelled;
mod changes;
mod cli;
mod commands;
mod crowd;
mod example;
mod exports;
mod figures;
mod files;
mod http;
mod import;
mod live;
mod place;
mod readme;
mod review;
mod routes;
mod sealing;
mod shift_log;
mod story;
mod support;
mod tablets;
mod tablets_page;
mod tokens;
mod training;
