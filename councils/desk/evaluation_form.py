"""The self-evaluation of a year: the fixed questions, and what we will do better."""

from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from councils.models import Answer, Question, SelfEvaluation
from councils.texts import WrittenField

SCORES = [(str(score), label) for score, label in Answer._meta.get_field("score").choices]


class AnswerForm(VersionedModelForm):
    score = forms.TypedChoiceField(
        choices=[*SCORES, ("", _("not answered"))],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    comment = forms.CharField(label=_("Why?"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    class Meta:
        model = Answer
        fields = ("score", "comment")

    def __init__(self, data=None, *, answer, **kwargs):
        super().__init__(data, instance=answer, prefix=answer.question, **kwargs)
        self.fields["score"].label = Question(answer.question).label
        if answer.score is None:
            self.initial["score"] = ""


class EvaluationForm(VersionedModelForm):
    improve = WrittenField(label=_("What we will do better next year"), rows=5)

    class Meta:
        model = SelfEvaluation
        fields = ("improve",)
