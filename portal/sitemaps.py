from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from contacts import gazetteer


class _EveryLanguage(Sitemap):
    """Each page once for each language, with links between them."""

    i18n = True
    alternates = True
    x_default = True


class Pages(_EveryLanguage):
    def items(self):
        return ["home", "municipalities", "municipality_map", "districts", "about", "accessibility", "privacy"]

    def location(self, item):
        return reverse(item)


class Municipalities(_EveryLanguage):
    def items(self):
        return gazetteer.current().municipalities


class Districts(_EveryLanguage):
    def items(self):
        return gazetteer.current().districts


SITEMAPS = {"pages": Pages, "municipalities": Municipalities, "districts": Districts}
