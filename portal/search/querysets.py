from django.db import connections, models
from django.db.models import Case, FloatField, Q, Value, When

from portal.search import tables


class DocumentQuerySet(models.QuerySet):
    def current(self, on):
        """What is public on this day. An edition that is to be published waits here for its day."""
        begun = Q(from_day__isnull=True) | Q(from_day__lte=on)
        return self.filter(begun, Q(to_day__isnull=True) | Q(to_day__gte=on))

    def matching(self, expression):
        """With `closeness`, the higher the closer, as the database has it. `expression`: see tables.py."""
        return tables.matching(self, expression)

    def some_matching(self, expression, keys):
        """The same where there are very many: of these `keys` and those with the words in their title, which come
        first.
        """
        in_title = tables.some(connections[self.db], expression, len(keys) // 2, in_title=True)
        closeness = Case(When(pk__in=in_title, then=Value(1.0)), default=Value(0.0), output_field=FloatField())
        return self.filter(pk__in={*in_title, *keys}).annotate(closeness=closeness)

    def some_of(self, expression, most):
        """Keys of so many that match on whatever day, in no order."""
        return tables.some(connections[self.db], expression, most)

    def of_owners(self, owners):
        return self.filter(owner__in=owners)
