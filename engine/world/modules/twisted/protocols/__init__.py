"""Protocols made of bytes: lines."""
