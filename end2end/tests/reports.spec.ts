import { ReportPage } from "../pages/ReportPage.ts";
import { readCsv } from "../support/csv.ts";
import { checkExport, sessionLogTags } from "../support/hxl.ts";
import { expect, test } from "../support/server.ts";

test("the filters stand in the address, and a link to the page is a link to the figures", async ({ open }) => {
  const report = new ReportPage(await open("coordinator"));
  const { page } = report;
  await report.open("session-log");
  await expect(report.field("From")).toHaveValue("2021-05-01");
  await report.field("From").fill("2021-05-10");
  await report.field("To").fill("2021-05-14");
  await report.field("Centre").selectOption({ label: "KRN – Krnjača" });
  await report.field("State of the shifts").selectOption({ label: "Did not happen" });
  await report.show();
  await expect(page).toHaveURL(/[?&]from=2021-05-10&to=2021-05-14&centre=KRN&/);
  // The shift on 12 May: the room was being disinfected.
  await expect(report.rows).toHaveCount(1);
  await expect(report.rows).toContainText("14:00");
  await expect(report.rows).toContainText("12/05/2021");

  const again = new ReportPage(await open("coordinator"));
  await again.page.goto(page.url());
  await expect(again.field("From")).toHaveValue("2021-05-10");
  await expect(again.field("Centre")).toHaveValue("KRN");
  await expect(again.field("State of the shifts")).toHaveValue("did_not_happen");
  await expect(again.rows).toHaveCount(1);
  const file = await again.save("CSV for machines");
  expect(readCsv(file.data, "csv").column("#status")).toEqual(["did_not_happen"]);
});

test("a period that ends before it begins, or is none, is told beside the form", async ({ open, complaints }) => {
  complaints.expect(/status of 4(00|22)/);
  const report = new ReportPage(await open("manager-krn"));
  await report.open("session-log");
  await report.field("From").fill("2021-05-31");
  await report.field("To").fill("2021-05-01");
  await report.show();
  await expect(report.fault).toHaveText("The period ends before it begins: swap the two days.");
  await expect(report.field("From")).toHaveValue("2021-05-31");
  await expect(report.table).toHaveCount(0);
  await expect(report.download("CSV for machines")).toHaveCount(0);
  await report.field("From").fill("2021-05-01");
  await report.field("To").fill("2021-05-31");
  await report.show();
  await expect(report.fault).toBeHidden();
  expect(await report.rowsNamed()).toBe(84);

  for (const [from, said] of [
    ["2021-02-30", /^This day lies too far away|^This is not a day/],
    ["0021-05-01", /^This day lies too far away/],
  ] as const) {
    const answer = await report.page.goto(`/reports/session-log?from=${from}&to=2021-05-31`);
    expect(answer?.status()).toBeGreaterThanOrEqual(400);
    expect(answer?.status()).toBeLessThan(500);
    await expect(report.fault).toHaveText(said);
  }

  const serbian = new ReportPage(await open("donor", { language: "sr-Cyrl" }), "sr-Cyrl");
  await serbian.open("output-production", { from: "2021-06", to: "2021-05" });
  await expect(serbian.fault).toHaveText(serbian.words.periodReversed);
});

test("a donor chooses among months, and no finer cut", async ({ open, complaints }) => {
  const report = new ReportPage(await open("donor"));
  await report.open("session-log");
  await expect(report.field("First month")).toHaveAttribute("type", "month");
  await expect(report.page.getByText("Your account sees whole calendar months, so that no one can be singled out.")).toBeVisible();
  for (const finer of ["Workshop", "State of the shifts", "From"]) await expect(report.field(finer)).toHaveCount(0);
  await expect(report.field("Project").getByRole("option")).toHaveCount(2);
  await report.field("First month").fill("2021-04");
  await report.field("Centre").selectOption("OBR");
  await report.show();
  await expect(report.page).toHaveURL(/from=2021-04&to=2021-05&centre=OBR/);
  expect(await report.rowsNamed()).toBe(8);
  await report.open("output-production");
  await expect(report.field("A row for each").getByRole("option")).toHaveText(["month", "quarter", "year", "whole period"]);

  // Not by the address either.
  complaints.expect(/status of 4\d\d/);
  const finer: Record<string, string>[] = [
    { from: "2021-05-31", to: "2021-05-31" },
    { from: "2021-05", to: "2021-05", workshop: "KRN-SEW" },
    { from: "2021-05", to: "2021-05", state: "closed" },
  ];
  for (const query of finer) {
    await report.open("session-log", query);
    await expect(report.table, JSON.stringify(query)).toHaveCount(0);
  }
  for (const query of ["from=2021-05-31&to=2021-05-31", "from=2021-05-01&to=2021-05-31&workshop=KRN-SEW"]) {
    const answer = await report.page.request.get(`/api/v1/reports/session-log.csv?${query}`);
    expect(answer.status(), query).toBeGreaterThanOrEqual(400);
    expect(answer.headers()["content-type"], query).toContain("application/json");
  }
});

