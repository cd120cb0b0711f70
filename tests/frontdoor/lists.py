"""Lists as a partner sends them; every person is invented."""

from __future__ import annotations

from lynchpin.frontdoor.models import ReferralList
from lynchpin.frontdoor.use_cases.stage_list import stage_list
from tests.conftest import NOON

HEADER = "First name,Surname,Date of birth,Postcode,Phone,Iaith,Agrees"
ANEIRIN = "Aneirin,Probert,27/03/1986,CF39 9ZZ,01443 000000,Cymraeg,yes"
BRIALLEN = "Briallen,Cadwaladr,,,,,"


def csv_of(*lines: str, header: str = HEADER) -> bytes:
    return "\r\n".join((header, *lines)).encode()


def staged(world, *lines: str, content: bytes = b"") -> ReferralList:
    file = content or csv_of(*(lines or (ANEIRIN, BRIALLEN)))
    given = {"organisation": "school", "file_name": "march.csv", "content": file}
    return ReferralList.unscoped.get(reference=stage_list(world.central, at=NOON, **given))
