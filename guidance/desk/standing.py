"""What needs doing in the library, for whoever keeps something of it: counted here, for its desk and the portal's."""

from dateutil.relativedelta import relativedelta
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import ngettext

from contacts.desk.entries import Todo
from guidance.choices import TextLanguage
from guidance.models import CheckedLink, Edition, MissedWord, Resource
from guidance.models.searches import MISSED_AT_LEAST, MISSED_FOR
from guidance.permissions import edits_library

DUE_SOON = relativedelta(months=2)


class Waiting:
    """Which resources of theirs wait for what. Each is a filter of the list on the desk, by its address."""

    FOR_ME, SENT_BACK, MY_DRAFTS = "venter-pa-meg", "sendt-tilbake", "mine-utkast"
    OVERDUE, SOON, WITHOUT_NYNORSK, WITHOUT_BOKMAL = "frist-ute", "frist-snart", "uten-nynorsk", "uten-bokmal"

    def __init__(self, access, today):
        self.access, self.today = access, today
        self.mine = Resource.objects.editable_by(access)

    def rows(self, what):
        """Of the desk's list; None for a word that is none of these."""
        user = self.access.user_id
        match what:
            case self.FOR_ME:
                return self._with(Edition.objects.waiting_for(user))
            case self.SENT_BACK:
                return self._with(Edition.objects.sent_back_to(user))
            case self.MY_DRAFTS:
                return self._with(Edition.objects.drafts_of(user))
            case self.OVERDUE:
                return self.mine.due(self.today)
            case self.SOON:
                return self.mine.due(self.today + DUE_SOON).filter(review_on__gt=self.today)
            case self.WITHOUT_NYNORSK:
                return self._for_many().lacking(TextLanguage.NYNORSK, self.today)
            case self.WITHOUT_BOKMAL:
                return self._for_many().lacking(TextLanguage.BOKMAL, self.today)
        return None

    def _with(self, editions):
        return self.mine.kept().filter(editions__in=editions)

    def _for_many(self):
        """A municipality writes in its own language; what is for more than one is to be there in both."""
        return self.mine.filter(municipality=None)

    def count(self, *kinds):
        """How many wait for each of these: in one query."""
        rows = {f"rows_{place}": self.rows(what) for place, what in enumerate(kinds)}
        counts = {name: Count("pk", filter=Q(pk__in=found.values("pk"))) for name, found in rows.items()}
        return list(self.mine.order_by().aggregate(**counts).values())


def todos(access, today):
    """What is nothing is left out."""
    waiting = Waiting(access, today)
    kinds = [
        (Waiting.FOR_ME, _for_me, "warning"),
        (Waiting.SENT_BACK, _sent_back, "warning"),
        (Waiting.OVERDUE, _overdue, "danger"),
        (Waiting.SOON, _soon, "info"),
        (Waiting.MY_DRAFTS, _drafts, "info"),
        (Waiting.WITHOUT_NYNORSK, _without_nynorsk, "info"),
        (Waiting.WITHOUT_BOKMAL, _without_bokmal, "info"),
    ]
    counts = waiting.count(*(what for what, _text, _color in kinds))
    told = zip(counts, kinds, strict=True)
    counted = [(count, text, listed(vis=what), color) for count, (what, text, color) in told]
    if edits_library(access):
        broken = CheckedLink.objects.visible_to(access).broken().count()
        counted.append((broken, _broken, reverse("guidance_links"), "danger"))
        counted.append((len(missed(today)), _missed, reverse("missed_words"), "info"))
    return [Todo(count, text(count), url, color) for count, text, url, color in counted if count]


def listed(**chosen):
    return f"{reverse('guidance_desk')}?{urlencode(chosen)}#ressurser"


def missed(today):
    """[(word, times)] that readers searched for again and again, and found nothing."""
    return list(MissedWord.objects.summed(today - MISSED_FOR, MISSED_AT_LEAST))


def _for_me(count):
    return ngettext("text waits for your approval", "texts wait for your approval", count)


def _sent_back(count):
    return ngettext("text was sent back to you", "texts were sent back to you", count)


def _overdue(count):
    return ngettext("resource should have been reviewed", "resources should have been reviewed", count)


def _soon(count):
    return ngettext(
        "resource is to be reviewed within two months", "resources are to be reviewed within two months", count
    )


def _drafts(count):
    return ngettext("draft of yours", "drafts of yours", count)


def _without_nynorsk(count):
    return ngettext("resource is missing in nynorsk", "resources are missing in nynorsk", count)


def _without_bokmal(count):
    return ngettext("resource is missing in bokmål", "resources are missing in bokmål", count)


def _broken(count):
    return ngettext("link does not work", "links do not work", count)


def _missed(count):
    return ngettext("word was searched for in vain", "words were searched for in vain", count)
