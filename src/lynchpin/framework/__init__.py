"""The shared outcomes framework as definitions, and the core-offer lines with their pure eligibility rules."""
