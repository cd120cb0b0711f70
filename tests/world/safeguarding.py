"""What tests need of safeguarding, made by its use cases."""


class SafeguardingWorld:
    """Part of the test world."""
