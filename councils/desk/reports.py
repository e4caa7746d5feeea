"""The yearly report: drafted from the records, edited, published, taken back, and drafted anew section by section."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.sending import is_overtaken, saved_whole, sent
from contacts.person_data.forms import record_decisions
from councils.choices import WrittenLanguage
from councils.desk.doors import COUNCILS, keeper_page
from councils.desk.report_form import ReportForm, TakeBackForm
from councils.models import YearlyReport
from councils.services import reports

FIRST_YEAR = 2000
LANGUAGES = {f"text_{language}": language for language in WrittenLanguage.values}


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def yearly_report(request, body, year):
    """To edit, or to read once it is published. Before it was saved for the first time it is what the records say."""
    report = _report(request.access, body, year)
    if report.is_published and "text_nb" not in request.POST:
        return _published(request, report)
    draft = {} if report.pk else reports.draft(body, year, timezone.localdate())
    form = ReportForm(
        sent(request),
        instance=report,
        initial={f"text_{language}": text for language, text in draft.items()},
        access=request.access,
    )
    if form.is_bound and form.is_valid() and _save(request, form):
        return redirect("yearly_report", body.slug, year)
    context = {"body": body, "report": report, "form": form, "is_new": not report.pk}
    return render(request, "councils/desk/report.html", context)


def _report(access, body, year):
    if not FIRST_YEAR <= year <= timezone.localdate().year:
        raise Http404
    stored = YearlyReport.objects.editable_by(access).filter(body=body, year=year).first()
    return stored or YearlyReport(body=body, year=year)


def _save(request, form):
    """False if it is saved but cannot be published; the form says why."""
    report = form.save()
    if "publish" not in request.POST:
        messages.success(request, _("The report is saved."))
        return True
    try:
        reports.publish(report=report)
    except ValidationError as error:
        form.add_error(None, error)
        transaction.set_rollback(True)
        return False
    messages.success(request, _("The report is published."))
    return True


def _published(request, report):
    form = TakeBackForm(request.POST if "take_back" in request.POST else None)
    if form.is_bound and form.is_valid():
        reports.take_back(report=report, reason=form.cleaned_data["reason"])
        record_decisions(form, report)
        messages.success(request, _("The report can be edited, and is no longer public."))
        return redirect("yearly_report", report.body.slug, report.year)
    context = {"body": report.body, "report": report, "form": form, "languages": _texts(report)}
    return render(request, "councils/desk/report_published.html", context)


def _texts(report):
    return [(language, reports.sections(getattr(report, name))) for name, language in LANGUAGES.items()]


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def draft_anew(request, body, year):
    """Which sections the records would write otherwise now. What is not ticked stays as it was edited."""
    report = get_object_or_404(
        YearlyReport.objects.editable_by(request.access), body=body, year=year, status=YearlyReport.Status.DRAFT
    )
    draft = reports.draft(body, year, timezone.localdate())
    if request.method == "POST" and not is_overtaken(request, report):
        _take(report, draft, set(request.POST.getlist("take")))
        messages.success(request, _("The sections you ticked are drafted anew. Everything else is as it was."))
        return redirect("yearly_report", body.slug, year)
    changed = [
        (language, reports.differences(getattr(report, name), draft[language])) for name, language in LANGUAGES.items()
    ]
    context = {
        "body": body,
        "report": report,
        "changed": changed,
        "is_changed": any(found for _language, found in changed),
    }
    return render(request, "councils/desk/report_anew.html", context)


def _take(report, draft, taken):
    for name, language in LANGUAGES.items():
        headings = {choice.partition(":")[2] for choice in taken if choice.startswith(f"{language}:")}
        setattr(report, name, reports.merged(getattr(report, name), draft[language], headings))
    report.save()
