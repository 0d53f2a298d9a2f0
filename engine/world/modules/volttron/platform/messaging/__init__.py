"""Names that messages use."""
