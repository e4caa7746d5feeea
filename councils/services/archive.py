"""Handing a meeting over for the archive, and deleting it afterwards. The portal is not the archive (product.md).

An export is a ZIP: the minutes as a PDF, as whoever keeps the records reads them; the attachments; and metadata.xml,
with names after Noark 5 and a checksum of each file. The same records give the same bytes. So whether the archive has
the newest state needs no bookkeeping: it has, if the newest export is what would be exported now.
"""

import hashlib
import io
import re
import zipfile
from xml.etree import ElementTree

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from contacts.models import AuditEvent
from councils.choices import Visibility
from councils.models import (
    AgendaItem,
    ArchiveExport,
    Attendance,
    BodyMunicipality,
    Meeting,
    MinutesText,
    MinutesVersion,
)
from councils.pdf import make_pdf

# Noark's code for who may read it: open, internal, exempt.
ACCESS_CODES = {Visibility.PUBLIC: "O", Visibility.INTERNAL: "I", Visibility.EXEMPT: "U"}
# What is over. Of the others something is still to come.
OVER = {Meeting.Status.APPROVED, Meeting.Status.PUBLISHED, Meeting.Status.CANCELLED}
# The same in every file, so that the same records give the same bytes.
TIME_IN_ZIP = (1980, 1, 1, 0, 0, 0)
# What no XML may hold, however it got into a text: with it, the archive could not read the file.
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MINUTES, METADATA = "moteprotokoll.pdf", "metadata.xml"


@transaction.atomic
def export_meeting(*, meeting, by):
    """The ZIP; it is recorded that it was handed over, by whom, in which state."""
    content = build(meeting)
    now = timezone.now()
    meeting.archived_at = now
    meeting.save(update_fields=["archived_at"])
    ArchiveExport.objects.create(
        meeting=meeting, at=now, by=by, version_of_meeting=meeting.version, sha256=sha256(content)
    )
    return content


def is_archived(meeting):
    """Whether the newest export is of the records as they are now."""
    newest = _newest_export(meeting)
    return newest is not None and newest.sha256 == sha256(build(meeting))


def _newest_export(meeting):
    return meeting.exports.order_by("-at", "-pk").first()


def build(meeting):
    if not meeting.is_called:
        raise ValidationError(_("A meeting that nobody was called to has no records to hand over."))
    items = list(meeting.items.select_related("legal_basis").prefetch_related("files").order_by("position", "pk"))
    files = [(MINUTES, _minutes(meeting, items))]
    for item in items:
        files += [(path_of(attachment), _read(attachment)) for attachment in item.files.all()]
    return _zip([*files, (METADATA, _metadata(meeting, items, files))])


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def path_of(attachment):
    return f"vedlegg/{attachment.key}.pdf"


def _read(attachment):
    with attachment.file.open("rb") as file:
        return file.read()


