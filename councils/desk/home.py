"""The first page of a body: what needs doing, its tasks, its meetings; for members, what they may read."""

from django.shortcuts import render
from django.utils import timezone

from councils.desk.doors import reader_page
from councils.desk.standing import standing_of
from councils.models import ActionItem, Meeting, Member, SelfEvaluation, Strategy
from councils.permissions import keeps, keeps_frame

MOST_MEETINGS = 6


@reader_page()
def body_desk(request, body):
    today = timezone.localdate()
    standing = standing_of(body, today) if keeps(request.access, body) else None
    context = {
        "body": body,
        "today": today,
        "standing": standing,
        "keeps_frame": keeps_frame(request.access, body),
        "todos": standing.todos if standing else [],
        "meetings": Meeting.objects.readable_by(request.access).filter(body=body)[:MOST_MEETINGS],
        "actions": ActionItem.objects.readable_by(request.access).filter(body=body).open(),
        "strategies": Strategy.objects.readable_by(request.access).filter(body=body).public().in_force(today),
        "members": Member.objects.filter(body=body).current(today),
        "evaluations": SelfEvaluation.objects.of_readable_body(request.access).filter(body=body),
    }
    return render(request, "councils/desk/body.html", context)
