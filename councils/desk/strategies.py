"""The strategies of a body on the desk: written, adopted in a meeting, revised, compared with the one before."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import POST
from contacts.desk.sending import is_overtaken, saved_whole, sent
from contacts.person_data.forms import record_decisions
from councils.desk.doors import COUNCILS, keeper_page, reader_page
from councils.desk.strategy_forms import AdoptForm, DatesForm, Objectives, StrategyForm
from councils.models import Strategy
from councils.permissions import keeps
from councils.services import strategies as services

HERE = "body_strategies"
MORE = "more"


def strategies_of(request, body):
    return Strategy.objects.filter(body=body).readable_by(request.access)


def strategy_called(request, body, strategy_slug):
    found = get_object_or_404(strategies_of(request, body).for_list(), slug=strategy_slug)
    found.body = body
    return found


@reader_page(of=COUNCILS)
def strategies(request, body):
    found = strategies_of(request, body).for_list()
    context = {"body": body, "strategies": found, "keeps": keeps(request.access, body)}
    return render(request, "councils/desk/strategies.html", context)


@reader_page(of=COUNCILS)
def strategy(request, body, strategy_slug):
    """As it stands, with what can be done with it next."""
    found = strategy_called(request, body, strategy_slug)
    is_kept = keeps(request.access, body)
    context = {
        "body": body,
        "strategy": found,
        "objectives": found.objectives.all(),
        "keeps": is_kept,
        "next": [(status.value, _said(status)) for status in services.NEXT.get(found.status, ())] if is_kept else [],
        "missing": services.missing_texts(found) if is_kept and found.is_draft else [],
    }
    return render(request, "councils/desk/strategy.html", context)


def _said(status):
    return {
        Strategy.Status.REVISION: _("Put under revision"),
        Strategy.Status.ADOPTED: _("End the revision: it stays as it is"),
        Strategy.Status.EXPIRED: _("End it today"),
    }[status]


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def new_strategy(request, body):
    return _write(request, body, Strategy(body=body, is_example=body.is_example))


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def edit_strategy(request, body, strategy_slug):
    """A draft in full; of what was adopted the days. Whoever wrote while it was adopted keeps what they typed."""
    found = strategy_called(request, body, strategy_slug)
    if found.is_draft or "routines" in request.POST:
        return _write(request, body, found)
    form = DatesForm(sent(request), instance=found, access=request.access)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("The new days are saved."))
        return redirect("body_strategy", body.slug, found.slug)
    return render(request, "councils/desk/strategy_dates.html", {"body": body, "strategy": found, "form": form})


def _write(request, body, row):
    data = sent(request)
    form = StrategyForm(data, instance=row, access=request.access)
    objectives = Objectives(data, instance=row, prefix="objectives", form_kwargs={"access": request.access})
    if form.is_bound and form.is_valid() and objectives.is_valid():
        return _save(request, body, form, objectives)
    return render(request, "councils/desk/strategy_form.html", {"body": body, "form": form, "objectives": objectives})


def _save(request, body, form, objectives):
    if form.has_changed() or form.is_new:
        services.write_strategy(strategy=form.instance)
        record_decisions(form, form.instance)
    objectives.save()
    messages.success(request, _("The draft is saved. Only those who keep the records see it before it is adopted."))
    if MORE in request.POST:
        return redirect("edit_strategy", body.slug, form.instance.slug)
    return redirect("body_strategy", body.slug, form.instance.slug)


@keeper_page(methods=POST, of=COUNCILS)
@again_when_overtaken
@saved_whole
def new_version(request, body, strategy_slug):
    before = strategy_called(request, body, strategy_slug)
    draft = services.new_version(of=before)
    messages.success(request, _("This draft has the texts and objectives of the version before. Change what is new."))
    return redirect("edit_strategy", body.slug, draft.slug)


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def adopt_strategy(request, body, strategy_slug):
    found = strategy_called(request, body, strategy_slug)
    today = timezone.localdate()
    form = AdoptForm(sent(request), instance=found, access=request.access, today=today)
    if form.is_bound and form.is_valid() and _adopt(form, today):
        messages.success(request, _("The strategy is adopted. It is public now."))
        return redirect("body_strategy", body.slug, found.slug)
    context = {"body": body, "strategy": found, "form": form, "missing": services.missing_texts(found)}
    return render(request, "councils/desk/strategy_adopt.html", context)


def _adopt(form, today):
    """Or nothing, and then the form says why."""
    days = {name: form.cleaned_data[name] for name in ("valid_from", "valid_to", "review_on")}
    try:
        with transaction.atomic():
            services.adopt_strategy(strategy=form.instance, item=form.cleaned_data["adopted_in"], today=today, **days)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


@keeper_page(methods=POST, of=COUNCILS)
@again_when_overtaken
@saved_whole
def change_strategy_status(request, body, strategy_slug):
    """By a press, of whoever has seen the newest version."""
    found = strategy_called(request, body, strategy_slug)
    if not is_overtaken(request, found):
        _change_status(request, found)
    return redirect("body_strategy", body.slug, found.slug)


def _change_status(request, found):
    try:
        services.change_status(strategy=found, status=request.POST.get("status", ""), today=timezone.localdate())
        messages.success(request, _("The strategy is now: %s.") % found.get_status_display())
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))


@reader_page(of=COUNCILS)
def compare_strategies(request, body, strategy_slug):
    """With the version before, or with the one that `med` names."""
    after = strategy_called(request, body, strategy_slug)
    others = list(strategies_of(request, body).exclude(pk=after.pk).prefetch_related("objectives"))
    wanted = request.GET.get("med") or (after.predecessor.slug if after.predecessor else "")
    before = next((each for each in others if each.slug == wanted), None)
    context = {
        "body": body,
        "after": after,
        "before": before,
        "others": others,
        "comparisons": services.compare_strategies(before, after) if before else [],
    }
    return render(request, "councils/desk/strategies_compared.html", context)
