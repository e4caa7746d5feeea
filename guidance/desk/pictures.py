"""The pictures of a resource: added, shown with what is written in the text to use them, deleted when none does."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from contacts.conflicts import again_when_overtaken, number
from contacts.desk.doors import READ
from contacts.person_data.forms import record_decisions
from guidance.desk.doors import resource_page, show
from guidance.desk.picture_form import PictureForm
from guidance.models import Picture, Text
from guidance.picture_views import picture_file
from guidance.services import pictures as services

REMOVE = "remove"


@resource_page()
@again_when_overtaken
def resource_pictures(request, resource):
    """No transaction round it: of a picture that was not taken no file is left."""
    if REMOVE in request.POST:
        return _remove(request, resource)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PictureForm(*data, instance=Picture(resource=resource), access=request.access)
    if form.is_bound and form.is_valid() and (picture := _added(form)):
        messages.success(request, _("The picture is added. Write %s in the text, with what it shows.") % picture)
        return redirect("resource_pictures", resource.pk)
    used = services.used_in(Text.objects.filter(edition__resource=resource))
    rows = [(picture, picture.pk in used) for picture in resource.pictures.all()]
    return show(request, "pictures", resource, form=form, pictures=rows)


def _added(form):
    try:
        picture = services.add(picture=form.instance, made=form.cleaned_data["file"])
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return None
    record_decisions(form, picture)
    return picture


def _remove(request, resource):
    picture = get_object_or_404(resource.pictures, pk=number(request.POST.get(REMOVE)))
    picture.resource = resource
    try:
        services.remove(picture=picture)
        messages.success(request, _("The picture is deleted."))
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    return redirect("resource_pictures", resource.pk)


@resource_page(READ)
@never_cache
def desk_picture(request, resource, picture):
    """For whoever keeps the resource, published or not."""
    return picture_file(get_object_or_404(resource.pictures, pk=picture))
