//! The registry of people, and who takes part in what.

texts! {
    TITLE: "People", "Људи";
    INTRO:
        "Everybody who is registered here. An alias is shown here and on tablets, and never leaves the centre.",
        "Сви који су овде уписани. Надимак се види овде и на таблетима и никада не излази из центра.";
    SEARCH_FOR: "Code or alias", "Шифра или надимак";
    SEARCH_HINT:
        "However it is spelled, in any script.",
        "Како год да је написано, било којим писмом.";
    FOUND_FOR: "Found for “{text}”", "Пронађено за „{text}“";
    FOUND_MORE: "There are more: type more of it.", "Има их још: упишите више.";
    SHOW_ALL: "Show all", "Прикажи све";
    SPEAKS: "Language", "Језик";
    ANY_LANGUAGE: "Any language", "Било који језик";
    LIVING: "Where they are", "Где су";
    LIVE_HERE: "Live here", "Живе овде";
    LEFT: "Left", "Отишли";
    ONLY_MISSING: "Something is missing", "Нешто недостаје";
    EVERYBODY: "Everybody", "Сви";
    COMPLETE: "Data", "Подаци";
    NOBODY: "Nobody fits", "Нико не одговара";
    NOBODY_YET: "Nobody is registered here yet", "Овде још нико није уписан";
    PAGE_OF: "{from}–{to} of {total}", "{from}–{to} од {total}";
    EARLIER: "Earlier", "Претходни";
    LATER: "Later", "Следећи";
    PERSON: "Person", "Особа";
    ALIAS: "Alias", "Надимак";
    ALIAS_OPTIONAL: "Alias (optional)", "Надимак (није обавезно)";
    SEX: "Sex", "Пол";
    SEX_AND_AGE: "Sex and age", "Пол и узраст";
    AGE: "Age", "Узраст";
    YEARS_OLD: "Age in years", "Узраст у годинама";
    NATIONALITY: "Nationality", "Држављанство";
    LANGUAGES: "Languages", "Језици";
    SEPARATION: "With whom a child is", "С ким је дете";
    MISSING: "Missing: {what}", "Недостаје: {what}";
    LEFT_ON: "Left on {date}", "Одлазак: {date}";
    DUPLICATES: "Likely duplicates", "Могући дупликати";
    ENROLMENTS: "Enrolments and waiting lists", "Уписи и листе чекања";

    REGISTER: "Register somebody", "Упиши особу";
    REGISTER_WHAT:
        "The code is made by the system. Everything else may stay empty.",
        "Шифру прави систем. Све остало може да остане празно.";
    REGISTER_ASKS:
        "The projects of this centre ask for: {what}.",
        "Пројекти овог центра траже: {what}.";
    REGISTERED: "{code} is registered.", "{code}: уписано.";
    OPEN_PAGE: "Open the page", "Отвори страницу";
    NO_WORKSHOP: "No workshop yet", "Још без радионице";
    SAVE_REGISTER: "Register", "Упиши";

    FACTS: "What counting needs", "Шта је потребно за бројање";
    REGISTERED_ON: "Registered", "Уписано";
    BORN: "Born in", "Година рођења";
    BORN_OR_YEARS:
        "A year of birth, or an age as told today.",
        "Година рођења, или узраст како је речен данас.";
    CORRECT: "Correct", "Исправи";
    SAVE_CORRECT: "Save the correction", "Сачувај исправку";
    CORRECTED: "The correction is saved.", "Исправка је сачувана.";
    CORRECT_WHAT:
        "Figures count what stands here now, also for the past.",
        "Бројке рачунају оно што овде сада стоји, и за прошлост.";
    ADD_LANGUAGE: "Add or change a language", "Додај или измени језик";
    LEVEL: "Level", "Ниво";
    SAVE_LANGUAGE: "Save the language", "Сачувај језик";
    LANGUAGE_SAVED: "The language is saved.", "Језик је сачуван.";

    STAYS: "Where they live", "Где живи";
    NO_STAYS: "Here since being registered.", "Овде од уписа.";
    STAY: "Arrival, transfer, departure", "Долазак, премештај, одлазак";
    STAY_WHERE: "Lives in", "Живи у";
    STAY_LEFT: "Left: with us no longer", "Отишла или отишао: више није код нас";
    STAY_FROM: "From that day on", "Од тог дана";
    STAY_WHAT:
        "Whoever leaves or moves is taken out of the workshops and waiting lists of this centre. What was logged stays.",
        "Ко оде или пређе, скида се из радионица и са листа чекања овог центра. Оно што је евидентирано остаје.";
    SAVE_STAY: "Save", "Сачувај";
    STAY_SAVED: "Saved.", "Сачувано.";

    PARTICIPATION: "Takes part in", "Учествује у";
    NO_ENROLMENTS: "Not enrolled anywhere.", "Није никуда уписано.";
    ONLY_SHIFT: "only {when}", "само {when}";
    SINCE_UNTIL: "{from} – {to}", "{from} – {to}";
    SINCE: "since {from}", "од {from}";
    END: "End", "Заврши";
    END_WHO: "End the enrolment in {workshop}", "Заврши упис: {workshop}";
    ENDED: "The enrolment ends.", "Упис је завршен.";
    EARLIER_ENROLMENTS: "Earlier", "Раније";
    ENROL: "Enrol", "Упиши у радионицу";
    ENROLLED: "Enrolled.", "Уписано.";
    WAITS_FOR: "Waits for a place: {workshop}", "Чека место: {workshop}";
    WAIT: "Put on the waiting list", "Стави на листу чекања";
    ON_LIST: "On the waiting list.", "На листи чекања.";
    MARKS: "Attendance", "Присуство";
    NO_MARKS: "Nothing is marked yet.", "Још ништа није означено.";
    PRESENT_OF: "Present {present} of {marked} times", "Присуство: {present} од {marked}";

    CONSENTS: "Consents", "Сагласности";
    NO_CONSENTS: "No consent is recorded.", "Ниједна сагласност није забележена.";
    CONSENT: "Record a consent", "Забележи сагласност";
    PURPOSE: "To what", "За шта";
    PURPOSE_RECORD: "Keeping alias and contact beside what they took part in", "Чување надимка и контакта уз учешће";
    PURPOSE_REFER: "Passing data on to another organisation", "Прослеђивање података другој организацији";
    PURPOSE_PHOTO: "Pictures of them and of their work", "Фотографије особе и њених радова";
    PURPOSE_CONTACT: "Being contacted after leaving", "Контактирање после одласка";
    VERSION: "Version of the text", "Верзија текста";
    GIVEN_IN: "Given in", "На језику";
    GIVEN_ON: "Given on", "Дата дана";
    GUARDIAN: "Who consents for a child", "Ко даје сагласност за дете";
    GUARDIAN_NONE: "Of age: nobody else", "Пунолетство: нико други";
    GUARDIAN_PARENT: "A parent", "Родитељ";
    GUARDIAN_RELATIVE: "A relative who cares for the child", "Сродник који брине о детету";
    GUARDIAN_APPOINTED: "An appointed guardian", "Постављени старатељ";
    SAVE_CONSENT: "Save the consent", "Сачувај сагласност";
    CONSENT_SAVED: "The consent is saved.", "Сагласност је сачувана.";
    STANDS: "stands", "важи";
    WITHDRAWN_ON: "withdrawn on {date}", "повучена дана {date}";
    WITHDRAW: "Withdraw", "Повуци";
    WITHDRAW_WHAT: "Withdraw: {purpose}", "Повуци: {purpose}";
    WITHDRAWN: "The consent is withdrawn.", "Сагласност је повучена.";

    FUNCTIONING: "Functioning (Washington Group short set)", "Функционисање (кратак сет Вашингтонске групе)";
    FUNCTIONING_ASK: "Ask the six questions", "Постави шест питања";
    FUNCTIONING_NONE: "Not asked.", "Није питано.";
    FUNCTIONING_ON: "Asked on {date}", "Питано дана {date}";
    DISABILITY_YES: "Counts as a person with a disability: a lot of difficulty, or more, in at least one.", "Рачуна се као особа са инвалидитетом: велика тешкоћа, или више, бар у једном.";
    DISABILITY_NO: "No answer reaches “a lot of difficulty”.", "Ниједан одговор не достиже „велику тешкоћу“.";
    ASKED_ON: "Asked on", "Питано дана";
    NOT_ANSWERED: "Not answered", "Без одговора";
    SEEING: "Seeing, even with glasses", "Вид, и са наочарима";
    HEARING: "Hearing, even with a hearing aid", "Слух, и са слушним апаратом";
    WALKING: "Walking or climbing steps", "Ходање или пењање уз степенице";
    REMEMBERING: "Remembering or concentrating", "Памћење или концентрација";
    SELF_CARE: "Washing or dressing", "Прање или облачење";
    COMMUNICATING: "Understanding and being understood", "Разумевање и споразумевање";
    DIFFICULTY_NONE: "No difficulty", "Без тешкоћа";
    DIFFICULTY_SOME: "Some difficulty", "Извесна тешкоћа";
    DIFFICULTY_A_LOT: "A lot of difficulty", "Велика тешкоћа";
    DIFFICULTY_CANNOT: "Cannot do it at all", "Уопште не може";
    SAVE_FUNCTIONING: "Save the answers", "Сачувај одговоре";
    FUNCTIONING_SAVED: "The answers are saved.", "Одговори су сачувани.";

    ACCOMPANIED: "With a parent or caregiver", "Са родитељем или старатељем";
    SEPARATED: "Separated: with other relatives", "Раздвојено: са другим сродницима";
    UNACCOMPANIED: "Unaccompanied", "Без пратње";

    IDENTITY: "Identity", "Идентитет";
    IDENTITY_WHAT:
        "Birth date, contact and a guardian’s name are shown only on request. Each look is recorded.",
        "Датум рођења, контакт и име старатеља приказују се само на захтев. Сваки увид се бележи.";
    LOOK: "Show the identity", "Прикажи идентитет";
    BIRTH_DATE: "Birth date", "Датум рођења";
    CONTACT: "Contact", "Контакт";
    GUARDIAN_NAME: "Name of the guardian", "Име старатеља";
    SAVE_IDENTITY: "Save the identity", "Сачувај идентитет";
    IDENTITY_SAVED: "The identity is saved.", "Идентитет је сачуван.";
    LOOKS: "Who looked", "Ко је имао увид";

    MERGED: "Joined records", "Спојени записи";
    MERGED_INTO: "This record is joined with {code}, which is used instead.", "Овај запис је спојен са записом {code}, који се користи уместо њега.";
    SEPARATE: "Separate again", "Поново раздвоји";
    SEPARATE_WHO: "Separate {code} again", "Поново раздвоји {code}";
    SEPARATED_AGAIN: "The records are two people again.", "Записи су поново две особе.";

    RIGHTS: "Their rights", "Права особе";
    OWN_DATA: "Everything that is known, as a file", "Све што је познато, као датотека";
    OWN_DATA_WHAT: "For the person who asks what is kept of them. It holds the identity, so the download is recorded like a look.", "За особу која пита шта се о њој чува. Садржи идентитет, па се преузимање бележи као увид.";
    ERASE: "Erase the identity", "Избриши идентитет";
    ERASE_WHAT:
        "Alias, birth date, contact and guardian are erased for ever, with the key that opens them; workshops and waiting lists end. What was counted stays, and nobody can trace it back. This cannot be undone.",
        "Надимак, датум рођења, контакт и старатељ бришу се заувек, заједно са кључем који их отвара; уписи и листе чекања се завршавају. Избројано остаје и не може да се повеже са особом. Ово не може да се поништи.";
    ERASE_CONFIRM: "Type the code {code} to confirm", "Упишите шифру {code} за потврду";
    ERASE_CODE: "Code", "Шифра";
    ERASED_DONE: "The identity is erased.", "Идентитет је избрисан.";
    ERASED: "What identified this person was erased.", "Идентитет ове особе је избрисан.";
    OWN_TITLE: "What Radionica keeps of {code}", "Шта Радионица чува о {code}";
    OWN_MADE: "Made on {date}", "Сачињено {date}";

    DUPLICATES_INTRO:
        "Records that look like one person. Joined ones count once; both histories stay, and it can be undone.",
        "Записи који изгледају као једна особа. Спојени се рачунају једном; обе историје остају и спајање може да се поништи.";
    NO_DUPLICATES: "Nothing looks like a duplicate", "Ништа не личи на дупликат";
    REASONS: "Why", "Зашто";
    ALIKE_SAME: "the same alias", "исти надимак";
    ALIKE_SOUNDS: "aliases that sound alike", "надимци који слично звуче";
    ALIKE_BIRTH: "the same birth date", "исти датум рођења";
    ALIKE_AGE: "about the same age", "приближно исти узраст";
    ALIKE_NATIONALITY: "the same nationality", "исто држављанство";
    ALIKE_LANGUAGE: "a language in common", "заједнички језик";
    JOIN: "Join, keep {code}", "Споји, задржи {code}";
    APART: "They are two", "То су две особе";
    JOINED: "The records are joined.", "Записи су спојени.";
    KEPT_APART: "They are not proposed again.", "Више се не предлажу.";

    ENROLMENTS_INTRO:
        "Who has a place in a workshop or in one of its shifts, and who waits. When a place becomes free, it is offered to the next by itself.",
        "Ко има место у радионици или у једној њеној смени и ко чека. Кад се место ослободи, само се нуди следећем.";
    ALL_SHIFTS: "All shifts", "Све смене";
    ENROLLED_LIST: "Have a place", "Имају место";
    NOBODY_ENROLLED: "Nobody is enrolled", "Нико није уписан";
    WAITING_LIST: "Wait, in order", "Чекају, по реду";
    NOBODY_WAITS: "Nobody waits.", "Нико не чека.";
    GROUP: "Places: {total}. Enrolled: {n}. Offered: {offered}.", "Места: {total}. Уписано: {n}. Понуђено: {offered}.";
    GROUP_OPEN: "Enrolled: {n}. The number of places is not limited.", "Уписано: {n}. Број места није ограничен.";
    FULL: "No place is left.", "Нема слободних места.";
    OVER: "More are enrolled than there are places.", "Уписано је више него што има места.";
    ENROL_ONE: "Enrol somebody", "Упиши некога";
    WHO: "Who: code or alias", "Ко: шифра или надимак";
    FIRST_DAY: "First day", "Први дан";
    WAITS_SINCE: "Waits since", "Чека од";
    OFFERED_UNTIL: "offered, kept until {date}", "понуђено, чува се до {date}";
    OFFER_LAPSED: "offer ran out on {date}", "понуда истекла {date}";
    DECLINED: "Declined", "Одбијено";
    OFFER_AGAIN: "Offer again", "Понуди поново";
    LEAVE: "Take off", "Скини";
    OFF_LIST: "Off the list.", "Скинуто са листе.";
    OFFER_SENT: "The place is offered.", "Место је понуђено.";
    OFFER_DECLINED: "The offer is declined: the next is asked.", "Понуда је одбијена: на реду је следећи.";
    ONLY_THIS_SHIFT: "only this shift", "само ова смена";
    DESPITE: "Although no place was left: {reason}", "Иако није било места: {reason}";

    ASKS: "What the projects ask of everybody who takes part", "Шта пројекти траже од сваког ко учествује";
    ASKS_NOTHING: "Nothing is asked.", "Ништа се не тражи.";
    ASKS_OF: "Asks for", "Тражи";
    SAVE_ASKS: "Save for this project", "Сачувај за овај пројекат";
    ASK_LANGUAGE: "a language", "језик";
    ASK_SEX: "sex", "пол";
    ASK_AGE: "age", "узраст";
    ASK_NATIONALITY: "nationality", "држављанство";
    ASK_SEPARATION: "with whom a child is", "с ким је дете";
    ASK_FUNCTIONING: "functioning (from 5 years)", "функционисање (од 5 година)";
    ASK_CONSENT: "consent to keeping a record", "сагласност за чување записа";

    KIND: "Who they are", "Ко је то";
    KIND_RESIDENT: "lives in a centre", "живи у центру";
    KIND_OFFICIAL: "official in a training", "службено лице на обуци";
    KIND_NEIGHBOUR: "from the neighbourhood", "из суседства";
}

plurals! {
    YEARS: ["{n} year", "{n} years"], ["{n} година", "{n} године", "{n} година"];
    PAIRS: ["{n} pair", "{n} pairs"], ["{n} пар", "{n} пара", "{n} парова"];
}
