import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import contacts.mailboxes
import contacts.phones
import contacts.recording
import councils.models.files


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contacts", "0011_roles_for_one_body"),
        ("contacts", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Body",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("council", "police council")],
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
            ],
            options={
                "verbose_name": "body",
                "verbose_name_plural": "bodies",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LegalBasis",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="For example: offl. § 13", max_length=60, unique=True, verbose_name="provision"
                    ),
                ),
                ("text_nb", models.CharField(max_length=300, verbose_name="what it is about, in bokmål")),
                ("text_nn", models.CharField(max_length=300, verbose_name="what it is about, in nynorsk")),
                (
                    "is_current",
                    models.BooleanField(
                        default=True, help_text="Items that have it already keep it.", verbose_name="can be chosen"
                    ),
                ),
            ],
            options={
                "verbose_name": "legal basis",
                "verbose_name_plural": "legal bases",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="Council",
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
                    "form",
                    models.CharField(
                        choices=[
                            ("municipal", "municipal"),
                            ("inter_municipal", "inter-municipal"),
                            ("city_district", "city district"),
                        ],
                        default="municipal",
                        max_length=20,
                        verbose_name="form",
                    ),
                ),
                (
                    "city_district",
                    models.CharField(
                        blank=True,
                        help_text="Only for a council of a city district.",
                        max_length=100,
                        verbose_name="city district",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("none", "no council"),
                            ("invited", "invited by the police"),
                            ("considered", "under consideration"),
                            ("active", "active"),
                            ("dormant", "dormant"),
                            ("ended", "ended"),
                            ("declined", "declined by the municipality"),
                        ],
                        default="active",
                        max_length=12,
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
                ("founded_on", models.DateField(blank=True, null=True, verbose_name="founding decision made")),
                (
                    "founding_decision",
                    models.CharField(
                        blank=True,
                        help_text="Who decided, and the case number there.",
                        max_length=300,
                        verbose_name="founding decision",
                    ),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="purpose")),
                (
                    "secretariat",
                    models.CharField(
                        blank=True,
                        help_text="The unit that keeps the records.",
                        max_length=150,
                        verbose_name="secretariat",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="A shared mailbox that lives on when people change.",
                        max_length=254,
                        validators=[contacts.mailboxes.refuse_private],
                        verbose_name="mailbox",
                    ),
                ),
                (
                    "press_function",
                    models.CharField(
                        blank=True, help_text="A function, not a name.", max_length=150, verbose_name="press contact"
                    ),
                ),
                ("press_phone", contacts.phones.PhoneField(blank=True, max_length=20, verbose_name="press telephone")),
                (
                    "press_email",
                    models.EmailField(
                        blank=True,
                        max_length=254,
                        validators=[contacts.mailboxes.refuse_private],
                        verbose_name="press mailbox",
                    ),
                ),
            ],
            options={
                "verbose_name": "police council",
                "verbose_name_plural": "police councils",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("form", "city_district"), models.Q(("city_district", ""), _negated=True)),
                            models.Q(models.Q(("form", "city_district"), _negated=True), ("city_district", "")),
                            _connector="OR",
                        ),
                        name="a_council_of_a_city_district_names_it",
                        violation_error_message="Name the city district of a city-district council, and of no other.",
                    )
                ],
            },
            bases=("councils.body",),
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("parties", models.CharField(help_text="Units, not persons.", max_length=300, verbose_name="parties")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("signed", "signed"), ("ended", "ended")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("is_public", models.BooleanField(default=True, verbose_name="public")),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="councils.council",
                        verbose_name="police council",
                    ),
                ),
            ],
            options={
                "verbose_name": "cooperation agreement",
                "verbose_name_plural": "cooperation agreements",
                "ordering": ["council", "-valid_from", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="an_agreement_ends_after_it_begins",
                        violation_error_message="The last day cannot be before the first.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BodyMunicipality",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("active_as", models.CharField(blank=True, default="", editable=False, max_length=140)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="areas",
                        to="councils.body",
                        verbose_name="body",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="body_areas",
                        to="contacts.municipality",
                        verbose_name="municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "municipality of a body",
                "verbose_name_plural": "municipalities of bodies",
                "ordering": ["body", "valid_from", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="a_municipality_of_a_body_ends_after_it_begins",
                        violation_error_message="The last day cannot be before the first.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("active_as", ""), _negated=True),
                        fields=("municipality", "active_as"),
                        name="a_municipality_has_one_active_council_of_a_form",
                        violation_error_message="This municipality already has an active council of this form.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseCounter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="councils.body"
                    ),
                ),
            ],
            options={
                "verbose_name": "case counter",
                "verbose_name_plural": "case counters",
                "constraints": [models.UniqueConstraint(fields=("body", "year"), name="a_body_counts_each_year_once")],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("leader", "leader"),
                            ("deputy_leader", "deputy leader"),
                            ("secretary", "secretary"),
                            ("member", "member"),
                            ("deputy", "deputy member"),
                            ("observer", "observer"),
                            ("invited", "invited regularly"),
                        ],
                        default="member",
                        max_length=16,
                        verbose_name="place in the body",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        help_text="For example: mayor, head of the police station.", max_length=150, verbose_name="role"
                    ),
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
                        default="municipality",
                        max_length=16,
                        verbose_name="on behalf of",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="May be empty: the role alone is enough.",
                        max_length=150,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_is_public",
                    models.BooleanField(
                        default=False,
                        help_text="Only when they have been told and know that it is shown.",
                        verbose_name="publish the name",
                    ),
                ),
                (
                    "is_elected",
                    models.BooleanField(
                        default=False,
                        help_text="The term ends with the election; the members are confirmed after it.",
                        verbose_name="elected",
                    ),
                ),
                ("valid_from", models.DateField(default=django.utils.timezone.localdate, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "confirmed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="last confirmed"),
                ),
                (
                    "cleared_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="personal data cleared"),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="councils.body",
                        verbose_name="body",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        help_text="For councils of several municipalities.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contacts.municipality",
                        verbose_name="from which municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "member",
                "verbose_name_plural": "members",
                "ordering": ["body", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="a_member_ends_after_it_begins",
                        violation_error_message="The last day cannot be before the first.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "leader"), ("valid_to__isnull", True)),
                        fields=("body",),
                        name="a_body_has_one_leader_at_a_time",
                        violation_error_message="There is already a leader without a last day. End that first.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SelfEvaluation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("improve", models.TextField(blank=True, verbose_name="what we will do better next year")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluations",
                        to="councils.body",
                        verbose_name="body",
                    ),
                ),
            ],
            options={
                "verbose_name": "self-evaluation",
                "verbose_name_plural": "self-evaluations",
                "ordering": ["body", "-year"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("body", "year"),
                        name="a_body_evaluates_a_year_once",
                        violation_error_message="There is already a self-evaluation of this year. Open that one.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "question",
                    models.CharField(
                        choices=[
                            ("understanding", "Do we share an understanding of the problems here?"),
                            ("routines", "Are the routines for cooperation and responsibility known and used?"),
                            ("concern", "Do we have a strategy for handling concern, and is it used?"),
                            ("composition", "Are the right functions at the table, with a mandate to decide?"),
                            ("attendance", "Do the members come, and come prepared?"),
                            ("agenda", "Do the items deal with prevention and not with individual cases?"),
                            ("follow_up", "Is what we agree on done?"),
                            (
                                "anchoring",
                                "Does what we agree on reach the municipal council and the police leadership?",
                            ),
                        ],
                        max_length=16,
                        verbose_name="question",
                    ),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1 – not at all"),
                            (2, "2 – to a small degree"),
                            (3, "3 – to some degree"),
                            (4, "4 – to a large degree"),
                            (5, "5 – fully"),
                        ],
                        null=True,
                        verbose_name="answer",
                    ),
                ),
                ("comment", models.CharField(blank=True, max_length=500, verbose_name="comment")),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="councils.selfevaluation",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
                "ordering": ["evaluation", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("evaluation", "question"), name="a_question_is_answered_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score__isnull", True), models.Q(("score__gte", 1), ("score__lte", 5)), _connector="OR"
                        ),
                        name="an_answer_is_from_one_to_five",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StandingItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
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
                    "presenter",
                    models.CharField(
                        blank=True, help_text="A role, not a name.", max_length=100, verbose_name="presented by"
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
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standing_items",
                        to="councils.body",
                        verbose_name="body",
                    ),
                ),
            ],
            options={
                "verbose_name": "standing item",
                "verbose_name_plural": "standing items",
                "ordering": ["body", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="YearlyReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("published", "published")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("text_nb", models.TextField(blank=True, verbose_name="text in bokmål")),
                ("text_nn", models.TextField(blank=True, verbose_name="text in nynorsk")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="councils.body",
                        verbose_name="body",
                    ),
                ),
            ],
            options={
                "verbose_name": "yearly report",
                "verbose_name_plural": "yearly reports",
                "ordering": ["body", "-year"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("body", "year"),
                        name="a_body_has_one_report_a_year",
                        violation_error_message="There is already a report of this year. Open that one.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="YearWheelTask",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "month",
                    models.PositiveSmallIntegerField(
                        help_text="1 to 12.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="month",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="task")),
                ("is_meeting", models.BooleanField(default=False, verbose_name="is a meeting")),
                (
                    "items",
                    models.TextField(
                        blank=True,
                        help_text="One title a line. They come after the standing items and what is carried over.",
                        verbose_name="items of this meeting",
                    ),
                ),
                ("responsible", models.CharField(blank=True, max_length=100, verbose_name="responsible role")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="year_wheel",
                        to="councils.body",
                        verbose_name="body",
                    ),
                ),
            ],
            options={
                "verbose_name": "task of the year wheel",
                "verbose_name_plural": "year wheel",
                "ordering": ["body", "month", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("month__gte", 1), ("month__lte", 12)),
                        name="a_month_is_one_of_twelve",
                        violation_error_message="A month is a number from 1 to 12.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("date", models.DateField(verbose_name="date")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="begins")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="ends")),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="place")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ordinary", "ordinary meeting"),
                            ("extraordinary", "extraordinary meeting"),
                            ("thematic", "thematic meeting"),
                            ("digital", "digital meeting"),
                        ],
                        default="ordinary",
                        max_length=14,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("called", "called"),
                            ("held", "held"),
                            ("draft", "minutes in draft"),
                            ("checked", "checked for personal data"),
                            ("approved", "minutes approved"),
                            ("published", "minutes published"),
                            ("correcting", "minutes being corrected"),
                            ("cancelled", "cancelled"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="public",
                        max_length=10,
                        verbose_name="who may see the meeting",
                    ),
                ),
                ("called_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="called at")),
                (
                    "approved_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="minutes approved on"),
                ),
                (
                    "approved_by",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="A role, not a name.",
                        max_length=150,
                        verbose_name="approved by",
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("sequence", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "archived_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="exported for the archive"
                    ),
                ),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="invented example")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="councils.body",
                        verbose_name="body",
                    ),
                ),
                (
                    "year_wheel_task",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="meetings",
                        to="councils.yearwheeltask",
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
                "ordering": ["-date", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__isnull", True),
                            models.Q(("ends_at__gt", models.F("starts_at")), ("starts_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_meeting_ends_after_it_begins",
                        violation_error_message="The meeting cannot end before it begins.",
                    ),
                    models.UniqueConstraint(
                        fields=("body", "date"),
                        name="a_body_meets_once_a_day",
                        violation_error_message="There is already a meeting on this day. Open that one instead.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["planned", "cancelled"]), ("called_at__isnull", False), _connector="OR"
                        ),
                        name="a_meeting_that_was_called_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
                (
                    "case_year",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="year of the case number"
                    ),
                ),
                (
                    "case_number",
                    models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="case number"),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="Neutral: the title is public, also of an item that is exempt.",
                        max_length=200,
                        verbose_name="title",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("information", "for information"),
                            ("discussion", "for discussion"),
                            ("decision", "for decision"),
                        ],
                        default="discussion",
                        max_length=12,
                        verbose_name="type",
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
                    "presenter",
                    models.CharField(
                        blank=True, help_text="A role, not a name.", max_length=100, verbose_name="presented by"
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[
                            ("public", "public"),
                            ("internal", "internal: for the members"),
                            ("exempt", "exempt from public access"),
                        ],
                        default="public",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="what it is about")),
                ("discussion", models.TextField(blank=True, verbose_name="discussion")),
                ("conclusion", models.TextField(blank=True, verbose_name="conclusion")),
                ("is_standing", models.BooleanField(default=False, editable=False, verbose_name="standing item")),
                ("is_withdrawn", models.BooleanField(default=False, editable=False, verbose_name="withdrawn")),
                ("has_files", models.BooleanField(default=False, editable=False)),
                (
                    "exempt_reason",
                    models.CharField(
                        blank=True,
                        help_text="About this document, not the law in general. It is public: reveal nothing.",
                        max_length=300,
                        verbose_name="why this document is exempt",
                    ),
                ),
                (
                    "access_contact",
                    models.EmailField(
                        blank=True,
                        max_length=254,
                        validators=[contacts.mailboxes.refuse_private],
                        verbose_name="where to ask for access",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="councils.body",
                    ),
                ),
                (
                    "legal_basis",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="councils.legalbasis",
                        verbose_name="legal basis",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="councils.meeting",
                        verbose_name="meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "agenda item",
                "verbose_name_plural": "agenda items",
                "ordering": ["meeting", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("body", "case_year", "case_number"),
                        name="a_case_number_is_given_once",
                        violation_error_message="This case number is taken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case_number__isnull", True), ("case_year__isnull", True)),
                            models.Q(("case_number__isnull", False), ("case_year__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_case_number_has_a_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("visibility", "exempt"), _negated=True),
                            models.Q(("conclusion", ""), ("description", ""), ("discussion", ""), ("has_files", False)),
                            _connector="OR",
                        ),
                        name="an_exempt_item_has_no_text_and_no_file",
                        violation_error_message="An exempt item has no text and no file in the portal. Keep them in your archive.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("visibility", "exempt"), _negated=True),
                            models.Q(
                                ("legal_basis__isnull", False),
                                models.Q(("exempt_reason", ""), _negated=True),
                                models.Q(("access_contact", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_exempt_item_says_why_and_where_to_ask",
                        violation_error_message="An exempt item needs a legal basis, a reason about this document, and where to ask for access.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("visibility", "exempt"),
                            models.Q(("exempt_reason", ""), ("legal_basis__isnull", True)),
                            _connector="OR",
                        ),
                        name="only_an_exempt_item_has_a_legal_basis",
                        violation_error_message="Only an exempt item has a legal basis.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "file",
                    models.FileField(
                        help_text="PDF, at most 20 MB.",
                        storage=councils.models.files.storage,
                        upload_to=councils.models.files.stored_as,
                        verbose_name="file",
                    ),
                ),
                ("size", models.PositiveIntegerField(default=0, editable=False, verbose_name="size in bytes")),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="checksum")),
                (
                    "uploaded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="uploaded"),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="councils.agreement",
                        verbose_name="cooperation agreement",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="councils.agendaitem",
                        verbose_name="agenda item",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="councils.body",
                    ),
                ),
            ],
            options={
                "verbose_name": "attachment",
                "verbose_name_plural": "attachments",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreement__isnull", True), ("item__isnull", False)),
                            models.Q(("agreement__isnull", False), ("item__isnull", True)),
                            _connector="OR",
                        ),
                        name="an_attachment_belongs_to_one_thing",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what is to be done")),
                ("responsible", models.CharField(max_length=150, verbose_name="responsible role")),
                ("due", models.DateField(blank=True, null=True, verbose_name="deadline")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "not begun"),
                            ("ongoing", "under way"),
                            ("done", "done"),
                            ("dropped", "dropped"),
                        ],
                        default="open",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="action_items",
                        to="councils.agendaitem",
                        verbose_name="comes from",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="action_items",
                        to="councils.body",
                        verbose_name="body",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="councils.member",
                        verbose_name="responsible member",
                    ),
                ),
            ],
            options={
                "verbose_name": "action item",
                "verbose_name_plural": "action items",
                "ordering": ["body", "due", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "done"), _negated=True), ("done_on__isnull", False), _connector="OR"
                        ),
                        name="an_action_item_that_is_done_says_when",
                        violation_error_message="Say on which day it was done.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CarriedItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "action_item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="carried_to", to="councils.actionitem"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="carried", to="councils.meeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "carried action item",
                "verbose_name_plural": "carried action items",
                "ordering": ["meeting", "action_item__due", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "action_item"), name="an_action_item_is_carried_to_a_meeting_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ArchiveExport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                ("version_of_meeting", models.PositiveIntegerField(default=0)),
                ("sha256", models.CharField(max_length=64, verbose_name="checksum")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="exports", to="councils.meeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "export for the archive",
                "verbose_name_plural": "exports for the archive",
                "ordering": ["meeting", "-at"],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                (
                    "guest",
                    models.CharField(
                        blank=True, help_text="A role and where from, not a name.", max_length=150, verbose_name="guest"
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[("present", "present"), ("absent", "absent"), ("deputy", "represented by a deputy")],
                        default="present",
                        max_length=8,
                        verbose_name="attendance",
                    ),
                ),
                (
                    "items",
                    models.ManyToManyField(
                        blank=True,
                        related_name="attendance",
                        to="councils.agendaitem",
                        verbose_name="only for these items",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="councils.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance",
                        to="councils.member",
                        verbose_name="member",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "verbose_name_plural": "attendance",
                "ordering": ["meeting", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("guest", ""), ("member__isnull", False)),
                            models.Q(("member__isnull", True), models.Q(("guest", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="attendance_is_of_a_member_or_of_a_guest",
                        violation_error_message="Name a member, or write who the guest was.",
                    ),
                    models.UniqueConstraint(
                        fields=("meeting", "member"),
                        name="a_member_attends_a_meeting_once",
                        violation_error_message="This member is there already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MinutesVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason for the correction")),
                (
                    "attendance",
                    models.JSONField(
                        default=list, help_text="[role, on behalf of, attendance] of each, as it was written."
                    ),
                ),
                ("published_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="published")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="councils.meeting"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "version of the minutes",
                "verbose_name_plural": "versions of the minutes",
                "ordering": ["meeting", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "number"), name="versions_of_minutes_are_numbered"),
                    models.CheckConstraint(
                        condition=models.Q(("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="a_correction_has_a_reason",
                        violation_error_message="Say what is corrected, and why.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MinutesText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("description", models.TextField(blank=True, verbose_name="what it is about")),
                ("discussion", models.TextField(blank=True, verbose_name="discussion")),
                ("conclusion", models.TextField(blank=True, verbose_name="conclusion")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_texts",
                        to="councils.agendaitem",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="councils.minutesversion"
                    ),
                ),
            ],
            options={
                "verbose_name": "published text of an item",
                "verbose_name_plural": "published texts of items",
                "ordering": ["version", "item__position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "item"), name="a_version_has_each_item_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Strategy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                ("problem_understanding", models.TextField(blank=True, verbose_name="shared problem understanding")),
                ("routines", models.TextField(blank=True, verbose_name="routines for cooperation and responsibility")),
                ("concern", models.TextField(blank=True, verbose_name="strategy for handling concern")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("adopted", "adopted"),
                            ("revision", "under revision"),
                            ("expired", "expired"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="to be reviewed")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="invented example")),
                (
                    "adopted_in",
                    models.ForeignKey(
                        blank=True,
                        help_text="The item by which it was adopted.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="strategies",
                        to="councils.agendaitem",
                        verbose_name="adopted in",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="strategies",
                        to="councils.body",
                        verbose_name="body",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="councils.strategy",
                        verbose_name="takes the place of",
                    ),
                ),
            ],
            options={
                "verbose_name": "strategy",
                "verbose_name_plural": "strategies",
                "ordering": ["body", "-valid_from", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("body", "slug"),
                        name="a_strategy_has_its_own_address",
                        violation_error_message="There is already a strategy with this address.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="a_strategy_ends_after_it_begins",
                        violation_error_message="The last day cannot be before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"),
                            models.Q(("adopted_in__isnull", False), ("valid_from__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_strategy_that_is_not_a_draft_was_adopted",
                        violation_error_message="Say in which meeting it was adopted, and from which day it holds.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("predecessor__isnull", True),
                            models.Q(("predecessor", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_strategy_does_not_take_its_own_place",
                        violation_error_message="A strategy cannot take its own place.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("current", "in force"), ("closed", "closed")],
                        default="draft",
                        max_length=8,
                        verbose_name="status",
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
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="invented example")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="councils.body",
                        verbose_name="body",
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="plans",
                        to="councils.strategy",
                        verbose_name="strategy",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan",
                "verbose_name_plural": "plans",
                "ordering": ["body", "-valid_from", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("body", "slug"),
                        name="a_plan_has_its_own_address",
                        violation_error_message="There is already a plan with this address.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="a_plan_ends_after_it_begins",
                        violation_error_message="The last day cannot be before the first.",
                    ),
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
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
                ("focus_area", models.CharField(max_length=200, verbose_name="focus area")),
                ("objective", models.CharField(max_length=300, verbose_name="objective")),
                ("text", models.CharField(max_length=500, verbose_name="measure")),
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
                ("responsible", models.CharField(max_length=150, verbose_name="responsible role")),
                ("deadline", models.DateField(blank=True, null=True, verbose_name="deadline")),
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
                ("evaluation", models.TextField(blank=True, verbose_name="evaluation")),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="measures",
                        to="councils.agendaitem",
                        verbose_name="comes from",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="councils.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "measure",
                "verbose_name_plural": "measures",
                "ordering": ["plan", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Knowledge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("text", models.TextField(verbose_name="what is known")),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("url", models.URLField(blank=True, verbose_name="link")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="knowledge",
                        to="councils.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of the knowledge base",
                "verbose_name_plural": "knowledge base",
                "ordering": ["plan", "-year", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 1900), ("year__lte", 2100)),
                        name="knowledge_is_of_a_year",
                        violation_error_message="Write the year with four digits, for example 2025.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="version"),
                ),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
                ("text", models.CharField(max_length=300, verbose_name="objective")),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="objectives",
                        to="councils.strategy",
                        verbose_name="strategy",
                    ),
                ),
            ],
            options={
                "verbose_name": "objective",
                "verbose_name_plural": "objectives",
                "ordering": ["strategy", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalBodyMunicipality",
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
                ("active_as", models.CharField(blank=True, default="", editable=False, max_length=140)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
                        verbose_name="body",
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
                "verbose_name": "historical municipality of a body",
                "verbose_name_plural": "historical municipalities of bodies",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCouncil",
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
                        choices=[("council", "police council")],
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
                    "form",
                    models.CharField(
                        choices=[
                            ("municipal", "municipal"),
                            ("inter_municipal", "inter-municipal"),
                            ("city_district", "city district"),
                        ],
                        default="municipal",
                        max_length=20,
                        verbose_name="form",
                    ),
                ),
                (
                    "city_district",
                    models.CharField(
                        blank=True,
                        help_text="Only for a council of a city district.",
                        max_length=100,
                        verbose_name="city district",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("none", "no council"),
                            ("invited", "invited by the police"),
                            ("considered", "under consideration"),
                            ("active", "active"),
                            ("dormant", "dormant"),
                            ("ended", "ended"),
                            ("declined", "declined by the municipality"),
                        ],
                        default="active",
                        max_length=12,
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
                ("founded_on", models.DateField(blank=True, null=True, verbose_name="founding decision made")),
                (
                    "founding_decision",
                    models.CharField(
                        blank=True,
                        help_text="Who decided, and the case number there.",
                        max_length=300,
                        verbose_name="founding decision",
                    ),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="purpose")),
                (
                    "secretariat",
                    models.CharField(
                        blank=True,
                        help_text="The unit that keeps the records.",
                        max_length=150,
                        verbose_name="secretariat",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="A shared mailbox that lives on when people change.",
                        max_length=254,
                        validators=[contacts.mailboxes.refuse_private],
                        verbose_name="mailbox",
                    ),
                ),
                (
                    "press_function",
                    models.CharField(
                        blank=True, help_text="A function, not a name.", max_length=150, verbose_name="press contact"
                    ),
                ),
                ("press_phone", contacts.phones.PhoneField(blank=True, max_length=20, verbose_name="press telephone")),
                (
                    "press_email",
                    models.EmailField(
                        blank=True,
                        max_length=254,
                        validators=[contacts.mailboxes.refuse_private],
                        verbose_name="press mailbox",
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
            ],
            options={
                "verbose_name": "historical police council",
                "verbose_name_plural": "historical police councils",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLegalBasis",
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
                    "code",
                    models.CharField(
                        db_index=True, help_text="For example: offl. § 13", max_length=60, verbose_name="provision"
                    ),
                ),
                ("text_nb", models.CharField(max_length=300, verbose_name="what it is about, in bokmål")),
                ("text_nn", models.CharField(max_length=300, verbose_name="what it is about, in nynorsk")),
                (
                    "is_current",
                    models.BooleanField(
                        default=True, help_text="Items that have it already keep it.", verbose_name="can be chosen"
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
            ],
            options={
                "verbose_name": "historical legal basis",
                "verbose_name_plural": "historical legal bases",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMember",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("leader", "leader"),
                            ("deputy_leader", "deputy leader"),
                            ("secretary", "secretary"),
                            ("member", "member"),
                            ("deputy", "deputy member"),
                            ("observer", "observer"),
                            ("invited", "invited regularly"),
                        ],
                        default="member",
                        max_length=16,
                        verbose_name="place in the body",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        help_text="For example: mayor, head of the police station.", max_length=150, verbose_name="role"
                    ),
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
                        default="municipality",
                        max_length=16,
                        verbose_name="on behalf of",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="May be empty: the role alone is enough.",
                        max_length=150,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_is_public",
                    models.BooleanField(
                        default=False,
                        help_text="Only when they have been told and know that it is shown.",
                        verbose_name="publish the name",
                    ),
                ),
                (
                    "is_elected",
                    models.BooleanField(
                        default=False,
                        help_text="The term ends with the election; the members are confirmed after it.",
                        verbose_name="elected",
                    ),
                ),
                ("valid_from", models.DateField(default=django.utils.timezone.localdate, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "confirmed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="last confirmed"),
                ),
                (
                    "cleared_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="personal data cleared"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
                        verbose_name="body",
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
                        help_text="For councils of several municipalities.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="contacts.municipality",
                        verbose_name="from which municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical member",
                "verbose_name_plural": "historical members",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSelfEvaluation",
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
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("improve", models.TextField(blank=True, verbose_name="what we will do better next year")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
                        verbose_name="body",
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
                "verbose_name": "historical self-evaluation",
                "verbose_name_plural": "historical self-evaluations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStandingItem",
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
                ("title", models.CharField(max_length=200, verbose_name="title")),
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
                    "presenter",
                    models.CharField(
                        blank=True, help_text="A role, not a name.", max_length=100, verbose_name="presented by"
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
                        verbose_name="body",
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
                "verbose_name": "historical standing item",
                "verbose_name_plural": "historical standing items",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalYearlyReport",
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
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("published", "published")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("text_nb", models.TextField(blank=True, verbose_name="text in bokmål")),
                ("text_nn", models.TextField(blank=True, verbose_name="text in nynorsk")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
                        verbose_name="body",
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
                "verbose_name": "historical yearly report",
                "verbose_name_plural": "historical yearly reports",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalYearWheelTask",
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
                    "month",
                    models.PositiveSmallIntegerField(
                        help_text="1 to 12.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="month",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="task")),
                ("is_meeting", models.BooleanField(default=False, verbose_name="is a meeting")),
                (
                    "items",
                    models.TextField(
                        blank=True,
                        help_text="One title a line. They come after the standing items and what is carried over.",
                        verbose_name="items of this meeting",
                    ),
                ),
                ("responsible", models.CharField(blank=True, max_length=100, verbose_name="responsible role")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
                        verbose_name="body",
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
                "verbose_name": "historical task of the year wheel",
                "verbose_name_plural": "historical year wheel",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAgendaItem",
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
                (
                    "case_year",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="year of the case number"
                    ),
                ),
                (
                    "case_number",
                    models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="case number"),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="Neutral: the title is public, also of an item that is exempt.",
                        max_length=200,
                        verbose_name="title",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("information", "for information"),
                            ("discussion", "for discussion"),
                            ("decision", "for decision"),
                        ],
                        default="discussion",
                        max_length=12,
                        verbose_name="type",
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
                    "presenter",
                    models.CharField(
                        blank=True, help_text="A role, not a name.", max_length=100, verbose_name="presented by"
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[
                            ("public", "public"),
                            ("internal", "internal: for the members"),
                            ("exempt", "exempt from public access"),
                        ],
                        default="public",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="what it is about")),
                ("discussion", models.TextField(blank=True, verbose_name="discussion")),
                ("conclusion", models.TextField(blank=True, verbose_name="conclusion")),
                ("is_standing", models.BooleanField(default=False, editable=False, verbose_name="standing item")),
                ("is_withdrawn", models.BooleanField(default=False, editable=False, verbose_name="withdrawn")),
                ("has_files", models.BooleanField(default=False, editable=False)),
                (
                    "exempt_reason",
                    models.CharField(
                        blank=True,
                        help_text="About this document, not the law in general. It is public: reveal nothing.",
                        max_length=300,
                        verbose_name="why this document is exempt",
                    ),
                ),
                (
                    "access_contact",
                    models.EmailField(
                        blank=True,
                        max_length=254,
                        validators=[contacts.mailboxes.refuse_private],
                        verbose_name="where to ask for access",
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
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
                    "legal_basis",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.legalbasis",
                        verbose_name="legal basis",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.meeting",
                        verbose_name="meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical agenda item",
                "verbose_name_plural": "historical agenda items",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAttendance",
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
                    "guest",
                    models.CharField(
                        blank=True, help_text="A role and where from, not a name.", max_length=150, verbose_name="guest"
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[("present", "present"), ("absent", "absent"), ("deputy", "represented by a deputy")],
                        default="present",
                        max_length=8,
                        verbose_name="attendance",
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.member",
                        verbose_name="member",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical attendance",
                "verbose_name_plural": "historical attendance",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalActionItem",
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
                ("what", models.CharField(max_length=300, verbose_name="what is to be done")),
                ("responsible", models.CharField(max_length=150, verbose_name="responsible role")),
                ("due", models.DateField(blank=True, null=True, verbose_name="deadline")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "not begun"),
                            ("ongoing", "under way"),
                            ("done", "done"),
                            ("dropped", "dropped"),
                        ],
                        default="open",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
                        verbose_name="body",
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.agendaitem",
                        verbose_name="comes from",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.member",
                        verbose_name="responsible member",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical action item",
                "verbose_name_plural": "historical action items",
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
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
                ("focus_area", models.CharField(max_length=200, verbose_name="focus area")),
                ("objective", models.CharField(max_length=300, verbose_name="objective")),
                ("text", models.CharField(max_length=500, verbose_name="measure")),
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
                ("responsible", models.CharField(max_length=150, verbose_name="responsible role")),
                ("deadline", models.DateField(blank=True, null=True, verbose_name="deadline")),
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
                ("evaluation", models.TextField(blank=True, verbose_name="evaluation")),
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
                        verbose_name="comes from",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical measure",
                "verbose_name_plural": "historical measures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalKnowledge",
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
                ("text", models.TextField(verbose_name="what is known")),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("url", models.URLField(blank=True, verbose_name="link")),
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
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical part of the knowledge base",
                "verbose_name_plural": "historical knowledge base",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAnswer",
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
                    "question",
                    models.CharField(
                        choices=[
                            ("understanding", "Do we share an understanding of the problems here?"),
                            ("routines", "Are the routines for cooperation and responsibility known and used?"),
                            ("concern", "Do we have a strategy for handling concern, and is it used?"),
                            ("composition", "Are the right functions at the table, with a mandate to decide?"),
                            ("attendance", "Do the members come, and come prepared?"),
                            ("agenda", "Do the items deal with prevention and not with individual cases?"),
                            ("follow_up", "Is what we agree on done?"),
                            (
                                "anchoring",
                                "Does what we agree on reach the municipal council and the police leadership?",
                            ),
                        ],
                        max_length=16,
                        verbose_name="question",
                    ),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1 – not at all"),
                            (2, "2 – to a small degree"),
                            (3, "3 – to some degree"),
                            (4, "4 – to a large degree"),
                            (5, "5 – fully"),
                        ],
                        null=True,
                        verbose_name="answer",
                    ),
                ),
                ("comment", models.CharField(blank=True, max_length=500, verbose_name="comment")),
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
                    "evaluation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.selfevaluation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical answer",
                "verbose_name_plural": "historical answers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStrategy",
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
                ("problem_understanding", models.TextField(blank=True, verbose_name="shared problem understanding")),
                ("routines", models.TextField(blank=True, verbose_name="routines for cooperation and responsibility")),
                ("concern", models.TextField(blank=True, verbose_name="strategy for handling concern")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("adopted", "adopted"),
                            ("revision", "under revision"),
                            ("expired", "expired"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="to be reviewed")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="invented example")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "adopted_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The item by which it was adopted.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.agendaitem",
                        verbose_name="adopted in",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
                        verbose_name="body",
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
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.strategy",
                        verbose_name="takes the place of",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical strategy",
                "verbose_name_plural": "historical strategies",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlan",
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
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("current", "in force"), ("closed", "closed")],
                        default="draft",
                        max_length=8,
                        verbose_name="status",
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
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="invented example")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
                        verbose_name="body",
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
                    "strategy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.strategy",
                        verbose_name="strategy",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plan",
                "verbose_name_plural": "historical plans",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalObjective",
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
                ("text", models.CharField(max_length=300, verbose_name="objective")),
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
                    "strategy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.strategy",
                        verbose_name="strategy",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical objective",
                "verbose_name_plural": "historical objectives",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeeting",
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
                ("date", models.DateField(verbose_name="date")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="begins")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="ends")),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="place")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ordinary", "ordinary meeting"),
                            ("extraordinary", "extraordinary meeting"),
                            ("thematic", "thematic meeting"),
                            ("digital", "digital meeting"),
                        ],
                        default="ordinary",
                        max_length=14,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("called", "called"),
                            ("held", "held"),
                            ("draft", "minutes in draft"),
                            ("checked", "checked for personal data"),
                            ("approved", "minutes approved"),
                            ("published", "minutes published"),
                            ("correcting", "minutes being corrected"),
                            ("cancelled", "cancelled"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("public", "public"), ("internal", "internal: for the members")],
                        default="public",
                        max_length=10,
                        verbose_name="who may see the meeting",
                    ),
                ),
                ("called_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="called at")),
                (
                    "approved_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="minutes approved on"),
                ),
                (
                    "approved_by",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="A role, not a name.",
                        max_length=150,
                        verbose_name="approved by",
                    ),
                ),
                ("uid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("sequence", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "archived_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="exported for the archive"
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.body",
                        verbose_name="body",
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
                    "year_wheel_task",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.yearwheeltask",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical meeting",
                "verbose_name_plural": "historical meetings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAgreement",
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
                ("parties", models.CharField(help_text="Units, not persons.", max_length=300, verbose_name="parties")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("signed", "signed"), ("ended", "ended")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("is_public", models.BooleanField(default=True, verbose_name="public")),
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
                    "council",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="councils.council",
                        verbose_name="police council",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical cooperation agreement",
                "verbose_name_plural": "historical cooperation agreements",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="body",
            name="municipalities",
            field=models.ManyToManyField(
                related_name="bodies",
                through="councils.BodyMunicipality",
                to="contacts.municipality",
                verbose_name="municipalities",
            ),
        ),
    ]
