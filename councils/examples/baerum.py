"""A council with everything: meetings in every state, a strategy and the one before it, a plan, what is to be done."""

from councils.choices import Agency, Theme, Visibility
from councils.examples.shapes import Course, Example, Gathering, Item, Scheme, Seat, Step, Task
from councils.models import ActionItem, AgendaItem, Measure, Meeting, Member, Plan, Strategy

DECISION, INFORMATION = AgendaItem.Kind.DECISION, AgendaItem.Kind.INFORMATION
HALL, CHAIR = "Kommunegården, møterom Eksempel", "Politirådets leder"
COORDINATOR, STATION = "SLT-koordinator", "Leder for politistasjonen"
SCHOOLS = "Kommunalsjef oppvekst"

SITUATION = Item(
    "Situasjonsbilde fra politiet og kommunen",
    Theme.SAFETY,
    INFORMATION,
    presenter=STATION,
    is_standing=True,
    description="Fast sak. Utviklingen i store trekk siden forrige møte.",
)
FOLLOW_UP = Item(
    "Oppfølging av tiltak fra forrige møte",
    Theme.COOPERATION,
    presenter=COORDINATOR,
    is_standing=True,
)
STRATEGY = "Strategi for forebygging: vedtak"
FIRST_STRATEGY = "Forslag til første forebyggingsstrategi"

