"""Reads about messages out."""
