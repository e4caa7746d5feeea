"""The three levels of the scheme in Bærum, with a steering group of its own. Most of what they write is internal."""

import datetime

from councils.choices import Agency, Theme, Visibility
from councils.models import ActionItem, AgendaItem, Meeting, Member
from slt.examples.shapes import Gathering, Group, Item, Level, Seat, Task

DECISION, INFORMATION = AgendaItem.Kind.DECISION, AgendaItem.Kind.INFORMATION
COORDINATOR, CHAIR = "SLT-koordinator", "Styringsgruppas leder"
STEERING, COORDINATING = "eksempel-slt-baerum-styring", "eksempel-slt-baerum-koordinering"
OUTREACH, SCHOOLS = "eksempel-slt-baerum-ute", "eksempel-slt-baerum-skole"

# Priorities are put to the steering group as these items.
LAST_YEAR = "Prioriteringer i SLT-arbeidet i fjor"
SAFE_EVENINGS = "Prioritering: trygge fredagskvelder i sentrum"
DIGITAL = "Prioritering: felles foreldrekvelder om livet på nett"
NIGHT_BUS = "Prioritering: gratis nattbuss for ungdom"
DROPPING_OUT = "Prioritering: unge som er på vei ut av videregående skole"

CALLED = Gathering(
    16,
    Meeting.Status.CALLED,
    (
        Item(
            "Status for årets tiltak",
            Theme.COOPERATION,
            INFORMATION,
            presenter=COORDINATOR,
            is_standing=True,
        ),
        Item(
            DROPPING_OUT,
            Theme.YOUTH,
            DECISION,
            presenter=COORDINATOR,
            description="Koordineringsgruppa foreslår at skolene, Nav og oppfølgingstjenesten går sammen om ett fast "
            "møtepunkt. Styringsgruppa bes om å ta stilling til prioriteringen og til hvem som eier tiltaket.",
        ),
    ),
    place="Kommunegården, møterom Eksempel",
)


def steering(today):
    """The first meeting was last year, whatever day it is: what was decided then holds for that year."""
    last_year = (datetime.date(today.year - 1, 3, 12) - today).days
    return Group(
        STEERING,
        "Styringsgruppa for SLT i Bærum (eksempel)",
        Level.STEERING,
        target_group="Barn og unge fra 12 til og med 23 år",
        task="Bestemmer hva SLT skal prioritere hvert år, fordeler ansvaret mellom etatene og følger med på at "
        "tiltakene blir gjennomført. Behandler aldri enkeltsaker.",
        minimum=3,
        represented=(
            (Agency.MUNICIPALITY, 2, "ledere på kommunalsjefnivå"),
            (Agency.POLICE, 1, "leder for politistasjonen"),
            (Agency.SCHOOL, 1, "områdeleder for skole"),
            (Agency.HEALTH, 1, "leder for psykisk helse og rus"),
            (Agency.NAV, 1, "leder for ungdomsteamet"),
        ),
        seats=(
            Seat("kommunalsjef oppvekst", kind=Member.Kind.LEADER),
            Seat("leder for politistasjonen", Agency.POLICE, Member.Kind.DEPUTY_LEADER),
            Seat("SLT-koordinator", kind=Member.Kind.SECRETARY, name="Inger Eksempel", name_is_public=True),
            Seat("områdeleder for skole", Agency.SCHOOL),
            Seat("leder for psykisk helse og rus", Agency.HEALTH),
            Seat("leder for ungdomsteamet", Agency.NAV, since=-400),
        ),
        standing=(("Status for årets tiltak", Theme.COOPERATION),),
        year=(
            (2, "Møte: årets prioriteringer", True),
            (6, "Møte: status ved halvt år", True),
            (11, "Møte: evaluering og veien videre", True),
        ),
        gatherings=(
            Gathering(
                last_year,
                Meeting.Status.PUBLISHED,
                (
                    Item(
                        LAST_YEAR,
                        Theme.COOPERATION,
                        DECISION,
                        presenter=COORDINATOR,
                        visibility=Visibility.PUBLIC,
                        description="Koordineringsgruppa foreslo to områder på grunnlag av kartleggingen.",
                        discussion="Styringsgruppa ville ha få prioriteringer som alle etatene kan stille seg bak.",
                        conclusion="Styringsgruppa prioriterer voksne til stede der ungdom er, og felles opplæring av "
                        "ansatte.",
                    ),
                ),
                place="Kommunegården, møterom Eksempel",
                visibility=Visibility.PUBLIC,
                approved_by=CHAIR,
            ),
            Gathering(
                -76,
                Meeting.Status.PUBLISHED,
                (
                    Item(
                        SAFE_EVENINGS,
                        Theme.NIGHTLIFE,
                        DECISION,
                        presenter=COORDINATOR,
                        visibility=Visibility.PUBLIC,
                        description="Tre kilder peker på det samme: ungdom samles i sentrum fredag kveld uten at det "
                        "er voksne der.",
                        discussion="Styringsgruppa var samstemt. Utekontakten og natteravnene bør dele kveldene "
                        "mellom seg.",
                        conclusion="Prioriteringen er vedtatt. Utekontakten leder arbeidet.",
                        tasks=(
                            Task(
                                "Lage en felles vaktplan for utekontakten og natteravnene",
                                "Leder for utekontakten",
                                20,
                                ActionItem.Status.ONGOING,
                                Visibility.PUBLIC,
                            ),
                        ),
                    ),
                    Item(
                        DIGITAL,
                        Theme.INTERNET,
                        DECISION,
                        presenter="Områdeleder for skole",
                        visibility=Visibility.PUBLIC,
                        description="Foreldre spør om konkrete råd. Forslaget gjaldt foreldrekvelder på alle trinn.",
                        discussion="Skolene har ikke kapasitet til alle trinn samme år.",
                        conclusion="Prioriteringen er vedtatt med én endring: opplegget begynner på 8. trinn.",
                    ),
                    Item(
                        NIGHT_BUS,
                        Theme.TRAFFIC,
                        DECISION,
                        presenter=COORDINATOR,
                        visibility=Visibility.PUBLIC,
                        discussion="De ordinære avgangene dekker behovet i dag.",
                        conclusion="Prioriteringen er ikke vedtatt. Koordinatoren melder behovet til fylkeskommunen.",
                    ),
                ),
                place="Kommunegården, møterom Eksempel",
                visibility=Visibility.PUBLIC,
                approved_by=CHAIR,
            ),
            CALLED,
            Gathering(
                105,
                Meeting.Status.PLANNED,
                (Item("Evaluering av året", Theme.COOPERATION, presenter=COORDINATOR),),
                place="Kommunegården, møterom Eksempel",
            ),
        ),
    )


