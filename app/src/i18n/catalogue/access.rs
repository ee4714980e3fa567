//! Head office: who may do what where, and for how long.

texts! {
    TITLE: "People with access", "Људи са приступом", "الأشخاص ذوو الصلاحية";
    INTRO:
        "Accounts and what each may do. Everything you change stands in the journal.",
        "Налози и шта сваки сме. Све што измените стоји у дневнику.",
        "الحسابات وما يُسمح به لكل منها. كل تغيير يُسجَّل في سجل العمليات.";
    ACCOUNT: "Account", "Налог", "الحساب";
    SIGNS_IN: "Signs in as", "Корисничко име", "اسم الدخول";
    MAY: "What it may do", "Шта сме", "الصلاحيات";
    NOTHING: "nothing", "ништа", "لا شيء";
    OFF: "switched off", "искључен", "معطّل";
    ROLE: "Role", "Улога", "الدور";
    PLACE: "Where", "Где", "المكان";
    PLACE_HINT:
        "A manager holds a centre, a facilitator a centre or a training, a donor a project, the coordinator the whole organisation.",
        "Руководилац води центар, водитељ центар или обуку, донатор прати пројекат, а координатор целу организацију.",
        "لمدير المركز مركز، وللميسّر مركز أو تدريب، وللجهة المانحة مشروع، وللمنسّق المنظمة كلها.";
    PROJECT: "Project", "Пројекат", "المشروع";
    EVERYWHERE: "the whole organisation", "цела организација", "المنظمة كلها";
    /// A role with its place.
    HELD: "{role}: {place}", "{role}: {place}", "{role}: {place}";
    SINCE: "from {date}", "од {date}", "من {date}";
    UNTIL: "until {date}", "до {date}", "حتى {date}";
    TAKE_AWAY: "Take away", "Одузми", "سحب الصلاحية";
    GIVE: "Give access", "Додели приступ", "منح صلاحية";
    GIVE_HINT:
        "With days from and to, somebody stands in for a manager only as long as needed.",
        "Са данима од и до неко замењује руководиоца само колико треба.",
        "بتحديد يومي البداية والنهاية ينوب شخص عن مدير المركز بقدر الحاجة فقط.";
    WHO: "Who", "Ко", "مَن";
    FROM: "First day (empty: at once)", "Први дан (празно: одмах)", "أول يوم (فارغ: فورًا)";
    TO: "Last day (empty: until taken away)", "Последњи дан (празно: док се не одузме)", "آخر يوم (فارغ: حتى السحب)";
    ADD: "New account", "Нов налог", "حساب جديد";
    CODE: "Code in the journal and in files", "Шифра у дневнику и датотекама", "الرمز في سجل العمليات والملفات";
    LOGIN: "Name to sign in with", "Корисничко име", "اسم الدخول";
    NAME: "Name to show", "Име за приказ", "الاسم المعروض";
    ADD_BUTTON: "Make the account", "Направи налог", "إنشاء الحساب";
    SWITCH_OFF: "Switch off", "Искључи", "تعطيل";
    SWITCH_ON: "Switch on", "Укључи", "تفعيل";
    NEW_PASSWORD: "New password", "Нова лозинка", "كلمة مرور جديدة";
    PASSWORD_ONCE:
        "The password of {login}. It is not shown again: hand it over in person.",
        "Лозинка за {login}. Не приказује се поново: предајте је лично.",
        "كلمة مرور {login}. لن تظهر مرة أخرى: يرجى تسليمها شخصيًا.";
    DONE: "Done. It holds at once.", "Учињено. Важи одмах.", "تم. يسري فورًا.";
    CHANGE: "Change", "Измени", "تغيير";
}

plurals! {}
