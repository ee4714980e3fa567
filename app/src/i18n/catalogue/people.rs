//! The registry of people, and who takes part in what.

texts! {
    TITLE: "People", "Људи", "الأشخاص";
    INTRO:
        "Everybody who is registered here. An alias is shown here and on tablets, and never leaves the centre.",
        "Сви који су овде уписани. Надимак се види овде и на таблетима и никада не излази из центра.",
        "جميع الأشخاص المسجّلين هنا. يظهر الاسم المستعار هنا وعلى الأجهزة اللوحية، ولا يخرج من المركز أبدًا.";
    SEARCH_FOR: "Code or alias", "Шифра или надимак", "الرمز أو الاسم المستعار";
    SEARCH_HINT:
        "However it is spelled, in any script.",
        "Како год да је написано, било којим писмом.",
        "بأي تهجئة وبأي كتابة.";
    FOUND_FOR: "Found for “{text}”", "Пронађено за „{text}“", "نتائج البحث عن «{text}»";
    FOUND_MORE:
        "There are more: type more of it.",
        "Има их још: упишите више.",
        "توجد نتائج أخرى: يرجى كتابة المزيد.";
    SHOW_ALL: "Show all", "Прикажи све", "إظهار الكل";
    SPEAKS: "Language", "Језик", "اللغة";
    ANY_LANGUAGE: "Any language", "Било који језик", "أي لغة";
    LIVING: "Where they are", "Где су", "مكان الوجود";
    LIVE_HERE: "Live here", "Живе овде", "مقيمون هنا";
    LEFT: "Left", "Отишли", "مغادرون";
    ONLY_MISSING: "Something is missing", "Нешто недостаје", "بيانات ناقصة";
    EVERYBODY: "Everybody", "Сви", "الجميع";
    COMPLETE: "Data", "Подаци", "البيانات";
    NOBODY: "Nobody fits", "Нико не одговара", "لا أحد يطابق البحث";
    NOBODY_YET:
        "Nobody is registered here yet",
        "Овде још нико није уписан",
        "لا يوجد أشخاص مسجّلون هنا بعد";
    PAGE_OF: "{from}–{to} of {total}", "{from}–{to} од {total}", "{from}–{to} من {total}";
    EARLIER: "Earlier", "Претходни", "السابق";
    LATER: "Later", "Следећи", "التالي";
    PERSON: "Person", "Особа", "الشخص";
    ALIAS: "Alias", "Надимак", "الاسم المستعار";
    ALIAS_OPTIONAL: "Alias (optional)", "Надимак (није обавезно)", "الاسم المستعار (اختياري)";
    SEX: "Sex", "Пол", "الجنس";
    SEX_AND_AGE: "Sex and age", "Пол и узраст", "الجنس والعمر";
    AGE: "Age", "Узраст", "العمر";
    YEARS_OLD: "Age in years", "Узраст у годинама", "العمر بالسنوات";
    NATIONALITY: "Nationality", "Држављанство", "الجنسية";
    LANGUAGES: "Languages", "Језици", "اللغات";
    SEPARATION: "With whom a child is", "С ким је дете", "مع من يعيش الطفل";
    MISSING: "Missing: {what}", "Недостаје: {what}", "ناقص: {what}";
    LEFT_ON: "Left on {date}", "Одлазак: {date}", "المغادرة في {date}";
    DUPLICATES: "Likely duplicates", "Могући дупликати", "سجلات مكررة محتملة";
    ENROLMENTS:
        "Enrolments and waiting lists",
        "Уписи и листе чекања",
        "القيود في الورش وقوائم الانتظار";

    REGISTER: "Register somebody", "Упиши особу", "تسجيل شخص";
    REGISTER_WHAT:
        "The code is made by the system. Everything else may stay empty.",
        "Шифру прави систем. Све остало може да остане празно.",
        "يُنشئ النظام الرمز. ويجوز أن يبقى كل ما عداه فارغًا.";
    REGISTER_ASKS:
        "The projects of this centre ask for: {what}.",
        "Пројекти овог центра траже: {what}.",
        "تطلب مشاريع هذا المركز: {what}.";
    REGISTERED: "{code} is registered.", "{code}: уписано.", "تم تسجيل {code}.";
    OPEN_PAGE: "Open the page", "Отвори страницу", "فتح الصفحة";
    NO_WORKSHOP: "No workshop yet", "Још без радионице", "دون ورشة بعد";
    SAVE_REGISTER: "Register", "Упиши", "تسجيل";

    FACTS: "What counting needs", "Шта је потребно за бројање", "ما يلزم للعدّ";
    REGISTERED_ON: "Registered", "Уписано", "تاريخ التسجيل";
    BORN: "Born in", "Година рођења", "سنة الميلاد";
    BORN_OR_YEARS:
        "A year of birth, or an age as told today.",
        "Година рођења, или узраст како је речен данас.",
        "سنة الميلاد، أو العمر كما ذُكر اليوم.";
    CORRECT: "Correct", "Исправи", "تصحيح";
    SAVE_CORRECT: "Save the correction", "Сачувај исправку", "حفظ التصحيح";
    CORRECTED: "The correction is saved.", "Исправка је сачувана.", "تم حفظ التصحيح.";
    CORRECT_WHAT:
        "Figures count what stands here now, also for the past.",
        "Бројке рачунају оно што овде сада стоји, и за прошлост.",
        "تُحسب الأرقام وفق ما هو مكتوب هنا الآن، وللماضي أيضًا.";
    ADD_LANGUAGE: "Add or change a language", "Додај или измени језик", "إضافة لغة أو تغييرها";
    LEVEL: "Level", "Ниво", "المستوى";
    SAVE_LANGUAGE: "Save the language", "Сачувај језик", "حفظ اللغة";
    LANGUAGE_SAVED: "The language is saved.", "Језик је сачуван.", "تم حفظ اللغة.";

    STAYS: "Where they live", "Где живи", "مكان الإقامة";
    NO_STAYS: "Here since being registered.", "Овде од уписа.", "هنا منذ التسجيل.";
    STAY: "Arrival, transfer, departure", "Долазак, премештај, одлазак", "وصول أو انتقال أو مغادرة";
    STAY_WHERE: "Lives in", "Живи у", "الإقامة في";
    STAY_LEFT:
        "Left: with us no longer",
        "Отишла или отишао: више није код нас",
        "مغادرة: لم يعد هذا الشخص لدينا";
    STAY_FROM: "From that day on", "Од тог дана", "ابتداءً من يوم";
    STAY_WHAT:
        "Whoever leaves or moves is taken out of the workshops and waiting lists of this centre. What was logged stays.",
        "Ко оде или пређе, скида се из радионица и са листа чекања овог центра. Оно што је евидентирано остаје.",
        "من يغادر أو ينتقل يُزال من ورش هذا المركز ومن قوائم انتظاره. ويبقى ما سُجّل.";
    SAVE_STAY: "Save", "Сачувај", "حفظ";
    STAY_SAVED: "Saved.", "Сачувано.", "تم الحفظ.";

    PARTICIPATION: "Takes part in", "Учествује у", "المشاركة في";
    NO_ENROLMENTS: "Not enrolled anywhere.", "Није никуда уписано.", "لا قيد في أي ورشة.";
    ONLY_SHIFT: "only {when}", "само {when}", "{when} فقط";
    SINCE_UNTIL: "{from} – {to}", "{from} – {to}", "{from} – {to}";
    SINCE: "since {from}", "од {from}", "منذ {from}";
    END: "End", "Заврши", "إنهاء";
    END_WHO:
        "End the enrolment in {workshop}",
        "Заврши упис: {workshop}",
        "إنهاء القيد في {workshop}";
    ENDED: "The enrolment ends.", "Упис је завршен.", "تم إنهاء القيد.";
    EARLIER_ENROLMENTS: "Earlier", "Раније", "سابقًا";
    ENROL: "Enrol", "Упиши у радионицу", "قيد في الورشة";
    ENROLLED: "Enrolled.", "Уписано.", "تم القيد.";
    WAITS_FOR:
        "Waits for a place: {workshop}",
        "Чека место: {workshop}",
        "في انتظار مكان: {workshop}";
    WAIT: "Put on the waiting list", "Стави на листу чекања", "إضافة إلى قائمة الانتظار";
    ON_LIST: "On the waiting list.", "На листи чекања.", "تمت الإضافة إلى قائمة الانتظار.";
    MARKS: "Attendance", "Присуство", "الحضور";
    NO_MARKS:
        "Nothing is marked yet.",
        "Још ништа није означено.",
        "لم يُسجّل أي حضور أو غياب بعد.";
    PRESENT_OF:
        "Present {present} of {marked} times",
        "Присуство: {present} од {marked}",
        "الحضور: {present} من {marked}";

    CONSENTS: "Consents", "Сагласности", "الموافقات";
    NO_CONSENTS:
        "No consent is recorded.",
        "Ниједна сагласност није забележена.",
        "لا توجد موافقة مسجّلة.";
    CONSENT: "Record a consent", "Забележи сагласност", "تسجيل موافقة";
    PURPOSE: "To what", "За шта", "على ماذا";
    PURPOSE_RECORD:
        "Keeping alias and contact beside what they took part in",
        "Чување надимка и контакта уз учешће",
        "حفظ الاسم المستعار وبيانات الاتصال مع ما تمت المشاركة فيه";
    PURPOSE_REFER:
        "Passing data on to another organisation",
        "Прослеђивање података другој организацији",
        "نقل البيانات إلى منظمة أخرى";
    PURPOSE_PHOTO:
        "Pictures of them and of their work",
        "Фотографије особе и њених радова",
        "صور الشخص وأعماله";
    PURPOSE_CONTACT:
        "Being contacted after leaving",
        "Контактирање после одласка",
        "الاتصال بالشخص بعد المغادرة";
    VERSION: "Version of the text", "Верзија текста", "نسخة النص";
    GIVEN_IN: "Given in", "На језику", "لغة الموافقة";
    GIVEN_ON: "Given on", "Дата дана", "تاريخ الموافقة";
    GUARDIAN: "Who consents for a child", "Ко даје сагласност за дете", "من يوافق عن الطفل";
    GUARDIAN_NONE: "Of age: nobody else", "Пунолетство: нико други", "بلوغ سن الرشد: لا أحد آخر";
    GUARDIAN_PARENT: "A parent", "Родитељ", "أحد الوالدين";
    GUARDIAN_RELATIVE:
        "A relative who cares for the child",
        "Сродник који брине о детету",
        "قريب يرعى الطفل";
    GUARDIAN_APPOINTED: "An appointed guardian", "Постављени старатељ", "وصي معيّن";
    SAVE_CONSENT: "Save the consent", "Сачувај сагласност", "حفظ الموافقة";
    CONSENT_SAVED: "The consent is saved.", "Сагласност је сачувана.", "تم حفظ الموافقة.";
    STANDS: "stands", "важи", "سارية";
    WITHDRAWN_ON: "withdrawn on {date}", "повучена дана {date}", "سُحبت في {date}";
    WITHDRAW: "Withdraw", "Повуци", "سحب";
    WITHDRAW_WHAT: "Withdraw: {purpose}", "Повуци: {purpose}", "سحب: {purpose}";
    WITHDRAWN: "The consent is withdrawn.", "Сагласност је повучена.", "تم سحب الموافقة.";

    FUNCTIONING:
        "Functioning (Washington Group short set)",
        "Функционисање (кратак сет Вашингтонске групе)",
        "الأداء الوظيفي (مجموعة أسئلة فريق واشنطن القصيرة)";
    FUNCTIONING_ASK: "Ask the six questions", "Постави шест питања", "طرح الأسئلة الستة";
    FUNCTIONING_NONE: "Not asked.", "Није питано.", "لم تُطرح الأسئلة.";
    FUNCTIONING_ON: "Asked on {date}", "Питано дана {date}", "طُرحت الأسئلة في {date}";
    DISABILITY_YES:
        "Counts as a person with a disability: a lot of difficulty, or more, in at least one.",
        "Рачуна се као особа са инвалидитетом: велика тешкоћа, или више, бар у једном.",
        "ضمن الأشخاص ذوي الإعاقة: صعوبة كبيرة، أو أكثر، في مجال واحد على الأقل.";
    DISABILITY_NO:
        "No answer reaches “a lot of difficulty”.",
        "Ниједан одговор не достиже „велику тешкоћу“.",
        "لا تبلغ أي إجابة درجة «صعوبة كبيرة».";
    ASKED_ON: "Asked on", "Питано дана", "تاريخ طرح الأسئلة";
    NOT_ANSWERED: "Not answered", "Без одговора", "بلا إجابة";
    SEEING: "Seeing, even with glasses", "Вид, и са наочарима", "الرؤية، حتى مع النظارات";
    HEARING:
        "Hearing, even with a hearing aid",
        "Слух, и са слушним апаратом",
        "السمع، حتى مع سماعة أذن";
    WALKING: "Walking or climbing steps", "Ходање или пењање уз степенице", "المشي أو صعود الدرج";
    REMEMBERING: "Remembering or concentrating", "Памћење или концентрација", "التذكر أو التركيز";
    SELF_CARE: "Washing or dressing", "Прање или облачење", "الاغتسال أو ارتداء الملابس";
    COMMUNICATING:
        "Understanding and being understood",
        "Разумевање и споразумевање",
        "فهم الآخرين والإفهام";
    DIFFICULTY_NONE: "No difficulty", "Без тешкоћа", "لا صعوبة";
    DIFFICULTY_SOME: "Some difficulty", "Извесна тешкоћа", "بعض الصعوبة";
    DIFFICULTY_A_LOT: "A lot of difficulty", "Велика тешкоћа", "صعوبة كبيرة";
    DIFFICULTY_CANNOT: "Cannot do it at all", "Уопште не може", "عدم القدرة على ذلك مطلقًا";
    SAVE_FUNCTIONING: "Save the answers", "Сачувај одговоре", "حفظ الإجابات";
    FUNCTIONING_SAVED: "The answers are saved.", "Одговори су сачувани.", "تم حفظ الإجابات.";

    ACCOMPANIED:
        "With a parent or caregiver",
        "Са родитељем или старатељем",
        "مع أحد الوالدين أو مقدّم الرعاية";
    SEPARATED:
        "Separated: with other relatives",
        "Раздвојено: са другим сродницима",
        "طفل منفصل: مع أقارب آخرين";
    UNACCOMPANIED: "Unaccompanied", "Без пратње", "طفل غير مصحوب";

    IDENTITY: "Identity", "Идентитет", "الهوية";
    IDENTITY_WHAT:
        "Birth date, contact and a guardian’s name are shown only on request. Each look is recorded.",
        "Датум рођења, контакт и име старатеља приказују се само на захтев. Сваки увид се бележи.",
        "لا يظهر تاريخ الميلاد وبيانات الاتصال واسم الوصي إلا عند الطلب. ويُسجّل كل اطلاع.";
    LOOK: "Show the identity", "Прикажи идентитет", "إظهار الهوية";
    BIRTH_DATE: "Birth date", "Датум рођења", "تاريخ الميلاد";
    CONTACT: "Contact", "Контакт", "بيانات الاتصال";
    GUARDIAN_NAME: "Name of the guardian", "Име старатеља", "اسم الوصي";
    SAVE_IDENTITY: "Save the identity", "Сачувај идентитет", "حفظ الهوية";
    IDENTITY_SAVED: "The identity is saved.", "Идентитет је сачуван.", "تم حفظ الهوية.";
    LOOKS: "Who looked", "Ко је имао увид", "من اطّلع";

    MERGED: "Joined records", "Спојени записи", "سجلات مدمجة";
    MERGED_INTO:
        "This record is joined with {code}, which is used instead.",
        "Овај запис је спојен са записом {code}, који се користи уместо њега.",
        "هذا السجل مدمج مع السجل {code} الذي يُستخدم بدلًا منه.";
    SEPARATE: "Separate again", "Поново раздвоји", "فصل من جديد";
    SEPARATE_WHO: "Separate {code} again", "Поново раздвоји {code}", "فصل {code} من جديد";
    SEPARATED_AGAIN:
        "The records are two people again.",
        "Записи су поново две особе.",
        "عادت السجلات لشخصين.";

    RIGHTS: "Their rights", "Права особе", "حقوق الشخص";
    OWN_DATA:
        "Everything that is known, as a file",
        "Све што је познато, као датотека",
        "كل ما هو معروف، في ملف";
    OWN_DATA_WHAT:
        "For the person who asks what is kept of them. It holds the identity, so the download is recorded like a look.",
        "За особу која пита шта се о њој чува. Садржи идентитет, па се преузимање бележи као увид.",
        "للشخص الذي يسأل عما يُحفظ عنه. يحتوي الملف على الهوية، ولذلك يُسجّل تنزيله كأي اطلاع.";
    ERASE: "Erase the identity", "Избриши идентитет", "محو الهوية";
    ERASE_WHAT:
        "Alias, birth date, contact and guardian are erased for ever, with the key that opens them; workshops and waiting lists end. What was counted stays, and nobody can trace it back. This cannot be undone.",
        "Надимак, датум рођења, контакт и старатељ бришу се заувек, заједно са кључем који их отвара; уписи и листе чекања се завршавају. Избројано остаје и не може да се повеже са особом. Ово не може да се поништи.",
        "يُمحى الاسم المستعار وتاريخ الميلاد وبيانات الاتصال والوصي إلى الأبد، مع المفتاح الذي يفتحها؛ وتنتهي القيود في الورش وقوائم الانتظار. ويبقى ما تم عدّه، ولا يمكن لأحد ربطه بالشخص. لا يمكن التراجع عن ذلك.";
    ERASE_CONFIRM:
        "Type the code {code} to confirm",
        "Упишите шифру {code} за потврду",
        "يرجى كتابة الرمز {code} للتأكيد";
    ERASE_CODE: "Code", "Шифра", "الرمز";
    ERASED_DONE: "The identity is erased.", "Идентитет је избрисан.", "تم محو الهوية.";
    ERASED:
        "What identified this person was erased.",
        "Идентитет ове особе је избрисан.",
        "تم محو هوية هذا الشخص.";
    OWN_TITLE:
        "What Radionica keeps of {code}",
        "Шта Радионица чува о {code}",
        "ما تحفظه راديونيتسا عن {code}";
    OWN_MADE: "Made on {date}", "Сачињено {date}", "أُعدّ في {date}";

    DUPLICATES_INTRO:
        "Records that look like one person. Joined ones count once; both histories stay, and it can be undone.",
        "Записи који изгледају као једна особа. Спојени се рачунају једном; обе историје остају и спајање може да се поништи.",
        "سجلات تبدو لشخص واحد. تُحسب السجلات المدمجة مرة واحدة؛ ويبقى تاريخ كل منها، ويمكن التراجع عن الدمج.";
    NO_DUPLICATES:
        "Nothing looks like a duplicate",
        "Ништа не личи на дупликат",
        "لا شيء يبدو مكررًا";
    REASONS: "Why", "Зашто", "السبب";
    ALIKE_SAME: "the same alias", "исти надимак", "الاسم المستعار نفسه";
    ALIKE_SOUNDS:
        "aliases that sound alike",
        "надимци који слично звуче",
        "اسمان مستعاران متشابهان في اللفظ";
    ALIKE_BIRTH: "the same birth date", "исти датум рођења", "تاريخ الميلاد نفسه";
    ALIKE_AGE: "about the same age", "приближно исти узраст", "العمر نفسه تقريبًا";
    ALIKE_NATIONALITY: "the same nationality", "исто држављанство", "الجنسية نفسها";
    ALIKE_LANGUAGE: "a language in common", "заједнички језик", "لغة مشتركة";
    JOIN: "Join, keep {code}", "Споји, задржи {code}", "دمج، مع الاحتفاظ بالرمز {code}";
    APART: "They are two", "То су две особе", "هما شخصان";
    JOINED: "The records are joined.", "Записи су спојени.", "تم دمج السجلات.";
    KEPT_APART: "They are not proposed again.", "Више се не предлажу.", "لن يُقترح دمجها مرة أخرى.";

    ENROLMENTS_INTRO:
        "Who has a place in a workshop or in one of its shifts, and who waits. When a place becomes free, it is offered to the next by itself.",
        "Ко има место у радионици или у једној њеној смени и ко чека. Кад се место ослободи, само се нуди следећем.",
        "من لهم مكان في ورشة أو في إحدى مناوباتها، ومن ينتظرون. عندما يخلو مكان، يُعرض تلقائيًا على التالي في القائمة.";
    ALL_SHIFTS: "All shifts", "Све смене", "كل المناوبات";
    ENROLLED_LIST: "Have a place", "Имају место", "لهم مكان";
    NOBODY_ENROLLED: "Nobody is enrolled", "Нико није уписан", "لا أحد مقيّد في الورشة";
    WAITING_LIST: "Wait, in order", "Чекају, по реду", "في الانتظار، بالترتيب";
    NOBODY_WAITS: "Nobody waits.", "Нико не чека.", "لا أحد في الانتظار.";
    GROUP:
        "Places: {total}. Enrolled: {n}. Offered: {offered}.",
        "Места: {total}. Уписано: {n}. Понуђено: {offered}.",
        "الأماكن: {total}. المقيّدون: {n}. المعروض: {offered}.";
    GROUP_OPEN:
        "Enrolled: {n}. The number of places is not limited.",
        "Уписано: {n}. Број места није ограничен.",
        "المقيّدون: {n}. عدد الأماكن غير محدود.";
    FULL: "No place is left.", "Нема слободних места.", "لم يبق أي مكان.";
    OVER:
        "More are enrolled than there are places.",
        "Уписано је више него што има места.",
        "عدد المقيّدين أكبر من عدد الأماكن.";
    ENROL_ONE: "Enrol somebody", "Упиши некога", "قيد شخص في الورشة";
    WHO: "Who: code or alias", "Ко: шифра или надимак", "الشخص: الرمز أو الاسم المستعار";
    FIRST_DAY: "First day", "Први дан", "اليوم الأول";
    WAITS_SINCE: "Waits since", "Чека од", "في الانتظار منذ";
    OFFERED_UNTIL:
        "offered, kept until {date}",
        "понуђено, чува се до {date}",
        "معروض، محفوظ حتى {date}";
    OFFER_LAPSED: "offer ran out on {date}", "понуда истекла {date}", "انتهى العرض في {date}";
    DECLINED: "Declined", "Одбијено", "رفض العرض";
    OFFER_AGAIN: "Offer again", "Понуди поново", "إعادة العرض";
    LEAVE: "Take off", "Скини", "إزالة من القائمة";
    OFF_LIST: "Off the list.", "Скинуто са листе.", "تمت الإزالة من القائمة.";
    OFFER_SENT: "The place is offered.", "Место је понуђено.", "تم عرض المكان.";
    OFFER_DECLINED:
        "The offer is declined: the next is asked.",
        "Понуда је одбијена: на реду је следећи.",
        "رُفض العرض: الدور للتالي.";
    ONLY_THIS_SHIFT: "only this shift", "само ова смена", "هذه المناوبة فقط";
    DESPITE:
        "Although no place was left: {reason}",
        "Иако није било места: {reason}",
        "رغم عدم بقاء أي مكان: {reason}";

    ASKS:
        "What the projects ask of everybody who takes part",
        "Шта пројекти траже од сваког ко учествује",
        "ما تطلبه المشاريع من كل من يشارك";
    ASKS_NOTHING: "Nothing is asked.", "Ништа се не тражи.", "لا يُطلب شيء.";
    ASKS_OF: "Asks for", "Тражи", "المطلوب";
    SAVE_ASKS: "Save for this project", "Сачувај за овај пројекат", "حفظ لهذا المشروع";
    ASK_LANGUAGE: "a language", "језик", "اللغة";
    ASK_SEX: "sex", "пол", "الجنس";
    ASK_AGE: "age", "узраст", "العمر";
    ASK_NATIONALITY: "nationality", "држављанство", "الجنسية";
    ASK_SEPARATION: "with whom a child is", "с ким је дете", "مع من يعيش الطفل";
    ASK_FUNCTIONING:
        "functioning (from 5 years)",
        "функционисање (од 5 година)",
        "الأداء الوظيفي (من عمر 5 سنوات)";
    ASK_CONSENT:
        "consent to keeping a record",
        "сагласност за чување записа",
        "الموافقة على حفظ سجل";

    KIND: "Who they are", "Ко је то", "الصفة";
    KIND_RESIDENT: "lives in a centre", "живи у центру", "مقيم في مركز";
    KIND_OFFICIAL: "official in a training", "службено лице на обуци", "موظف رسمي في تدريب";
    KIND_NEIGHBOUR: "from the neighbourhood", "из суседства", "من الجوار";
}

plurals! {
    YEARS:
        ["{n} year", "{n} years"],
        ["{n} година", "{n} године", "{n} година"],
        ["أقل من سنة", "سنة واحدة", "سنتان", "{n} سنوات", "{n} سنة", "{n} سنة"];
    PAIRS:
        ["{n} pair", "{n} pairs"],
        ["{n} пар", "{n} пара", "{n} парова"],
        [
            "لا أزواج من السجلات",
            "زوج واحد من السجلات",
            "زوجان من السجلات",
            "{n} أزواج من السجلات",
            "{n} زوجًا من السجلات",
            "{n} زوج من السجلات",
        ];
}
