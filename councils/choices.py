"""Words that several models share, as the database stores them and as people read them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Visibility(models.TextChoices):
    """Who may read something. Exempt (unntatt offentlighet): its text is not in the portal at all."""

    PUBLIC = "public", _("public")
    INTERNAL = "internal", _("internal: for the members")
    EXEMPT = "exempt", _("exempt from public access")


# Of whole meetings, plans and attachments: an exempt one would be an empty one.
OPEN_OR_INTERNAL = [(choice.value, choice.label) for choice in (Visibility.PUBLIC, Visibility.INTERNAL)]


class Theme(models.TextChoices):
    """What an item, a measure or a decision is about; decisions are filtered by it across all councils."""

    EXTREMISM = "extremism", _("Radicalisation and violent extremism")
    YOUTH = "youth", _("Children and young people")
    DRUGS = "drugs", _("Drugs and alcohol")
    VIOLENCE = "violence", _("Violence and abuse in close relationships")
    INTERNET = "internet", _("Internet and social media")
    HATE = "hate", _("Hate speech and hate crime")
    ORGANISED = "organised", _("Gangs and organised crime")
    WORK = "work", _("Labour market crime")
    NIGHTLIFE = "nightlife", _("Nightlife and public places")
    TRAFFIC = "traffic", _("Traffic")
    SAFETY = "safety", _("Sense of security in the local community")
    PREPAREDNESS = "preparedness", _("Preparedness")
    COOPERATION = "cooperation", _("Cooperation and organisation")
    OTHER = "other", _("Other")


class Agency(models.TextChoices):
    """On behalf of whom somebody takes part."""

    MUNICIPALITY = "municipality", _("The municipality")
    POLICE = "police", _("The police")
    SCHOOL = "school", _("Schools and kindergartens")
    CHILD_WELFARE = "child_welfare", _("Child welfare")
    HEALTH = "health", _("Health services")
    NAV = "nav", _("NAV")
    LEISURE = "leisure", _("Leisure and culture")
    VOLUNTARY = "voluntary", _("Voluntary organisations")
    FAITH = "faith", _("Faith and life stance communities")
    BUSINESS = "business", _("Business")
    YOUTH_COUNCIL = "youth_council", _("The youth council")
    OTHER = "other", _("Others")


class WrittenLanguage(models.TextChoices):
    """The written form of Norwegian (målform) in which a body keeps its records."""

    BOKMAL = "nb", _("Norwegian Bokmål")
    NYNORSK = "nn", _("Norwegian Nynorsk")
