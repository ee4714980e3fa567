import { execFile } from "node:child_process";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Profile } from "./csv.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** The columns that a session log must have (R1). */
export const sessionLogTags = [
  "#meta+id", "#date+occurred", "#x_time+start", "#x_time+end", "#x_duration+minutes+num", "#status",
  "#country+code+v_iso3", "#adm1+name", "#adm1+code+v_iso3166_2", "#adm2+name",
  "#loc+facility+name", "#loc+facility+code", "#loc+facility+type",
  "#org+impl+name", "#org+funder+name", "#activity+programme+name", "#activity+project+name", "#activity+project+code",
  "#service+name", "#service+code", "#activity+type",
  "#capacity+facilitators+num", "#output+registered+num", "#output+contacts+num",
  "#output+contacts+f+num", "#output+contacts+m+num", "#output+contacts+i+num",
  "#output+contacts+children+num", "#output+contacts+adults+num",
  "#output+walkin+num", "#output+noshow+num", "#output+made+num", "#date+reported", "#meta+suppressed",
];

/** Those of them that count people: empty for donors, and counted in #meta+suppressed. */
export const sessionLogHidden = [
  "#output+registered+num",
  "#output+contacts+f+num", "#output+contacts+m+num", "#output+contacts+i+num", "#output+contacts+sex_unknown+num",
  "#output+contacts+children+num", "#output+contacts+adults+num", "#output+contacts+age_unknown+num",
  "#output+walkin+num", "#output+noshow+num",
];

/** The columns that the output production must have (R4). */
export const outputProductionTags = [
  "#date+start", "#date+end", "#loc+facility+name", "#loc+facility+code", "#service+name", "#service+code",
  "#output+name", "#output+code", "#output+type", "#output+unit", "#output+num",
  "#item+name", "#item+unit", "#item+used+num",
];

/** Has an export checked by other people's readers; fails with their list of problems. */
export async function checkExport(file: string, profile: Profile, tags: string[] = []): Promise<void> {
  const python = path.join(root, ".venv/bin/python");
  const args = [path.join(root, "tools/check_csv.py"), "--profile", profile, file, ...tags];
  await promisify(execFile)(python, args, { timeout: 30_000 }).catch((fault: { stderr?: string } & Error) => {
    throw new Error(`${path.basename(file)} as ${profile}:\n${fault.stderr || fault.message}`);
  });
}