GATHERINGS = (
    Gathering(
        -765,
        Meeting.Status.PUBLISHED,
        (
            Item(
                FIRST_STRATEGY,
                Theme.COOPERATION,
                DECISION,
                presenter=COORDINATOR,
                discussion="Rådet gikk gjennom utkastet. Medlemmene ønsket at skolenes rolle beskrives tydeligere.",
                conclusion="Strategien vedtas med de endringene som kom fram i møtet.",
            ),
        ),
        place=HALL,
        approved_by=CHAIR,
    ),
    Gathering(
        -310,
        Meeting.Status.PUBLISHED,
        (
            Item(
                SITUATION.title,
                SITUATION.theme,
                INFORMATION,
                presenter=STATION,
                is_standing=True,
                discussion="Politiet orienterte om utviklingen. Færre anmeldelser fra sentrum, flere henvendelser om "
                "ungdom som samles ved kollektivknutepunkter sent på kvelden.",
                conclusion="Rådet tok orienteringen til etterretning.",
            ),
            Item(
                "Natteravner i Sandvika",
                Theme.NIGHTLIFE,
                DECISION,
                presenter="Leder for ungdomstjenesten",
                description="Frivilligsentralen ber om støtte til å starte opp igjen natteravnordningen.",
                discussion="Rådet er positivt. Ordningen virker best når voksne er til stede fast de samme kveldene.",
                conclusion="Kommunen dekker utstyr og opplæring. Politiet holder innføringskurs to ganger i året.",
                tasks=(
                    Task(
                        "Holde innføringskurs for nye natteravner",
                        STATION,
                        -220,
                        ActionItem.Status.DONE,
                        Visibility.PUBLIC,
                    ),
                ),
            ),
        ),
        place=HALL,
        approved_by=CHAIR,
    ),
    Gathering(
        -205,
        Meeting.Status.PUBLISHED,
        (
            SITUATION,
            Item(
                "Ungdata: hva svarene forteller",
                Theme.YOUTH,
                presenter=SCHOOLS,
                description="Hovedfunn fra den siste undersøkelsen i ungdomsskolen og videregående skole.",
                discussion="De fleste trives og har noen å snakke med. Flere enn før opplever at det er utrygt å "
                "ferdes ute om kvelden. Rådet vil ha med ungdomsrådet når tiltakene velges.",
                conclusion="Ungdomsrådet inviteres til neste møte. Trygge møteplasser blir et satsingsområde i planen.",
                file="Ungdata: hovedfunn",
                tasks=(
                    Task("Invitere ungdomsrådet til neste møte", "Sekretariatet", -150, ActionItem.Status.DONE),
                    Task(
                        "Foreslå to trygge møteplasser som kan ha åpent på fredager",
                        "Leder for kultur og fritid",
                        -20,
                        ActionItem.Status.ONGOING,
                        Visibility.PUBLIC,
                    ),
                ),
            ),
            Item(
                "Møteplan for neste halvår",
                Theme.COOPERATION,
                DECISION,
                presenter="Sekretariatet",
                conclusion="Rådet møtes fire ganger i året. Møtene holdes om formiddagen.",
            ),
        ),
        place=HALL,
        approved_by=CHAIR,
        correction="Antall møter i året var skrevet feil. Rådet vedtok fire, ikke tre.",
        corrected={"Møteplan for neste halvår": "Rådet møtes tre ganger i året. Møtene holdes om formiddagen."},
    ),
    Gathering(
        -105,
        Meeting.Status.PUBLISHED,
        (
            SITUATION,
            Item(
                STRATEGY,
                Theme.EXTREMISM,
                DECISION,
                presenter=COORDINATOR,
                description="Utkastet har vært på høring i tjenestene. Merknadene er innarbeidet.",
                discussion="Rådet er samstemt om problemforståelsen. Politiet understreket at terskelen for å ringe "
                "hverandre skal være lav.",
                conclusion="Strategien vedtas og gjelder i fire år. Den gjennomgås etter to år.",
                tasks=(
                    Task(
                        "Gjøre strategien kjent i alle tjenester som møter barn og unge",
                        COORDINATOR,
                        45,
                        ActionItem.Status.ONGOING,
                        Visibility.PUBLIC,
                    ),
                ),
            ),
            Item(
                "Samarbeid med utestedene i sentrum",
                Theme.NIGHTLIFE,
                presenter="Skjenkekontrollen",
                visibility=Visibility.INTERNAL,
                description="Erfaringer etter det første året med felles rutiner.",
                discussion="Rutinene følges, men ikke på alle stedene. Rådet ønsker å prøve et felles møte før nye "
                "krav vurderes.",
                conclusion="Politiet og kommunen inviterer bransjen til et felles møte.",
                tasks=(Task("Invitere bransjen til et felles møte", STATION, 25),),
            ),
            Item(
                "Beredskap ved store arrangementer",
                Theme.PREPAREDNESS,
                presenter="Beredskapskoordinator",
                visibility=Visibility.EXEMPT,
                exempt_reason="Dokumentet beskriver sårbare punkter og hvordan de sikres.",
            ),
        ),
        place=HALL,
        approved_by=CHAIR,
    ),
    Gathering(
        -58,
        Meeting.Status.CANCELLED,
        (
            Item(
                "Foreldremøter om barns digitale liv",
                Theme.INTERNET,
                presenter=SCHOOLS,
                description="Saken flyttes til neste møte.",
            ),
        ),
        kind=Meeting.Kind.DIGITAL,
    ),
    Gathering(
        -13,
        Meeting.Status.DRAFT,
        (
            Item(
                SITUATION.title,
                SITUATION.theme,
                INFORMATION,
                presenter=STATION,
                is_standing=True,
                discussion="Rolig høst. Politiet har vært mer synlig ved ungdomsskolene.",
            ),
            Item(
                "Foreldremøter om barns digitale liv",
                Theme.INTERNET,
                DECISION,
                presenter=SCHOOLS,
                description="Alle ungdomsskoler inviterer foreldre til samme opplegg i løpet av et skoleår.",
                discussion="Foreldrene etterlyser konkrete råd. Opplegget bør holdes av skolen, med politiet "
                "til stede.",
                conclusion="Skolene holder ett felles foreldremøte på 8. trinn hvert år.",
                tasks=(Task("Lage opplegg for foreldremøtet", SCHOOLS, 60, visibility=Visibility.PUBLIC),),
            ),
            Item(
                "Ferdsel og lys på gangveier",
                Theme.SAFETY,
                presenter="Leder for vei og park",
                visibility=Visibility.INTERNAL,
                discussion="Gjennomgang av strekninger der folk sier de er utrygge.",
            ),
        ),
        place=HALL,
    ),
    Gathering(
        -4,
        Meeting.Status.HELD,
        (
            Item(
                "Arrangementer i førjulstiden",
                Theme.PREPAREDNESS,
                presenter="Beredskapskoordinator",
                description="Kort møte for å avklare hvem som er kontakt for hva.",
            ),
        ),
        kind=Meeting.Kind.EXTRAORDINARY,
        visibility=Visibility.INTERNAL,
    ),
    Gathering(
        16,
        Meeting.Status.CALLED,
        (
            SITUATION,
            FOLLOW_UP,
            Item(
                "Møte mellom politirådet og ungdomsrådet",
                Theme.YOUTH,
                presenter="Leder for ungdomsrådet",
                description="Ungdomsrådet legger fram hva som gjør at steder kjennes trygge eller utrygge.",
                file="Innspill fra ungdomsrådet",
            ),
            Item(
                "Årsrapport fra politirådet: innhold",
                Theme.COOPERATION,
                DECISION,
                presenter="Sekretariatet",
                description="Rapporten går til kommunestyret i første kvartal.",
            ),
        ),
        place=HALL,
    ),
    Gathering(
        112,
        Meeting.Status.PLANNED,
        (
            SITUATION,
            FOLLOW_UP,
            Item("Gjennomgang av handlingsplanen", Theme.COOPERATION, presenter=COORDINATOR),
        ),
        place=HALL,
    ),
)

