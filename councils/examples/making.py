"""From an example to its rows, and away again."""

import datetime
import uuid
from collections import Counter

from dateutil.relativedelta import relativedelta
from django.core.files.base import ContentFile
from django.utils import timezone

from contacts.models import Municipality
from councils.choices import Visibility
from councils.examples import paper
from councils.models import (
    ActionItem,
    AgendaItem,
    Agreement,
    Attachment,
    Attendance,
    BodyMunicipality,
    CarriedItem,
    CaseCounter,
    Council,
    Knowledge,
    LegalBasis,
    Measure,
    Meeting,
    Member,
    MinutesText,
    MinutesVersion,
    Objective,
    Plan,
    StandingItem,
    Strategy,
    YearWheelTask,
)
from councils.models.files import storage
from councils.services.minutes import attendance_of

NAMESPACE = uuid.UUID("5f0f2a0e-6f0c-4d0e-9f86-1d5f5c1b7a11")
MAILBOX = "{}@eksempel.example"
PRESENT, ABSENT, DEPUTY = Attendance.Presence.PRESENT, Attendance.Presence.ABSENT, Attendance.Presence.DEPUTY
WEEKS_OF_NOTICE = datetime.timedelta(weeks=3)
WITH_NOTICE = {*Meeting.Status} - {Meeting.Status.PLANNED}
WITH_ATTENDANCE = WITH_NOTICE - {Meeting.Status.CALLED, Meeting.Status.CANCELLED}


def uid_of(slug, gathering):
    """The same each time the example is made: calendars know the meeting by it."""
    return uuid.uuid5(NAMESPACE, f"{slug}/{gathering.days}")


def day(today, days):
    """So many days from today; nobody meets at the weekend, and then it is the Friday before."""
    date = today + datetime.timedelta(days=days)
    return date - datetime.timedelta(days=max(date.weekday() - 4, 0))


def make(example, today):
    council = _council(example, today)
    fill(council, example, today)
    if example.agreement:
        _agreement(council, example.agreement, today)
    _strategies(council, example.courses, today)
    for scheme in example.schemes:
        _plan(council, scheme, today)


def fill(body, example, today):
    """With what every body has: members, what it does each year, meetings."""
    members = [_member(body, seat, today) for seat in example.seats]
    for position, (title, theme) in enumerate(example.standing, start=1):
        StandingItem.objects.create(
            body=body, position=position, title=title, theme=theme, visibility=body.items_visibility
        )
    for month, title, is_meeting in example.year:
        YearWheelTask.objects.create(
            body=body, month=month, title=title, is_meeting=is_meeting, responsible="Sekretariatet"
        )
    _meetings(body, example, members, today)


def unmake(bodies):
    """From what hangs on others to what others hang on."""
    mine = [body.pk for body in bodies]
    MinutesText.objects.filter(version__meeting__body__in=mine).forget()
    MinutesVersion.objects.filter(meeting__body__in=mine).forget()
    Plan.objects.filter(body__in=mine).delete()
    strategies = Strategy.objects.filter(body__in=mine)
    strategies.update(predecessor=None)
    strategies.delete()
    ActionItem.objects.filter(body__in=mine).delete()
    Attendance.objects.filter(meeting__body__in=mine).delete()
    AgendaItem.objects.filter(body__in=mine).delete()
    Meeting.objects.filter(body__in=mine).delete()
    for body in bodies:
        body.delete()


def _council(example, today):
    council = Council.objects.create(
        slug=example.slug,
        name=example.name,
        status=example.status,
        status_since=day(today, example.since),
        language=example.language,
        form=example.form,
        access_contact=MAILBOX.format("arkiv"),
        is_example=True,
        **example.fields,
    )
    for municipality in Municipality.objects.filter(slug__in=example.municipalities):
        BodyMunicipality.objects.create(body=council, municipality=municipality)
    return council


