"""A scheme with everything: a steering group of its own, three levels, last year documented and this year under way."""

from councils.choices import Agency, Theme, Visibility
from slt.examples import baerum_groups as group
from slt.examples.shapes import (
    Coordinator,
    Dialogue,
    Effect,
    Event,
    Finding,
    Measure,
    Office,
    Outcome,
    Priority,
    Scheme,
    Sector,
    Year,
)
from slt.models import DialogueEvent, DialogueProcess
from slt.models import Measure as MeasureRow

PLANNED, ONGOING, DONE, STOPPED = MeasureRow.Status
HELD, CANCELLED = DialogueEvent.Status.HELD, DialogueEvent.Status.CANCELLED
OUTREACH, CULTURE = "Leder for utekontakten", "Leder for kultur og fritid"
FRIDAYS = "Voksne til stede i sentrum hver fredag kveld"
PARENTS = "Foreldrekvelder om livet på nett på 8. trinn"
GUARDS = "Kurs for nye natteravner"
YOUTH_EVENING = "Kveld for ungdom om trygge steder"

LAST_YEAR = Year(
    back=1,
    findings=(
        Finding(
            "adults",
            "Sju av ti elever på ungdomstrinnet sier at de savner voksne der de er ute om kvelden.",
            "Ungdata {year} (oppdiktede tall)",
            (1, 20),
            Theme.SAFETY,
        ),
        Finding(
            "training",
            "Ansatte i skole og fritid er usikre på hva de kan si til hverandre, og når.",
            "Spørreskjema til ansatte (oppdiktet)",
            (2, 5),
            Theme.COOPERATION,
            visibility=Visibility.INTERNAL,
        ),
    ),
    priorities=(
        Priority(
            "Voksne til stede der ungdom er",
            "Natteravnene trenger flere voksne, og utekontakten trenger faste kvelder.",
            Theme.SAFETY,
            ("adults",),
            group.LAST_YEAR,
            Outcome.ADOPTED,
        ),
        Priority(
            "Felles opplæring av ansatte",
            "Alle som møter ungdom, bør kjenne de samme rutinene.",
            Theme.COOPERATION,
            ("training",),
            group.LAST_YEAR,
            Outcome.ADOPTED,
        ),
    ),
    measures=(
        Measure(
            "Starte natteravnene i sentrum på nytt",
            (9, 1),
            Agency.VOLUNTARY,
            "Leder for natteravnene",
            "Voksne til stede der ungdom er",
            group.OUTREACH,
            Theme.SAFETY,
            DONE,
            (8, 28),
            Effect.GOOD,
            "Førti voksne meldte seg. Det hjalp at foreldreutvalgene spurte direkte.",
        ),
        Measure(
            "Halvdagskurs om taushetsplikt og samarbeid",
            (10, 15),
            Agency.MUNICIPALITY,
            "SLT-koordinator",
            "Felles opplæring av ansatte",
            theme=Theme.COOPERATION,
            status=DONE,
            done=(10, 10),
            effect=Effect.PARTLY,
            evaluation="Nyttig, men for få fra de videregående skolene kunne komme.",
        ),
        Measure(
            "Egen app for meldinger mellom tjenestene",
            (11, 1),
            Agency.MUNICIPALITY,
            "SLT-koordinator",
            "Felles opplæring av ansatte",
            theme=Theme.COOPERATION,
            status=STOPPED,
            effect=Effect.NONE,
            evaluation="Stoppet: telefon og faste møter dekker behovet.",
        ),
    ),
    evaluation="Det som virket best, var faste voksne på faste kvelder. Opplæringen nådde ikke alle. Vi lærte at "
    "datoer må settes et halvt år i forveien.",
    evaluated=(12, 4),
    summary="To prioriteringer, tre tiltak: natteravnene er i gang igjen med førti voksne, og seksti ansatte har fått "
    "felles opplæring. En egen app ble vurdert og lagt bort.",
    documented=(12, 18),
)

