"""What is missing in an area, over all apps: each gives its findings, and the page sorts, filters and files them."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.desk.entries import Choice
from contacts.desk.findings import Issue, areas, findings_of_contacts, in_order
from contacts.exchange.writing import Format, write
from councils.missing import findings_of_councils
from slt.missing import findings_of_schemes

# Each is called with (districts, municipalities, places) and gives rows with the attributes of a Finding.
SOURCES = [findings_of_contacts, findings_of_councils, findings_of_schemes]


@dataclass(frozen=True)
class Missing:
    """The findings of an area, and those of them that fit the filter. A filter that is not known fits nothing."""

    findings: list
    issue: str = ""
    topic: str = ""

    @property
    def shown(self):
        return [found for found in self.findings if self._fits(found, self.issue, self.topic)]

    def _fits(self, found, issue, topic):
        return issue in ("", found.issue) and topic in ("", found.topic)

    @property
    def issues(self):
        present = [(issue, issue.label) for issue in Issue if any(f.issue == issue for f in self.findings)]
        return [self._choice(label, issue, self.topic) for issue, label in [("", _("Everything")), *present]]

    @property
    def topics(self):
        present = {(found.topic, found.topic_name or found.topic_label) for found in self.findings}
        choices = [("", _("All functions")), *sorted(present, key=lambda topic: str(topic[1]))]
        return [self._choice(label, self.issue, topic) for topic, label in choices]

    def _choice(self, label, issue, topic):
        count = sum(self._fits(found, issue, topic) for found in self.findings)
        return Choice(label, count, self._query(issue, topic), (issue, topic) == (self.issue, self.topic))

    @property
    def query(self):
        return self._query(self.issue, self.topic)

    def _query(self, issue, topic):
        return f"?{urlencode({name: str(value) for name, value in (('issue', issue), ('topic', topic)) if value})}"


def missing_in(access, places, asked):
    districts, municipalities = areas(access, places)
    found = [row for source in SOURCES for row in source(districts, municipalities, places)]
    return Missing(in_order(found), asked.get("issue", ""), asked.get("topic", ""))


def as_csv(findings):
    headings = [_("Place"), _("Function"), _("What is missing"), _("Last verified"), _("Kept by")]
    return write([headings, *([str(cell) for cell in _cells(found)] for found in findings)], Format.CSV)


def _cells(found):
    since = date_format(found.since, "Y-m-d") if found.since else ""
    return found.place.full_name, found.topic_label, found.issue.label, since, found.keeper
