"""What the other side said, as people read it."""

from django.utils.translation import gettext as _


def said(answer):
    """Of `CheckedLink.answer`, a status or a word."""
    words = {
        "no-such-name": _("there is no such web site"),
        "no-answer": _("no answer"),
        "too-slow": _("no answer in time"),
        "certificate": _("its certificate is not valid"),
        "not-secure": _("no secure connection"),
        "not-understood": _("an answer that makes no sense"),
        "no-address": _("no valid address"),
        "too-many-redirects": _("sent on too many times"),
        "not-public": _("inside a closed network"),
        "another-scheme": _("sent on to something else than a web page"),
        "another-port": _("on a port of its own"),
        "200": _("found"),
        "401": _("asks for a login (401)"),
        "403": _("does not let machines in (403)"),
        "404": _("no page there (404)"),
        "410": _("the page is taken away (410)"),
        "429": _("does not want to be asked now (429)"),
    }
    return words.get(answer) or (_("status %s") % answer if answer else "")
