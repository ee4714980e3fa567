// What the pages say, in their languages: written down here once more, so that a sentence that
// changes or goes missing in the product is noticed. Serbian stands in Cyrillic; its Latin form is
// derived by a table of our own.

export type Language = "en" | "sr-Latn" | "sr-Cyrl" | "ar";

/** The browser's language that leads to each. */
export const browserLocale: Record<Language, string> = {
  en: "en-GB", "sr-Latn": "sr-RS", "sr-Cyrl": "sr-Cyrl-RS", ar: "ar-SY",
};

const catalogue = {
  // Names of the demo.
  krnjaca: ["Krnjača", "Крњача", "Krnjača"],
  obrenovac: ["Obrenovac", "Обреновац", "Obrenovac"],
  sid: ["Šid", "Шид", "Šid"],
  sewing: ["Sewing and tailoring", "Кројење и шивење", "الخياطة والتفصيل"],
  mask: ["Canvas face mask", "Платнена маска за лице", "Canvas face mask"],
  storyDay: ["31 May 2021", "31. мај 2021.", "31 مايو 2021"],
  storyMonth: ["May 2021", "мај 2021.", "مايو 2021"],
  forgottenOnTablet: ["Fri 28 May · 14:00–16:00", "пет 28. мај · 14:00–16:00", "جمعة 28 مايو · 14:00–16:00"],
  forgottenOnDesk: ["Fri 28 May, 14:00–16:00", "пет 28. мај, 14:00–16:00", "جمعة 28 مايو, 14:00–16:00"],

  // The frame.
  skip: ["Skip to the content", "Пређи на садржај", "الانتقال إلى المحتوى"],
  navigation: ["Main navigation", "Главна навигација", "التنقل الرئيسي"],
  signOut: ["Sign out", "Одјава", "تسجيل الخروج"],
  menu: ["Menu", "Мени", "القائمة"],
  back: ["Back", "Назад", "رجوع"],
  close: ["Close", "Затвори", "إغلاق"],
  show: ["Show", "Прикажи", "إظهار"],
  hide: ["Hide", "Сакриј", "إخفاء"],
  noAccess: ["This page is not open to you", "Ова страница вам није доступна", "هذه الصفحة غير متاحة لهذا الحساب"],
  notFound: ["There is no such page", "Таква страница не постоји", "لا توجد صفحة كهذه"],
  toStart: ["To the start page", "На почетну страницу", "إلى صفحة البداية"],

  // Signing in.
  signIn: ["Sign in", "Пријава", "تسجيل الدخول"],
  wrong: [
    "The user name or the password is wrong. Check both and try again.",
    "Корисничко име или лозинка нису тачни. Проверите и покушајте поново.",
    "اسم المستخدم أو كلمة المرور غير صحيح. يرجى التحقق منهما وإعادة المحاولة.",
  ],
  tooMany: [
    "Too many tries. Wait {n} minutes and try again.",
    "Превише покушаја. Сачекајте {n} минута и покушајте поново.",
    "محاولات كثيرة جدًا. يرجى الانتظار {n} دقيقة ثم إعادة المحاولة.",
  ],
  disabled: [
    "This account is switched off. Ask your manager or the coordinator.",
    "Овај налог је искључен. Обратите се руководиоцу центра или координатору.",
    "هذا الحساب موقوف. يرجى التواصل مع مدير المركز أو المنسّق.",
  ],
  sessionEnded: [
    "You were signed out because some time has passed. Sign in again.",
    "Одјављени сте јер је прошло неко време. Пријавите се поново.",
    "تم تسجيل الخروج بسبب مرور بعض الوقت. يرجى تسجيل الدخول مجددًا.",
  ],
  signedOut: ["You are signed out.", "Одјављени сте.", "تم تسجيل الخروج."],

  // The tablet.
  shifts: ["Shifts", "Смене", "المناوبات"],
  yesterday: ["Yesterday", "Јуче", "أمس"],
  today: ["Today", "Данас", "اليوم"],
  chooseShift: ["Choose a shift", "Изаберите смену", "يرجى اختيار مناوبة"],
  earlier: ["Earlier, not logged", "Раније, није евидентирано", "سابقة، غير مسجّلة"],
  allShifts: ["All shifts", "Све смене", "كل المناوبات"],
  loadAgain: ["Load again", "Учитај поново", "إعادة التحميل"],
  notLoggedState: ["Not logged", "Није евидентирана", "غير مسجّلة"],
  closedState: ["Closed", "Закључена", "مغلقة"],
  present: ["Present", "Ту је", "حضور"],
  absent: ["Absent", "Није ту", "غياب"],
  unmarked: ["Not marked", "Није означено", "بلا علامة"],
  register: ["Register", "Списак", "كشف الحضور"],
  marked: ["{n} of {total} marked", "Означено: {n} од {total}", "العلامات: {n} من {total}"],
  allPresent: ["All present", "Сви су ту", "حضور الجميع"],
  undo: ["Undo", "Поништи", "تراجع"],
  walkIn: ["Add a walk-in", "Додај особу без уписа", "إضافة حضور بلا تسجيل مسبق"],
  walkInTitle: ["Who came without being enrolled?", "Ко је дошао без уписа?", "من حضر بلا تسجيل مسبق؟"],
  find: ["Find by alias or code", "Нађи по надимку или шифри", "بحث بالاسم المستعار أو الرمز"],
  alias: ["Alias (optional)", "Надимак (није обавезно)", "الاسم المستعار (اختياري)"],
  born: ["Year of birth (optional)", "Година рођења (није обавезно)", "سنة الميلاد (اختياري)"],
  female: ["Female", "Женски", "أنثى"],
  addPerson: ["Add and mark as present", "Додај и означи да је ту", "إضافة مع علامة حضور"],
  backToRegister: ["Back to the register", "Назад на списак", "رجوع إلى كشف الحضور"],
  outputs: ["Made in this shift", "Израђено у овој смени", "إنتاج هذه المناوبة"],
  total: ["Total of the shift", "Укупно у смени", "مجموع المناوبة"],
  pieces25: ["25 pieces", "25 комада", "25 قطعة"],
  numberPad: ["Number pad", "Бројчаник", "لوحة الأرقام"],
  headcount: ["Headcount", "Пребројани", "التعداد"],
  closeShift: ["Close the shift", "Закључи смену", "إغلاق المناوبة"],
  summaryTitle: ["Is this right?", "Да ли је овако?", "هل هذا صحيح؟"],
  summaryPresent: ["Present", "Присутни", "الحضور"],
  summaryAbsent: ["Absent", "Одсутни", "غياب"],
  summaryUnmarked: ["Not marked", "Неозначени", "بلا علامة"],
  summaryContacts: ["Contacts together", "Контаката укупно", "مجموع مرات الحضور"],
  closeNow: ["Close", "Закључи", "إغلاق"],
  closeAnyway: ["Close anyway", "Ипак закључи", "إغلاق على أي حال"],
  closedAt: ["Closed at", "Закључена у", "أُغلقت الساعة"],
  reopen: ["Open again", "Отвори поново", "إعادة فتح"],
  didNotHappen: ["Did not happen", "Није одржана", "لم تُعقد"],
  didNotHappenTitle: ["The shift did not happen", "Смена није одржана", "المناوبة لم تُعقد"],
  saveNotHappened: ["Save: did not happen", "Сачувај: није одржана", "حفظ: لم تُعقد"],
  allSent: ["Everything is sent", "Све је послато", "تم إرسال كل شيء"],
  sendingTitle: ["Saving and sending", "Чување и слање", "الحفظ والإرسال"],
  sendNow: ["Send now", "Пошаљи сада", "إرسال الآن"],
  lock: ["Lock or change person", "Закључај или промени особу", "قفل أو تغيير الشخص"],
  waitsHere: ["Waiting to be sent: 1", "Чека слање: 1", "في انتظار الإرسال: 1"],

  // The manager's page.
  notLoggedTitle: ["Shifts that nobody logged", "Смене које нико није евидентирао", "مناوبات لم يسجّلها أحد"],
  theDay: ["Today: {date}", "Данас: {date}", "اليوم: {date}"],
  theMonth: ["The month: {month}", "Месец: {month}", "الشهر: {month}"],
  planned: ["Planned shifts", "Планиране смене", "المناوبات المخططة"],
  held: ["Held", "Одржане", "عُقدت"],
  notLogged: ["Not logged", "Нису евидентиране", "غير مسجّلة"],
  notHeld: ["Did not happen", "Нису одржане", "لم تُعقد"],
  contacts: ["Contacts", "Контакти", "مرات الحضور"],
  people: ["Different people", "Различите особе", "أشخاص مختلفون"],
  attendance: ["Attendance rate", "Стопа присуства", "نسبة الحضور"],
  piecesMade: ["Pieces made", "Израђено комада", "القطع المنتجة"],
  all8of8: ["100% · 8 of 8", "100\u00a0% · 8 од 8", "100% · 8 من 8"],
  review: ["Entries to review", "Уноси за проверу", "إدخالات للمراجعة"],

  // Centres.
  allCentres: ["All centres", "Сви центри", "جميع المراكز"],
  asylumCentre: ["Asylum centre", "Центар за азил", "مركز لجوء"],
  receptionCentre: ["Reception centre", "Прихватни центар", "مركز استقبال"],

  // Reports.
  reports: ["Reports", "Извештаји", "التقارير"],
  sessionLog: ["Session log", "Дневник смена", "سجل المناوبات"],
  outputProduction: ["Output production", "Израђени производи", "الإنتاج"],
  peopleReached: ["People reached", "Обухваћене особе", "الأشخاص الذين تم الوصول إليهم"],
  firstMonth: ["First month", "Први месец", "الشهر الأول"],
  lastMonth: ["Last month", "Последњи месец", "الشهر الأخير"],
  centre: ["Centre", "Центар", "المركز"],
  suppressedSessions: [
    "The split by sex and age is left empty in this report, because a single shift has few people. Totals are complete.",
    "Подела по полу и узрасту у овом извештају је изостављена, јер је у једној смени мало људи. Збирови су потпуни.",
    "تُرك التقسيم حسب الجنس والعمر فارغًا في هذا التقرير، لأن المناوبة الواحدة تضم عددًا قليلًا من الأشخاص. المجاميع كاملة.",
  ],
  csv: ["CSV for machines", "CSV за машинску обраду", "CSV للمعالجة الآلية"],
  csvExcel: ["CSV for Excel", "CSV за Excel", "CSV لبرنامج Excel"],
  periodReversed: [
    "The period ends before it begins: swap the two days.",
    "Период се завршава пре него што почне: замените дане.",
    "تنتهي الفترة قبل أن تبدأ: يرجى تبديل اليومين.",
  ],
  // Heads of the Excel file.
  colDate: ["Date", "Датум", "التاريخ"],
  colStatus: ["Status", "Статус", "الحالة"],
  colSite: ["Site", "Центар", "المركز"],
  colSiteCode: ["Site code", "Шифра центра", "رمز المركز"],
  colWorkshopCode: ["Workshop code", "Шифра радионице", "رمز الورشة"],
  colProductCode: ["Product code", "Шифра производа", "رمز المنتج"],
  colQuantity: ["Quantity", "Количина", "الكمية"],
  colMale: ["Contacts, male", "Контакти, мушки пол", "مرات الحضور، ذكور"],
  colSuppressed: ["Suppressed cells", "Скривене вредности", "الخانات المحجوبة"],
} satisfies Record<string, readonly [string, string, string]>;

export type Words = Record<keyof typeof catalogue, string>;

export function wordsOf(language: Language): Words {
  const said = ([en, sr, ar]: readonly [string, string, string]) =>
    ({ en, ar, "sr-Cyrl": sr, "sr-Latn": latin(sr) })[language];
  return Object.fromEntries(Object.entries(catalogue).map(([name, all]) => [name, said(all)])) as Words;
}

/** Puts values in the place of `{name}`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** For a pattern that holds a text as it is; in Arabic what is written from left to right is set apart. */
export function literally(text: string): string {
  return `[\u2068\u2069]*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[\u2068\u2069]*`;
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
