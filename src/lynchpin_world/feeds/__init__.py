"""The agencies' extracts of the region, with the faults that real ones have."""
