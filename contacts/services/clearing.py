"""Personal data goes when its time has come; what a function was, and from when to when it was held, stays.

Of a person the row stays and says nothing: the assignments still lead somewhere, and the history still counts. What is
cleared cannot be had back: every row of the history is cleared with it, and reasons that name the person.
"""

import re

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from contacts.models import Absence, Assignment, ContactPoint, Coverage, Invitation, Person, RoleGrant, User

# Long enough to see who was responsible when something is asked afterwards. The privacy page says so too.
PEOPLE_KEPT_FOR = relativedelta(months=6)
# As long as a role can last: whoever was not given one again in that time has left.
USERS_KEPT_FOR = relativedelta(years=2)

NOTHING_PERSONAL = {"name": "", "work_title": "", "direct_phone": "", "work_email": ""}
# Of other apps: each says, of these contact points, in which histories somebody may have written who held them.
HISTORIES_OF_POINTS = []
# Shorter words of a name are words of the language as well.
SHORTEST_NAME = 3


def clear_people(today):
    """Everybody who left their last function long enough ago, or was never given one. How many there were."""
    due = list(people_due(today).select_for_update())
    for person in due:
        clear_person(person=person, today=today)
    return len(due)


def people_due(today):
    before = today - PEOPLE_KEPT_FOR
    assignments = Assignment.objects.filter(person=OuterRef("pk"))
    still_needed = assignments.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=before))
    changes = Person.history.filter(id=OuterRef("pk"))
    forgotten = Exists(changes) & ~Exists(changes.filter(history_date__date__gte=before))
    left = Exists(assignments) & ~Exists(still_needed)
    never_given_one = ~Exists(assignments) & forgotten
    return Person.objects.known().filter(left | never_given_one).order_by("pk")


@transaction.atomic
def clear_person(*, person, today):
    """At once, also for somebody who asks for it; but not while they hold a function."""
    if Assignment.objects.filter(person=person).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today)).exists():
        raise ValidationError(_("They hold a function still. End that first."))
    names = names_of(person)
    for field, value in NOTHING_PERSONAL.items():
        setattr(person, field, value)
    person.cleared_on = today
    person.save()
    person.history.update(**NOTHING_PERSONAL)
    forget_in_reasons(person, names)


def names_of(row):
    """All words of the names that whoever this row is about has had."""
    names = [row.name, *row.history.values_list("name", flat=True)]
    return {word.casefold() for name in names for word in words(name) if len(word) >= SHORTEST_NAME}


def forget_in_reasons(person, names):
    """Wherever somebody may have written the name: at the person, and at the functions they held."""
    points = Assignment.history.filter(person=person.pk).order_by().values("contact_point")
    held = Assignment.history.filter(contact_point__in=points)
    absences = Absence.history.filter(assignment__in=held.order_by().values("id"))
    coverages = Coverage.history.filter(contact_point__in=points)
    beside = [history for histories_of in HISTORIES_OF_POINTS for history in histories_of(points)]
    own = [person.history.all(), ContactPoint.history.filter(id__in=points), held, absences, coverages]
    for history in [*own, *beside]:
        forget_reasons_naming(names, history)


def forget_reasons_naming(names, history):
    """`names` are words, as `names_of` gives them; `history` is rows of the history of one kind."""
    given = history.exclude(history_change_reason=None).values_list("history_id", "history_change_reason")
    naming = [pk for pk, reason in given if names & {word.casefold() for word in words(reason)}]
    history.model.objects.filter(history_id__in=naming).update(history_change_reason=None)


def words(text):
    return re.findall(r"\w+", text)


def clear_users(today):
    """Accounts that were closed long ago. What they did stays, as done by a former user."""
    due = list(users_due(today).select_for_update())
    for user in due:
        clear_user(user=user)
    return len(due)


def users_due(today):
    before = today - USERS_KEPT_FOR
    grants = RoleGrant.objects.filter(user=OuterRef("pk"), ends_at__date__gte=before)
    changed_lately = User.history.filter(id=OuterRef("pk"), history_date__date__gte=before)
    closed = User.objects.filter(is_active=False).exclude(email__endswith=User.CLEARED)
    return closed.exclude(Exists(grants)).exclude(Exists(changed_lately)).order_by("pk")


@transaction.atomic
def clear_user(*, user):
    user.email, user.name = f"{user.pk}{User.CLEARED}", ""
    user.set_unusable_password()
    user.save()
    user.history.update(email=user.email, name="")
    for ways_in in (user.emailaddress_set, user.socialaccount_set, user.authenticator_set):
        ways_in.all().delete()


def clear_invitations(today):
    """Names and addresses of those who were invited once. Whoever accepted is known as a user now."""
    old = Invitation.objects.filter(expires_at__date__lt=today - PEOPLE_KEPT_FOR)
    return old.delete()[0]
