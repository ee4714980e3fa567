//! What a manager decides: entries under review, disagreements, notes and receipts.

texts! {
    ELSEWHERE_TITLE: "Entries that belong to no centre", "Уноси који не припадају ниједном центру";
    // What an entry says, a word each.
    MADE: "Entered", "Унето";
    RECEIVED: "Received", "Примљено";
    FROM_WHOM: "By", "Ко је унео";
    TABLET: "Tablet", "Таблет";
    PERSON: "Participant", "Учесник";
    MARK: "Mark", "Ознака";
    COUNTED: "Counted", "Пребројано";
    MADE_PRODUCT: "Made", "Израђено";
    REASON: "Reason", "Разлог";
    REMARK: "Remark", "Напомена";
    LANGUAGE: "Language", "Језик";
    WORKSHOP: "Workshop", "Радионица";
    SHIFT: "Shift", "Смена";
    SHIFT_UNKNOWN: "not known here", "овде није позната";
    FROM_DAY: "From", "Од";
    TO_DAY: "To", "До";
    ACCOUNTS: "Accounts", "Налози";
    SEX: "Sex", "Пол";
    NOT_YOURS_TO_SEE:
        "Only the centre’s manager sees what was sent.",
        "Само руководилац центра види шта је послато.";
    AS_SENT: "As it was sent", "Како је послато";

    // What can be decided.
    TAKE_IN: "Take it in", "Прихвати";
    SET_ASIDE: "Set aside", "Остави по страни";
    CORRECT: "Correct and take in", "Исправи и прихвати";
    CORRECT_TITLE: "Corrected by you", "Ваша исправка";
    CORRECT_HELP:
        "A new entry is made in your name, and this one is set aside.",
        "Прави се нов унос у ваше име, а овај остаје по страни.";
    CHOOSE_SHIFT: "Choose the shift", "Изаберите смену";
    PERSON_CODE: "Code of the participant", "Шифра учесника";
    PERSON_CODE_HINT: "As on the register, eight characters", "Као на списку, осам знакова";
    HOW_MANY: "How many", "Колико";
    LEAVE_FORM: "Do not correct", "Одустани од исправке";

    // What became of it.
    DONE_RELEASED: "The entry is taken in and counts.", "Унос је прихваћен и рачуна се.";
    DONE_DISMISSED:
        "The entry is set aside. It stays kept and does not count.",
        "Унос је остављен по страни. Остаје сачуван и не рачуна се.";
    DONE_CORRECTED:
        "Your correction counts; the entry is set aside.",
        "Рачуна се ваша исправка; унос је остављен по страни.";
    REFUSED_TITLE: "Nothing was changed", "Ништа није промењено";
    REFUSED_UNKNOWN:
        "Something that the entry builds on is not known here.",
        "Нешто на шта се унос ослања овде није познато.";
    REFUSED_SHIFT: "The shift is not known here. Choose one.", "Смена овде није позната. Изаберите једну.";
    REFUSED_PERSON:
        "There is no participant with this code. Check it on the register.",
        "Нема учесника са овом шифром. Проверите је на списку.";
    REFUSED_NUMBER: "The number is outside its range.", "Број је ван дозвољеног опсега.";
    REFUSED_SETTLED:
        "Somebody has decided about this entry already.",
        "О овом уносу је већ неко одлучио.";
    REFUSED_EXISTS: "The same is already there.", "Исто већ постоји.";
    REFUSED_NOT_ALLOWED:
        "Your account may not take this in here.",
        "Ваш налог не може ово овде да прихвати.";
    REFUSED_OTHER_CENTRE:
        "The participant belongs to another centre.",
        "Учесник припада другом центру.";
    REFUSED_UNREADABLE:
        "The entry cannot be read, so it cannot be taken in.",
        "Унос не може да се прочита, па не може ни да се прихвати.";
    REFUSED_NOT_STARTED:
        "The shift lies on a day that has not come.",
        "Смена је тек предстојећег дана.";

    // Disagreements.
    DISAGREEMENTS: "Entries that disagree", "Уноси који се не слажу";
    DISAGREEMENTS_HELP:
        "All of them are kept. What counts is marked; correct it on the tablet if it is wrong.",
        "Сви су сачувани. Означено је шта се рачуна; ако је погрешно, исправите на таблету.";
    ABOUT_MARK:
        "Two marks of one participant; neither maker knew of the other",
        "Две ознаке истог учесника; ниједан није знао за другу";
    ABOUT_HEADCOUNT:
        "Two headcounts; neither maker knew of the other",
        "Два бројања; ниједно није знало за друго";
    ABOUT_COURSE:
        "Closed for one, not for the other",
        "За једног закључена, за другог не";
    ABOUT_AFTER_CLOSING: "Entered after the closing", "Унето после закључења";
    ABOUT_DID_NOT_HAPPEN:
        "Entries at a shift that did not happen",
        "Уноси на смени која није одржана";
    SAID: "What was entered", "Шта је унето";
    COUNTS: "Counts", "Рачуна се";
    COUNTS_YES: "counts", "рачуна се";
    COUNTS_NO: "does not count", "не рачуна се";
    OPENED_AGAIN: "Opened again", "Поново отворена";
    DID_NOT_HAPPEN_BECAUSE: "Did not happen: {reason}", "Није одржана: {reason}";

    // Beside a shift of the day.
    NOTE: "Note", "Белешка";
    NOTE_HIDDEN: "There is a note; its text is not shown here.", "Постоји белешка; њен текст се овде не приказује.";
    HANDED_OVER: "Handed over: {from} → {to}, {time}", "Предаја: {from} → {to}, {time}";
    SEEN:
        "both saw: {present} present, {absent} not here, {unmarked} not marked, {headcount} counted",
        "виђено: ту је {present}, није ту {absent}, без ознаке {unmarked}, пребројано {headcount}";
    SEEN_UNSENT: "not sent yet: {n}", "још није послато: {n}";
}

plurals! {
    DISAGREEMENT_COUNT:
        ["{n} disagreement", "{n} disagreements"],
        ["{n} неслагање", "{n} неслагања", "{n} неслагања"];
}
