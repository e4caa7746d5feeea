"""Where a role ends, and what a page tells whoever has another: attempts that were once answered."""

import pytest
from django.urls import reverse

from contacts.models import Publication, Role
from contacts.tests.factories import (
    make_assignment,
    make_district,
    make_grant,
    make_municipality,
    make_person,
    make_user,
)
from slt.choices import Level
from slt.tests.factories import (
    make_coordinator,
    make_finding,
    make_group,
    make_keeper,
    make_measure,
    make_scheme,
    make_year,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def scheme():
    return make_scheme()


@pytest.fixture
def of_a_group(client, scheme):
    """Whoever keeps the records of one group of the scheme, and nothing else."""
    user = make_user()
    make_grant(user, Role.SLT_COORDINATOR, scheme.municipalities.get(), body=make_group(scheme).slug)
    client.force_login(user)
    return user


def test_at_which_level_a_group_is_whoever_keeps_it_alone_does_not_say(client, scheme, of_a_group):
    group = scheme.groups.get()
    address = reverse("admin:slt_group_change", args=[group.pk])
    assert "level" not in client.get(address).context["adminform"].form.fields
    client.post(address, {"name": group.name, "level": Level.STEERING})
    assert scheme.groups.get().level == Level.COORDINATING
    client.force_login(make_keeper(scheme))
    assert "level" in client.get(address).context["adminform"].form.fields


def test_who_holds_another_municipalitys_contact_point_is_not_told_once_it_is_not_published(client):
    district = make_district()
    theirs, mine = make_municipality(district=district), make_municipality(district=district)
    scheme = make_scheme(theirs, mine)
    point = make_coordinator(scheme).contact_point
    decided = {"publication_decided_by": "HR", "publication_decided_on": point.verified_on}
    make_assignment(point, make_person(name="Ola Eksempel"), publication=Publication.NAME, **decided)
    user = make_user((Role.SLT_COORDINATOR, mine))
    client.force_login(user)
    address = reverse("scheme_coordinators", args=[scheme.slug])
    assert "Ola Eksempel" in client.get(address).content.decode()
    point.is_published = False
    point.save()
    answer = client.get(address).content.decode()
    assert "Ola Eksempel" not in answer
    assert "a name that is not shown here" in answer


def test_a_number_that_is_too_large_for_the_database_is_no_choice(client, scheme):
    cycle = make_year(scheme)
    make_group(scheme)
    make_finding(cycle)
    client.force_login(make_keeper(scheme))
    too_large = "9" * 30
    for address, field in (
        (reverse("scheme_frame", args=[scheme.slug]), "steering_council"),
        (reverse("edit_scheme_measure", args=[scheme.slug, cycle.year, make_measure(cycle).pk]), "group"),
        (reverse("new_priority", args=[scheme.slug, cycle.year]), "findings"),
    ):
        answer = client.post(address, {field: too_large})
        assert answer.status_code == 200
        assert field in answer.context["form"].errors
