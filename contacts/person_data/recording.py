"""Who decided that a text points at nobody. Never the text, nor where in it."""

from simple_history.models import HistoricalRecords


def record_decision(*, row, form, field, kinds):
    """`kinds`: {kind of description: how many}. By whoever makes the request, as the history has it."""
    from contacts.models import PersonDataDecision

    PersonDataDecision.objects.create(
        user=_current_user(),
        row_label=row._meta.label_lower if row is not None else "",
        row_key=str(row.pk) if row is not None else "",
        form=form,
        field=field,
        kinds=", ".join(f"{kind}: {count}" for kind, count in sorted(kinds.items())),
    )


def _current_user():
    request = getattr(HistoricalRecords.context, "request", None)
    return request.user if request and request.user.is_authenticated else None
