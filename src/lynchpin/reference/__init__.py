"""Coded data the service cannot run without, as packs of plain files, and the pure reader that checks them."""

from lynchpin.reference.faults import BadPack, Fault
from lynchpin.reference.pack import Pack, open_pack, packs, read_pack
from lynchpin.reference.rows import Row

__all__ = ["BadPack", "Fault", "Pack", "Row", "open_pack", "packs", "read_pack"]
