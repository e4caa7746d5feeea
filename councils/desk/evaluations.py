"""The yearly self-evaluation: answered in one form, and laid beside the year before. For the members alone."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.sending import saved_whole, sent
from councils.desk.doors import COUNCILS, keeper_page, reader_page
from councils.desk.evaluation_form import AnswerForm, EvaluationForm
from councils.models import Answer, SelfEvaluation
from councils.permissions import keeps
from councils.services import evaluations

FIRST_YEAR = 2000


@reader_page(of=COUNCILS)
def evaluation(request, body, year):
    """As it was answered, with last year's answers."""
    row = SelfEvaluation.objects.of_readable_body(request.access).filter(body=body, year=year).first()
    if row is None:
        raise Http404
    before = Answer.objects.filter(evaluation__body=body, evaluation__year=year - 1)
    context = {
        "body": body,
        "evaluation": row,
        "compared": evaluations.compared(row.answers.all(), before),
        "has_before": before.exists(),
        "is_kept": keeps(request.access, body),
    }
    return render(request, "councils/desk/evaluation.html", context)


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def edit_evaluation(request, body, year):
    if not FIRST_YEAR <= year <= timezone.localdate().year:
        raise Http404
    row = SelfEvaluation.objects.editable_by(request.access).filter(body=body, year=year).first()
    row = row or SelfEvaluation(body=body, year=year)
    data = sent(request)
    form = EvaluationForm(data, instance=row, access=request.access)
    rows = [AnswerForm(data, answer=answer, access=request.access) for answer in evaluations.blank(row).values()]
    if data is not None and False not in [one.is_valid() for one in (form, *rows)]:
        _save(form, rows)
        messages.success(request, _("The self-evaluation is saved."))
        return redirect("evaluation", body.slug, year)
    context = {"body": body, "year": year, "form": form, "rows": rows, "faulty": [one for one in rows if one.errors]}
    return render(request, "councils/desk/evaluation_form.html", context)


def _save(form, rows):
    evaluation = form.save() if form.is_new or form.has_changed() else form.instance
    for row in rows:
        if row.has_changed():
            row.instance.evaluation = evaluation
            row.save()
