import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from contacts import mailboxes
from contacts.models.history import History
from contacts.models.versions import Versioned
from councils import kinds
from councils.choices import OPEN_OR_INTERNAL, Theme, Visibility
from councils.models.bodies import Body, YearWheelTask
from councils.models.councils import Member
from councils.querysets import (
    AgendaItemQuerySet,
    FrozenQuerySet,
    LegalBasisQuerySet,
    MeetingQuerySet,
    MinutesTextQuerySet,
    OfBodyQuerySet,
)


class Meeting(Versioned):
    """A meeting of a body, from the plan to the published minutes. Which state may follow which: lifecycle.py."""

    class Kind(models.TextChoices):
        ORDINARY = "ordinary", _("ordinary meeting")
        EXTRAORDINARY = "extraordinary", _("extraordinary meeting")
        THEMATIC = "thematic", _("thematic meeting")
        DIGITAL = "digital", _("digital meeting")

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        CALLED = "called", _("called")
        HELD = "held", _("held")
        DRAFT = "draft", _("minutes in draft")
        CHECKED = "checked", _("checked for personal data")
        APPROVED = "approved", _("minutes approved")
        PUBLISHED = "published", _("minutes published")
        CORRECTING = "correcting", _("minutes being corrected")
        CANCELLED = "cancelled", _("cancelled")

    body = models.ForeignKey(Body, verbose_name=_("body"), on_delete=models.PROTECT, related_name="meetings")
    date = models.DateField(_("date"))
    starts_at = models.TimeField(_("begins"), null=True, blank=True)
    ends_at = models.TimeField(pgettext_lazy("meeting", "ends"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=150, blank=True)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind, default=Kind.ORDINARY)
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.PLANNED, editable=False)
    visibility = models.CharField(
        _("who may see the meeting"), max_length=10, choices=OPEN_OR_INTERNAL, default=Visibility.PUBLIC
    )
    year_wheel_task = models.ForeignKey(
        YearWheelTask, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="meetings"
    )
    called_at = models.DateTimeField(_("called at"), null=True, blank=True, editable=False)
    approved_on = models.DateField(_("minutes approved on"), null=True, blank=True, editable=False)
    approved_by = models.CharField(
        _("approved by"), max_length=150, blank=True, editable=False, help_text=_("A role, not a name.")
    )
    # For calendars (RFC 5545): the UID never changes, the sequence rises with each change that members must see.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    archived_at = models.DateTimeField(_("exported for the archive"), null=True, blank=True, editable=False)
    is_example = models.BooleanField(_("invented example"), default=False, editable=False)

    objects = MeetingQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-date", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_meeting_ends_after_it_begins",
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                violation_error_message=_("The meeting cannot end before it begins."),
            ),
            models.UniqueConstraint(
                name="a_body_meets_once_a_day",
                fields=["body", "date"],
                violation_error_message=_("There is already a meeting on this day. Open that one instead."),
            ),
            models.CheckConstraint(
                name="a_meeting_that_was_called_says_when",
                condition=Q(status__in=["planned", "cancelled"]) | Q(called_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.body} {self.date:%Y-%m-%d}"

    def get_absolute_url(self):
        return kinds.meeting_url(self.body, "meeting", self.date)

    @property
    def is_called(self):
        """The notice was sent: numbers stay, items are no longer taken away."""
        return self.called_at is not None

    @property
    def has_been(self):
        """Its day has come or gone, and it was not cancelled: so there are minutes, or are to be."""
        return self.status not in (self.Status.PLANNED, self.Status.CALLED, self.Status.CANCELLED)


class LegalBasis(Versioned):
    """A provision by which a document may be exempt from public access (hjemmel). The list is administered."""

    code = models.CharField(_("provision"), max_length=60, unique=True, help_text=_("For example: offl. § 13"))
    text_nb = models.CharField(_("what it is about, in bokmål"), max_length=300)
    text_nn = models.CharField(_("what it is about, in nynorsk"), max_length=300)
    is_current = models.BooleanField(
        _("can be chosen"), default=True, help_text=_("Items that have it already keep it.")
    )

    objects = LegalBasisQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")
        ordering = ["code"]

    def __str__(self):
        return self.code

    @property
    def text_language(self):
        """The written form of the page; in other languages there is no text."""
        return "nn" if get_language() == "nn" else "nb"

    @property
    def text(self):
        return self.text_nn if self.text_language == "nn" else self.text_nb

    @property
    def label(self):
        """Whoever chooses one sees what it is about."""
        return f"{self.code}: {self.text}"


NOTHING_STORED = {"description": "", "discussion": "", "conclusion": "", "has_files": False}


class AgendaItem(Versioned):
    """An item of a meeting: on the agenda, and in the minutes.

    The number is given when the notice is sent, counted per body and year without gaps, and never changes. Of an exempt
    item nothing is stored but number, neutral title, legal basis, a reason about this document and where to ask for
    access: the database refuses any text and any file.
    """

    class Kind(models.TextChoices):
        INFORMATION = "information", _("for information")
        DISCUSSION = "discussion", _("for discussion")
        DECISION = "decision", _("for decision")

    meeting = models.ForeignKey(Meeting, verbose_name=_("meeting"), on_delete=models.PROTECT, related_name="items")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, editable=False, related_name="+")
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    case_year = models.PositiveSmallIntegerField(_("year of the case number"), null=True, blank=True, editable=False)
    case_number = models.PositiveIntegerField(_("case number"), null=True, blank=True, editable=False)
    title = models.CharField(
        _("title"), max_length=200, help_text=_("Neutral: the title is public, also of an item that is exempt.")
    )
    kind = models.CharField(_("type"), max_length=12, choices=Kind, default=Kind.DISCUSSION)
    theme = models.CharField(_("theme"), max_length=20, choices=Theme, default=Theme.OTHER)
    presenter = models.CharField(_("presented by"), max_length=100, blank=True, help_text=_("A role, not a name."))
    visibility = models.CharField(_("who may read it"), max_length=10, choices=Visibility, default=Visibility.PUBLIC)
    description = models.TextField(_("what it is about"), blank=True)
    discussion = models.TextField(_("discussion"), blank=True)
    conclusion = models.TextField(_("conclusion"), blank=True)
    is_standing = models.BooleanField(_("standing item"), default=False, editable=False)
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)
    has_files = models.BooleanField(default=False, editable=False)
    legal_basis = models.ForeignKey(
        LegalBasis,
        verbose_name=_("legal basis"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    exempt_reason = models.CharField(
        _("why this document is exempt"),
        max_length=300,
        blank=True,
        help_text=_("About this document, not the law in general. It is public: reveal nothing."),
    )
    access_contact = models.EmailField(_("where to ask for access"), blank=True, validators=[mailboxes.refuse_private])

    objects = AgendaItemQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["meeting", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_case_number_is_given_once",
                fields=["body", "case_year", "case_number"],
                violation_error_message=_("This case number is taken."),
            ),
            models.CheckConstraint(
                name="a_case_number_has_a_year",
                condition=Q(case_year__isnull=True, case_number__isnull=True)
                | Q(case_year__isnull=False, case_number__isnull=False),
            ),
            models.CheckConstraint(
                name="an_exempt_item_has_no_text_and_no_file",
                condition=~Q(visibility="exempt") | Q(**NOTHING_STORED),
                violation_error_message=_(
                    "An exempt item has no text and no file in the portal. Keep them in your archive."
                ),
            ),
            models.CheckConstraint(
                name="an_exempt_item_says_why_and_where_to_ask",
                condition=~Q(visibility="exempt")
                | Q(legal_basis__isnull=False) & ~Q(exempt_reason="") & ~Q(access_contact=""),
                violation_error_message=_(
                    "An exempt item needs a legal basis, a reason about this document, and where to ask for access."
                ),
            ),
            models.CheckConstraint(
                name="only_an_exempt_item_has_a_legal_basis",
                condition=Q(visibility="exempt") | Q(legal_basis__isnull=True, exempt_reason=""),
                violation_error_message=_("Only an exempt item has a legal basis."),
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.title}".strip()

    @property
    def number(self):
        """As it is written: "17/26"; empty before the notice."""
        return f"{self.case_number}/{self.case_year % 100:02}" if self.case_number else ""

    @property
    def is_exempt(self):
        return self.visibility == Visibility.EXEMPT

    def save(self, **options):
        self.body_id = self.meeting.body_id
        super().save(**options)


class Attendance(Versioned):
    """Who was there: a member by their role, or a guest. Without items named: for the whole meeting."""

    class Presence(models.TextChoices):
        PRESENT = "present", _("present")
        ABSENT = "absent", _("absent")
        DEPUTY = "deputy", _("represented by a deputy")

    meeting = models.ForeignKey(Meeting, verbose_name=_("meeting"), on_delete=models.CASCADE, related_name="attendance")
    member = models.ForeignKey(
        Member, verbose_name=_("member"), on_delete=models.PROTECT, null=True, blank=True, related_name="attendance"
    )
    guest = models.CharField(_("guest"), max_length=150, blank=True, help_text=_("A role and where from, not a name."))
    presence = models.CharField(_("attendance"), max_length=8, choices=Presence, default=Presence.PRESENT)
    items = models.ManyToManyField(
        AgendaItem, verbose_name=_("only for these items"), blank=True, related_name="attendance"
    )

    objects = OfBodyQuerySet.leading_by("meeting__body__")
    history = History()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["meeting", "pk"]
        constraints = [
            models.CheckConstraint(
                name="attendance_is_of_a_member_or_of_a_guest",
                condition=Q(member__isnull=False, guest="") | Q(member__isnull=True) & ~Q(guest=""),
                violation_error_message=_("Name a member, or write who the guest was."),
            ),
            models.UniqueConstraint(
                name="a_member_attends_a_meeting_once",
                fields=["meeting", "member"],
                violation_error_message=_("This member is there already."),
            ),
        ]

    def __str__(self):
        return f"{self.member or self.guest}: {self.get_presence_display()}"


class Published(Exception):
    """A published text was to be changed. It is corrected by a new version with a reason."""


class MinutesVersion(models.Model):
    """The minutes as they were published, the first time or corrected. Never changed; a correction is a new version."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    reason = models.CharField(_("reason for the correction"), max_length=300, blank=True)
    attendance = models.JSONField(
        default=list, help_text=_("[role, on behalf of, attendance] of each, as it was written.")
    )
    published_at = models.DateTimeField(_("published"), default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = FrozenQuerySet.leading_by("meeting__body__")

    class Meta:
        verbose_name = _("version of the minutes")
        verbose_name_plural = _("versions of the minutes")
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(name="versions_of_minutes_are_numbered", fields=["meeting", "number"]),
            models.CheckConstraint(
                name="a_correction_has_a_reason",
                condition=Q(number=1) | ~Q(reason=""),
                violation_error_message=_("Say what is corrected, and why."),
            ),
        ]

    def __str__(self):
        return f"{self.meeting}, {self.number}"

    def save(self, **options):
        if not self._state.adding:
            raise Published
        super().save(**options)

    def delete(self, **options):
        raise Published


class MinutesText(models.Model):
    """One item in a published version. Its visibility is the item's of today; of an exempt item there is no text."""

    version = models.ForeignKey(MinutesVersion, on_delete=models.CASCADE, related_name="texts")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="published_texts")
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("what it is about"), blank=True)
    discussion = models.TextField(_("discussion"), blank=True)
    conclusion = models.TextField(_("conclusion"), blank=True)

    objects = MinutesTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("published text of an item")
        verbose_name_plural = _("published texts of items")
        ordering = ["version", "item__position", "pk"]
        constraints = [models.UniqueConstraint(name="a_version_has_each_item_once", fields=["version", "item"])]

    def __str__(self):
        return self.title

    def save(self, **options):
        if not self._state.adding:
            raise Published
        super().save(**options)

    def delete(self, **options):
        raise Published


class ArchiveExport(models.Model):
    """A meeting was handed over for the archive: before that, nothing of it may be deleted."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="exports")
    at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    version_of_meeting = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(_("checksum"), max_length=64)

    objects = OfBodyQuerySet.leading_by("meeting__body__")

    class Meta:
        verbose_name = _("export for the archive")
        verbose_name_plural = _("exports for the archive")
        ordering = ["meeting", "-at"]

    def __str__(self):
        return f"{self.meeting} ({self.at:%Y-%m-%d})"
