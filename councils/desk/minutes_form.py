"""Everything that can be written on the page of the minutes, as forms: saved together, or not at all."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.date_inputs import DateInput
from councils.choices import OPEN_OR_INTERNAL, Visibility
from councils.desk.follow_up_forms import DoneSetsItself
from councils.models import ActionItem, AgendaItem, Attendance
from councils.services.visibility import NOT_DELIBERATE, is_raised
from councils.texts import WrittenField

NEW_GUESTS, NEW_ACTIONS = 2, 1
# More new rows than a script of ours would ever add are not read.
MOST_NEW = 30


class TextForm(VersionedModelForm):
    """What is said of an item: also what is saved by itself while somebody writes."""

    discussion = WrittenField(label=_("Discussion"), rows=5)
    conclusion = WrittenField(label=_("Conclusion"), rows=3)

    class Meta:
        model = AgendaItem
        fields = ["discussion", "conclusion"]


class ItemForm(TextForm):
    """The box of an item. To make public what was internal takes a tick, which is asked for when it is needed."""

    visibility = forms.ChoiceField(label=_("Who may read it"), choices=OPEN_OR_INTERNAL)
    make_public = forms.BooleanField(
        label=_("Yes, everyone may read this item"), required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = AgendaItem
        fields = ["discussion", "conclusion", "visibility"]

    def clean(self):
        cleaned = super().clean()
        before, after = self.initial.get("visibility"), self.cleaned_data.get("visibility")
        if is_raised(before, after):
            self.fields["make_public"].widget = forms.CheckboxInput()
            if not self.cleaned_data.get("make_public"):
                self.add_error("visibility", ValidationError(NOT_DELIBERATE, code="deliberate"))
        return cleaned


class OnlySomeItems(VersionedModelForm):
    """Attendance at the whole meeting, or only at the items that are ticked."""

    only_items = forms.TypedMultipleChoiceField(
        label=_("Only for these items"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["only_items"].choices = [(item.pk, str(item)) for item in items]
        if not self.is_new:
            self.initial["only_items"] = [item.pk for item in self.instance.items.all()]

    def vouches_for_the_row(self):
        """The items are no column of the row, so whoever changes them must have seen the newest."""
        was, sent = self.initial.get("only_items", []), self["only_items"].data
        return self.fields["only_items"].has_changed(was, sent) or super().vouches_for_the_row()

    def save(self, commit=True):
        row = super().save(commit)
        row.items.set(self.cleaned_data["only_items"])
        return row


class AttendanceForm(OnlySomeItems):
    """A member, who was put down by their role."""

    class Meta:
        model = Attendance
        fields = ["presence"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["presence"].label = _("Attendance")


class GuestForm(OnlySomeItems):
    """A guest; one whose line is emptied was not there."""

    guest = forms.CharField(label=_("Guest"), max_length=150, required=False)

    class Meta:
        model = Attendance
        fields = ["guest"]

    @property
    def is_emptied(self):
        return not self.cleaned_data.get("guest")

    def validate_constraints(self):
        """That it names somebody is certain: an emptied row is not saved."""

    def save(self, commit=True):
        if not self.is_emptied:
            return super().save(commit)
        if not self.is_new:
            self.instance.delete()
        return None


class ActionForm(DoneSetsItself, VersionedModelForm):
    """Something that is to be done, agreed at an item. `roles`: {role: member} of those who may have it to do."""

    class Meta:
        model = ActionItem
        fields = ["what", "responsible", "due", "status"]
        labels = {"due": _("To be done by")}
        widgets = {"due": DateInput}

    def __init__(self, *args, roles, **kwargs):
        super().__init__(*args, **kwargs)
        self.roles = roles
        self.today = self.instance.item.meeting.date
        self.fields["responsible"].widget.attrs["list"] = "roles"
        if self.is_new:
            del self.fields["status"]
            self.empty_permitted, self.use_required_attribute = True, False

    def save(self, commit=True):
        if self.is_new and not self.has_changed():
            return None
        self.instance.member = self.roles.get(self.instance.responsible)
        return super().save(commit)


class CarriedForm(DoneSetsItself, VersionedModelForm):
    """How far something has come that was agreed at an earlier meeting."""

    class Meta:
        model = ActionItem
        fields = ["status", "note"]

    def __init__(self, *args, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = day


class ItemBox:
    """An item on the page: its texts, unless it is exempt or withdrawn, and what is to be done.

    `lost`: what somebody wrote while another made the item exempt. It is shown to them once, and kept nowhere.
    """

    def __init__(self, item, data, **options):
        self.item, self.data = item, data
        self.is_written = not item.is_exempt and not item.is_withdrawn
        roles = options.pop("roles")
        self.form = ItemForm(self._sent(f"s{item.pk}"), instance=item, prefix=f"s{item.pk}", **options)
        actions = [
            ActionForm(self._sent(f"t{action.pk}"), instance=action, prefix=f"t{action.pk}", roles=roles, **options)
            for action in item.action_items.all()
        ]
        self.actions = actions if self.is_written else []
        self.new_actions = [self._new(prefix, roles, options) for prefix in self._new_prefixes] * self.is_written

    def _sent(self, prefix):
        """Rows that were not sent are not looked at: they came while the page was open."""
        return self.data if self.data is not None and f"{prefix}-seen" in self.data else None

    @property
    def _new_prefixes(self):
        return new_prefixes(f"n{self.item.pk}", "what", self.data, NEW_ACTIONS)

    def _new(self, prefix, roles, options):
        action = ActionItem(body_id=self.item.body_id, item=self.item, visibility=self.item.visibility)
        return ActionForm(self.data, instance=action, prefix=prefix, roles=roles, **options)

    @property
    def forms(self):
        return [*[self.form] * self.is_written, *self.actions, *self.new_actions]

    @property
    def lost(self):
        typed = [self.form.sent(name) for name in ("discussion", "conclusion")] if self.form.is_bound else []
        return "\n\n".join(text for text in typed if text) if not self.is_written else ""


class MinutesForms:
    """All of a meeting that is fetched `for_minutes`. `data` is what was sent, or None."""

    def __init__(self, meeting, access, data=None):
        self.meeting, self.data, self.options = meeting, data, {"access": access}
        items = list(meeting.items.all())
        rows = list(meeting.attendance.all())
        members = {member.role: member for member in meeting.body.members.current(meeting.date)}
        self.roles = list(members)
        self.attendance = [self._row(AttendanceForm, f"d{row.pk}", row, items=items) for row in rows if row.member_id]
        self.guests = [self._row(GuestForm, f"g{row.pk}", row, items=items) for row in rows if not row.member_id]
        self.new_guests = [
            GuestForm(data, instance=Attendance(meeting=meeting), prefix=prefix, items=items, **self.options)
            for prefix in new_prefixes("ng", "guest", data, NEW_GUESTS)
        ]
        self.boxes = [ItemBox(item, data, roles=members, **self.options) for item in items]
        self.carried = [
            self._row(CarriedForm, f"c{row.action_item_id}", row.action_item, day=meeting.date)
            for row in meeting.carried.all()
        ]

    def _row(self, form, prefix, row, **options):
        data = self.data if self.data is not None and f"{prefix}-seen" in self.data else None
        return form(data, instance=row, prefix=prefix, **options, **self.options)

    @property
    def all(self):
        boxes = [form for box in self.boxes for form in box.forms]
        return [*self.attendance, *self.guests, *self.new_guests, *boxes, *self.carried]

    @property
    def bound(self):
        return [form for form in self.all if form.is_bound]

    @property
    def is_valid(self):
        """Every one is asked, so that all that is wrong is told at once."""
        return not self.faulty

    @property
    def faulty(self):
        return [form for form in self.bound if form.errors]

    @property
    def lost(self):
        return [box for box in self.boxes if box.lost]

    def save(self):
        for form in self.bound:
            if form.has_changed():
                form.save()


def new_prefixes(prefix, field, data, least):
    """Of the empty rows: as many as were sent, and at least so many."""
    sent = 0
    while data is not None and sent < MOST_NEW and f"{prefix}x{sent}-{field}" in data:
        sent += 1
    return [f"{prefix}x{number}" for number in range(max(sent, least))]


def texts_of(meeting, access, data):
    """The forms of those items of which a text was sent: for what is saved by itself."""
    items = meeting.items.exclude(visibility=Visibility.EXEMPT).select_related("meeting")
    return [
        TextForm(data, instance=item, prefix=f"s{item.pk}", access=access)
        for item in items
        if f"s{item.pk}-seen" in data
    ]
