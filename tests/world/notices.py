"""What tests need of notices, made by its use cases."""


class NoticesWorld:
    """Part of the test world."""
