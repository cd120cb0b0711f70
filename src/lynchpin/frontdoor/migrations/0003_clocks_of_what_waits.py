"""Gives every referral that waits at the front door its running clock, due when its answer was promised."""

from django.db import migrations

from lynchpin.kernel.calendar import end_of_day


def start_clocks(apps, schema_editor):
    referral_of, clock_of = (apps.get_model("frontdoor", name) for name in ("Referral", "ReferralClock"))
    for each in referral_of._base_manager.filter(status__in=("received", "screening")).iterator():
        due_at = end_of_day(each.decide_by_on)
        clock_of._base_manager.create(referral_id=each.pk, step="decide", began_at=each.received_at, due_at=due_at)
        referral_of._base_manager.filter(pk=each.pk).update(clock_step="decide", due_at=due_at)


class Migration(migrations.Migration):
    dependencies = [("frontdoor", "0002_brokering_clocks_and_ways_in")]
    operations = [migrations.RunPython(start_clocks, migrations.RunPython.noop)]
