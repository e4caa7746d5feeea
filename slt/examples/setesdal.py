"""Two municipalities that share a coordinator in half a position and write nynorsk; their police council steers."""

from councils.choices import Agency, Theme, Visibility
from councils.models import AgendaItem, Meeting, Member
from slt.examples.shapes import (
    Coordinator,
    Dialogue,
    Effect,
    Event,
    Finding,
    Gathering,
    Group,
    Item,
    Level,
    Measure,
    Office,
    Outcome,
    Priority,
    Scheme,
    Seat,
    Sector,
    Year,
)
from slt.models import DialogueEvent
from slt.models import Measure as MeasureRow

PLANNED, ONGOING, DONE, STOPPED = MeasureRow.Status
HELD = DialogueEvent.Status.HELD
COORDINATOR, FIELD = "SLT-koordinator", "eksempel-slt-setesdal-arbeidsgruppe"
PARENTS = "Foreldremøte om køyring og ansvar"

COORDINATION = Group(
    "eksempel-slt-setesdal-koordinering",
    "Koordineringsgruppa i Valle og Bykle (eksempel)",
    Level.COORDINATING,
    target_group="Barn og unge under 18 år",
    task="Samlar det skulane, helsestasjonane og politiet veit, og gjer framlegg til politirådet.",
    minimum=2,
    represented=(
        (Agency.MUNICIPALITY, 1, "SLT-koordinator"),
        (Agency.POLICE, 1, "førebyggjar"),
        (Agency.SCHOOL, 2, "rektorar, éin frå kvar kommune"),
        (Agency.CHILD_WELFARE, 1, "sakshandsamar"),
        (Agency.HEALTH, 2, "helsesjukepleiarar"),
        (Agency.LEISURE, 2, "ungdomsleiarar"),
        (Agency.VOLUNTARY, 1, "leiar i idrettslaget"),
        (Agency.YOUTH_COUNCIL, 2, "medlemmer av ungdomsråda"),
    ),
    seats=(
        Seat("SLT-koordinator", kind=Member.Kind.LEADER, name="Kari Eksempel", name_is_public=True),
        Seat("rektor", Agency.SCHOOL, Member.Kind.SECRETARY, municipality="bykle"),
        Seat("rektor", Agency.SCHOOL, municipality="valle"),
        Seat("førebyggjar", Agency.POLICE),
        Seat("helsesjukepleiar", Agency.HEALTH, municipality="valle"),
        Seat("ungdomsleiar", Agency.LEISURE, municipality="bykle"),
    ),
    year=((2, "Møte: kartlegging", True), (9, "Møte: framlegg til prioriteringar", True)),
    gatherings=(
        Gathering(
            -97,
            Meeting.Status.PUBLISHED,
            (
                Item(
                    "Framlegg til politirådet",
                    Theme.COOPERATION,
                    AgendaItem.Kind.DECISION,
                    presenter=COORDINATOR,
                    discussion="Gruppa valde to område ut frå kartlegginga.",
                    conclusion="Trafikk og møteplassar blir lagde fram for politirådet.",
                ),
            ),
            place="Kommunehuset i Bykle",
            approved_by="Leiaren i koordineringsgruppa",
        ),
        Gathering(
            16,
            Meeting.Status.CALLED,
            (Item("Kva gjer vi i vinterferien?", Theme.YOUTH, presenter=COORDINATOR),),
            place="Kommunehuset i Valle",
        ),
    ),
)

WORK = Group(
    FIELD,
    "Ungdomslaget (eksempel)",
    Level.EXECUTING,
    target_group="Ungdom frå 13 til og med 17 år",
    task="Driv open klubb annakvar fredag og er vaksne til stades når det skjer noko i bygdene.",
    minimum=1,
    represented=((Agency.LEISURE, 2, "ungdomsleiarar"), (Agency.VOLUNTARY, 4, "foreldre som er klubbvertar")),
    seats=(Seat("ungdomsleiar", Agency.LEISURE, Member.Kind.LEADER, municipality="valle"),),
)

LAST_YEAR = Year(
    back=1,
    findings=(
        Finding(
            "weekends",
            "Mange unge saknar ein stad å vere i helgene.",
            "Ungdata {year} (oppdikta tal)",
            (2, 10),
        ),
    ),
    measures=(
        Measure(
            "Open klubb i Valle kvar månad",
            (9, 1),
            Agency.LEISURE,
            "Kultursjef",
            group=FIELD,
            status=DONE,
            done=(8, 29),
            effect=Effect.GOOD,
            evaluation="Kring tretti kom kvar gong. No vil Bykle ha det same.",
        ),
    ),
    evaluation="Klubben samla mange. Skyss heim var det vanskelegaste.",
    evaluated=(12, 2),
    summary="Open klubb kom i gang i Valle, og kring tretti unge kom kvar gong. Neste år vil vi ha klubb i begge "
    "kommunane.",
    documented=(12, 15),
)

