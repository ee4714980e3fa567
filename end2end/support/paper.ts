// What a page is on paper: how many sheets it takes, and what an outside reader makes of its QR codes.

import { execFileSync } from "node:child_process";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page, TestInfo } from "@playwright/test";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** What an outside reader makes of the QR codes on a page. */
export const codes = async (page: Page, info: TestInfo): Promise<string[]> => {
  const picture = info.outputPath("page.png");
  await page.screenshot({ path: picture, fullPage: true });
  const read = execFileSync(path.join(root, ".venv/bin/python"), [path.join(root, "tools/read_qr.py"), picture]);
  return read.toString().trim().split("\n");
};

/** How many sheets of paper a page takes. */
export const sheets = async (page: Page): Promise<number> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};
