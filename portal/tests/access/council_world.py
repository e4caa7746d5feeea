"""Four councils: one of the town, one of its city district, one of both towns, one of the other town.

The town's has a meeting in every state, public and internal, with a public, an internal and an exempt item in each.
Whatever is not public, or not yet, is a canary; an exempt item has no text at all, so none is in it.
"""

import datetime
import uuid
from itertools import count
from types import SimpleNamespace

from dateutil.relativedelta import relativedelta
from django.core.files.base import ContentFile
from django.utils import timezone

from councils.models import (
    ActionItem,
    AgendaItem,
    Agreement,
    Answer,
    Attachment,
    Attendance,
    BodyMunicipality,
    CarriedItem,
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
    SelfEvaluation,
    StandingItem,
    Strategy,
    YearlyReport,
    YearWheelTask,
)
from councils.services.minutes import FROZEN, attendance_of
from councils.services.numbering import give_numbers
from portal.tests.access.council_reach import IN_ADMIN, KEEPERS, frame, only_kept, records
from portal.tests.access.pdfs import pdf_with

Status = Meeting.Status
# A role is granted for one council by its address, so it is known before there are any councils.
SLUGS = {council: f"provens-{council}" for council in KEEPERS}
TOWNS = {"council": ["town"], "district": ["town"], "both": ["town", "other_town"], "there": ["other_town"]}
FORMS = {
    "council": {},
    "district": {"form": "city_district", "city_district": "Prøvenes", "status": "dormant"},
    "both": {"form": "inter_municipal"},
    "there": {},
}
EVERY_STATE = [(status, visibility) for status in Status for visibility in ("public", "internal")]
A_FEW = [(Status.PLANNED, "public"), (Status.CALLED, "internal"), (Status.PUBLISHED, "public")]
STATES = {"council": EVERY_STATE, "district": A_FEW, "both": A_FEW, "there": A_FEW}
AHEAD = {Status.PLANNED, Status.CALLED, Status.CANCELLED}
A_DAY, A_YEAR = datetime.timedelta(days=1), relativedelta(years=1)
OPEN_TEXT = "Dette kan alle lese."
NO_NUMBER = 987_654_321
NO_BODY = SimpleNamespace(slug="finnes-ikke")


def make_councils(world):
    for council in KEEPERS:
        CouncilMaker(world, council).make()
    _make_strays(world)
    world.keep("legalbasis", "any", LegalBasis.objects.get(code="offl. § 13"))


