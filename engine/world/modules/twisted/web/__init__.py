"""HTTP for clients."""
