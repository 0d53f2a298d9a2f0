"""The reactor and Deferreds."""
