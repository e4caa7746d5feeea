"""Councils that do not meet: invited, under consideration, declined, dormant, ended; and one of a city district."""

from councils.choices import Agency, Theme
from councils.examples.shapes import Example, Gathering, Item, Seat
from councils.models import Council, Meeting, Member

Status = Council.Status

COUNCILS = [
    Example(
        "eksempel-asker",
        "Politirådet i Asker (eksempel)",
        ("asker",),
        Status.INVITED,
        -40,
        fields={"status_note": "Politidistriktet har invitert kommunen. Svar er ventet etter nyttår."},
    ),
    Example(
        "eksempel-kristiansand",
        "Politirådet i Kristiansand (eksempel)",
        ("kristiansand",),
        Status.CONSIDERED,
        -95,
        fields={"status_note": "Formannskapet utreder form og deltakere sammen med politiet."},
    ),
    Example(
        "eksempel-heroy",
        "Politirådet i Herøy (eksempel)",
        ("heroy-nordland",),
        Status.DECLINED,
        -160,
        fields={"status_note": "Kommunen samarbeider med politiet i andre faste møter og ønsker ikke et eget råd nå."},
    ),
    Example(
        "eksempel-karasjok",
        "Politirådet i Karasjok (eksempel)",
        ("karasjok",),
        Status.DORMANT,
        -420,
        fields={
            "status_note": "Rådet har ikke hatt møter siden sekretæren sluttet. Politiet har tatt kontakt på nytt.",
            "minimum_meetings": 1,
        },
        seats=(Seat("ordfører", kind=Member.Kind.LEADER, is_elected=True), Seat("lensmann", Agency.POLICE)),
        gatherings=(
            Gathering(
                -520,
                Meeting.Status.PUBLISHED,
                (
                    Item(
                        "Forebygging i reindriftas travle sesonger",
                        Theme.SAFETY,
                        presenter="lensmann",
                        discussion="Rådet drøftet trafikk og utmark i sesongen.",
                        conclusion="Politiet og kommunen lager felles informasjon på samisk og norsk.",
                    ),
                ),
                place="Rådhuset",
                approved_by="Politirådets leder",
            ),
        ),
    ),
    Example(
        "eksempel-tromso",
        "Politirådet i Tromsø (eksempel)",
        ("tromso",),
        Status.ENDED,
        -210,
        fields={"status_note": "Rådet er avsluttet. Oppgavene er ført videre i kommunens nye samarbeidsutvalg."},
    ),
    Example(
        "eksempel-grunerlokka",
        "Politirådet i bydel Grünerløkka (eksempel)",
        ("oslo",),
        form=Council.Form.CITY_DISTRICT,
        since=-600,
        fields={
            "city_district": "Grünerløkka",
            "purpose": "Bydelen og politiet blir enige om felles forebygging i bydelen. Enkeltsaker behandles aldri.",
            "secretariat": "SaLTo-koordinatoren i bydelen",
            "email": "politirad.grunerlokka@eksempel.example",
        },
        seats=(
            Seat("bydelsdirektør", kind=Member.Kind.LEADER),
            Seat("leder for politistasjonen", Agency.POLICE, Member.Kind.DEPUTY_LEADER),
            Seat("SaLTo-koordinator", kind=Member.Kind.SECRETARY),
        ),
        standing=(("Situasjonen i bydelen", Theme.SAFETY),),
        gatherings=(
            Gathering(
                -62,
                Meeting.Status.PUBLISHED,
                (
                    Item(
                        "Trygghet i parkene",
                        Theme.SAFETY,
                        presenter="bydelsdirektør",
                        discussion="Innbyggerne melder om mørke gangveier. Bydelen har gått en runde med beboere.",
                        conclusion="Bydelen prioriterer lys på to strekninger og melder behovet videre.",
                    ),
                ),
                place="Bydelshuset",
                approved_by="Politirådets leder",
            ),
        ),
    ),
]
