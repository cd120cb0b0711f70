"""The demo: a region lived through use cases."""
