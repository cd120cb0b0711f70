"""One handler a page."""