COORDINATION = Group(
    COORDINATING,
    "Koordineringsgruppa for SLT i Bærum (eksempel)",
    Level.COORDINATING,
    target_group="Barn og unge fra 12 til og med 23 år",
    task="Samler det etatene vet, foreslår prioriteringer for styringsgruppa og sørger for at tiltakene henger sammen.",
    minimum=4,
    represented=(
        (Agency.MUNICIPALITY, 1, "SLT-koordinator"),
        (Agency.POLICE, 2, "forebyggere"),
        (Agency.SCHOOL, 3, "rådgivere i ungdomsskole og videregående skole"),
        (Agency.CHILD_WELFARE, 1, "teamleder"),
        (Agency.HEALTH, 2, "helsesykepleier og ruskonsulent"),
        (Agency.NAV, 1, "veileder i ungdomsteamet"),
        (Agency.LEISURE, 2, "fritidsledere"),
        (Agency.VOLUNTARY, 1, "leder for natteravnene"),
        (Agency.YOUTH_COUNCIL, 2, "medlemmer av ungdomsrådet"),
    ),
    seats=(
        Seat("SLT-koordinator", kind=Member.Kind.LEADER, name="Inger Eksempel", name_is_public=True),
        Seat("konsulent i oppvekst", kind=Member.Kind.SECRETARY, name="Tuva Eksempel"),
        Seat("forebygger", Agency.POLICE),
        Seat("rådgiver i videregående skole", Agency.SCHOOL),
        Seat("teamleder", Agency.CHILD_WELFARE),
        Seat("helsesykepleier", Agency.HEALTH),
        Seat("veileder i ungdomsteamet", Agency.NAV),
        Seat("leder for utekontakten", Agency.LEISURE),
        Seat("leder for natteravnene", Agency.VOLUNTARY, since=-260),
        Seat("leder for ungdomsrådet", Agency.YOUTH_COUNCIL, Member.Kind.INVITED, since=-100),
        Seat("fritidsleder", Agency.LEISURE, name="Halvor Eksempel", since=-880, until=-130),
    ),
    standing=(("Runde rundt bordet: hva ser vi nå?", Theme.SAFETY),),
    year=(
        (1, "Møte: kartlegging", True),
        (4, "Møte: forslag til prioriteringer", True),
        (9, "Møte: status for tiltakene", True),
        (12, "Møte: evaluering av året", True),
    ),
    gatherings=(
        Gathering(
            -203,
            Meeting.Status.PUBLISHED,
            (
                Item(
                    "Kartlegging: hvilke kilder har vi?",
                    Theme.COOPERATION,
                    presenter=COORDINATOR,
                    discussion="Gruppa fordelte kildene mellom seg: Ungdata, politiets tall, skolenes fravær og det "
                    "utekontakten ser.",
                    conclusion="Hver etat sender sine tall til koordinatoren innen tre uker.",
                    tasks=(Task("Hente fraværstall fra fylkeskommunen", COORDINATOR, -170, ActionItem.Status.DONE),),
                ),
            ),
            place="Ungdomshuset, andre etasje",
            approved_by="Koordineringsgruppas leder",
        ),
        Gathering(
            -112,
            Meeting.Status.PUBLISHED,
            (
                Item(
                    "Runde rundt bordet: hva ser vi nå?",
                    Theme.SAFETY,
                    INFORMATION,
                    is_standing=True,
                    discussion="Utekontakten møter flere 13- og 14-åringer sent på kvelden. Skolene ser mer fravær "
                    "etter helgene.",
                    conclusion="Koordinatoren samler tallene til styringsgruppa.",
                ),
                Item(
                    "Forslag til prioriteringer",
                    Theme.COOPERATION,
                    DECISION,
                    presenter=COORDINATOR,
                    discussion="Gruppa gikk gjennom funnene og valgte tre forslag.",
                    conclusion="Tre forslag legges fram for styringsgruppa.",
                ),
            ),
            place="Ungdomshuset, andre etasje",
            approved_by="Koordineringsgruppas leder",
        ),
        Gathering(
            -48,
            Meeting.Status.CANCELLED,
            (Item("Felles opplæring av ansatte", Theme.COOPERATION, presenter=COORDINATOR),),
            kind=Meeting.Kind.DIGITAL,
        ),
        Gathering(
            -11,
            Meeting.Status.DRAFT,
            (
                Item(
                    "Runde rundt bordet: hva ser vi nå?",
                    Theme.SAFETY,
                    INFORMATION,
                    is_standing=True,
                    discussion="Rolig i sentrum. Flere spør om hjelp til å slutte med e-sigaretter.",
                ),
                Item(
                    "Status for tiltakene",
                    Theme.COOPERATION,
                    presenter=COORDINATOR,
                    discussion="To tiltak går etter planen, ett er forsinket.",
                    conclusion="Forsinkelsen tas opp med styringsgruppa.",
                    tasks=(Task("Be natteravnene om nye datoer for opplæring", "Leder for utekontakten", 18),),
                ),
            ),
            place="Ungdomshuset, andre etasje",
        ),
        Gathering(
            23,
            Meeting.Status.PLANNED,
            (Item("Evaluering av året", Theme.COOPERATION, presenter=COORDINATOR),),
            place="Ungdomshuset, andre etasje",
        ),
    ),
)

