try:
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError('k')])
    except* ValueError as e:
        raise RuntimeError('x') from e
except BaseException as e:
    e.add_note('n')
    import traceback
    traceback.print_exception(e)
def g():
    x = yield 1
    yield from [x, 2]
i = g(); next(i); i.send(3); i.close()
i.throw(ValueError)