COURSES = (
    Course(
        "forebygging-for",
        "Felles retning for forebygging",
        FIRST_STRATEGY,
        Strategy.Status.EXPIRED,
        problem_understanding="De fleste som bor her, er trygge. Utfordringene er størst der tjenestene ikke snakker "
        "sammen.",
        routines="Politiet og kommunen har faste kontaktpersoner.",
        concern="Den som er bekymret, tar det opp med sin leder.",
        objectives=("Alle tjenester vet hvem de kan ringe.",),
        since=-760,
        until=-106,
    ),
    Course(
        "forebygging",
        "Strategi for forebygging av kriminalitet og ekstremisme",
        STRATEGY,
        problem_understanding="Rådet bygger på tre kilder: politiets tall, Ungdata og erfaringene fra tjenestene. "
        "Bildet er stort sett godt. Tre ting krever felles innsats: utrygghet på noen møteplasser om kvelden, "
        "hatefulle ytringer på nett og i skolegården, og unge som faller ut av skolen.\n\n"
        "Radikalisering er sjelden her. Nettopp derfor må tjenestene vite hva de gjør når de blir bekymret.",
        routines="Kommunen har ansvaret for tidlig innsats og oppfølging. Politiet har ansvaret for å forebygge og "
        "avdekke lovbrudd. SLT-koordinatoren kaller inn når flere må samarbeide.\n\n"
        "Taushetsplikten gjelder alltid. Spørsmål kan drøftes uten navn.",
        concern="Snakk med lederen din og med en kollega. Drøft saken uten navn med SLT-koordinatoren eller "
        "politikontakten. Snakk med den det gjelder, når det er trygt. Ved alvorlig bekymring ringer du politiet på "
        "02800. Ved akutt fare ringer du 112.",
        objectives=(
            "Alle som arbeider med barn og unge, vet hvem de ringer når de er bekymret.",
            "Ungdom opplever møteplassene som trygge, også om kvelden.",
            "Skolene fanger opp hatefulle ytringer tidlig og svarer på samme måte.",
        ),
        since=-105,
        until=1355,
        review=625,
        replaces="forebygging-for",
    ),
)

