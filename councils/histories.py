"""Which histories are told with that of a council, a plan or a strategy."""

from contacts import histories
from councils.models import BodyMunicipality, Council, Knowledge, Measure, Member, Objective, Plan, Strategy


def connect():
    histories.register(Council, of_council, {BodyMunicipality: "municipality", Member: "role"})
    histories.register(Plan, of_plan, {Measure: "text", Knowledge: "source"})
    histories.register(Strategy, of_strategy, {Objective: "text"})


def of_council(council, access):
    return [model.history.filter(body=council.pk) for model in (BodyMunicipality, Member)]


def of_plan(plan, access):
    return [model.history.filter(plan=plan.pk) for model in (Measure, Knowledge)]


def of_strategy(strategy, access):
    return [Objective.history.filter(strategy=strategy.pk)]
