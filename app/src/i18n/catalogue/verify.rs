//! Checking sealed files, and what a data package says of itself.

texts! {
    TITLE: "Is this file genuine?", "Да ли је ова датотека права?", "هل هذا الملف أصلي؟";
    INTRO:
        "Every file that leaves Radionica is sealed. Choose one as it was downloaded: nothing of it is kept here.",
        "Свака датотека коју Радионица изда носи печат. Изаберите је онакву каква је преузета: овде се ништа не чува.",
        "كل ملف يخرج من راديونيتسا مختوم. اختر الملف كما جرى تنزيله: لا يُحفظ منه شيء هنا.";
    FILE: "The file", "Датотека", "الملف";
    SIDECAR:
        "Its seal, if it came in a file of its own",
        "Њен печат, ако је у посебној датотеци",
        "ختمه، إن كان في ملف مستقل";
    CHECK: "Check", "Провери", "تحقق";
    GENUINE: "Genuine", "Права је", "أصلي";
    GENUINE_ABOUT:
        "It is, byte for byte, the file that was sealed.",
        "То је, бајт по бајт, датотека која је печаћена.",
        "إنه الملف المختوم نفسه، بايتًا ببايت.";
    CHANGED: "Changed", "Измењена је", "معدَّل";
    CHANGED_ABOUT:
        "It is not as it was sealed: {what}.",
        "Није онаква каква је печаћена: {what}.",
        "ليس كما خُتم: {what}.";
    CHANGED_WRAPPING:
        "the package was packed anew or something was added to it",
        "пакет је поново запакован или му је нешто додато",
        "أُعيد ضغط الحزمة أو أُضيف إليها شيء";
    WRONG_SIGNATURE: "The seal was altered", "Печат је измењен", "الختم معدَّل";
    WRONG_SIGNATURE_ABOUT:
        "What the seal says does not fit its signature.",
        "Оно што печат каже не одговара његовом потпису.",
        "ما يقوله الختم لا يطابق توقيعه.";
    ANOTHER_KEY: "Sealed by somebody else", "Печат је нечији други", "الختم لجهة أخرى";
    ANOTHER_KEY_ABOUT:
        "The seal fits the file, but it is not this organisation’s.",
        "Печат одговара датотеци, али није печат ове организације.",
        "الختم يطابق الملف، لكنه ليس ختم هذه المنظمة.";
    NOT_SEALED: "No seal is known for it", "За њу није познат печат", "لا يُعرف له ختم";
    NOT_SEALED_ABOUT:
        "No file that was made here has these bytes. A spreadsheet program that saved it has changed them: check the file as it was downloaded.",
        "Ниједна овде направљена датотека нема ове бајтове. Програм за табеле који ју је сачувао их је изменио: проверите датотеку онакву каква је преузета.",
        "لا يوجد ملف صُنع هنا بهذه البايتات. برنامج الجداول الذي حفظه غيّرها: تحقق من الملف كما جرى تنزيله.";
    UNREADABLE: "It cannot be read", "Не може се прочитати", "تعذرت قراءته";
    UNREADABLE_ABOUT:
        "The seal is damaged, too large, or of another version of the program.",
        "Печат је оштећен, превелик или из друге верзије програма.",
        "الختم تالف أو كبير جدًا أو من إصدار آخر من البرنامج.";
    SEALED_BY: "Sealed by", "Печат", "خُتم من قبل";
    REPORT: "Report", "Извештај", "التقرير";
    ASKED: "Asked for", "Тражено", "المطلوب";
    MADE: "Made", "Направљено", "أُعدّ في";
    AUDIENCE: "Made for", "Намењено", "أُعدّ من أجل";
    FOR_DONOR: "a donor: small numbers of people are hidden", "донатору: мали бројеви особа су скривени", "جهة مانحة: أُخفيت الأعداد الصغيرة من الأشخاص";
    FOR_ORGANISATION: "the organisation itself: whole figures", "самој организацији: потпуни подаци", "المنظمة نفسها: الأرقام كاملة";
    JOURNAL: "Last entry of the journal", "Последњи унос у дневнику", "آخر قيد في السجل";
    SOFTWARE: "Made with", "Направљено помоћу", "أُعدّ بواسطة";
    KEY: "Key", "Кључ", "المفتاح";
    HASH: "SHA-256 of the file", "Отисак датотеке", "بصمة الملف";
    PUBLIC_KEY: "The public key", "Јавни кључ", "المفتاح العام";

    // What a data package says of itself.
    COLUMN: "Column", "Колона", "العمود";
    COLUMN_TITLE: "Head", "Наслов", "العنوان";
    COLUMN_MEANING: "Meaning", "Значење", "المعنى";
    EMPTY_CELLS: "Empty cells", "Празна поља", "الخانات الفارغة";
    EMPTY_CELLS_ABOUT:
        "An empty cell never means zero. The column of hidden cells counts the cells of a row that were hidden to protect people; other empty cells are not recorded, do not apply, or can only be told as a range.",
        "Празно поље никада не значи нулу. Колона скривених поља броји поља реда скривена ради заштите особа; остала празна поља нису забележена, не односе се на ред или се могу рећи само као распон.",
        "الخانة الفارغة لا تعني صفرًا أبدًا. يعدّ عمود الخانات المخفية خانات الصف التي أُخفيت لحماية الأشخاص؛ أما الخانات الفارغة الأخرى فغير مسجلة أو لا تنطبق أو لا تُعرف إلا كمدى.";
    SEAL: "The seal", "Печат", "الختم";
    SEAL_ABOUT:
        "The seal names the entry of the journal that these figures were made from, what was asked for, and a hash of every other file, signed by the organisation. The organisation’s page for checking files says whether it is genuine, and the system can make the same file again from its journal.",
        "Печат наводи унос дневника од кога су подаци направљени, шта је тражено и отисак сваке друге датотеке, са потписом организације. Страна организације за проверу датотека каже да ли је права, а систем из свог дневника може поново да направи исту датотеку.",
        "يذكر الختم قيد السجل الذي أُعدّت منه هذه الأرقام، وما طُلب، وبصمة كل ملف آخر، موقّعًا من المنظمة. تبيّن صفحة المنظمة للتحقق من الملفات ما إذا كان أصليًا، ويستطيع النظام صنع الملف نفسه مرة أخرى من سجله.";
}

plurals! {}
