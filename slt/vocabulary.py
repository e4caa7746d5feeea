"""The words in which people ask about SLT, in bokmål, nynorsk and English. Compared folded: æ, ø, å as ae, o, a."""

from contacts.folding import fold


def _folded(*lines):
    return frozenset(fold(word) for word in _written(*lines))


def _written(*lines):
    return frozenset(word for line in lines for word in line.split())


SLT = "slt"

COORDINATES = _folded(
    "koordinerer koordinerar koordinere koordinera koordineres koordinert koordinering koordinator koordinatoren",
    "koordinatorer koordinatorar koordinatorene koordinatorane koordinators samordner samordnar samordne samordna",
    "samordnes samordning coordinates coordinate coordinated coordinating coordinator coordinators coordination",
)
SHARED = _folded("deler delar dele dela delt delte delte deles delast felles sams share shares shared sharing")
# With a word of the coordinator: "kommunar med same koordinator".
SAME = _folded("same samme sama")
WITHOUT = _folded(
    "ikke ikkje uten utan mangler manglar mangla mangle ingen inga intet not no without lack lacks lacking",
    "dont doesnt havent hasnt none missing saknar sakne sakna savner savne savnar vantar vante",
)
HAS = _folded("har ha have has having finnes finst fins tilbyr tilbyd offer offers exist exists")
HOW = _folded("hva kva hvordan korleis what how forklar forklår explain")
IS = _folded(
    "er is are virker verkar fungerer fungerar fungere betyr tyder mean means works work står stand går arbeider",
    "arbeidar jobber jobbar innebærer inneber gjer gjør gjere gjøre",
)
# "Kva" is both "what" and "which": "kva kommunar er med" asks for a list, and not how SLT works.
WHICH = _folded("kva")
SEVERAL = _folded("kommuner kommunene kommunar kommunane municipalities steder stader stadar counties fylker")

# A word, and what the list is filtered by when somebody says it.
FILTERS = {
    fold(word): choice
    for words, choice in {
        "ledig ledige vakant vakante vacant vacancy vacancies ubesatt ubesett": ("andel", "ledig"),
        "planlagt planlagte planlagd planlagde planlegger planlegg planned planning plans": ("status", "planned"),
        "pause pauset pausa paused kvile": ("status", "paused"),
        "avviklet avvikla avviklede avslutta avsluttet nedlagt nedlagd nedlagte nedlagde discontinued ended": (
            "status",
            "ended",
        ),
        "styrende styrande steering styringsgruppe styringsgrupper": ("niva", "steering"),
        "koordinerende koordinerande": ("niva", "coordinating"),
        "utførende utførande executing": ("niva", "executing"),
    }.items()
    for word in words.split()
}

# Limits of age: what they make of the number, as (first, last).
LIMITS = {
    "under": lambda age: (None, age - 1),
    "yngre enn": lambda age: (None, age - 1),
    "younger than": lambda age: (None, age - 1),
    "below": lambda age: (None, age - 1),
    "over": lambda age: (age + 1, None),
    "eldre enn": lambda age: (age + 1, None),
    "older than": lambda age: (age + 1, None),
    "above": lambda age: (age + 1, None),
    "opp til": lambda age: (None, age),
    "opptil": lambda age: (None, age),
    "inntil": lambda age: (None, age),
    "til og med": lambda age: (None, age),
    "up to": lambda age: (None, age),
    "fra og med": lambda age: (age, None),
    "frå og med": lambda age: (age, None),
}

_UNITS = {
    "seks": 6, "six": 6, "sju": 7, "syv": 7, "seven": 7, "åtte": 8, "eight": 8, "ni": 9, "nine": 9, "ti": 10, "ten": 10,
    "elleve": 11, "eleven": 11, "tolv": 12, "twelve": 12, "tretten": 13, "thirteen": 13, "fjorten": 14, "fourteen": 14,
    "femten": 15, "fifteen": 15, "seksten": 16, "sixteen": 16, "sytten": 17, "seventeen": 17, "atten": 18, "attan": 18,
    "eighteen": 18, "nitten": 19, "nittan": 19, "nineteen": 19, "tjue": 20, "tyve": 20, "twenty": 20, "tretti": 30,
    "thirty": 30,
}  # fmt: skip
_ONES = {
    1: "en ein ett one", 2: "to two", 3: "tre three", 4: "fire four", 5: "fem five", 6: "seks six", 7: "sju syv seven",
    8: "åtte eight", 9: "ni nine",
}  # fmt: skip
# As people write ages: "tjueåring", "tjuetre år", "twenty-two years".
NUMBERS = _UNITS | {
    f"{ten}{link}{one}": 20 + number
    for number, ones in _ONES.items()
    for one in ones.split()
    for ten, link in (("tjue", ""), ("twenty", "-"), ("twenty", " "))
}

