import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import contacts.mailboxes
import contacts.recording


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contacts", "0014_member_of_a_group"),
        ("contacts", "__first__"),
        ("councils", "0003_groups"),
    ]

    operations = [
        migrations.CreateModel(
            name="Scheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As it is called locally: SLT i Eksempel.", max_length=150, verbose_name="name"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stable for ever; other places link to it.",
                        max_length=80,
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Norwegian Bokmål"), ("nn", "Norwegian Nynorsk")],
                        default="nb",
                        max_length=2,
                        verbose_name="written language",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("active", "active"),
                            ("paused", "paused"),
                            ("ended", "wound up"),
                        ],
                        default="active",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_since",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="status since"),
                ),
                (
                    "status_note",
                    models.CharField(
                        blank=True, help_text="Shown publicly.", max_length=300, verbose_name="note on the status"
                    ),
                ),
                (
                    "established",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The year, with four digits.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1990),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="established",
                    ),
                ),
                (
                    "host_unit",
                    models.CharField(
                        blank=True,
                        help_text="The unit of the municipality it belongs to.",
                        max_length=150,
                        verbose_name="host unit",
                    ),
                ),
                (
                    "age_from",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: no limit.",
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(120)],
                        verbose_name="from age",
                    ),
                ),
                (
                    "age_to",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="“Under 18” means up to and including 17. Empty: no limit.",
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(120)],
                        verbose_name="to age, inclusive",
                    ),
                ),
                ("has_steering", models.BooleanField(default=True, verbose_name="has the steering level")),
                ("has_coordinating", models.BooleanField(default=True, verbose_name="has the coordinating level")),
                ("has_executing", models.BooleanField(default=True, verbose_name="has the executing level")),
                (
                    "about",
                    models.TextField(
                        blank=True, help_text="A few sentences for everyone.", verbose_name="about the scheme"
                    ),
                ),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="invented example")),
                (
                    "steering_council",
                    models.ForeignKey(
                        blank=True,
                        help_text="The police council, where it is the steering group. Empty: it has a group of its own.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="steered_schemes",
                        to="councils.council",
                        verbose_name="steering group",
                    ),
                ),
            ],
            options={
                "verbose_name": "SLT scheme",
                "verbose_name_plural": "SLT schemes",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("age_from__isnull", True),
                            ("age_to__isnull", True),
                            ("age_from__lte", models.F("age_to")),
                            _connector="OR",
                        ),
                        name="a_scheme_is_for_ages_in_their_order",
                        violation_error_message="The first age is higher than the last. Write the lower one first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("has_steering", True), ("has_coordinating", True), ("has_executing", True), _connector="OR"
                        ),
                        name="a_scheme_has_a_level",
                        violation_error_message="A scheme has at least one of the three levels.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("steering_council__isnull", True), ("has_steering", True), _connector="OR"),
                        name="a_council_steers_a_scheme_that_has_the_steering_level",
                        violation_error_message="A scheme without the steering level has no steering group.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchemeMunicipality",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("is_active", models.BooleanField(default=False, editable=False)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scheme_areas",
                        to="contacts.municipality",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="areas",
                        to="slt.scheme",
                        verbose_name="SLT scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "municipality of a scheme",
                "verbose_name_plural": "municipalities of schemes",
                "ordering": ["scheme", "valid_from", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="a_municipality_of_a_scheme_ends_after_it_begins",
                        violation_error_message="The last day cannot be before the first.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_active", True)),
                        fields=("municipality",),
                        name="a_municipality_is_in_one_active_scheme",
                        violation_error_message="This municipality is in an active SLT scheme already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Coordinator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "contact_point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="coordinates",
                        to="contacts.contactpoint",
                        verbose_name="contact point",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="coordinators",
                        to="slt.scheme",
                        verbose_name="SLT scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "coordinator of a scheme",
                "verbose_name_plural": "coordinators of schemes",
                "ordering": ["scheme", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "contact_point"),
                        name="a_contact_point_coordinates_a_scheme_once",
                        violation_error_message="This contact point is there already.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="scheme",
            name="municipalities",
            field=models.ManyToManyField(
                related_name="schemes",
                through="slt.SchemeMunicipality",
                to="contacts.municipality",
                verbose_name="municipalities",
            ),
        ),
        migrations.AddField(
            model_name="Scheme",
            name="contact_points",
            field=models.ManyToManyField(
                related_name="schemes",
                through="slt.Coordinator",
                to="contacts.contactpoint",
                verbose_name="coordinators",
            ),
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "place",
                    models.CharField(
                        help_text="For example: the town hall, second floor.", max_length=150, verbose_name="place"
                    ),
                ),
                (
                    "days",
                    models.CharField(
                        blank=True, help_text="For example: Monday to Wednesday.", max_length=100, verbose_name="days"
                    ),
                ),
                (
                    "coordinator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offices",
                        to="slt.coordinator",
                        verbose_name="coordinator",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contacts.municipality",
                        verbose_name="municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "office",
                "verbose_name_plural": "offices",
                "ordering": ["coordinator", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Group",
            fields=[
                (
                    "body_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="councils.body",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("steering", "steering"),
                            ("coordinating", "coordinating"),
                            ("executing", "executing"),
                        ],
                        max_length=12,
                        verbose_name="level",
                    ),
                ),
                (
                    "target_group",
                    models.CharField(
                        blank=True,
                        help_text="Whom it works for, as a group: never one person.",
                        max_length=300,
                        verbose_name="target group",
                    ),
                ),
                ("task", models.TextField(blank=True, verbose_name="what it does")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups",
                        to="slt.scheme",
                        verbose_name="SLT scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "SLT group",
                "verbose_name_plural": "SLT groups",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on__isnull", True), ("level", "steering")),
                        fields=("scheme",),
                        name="a_scheme_has_one_steering_group_of_its_own",
                        violation_error_message="The scheme has a steering group already. End that first.",
                    )
                ],
            },
            bases=("councils.body",),
        ),
        migrations.CreateModel(
            name="Representation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "agency",
                    models.CharField(
                        choices=[
                            ("municipality", "The municipality"),
                            ("police", "The police"),
                            ("school", "Schools and kindergartens"),
                            ("child_welfare", "Child welfare"),
                            ("health", "Health services"),
                            ("nav", "NAV"),
                            ("leisure", "Leisure and culture"),
                            ("voluntary", "Voluntary organisations"),
                            ("faith", "Faith and life stance communities"),
                            ("business", "Business"),
                            ("youth_council", "The youth council"),
                            ("other", "Others"),
                        ],
                        max_length=16,
                        verbose_name="on behalf of",
                    ),
                ),
                (
                    "count",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(99),
                        ],
                        verbose_name="how many",
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        blank=True,
                        help_text="Roles, for example: youth workers. Not names.",
                        max_length=150,
                        verbose_name="what they are",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="representation",
                        to="slt.group",
                        verbose_name="SLT group",
                    ),
                ),
            ],
            options={
                "verbose_name": "representation",
                "verbose_name_plural": "representation",
                "ordering": ["group", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("group", "agency", "what"),
                        name="an_agency_sends_each_kind_once",
                        violation_error_message="This is there already. Change the number instead.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CycleYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="With four digits.",
                        validators=[
                            django.core.validators.MinValueValidator(1990),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "evaluation",
                    models.TextField(
                        blank=True,
                        help_text="What worked, what did not, and what we learnt.",
                        verbose_name="evaluation of the year",
                    ),
                ),
                ("evaluated_on", models.DateField(blank=True, null=True, verbose_name="evaluated on")),
                (
                    "summary",
                    models.TextField(
                        blank=True, help_text="Public, once it is documented.", verbose_name="what the year came to"
                    ),
                ),
                ("documented_on", models.DateField(blank=True, null=True, verbose_name="documented on")),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="years",
                        to="slt.scheme",
                        verbose_name="SLT scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "working year",
                "verbose_name_plural": "working years",
                "ordering": ["scheme", "-year"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "year"),
                        name="a_scheme_has_a_year_once",
                        violation_error_message="This year is there already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="About groups and places, never about one person.", verbose_name="what was found"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="For example: Ungdata 2026, figures of the police, the youth club.",
                        max_length=200,
                        verbose_name="source",
                    ),
                ),
                ("found_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="found on")),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("extremism", "Radicalisation and violent extremism"),
                            ("youth", "Children and young people"),
                            ("drugs", "Drugs and alcohol"),
                            ("violence", "Violence and abuse in close relationships"),
                            ("internet", "Internet and social media"),
                            ("hate", "Hate speech and hate crime"),
                            ("organised", "Gangs and organised crime"),
                            ("work", "Labour market crime"),
                            ("nightlife", "Nightlife and public places"),
                            ("traffic", "Traffic"),
                            ("safety", "Sense of security in the local community"),
                            ("preparedness", "Preparedness"),
                            ("cooperation", "Cooperation and organisation"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="internal",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="slt.cycleyear",
                        verbose_name="working year",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: all of the scheme’s municipalities.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contacts.municipality",
                        verbose_name="municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "finding",
                "verbose_name_plural": "findings",
                "ordering": ["cycle", "-found_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Priority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
                ("title", models.CharField(max_length=200, verbose_name="priority")),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        help_text="What the steering group is asked to decide, and why.",
                        verbose_name="reason",
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("extremism", "Radicalisation and violent extremism"),
                            ("youth", "Children and young people"),
                            ("drugs", "Drugs and alcohol"),
                            ("violence", "Violence and abuse in close relationships"),
                            ("internet", "Internet and social media"),
                            ("hate", "Hate speech and hate crime"),
                            ("organised", "Gangs and organised crime"),
                            ("work", "Labour market crime"),
                            ("nightlife", "Nightlife and public places"),
                            ("traffic", "Traffic"),
                            ("safety", "Sense of security in the local community"),
                            ("preparedness", "Preparedness"),
                            ("cooperation", "Cooperation and organisation"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "not decided yet"),
                            ("adopted", "adopted"),
                            ("changed", "adopted with changes"),
                            ("declined", "not adopted"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="outcome",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                (
                    "visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="internal",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="priorities",
                        to="slt.cycleyear",
                        verbose_name="working year",
                    ),
                ),
                (
                    "findings",
                    models.ManyToManyField(
                        blank=True, related_name="priorities", to="slt.finding", verbose_name="findings"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="slt_priorities",
                        to="councils.agendaitem",
                        verbose_name="case of the steering group",
                    ),
                ),
            ],
            options={
                "verbose_name": "priority",
                "verbose_name_plural": "priorities",
                "ordering": ["cycle", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome", "waiting"), ("decided_on__isnull", False), _connector="OR"),
                        name="a_priority_that_is_decided_says_when",
                        violation_error_message="Say on which day the steering group decided.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("text", models.CharField(max_length=300, verbose_name="measure")),
                (
                    "agency",
                    models.CharField(
                        choices=[
                            ("municipality", "The municipality"),
                            ("police", "The police"),
                            ("school", "Schools and kindergartens"),
                            ("child_welfare", "Child welfare"),
                            ("health", "Health services"),
                            ("nav", "NAV"),
                            ("leisure", "Leisure and culture"),
                            ("voluntary", "Voluntary organisations"),
                            ("faith", "Faith and life stance communities"),
                            ("business", "Business"),
                            ("youth_council", "The youth council"),
                            ("other", "Others"),
                        ],
                        default="municipality",
                        max_length=16,
                        verbose_name="responsible agency",
                    ),
                ),
                (
                    "responsible",
                    models.CharField(
                        blank=True, help_text="A role, not a name.", max_length=150, verbose_name="responsible role"
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("extremism", "Radicalisation and violent extremism"),
                            ("youth", "Children and young people"),
                            ("drugs", "Drugs and alcohol"),
                            ("violence", "Violence and abuse in close relationships"),
                            ("internet", "Internet and social media"),
                            ("hate", "Hate speech and hate crime"),
                            ("organised", "Gangs and organised crime"),
                            ("work", "Labour market crime"),
                            ("nightlife", "Nightlife and public places"),
                            ("traffic", "Traffic"),
                            ("safety", "Sense of security in the local community"),
                            ("preparedness", "Preparedness"),
                            ("cooperation", "Cooperation and organisation"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                ("due", models.DateField(blank=True, null=True, verbose_name="deadline")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("ongoing", "under way"),
                            ("done", "done"),
                            ("stopped", "stopped"),
                        ],
                        default="planned",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unknown", "cannot be said yet"),
                            ("good", "it worked"),
                            ("partly", "it worked in part"),
                            ("none", "it did not work"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="effect",
                    ),
                ),
                (
                    "evaluation",
                    models.TextField(
                        blank=True, help_text="How it went, and what we learnt.", verbose_name="evaluation"
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="public",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="slt.cycleyear",
                        verbose_name="working year",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        help_text="The group that carries it out, if it is one.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="slt_measures",
                        to="slt.group",
                        verbose_name="SLT group",
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="measures",
                        to="slt.priority",
                        verbose_name="priority",
                    ),
                ),
            ],
            options={
                "verbose_name": "SLT measure",
                "verbose_name_plural": "SLT measures",
                "ordering": ["cycle", "due", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "done"), _negated=True), ("done_on__isnull", False), _connector="OR"
                        ),
                        name="an_slt_measure_that_is_done_says_when",
                        violation_error_message="Say on which day it was done.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DialogueProcess",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                ("aim", models.TextField(help_text="What the dialogue is to lead to.", verbose_name="aim")),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("extremism", "Radicalisation and violent extremism"),
                            ("youth", "Children and young people"),
                            ("drugs", "Drugs and alcohol"),
                            ("violence", "Violence and abuse in close relationships"),
                            ("internet", "Internet and social media"),
                            ("hate", "Hate speech and hate crime"),
                            ("organised", "Gangs and organised crime"),
                            ("work", "Labour market crime"),
                            ("nightlife", "Nightlife and public places"),
                            ("traffic", "Traffic"),
                            ("safety", "Sense of security in the local community"),
                            ("preparedness", "Preparedness"),
                            ("cooperation", "Cooperation and organisation"),
                            ("other", "Other"),
                        ],
                        default="cooperation",
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "planned"), ("ongoing", "under way"), ("ended", "ended")],
                        default="planned",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("valid_from", models.DateField(default=django.utils.timezone.localdate, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "is_open",
                    models.BooleanField(
                        default=False, help_text="Not ticked: by invitation.", verbose_name="open to everyone"
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True, help_text="What it led to. Never who said what.", verbose_name="outcome"
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="public",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dialogues",
                        to="councils.agendaitem",
                        verbose_name="comes from the case",
                    ),
                ),
                (
                    "plan_measure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dialogues",
                        to="councils.measure",
                        verbose_name="comes from the measure of the council",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dialogues",
                        to="slt.measure",
                        verbose_name="comes from the measure of the scheme",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dialogues",
                        to="slt.scheme",
                        verbose_name="SLT scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "dialogue process",
                "verbose_name_plural": "dialogue processes",
                "ordering": ["scheme", "-valid_from", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "slug"),
                        name="a_dialogue_has_its_own_address",
                        violation_error_message="There is already a dialogue with this address.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="a_dialogue_ends_after_it_begins",
                        violation_error_message="The last day cannot be before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("item__isnull", True), ("plan_measure__isnull", True)),
                            models.Q(("item__isnull", True), ("measure__isnull", True)),
                            models.Q(("measure__isnull", True), ("plan_measure__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_dialogue_comes_from_one_thing",
                        violation_error_message="Name one thing only that it comes from.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("public", "public"),
                            ("voluntary", "voluntary"),
                            ("private", "private"),
                            ("faith", "faith and life stance"),
                        ],
                        max_length=10,
                        verbose_name="sector",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="An organisation, a congregation or a business. Not a person.",
                        max_length=150,
                        verbose_name="organisation",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        blank=True, help_text="What they contribute.", max_length=200, verbose_name="part"
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="slt.dialogueprocess",
                        verbose_name="dialogue process",
                    ),
                ),
            ],
            options={
                "verbose_name": "party",
                "verbose_name_plural": "parties",
                "ordering": ["process", "sector", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("process", "name"),
                        name="a_party_is_in_a_dialogue_once",
                        violation_error_message="This organisation is there already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DialogueEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("date", models.DateField(verbose_name="date")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="begins")),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="place")),
                (
                    "is_open",
                    models.BooleanField(
                        default=False, help_text="Not ticked: by invitation.", verbose_name="open to everyone"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "planned"), ("held", "held"), ("cancelled", "cancelled")],
                        default="planned",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="A number. The portal keeps no lists of participants.",
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(9999)],
                        verbose_name="how many took part",
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True, help_text="What it led to. Never who said what.", verbose_name="outcome"
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="slt.dialogueprocess",
                        verbose_name="dialogue process",
                    ),
                ),
            ],
            options={
                "verbose_name": "dialogue event",
                "verbose_name_plural": "dialogue events",
                "ordering": ["process", "date", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCoordinator",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "contact_point",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="contacts.contactpoint",
                        verbose_name="contact point",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.scheme",
                        verbose_name="SLT scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical coordinator of a scheme",
                "verbose_name_plural": "historical coordinators of schemes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCycleYear",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="With four digits.",
                        validators=[
                            django.core.validators.MinValueValidator(1990),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "evaluation",
                    models.TextField(
                        blank=True,
                        help_text="What worked, what did not, and what we learnt.",
                        verbose_name="evaluation of the year",
                    ),
                ),
                ("evaluated_on", models.DateField(blank=True, null=True, verbose_name="evaluated on")),
                (
                    "summary",
                    models.TextField(
                        blank=True, help_text="Public, once it is documented.", verbose_name="what the year came to"
                    ),
                ),
                ("documented_on", models.DateField(blank=True, null=True, verbose_name="documented on")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.scheme",
                        verbose_name="SLT scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical working year",
                "verbose_name_plural": "historical working years",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDialogueEvent",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("date", models.DateField(verbose_name="date")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="begins")),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="place")),
                (
                    "is_open",
                    models.BooleanField(
                        default=False, help_text="Not ticked: by invitation.", verbose_name="open to everyone"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "planned"), ("held", "held"), ("cancelled", "cancelled")],
                        default="planned",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="A number. The portal keeps no lists of participants.",
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(9999)],
                        verbose_name="how many took part",
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True, help_text="What it led to. Never who said what.", verbose_name="outcome"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.dialogueprocess",
                        verbose_name="dialogue process",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dialogue event",
                "verbose_name_plural": "historical dialogue events",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDialogueProcess",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                ("aim", models.TextField(help_text="What the dialogue is to lead to.", verbose_name="aim")),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("extremism", "Radicalisation and violent extremism"),
                            ("youth", "Children and young people"),
                            ("drugs", "Drugs and alcohol"),
                            ("violence", "Violence and abuse in close relationships"),
                            ("internet", "Internet and social media"),
                            ("hate", "Hate speech and hate crime"),
                            ("organised", "Gangs and organised crime"),
                            ("work", "Labour market crime"),
                            ("nightlife", "Nightlife and public places"),
                            ("traffic", "Traffic"),
                            ("safety", "Sense of security in the local community"),
                            ("preparedness", "Preparedness"),
                            ("cooperation", "Cooperation and organisation"),
                            ("other", "Other"),
                        ],
                        default="cooperation",
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "planned"), ("ongoing", "under way"), ("ended", "ended")],
                        default="planned",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("valid_from", models.DateField(default=django.utils.timezone.localdate, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "is_open",
                    models.BooleanField(
                        default=False, help_text="Not ticked: by invitation.", verbose_name="open to everyone"
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True, help_text="What it led to. Never who said what.", verbose_name="outcome"
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="public",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.agendaitem",
                        verbose_name="comes from the case",
                    ),
                ),
                (
                    "plan_measure",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.measure",
                        verbose_name="comes from the measure of the council",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.measure",
                        verbose_name="comes from the measure of the scheme",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.scheme",
                        verbose_name="SLT scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dialogue process",
                "verbose_name_plural": "historical dialogue processes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFinding",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="About groups and places, never about one person.", verbose_name="what was found"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="For example: Ungdata 2026, figures of the police, the youth club.",
                        max_length=200,
                        verbose_name="source",
                    ),
                ),
                ("found_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="found on")),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("extremism", "Radicalisation and violent extremism"),
                            ("youth", "Children and young people"),
                            ("drugs", "Drugs and alcohol"),
                            ("violence", "Violence and abuse in close relationships"),
                            ("internet", "Internet and social media"),
                            ("hate", "Hate speech and hate crime"),
                            ("organised", "Gangs and organised crime"),
                            ("work", "Labour market crime"),
                            ("nightlife", "Nightlife and public places"),
                            ("traffic", "Traffic"),
                            ("safety", "Sense of security in the local community"),
                            ("preparedness", "Preparedness"),
                            ("cooperation", "Cooperation and organisation"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="internal",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.cycleyear",
                        verbose_name="working year",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: all of the scheme’s municipalities.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="contacts.municipality",
                        verbose_name="municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical finding",
                "verbose_name_plural": "historical findings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGroup",
            fields=[
                (
                    "body_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="councils.body",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("council", "police council"), ("slt_group", "SLT group")],
                        default="council",
                        editable=False,
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As it is called locally: Politirådet i Eksempel.",
                        max_length=150,
                        verbose_name="name",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stable for ever; other places link to it.", max_length=80, verbose_name="address"
                    ),
                ),
                (
                    "part_of",
                    models.SlugField(
                        blank=True,
                        db_default="",
                        db_index=False,
                        default="",
                        editable=False,
                        help_text="The address of what it is part of: a role that is for that one is for this one as well.",
                        max_length=80,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Norwegian Bokmål"), ("nn", "Norwegian Nynorsk")],
                        default="nb",
                        max_length=2,
                        verbose_name="written language",
                    ),
                ),
                (
                    "minimum_meetings",
                    models.PositiveSmallIntegerField(
                        default=2,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="meetings a year, at least",
                    ),
                ),
                (
                    "meetings_visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="public",
                        help_text="What a new meeting begins with. It can be changed for each.",
                        max_length=10,
                        verbose_name="who may see its meetings",
                    ),
                ),
                (
                    "items_visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="public",
                        help_text="What a new item begins with. It can be changed for each.",
                        max_length=10,
                        verbose_name="who may read its minutes",
                    ),
                ),
                (
                    "access_contact",
                    models.EmailField(
                        blank=True,
                        help_text="The mailbox for requests for access to documents, usually the municipality's main mailbox.",
                        max_length=254,
                        validators=[contacts.mailboxes.refuse_private],
                        verbose_name="where to ask for access",
                    ),
                ),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="invented example")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("steering", "steering"),
                            ("coordinating", "coordinating"),
                            ("executing", "executing"),
                        ],
                        max_length=12,
                        verbose_name="level",
                    ),
                ),
                (
                    "target_group",
                    models.CharField(
                        blank=True,
                        help_text="Whom it works for, as a group: never one person.",
                        max_length=300,
                        verbose_name="target group",
                    ),
                ),
                ("task", models.TextField(blank=True, verbose_name="what it does")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.scheme",
                        verbose_name="SLT scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical SLT group",
                "verbose_name_plural": "historical SLT groups",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeasure",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("text", models.CharField(max_length=300, verbose_name="measure")),
                (
                    "agency",
                    models.CharField(
                        choices=[
                            ("municipality", "The municipality"),
                            ("police", "The police"),
                            ("school", "Schools and kindergartens"),
                            ("child_welfare", "Child welfare"),
                            ("health", "Health services"),
                            ("nav", "NAV"),
                            ("leisure", "Leisure and culture"),
                            ("voluntary", "Voluntary organisations"),
                            ("faith", "Faith and life stance communities"),
                            ("business", "Business"),
                            ("youth_council", "The youth council"),
                            ("other", "Others"),
                        ],
                        default="municipality",
                        max_length=16,
                        verbose_name="responsible agency",
                    ),
                ),
                (
                    "responsible",
                    models.CharField(
                        blank=True, help_text="A role, not a name.", max_length=150, verbose_name="responsible role"
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("extremism", "Radicalisation and violent extremism"),
                            ("youth", "Children and young people"),
                            ("drugs", "Drugs and alcohol"),
                            ("violence", "Violence and abuse in close relationships"),
                            ("internet", "Internet and social media"),
                            ("hate", "Hate speech and hate crime"),
                            ("organised", "Gangs and organised crime"),
                            ("work", "Labour market crime"),
                            ("nightlife", "Nightlife and public places"),
                            ("traffic", "Traffic"),
                            ("safety", "Sense of security in the local community"),
                            ("preparedness", "Preparedness"),
                            ("cooperation", "Cooperation and organisation"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                ("due", models.DateField(blank=True, null=True, verbose_name="deadline")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("ongoing", "under way"),
                            ("done", "done"),
                            ("stopped", "stopped"),
                        ],
                        default="planned",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unknown", "cannot be said yet"),
                            ("good", "it worked"),
                            ("partly", "it worked in part"),
                            ("none", "it did not work"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="effect",
                    ),
                ),
                (
                    "evaluation",
                    models.TextField(
                        blank=True, help_text="How it went, and what we learnt.", verbose_name="evaluation"
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="public",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.cycleyear",
                        verbose_name="working year",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The group that carries it out, if it is one.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.group",
                        verbose_name="SLT group",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.priority",
                        verbose_name="priority",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical SLT measure",
                "verbose_name_plural": "historical SLT measures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOffice",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "place",
                    models.CharField(
                        help_text="For example: the town hall, second floor.", max_length=150, verbose_name="place"
                    ),
                ),
                (
                    "days",
                    models.CharField(
                        blank=True, help_text="For example: Monday to Wednesday.", max_length=100, verbose_name="days"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "coordinator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.coordinator",
                        verbose_name="coordinator",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="contacts.municipality",
                        verbose_name="municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical office",
                "verbose_name_plural": "historical offices",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalParty",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("public", "public"),
                            ("voluntary", "voluntary"),
                            ("private", "private"),
                            ("faith", "faith and life stance"),
                        ],
                        max_length=10,
                        verbose_name="sector",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="An organisation, a congregation or a business. Not a person.",
                        max_length=150,
                        verbose_name="organisation",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        blank=True, help_text="What they contribute.", max_length=200, verbose_name="part"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.dialogueprocess",
                        verbose_name="dialogue process",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical party",
                "verbose_name_plural": "historical parties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPriority",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
                ("title", models.CharField(max_length=200, verbose_name="priority")),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        help_text="What the steering group is asked to decide, and why.",
                        verbose_name="reason",
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("extremism", "Radicalisation and violent extremism"),
                            ("youth", "Children and young people"),
                            ("drugs", "Drugs and alcohol"),
                            ("violence", "Violence and abuse in close relationships"),
                            ("internet", "Internet and social media"),
                            ("hate", "Hate speech and hate crime"),
                            ("organised", "Gangs and organised crime"),
                            ("work", "Labour market crime"),
                            ("nightlife", "Nightlife and public places"),
                            ("traffic", "Traffic"),
                            ("safety", "Sense of security in the local community"),
                            ("preparedness", "Preparedness"),
                            ("cooperation", "Cooperation and organisation"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "not decided yet"),
                            ("adopted", "adopted"),
                            ("changed", "adopted with changes"),
                            ("declined", "not adopted"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="outcome",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                (
                    "visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="internal",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.cycleyear",
                        verbose_name="working year",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.agendaitem",
                        verbose_name="case of the steering group",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical priority",
                "verbose_name_plural": "historical priorities",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRepresentation",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "agency",
                    models.CharField(
                        choices=[
                            ("municipality", "The municipality"),
                            ("police", "The police"),
                            ("school", "Schools and kindergartens"),
                            ("child_welfare", "Child welfare"),
                            ("health", "Health services"),
                            ("nav", "NAV"),
                            ("leisure", "Leisure and culture"),
                            ("voluntary", "Voluntary organisations"),
                            ("faith", "Faith and life stance communities"),
                            ("business", "Business"),
                            ("youth_council", "The youth council"),
                            ("other", "Others"),
                        ],
                        max_length=16,
                        verbose_name="on behalf of",
                    ),
                ),
                (
                    "count",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(99),
                        ],
                        verbose_name="how many",
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        blank=True,
                        help_text="Roles, for example: youth workers. Not names.",
                        max_length=150,
                        verbose_name="what they are",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.group",
                        verbose_name="SLT group",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical representation",
                "verbose_name_plural": "historical representation",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalScheme",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As it is called locally: SLT i Eksempel.", max_length=150, verbose_name="name"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stable for ever; other places link to it.", max_length=80, verbose_name="address"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Norwegian Bokmål"), ("nn", "Norwegian Nynorsk")],
                        default="nb",
                        max_length=2,
                        verbose_name="written language",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("active", "active"),
                            ("paused", "paused"),
                            ("ended", "wound up"),
                        ],
                        default="active",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_since",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="status since"),
                ),
                (
                    "status_note",
                    models.CharField(
                        blank=True, help_text="Shown publicly.", max_length=300, verbose_name="note on the status"
                    ),
                ),
                (
                    "established",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The year, with four digits.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1990),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="established",
                    ),
                ),
                (
                    "host_unit",
                    models.CharField(
                        blank=True,
                        help_text="The unit of the municipality it belongs to.",
                        max_length=150,
                        verbose_name="host unit",
                    ),
                ),
                (
                    "age_from",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: no limit.",
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(120)],
                        verbose_name="from age",
                    ),
                ),
                (
                    "age_to",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="“Under 18” means up to and including 17. Empty: no limit.",
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(120)],
                        verbose_name="to age, inclusive",
                    ),
                ),
                ("has_steering", models.BooleanField(default=True, verbose_name="has the steering level")),
                ("has_coordinating", models.BooleanField(default=True, verbose_name="has the coordinating level")),
                ("has_executing", models.BooleanField(default=True, verbose_name="has the executing level")),
                (
                    "about",
                    models.TextField(
                        blank=True, help_text="A few sentences for everyone.", verbose_name="about the scheme"
                    ),
                ),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="invented example")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "steering_council",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The police council, where it is the steering group. Empty: it has a group of its own.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.council",
                        verbose_name="steering group",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical SLT scheme",
                "verbose_name_plural": "historical SLT schemes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSchemeMunicipality",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admin", "the editing pages"),
                            ("desk", "the desk"),
                            ("account", "the account pages"),
                            ("import", "an import"),
                            ("mail_link", "a link in a mail"),
                            ("daily_job", "the daily job"),
                        ],
                        db_default="",
                        default=contacts.recording.current_origin,
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("is_active", models.BooleanField(default=False, editable=False)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="contacts.municipality",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="slt.scheme",
                        verbose_name="SLT scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical municipality of a scheme",
                "verbose_name_plural": "historical municipalities of schemes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
