"""Names as they are kept, compared and paired: Welsh and English forms of one name find each other."""

from __future__ import annotations

import re
import unicodedata

LETTERS_WITHOUT_A_BASE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
)
APOSTROPHES = re.compile(r"['’‘ʼʻ`´]")
POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")
LONGEST_NAME = 80
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})  # controls, direction overrides, private signs
JOINERS = frozenset("\u200c\u200d")  # needed to write some names of Persian and Indian scripts

# Welsh and English forms that families use for one another, folded. Typed by hand from common knowledge of names.
PAIRS = (
    ("sion", "john", "ioan", "ifan", "ieuan", "evan"),
    ("sian", "jane", "jean"),
    ("gwen", "gwenllian", "gwendolen", "gwenan"),
    ("dafydd", "david", "dai", "dewi"),
    ("gwilym", "william", "wil", "bill"),
    ("gruffydd", "griffith", "guto", "gruff"),
    ("rhys", "rees", "reece"),
    ("llywelyn", "llewelyn", "llewellyn"),
    ("hywel", "howell"),
    ("owain", "owen"),
    ("mair", "mary", "mari"),
    ("catrin", "catherine", "katherine", "cadi"),
    ("mererid", "margaret", "marged", "megan", "mali"),
    ("elisabeth", "elizabeth", "bethan", "beth", "betsan"),
    ("ann", "anne", "anna", "annie"),
    ("steffan", "stephen", "steven", "steve"),
    ("mihangel", "michael", "mike"),
    ("pedr", "peter"),
    ("tomos", "thomas", "tom", "twm"),
    ("siencyn", "jenkin"),
    ("iago", "james", "jac", "jack"),
    ("harri", "harry", "henry"),
    ("rhisiart", "richard", "dic"),
    ("edward", "iorwerth", "ned"),
    ("myfanwy", "fanw"),
    ("angharad", "hari"),
)
ALSO_KNOWN = {name: frozenset(pair) - {name} for pair in PAIRS for name in pair}


def composed(typed: str) -> str:
    """A name as it is kept: NFC, without spaces at its ends or doubled inside."""
    return " ".join(unicodedata.normalize("NFC", typed).split())


def is_readable(name: str) -> bool:
    """Whether a name has a letter, is not absurdly long, and holds nothing that cannot be seen or turns text round."""
    signs = [sign for sign in name if sign not in JOINERS]
    seen = any(unicodedata.category(sign)[0] == "L" for sign in signs)
    return seen and len(name) <= LONGEST_NAME and not any(unicodedata.category(sign) in UNSEEN for sign in signs)


def fold(text: str) -> str:
    """Text as it is searched: small base letters and digits, words apart by one space. Siân Ŵyn-Jones -> sian wyn jones."""
    plain = APOSTROPHES.sub("", text.lower().translate(LETTERS_WITHOUT_A_BASE))
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in bare).split())


def search_key(forename: str, surname: str, known_as: str = "") -> str:
    """What a record is found by."""
    return fold(f"{forename} {surname} {known_as}")


def postcode(typed: str) -> str:
    """A postcode as it is kept: capitals, one space before its last three signs. Other text comes back in capitals."""
    signs = re.sub(r"\s", "", typed).upper()
    return f"{signs[:-3]} {signs[-3:]}" if POSTCODE.fullmatch(signs) else signs[:8]


def home_key(address: str, place: str) -> str:
    """By what two writings of one address are the same: `9, Cilfach` and `9 cilfach`, with their postcode."""
    return f"{fold(address)} {place}".strip()


def spellings(folded: str) -> tuple[str, ...]:
    """The folded text itself, then with each word in turn in the other forms of that name."""
    words = folded.split()
    others = [
        " ".join((*words[:place], other, *words[place + 1 :]))
        for place, word in enumerate(words)
        for other in sorted(ALSO_KNOWN.get(word, ()))
    ]
    return (folded, *others)
