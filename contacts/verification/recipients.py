"""Who hears of a contact point that has to be verified: first its own people, then others. See keepers.py."""

from contacts.models import Assignment, Function, Role, VerificationRequest

Step, Recipient = VerificationRequest.Step, VerificationRequest.Recipient


def recipients(point, step, keepers):
    """Addresses, each with what its owner is asked as. `point`: fetched `with_holders`."""
    if step == Step.OWNER:
        mailbox = {point.email: Recipient.MAILBOX} if point.email else {}
        return mailbox | dict.fromkeys(editors_of(point, keepers), Recipient.EDITOR)
    if step == Step.DEPUTY:
        return holders_of(point)
    return dict.fromkeys(responsible_for(point, keepers), Recipient.RESPONSIBLE)


def editors_of(point, keepers):
    """Those whose role is to edit it (R7). Where nobody has that role, the administrators of the area are asked."""
    if point.owner_district_id:
        own = keepers.of_district(Role.POLICE_COORDINATOR, point.owner_district_id)
    else:
        own = keepers.of_municipality(Role.MUNICIPAL_EDITOR, point.owner_municipality_id)
        if point.function == Function.SLT_COORDINATOR:
            own = [*own, *keepers.of_municipality(Role.SLT_COORDINATOR, point.owner_municipality_id)]
    return own or _administrators(point, keepers)


def holders_of(point):
    """Those who hold the function today or deputise in it, as far as we have their work addresses."""
    kinds = {Assignment.Role.HOLDER: Recipient.HOLDER, Assignment.Role.DEPUTY: Recipient.DEPUTY}
    return {held.person.work_email: kinds[held.role] for held in point.current_assignments if held.person.work_email}


def responsible_for(point, keepers):
    """For a municipality's contact point the police coordinators of its district; for the police's own, and where there
    are none, the administrators of the area."""
    if point.owner_district_id:
        return _administrators(point, keepers)
    district_id = keepers.district_id(None, point.owner_municipality_id)
    return keepers.of_district(Role.POLICE_COORDINATOR, district_id) or _administrators(point, keepers)


def _administrators(point, keepers):
    unit = {"district_id": point.owner_district_id, "municipality_id": point.owner_municipality_id}
    return keepers.administrators(Role.AREA_ADMINISTRATOR, **unit)
