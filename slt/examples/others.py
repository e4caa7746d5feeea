"""Schemes in other shapes: no steering group yet, one level only, a vacant coordinator, planned, paused, wound up."""

from councils.choices import Agency, Theme
from councils.models import AgendaItem, Meeting, Member
from slt.examples.shapes import (
    Coordinator,
    Effect,
    Finding,
    Gathering,
    Group,
    Item,
    Level,
    Measure,
    Office,
    Priority,
    Scheme,
    Seat,
    Year,
)
from slt.models import Measure as MeasureRow
from slt.models import Scheme as SchemeRow

Status = SchemeRow.Status

KRISTIANSAND = Scheme(
    "eksempel-slt-kristiansand",
    "SLT i Kristiansand (eksempel)",
    ("kristiansand",),
    coordinators=(
        Coordinator("eksempel-slt-kristiansand", (Office("kristiansand", "Rådhuset, inngang C", "alle hverdager"),)),
    ),
    fields={
        "established": 1994,
        "host_unit": "Oppvekst, virksomhet for forebygging",
        "age_from": 12,
        "about": "SLT i Kristiansand gjelder fra 12 år og har ingen øvre aldersgrense: voksne som er på vei "
        "ut i kriminalitet, er også med. Styringsgruppa er under etablering.",
    },
    groups=(
        Group(
            "eksempel-slt-kristiansand-koordinering",
            "Koordineringsteamet (eksempel)",
            Level.COORDINATING,
            target_group="Alle fra 12 år",
            task="Holder oversikt over tiltakene i bydelene.",
            represented=(
                (Agency.POLICE, 1, "forebygger"),
                (Agency.SCHOOL, 2, "sosiallærere"),
                (Agency.NAV, 1, "veileder"),
                (Agency.HEALTH, 1, "ruskonsulent"),
            ),
            seats=(
                Seat("SLT-koordinator", kind=Member.Kind.LEADER),
                Seat("forebygger", Agency.POLICE),
                Seat("sosiallærer", Agency.SCHOOL),
            ),
            gatherings=(
                Gathering(
                    -29,
                    Meeting.Status.PUBLISHED,
                    (
                        Item(
                            "Kartlegging i to bydeler",
                            Theme.SAFETY,
                            AgendaItem.Kind.DISCUSSION,
                            discussion="Teamet gikk gjennom det tjenestene har sett i høst.",
                            conclusion="Koordinatoren samler funnene.",
                        ),
                    ),
                    place="Rådhuset",
                    approved_by="Teamets leder",
                ),
            ),
        ),
        Group(
            "eksempel-slt-kristiansand-bydel",
            "Bydelsteam øst (eksempel)",
            Level.EXECUTING,
            target_group="Ungdom og unge voksne i bydelene øst for elva",
            task="Er ute i bydelen to kvelder i uka.",
            represented=((Agency.LEISURE, 2, "uteteam"), (Agency.VOLUNTARY, 5, "natteravner")),
        ),
    ),
    years=(
        Year(
            findings=(
                Finding(
                    "drugs",
                    "Flere voksne i midten av tjueårene tar kontakt med ruskonsulenten på eget initiativ.",
                    "Lavterskeltilbudet (oppdiktede tall)",
                    -35,
                    Theme.DRUGS,
                ),
            ),
            priorities=(
                Priority(
                    "Kort vei til hjelp for unge voksne",
                    "Legges fram når styringsgruppa er på plass.",
                    Theme.DRUGS,
                    ("drugs",),
                ),
            ),
            measures=(
                Measure(
                    "Felles åpningstid hos Nav og ruskonsulenten",
                    50,
                    Agency.NAV,
                    "Veileder i Nav",
                    "Kort vei til hjelp for unge voksne",
                    theme=Theme.DRUGS,
                ),
            ),
        ),
    ),
)

