from django.urls import path

from slt import cycle_views

urlpatterns = [
    path("slik-virker-det/", cycle_views.slt_in_practice, name="slt_in_practice"),
    path("<slug:slug>/<int:year>/", cycle_views.cycle_year, name="cycle_year"),
    path("<slug:slug>/<int:year>/arbeidsar.pdf", cycle_views.cycle_file, name="cycle_file"),
]
