"""The table of all addresses: a new page is a line here, or a test fails. How to read the words: see oracle.py."""

from portal.tests.access.oracle import Page
from portal.tests.access.principals import GUEST, UNPROVEN

WHY = (("reason", "En grunn som holder"),)
NAMES = (("form", "csv"), ("with_names", "on"), *WHY)

# The same for everyone. "opens" is a place of today, "other" one that never was.


def public(name, get="ok", **details):
    return Page(name, "public", get, "method", **details)


def place(name, kind):
    return public(name, "opens:ok other:missing", kind=kind, by="slug")


# Of councils, here none that there is; of those that there are, see councils/tests/test_public_pages.py.
NO_FILE = "00000000-0000-0000-0000-000000000000"

PUBLIC = [
    public("home"),
    public("search"),
    public("search", query="q=Herby", get="onward"),
    public("search", query="q=Kanari"),
    public("suggestions", query="q=herb"),
    public("municipalities"),
    public("municipality_map"),
    place("municipality", "municipality"),
    place("action_card", "municipality"),
    place("contacts_file", "municipality"),
    public("districts"),
    place("district", "policedistrict"),
    public("councils"),
    public("decisions"),
    *(
        public(name, "missing", arguments=arguments)
        for name, arguments in (
            *((name, ("finnes-ikke",)) for name in ("council", "members_file", "meetings", "calendar")),
            *((name, ("finnes-ikke", "2026-11-24")) for name in ("meeting", "meeting_file")),
            ("meeting_version", ("finnes-ikke", "2026-11-24", 1)),
            *((name, ("finnes-ikke", "finnes-ikke")) for name in ("strategy", "strategy_file", "plan", "plan_file")),
            ("public_report", ("finnes-ikke", 2025)),
            ("attachment", (NO_FILE,)),
        )
    ),
    public("about"),
    public("accessibility"),
    public("privacy"),
    public("sitemap"),
    public("robots"),
    public("livez"),
    public("readyz"),
    public("nb/", "onward", path="/nb/"),
    public("nb/<path:rest>", "onward", path="/nb/kommuner/"),
]

# Whom pages are for.

KEEPERS = ["police", "municipal", "slt", "area", "area_everywhere", "police_there", "municipal_there", "break_glass"]
READERS = ["auditor", "auditor_everywhere"]
KEEPERS_OF_FUNCTIONS = [keeper for keeper in KEEPERS if keeper != "slt"]
AREA = ["area", "area_everywhere", "break_glass"]
ADMINISTRATORS = ["users", "users_everywhere", "break_glass"]
PLANNERS = ["police", "area", "area_everywhere", "police_there", "break_glass"]
COUNTRY = ["area_everywhere", "break_glass"]


def inside(name, get="ok", post="ok|onward", opens=(), closed="refused", **details):
    """A page for whoever is named in `opens`, or for everyone with a role."""
    words = [f"opens:{word} closed:{closed}" if opens and is_plain(word) else word for word in (get, post)]
    return Page(name, "inside", *words, opens=frozenset(opens), **details)


def is_plain(word):
    """What cannot be done at all is told before anybody looks whom a page is for."""
    return ":" not in word and word != "method"


# The desk.

SHOWN = "edits:ok sees:ok other:missing closed:refused"
ONLY_EDITED = "edits:ok other:missing sees:missing closed:refused"
PRESSED = "edits:onward sees:refused other:missing closed:refused"

ASSIGNMENT_PRESSED = "edits:onward sees:missing other:missing closed:refused"
INVITED = f"{' '.join(f'{who}:ok' for who in ADMINISTRATORS)} opens:refused closed:refused"
WITHDRAWN = f"edits:onward sees:missing other:missing {UNPROVEN}:factor"
BATCH_SENT = ONLY_EDITED.replace("ok", "onward")

# The desk of a body. Here of none that there is; of those that there are, see the tables of councils.
SECRETARIES = ["secretary", "break_glass"]
MEMBERS_TOO = [*SECRETARIES, "member"]
NO_BODY = ("finnes-ikke",)
NO_ROW = (*NO_BODY, "finnes-heller-ikke")

