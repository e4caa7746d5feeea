"""The answer on top of the page: what a question comes to, by what is known of SLT today."""

from dataclasses import dataclass
from urllib.parse import urlencode

from contacts.cards import contacts_of_municipality
from contacts.gazetteer import CountyPlace, MunicipalityPlace
from contacts.models import Function
from slt import ages, index
from slt.questions import MAX_LENGTH, Question

INSTEAD = (Function.MUNICIPAL_CONTACT, Function.POLICE_CONTACT)


@dataclass(frozen=True)
class PlaceReply:
    """What SLT is in one municipality. `instead` are the contacts to turn to where there is none today."""

    answer: index.Answer
    verdict: str
    instead: tuple = ()

    @property
    def place(self):
        return self.answer.place


@dataclass(frozen=True)
class Reply:
    """`kind` says what to tell; the template of that name tells it."""

    kind: str
    question: Question
    places: tuple = ()

    @property
    def template(self):
        return f"components/slt_reply_{self.kind}.html"

    @property
    def options(self):
        """[(what a name can mean, what the page is asked for when it is chosen)]."""
        return [(match, _chosen(match.target, self.question.ages)) for match in self.question.choices]

    @property
    def ages(self):
        asked = self.question.ages
        return ages.in_words(asked.first, asked.last) if asked else ""


def _chosen(target, asked):
    """A question for several ages is put in words: the form has room for one."""
    if asked and not asked.is_one:
        return urlencode({"q": f"SLT {target.full_name} {asked.first}-{asked.last}"})
    if isinstance(target, MunicipalityPlace):
        place = {"kommune": target.full_name}
    else:
        place = {"fylke" if isinstance(target, CountyPlace) else "distrikt": target.slug}
    return urlencode(place | ({"alder": asked.first} if asked else {}))


def reply_to(question, known):
    """`known`: the index of today. Only the answer for one place without SLT asks the database, for its contacts."""
    if question is None:
        return None
    if question.places:
        return Reply("place", question, _places(question, known))
    return Reply(_kind(question), question)


def _kind(question):
    if question.unknown or not question.is_understood:
        return "unknown"
    if question.choices:
        return "which"
    if question.outside:
        return "outside"
    if question.bad_age:
        return "age"
    if question.wants in ("practice", "who"):
        return question.wants
    return "list"


def too_long(text):
    return Reply("too_long", Question(text)) if len(text) > MAX_LENGTH else None


def _places(question, known):
    replies = [PlaceReply(answer, verdict(answer, question.ages)) for answer in map(known.of, question.places)]
    if len(replies) > 1 or replies[0].answer.has_slt:
        return tuple(replies)
    only = replies[0]
    contacts = contacts_of_municipality(only.place, known.places)
    return (PlaceReply(only.answer, only.verdict, tuple(one for one in contacts if one.function in INSTEAD)),)


def verdict(answer, asked):
    """Whether these ages are covered there: "yes", "partly", "no"; or what stands in the way of an answer: "none",
    "undescribed", "planned", "paused". "active" where no age was asked."""
    scheme = answer.scheme
    if scheme is None:
        return "undescribed" if answer.is_undescribed else "none"
    if not scheme.is_active:
        return scheme.status
    if asked is None:
        return "active"
    if scheme.covers(asked.first, asked.last):
        return "yes"
    return "partly" if scheme.touches(asked.first, asked.last) else "no"
