//! Why something was not taken, and what to do: one sentence a fault.
//!
//! The names follow the codes of the faults; where a fault speaks of a kind of thing, each kind
//! has its sentence, because Serbian bends the words around it.

texts! {
    // What came could not be read.
    MALFORMED:
        "This entry could not be read: reload the page and enter it again.",
        "Овај унос није могао да се прочита: учитајте страницу поново и унесите га још једном.",
        "تعذّرت قراءة هذا الإدخال: يرجى إعادة تحميل الصفحة وإدخاله من جديد.";
    /// A file or request with a place in it.
    MALFORMED_AT:
        "Line {line}, column {column} could not be read: correct it and send it again.",
        "Ред {line}, колона {column} не може да се прочита: исправите и пошаљите поново.",
        "تعذّرت قراءة السطر {line}، العمود {column}: يرجى التصحيح والإرسال من جديد.";
    UNSUPPORTED_VERSION:
        "This tablet and the server have different versions: your entry is kept; reload the page while connected.",
        "Таблет и сервер имају различите верзије: унос је сачуван; учитајте страницу поново док има везе.",
        "إصدار هذا الجهاز اللوحي يختلف عن إصدار الخادم: الإدخال محفوظ؛ يرجى إعادة تحميل الصفحة عند توفر الاتصال.";
    TOO_LARGE:
        "That is too much at once (at most {max}): send it in smaller parts.",
        "То је превише одједном (највише {max}): пошаљите у мањим деловима.",
        "هذا أكثر مما يمكن إرساله دفعة واحدة (الحد الأقصى {max}): يرجى الإرسال على أجزاء أصغر.";
    UNSUPPORTED_FORMAT:
        "This report does not come in that format: choose one of the formats on the page.",
        "Овај извештај не постоји у том формату: изаберите неки од формата на страници.",
        "هذا التقرير غير متوفر بهذا التنسيق: يرجى اختيار أحد التنسيقات المعروضة في الصفحة.";
    SAME_ID_OTHER_BYTES:
        "An entry with the same mark was already sent with other contents: enter it once more.",
        "Унос са истом ознаком већ је послат са другим садржајем: унесите га још једном.",
        "سبق إرسال إدخال بالعلامة نفسها وبمحتوى آخر: يرجى إدخاله مرة أخرى.";

    // Who may.
    NOT_SIGNED_IN:
        "You are not signed in: sign in and try again.",
        "Нисте пријављени: пријавите се и покушајте поново.",
        "لم يتم تسجيل الدخول: يرجى تسجيل الدخول والمحاولة من جديد.";
    NOT_ALLOWED:
        "Your account may not do this here: ask your manager or the coordinator.",
        "Ваш налог овде нема то право: обратите се руководиоцу или координатору.",
        "ليست لهذا الحساب صلاحية القيام بذلك هنا: يرجى الرجوع إلى مدير المركز أو المنسّق.";
    ACCOUNT_DISABLED:
        "This account is switched off: ask your manager or the coordinator.",
        "Овај налог је искључен: обратите се руководиоцу или координатору.",
        "هذا الحساب معطّل: يرجى الرجوع إلى مدير المركز أو المنسّق.";
    WRONG_CREDENTIALS:
        "The user name or the password is wrong: check both and try again.",
        "Корисничко име или лозинка нису тачни: проверите и покушајте поново.",
        "اسم المستخدم أو كلمة المرور غير صحيحة: يرجى التحقق منهما والمحاولة من جديد.";
    OTHER_ACCOUNT:
        "Somebody else is signed in here now. Your entries wait: sign in again with your own account to send them.",
        "Овде је сада пријављен неко други. Ваши уноси чекају: пријавите се поново својим налогом да бисте их послали.",
        "تم تسجيل الدخول هنا الآن بحساب شخص آخر. إدخالاتك في الانتظار: يرجى تسجيل الدخول من جديد بحسابك لإرسالها.";
    SESSION_EXPIRED:
        "You were signed out because some time has passed: sign in again; your entries are kept.",
        "Одјављени сте јер је прошло неко време: пријавите се поново; ваши уноси су сачувани.",
        "تم تسجيل الخروج لمرور بعض الوقت: يرجى تسجيل الدخول من جديد؛ الإدخالات محفوظة.";
    WRONG_TOKEN:
        "This token is mistyped, has expired or was revoked: make a new one.",
        "Овај кључ је погрешно уписан, истекао или опозван: направите нов.",
        "هذا الرمز مكتوب خطأً أو منتهٍ أو مسحوب: يرجى إنشاء رمز جديد.";
    TOKEN_NOT_TAKEN:
        "A token fetches reports and seals only: sign in for anything else.",
        "Кључ служи само за извештаје и печате: за све друго се пријавите.",
        "الرمز لجلب التقارير والأختام فقط: يرجى تسجيل الدخول لما عدا ذلك.";
    TOO_MANY_TOKENS:
        "An account holds at most {max} tokens: revoke one that is not needed.",
        "Један налог има највише {max} кључева: опозовите неки који није потребан.",
        "للحساب الواحد {max} رموز على الأكثر: يرجى سحب رمز لا حاجة إليه.";
    BAD_ORIGIN:
        "The request did not come from a page of this system: open the page again and repeat it.",
        "Захтев није дошао са странице овог система: отворите страницу поново и поновите.",
        "لم يصدر الطلب عن صفحة من صفحات هذا النظام: يرجى فتح الصفحة من جديد وتكرار الطلب.";

    WRONG_CODE:
        "This code is mistyped, used or too old: ask your manager for a new one.",
        "Ова шифра је погрешно уписана, искоришћена или застарела: затражите нову од руководиоца.",
        "هذا الرمز مكتوب خطأً أو مستخدم من قبل أو قديم جدًا: يرجى طلب رمز جديد من مدير المركز.";
    DEVICE_REVOKED:
        "This tablet was revoked: what was entered on it waits for the manager.",
        "Овај таблет је опозван: што је на њему унето чека руководиоца.",
        "تم سحب اعتماد هذا الجهاز اللوحي: ما أُدخل عليه ينتظر مدير المركز.";
    NOT_A_MEMBER:
        "Whoever entered this never signed in on this tablet: the manager looks at it.",
        "Ко је ово унео никада се није пријавио на овом таблету: руководилац ће погледати.",
        "من أدخل هذا لم يسبق له تسجيل الدخول على هذا الجهاز اللوحي: سينظر فيه مدير المركز.";
    SEAL_BROKEN:
        "The sealed part of this entry cannot be opened: it is kept for the manager.",
        "Запечаћени део овог уноса не може да се отвори: чува се за руководиоца.",
        "لا يمكن فتح الجزء المختوم من هذا الإدخال: وهو محفوظ لمدير المركز.";
    RESCUE_UNREADABLE:
        "This rescue file cannot be opened: check the passphrase, and that the file is whole and of this organisation.",
        "Ова датотека за спасавање не може да се отвори: проверите лозинку и да ли је датотека цела и ове организације.",
        "لا يمكن فتح ملف الإنقاذ هذا: يرجى التحقق من عبارة المرور، ومن أن الملف كامل ويخص هذه المنظمة.";

    // Nothing of that kind is known.
    UNKNOWN:
        "This is not known here: reload the page and choose again.",
        "Ово овде није познато: учитајте страницу поново и изаберите још једном.",
        "هذا غير معروف هنا: يرجى إعادة تحميل الصفحة والاختيار من جديد.";
    UNKNOWN_CENTRE:
        "This centre is not known: choose a centre from the list.",
        "Овај центар није познат: изаберите центар са листе.",
        "هذا المركز غير معروف: يرجى اختيار مركز من القائمة.";
    UNKNOWN_WORKSHOP:
        "This workshop is not known: choose a workshop from the list.",
        "Ова радионица није позната: изаберите радионицу са листе.",
        "هذه الورشة غير معروفة: يرجى اختيار ورشة من القائمة.";
    UNKNOWN_PRODUCT:
        "This product is not known: choose a product from the list.",
        "Овај производ није познат: изаберите производ са листе.",
        "هذا المنتج غير معروف: يرجى اختيار منتج من القائمة.";
    UNKNOWN_SHIFT:
        "This shift is not known yet: your entry is kept and waits for your manager.",
        "Ова смена још није позната: унос је сачуван и чека руководиоца.",
        "هذه المناوبة غير معروفة بعد: الإدخال محفوظ وينتظر مدير المركز.";
    UNKNOWN_PERSON:
        "This person is not known yet: your entry is kept and waits for your manager.",
        "Ова особа још није позната: унос је сачуван и чека руководиоца.",
        "هذا الشخص غير معروف بعد: الإدخال محفوظ وينتظر مدير المركز.";
    UNKNOWN_ENROLMENT:
        "This enrolment is not known: reload the register and try again.",
        "Овај упис није познат: учитајте списак поново и покушајте још једном.",
        "هذا القيد غير معروف: يرجى إعادة تحميل كشف الحضور والمحاولة من جديد.";
    UNKNOWN_OUTPUT:
        "This entry of pieces is not known yet: reload the shift and try again.",
        "Овај унос комада још није познат: учитајте смену поново и покушајте још једном.",
        "إدخال القطع هذا غير معروف بعد: يرجى إعادة تحميل المناوبة والمحاولة من جديد.";
    UNKNOWN_OCCUPANCY:
        "This occupancy entry is not known: reload the page and choose again.",
        "Овај унос попуњености није познат: учитајте страницу поново и изаберите још једном.",
        "إدخال عدد المقيمين هذا غير معروف: يرجى إعادة تحميل الصفحة والاختيار من جديد.";
    UNKNOWN_PROJECT:
        "This project is not known: choose a project from the list.",
        "Овај пројекат није познат: изаберите пројекат са листе.",
        "هذا المشروع غير معروف: يرجى اختيار مشروع من القائمة.";
    UNKNOWN_ACCOUNT:
        "This account is not known: check the user name.",
        "Овај налог није познат: проверите корисничко име.",
        "هذا الحساب غير معروف: يرجى التحقق من اسم المستخدم.";
    UNKNOWN_GRANT:
        "This permission does not exist any more: reload the page.",
        "Ово право више не постоји: учитајте страницу поново.",
        "لم تعد هذه الصلاحية موجودة: يرجى إعادة تحميل الصفحة.";
    UNKNOWN_REPORT:
        "There is no such report: choose one from the list.",
        "Такав извештај не постоји: изаберите извештај са листе.",
        "لا يوجد تقرير كهذا: يرجى اختيار تقرير من القائمة.";
    UNKNOWN_INTERPRETING:
        "This record is not known yet: reload the shift and try again.",
        "Овај запис још није познат: поново учитајте смену и покушајте опет.",
        "هذا السجل غير معروف بعد: يرجى إعادة تحميل المناوبة والمحاولة من جديد.";
    UNKNOWN_ROOM:
        "This room is not known: choose one from the list.",
        "Ова просторија није позната: изаберите једну са листе.",
        "هذه القاعة غير معروفة: يرجى اختيار قاعة من القائمة.";
    UNKNOWN_SCHEDULE:
        "This schedule is not known: load the page again.",
        "Овај распоред није познат: учитајте страницу поново.",
        "هذا الجدول غير معروف: يرجى إعادة تحميل الصفحة.";
    UNKNOWN_CLOSURE:
        "These closed days are not known: load the page again.",
        "Ови затворени дани нису познати: учитајте страницу поново.",
        "هذه الأيام المغلقة غير معروفة: يرجى إعادة تحميل الصفحة.";
    UNKNOWN_RECIPIENT:
        "This recipient is not known: choose one from the list.",
        "Овај прималац није познат: изаберите једног са листе.",
        "هذه الجهة المستلمة غير معروفة: يرجى اختيار جهة من القائمة.";
    UNKNOWN_HAND_OUT:
        "This hand-out is not known: choose one from the list.",
        "Ова подела није позната: изаберите једну са листе.",
        "هذا التسليم غير معروف: يرجى اختيار تسليم من القائمة.";
    UNKNOWN_INDICATOR:
        "This indicator is not known: choose one of the project’s.",
        "Овај индикатор није познат: изаберите један из пројекта.",
        "هذا المؤشر غير معروف: يرجى اختيار مؤشر من مؤشرات المشروع.";
    UNKNOWN_DEVICE:
        "This tablet is not known: choose one from the list.",
        "Овај таблет није познат: изаберите један са листе.",
        "هذا الجهاز اللوحي غير معروف: يرجى اختيار جهاز من القائمة.";
    UNKNOWN_ENTRY:
        "This entry is no longer under review: reload the page.",
        "Овај унос се више не разматра: учитајте страницу поново.",
        "لم يعد هذا الإدخال في المراجعة: يرجى إعادة تحميل الصفحة.";
    UNKNOWN_SHARE:
        "This workshop does not belong to the project: add it to the project first.",
        "Ова радионица не припада пројекту: прво је додајте у пројекат.",
        "هذه الورشة لا تتبع المشروع: يرجى إضافتها إلى المشروع أولًا.";

    // It belongs elsewhere, or is there already.
    OTHER_CENTRE:
        "This belongs to another centre: your entry is kept; choose the right centre or ask your manager.",
        "Ово припада другом центру: унос је сачуван; изаберите прави центар или питајте руководиоца.",
        "هذا يخص مركزًا آخر: الإدخال محفوظ؛ يرجى اختيار المركز الصحيح أو سؤال مدير المركز.";
    OTHER_CENTRE_PERSON:
        "This person belongs to another centre: your entry is kept; ask your manager.",
        "Ова особа припада другом центру: унос је сачуван; питајте руководиоца.",
        "هذا الشخص يتبع مركزًا آخر: الإدخال محفوظ؛ يرجى سؤال مدير المركز.";
    OTHER_CENTRE_SHIFT:
        "This shift belongs to another centre: your entry is kept; choose the right centre.",
        "Ова смена припада другом центру: унос је сачуван; изаберите прави центар.",
        "هذه المناوبة تتبع مركزًا آخر: الإدخال محفوظ؛ يرجى اختيار المركز الصحيح.";
    OTHER_CENTRE_WORKSHOP:
        "This workshop belongs to another centre: choose a workshop of this centre.",
        "Ова радионица припада другом центру: изаберите радионицу овог центра.",
        "هذه الورشة تتبع مركزًا آخر: يرجى اختيار ورشة من هذا المركز.";
    OTHER_CENTRE_ROOM:
        "This room belongs to another centre: choose a room of this one.",
        "Ова просторија припада другом центру: изаберите просторију овог центра.",
        "هذه القاعة تتبع مركزًا آخر: يرجى اختيار قاعة من هذا المركز.";
    OTHER_CENTRE_PRODUCT:
        "This product belongs to another centre: choose a product of this workshop.",
        "Овај производ припада другом центру: изаберите производ ове радионице.",
        "هذا المنتج يتبع مركزًا آخر: يرجى اختيار منتج من هذه الورشة.";
    ALREADY_EXISTS:
        "This exists already: look at the list before you add it again.",
        "Ово већ постоји: погледајте листу пре него што поново додате.",
        "هذا موجود بالفعل: يرجى النظر في القائمة قبل إضافته من جديد.";
    ALREADY_EXISTS_SHIFT:
        "There is already such a shift: open it from the list.",
        "Таква смена већ постоји: отворите је са листе.",
        "توجد مناوبة كهذه بالفعل: يرجى فتحها من القائمة.";
    ALREADY_EXISTS_PERSON:
        "This person is already there: find them on the list.",
        "Ова особа већ постоји: потражите је на списку.",
        "هذا الشخص موجود بالفعل: يرجى البحث عنه في القائمة.";
    ALREADY_EXISTS_ENROLMENT:
        "This person is already enrolled: nothing needs to be done.",
        "Ова особа је већ уписана: ништа не треба радити.",
        "هذا الشخص مقيّد في الورشة بالفعل: لا يلزم أي إجراء.";
    ALREADY_EXISTS_OCCUPANCY:
        "The number of people housed is already entered for that day: correct it there.",
        "За тај дан је број смештених већ унет: исправите га тамо.",
        "عدد المقيمين لذلك اليوم مُدخل بالفعل: يرجى تصحيحه هناك.";
    CODE_TAKEN:
        "This code is already in use: choose another one.",
        "Ова шифра је већ заузета: изаберите другу.",
        "هذا الرمز مستخدم بالفعل: يرجى اختيار رمز آخر.";
    LOGIN_TAKEN:
        "This user name or code is already in use: choose another one.",
        "Ово корисничко име или шифра већ су заузети: изаберите други.",
        "اسم المستخدم أو الرمز هذا مستخدم بالفعل: يرجى اختيار غيره.";

    // A value does not fit.
    /// In the register of shifts, of somebody who is not on the list.
    NOBODY_HAS_CODE:
        "Nobody has this code: compare it with the card.",
        "Нико нема ову шифру: упоредите је са картицом.",
        "لا أحد لديه هذا الرمز: يرجى مقارنته بالبطاقة.";
    OUT_OF_RANGE:
        "{field}: enter a value from {min} to {max}.",
        "{field}: унесите вредност од {min} до {max}.",
        "{field}: يرجى إدخال قيمة من {min} إلى {max}.";
    /// A text of the wrong length.
    LENGTH_OUT_OF_RANGE:
        "{field}: enter a text of {min} to {max} characters.",
        "{field}: унесите текст дужине од {min} до {max} знакова.",
        "{field}: يرجى إدخال نص عدد أحرفه من {min} إلى {max}.";
    /// A field that was left empty.
    FIELD_MISSING:
        "{field}: fill this in.",
        "{field}: попуните ово поље.",
        "{field}: يرجى ملء هذا الحقل.";
    BAD_DATE:
        "This is not a day that can be meant: choose a day from the calendar.",
        "То није могућ датум: изаберите дан из календара.",
        "هذا التاريخ غير ممكن: يرجى اختيار يوم من التقويم.";
    BAD_DAY:
        "This day lies too far away: choose one from {min} to {max}.",
        "Тај дан је предалеко: изаберите дан од {min} до {max}",
        "هذا اليوم بعيد جدًا: يرجى اختيار يوم من {min} إلى {max}.";
    PERIOD_REVERSED:
        "The period ends before it begins: swap the two days.",
        "Период се завршава пре него што почне: замените дане.",
        "تنتهي الفترة قبل أن تبدأ: يرجى تبديل اليومين.";
    ROLE_ELSEWHERE:
        "This role does not go with this place: choose another place or role.",
        "Ова улога не иде уз ово место: изаберите друго место или улогу.",
        "هذا الدور لا يناسب هذا المكان: يرجى اختيار مكان أو دور آخر.";
    PERIOD_CLOSED:
        "These days belong to a closed period: the manager can take the entry in, or open the period again.",
        "Ови дани припадају закљученом периоду: руководилац може да прихвати унос или да поново отвори период.",
        "تنتمي هذه الأيام إلى فترة مغلقة: يمكن لمدير المركز قبول الإدخال أو إعادة فتح الفترة.";
    PERIOD_NOT_WHOLE:
        "Your account sees whole calendar months: choose the first and the last day of a month.",
        "Ваш налог види целе календарске месеце: изаберите први и последњи дан месеца.",
        "يعرض حسابك أشهرًا تقويمية كاملة: يرجى اختيار أول يوم وآخر يوم من الشهر.";

    // The shift is in another state.
    /// Something speaks against what is to be planned.
    CLASH:
        "{clash}. Change it, or choose below why it is planned all the same.",
        "{clash}. Измените, или испод изаберите зашто се ипак планира.",
        "{clash}. يرجى التعديل، أو اختيار سبب التخطيط رغم ذلك أدناه.";
    NEEDS_GUARDIAN:
        "For a child, say which guardian consents.",
        "За дете наведите који старатељ даје сагласност.",
        "للطفل يرجى ذكر الوصي الذي يعطي الموافقة.";
    ERASED:
        "What identified this person was erased: register them anew.",
        "Идентитет ове особе је избрисан: упишите је поново.",
        "تم محو هوية هذا الشخص: يرجى تسجيله من جديد.";
    OFFER_OVER:
        "This was settled before: load the page again.",
        "Ово је већ решено: учитајте страницу поново.",
        "سبق البتّ في هذا: يرجى إعادة تحميل الصفحة.";
    SAME_PERSON:
        "These records are already one person: load the page again.",
        "Ови записи су већ једна особа: учитајте страницу поново.",
        "هذه السجلات لشخص واحد بالفعل: يرجى إعادة تحميل الصفحة.";
    SHIFT_LOGGED:
        "This shift has begun, or something is logged of it: it stays where it is. Add another shift instead.",
        "Смена је почела или је у њој нешто евидентирано: остаје где јесте. Уместо тога додајте другу смену.",
        "بدأت هذه المناوبة أو سُجّل فيها شيء: تبقى في مكانها. يرجى إضافة مناوبة أخرى بدلًا منها.";
    SHIFT_CLOSED:
        "The shift is already closed: your entry is kept and waits for your manager, or open the shift again.",
        "Смена је већ закључена: унос је сачуван и чека руководиоца, или поново отворите смену.",
        "المناوبة مغلقة بالفعل: الإدخال محفوظ وينتظر مدير المركز، ويمكن أيضًا إعادة فتح المناوبة.";
    /// Neither closed nor marked as not held: there is nothing to open again.
    SHIFT_OPEN:
        "The shift is already open: go on logging it.",
        "Смена је већ отворена: наставите евидентирање.",
        "المناوبة مفتوحة بالفعل: يرجى مواصلة تسجيلها.";
    SHIFT_DID_NOT_HAPPEN:
        "The shift is marked as not held: open it again if it took place after all.",
        "За смену стоји да није одржана: отворите је поново ако је ипак одржана.",
        "المناوبة معلّمة بأنها لم تُعقد: يرجى إعادة فتحها إن كانت قد عُقدت فعلًا.";
    SHIFT_NOT_STARTED:
        "The shift has not begun yet: log it when it begins.",
        "Смена још није почела: евидентирајте је када почне.",
        "لم تبدأ المناوبة بعد: يرجى تسجيلها عندما تبدأ.";
    ENTERED_SINCE:
        "What was made in this shift was entered meanwhile: nothing was saved. The page shows what stands now; enter what is missing.",
        "У међувремену је унето шта је у овој смени израђено: ништа није сачувано. Страница приказује тренутно стање; унесите оно што недостаје.",
        "أُدخل ما أُنتج في هذه المناوبة في هذه الأثناء: لم يُحفظ شيء. تعرض الصفحة الوضع الحالي؛ يرجى إدخال ما ينقص.";
    ALREADY_VOIDED:
        "This entry was already withdrawn: nothing needs to be done.",
        "Овај унос је већ повучен: ништа не треба радити.",
        "سبق سحب هذا الإدخال: لا يلزم أي إجراء.";

    // The server.
    NOT_FOUND:
        "There is nothing at this address: go back and choose again.",
        "На овој адреси нема ничега: вратите се и изаберите поново.",
        "لا يوجد شيء على هذا العنوان: يرجى الرجوع والاختيار من جديد.";
    UNAVAILABLE:
        "The server is busy: your entry is kept; try again in a moment.",
        "Сервер је тренутно заузет: унос је сачуван; покушајте поново за који тренутак.",
        "الخادم مشغول: الإدخال محفوظ؛ يرجى المحاولة من جديد بعد لحظات.";
    INTERNAL:
        "Something is wrong in the server and nothing was changed: try again, and tell your coordinator if it stays.",
        "На серверу нешто није у реду и ништа није промењено: покушајте поново, а ако се понови, јавите координатору.",
        "حدث خلل في الخادم ولم يتغير شيء: يرجى المحاولة من جديد، وإبلاغ المنسّق إن استمر الخلل.";
    NO_CONNECTION:
        "The server cannot be reached: check the connection and try again.",
        "Сервер није доступан: проверите везу и покушајте поново.",
        "لا يمكن الوصول إلى الخادم: يرجى التحقق من الاتصال والمحاولة من جديد.";

    // The fields that OUT_OF_RANGE and LENGTH_OUT_OF_RANGE speak of, by their names in commands.
    FIELD_ADM1: "District", "Округ", "المقاطعة";
    FIELD_ADM1_CODE: "District code", "Шифра округа", "رمز المقاطعة";
    FIELD_ADM2: "Municipality", "Општина", "البلدية";
    FIELD_ALIAS: "Alias", "Надимак", "الاسم المستعار";
    FIELD_ANSWERS: "Answers", "Одговори", "الإجابات";
    FIELD_BIRTH_DATE: "Birth date", "Датум рођења", "تاريخ الميلاد";
    FIELD_BORN: "Year of birth", "Година рођења", "سنة الميلاد";
    FIELD_BOYS: "Boys", "Дечаци", "الفتيان";
    FIELD_CHILDREN: "Children", "Деца", "الأطفال";
    FIELD_CODE: "Code", "Шифра", "الرمز";
    FIELD_CONTACT: "Contact details", "Подаци за контакт", "بيانات الاتصال";
    FIELD_FEMALE: "Women and girls", "Жене и девојчице", "النساء والفتيات";
    FIELD_FUNDER: "Funder", "Финансијер", "الجهة الممولة";
    FIELD_GIRLS: "Girls", "Девојчице", "الفتيات";
    FIELD_GUARDIAN: "Guardian", "Старатељ", "الوصي";
    FIELD_IMPLEMENTER:
        "Implementing organisation",
        "Организација која спроводи пројекат",
        "المنظمة المنفّذة";
    FIELD_LABEL: "What it is for", "Чему служи", "الغرض منه";
    FIELD_LANGUAGE: "Language", "Језик", "اللغة";
    FIELD_LATITUDE: "Latitude", "Географска ширина", "خط العرض";
    FIELD_LONGITUDE: "Longitude", "Географска дужина", "خط الطول";
    FIELD_LOGIN: "User name", "Корисничко име", "اسم المستخدم";
    FIELD_MALE: "Men and boys", "Мушкарци и дечаци", "الرجال والفتيان";
    FIELD_MINUTES: "Length in minutes", "Трајање у минутима", "المدة بالدقائق";
    FIELD_NAME: "Name", "Назив", "الاسم";
    FIELD_NATIONALITY: "Nationality", "Држављанство", "الجنسية";
    FIELD_PASSWORD: "Password", "Лозинка", "كلمة المرور";
    FIELD_PEOPLE: "Number of people", "Број људи", "عدد الأشخاص";
    FIELD_PLACES: "Places", "Број места", "عدد الأماكن";
    FIELD_PROGRAMME: "Programme", "Програм", "البرنامج";
    FIELD_QUANTITY: "Quantity", "Количина", "الكمية";
    FIELD_REFERENCE: "Reference", "Ознака уговора", "الرقم المرجعي";
    FIELD_REMARK: "Remark", "Напомена", "الملاحظة";
    FIELD_FACILITATORS: "Facilitators", "Водитељи", "الميسّرون";
    FIELD_RULE: "Days of the schedule", "Дани распореда", "أيام الجدول";
    FIELD_STARTS:
        "Number of beginnings, rising",
        "Број почетака, растућим редом",
        "عدد أوقات البدء، بترتيب تصاعدي";
    FIELD_EVERY:
        "Weeks from one to the next",
        "Недеља од једне до друге",
        "عدد الأسابيع من مرة إلى التالية";
    FIELD_SEPARATION: "With whom the child is", "С ким је дете", "مع من يعيش الطفل";
    FIELD_SEX: "Sex", "Пол", "الجنس";
    FIELD_SOURCE: "Source", "Извор", "المصدر";
    FIELD_TITLE: "Title", "Наслов", "العنوان";
    FIELD_TO: "Length of the period in days", "Трајање периода у данима", "مدة الفترة بالأيام";
    FIELD_TOTAL: "Total", "Укупно", "المجموع";
    FIELD_VERSION: "Version of the text", "Верзија текста", "نسخة النص";
    FIELD_YEARS: "Age in years", "Узраст у годинама", "العمر بالسنوات";
    /// A field that has no name here.
    FIELD_OTHER: "Value", "Вредност", "القيمة";
}

