//! The one binary: command line, configuration, which services run here, and what belongs to none of them.

pub mod command;
pub mod config;
pub mod data_dir;
pub mod listen;
pub mod services;
pub mod system;
