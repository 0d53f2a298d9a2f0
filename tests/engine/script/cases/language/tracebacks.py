# Reports as the interpreter prints them: where the carets stand, chains, groups.
import traceback


def show(run):
    try:
        run()
    except BaseException as e:
        for line in traceback.format_exc().splitlines():
            if "File " in line:
                line = line.split("File ")[0] + line.rsplit(", ", 2)[1]
            print(line)


def made(n):
    try:
        raise ValueError(n)
    except ValueError as e:
        return e


def loops():
    for x in 5:
        pass


def context():
    with 5:
        pass


def unpacks():
    a, b = 1, 2, 3


def asserts():
    assert not (1 == 1), "no"


def asserts_a_call():
    assert (lambda: False)()


def attribute():
    return (
        show
        .foo
        .bar
    )


def method():
    return ("a"
            .upper()
            .nope(1))


def grouped():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ExceptionGroup("g", [made(1), ExceptionGroup("inner", [made(2)])])


def from_cause():
    try:
        {}["k"]
    except KeyError as e:
        raise RuntimeError("wrapped") from e


for run in (loops, context, unpacks, asserts, asserts_a_call, attribute, method, grouped, from_cause):
    show(run)
#=> Traceback (most recent call last):
#=>   line 7
#=>     run()
#=>   line 23
#=>     for x in 5:
#=> TypeError: 'int' object is not iterable
#=> Traceback (most recent call last):
#=>   line 7
#=>     run()
#=>   line 28
#=>     with 5:
#=> TypeError: 'int' object does not support the context manager protocol
#=> Traceback (most recent call last):
#=>   line 7
#=>     run()
#=>   line 33
#=>     a, b = 1, 2, 3
#=>     ^^^^
#=> ValueError: too many values to unpack (expected 2)
#=> Traceback (most recent call last):
#=>   line 7
#=>     run()
#=>   line 37
#=>     assert not (1 == 1), "no"
#=>                 ^^^^^^
#=> AssertionError: no
#=> Traceback (most recent call last):
#=>   line 7
#=>     run()
#=>   line 41
#=>     assert (lambda: False)()
#=> AssertionError
#=> Traceback (most recent call last):
#=>   line 7
#=>     run()
#=>   line 47
#=>     .foo
#=>      ^^^
#=> AttributeError: 'function' object has no attribute 'foo'
#=> Traceback (most recent call last):
#=>   line 7
#=>     run()
#=>   line 55
#=>     .nope(1))
#=>      ^^^^
#=> AttributeError: 'str' object has no attribute 'nope'
#=> Traceback (most recent call last):
#=>   line 60
#=>     1 / 0
#=>     ~~^~~
#=> ZeroDivisionError: division by zero
#=>
#=> During handling of the above exception, another exception occurred:
#=>
#=>   + Exception Group Traceback (most recent call last):
#=>   |   line 7
#=>   |     run()
#=>   |   line 62
#=>   |     raise ExceptionGroup("g", [made(1), ExceptionGroup("inner", [made(2)])])
#=>   | ExceptionGroup: g (2 sub-exceptions)
#=>   +-+---------------- 1 ----------------
#=>     | Traceback (most recent call last):
#=>     |   line 17
#=>     |     raise ValueError(n)
#=>     | ValueError: 1
#=>     +---------------- 2 ----------------
#=>     | ExceptionGroup: inner (1 sub-exception)
#=>     +-+---------------- 1 ----------------
#=>       | Traceback (most recent call last):
#=>       |   line 17
#=>       |     raise ValueError(n)
#=>       | ValueError: 2
#=>       +------------------------------------
#=> Traceback (most recent call last):
#=>   line 67
#=>     {}["k"]
#=>     ~~^^^^^
#=> KeyError: 'k'
#=>
#=> The above exception was the direct cause of the following exception:
#=>
#=> Traceback (most recent call last):
#=>   line 7
#=>     run()
#=>   line 69
#=>     raise RuntimeError("wrapped") from e
#=> RuntimeError: wrapped
