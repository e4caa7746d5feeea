"""What is public of SLT: schemes, their groups, working years and dialogues.

A priority of a year is left out: whether it may be read depends on a case of a council, which is kept elsewhere.
"""

from django.db.models import Prefetch
from django.utils import translation
from django.utils.translation import gettext as _

from contacts import gazetteer
from portal.search.drafts import Draft, address_of, joined
from portal.search.models import Kind
from portal.search.of_bodies import NOT_ACTIVE, _narrowed, family, names_of, of_today, places_of
from slt.dialogues import disclose_dialogue
from slt.models import CycleYear, DialogueProcess, Finding, Group, Measure, Scheme, SchemeMunicipality


def family_of_scheme(scheme):
    return f"scheme:{scheme}"


def _places(schemes):
    return of_today(SchemeMunicipality.objects.filter(scheme__in=schemes).order_by("pk"), "scheme_id")


def schemes(ids=None):
    rows = list(_narrowed(Scheme.objects.order_by("pk"), ids))
    places = _places([row.pk for row in rows])
    for row in rows:
        with translation.override(row.language):
            text = joined(row.about, row.status_note, row.host_unit, row.get_status_display())
        yield Draft(
            owner=family_of_scheme(row.pk),
            family=family_of_scheme(row.pk),
            key=f"slt:{row.pk}",
            kind=Kind.SLT,
            texts={row.language: (row.name, address_of(row), text)},
            also=joined("SLT ordning koordinator", names_of(places[row.pk])),
            places=places[row.pk],
            changed_on=row.status_since,
            is_example=row.is_example,
            weight=1 if row.is_active else NOT_ACTIVE,
        )


def groups(ids=None):
    rows = list(_narrowed(Group.objects.select_related("scheme").order_by("pk"), ids))
    places = places_of([row.pk for row in rows])
    for row in rows:
        yield Draft(
            owner=f"group:{row.pk}",
            family=family(row.pk),
            key=f"group:{row.pk}",
            kind=Kind.GROUP,
            texts={row.language: (row.name, address_of(row), joined(row.task, row.target_group))},
            also=joined("SLT gruppe", row.scheme.name, names_of(places[row.pk])),
            places=places[row.pk],
            is_example=row.is_example,
            weight=0.9 if row.is_active else NOT_ACTIVE,
        )


def years(ids=None):
    findings = Prefetch("findings", Finding.objects.public().order_by("pk"), to_attr="public_findings")
    measures = Prefetch("measures", Measure.objects.public().order_by("pk"), to_attr="public_measures")
    rows = CycleYear.objects.select_related("scheme").prefetch_related(findings, measures).order_by("pk")
    rows = list(_narrowed(rows, ids))
    places = _places({row.scheme_id for row in rows})
    for row in rows:
        language = row.scheme.language
        with translation.override(language):
            title = _("The working year %(year)s, %(scheme)s") % {"year": row.year, "scheme": row.scheme.name}
        documented = (row.summary, row.evaluation) if row.documented_on else ()
        found = (joined(one.text, one.source) for one in row.public_findings)
        done = (joined(one.text, one.responsible, one.evaluation) for one in row.public_measures)
        yield Draft(
            owner=f"year:{row.pk}",
            family=family_of_scheme(row.scheme_id),
            key=f"year:{row.pk}",
            kind=Kind.YEAR,
            texts={language: (title, address_of(row), joined(*documented, *found, *done))},
            also=joined("SLT arbeidsår handlingsplan", names_of(places[row.scheme_id])),
            places=places[row.scheme_id],
            changed_on=row.documented_on,
            is_example=row.scheme.is_example,
            weight=0.8,
        )


def dialogues(ids=None):
    rows = list(_narrowed(DialogueProcess.objects.public().for_page(), ids))
    places, today = _places({row.scheme_id for row in rows}), gazetteer.current().on
    for row in rows:
        with translation.override(row.scheme.language):
            seen = disclose_dialogue(row, today)
            parties = (name for group in seen.parties for party in group.parties for name in party)
            events = (joined(event.title, event.place, event.outcome) for event in seen.events)
            text = joined(seen.aim, seen.theme, seen.outcome, *events, *parties)
        yield Draft(
            owner=f"dialogue:{row.pk}",
            family=family_of_scheme(row.scheme_id),
            key=f"dialogue:{row.pk}",
            kind=Kind.DIALOGUE,
            texts={row.scheme.language: (row.title, address_of(row), text)},
            also=joined("dialog dialogprosess medvirkning mobilisering SLT", names_of(places[row.scheme_id])),
            themes=(row.theme,),
            places=places[row.scheme_id],
            changed_on=row.valid_from,
            is_example=seen.is_example,
            weight=0.9,
        )
