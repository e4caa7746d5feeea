"""Who has published what is in the library: kept by its editors."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import READ, desk_page
from contacts.desk.sending import saved_whole, sent
from contacts.folding import norwegian_order
from contacts.recording import recording
from guidance.desk.publisher_forms import PublisherForm
from guidance.models import Publisher
from guidance.permissions import edits_library


@desk_page(edits_library, READ)
def publisher_desk(request):
    """Those that have ended stand among the others: what they published is still read."""
    rows = Publisher.objects.editable_by(request.access).select_related("successor")
    counted = rows.annotate(count=Count("resources"))
    publishers = sorted(counted, key=lambda one: (norwegian_order(str(one)), one.pk))
    context = {"publishers": publishers, "today": timezone.localdate()}
    return render(request, "guidance/desk/publishers.html", context)


@desk_page(edits_library)
@again_when_overtaken
@saved_whole
def new_publisher(request):
    return _write(request, Publisher())


@desk_page(edits_library)
@again_when_overtaken
@saved_whole
def edit_publisher(request, pk):
    return _write(request, get_object_or_404(Publisher.objects.editable_by(request.access), pk=pk))


def _write(request, publisher):
    form = PublisherForm(sent(request), instance=publisher, access=request.access)
    if form.is_bound and form.is_valid():
        with recording(reason=form.cleaned_data.get("reason", "")):
            form.save()
        messages.success(request, _("The publisher is saved."))
        return redirect("publisher_desk")
    name = "" if form.is_new else form.initial["name"]
    return render(request, "guidance/desk/publisher.html", {"form": form, "name": name})
