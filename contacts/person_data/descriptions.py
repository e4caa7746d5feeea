"""What may point at one person, in bokmål and nynorsk: found by how it is said, held up for somebody to decide.

Nothing here is certain. "En gutt på 15 år" is one boy, "ungdom på 15 år" is not; "eleven i 9. klasse ved Valle skole"
is one pupil, "elever i 9. klasse" are not. Where a text speaks of many, of an age group or of a rule, nothing is said.
Names are looked for in names.py.
`tests/sentences.py` has the sentences by which this is measured.
"""

import re

from contacts.person_data.characters import plain
from contacts.person_data.names import names
from contacts.person_data.shapes import (
    CLASS,
    PLACE,
    SCHOOL,
    Description,
    Kind,
    any_of,
    just_after,
    just_before,
    words,
)


def find(text):
    """Everything that is held up, in the order in which it stands; of what overlaps, the first and longest."""
    text = plain(text)
    found = sorted(
        (found for look in (phones, emails, initials, people, names) for found in look(text)),
        key=lambda one: (one.start, -one.end),
    )
    return list(_apart(found))


def _apart(found):
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


# Phone numbers: eight digits as people write them, in groups that are told apart in the same way.

_PHONE = re.compile(
    r"""(?=[+(\d])(?<![\d.,/:-])(?<!\d[ ])  # a digit first: that is quick, and most of a text is none
    (?:(?:\+|00)[ ]?47[ ]?)?\(?
    (?P<number>[1-9]\d{7}
    | [1-9]\d(?P<by2>[ .-])\d\d(?P=by2)\d\d(?P=by2)\d\d
    | [1-9]\d\d(?P<by3>[ .-])\d\d(?P=by3)\d{3}
    | [1-9]\d{3}[ ]\d{4})
    (?![ ]?\d|[.,/:-]\d)""",
    re.VERBOSE | re.ASCII,
)
_IS_NO_PHONE = re.compile(
    r"""(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$    # 20260312
    | (?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$      # 12032026
    | (?:19|20)\d\d(?:19|20)\d\d$                           # 2024 2027""",
    re.VERBOSE,
)
_AN_AMOUNT_BEFORE = re.compile(r"(?:kr|nok|kroner|org(?:\.|anisasjons)?[ ]?nr|sak(?:snr)?)[ .:]*$", re.IGNORECASE)
_AN_AMOUNT_AFTER = re.compile(r"[ ]?(?:kr|kroner|nok|prosent|%|,-)", re.IGNORECASE)


def phones(text):
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", found["number"])
        is_amount = _AN_AMOUNT_BEFORE.search(text, max(0, found.start() - 20), found.start())
        if not (_IS_NO_PHONE.match(digits) or is_amount or _AN_AMOUNT_AFTER.match(text, found.end())):
            yield Description(Kind.PHONE, *found.span("number"))


# Mail addresses. Those of a reception belong to nobody.

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
RECEPTIONS = {"post", "postmottak", "firmapost", "kontakt", "info", "epost", "sentralbord", "servicetorg"}


def emails(text):
    if "@" not in text:
        return
    for found in _EMAIL.finditer(text):
        if found[0].partition("@")[0].lower() not in RECEPTIONS:
            yield Description(Kind.EMAIL, *found.span())


# People. A word for somebody is looked up; then what stands before and after it says whether it is one person.


# These are told from many by the word itself, the first of them also from anybody of the kind; the last by an article.
THAT_PERSON = words(
    """gutten guten jenta jenten eleven mannen kvinna kvinnen tenåringen studenten lærlingen asylsøkeren asylsøkjaren
    flyktningen pasienten pensjonisten barnet personen ungdomsskoleeleven ungdomsskuleeleven skoleeleven skuleeleven"""
)
A_PERSON = words(
    """gutt gut jente elev mann kvinne tenåring student lærling asylsøker asylsøkjar flyktning pasient pensjonist
    ungdomsskoleelev ungdomsskuleelev skoleelev skuleelev skolegutt skulegut skolejente skulejente unggutt guttunge
    jentunge"""
)
A_PERSON_BY_ARTICLE = words("ungdom barn person innbygger innbyggjar bruker brukar unge far mor beboer bebuar")
PEOPLE = THAT_PERSON | A_PERSON | A_PERSON_BY_ARTICLE
KIN = words(
    """sønn sønnen son sonen datter datteren datra dattera dotter dottera far faren mor moren mora bror broren søster
    søsteren søstera syster systera kone kona ektefelle ektefellen samboer samboeren sambuar sambuaren barnebarn
    barnebarnet nevø nevøen niese niesen niesa fetter fetteren kusine kusina foreldrene foreldra"""
)
FAMILIES = words("familie familien")
LOOKED_FOR = PEOPLE | KIN | FAMILIES
_FROM_TWO = "to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue"
AGES = {word: age for age, word in enumerate(_FROM_TWO.split(), start=2)}
AGES |= {"syv": 7, "tretti": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70, "åtti": 80, "nitti": 90}

