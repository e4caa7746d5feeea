from django.urls import path

from councils.desk import follow_up

urlpatterns = [
    path("", follow_up.follow_up, name="follow_up"),
    path("ny/", follow_up.new_action_item, name="new_action_item"),
    path("<int:pk>/", follow_up.edit_action_item, name="edit_action_item"),
]
