"""Numbers and addresses shaped like real ones that nobody can hold.

NHS numbers come from the 999 range kept for testing; National Insurance numbers begin QQ, a prefix that is never
issued; pupil numbers use authority 000; UPRNs lie in a block of twelve digits beginning 99, far above those allocated;
postcode units use only letters that no postcode unit has; telephone numbers are from the ranges Ofcom keeps for drama;
e-mail is at `.example`. Those telephone ranges are small, so numbers are shared by more people than in life.

All that is for the first `block` of a million numbers, which every region uses. The further blocks of a nation begin where
nothing is issued either: NHS numbers with 9, which no issued range has; National Insurance numbers with a letter that
HMRC never uses first; telephone numbers with 04 or 06, which Ofcom has never opened.
"""

import unicodedata
from collections.abc import Iterator
from itertools import count, islice
from random import Random

from lynchpin_world.numbering import FIRST, MILLION, Block

UNUSED_UNIT_LETTERS = "CIKMOV"
UPN_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
PERSONAL_PHONES = ("07700900", "03069990")
HOME_PHONES = ("02920180", "01632960", "01174960", "01134960", "01144960", "01154960", "01164960", "01184960")
EMAIL_HOSTS = ("post", "ebost", "mail", "home", "teulu")
NINO_FIRST = "QDFIUV"  # letters that HMRC never puts first
NINO_SECOND = "QRSTUVWXYZABCDEFGHIJKLMNOP"
MOST_BLOCKS = 100  # NHS numbers from 900 to 999 are the scarcest
STRIDE = 617_039  # shares no factor with a million, so every number comes up once before any comes again


def scattered(rng: Random) -> Iterator[int]:
    """Every number under a million once, in an order that looks like chance; then again."""
    start = rng.randrange(MILLION)
    return ((start + STRIDE * step) % MILLION for step in count())


def nhs_check_digit(nine: str) -> int:
    """The modulus 11 check digit of nine digits; 10 means that the number is not used."""
    weighted = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    return -weighted % 11


def nhs_numbers(rng: Random, block: Block = FIRST) -> Iterator[str]:
    """Valid numbers of the block's range, each once; empty strings when the range of about 909,000 is used up."""
    for number in islice(scattered(rng), MILLION):
        nine = f"{999 - block.number}{number:06d}"
        if (check := nhs_check_digit(nine)) < 10:
            yield f"{nine}{check}"
    while True:
        yield ""


def ninos(rng: Random, block: Block = FIRST) -> Iterator[str]:
    """The block's two letters (QQ for the first), six digits and a suffix A to D; repeats after four million."""
    first, second = divmod(block.number, len(NINO_SECOND))
    for index, number in enumerate(scattered(rng)):
        yield f"{NINO_FIRST[first]}{NINO_SECOND[second]}{number:06d}{'ABCD'[index // MILLION % 4]}"


def upns(rng: Random, block: Block = FIRST) -> Iterator[str]:
    """Thirteen characters with a valid check letter and authority 000, which no authority has."""
    for number in scattered(rng):
        digits = f"000{block.serial(number):09d}"
        total = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2))
        yield UPN_CHECK_LETTERS[total % 23] + digits


def uprns(rng: Random, block: Block = FIRST) -> Iterator[str]:
    for number in scattered(rng):
        yield f"99{block.serial(number):010d}"


def postcodes(district: str) -> Iterator[str]:
    """The 360 units of a district that cannot exist, over and over."""
    units = [first + last for first in UNUSED_UNIT_LETTERS for last in UNUSED_UNIT_LETTERS]
    while True:
        yield from (f"{district} {sector}{unit}" for unit in units for sector in range(10))


def personal_phone(rng: Random, block: Block = FIRST) -> str:
    return _phone(rng, PERSONAL_PHONES, "04", block)


def home_phone(rng: Random, block: Block = FIRST) -> str:
    return _phone(rng, HOME_PHONES, "06", block)


def _phone(rng: Random, ranges: tuple[str, ...], unopened: str, block: Block) -> str:
    """A number of one of the ranges; a further block has as many ranges of its own."""
    chosen, number = rng.choice(ranges), rng.randrange(1000)
    start = f"{unopened}{block.number:04d}{ranges.index(chosen):02d}" if block.number else chosen
    return f"{start}{number:03d}"


def email(rng: Random, forename: str, surname: str, block: Block = FIRST) -> str:
    name = without_marks(f"{forename}.{surname}".lower().replace(" ", "").replace("'", ""))
    return f"{name}{rng.randrange(1, 1000)}@{rng.choice(EMAIL_HOSTS)}{block.number or ''}.example"


STROKED = str.maketrans("łŁøØđĐ", "lLoOdD")  # letters that Unicode does not take apart


def without_marks(text: str) -> str:
    """The text without diacritics: Siôn becomes Sion."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text.translate(STROKED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
