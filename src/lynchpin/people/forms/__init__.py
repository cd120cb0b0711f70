"""Forms about people: they parse, and never save."""
