"""What tests need of profiles, made by its use cases."""


class ProfilesWorld:
    """Part of the test world."""
