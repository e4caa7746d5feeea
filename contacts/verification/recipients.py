"""Who hears of a contact point that has to be verified: first its own people, then others."""

from collections import defaultdict

from django.utils import timezone

from contacts.models import Assignment, DistrictMembership, Function, Role, RoleGrant, VerificationRequest

Step, Recipient = VerificationRequest.Step, VerificationRequest.Recipient


class Keepers:
    """The addresses of those who have a role today, by role and place. Read once, for many contact points."""

    def __init__(self, on):
        self._addresses = defaultdict(list)
        for grant in RoleGrant.objects.current(timezone.now()).filter(user__is_active=True).select_related("user"):
            self._addresses[grant.role, grant.district_id, grant.municipality_id].append(grant.user.email)
        self._district_of = dict(DistrictMembership.objects.current(on).values_list("municipality", "district"))

    def recipients(self, point, step):
        """Addresses, each with what its owner is asked as. `point`: fetched `with_holders`."""
        if step == Step.OWNER:
            return self._owners(point)
        if step == Step.DEPUTY:
            return holders_of(point)
        return dict.fromkeys(self.responsible_for(point), Recipient.RESPONSIBLE)

    def _owners(self, point):
        """The function mailbox, and those whose role is to edit the contact point."""
        mailbox = {point.email: Recipient.MAILBOX} if point.email else {}
        return mailbox | dict.fromkeys(self.editors_of(point), Recipient.EDITOR)

    def editors_of(self, point):
        """R7. Where nobody has the role, the administrators of the area are asked: somebody always is."""
        if point.owner_district_id:
            own = self._of_district(Role.POLICE_COORDINATOR, point.owner_district_id)
        else:
            own = self._of_municipality(Role.MUNICIPAL_EDITOR, point.owner_municipality_id)
            if point.function == Function.SLT_COORDINATOR:
                own = [*own, *self._of_municipality(Role.SLT_COORDINATOR, point.owner_municipality_id)]
        return own or self.administrators_of(self.district_of(point), Role.AREA_ADMINISTRATOR)

    def responsible_for(self, point):
        """For a municipality's contact point the police coordinators of its district; for the police's own, and where
        there are none, the administrators of the area."""
        district = self.district_of(point)
        coordinators = [] if point.owner_district_id else self._of_district(Role.POLICE_COORDINATOR, district)
        return coordinators or self.administrators_of(district, Role.AREA_ADMINISTRATOR)

    def administrators_of(self, district_id, role):
        """Those of the district; where there are none, those of the whole country."""
        return (district_id and self._of_district(role, district_id)) or self._addresses.get((role, None, None), [])

    def district_of(self, row):
        """Of a row that belongs to a police district or to a municipality."""
        return row.owner_district_id or self._district_of.get(row.owner_municipality_id)

    def _of_district(self, role, id_):
        return self._addresses.get((role, id_, None), [])

    def _of_municipality(self, role, id_):
        return self._addresses.get((role, None, id_), [])


def holders_of(point):
    """Those who hold the function today or deputise in it, as far as we have their work addresses."""
    kinds = {Assignment.Role.HOLDER: Recipient.HOLDER, Assignment.Role.DEPUTY: Recipient.DEPUTY}
    return {held.person.work_email: kinds[held.role] for held in point.current_assignments if held.person.work_email}
