# Weak references to an object with __del__ are told after it has run, and not at all when it keeps the object alive.
import weakref

kept = []


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, [r() is self for r in watching])
        if self.name == "phoenix":
            kept.append(self)


watching = []
for name in ["plain", "phoenix"]:
    thing = Thing(name)
    watching = [weakref.ref(thing, lambda r, name=name: print("told", name, r()))]
    weakref.finalize(thing, print, "finalized", name)
    del thing
    print("after", name, watching[0]() is None)

kept.clear()
print("the end of what came back", watching[0]() is None)
table = weakref.WeakValueDictionary(key=Thing("in table"))
print(len(table))
#=> del plain [True]
#=> finalized plain
#=> told plain None
#=> after plain True
#=> del phoenix [True]
#=> after phoenix False
#=> finalized phoenix
#=> told phoenix None
#=> the end of what came back True
#=> del in table [False]
#=> 0
