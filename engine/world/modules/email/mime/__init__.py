"""Parts of messages by kind."""
