from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.views.decorators.http import require_safe

from portal import views
from portal.search import views as searching
from portal.sitemaps import SITEMAPS

pages = [
    path("", views.home, name="home"),
    path("sok/", searching.search, name="search"),
    path("sok/forslag/", searching.suggestions, name="suggestions"),
    path("kommuner/", views.municipality_list, name="municipalities"),
    path("kommuner/kart/", views.municipality_map, name="municipality_map"),
    path("kommuner/<slug:slug>/", views.municipality_detail, name="municipality"),
    path("kommuner/<slug:slug>/tiltakskort/", views.action_card, name="action_card"),
    path("kommuner/<slug:slug>/veiledning/", views.municipality_guidance, name="municipality_guidance"),
    path("kommuner/<slug:slug>/kontakter.vcf", views.contacts_file, name="contacts_file"),
    path("politidistrikter/", views.district_list, name="districts"),
    path("politidistrikter/<slug:slug>/", views.district_detail, name="district"),
    path("politirad/", include("councils.urls")),
    path("slt/", include("slt.urls")),
    path("veiledning/", include("guidance.urls")),
    path("bekymret/", include("guidance.concern_urls")),
    path("om/", views.about, name="about"),
    path("tilgjengelighet/", views.accessibility, name="accessibility"),
    path("personvern/", views.privacy, name="privacy"),
    path("konto/", include("contacts.verification.urls")),
    path("konto/", include("portal.login.urls")),
    path("skrivebord/", include("portal.desk.urls")),
    path("admin/", admin.site.urls),
]

urlpatterns = [
    path("nb/", views.without_prefix, {"rest": ""}),
    path("nb/<path:rest>", views.without_prefix),
    *i18n_patterns(path("", include(pages)), prefix_default_language=False),
    path("konto/med/", include("portal.login.provider_urls")),
    path("sitemap.xml", require_safe(sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.forbidden"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"
