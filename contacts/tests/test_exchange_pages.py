"""The pages of import and export, as somebody with a role meets them."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from contacts.models import AuditEvent, ContactPoint, Function, Role
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
