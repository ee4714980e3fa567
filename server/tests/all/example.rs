//! The example report in the documentation is what the program makes.

use crate::support::Persona::*;
use crate::support::*;
use domain::report::Report;
use std::path::Path;

#[tokio::test(flavor = "multi_thread")]
async fn the_example_report_still_comes_out_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folder = root.join("docs/example-report");
    let writes = std::env::var("RADIONICA_EXAMPLE").is_ok_and(|value| value == "write");
    for engine in engines() {
        let world = world(engine).await;
        for report in
            Report::ALL.into_iter().filter(|report| report.for_donors() && !report.compares())
        {
            let name = report.name();
            let path = format!(
                "/api/v1/reports/{name}.csv?from=2021-05-01&to=2021-05-31&project=EU-RSPMM2&language=en"
            );
            let made = world.get(Donor, &path).await;
            assert_eq!(made.status, 200, "{path}: {}", made.text());
            let file = folder.join(format!("{name}.csv"));
            if writes {
                std::fs::write(&file, &made.body).unwrap();
            }
            let kept = std::fs::read(&file).unwrap();
            assert!(kept == made.body, "{engine}: {name}.csv differs from {}", made.text());
        }
    }
}
