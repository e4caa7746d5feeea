"""Names of people, in a text that is about others than those who hold an office.

A given name is known from a list (given_names.py). Alone it proves nothing: "Ole Bull scene" and "klubben Marie" are no
persons, and "Kari Nordmann orienterte" is somebody at work. Held up is a name with an age, a class or a school, with an
initial, with what is said of the young ("ruser seg"), after what leads to one ("bekymring for"), and several together.
"""

import re

from contacts.person_data.characters import plain
from contacts.person_data.given_names import ALSO_WORDS, GIVEN
from contacts.person_data.shapes import CLASS, Description, Kind, any_of, just_after, words

_BIG, _SMALL = "A-ZÆØÅČĐŊŠŦŽÁÉÖÄÜÓŁ", "a-zæøåčđŋšŧžáéèöäüóíôçñł"
# \x1f stands for a mark above or below: see characters.py.
_WORD = rf"[{_BIG}][{_SMALL}\x1f]+"
_FIRST = re.compile(rf"(?<![\w.@/-]){_WORD}")
_MORE = re.compile(rf"(?:-{_WORD})?((?:[ ]{_WORD}(?:-{_WORD})?){{0,3}})")
_INITIAL = re.compile(rf"[ ][{_BIG}](?:\.(?![{_BIG}\w])|(?![\w.]))")
LOOK_BACK = 60

# What is no person: streets, stages, schools, ships, storms, kings and saints.

_NAMES_A_PLACE = re.compile(
    r"""s?[ ]?-?(?:
    \w*(?:skole|skule|barnehage|senter|sykehus|sjukehus|museum|konferanse|bibliotek|instituttet|fond)(?:n|en|et)?
    | \w*(?:stiftelsen?|stiftinga?|museet|festival(?:en)?|universitet|institutt|fondet|kyrkje|kirken?|prisen|metoden
      |modellen|programmet|prosjektet|kampen|cup(?:en)?)
    | vei(?:en)?|veg(?:en)?|gat[ae]n?|plass(?:en)?|torget|torg|allé|bru|bro|park(?:en)?|scenen?|hus(?:et)?|hall(?:en)?
    | minne|legat|pris|dag(?:en)?|videregående|vidaregåande|vgs|ungdomshus|kaf[eé]|ASA|AS|SA|BA|DA
    )\b(?![ ]seg)""",
    re.VERBOSE,
)
_ENDS_LIKE_A_PLACE = tuple(
    words(
        """skole skule skolen skulen senter senteret vei veg veien vegen gate gata plass plassen hus huset klubb klubben
    kommune dalen fjord fjorden kirke kyrkje park stiftelsen bymisjon"""
    )
)
_HAS_A_NAME = tuple(
    words(
        """st. sankt kong dronning dronninga prins prinsesse ms m/s mf klubben klubb kafe kafé kafeen kaféen senteret
        senter huset prosjektet prosjekt skipet båten skolen skulen barnehagen stiftelsen stiftinga
        foreningen foreninga foreininga laget stormen orkanen uværet været vêret metoden programmet
        kampanjen gruppa gruppen filmen boka boken appen spillet spelet serien forlaget firmaet kjeden kjeda
        gata gaten veien vegen dukken dukka hunden tjenesten tenesta figuren forestillingen førestillinga
        stykket musikalen"""
    )
)

# What follows a name.