THIS_YEAR = Year(
    findings=(
        Finding(
            "evenings",
            "Fire av ti på ungdomstrinnet føler seg utrygge i sentrum fredag kveld. For to år siden var det tre av ti.",
            "Ungdata {year} (oppdiktede tall)",
            -150,
            Theme.SAFETY,
        ),
        Finding(
            "youngest",
            "Utekontakten møter flere av de yngste ungdommene etter klokka 22 enn før.",
            "Utekontaktens oversikt (oppdiktede tall)",
            -134,
            Theme.NIGHTLIFE,
            visibility=Visibility.INTERNAL,
        ),
        Finding(
            "parents",
            "Foreldre ber om konkrete råd om grenser på nett, og vil helst få dem sammen med andre foreldre.",
            "Foreldreutvalgene ved tre skoler (oppdiktet)",
            -128,
            Theme.INTERNET,
        ),
        Finding(
            "buses",
            "Noen ungdommer sier at det er langt mellom bussene etter midnatt.",
            "Ungdomsrådet, innspill til SLT (oppdiktet)",
            -120,
            Theme.TRAFFIC,
        ),
        Finding(
            "absence",
            "Fraværet i første klasse på videregående har økt, og flest slutter mellom høstferien og jul.",
            "Fylkeskommunens fraværstall (oppdiktede tall)",
            -62,
            Theme.YOUTH,
            visibility=Visibility.INTERNAL,
        ),
        Finding(
            "vapes",
            "Helsesykepleierne får flere spørsmål om å slutte med e-sigaretter.",
            "Skolehelsetjenesten (oppdiktet)",
            -24,
            Theme.DRUGS,
            visibility=Visibility.INTERNAL,
        ),
        Finding(
            "hate",
            "Elevrådene ved to skoler melder om mer hets i lukkede grupper på nett.",
            "Elevrådene (oppdiktet)",
            -9,
            Theme.HATE,
            visibility=Visibility.INTERNAL,
        ),
    ),
    priorities=(
        Priority(
            "Trygge fredagskvelder i sentrum",
            "Styringsgruppa bes om å vedta at voksne skal være til stede hver fredag, og å peke ut hvem som leder det.",
            Theme.NIGHTLIFE,
            ("evenings", "youngest"),
            group.SAFE_EVENINGS,
            Outcome.ADOPTED,
        ),
        Priority(
            "Felles foreldrekvelder om livet på nett",
            "Ett opplegg for alle skolene, laget av skolegruppa.",
            Theme.INTERNET,
            ("parents",),
            group.DIGITAL,
            Outcome.CHANGED,
        ),
        Priority(
            "Gratis nattbuss for ungdom",
            "Ungdomsrådet har foreslått en egen buss fredag og lørdag.",
            Theme.TRAFFIC,
            ("buses",),
            group.NIGHT_BUS,
            Outcome.DECLINED,
        ),
        Priority(
            "Unge som er på vei ut av videregående skole",
            "Ett fast møtepunkt for skolene, Nav og oppfølgingstjenesten, med felles rutine fra første fraværsmelding.",
            Theme.YOUTH,
            ("absence",),
            group.DROPPING_OUT,
        ),
        Priority(
            "Hjelp til å slutte med e-sigaretter",
            "Skolehelsetjenesten ønsker et felles tilbud. Forslaget skal drøftes i koordineringsgruppa først.",
            Theme.DRUGS,
            ("vapes",),
            visibility=Visibility.INTERNAL,
        ),
    ),
    measures=(
        Measure(
            GUARDS,
            -30,
            Agency.POLICE,
            "Forebygger i politiet",
            "Trygge fredagskvelder i sentrum",
            group.OUTREACH,
            Theme.SAFETY,
            DONE,
            -34,
            Effect.GOOD,
            "Tjueto nye natteravner. Kurset bør holdes to ganger i året.",
        ),
        Measure(
            "Felles informasjon til foresatte om fredagskveldene",
            -21,
            Agency.SCHOOL,
            "Rådgiver i ungdomsskole",
            "Trygge fredagskvelder i sentrum",
            group.SCHOOLS,
            Theme.SAFETY,
            DONE,
            -20,
        ),
        Measure(
            FRIDAYS,
            75,
            Agency.LEISURE,
            OUTREACH,
            "Trygge fredagskvelder i sentrum",
            group.OUTREACH,
            Theme.NIGHTLIFE,
            ONGOING,
        ),
        Measure(
            "Vaktplan som utekontakten og natteravnene deler",
            -6,
            Agency.LEISURE,
            OUTREACH,
            "Trygge fredagskvelder i sentrum",
            group.OUTREACH,
            Theme.NIGHTLIFE,
            ONGOING,
        ),
        Measure(
            PARENTS,
            40,
            Agency.SCHOOL,
            "Rådgiver i ungdomsskole",
            "Felles foreldrekvelder om livet på nett",
            group.SCHOOLS,
            Theme.INTERNET,
        ),
        Measure(
            "Opplæring av elevrådene i å svare på hets",
            None,
            Agency.YOUTH_COUNCIL,
            "Leder for ungdomsrådet",
            theme=Theme.HATE,
            visibility=Visibility.INTERNAL,
        ),
        Measure(
            "Egen chat for foresatte",
            -55,
            Agency.SCHOOL,
            "Rådgiver i ungdomsskole",
            "Felles foreldrekvelder om livet på nett",
            group.SCHOOLS,
            Theme.INTERNET,
            STOPPED,
            evaluation="Stoppet: foreldrene vil heller møtes.",
        ),
    ),
)

