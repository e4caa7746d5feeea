"""What a scheme is, of which municipalities, who coordinates it, and its groups."""

from django.urls import path

from slt.desk import coordinators, frame, groups

urlpatterns = [
    path("", frame.scheme_list, name="scheme_list"),
    path("ny/", frame.new_scheme, name="new_scheme"),
    path("<slug:slug>/ordning/", frame.scheme_frame, name="scheme_frame"),
    path("<slug:slug>/kommuner/", frame.municipalities, name="scheme_municipalities"),
    path("<slug:slug>/kommuner/<int:pk>/avslutt/", frame.end_municipality, name="end_scheme_municipality"),
    path("<slug:slug>/koordinatorer/", coordinators.coordinators, name="scheme_coordinators"),
    path("<slug:slug>/koordinatorer/<int:pk>/", coordinators.offices, name="coordinator_offices"),
    path("<slug:slug>/koordinatorer/<int:pk>/fjern/", coordinators.unlink, name="unlink_coordinator"),
    path("<slug:slug>/stillingsandel/<int:pk>/", coordinators.share, name="coordinator_share"),
    path("<slug:slug>/grupper/", groups.groups, name="scheme_groups"),
    path("<slug:slug>/grupper/ny/", groups.new_group, name="new_group"),
    path("<slug:slug>/grupper/<slug:group>/", groups.edit_group, name="edit_group"),
    path("<slug:slug>/grupper/<slug:group>/avslutt/", groups.end_group, name="end_group"),
    path("<slug:slug>/grupper/<slug:group>/gjenoppta/", groups.resume_group, name="resume_group"),
]
