"""What somebody sends who has a page open: everything that its forms hold, but for what they type."""


def sent(page, **typed):
    """The fields of every bound or unbound form and formset of the page's context, as a browser would send them."""
    fields = {}
    for form in forms_of(page):
        fields |= {field.html_name: shown(field) for field in form}
    return {name: value for name, value in fields.items() if value not in ("", [])} | typed


def forms_of(page):
    for name in ("form", "objectives", "formset", "knowledge"):
        found = page.context.get(name) if page.context else None
        if hasattr(found, "management_form"):
            yield found.management_form
            yield from found.forms
        elif found is not None and hasattr(found, "fields"):
            yield found


def shown(field):
    value = field.value()
    if value is True:
        return "on"
    if isinstance(value, list):
        return value
    return "" if value is None or value is False else str(value)
