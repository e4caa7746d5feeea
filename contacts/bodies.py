"""The bodies of a municipality, for roles that are for one of them only (decision 0037).

This app knows no councils and no SLT. An app that has bodies says which model they are, with an address (`slug`) that
no body of another model has, a `name`, and `of_municipalities(ids, on)` on its rows.
"""

from django.db.models import CharField, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from contacts.folding import norwegian_order

_models = []
_coordinated = []


def register(model, *, is_coordinated=False):
    """For `AppConfig.ready`. `is_coordinated`: its coordinators are contact points, and a role that is for one of them
    keeps those too."""
    _models.append(model)
    if is_coordinated:
        _coordinated.append(model)


def is_coordinated(slug):
    """Whether this is the address of one with coordinators, as a condition on a query of whatever rows."""
    condition = Q(pk__in=[])
    for model in _coordinated:
        condition |= Q(Exists(model.objects.filter(slug=slug)))
    return condition


def every():
    """All bodies, as a list of querysets."""
    return [model.objects.all() for model in _models]


def with_names(rows):
    """Each with `body_name`: what the body that it is for is called; in the same query."""
    names = [Subquery(bodies.filter(slug=OuterRef("body")).values("name")[:1]) for bodies in every()]
    return rows.annotate(body_name=Coalesce(*names, Value(None, CharField(null=True)), output_field=CharField()))


def names_of(slugs):
    """{address: name} of those of them that there are."""
    return dict(row for bodies in every() for row in bodies.filter(slug__in=slugs).values_list("slug", "name"))


def name_of(slug):
    for bodies in every():
        if name := bodies.filter(slug=slug).values_list("name", flat=True).first():
            return name
    return slug


def choices(municipality_ids, on):
    """The bodies of these municipalities today, as (address, name), by name."""
    found = {body.slug: body.name for bodies in every() for body in bodies.of_municipalities(municipality_ids, on)}
    return sorted(found.items(), key=lambda choice: norwegian_order(choice[1]))


def is_of(slug, municipality_id, on):
    return any(bodies.of_municipalities([municipality_id], on).filter(slug=slug).exists() for bodies in every())
