"""Which histories are told with that of a resource or of an edition."""

from contacts import histories
from guidance.models import Edition, Picture, Resource, Source, Text


def connect():
    histories.register(Resource, of_resource, {Source: "title", Picture: "credit", Edition: "number"})
    histories.register(Edition, of_edition, {Text: "language"})


def of_resource(resource, access):
    return [model.history.filter(resource=resource.pk) for model in (Source, Picture, Edition)]


def of_edition(edition, access):
    return [Text.history.filter(edition=edition.pk)]