FRAME_KEEPERS = [*SECRETARIES, "police", "police_there", "area", "area_everywhere"]
NO_PART = (*NO_BODY, 0)

FRAMES = [
    inside("body_list", post="method", opens=FRAME_KEEPERS),
    inside("new_council", opens=FRAME_KEEPERS),
    inside("council_frame", "missing", "missing", opens=FRAME_KEEPERS, arguments=NO_BODY),
    inside("body_municipalities", "missing", "missing", opens=FRAME_KEEPERS, arguments=NO_BODY),
    inside("end_municipality", "missing", "missing", opens=FRAME_KEEPERS, arguments=NO_PART),
    inside("members", "missing", "method", opens=FRAME_KEEPERS, arguments=NO_BODY),
    inside("new_member", "missing", "missing", opens=FRAME_KEEPERS, arguments=NO_BODY),
    inside("edit_member", "missing", "missing", opens=FRAME_KEEPERS, arguments=NO_PART),
    inside("replace_member", "missing", "missing", opens=FRAME_KEEPERS, arguments=NO_PART),
    inside("end_member", "missing", "missing", opens=FRAME_KEEPERS, arguments=NO_PART),
    inside("agreements", "missing", "method", opens=SECRETARIES, arguments=NO_BODY),
    inside("new_agreement", "missing", "missing", opens=SECRETARIES, arguments=NO_BODY),
    inside("agreement", "missing", "missing", opens=SECRETARIES, arguments=NO_PART),
    inside("standing_items", "missing", "missing", opens=SECRETARIES, arguments=NO_BODY),
    inside("standing_item", "missing", "missing", opens=SECRETARIES, arguments=NO_PART),
    inside("delete_standing_item", "method", "missing", opens=SECRETARIES, arguments=NO_PART),
]

BODY_DESK = [
    inside("attachment_desk", "missing", "method", opens=MEMBERS_TOO, arguments=(NO_FILE,)),
    inside("body_desk", "missing", "method", opens=MEMBERS_TOO, arguments=NO_BODY),
    inside("confirm_members", "missing", "missing", opens=SECRETARIES, arguments=NO_BODY),
    inside("archive_meeting", "missing", "missing", opens=SECRETARIES, arguments=(*NO_BODY, "2026-01-12")),
    inside("delete_meeting", "missing", "missing", opens=SECRETARIES, arguments=(*NO_BODY, "2026-01-12")),
    inside("yearly_report", "missing", "missing", opens=SECRETARIES, arguments=(*NO_BODY, 2025)),
    inside("draft_report_anew", "missing", "missing", opens=SECRETARIES, arguments=(*NO_BODY, 2025)),
    inside("evaluation", "missing", "method", opens=MEMBERS_TOO, arguments=(*NO_BODY, 2025)),
    inside("edit_evaluation", "missing", "missing", opens=SECRETARIES, arguments=(*NO_BODY, 2025)),
    inside("body_strategies", "missing", "method", opens=MEMBERS_TOO, arguments=NO_BODY),
    inside("new_strategy", "missing", "missing", opens=SECRETARIES, arguments=NO_BODY),
    inside("body_strategy", "missing", "method", opens=MEMBERS_TOO, arguments=NO_ROW),
    inside("edit_strategy", "missing", "missing", opens=SECRETARIES, arguments=NO_ROW),
    inside("adopt_strategy", "missing", "missing", opens=SECRETARIES, arguments=NO_ROW),
    inside("new_version", "method", "missing", opens=SECRETARIES, arguments=NO_ROW),
    inside("change_strategy_status", "method", "missing", opens=SECRETARIES, arguments=NO_ROW),
    inside("compare_strategies", "missing", "method", opens=MEMBERS_TOO, arguments=NO_ROW),
    inside("body_plans", "missing", "method", opens=MEMBERS_TOO, arguments=NO_BODY),
    inside("new_plan", "missing", "missing", opens=SECRETARIES, arguments=NO_BODY),
    inside("body_plan", "missing", "method", opens=MEMBERS_TOO, arguments=NO_ROW),
    inside("edit_plan", "missing", "missing", opens=SECRETARIES, arguments=NO_ROW),
    inside("progress", "missing", "missing", opens=SECRETARIES, arguments=NO_ROW),
    inside("new_measure", "missing", "missing", opens=SECRETARIES, arguments=NO_ROW),
    inside("edit_measure", "missing", "missing", opens=SECRETARIES, arguments=(*NO_ROW, 1)),
    inside("delete_measure", "method", "missing", opens=SECRETARIES, arguments=(*NO_ROW, 1)),
    inside("knowledge", "missing", "missing", opens=SECRETARIES, arguments=NO_ROW),
    inside("paste_measures", "missing", "missing", opens=SECRETARIES, arguments=NO_ROW),
    inside("plan_file", "missing", "method", opens=MEMBERS_TOO, arguments=(*NO_ROW, "csv")),
    inside("follow_up", "missing", "missing", opens=MEMBERS_TOO, arguments=NO_BODY),
    inside("new_action_item", "missing", "missing", opens=SECRETARIES, arguments=NO_BODY),
    inside("edit_action_item", "missing", "missing", opens=SECRETARIES, arguments=(*NO_BODY, 1)),
]

