# An object that a module's variable held dies when the variable is bound anew, whatever read it before.
import sys


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("dies", self.name)

    def method(self):
        return self.name


thing = Thing(1)
print(thing.name)  #=> 1
thing = None  #=> dies 1
thing = Thing(2)
print(thing.method(), [thing.name], thing.name + 1, {thing: 1}[thing])  #=> 2 [2] 3 1
thing = None  #=> dies 2
thing = Thing(3)
other = thing
print(sys.getrefcount(thing), f"{thing.name}", other is thing)  #=> 3 3 True
del thing
other = None  #=> dies 3
thing = Thing(4)
if thing.name == 4 and thing:
    thing = None  #=> dies 4
print("end")  #=> end
