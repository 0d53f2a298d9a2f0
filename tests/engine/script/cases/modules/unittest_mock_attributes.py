# The attributes and calls of stand-ins, their special methods, what is read from mock_open.
import os
import re
import unittest.mock as mock_module
from unittest.mock import (ANY, MagicMock, Mock, NonCallableMagicMock, NonCallableMock, call, create_autospec,
    mock_open, patch)


def show(*values):
    """Prints the values without the addresses and ids in them."""
    print(re.sub("0x[0-9a-f]+", "0x", re.sub("id='[0-9]+'", "id", " ".join(map(str, values)))))


def attempt(function):
    try:
        show("ok", function())
    except Exception as error:
        show(type(error).__name__, error, repr(error.__cause__))


thing1 = object()
thing2 = object()
p = MagicMock()
c1 = Mock()
c2 = MagicMock(name="nn")
p.a = c1
p.b = c2
c1(1)
c2(2)
show(p.mock_calls)
p.attach_mock(c2, "b")
c2(3)
show(p.mock_calls, repr(c2))
with patch("__main__.thing1", create=True) as t:
    p.attach_mock(t, "t1")
    t("one")
    show(p.mock_calls)

class Something:

    def __init__(self):
        self.a = 33
attempt(lambda: create_autospec(Something)().a)
with patch("__main__.Something", autospec=True):
    s = Something()
    attempt(lambda: s.a)
    s.a = 33
    show(s.a)
with patch("__main__.open", mock_open(read_data='bib\nble\nx')) as m:
    with open("foo", "w") as h:
        h.write("some stuff")
        r = h.read()
    show(r, m.mock_calls)
    m.assert_called_once_with("foo", "w")
    with open("foo") as h:
        show(list(h))
        show(m().readlines(), h.read(), h.readline())
    with open("foo") as h:
        show(h.readline(), h.read(2), next(h))
        show(h.read(), repr(h.read()))
m = mock_open(read_data=b'ab\ncd')
show(m("x").read(1), m().readline(), m().readlines())
m = mock_open()
m.return_value.read.return_value = "zz"
show(m().read())
m = MagicMock()
show(len(m), bool(m), int(m), float(m), complex(m), list(m), 3 in m, m == m, m == 3, m != 3, m != m,
    os.fspath(m).split("/")[:2], hash(m) == object.__hash__(m), round(m).__class__.__name__)
for f in (lambda: m < 3, lambda: m > 3, lambda: m <= m, lambda: next(m), lambda: reversed(m), lambda: m + 1,
    lambda: 1 + m, lambda: m[3], lambda: ~m, lambda: m @ 2, lambda: divmod(m, 2), lambda: m.__format__,
    lambda: m.__call__ and 1, lambda: m.__nope__):
    attempt(f)
show(m.mock_calls)
m.__iter__.return_value = [1, 2]
show(list(m), list(m))
m.__len__.return_value = 4
show(len(m))
m.__str__.return_value = "ss"
show(str(m), f"{m}")
m.__eq__.return_value = True
show(m == 8)
m.__lt__ = lambda self, o: (o,)
show(m < 4, m.__lt__(5))
m.__setitem__ = Mock()
m["a"] = 3
m.__setitem__.assert_called_with("a", 3)
del m["k"]
m.__delitem__.assert_called_once_with("k")
m.__contains__.side_effect = lambda x: x == 3
show(3 in m, 4 in m)
m.__getitem__.side_effect = {"a": 1}.__getitem__
show(m["a"])
attempt(lambda: m["b"])
m.__hash__.return_value = 5
show(hash(m))
n = Mock()
n.__str__ = Mock(return_value="sss")
show(str(n))
n.__len__ = lambda self: 7
show(len(n))
attempt(lambda: n[3])
n.__enter__ = Mock(return_value="e")
n.__exit__ = Mock(return_value=False)
with n as v:
    show(v)
n.__exit__.assert_called_with(None, None, None)
show(n.mock_calls)
show(dir(Mock()))
mock_module.FILTER_DIR = False
show("_mock_children" in dir(Mock()))
mock_module.FILTER_DIR = True
m = Mock()
m.chain(1).deep(2)(3).x(4)
show(m.mock_calls, m.mock_calls == call.chain(1).deep(2)(3).x(4).call_list())
m.foo(ANY)
show(call(ANY) == call(3), m.mock_calls[-1] == call.foo(9))
for i in range(8):
    m.something(i, name="x" * i)
show(m.mock_calls)
show(m.call_args_list, m.something.call_args_list[2:3])
name, args, kw = m.mock_calls[0]
show(name, args, kw)
a, k = m.something.call_args
show(a, k, m.something.call_args.args, m.something.call_args.kwargs)
show(m.something.call_args == ((7,), {"name": "x" * 7}), call(1) == ((1,),), call("a") == ("a",),
    call.a() == ("a",), call(1, b=2) == ((1,), {"b": 2}))

class My(MagicMock):

    def hi(self):
        return self.called

    def __len__(self):
        return 55