KARASJOK = Scheme(
    "eksempel-slt-karasjok",
    "SLT i Karasjok (eksempel)",
    ("karasjok",),
    coordinators=(Coordinator("eksempel-slt-karasjok", (Office("karasjok", "Rådhuset", "tirsdag"),)),),
    fields={
        "established": 2016,
        "host_unit": "Oppvekst",
        "age_from": 10,
        "age_to": 20,
        "has_steering": False,
        "has_executing": False,
        "about": "Koordinatoren har 20 prosent stilling. SLT er her én gruppe som møtes fire ganger i året og sørger "
        "for at tilbudene fins både på samisk og norsk.",
    },
    groups=(
        Group(
            "eksempel-slt-karasjok-koordinering",
            "SLT-gruppa (eksempel)",
            Level.COORDINATING,
            target_group="Barn og unge fra 10 til og med 20 år",
            task="Skole, helsestasjon, politi og ungdomsklubb planlegger halvåret sammen.",
            represented=(
                (Agency.SCHOOL, 1, "rektor"),
                (Agency.POLICE, 1, "politikontakt"),
                (Agency.HEALTH, 1, "helsesykepleier"),
                (Agency.LEISURE, 1, "ungdomsarbeider"),
                (Agency.BUSINESS, 1, "reindriftsnæringa"),
            ),
            seats=(
                Seat("SLT-koordinator", kind=Member.Kind.LEADER, name="Máret Eksempel", name_is_public=True),
                Seat("rektor", Agency.SCHOOL),
            ),
        ),
    ),
    years=(
        Year(
            back=1,
            measures=(
                Measure(
                    "Åpen kveld på ungdomsklubben med samisk og norsk opplegg",
                    (10, 1),
                    Agency.LEISURE,
                    "Ungdomsarbeider",
                    status=MeasureRow.Status.DONE,
                    done=(9, 26),
                    effect=Effect.GOOD,
                    evaluation="Godt besøkt. Gjentas hvert halvår.",
                ),
            ),
        ),
        Year(),
    ),
)

ALTA = Scheme(
    "eksempel-slt-alta",
    "SLT i Alta (eksempel)",
    ("alta",),
    coordinators=(Coordinator("eksempel-slt-alta", (Office("alta", "Rådhuset, første etasje"),)),),
    fields={
        "established": 2003,
        "host_unit": "Barn og unge",
        "age_to": 24,
        "about": "Stillingen som SLT-koordinator er ledig og lyst ut. Gruppene møtes som før, og virksomhetsleder for "
        "barn og unge svarer på felles postkasse så lenge.",
    },
    groups=(
        Group(
            "eksempel-slt-alta-styring",
            "Styringsgruppe for SLT (eksempel)",
            Level.STEERING,
            target_group="Alle under 25 år",
            task="Fordeler ansvaret mens stillingen er ledig.",
            minimum=2,
            represented=((Agency.MUNICIPALITY, 2, "virksomhetsledere"), (Agency.POLICE, 1, "lensmann")),
            seats=(Seat("virksomhetsleder barn og unge", kind=Member.Kind.LEADER), Seat("lensmann", Agency.POLICE)),
        ),
    ),
)

OTHERS = (
    Scheme(
        "eksempel-slt-asker",
        "SLT i Asker (eksempel)",
        ("asker",),
        Status.PLANNED,
        -30,
        fields={
            "status_note": "Kommunen har vedtatt å starte. Stillingen lyses ut etter nyttår.",
            "host_unit": "Oppvekst",
            "age_from": 13,
            "age_to": 18,
        },
    ),
    Scheme(
        "eksempel-slt-luster",
        "SLT i Luster (eksempel)",
        ("luster",),
        Status.PAUSED,
        -150,
        language="nn",
        coordinators=(Coordinator("eksempel-slt-luster"),),
        fields={
            "status_note": "Ordninga kviler til ein ny koordinator er tilsett. Bruk kontaktpunktet i kommunen imens.",
            "established": 2012,
            "host_unit": "Oppvekst",
            "age_to": 17,
            "has_executing": False,
        },
    ),
    Scheme(
        "eksempel-slt-tromso",
        "SLT i Tromsø (eksempel)",
        ("tromso",),
        Status.ENDED,
        -260,
        fields={
            "status_note": "Ordningen er avviklet. Oppgavene er ført videre i kommunens forebyggende enhet.",
            "established": 2001,
            "age_from": 13,
            "age_to": 19,
        },
    ),
)

SCHEMES = (KRISTIANSAND, KARASJOK, ALTA, *OTHERS)
