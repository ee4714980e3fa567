//! Until when identities are kept, and their erasure when that is over.

texts! {
    TITLE: "Identities whose time is over", "Идентитети којима је истекао рок";
    INTRO:
        "Who left this centre, and took part only in projects whose retention date is past. What was counted stays.",
        "Ко је отишао из овог центра, а учествовао је само у пројектима чији је рок чувања истекао. Избројано остаје.";
    KEPT_FOR_EVER: "Identities are kept without a last day.", "Идентитети се чувају без последњег дана.";
    KEPT_UNTIL: "Identities are kept until {date}.", "Идентитети се чувају до {date}";
    UNTIL: "Last day on which identities are kept", "Последњи дан чувања идентитета";
    UNTIL_WHAT:
        "After it, the identities of those who left may be erased: nothing is erased by itself.",
        "После њега идентитети оних који су отишли смеју да се избришу: ништа се не брише само.";
    SAVE_UNTIL: "Save the last day", "Сачувај последњи дан";
    NOBODY: "Nobody’s time is over", "Никоме није истекао рок";
    LEFT: "Left", "Одлазак";
    PROJECTS: "Projects, kept until", "Пројекти, чувају до";
    CONFIRM: "Type the number of people, {n}, to confirm", "Упишите број особа, {n}, за потврду";
    NUMBER: "Number of people", "Број особа";
    PURGE: "Erase these identities", "Избриши ове идентитете";
    PURGE_WHAT:
        "This cannot be undone. A receipt is downloaded: it names codes and the last entry of the journal.",
        "Ово не може да се поништи. Преузима се потврда: у њој су шифре и последњи унос дневника.";
    RECEIPT: "Receipt of an erasure", "Потврда о брисању";
    RECEIPT_BY: "Erased by {who}, {date}", "Избрисао налог {who}, {date}";
    RECEIPT_LINE: "{code}: left on {left}; {projects}", "{code}: одлазак {left}; {projects}";
    RECEIPT_ENTRY: "Last entry of the journal: {entry}", "Последњи унос дневника: {entry}";
}

plurals! {
    KEPT:
        ["{n} more person left and is kept.", "{n} more people left and are kept."],
        [
            "Још {n} особа је отишла и чува се.",
            "Још {n} особе су отишле и чувају се.",
            "Још {n} особа је отишло и чува се."
        ];
}
