from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.models.history import History
from contacts.models.versions import Versioned
from councils.choices import OPEN_OR_INTERNAL, Visibility
from councils.models.bodies import Body
from councils.models.councils import Member
from councils.models.meetings import AgendaItem, Meeting
from councils.querysets import ActionItemQuerySet, OfBodyQuerySet


class ActionItem(Versioned):
    """Something that was agreed to be done: what, by which role, by when. Carried to every agenda until it is done."""

    class Status(models.TextChoices):
        OPEN = "open", _("not begun")
        ONGOING = "ongoing", _("under way")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    body = models.ForeignKey(Body, verbose_name=_("body"), on_delete=models.CASCADE, related_name="action_items")
    item = models.ForeignKey(
        AgendaItem,
        verbose_name=_("comes from"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="action_items",
    )
    what = models.CharField(_("what is to be done"), max_length=300)
    responsible = models.CharField(_("responsible role"), max_length=150)
    member = models.ForeignKey(
        Member, verbose_name=_("responsible member"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    due = models.DateField(_("deadline"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.OPEN)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    visibility = models.CharField(
        _("who may read it"), max_length=10, choices=OPEN_OR_INTERNAL, default=Visibility.INTERNAL
    )

    objects = ActionItemQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("action item")
        verbose_name_plural = _("action items")
        ordering = ["body", "due", "pk"]
        constraints = [
            models.CheckConstraint(
                name="an_action_item_that_is_done_says_when",
                condition=~Q(status="done") | Q(done_on__isnull=False),
                violation_error_message=_("Say on which day it was done."),
            ),
        ]

    def __str__(self):
        return self.what

    def done_on_if(self, status, day):
        """The day on which it was done, if `status` says that it is. It sets itself, and goes when it is open again."""
        return (self.done_on or day) if status == self.Status.DONE else None

    @property
    def is_open(self):
        return self.status in (self.Status.OPEN, self.Status.ONGOING)


class CarriedItem(models.Model):
    """An action item on the agenda of a meeting after the one it came from."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="carried")
    action_item = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="carried_to")

    objects = OfBodyQuerySet.leading_by("meeting__body__")

    class Meta:
        verbose_name = _("carried action item")
        verbose_name_plural = _("carried action items")
        ordering = ["meeting", "action_item__due", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="an_action_item_is_carried_to_a_meeting_once", fields=["meeting", "action_item"]
            )
        ]

    def __str__(self):
        return f"{self.meeting}: {self.action_item}"
