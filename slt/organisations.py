"""Where an organisation is to be named, and people are not: the parties of a dialogue process."""

from collections import Counter

from django.utils.translation import gettext as _

from contacts.person_data.names import is_a_person
from contacts.person_data.shapes import Kind


class NamesOrganisations:
    """For forms of parties, here and on the editing pages. Elsewhere a field `name` is for people, and is not asked
    about; here it is, as any text, and also when it holds somebody's name and nothing more."""

    only_numbers = frozenset()

    def held_up_in(self, name, text):
        kinds, advice = super().held_up_in(name, text)
        if name == "name" and not advice and is_a_person(text):
            return Counter({Kind.NAME.value: 1}), [_told(text)]
        return kinds, advice


def _told(text):
    return _(
        "“%(name)s” looks like the name of a person. Write the organisation that they come from: people who take part "
        "are not named here."
    ) % {"name": text}
