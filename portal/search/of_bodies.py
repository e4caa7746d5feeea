"""What is public of councils and of groups: from what disclosure/ shows of each, never from the rows themselves."""

from collections import defaultdict

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts import gazetteer
from councils.disclosure import disclose_decision, disclose_meeting, disclose_plan, disclose_strategy
from councils.index import areas
from councils.models import (
    Agreement,
    Body,
    BodyMunicipality,
    Council,
    Meeting,
    MinutesText,
    Plan,
    Strategy,
    YearlyReport,
)
from portal.search.drafts import Draft, address, address_of, joined, plain
from portal.search.models import Kind

# Ones that are no more, or never were, come after those that are.
NOT_ACTIVE = 0.7


def family(body):
    return f"body:{body}"


def places_of(bodies=None):
    """{body: the municipalities of today that it is of}."""
    rows = BodyMunicipality.objects.order_by("pk")
    return of_today(rows if bodies is None else rows.filter(body__in=bodies), "body_id")


def of_today(rows, field):
    places = gazetteer.current()
    now, _before = areas(rows, places.on, of=field)
    found = defaultdict(tuple)
    for owner, ids in now.items():
        known = (places.municipalities_by_id.get(id_) for id_ in ids)
        targets = {target for place in known if place for target, _path in gazetteer.successors(place)}
        found[owner] = tuple(sorted(target.id for target in targets))
    return found


def names_of(ids):
    known = gazetteer.current().municipalities_by_id
    return joined(*(name for id_ in ids for name in (known[id_].name, *(one.name for one in known[id_].names))))


def _narrowed(rows, ids):
    return rows if ids is None else rows.filter(pk__in=ids)


def councils(ids=None):
    places = places_of(ids)
    parties = defaultdict(list)
    for council, text in Agreement.objects.public().order_by("pk").values_list("council", "parties"):
        parties[council].append(text)
    for row in _narrowed(Council.objects.order_by("pk"), ids):
        with translation.override(row.language):
            text = joined(row.get_status_display(), row.status_note, row.purpose, row.secretariat, *parties[row.pk])
        yield Draft(
            owner=family(row.pk),
            family=family(row.pk),
            key=f"council:{row.pk}",
            kind=Kind.COUNCIL,
            texts={row.language: (row.name, address_of(row), text)},
            also=joined("politiråd", names_of(places[row.pk]), row.city_district),
            places=places[row.pk],
            changed_on=row.status_since,
            is_example=row.is_example,
            weight=1 if row.is_active else NOT_ACTIVE,
        )


def meetings(ids=None):
    """Each meeting, and each of its decisions as a thing of its own."""
    rows = list(_narrowed(Meeting.objects.public(), ids).for_page().order_by("pk"))
    places = places_of({row.body_id for row in rows})
    decided = defaultdict(list)
    texts = MinutesText.objects.decisions().filter(item__meeting__in=[row.pk for row in rows])
    for text in texts if ids is not None else MinutesText.objects.decisions():
        decided[text.item.meeting_id].append(text)
    for row in rows:
        with translation.override(row.body.language):
            common = {
                "owner": f"meeting:{row.pk}",
                "family": family(row.body_id),
                "places": places[row.body_id],
                "changed_on": row.date,
                "is_example": row.is_example,
            }
            yield _meeting(row, common)
            yield from (_decision(text, row, common) for text in decided[row.pk])


def _meeting(row, common):
    seen = disclose_meeting(row)
    title = _("%(kind)s %(day)s, %(body)s") % {"kind": seen.kind, "day": date_format(seen.date), "body": seen.body}
    said = joined(*(joined(*_item(item)) for item in seen.items if item.state == "open"))
    return Draft(
        key=f"meeting:{row.pk}",
        kind=Kind.MEETING,
        texts={seen.language: (title[:1].upper() + title[1:], address_of(row), said)},
        also=joined("møte", "politirådsmøte" if row.body.is_council else "", names_of(common["places"])),
        weight=0.8,
        **common,
    )


def _item(item):
    yield from (item.title, item.theme, item.description, item.discussion, item.conclusion)
    yield from (action.what for action in item.actions)


def _decision(text, meeting, common):
    """It is read on the page of its meeting, whose address is that in bokmål like every other one here."""
    seen = disclose_decision(text)
    url = f"{address_of(meeting)}#{seen.url.partition('#')[2]}"
    return Draft(
        key=f"decision:{text.item_id}",
        kind=Kind.DECISION,
        texts={seen.language: (seen.title, url, joined(seen.conclusion))},
        also=joined("vedtak politiråd", seen.theme, seen.body, names_of(common["places"])),
        themes=(text.item.theme,),
        weight=0.9,
        **common,
    )


def strategies(ids=None):
    rows = list(_narrowed(Strategy.objects.public().filter(body__kind=Body.Kind.COUNCIL), ids).for_page())
    places = places_of({row.body_id for row in rows})
    for row in rows:
        seen = disclose_strategy(row)
        text = joined(seen.problem_understanding, seen.routines, seen.concern, *seen.objectives)
        yield Draft(
            owner=f"strategy:{row.pk}",
            family=family(row.body_id),
            key=f"strategy:{row.pk}",
            kind=Kind.STRATEGY,
            texts={seen.language: (seen.document.title, address_of(row), text)},
            also=joined("strategi politiråd", row.body.name, names_of(places[row.body_id])),
            places=places[row.body_id],
            changed_on=row.valid_from,
            is_example=seen.is_example,
            weight=1 if seen.state in ("adopted", "revision") else NOT_ACTIVE,
        )


def plans(ids=None):
    rows = list(_narrowed(Plan.objects.public().filter(body__kind=Body.Kind.COUNCIL), ids).for_page())
    places, today = places_of({row.body_id for row in rows}), gazetteer.current().on
    for row in rows:
        with translation.override(row.body.language):
            seen = disclose_plan(row, today)
            text = joined(*_of_plan(seen))
        yield Draft(
            owner=f"plan:{row.pk}",
            family=family(row.body_id),
            key=f"plan:{row.pk}",
            kind=Kind.PLAN,
            texts={seen.language: (seen.document.title, address_of(row), text)},
            also=joined("plan politiråd tiltak", row.body.name, names_of(places[row.body_id])),
            places=places[row.body_id],
            changed_on=row.valid_from,
            is_example=seen.is_example,
            weight=1 if seen.state == "current" else NOT_ACTIVE,
        )


def _of_plan(seen):
    for area in seen.areas:
        yield area.name
        for objective in area.objectives:
            yield objective.text
            yield from (joined(one.text, one.theme, one.responsible, one.evaluation) for one in objective.measures)
    yield from (joined(one.text, one.source) for one in seen.knowledge)


def reports(ids=None):
    rows = list(_narrowed(YearlyReport.objects.public().select_related("body"), ids))
    places = places_of({row.body_id for row in rows})
    for row in rows:
        texts = {}
        for language, text in (("nb", row.text_nb), ("nn", row.text_nn)):
            if text:
                with translation.override(language):
                    title = _("Report for %(year)s, %(body)s") % {"year": row.year, "body": row.body.name}
                texts[language] = (title, address("public_report", row.body.slug, row.year), joined(plain(text)))
        if texts:
            yield Draft(
                owner=f"report:{row.pk}",
                family=family(row.body_id),
                key=f"report:{row.pk}",
                kind=Kind.REPORT,
                texts=texts,
                also=joined("årsrapport rapport politiråd", names_of(places[row.body_id])),
                places=places[row.body_id],
                is_example=row.body.is_example,
                weight=0.9,
            )
