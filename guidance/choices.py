"""Words that several models share, as the database stores them and as people read them."""

from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a resource is (product.md, section 3)."""

    ARTICLE = "article", _("article")
    LOCAL_GUIDE = "local_guide", _("local guide")
    ACTION_CARD = "action_card", _("action card")
    ACTIVITY = "activity", _("activity")
    LINK = "link", _("link")
    DOCUMENT = "document", _("document")
    REPORT = "report", _("report")
    CIRCULAR = "circular", _("circular")


# Those that are kept elsewhere: here stand a few words about them, and the way there.
REFERENCES = (Kind.LINK, Kind.DOCUMENT, Kind.REPORT, Kind.CIRCULAR)


class Theme(models.TextChoices):
    CONCERN = "concern", pgettext_lazy("theme", "In case of concern")
    EXTREMISM = "extremism", _("Radicalisation and violent extremism")
    INTERNET = "internet", _("Internet and social media")
    COOPERATION = "cooperation", _("Cooperation and information flow")
    CONTACTS = "contacts", _("Prevention contacts")
    COUNCILS = "councils", _("Police councils")
    SLT = "slt", _("SLT")
    MOBILISATION = "mobilisation", _("Mobilisation and participation")
    LOCAL_GUIDES = "local_guides", _("Local guides and action cards")
    MEDIA = "media", _("The media")
    SECRECY = "secrecy", _("Secrecy and duties")
    YOUTH = "youth", _("Children and young people")


class Arena(models.TextChoices):
    SCHOOL = "school", _("school")
    YOUTH_CLUB = "youth_club", _("youth club")
    SPORTS = "sports", _("sports club")
    FAITH = "faith", _("faith community")
    INTERNET = "internet", _("internet")
    NEIGHBOURHOOD = "neighbourhood", _("local community")


class PreventionLevel(models.TextChoices):
    """Whom it is meant for: everyone, those at risk, those who have come far."""

    PRIMARY = "primary", _("for everyone (primary)")
    SECONDARY = "secondary", _("for those at risk (secondary)")
    TERTIARY = "tertiary", _("for those already involved (tertiary)")


class Audience(models.TextChoices):
    """Who is to use it."""

    SCHOOL = "school", _("staff in schools")
    HEALTH = "health", _("health workers")
    CHILD_WELFARE = "child_welfare", _("child welfare")
    NAV = "nav", _("NAV")
    VOLUNTARY = "voluntary", _("voluntary organisations")
    POLICE = "police", _("the police")
    LEADERS = "leaders", _("leaders in the municipality")
    COORDINATORS = "coordinators", _("coordinators and secretaries")


class TextLanguage(models.TextChoices):
    """The languages in which the library itself is written, in the order in which a missing one is stood in for."""

    BOKMAL = "nb", _("Norwegian Bokmål")
    NYNORSK = "nn", _("Norwegian Nynorsk")
    ENGLISH = "en", _("English")


def stand_in(by_language, language=None):
    """What there is in a language, that of the page unless another is given; else in the first that there is; or None.

    `by_language`: {language: whatever}.
    """
    return next((by_language[code] for code in preferred(language) if code in by_language), None)


def preferred(language=None):
    """The languages in the order in which they stand in for each other: first that of the page, unless another is
    given."""
    return list(dict.fromkeys([language or get_language(), *TextLanguage.values]))


class MaterialLanguage(models.TextChoices):
    """The languages of what is referred to."""

    BOKMAL = "nb", _("Norwegian Bokmål")
    NYNORSK = "nn", _("Norwegian Nynorsk")
    ENGLISH = "en", _("English")
    DANISH = "da", _("Danish")
    SWEDISH = "sv", _("Swedish")
    NORTHERN_SAMI = "se", _("Northern Sámi")
    ARABIC = "ar", _("Arabic")
    SOMALI = "so", _("Somali")


class Country(models.TextChoices):
    """Where it applies; what applies elsewhere says so."""

    NORWAY = "NO", _("Norway")
    DENMARK = "DK", _("Denmark")
    SWEDEN = "SE", _("Sweden")
    EUROPE = "EU", _("Europe")


class Reach(models.TextChoices):
    """How widely a resource applies."""

    COUNTRY = "country", _("the whole country")
    DISTRICT = "district", _("a police district")
    MUNICIPALITY = "municipality", _("a municipality")
