"""Questions about access that are more than one cell of the matrix. Each gives a line for everything that is wrong."""

import time
from importlib import import_module

import time_machine
from django.conf import settings
from django.urls import reverse

from contacts.access import access_of
from contacts.exchange.reading import read
from contacts.exchange.services import export_contact_points, preview_import
from contacts.exchange.tables import table_of
from contacts.exchange.writing import Format
from contacts.models import ContactPoint, RoleGrant
from contacts.permissions import can_grant
from portal.tests.access.forms import largest_form
from portal.tests.access.pages import PAGES
from portal.tests.access.principals import BY_KEY


def cells(name, who="", verbs="GET POST"):
    """Some cells of the matrix: the pages of this name, as these."""

    def probe(matrix):
        pages = [page for page in PAGES if page.name == name]
        principals = [BY_KEY[key] for key in who.split()]
        return [
            line for page in pages for line in matrix.wrong(page, principals=principals, verbs=tuple(verbs.split()))
        ]

    probe.__name__ = f"{name} as {who}"
    return probe


def ask(matrix, who, verb, route, data=None, query="", args=()):
    url = f"{reverse(route, args=args)}?{query}" if query else reverse(route, args=args)
    return matrix.asker.ask(BY_KEY[who], verb, url, data)


def _shows(matrix, answer, who):
    return [f"{who}: shows {leaked}" for leaked in matrix.world.canaries.leaked(answer.text, BY_KEY[who])]


def completing(matrix):
    """What is offered while somebody types the name of a person."""
    query = "app_label=contacts&model_name=assignment&field_name=person&term=kanari"
    return _shows(matrix, ask(matrix, "police", "GET", "admin:autocomplete", query=query), "police")


def searching_the_lists(matrix):
    """A word of another scope, typed in the search field of a list."""
    row = matrix.world.rows["person"]["police_there"]
    answer = ask(matrix, "police", "GET", "admin:contacts_person_changelist", query=f"q={row.name}")
    return ["finds it"] if f"/person/{row.pk}/" in answer.body else []


def filtering_by_hidden_fields(matrix):
    """A list must not say, letter by letter, what is in a field that it does not show."""
    answer = ask(matrix, "auditor", "GET", "admin:contacts_user_changelist", query="password__startswith=p")
    return [] if answer.word == "bad" else [f"answers {answer.word}"]


def choosing(matrix):
    """The places that a form offers: those of one's own."""
    answer = ask(matrix, "police", "GET", "admin:contacts_contactpoint_add")
    return [name for name in ("Derøy", "Derby") if name in answer.body]


def granting(matrix):
    """Never to oneself, nor what one may not grant, nor elsewhere."""
    world = matrix.world
    here, there = world.places["here"].pk, world.places["there"].pk
    refused = {
        "to oneself": {"user": world.users["users"].pk, "role": "police_coordinator", "district": here},
        "elsewhere": {"user": world.users["police"].pk, "role": "police_coordinator", "district": there},
        "above oneself": {"user": world.users["police"].pk, "role": "area_administrator", "district": here},
        "everywhere": {"user": world.users["police"].pk, "role": "user_administrator"},
    }
    return [what for what, data in refused.items() if _is_granted(matrix, "users", data)]


def granting_by_the_rule(matrix):
    """Whatever a form offers: (who grants, to whom, which role, where, is it allowed)."""
    world = matrix.world
    return [
        f"{who} {role} to {whom} {where}: {not is_allowed}"
        for who, whom, role, where, is_allowed in GRANTING
        if can_grant(access_of(world.users[who]), _grant(world, whom, role, where)) != is_allowed
    ]


def _grant(world, whom, role, where):
    place = world.places[where]
    field = {"": "district", "here": "district", "there": "district"}.get(where, "municipality")
    return RoleGrant(user=world.users[whom], role=role, **{field: place})


GRANTING = [
    ("users", "police", "police_coordinator", "here", True),
    ("users", "police", "municipal_editor", "town", True),
    ("users", "police", "police_coordinator", "there", False),
    ("users", "police", "municipal_editor", "other_town", False),
    ("users", "users", "police_coordinator", "here", False),
    ("users", "police", "area_administrator", "here", False),
    ("users", "police", "user_administrator", "here", False),
    ("users", "police", "auditor", "here", False),
    ("users", "police", "guidance_editor", "", False),
    ("users", "police", "user_administrator", "", False),
    ("users_everywhere", "police", "guidance_editor", "", True),
    ("users_everywhere", "police", "area_administrator", "", True),
    ("users_everywhere", "police", "user_administrator", "here", True),
    ("users_everywhere", "police", "user_administrator", "", False),
    ("users_everywhere", "users_everywhere", "guidance_editor", "", False),
    ("break_glass", "police", "user_administrator", "", True),
    ("break_glass", "break_glass", "user_administrator", "", False),
    ("area_everywhere", "police", "police_coordinator", "here", False),
    ("auditor_everywhere", "police", "police_coordinator", "here", False),
    ("police", "municipal", "municipal_editor", "town", False),
    ("without_role", "police", "police_coordinator", "here", False),
]


