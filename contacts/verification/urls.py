from django.urls import path

from contacts.verification import views

urlpatterns = [path("bekreft/<str:token>/", views.confirm_contact, name="confirm_contact")]