DESK = [
    inside("desk", post="method"),
    inside("missing", post="method"),
    inside("missing_file", post="method"),
    inside("change_of_officer", opens=KEEPERS),
    inside("call_off_change", "method", ASSIGNMENT_PRESSED, opens=KEEPERS, kind="assignment"),
    inside("absences", opens=KEEPERS),
    inside("absence", ONLY_EDITED, ONLY_EDITED.replace("ok", "ok|onward"), opens=KEEPERS, kind="absence"),
    inside("verification", opens=KEEPERS),
    inside("hide_person", ONLY_EDITED, ONLY_EDITED.replace("ok", "onward"), opens=KEEPERS, kind="person", sends=WHY),
    inside("show_person", ONLY_EDITED, ONLY_EDITED.replace("ok", "onward"), opens=KEEPERS, kind="person", sends=WHY),
    inside("invitations", post=INVITED, opens=ADMINISTRATORS + READERS),
    Page("withdraw_invitation", "account", "method", WITHDRAWN, kind="invitation"),
    inside("exchange", post="method", opens=KEEPERS + READERS),
    inside("export_contact_points", "onward", "ok", opens=KEEPERS + READERS, sends=NAMES),
    inside("preview_import", "onward", "ok", opens=KEEPERS),
    inside("confirm_import", "onward", "onward", opens=KEEPERS),
    inside("organisational_changes", post="method", opens=PLANNERS + READERS),
    inside("plan_change", opens=PLANNERS, arguments=("kommune-far-nytt-navn",)),
    inside("plan_change", opens=COUNTRY, arguments=("politidistrikt-deles",)),
    inside("changes_from_file", opens=PLANNERS),
    inside(
        "changes_of_file", ONLY_EDITED, ONLY_EDITED.replace("ok", "onward"), opens=PLANNERS, kind="change", by="batch"
    ),
    inside("organisational_change", SHOWN, "method", opens=PLANNERS + READERS, kind="change", tries_out=True),
    inside("divide_change", "method", PRESSED, opens=PLANNERS, kind="change"),
    inside("schedule_change", "method", PRESSED, opens=PLANNERS, kind="change"),
    inside("undo_change", "method", PRESSED, opens=PLANNERS, kind="change"),
]

# Meetings. That another body's answer as those of none is asked in councils/tests/test_meeting_pages.py.

KEEPERS_OF_RECORDS = ["secretary", "break_glass"]
READERS_OF_RECORDS = [*KEEPERS_OF_RECORDS, "member"]
NO_MEETING = ("finnes-ikke", "2026-11-24")


