# References that do not keep their object alive.
import weakref


class Thing:
    def __init__(self, name="thing"):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def method(self):
        return "called"


kept = Thing("kept")


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (weakref.ref(kept)() is kept, weakref.ref(Thing())(), weakref.ref(kept) is weakref.ref(kept), weakref.ref(kept) == weakref.ref(kept), hash(weakref.ref(kept)) == hash(kept)))  #=> (True, None, True, True, True)
show(lambda: weakref.ref(3))  #=> TypeError cannot create weak reference to 'int' object
show(lambda: weakref.ref("a"))  #=> TypeError cannot create weak reference to 'str' object
show(lambda: weakref.ref([]))  #=> TypeError cannot create weak reference to 'list' object
show(lambda: weakref.ref(None))  #=> TypeError cannot create weak reference to 'NoneType' object
show(lambda: weakref.ref(ValueError()))  #=> TypeError cannot create weak reference to 'ValueError' object
show(lambda: (weakref.ref(kept).__callback__, weakref.getweakrefcount(kept), len(weakref.getweakrefs(kept))))  #=> (None, 0, 0)
show(lambda: (type(weakref.ref(Thing)), weakref.ref))  #=> (<class 'weakref.ReferenceType'>, <class 'weakref.ReferenceType'>)
show(lambda: (weakref.proxy(kept).name, weakref.proxy(kept).method(), str(weakref.proxy(kept)), bool(weakref.proxy(kept)), isinstance(weakref.proxy(kept), Thing)))  #=> ('kept', 'called', '<kept>', True, True)
show(lambda: weakref.proxy(Thing()).name)  #=> ReferenceError weakly-referenced object no longer exists
show(lambda: (weakref.WeakMethod(kept.method)()(), weakref.WeakMethod(Thing().method)()))  #=> ('called', None)
show(lambda: weakref.WeakMethod(print))  #=> TypeError argument should be a bound method, not <class 'builtin_function_or_method'>

log = []
thing = Thing("gone")
reference = weakref.ref(thing, lambda r: log.append(r() is None))
second = weakref.ref(thing, lambda r: log.append("second"))
del thing
print(log, reference(), "dead" in repr(reference))  #=> ['second', True] None True
values = weakref.WeakValueDictionary()
a, b = Thing("a"), Thing("b")
values["a"], values["b"] = a, b
print(len(values), dict(values), list(values.keys()), "a" in values, values.get("z", 0))  #=> 2 {'a': <a>, 'b': <b>} ['a', 'b'] True 0
del a
print(len(values), list(values.items()))  #=> 1 [('b', <b>)]
keys = weakref.WeakKeyDictionary()
keys[b] = 1
c = Thing("c")
keys[c] = 2
print(len(keys), keys[b], c in keys, list(keys.values()))  #=> 2 1 True [1, 2]
del c
print(len(keys), dict(keys))  #=> 1 {<b>: 1}
group = weakref.WeakSet([b])
d = Thing("d")
group.add(d)
print(len(group), d in group, sorted(each.name for each in group))  #=> 2 True ['b', 'd']
del d
print(len(group), list(group))  #=> 1 [<b>]
e = Thing("e")
finalizer = weakref.finalize(e, print, "finalized", "e")
print(finalizer.alive, finalizer.peek()[2])  #=> True ('finalized', 'e')
del e  #=> finalized e
print(finalizer.alive, finalizer.peek())  #=> False None
f = Thing("f")
finalizer = weakref.finalize(f, print, "never")
print(finalizer.detach()[2], finalizer.alive)  #=> ('never',) False
g = Thing("g")
finalizer = weakref.finalize(g, lambda: "result")
print(finalizer(), finalizer())  #=> result None


class Node:
    pass


one, two = Node(), Node()
one.other, two.other = two, weakref.ref(one)
watch = weakref.ref(two)
del one, two
print(watch())  #=> None