def granting_to_oneself_everywhere(matrix):
    me = matrix.world.users["users_everywhere"].pk
    data = {"user": me, "role": "guidance_editor"}
    return ["granted"] if _is_granted(matrix, "users_everywhere", data) else []


def granting_what_may_be_granted(matrix):
    """So that the refusals are not for another reason."""
    data = {"user": matrix.world.users["police"].pk, "role": "municipal_editor"}
    data["municipality"] = matrix.world.places["town"].pk
    return [] if _is_granted(matrix, "users", data) else ["refused"]


def _is_granted(matrix, who, data):
    shown = largest_form(ask(matrix, who, "GET", "admin:contacts_rolegrant_add").body)
    answer = ask(matrix, who, "POST", "admin:contacts_rolegrant_add", shown | data)
    return "contacts_rolegrant" in answer.written


def exporting(matrix):
    """Of one's own scope; names only for some, and only with a reason, which is logged."""
    with_names = {"form": "csv", "with_names": "on", "reason": "Skal ringe alle sammen"}
    answer = ask(matrix, "police", "POST", "export_contact_points", with_names)
    wrong = _shows(matrix, answer, "police")
    if "contacts_auditevent" not in answer.written:
        wrong.append("not logged")
    if matrix.world.places["other_town"].name in answer.body:
        wrong.append("another scope's contact points")
    if _has_names(matrix, ask(matrix, "slt", "POST", "export_contact_points", with_names)):
        wrong.append("names for an SLT coordinator")
    if _has_names(matrix, ask(matrix, "police", "POST", "export_contact_points", with_names | {"reason": ""})):
        wrong.append("names without a reason")
    return wrong


def _has_names(matrix, answer):
    found = matrix.world.canaries.found_in(answer.body)
    return any(matrix.world.canaries.field[word].startswith("name,") for word in found)


def leaving_the_session_alone(matrix):
    """For half an hour; or using it for more than a working day."""
    wrong = []
    for key, seconds in (("login.seen", 31 * 60), ("login.began", 8 * 3600 + 60)):
        sessions = import_module(settings.SESSION_ENGINE)
        session = sessions.SessionStore(matrix.asker.session_of(BY_KEY["police"]))
        before, session[key] = session[key], time.time() - seconds
        session.save()
        if (answer := ask(matrix, "police", "GET", "desk")).word != "login":
            wrong.append(f"{key}: {answer.word}")
        session[key] = before
        session.save()
    return wrong


def following_an_old_link(matrix):
    """After thirty days it confirms nothing."""
    token = matrix.world.rows["link"]["fresh"].token
    with time_machine.travel(time.time() + 31 * 24 * 3600):
        answer = ask(matrix, "anonymous", "POST", "confirm_contact", args=[token])
    return [] if answer.word == "gone" and not answer.written else [answer.word]


def moving_a_function_elsewhere(matrix):
    """Into another scope, by a form that was altered."""
    point = matrix.world.rows["contactpoint"]["municipal"]
    url = reverse("admin:contacts_contactpoint_change", args=[point.pk])
    shown = matrix.asker.ask(BY_KEY["municipal"], "GET", url)
    data = largest_form(shown.body) | {"owner_municipality": [matrix.world.places["other_town"].pk]}
    answer = matrix.asker.ask(BY_KEY["municipal"], "POST", url, data)
    return ["moved"] if answer.word == "onward" and "owner_municipality" in largest_form(shown.body) else []


def sending_without_a_token(matrix):
    """Another site cannot make a browser send anything: of every page with a form."""
    wrong = []
    for route in ("change_of_officer", "absences", "verification", "admin:contacts_person_add"):
        request = matrix.asker.request(BY_KEY["police"], "POST", reverse(route), {})
        request._dont_enforce_csrf_checks = False
        if matrix.asker.handler.get_response(request).status_code != 403:
            wrong.append(route)
    return wrong


def importing(matrix):
    """A line about another scope's contact point is bad, as one about none is."""
    world = matrix.world
    everything = access_of(world.users["break_glass"])
    file = export_contact_points(access=everything, user=world.users["break_glass"], form=Format.CSV)
    found = preview_import(table=table_of(read(file)), access=access_of(world.users["police"]))
    own = ContactPoint.objects.editable_by(access_of(world.users["police"])).count()
    taken = len(found.good) + len(found.unchanged)
    return [] if taken == own and found.bad else [f"{taken} lines taken instead of {own}"]


PROBES = [
    completing,
    searching_the_lists,
    filtering_by_hidden_fields,
    choosing,
    granting,
    granting_by_the_rule,
    granting_to_oneself_everywhere,
    granting_what_may_be_granted,
    exporting,
    leaving_the_session_alone,
    following_an_old_link,
    moving_a_function_elsewhere,
    sending_without_a_token,
    importing,
]
