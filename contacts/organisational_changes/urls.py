from django.urls import path

from contacts.organisational_changes import views

urlpatterns = [
    path("", views.change_list, name="organisational_changes"),
    path("ny/<slug:what>/", views.plan_change, name="plan_change"),
    path("fil/", views.read_file, name="changes_from_file"),
    path("fil/<uuid:batch>/", views.schedule_file, name="changes_of_file"),
    path("<int:pk>/", views.change_detail, name="organisational_change"),
    path("<int:pk>/fordeling/", views.divide_change, name="divide_change"),
    path("<int:pk>/planlegg/", views.schedule_change, name="schedule_change"),
    path("<int:pk>/angre/", views.undo_change, name="undo_change"),
]