_ONE = any_of(words("en én ein éin ei et ett eit den denne det dette"))
_HOW = r"(?:\w+(?:sk|ske|ig|ige|leg|lege|ung|liten|lita|gammel|gamal)\s|(?:ung|unge)\s)"
_AGE = rf"(?P<age>\d{{1,2}}|{any_of(AGES)})"
_ROLE = any_of(
    words(
        """rektor rektoren ordfører ordføreren ordførar ordføraren lensmann lensmannen lærer læreren lærar læraren
        kommunedirektør kommunedirektøren rådmann rådmannen prest presten imam imamen lege legen helsesykepleier
        helsesykepleieren helsesjukepleiar helsesjukepleiaren trener treneren trenar trenaren naboen eleven gutten
        guten jenta klubbleder klubblederen klubbleiar klubbleiaren"""
    )
)
_HAPPENED = any_of(words("ble blei vart hadde var fikk fekk tok truet trua slo sendte sende kom rana ranet stakk"))
_YEARS = r"år(?!\w|\s?(?:eller|og\s(?:yngre|eldre)|-))"


# en ung gutt, ei 14 år gamal jente, femtenårig elev
_BEFORE = just_before(
    rf"(?:(?P<one>{_ONE})\s)?{_HOW}{{0,2}}"
    rf"(?:{_AGE}[ -]?års?(?:ig|ige)?\s(?:(?:gammel|gamal|gammal|gamle)\s)?)?{_HOW}{{0,2}}"
)
_ONLY = ("eneste", "einaste")
# What the last word of it ends with. Asked first, since most words before "elev" are others.
_LAST_BEFORE = tuple(
    words(
        """en én ein éin ei et ett eit den denne det dette sk ske ig ige leg lege ung unge liten lita gammel gamal
        gammal gamle år års"""
    )
)
_NOTHING_BEFORE = re.compile("(?P<one>)(?P<age>)")
_THE_ONLY = just_before(r"(?:den|det)\s(?:eneste|einaste)\s(?:\w+\s){0,2}")
_OF_A_ROLE = just_before(rf"{_ROLE}s\s")
# (14), (43 år)
_AGE_IN_BRACKETS = just_after(rf"\s\({_AGE}(?:\sår)?\)")
# , 15 år; på 15 år; er 15 år; ved Valle skule, 15 år
_THEN_AGE = just_after(
    rf"(?:\s{PLACE}(?:\s\w+)?)?(?:,\s|\spå\s|\ser\s|\s)(?:(?:ca\.?|omtrent|rundt)\s)?{_AGE}\s{_YEARS}"
)
_THEN_BORN = just_after(r",?\s(?:født|fødd)\s(?:i\s)?(?:19|20)\d\d\b")
_THEN_PLACE = just_after(rf"(?:\s(?:i|på)\s\d0-år(?:ene|a|åra))?\s{PLACE}")
_THEN_CLASS = just_after(rf"\s{CLASS}")
_THEN_CLASS_AND_SCHOOL = just_after(rf"\s{CLASS}\s{SCHOOL}")
_THEN_ROLE = just_after(rf"\s(?:til|av|åt)\s(?:den\s)?{_ROLE}\b")
_THEN_WHERE_OR_WHAT = just_after(rf"\s(?:{PLACE}|{CLASS}|(?P<happened>{_HAPPENED}\b))")
_THEN_LETTERS = re.compile(r"(?:\s|,\s)(?P<letters>[A-ZÆØÅ]{2,3})(?![\w-])")
# Ages of many: "13-16 år", "under 18 år".
_A_RANGE = just_before(r"(?:\d{1,2}\s?[-/]\s?|(?:under|over|mellom|fylt|inntil|opptil|minst|fra|frå|og|til)\s)")
_WORD = re.compile(r"\w+")
LOOK_BACK = 70
_TURNING = "åring", "åringen"


def people(text):
    for found in _WORD.finditer(text):
        word = found[0].lower()
        if word not in LOOKED_FOR and not word.endswith(_TURNING):
            continue
        if word in PEOPLE:
            yield from _somebody(text, found.start(), found.end(), word)
        if word in KIN:
            yield from _relative(text, found.start(), found.end())
        elif word in FAMILIES:
            yield from _family(text, found.start(), found.end(), word)
        elif word not in PEOPLE:
            yield from _turning(text, found.start(), found.end(), word)


