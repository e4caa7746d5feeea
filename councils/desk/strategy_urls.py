from django.urls import path

from councils.desk import strategies

urlpatterns = [
    path("", strategies.strategies, name="body_strategies"),
    path("ny/", strategies.new_strategy, name="new_strategy"),
    path("<slug:strategy_slug>/", strategies.strategy, name="body_strategy"),
    path("<slug:strategy_slug>/rediger/", strategies.edit_strategy, name="edit_strategy"),
    path("<slug:strategy_slug>/vedta/", strategies.adopt_strategy, name="adopt_strategy"),
    path("<slug:strategy_slug>/ny-versjon/", strategies.new_version, name="new_version"),
    path("<slug:strategy_slug>/status/", strategies.change_strategy_status, name="change_strategy_status"),
    path("<slug:strategy_slug>/sammenlign/", strategies.compare_strategies, name="compare_strategies"),
]
