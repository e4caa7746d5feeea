from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from contacts import gazetteer
from councils import index
from councils.models import Body, Meeting, Plan, Strategy
from guidance import index as guidance
from slt import index as slt
from slt.models import CycleYear, DialogueProcess, Group


class _EveryLanguage(Sitemap):
    """Each page once for each language, with links between them."""

    i18n = True
    alternates = True
    x_default = True


class Pages(_EveryLanguage):
    def items(self):
        return [
            "home",
            "municipalities",
            "municipality_map",
            "districts",
            "councils",
            "decisions",
            "slt",
            "slt_in_practice",
            "dialogues",
            "guidance",
            "activities",
            "publishers",
            "concern",
            "about",
            "accessibility",
            "privacy",
        ]

    def location(self, item):
        return reverse(item)


class Municipalities(_EveryLanguage):
    def items(self):
        return gazetteer.current().municipalities


class Districts(_EveryLanguage):
    def items(self):
        return gazetteer.current().districts


class Councils(_EveryLanguage):
    def items(self):
        return index.current().councils


class Schemes(_EveryLanguage):
    def items(self):
        return slt.current().schemes


class Meetings(_EveryLanguage):
    """The public ones, of councils and of groups: each knows its address."""

    def items(self):
        return Meeting.objects.public().select_related("body").order_by("pk")


class OfCouncils(_EveryLanguage):
    """Public strategies and plans: rows that know their address."""

    def __init__(self, model):
        self.model = model

    def items(self):
        rows = self.model.objects.public().filter(body__kind=Body.Kind.COUNCIL)
        return rows.select_related("body").order_by("pk")


class Groups(_EveryLanguage):
    def items(self):
        return Group.objects.order_by("pk")


class Dialogues(_EveryLanguage):
    def items(self):
        return DialogueProcess.objects.public().select_related("scheme").order_by("pk")


class WorkingYears(_EveryLanguage):
    def items(self):
        return CycleYear.objects.select_related("scheme").order_by("pk")


class Guidance(_EveryLanguage):
    """What is published, each under the address of its language; in no language in which it is not."""

    def items(self):
        return guidance.current().items

    def get_languages_for_item(self, item):
        return [code for code, _name in settings.LANGUAGES if code in item.titles]


class Publishers(_EveryLanguage):
    """Those of which something is published."""

    def items(self):
        known = guidance.current()
        return [publisher for publisher in known.publishers if publisher.pk in known.by_publisher]


SITEMAPS = {
    "pages": Pages,
    "municipalities": Municipalities,
    "districts": Districts,
    "councils": Councils,
    "schemes": Schemes,
    "meetings": Meetings,
    "strategies": OfCouncils(Strategy),
    "plans": OfCouncils(Plan),
    "groups": Groups,
    "dialogues": Dialogues,
    "working_years": WorkingYears,
    "guidance": Guidance,
    "publishers": Publishers,
}