class CouncilMaker:
    """One council with all that it has."""

    def __init__(self, world, name):
        self.world, self.name = world, name
        self.keepers, self.readers, self.onlookers = only_kept(name).sees, records(name).sees, frame(name).sees
        self.days = count(1)

    def make(self):
        self.body = self.keep("council", self.council())
        self.keep("body", self.body)
        self.frame()
        self.around_the_year()
        self.agreements()
        for status, visibility in STATES[self.name]:
            self.meeting(status, visibility)
        self.what_was_public()
        self.documents()
        self.yearly()

    def keep(self, kind, row, whose=""):
        """In `rows`, by the name of the council; of the town's own, by another name as well if one is given."""
        return self.world.keep(kind, whose if whose and self.name == "council" else self.name, row)

    def word(self, field, audience):
        return self.world.canaries.word(f"{field}, {self.name}", audience)

    def changed(self, row, readers_of_history, **fields):
        """Once it was otherwise, which the history knows, as it knows the reason for the change."""
        for name, value in fields.items():
            setattr(row, name, value)
        row._change_reason = self.word(f"reason for changing a {row._meta.model_name}", readers_of_history)
        row.save()
        return row

    def council(self):
        council = Council.objects.create(name=f"Prøverådet {self.name}", slug=SLUGS[self.name], **FORMS[self.name])
        for town in TOWNS[self.name]:
            area = BodyMunicipality.objects.create(body=council, municipality=self.world.places[town])
        self.world.keep("bodymunicipality", self.name, area)
        return self.changed(council, self.onlookers, purpose=OPEN_TEXT)

    def frame(self):
        member = Member.objects.create(
            body=self.body, role="ordfører", name=self.word("former name of a member", self.onlookers), is_elected=True
        )
        self.changed(member, self.onlookers, name=self.word("name of a member", self.onlookers))
        self.member = self.keep("member", member)
        Member.objects.create(
            body=self.body,
            role="tidligere lensmann",
            name=self.word("name of a former member", self.onlookers),
            valid_from=timezone.localdate() - A_YEAR,
            valid_to=timezone.localdate() - A_DAY,
        )

    def around_the_year(self):
        title = self.word("title of a standing item", self.keepers)
        self.keep("standingitem", StandingItem.objects.create(body=self.body, title=title, visibility="internal"))
        task = YearWheelTask.objects.create(
            body=self.body,
            month=3,
            title=self.word("former task of the year wheel", self.keepers),
            is_meeting=True,
            items=self.word("items of the year wheel", self.keepers),
            responsible=self.word("responsible in the year wheel", self.keepers),
        )
        self.changed(task, self.keepers, title=self.word("task of the year wheel", self.keepers))
        self.keep("yearwheeltask", task)

    def agreements(self):
        for status, is_public in (("draft", True), ("signed", False)):
            agreement = Agreement.objects.create(
                council=self.body,
                parties=self.word(f"parties to an agreement ({status})", self.readers),
                status=status,
                is_public=is_public,
            )
            self.keep("agreement", agreement)
            file = self.attach(f"an agreement ({status})", self.readers, agreement=agreement)
            self.keep("attachment", file, whose="agreement" if status == "signed" else "agreement_draft")

    def attach(self, what, audience, **owner):
        """A word in its title, in its text, and in what the PDF says of itself; for everyone without an audience."""
        said = [OPEN_TEXT] * 3
        if audience is not None:
            said = [self.word(f"{part} of a file of {what}", audience) for part in ("title", "text", "metadata")]
        title, text, metadata = said
        file = ContentFile(pdf_with(text, title=metadata), "navn.pdf")
        return Attachment.objects.create(title=title, file=file, **owner)

    # Meetings

    def meeting(self, status, visibility):
        name = status.value if visibility == "public" else f"{status.value}_{visibility}"
        agenda, minutes = self.audiences(status, visibility)
        meeting = Meeting.objects.create(
            body=self.body,
            date=timezone.localdate() + next(self.days) * (A_DAY if status in AHEAD else -A_DAY),
            starts_at=datetime.time(10),
            status=status,
            visibility=visibility,
            place=self.text("place of a meeting", agenda),
            called_at=None if status in (Status.PLANNED, Status.CANCELLED) else timezone.now(),
        )
        self.keep("meeting", meeting, whose=name)
        # What is corrected was published before.
        self.guest(meeting, agenda if status == Status.CORRECTING else minutes)
        for position, of_item in enumerate(("public", "internal", "exempt"), start=1):
            self.item(meeting, position, of_item, name)
        self.carry(meeting, name)
        if status in (Status.PUBLISHED, Status.CORRECTING):
            self.publish(meeting)
        return meeting

    def audiences(self, status, of_meeting, of_item="public"):
        """Who reads what stands on the agenda, and who what was said. None: everyone."""
        if status in (Status.PLANNED, Status.CANCELLED):
            return self.keepers, self.keepers
        agenda = None if of_meeting == of_item == "public" else self.readers
        if status in (Status.HELD, Status.DRAFT, Status.CHECKED, Status.CORRECTING):
            return agenda, self.keepers
        return agenda, agenda if status == Status.PUBLISHED else self.readers

    def text(self, field, audience):
        return OPEN_TEXT if audience is None else self.word(field, audience)

    def guest(self, meeting, audience):
        if meeting.status != Status.CALLED and meeting.is_called:
            Attendance.objects.create(meeting=meeting, member=self.member)
            guest = self.text("guest", audience)
            self.keep("attendance", Attendance.objects.create(meeting=meeting, guest=guest))

    def item(self, meeting, position, visibility, name):
        if visibility == "exempt":
            item = self.new_item(meeting, position, "Personalsak", **self.exempt())
            return self.keep("agendaitem", item, whose=f"exempt_{name}")
        agenda, minutes = self.audiences(meeting.status, meeting.visibility, visibility)
        what = f"{visibility}_{name}"
        item = self.new_item(
            meeting,
            position,
            self.text("title of an item", agenda),
            visibility=visibility,
            presenter=self.text("presenter of an item", agenda),
            description=self.text("description of an item", agenda),
        )
        if meeting.status != Status.CALLED:
            discussion, conclusion = self.text("discussion", minutes), self.text("conclusion", minutes)
            self.changed(item, self.keepers, discussion=discussion, conclusion=conclusion)
        self.keep("agendaitem", item, whose=what)
        self.keep("attachment", self.attach("an item", agenda, item=item), whose=what)
        return item

    def new_item(self, meeting, position, title, **fields):
        item = AgendaItem.objects.create(meeting=meeting, position=position, title=title, **fields)
        if meeting.is_called:
            give_numbers([item])
        return item

    def exempt(self):
        return {
            "visibility": "exempt",
            "legal_basis": LegalBasis.objects.get(code="offl. § 13"),
            "exempt_reason": "Gjelder en ansettelse",
            "access_contact": "post@eksempel.example",
        }

    def carry(self, meeting, name):
        """An internal action item is on the agenda of every meeting, and none shows it to the public."""
        action = ActionItem.objects.create(
            body=self.body,
            item=meeting.items.first(),
            what=self.word("what is to be done", self.readers),
            responsible=self.word("responsible for an action", self.readers),
            note=self.word("note on an action", self.readers),
        )
        self.keep("actionitem", action)
        CarriedItem.objects.create(meeting=meeting, action_item=action)

    def publish(self, meeting, reason=""):
        """As it was published then: what was public is plain there, whatever is written on it since."""
        number = meeting.versions.count() + 1
        version = MinutesVersion.objects.create(
            meeting=meeting, number=number, reason=reason, attendance=attendance_of(meeting)
        )
        for item in meeting.items.exclude(visibility="exempt"):
            is_open = meeting.visibility == item.visibility == "public"
            said = {
                field: OPEN_TEXT if is_open else self.word(f"published {field} in version {number}", self.readers)
                for field in FROZEN
            }
            MinutesText.objects.create(version=version, item=item, **said)
        return self.keep("minutesversion", version)

    def what_was_public(self):
        """An item, and a meeting, that were published twice and are internal now; and a correction with a reason."""
        meeting = self.meeting_of_old("public")
        self.old_item(meeting, "internal")
        self.still_public = self.old_item(meeting, "public", plain=True)
        self.publish(meeting)
        self.publish(meeting, reason="Et tall var feil")
        self.keep("meeting", meeting, whose="was_public")
        hidden = self.meeting_of_old("internal")
        self.old_item(hidden, "public")
        self.publish(hidden)
        self.publish(hidden, reason=self.word("reason for a correction", self.readers))
        self.keep("meeting", hidden, whose="hidden")

    def meeting_of_old(self, visibility):
        return Meeting.objects.create(
            body=self.body,
            date=timezone.localdate() - (50 + next(self.days)) * A_DAY,
            status=Status.PUBLISHED,
            visibility=visibility,
            called_at=timezone.now(),
        )

    def old_item(self, meeting, visibility, plain=False):
        audience = None if plain else self.readers
        said = {field: self.text(f"former public {field}", audience) for field in FROZEN}
        item = self.new_item(meeting, meeting.items.count() + 1, visibility="public", **said)
        self.changed(item, self.keepers, visibility=visibility)
        ActionItem.objects.create(
            body=self.body,
            item=item,
            what=self.text("what came of a former public item", audience),
            responsible=self.text("responsible for what came of a former public item", audience),
            visibility="public",
        )
        was = "formerly_public" if meeting.visibility == "public" else "formerly_public_meeting"
        name = "still_public" if plain else was
        self.keep("agendaitem", item, whose=name)
        self.keep("attachment", self.attach("a former public item", audience, item=item), whose=name)
        return item

    # Strategies, plans, reports

    def documents(self):
        since = timezone.localdate() - A_YEAR
        self.strategy("draft", "draft", self.keepers)
        self.strategy("adopted", "adopted", None, adopted_in=self.still_public, valid_from=since)
        self.plan("draft", "public", self.readers)
        self.plan("current", "internal", self.readers)
        self.plan("current", "public", None)

    def strategy(self, name, status, audience, **fields):
        strategy = Strategy.objects.create(
            body=self.body,
            slug=f"strategi-{self.name}-{name}",
            status=status,
            title=self.text("former title of a strategy", audience),
            **{
                field: self.text(f"{field} of a strategy", audience)
                for field in ("problem_understanding", "routines", "concern")
            },
            **fields,
        )
        self.changed(strategy, self.keepers, title=self.text("title of a strategy", audience))
        Objective.objects.create(strategy=strategy, text=self.text("objective of a strategy", audience))
        self.keep("strategy", strategy, whose=name)

    def plan(self, status, visibility, audience):
        name = f"{status}-{visibility}"
        title = self.text("title of a plan", audience)
        plan = Plan.objects.create(
            body=self.body, slug=f"plan-{self.name}-{name}", title=title, status=status, visibility=visibility
        )
        lines = ("focus_area", "objective", "text", "responsible", "evaluation")
        said = {field: self.text(f"{field} of a measure", audience) for field in lines}
        self.keep("measure", Measure.objects.create(plan=plan, **said))
        Knowledge.objects.create(
            plan=plan,
            year=2025,
            **{field: self.text(f"{field} of knowledge", audience) for field in ("text", "source")},
        )
        self.keep("plan", plan, whose=name)

    def yearly(self):
        year = timezone.localdate().year
        texts = {f"text_{form}": self.word("text of a yearly report", self.keepers) for form in ("nb", "nn")}
        self.keep("yearlyreport", YearlyReport.objects.create(body=self.body, year=year, **texts))
        published = YearlyReport.objects.create(body=self.body, year=year - 1, status="published", text_nb=OPEN_TEXT)
        self.world.keep("publicreport", "published", published)
        improve = self.word("what a body will do better", self.readers)
        evaluation = SelfEvaluation.objects.create(body=self.body, year=year - 1, improve=improve)
        comment = self.word("comment on a self-evaluation", self.readers)
        Answer.objects.create(evaluation=evaluation, question="concern", score=3, comment=comment)
        self.keep("selfevaluation", evaluation)


