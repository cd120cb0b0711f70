"""What tests need of casework, made by its use cases."""


class CaseworkWorld:
    """Part of the test world."""
