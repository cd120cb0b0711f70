"""Lynchpin: the operating software of an area's early-help service. Rooms stand in the order of the service."""
