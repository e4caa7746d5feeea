from django.urls import path

from slt import dialogue_views

urlpatterns = [
    path("dialog/", dialogue_views.dialogue_list, name="dialogues"),
    path("<slug:slug>/dialog.ics", dialogue_views.calendar_file, name="dialogue_calendar"),
    path("<slug:slug>/dialog/<slug:dialogue>/", dialogue_views.dialogue_detail, name="dialogue"),
]
