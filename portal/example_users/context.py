from django.urls import reverse

from portal.example_users.codes import codes_now
from portal.example_users.people import is_example


def example_users(request):
    """The way to the example users; and the code, on the page that asks one of them for it."""
    stage = getattr(request, "_login_stage", None)
    user = stage.login.user if stage else None
    code = codes_now([user]).get(user.pk) if user and is_example(user) else None
    return {"example_users_url": reverse("example_users"), "example_code": code}
