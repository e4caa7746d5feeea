"""The public pages of the working year, and the one on how SLT works. What a year may show: disclosure.py."""

import datetime

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from contacts import gazetteer
from contacts.national_numbers import all_numbers
from contacts.public_pages import kept_briefly
from councils.pdf import pdf_response
from slt.cycle_picture import picture_of_no_year
from slt.disclosure import year_or_404

# Of the texts in templates/slt/practice/, one in each language. Change this when they have been read against their
# sources again.
REVIEWED_ON = datetime.date(2026, 11, 30)
REVIEWED_AGAIN_AFTER = datetime.timedelta(days=365)


@require_safe
@kept_briefly
def cycle_year(request, slug, year):
    return render(
        request, "slt/cycle_year.html", {"shown": year_or_404(slug, year, timezone.localdate()), "slug": slug}
    )


@require_safe
@kept_briefly
def cycle_file(request, slug, year):
    shown = year_or_404(slug, year, timezone.localdate())
    context = {"shown": shown, "address": request.build_absolute_uri(shown.url)}
    return pdf_response(request, "slt/pdf/cycle_year.html", context, f"{slug}-{year}.pdf")


@require_safe
def slt_in_practice(request):
    context = {
        "article": f"slt/practice/{get_language()}.html",
        "picture": picture_of_no_year(),
        "numbers": all_numbers(gazetteer.current().national),
        "reviewed_on": REVIEWED_ON,
        "review_again_on": REVIEWED_ON + REVIEWED_AGAIN_AFTER,
    }
    return render(request, "slt/practice.html", context)