THIS_YEAR = Year(
    findings=(
        Finding(
            "driving",
            "Foreldre og skular melder om meir køyring på kveldstid enn i fjor.",
            "Skulane og foreldreutvala (oppdikta)",
            -140,
            Theme.TRAFFIC,
        ),
        Finding(
            "club",
            "Unge i Bykle ønskjer seg ein open klubb slik som i Valle.",
            "Ungdomsrådet i Bykle (oppdikta)",
            -118,
            municipality="bykle",
        ),
        Finding(
            "season",
            "I sesongen er det mange tilreisande ungdomar i heiane utan vaksne.",
            "Politiet si oversikt (oppdikta tal)",
            -30,
            Theme.NIGHTLIFE,
            "bykle",
            Visibility.INTERNAL,
        ),
    ),
    priorities=(
        Priority(
            "Trygg køyring om vinteren",
            "Rådet blir bede om å støtte felles foreldremøte før vintersesongen.",
            Theme.TRAFFIC,
            ("driving",),
            "Ungdom, scooter og trafikk",
            Outcome.ADOPTED,
        ),
        Priority(
            "Open klubb i begge kommunane",
            "Éin klubb i kvar kommune, med felles skyss annakvar fredag.",
            Theme.YOUTH,
            ("club",),
            "Plan for open ungdomsklubb på tvers av kommunane",
        ),
    ),
    measures=(
        Measure(
            PARENTS,
            -15,
            Agency.SCHOOL,
            "Rektor",
            "Trygg køyring om vinteren",
            theme=Theme.TRAFFIC,
            status=ONGOING,
        ),
        Measure(
            "Kontroll og samtalar på vegen inn til skulane",
            -45,
            Agency.POLICE,
            "Førebyggjar i politiet",
            "Trygg køyring om vinteren",
            theme=Theme.TRAFFIC,
            status=DONE,
            done=-47,
            effect=Effect.PARTLY,
            evaluation="Bra for dei yngste. Dei eldste møtte vi ikkje.",
        ),
        Measure(
            "Felles skyss til klubbkveldane",
            60,
            Agency.LEISURE,
            "Kultursjef",
            "Open klubb i begge kommunane",
            FIELD,
        ),
    ),
)

DIALOGUES = (
    Dialogue(
        "klubb",
        "Ein klubb vi lagar saman",
        "Unge og vaksne i begge kommunane blir samde om kva klubben skal vere, og kven som gjer kva.",
        Theme.YOUTH,
        since=-40,
        until=150,
        came_from=("plan_measure", "Open klubb i begge kommunane annakvar fredag"),
        parties=(
            (Sector.PUBLIC, "Kulturkontora i Valle og Bykle", "Leier dialogen"),
            (Sector.VOLUNTARY, "Eksempel idrettslag", "Stiller med klubbvertar"),
            (Sector.VOLUNTARY, "Eksempel bygdekvinnelag", "Lagar mat"),
            (Sector.PRIVATE, "Eksempel skysslag", "Køyrer mellom bygdene"),
            (Sector.FAITH, "Eksempel sokn", "Låner ut kyrkjestova"),
        ),
        events=(
            Event(
                "Idékveld i Valle",
                -21,
                "Kommunehuset i Valle",
                status=HELD,
                people=41,
                outcome="Dei fleste vil lage mat saman og ha musikk.",
            ),
            Event("Idékveld i Bykle", 8, "Kommunehuset i Bykle"),
            Event("Møte med skysslaget", 20, "Kommunehuset i Valle", 12, is_open=False),
        ),
    ),
)

SCHEME = Scheme(
    "eksempel-slt-valle-og-bykle",
    "SLT i Valle og Bykle (eksempel)",
    ("valle", "bykle"),
    language="nn",
    council="eksempel-valle-og-bykle",
    coordinators=(
        Coordinator(
            "eksempel-slt-valle-bykle",
            (
                Office("valle", "Kommunehuset i Valle, andre høgda", "måndag og tysdag"),
                Office("bykle", "Kommunehuset i Bykle", "onsdag før lunsj"),
            ),
        ),
    ),
    fields={
        "established": 2009,
        "host_unit": "Oppvekst og kultur i Valle kommune",
        "age_to": 17,
        "about": "Valle og Bykle deler éin SLT-koordinator i halv stilling. Saman med skulane, politiet og laga i "
        "bygdene arbeider vi for at dei under 18 år skal ha gode stader å vere. Politirådet er styringsgruppa. Er du "
        "uroa for ein bestemt ungdom, snakkar du med skulen, helsestasjonen eller barnevernet.",
    },
    groups=(COORDINATION, WORK),
    years=(LAST_YEAR, THIS_YEAR),
    dialogues=DIALOGUES,
)