def _member(council, seat, today):
    return Member.objects.create(
        body=council,
        role=seat.role,
        agency=seat.agency,
        kind=seat.kind,
        name=seat.name,
        name_is_public=seat.name_is_public,
        is_elected=seat.is_elected,
        municipality=Municipality.objects.get(slug=seat.municipality) if seat.municipality else None,
        valid_from=day(today, seat.since),
        valid_to=day(today, seat.until) if seat.until else None,
    )


def _agreement(council, parties, today):
    agreement = Agreement.objects.create(
        council=council,
        parties=parties,
        status=Agreement.Status.SIGNED,
        valid_from=day(today, -880),
        valid_to=day(today, 580),
    )
    title = "Samarbeidsavtale (eksempel)"
    _attach(title, ["Ein avtale som er dikta opp." if council.language == "nn" else "En oppdiktet avtale."], agreement)


def _attach(title, lines, agreement=None, item=None):
    thing = agreement or item
    key = uuid.uuid5(NAMESPACE, f"{thing._meta.model_name} {thing.pk}")
    content = paper.pdf(title, lines)
    attachment = Attachment(
        key=key, item=item, agreement=agreement, title=title, size=len(content), sha256=paper.checksum(content)
    )
    # One of a database that is gone may be there still.
    storage().delete(f"attachments/{key}.pdf")
    attachment.file.save("eksempel.pdf", ContentFile(content), save=False)
    attachment.save()


def _meetings(council, example, members, today):
    """In the order of their days, so that numbers are counted as they would have been."""
    numbers = Counter()
    for gathering in sorted(example.gatherings, key=lambda each: each.days):
        meeting = _meeting(council, example, gathering, today)
        _carry(meeting)
        items = [
            _item(meeting, position, item, numbers, today) for position, item in enumerate(gathering.items, start=1)
        ]
        if gathering.status in WITH_ATTENDANCE:
            _attendance(meeting, members)
        _publish(meeting, gathering, items)
    for year, last in numbers.items():
        CaseCounter.objects.create(body=council, year=year, last=last)


def _meeting(council, example, gathering, today):
    date = day(today, gathering.days)
    begins = timezone.make_aware(datetime.datetime.combine(date, datetime.time(9)))
    called_at = min(begins - WEEKS_OF_NOTICE, timezone.now() - datetime.timedelta(days=1))
    approved = gathering.status in (Meeting.Status.APPROVED, Meeting.Status.PUBLISHED)
    return Meeting.objects.create(
        body=council,
        uid=uid_of(example.slug, gathering),
        date=date,
        starts_at=datetime.time(9),
        ends_at=datetime.time(11),
        place=gathering.place,
        kind=gathering.kind,
        status=gathering.status,
        visibility=gathering.visibility,
        called_at=called_at if gathering.status in WITH_NOTICE else None,
        approved_on=date + datetime.timedelta(days=10) if approved else None,
        approved_by=gathering.approved_by if approved else "",
        is_example=True,
    )


def _carry(meeting):
    """What is not done yet of earlier meetings; while the meeting is planned or called, as its agenda would say."""
    if meeting.status in (Meeting.Status.PLANNED, Meeting.Status.CALLED):
        for action in ActionItem.objects.filter(body=meeting.body_id).open():
            CarriedItem.objects.create(meeting=meeting, action_item=action)


def _item(meeting, position, item, numbers, today):
    year = meeting.date.year
    if meeting.is_called:
        numbers[year] += 1
    row = AgendaItem.objects.create(
        meeting=meeting,
        position=position,
        case_year=year if meeting.is_called else None,
        case_number=numbers[year] if meeting.is_called else None,
        title=item.title,
        theme=item.theme,
        kind=item.kind,
        presenter=item.presenter,
        visibility=item.visibility,
        description=item.description,
        discussion=item.discussion,
        conclusion=item.conclusion,
        is_standing=item.is_standing,
        **_exemption(item),
    )
    if item.file:
        _attach(item.file, [meeting.body.name, item.title], item=row)
    for task in item.tasks:
        _action(row, task, today)
    return row


