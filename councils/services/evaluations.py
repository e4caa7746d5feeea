"""The yearly self-evaluation: eight fixed questions, so that a year can be laid beside the one before."""

from dataclasses import dataclass

from councils.models import Answer, Question


@dataclass(frozen=True)
class Compared:
    """One question: what we answered this year and last year; None where nobody answered."""

    question: Question
    score: int | None
    comment: str
    before: int | None

    @property
    def change(self):
        """ "up", "down" or "same"; empty where there is nothing to compare."""
        if self.score is None or self.before is None:
            return ""
        return "same" if self.score == self.before else "up" if self.score > self.before else "down"


def compared(answers, answers_before):
    now = {answer.question: answer for answer in answers}
    before = {answer.question: answer.score for answer in answers_before}
    return [
        Compared(
            question,
            score=now[question].score if question in now else None,
            comment=now[question].comment if question in now else "",
            before=before.get(question),
        )
        for question in Question
    ]


def blank(evaluation):
    """{question: its answer as it is stored, or one to fill in}"""
    stored = {answer.question: answer for answer in evaluation.answers.all()} if evaluation.pk else {}
    return {question: stored.get(question) or Answer(evaluation=evaluation, question=question) for question in Question}
