"""The template pack in templates/designsystemet, tried on a form with every kind of control."""

from datetime import date

import pytest
from crispy_forms.bootstrap import FormActions
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Button, Column, Div, Field, Fieldset, Layout, Row, Submit
from crispy_forms.utils import render_crispy_form
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.utils import translation
from django.utils.html import format_html

from portal.forms import MunicipalityFilterForm
from portal.tests.document import Document
from portal.tests.html import invalid

HOSTILE = "\"><script>alert('x')</script>&"
CHOICES = [("a", "Alta"), ("b", "Bodø"), ("c", HOSTILE)]
GROUPED = [("North", [("a", "Alta"), ("b", "Bodø")]), ("South", [("k", "Kristiansand")])]
PAGE = "<!DOCTYPE html>\n<html lang='en'><head><title>Form</title></head><body><h1>Form</h1>{}</body></html>\n"
NEVER_IN_OUR_MARKUP = ["<script", "style=", "btn", "form-control", "textinput", "onclick"]


class EveryKind(forms.Form):
    name = forms.CharField(help_text="As in the population register.")
    email = forms.EmailField(required=False)
    age = forms.IntegerField(min_value=18, max_value=120)
    born = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    password = forms.CharField(widget=forms.PasswordInput)
    place = forms.ChoiceField(choices=CHOICES)
    places = forms.MultipleChoiceField(choices=GROUPED, required=False)
    about = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), help_text="At most <strong>ten</strong> lines.")
    role = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect, help_text="One only.")
    topics = forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    area = forms.ChoiceField(choices=GROUPED, widget=forms.RadioSelect, required=False)
    agree = forms.BooleanField(label="I agree", help_text="You may change your mind.")
    news = forms.BooleanField(label="Send news", required=False)
    starts = forms.SplitDateTimeField(help_text="In local time.")
    ends = forms.DateField(widget=forms.SelectDateWidget(years=[2026, 2027]), required=False)
    known = forms.NullBooleanField(required=False)
    minutes = forms.FileField()
    picture = forms.FileField(widget=forms.FileInput, required=False)
    decided = forms.CharField(disabled=True, initial="Yes")
    kind = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect, disabled=True, initial="a")
    number = forms.CharField(initial="123", widget=forms.TextInput(attrs={"readonly": True}))
    noted = forms.DateField(initial=date(2026, 1, 2), show_hidden_initial=True)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=7)

    def clean(self):
        raise forms.ValidationError("The two do not agree.")


class Member(forms.Form):
    name = forms.CharField(help_text="First name first.")
    role = forms.ChoiceField(choices=CHOICES, required=False)
    chair = forms.BooleanField(required=False)
    member_id = forms.IntegerField(widget=forms.HiddenInput, required=False)


MemberFormSet = forms.formset_factory(Member, extra=1, can_delete=True)

UPLOADED = SimpleUploadedFile("minutes <1>.pdf", b"")
UPLOADED.url = "/minutes.pdf?a=1&b=2"
TYPED = {
    "name": "Kari Nordmann",
    "email": "kari@",
    "age": "17",
    "born": "2001-02-03",
    "place": "b",
    "about": f"</textarea>{HOSTILE}",
    "role": "b",
    "topics": ["a", "b"],
    "starts_0": "the first",
    "starts_1": "12:30",
    "ends_year": "2027",
    "ends_month": "2",
    "ends_day": "31",
    "version": "x",
    "noted": "then",
    "initial-noted": "2026-01-02",
}
MEMBERS = {
    "form-TOTAL_FORMS": "3",
    "form-INITIAL_FORMS": "1",
    "form-0-name": "",
    "form-0-role": "x",
    "form-1-name": HOSTILE,
    "form-2-name": "Ola",
    "form-2-DELETE": "on",
    "form-2-member_id": "x",
}
FORMS = {
    "unbound": EveryKind(initial={"minutes": UPLOADED}),
    "empty": EveryKind({}),
    "with errors": EveryKind(TYPED, initial={"minutes": UPLOADED}),
    "with a prefix": EveryKind({}, prefix="first"),
    "stacked formset": MemberFormSet(),
    "stacked formset with errors": MemberFormSet(MEMBERS),
    "table formset": MemberFormSet(prefix="table"),
    "table formset with errors": MemberFormSet(MEMBERS),
    "formset with a form missing": MemberFormSet({}),
    "filter": MunicipalityFilterForm(counties=CHOICES, districts=CHOICES),
    "filter with errors": MunicipalityFilterForm({"navn": "\0", "fylke": "x", "vis": "x"}),
}
with_errors = pytest.mark.parametrize("name", [name for name, form in FORMS.items() if form.is_bound])
all_forms = pytest.mark.parametrize("name", FORMS)