_YEARS = r"\d{1,2}"
_AGE = just_after(
    rf"(?:\s\({_YEARS}(?:\sår)?\)|,?\s(?:som\s)?(?:på\s|er\s)?(?:ca\.?\s)?{_YEARS}\sår\b(?!\s(?:siden|sidan|med|i)\s)"
    r"|,?\s(?:født|fødd)\s(?:i\s)?(?:19|20)\d\d\b)"
)
_SCHOOL = just_after(
    rf",?\s(?:som\s)?(?:går\s|er\selev\s|elev\s)?(?:{CLASS}|(?:ved|på|i|fra|frå)\s(?:[{_BIG}]\w+\s){{0,3}}"
    r"\w*(?:skole|skule|vgs|videregående|vidaregåande)(?:n|en)?\b)"
)
_SOMEWHERE = rf"(?:\s(?:på|fra|frå|i|ved)\s[{_BIG}][{_SMALL}]+)?"
# What is said of those whom a finding is about, and not of those who were at work.
TROUBLE = words(
    """ruser rusar rusa ruset røyker røykjer røykte snuser snusar drikker drikk drakk dealer dealar selger sel selde
    solgte stjeler stel stjal slår slo slåss sloss truer truar truet trua mobber mobbar mobbet mobba mobbes skulker
    skulkar skulket skulka rømte rømmer rømmar raner ranar ranet rana stakk knivstakk filmet filma tagger taggar tagget
    tagga vanker vankar sliter slit slet strever strevar skader skadar sniffer sniffar banket banka plages skjærer
    utsettes kjører køyrer henger heng kjøper kjøpte plager plagar trakasserer trakasserar trakasserte oppholder
    oppheld"""
)
STATE = words(
    """er har ble blei vart blir skal må vil får fekk fikk var hadde trenger treng bor bur går gikk gjekk kan kommer
    kjem flyttet flytta"""
)
BEFORE_WHOM = words("ble blei vart blir har hadde er var må kan")
_TROUBLED = just_after(rf"{_SOMEWHERE}(?:\s(?:og|som|ofte|også))?\s{any_of(TROUBLE)}\b")
_IS_OR_HAS = just_after(rf"{_SOMEWHERE}\s(?:som\s)?{any_of(STATE)}\b")
_WHOSE = just_after(
    r"\s(?:mor|far|foreldre|bror|søster|familie|familien|mobil|skolegang|skulegang|rusbruk|fravær|fråvær|venner|vener"
    r"|kamerater|kameratar|gjeng|kjæreste|oppførsel|åtferd|atferd|situasjon|søsken|sysken|stefar|stemor)\b"
)
# "har åpent", "er et møtested"
_SAID_OF_A_PLACE = just_after(
    r"\s\w+\s(?:ikke\s|ikkje\s|nå\s|no\s|også\s|òg\s)?(?:åpent|opent|åpen|open|stengt|et|eit|en|ein|ei|plass|plassar"
    r"|plasser|tilbud|tilbod|lokale|lokaler|lokalet|lag|navnet|namnet|gratis|laget|laga)\b"
)
# "er ny leder", "ble valgt"
_AT_WORK = re.compile(
    r"""(?:\s[\w,-]+){0,4}?\s(?:
    [\w-]*(?:leder|leiar|koordinator|sekretær|referent|representant|kontakt|sjef|pleier|pleiar)(?:en)?
    | [\w-]*(?:ordfører|ordførar|rektor|lensmann|rådgiver|rådgjevar|direktør|ansvarlig|ansvarleg|medlem|observatør|prest
      |foredragsholder|foredragshaldar|forsker|forskar|lærer|lærar)
    | valgt|valde|vald|velges|veljast|oppnevnt|oppnemnd|ansatt|tilsett|skrevet|skrive|orientert|orienterer|orientere
    | innledet|innleia|innleder|presentert|presenterer|presentere|invitert|invitere|ledet|leda|leia|ønsket|opna|åpnet
    | underskrive|undertegne|signere|kalle|innkalle|sende|lage|laget|ferie|permisjon|holde|holdt|halde
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)

# What stands before it.

_LEADS = re.compile(
    r"""(?:(?:bekymr|uro)\w*[ ](?:for|rundt|om|knytt?a?et?[ ]til) | samtale\w*[ ]med | snakk\w*[ ]med
    | (?:følge|følgje|fulgt|følgt)[ ]opp | oppfølging\w*[ ]av | gjelder | gjeld | pågrep | mistenker | mistenkjer
    | (?:foreldrene|foreldra|mor|mora|moren|far|faren|bror|broren|søster|søstera|søsteren|venner|vennene|venene
      |kamerat\w*|kompis\w*|kjæreste\w*|saken|saka|familien|gjengen)[ ](?:til|rundt)
    | tiltak\w*[ ](?:for|rundt)
    | (?:plaget|mobbet|mobba|truet|trua|slått|solgt|seld|kjøpt|kjøper|kjøpte)[ ]av
    | (?:tipset|tipsa|varslet|varsla)[ ]om)$""",
    re.VERBOSE,
)
FAMILIES = words("brødrene brørne familien søsknene syskena søstrene systrene tvillingene tvillingane")
# After these any word with a capital is a name, on the list or not.
SOMEBODY = FAMILIES | words(
    """elev eleven gutten guten jenta jenten elevene elevane guttene gutane jentene jentane ungdommene ungdomane
    tenåringen kameraten kompisen kjæresten lillebror storebror lillesøster storesøster broren søsteren søstera"""
)
_IS_CALLED = re.compile(r"(?:han|hun|ho|gutten|guten|jenta|eleven) (?:heter|heiter|kalles)$")
# Companies and stories that begin like a family.
NO_FAMILY = words("Dahl Grimm Løvehjerte Løvenskiold")
NO_NAME = words("Han Hun Ho Den Det De Dei Vi Jeg Eg Som Og Men Da Når Politiet Kommunen Skolen Skulen Ungdom Norge")

# Several.

_AND = re.compile(r"\s?[,;]\s?(?:og\s|samt\s)?|\s(?:og|samt|eller|med|&)\s|\s?[\n/]\s?")
_A_LIST = re.compile(
    r"(?:deltakere|deltakarar|deltakerne|deltakarane|deltok|til stede|til stades|møtte|navn|namn|elever|elevar"
    r"|ungdommer|ungdommar|gutter|gutar|jenter|oppmøtte|frammøtte|påmeldte|involverte|medlemmer|medlemmar) ?:$"
)
_CHOSEN = re.compile(
    r"\b(?:valgt|valde|vald|velges|veljast|oppnevnt|oppnemnd|underskriv\w*|undertegn\w*|protokollen)\b"
)
PRESENTED_BY = words("v/ ved av mellom")
MOST_TOGETHER = 40


def names(text):
    over = 0
    for found in _FIRST.finditer(text):
        if found.start() >= over and (_is_listed(found[0]) or _follows_somebody(text, found)):
            person = _Person(text, found)
            over = person.end
            if one := _named(text, person):
                over = one.end
                yield one


def _is_listed(first):
    """Asked of every word with a capital, so it is quick."""
    return first in GIVEN or first in ALSO_WORDS or (first[-1] == "s" and first[:-1] in GIVEN) or "\x1f" in first


def _follows_somebody(text, found):
    start = found.start()
    if start < 2 or text[start - 1] != " " or not text[start - 2].isalpha() or found[0] in NO_NAME:
        return False
    return _is_somebody(text[max(0, start - 24) : start].lower().split())


def _is_somebody(before):
    return bool(before) and (before[-1] in SOMEBODY or bool(_IS_CALLED.search(" ".join(before[-2:]))))


class _Person:
    """A name as it stands from `start` to `end`, and the words before it. `is_full`: with a surname. `is_certain`: the
    given name is no other word."""

    def __init__(self, text, found):
        first = found[0].replace("\x1f", "")
        self.first = first if first in GIVEN or first in ALSO_WORDS else first.removesuffix("s")
        self.is_whose = self.first != first
        self.is_certain = self.first in GIVEN
        self.is_listed = self.is_certain or self.first in ALSO_WORDS
        more = _MORE.match(text, found.end())
        self.start, self.end, self.is_full = found.start(), more.end(), bool(more[1])
        self.is_a_place = bool(_NAMES_A_PLACE.match(text, self.end)) or more[1].lower().endswith(_ENDS_LIKE_A_PLACE)
        initial = None if self.is_a_place else _INITIAL.match(text, self.end)
        self.has_initial = bool(initial)
        self.end = initial.end() if initial else self.end
        self.before = text[max(0, self.start - LOOK_BACK) : self.start].lower().split()

    def said_before(self, *, most):
        return " ".join(self.before[-most:])

    @property
    def follows_a_thing(self):
        """ "klubben Marie"."""
        return bool(self.before) and self.before[-1].endswith(_HAS_A_NAME)

    def follows(self, these):
        return bool(self.before) and self.before[-1] in these


def _named(text, person):
    if person.is_a_place or (person.follows_a_thing and not person.follows(SOMEBODY)):
        return None
    if not person.is_listed or person.follows(FAMILIES):
        return _called(person)
    together = _together(text, person)
    return _several(text, together) if len(together) > 1 else _one(text, person)


def _called(person):
    """Whatever it is: "eleven Xan", "brødrene Hansen"."""
    if not person.follows(FAMILIES):
        return Description(Kind.NAME, person.start, person.end) if _is_somebody(person.before) else None
    return None if person.first in NO_FAMILY else Description(Kind.FAMILY, person.start, person.end)


def _together(text, person):
    """The names that stand beside each other: "Kevin, Amir og Sara H."."""
    together = [person]
    while len(together) < MOST_TOGETHER and (between := _AND.match(text, together[-1].end)):
        found = _FIRST.match(text, between.end())
        following = found and _is_listed(found[0]) and _Person(text, found)
        if not following or following.is_a_place or not (following.is_certain or following.is_full):
            break
        together.append(following)
    return together


def _several(text, together):
    first, last = together[0], together[-1]
    if not any(person.is_certain for person in together):
        return None
    is_at_work = (
        first.follows(PRESENTED_BY) or _CHOSEN.search(first.said_before(most=6)) or _AT_WORK.match(text, last.end)
    )
    if is_at_work and any(person.is_full for person in together) and not _A_LIST.search(first.said_before(most=3)):
        return None
    return Description(Kind.NAMES, first.start, last.end)


def _one(text, person):
    after = _AGE.match(text, person.end)
    if not after and not (person.is_certain or person.is_full or person.has_initial):
        return None
    after = after or _SCHOOL.match(text, person.end)
    if after and not (person.is_full and _AT_WORK.match(text, after.end())):
        return Description(Kind.NAME, person.start, after.end())
    if person.has_initial or _is_spoken_of(text, person):
        return Description(Kind.NAME, person.start, person.end)
    return None


def _is_spoken_of(text, person):
    if _is_somebody(person.before) or person.follows(TROUBLE) or _LEADS.search(person.said_before(most=4)):
        return True
    if _TROUBLED.match(text, person.end) or (person.is_whose and _WHOSE.match(text, person.end)):
        return True
    if _SAID_OF_A_PLACE.match(text, person.end) or _AT_WORK.match(text, person.end):
        return False
    return bool(_IS_OR_HAS.match(text, person.end)) or (not person.is_full and person.follows(BEFORE_WHOM))


# A name that stands alone, where something else should.


def is_a_person(text):
    """Whether a text is somebody's name and nothing more: "Kari Nordmann", but not "Kari Nordmann AS"."""
    text = plain(text).strip()
    found = _FIRST.match(text)
    if not (found and _is_listed(found[0])):
        return False
    person = _Person(text, found)
    is_name = person.is_listed and (person.is_full or person.is_certain)
    return is_name and person.end == len(text) and not person.is_a_place
