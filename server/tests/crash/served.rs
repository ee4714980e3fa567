//! The real server, as a process that can be killed.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;
use std::time::Duration;

/// The command line of the binary under test, with settings of its own and nobody else's.
pub fn radionica(folder: &Path, url: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_radionica"));
    command
        .current_dir(folder)
        .env_clear()
        .env("DATABASE_URL", url)
        .env("RADIONICA_CLOCK_START", "2021-05-31T16:10:00+02:00")
        .env("RADIONICA_LISTEN", "127.0.0.1:0")
        .env("RADIONICA_SITE", folder)
        // It has no site to serve, and need not say so.
        .env("RADIONICA_LOG", "warn,server::cli=info,server::state=error")
        .stdin(Stdio::null());
    command
}

/// A server at work. Killed when it is dropped.
pub struct Served {
    pub address: SocketAddr,
    child: Child,
    log: Option<JoinHandle<String>>,
}

impl Served {
    /// Starts it, and waits until it says where it listens.
    pub fn start(folder: &Path, url: &str) -> Self {
        let mut command = radionica(folder, url);
        let mut child =
            command.arg("serve").stderr(Stdio::piped()).spawn().expect("the server starts");
        let mut lines = BufReader::new(child.stderr.take().expect("its log")).lines();
        let mut before = String::new();
        let address = loop {
            let Some(line) = lines.next() else { panic!("it ended by itself:\n{before}") };
            let line = line.expect("a line of its log");
            if let Some((_, address)) = line.split_once("listening on http://") {
                break address.trim().parse().expect("an address");
            }
            before.push_str(&line);
        };
        // Somebody must read the log, or the server waits when the pipe is full.
        let rest = move || lines.map_while(Result::ok).collect::<Vec<_>>().join("\n");
        Self { address, child, log: Some(std::thread::spawn(rest)) }
    }

    /// Starts it and kills it soon after, wherever it is by then.
    pub fn start_and_kill(folder: &Path, url: &str, after: Duration) {
        let mut command = radionica(folder, url);
        let mut child =
            command.arg("serve").stderr(Stdio::null()).spawn().expect("the server starts");
        std::thread::sleep(after);
        kill(&mut child);
    }

    /// Kills it with SIGKILL: it can do nothing any more.
    pub fn kill(mut self) {
        kill(&mut self.child);
        let log = self.log.take().expect("a log").join().expect("the log was read");
        assert_eq!(log, "", "a server without failures warns of nothing");
    }

    /// Asks it to end, as a service manager does.
    pub fn end(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().expect("kill").success());
        assert_eq!(self.child.wait().expect("it ends").code(), Some(0));
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        kill(&mut self.child);
    }
}

fn kill(child: &mut Child) {
    // It fails when it has ended already.
    let _ = child.kill();
    let _ = child.wait();
}
