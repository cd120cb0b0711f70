"""The service walked in a browser: one module a role, one journey a promise, and the whole chain."""
