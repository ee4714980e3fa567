//! Why something was not taken, and what to do: one sentence a fault.
//!
//! The names follow the codes of the faults; where a fault speaks of a kind of thing, each kind
//! has its sentence, because Serbian bends the words around it.

texts! {
    // What came could not be read.
    MALFORMED:
        "This entry could not be read: reload the page and enter it again.",
        "Овај унос није могао да се прочита: учитајте страницу поново и унесите га још једном.";
    /// A file or request with a place in it.
    MALFORMED_AT:
        "Line {line}, column {column} could not be read: correct it and send it again.",
        "Ред {line}, колона {column} не може да се прочита: исправите и пошаљите поново.";
    UNSUPPORTED_VERSION:
        "This tablet and the server have different versions: your entry is kept; reload the page while connected.",
        "Таблет и сервер имају различите верзије: унос је сачуван; учитајте страницу поново док има везе.";
    TOO_LARGE:
        "That is too much at once (at most {max}): send it in smaller parts.",
        "То је превише одједном (највише {max}): пошаљите у мањим деловима.";
    UNSUPPORTED_FORMAT:
        "This report does not come in that format: choose one of the formats on the page.",
        "Овај извештај не постоји у том формату: изаберите неки од формата на страници.";
    SAME_ID_OTHER_BYTES:
        "An entry with the same mark was already sent with other contents: enter it once more.",
        "Унос са истом ознаком већ је послат са другим садржајем: унесите га још једном.";

    // Who may.
    NOT_SIGNED_IN:
        "You are not signed in: sign in and try again.",
        "Нисте пријављени: пријавите се и покушајте поново.";
    NOT_ALLOWED:
        "Your account may not do this here: ask your manager or the coordinator.",
        "Ваш налог овде нема то право: обратите се руководиоцу или координатору.";
    ACCOUNT_DISABLED:
        "This account is switched off: ask your manager or the coordinator.",
        "Овај налог је искључен: обратите се руководиоцу или координатору.";
    WRONG_CREDENTIALS:
        "The user name or the password is wrong: check both and try again.",
        "Корисничко име или лозинка нису тачни: проверите и покушајте поново.";
    OTHER_ACCOUNT:
        "Somebody else is signed in here now. Your entries wait: sign in again with your own account to send them.",
        "Овде је сада пријављен неко други. Ваши уноси чекају: пријавите се поново својим налогом да бисте их послали.";
    SESSION_EXPIRED:
        "You were signed out because some time has passed: sign in again; your entries are kept.",
        "Одјављени сте јер је прошло неко време: пријавите се поново; ваши уноси су сачувани.";
    BAD_ORIGIN:
        "The request did not come from a page of this system: open the page again and repeat it.",
        "Захтев није дошао са странице овог система: отворите страницу поново и поновите.";

    WRONG_CODE:
        "This code is mistyped, used or too old: ask your manager for a new one.",
        "Ова шифра је погрешно уписана, искоришћена или застарела: затражите нову од руководиоца.";
    DEVICE_REVOKED:
        "This tablet was revoked: what was entered on it waits for the manager.",
        "Овај таблет је опозван: што је на њему унето чека руководиоца.";
    NOT_A_MEMBER:
        "Whoever entered this never signed in on this tablet: the manager looks at it.",
        "Ко је ово унео никада се није пријавио на овом таблету: руководилац ће погледати.";
    SEAL_BROKEN:
        "The sealed part of this entry cannot be opened: it is kept for the manager.",
        "Запечаћени део овог уноса не може да се отвори: чува се за руководиоца.";
    RESCUE_UNREADABLE:
        "This rescue file cannot be opened: check the passphrase, and that the file is whole and of this organisation.",
        "Ова датотека за спасавање не може да се отвори: проверите лозинку и да ли је датотека цела и ове организације.";

    // Nothing of that kind is known.
    UNKNOWN:
        "This is not known here: reload the page and choose again.",
        "Ово овде није познато: учитајте страницу поново и изаберите још једном.";
    UNKNOWN_CENTRE:
        "This centre is not known: choose a centre from the list.",
        "Овај центар није познат: изаберите центар са листе.";
    UNKNOWN_WORKSHOP:
        "This workshop is not known: choose a workshop from the list.",
        "Ова радионица није позната: изаберите радионицу са листе.";
    UNKNOWN_PRODUCT:
        "This product is not known: choose a product from the list.",
        "Овај производ није познат: изаберите производ са листе.";
    UNKNOWN_SHIFT:
        "This shift is not known yet: your entry is kept and waits for your manager.",
        "Ова смена још није позната: унос је сачуван и чека руководиоца.";
    UNKNOWN_PERSON:
        "This person is not known yet: your entry is kept and waits for your manager.",
        "Ова особа још није позната: унос је сачуван и чека руководиоца.";
    UNKNOWN_ENROLMENT:
        "This enrolment is not known: reload the register and try again.",
        "Овај упис није познат: учитајте списак поново и покушајте још једном.";
    UNKNOWN_OUTPUT:
        "This entry of pieces is not known yet: reload the shift and try again.",
        "Овај унос комада још није познат: учитајте смену поново и покушајте још једном.";
    UNKNOWN_OCCUPANCY:
        "This occupancy entry is not known: reload the page and choose again.",
        "Овај унос попуњености није познат: учитајте страницу поново и изаберите још једном.";
    UNKNOWN_PROJECT:
        "This project is not known: choose a project from the list.",
        "Овај пројекат није познат: изаберите пројекат са листе.";
    UNKNOWN_ACCOUNT:
        "This account is not known: check the user name.",
        "Овај налог није познат: проверите корисничко име.";
    UNKNOWN_GRANT:
        "This permission does not exist any more: reload the page.",
        "Ово право више не постоји: учитајте страницу поново.";
    UNKNOWN_REPORT:
        "There is no such report: choose one from the list.",
        "Такав извештај не постоји: изаберите извештај са листе.";
    UNKNOWN_INTERPRETING:
        "This record is not known yet: reload the shift and try again.",
        "Овај запис још није познат: поново учитајте смену и покушајте опет.";
    UNKNOWN_ROOM:
        "This room is not known: choose one from the list.",
        "Ова просторија није позната: изаберите једну са листе.";
    UNKNOWN_SCHEDULE:
        "This schedule is not known: load the page again.",
        "Овај распоред није познат: учитајте страницу поново.";
    UNKNOWN_CLOSURE:
        "These closed days are not known: load the page again.",
        "Ови затворени дани нису познати: учитајте страницу поново.";
    UNKNOWN_RECIPIENT:
        "This recipient is not known: choose one from the list.",
        "Овај прималац није познат: изаберите једног са листе.";
    UNKNOWN_HAND_OUT:
        "This hand-out is not known: choose one from the list.",
        "Ова подела није позната: изаберите једну са листе.";
    UNKNOWN_DEVICE:
        "This tablet is not known: choose one from the list.",
        "Овај таблет није познат: изаберите један са листе.";
    UNKNOWN_ENTRY:
        "This entry is no longer under review: reload the page.",
        "Овај унос се више не разматра: учитајте страницу поново.";
    UNKNOWN_SHARE:
        "This workshop does not belong to the project: add it to the project first.",
        "Ова радионица не припада пројекту: прво је додајте у пројекат.";

    // It belongs elsewhere, or is there already.
    OTHER_CENTRE:
        "This belongs to another centre: your entry is kept; choose the right centre or ask your manager.",
        "Ово припада другом центру: унос је сачуван; изаберите прави центар или питајте руководиоца.";
    OTHER_CENTRE_PERSON:
        "This person belongs to another centre: your entry is kept; ask your manager.",
        "Ова особа припада другом центру: унос је сачуван; питајте руководиоца.";
    OTHER_CENTRE_SHIFT:
        "This shift belongs to another centre: your entry is kept; choose the right centre.",
        "Ова смена припада другом центру: унос је сачуван; изаберите прави центар.";
    OTHER_CENTRE_WORKSHOP:
        "This workshop belongs to another centre: choose a workshop of this centre.",
        "Ова радионица припада другом центру: изаберите радионицу овог центра.";
    OTHER_CENTRE_ROOM:
        "This room belongs to another centre: choose a room of this one.",
        "Ова просторија припада другом центру: изаберите просторију овог центра.";
    OTHER_CENTRE_PRODUCT:
        "This product belongs to another centre: choose a product of this workshop.",
        "Овај производ припада другом центру: изаберите производ ове радионице.";
    ALREADY_EXISTS:
        "This exists already: look at the list before you add it again.",
        "Ово већ постоји: погледајте листу пре него што поново додате.";
    ALREADY_EXISTS_SHIFT:
        "There is already such a shift: open it from the list.",
        "Таква смена већ постоји: отворите је са листе.";
    ALREADY_EXISTS_PERSON:
        "This person is already there: find them on the list.",
        "Ова особа већ постоји: потражите је на списку.";
    ALREADY_EXISTS_ENROLMENT:
        "This person is already enrolled: nothing needs to be done.",
        "Ова особа је већ уписана: ништа не треба радити.";
    ALREADY_EXISTS_OCCUPANCY:
        "The number of people housed is already entered for that day: correct it there.",
        "За тај дан је број смештених већ унет: исправите га тамо.";
    CODE_TAKEN:
        "This code is already in use: choose another one.",
        "Ова шифра је већ заузета: изаберите другу.";
    LOGIN_TAKEN:
        "This user name or code is already in use: choose another one.",
        "Ово корисничко име или шифра већ су заузети: изаберите други.";

    // A value does not fit.
    OUT_OF_RANGE:
        "{field}: enter a value from {min} to {max}.",
        "{field}: унесите вредност од {min} до {max}.";
    /// A text of the wrong length.
    LENGTH_OUT_OF_RANGE:
        "{field}: enter a text of {min} to {max} characters.",
        "{field}: унесите текст дужине од {min} до {max} знакова.";
    /// A field that was left empty.
    FIELD_MISSING: "{field}: fill this in.", "{field}: попуните ово поље.";
    BAD_DATE:
        "This is not a day that can be meant: choose a day from the calendar.",
        "То није могућ датум: изаберите дан из календара.";
    BAD_DAY:
        "This day lies too far away: choose one from {min} to {max}.",
        "Тај дан је предалеко: изаберите дан од {min} до {max}";
    PERIOD_REVERSED:
        "The period ends before it begins: swap the two days.",
        "Период се завршава пре него што почне: замените дане.";
    PERIOD_NOT_WHOLE:
        "Your account sees whole calendar months: choose the first and the last day of a month.",
        "Ваш налог види целе календарске месеце: изаберите први и последњи дан месеца.";

    // The shift is in another state.
    /// Something speaks against what is to be planned.
    CLASH:
        "{clash}. Change it, or choose below why it is planned all the same.",
        "{clash}. Измените, или испод изаберите зашто се ипак планира.";
    NEEDS_GUARDIAN:
        "For a child, say which guardian consents.",
        "За дете наведите који старатељ даје сагласност.";
    ERASED:
        "What identified this person was erased: register them anew.",
        "Идентитет ове особе је избрисан: упишите је поново.";
    OFFER_OVER:
        "This was settled before: load the page again.",
        "Ово је већ решено: учитајте страницу поново.";
    SAME_PERSON:
        "These records are already one person: load the page again.",
        "Ови записи су већ једна особа: учитајте страницу поново.";
    SHIFT_LOGGED:
        "This shift has begun, or something is logged of it: it stays where it is. Add another shift instead.",
        "Смена је почела или је у њој нешто евидентирано: остаје где јесте. Уместо тога додајте другу смену.";
    SHIFT_CLOSED:
        "The shift is already closed: your entry is kept and waits for your manager, or open the shift again.",
        "Смена је већ закључена: унос је сачуван и чека руководиоца, или поново отворите смену.";
    /// Neither closed nor marked as not held: there is nothing to open again.
    SHIFT_OPEN:
        "The shift is already open: go on logging it.",
        "Смена је већ отворена: наставите евидентирање.";
    SHIFT_DID_NOT_HAPPEN:
        "The shift is marked as not held: open it again if it took place after all.",
        "За смену стоји да није одржана: отворите је поново ако је ипак одржана.";
    SHIFT_NOT_STARTED:
        "The shift has not begun yet: log it when it begins.",
        "Смена још није почела: евидентирајте је када почне.";
    ALREADY_VOIDED:
        "This entry was already withdrawn: nothing needs to be done.",
        "Овај унос је већ повучен: ништа не треба радити.";

    // The server.
    NOT_FOUND:
        "There is nothing at this address: go back and choose again.",
        "На овој адреси нема ничега: вратите се и изаберите поново.";
    UNAVAILABLE:
        "The server is busy: your entry is kept; try again in a moment.",
        "Сервер је тренутно заузет: унос је сачуван; покушајте поново за који тренутак.";
    INTERNAL:
        "Something is wrong in the server and nothing was changed: try again, and tell your coordinator if it stays.",
        "На серверу нешто није у реду и ништа није промењено: покушајте поново, а ако се понови, јавите координатору.";
    NO_CONNECTION:
        "The server cannot be reached: check the connection and try again.",
        "Сервер није доступан: проверите везу и покушајте поново.";

    // The fields that OUT_OF_RANGE and LENGTH_OUT_OF_RANGE speak of, by their names in commands.
    FIELD_ADM1: "District", "Округ";
    FIELD_ADM1_CODE: "District code", "Шифра округа";
    FIELD_ADM2: "Municipality", "Општина";
    FIELD_ALIAS: "Alias", "Надимак";
    FIELD_ANSWERS: "Answers", "Одговори";
    FIELD_BIRTH_DATE: "Birth date", "Датум рођења";
    FIELD_BORN: "Year of birth", "Година рођења";
    FIELD_BOYS: "Boys", "Дечаци";
    FIELD_CHILDREN: "Children", "Деца";
    FIELD_CODE: "Code", "Шифра";
    FIELD_CONTACT: "Contact details", "Подаци за контакт";
    FIELD_FEMALE: "Women and girls", "Жене и девојчице";
    FIELD_FUNDER: "Funder", "Финансијер";
    FIELD_GIRLS: "Girls", "Девојчице";
    FIELD_GUARDIAN: "Guardian", "Старатељ";
    FIELD_GRANT: "Permission", "Право приступа";
    FIELD_IMPLEMENTER: "Implementing organisation", "Организација која спроводи пројекат";
    FIELD_LANGUAGE: "Language", "Језик";
    FIELD_LOGIN: "User name", "Корисничко име";
    FIELD_MALE: "Men and boys", "Мушкарци и дечаци";
    FIELD_MINUTES: "Length in minutes", "Трајање у минутима";
    FIELD_NAME: "Name", "Назив";
    FIELD_NATIONALITY: "Nationality", "Држављанство";
    FIELD_PASSWORD: "Password", "Лозинка";
    FIELD_PEOPLE: "Number of people", "Број људи";
    FIELD_PLACES: "Places", "Број места";
    FIELD_PROGRAMME: "Programme", "Програм";
    FIELD_QUANTITY: "Quantity", "Количина";
    FIELD_REFERENCE: "Reference", "Ознака уговора";
    FIELD_REMARK: "Remark", "Напомена";
    FIELD_FACILITATORS: "Facilitators", "Водитељи";
    FIELD_RULE: "Days of the schedule", "Дани распореда";
    FIELD_STARTS: "Number of beginnings, rising", "Број почетака, растућим редом";
    FIELD_EVERY: "Weeks from one to the next", "Недеља од једне до друге";
    FIELD_SEPARATION: "With whom the child is", "С ким је дете";
    FIELD_SEX: "Sex", "Пол";
    FIELD_SOURCE: "Source", "Извор";
    FIELD_TITLE: "Title", "Наслов";
    FIELD_TO: "Length of the period in days", "Трајање периода у данима";
    FIELD_TOTAL: "Total", "Укупно";
    FIELD_VERSION: "Version of the text", "Верзија текста";
    FIELD_YEARS: "Age in years", "Узраст у годинама";
    /// A field that has no name here.
    FIELD_OTHER: "Value", "Вредност";
}

plurals! {
    TOO_MANY_TRIES:
        [
            "Too many tries: wait {n} minute and try again.",
            "Too many tries: wait {n} minutes and try again."
        ],
        [
            "Превише покушаја: сачекајте {n} минут и покушајте поново.",
            "Превише покушаја: сачекајте {n} минута и покушајте поново.",
            "Превише покушаја: сачекајте {n} минута и покушајте поново."
        ];
    WEAK_PASSWORD:
        [
            "The password is too weak: use at least {n} character.",
            "The password is too weak: use at least {n} characters."
        ],
        [
            "Лозинка је преслаба: употребите најмање {n} знак.",
            "Лозинка је преслаба: употребите најмање {n} знака.",
            "Лозинка је преслаба: употребите најмање {n} знакова."
        ];
}
