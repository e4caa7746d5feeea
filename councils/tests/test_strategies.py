"""What becomes of a strategy: adopted, replaced, expired; and two versions of it side by side."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from contacts.access import access_of
from contacts.daily import JOBS
from contacts.tests.stopwatch import milliseconds
from councils.models import Meeting, Objective, Strategy
from councils.services import strategies
from councils.services.strategies import adopt_strategy, compare_strategies, new_version, write_strategy
from councils.tests.factories import (
    make_adopted_strategy,
    make_council,
    make_item,
    make_meeting,
    make_reader,
    make_secretary,
    make_strategy,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
Status = Strategy.Status


@pytest.fixture
def body():
    return make_council()


@pytest.fixture
def item(body):
    return make_item(make_meeting(body, days=-5, status=Meeting.Status.HELD), number=3)


def adopt(strategy, item, **fields):
    return adopt_strategy(strategy=strategy, item=item, today=TODAY, **{"valid_from": TODAY} | fields)


def newest(strategy):
    return Strategy.objects.get(pk=strategy.pk)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Trygg på Ås – 2026", "trygg-pa-as-2026"),
        ("Ny", "ny-2"),
        ("!!!", "strategi"),
        ("Đii šaŋŋa", "dii-sanna"),
        ("æ" * 100, "ae" * 38),
    ],
)
def test_the_title_makes_an_address_that_everyone_can_type(body, title, slug):
    strategy = write_strategy(strategy=Strategy(body=body, title=title))
    assert strategy.slug == slug


def test_two_strategies_of_one_title_have_two_addresses_and_another_body_has_its_own(body):
    titles = [write_strategy(strategy=Strategy(body=of, title="Trygg")).slug for of in (body, body, make_council())]
    assert titles == ["trygg", "trygg-2", "trygg"]


def test_a_new_version_begins_with_the_texts_and_objectives_of_the_one_before(body):
    before = make_adopted_strategy(body, title="Trygg oppvekst")
    Objective.objects.create(strategy=before, text="Færre alene")
    draft = new_version(of=before)
    assert (draft.status, draft.predecessor, draft.routines) == (Status.DRAFT, before, before.routines)
    assert [objective.text for objective in draft.objectives.all()] == ["Færre alene"]
    assert (draft.adopted_in, draft.valid_from) == (None, None)


def test_the_one_before_expires_the_day_before(body, item):
    before = make_adopted_strategy(body)
    adopt(new_version(of=before), item)
    assert (newest(before).status, newest(before).valid_to) == (Status.EXPIRED, TODAY - DAY)


def test_the_one_before_holds_until_the_new_one_begins(body, item):
    before = make_adopted_strategy(body)
    draft = adopt(new_version(of=before), item, valid_from=TODAY + 30 * DAY)
    assert (newest(before).status, newest(before).valid_to) == (Status.ADOPTED, TODAY + 29 * DAY)
    assert list(Strategy.objects.filter(body=body).in_force(TODAY)) == [before]
    assert list(Strategy.objects.filter(body=body).in_force(TODAY + 30 * DAY)) == [draft]


def test_what_ended_long_before_keeps_its_last_day(body, item):
    last = TODAY - 100 * DAY
    before = make_adopted_strategy(body, valid_to=last)
    adopt(new_version(of=before), item)
    assert newest(before).valid_to == last


def test_a_version_cannot_begin_before_the_one_whose_place_it_takes(body, item):
    before = make_adopted_strategy(body)
    with pytest.raises(ValidationError, match="must begin after"):
        adopt(new_version(of=before), item, valid_from=before.valid_from)
    assert Strategy.objects.filter(status=Status.DRAFT).count() == 1
    assert newest(before).valid_to is None


@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_a_meeting_that_was_not_called_adopts_nothing(body, status):
    item = make_item(make_meeting(body, status=status))
    with pytest.raises(ValidationError, match="has been"):
        adopt(make_strategy(body), item)


def test_a_meeting_to_come_adopts_nothing_yet(body):
    item = make_item(make_meeting(body, days=3, status=Meeting.Status.CALLED))
    with pytest.raises(ValidationError, match="has been"):
        adopt(make_strategy(body), item)


def test_another_bodys_meeting_adopts_nothing_here(body):
    foreign = make_item(make_meeting(status=Meeting.Status.HELD))
    with pytest.raises(ValidationError, match="of this body"):
        adopt(make_strategy(body), foreign)
    assert not Strategy.objects.exclude(status=Status.DRAFT).filter(body=body).exists()


def test_a_withdrawn_item_adopts_nothing(body, item):
    item.is_withdrawn = True
    item.save()
    with pytest.raises(ValidationError, match="of this body"):
        adopt(make_strategy(body), item)


def test_what_is_empty_is_named_before_it_is_adopted(body, item):
    with pytest.raises(ValidationError, match=r"Write this before it is adopted: Strategy for handling concern\."):
        adopt(make_strategy(body, concern="  "), item)


def test_what_was_adopted_is_not_adopted_again(body, item):
    strategy = adopt(make_strategy(body), item)
    with pytest.raises(ValidationError, match="Only a draft"):
        adopt(strategy, item)


def test_an_end_before_the_beginning_is_refused(body, item):
    with pytest.raises(ValidationError, match="last day cannot be before the first"):
        adopt(make_strategy(body), item, valid_to=TODAY - DAY)


def test_two_strategies_do_not_take_the_place_of_each_other(body):
    one = make_strategy(body)
    other = make_strategy(body, predecessor=one)
    one.predecessor = other
    with pytest.raises(ValidationError, match="itself takes the place"):
        one.full_clean()


def test_a_long_line_of_versions_makes_no_loop_either(body):
    first = last = make_strategy(body)
    for _version in range(3):
        last = make_strategy(body, predecessor=last)
    first.predecessor = last
    with pytest.raises(ValidationError, match="itself takes the place"):
        first.full_clean()


def test_another_bodys_strategy_is_no_predecessor(body):
    strategy = make_strategy(body)
    strategy.predecessor = make_strategy()
    with pytest.raises(ValidationError, match="another body"):
        strategy.full_clean()


@pytest.mark.parametrize(
    ("now", "then", "allowed"),
    [
        (Status.ADOPTED, Status.REVISION, True),
        (Status.REVISION, Status.ADOPTED, True),
        (Status.REVISION, Status.EXPIRED, True),
        (Status.ADOPTED, Status.DRAFT, False),
        (Status.EXPIRED, Status.ADOPTED, False),
        (Status.ADOPTED, "no-status", False),
    ],
)
def test_which_status_may_follow_which(body, now, then, allowed):
    strategy = make_adopted_strategy(body, status=now)
    if allowed:
        strategies.change_status(strategy=strategy, status=then, today=TODAY)
    else:
        with pytest.raises(ValidationError, match="cannot become"):
            strategies.change_status(strategy=strategy, status=then, today=TODAY)
    assert newest(strategy).status == (then if allowed else now)


def test_what_is_ended_has_today_as_its_last_day(body):
    strategy = make_adopted_strategy(body, valid_to=TODAY + 100 * DAY)
    strategies.change_status(strategy=strategy, status=Status.EXPIRED, today=TODAY)
    assert newest(strategy).valid_to == TODAY


def test_the_job_of_the_day_expires_what_has_had_its_last_day(body):
    over = make_adopted_strategy(body, valid_to=TODAY - DAY)
    on_its_last_day = make_adopted_strategy(body, valid_to=TODAY, status=Status.REVISION)
    job = next(job for job in JOBS if job.name == "expire-strategies")
    assert [job.run(TODAY), job.run(TODAY)] == [1, 0]
    assert newest(over).status == Status.EXPIRED
    assert newest(on_its_last_day).status == Status.REVISION


def test_members_read_a_strategy_once_it_is_adopted(body):
    draft, adopted = make_strategy(body), make_adopted_strategy(body)
    secretary, member = (access_of(user) for user in (make_secretary(body), make_reader(body)))
    assert set(Strategy.objects.readable_by(secretary)) == {draft, adopted}
    assert set(Strategy.objects.readable_by(member)) == {adopted}
    stranger = access_of(make_secretary(make_council()))
    assert not Strategy.objects.readable_by(stranger).exists()


# Side by side


def compared(one, other):
    before, after = make_strategy(routines=one), make_strategy(routines=other)
    return next(each for each in compare_strategies(before, after) if each.heading.startswith("Routines"))


def marked(comparison):
    before = "".join(f"[-{piece.text}-]" if piece.is_gone else piece.text for piece in comparison.before)
    after = "".join(f"[+{piece.text}+]" if piece.is_new else piece.text for piece in comparison.after)
    return before, after


def test_what_both_say_is_not_marked():
    comparison = compared("Politiet ringer.\nSkolen svarer.", "Politiet ringer.\r\nSkolen svarer.")
    assert not comparison.is_changed
    assert marked(comparison) == ("Politiet ringer.\nSkolen svarer.", "Politiet ringer.\nSkolen svarer.")


def test_words_that_are_new_and_words_that_are_gone_are_marked():
    comparison = compared("Politiet ringer skolen først.", "Politiet ringer barnevernet først.")
    assert marked(comparison) == ("Politiet ringer [-skolen -]først.", "Politiet ringer [+barnevernet +]først.")
    assert (comparison.removed, comparison.added) == (1, 1)


def test_a_new_paragraph_is_new_as_a_whole():
    comparison = compared("Ett.\nTre.", "Ett.\nTo to.\nTre.")
    assert marked(comparison) == ("Ett.\nTre.", "Ett.\n[+To to.\n+]Tre.")


def test_from_nothing_to_something():
    assert marked(compared("", "Alt er nytt.")) == ("", "[+Alt er nytt.+]")


def test_objectives_are_compared_as_well():
    before, after = make_strategy(), make_strategy()
    Objective.objects.create(strategy=before, text="Færre alene")
    Objective.objects.create(strategy=after, text="Flere sammen")
    objectives = compare_strategies(before, after)[-1]
    assert (objectives.removed, objectives.added) == (2, 2)


def test_the_longest_texts_are_compared_within_a_second():
    one = " ".join(f"ord{number % 97}" for number in range(3000))
    other = " ".join(f"ord{number % 89}" for number in range(3000))
    assert compared(one, other).is_changed
    assert milliseconds(lambda: compared(one, other)) < 1000


@pytest.mark.parametrize("one", ["a\n" * 9000, "a\nb\n" * 4500])
def test_the_same_short_line_again_and_again_takes_no_time(one):
    other = "c\n" + one[::-1]
    assert compared(one, other).is_changed
    assert milliseconds(lambda: compared(one, other)) < 1000
