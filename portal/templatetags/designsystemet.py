"""What the form templates in templates/designsystemet ask of a bound field. No widget is ever changed: forms are
classes, and what is written on a widget in one request would be there in the next."""

from copy import copy

from crispy_forms.utils import flatatt
from django import forms, template
from django.forms.boundfield import BoundWidget
from django.utils.html import strip_tags
from django.utils.safestring import SafeData
from django.utils.translation import gettext_lazy as _

register = template.Library()

# The first that fits: some of these are also one of the others.
TEMPLATES = [
    (forms.CheckboxInput, "checkbox"),
    (forms.ClearableFileInput, "file"),
    (forms.RadioSelect, "options"),
    ((forms.MultiWidget, forms.SelectDateWidget), "several"),
    (forms.Widget, "single"),
]
PART_LABELS = {forms.DateInput: _("Date"), forms.TimeInput: _("Time")}
DATE_PART_LABELS = {"year": _("Year"), "month": _("Month"), "day": _("Day")}
CLASSES_OF_OTHER_FRAMEWORKS = {"btn", "btn-primary", "btn-inverse"}


@register.filter
def field_template(field):
    name = next(name for widgets, name in TEMPLATES if isinstance(field.field.widget, widgets))
    return f"designsystemet/parts/{name}.html"


@register.simple_tag
def control(field):
    """The field's <input>, <select> or <textarea>."""
    widget = field.field.widget
    if isinstance(widget, forms.ClearableFileInput):
        widget = copy(widget)
        widget.template_name = forms.FileInput.template_name
    html = field.as_widget(widget, attrs=dressed(widget.attrs))
    if field.field.show_hidden_initial:
        html += field.as_hidden(only_initial=True)
    return html


def dressed(attrs):
    """With the design system's class, and as wide as there is room for: `cols` would fix the width of a textarea."""
    return {"class": f"ds-input {attrs.get('class', '')}".strip(), "cols": False}


def context_of(field):
    """What Django would render the widget from."""
    widget = field.field.widget
    attrs = field.build_widget_attrs({"id": widget.attrs.get("id") or field.auto_id})
    return widget.get_context(field.html_name, field.value(), attrs)["widget"]


def part_of(field, part):
    part = part | {"attrs": part["attrs"] | dressed(part["attrs"])}
    return BoundWidget(field.field.widget, part, field.form.renderer)


@register.filter
def current_file(field):
    return context_of(field)


@register.filter
def option_groups(field):
    """Radio buttons or checkboxes: [(group or None, [option, …]), …]"""
    return [
        (group, [part_of(field, option) for option in options])
        for group, options, _index in context_of(field)["optgroups"]
    ]


@register.filter
def labelled_parts(field):
    """A date and a time, or a year, a month and a day: [(label, control), …]"""
    parts = context_of(field)["subwidgets"]
    return [(part_label(field, index, part), part_of(field, part)) for index, part in enumerate(parts)]


def part_label(field, index, part):
    if isinstance(field.field.widget, forms.SelectDateWidget):
        return DATE_PART_LABELS[part["name"].rpartition("_")[2]]
    subfields = getattr(field.field, "fields", ())
    if index < len(subfields) and subfields[index].label:
        return subfields[index].label
    widget = field.field.widget.widgets[index]
    return next(
        (label for kind, label in PART_LABELS.items() if isinstance(widget, kind)), f"{field.label} {index + 1}"
    )


@register.filter
def first_control_id(field):
    """Where a link to the field leads: to what one can type in or choose, so that it gets the focus."""
    match field_template(field).rpartition("/")[2]:
        case "options.html":
            first = next((option for _group, options in option_groups(field) for option in options), None)
        case "several.html":
            first = next((part for _label, part in labelled_parts(field)), None)
        case _:
            return field.id_for_label
    return first.id_for_label if first else field.auto_id


@register.filter
def as_on_the_page(form):
    """Its fields in the order in which they stand on the page: as the layout has them, if there is one."""
    layout = getattr(getattr(form, "helper", None), "layout", None)
    names = [pointer.name for pointer in layout.get_field_names()] if layout else []
    return sorted(form, key=lambda field: names.index(field.name) if field.name in names else len(names))


@register.filter
def without_markup(error):
    """What looks like markup in an error is what somebody typed, unless the error is marked as HTML itself."""
    return strip_tags(error) if isinstance(error, SafeData) else error


@register.filter
def own_attributes(attrs):
    """The helper's attributes for <form>, without those the template writes itself."""
    return flatatt({name: value for name, value in attrs.items() if name not in {"class", "novalidate"}})


@register.filter
def button_classes(button):
    """Crispy gives every button the classes of Bootstrap."""
    own = [name for name in button.field_classes.split() if name not in CLASSES_OF_OTHER_FRAMEWORKS]
    return " ".join(["ds-button", *own])


@register.simple_tag(takes_context=True)
def row_name(context, number):
    """What a row of a formset is called: "Member 2" where the helper has `row_name = _("Member")`."""
    name = context.get("row_name") or _("Row")
    return f"{name} {number}"