m = My()
show(m.hi(), m, m.foo, m(), m.hi(), len(m), m.hi)
m = Mock(name="nm")
show(m, m.foo, m().bar, m.foo.name)
m = Mock()
m.name = "x"
show(m.name)
m = NonCallableMock()
attempt(m)
show(m.foo, m.foo())
m = NonCallableMagicMock()
show(m, m.foo, len(m))
m = Mock()
m.__class__ = dict
show(isinstance(m, dict), m.__class__)
m = Mock(unsafe=True)
show(m.assert_foo)
m = Mock()
m.mock_add_spec(["a"])
attempt(lambda: m.b)
show(m.a)
m = MagicMock(return_value=None)
m(1)
show(m.call_args.kwargs, m.called, m.call_count)
m.called = False
m.call_count = 8
show(m.called, m.call_count)
#=> [call.a(1)]
#=> [call.a(1), call.b(3)] <MagicMock name='mock.b' id>
#=> [call.a(1), call.b(3), call.t1('one')]
#=> AttributeError Mock object has no attribute 'a' None
#=> AttributeError Mock object has no attribute 'a' None
#=> 33
#=> bib
#=> ble
#=> x [call('foo', 'w'),
#=>  call().__enter__(),
#=>  call().write('some stuff'),
#=>  call().read(),
#=>  call().__exit__(None, None, None)]
#=> ['bib\n', 'ble\n', 'x']
#=> ['bib\n', 'ble\n', 'x']  
#=> bib
#=>  bl e
#=>
#=> x ''
#=> b'a' b'ab\n' [b'ab\n', b'cd']
#=> zz
#=> 0 True 1 1.0 1j [] False True False True False ['MagicMock', 'mock'] True MagicMock
#=> TypeError '<' not supported between instances of 'MagicMock' and 'int' None
#=> TypeError '>' not supported between instances of 'MagicMock' and 'int' None
#=> TypeError '<=' not supported between instances of 'MagicMock' and 'MagicMock' None
#=> ok <MagicMock name='mock.__next__()' id>
#=> ok <reversed object at 0x>
#=> ok <MagicMock name='mock.__add__()' id>
#=> ok <MagicMock name='mock.__radd__()' id>
#=> ok <MagicMock name='mock.__getitem__()' id>
#=> ok <MagicMock name='mock.__invert__()' id>
#=> ok <MagicMock name='mock.__matmul__()' id>
#=> ok <MagicMock name='mock.__divmod__()' id>
#=> ok <built-in method __format__ of MagicMock object at 0x>
#=> ok 1
#=> AttributeError __nope__ None
#=> [call.__len__(),
#=>  call.__bool__(),
#=>  call.__int__(),
#=>  call.__float__(),
#=>  call.__complex__(),
#=>  call.__iter__(),
#=>  call.__len__(),
#=>  call.__contains__(3),
#=>  call.__eq__(<MagicMock id>),
#=>  call.__eq__(3),
#=>  call.__ne__(3),
#=>  call.__ne__(<MagicMock id>),
#=>  call.__fspath__(),
#=>  call.__hash__(),
#=>  call.__round__(),
#=>  call.__lt__(3),
#=>  call.__gt__(3),
#=>  call.__le__(<MagicMock id>),
#=>  call.__ge__(<MagicMock id>),
#=>  call.__next__(),
#=>  call.__next__().__str__(),
#=>  call.__len__(),
#=>  call.__add__(1),
#=>  call.__add__().__str__(),
#=>  call.__radd__(1),
#=>  call.__radd__().__str__(),
#=>  call.__getitem__(3),
#=>  call.__getitem__().__str__(),
#=>  call.__invert__(),
#=>  call.__invert__().__str__(),
#=>  call.__matmul__(2),
#=>  call.__matmul__().__str__(),
#=>  call.__divmod__(2),
#=>  call.__divmod__().__str__()]
#=> [1, 2] [1, 2]
#=> 4
#=> ss ss
#=> True
#=> (4,) (5,)
#=> True False
#=> 1
#=> KeyError 'b' None
#=> 5
#=> sss
#=> 7
#=> TypeError 'Mock' object is not subscriptable None
#=> e
#=> [call.__str__(), call.__enter__(), call.__exit__(None, None, None)]
#=> ['assert_any_call', 'assert_called', 'assert_called_once', 'assert_called_once_with', 'assert_called_with', 'assert_has_calls', 'assert_not_called', 'attach_mock', 'call_args', 'call_args_list', 'call_count', 'called', 'configure_mock', 'method_calls', 'mock_add_spec', 'mock_calls', 'reset_mock', 'return_value', 'side_effect']
#=> True
#=> [call.chain(1),
#=>  call.chain().deep(2),
#=>  call.chain().deep()(3),
#=>  call.chain().deep()().x(4)] True
#=> True True
#=> [call.chain(1),
#=>  call.chain().deep(2),
#=>  call.chain().deep()(3),
#=>  call.chain().deep()().x(4),
#=>  call.foo(<ANY>),
#=>  call.something(0, name=''),
#=>  call.something(1, name='x'),
#=>  call.something(2, name='xx'),
#=>  call.something(3, name='xxx'),
#=>  call.something(4, name='xxxx'),
#=>  call.something(5, name='xxxxx'),
#=>  call.something(6, name='xxxxxx'),
#=>  call.something(7, name='xxxxxxx')]
#=> [] [call(2, name='xx')]
#=> chain (1,) {}
#=> (7,) {'name': 'xxxxxxx'} (7,) {'name': 'xxxxxxx'}
#=> True True False True True
#=> False <My id> <My name='mock.foo' id> <My name='mock()' id> True 0 <bound method My.hi of <My id>>
#=> <Mock name='nm' id> <Mock name='nm.foo' id> <Mock name='nm().bar' id> <Mock name='nm.foo.name' id>
#=> x
#=> TypeError 'NonCallableMock' object is not callable None
#=> <Mock name='mock.foo' id> <Mock name='mock.foo()' id>
#=> <NonCallableMagicMock id> <MagicMock name='mock.foo' id> 0
#=> True <class 'dict'>
#=> <Mock name='mock.assert_foo' id>
#=> AttributeError Mock object has no attribute 'b' None
#=> <Mock name='mock.a' id>
#=> {} True 1
#=> False 8
