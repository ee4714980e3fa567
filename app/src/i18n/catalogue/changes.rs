//! What the reports tell otherwise than before.

texts! {
    WHAT_CHANGED: "What changed since a file", "Шта се променило од неке датотеке", "ما الذي تغيّر منذ ملف سابق";
    WHAT_CHANGED_ABOUT:
        "Every figure of the reports that is another one now than when a file was made, with what it was: corrections, late entries, and what was not told yet. Of shifts, those are named that something was entered about, or about the people who came.",
        "Сваки број извештаја који је сада другачији него када је датотека направљена, са оним што је био: исправке, закаснели уноси и оно што још није било саопштено. Од смена су наведене оне о којима је нешто унето, или о особама које су дошле.",
        "كل رقم في التقارير يختلف الآن عمّا كان عليه عند إعداد الملف، مع قيمته السابقة: التصحيحات والإدخالات المتأخرة وما لم يكن قد ذُكر بعد. ومن المناوبات تُذكر تلك التي أُدخل شيء بشأنها أو بشأن من حضروها.";
    SINCE: "Compared with", "Упоређено са", "بالمقارنة مع";
    AFTER_ENTRY: "after entry {entry}", "после уноса {entry}", "بعد الإدخال {entry}";
    FILE_OF:
        "file of {date}, {time}: {what} (entry {entry})",
        "датотека од {date} {time}: {what} (унос {entry})",
        "ملف {date}، {time}: {what} (الإدخال {entry})";
    NO_FILES:
        "No file was made yet, so there is nothing to compare with. Download a report first.",
        "Још није направљена ниједна датотека, па нема са чим да се упореди. Прво преузмите неки извештај.",
        "لم يُعدّ أي ملف بعد، فلا شيء للمقارنة معه. يرجى تنزيل تقرير أولًا.";
    NOTHING_CHANGED: "No figure has changed.", "Ниједан број се није променио.", "لم يتغير أي رقم.";
    SINCE_THEN:
        "Which figures changed since it was made (for who may see them)",
        "Који бројеви су се променили од тада (за оне који смеју да их виде)",
        "ما الأرقام التي تغيّرت منذ إعداده (لمن يحق له رؤيتها)";
    ALL_FIGURES: "Which figures changed", "Који бројеви су се променили", "ما الأرقام التي تغيّرت";
    COL_REPORT: "Report", "Извештај", "التقرير";
    ABOUT_REPORT: "The report that the figure stands in.", "Извештај у ком број стоји.", "التقرير الذي يرد فيه الرقم.";
    COL_ITEM: "Product or indicator", "Производ или индикатор", "المنتج أو المؤشر";
    ABOUT_ITEM:
        "Code of the product or indicator, where the figure is of one.",
        "Шифра производа или индикатора, ако се број односи на њега.",
        "رمز المنتج أو المؤشر، إن كان الرقم عنه.";
    COL_FIGURE: "Figure", "Број чега", "الرقم";
    ABOUT_FIGURE:
        "The column of that report that the figure stands in.",
        "Колона тог извештаја у којој број стоји.",
        "عمود ذلك التقرير الذي يرد فيه الرقم.";
    COL_BEFORE: "Before", "Раније", "سابقًا";
    ABOUT_BEFORE:
        "What was told after that entry of the journal; empty if nothing was told or if it is hidden.",
        "Оно што је било саопштено после тог уноса дневника; празно ако ништа није било саопштено или ако је скривено.",
        "ما ذُكر بعد ذلك الإدخال في السجل؛ يبقى فارغًا إن لم يُذكر شيء أو إن كان مخفيًا.";
    COL_NOW: "Now", "Сада", "الآن";
    ABOUT_NOW:
        "What is told now; empty if nothing is told any more or if it is hidden.",
        "Оно што се сада саопштава; празно ако се више не саопштава или ако је скривено.",
        "ما يُذكر الآن؛ يبقى فارغًا إن لم يعد يُذكر شيء أو إن كان مخفيًا.";
    COL_CHANGE: "Change", "Промена", "التغيّر";
    ABOUT_CHANGE:
        "Now less before, where both are told.",
        "Сада мање раније, ако је саопштено обоје.",
        "الحالي ناقص السابق، حيث يُذكر كلاهما.";
}

plurals! {}
