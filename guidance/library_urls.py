from django.urls import path

from guidance import feeds, publisher_views, views

urlpatterns = [
    path("", views.library, name="guidance"),
    path("nytt.atom", feeds.new_guidance, name="guidance_feed"),
    path("utgivere/", publisher_views.publisher_list, name="publishers"),
    path("utgivere/<slug:slug>/", publisher_views.publisher_detail, name="publisher"),
    path("<slug:slug>/", views.resource, name="resource"),
    path("<slug:slug>/utgaver/<int:number>/", views.resource_edition, name="resource_edition"),
]