def rendered(form, **options):
    helper = getattr(form, "helper", None) or FormHelper()
    helper.disable_csrf = True
    for name, value in options.items():
        setattr(helper, name, value)
    return render_crispy_form(form, helper)


def html_of(name):
    template = "designsystemet/table_inline_formset.html" if "table" in name else None
    form = FORMS[name]
    buttons = {} if hasattr(form, "helper") else {"inputs": [Submit("send", "Send")]}
    return rendered(form, template=template, **buttons)


@all_forms
def test_every_control_has_a_label_and_looks_like_the_design_system(name):
    document = Document(html_of(name))
    for control in document.controls():
        assert document.one("label", for_=control.attrs["id"]).text.strip()
        assert "ds-input" in control.attrs["class"].split()


@all_forms
def test_every_group_has_a_legend(name):
    document = Document(html_of(name))
    for fieldset in document.all("fieldset"):
        (legend,) = [e for e in document.all("legend") if e.around[-1] is fieldset]
        assert legend.text.strip()


@all_forms
def test_ids_are_unique_and_whatever_refers_to_one_finds_it(name):
    document = Document(html_of(name))
    ids = [e.attrs["id"] for e in document.elements if "id" in e.attrs]
    assert len(ids) == len(set(ids))
    for element in document.elements:
        targets = [element.attrs.get("for"), *(element.attrs.get("aria-describedby") or "").split()]
        targets += [element.attrs.get("aria-labelledby"), element.attrs.get("href", "").partition("#")[2]]
        assert {target for target in targets if target} <= set(ids)


@with_errors
def test_every_error_is_beside_its_field_and_read_out_with_it(name):
    document = Document(html_of(name))
    wrong = [e for e in document.controls() if e.attrs.get("aria-invalid") == "true"]
    told = {e.attrs["id"] for control in wrong for e in document.described_by(control)}
    messages = document.all(data_field="validation")
    assert {e.attrs["id"] for e in messages} == {id_ for id_ in told if id_.endswith("_error")}
    for control in wrong:
        message = next(e for e in document.described_by(control) if e.attrs["id"].endswith("_error"))
        assert message.around[-1] in control.around


@with_errors
def test_the_summary_gets_the_focus_and_links_to_every_field_in_error(name):
    document = Document(html_of(name))
    summary = document.one(class_="ds-error-summary")
    assert summary.attrs["tabindex"] == "-1"
    assert "autofocus" in summary.attrs
    targets = [document.one(id=e.attrs["href"][1:]) for e in document.all("a") if summary in e.around]
    assert all(e in document.controls() for e in targets)
    wrong = {e.attrs["id"] for e in document.all(data_field="validation")}
    assert wrong == {e.attrs["id"] for target in targets for e in document.described_by(target)} & wrong


class Reordered(forms.Form):
    first = forms.CharField()
    second = forms.CharField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout("second", Row("first"))


def test_the_summary_tells_errors_in_the_order_of_the_page():
    document = Document(rendered(Reordered({})))
    summary = document.one(class_="ds-error-summary")
    assert [e.text.split(":")[0] for e in document.all("a") if summary in e.around] == ["Second", "First"]


def test_the_summary_repeats_what_was_typed_also_where_it_looks_like_markup():
    form = forms.Form({})
    form.fields["text"] = forms.CharField(required=False)
    form.add_error("text", "«<script>» is not allowed.")
    form.add_error("text", format_html('Already in <a href="/">{}</a>.', "Valle"))
    document = Document(rendered(form))
    summary = document.one(class_="ds-error-summary")
    told = [e.text for e in document.all("a") if summary in e.around]
    assert told == ["Text: «<script>» is not allowed.", "Text: Already in Valle."]


