// A list of people as an office keeps it: Serbian headings below a title, semicolons, UTF-16, words
// and dates as everybody writes them; and mistakes in known places.

/** A line of the list, by its headings. */
type Line = Record<string, string>;

export const headings = [
  "Redni broj", "Ime", "Pol", "Godište", "Starost", "Zemlja porekla", "Jezici", "Datum dolaska", "Datum odlaska", "Napomena",
];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

const names = ["Šemsa", "Đorđe", "محمد", "Мохамед", "Ama", "Čedo", "José", "Žarko", "فاطمة", "O’Neil; A.", "Nûr", "Li"];
const countries = ["Sirija", "AFG", "Iraq", "Pakistan", "Сомалија", "Burundi", "somali", ""];
const languages = ["arapski", "eng, ara", "Farsi", "сомалски", "pashto/dari", ""];
const women = ["ž", "F", "Ženski", "женско"];
const men = ["m", "Muški", "Male", "мушко"];

const date = (n: number): string => {
  const [day, month] = [(n % 28) + 1, (n % 5) + 1];
  const two = (m: number) => String(m).padStart(2, "0");
  return pick([
    `${day}.${month}.2021.`, `${two(day)}.${two(month)}.2021`, `2021-${two(month)}-${two(day)}`, `${day}/${month}/2021`,
    `${day}. ${pick(["jan", "feb", "mar", "apr", "maj"], month - 1)} 2021`,
  ], n);
};

/** `count` people; the first stands in row 4. */
export const people = (count: number): Line[] =>
  Array.from({ length: count }, (_, n) => ({
    "Redni broj": String(1_000 + n),
    Ime: `${pick(names, n)} ${Math.floor(n / names.length)}`,
    Pol: pick(n % 2 ? women : men, Math.floor(n / 2)),
    // Half of the list knows the year, the other half an age.
    Godište: n % 2 ? String(1950 + (n % 65)) : "",
    Starost: n % 2 ? "" : String(n % 70),
    "Zemlja porekla": pick(countries, n),
    Jezici: pick(languages, n),
    "Datum dolaska": n % 3 ? date(n) : "",
    "Datum odlaska": "",
    Napomena: n % 50 ? "" : "two lines,\n\"as it is\"",
  }));

const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The list as a file; `more` are cells behind the last heading, by the place of their line. */
export const file = (lines: Line[], more: Record<number, string> = {}): Buffer => {
  const rows = lines.map((line, n) => [...headings.map((heading) => quoted(line[heading] ?? "")), ...(n in more ? [more[n]] : [])]);
  const text = ["Spisak ljudi;;;;;;;;;", "", headings.join(";"), ...rows.map((row) => row.join(";"))].join("\r\n");
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${text}\r\n`, "utf16le")]);
};

/** The row of a line as a spreadsheet counts. */
export const rowOf = (place: number) => place + 4;
