"""What others did to rows since somebody looked at them: who, when and what."""

from dataclasses import dataclass
from datetime import datetime

from contacts.desk.tokens import MODELS


@dataclass(frozen=True)
class News:
    """`what` is a row that somebody changed; `fields` are the names of what is different in it."""

    what: str
    by: str
    at: datetime
    kind: str
    fields: tuple = ()


def news_about(differing, access):
    """`differing`: as tokens.differing gives it. Oldest first."""
    found = [news for (kind, pk), seen in differing.items() for news in _of_row(MODELS[kind], pk, seen)]
    return sorted(found, key=lambda news: news.at)


def _of_row(model, pk, seen):
    records = model.history.filter(id=pk, version__gte=seen).select_related("history_user")
    records = list(records.order_by("history_date", "history_id"))
    for before, record in zip([None, *records], records, strict=False):
        if record.version > seen or record.history_type == "-":
            yield _news(before, record)


def _news(before, record):
    fields = record.diff_against(before).changed_fields if before else []
    return News(
        what=str(record.instance),
        by=str(record.history_user or ""),
        at=record.history_date,
        kind=record.get_history_type_display(),
        fields=tuple(str(record.instance._meta.get_field(name).verbose_name) for name in fields if name != "version"),
    )