def read(name, arguments=NO_MEETING):
    return inside(name, "missing", "method", opens=READERS_OF_RECORDS, arguments=arguments)


def kept(name, arguments=NO_MEETING, get="missing"):
    return inside(name, get, "missing", opens=KEEPERS_OF_RECORDS, arguments=arguments)


MEETINGS = [
    read("body_meetings", NO_MEETING[:1]),
    read("meeting_desk"),
    read("notice"),
    read("notice_pdf"),
    kept("plan_meeting", NO_MEETING[:1]),
    kept("move_meeting"),
    kept("cancel_meeting"),
    kept("call_meeting"),
    kept("agenda"),
    kept("add_item"),
    kept("agenda_item", (*NO_MEETING, 1)),
    kept("minutes"),
    kept("minutes_autosave", get="method"),
    kept("minutes_check"),
    kept("minutes_approve"),
    kept("minutes_publish"),
    read("minutes_read"),
    read("minutes_file"),
    kept("item_visibility", (*NO_MEETING, 1)),
    kept("item_files", (*NO_MEETING, 1)),
    inside("year_wheel", "missing", "method", opens=KEEPERS_OF_RECORDS, arguments=NO_MEETING[:1]),
    kept("take_standard_year_wheel", NO_MEETING[:1], get="method"),
    kept("add_year_wheel_task", NO_MEETING[:1]),
    kept("year_wheel_task", ("finnes-ikke", 1)),
    kept("plan_year", ("finnes-ikke", 2026)),
]

# The own account. Whoever has no second factor yet may set one up, and nothing else.


def account(name, get="ok", post="ok|onward", **details):
    return Page(name, "account", get, post, **details)


ACCOUNT = [
    account("account", post="method"),
    account("account_reauthenticate", f"ok {UNPROVEN}:ok", f"ok|onward {UNPROVEN}:ok"),
    account("account_change_password"),
    account("account_set_password", "onward", "onward"),
    account("mfa_index", f"ok {UNPROVEN}:ok", f"method {UNPROVEN}:method"),
    account("mfa_activate_totp", f"onward {UNPROVEN}:ok", f"onward {UNPROVEN}:ok"),
    account("mfa_deactivate_totp", post="ok"),
    account("mfa_view_recovery_codes", "missing", "method"),
    account("mfa_generate_recovery_codes", post="onward"),
    account("mfa_download_recovery_codes", "missing", "missing"),
    account("mfa_list_webauthn", post="method"),
    account("mfa_add_webauthn", f"ok {UNPROVEN}:ok", f"ok {UNPROVEN}:ok"),
    account("mfa_edit_webauthn", "missing", "missing", kind="passkey"),
    account("mfa_remove_webauthn", "missing", "missing", kind="passkey"),
    account("mfa_reauthenticate"),
    account("mfa_reauthenticate_webauthn", "ok|onward"),
]

# Open to anyone: logging in and out, and what a link in a mail leads to.


def anyone(name, get="ok", post="ok|onward", **details):
    return Page(name, "open", get, post, **details)


LINK = "fresh:ok used:gone altered:bad"
INVITATION = "fresh:ok used:gone altered:gone"

OPEN = [
    anyone("account_login", f"onward {GUEST}:ok"),
    anyone("account_logout", f"ok {GUEST}:onward", "onward"),
    anyone("account_inactive", post="method"),
    anyone("account_reset_password"),
    anyone("account_reset_password_done", post="method"),
    anyone("account_reset_password_from_key", arguments=("1", "altered")),
    anyone("account_reset_password_from_key_done", post="method"),
    anyone("mfa_authenticate", f"onward {GUEST}:login", f"onward {GUEST}:login"),
    # Only where one develops: production knows neither the page nor its users.
    anyone("example_users", post="onward|login"),
    anyone("confirm_contact", LINK, LINK, kind="link", by="token"),
    anyone(
        "invitation", "fresh:ok used:gone altered:gone", "fresh:ok used:gone altered:gone", kind="invited", by="token"
    ),
    anyone("openid_connect_login", "method", "missing", arguments=("finnes-ikke",)),
    anyone("openid_connect_callback", "missing", "method", arguments=("finnes-ikke",)),
]

