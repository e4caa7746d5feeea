"""A change is carried out in one transaction: the places first, then all that follows, then a look at what is left."""

from django.utils.translation import gettext as _

from contacts.models import ContentVersion
from contacts.organisational_changes import checks, followers, orphans
from contacts.organisational_changes.places import change_places
from contacts.organisational_changes.transition import CannotCarryOut, Transition


def carry_out(change):
    """Writes everything, dated by the day of the change whenever it is done; call it in a transaction.

    Returns the effects. Raises `CannotCarryOut` when something stands in the way.
    """
    if reasons := [*checks.problems(change), *checks.unanswered(change)]:
        raise CannotCarryOut(*reasons)
    transition = Transition.of(change)
    effects = [*change_places(change, transition), *follow(transition)]
    change.districts.add(*(one.district for one in transition.successors if one.district))
    return effects


def follow(transition):
    """Whatever rests on the units that end goes to their successors."""
    effects = [effect for follower in followers() for effect in follower.follow(transition)]
    if rows := orphans.left_behind(transition):
        named = ", ".join(f"{row._meta.verbose_name} “{row}”" for row in rows[:5])
        raise CannotCarryOut(_("These would be left behind: %(rows)s.") % {"rows": named})
    ContentVersion.objects.renew(places=True)
    return effects
