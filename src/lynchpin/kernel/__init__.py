"""What every room stands on: who acts, how a change is made and recorded, who looked. No domain words."""
