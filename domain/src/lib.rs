//! The vocabulary and the rules of Radionica.
//!
//! Pure: nothing here reads a clock, a file or a network. The browser, the sync route, the
//! dashboard and the exports share these types, so a rule exists once.
//!
//! | module | holds |
//! |---|---|
//! | [`ids`], [`label`], [`clock`] | identifiers, public labels, instants and the reporting day |
//! | [`access`] | who may do what where |
//! | [`command`] | every change to the system, and the envelope it travels in |
//! | [`centre`] … [`project`] | a noun of the field each, with its rules |
//! | [`registry`], [`card`], [`waiting`] | what is corrected and added of a person; the card they carry; who waits for a place |
//! | [`overview`] | what dashboards and lists show |
//! | [`snapshot`], [`board`] | what a tablet is told of a centre; its picture of it: that, and the envelopes since |
//! | [`indicator`] | what a project promised, its targets, how far it is |
//! | [`training`] | progress and completion instead of presence |
//! | [`import`] | taking files in |
//! | [`sync`], [`device`], [`handover`], [`review`] | what tablets send; shared tablets; receipts; what waits for a manager |
//! | [`token`] | access tokens: how programs fetch reports |
//! | [`report`], [`suppression`] | what the figures are, and what of them may leave |
//! | [`fault`] | why a change was not taken |

pub mod access;
pub mod attendance;
pub mod board;
pub mod bridge;
pub mod card;
pub mod centre;
pub mod clock;
pub mod command;
pub mod device;
pub mod fault;
pub mod hand_out;
pub mod handover;
pub mod ids;
pub mod import;
pub mod indicator;
pub mod label;
pub mod occupancy;
pub mod output;
pub mod overview;
pub mod pattern;
pub mod period_close;
pub mod person;
pub mod plan;
pub mod project;
pub mod registry;
pub mod report;
pub mod review;
pub mod shift;
pub mod snapshot;
pub mod suppression;
pub mod sync;
pub mod token;
pub mod training;
pub mod waiting;
pub mod workshop;
