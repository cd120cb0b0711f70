"""The kernel's own vocabulary."""

from enum import StrEnum


class Permission(StrEnum):
    """Reading the kernel's books."""

    READ_ACCESS_LOG = "kernel.read_access_log"
