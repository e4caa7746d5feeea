"""The table of all addresses: a new page is a line here, or a test fails. How to read the words: see oracle.py."""

from portal.tests.access.council_pages import COUNCIL_PAGES
from portal.tests.access.guidance_pages import GUIDANCE_PAGES
from portal.tests.access.oracle import Page, inside, rows_of
from portal.tests.access.principals import GUEST, UNPROVEN
from portal.tests.access.slt_pages import SLT_PAGES

WHY = (("reason", "En grunn som holder"),)
NAMES = (("form", "csv"), ("with_names", "on"), *WHY)

# The same for everyone. "opens" is a place of today, "other" one that never was.


def public(name, get="ok", **details):
    return Page(name, "public", get, "method", **details)


def place(name, kind):
    return public(name, "opens:ok other:missing", kind=kind, by="slug")


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


# The desk.

SHOWN = "edits:ok sees:ok other:missing closed:refused"
ONLY_EDITED = "edits:ok other:missing sees:missing closed:refused"
PRESSED = "edits:onward sees:refused other:missing closed:refused"

ASSIGNMENT_PRESSED = "edits:onward sees:missing other:missing closed:refused"
INVITED = f"{' '.join(f'{who}:ok' for who in ADMINISTRATORS)} opens:refused closed:refused"
WITHDRAWN = f"edits:onward sees:missing other:missing {UNPROVEN}:factor"
BATCH_SENT = ONLY_EDITED.replace("ok", "onward")

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

# The admin.


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

PAGES = [*PUBLIC, *OPEN, *ACCOUNT, *DESK, *ADMIN, *COUNCIL_PAGES, *SLT_PAGES, *GUIDANCE_PAGES]
