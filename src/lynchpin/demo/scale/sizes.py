"""How large a demo may be: a small team's region, a council's, and two councils' together. TRUST.md §7 letters them S, M and L."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """What is lived (`residents` of the synthetic region), and how many cases and contacts there are once it is copied.

    Without cases nothing is copied.
    """

    residents: int
    cases: int = 0
    contacts: int = 0

    @property
    def is_copied(self) -> bool:
        return self.cases > 0

    def copies_of(self, lived: int) -> int:
        """How many copies of the lived region make up the cases, beside the lived one itself."""
        return max(round(self.cases / lived) - 1, 0) if lived else 0


SCALES = {
    "small": Scale(residents=5_000),
    "council": Scale(residents=6_000, cases=20_000, contacts=400_000),
    "region": Scale(residents=6_000, cases=50_000, contacts=2_000_000),
}
