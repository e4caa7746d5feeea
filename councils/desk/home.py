"""The first page of a body: what needs doing, its tasks, its next and last meeting; for members, what they may read."""

from django.shortcuts import render
from django.utils import timezone

from councils.desk.doors import reader_page
from councils.desk.todos import todos
from councils.permissions import keeps


@reader_page()
def body_desk(request, body):
    today = timezone.localdate()
    is_kept = keeps(request.access, body)
    context = {"body": body, "is_kept": is_kept, "todos": todos(body, today) if is_kept else []}
    return render(request, "councils/desk/body.html", context)
