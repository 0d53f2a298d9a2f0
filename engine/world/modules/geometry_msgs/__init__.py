"""Messages of places and movements."""