OUT = Group(
    OUTREACH,
    "Utegruppa (eksempel)",
    Level.EXECUTING,
    target_group="Ungdom mellom 13 og 20 år som oppholder seg ute på kveldstid",
    task="Er til stede der ungdom er, fredag og lørdag kveld. Utekontakten, natteravnene og politiet deler kveldene.",
    minimum=2,
    represented=(
        (Agency.LEISURE, 3, "uteteam"),
        (Agency.POLICE, 1, "forebygger"),
        (Agency.VOLUNTARY, 6, "natteravner"),
        (Agency.FAITH, 1, "ungdomsarbeider i en menighet"),
        (Agency.BUSINESS, 1, "senterleder"),
    ),
    seats=(
        Seat("leder for utekontakten", Agency.LEISURE, Member.Kind.LEADER),
        Seat("leder for natteravnene", Agency.VOLUNTARY),
        Seat("forebygger", Agency.POLICE),
        Seat("senterleder", Agency.BUSINESS, Member.Kind.INVITED),
    ),
    gatherings=(
        Gathering(
            -33,
            Meeting.Status.PUBLISHED,
            (
                Item(
                    "Kveldene i høst",
                    Theme.NIGHTLIFE,
                    presenter="Leder for utekontakten",
                    visibility=Visibility.PUBLIC,
                    discussion="Det virker best når de samme voksne kommer igjen.",
                    conclusion="Hver kveld har en fast leder, og planen legges ut for en måned om gangen.",
                ),
            ),
            place="Utekontaktens lokaler",
            visibility=Visibility.PUBLIC,
            approved_by="Utegruppas leder",
        ),
        Gathering(
            -5,
            Meeting.Status.HELD,
            (Item("Kveldene før jul", Theme.NIGHTLIFE, presenter="Leder for utekontakten"),),
            place="Utekontaktens lokaler",
        ),
    ),
)

SCHOOL = Group(
    SCHOOLS,
    "Skolegruppa (eksempel)",
    Level.EXECUTING,
    target_group="Elever på ungdomstrinnet og i videregående skole",
    task="Lager felles opplegg for elever og foreldre, og prøver dem ut på to skoler før de tas i bruk på alle.",
    minimum=1,
    represented=(
        (Agency.SCHOOL, 4, "lærere og rådgivere"),
        (Agency.HEALTH, 2, "helsesykepleiere"),
        (Agency.POLICE, 1, "forebygger"),
    ),
    seats=(
        Seat("rådgiver i ungdomsskole", Agency.SCHOOL, Member.Kind.LEADER),
        Seat("helsesykepleier", Agency.HEALTH),
    ),
)

ENDED = Group(
    "eksempel-slt-baerum-russ",
    "Russegruppa (eksempel)",
    Level.EXECUTING,
    target_group="Avgangselever i videregående skole",
    task="Planla en trygg russetid. Oppgaven er overtatt av Utegruppa.",
    ended=-190,
    represented=((Agency.SCHOOL, 2, "rådgivere i videregående skole"), (Agency.POLICE, 1, "forebygger")),
    seats=(Seat("rådgiver i videregående skole", Agency.SCHOOL, since=-880, until=-190),),
)


def groups(today):
    return steering(today), COORDINATION, OUT, SCHOOL, ENDED
