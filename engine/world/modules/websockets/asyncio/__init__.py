"""Names of newer versions."""
