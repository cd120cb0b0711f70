import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('notices', '0001_initial'), ('notices', '0002_digests'), ('notices', '0003_more_kinds_to_tell')]

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
        ('people', '0003_own_record'),
    ]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('resident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.resident')),
                ('kind', models.CharField(choices=[('referral-received', 'We have your request'), ('appointment', 'Your appointment'), ('open-offer', 'An open offer'), ('goodbye', 'The end of our work together')], max_length=20)),
                ('channel', models.CharField(choices=[('phone', 'Phone call'), ('text', 'Text message'), ('email', 'E-mail'), ('letter', 'Letter'), ('visit', 'Visit at home')], max_length=8)),
                ('language', models.CharField(max_length=5)),
                ('about_reference', models.CharField(blank=True, max_length=12)),
                ('params', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('waiting', 'To be checked'), ('checked', 'Checked, ready to send'), ('sent', 'Sent'), ('held', 'Held: not safe to send'), ('cancelled', 'Cancelled')], default='waiting', max_length=10)),
                ('held_reason', models.CharField(blank=True, max_length=40)),
                ('queued_at', models.DateTimeField()),
                ('checked_at', models.DateTimeField(null=True)),
                ('checked_by', models.BigIntegerField(null=True)),
                ('posted_at', models.DateTimeField(null=True)),
                ('posted_by', models.BigIntegerField(null=True)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('checked_at__isnull', True), ('checked_by__isnull', True)), models.Q(('checked_at__isnull', False), ('checked_by__isnull', False)), _connector='OR'), name='notice_check_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('posted_at__isnull', True), ('posted_by__isnull', True)), models.Q(('posted_at__isnull', False), ('posted_by__isnull', False)), _connector='OR'), name='notice_posting_is_whole')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='DigestSwitch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='organisations.staff')),
                ('kind', models.CharField(choices=[('concern-due', 'Safeguarding concerns with a step due'), ('visit-overdue', 'Colleagues who have not come back from a visit'), ('case-new', 'People new on your caseload'), ('contact-due', 'People on your caseload with a contact due'), ('review-due', 'Plans on your caseload to look at again'), ('handover-waits', 'Handovers that wait for you'), ('transfer-waits', 'Cases that a colleague asks you to take on'), ('plan-waits', 'Plans of others for you to look at'), ('team-due', 'Meetings of teams around families'), ('action-due', 'What you do in a family’s plan'), ('agreed-due', 'What you agreed to do in supervision'), ('supervision-due', 'Colleagues whose supervision is due'), ('snag-waits', 'What is missing or not working, to answer'), ('snag-answered', 'Answers to what you said is missing'), ('check-in-due', 'People to ask whether it has lasted'), ('referral-to-open', 'Referrals that wait for you to open a case'), ('case-waits', 'Cases that wait for a worker'), ('case-silent', 'People nobody has spoken with for two weeks'), ('decision-due', 'Referrals to decide today, or late'), ('answer-due', 'Answers of providers due today, or late'), ('family-to-review', 'Families to review'), ('known-asked', 'Colleagues who ask whether a person is known'), ('letter-to-check', 'Letters to check'), ('file-refused', 'Files of partners that did not load'), ('run-waits', 'Profile runs that wait for approval'), ('merge-waits', 'Merges to decide'), ('agreement-ends', 'Sharing agreements that end soon or have ended'), ('colleague-idle', 'Colleagues who wait for a role')], max_length=20)),
                ('pace', models.CharField(choices=[('at-once', 'At once'), ('daily', 'Once a day, with the rest'), ('weekly', 'Once a week, with the rest'), ('never', 'Never')], max_length=8)),
                ('switched_at', models.DateTimeField()),
                ('told_ids', models.JSONField(default=list)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('staff', 'kind'), name='colleague_has_a_switch_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='organisations.staff')),
                ('language', models.CharField(max_length=2)),
                ('lines', models.JSONField(default=list)),
                ('gathers', models.BooleanField(default=True)),
                ('told_on', models.DateField()),
                ('week_on', models.DateField(null=True)),
                ('state', models.CharField(choices=[('waiting', 'To be sent'), ('sent', 'Sent'), ('dropped', 'Not sent: they had left')], default='waiting', max_length=8)),
                ('written_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('gathers', True)), fields=('staff', 'told_on'), name='colleague_is_told_once_a_day'), models.UniqueConstraint(fields=('staff', 'week_on'), name='colleague_is_told_weekly_once'), models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', True)), _connector='OR'), name='sent_digest_says_when')],
                'indexes': [],
            },
        ),
    ]
