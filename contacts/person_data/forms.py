"""The guard in a form: every text is checked before it is saved, and nothing of it is kept when it is refused.

`GuardedForm` stands before Django's class: `class NoteForm(GuardedForm, forms.Form)`. Every `VersionedModelForm` has it
already. An identity number is refused in any field; the form comes back with what was typed, to whoever typed it. What
may point at one person is held up: the field says what, with a neutral wording, and offers a tick. A tick is good for
exactly the text that was shown with it, since its value is a signature of that text; another text is asked about anew.
What was decided is recorded, without a word of the text, when the row is saved.
"""

from collections import Counter
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from contacts import phones
from contacts.person_data.files import GuardedPdfField
from contacts.person_data.guard import check_here, refused_in
from contacts.person_data.names import is_a_person
from contacts.person_data.recording import record_decision
from contacts.person_data.shapes import Kind

REFUSED, HELD_UP = "person_data_refused", "person_data_held_up"
SALT = "contacts.person_data.decision"
NO_ORGANISATION = _(
    "“%(name)s” looks like the name of a person. Write the organisation that they come from: people who take part "
    "are not named here."
)
NO_FREE_TEXT = (
    *(forms.EmailField, forms.SlugField, forms.URLField, forms.UUIDField, forms.GenericIPAddressField),
    phones.PhoneInput,
)


@dataclass(frozen=True)
class Decision:
    """The tick beside a field that was held up: "does not point at a person". `name` and `token` are what it sends;
    `kinds`: {kind of what was found: how many}."""

    name: str
    token: str
    kinds: dict
    is_made: bool


class GuardedForm:
    """For Form and ModelForm. `only_numbers` names the fields in which people and places are meant to be named."""

    only_numbers = frozenset({"name", "work_title", "opening_hours"})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.decisions = {}

    def _clean_fields(self):
        super()._clean_fields()
        for name, field in self.fields.items():
            if isinstance(field, GuardedPdfField):
                self._guard_file(name, field)
            elif text := self._text_in(name, field):
                self._guard(name, field, text)

    def _text_in(self, name, field):
        """What was typed in a field, whether or not it is valid there; "" where nothing can be typed."""
        if isinstance(field, forms.ChoiceField | forms.FileField) or is_password(field):
            return ""
        text = self.cleaned_data.get(name) or self[name].data
        return text if isinstance(text, str) else ""

    def _guard(self, name, field, text):
        if refused := refused_in(text):
            self._refuse(name, refused[0])
        elif name in self.changed_data and self.asks_about(name, field):
            kinds, advice = self.held_up_in(name, text)
            if advice:
                self._ask(name, field, text, kinds, advice)

    def held_up_in(self, name, text):
        """What somebody must decide about a text: {kind: how many}, and what to tell them."""
        findings = check_here(text).held_up
        if not findings and self.is_for_organisations(name) and is_a_person(text):
            return {Kind.NAME.value: 1}, [NO_ORGANISATION % {"name": text}]
        return Counter(finding.kind.value for finding in findings), [finding.advice(text) for finding in findings]

    def _guard_file(self, name, field):
        """A refused file is refused by the field. Of one that is held up, the same must be chosen again."""
        found = getattr(self.cleaned_data.get(name), "checked", None)
        if found and found.needs_decision:
            kinds = Counter(finding.kind.value for finding in found.held_up)
            kinds["unread_page"] = found.unread_pages
            self._ask(name, field, found.digest, +kinds, found.what_to_do)

    def asks_about(self, name, field):
        return is_free_text(field) and (name not in self.only_numbers or self.is_for_organisations(name))

    def is_for_organisations(self, name):
        """Fields in which an organisation is to be named, and never a person: of a ModelForm its model says which, so
        that it holds on every page."""
        model = self._meta.model if isinstance(self, forms.BaseModelForm) else None
        return name in getattr(model, "NAMES_ORGANISATIONS", ())

    def _refuse(self, name, refusal):
        """In the place of other messages, which might repeat what was typed."""
        self._errors.pop(name, None)
        self.add_error(name, ValidationError(refusal.advice(), code=REFUSED))

    def _ask(self, name, field, content, kinds, advice):
        html_name, token = self.add_prefix(f"decided_{name}"), self._token(name, content)
        is_made = constant_time_compare(self.data.get(html_name, ""), token)
        self.decisions[name] = field.decision = Decision(html_name, token, kinds, is_made)
        if not is_made and name in self.cleaned_data:
            self.add_error(name, [ValidationError(one, code=HELD_UP) for one in advice])

    def _token(self, name, content):
        return salted_hmac(SALT, f"{type(self).__module__}.{type(self).__name__}.{name}:{content}").hexdigest()

    def _save_m2m(self):
        """Called when the row of a ModelForm has been saved, at once or by whoever asked for `commit=False`."""
        super()._save_m2m()
        record_decisions(self, self.instance)


def record_decisions(form, row=None):
    """Who let through what in which field of which row: for views whose form does not save its row itself.

    In formsets and services alike, after the row is saved. Each is recorded once.
    """
    for name, decision in form.decisions.items():
        if decision.is_made:
            record_decision(row=row, form=type(form).__name__, field=name, kinds=decision.kinds)
    form.decisions = {}


def is_password(field):
    return isinstance(field.widget, forms.PasswordInput)


def is_free_text(field):
    """True of what people write as they like."""
    is_text = isinstance(field, forms.CharField) and not isinstance(field, NO_FREE_TEXT)
    return is_text and not field.widget.is_hidden and not is_password(field)
