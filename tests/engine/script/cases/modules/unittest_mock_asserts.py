# What stand-ins say when they were used in other ways than expected.
import asyncio
import os
import re
from unittest.mock import ANY, DEFAULT, AsyncMock, MagicMock, Mock, call, create_autospec, patch, sentinel


def show(*values):
    """Prints the values without the addresses and ids in them."""
    print(re.sub("0x[0-9a-f]+", "0x", re.sub("id='[0-9]+'", "id", " ".join(map(str, values)))))


def attempt(function):
    try:
        show("ok", function())
    except Exception as error:
        show(type(error).__name__, error, repr(error.__cause__))


m = Mock()
checks = lambda: [attempt(f) for f in (lambda: m.assert_called_with(1), m.assert_called, m.assert_called_once,
    lambda: m.assert_called_once_with(2), lambda: m.assert_any_call(5), m.assert_not_called,
    lambda: m.assert_has_calls([call(1), call(3)]), lambda: m.assert_has_calls([call(1), call(9)],
    any_order=True), m.x.assert_not_called, lambda: m.assert_foo, lambda: m.asert_called)]
checks()
m(1)
m(2)
m.x(3)
checks()

def f(a, b=1):
    pass
m = Mock(spec=f)
m(1, b=2)
m.assert_called_with(a=1, b=2)
for check in (lambda: m.assert_called_with(1, 2, 3), lambda: m.assert_any_call(1, 2, 3),
    lambda: m.assert_has_calls([call(1, 2, 3)]), lambda: m.assert_has_calls([call(1, 2, 3)], any_order=True),
    lambda: m.foo):
    attempt(check)
a = AsyncMock()
checks = lambda: [attempt(f) for f in (a.assert_awaited, a.assert_awaited_once, lambda: a.assert_awaited_with(1),
    lambda: a.assert_awaited_once_with(1), lambda: a.assert_any_await(1), lambda: a.assert_has_awaits([call(1)]),
    lambda: a.assert_has_awaits([call(1)], any_order=True), a.assert_not_awaited)]
checks()
show(asyncio.run(a(5)), a.foo, a.__str__, a.__aenter__, MagicMock().__aenter__)
asyncio.run(a(6))
checks()
for made in (lambda: patch("foo"), lambda: patch(3), lambda: patch("os.getcwd", new=3, new_callable=3),
    lambda: patch.multiple("os"), lambda: patch("os.zork.x").start(), lambda: patch("os.getcwd", autospec=True,
    spec=True).start(), lambda: patch("os.getcwd", new=3, foo=2).start(), lambda: patch("os.getcwd", new=3,
    autospec=True).start(), lambda: patch("os.zz", spec=True, create=True).start(), lambda: patch("os.zz",
    autospec=True, create=True).start(), lambda: patch.object("os", "zz"), lambda: patch("os.getcwd").stop()):
    attempt(made)
for wrong in (lambda: setattr(Mock(), "__getattr__", 3), lambda: setattr(Mock(spec=int), "__len__", lambda s: 1),
    lambda: Mock(spec=Mock()), lambda: create_autospec(Mock())):
    attempt(wrong)
show(repr(call), repr(call.foo), repr(call.foo()), repr(call.foo().bar), repr(call.foo(1).bar(2)), repr(call()),
    repr(call()()))
show(call.foo(1).bar(2)(3).call_list(), tuple(call(1)), tuple(call.a(1)), len(call), call.count(2), call.index,
    call.args, call(1).args, call(1).kwargs)
