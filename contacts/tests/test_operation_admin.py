import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import OutgoingMail, Role
from contacts.tests.factories import make_district, make_user

pytestmark = pytest.mark.django_db

LIST = "admin:contacts_outgoingmail_changelist"


@pytest.fixture
def given_up():
    return OutgoingMail.objects.create(
        key="1", to="kari@eksempel.example", subject="Kanarifugl", body="a secret link", given_up_at=timezone.now()
    )


@pytest.fixture
def enter(client):
    def enter(role, place=None):
        client.force_login(make_user((role, place)))
        return client

    return enter


@pytest.mark.parametrize("role", [Role.AREA_ADMINISTRATOR, Role.AUDITOR])
def test_who_keeps_the_whole_country_sees_what_was_given_up_and_never_the_text(role, enter, given_up):
    client = enter(role)
    for address in (reverse(LIST), reverse("admin:contacts_outgoingmail_change", args=[given_up.pk])):
        html = client.get(address).content.decode()
        assert "Kanarifugl" in html
        assert "a secret link" not in html
    assert client.get(reverse("admin:contacts_dailyrun_changelist")).status_code == 200


def test_who_keeps_a_district_sees_no_mail(enter, given_up):
    answer = enter(Role.AREA_ADMINISTRATOR, make_district()).get(reverse(LIST))
    assert "Kanarifugl" not in answer.content.decode()


@pytest.mark.parametrize(("role", "may"), [(Role.AREA_ADMINISTRATOR, True), (Role.AUDITOR, False)])
def test_only_an_administrator_sends_again(role, may, enter, given_up):
    enter(role).post(reverse(LIST), {"action": "send_again", "_selected_action": [given_up.pk]})
    assert OutgoingMail.objects.waiting().exists() == may
