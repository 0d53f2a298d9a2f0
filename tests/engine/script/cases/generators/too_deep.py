# A coroutine or generator that cannot begin because the recursion is too deep counts as having begun.
def numbers(n):
    yield from numbers(n + 1)


try:
    next(numbers(0))
except RecursionError as e:
    print(e)  #=> maximum recursion depth exceeded


class Awaits:
    def __await__(self):
        return deeper(0).__await__()


async def deeper(n):
    await deeper(n + 1)


c = deeper(0)
try:
    c.send(None)
except RecursionError as e:
    print(e)  #=> maximum recursion depth exceeded
try:
    c.send(None)
except RuntimeError as e:
    print(e)  #=> cannot reuse already awaited coroutine
