"""Who may read an item, on a page of its own: internal, public again, or exempt, with what that takes."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contacts.conflicts import again_when_overtaken
from contacts.desk.sending import saved_whole
from contacts.person_data.forms import GuardedForm, record_decisions
from councils.choices import OPEN_OR_INTERNAL, Visibility
from councils.desk.doors import keeper_page
from councils.desk.fields import LegalBasisField
from councils.desk.finding import kept_meeting
from councils.models import AgendaItem, LegalBasis
from councils.services.visibility import NOT_DELIBERATE, change_visibility, is_raised, make_exempt


class ExemptForm(GuardedForm, forms.ModelForm):
    """What everyone reads of an exempt item, and nothing else of it is left."""

    class Meta:
        model = AgendaItem
        fields = ["title", "legal_basis", "exempt_reason", "access_contact"]
        field_classes = {"legal_basis": LegalBasisField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = True
        self.fields["title"].label = _("Neutral title")
        self.fields["legal_basis"].queryset = LegalBasis.objects.current()
        self.initial["access_contact"] = self.instance.access_contact or self.instance.body.access_contact

    def _post_clean(self):
        """The service asks the row, once its text is gone; until then it would be refused for having one."""

    def save(self):
        row = make_exempt(
            item=self.instance,
            title=self.cleaned_data["title"],
            legal_basis=self.cleaned_data["legal_basis"],
            reason=self.cleaned_data["exempt_reason"],
            access_contact=self.cleaned_data["access_contact"],
        )
        record_decisions(self, row)

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("title", "legal_basis", "exempt_reason", "access_contact")
        helper.add_input(Submit("step", _("Make it exempt, and delete its text and files"), css_class="danger"))
        return helper


class OpennessForm(forms.Form):
    """Public or internal. To show what everyone could not read takes a tick."""

    visibility = forms.ChoiceField(label=gettext_lazy("Who may read it"), choices=OPEN_OR_INTERNAL)
    make_public = forms.BooleanField(label=gettext_lazy("Yes, everyone may read this item"), required=False)

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, initial={"visibility": item.visibility}, **kwargs)
        self.item = item
        if item.visibility == Visibility.PUBLIC:
            del self.fields["make_public"]

    def clean(self):
        to = self.cleaned_data.get("visibility")
        if is_raised(self.item.visibility, to) and not self.cleaned_data.get("make_public"):
            raise ValidationError({"make_public": NOT_DELIBERATE})

    def save(self):
        to = self.cleaned_data["visibility"]
        if to != self.item.visibility:
            change_visibility(item=self.item, to=to, is_deliberate=self.cleaned_data.get("make_public", False))

    @property
    def helper(self):
        helper = FormHelper()
        helper.add_input(Submit("step", _("Save")))
        return helper


@keeper_page()
@again_when_overtaken
@saved_whole
def item_visibility(request, body, date, pk):
    meeting = kept_meeting(request, body, date)
    item = get_object_or_404(AgendaItem.objects.select_related("body", "legal_basis"), meeting=meeting, pk=pk)
    is_exempting = request.method == "POST" and "legal_basis" in request.POST
    is_opening = request.method == "POST" and not is_exempting
    exempt = ExemptForm(request.POST if is_exempting else None, instance=item)
    openness = OpennessForm(request.POST if is_opening else None, item=item)
    chosen = exempt if is_exempting else openness
    if chosen.is_bound and chosen.is_valid():
        chosen.save()
        messages.success(request, _("Saved. It holds everywhere from now on."))
        return redirect("minutes", body.slug, date)
    context = {"body": body, "meeting": meeting, "item": item, "exempt": exempt, "openness": openness}
    return render(request, "councils/desk/item_visibility.html", context)
