from django.shortcuts import render
from django.views.decorators.http import require_safe

from contacts.folding import norwegian_order
from contacts.public_pages import kept_briefly
from guidance.activities import ARENA, cards, catalogue


@require_safe
@kept_briefly
def activities(request):
    """All on one page: there are some dozens, and whoever has chosen an arena chooses among a few."""
    selection = catalogue(request.GET)
    fitting = sorted(selection.fitting, key=lambda item: norwegian_order(item.title))
    context = {
        "selection": selection,
        "cards": cards(fitting),
        "arenas": [] if selection.chosen else selection.links(ARENA),
    }
    return render(request, "guidance/activity_list.html", context)
