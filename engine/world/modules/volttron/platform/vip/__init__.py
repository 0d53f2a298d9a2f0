"""Messages between agents; here they stay inside the program."""