test("page and file agree, row by row", async ({ open }) => {
  const report = new ReportPage(await open("manager-krn"));
  for (const [name, columns] of [
    ["session-log", ["Start", "Minutes", "Contacts", "Contacts, female", "Pieces made", "Walk-ins"]],
    ["output-production", ["Product code", "Quantity"]],
    ["people-reached", ["Person code", "Contacts"]],
  ] as const) {
    await report.open(name, { centre: "KRN", from: "2021-05-17", to: "2021-05-21", step: "day" });
    const file = await report.save("CSV for machines");
    const table = readCsv(file.data, "csv");
    expect(table.rows.length, name).toBeGreaterThan(0);
    expect(await report.rowsNamed(), name).toBe(table.rows.length);
    await expect(report.rows, name).toHaveCount(table.rows.length);
    const heads = await report.table.getByRole("columnheader").allInnerTexts();
    expect(heads.map((head) => head.trim()), name).toEqual(table.header);
    const cells = await report.rows.evaluateAll((rows) => rows.map((row) =>
      [...row.querySelectorAll("td")].map((cell) => (cell.querySelector(".muted") ? "" : cell.textContent ?? ""))));
    for (const column of columns) {
      const at = table.header.indexOf(column);
      expect(cells.map((row) => row[at]), `${name}: ${column}`).toEqual(table.column(column));
    }
  }
});

test("the manager's session log has what is hidden from donors", async ({ open }) => {
  const report = new ReportPage(await open("manager-krn"));
  await report.open("session-log", { from: "2021-05-20", to: "2021-05-20" });
  const file = await report.save("CSV for machines");
  expect(file.name).toBe("radionica-session-log-2021-05-20--2021-05-20.csv");
  await checkExport(file.path, "csv", sessionLogTags);
  const table = readCsv(file.data, "csv");
  // The second woman of 10:00 was absent, and somebody else came in for her.
  const at = table.column("#x_time+start").indexOf("10:00");
  const cell = (tag: string) => table.column(tag)[at];
  expect(["registered", "contacts", "contacts+f", "contacts+m", "contacts+children", "contacts+adults", "walkin", "noshow"]
    .map((tag) => cell(`#output+${tag}+num`))).toEqual(["2", "2", "2", "0", "0", "2", "1", "1"]);
  expect(cell("#meta+suppressed")).toBe("0");
});

test("the file for Excel has what Excel with Serbian settings wants", async ({ open }) => {
  const report = new ReportPage(await open("manager-krn", { language: "sr-Cyrl" }), "sr-Cyrl");
  await report.open("output-production", { centre: "KRN", from: "2021-05-01", to: "2021-05-31", step: "whole" });
  // On the page with a dot between the thousands, in the file as a number.
  await expect(report.rows).toContainText("1.687");
  const file = await report.save(report.words.csvExcel);
  expect(file.name).toBe("radionica-output-production-KRN-whole-2021-05-01--2021-05-31.csv");
  expect([...file.data.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  await checkExport(file.path, "csv-excel");
  const [head, row] = file.data.toString("utf8").split("\r\n");
  expect(head).toContain(`"${report.words.colProductCode}";`);
  expect(row).toContain('"KRN-SEW";"Платнена маска за лице";"MASK";');
  const table = readCsv(file.data, "csv-excel");
  expect(table.numbers(report.words.colQuantity)).toEqual([1687]);

  const headers = await report.download(report.words.csvExcel).evaluate(async (link: HTMLAnchorElement) =>
    Object.fromEntries((await fetch(link.href)).headers));
  expect(headers).toMatchObject({
    "content-type": expect.stringMatching(/^text\/csv; charset=utf-8/),
    "content-disposition": `attachment; filename="${file.name}"`,
    "content-language": "sr-Cyrl",
    "cache-control": "no-store",
  });
});

test("a choice without rows says so, and gives a file with heads only", async ({ open }) => {
  const report = new ReportPage(await open("manager-krn"));
  await report.open("session-log", { from: "2020-01-01", to: "2020-01-31" });
  await expect(report.page.getByRole("heading", { name: "There is no row for this choice." })).toBeVisible();
  const file = await report.save("CSV for machines");
  await checkExport(file.path, "csv", sessionLogTags);
  expect(readCsv(file.data, "csv").rows).toEqual([]);
});
