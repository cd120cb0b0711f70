"""What tests need of outcomes, made by its use cases."""


class OutcomesWorld:
    """Part of the test world."""
