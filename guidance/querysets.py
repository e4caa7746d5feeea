"""Every query of this app that has a name, as the domain says it.

- `visible_to`, `editable_by`: the editing pages; see scopes.py.
- `published`: everyone.
"""

from django.db.models import Case, Exists, Max, OuterRef, Q, Subquery, Sum, When

from contacts.querysets import LedQuerySet, ScopedQuerySet


def scopes():
    """Imported late: models import this module, and scopes.py imports models."""
    from guidance import scopes

    return scopes


class OfResourceQuerySet(LedQuerySet):
    """Rows that belong to a resource, at the end of `path`, and are reached by whoever keeps or audits that."""

    path = "resource__"

    def visible_to(self, access):
        return self.filter(scopes().resources(access, *scopes().READERS, path=self.path))

    def editable_by(self, access):
        return self.filter(scopes().resources(access, *scopes().KEEPERS, path=self.path))


class ResourceQuerySet(OfResourceQuerySet):
    path = ""

    def published(self, on):
        """Those that have been published and are not archived."""
        from guidance.models import Edition

        published = Edition.objects.published(on).filter(resource=OuterRef("pk"))
        return self.filter(Exists(published), archived_on__isnull=True)

    def kept(self):
        return self.filter(archived_on__isnull=True)

    def due(self, on):
        """Published, and to be reviewed by this day."""
        return self.published(on).filter(review_on__lte=on)

    def for_desk(self, on):
        """Each with what it is called, and how far it has come (see states.py): `is_out`, `open_status`,
        `scheduled_on`."""
        from guidance.models import Edition

        of_it = Edition.objects.filter(resource=OuterRef("pk")).order_by("-number")
        return self.with_titles_on_desk().annotate(
            is_out=Exists(of_it.published(on)),
            open_status=Subquery(of_it.open().values("status")[:1]),
            scheduled_on=Subquery(of_it.scheduled(on).values("publish_on")[:1]),
        )

    def with_titles_on_desk(self):
        """Each with the title of its newest text, a draft too, and the language of that: `desk_title`,
        `desk_language`."""
        from guidance.models import Text

        texts = Text.objects.filter(edition__resource=OuterRef("pk")).order_by("-edition__number", _preferred_first())
        return self.annotate(
            desk_title=Subquery(texts.values("title")[:1]), desk_language=Subquery(texts.values("language")[:1])
        )

    def with_titles_for_all(self, on):
        """Each with `title_for_all`, by which readers know or knew it, and `language_for_all`."""
        from guidance.models import Edition, Text

        texts = Text.objects.filter(edition__in=Edition.objects.newest_published(on), edition__resource=OuterRef("pk"))
        texts = texts.order_by(_preferred_first())
        return self.annotate(
            title_for_all=Subquery(texts.values("title")[:1]), language_for_all=Subquery(texts.values("language")[:1])
        )

    def lacking(self, language, on):
        """Published, and not in this language."""
        from guidance.models import Edition

        here = Edition.objects.current(on).filter(resource=OuterRef("pk"), texts__language=language)
        return self.published(on).filter(~Exists(here))


def _preferred_first():
    """Of texts: those in the language of the page, then those that stand in for it."""
    from guidance.choices import preferred

    return Case(*(When(language=language, then=place) for place, language in enumerate(preferred())))


class EditionQuerySet(OfResourceQuerySet):
    def open(self):
        return self.exclude(status="approved")

    def in_review(self):
        return self.filter(status="review")

    def waiting_for(self, user_id):
        """In review, and not sent there by this user: another pair of eyes is wanted."""
        return self.in_review().exclude(submitted_by=user_id)

    def sent_back_to(self, user_id):
        return self.filter(status="draft", submitted_by=user_id).exclude(remark="")

    def drafts_of(self, user_id):
        """Begun or last sent to review by this user, and not sent back."""
        return self.filter(Q(written_by=user_id) | Q(submitted_by=user_id), status="draft", remark="")

    def scheduled(self, on):
        return self.filter(status="approved", publish_on__gt=on)

    def published(self, on):
        """Those that everyone may read, or could before a newer one."""
        return self.filter(status="approved", publish_on__lte=on)

    def newest_published(self, on):
        """Of each resource, also of one that is archived: the highest number among those whose day has come."""
        newest = self.model.objects.published(on).filter(resource=OuterRef("resource"))
        return self.published(on).filter(~Exists(newest.filter(number__gt=OuterRef("number"))))

    def current(self, on):
        """The one that is public, of each resource."""
        return self.newest_published(on).filter(resource__archived_on__isnull=True)

    def next_number(self, resource):
        return (self.filter(resource=resource).aggregate(last=Max("number"))["last"] or 0) + 1


class PublisherQuerySet(ScopedQuerySet):
    """Publishers are the library's: every keeper of something in it chooses among them, its editor changes them."""

    def visible_to(self, access):
        return self if access.has(*scopes().READERS) else self.none()

    def editable_by(self, access):
        return self if access.has(*scopes().EDITORS) else self.none()


class CheckedLinkQuerySet(ScopedQuerySet):
    def visible_to(self, access):
        return self if access.has(*scopes().EDITORS) or access.is_everywhere(*scopes().AUDITORS) else self.none()

    def due(self, on):
        return self.filter(Q(next_check_on__isnull=True) | Q(next_check_on__lte=on))

    def broken(self):
        return self.filter(status="broken")

    def check_again(self, on):
        """At the next run, whatever day they had. How many."""
        return self.update(next_check_on=on)


class MissedWordQuerySet(ScopedQuerySet):
    def visible_to(self, access):
        return self if access.has(*scopes().EDITORS) or access.is_everywhere(*scopes().AUDITORS) else self.none()

    def summed(self, since, at_least):
        """(word, times) of each day since then together, the most wanted first."""
        sums = self.filter(day__gte=since).values_list("word").annotate(times=Sum("count"))
        return sums.filter(times__gte=at_least).order_by("-times", "word")
