"""Areas with their vintages, zones and clusters as dated sets of areas, venues, deprivation."""
