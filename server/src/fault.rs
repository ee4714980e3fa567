//! Faults as answers: `{"fault": {"code": …}}` with the status that goes with the code.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::fault::Fault;
use serde::{Deserialize, Serialize};
use store::StoreError;

/// The body of every fault of the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultBody {
    /// Why the request was not answered.
    pub fault: Fault,
}

/// A fault on its way out of a route of the API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiFault {
    fault: Fault,
    status: StatusCode,
}

impl ApiFault {
    /// A fault whose status says more than its code does: 405, 415.
    pub fn with_status(fault: Fault, status: StatusCode) -> Self {
        Self { fault, status }
    }
}

impl From<Fault> for ApiFault {
    fn from(fault: Fault) -> Self {
        let status = status(&fault);
        Self { fault, status }
    }
}

/// The status that a fault is answered with.
pub fn status(fault: &Fault) -> StatusCode {
    StatusCode::from_u16(fault.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

impl From<StoreError> for ApiFault {
    /// What may not be told goes into the log.
    fn from(error: StoreError) -> Self {
        Fault::from(error).into()
    }
}

impl From<serde_json::Error> for ApiFault {
    fn from(error: serde_json::Error) -> Self {
        let place = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Fault::Malformed { line: place(error.line()), column: place(error.column()) }.into()
    }
}

impl IntoResponse for ApiFault {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(FaultBody { fault: self.fault })).into_response();
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}