def _somebody(text, start, end, word):
    before = _before(text, start)
    has_article, is_that_person = bool(before["one"]), word in THAT_PERSON
    is_one = has_article or word not in A_PERSON_BY_ARTICLE
    if before["age"] and not _is_a_range(text, before):
        yield Description(_kind(word, before["age"]), before.start(), end)
    elif after := (
        _AGE_IN_BRACKETS.match(text, end)
        or (is_one and _THEN_AGE.match(text, end))
        or (is_one and _THEN_BORN.match(text, end))
        or ((has_article or is_that_person) and _THEN_PLACE.match(text, end))
        or (is_that_person and _THEN_CLASS.match(text, end))
        or (is_one and _THEN_CLASS_AND_SCHOOL.match(text, end))
    ):
        yield Description(_kind(word, after.groupdict().get("age")), before.start(), after.end())
    elif only := _the_only(text, start):
        yield Description(_kind(word), only.start(), end)
    if (letters := _THEN_LETTERS.match(text, end)) and letters["letters"] not in NO_INITIALS:
        yield Description(Kind.INITIALS, start, letters.end())


def _before(text, start):
    """In an address, as "/bekymret-for-en-elev/", nothing stands before it."""
    if text[max(0, start - 12) : max(0, start - 1)].lower().endswith(_LAST_BEFORE):
        return _BEFORE.search(text, max(0, start - LOOK_BACK), start) or _NOTHING_BEFORE.match(text, start)
    return _NOTHING_BEFORE.match(text, start)


def _the_only(text, start):
    before = max(0, start - LOOK_BACK)
    said = text[before:start].lower()
    return _THE_ONLY.search(text, before, start) if any(word in said for word in _ONLY) else None


def _relative(text, start, end):
    of_a_role = _OF_A_ROLE.search(text, max(0, start - LOOK_BACK), start)
    after = _THEN_ROLE.match(text, end) or _AGE_IN_BRACKETS.match(text, end)
    if of_a_role or after:
        yield Description(
            Kind.ADULT, (of_a_role or after).start() if of_a_role else start, after.end() if after else end
        )


def _family(text, start, end, word):
    before = _before(text, start)
    after = _THEN_PLACE.match(text, end)
    only = _the_only(text, start)
    if after and (before["one"] or word == "familien"):
        yield Description(Kind.FAMILY, before.start(), after.end())
    elif only:
        yield Description(Kind.FAMILY, only.start(), end)


_TURNS = just_before(rf"(?:(?P<one>{_ONE}|ho|han|hun)\s)?{_HOW}?{_AGE}-?åring(?P<that>en)?")


def _turning(text, start, end, word):
    """15-åringen, en 15-åring ble …, femtenåring fra Valle"""
    found = _TURNS.search(text, max(0, start - LOOK_BACK), end)
    if not found or _is_a_range(text, found):
        return
    after = _THEN_WHERE_OR_WHAT.match(text, end)
    if found["that"] or (after and (found["one"] or not after["happened"])):
        yield Description(_kind(word, found["age"]), found.start(), after.end() if after else end)


def _is_a_range(text, found):
    return _A_RANGE.search(text, max(0, found.start("age") - 12), found.start("age"))


OLDEST_CHILD, OLDEST_YOUNG = 12, 23
GROWN_UP = words("mann mannen kvinne kvinna kvinnen pensjonist pensjonisten far mor person personen bruker brukar")
A_CHILD = words("barn barnet")


def _kind(word, age=None):
    if age:
        years = AGES.get(age.lower()) or int(age)
        return Kind.CHILD if years <= OLDEST_CHILD else Kind.YOUNG if years <= OLDEST_YOUNG else Kind.ADULT
    if word in GROWN_UP:
        return Kind.ADULT
    return Kind.CHILD if word in A_CHILD else Kind.YOUNG


# Initials, with full stops. Two or three letters alone are initials where they follow a word for somebody.

# The letter comes before what stands before it: letters are found quickly.
_DOTTED = re.compile(r"[A-ZÆØÅ](?<![\w.].)\.[ ]?[A-ZÆØÅ]\.(?:[ ]?[A-ZÆØÅ]\.)?(?!\w|[ ][A-ZÆØÅ][a-zæøå])")
NO_INITIALS = words(
    """AKS AS BUP BVT DD DPS EU EØS FAU FN HKH HMS ID IKT KS NAV NB NN PP PPT PS PST RIP SA SFO SLT SSB SSP TV UDI US
    USA VG VGS"""
)


def initials(text):
    for found in _DOTTED.finditer(text):
        if re.sub(r"[^A-ZÆØÅ]", "", found[0]) not in NO_INITIALS:
            yield Description(Kind.INITIALS, *found.span())