plurals! {
    TOO_MANY_TRIES:
        [
            "Too many tries: wait {n} minute and try again.",
            "Too many tries: wait {n} minutes and try again.",
        ],
        [
            "Превише покушаја: сачекајте {n} минут и покушајте поново.",
            "Превише покушаја: сачекајте {n} минута и покушајте поново.",
            "Превише покушаја: сачекајте {n} минута и покушајте поново.",
        ],
        [
            "محاولات كثيرة جدًا: يرجى الانتظار أقل من دقيقة ثم المحاولة من جديد.",
            "محاولات كثيرة جدًا: يرجى الانتظار دقيقة واحدة ثم المحاولة من جديد.",
            "محاولات كثيرة جدًا: يرجى الانتظار دقيقتين ثم المحاولة من جديد.",
            "محاولات كثيرة جدًا: يرجى الانتظار {n} دقائق ثم المحاولة من جديد.",
            "محاولات كثيرة جدًا: يرجى الانتظار {n} دقيقة ثم المحاولة من جديد.",
            "محاولات كثيرة جدًا: يرجى الانتظار {n} دقيقة ثم المحاولة من جديد.",
        ];
    WEAK_PASSWORD:
        [
            "The password is too weak: use at least {n} character.",
            "The password is too weak: use at least {n} characters.",
        ],
        [
            "Лозинка је преслаба: употребите најмање {n} знак.",
            "Лозинка је преслаба: употребите најмање {n} знака.",
            "Лозинка је преслаба: употребите најмање {n} знакова.",
        ],
        [
            "كلمة المرور ضعيفة جدًا: يرجى استخدام كلمة مرور أقوى.",
            "كلمة المرور ضعيفة جدًا: يرجى استخدام حرف واحد على الأقل.",
            "كلمة المرور ضعيفة جدًا: يرجى استخدام حرفين على الأقل.",
            "كلمة المرور ضعيفة جدًا: يرجى استخدام {n} أحرف على الأقل.",
            "كلمة المرور ضعيفة جدًا: يرجى استخدام {n} حرفًا على الأقل.",
            "كلمة المرور ضعيفة جدًا: يرجى استخدام {n} حرف على الأقل.",
        ];
}
