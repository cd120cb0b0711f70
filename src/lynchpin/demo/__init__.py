"""Not a room: lives a synthetic region through use cases, on a held clock."""
