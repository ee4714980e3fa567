//! The frame of the desk pages, and what they are put together from.
//!
//! The classes are those of `style/`; what markup each expects is told at its component.

pub mod address;
pub mod basics;
pub mod chart;
pub mod columns;
pub mod desk;
pub mod figure;
pub mod form;
pub mod frame;
pub mod language;
pub mod live;
pub mod loaded;
pub mod locale;
pub mod records;
pub mod refusal;
pub mod signs;
pub mod table;
pub mod viewer;
