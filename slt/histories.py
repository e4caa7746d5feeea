"""Which histories are told with that of a scheme or of a group."""

from contacts import histories
from councils.models import BodyMunicipality, Member
from slt.models import Coordinator, Group, Representation, Scheme, SchemeMunicipality


def connect():
    histories.register(Scheme, of_scheme, {SchemeMunicipality: "municipality", Coordinator: "contact_point"})
    histories.register(Group, of_group, {Representation: "agency"})


def of_scheme(scheme, access):
    return [model.history.filter(scheme=scheme.pk) for model in (SchemeMunicipality, Coordinator)]


def of_group(group, access):
    return [
        BodyMunicipality.history.filter(body=group.pk),
        Member.history.filter(body=group.pk),
        Representation.history.filter(group=group.pk),
    ]
