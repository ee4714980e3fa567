// What the pages say, in their two languages: written down here once more, so that a sentence that
// changes or goes missing in the product is noticed. Serbian stands in Cyrillic; its Latin form is
// derived by a table of our own.

export type Language = "en" | "sr-Latn" | "sr-Cyrl";

/** The browser's language that leads to each. */
export const browserLocale: Record<Language, string> = { en: "en-GB", "sr-Latn": "sr-RS", "sr-Cyrl": "sr-Cyrl-RS" };

const catalogue = {
  // Names of the demo.
  krnjaca: ["Krnjača", "Крњача"],
  obrenovac: ["Obrenovac", "Обреновац"],
  sid: ["Šid", "Шид"],
  sewing: ["Sewing and tailoring", "Кројење и шивење"],
  mask: ["Canvas face mask", "Платнена маска за лице"],
  storyDay: ["31 May 2021", "31. мај 2021."],
  storyMonth: ["May 2021", "мај 2021."],
  forgottenOnTablet: ["Fri 28 May · 14:00–16:00", "пет 28. мај · 14:00–16:00"],
  forgottenOnDesk: ["Fri 28 May, 14:00–16:00", "пет 28. мај, 14:00–16:00"],

  // The frame.
  skip: ["Skip to the content", "Пређи на садржај"],
  navigation: ["Main navigation", "Главна навигација"],
  signOut: ["Sign out", "Одјава"],
  menu: ["Menu", "Мени"],
  back: ["Back", "Назад"],
  close: ["Close", "Затвори"],
  show: ["Show", "Прикажи"],
  hide: ["Hide", "Сакриј"],
  noAccess: ["This page is not open to you", "Ова страница вам није доступна"],
  notFound: ["There is no such page", "Таква страница не постоји"],
  toStart: ["To the start page", "На почетну страницу"],

  // Signing in.
  signIn: ["Sign in", "Пријава"],
  wrong: [
    "The user name or the password is wrong. Check both and try again.",
    "Корисничко име или лозинка нису тачни. Проверите и покушајте поново.",
  ],
  tooMany: ["Too many tries. Wait {n} minutes and try again.", "Превише покушаја. Сачекајте {n} минута и покушајте поново."],
  disabled: [
    "This account is switched off. Ask your manager or the coordinator.",
    "Овај налог је искључен. Обратите се руководиоцу центра или координатору.",
  ],
  sessionEnded: [
    "You were signed out because some time has passed. Sign in again.",
    "Одјављени сте јер је прошло неко време. Пријавите се поново.",
  ],
  signedOut: ["You are signed out.", "Одјављени сте."],

  // The tablet.
  shifts: ["Shifts", "Смене"],
  yesterday: ["Yesterday", "Јуче"],
  today: ["Today", "Данас"],
  chooseShift: ["Choose a shift", "Изаберите смену"],
  earlier: ["Earlier, not logged", "Раније, није евидентирано"],
  allShifts: ["All shifts", "Све смене"],
  loadAgain: ["Load again", "Учитај поново"],
  notLoggedState: ["Not logged", "Није евидентирана"],
  closedState: ["Closed", "Закључена"],
  present: ["Present", "Ту је"],
  absent: ["Absent", "Није ту"],
  unmarked: ["Not marked", "Није означено"],
  register: ["Register", "Списак"],
  marked: ["{n} of {total} marked", "Означено: {n} од {total}"],
  allPresent: ["All present", "Сви су ту"],
  undo: ["Undo", "Поништи"],
  walkIn: ["Add a walk-in", "Додај особу без уписа"],
  walkInTitle: ["Who came without being enrolled?", "Ко је дошао без уписа?"],
  find: ["Find by alias or code", "Нађи по надимку или шифри"],
  alias: ["Alias (optional)", "Надимак (није обавезно)"],
  born: ["Year of birth (optional)", "Година рођења (није обавезно)"],
  female: ["Female", "Женски"],
  addPerson: ["Add and mark as present", "Додај и означи да је ту"],
  backToRegister: ["Back to the register", "Назад на списак"],
  outputs: ["Made in this shift", "Израђено у овој смени"],
  total: ["Total of the shift", "Укупно у смени"],
  pieces25: ["25 pieces", "25 комада"],
  numberPad: ["Number pad", "Бројчаник"],
  headcount: ["Headcount", "Пребројани"],
  closeShift: ["Close the shift", "Закључи смену"],
  summaryTitle: ["Is this right?", "Да ли је овако?"],
  summaryPresent: ["Present", "Присутни"],
  summaryAbsent: ["Absent", "Одсутни"],
  summaryUnmarked: ["Not marked", "Неозначени"],
  summaryContacts: ["Contacts together", "Контаката укупно"],
  closeNow: ["Close", "Закључи"],
  closeAnyway: ["Close anyway", "Ипак закључи"],
  closedAt: ["Closed at", "Закључена у"],
  reopen: ["Open again", "Отвори поново"],
  didNotHappen: ["Did not happen", "Није одржана"],
  didNotHappenTitle: ["The shift did not happen", "Смена није одржана"],
  saveNotHappened: ["Save: did not happen", "Сачувај: није одржана"],
  allSent: ["Everything is sent", "Све је послато"],
  sendingTitle: ["Saving and sending", "Чување и слање"],
  sendNow: ["Send now", "Пошаљи сада"],
  lock: ["Lock or change person", "Закључај или промени особу"],
  waitsHere: ["Waiting to be sent: 1", "Чека слање: 1"],

  // The manager's page.
  notLoggedTitle: ["Shifts that nobody logged", "Смене које нико није евидентирао"],
  theDay: ["Today: {date}", "Данас: {date}"],
  theMonth: ["The month: {month}", "Месец: {month}"],
  planned: ["Planned shifts", "Планиране смене"],
  held: ["Held", "Одржане"],
  notLogged: ["Not logged", "Нису евидентиране"],
  notHeld: ["Did not happen", "Нису одржане"],
  contacts: ["Contacts", "Контакти"],
  people: ["Different people", "Различите особе"],
  attendance: ["Attendance rate", "Стопа присуства"],
  piecesMade: ["Pieces made", "Израђено комада"],
  all8of8: ["100% · 8 of 8", "100\u00a0% · 8 од 8"],
  review: ["Entries to review", "Уноси за проверу"],

  // Centres.
  allCentres: ["All centres", "Сви центри"],
  asylumCentre: ["Asylum centre", "Центар за азил"],
  receptionCentre: ["Reception centre", "Прихватни центар"],

  // Reports.
  reports: ["Reports", "Извештаји"],
  sessionLog: ["Session log", "Дневник смена"],
  outputProduction: ["Output production", "Израђени производи"],
  peopleReached: ["People reached", "Обухваћене особе"],
  firstMonth: ["First month", "Први месец"],
  lastMonth: ["Last month", "Последњи месец"],
  centre: ["Centre", "Центар"],
  suppressedSessions: [
    "The split by sex and age is left empty in this report, because a single shift has few people. Totals are complete.",
    "Подела по полу и узрасту у овом извештају је изостављена, јер је у једној смени мало људи. Збирови су потпуни.",
  ],
  csv: ["CSV for machines", "CSV за машинску обраду"],
  csvExcel: ["CSV for Excel", "CSV за Excel"],
  periodReversed: [
    "The period ends before it begins: swap the two days.",
    "Период се завршава пре него што почне: замените дане.",
  ],
  // Heads of the Excel file.
  colDate: ["Date", "Датум"],
  colStatus: ["Status", "Статус"],
  colSite: ["Site", "Центар"],
  colSiteCode: ["Site code", "Шифра центра"],
  colWorkshopCode: ["Workshop code", "Шифра радионице"],
  colProductCode: ["Product code", "Шифра производа"],
  colQuantity: ["Quantity", "Количина"],
  colMale: ["Contacts, male", "Контакти, мушки пол"],
  colSuppressed: ["Suppressed cells", "Скривене вредности"],
} satisfies Record<string, readonly [string, string]>;

export type Words = Record<keyof typeof catalogue, string>;

export function wordsOf(language: Language): Words {
  const said = ([en, sr]: readonly [string, string]) =>
    language === "en" ? en : language === "sr-Cyrl" ? sr : latin(sr);
  return Object.fromEntries(Object.entries(catalogue).map(([name, both]) => [name, said(both)])) as Words;
}

/** Puts values in the place of `{name}`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** For a pattern that holds a text as it is. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

const letters: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", ђ: "đ", е: "e", ж: "ž", з: "z", и: "i", ј: "j", к: "k", л: "l", љ: "lj",
  м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "ć", у: "u", ф: "f", х: "h", ц: "c", ч: "č",
  џ: "dž", ш: "š",
};

/** Serbian in the Latin script. */
export function latin(text: string): string {
  return [...text].map((sign) => {
    const small = letters[sign.toLowerCase()];
    if (small === undefined) return sign;
    return sign === sign.toLowerCase() ? small : small[0].toUpperCase() + small.slice(1);
  }).join("");
}
