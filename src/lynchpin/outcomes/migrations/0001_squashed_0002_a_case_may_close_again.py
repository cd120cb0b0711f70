import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('outcomes', '0001_initial'), ('outcomes', '0002_a_case_may_close_again')]

    initial = True

    dependencies = [
        ('casework', '0001_squashed_0006_team_around_the_family'),
        ('people', '0003_own_record'),
    ]

    operations = [
        migrations.CreateModel(
            name='Achievement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casework.case')),
                ('resident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.resident')),
                ('cluster_key', models.CharField(blank=True, max_length=40)),
                ('measure_key', models.CharField(max_length=12)),
                ('programme_key', models.CharField(blank=True, max_length=40)),
                ('achieved_on', models.DateField()),
                ('evidence', models.CharField(choices=[('seen', 'Worker saw it'), ('document', 'A document was seen'), ('provider', 'Provider confirmed it'), ('said', 'The person said so'), ('scale', 'A rating before and after')], max_length=10)),
                ('evidence_note', models.CharField(blank=True, max_length=400)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.BigIntegerField()),
                ('former_reference', models.CharField(blank=True, max_length=60)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['measure_key', 'achieved_on'], name='achievements_by_measure')],
                'constraints': [models.UniqueConstraint(fields=('resident', 'measure_key', 'case'), name='outcome_counts_once_a_case'), models.UniqueConstraint(condition=models.Q(('former_reference', ''), _negated=True), fields=('former_reference',), name='former_outcome_comes_over_once')],
            },
        ),
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casework.case')),
                ('reason', models.CharField(max_length=16)),
                ('in_their_words', models.TextField(blank=True)),
                ('handed_to', models.CharField(blank=True, max_length=240)),
                ('no_outcome_because', models.CharField(blank=True, max_length=400)),
                ('closed_at', models.DateTimeField()),
                ('closed_by', models.BigIntegerField()),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='ReportedResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('key', models.CharField(max_length=12, unique=True)),
                ('measure_key', models.CharField(max_length=12)),
                ('label_en', models.CharField(max_length=240)),
                ('label_cy', models.CharField(max_length=240)),
                ('value', models.PositiveIntegerField()),
                ('period', models.CharField(max_length=24)),
                ('period_basis', models.CharField(max_length=16)),
                ('source', models.CharField(max_length=24)),
                ('is_result', models.BooleanField(default=True)),
                ('sort', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='StagedImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('kind', models.CharField(choices=[('caseload', 'Residents with their current caseload'), ('referrals', 'Referrals'), ('outcomes', 'Outcomes')], max_length=10)),
                ('state', models.CharField(choices=[('staged', 'Waiting to be applied'), ('applied', 'Applied')], default='staged', max_length=8)),
                ('digest', models.CharField(max_length=64)),
                ('header', models.JSONField(default=list)),
                ('rows', models.JSONField(default=list)),
                ('row_count', models.PositiveIntegerField()),
                ('mapping', models.JSONField(default=dict)),
                ('totals', models.JSONField(default=dict)),
                ('staged_at', models.DateTimeField()),
                ('staged_by', models.BigIntegerField(null=True)),
                ('applied_at', models.DateTimeField(null=True)),
                ('applied_by', models.BigIntegerField(null=True)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('applied_at__isnull', True), ('applied_by__isnull', True), ('state', 'staged')), models.Q(('applied_at__isnull', False), ('applied_by__isnull', False), ('state', 'applied')), _connector='OR'), name='applied_import_says_when_and_by_whom')],
                'indexes': [],
            },
        ),
    ]
