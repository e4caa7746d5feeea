"""A council of two municipalities that writes nynorsk."""

from councils.choices import Agency, Theme, Visibility
from councils.examples.shapes import Course, Example, Gathering, Item, Scheme, Seat, Step, Task
from councils.models import ActionItem, AgendaItem, Council, Measure, Meeting, Member

DECISION, INFORMATION = AgendaItem.Kind.DECISION, AgendaItem.Kind.INFORMATION
COORDINATOR, CHIEF, CHAIR = "SLT-koordinator", "lensmann", "Leiaren i politirådet"
STRATEGY = "Strategi for Valle og Bykle: vedtak"

SITUATION = Item(
    "Situasjonen i bygdene: kort runde",
    Theme.SAFETY,
    INFORMATION,
    presenter=CHIEF,
    is_standing=True,
    description="Fast sak. Kvar etat fortel kort om utviklinga sidan førre møte.",
)

GATHERINGS = (
    Gathering(
        -250,
        Meeting.Status.PUBLISHED,
        (
            SITUATION,
            Item(
                STRATEGY,
                Theme.COOPERATION,
                DECISION,
                presenter=COORDINATOR,
                discussion="Kommunane er små, og dei same folka møtest i mange roller. Rådet la vekt på at det skal "
                "vere lett å ta kontakt, og klart kven som har ansvaret.",
                conclusion="Strategien er vedteken og gjeld i fire år.",
            ),
        ),
        place="Kommunehuset i Valle",
        approved_by=CHAIR,
    ),
    Gathering(
        -75,
        Meeting.Status.PUBLISHED,
        (
            SITUATION,
            Item(
                "Ungdom, scooter og trafikk",
                Theme.TRAFFIC,
                presenter=CHIEF,
                description="Fleire foreldre har meldt frå om køyring på kveldstid.",
                discussion="Politiet held kontrollar. Skulen tek opp temaet med elevane. Foreldra må vere med.",
                conclusion="Skulane og politiet held felles foreldremøte før vintersesongen.",
                tasks=(
                    Task(
                        "Halde foreldremøte om køyring og ansvar",
                        "rektor",
                        -15,
                        ActionItem.Status.ONGOING,
                        Visibility.PUBLIC,
                    ),
                ),
            ),
            Item(
                "Samarbeid med vertskap på utfartsstadene",
                Theme.NIGHTLIFE,
                presenter=COORDINATOR,
                visibility=Visibility.INTERNAL,
                discussion="Rådet ser på korleis sesongen kan planleggjast betre saman.",
                conclusion="SLT-koordinatoren kallar inn til eit felles møte i haust.",
            ),
        ),
        place="Kommunehuset i Bykle",
        approved_by=CHAIR,
    ),
    Gathering(
        27,
        Meeting.Status.CALLED,
        (
            SITUATION,
            Item(
                "Plan for open ungdomsklubb på tvers av kommunane",
                Theme.YOUTH,
                presenter="kultursjef",
                description="Éin klubb i kvar kommune, med felles skyss annakvar fredag.",
            ),
        ),
        place="Kommunehuset i Valle",
    ),
)

COUNCIL = Example(
    slug="eksempel-valle-og-bykle",
    name="Politirådet for Valle og Bykle (eksempel)",
    municipalities=("valle", "bykle"),
    language="nn",
    form=Council.Form.INTER_MUNICIPAL,
    since=-700,
    fields={
        "purpose": "Valle, Bykle og politiet blir samde om kva dei skal førebyggje saman. Rådet gir råd og legg "
        "strategiar. Enkeltsaker blir aldri tekne opp her.",
        "secretariat": "SLT-koordinatoren for Valle og Bykle",
        "founding_decision": "Kommunestyra i Valle og Bykle (oppdikta vedtak)",
        "minimum_meetings": 2,
        "email": "politirad.setesdal@eksempel.example",
        "press_function": "Ordføraren i Valle",
        "press_phone": "12340081",
    },
    agreement="Valle kommune, Bykle kommune og Agder politidistrikt",
    seats=(
        Seat("ordførar", kind=Member.Kind.LEADER, is_elected=True, municipality="valle"),
        Seat("ordførar", kind=Member.Kind.DEPUTY_LEADER, is_elected=True, municipality="bykle"),
        Seat("SLT-koordinator", kind=Member.Kind.SECRETARY, name="Kari Eksempel", name_is_public=True),
        Seat("lensmann", Agency.POLICE),
        Seat("kommunedirektør", municipality="valle"),
        Seat("kommunedirektør", municipality="bykle"),
        Seat("rektor", Agency.SCHOOL, municipality="bykle"),
        Seat("leiar for barnevernstenesta", Agency.CHILD_WELFARE),
    ),
    standing=((SITUATION.title, Theme.SAFETY),),
    year=((3, "Møte: status etter vintersesongen", True), (10, "Møte: plan for vinteren", True)),
    gatherings=GATHERINGS,
    courses=(
        Course(
            "strategi",
            "Saman om trygge bygder",
            STRATEGY,
            problem_understanding="Bygdene er trygge. Vi har få lovbrot, men store avstandar og få tilsette. I "
            "sesongen er vi mange fleire enn dei som bur her.",
            routines="Kvar kommune har ein kontakt, og politiet har éin felles. SLT-koordinatoren held oversynet.",
            concern="Snakk med leiaren din. Drøft saka utan namn med SLT-koordinatoren. Ved alvorleg uro ringjer du "
            "politiet på 02800, og 112 når det er fare.",
            objectives=(
                "Alle tilsette veit kven dei kan ringje.",
                "Ungdom i begge kommunane har ein stad å vere.",
            ),
            since=-250,
            until=1210,
            review=480,
        ),
    ),
    schemes=(
        Scheme(
            "handlingsplan",
            "Handlingsplan for Valle og Bykle",
            "strategi",
            since=-200,
            until=530,
            steps=(
                Step(
                    "Ungdom",
                    "Ein stad å vere",
                    "Open klubb i begge kommunane annakvar fredag",
                    "kultursjef",
                    90,
                    Theme.YOUTH,
                ),
                Step(
                    "Trafikk",
                    "Trygg ferdsel om vinteren",
                    "Felles foreldremøte om køyring og ansvar",
                    "rektor",
                    -15,
                    Theme.TRAFFIC,
                    Measure.Status.ONGOING,
                ),
            ),
            knowledge=(("Dei fleste unge trivst. Mange saknar ein møtestad i helgene.", "Ungdata (oppdikta tal)", 2),),
        ),
    ),
)
