import { parse } from "csv-parse/sync";
import * as fs from "node:fs";

/** The two profiles: for programs, and for Excel with Serbian settings. */
export type Profile = "csv" | "csv-excel";

const BOM = "\ufeff";

export interface Table {
  /** The first record: what people read. */
  header: string[];
  /** The second record where it holds hashtags, else empty strings. */
  tags: string[];
  /** The records of data. */
  rows: string[][];
  /** The cells of the column that is called so, by header or hashtag; fails if there is none or two. */
  column(name: string): string[];
  /** The same as numbers; an empty cell is undefined, and a text is a fault. */
  numbers(name: string): (number | undefined)[];
}

/** Reads a download strictly: CRLF, equally many fields, and the byte order mark only where it belongs. */
export function readCsv(file: string | Buffer, profile: Profile): Table {
  const data = typeof file === "string" ? fs.readFileSync(file) : file;
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  if (text.startsWith(BOM) !== (profile === "csv-excel")) {
    throw new Error(`${profile} must ${profile === "csv" ? "not begin" : "begin"} with a byte order mark`);
  }
  const records: string[][] = parse(text.replace(BOM, ""), {
    delimiter: profile === "csv" ? "," : ";",
    record_delimiter: "\r\n",
  });
  const [header = [], second = [], ...rest] = records;
  const tagged = second.some((cell) => cell.startsWith("#")) && second.every((cell) => !cell || cell.startsWith("#"));
  const tags = tagged ? second : header.map(() => "");
  const rows = tagged ? rest : records.slice(1);

  const column = (name: string): string[] => {
    const at = header.flatMap((label, i) => (label === name || (name && tags[i] === name) ? [i] : []));
    if (at.length !== 1) throw new Error(`${at.length} columns are called ${name}; there are: ${header.join(" | ")}`);
    return rows.map((row) => row[at[0]]);
  };
  const numbers = (name: string) =>
    column(name).map((cell) => {
      if (cell === "") return undefined;
      const plain = profile === "csv-excel" ? cell.replace(",", ".") : cell;
      if (!/^-?\d+(\.\d+)?$/.test(plain)) throw new Error(`Not a number in ${name}: ${cell}`);
      return Number(plain);
    });
  return { header, tags, rows, column, numbers };
}
