"""What a browser would send from a page: every field of its form, as it stands there."""

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """The forms of a page that are sent, each as its fields and their values."""

    def __init__(self, html):
        super().__init__()
        self.forms, self.form, self.select, self.textarea = [], None, None, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.form = {} if attrs.get("method", "").lower() == "post" else None
            self.forms += [] if self.form is None else [self.form]
        elif self.form is not None and tag in READERS:
            READERS[tag](self, attrs)

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.textarea = None

    def handle_data(self, data):
        if self.textarea:
            self.form[self.textarea][-1] += data.removeprefix("\n")

    def read_input(self, attrs):
        is_chosen = attrs.get("type") not in ("checkbox", "radio") or "checked" in attrs
        if attrs.get("type") not in ("submit", "file", "image", "button") and is_chosen:
            self.keep(attrs.get("name"), attrs.get("value", "on" if attrs.get("type") == "checkbox" else ""))

    def read_select(self, attrs):
        self.select, self.is_single, self.is_untouched = attrs.get("name"), "multiple" not in attrs, True

    def read_option(self, attrs):
        """Of a single choice the first counts, unless another is chosen."""
        if self.select and "selected" in attrs:
            chosen = [] if self.is_single else self.form.get(self.select, [])
            self.form[self.select] = [*chosen, attrs.get("value", "")]
        elif self.select and self.is_single and self.is_untouched:
            self.form[self.select] = [attrs.get("value", "")]
        self.is_untouched = False

    def read_textarea(self, attrs):
        self.textarea = attrs.get("name")
        self.keep(self.textarea, "")

    def keep(self, name, value):
        if name:
            self.form.setdefault(name, []).append(value or "")


READERS = {
    "input": FormReader.read_input,
    "select": FormReader.read_select,
    "option": FormReader.read_option,
    "textarea": FormReader.read_textarea,
}


def largest_form(html):
    """The one a page is about; a page without any has an empty one."""
    return max(FormReader(html).forms, key=len, default={})
