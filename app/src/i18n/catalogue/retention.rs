//! Until when identities are kept, and their erasure when that is over.

texts! {
    TITLE:
        "Identities whose time is over",
        "Идентитети којима је истекао рок",
        "هويات انتهت مدة حفظها";
    INTRO:
        "Who left this centre, and took part only in projects whose retention date is past. What was counted stays.",
        "Ко је отишао из овог центра, а учествовао је само у пројектима чији је рок чувања истекао. Избројано остаје.",
        "من غادروا هذا المركز ولم يشاركوا إلا في مشاريع انتهت مدة حفظها. ويبقى ما تم عدّه.";
    KEPT_FOR_EVER:
        "Identities are kept without a last day.",
        "Идентитети се чувају без последњег дана.",
        "تُحفظ الهويات دون تحديد يوم أخير.";
    KEPT_UNTIL:
        "Identities are kept until {date}.",
        "Идентитети се чувају до {date}",
        "تُحفظ الهويات حتى {date}.";
    UNTIL:
        "Last day on which identities are kept",
        "Последњи дан чувања идентитета",
        "آخر يوم لحفظ الهويات";
    UNTIL_WHAT:
        "After it, the identities of those who left may be erased: nothing is erased by itself.",
        "После њега идентитети оних који су отишли смеју да се избришу: ништа се не брише само.",
        "بعد هذا اليوم يجوز محو هويات من غادروا: لا يُمحى شيء تلقائيًا.";
    SAVE_UNTIL: "Save the last day", "Сачувај последњи дан", "حفظ اليوم الأخير";
    NOBODY: "Nobody’s time is over", "Никоме није истекао рок", "لم تنتهِ مدة حفظ أي هوية";
    LEFT: "Left", "Одлазак", "المغادرة";
    PROJECTS: "Projects, kept until", "Пројекти, чувају до", "المشاريع، مدة الحفظ حتى";
    CONFIRM:
        "Type the number of people, {n}, to confirm",
        "Упишите број особа, {n}, за потврду",
        "يرجى كتابة عدد الأشخاص، {n}، للتأكيد";
    NUMBER: "Number of people", "Број особа", "عدد الأشخاص";
    PURGE: "Erase these identities", "Избриши ове идентитете", "محو هذه الهويات";
    PURGE_WHAT:
        "This cannot be undone. A receipt is downloaded: it names codes and the last entry of the journal.",
        "Ово не може да се поништи. Преузима се потврда: у њој су шифре и последњи унос дневника.",
        "لا يمكن التراجع عن ذلك. يتم تنزيل إيصال: يذكر الرموز وآخر إدخال في سجل العمليات.";
    RECEIPT: "Receipt of an erasure", "Потврда о брисању", "إيصال محو";
    RECEIPT_BY:
        "Erased by {who}, {date}",
        "Избрисао налог {who}, {date}",
        "تم المحو بواسطة {who}، {date}";
    RECEIPT_LINE:
        "{code}: left on {left}; {projects}",
        "{code}: одлазак {left}; {projects}",
        "{code}: المغادرة في {left}؛ {projects}";
    RECEIPT_ENTRY:
        "Last entry of the journal: {entry}",
        "Последњи унос дневника: {entry}",
        "آخر إدخال في سجل العمليات: {entry}";
}

plurals! {
    KEPT:
        ["{n} more person left and is kept.", "{n} more people left and are kept."],
        [
            "Још {n} особа је отишла и чува се.",
            "Још {n} особе су отишле и чувају се.",
            "Још {n} особа је отишло и чува се.",
        ],
        [
            "لم يغادر أي شخص آخر ممن تُحفظ هوياتهم.",
            "غادر أيضًا شخص واحد وهويته محفوظة.",
            "غادر أيضًا شخصان وهويتاهما محفوظتان.",
            "غادر أيضًا {n} أشخاص وهوياتهم محفوظة.",
            "غادر أيضًا {n} شخصًا وهوياتهم محفوظة.",
            "غادر أيضًا {n} شخص وهوياتهم محفوظة.",
        ];
}
