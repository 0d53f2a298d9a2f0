"""pickle: CPython's bytes, and objects again."""
import collections
import copyreg
import dataclasses
import enum
import io
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


@dataclasses.dataclass
class Item:
    name: str
    tags: list


class Slotted:
    __slots__ = ("a", "b")


class Color(enum.Enum):
    RED = 1


class Stack(list):
    pass


class Named(dict):
    def __init__(self, *args):
        super().__init__(*args)
        self.note = "n"


class Counted:
    def __getstate__(self):
        return {"seen": self.seen + 1}

    def __setstate__(self, state):
        self.seen = state["seen"] * 10


class Pair(collections.namedtuple("Pair", "left right")):
    pass


class Failed(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def free(x):
    return x + 1


def both(value, protocol=None):
    data = pickle.dumps(value, protocol)
    print(data, pickle.loads(data))


for value in (None, True, 0, 255, 256, 65535, 65536, -1, 2 ** 31, -2 ** 31, 2 ** 40, -2 ** 63, 10 ** 30, 1.5, "", "é", b"ab"):
    both(value)
#=> b'\x80\x04N.' None
#=> b'\x80\x04\x88.' True
#=> b'\x80\x04K\x00.' 0
#=> b'\x80\x04K\xff.' 255
#=> b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00M\x00\x01.' 256
#=> b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00M\xff\xff.' 65535
#=> b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00J\x00\x00\x01\x00.' 65536
#=> b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00J\xff\xff\xff\xff.' -1
#=> b'\x80\x04\x95\x08\x00\x00\x00\x00\x00\x00\x00\x8a\x05\x00\x00\x00\x80\x00.' 2147483648
#=> b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00J\x00\x00\x00\x80.' -2147483648
#=> b'\x80\x04\x95\t\x00\x00\x00\x00\x00\x00\x00\x8a\x06\x00\x00\x00\x00\x00\x01.' 1099511627776
#=> b'\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00\x8a\x08\x00\x00\x00\x00\x00\x00\x00\x80.' -9223372036854775808
#=> b'\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00\x8a\r\x00\x00\x00@\xea\xedtF\xd0\x9c,\x9f\x0c.' 1000000000000000000000000000000
#=> b'\x80\x04\x95\n\x00\x00\x00\x00\x00\x00\x00G?\xf8\x00\x00\x00\x00\x00\x00.' 1.5
#=> b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00\x8c\x00\x94.' 
#=> b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00\x8c\x02\xc3\xa9\x94.' é
#=> b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00C\x02ab\x94.' b'ab'
both([1, "a", "a", (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)])
#=> b'\x80\x04\x95+\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01\x8c\x01a\x94h\x01)K\x01\x85\x94K\x01K\x02\x86\x94K\x01K\x02K\x03\x87\x94(K\x01K\x02K\x03K\x04t\x94e.' [1, 'a', 'a', (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)]
both({"k": [1], "l": {"k": None}})
#=> b'\x80\x04\x95\x18\x00\x00\x00\x00\x00\x00\x00}\x94(\x8c\x01k\x94]\x94K\x01a\x8c\x01l\x94}\x94h\x01Nsu.' {'k': [1], 'l': {'k': None}}
both({7})  #=> b'\x80\x04\x95\x07\x00\x00\x00\x00\x00\x00\x00\x8f\x94(K\x07\x90.' {7}
both(frozenset([1]))  #=> b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00(K\x01\x91\x94.' frozenset({1})
both(bytearray(b"xy"))
#=> b'\x80\x04\x95#\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\tbytearray\x94\x93\x94C\x02xy\x94\x85\x94R\x94.' bytearray(b'xy')
both([1, {"a": b"z"}, 10 ** 20], 2)
#=> b'\x80\x02]q\x00(K\x01}q\x01X\x01\x00\x00\x00aq\x02c_codecs\nencode\nq\x03X\x01\x00\x00\x00zq\x04X\x06\x00\x00\x00latin1q\x05\x86q\x06Rq\x07s\x8a\t\x00\x00\x10c-^\xc7k\x05e.' [1, {'a': b'z'}, 100000000000000000000]
both([1, {"a": "z"}, b"z"], 3)
#=> b'\x80\x03]q\x00(K\x01}q\x01X\x01\x00\x00\x00aq\x02X\x01\x00\x00\x00zq\x03sC\x01zq\x04e.' [1, {'a': 'z'}, b'z']
both([bytearray(b"q")], 5)
#=> b'\x80\x05\x95\x0f\x00\x00\x00\x00\x00\x00\x00]\x94\x96\x01\x00\x00\x00\x00\x00\x00\x00q\x94a.' [bytearray(b'q')]
both(Point(1, 2))
#=> b'\x80\x04\x95*\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x05Point\x94\x93\x94)\x81\x94}\x94(\x8c\x01x\x94K\x01\x8c\x01y\x94K\x02ub.' Point(1, 2)
both(Item("n", ["t"]))
#=> b'\x80\x04\x956\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x04Item\x94\x93\x94)\x81\x94}\x94(\x8c\x04name\x94\x8c\x01n\x94\x8c\x04tags\x94]\x94\x8c\x01t\x94aub.' Item(name='n', tags=['t'])
both(Color.RED)
#=> b'\x80\x04\x957\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x07getattr\x94\x93\x94\x8c\x08__main__\x94\x8c\x05Color\x94\x93\x94\x8c\x03RED\x94\x86\x94R\x94.' Color.RED
both(Stack([1, 2]))
#=> b'\x80\x04\x95\x1f\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x05Stack\x94\x93\x94)\x81\x94(K\x01K\x02e.' [1, 2]
both([len, Point, print])
#=> b'\x80\x04\x959\x00\x00\x00\x00\x00\x00\x00]\x94(\x8c\x08builtins\x94\x8c\x03len\x94\x93\x94\x8c\x08__main__\x94\x8c\x05Point\x94\x93\x94h\x01\x8c\x05print\x94\x93\x94e.' [<built-in function len>, <class '__main__.Point'>, <built-in function print>]
print(pickle.loads(pickle.dumps([type(None), type])))  #=> [<class 'NoneType'>, <class 'type'>]
both(range(3))
#=> b'\x80\x04\x95 \x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x05range\x94\x93\x94K\x00K\x03K\x01\x87\x94R\x94.' range(0, 3)
print(pickle.loads(pickle.dumps(Named(a=1) if False else Named({"a": 1}))).note, pickle.loads(pickle.dumps(Pair(1, 2))))
#=> n Pair(left=1, right=2)
slotted = Slotted()
slotted.a = 5
print(pickle.loads(pickle.dumps(slotted)).a, hasattr(pickle.loads(pickle.dumps(slotted)), "b"))  #=> 5 False
counted = Counted()
counted.seen = 1
print(pickle.loads(pickle.dumps(counted)).seen)  #=> 20
failed = pickle.loads(pickle.dumps(Failed(3)))
print(repr(failed), failed.code, pickle.loads(pickle.dumps(ValueError("v", 1))))  #=> Failed(3) 3 ('v', 1)
loop = [1]
loop.append(loop)
back = pickle.loads(pickle.dumps(loop))
print(back[1] is back, len(pickle.dumps(list(range(3000)))))  #=> True 8764
shared = Point(0, 0)
one, two = pickle.loads(pickle.dumps((shared, shared)))
print(one is two, pickle.loads(pickle.dumps(collections.OrderedDict(a=1))), pickle.loads(pickle.dumps(collections.deque([1], 3))),
      pickle.loads(pickle.dumps(collections.Counter("aab"))), pickle.loads(pickle.dumps(collections.defaultdict(list, a=[1]))))
#=> True OrderedDict([('a', 1)]) deque([1], maxlen=3) Counter({'a': 2, 'b': 1}) defaultdict(<class 'list'>, {'a': [1]})
print(pickle.loads(pickle.dumps(shared.__repr__))())  #=> Point(0, 0)
file = io.BytesIO()
pickle.dump([1], file)
pickle.dump("x", file)
file.seek(0)
print(pickle.load(file), pickle.load(file))  #=> [1] x
copyreg.pickle(Slotted, lambda value: (Point, (value.a, 9)))
print(pickle.loads(pickle.dumps(slotted)))  #=> Point(5, 9)


def fails(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


def local():
    def inner():
        pass
    return inner


async def coro():
    pass


waiting = coro()
fails(lambda: pickle.dumps(lambda: 1))  #=> AttributeError Can't pickle local object '<lambda>.<locals>.<lambda>'
fails(lambda: pickle.dumps(local()))  #=> AttributeError Can't pickle local object 'local.<locals>.inner'
fails(lambda: pickle.dumps(waiting))  #=> TypeError cannot pickle 'coroutine' object
waiting.close()
fails(lambda: pickle.dumps(x for x in []))  #=> TypeError cannot pickle 'generator' object
fails(lambda: pickle.dumps(io))  #=> TypeError cannot pickle 'module' object
fails(lambda: pickle.dumps(1, 6))  #=> ValueError pickle protocol must be <= 5
fails(lambda: pickle.loads(b""))  #=> EOFError Ran out of input
fails(lambda: pickle.loads(b"\x80\x04K"))  #=> UnpicklingError pickle data was truncated
fails(lambda: pickle.loads(b"nonsense"))  #=> UnpicklingError invalid load key, 'n'.
fails(lambda: pickle.loads("text"))  #=> TypeError a bytes-like object is required, not 'str'
print(pickle.loads(b"(lp0\nI1\naI01\naS'x'\np1\naF2.5\na."), pickle.loads(b"(dp0\nS'a'\np1\nI5\ns."), pickle.loads(b"c__builtin__\nlen\n."))
#=> [1, True, 'x', 2.5] {'a': 5} <built-in function len>
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.PicklingError)  #=> 5 4 <class '_pickle.PicklingError'>
import codecs
print(codecs.encode("Why", "rot13"), codecs.decode(b"61", "hex"), codecs.encode("é", "latin-1"), codecs.lookup("UTF8").name)
#=> Jul b'a' b'\xe9' utf-8
print(list(codecs.iterdecode([b"\xc3", b"\xa9a"], "utf-8")), type.__module__)  #=> ['éa'] builtins
