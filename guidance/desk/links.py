"""The links of the library, for its editors: which do not work, which have moved, and what leads there."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Max, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from contacts.conflicts import number
from contacts.desk.doors import desk_page
from contacts.desk.entries import Choice
from contacts.desk.sending import saved_whole
from contacts.public_pages import before_a_number, same_page_with
from guidance.links.leading import origins
from guidance.models import CheckedLink
from guidance.permissions import edits_library

Status = CheckedLink.Status
LINKS_A_PAGE = 50
# By their word in the address, in the order in which they ask for attention.
FILTERS = {
    "virker-ikke": (Status.BROKEN, gettext_lazy("Do not work")),
    "flyttet": (Status.MOVED, gettext_lazy("Have moved")),
    "ikke-sjekket": (Status.UNCHECKED, gettext_lazy("Not checked yet")),
    "lates-i-fred": (Status.LEFT_ALONE, gettext_lazy("Are left alone")),
    "virker": (Status.WORKS, gettext_lazy("Work")),
}


@desk_page(edits_library)
@saved_whole
def guidance_links(request):
    """A filter that is not known shows those that do not work."""
    links = CheckedLink.objects.visible_to(request.access)
    wanted = request.GET.get("vis")
    wanted = wanted if wanted in FILTERS else next(iter(FILTERS))
    chosen = links.filter(status=FILTERS[wanted][0])
    if request.method == "POST":
        return _check_again(request, links, chosen)
    today = timezone.localdate()
    page = Paginator(chosen, LINKS_A_PAGE).get_page(request.GET.get("p"))
    leading = origins(today)
    context = {
        "choices": list(_choices(request, links, wanted)),
        "progress": _progress(links, today),
        "rows": [(link, leading.get(link.url, ())) for link in page],
        "label": FILTERS[wanted][1],
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number) if page.paginator.num_pages > 1 else (),
        "before": before_a_number(request),
        "today": today,
    }
    return render(request, "guidance/desk/links.html", context)


def _choices(request, links, wanted):
    counts = dict(links.order_by().values_list("status").annotate(Count("pk")))
    for word, (status, label) in FILTERS.items():
        yield Choice(label, counts.get(status, 0), same_page_with(request, vis=word), is_chosen=word == wanted)


def _progress(links, today):
    """How far the check is: how many there are, how many were ever asked, the last time, and how many wait."""
    checked = Count("pk", filter=Q(checked_at__isnull=False))
    progress = links.aggregate(count=Count("pk"), checked=checked, last=Max("checked_at"))
    return progress | {"waiting": links.due(today).count()}


def _check_again(request, links, chosen):
    """Nobody is asked while a page waits: the links are put first at the next run."""
    today = timezone.localdate()
    if "all" in request.POST:
        count = chosen.check_again(today)
    else:
        link = get_object_or_404(links, pk=number(request.POST.get("link")))
        count = links.filter(pk=link.pk).check_again(today)
    told = ngettext(
        "%(count)s link is checked again at the next run.", "%(count)s links are checked again at the next run.", count
    )
    messages.success(request, told % {"count": count})
    return redirect(request.get_full_path())