def _zip(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, content in files:
            archive.writestr(zipfile.ZipInfo(path, TIME_IN_ZIP), content)
    return buffer.getvalue()


def _minutes(meeting, items):
    """In the body's own written language, whoever asks."""
    with translation.override(meeting.body.language):
        context = {
            "meeting": meeting,
            "body": meeting.body,
            "items": items,
            "attendance": meeting.attendance.select_related("member").prefetch_related("items"),
            "versions": meeting.versions.all(),
            "LANGUAGE_CODE": meeting.body.language,
        }
        return make_pdf(render_to_string("councils/pdf/archive.html", context), base=settings.SITE_URL)


def _metadata(meeting, items, files):
    checksums = {path: (sha256(content), len(content)) for path, content in files}
    root = ElementTree.Element("arkivmelding")
    _fill(root, system="Lokal forebygging", antallFiler=len(files))
    folder = ElementTree.SubElement(root, "moetemappe")
    _fill(
        folder,
        systemID=meeting.uid,
        tittel=str(meeting),
        utvalg=meeting.body.name,
        moetedato=meeting.date,
        moetested=meeting.place,
        moetetype=meeting.kind,
        status=meeting.status,
        tilgangskode=ACCESS_CODES[meeting.visibility],
        godkjentDato=meeting.approved_on or "",
        godkjentAv=meeting.approved_by,
    )
    _document(folder, "Møteprotokoll", "Møteprotokoll", MINUTES, checksums)
    for attendance in meeting.attendance.select_related("member"):
        _participant(folder, attendance)
    for item in items:
        _case(folder, item, checksums)
    for version in meeting.versions.prefetch_related("texts__item"):
        _version(folder, version)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _case(folder, item, checksums):
    """An item. Of an exempt one, what is kept of it."""
    case = ElementTree.SubElement(folder, "moeteregistrering")
    _fill(
        case,
        saksnummer=item.number,
        tittel=item.title,
        moetesakstype=item.kind,
        tema=item.theme,
        tilgangskode=ACCESS_CODES[item.visibility],
        beskrivelse=item.description,
        droefting=item.discussion,
        konklusjon=item.conclusion,
        trukket="true" if item.is_withdrawn else "",
    )
    if item.is_exempt:
        screening = ElementTree.SubElement(case, "skjerming")
        _fill(
            screening,
            tilgangsrestriksjon="Unntatt offentlighet",
            hjemmel=item.legal_basis.code,
            begrunnelse=item.exempt_reason,
            innsynHos=item.access_contact,
        )
    for action in item.action_items.order_by("pk"):
        # Without how far it has come: that is not of this meeting.
        agreed = ElementTree.SubElement(case, "oppfoelging")
        _fill(agreed, hva=action.what, ansvarlig=action.responsible, frist=action.due or "")
    for attachment in item.files.all():
        _document(case, attachment.title, "Vedlegg", path_of(attachment), checksums)


def _document(parent, title, kind, path, checksums):
    description = ElementTree.SubElement(parent, "dokumentbeskrivelse")
    _fill(description, dokumenttype=kind, tittel=title)
    checksum, size = checksums[path]
    _fill(
        ElementTree.SubElement(description, "dokumentobjekt"),
        referanseDokumentfil=path,
        format="PDF",
        sjekksum=checksum,
        sjekksumAlgoritme="SHA-256",
        filstoerrelse=size,
    )


def _participant(folder, attendance):
    member = attendance.member
    _fill(
        ElementTree.SubElement(folder, "moetedeltaker"),
        moetedeltakerFunksjon=member.role if member else attendance.guest,
        paaVegneAv=member.agency if member else "",
        oppmoete=attendance.presence,
    )


def _version(folder, version):
    """The minutes as they were published, the first time or corrected."""
    published = ElementTree.SubElement(folder, "publisertVersjon")
    _fill(
        published,
        versjonsnummer=version.number,
        publisertDato=version.published_at.isoformat(),
        begrunnelse=version.reason,
    )
    for text in version.texts.all():
        _fill(
            ElementTree.SubElement(published, "tekst"),
            saksnummer=text.item.number,
            tittel=text.title,
            beskrivelse=text.description,
            droefting=text.discussion,
            konklusjon=text.conclusion,
        )


def _fill(parent, **values):
    """What is empty is left out."""
    for name, value in values.items():
        if value != "":
            ElementTree.SubElement(parent, name).text = NO_XML.sub("", str(value))


def obstacles_to_deletion(meeting, *, archived):
    """What stands in the way, in words for whoever would delete it. `archived`: `is_archived`, which makes the whole
    export to know, and so is asked once."""
    if meeting.status not in OVER:
        yield _("The meeting is not over yet: its minutes are neither approved nor published.")
    elif not archived:
        yield _("Export the meeting for the archive first. What was exported before is not the newest state.")
    for strategy in _adopted_in(meeting):
        yield _("“%(title)s” was adopted in this meeting, and refers to it.") % {"title": strategy.title}


def _adopted_in(meeting):
    return [strategy for item in meeting.items.all() for strategy in item.strategies.all()]


@transaction.atomic
def delete_meeting(*, meeting, by, reason):
    """Rows, history and files of a meeting that the archive has. Its case numbers stay used; that it was deleted, by
    whom and why stays in the log, with the checksum of what was handed over."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    obstacles = list(obstacles_to_deletion(meeting, archived=is_archived(meeting)))
    if obstacles:
        raise ValidationError(obstacles)
    _record(meeting, by, reason)
    attendance = list(meeting.attendance.values_list("pk", flat=True))
    items = list(meeting.items.all())
    MinutesText.objects.filter(version__meeting=meeting).forget()
    MinutesVersion.objects.filter(meeting=meeting).forget()
    _forget(AgendaItem, items)
    pk = meeting.pk
    meeting.delete()
    for model, ids in ((Meeting, [pk]), (Attendance, attendance)):
        model.history.filter(id__in=ids).delete()


def _forget(model, rows):
    ids = [row.pk for row in rows]
    for row in rows:
        row.refresh_from_db(fields=["version"])
        row.delete()
    model.history.filter(id__in=ids).delete()


def _record(meeting, by, reason):
    numbers = [item.number for item in meeting.items.numbered().order_by("case_year", "case_number")]
    newest = _newest_export(meeting)
    parts = [str(meeting), ", ".join(numbers), f"SHA-256 {newest.sha256}"]
    AuditEvent.objects.create(
        kind=AuditEvent.Kind.MEETING_DELETED,
        user=by,
        municipality=_municipality(meeting),
        reason=reason,
        details=" · ".join(part for part in parts if part)[:300],
    )


def _municipality(meeting):
    area = BodyMunicipality.objects.filter(body=meeting.body_id).current(timezone.localdate()).first()
    return area.municipality if area else None
