"""Pages across rooms: each role's home, a person's overview, a zone's overview. No records of its own."""