show(sentinel.a, repr(DEFAULT), repr(ANY))
#=> AssertionError expected call not found.
#=> Expected: mock(1)
#=> Actual: not called. None
#=> AssertionError Expected 'mock' to have been called. None
#=> AssertionError Expected 'mock' to have been called once. Called 0 times. None
#=> AssertionError Expected 'mock' to be called once. Called 0 times. None
#=> AssertionError mock(5) call not found None
#=> ok None
#=> AssertionError Calls not found.
#=> Expected: [call(1), call(3)] None
#=> AssertionError 'mock' does not contain all of (call(1), call(9)) in its call list, found [] instead None
#=> ok None
#=> AttributeError 'assert_foo' is not a valid assertion. Use a spec for the mock if 'assert_foo' is meant to be an attribute. None
#=> AttributeError 'asert_called' is not a valid assertion. Use a spec for the mock if 'asert_called' is meant to be an attribute. None
#=> AssertionError expected call not found.
#=> Expected: mock(1)
#=> Actual: mock(2) None
#=> ok None
#=> AssertionError Expected 'mock' to have been called once. Called 2 times.
#=> Calls: [call(1), call(2), call.x(3)]. None
#=> AssertionError Expected 'mock' to be called once. Called 2 times.
#=> Calls: [call(1), call(2), call.x(3)]. None
#=> AssertionError mock(5) call not found None
#=> AssertionError Expected 'mock' to not have been called. Called 2 times.
#=> Calls: [call(1), call(2), call.x(3)]. None
#=> AssertionError Calls not found.
#=> Expected: [call(1), call(3)]
#=> Actual: [call(1), call(2), call.x(3)] None
#=> AssertionError 'mock' does not contain all of (call(9),) in its call list, found [call(2), call.x(3)] instead None
#=> AssertionError Expected 'x' to not have been called. Called 1 times.
#=> Calls: [call(3)]. None
#=> AttributeError 'assert_foo' is not a valid assertion. Use a spec for the mock if 'assert_foo' is meant to be an attribute. None
#=> AttributeError 'asert_called' is not a valid assertion. Use a spec for the mock if 'asert_called' is meant to be an attribute. None
#=> AssertionError expected call not found.
#=> Expected: mock(1, 2, 3)
#=> Actual: mock(1, b=2) TypeError('too many positional arguments')
#=> AssertionError mock(1, 2, 3) call not found TypeError('too many positional arguments')
#=> AssertionError Error processing expected calls.
#=> Errors: [TypeError('too many positional arguments')]
#=> Expected: [call(1, 2, 3)]
#=> Actual: [call(1, b=2)] TypeError('too many positional arguments')
#=> AssertionError 'mock' does not contain all of (TypeError('too many positional arguments'),) in its call list, found [call('', (1, 2), {})] instead TypeError('too many positional arguments')
#=> AttributeError Mock object has no attribute 'foo' None
#=> AssertionError Expected mock to have been awaited. None
#=> AssertionError Expected mock to have been awaited once. Awaited 0 times. None
#=> AssertionError Expected await: mock(1)
#=> Not awaited None
#=> AssertionError Expected mock to have been awaited once. Awaited 0 times. None
#=> AssertionError mock(1) await not found None
#=> AssertionError Awaits not found.
#=> Expected: [call(1)]
#=> Actual: [] None
#=> AssertionError (call(1),) not all found in await list None
#=> ok None
#=> <AsyncMock name='mock()' id> <AsyncMock name='mock.foo' id> <MagicMock name='mock.__str__' id> <AsyncMock name='mock.__aenter__' id> <AsyncMock name='mock.__aenter__' id>
#=> ok None
#=> AssertionError Expected mock to have been awaited once. Awaited 2 times. None
#=> AssertionError expected await not found.
#=> Expected: mock(1)
#=> Actual: mock(6) None
#=> AssertionError Expected mock to have been awaited once. Awaited 2 times. None
#=> AssertionError mock(1) await not found None
#=> AssertionError Awaits not found.
#=> Expected: [call(1)]
#=> Actual: [call(5), call(6)] None
#=> AssertionError (call(1),) not all found in await list None
#=> AssertionError Expected mock to not have been awaited. Awaited 2 times. None
#=> TypeError Need a valid target to patch. You supplied: 'foo' None
#=> TypeError Need a valid target to patch. You supplied: 3 None
#=> ValueError Cannot use 'new' and 'new_callable' together None
#=> ValueError Must supply at least one keyword argument with patch.multiple None
#=> AttributeError module 'os' has no attribute 'zork' None
#=> TypeError Can't specify spec and autospec None
#=> TypeError Can't pass kwargs to a mock we aren't creating None
#=> TypeError autospec creates the mock for you. Can't specify autospec and new. None
#=> TypeError Can't use 'spec' with create=True None
#=> TypeError Can't use 'autospec' with create=True None
#=> TypeError 'os' must be the actual object to be patched, not a str None
#=> ok None
#=> AttributeError Attempting to set unsupported magic method '__getattr__'. None
#=> AttributeError Mock object has no attribute '__len__' None
#=> InvalidSpecError Cannot spec a Mock object. [object=<Mock id>] None
#=> InvalidSpecError Cannot autospec a Mock object. [object=<Mock id>] None
#=> call foo call.foo() foo().bar call.foo().bar(2) call() call()()
#=> [call.foo(1), call.foo().bar(2), call.foo().bar()(3)] ('', (1,), {}) ('a', (1,), {}) 3 call.count(2) index () (1,) {}
#=> sentinel.a sentinel.DEFAULT <ANY>