def _make_strays(world):
    """Under the address of the town's council: what another has, what is under another address there, and nothing."""
    rows, here = world.rows, world.rows["body"]["council"]
    day = rows["meeting"]["there"].date + 500 * A_DAY
    no_meeting = SimpleNamespace(body=NO_BODY, date=day)
    for kind in ("yearlyreport", "selfevaluation"):
        rows[kind]["missing"] = SimpleNamespace(body=NO_BODY, year=day.year)
    for kind in ("strategy", "plan"):
        rows[kind] |= _under(here, slug=rows[kind]["there"].slug, missing="finnes-ikke")
    for kind in ("yearwheeltask", "standingitem", "member", "bodymunicipality", "actionitem"):
        rows[kind] |= _under(here, pk=rows[kind]["there"].pk, missing=NO_NUMBER)
    rows["agreement"] |= {
        name: SimpleNamespace(council=row.body, pk=row.pk)
        for name, row in _under(here, pk=rows["agreement"]["there"].pk, missing=NO_NUMBER).items()
    }
    rows["attachment"]["missing"] = SimpleNamespace(key=uuid.UUID(int=2**127))
    rows["meeting"] |= _under(here, date=rows["meeting"]["there"].date, missing=day)
    _make_strays_within(rows, no_meeting)
    _make_public(rows)
    _make_admin(rows)