def test_all_forms_are_valid_html():
    assert invalid({name: PAGE.format(html_of(name)) for name in FORMS}) == []


@all_forms
def test_nothing_is_left_of_other_frameworks_and_no_value_becomes_markup(name):
    html = html_of(name).lower()
    assert not [word for word in NEVER_IN_OUR_MARKUP if word in html]


def test_what_was_typed_is_still_there_after_an_error():
    document = Document(html_of("with errors"))
    assert document.one(id="id_name").attrs["value"] == "Kari Nordmann"
    assert document.one(id="id_age").attrs["value"] == "17"
    assert document.one(id="id_about").text.strip() == f"</textarea>{HOSTILE}"
    assert document.one(id="id_starts_0").attrs["value"] == "the first"
    checked = {e.attrs["id"] for e in document.controls() if "checked" in e.attrs}
    assert checked == {"id_role_1", "id_topics_0", "id_topics_1", "id_kind_0"}
    selected = [(e.around[-1].attrs["id"], e.attrs["value"]) for e in document.all("option") if "selected" in e.attrs]
    assert {("id_place", "b"), ("id_ends_year", "2027"), ("id_ends_day", "31")} <= set(selected)


def test_rendering_twice_changes_nothing():
    form = EveryKind({})
    assert rendered(form) == rendered(form) == rendered(EveryKind({}))
    assert "class" not in EveryKind.base_fields["name"].widget.attrs


def test_what_concerns_no_field_in_sight_is_told_in_the_summary_without_a_link():
    document = Document(html_of("with errors"))
    summary = document.one(class_="ds-error-summary")
    linked = {e.around[-1].text for e in document.all("a") if summary in e.around}
    told = [e.text.strip() for e in document.all("li") if summary in e.around and e.text not in linked]
    assert told == ["The two do not agree.", "Version: Enter a whole number."]


def test_optional_is_said_in_words_and_only_where_one_could_wonder():
    document = Document(rendered(EveryKind()))
    marked = {e.text for e in document.all("label", "legend") if "(optional)" in e.text}
    optional = ["Email", "Places", "Area", "Ends", "Known", "Picture"]
    assert marked == {f"{label} (optional)" for label in optional}


def test_the_word_is_left_out_where_everything_is_optional():
    assert "(optional)" not in html_of("filter")


def test_parts_of_a_date_are_named():
    document = Document(html_of("unbound"))
    ids = ["id_starts_0", "id_starts_1", "id_ends_month", "id_ends_day", "id_ends_year"]
    assert [document.one("label", for_=id_).text for id_ in ids] == ["Date", "Time", "Month", "Day", "Year"]


def test_a_file_already_there_is_linked_and_can_be_removed_only_where_that_is_allowed():
    class Upload(forms.Form):
        minutes = forms.FileField(required=False)

    document = Document(rendered(Upload(initial={"minutes": UPLOADED})))
    assert document.one("a").attrs["href"] == UPLOADED.url
    assert document.one("label", for_="minutes-clear_id").text == "Remove minutes <1>.pdf"
    assert not Document(html_of("unbound")).all(id="minutes-clear_id")


def test_a_disabled_group_is_disabled_as_a_whole():
    document = Document(html_of("unbound"))
    assert "disabled" in document.one("fieldset", id="id_kind").attrs
    assert "disabled" in document.one(id="id_decided").attrs
    assert "readonly" in document.one(id="id_number").attrs


def test_a_hidden_first_value_follows_the_field():
    assert Document(html_of("unbound")).one(name="initial-noted").attrs["type"] == "hidden"


@pytest.mark.parametrize("name", ["stacked formset with errors", "table formset with errors"])
def test_in_a_formset_every_row_is_told_apart(name):
    document = Document(html_of(name))
    assert document.one(name="form-TOTAL_FORMS").attrs["value"] == "3"
    assert document.one(name="form-2-member_id").attrs["type"] == "hidden"
    links = [e.text for e in document.all("a")]
    assert "Row 1, Name: This field is required." in links
    removal = document.one(id="id_form-1-DELETE")
    row = [e.text for e in document.all("legend") if removal.around[-2] is e.around[-1]]
    assert [*row, document.one("label", for_="id_form-1-DELETE").text][-2:] in (["Row 2", "Delete"], ["Delete, Row 2"])


