//! What can go wrong in the store.

use domain::fault::Fault;

/// An error of the store. Only the [`Fault`] may be shown; the rest is for the log.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A rule said no.
    #[error("{0}")]
    Fault(#[from] Fault),
    /// One of several changes that are made all or not at all was refused.
    #[error("change {place}: {fault}")]
    Refused {
        /// Which, from 0.
        place: usize,
        /// Why.
        fault: Fault,
    },
    /// The database did not answer as it should.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// A migration failed.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Something stored cannot be read back.
    #[error("bad stored data in {table}.{column}, row {row}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's key.
        row: String,
    },
    /// The address of the database cannot be used.
    #[error("{0}")]
    Address(String),
    /// The writer has stopped.
    #[error("the writer has stopped")]
    Closed,
    /// A file or the machine's randomness failed.
    #[error("{0}")]
    Machine(String),
}

impl StoreError {
    /// What may be told to whoever asked.
    pub fn fault(&self) -> Fault {
        match self {
            Self::Fault(fault) | Self::Refused { fault, .. } => fault.clone(),
            Self::Database(_) | Self::Closed => Fault::Unavailable,
            _ => Fault::Internal,
        }
    }
}

impl From<StoreError> for Fault {
    /// Logs what may not be told.
    fn from(error: StoreError) -> Self {
        let fault = error.fault();
        if !matches!(error, StoreError::Fault(_) | StoreError::Refused { .. }) {
            tracing::error!(%error, "the store could not answer");
        }
        fault
    }
}
