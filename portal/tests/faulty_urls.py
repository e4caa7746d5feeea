"""The addresses of the site, and under /feil/ one for each way in which a page can fail."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404
from django.urls import path

from portal.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

FAULTS = {400: SuspiciousOperation, 403: PermissionDenied, 404: Http404, 500: RuntimeError, 503: OperationalError}


def fail(request, status):
    raise FAULTS[status]


urlpatterns = [*urlpatterns, *i18n_patterns(path("feil/<int:status>/", fail), prefix_default_language=False)]