def _exemption(item):
    if item.visibility != Visibility.EXEMPT:
        return {}
    return {
        "legal_basis": LegalBasis.objects.get(code="offl. § 24 tredje ledd"),
        "exempt_reason": item.exempt_reason,
        "access_contact": MAILBOX.format("arkiv"),
    }


def _action(item, task, today):
    done = task.status == ActionItem.Status.DONE
    ActionItem.objects.create(
        body_id=item.body_id,
        item=item,
        what=task.what,
        responsible=task.responsible,
        due=day(today, task.due),
        status=task.status,
        visibility=task.visibility,
        done_on=day(today, task.due - 10) if done else None,
    )


def _attendance(meeting, members):
    """Most came; one is always missing, and for one another came."""
    for number, member in enumerate(members):
        if member.valid_from <= meeting.date and (member.valid_to is None or member.valid_to >= meeting.date):
            presence = {2: DEPUTY, 4: ABSENT}.get(number, PRESENT)
            Attendance.objects.create(meeting=meeting, member=member, presence=presence)


def _publish(meeting, gathering, items):
    """A second version, if something was corrected: then the first says what it said before."""
    if gathering.status != Meeting.Status.PUBLISHED:
        return
    reasons = ["", gathering.correction] if gathering.correction else [""]
    for number, reason in enumerate(reasons, start=1):
        published_at = timezone.make_aware(datetime.datetime.combine(meeting.date, datetime.time(12)))
        version = MinutesVersion.objects.create(
            meeting=meeting,
            number=number,
            reason=reason,
            attendance=attendance_of(meeting),
            published_at=published_at + datetime.timedelta(days=11 + 7 * (number - 1)),
        )
        is_last = number == len(reasons)
        MinutesText.objects.bulk_create(
            _text(version, item, {} if is_last else gathering.corrected) for item in items if not item.is_exempt
        )


def _text(version, item, before):
    conclusion = before.get(item.title, item.conclusion)
    return MinutesText(
        version=version,
        item=item,
        title=item.title,
        description=item.description,
        discussion=item.discussion,
        conclusion=conclusion,
    )


def _strategies(council, courses, today):
    """The earlier ones come first: a later one names them."""
    for course in courses:
        strategy = Strategy.objects.create(
            body=council,
            slug=course.slug,
            title=course.title,
            problem_understanding=course.problem_understanding,
            routines=course.routines,
            concern=course.concern,
            status=course.status,
            adopted_in=AgendaItem.objects.filter(body=council, title=course.adopted_by).first(),
            valid_from=_day_or_none(today, course.since),
            valid_to=_day_or_none(today, course.until),
            review_on=_day_or_none(today, course.review),
            predecessor=council.strategies.filter(slug=course.replaces).first(),
            is_example=True,
        )
        for position, text in enumerate(course.objectives, start=1):
            Objective.objects.create(strategy=strategy, position=position, text=text)


def _plan(council, scheme, today):
    plan = Plan.objects.create(
        body=council,
        slug=scheme.slug,
        title=scheme.title,
        strategy=council.strategies.filter(slug=scheme.strategy).first(),
        status=scheme.status,
        valid_from=day(today, scheme.since),
        valid_to=day(today, scheme.until),
        is_example=True,
    )
    for position, step in enumerate(scheme.steps, start=1):
        Measure.objects.create(
            plan=plan,
            position=position,
            focus_area=step.focus_area,
            objective=step.objective,
            text=step.text,
            theme=step.theme,
            responsible=step.responsible,
            deadline=day(today, step.deadline),
            status=step.status,
            evaluation=step.evaluation,
        )
    for text, source, years in scheme.knowledge:
        year = (today - relativedelta(years=years)).year
        Knowledge.objects.create(plan=plan, text=text, source=source, year=year)


def _day_or_none(today, days):
    return None if days is None else day(today, days)
