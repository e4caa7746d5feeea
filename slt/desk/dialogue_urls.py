"""Included under the address of a scheme, at dialog/. `dialogue` is the address of one of its dialogue processes."""

from django.urls import include, path

from slt.desk import dialogues

event_urls = [
    path("ny/", dialogues.new_event, name="new_dialogue_event"),
    path("<int:pk>/", dialogues.edit_event, name="edit_dialogue_event"),
    path("<int:pk>/gjennomfort/", dialogues.record_event, name="record_dialogue_event"),
    path("<int:pk>/avlys/", dialogues.cancel_event, name="cancel_dialogue_event"),
    path("<int:pk>/slett/", dialogues.delete_event, name="delete_dialogue_event"),
]

urlpatterns = [
    path("", dialogues.dialogue_list, name="dialogue_list"),
    path("ny/", dialogues.new_dialogue, name="new_dialogue"),
    path("<slug:dialogue>/", dialogues.edit_dialogue, name="edit_dialogue"),
    path("<slug:dialogue>/moter/", include(event_urls)),
]