# May stand inside a name, never at its ends: "Herøy i Nordland", "Møre og Romsdal". As written: Å is a place.
JOINS = _written("i på in og and of av for til ved hos eller or med with to the a")
# What kind of place a name is of: kept beside it, since it says which one is meant.
KINDS = _folded(
    "kommune kommunen kommuna fylke fylket politidistrikt politidistriktet distrikt distriktet county municipality",
    "district herad police politi",
)

SAY_WHAT_IS_WANTED = COORDINATES | SHARED | WITHOUT | HAS | HOW | frozenset(FILTERS)

_SMALL = _written(
    # who, which, what, where, when
    "hvem hvilke hvilken hvilket hvor når kven kvifor kva kvar kor korleis korvidt hvorvidt hvorfor kem kim ka",
    "kordan kos who whom whose which where when why whether does do did is are was can could will would should",
    # covers, applies, is for
    "dekker dekkjer dekke dekkje dekka dekkes dekt dekket dekning omfatter omfattar omfatta omfattes omfattet",
    "omfattast gjelder gjeld gjelde gjelda gjaldt inkluderer inkluderar inkludert er var blir vert få får kan skal",
    "vil må bør finne finn passer passar innenfor innanfor inn covers cover covered covering include includes",
    "included apply applies applied for",
    # to turn to
    "kontakte kontaktar kontakt kontakter kontaktpunkt kontaktperson ringe ringer ringjer ringja snakke prate",
    "spørre spørje spør hjelp hjelpe hjelper tar tek ta ansvar ansvarlig ansvarleg leder leier leiar leie lede",
    "contact contacts call calls turn talk ask help helps responsible find get serves serve charge",
    # what it is
    "ordning ordningen ordninga ordninger ordningar ordningene ordningane tilbud tilbod tilbudet tilbodet",
    "stilling stillingen stillinga stillinger stillingar stillingsandel stillingsdel prosent nivå nivået",
    "level levels scheme schemes position positions post kommuner kommunene kommunar kommunane steder stader fylker",
    "municipalities counties places local lokale forebygging førebygging",
    # people
    "en ein ei et eit den det de dei vi jeg eg æ du han hun ho oss meg min mi mitt mine mye vår vårt våre sin sitt",
    "barn barnet barna ungene unge unger ungar ungdom ungdommer ungdommar ungdommen ungdomen ungdommene tenåring",
    "tenåringer tenåringar gutt guten gutten jente jenta sønn son sonen sønnen datter dotter elev elever elevar",
    "person personer personar folk noen nokon nokre noe noko alle voksne vaksne menneske mennesker vedkommende",
    "this that a an the my our your his her we us you he she they it son daughter boy girl kid kids",
    "child children youth youths young people someone somebody anyone any all adult adults teenager teenagers",
    "pupil student",
    # age
    "gammel gammal gamle gamal alder alderen aldre aldrar aldersgruppe aldersgruppa aldersgruppen aldersgrense",
    "aldersgrensa aldersgrensen år åra åringer åringar age ages aged old years year mellom between fylt fylte",
    # small words
    "på til hos ved av om fra frå med og eller at som så nå no nu dag i no idag også òg bare berre selv sjølv her",
    "der hit dit seg in on of to with and or by about from here there today now still yet if then than as at near å",
    "up same samme saman sammen annen anna andre other others hei hello hi takk thanks please pls vær snill lurer",
    "lurar lurt vite vita vet veit know tell meg me bor bur bu bo live lives living sted stad",
    "jobber jobbar arbeider arbeidar jobbe arbeide work works system opplegg plass eigentleg egentlig faktisk",
)

# Words of a question, that are no name: "bo" is one, and Bø is a place.
AS_WRITTEN = _SMALL
OF_QUESTIONS = SAY_WHAT_IS_WANTED | IS | frozenset(fold(word) for word in _SMALL) - {fold("å")}
