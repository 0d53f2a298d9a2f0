# Stand-ins: Mock, MagicMock, AsyncMock, patch.
import asyncio
import json
import os
import unittest.mock
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, call, mock_open, patch, sentinel


def fails(check, *args, **kwargs):
    try:
        check(*args, **kwargs)
    except AssertionError as error:
        print("failed:", error)
    else:
        print("held")


m = Mock(return_value=3)
print(m(1, k=2), m.called, m.call_count, m.call_args, m.call_args_list, m.call_args.args, m.call_args.kwargs)
m("x")
print(m.mock_calls, m.call_args == call("x"), call(1, k=2) in m.call_args_list)
fails(m.assert_called_with, "x")
fails(m.assert_called_with, "y")
fails(m.assert_called_once)
fails(m.assert_called_once_with, "x")
fails(m.assert_any_call, 1, k=2)
fails(m.assert_any_call, 9)
fails(m.assert_not_called)
fails(m.assert_has_calls, [call(1, k=2), call("x")])
fails(m.assert_has_calls, [call("x"), call(1, k=2)])
fails(m.assert_has_calls, [call("x"), call(1, k=2)], any_order=True)
m.reset_mock()
fails(m.assert_not_called)
fails(m.assert_called)
fails(m.assert_called_with, 1)
print(m(), m.call_count)

api = Mock()
api.users.get.return_value = {"id": 1}
print(api.users.get(1), api.users.get.call_args, api.mock_calls, api.method_calls, api.users.mock_calls)
api.post.side_effect = [1, ValueError("second"), 3]
print(api.post())
try:
    api.post()
except ValueError as error:
    print(error)
print(api.post())
api.double.side_effect = lambda x: x * 2
print(api.double(4), api.double.called, type(api.other).__name__)
api.name = "named"
print(api.name)
api.broken.side_effect = KeyError("k")
try:
    api.broken()
except KeyError as error:
    print(repr(error))


class Service:
    def fetch(self, url): return "real " + url
    async def load(self): return "real"


s = Mock(spec=Service)
s.fetch.return_value = "fake"
print(s.fetch("u"), isinstance(s, Service))
try:
    s.nothing
except AttributeError as error:
    print(error)
with patch.object(Service, "fetch", return_value="patched") as fetch:
    print(Service().fetch("x"), fetch.call_args)
print(Service().fetch("x"))
with patch("os.getcwd", return_value="/fake"), patch.dict(os.environ, {"KEY": "v"}):
    print(os.getcwd(), os.environ["KEY"])
print("KEY" in os.environ)


@patch("json.dumps", new=lambda value: "dumped")
def dumped(): return json.dumps(1)


@patch.object(Service, "fetch")
def decorated(value, fetch):
    fetch.return_value = 5
    return value, Service().fetch(), fetch.called


print(dumped(), json.dumps(1), decorated("v"))
mm = MagicMock()
mm.__len__.return_value = 4
mm.__getitem__.side_effect = lambda key: key * 2
mm.__iter__.return_value = [1, 2]
print(len(mm), mm["ab"], list(mm), bool(mm), 3 in mm)
with mm as entered:
    print(entered is mm.__enter__.return_value)
mm.connect.return_value.__enter__.return_value.execute.return_value = "rows"
with mm.connect() as connection:
    print(connection.execute("q"))
with patch("builtins.open", mock_open(read_data="line1\nline2")) as opened:
    with open("f") as file:
        print(file.read())
    opened.assert_called_once_with("f")
print(ANY == 5, call(1, ANY) == call(1, 2), sentinel.thing, sentinel.thing is sentinel.thing, call.a.b(1), call(1).c(2) != call())


async def main():
    a = AsyncMock(return_value=7)
    print(await a(1), a.await_count, a.await_args, a.call_count)
    a.assert_awaited_once_with(1)
    fails(a.assert_awaited_with, 2)
    fails(a.assert_not_awaited)
    fails(AsyncMock().assert_awaited)
    a.side_effect = [1, RuntimeError("no")]
    print(await a())
    try:
        await a()
    except RuntimeError as error:
        print(error)
    try:
        await a()
    except StopAsyncIteration:
        print("no more")

    async def real(x): return x + 1

    b = AsyncMock(side_effect=real)
    print(await b(1), await b.method(), asyncio.iscoroutinefunction(a)) if False else print(await b(1))
    session = MagicMock()
    session.get.return_value.__aenter__.return_value.json = AsyncMock(return_value={"ok": True})
    async with session.get("url") as response:
        print(await response.json())
    session.stream.__aiter__.return_value = [1, 2, 3]
    print([x async for x in session.stream])
    with patch.object(Service, "load", return_value="mocked") as load:
        print(await Service().load(), load.await_count, type(load).__name__)

    @patch.object(Service, "fetch")
    async def test(fetch):
        fetch.return_value = "in"
        return Service().fetch()

    print(await test())


asyncio.run(main())
#=> 3 True 1 call(1, k=2) [call(1, k=2)] (1,) {'k': 2}
#=> [call(1, k=2), call('x')] True True
#=> held
#=> failed: expected call not found.
#=> Expected: mock('y')
#=> Actual: mock('x')
#=> failed: Expected 'mock' to have been called once. Called 2 times.
#=> Calls: [call(1, k=2), call('x')].
#=> failed: Expected 'mock' to be called once. Called 2 times.
#=> Calls: [call(1, k=2), call('x')].
#=> held
#=> failed: mock(9) call not found
#=> failed: Expected 'mock' to not have been called. Called 2 times.
#=> Calls: [call(1, k=2), call('x')].
#=> held
#=> failed: Calls not found.
#=> Expected: [call('x'), call(1, k=2)]
#=> Actual: [call(1, k=2), call('x')]
#=> held
#=> held
#=> failed: Expected 'mock' to have been called.
#=> failed: expected call not found.
#=> Expected: mock(1)
#=> Actual: not called.
#=> 3 1
#=> {'id': 1} call(1) [call.users.get(1)] [call.users.get(1)] [call.get(1)]
#=> 1
#=> second
#=> 3
#=> 8 True Mock
#=> named
#=> KeyError('k')
#=> fake True
#=> Mock object has no attribute 'nothing'
#=> patched call('x')
#=> real x
#=> /fake v
#=> False
#=> dumped 1 ('v', 5, True)
#=> 4 abab [1, 2] True False
#=> True
#=> rows
#=> line1
#=> line2
#=> True True sentinel.thing True call.a.b(1) True
#=> 7 1 call(1) 1
#=> failed: expected await not found.
#=> Expected: mock(2)
#=> Actual: mock(1)
#=> failed: Expected mock to not have been awaited. Awaited 1 times.
#=> failed: Expected mock to have been awaited.
#=> 1
#=> no
#=> no more
#=> 2
#=> {'ok': True}
#=> [1, 2, 3]
#=> mocked 1 AsyncMock
#=> in
