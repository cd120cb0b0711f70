"""Bringing what exists: reading a former system's files. Pure: bytes in, rows and faults out."""
