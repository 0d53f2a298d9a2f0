"""task.react()."""
from twisted.internet import task, defer
from twisted.python import log
import sys
@defer.inlineCallbacks
def main(reactor, name):
    print("hello", name)
    yield task.deferLater(reactor, 1, print, "later")
    yield defer.maybeDeferred(lambda: 3)
try:
    task.react(main, ["you"])
except SystemExit as e:
    print("exit", e.code)

# What it prints:
#=> hello you
#=> later
#=> exit 0
