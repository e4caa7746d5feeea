"""Whoever keeps the portal running learns that mails do not leave or that the daily jobs do not run."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from contacts import daily
from contacts.models import OutgoingMail, Role
from contacts.tests.factories import make_district, make_user
from portal.tests.document import Document

pytestmark = pytest.mark.django_db

DESK = "/en/skrivebord/"


def todos(client, role, place=None):
    client.force_login(make_user((role, place)))
    document = Document(client.get(DESK).content.decode())
    return {link.attrs["href"] for link in document.all("a", class_="todo") if "/admin/" in link.attrs["href"]}


@pytest.fixture
def everything_is_wrong():
    OutgoingMail.objects.create(key="1", to="a@eksempel.example", subject="1", given_up_at=timezone.now())


@pytest.fixture
def everything_is_well():
    call_command("daily", verbosity=0)


@pytest.mark.usefixtures("everything_is_wrong")
def test_an_administrator_finds_both_on_the_desk(client):
    assert todos(client, Role.AREA_ADMINISTRATOR) == {
        "/en/admin/contacts/outgoingmail/?state=given_up",
        "/en/admin/contacts/dailyrun/",
    }


@pytest.mark.usefixtures("everything_is_well")
def test_when_all_is_well_nothing_is_said(client):
    assert todos(client, Role.AREA_ADMINISTRATOR) == set()
    assert client.get("/readyz").content == b"ok\n"


@pytest.mark.usefixtures("everything_is_wrong")
def test_others_are_not_bothered(client):
    assert todos(client, Role.AREA_ADMINISTRATOR, make_district()) == set()


@pytest.mark.usefixtures("everything_is_well")
def test_whoever_watches_the_process_learns_of_late_jobs_and_it_goes_on_serving(client):
    with time_machine.travel(timezone.now() + timedelta(days=2, hours=1)):
        answer = client.get("/readyz")
    assert answer.status_code == 200
    assert all(f"late: the daily job {job.name}" in answer.content.decode() for job in daily.JOBS)
