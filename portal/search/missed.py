"""What was searched for and not found: words only, for whoever edits the library. No question, no person, no address.

Kept is a word that is of letters alone, that no name is, out of a question in which the person-data guard sees nothing.
How many a day is bounded, and whatever goes wrong here, the page is answered.
"""

import logging
import re
from itertools import pairwise

from django.db import DatabaseError, connection
from django.db.models import F
from django.utils import timezone

from contacts.person_data.given_names import ALSO_WORDS, GIVEN
from contacts.person_data.guard import check
from guidance.models import MissedWord
from portal.search import lexicon, tables
from portal.search.words import SMALL, folded, written

logger = logging.getLogger(__name__)

MOST_WORDS = 5
MOST_A_DAY = 300
# No reader waits longer for an answer because somebody else is writing.
MOST_MILLISECONDS = 200
LETTERS = range(3, 31)
NAMES = frozenset(word for name in GIVEN | ALSO_WORDS for word in folded(name))
# Most family names of Norway end so, and few words do.
FAMILY_NAME = re.compile(r"(sen|son|sson|ssen|dottir|dotter|datter|rud|stad|vik|berg)$")
# A browser says what it is; what says nothing, or that it is a robot, is nobody who searches.
ROBOT = re.compile(r"bot|crawl|spider|slurp|fetch|monitor|check|scan|curl|wget|python|http-client|preview", re.I)


def note(request, text):
    """Whoever asks by HEAD, or is a machine, is not counted."""
    agent = request.headers.get("user-agent", "")
    if request.method != "GET" or not agent or ROBOT.search(agent):
        return
    words = words_to_keep(text)
    try:
        if words:
            with tables.waiting_briefly(connection, MOST_MILLISECONDS):
                count(words, timezone.localdate())
    except DatabaseError as error:
        logger.warning("What was not found was not noted: %s", type(error).__name__)


def words_to_keep(text):
    """Of a short question without anybody in it, the words that no document has."""
    said = written(text)
    if len(said) > MOST_WORDS or check(text) or _looks_like_a_name(said):
        return []
    known = lexicon.current().forms
    return list(dict.fromkeys(form.lower() for form in said if _may_be_kept(form) and folded(form)[0] not in known))


def _may_be_kept(form):
    word = "".join(folded(form))
    return (
        form.isalpha()
        and len(form) in LETTERS
        and len(folded(form)) == 1
        and word not in SMALL
        and word not in NAMES
        and not FAMILY_NAME.search(word)
    )


def _looks_like_a_name(said):
    """Two words with capitals, one after the other; or a given name among the words."""
    capitals = [form[:1].isupper() and form[1:].islower() for form in said]
    return any(one and other for one, other in pairwise(capitals)) or any(
        word in NAMES for form in said for word in folded(form)
    )


def count(words, day):
    for word in words:
        if MissedWord.objects.filter(word=word, day=day).update(count=F("count") + 1):
            continue
        if MissedWord.objects.filter(day=day).count() < MOST_A_DAY:
            MissedWord.objects.bulk_create([MissedWord(word=word, day=day, count=0)], ignore_conflicts=True)
            MissedWord.objects.filter(word=word, day=day).update(count=F("count") + 1)