DIALOGUES = (
    Dialogue(
        "trygge-kvelder",
        "Trygge kvelder i Sandvika",
        "Ungdom, utesteder, butikker og voksne som er ute, blir enige om hva som skal til for at kvelden er trygg for "
        "alle.",
        Theme.NIGHTLIFE,
        since=-70,
        until=120,
        came_from=("item", "Natteravner i Sandvika"),
        parties=(
            (Sector.PUBLIC, "Politistasjonen", "Forteller hva de ser, og svarer på spørsmål"),
            (Sector.PUBLIC, "Utekontakten i kommunen", "Leder dialogen"),
            (Sector.VOLUNTARY, "Eksempel natteravner", "Er til stede fredag kveld"),
            (Sector.VOLUNTARY, "Eksempel idrettslag", "Åpner hallen to kvelder"),
            (Sector.PRIVATE, "Eksempel kjøpesenter", "Låner ut lokaler"),
            (Sector.FAITH, "Eksempel menighet", "Har åpent hus for ungdom"),
        ),
        events=(
            Event(
                "Åpningskveld: hva gjør et sted trygt?",
                -55,
                "Kulturhuset, storsalen",
                status=HELD,
                people=86,
                outcome="De fleste ville ha mer lys, voksne som hilser, og et sted å være inne. Tre arbeidsgrupper ble "
                "satt ned.",
            ),
            Event(
                "Kveldsvandring med ungdomsrådet",
                -26,
                "Oppmøte ved biblioteket",
                20,
                status=HELD,
                people=19,
                outcome="Sju steder med dårlig lys er meldt til kommunen.",
            ),
            Event("Møte med utestedene", 12, "Kommunegården, møterom Eksempel", 13, is_open=False),
            Event("Åpen kveld: dette er vi blitt enige om", 47, "Kulturhuset, storsalen"),
        ),
    ),
    Dialogue(
        "moteplasser",
        "Møteplasser vi har lyst til å bruke",
        "Ungdom er med og bestemmer hva de to nye møteplassene skal være.",
        Theme.YOUTH,
        since=-35,
        came_from=("plan_measure", "Åpne to møteplasser med voksne til stede"),
        parties=(
            (Sector.PUBLIC, "Kultur og fritid i kommunen", "Leder dialogen"),
            (Sector.PUBLIC, "Ungdomsrådet", "Stiller med to i hver gruppe"),
            (Sector.VOLUNTARY, "Eksempel ungdomsklubb", "Deler erfaringer fra egen klubb"),
            (Sector.PRIVATE, "Eksempel boligbyggelag", "Har et ledig lokale"),
            (Sector.FAITH, "Eksempel islamske senter", "Låner ut kjøkkenet"),
        ),
        events=(
            Event(YOUTH_EVENING, -14, "Ungdomshuset", 17, status=HELD, people=34, outcome="Fire ønsker gikk igjen."),
            Event("Verksted: tegn din møteplass", 9, "Ungdomshuset", 17),
        ),
    ),
    Dialogue(
        "foreldre-og-nett",
        "Foreldre og livet på nett",
        "Foreldrene på en skole blir enige om noen få felles råd.",
        Theme.INTERNET,
        DialogueProcess.Status.PLANNED,
        since=30,
        is_open=False,
        came_from=("measure", PARENTS),
        parties=(
            (Sector.PUBLIC, "Skolehelsetjenesten", "Svarer på spørsmål"),
            (Sector.VOLUNTARY, "Foreldreutvalgene", "Inviterer"),
        ),
        events=(Event("Første foreldrekveld", 38, "En ungdomsskole i kommunen", is_open=False),),
    ),
    Dialogue(
        "russetid",
        "En russetid for alle",
        "Avgangselever, foresatte og næringslivet finner måter å feire på som alle har råd til.",
        Theme.YOUTH,
        DialogueProcess.Status.ENDED,
        since=-420,
        until=-200,
        outcome="Elevene ved to skoler ble enige om felles arrangementer som er gratis. To bedrifter stilte med mat.",
        parties=(
            (Sector.PUBLIC, "De videregående skolene", "Inviterte"),
            (Sector.VOLUNTARY, "Elevrådene", "Ledet møtene"),
            (Sector.PRIVATE, "Eksempel næringsforening", "Stilte med mat"),
        ),
        events=(
            Event("Idékveld", -390, "Eksempel videregående skole", status=HELD, people=120, outcome="Sytten ideer."),
            Event("Foreldremøte", -340, "Eksempel videregående skole", status=CANCELLED),
        ),
    ),
    Dialogue(
        "naboer",
        "Naboer til et nytt botilbud",
        "Kommunen og naboene snakker sammen før et nytt botilbud åpner.",
        Theme.SAFETY,
        DialogueProcess.Status.PLANNED,
        since=20,
        is_open=False,
        visibility=Visibility.INTERNAL,
        parties=((Sector.PUBLIC, "Helse og velferd i kommunen", "Inviterer"),),
        events=(Event("Første nabomøte", 37, "Grendehuset", is_open=False),),
    ),
)


def scheme(today):
    return Scheme(
        "eksempel-slt-baerum",
        "SLT i Bærum (eksempel)",
        ("baerum",),
        coordinators=(
            Coordinator(
                "eksempel-slt-baerum",
                (
                    Office("baerum", "Kommunegården, tredje etasje", "mandag til onsdag"),
                    Office("baerum", "Ungdomshuset", "torsdag"),
                ),
            ),
        ),
        fields={
            "established": 1998,
            "host_unit": "Avdeling for oppvekst",
            "age_from": 12,
            "age_to": 23,
            "about": "SLT i Bærum samordner det kommunen, politiet og frivillige gjør for at unge mellom 12 og 23 år "
            "skal ha det trygt. Vi arbeider med grupper og steder, aldri med enkeltsaker. Er du bekymret for en "
            "bestemt ungdom, snakker du med skolen, helsestasjonen eller barnevernet.",
        },
        groups=group.groups(today),
        years=(LAST_YEAR, THIS_YEAR),
        dialogues=DIALOGUES,
    )
