"""Reads that put several rooms' facts beside each other, each under the permission of the room that owns them."""
