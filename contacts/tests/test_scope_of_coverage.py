"""R7: what a contact point may serve, and users who are known by one address."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from contacts.models import ContactPoint, Coverage, Municipality, User

pytestmark = pytest.mark.django_db


def covered(point, municipality):
    return Coverage(
        contact_point=ContactPoint.objects.get(key=point), municipality=Municipality.objects.get(slug=municipality)
    )


def test_a_district_serves_its_own_municipalities():
    covered("eksempel-politikontakt-setesdal", "evje-og-hornnes").full_clean()


def test_a_district_cannot_serve_a_municipality_of_another():
    with pytest.raises(ValidationError, match="politidistriktet"):
        covered("eksempel-politikontakt-setesdal", "oslo").full_clean()


def test_a_contact_for_the_whole_district_needs_no_single_municipality():
    with pytest.raises(ValidationError, match="hele politidistriktet"):
        covered("eksempel-forebygging-agder", "valle").full_clean()


def test_a_stray_coverage_never_brings_one_district_onto_the_card_of_another():
    covered("eksempel-forebygging-agder", "oslo").save()
    oslo = Municipality.objects.get(slug="oslo")
    shown = ContactPoint.objects.covering(municipality_id=oslo.pk, district_id=None)
    assert not shown.filter(key="eksempel-forebygging-agder").exists()


def test_two_users_cannot_share_an_address_by_writing_it_differently():
    User.objects.create_user("prove@eksempel.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("Prove@Eksempel.example")