# The admin: the same six pages for each kind of row.


def rows_of(kind, opens, adds=(), change="onward", delete="refused", history="ok"):
    """`opens`: who has anything to see of this kind. `change` and `delete`: the word for whoever may edit a row."""
    name, opens, adds = f"admin:contacts_{kind}", frozenset(opens), frozenset(adds)
    row = {"kind": kind, "opens": opens}
    shown = "edits:ok sees:ok other:missing closed:refused"
    shown_history = shown.replace("ok", history)
    changed = f"edits:{change} sees:refused other:missing|refused closed:refused"
    deleted = f"edits:{delete} sees:refused other:missing|refused closed:refused"
    return [
        Page(f"{name}_changelist", "inside", "opens:ok closed:refused", "opens:ok|onward closed:refused", opens=opens),
        Page(f"{name}_add", "inside", "opens:ok closed:refused", "opens:ok|onward closed:refused", opens=adds or NONE),
        Page(f"{name}_change", "inside", shown, changed, **row, sends=WHY),
        Page(f"{name}_history", "inside", shown_history, shown_history, **row),
        Page(f"{name}_revert", "inside", "missing", "missing", **row, arguments=(kind, 123456789)),
        Page(f"{name}_delete", "inside", deleted, deleted, **row),
        Page(
            f"admin/contacts/{kind}/<path:object_id>/", "inside", "onward", "onward", path=f"/admin/contacts/{kind}/1/"
        ),
    ]


NONE = frozenset({"nobody"})

CLEARED = "edits:ok|onward other:missing closed:missing"

ADMIN = [
    Page("admin:index", "inside", "ok", "ok"),
    Page("admin:login", "inside", "onward", "onward"),
    Page("admin:logout", "inside", "onward", "onward"),
    Page("admin:password_change", "inside", "onward", "onward"),
    Page("admin:password_change_done", "inside", "onward", "onward"),
    Page("admin:autocomplete", "inside", "refused", "method"),
    Page("admin:jsi18n", "inside", "ok", "method"),
    Page("admin:view_on_site", "inside", "missing", "missing", arguments=("1", "1")),
    Page(
        "admin:app_list",
        "inside",
        "opens:ok closed:missing",
        "opens:ok closed:missing",
        opens=frozenset(KEEPERS + READERS + ADMINISTRATORS),
        arguments=("contacts",),
    ),
    Page("admin/(?P<url>.*)$", "inside", "missing", "missing", path="/admin/finnes/ikke/"),
    *rows_of("contactpoint", KEEPERS + READERS, KEEPERS_OF_FUNCTIONS),
    *rows_of("person", KEEPERS + READERS, KEEPERS),
    inside("admin:contacts_person_clear", CLEARED, CLEARED, opens=AREA, kind="person"),
    *rows_of("assignment", KEEPERS + READERS),
    *rows_of("absence", KEEPERS + READERS, KEEPERS, delete="ok|onward"),
    *rows_of("municipality", AREA + READERS),
    *rows_of("policedistrict", AREA + READERS),
    *rows_of("districtmembership", AREA + READERS, change="refused"),
    *rows_of("nationalnumber", AREA + READERS),
    *rows_of("rolegrant", ADMINISTRATORS + READERS, ADMINISTRATORS),
    *rows_of("user", ADMINISTRATORS + READERS),
    *rows_of("auditevent", [*READERS, "break_glass"], history="refused"),
    *rows_of("persondatadecision", [*READERS, "break_glass"], history="refused"),
    *rows_of("outgoingmail", AREA + READERS, history="refused"),
    *rows_of("dailyrun", AREA + READERS, history="refused"),
]

PAGES = [*PUBLIC, *OPEN, *ACCOUNT, *DESK, *FRAMES, *BODY_DESK, *MEETINGS, *ADMIN]
