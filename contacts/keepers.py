"""Who has which role where today, as addresses to write to. Read once, for many questions."""

from collections import defaultdict

from django.db.models import OuterRef, Q
from django.utils import timezone

from contacts import bodies
from contacts.models import DistrictMembership, Role, RoleGrant


class Keepers:
    def __init__(self, on):
        self._addresses = defaultdict(list)
        for grant in self._grants().select_related("user"):
            self._addresses[grant.role, grant.district_id, grant.municipality_id].append(grant.user.email)
        self._district_of = dict(DistrictMembership.objects.current(on).values_list("municipality", "district"))

    @staticmethod
    def _grants():
        """Those that hold now, but not for a group of a scheme alone: see `slt_coordinated` in scopes.py."""
        reaches = ~Q(role=Role.SLT_COORDINATOR) | Q(body="") | bodies.is_coordinated(OuterRef("body"))
        return RoleGrant.objects.current(timezone.now()).filter(reaches, user__is_active=True)

    def of_district(self, role, id_):
        return self._addresses.get((role, id_, None), [])

    def of_municipality(self, role, id_):
        return self._addresses.get((role, None, id_), [])

    def administrators(self, role, *, district_id, municipality_id):
        """Of the kind `role`, for the district of a place; where there are none, those of the whole country."""
        district_id = self.district_id(district_id, municipality_id)
        return (district_id and self.of_district(role, district_id)) or self.of_district(role, None)

    def district_id(self, district_id, municipality_id):
        """Of what belongs to a police district or to a municipality."""
        return district_id or self._district_of.get(municipality_id)
