"""Forms of the front door: they parse, and never save."""
