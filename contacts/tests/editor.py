"""Somebody at a page of the admin."""

import re

from django.test import Client
from django.urls import reverse


class Editor:
    """Somebody with the page of a row open: what they send is what the page holds, but for what they type."""

    def __init__(self, user, row):
        self.client = Client()
        self.client.force_login(user)
        self.url = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
        self.page = self.client.get(self.url)

    def save(self, **typed):
        self.sent = self.fields() | {"_save": ""} | typed
        self.page = self.client.post(self.url, self.sent)
        return self.page

    def fields(self):
        """As the browser would send them, the version included."""
        context = self.page.context
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        forms = [context["adminform"].form, *(form for formset in formsets for form in formset.forms)]
        sent = {field.html_name: shown(field) for form in forms for field in form}
        for formset in formsets:
            sent |= {field.html_name: shown(field) for field in formset.management_form}
        return {name: value for name, value in sent.items() if value != ""} | hidden_fields(self.page)


def shown(field):
    value = field.value()
    if value is True:
        return "on"
    return "" if value in (None, False) else value


def hidden_fields(page):
    inputs = re.findall(r"<input type=\"hidden\" [^>]*>", page.content.decode())
    named = [(re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)) for tag in inputs]
    return {name[1]: value[1] for name, value in named if name and value and "csrf" not in name[1]}
