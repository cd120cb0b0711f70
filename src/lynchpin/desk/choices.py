"""What the desk's pages ask for."""

from enum import StrEnum


class Permission(StrEnum):
    OPEN_HOME = "desk.open_home"
    READ_OVERVIEW = "desk.read_overview"
    READ_WHAT_FITS = "desk.read_what_fits"
    READ_ZONE = "desk.read_zone"
    READ_DATA_PROTECTION = "desk.read_data_protection"
    READ_STATEMENTS = "desk.read_statements"
