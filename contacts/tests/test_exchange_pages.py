"""The pages of import and export, as somebody with a role meets them."""

import csv
import io
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from contacts.exchange.resource import ContactPointResource
from contacts.models import AuditEvent, ContactPoint, Function, Role, RoleGrant
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_municipality,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db

PAGE = "/en/skrivebord/utveksling/"
EXPORT, IMPORT, CONFIRM = f"{PAGE}eksport/", f"{PAGE}import/", f"{PAGE}import/bekreft/"
REASON = "To check the list before the election"


@pytest.fixture
def district():
    return make_district("Prøve", slug="prove")


@pytest.fixture
def municipality(district):
    return make_municipality("Prøvevik", slug="provevik", district=district)


@pytest.fixture
def point(district, municipality):
    return make_contact_point(
        Function.POLICE_CONTACT, owner=district, serves=[municipality], key="prove", phone="12340001"
    )


@pytest.fixture
def coordinator(client, district, point):
    client.force_login(make_user((Role.POLICE_COORDINATOR, district), name="Kim Eksempel"))
    return client


def exported(client, **choices):
    answer = client.post(EXPORT, {"form": "csv"} | choices)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return answer.content


def lines_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def uploaded(client, content, name="file.csv"):
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, content)})


def confirmed(client, preview, **choices):
    token = preview.context["confirm_form"]["token"].value()
    return client.post(CONFIRM, {"token": token} | choices)


def test_a_file_comes_back_without_a_change(coordinator):
    preview = uploaded(coordinator, exported(coordinator)).context["preview"]
    assert [row.status for row in preview.rows] == ["unchanged"]


def test_what_was_previewed_is_what_is_imported(coordinator, point):
    preview = uploaded(coordinator, exported(coordinator).replace(b"12 34 00 01", b"12 34 00 02"))
    assert preview.context["preview"].changed[0].changes == (("Function number", "12 34 00 01", "12 34 00 02"),)
    assert ContactPoint.objects.get(pk=point.pk).phone == "12340001"
    confirmed(coordinator, preview)
    assert ContactPoint.objects.get(pk=point.pk).phone == "12340002"
    assert point.history.first().origin == "import"


def test_names_are_logged_with_the_reason_and_never_themselves(coordinator, district, point):
    make_assignment(point, make_person("Kari Eksempel", owner=district))
    rows = lines_of(exported(coordinator, with_names="on", reason=REASON))
    assert "Kari Eksempel" in rows[0]["Holders"]
    event = AuditEvent.objects.get()
    assert (event.kind, event.district, event.reason) == ("names_exported", district, REASON)
    assert "1 names" in event.details
    assert "Kari" not in event.details


# Who comes in


@pytest.mark.parametrize("address", [PAGE, EXPORT, IMPORT, CONFIRM])
@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_is_not_logged_in_is_led_to_the_login(client, address, method):
    answer = getattr(client, method)(address)
    with translation.override("en"):
        assert answer.headers["Location"].partition("?")[0] == reverse("account_login")


@pytest.mark.parametrize("address", [PAGE, EXPORT, IMPORT, CONFIRM])
@pytest.mark.parametrize("role", [None, Role.USER_ADMINISTRATOR])
def test_whoever_has_nothing_to_do_with_contact_points_is_refused(client, address, role):
    client.force_login(make_user(*[(role, None)] * bool(role)))
    assert client.get(address).status_code == 403
    assert address == PAGE or client.post(address).status_code == 403


def test_an_auditor_finds_a_file_to_take_out_and_none_to_take_in(client, district):
    client.force_login(make_user((Role.AUDITOR, district)))
    assert "import_form" not in client.get(PAGE).context
    assert uploaded(client, b"key;version").status_code == 403
    assert client.post(CONFIRM, {"token": "x"}).status_code == 403


def test_an_slt_coordinator_is_offered_no_names_and_gets_none(client, municipality):
    slt = make_contact_point(Function.SLT_COORDINATOR, owner=municipality)
    make_assignment(slt, make_person("Kari Eksempel", owner=municipality))
    client.force_login(make_user((Role.SLT_COORDINATOR, municipality)))
    assert "with_names" not in client.get(PAGE).context["export_form"].fields
    content = exported(client, with_names="on", reason=REASON)
    assert b"Kari" not in content
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("address", [EXPORT, IMPORT, CONFIRM])
def test_whoever_comes_back_to_an_answer_begins_anew(coordinator, address):
    assert coordinator.get(address).headers["Location"] == PAGE


def test_nobody_keeps_a_file(coordinator):
    answer = coordinator.post(EXPORT, {"form": "xlsx"})
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer["Content-Disposition"].endswith('.xlsx"')


def test_one_comes_here_from_the_desk_and_from_the_list_of_contact_points(coordinator):
    for page in ("/en/skrivebord/", "/en/admin/contacts/contactpoint/"):
        assert f'href="{PAGE}"' in coordinator.get(page).content.decode()


# Names


@pytest.mark.parametrize("reason", ["", " " * 20, "fordi"], ids=["none", "spaces", "short"])
def test_names_need_a_reason(coordinator, reason):
    answer = coordinator.post(EXPORT, {"form": "csv", "with_names": "on", "reason": reason})
    assert answer["Content-Type"].startswith("text/html")
    assert answer.context["export_form"].errors["reason"]
    assert not AuditEvent.objects.exists()


