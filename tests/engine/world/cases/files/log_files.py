"""Log files that begin anew: by size, by time, when they were taken away; and from a dictionary."""
import glob
import logging
import logging.config
import logging.handlers
import os
import time

log = logging.getLogger("log")
log.setLevel(logging.DEBUG)
handler = logging.handlers.RotatingFileHandler("rot.out", maxBytes=20, backupCount=2)
log.addHandler(handler)
for i in range(9):
    log.debug("i = %d" % i)
for name in sorted(glob.glob("rot.out*")):
    print(name, open(name).read().split())
#=> rot.out ['i', '=', '6', 'i', '=', '7', 'i', '=', '8']
#=> rot.out.1 ['i', '=', '3', 'i', '=', '4', 'i', '=', '5']
#=> rot.out.2 ['i', '=', '0', 'i', '=', '1', 'i', '=', '2']
log.removeHandler(handler)

timed = logging.handlers.TimedRotatingFileHandler("timed.out", when="s", backupCount=2)
log.addHandler(timed)
for i in range(5):
    log.debug("t %d", i)
    time.sleep(1.1)
print(len(glob.glob("timed.out*")), open("timed.out").read())
#=> 3 t 4
#=>
log.removeHandler(timed)

watched = logging.handlers.WatchedFileHandler("w.out")
log.addHandler(watched)
log.info("a")
os.rename("w.out", "w.old")
log.info("b")
print(open("w.old").read().strip(), open("w.out").read().strip())  #=> a b
log.removeHandler(watched)

for bad in ("x", "w9", "w"):
    try:
        logging.handlers.TimedRotatingFileHandler("q.out", when=bad)
    except ValueError as error:
        print(error)
#=> Invalid rollover interval specified: X
#=> Invalid day specified for weekly rollover: W9
#=> You must specify a day for weekly rollover from 0 to 6 (0 is Monday): W


class UTCFormatter(logging.Formatter):
    converter = time.gmtime


logging.config.dictConfig({
    "version": 1,
    "formatters": {"utc": {"()": UTCFormatter, "format": "X %(message)s"}},
    "handlers": {"file": {"class": "logging.handlers.RotatingFileHandler", "formatter": "utc", "filename": "d.log",
                          "maxBytes": 1024, "backupCount": 3}},
    "root": {"handlers": ["file"], "level": "INFO"},
})
logging.info("hi")
print(open("d.log").read().strip())  #=> X hi
