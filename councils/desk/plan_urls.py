from django.urls import path, re_path

from councils.desk import paste, plans

urlpatterns = [
    path("", plans.plans, name="body_plans"),
    path("ny/", plans.new_plan, name="new_plan"),
    path("<slug:plan_slug>/", plans.plan, name="body_plan"),
    path("<slug:plan_slug>/rediger/", plans.edit_plan, name="edit_plan"),
    path("<slug:plan_slug>/status/", plans.progress, name="progress"),
    path("<slug:plan_slug>/tiltak/nytt/", plans.new_measure, name="new_measure"),
    path("<slug:plan_slug>/tiltak/<int:pk>/", plans.edit_measure, name="edit_measure"),
    path("<slug:plan_slug>/tiltak/<int:pk>/slett/", plans.delete_measure, name="delete_measure"),
    path("<slug:plan_slug>/kunnskap/", plans.knowledge, name="knowledge"),
    path("<slug:plan_slug>/lim-inn/", paste.paste, name="paste_measures"),
    re_path(r"^(?P<plan_slug>[-\w]+)/tiltak\.(?P<form>csv|xlsx)$", plans.measures_file, name="measures_file"),
]
