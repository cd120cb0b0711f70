"""Councils, agencies, providers, programmes, staff, roles and permissions, sharing agreements."""
