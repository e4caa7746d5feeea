from django.apps import AppConfig


class ExampleUsersConfig(AppConfig):
    name = "portal.example_users"
