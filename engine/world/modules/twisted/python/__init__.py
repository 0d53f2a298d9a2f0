"""What Twisted adds to the language."""