def test_rows_are_called_what_the_helper_calls_them():
    assert [e.text for e in Document(rendered(MemberFormSet(), row_name="Member")).all("legend")] == ["Member 1"]


def test_a_formset_with_a_layout_still_has_its_hidden_fields_and_deletion():
    document = Document(rendered(MemberFormSet(), layout=Layout(Row("name", "role"))))
    assert document.one(id="id_form-0-DELETE")
    assert document.one(id="id_form-0-member_id")
    assert not document.all(id="id_form-0-chair")


def test_layouts_and_buttons():
    layout = Layout(
        Fieldset("Who & what", Div("name", css_id="who"), Row(Column("email"), Column(Field("age", data_size="sm")))),
        HTML("<p>Between</p>"),
        Field("about", css_class="tall", wrapper_class="broad"),
        FormActions(Submit("save", "Save"), Button("back", "Back", css_class="quiet", data_variant="secondary")),
    )
    html = rendered(EveryKind(), layout=layout)
    document = Document(html)
    assert document.one("legend").text == "Who & what"
    assert document.one(id="id_age").attrs["data-size"] == "sm"
    assert document.one(id="id_about").attrs["class"] == "ds-input tall"
    assert document.one(id="id_about").around[-1].attrs["class"] == "ds-field broad"
    assert [e.attrs["type"] for e in document.all("button")] == ["submit", "button"]
    assert document.one("button", name="back").attrs["class"] == "ds-button quiet"
    assert not [word for word in NEVER_IN_OUR_MARKUP if word in html]
    assert invalid({"layout": PAGE.format(html)}) == []


def test_labels_left_out_are_still_read_out():
    label = Document(rendered(EveryKind(), form_show_labels=False)).one("label", for_="id_name")
    assert label.attrs["class"] == "ds-label ds-sr-only"


def test_the_form_element_says_what_the_helper_says():
    form = Document(rendered(EveryKind(), form_action="/save/", form_id="every", form_class="wide")).one("form")
    assert form.attrs["action"] == "/save/"
    assert form.attrs["id"] == "every"
    assert form.attrs["class"] == "form wide"
    assert form.attrs["enctype"] == "multipart/form-data"
    assert "novalidate" in form.attrs


def test_a_posted_form_carries_the_token():
    html = render_crispy_form(EveryKind(), FormHelper(), {"csrf_token": "secret"})
    assert Document(html).one(name="csrfmiddlewaretoken").attrs["value"] == "secret"


def test_the_filters_of_crispy_give_the_same_fields():
    source = (
        "{% load crispy_forms_filters %}{{ form|crispy }}{{ form.name|as_crispy_field }}{{ form|as_crispy_errors }}"
    )
    document = Document(Template(source).render(Context({"form": EveryKind({})})))
    assert len(document.all(id="id_name")) == 2
    assert len(document.all(class_="ds-error-summary")) == 2


def test_the_filter_shows_what_was_asked_and_only_that_comes_into_the_address():
    form = MunicipalityFilterForm(
        {"navn": HOSTILE, "fylke": "troms", "vis": "politidistrikt"}, counties=[("troms", "Troms")]
    )
    assert form.is_valid()
    document = Document(rendered(form))
    assert document.one("form").attrs["method"] == "get"
    assert document.one(name="navn").attrs["value"] == HOSTILE
    assert document.one(name="vis").attrs["value"] == "politidistrikt"
    assert [e.attrs["name"] for e in document.elements if "name" in e.attrs] == ["vis", "navn", "fylke", "distrikt"]


def test_the_filter_groups_by_county_unless_told_otherwise():
    form = MunicipalityFilterForm({})
    assert form.is_valid()
    assert form.cleaned_data == {"navn": "", "fylke": "", "distrikt": "", "vis": "fylke"}
    assert not Document(rendered(form)).all(name="vis")


@pytest.mark.parametrize("data", [{"navn": "a\0b"}, {"navn": "x" * 101}, {"fylke": "oslo"}, {"vis": "kart"}])
def test_the_filter_refuses_what_it_does_not_know(data):
    assert list(MunicipalityFilterForm(data).errors) == list(data)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield
