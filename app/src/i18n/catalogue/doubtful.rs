//! Figures that are hard to believe.

texts! {
    TITLE: "Doubtful figures", "Сумњиви подаци", "أرقام مشكوك فيها";
    INTRO:
        "Figures to ask about. They count as they are until somebody corrects them.",
        "Подаци за које треба питати. Рачунају се како јесу док их неко не исправи.",
        "أرقام ينبغي السؤال عنها. تُحسب كما هي حتى يتم تصحيحها.";
    OPEN: "To decide", "За одлуку", "بانتظار القرار";
    NOTHING:
        "No figure of this period is hard to believe.",
        "Ниједан податак из овог периода није сумњив.",
        "لا يوجد في هذه الفترة رقم يصعب تصديقه.";
    SAME_EVERY_TIME:
        "{value} pieces, the same in {usual} shifts in a row.",
        "Комада: {value}, исто у узастопним сменама: {usual}.",
        "عدد القطع {value}، وهو نفسه في مناوبات متتالية عددها {usual}.";
    TOO_MUCH:
        "{value} pieces; for so many people and hours about {usual} would be usual.",
        "Комада: {value}; за толико људи и сати уобичајено је око {usual}.",
        "عدد القطع {value}؛ المعتاد لهذا العدد من الأشخاص والساعات نحو {usual}.";
    NOBODY_THERE:
        "{value} pieces were made, and nobody was there.",
        "Израђено комада: {value}, а нико није био присутан.",
        "عدد القطع المنتجة {value}، ولم يحضر أحد.";
    AT_NIGHT:
        "{value} marks, all made at once in the night.",
        "Ознака: {value}, све унете одједном током ноћи.",
        "عدد العلامات {value}، وُضعت كلها دفعة واحدة ليلًا.";
    MORE_CHILDREN:
        "{value} children were there; {usual} live in the centre.",
        "Присутне деце: {value}; у центру их живи {usual}.",
        "عدد الأطفال الحاضرين {value}؛ وعدد الأطفال المقيمين في المركز {usual}.";
    CORRECT: "Correct it in the shift", "Исправите у смени", "تصحيحه في المناوبة";
    REMARK: "Why it is right", "Зашто је тачно", "لماذا هو صحيح";
    ACCEPT: "Accept the figure", "Прихвати податак", "قبول الرقم";
    ACCEPTED: "Accepted", "Прихваћено", "مقبول";
    ACCEPTED_ON: "Accepted on {date}", "Прихваћено {date}", "تم القبول في {date}";
    ACCEPTED_DONE: "The figure was accepted.", "Податак је прихваћен.", "تم قبول الرقم.";
    /// Why a figure is doubted, in short.
    DOUBT_SAME_EVERY_TIME: "The same every time", "Сваки пут исто", "الرقم نفسه كل مرة";
    DOUBT_TOO_MUCH: "More than usual", "Више него обично", "أكثر من المعتاد";
    DOUBT_NOBODY_THERE: "Made by nobody", "Нико није био ту", "إنتاج دون حضور أحد";
    DOUBT_AT_NIGHT: "Marked at night", "Унето ноћу", "علامات ليلية";
    DOUBT_MORE_CHILDREN:
        "More children than live here",
        "Више деце него станара",
        "أطفال أكثر من المقيمين هنا";
}

plurals! {}
