"""What search engines read about a resource: schema.org JSON-LD. No person is ever in it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from guidance.choices import Audience, Kind, Theme
from guidance.fields import labels

TYPES = {Kind.ACTIVITY: "LearningResource", Kind.REPORT: "Report"} | dict.fromkeys(
    (Kind.LINK, Kind.DOCUMENT, Kind.CIRCULAR), "CreativeWork"
)


def resource_data(request, page):
    item, row = page.item, page.item.row
    data = {
        "@context": "https://schema.org",
        "@type": TYPES.get(row.kind, "Article"),
        "name" if row.is_reference else "headline": page.text.title,
        "description": page.text.summary,
        "url": request.build_absolute_uri(item.get_absolute_url()),
        "sameAs": row.url,
        "inLanguage": item.read_in if row.is_reference else page.text.language,
        "publisher": {"@type": "Organization", "name": item.publisher_name},
        "datePublished": str(row.year or "") if row.is_reference else item.first_published_on.isoformat(),
        "dateModified": "" if row.is_reference else item.published_on.isoformat(),
        "about": [str(theme) for theme in labels(Theme, row.themes)],
        "audience": [{"@type": "Audience", "audienceType": str(one)} for one in labels(Audience, row.audiences)],
        "spatialCoverage": item.place.full_name if item.place else str(row.get_country_display()),
        "isPartOf": {
            "@type": "Collection",
            "name": _("Guidance"),
            "url": request.build_absolute_uri(reverse("guidance")),
        },
        **(_of_activity(row) if row.is_activity else {}),
    }
    return {name: value for name, value in data.items() if value}


def _of_activity(row):
    low, high = row.age_from, row.age_to
    return {
        "learningResourceType": "activity",
        "typicalAgeRange": "" if low is None and high is None else f"{low or 0}-{'' if high is None else high}",
        "timeRequired": f"PT{row.minutes_to or row.minutes_from}M" if row.minutes_to or row.minutes_from else "",
    }
