"""Residents, families, identifiers and merges, language and safe contact, restrictions, and who is already with them."""
