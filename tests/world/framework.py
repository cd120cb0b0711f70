"""What tests need of framework, made by its use cases."""


class FrameworkWorld:
    """Part of the test world."""