def _make_strays_within(rows, no_meeting):
    called, plan = rows["meeting"]["called"], rows["plan"]["draft-public"]
    rows["agendaitem"] |= {
        "astray": SimpleNamespace(meeting=called, pk=rows["agendaitem"]["public_planned"].pk),
        "elsewhere": SimpleNamespace(meeting=called, pk=rows["agendaitem"]["there"].pk),
        "absent": SimpleNamespace(meeting=called, pk=NO_NUMBER),
        "missing": SimpleNamespace(meeting=no_meeting, pk=NO_NUMBER),
    }
    rows["measure"] |= {
        "astray": SimpleNamespace(plan=plan, pk=rows["measure"]["council"].pk),
        "elsewhere": SimpleNamespace(plan=plan, pk=rows["measure"]["there"].pk),
        "absent": SimpleNamespace(plan=plan, pk=NO_NUMBER),
        "missing": SimpleNamespace(plan=rows["plan"]["missing"], pk=NO_NUMBER),
    }


def _make_admin(rows):
    for kind, whose in IN_ADMIN.items():
        rows[f"admin_{kind}"] = {name: rows[kind][name] for name in (whose, "there")} | {
            "missing": SimpleNamespace(pk=NO_NUMBER)
        }


def _make_public(rows):
    """The same rows, asked for by everyone."""
    rows["minutes"] = rows["calledmeeting"] = rows["publicmeeting"] = rows["meeting"]
    rows["publiccouncil"] = rows["council"]
    rows["publicstrategy"], rows["publicplan"] = rows["strategy"], rows["plan"]
    rows["publicattachment"] = rows["attachment"]
    rows["publicreport"] |= rows["yearlyreport"]
    rows["publicversion"] = {
        name: SimpleNamespace(body=meeting.body, date=meeting.date, number=1)
        for name, meeting in rows["meeting"].items()
    }


def _under(body, missing, **name):
    """By the name that a row of another body has, under this one; by a name that none has, under this one or none."""
    [(field, of_another)] = name.items()
    return {
        "elsewhere": SimpleNamespace(body=body, **{field: of_another}),
        "absent": SimpleNamespace(body=body, **{field: missing}),
        "missing": SimpleNamespace(body=NO_BODY, **{field: missing}),
    }
