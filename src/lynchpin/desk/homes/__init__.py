"""Homes: what each role is told to do next, most urgent first."""
