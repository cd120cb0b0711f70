"""Reads of the room, by what a page is about: feeds and their extracts, runs, and the families that a run profiled."""
