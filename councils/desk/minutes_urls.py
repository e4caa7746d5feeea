"""The minutes of a meeting, included at /skrivebord/organ/<the body>/moter/<the day>/."""

from django.urls import path

from councils.desk import item_visibility, minutes, publishing

urlpatterns = [
    path("referat/", minutes.minutes, name="minutes"),
    path("referat/lagre/", minutes.minutes_autosave, name="minutes_autosave"),
    path("referat/sjekk/", publishing.minutes_check, name="minutes_check"),
    path("referat/godkjenn/", publishing.minutes_approve, name="minutes_approve"),
    path("referat/publiser/", publishing.minutes_publish, name="minutes_publish"),
    path("referat/les/", publishing.minutes_read, name="minutes_read"),
    path("referat.pdf", publishing.minutes_file, name="minutes_file"),
    path("sak/<int:pk>/", item_visibility.item_visibility, name="item_visibility"),
]
