from django.urls import path

from slt import views

urlpatterns = [
    path("", views.scheme_list, name="slt"),
    path("<slug:slug>/", views.scheme_detail, name="scheme"),
]