def test_a_file_without_names_needs_none_and_is_not_logged(coordinator):
    assert "Holders" not in lines_of(exported(coordinator))[0]
    assert not AuditEvent.objects.exists()


def test_names_taken_out_by_the_whole_country_are_logged_once(client, point):
    client.force_login(make_user((Role.AREA_ADMINISTRATOR, None)))
    exported(client, with_names="on", reason=REASON)
    event = AuditEvent.objects.get()
    assert (event.district, event.municipality) == (None, None)


# Preview


def bad_and_good(client):
    content = exported(client).replace(b"12 34 00 01", b"12 34 00 02").rstrip()
    return uploaded(client, content + b"\r\nannen;Police contact;atlantis\r\n")


def test_each_bad_line_is_named_with_its_number_and_reason(coordinator):
    answer = bad_and_good(coordinator)
    page = " ".join(answer.content.decode().split())
    assert "Line 3: Police contact (annen)" in page
    assert "<strong>Owner:</strong> “atlantis”" in page


def test_with_a_bad_line_nothing_is_imported_unless_one_says_so(coordinator, point):
    preview = bad_and_good(coordinator)
    again = confirmed(coordinator, preview)
    assert again.context["confirm_form"].errors["skip_bad"]
    assert ContactPoint.objects.get(pk=point.pk).phone == "12340001"
    confirmed(coordinator, again, skip_bad="on")
    assert ContactPoint.objects.get(pk=point.pk).phone == "12340002"


def test_a_file_that_cannot_be_read_says_why_at_its_field(coordinator):
    answer = uploaded(coordinator, b"key;Ansatt\r\nprove;Kari")
    assert "Ansatt" in answer.context["import_form"].errors["file"][0]
    assert coordinator.post(IMPORT).context["import_form"].errors["file"]


def test_a_file_is_what_its_content_says_whatever_its_name(coordinator):
    workbook = coordinator.post(EXPORT, {"form": "xlsx"}).content
    assert uploaded(coordinator, workbook, "file.csv").context["preview"].unchanged
    assert uploaded(coordinator, exported(coordinator), "file.xlsx").context["preview"].unchanged


def test_what_stands_in_a_cell_is_shown_and_never_run(coordinator):
    answer = uploaded(coordinator, exported(coordinator).replace(b"12 34 00 01", b"<script>alert(1)</script>"))
    assert b"<script>alert" not in answer.content
    assert b"&lt;script&gt;alert" in answer.content


# Confirmation


def changed_in(client):
    return uploaded(client, exported(client).replace(b"12 34 00 01", b"12 34 00 02"))


def token_of(preview):
    return preview.context["confirm_form"]["token"].value()


def is_untouched(point):
    return ContactPoint.objects.get(pk=point.pk).phone == "12340001"


@pytest.mark.parametrize("spoil", [lambda token: token[:-1], lambda token: f"A{token}", lambda token: ""])
def test_a_preview_that_was_tampered_with_imports_nothing(coordinator, point, spoil):
    answer = coordinator.post(CONFIRM, {"token": spoil(token_of(changed_in(coordinator)))})
    assert answer.headers["Location"] == PAGE
    assert is_untouched(point)


def test_the_preview_of_somebody_else_imports_nothing(coordinator, client, district, point):
    token = token_of(changed_in(coordinator))
    client.force_login(make_user((Role.POLICE_COORDINATOR, district)))
    client.post(CONFIRM, {"token": token})
    assert is_untouched(point)


def test_an_hour_later_one_looks_again(coordinator, point):
    token = token_of(changed_in(coordinator))
    with mock.patch("contacts.exchange.forms.HOUR", -1):
        coordinator.post(CONFIRM, {"token": token})
    assert is_untouched(point)


def test_a_role_that_ended_meanwhile_imports_nothing(coordinator, point, district):
    preview = changed_in(coordinator)
    RoleGrant.objects.all().delete()
    assert confirmed(coordinator, preview).status_code == 403
    assert is_untouched(point)


def test_whoever_was_overtaken_sees_the_preview_of_now(coordinator, point):
    preview = changed_in(coordinator)
    point.email = "ny@eksempel.example"
    point.save()
    again = confirmed(coordinator, preview)
    assert again.context["has_changed"]
    assert "ny@eksempel.example" in again.content.decode()
    assert is_untouched(point)


@pytest.fixture
def somebody_faster(point, monkeypatch):
    """Saves between the moment in which an import has read the row and that in which it writes, once."""
    save = ContactPointResource.save_instance

    def save_after_them(resource, *args, **context):
        monkeypatch.setattr(ContactPointResource, "save_instance", save)
        theirs = ContactPoint.objects.get(pk=point.pk)
        theirs.email = "ny@eksempel.example"
        theirs.save()
        save(resource, *args, **context)

    return lambda: monkeypatch.setattr(ContactPointResource, "save_instance", save_after_them)


def test_whoever_is_overtaken_while_the_rows_are_written_begins_anew(coordinator, point, somebody_faster):
    preview = changed_in(coordinator)
    somebody_faster()
    confirmed(coordinator, preview)
    assert ContactPoint.objects.get(pk=point.pk).version == 2


def test_the_history_says_who_imported(coordinator, point):
    confirmed(coordinator, changed_in(coordinator))
    record = point.history.first()
    assert (record.history_user.name, record.origin) == ("Kim Eksempel", "import")
