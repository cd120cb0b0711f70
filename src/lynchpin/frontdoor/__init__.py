"""The single point of contact: candidates, referrals with their timeline, screening, routing."""
