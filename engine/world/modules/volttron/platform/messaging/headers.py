CONTENT_TYPE = type("CONTENT_TYPE", (), {"JSON": "application/json", "PLAIN_TEXT": "text/plain"})
DATE = "Date"
TIMESTAMP = "TimeStamp"
FROM = "From"
TO = "To"
SYNC_TIMESTAMP = "SynchronizedTimeStamp"
