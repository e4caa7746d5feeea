"""Words that several models share, as the database stores them and as people read them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(models.TextChoices):
    """The three levels of SLT, from the top (product.md, section 3): styrende, koordinerende, utførende."""

    STEERING = "steering", pgettext_lazy("level", "steering")
    COORDINATING = "coordinating", pgettext_lazy("level", "coordinating")
    EXECUTING = "executing", pgettext_lazy("level", "executing")


class Sector(models.TextChoices):
    """Who takes part in a dialogue, by what they are."""

    PUBLIC = "public", pgettext_lazy("sector", "public")
    VOLUNTARY = "voluntary", pgettext_lazy("sector", "voluntary")
    PRIVATE = "private", pgettext_lazy("sector", "private")
    FAITH = "faith", pgettext_lazy("sector", "faith and life stance")


class Outcome(models.TextChoices):
    """What the steering group made of a priority."""

    WAITING = "waiting", _("not decided yet")
    ADOPTED = "adopted", _("adopted")
    CHANGED = "changed", _("adopted with changes")
    DECLINED = "declined", _("not adopted")


class Effect(models.TextChoices):
    """How well a measure worked, as those who carried it out judge it."""

    UNKNOWN = "unknown", _("cannot be said yet")
    GOOD = "good", _("it worked")
    PARTLY = "partly", _("it worked in part")
    NONE = "none", _("it did not work")
