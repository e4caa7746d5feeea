"""The first page for those who write the library: what needs doing, then everything of theirs."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from contacts.desk.doors import READ, desk_page
from contacts.desk.entries import Task
from guidance.desk import standing
from guidance.desk.lists import MyResources
from guidance.permissions import edits_library, keeps_any
from guidance.states import tags_of


@desk_page(keeps_any, READ)
def guidance_desk(request):
    today = timezone.localdate()
    mine = MyResources(request.access, today, request.GET)
    page = mine.page(request.GET.get("p"))
    context = {
        "todos": standing.todos(request.access, today),
        "tasks": tasks(request.access),
        "form": mine.form,
        "page": page,
        "rows": [(resource, tags_of(resource), resource.is_due(today)) for resource in page],
        "pages": page.paginator.get_elided_page_range(page.number) if page.paginator.num_pages > 1 else (),
        "before": f"?{urlencode(mine.chosen)}&" if mine.chosen else "?",
        "is_narrowed": bool(mine.chosen),
        "target": "approve_edition" if mine.chosen.get("vis") == standing.Waiting.FOR_ME else "resource_desk",
    }
    return render(request, "guidance/desk/home.html", context)


def tasks(access):
    write = Task(_("Write something new"), _("An article, a guide, an activity or a link."), reverse("new_resource"))
    if not edits_library(access):
        return [write]
    return [
        write,
        Task(_("Publishers"), _("Who has published what, and who took over."), reverse("publisher_desk")),
        Task(
            _("Links"),
            _("Which web addresses do not work or have moved, and where they stand."),
            reverse("guidance_links"),
        ),
        Task(_("Searches without results"), _("What readers searched for and did not find."), reverse("missed_words")),
    ]


@desk_page(edits_library, READ)
def missed_words(request):
    """Words only: nobody knows who asked for them."""
    today = timezone.localdate()
    context = {"words": standing.missed(today), "at_least": standing.MISSED_AT_LEAST, "days": standing.MISSED_FOR.days}
    return render(request, "guidance/desk/missed_words.html", context)
