//! Access tokens: how programs fetch reports.

texts! {
    TITLE: "Access for programs", "Приступ за програме", "وصول البرامج";
    INTRO:
        "With a token a program fetches the reports that you may see, and nothing else. Make one for each program, and revoke it when it is no longer needed.",
        "Помоћу кључа програм преузима извештаје које ви смете да видите, и ништа друго. Направите по један за сваки програм и опозовите га када више није потребан.",
        "بالرمز يجلب البرنامج التقارير المتاحة لحسابك، ولا شيء غيرها. أنشئ رمزًا لكل برنامج واسحبه عندما لا تعود إليه حاجة.";
    NONE: "No token yet.", "Још нема кључева.", "لا توجد رموز بعد.";
    NEW: "New token", "Нов кључ", "رمز جديد";
    LABEL: "What it is for", "Чему служи", "الغرض منه";
    LABEL_HINT:
        "Only you and head office see this. Name the program, not a person.",
        "Ово видите само ви и централа. Наведите програм, а не особу.",
        "لا يرى هذا سواك والإدارة المركزية. اذكر البرنامج لا الشخص.";
    UNTIL: "Last day", "Последњи дан", "آخر يوم";
    UNTIL_HINT: "At most a year from today.", "Највише годину дана од данас.", "سنة من اليوم على الأكثر.";
    MAKE: "Make the token", "Направи кључ", "إنشاء الرمز";
    MADE: "The token is made. It is shown this once: copy it now.",
        "Кључ је направљен. Приказује се само сада: одмах га копирајте.",
        "تم إنشاء الرمز. لن يظهر إلا هذه المرة: يرجى نسخه الآن.";
    SECRET: "Token", "Кључ", "الرمز";
    LOST: "Label lost", "Ознака је изгубљена", "فُقدت التسمية";
    MADE_ON: "Made", "Направљен", "أُنشئ";
    USED_ON: "Last used", "Последње коришћење", "آخر استخدام";
    NEVER: "never", "никада", "أبدًا";
    STATE: "State", "Стање", "الحالة";
    WORKS: "Works", "Важи", "صالح";
    EXPIRED: "Expired", "Истекао", "منتهٍ";
    REVOKED: "Revoked {date}", "Опозван {date}", "سُحب {date}";
    REVOKE: "Revoke", "Опозови", "سحب";
    /// A button beside others of its kind.
    REVOKE_OF: "Revoke: {label}", "Опозови: {label}", "سحب: {label}";
    REVOKED_DONE:
        "The token is revoked. Nothing can be fetched with it any more.",
        "Кључ је опозван. Њиме више ништа не може да се преузме.",
        "تم سحب الرمز. لم يعد يمكن جلب أي شيء به.";
    HOW: "How a program uses it", "Како га програм користи", "كيف يستخدمه البرنامج";
    HOW_TEXT:
        "It sends the token in a header with each request. Whoever has the token sees what you see: keep it where passwords are kept, and never in an address.",
        "Шаље кључ у заглављу сваког захтева. Ко има кључ, види што и ви: чувајте га где и лозинке, никада у адреси.",
        "يرسل الرمز في ترويسة كل طلب. من يملك الرمز يرى ما تراه: احفظه حيث تُحفظ كلمات المرور، ولا تضعه أبدًا في عنوان.";
}

plurals! {}
