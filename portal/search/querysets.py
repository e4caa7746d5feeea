from django.db import models
from django.db.models import Q

from portal.search import tables


class DocumentQuerySet(models.QuerySet):
    def current(self, on):
        """What is public on this day. An edition that is to be published waits here for its day."""
        begun = Q(from_day__isnull=True) | Q(from_day__lte=on)
        return self.filter(begun, Q(to_day__isnull=True) | Q(to_day__gte=on))

    def matching(self, expression):
        """With `closeness`, the higher the closer, as the database has it. `expression`: see tables.py."""
        return tables.matching(self, expression)

    def of_owners(self, owners):
        return self.filter(owner__in=owners)
