"""The year wheel of a body that has none begins with a sensible one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from councils.models import Body
from councils.year_wheel import standard_tasks


@transaction.atomic
def take_standard(*, body):
    """Once: two who press at the same time get it once."""
    Body.objects.select_for_update(of=["self"]).get(pk=body.pk)
    if body.year_wheel.exists():
        raise ValidationError(_("There is a year wheel already. Change it as you like."))
    tasks = standard_tasks(body)
    for task in tasks:
        task.save()
    return tasks
