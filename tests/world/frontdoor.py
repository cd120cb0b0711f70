"""What tests need of frontdoor, made by its use cases."""


class FrontdoorWorld:
    """Part of the test world."""
