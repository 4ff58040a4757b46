//! The output of a program, kept up to a limit: its beginning and its end, which is where the reasons stand.

use std::collections::VecDeque;
use std::io::{ErrorKind, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The first and the last bytes of a stream, and how many there were.
#[derive(Debug)]
pub(crate) struct Capture {
    limit: usize,
    head: Vec<u8>,
    tail: VecDeque<u8>,
    total: u64,
}

impl Capture {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, head: Vec::new(), tail: VecDeque::new(), total: 0 }
    }

    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.total += bytes.len() as u64;
        let room = (self.limit / 2).saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..room]);
        let tail_limit = self.limit - self.limit / 2;
        let rest = &bytes[room..];
        let rest = &rest[rest.len().saturating_sub(tail_limit)..];
        let excess = (self.tail.len() + rest.len()).saturating_sub(tail_limit);
        self.tail.drain(..excess);
        self.tail.extend(rest);
    }

    /// The number of bytes that did not fit.
    pub(crate) fn left_out(&self) -> u64 {
        self.total - (self.head.len() + self.tail.len()) as u64
    }

    /// The text that was kept, with a line where something is left out. Bytes that are not UTF-8 are replaced.
    pub(crate) fn text(&self) -> String {
        let (front, back) = self.tail.as_slices();
        match self.left_out() {
            // One piece, so that a character that lies across the two halves stays whole.
            0 => String::from_utf8_lossy(&[&self.head, front, back].concat()).into_owned(),
            bytes => {
                let (head, tail) = (String::from_utf8_lossy(&self.head), [front, back].concat());
                format!("{head}\n[… {bytes} bytes left out …]\n{}", String::from_utf8_lossy(&tail))
            }
        }
    }
}

/// A stream that a thread of its own reads into a [`Capture`].
#[derive(Debug, Clone)]
pub(crate) struct Captured {
    shared: Arc<(Mutex<State>, Condvar)>,
}

#[derive(Debug)]
struct State {
    capture: Capture,
    ended: bool,
}

impl Captured {
    /// Reads until the stream ends. The thread is never joined: a process that left its group may keep the stream open.
    pub(crate) fn read(mut stream: impl Read + Send + 'static, limit: usize) -> std::io::Result<Self> {
        let state = State { capture: Capture::new(limit), ended: false };
        let captured = Self { shared: Arc::new((Mutex::new(state), Condvar::new())) };
        let writer = captured.clone();
        std::thread::Builder::new().name("capture".to_owned()).spawn(move || {
            let mut buffer = [0; 16 * 1024];
            loop {
                match stream.read(&mut buffer) {
                    Ok(0) => break,
                    Ok(read) => writer.lock().capture.push(&buffer[..read]),
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(_) => break,
                }
            }
            writer.lock().ended = true;
            writer.shared.1.notify_all();
        })?;
        Ok(captured)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the stream has ended, but not for longer than that.
    pub(crate) fn settle(&self, grace: Duration) {
        let until = Instant::now() + grace;
        let mut state = self.lock();
        while !state.ended {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            state = self.shared.1.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The text that was read so far, and how many bytes of it did not fit.
    pub(crate) fn text(&self) -> (String, u64) {
        let state = self.lock();
        (state.capture.text(), state.capture.left_out())
    }

    /// The text that was read since this was last called.
    pub(crate) fn take(&self) -> String {
        let mut state = self.lock();
        let limit = state.capture.limit;
        std::mem::replace(&mut state.capture, Capture::new(limit)).text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn head_and_tail_are_kept_and_the_middle_is_counted() {
        let mut capture = Capture::new(8);
        for piece in ["ab", "cdefgh", "ij", "klmnopqrstuvwxy", "z"] {
            capture.push(piece.as_bytes());
        }
        assert_eq!(capture.text(), "abcd\n[… 18 bytes left out …]\nwxyz");
        assert_eq!(capture.left_out(), 18);
    }

    #[test]
    fn what_fits_is_kept_as_it_is() {
        let mut capture = Capture::new(8);
        capture.push("abcä".as_bytes());
        capture.push(b"efg");
        assert_eq!(capture.text(), "abcäefg");
    }

    #[test]
    fn taking_begins_anew() {
        let captured = Captured::read(&b"first"[..], 100).unwrap();
        captured.settle(Duration::from_secs(5));
        assert_eq!(captured.take(), "first");
        assert_eq!(captured.take(), "");
    }
}
