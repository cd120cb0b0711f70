"""What tests need of people, made by its use cases."""


class PeopleWorld:
    """Part of the test world."""
