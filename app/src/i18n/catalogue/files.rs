//! Files that a reader asked for: how far each is; and several reports in one of them.

texts! {
    TITLE: "Your files ({n})", "Ваше датотеке ({n})", "ملفاتك ({n})";
    WAITING: "Waits for its turn", "Чека на ред", "في انتظار دوره";
    WRITING:
        "{done} of {of} days are written",
        "Уписано дана: {done} од {of}",
        "كُتب من الأيام: {done} من {of}";
    /// A package of several reports.
    WRITING_ONE_OF:
        "{report}: {done} of {of} days are written",
        "{report}: уписано дана: {done} од {of}",
        "{report}: كُتب من الأيام: {done} من {of}";
    WRITING_AGAIN:
        "Something was entered meanwhile, so it is written again: {done} of {of} days",
        "У међувремену је нешто унето, па се пише поново: {done} од {of} дана",
        "أُدخل شيء في هذه الأثناء، لذلك يُكتب من جديد: {done} من {of} من الأيام";
    PROVING:
        "Waits for the proof that nobody can be singled out",
        "Чека на доказ да нико не може да се издвоји",
        "في انتظار إثبات أنه لا يمكن تمييز أي شخص";
    REPLAYING:
        "The journal is replayed up to one entry",
        "Дневник се изводи изнова до једног уноса",
        "يُعاد تنفيذ السجل حتى إدخال واحد";
    SEALING: "Is being sealed", "Ставља се печат", "يجري ختمه";
    THERE:
        "Ready; it is kept until {time}",
        "Спремна је; чува се до {time}",
        "جاهز؛ ويُحفظ حتى الساعة {time}";
    FETCH: "Download", "Преузми", "تنزيل";
    CANCEL: "Cancel", "Прекини", "إلغاء";
    TAKE_AWAY: "Remove", "Уклони", "إزالة";
    /// After a reader ended it.
    ENDED: "It was taken away.", "Уклоњена је.", "أُزيل الملف.";
    /// A file that was there, or was being made, and is no longer known.
    GONE:
        "A file that you asked for is no longer here: files are kept for an hour, and not when the server is started anew. Ask for it again.",
        "Датотека коју сте тражили више није овде: датотеке се чувају један сат, и не после поновног покретања сервера. Затражите је поново.",
        "لم يعد الملف الذي طلبته هنا: تُحفظ الملفات ساعة واحدة، ولا تُحفظ عند إعادة تشغيل الخادم. يرجى طلبه من جديد.";
    LOST:
        "There is no connection. What was asked for goes on being made; this list follows when the connection is back.",
        "Нема везе. Оно што је тражено и даље се прави; овај списак наставља када се веза врати.",
        "لا يوجد اتصال. ما طُلب ما زال يُعدّ؛ وتُحدَّث هذه القائمة عند عودة الاتصال.";
    /// In the place of the first rows, while the proof for a donor takes long.
    NOT_READY:
        "The figures are not ready yet. Ask for a file: it is made as soon as they are.",
        "Подаци још нису спремни. Затражите датотеку: направиће се чим буду.",
        "الأرقام ليست جاهزة بعد. يرجى طلب ملف: سيُعدّ حالما تصبح جاهزة.";
    TOO_MANY:
        "Four of your files are in the making: wait for one of them, or cancel one.",
        "Четири ваше датотеке су већ у изради: сачекајте неку од њих или прекините једну.",
        "أربعة من ملفاتك قيد الإعداد: يرجى انتظار أحدها أو إلغاء واحد منها.";

    // Several reports in one package.
    PACKAGE_TITLE:
        "Several reports in one package",
        "Више извештаја у једном пакету",
        "عدة تقارير في حزمة واحدة";
    PACKAGE_ABOUT:
        "One sealed file with a table for each report, all of the same moment, and a description of every column.",
        "Једна датотека са печатом и табелом за сваки извештај, све у истом тренутку, и описом сваке колоне.",
        "ملف واحد مختوم يحتوي على جدول لكل تقرير، كلها من اللحظة نفسها، مع وصف كل عمود.";
    PACKAGE_HOLDS: "Reports in the package", "Извештаји у пакету", "التقارير في الحزمة";
    MAKE: "Make the package", "Направи пакет", "إعداد الحزمة";
    NO_REPORT: "Choose at least one report.", "Изаберите бар један извештај.", "يرجى اختيار تقرير واحد على الأقل.";
    INDICATORS_WHOLE:
        "Indicators are told of a whole project: leave the centre open, or leave them out.",
        "Индикатори се наводе за цео пројекат: не бирајте центар или изоставите индикаторе.",
        "تُذكر المؤشرات للمشروع كله: يرجى ترك المركز دون اختيار، أو استبعاد المؤشرات.";
}

plurals! {
    REPORTS_IN_ONE:
        ["{n} report in one package", "{n} reports in one package"],
        ["{n} извештај у једном пакету", "{n} извештаја у једном пакету", "{n} извештаја у једном пакету"],
        ["لا تقارير في حزمة واحدة", "تقرير واحد في حزمة واحدة", "تقريران في حزمة واحدة", "{n} تقارير في حزمة واحدة", "{n} تقريرًا في حزمة واحدة", "{n} تقرير في حزمة واحدة"];
}
