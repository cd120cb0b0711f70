"""One written form of a postcode, so that it is found however it was typed."""


def compact(postcode: str) -> str:
    """A postcode in capitals and without spaces."""
    return "".join(postcode.split()).upper()
