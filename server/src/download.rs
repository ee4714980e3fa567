//! The way of a long file to a slow reader.
//!
//! A file lies on the disk while it goes out. A reader who stops reading must not hold it for ever.

use axum::body::{Body, Bytes};
use futures::stream::{self, BoxStream};
use futures::{Stream, StreamExt};
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::sync::Arc;
use std::time::Duration;
use store::StoreError;
use tokio::sync::mpsc;
use tokio::time::timeout;

/// How long a reader may take no piece of the file.
const STALLED_AFTER: Duration = Duration::from_secs(60);
/// Bytes of a file that are read at once.
const PIECE: usize = 64 << 10;
/// Pieces that are ready before the reader takes them.
const AHEAD: usize = 4;

/// The bytes of a file from its beginning. Several readers may take it at once: each is at a place
/// of its own.
pub fn pieces_of(file: Arc<File>) -> BoxStream<'static, Result<Bytes, StoreError>> {
    let read = |(file, at): (Arc<File>, u64)| async move {
        let piece = tokio::task::spawn_blocking(move || {
            let mut piece = vec![0; PIECE];
            let n = file.read_at(&mut piece, at)?;
            piece.truncate(n);
            Ok::<_, std::io::Error>((piece, file))
        });
        let failed = |error: &dyn std::fmt::Display| StoreError::Machine(error.to_string());
        let read = piece.await.map_err(|error| failed(&error))?;
        let (piece, file) = read.map_err(|error| failed(&error))?;
        let next = at + piece.len() as u64;
        Ok((!piece.is_empty()).then(|| (Bytes::from(piece), (file, next))))
    };
    stream::try_unfold((file, 0), read).boxed()
}

/// A body of the bytes. It breaks off, instead of ending, when the bytes end in an error or the
/// reader stalls: a part is never taken for the whole.
pub fn body(bytes: BoxStream<'static, Result<Bytes, StoreError>>) -> Body {
    Body::from_stream(pieces(bytes, STALLED_AFTER))
}

fn pieces(
    mut bytes: BoxStream<'static, Result<Bytes, StoreError>>,
    patience: Duration,
) -> impl Stream<Item = Result<Bytes, BrokenOff>> + Send + 'static {
    let (sender, receiver) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        loop {
            let piece = match bytes.next().await {
                Some(Ok(bytes)) => Piece::Bytes(bytes),
                None => Piece::End,
                Some(Err(error)) => {
                    tracing::error!(%error, "a file broke off");
                    return;
                }
            };
            let last = matches!(piece, Piece::End);
            // Either nobody reads any more, or not fast enough.
            if !matches!(timeout(patience, sender.send(piece)).await, Ok(Ok(()))) || last {
                return;
            }
        }
    });
    stream::unfold(Some(receiver), |receiver| async {
        let mut receiver = receiver?;
        match receiver.recv().await {
            Some(Piece::Bytes(bytes)) => Some((Ok(bytes), Some(receiver))),
            Some(Piece::End) => None,
            None => Some((Err(BrokenOff), None)),
        }
    })
    // Compression asks once more after the end.
    .fuse()
}

enum Piece {
    Bytes(Bytes),
    End,
}

/// The file is not whole.
#[derive(Debug, thiserror::Error)]
#[error("the file broke off")]
struct BrokenOff;

#[cfg(test)]
mod tests {
    use super::*;
    use futures::TryStreamExt;

    #[tokio::test]
    async fn readers_of_one_file_do_not_disturb_each_other() {
        let mut file = tempfile::tempfile().expect("a file");
        let bytes: Vec<u8> = (0..3 * PIECE + 7).map(|n| (n % 251) as u8).collect();
        std::io::Write::write_all(&mut file, &bytes).expect("written");
        let file = Arc::new(file);
        let (mut one, other) = (pieces_of(file.clone()), pieces_of(file));
        let first = one.next().await.expect("a piece").expect("read");
        let other: Vec<Bytes> = other.try_collect().await.expect("whole");
        let rest: Vec<Bytes> = one.try_collect().await.expect("whole");
        assert!(other.concat() == bytes && [&first[..], &rest.concat()].concat() == bytes);
    }

    fn many(n: u8) -> BoxStream<'static, Result<Bytes, StoreError>> {
        stream::iter((0..n).map(|byte| Ok(Bytes::from(vec![byte])))).boxed()
    }

    #[tokio::test]
    async fn a_whole_file_arrives_whole() {
        let pieces: Vec<Bytes> =
            pieces(many(100), STALLED_AFTER).try_collect().await.expect("whole");
        assert_eq!(pieces.concat(), (0..100).collect::<Vec<u8>>());
    }

    #[tokio::test]
    async fn whoever_asks_after_the_end_is_told_so_again() {
        let mut pieces = Box::pin(pieces(many(1), STALLED_AFTER));
        assert!(pieces.next().await.is_some_and(|piece| piece.is_ok()));
        assert!(pieces.next().await.is_none() && pieces.next().await.is_none());
    }

    #[tokio::test]
    async fn an_error_breaks_the_file_off() {
        let bytes = many(3).chain(stream::iter([Err(StoreError::Closed)])).boxed();
        assert!(pieces(bytes, STALLED_AFTER).try_collect::<Vec<Bytes>>().await.is_err());
    }

    #[tokio::test]
    async fn a_reader_who_stalls_lets_go() {
        let mut slow = Box::pin(pieces(many(100), Duration::from_millis(20)));
        assert!(slow.next().await.expect("a piece").is_ok());
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert!(slow.try_collect::<Vec<Bytes>>().await.is_err());
    }
}
