"""Reads about teams around families."""
