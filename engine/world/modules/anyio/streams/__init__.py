"""Streams: those between tasks are in anyio.streams.memory."""
