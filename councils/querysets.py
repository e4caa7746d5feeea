"""Every query of this app that has a name, as the domain says it.

Three circles, and only these methods say who stands in which:
 - `visible_to`, `editable_by`: the editing pages. Who keeps a body's frame (its municipalities, members, year wheel)
   or its records (meetings and all that comes of them).
 - `readable_by`: also the members, who read what is internal, once it is called, held or adopted.
 - `public`: everyone.
"""

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery

from contacts.querysets import DatedQuerySet, LedQuerySet, ScopedQuerySet


def scopes():
    """Imported late: models import this module, and scopes.py imports models."""
    from councils import scopes

    return scopes


class OfBodyQuerySet(LedQuerySet):
    """Rows that belong to a body, at the end of `path`, and are reached by whoever keeps its records."""

    path = "body__"

    def visible_to(self, access):
        return self.filter(scopes().records(access, path=self.path))

    def editable_by(self, access):
        return self.filter(scopes().records(access, path=self.path))

    def of_readable_body(self, access):
        """Those of bodies whose internal records somebody may read: not yet whether these rows are for members."""
        return self.filter(scopes().readable(access, path=self.path))

    def readable_once(self, shown, access):
        """All for whoever keeps the records; for the members those of which the condition `shown` holds."""
        of_mine = scopes().readable(access, path=self.path)
        return self.filter(scopes().records(access, path=self.path) | shown & of_mine)


class OfFrameQuerySet(OfBodyQuerySet):
    """Rows of a body's frame: also for those who keep the council itself, but not what is said in it."""

    def visible_to(self, access):
        return self.filter(scopes().frame_seen(access, path=self.path))

    def editable_by(self, access):
        return self.filter(scopes().frame_kept(access, path=self.path))


class BodyQuerySet(OfFrameQuerySet):
    path = ""

    def kept_by(self, access):
        """Those whose records somebody keeps."""
        return self.filter(scopes().records(access, path=""))

    def read_by(self, access):
        """Those whose internal records somebody may read."""
        return self.filter(scopes().readable(access, path=""))

    def of_municipalities(self, ids, on):
        from councils.models import BodyMunicipality

        areas = BodyMunicipality.objects.current(on).filter(municipality__in=ids)
        return self.filter(pk__in=areas.values("body"))


class CouncilQuerySet(BodyQuerySet):
    def active(self):
        return self.filter(status="active")


class BodyMunicipalityQuerySet(DatedQuerySet, OfFrameQuerySet):
    pass


class MemberQuerySet(DatedQuerySet, OfFrameQuerySet):
    def to_confirm(self, election, on):
        """Elected members of today whose term ended with this election, and who were not confirmed since."""
        elected = self.current(on).filter(is_elected=True, valid_from__lte=election)
        return elected.exclude(confirmed_on__gt=election)


class LegalBasisQuerySet(ScopedQuerySet):
    """Everybody who keeps records chooses among them; the list is administered for the whole country."""

    def visible_to(self, access):
        return self if access else self.none()

    def editable_by(self, access):
        return self if scopes().administers_country(access) else self.none()

    def current(self):
        return self.filter(is_current=True)

    def to_choose(self, chosen):
        """Those that hold today, and the one that was chosen before."""
        return self.filter(Q(is_current=True) | Q(pk=chosen))


# Of which the minutes are approved: what members may read of them, and what may be published.
WITH_APPROVED_MINUTES = ("approved", "published", "correcting")
SHOWN_TO_MEMBERS = ("called", "held", "draft", "checked", *WITH_APPROVED_MINUTES, "cancelled")


class MeetingQuerySet(OfBodyQuerySet):
    def public(self):
        """Those that everyone may see: called, and not internal."""
        return self.filter(status__in=SHOWN_TO_MEMBERS, visibility="public", called_at__isnull=False)

    def readable_by(self, access):
        """Those that the members may see, and all for whoever keeps the records."""
        return self.readable_once(Q(status__in=SHOWN_TO_MEMBERS, called_at__isnull=False), access)

    def for_list(self):
        return self.select_related("body")

    def for_page(self):
        """With everything that disclosure/ may show of it: `numbered_items` and `published_versions`, newest first.

        An item without a number was added after the notice, and is not yet announced.
        """
        from councils.models import ActionItem, AgendaItem, MinutesVersion

        actions = Prefetch("action_items", ActionItem.objects.with_when_written())
        items = AgendaItem.objects.numbered().select_related("legal_basis").prefetch_related("files", actions)
        versions = MinutesVersion.objects.order_by("-number").prefetch_related("texts")
        return self.for_list().prefetch_related(
            Prefetch("items", items, to_attr="numbered_items"),
            Prefetch("versions", versions, to_attr="published_versions"),
        )

    def for_minutes(self):
        """With everything that is written on the page of the minutes, in a number of queries that stays the same."""
        from councils.models import AgendaItem, Attendance, CarriedItem

        items = AgendaItem.objects.select_related("legal_basis").prefetch_related("action_items", "files")
        attendance = Attendance.objects.select_related("member").prefetch_related("items")
        carried = CarriedItem.objects.select_related("action_item")
        return self.select_related("body").prefetch_related(
            Prefetch("items", items), Prefetch("attendance", attendance), Prefetch("carried", carried)
        )


class AgendaItemQuerySet(OfBodyQuerySet):
    def numbered(self):
        return self.filter(case_number__isnull=False)

    def for_agenda(self):
        """With what a line of the agenda shows, in two queries however many there are."""
        return self.select_related("legal_basis").prefetch_related("files").order_by("position", "pk")

    def public(self):
        """Items whose text everyone may read, of meetings that everyone may see."""
        from councils.models import Meeting

        return self.filter(visibility="public", meeting__in=Meeting.objects.public())

    def readable_by(self, access):
        """Items that the members may read. Their minutes, only once approved (see disclosure/)."""
        from councils.models import Meeting

        return self.filter(meeting__in=Meeting.objects.readable_by(access))


