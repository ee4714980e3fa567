//! The binary `radionica`; all of it is in the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::main()
}
