"""Homes: streets of about sixteen dwellings to a postcode, in small areas by their share of residents."""

from collections.abc import Iterator
from random import Random

from lynchpin_world import identifiers, packs
from lynchpin_world.numbering import FIRST, Block
from lynchpin_world.region import Area, Home

HOMES_A_POSTCODE = 16
SOCIAL_SHARE = 0.27
PRIVATE_RENT_SHARE = 0.17


def build_homes(areas: tuple[Area, ...], count: int, rng: Random, block: Block = FIRST) -> list[Home]:
    """About `count` homes, shuffled so that neighbours are not neighbours in the list."""
    homes = list(_numbered(areas, count, rng, block))
    rng.shuffle(homes)
    return homes


def _numbered(areas: tuple[Area, ...], count: int, rng: Random, block: Block) -> Iterator[Home]:
    uprns = identifiers.uprns(rng, block)
    units = {area.postcode_district: identifiers.postcodes(area.postcode_district) for area in areas}
    serial = 0
    for area, street in _streets(areas, count, rng):
        postcode, first = next(units[area.postcode_district]), rng.randrange(1, 60)
        for number in range(first, first + HOMES_A_POSTCODE):
            serial += 1
            yield Home(
                home_id=f"H{block.serial(serial):06d}",
                area=area,
                house=_house(number, rng),
                street=street,
                postcode=postcode,
                uprn=next(uprns),
                tenure=_tenure(rng),
                phone=identifiers.home_phone(rng, block),
            )


def _streets(areas: tuple[Area, ...], count: int, rng: Random) -> Iterator[tuple[Area, str]]:
    names = [row["street"] for row in packs.rows("streets")]
    weights = [area.residents for area in areas]
    for area in rng.choices(areas, weights, k=-(-count // HOMES_A_POSTCODE)):
        yield area, rng.choice(names)


def _house(number: int, rng: Random) -> str:
    chance = rng.random()
    if chance < 0.03:
        return rng.choice(packs.rows("house_names"))["house_name"] + ","
    return f"Flat {rng.randrange(1, 9)}, {number}" if chance < 0.08 else str(number)


def _tenure(rng: Random) -> str:
    chance = rng.random()
    if chance < SOCIAL_SHARE:
        return "social"
    return "private_rent" if chance < SOCIAL_SHARE + PRIVATE_RENT_SHARE else "owned"