class AttachmentQuerySet(OfBodyQuerySet):
    def public(self):
        from councils.models import AgendaItem, Agreement

        return self.filter(Q(item__in=AgendaItem.objects.public()) | Q(agreement__in=Agreement.objects.public()))

    def readable_by(self, access):
        from councils.models import AgendaItem

        of_items = Q(item__in=AgendaItem.objects.readable_by(access))
        of_agreements = Q(agreement__isnull=False) & scopes().readable(access, path="body__")
        return self.filter(of_items | of_agreements | Q(pk__in=self.public().values("pk")))


class ActionItemQuerySet(OfBodyQuerySet):
    def open(self):
        return self.filter(status__in=["open", "ongoing"])

    def closed(self):
        return self.exclude(status__in=["open", "ongoing"])

    def overdue(self, on):
        return self.open().filter(due__lt=on)

    def with_when_written(self):
        """`written_at` is None once the history of that time is cleared."""
        first = self.model.history.filter(id=OuterRef("pk"), history_type="+").order_by("history_id")
        return self.annotate(written_at=Subquery(first.values("history_date")[:1]))

    def for_list(self):
        """The most urgent first, with the item each came from."""
        return self.select_related("item__meeting", "body").order_by(F("due").asc(nulls_last=True), "pk")

    def readable_by(self, access):
        return self.of_readable_body(access)


class FrozenQuerySet(OfBodyQuerySet):
    """Published texts: added, read, and never changed. Two doors lead past that, each for one service alone."""

    def update(self, **values):
        raise _published()

    def delete(self):
        raise _published()

    delete.queryset_only = True

    def forget(self):
        """For `visibility.make_exempt`, and for what is deleted once the archive has it: gone, not changed."""
        return super().delete()

    forget.queryset_only = True

    def rename(self, title):
        """For `visibility.make_exempt`: the title was not neutral."""
        return super().update(title=title)


def _published():
    from councils.models import Published

    return Published()


class MinutesTextQuerySet(FrozenQuerySet):
    path = "item__body__"

    def newest(self):
        """Those of the newest version of their meeting."""
        from councils.models import MinutesVersion

        newer = MinutesVersion.objects.filter(
            meeting=OuterRef("version__meeting"), number__gt=OuterRef("version__number")
        )
        return self.filter(~Exists(newer))

    def public(self):
        from councils.models import AgendaItem

        return self.newest().filter(item__in=AgendaItem.objects.public())

    def decisions(self):
        """What councils concluded in public items, the newest first."""
        return (
            self.public()
            .filter(item__body__kind=scopes().COUNCIL)
            .exclude(conclusion="")
            .select_related("item__meeting__body")
            .order_by("-item__meeting__date", "item__body", "item__position", "item")
        )


class StrategyQuerySet(DatedQuerySet, OfBodyQuerySet):
    def public(self):
        """A strategy is public from its adoption on."""
        return self.exclude(status="draft")

    def in_force(self, on):
        return self.filter(status__in=["adopted", "revision"]).current(on)

    def for_page(self):
        """With what disclosure/ may show of it: also the public strategies and plans that followed it."""
        from councils.models import Meeting, Plan, Strategy

        public_meeting = Meeting.objects.public().filter(items=OuterRef("adopted_in"))
        successors = Strategy.objects.public().select_related("body")
        plans = Plan.objects.public().select_related("body")
        return (
            self.select_related("body", "adopted_in__meeting__body", "predecessor__body")
            .annotate(was_adopted_publicly=Exists(public_meeting))
            .prefetch_related(
                "objectives",
                Prefetch("successors", successors, to_attr="public_successors"),
                Prefetch("plans", plans, to_attr="public_plans"),
            )
        )

    def over(self, on):
        """Those whose last day has passed, and that do not say so yet."""
        return self.filter(status__in=["adopted", "revision"], valid_to__lt=on)

    def to_be_reviewed(self, on):
        """Those in force whose day of review has come."""
        return self.in_force(on).filter(review_on__lte=on)

    def readable_by(self, access):
        """By the members, once adopted."""
        return self.readable_once(~Q(status="draft"), access)

    def for_list(self):
        return self.select_related("body", "adopted_in__meeting", "predecessor")


class PlanQuerySet(DatedQuerySet, OfBodyQuerySet):
    def public(self):
        return self.filter(visibility="public").exclude(status="draft")

    def for_page(self):
        return self.select_related("body", "strategy__body").prefetch_related("measures", "knowledge")

    def in_force(self, on):
        return self.filter(status="current").current(on)

    def readable_by(self, access):
        """By the members, once it is no draft."""
        return self.readable_once(~Q(status="draft"), access)

    def for_list(self):
        """With how many measures there are, and how many of them are done."""
        done = Count("measures", filter=Q(measures__status="done"))
        return self.select_related("body", "strategy").annotate(count=Count("measures"), done=done)


class AgreementQuerySet(OfBodyQuerySet):
    path = "council__"

    def public(self):
        return self.filter(is_public=True, status__in=["signed", "ended"])


class YearlyReportQuerySet(OfBodyQuerySet):
    def public(self):
        return self.filter(status="published")


def municipalities_kept_by(access):
    """Those for which somebody may found a council, or let one reach."""
    from contacts.models import Municipality

    return Municipality.objects.filter(scopes().municipalities_kept(access))
