"""A history of the service in the synthetic region: what happened, to whom and when, for the demo to live through."""
