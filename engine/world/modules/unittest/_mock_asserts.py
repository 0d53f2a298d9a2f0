"""What a stand-in's calls are held against."""

import pprint

from unittest._mock_calls import _Call, _CallList, call, call_text


def fail(text, wanted):
    """Fails; what kept the wanted call from being bound to the signature is the cause."""
    raise AssertionError(text) from (wanted if isinstance(wanted, Exception) else None)


def found_in_order(calls, made):
    return _CallList(calls) in _CallList(made)


def not_among(calls, made):
    """Those of the calls that were not made; each call that was made counts once. Takes them out of what was made."""
    missing = []
    for each in calls:
        try:
            made.remove(each)
        except ValueError:
            missing.append(each)
    return missing


class Base:
    """The assertions of every mock."""

    __module__ = "unittest.mock"

    def _calls_repr(self, prefix="Calls"):
        return f"\n{prefix}: {pprint.pformat(list(self.mock_calls))}." if self.mock_calls else ""

    def _format_mock_call_signature(self, args, kwargs):
        return call_text(self._mock_name or "mock", args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action="call"):
        return (f"expected {action} not found.\nExpected: {self._format_mock_call_signature(args, kwargs)}\n"
                f"Actual: {self._format_mock_call_signature(*_shown(self, action))}")

    def _call_matcher(self, made):
        """The call with its arguments where the signature has them; the error when it does not take them."""
        if isinstance(made, tuple) and len(made) > 2 and made[0]:
            signature = self._signature_of(made[0])
        else:
            signature = self._spec_signature
        if signature is None:
            return made
        name, args, kwargs = ("", *made) if len(made) == 2 else made
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def _signature_of(self, path):
        """The signature of what lies below this mock under a path such as method().other."""
        signature, children = None, self._mock_children
        for name in path.replace("()", "").split("."):
            child = children.get(name)
            if not isinstance(child, Base):
                break
            children, signature = child._mock_children, child._spec_signature
        return signature

    def assert_not_called(self):
        """Fails if the mock was called."""
        if self.call_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'!r} to not have been called. "
                                 f"Called {self.call_count} times.{self._calls_repr()}")

    def assert_called(self):
        """Fails if the mock was not called."""
        if not self.call_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'!r} to have been called.")

    def assert_called_once(self):
        """Fails unless the mock was called exactly once."""
        if self.call_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'!r} to have been called once. "
                                 f"Called {self.call_count} times.{self._calls_repr()}")

    def assert_called_with(self, /, *args, **kwargs):
        """Fails unless the last call had these arguments."""
        if self.call_args is None:
            raise AssertionError("expected call not found.\n"
                                 f"Expected: {self._format_mock_call_signature(args, kwargs)}\nActual: not called.")
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        if wanted != self._call_matcher(self.call_args):
            fail(self._format_mock_failure_message(args, kwargs), wanted)

    def assert_called_once_with(self, /, *args, **kwargs):
        """Fails unless the mock was called exactly once, with these arguments."""
        if self.call_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'!r} to be called once. "
                                 f"Called {self.call_count} times.{self._calls_repr()}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Fails unless one of the calls had these arguments."""
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        made = [self._call_matcher(each) for each in self.call_args_list]
        if isinstance(wanted, Exception) or wanted not in made:
            fail(f"{self._format_mock_call_signature(args, kwargs)} call not found", wanted)

    def assert_has_calls(self, calls, any_order=False):
        """Fails unless mock_calls has these calls: one after the other, or in any order."""
        wanted = [self._call_matcher(each) for each in calls]
        cause = next((each for each in wanted if isinstance(each, Exception)), None)
        made = _CallList(self._call_matcher(each) for each in self.mock_calls)
        if any_order:
            missing = not_among(wanted, made)
            if missing:
                fail(f"{self._mock_name or 'mock'!r} does not contain all of {tuple(missing)!r} in its call list, "
                     f"found {made!r} instead", cause)
        elif not found_in_order(wanted, made):
            fail(f"{_problem(wanted, cause, 'Calls', 'calls')}\nExpected: {_CallList(calls)!r}"
                 f"{self._calls_repr(prefix='Actual').rstrip('.')}", cause)


class AwaitAsserts:
    """The assertions of the mocks that are awaited."""

    def _await_failure(self, what):
        return AssertionError(f"Expected {self._mock_name or 'mock'} to {what}. Awaited {self.await_count} times.")

    def assert_awaited(self):
        """Fails if the mock was not awaited."""
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        """Fails unless the mock was awaited exactly once."""
        if self.await_count != 1:
            raise self._await_failure("have been awaited once")

    def assert_awaited_with(self, /, *args, **kwargs):
        """Fails unless the last await had these arguments."""
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._format_mock_call_signature(args, kwargs)}\nNot awaited")
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        if wanted != self._call_matcher(self.await_args):
            fail(self._format_mock_failure_message(args, kwargs, action="await"), wanted)

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Fails unless the mock was awaited exactly once, with these arguments."""
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Fails unless one of the awaits had these arguments."""
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        made = [self._call_matcher(each) for each in self.await_args_list]
        if isinstance(wanted, Exception) or wanted not in made:
            fail(f"{self._format_mock_call_signature(args, kwargs)} await not found", wanted)

    def assert_has_awaits(self, calls, any_order=False):
        """Fails unless the mock was awaited with these calls: one after the other, or in any order."""
        wanted = [self._call_matcher(each) for each in calls]
        cause = next((each for each in wanted if isinstance(each, Exception)), None)
        made = _CallList(self._call_matcher(each) for each in self.await_args_list)
        if any_order:
            missing = not_among(wanted, made)
            if missing:
                fail(f"{tuple(missing)!r} not all found in await list", cause)
        elif not found_in_order(wanted, made):
            fail(f"{_problem(wanted, cause, 'Awaits', 'awaits')}\nExpected: {_CallList(calls)!r}\n"
                 f"Actual: {self.await_args_list!r}", cause)

    def assert_not_awaited(self):
        """Fails if the mock was awaited."""
        if self.await_count != 0:
            raise self._await_failure("not have been awaited")


def _shown(mock, action):
    args = mock.await_args if action == "await" else mock.call_args
    return args.args, args.kwargs


def _problem(wanted, cause, what, lower):
    if cause is None:
        return what + " not found."
    errors = [each if isinstance(each, Exception) else None for each in wanted]
    return f"Error processing expected {lower}.\nErrors: {errors}"
