"""Settings, environment, addresses, middleware and wiring: where the rooms become one service."""
