"""concurrent.futures is in here."""