KNOWS, SAFE = "Trygge voksne", "Trygge møteplasser"
PLAN = Scheme(
    "handlingsplan",
    "Handlingsplan for forebygging",
    "forebygging",
    steps=(
        Step(
            KNOWS,
            "Alle vet hvem de ringer",
            "Lage et kort med kontaktpunktene og dele det ut i alle tjenester",
            COORDINATOR,
            -60,
            Theme.COOPERATION,
            Measure.Status.DONE,
            "Kortet er delt ut. Flere ringer for å drøfte uten navn.",
        ),
        Step(
            KNOWS,
            "Alle vet hvem de ringer",
            "Halvdagskurs om bekymring for ansatte i ungdomsskolene",
            SCHOOLS,
            75,
            Theme.EXTREMISM,
            Measure.Status.ONGOING,
        ),
        Step(
            SAFE,
            "Ungdom har et sted å være fredag kveld",
            "Åpne to møteplasser med voksne til stede",
            "Leder for kultur og fritid",
            -20,
            Theme.YOUTH,
            Measure.Status.ONGOING,
        ),
        Step(
            SAFE,
            "Ungdom har et sted å være fredag kveld",
            "Egen nattbuss fra møteplassene",
            "Leder for kultur og fritid",
            -40,
            Theme.TRAFFIC,
            Measure.Status.STOPPED,
            "Stoppet: de ordinære avgangene dekker behovet.",
        ),
        Step(
            "Digital hverdag",
            "Skolene svarer likt på hatefulle ytringer",
            "Felles rutine og opplegg for elevrådene",
            SCHOOLS,
            180,
            Theme.HATE,
        ),
    ),
    knowledge=(
        (
            "Fire av fem i ungdomsskolen er fornøyd med nærmiljøet sitt. Færre føler seg trygge ute om kvelden.",
            "Ungdata (oppdiktede tall)",
            1,
        ),
        ("Antallet anmeldelser har vært stabilt i tre år.", "Politiets årsoversikt (oppdiktede tall)", 1),
        ("Tjenestene kjenner hverandre, men ikke hverandres taushetsplikt.", "Intern gjennomgang i kommunen", 2),
    ),
)
NEXT_PLAN = Scheme(
    "neste-handlingsplan", "Handlingsplan for neste periode", "forebygging", Plan.Status.DRAFT, 430, 1160
)

COUNCIL = Example(
    slug="eksempel-baerum",
    name="Politirådet i Bærum (eksempel)",
    municipalities=("baerum",),
    fields={
        "purpose": "Kommunens og politiets øverste ledelse blir enige om hva de skal forebygge sammen. Rådet er "
        "rådgivende og strategisk. Enkeltsaker behandles aldri her.",
        "secretariat": "SLT-koordinatoren, avdeling for oppvekst",
        "founding_decision": "Kommunestyret, sak 41 (oppdiktet)",
        "minimum_meetings": 4,
        "email": "politirad.baerum@eksempel.example",
        "press_function": "Kommunens pressevakt",
        "press_phone": "12340080",
        "press_email": "presse@eksempel.example",
    },
    agreement="Bærum kommune og Oslo politidistrikt",
    seats=(
        Seat("ordfører", kind=Member.Kind.LEADER, is_elected=True, name="Tone Eksempel", name_is_public=True),
        Seat("leder for politistasjonen", Agency.POLICE, Member.Kind.DEPUTY_LEADER),
        Seat("SLT-koordinator", kind=Member.Kind.SECRETARY),
        Seat("kommunedirektør"),
        Seat("kommunalsjef oppvekst", Agency.SCHOOL),
        Seat("leder for barnevernet", Agency.CHILD_WELFARE),
        Seat("leder for psykisk helse og rus", Agency.HEALTH),
        Seat("leder av utvalg for oppvekst", is_elected=True, since=-400),
        Seat("leder for ungdomsrådet", Agency.YOUTH_COUNCIL, Member.Kind.OBSERVER, since=-100),
        Seat("leder for frivilligsentralen", Agency.VOLUNTARY, Member.Kind.INVITED),
        Seat("politikontakt", Agency.POLICE, Member.Kind.DEPUTY),
        Seat("kommunalsjef samfunn", name="Geir Eksempel", since=-900, until=-120),
    ),
    standing=((SITUATION.title, Theme.SAFETY), (FOLLOW_UP.title, Theme.COOPERATION)),
    year=(
        (2, "Møte: status og årsrapport", True),
        (3, "Årsrapporten sendes kommunestyret", False),
        (5, "Møte: tiltak før sommeren", True),
        (9, "Møte: kunnskapsgrunnlag og prioriteringer", True),
        (10, "Egenvurdering av rådets arbeid", False),
        (12, "Møte: året som gikk", True),
    ),
    gatherings=GATHERINGS,
    courses=COURSES,
    schemes=(PLAN, NEXT_PLAN),
)
