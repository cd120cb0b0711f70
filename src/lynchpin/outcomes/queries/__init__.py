"""Reads for pages: the actor first, frozen facts out."""
