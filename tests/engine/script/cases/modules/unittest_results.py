# What the runner writes, what the loader finds, and how assertions fail.
import io
import re
import sys
import unittest
import warnings

def tr(f):
    try:
        print('ok', f())
    except BaseException as e:
        print(type(e).__name__, e)

class A(unittest.TestCase):
    longMessage = True

    @classmethod
    def setUpClass(cls):
        print('setUpClass')

    @classmethod
    def tearDownClass(cls):
        print('tearDownClass')

    def setUp(self):
        self.addCleanup(print, 'cleanup', self._testMethodName)

    def test_ok(self):
        """Doc line.
more"""
        self.assertEqual(1, 1)

    def test_fail(self):
        self.assertEqual([1, 2, 3], [1, 2, 4], 'msg')

    def test_err(self):
        raise ValueError('bad')

    @unittest.skip('why')
    def test_skip(self):
        pass

    def test_skip2(self):
        self.skipTest('in')

    @unittest.expectedFailure
    def test_xf(self):
        self.fail()

    @unittest.expectedFailure
    def test_us(self):
        pass

    def test_sub(self):
        for i in range(3):
            with self.subTest('m', i=i):
                self.assertNotEqual(i, 1)

    def test_out(self):
        print('printed')

class B(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        raise RuntimeError('nope')

    def test_x(self):
        pass

@unittest.skip('class')
class C(unittest.TestCase):

    def test_x(self):
        pass

def shown(suite, **k):
    s = io.StringIO()
    r = unittest.TextTestRunner(stream=s, **k).run(suite)
    print(re.sub('in \\d+\\.\\d+s', 'in Xs', re.sub('File ".*", line \\d+', 'File "F"', s.getvalue())))
    print(r)
    return r
L = unittest.TestLoader()
for k in ({}, {'verbosity': 2}, {'verbosity': 0}, {'failfast': True}, {'buffer': True}, {'descriptions': False,
    'verbosity': 2}):
    shown(unittest.TestSuite([L.loadTestsFromTestCase(A), L.loadTestsFromTestCase(B),
        L.loadTestsFromTestCase(C)]), **k)
print(L.getTestCaseNames(A))
print(L.loadTestsFromName('A', sys.modules['__main__']).countTestCases(),
    L.loadTestsFromName('__main__.A.test_ok'), L.loadTestsFromNames(['__main__.A',
    '__main__.B.test_x']).countTestCases())
L.testMethodPrefix = 'test_s'
print(L.getTestCaseNames(A))
L.testMethodPrefix = 'test'
L.testNamePatterns = ['*fail', '*ok*']
print(L.getTestCaseNames(A))
L.testNamePatterns = None
L.sortTestMethodsUsing = lambda a, b: (a < b) - (a > b)
print(L.getTestCaseNames(A)[:3])
tr(lambda: L.loadTestsFromTestCase(unittest.TestSuite))
print(unittest.TestSuite() == unittest.TestSuite(), A('test_ok') == A('test_ok'), A('test_ok') != A('test_err'),
    A('test_ok'), repr(A('test_ok')), A('test_ok').id(), A('test_ok').shortDescription(),
    A('test_ok').countTestCases())
tr(lambda: A('zork'))
tr(lambda: unittest.TestSuite('ab'))
tr(lambda: unittest.TestSuite([3]))
tr(lambda: unittest.TestSuite([A]))
f = unittest.FunctionTestCase(lambda: None, description='dd')
print(f.shortDescription())
shown(f, verbosity=2)
t = A('test_ok')
checks = [lambda: t.assertEqual('a\nb\n', 'a\nc\n'), lambda: t.assertDictEqual({'a': 1}, {'a': 2}),
    lambda: t.assertSetEqual({1}, {2}), lambda: t.assertTupleEqual((1,), (1, 2)), lambda: t.assertIn(3, [1]),
    lambda: t.assertNotIn(1, [1]), lambda: t.assertIs(1, 2), lambda: t.assertIsNot(t, t) if 0 else None,
    lambda: t.assertIsNone(3), lambda: t.assertIsNotNone(None), lambda: t.assertIsInstance(3, str),
    lambda: t.assertNotIsInstance(3, int), lambda: t.assertGreater(1, 2), lambda: t.assertLessEqual(3, 2),
    lambda: t.assertAlmostEqual(1, 1.1), lambda: t.assertAlmostEqual(1, 1.5, delta=0.2),
    lambda: t.assertNotAlmostEqual(1, 1), lambda: t.assertRegex('abc', 'z'), lambda: t.assertNotRegex('abc',
    'b'), lambda: t.assertCountEqual([1, 2, 2], [1, 3]), lambda: t.assertRaises(ValueError, int, '3'),
    lambda: t.assertRaises(ValueError, int, 'x'), lambda: t.assertRaisesRegex(ValueError, 'zzz', int, 'x'),
    lambda: t.assertTrue(0, 'm'), lambda: t.assertFalse([1]), lambda: t.assertMultiLineEqual('a', 'b'),
    lambda: t.assertSequenceEqual([1], (1, 2)), lambda: t.assertListEqual([1], (1,)), lambda: t.assertNotEqual(1,
    1), lambda: t.fail('x'), lambda: t.assertEqual(list(range(200)), list(range(1, 201))),
    lambda: t.assertWarns(UserWarning, int), lambda: t.assertEqual({'a': list(range(30))}, {'a': 1}),
    lambda: t.assertLogs('x').__enter__() and None, lambda: t.assertRaises(3, int),
    lambda: t.assertRaises(ValueError, None)]
for c in checks:
    tr(c)

def la():
    import logging
    with t.assertLogs('foo', level='INFO') as cm:
        logging.getLogger('foo').info('first')
        logging.getLogger('foo.bar').error('second')
    print(cm.output, len(cm.records))
    with t.assertNoLogs('foo'):
        logging.getLogger('foo').error('q')
tr(la)

def la():
    with t.assertLogs('foo'):
        pass
tr(la)
with t.assertWarns(DeprecationWarning) as cm:
    warnings.warn('dd', DeprecationWarning)
print(cm.warning, cm.lineno > 0)
r = unittest.main(argv=['p', '-k', 'ok'], exit=False, testRunner=unittest.TextTestRunner(stream=io.StringIO()))
print(r.result)
#=> setUpClass
#=> cleanup test_err
#=> cleanup test_fail
#=> cleanup test_ok
#=> printed
#=> cleanup test_out
#=> cleanup test_skip2
#=> cleanup test_sub
#=> cleanup test_us
#=> cleanup test_xf
#=> tearDownClass
#=> EF..ssFuxEs
#=> ======================================================================
#=> ERROR: test_err (__main__.A.test_err)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_err
#=>     raise ValueError('bad')
#=> ValueError: bad
#=>
#=> ======================================================================
#=> ERROR: setUpClass (__main__.B)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in setUpClass
#=>     raise RuntimeError('nope')
#=> RuntimeError: nope
#=>
#=> ======================================================================
#=> FAIL: test_fail (__main__.A.test_fail)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_fail
#=>     self.assertEqual([1, 2, 3], [1, 2, 4], 'msg')
#=> AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4]
#=>
#=> First differing element 2:
#=> 3
#=> 4
#=>
#=> - [1, 2, 3]
#=> ?        ^
#=>
#=> + [1, 2, 4]
#=> ?        ^
#=>  : msg
#=>
#=> ======================================================================
#=> FAIL: test_sub (__main__.A.test_sub) [m] (i=1)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_sub
#=>     self.assertNotEqual(i, 1)
#=> AssertionError: 1 == 1
#=>
#=> ======================================================================
#=> UNEXPECTED SUCCESS: test_us (__main__.A.test_us)
#=> ----------------------------------------------------------------------
#=> Ran 10 tests in Xs
#=>
#=> FAILED (failures=2, errors=2, skipped=3, expected failures=1, unexpected successes=1)
#=>
#=> <unittest.runner.TextTestResult run=10 errors=2 failures=2>
#=> setUpClass
#=> cleanup test_err
#=> cleanup test_fail
#=> cleanup test_ok
#=> printed
#=> cleanup test_out
#=> cleanup test_skip2
#=> cleanup test_sub
#=> cleanup test_us
#=> cleanup test_xf
#=> tearDownClass
#=> test_err (__main__.A.test_err) ... ERROR
#=> test_fail (__main__.A.test_fail) ... FAIL
#=> test_ok (__main__.A.test_ok)
#=> Doc line. ... ok
#=> test_out (__main__.A.test_out) ... ok
#=> test_skip (__main__.A.test_skip) ... skipped 'why'
#=> test_skip2 (__main__.A.test_skip2) ... skipped 'in'
#=> test_sub (__main__.A.test_sub) ... 
#=>   test_sub (__main__.A.test_sub) [m] (i=1) ... FAIL
#=> test_us (__main__.A.test_us) ... unexpected success
#=> test_xf (__main__.A.test_xf) ... expected failure
#=> ERROR
#=> test_x (__main__.C.test_x) ... skipped 'class'
#=>
#=> ======================================================================
#=> ERROR: test_err (__main__.A.test_err)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_err
#=>     raise ValueError('bad')
#=> ValueError: bad
#=>
#=> ======================================================================
#=> ERROR: setUpClass (__main__.B)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in setUpClass
#=>     raise RuntimeError('nope')
#=> RuntimeError: nope
#=>
#=> ======================================================================
#=> FAIL: test_fail (__main__.A.test_fail)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_fail
#=>     self.assertEqual([1, 2, 3], [1, 2, 4], 'msg')
#=> AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4]
#=>
#=> First differing element 2:
#=> 3
#=> 4
#=>
#=> - [1, 2, 3]
#=> ?        ^
#=>
#=> + [1, 2, 4]
#=> ?        ^
#=>  : msg
#=>
#=> ======================================================================
#=> FAIL: test_sub (__main__.A.test_sub) [m] (i=1)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_sub
#=>     self.assertNotEqual(i, 1)
#=> AssertionError: 1 == 1
#=>
#=> ======================================================================
#=> UNEXPECTED SUCCESS: test_us (__main__.A.test_us)
#=> ----------------------------------------------------------------------
#=> Ran 10 tests in Xs
#=>
#=> FAILED (failures=2, errors=2, skipped=3, expected failures=1, unexpected successes=1)
#=>
#=> <unittest.runner.TextTestResult run=10 errors=2 failures=2>
#=> setUpClass
#=> cleanup test_err
#=> cleanup test_fail
#=> cleanup test_ok
#=> printed
#=> cleanup test_out
#=> cleanup test_skip2
#=> cleanup test_sub
#=> cleanup test_us
#=> cleanup test_xf
#=> tearDownClass
#=> ======================================================================
#=> ERROR: test_err (__main__.A.test_err)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_err
#=>     raise ValueError('bad')
#=> ValueError: bad
#=>
#=> ======================================================================
#=> ERROR: setUpClass (__main__.B)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in setUpClass
#=>     raise RuntimeError('nope')
#=> RuntimeError: nope
#=>
#=> ======================================================================
#=> FAIL: test_fail (__main__.A.test_fail)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_fail
#=>     self.assertEqual([1, 2, 3], [1, 2, 4], 'msg')
#=> AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4]
#=>
#=> First differing element 2:
#=> 3
#=> 4
#=>
#=> - [1, 2, 3]
#=> ?        ^
#=>
#=> + [1, 2, 4]
#=> ?        ^
#=>  : msg
#=>
#=> ======================================================================
#=> FAIL: test_sub (__main__.A.test_sub) [m] (i=1)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_sub
#=>     self.assertNotEqual(i, 1)
#=> AssertionError: 1 == 1
#=>
#=> ======================================================================
#=> UNEXPECTED SUCCESS: test_us (__main__.A.test_us)
#=> ----------------------------------------------------------------------
#=> Ran 10 tests in Xs
#=>
#=> FAILED (failures=2, errors=2, skipped=3, expected failures=1, unexpected successes=1)
#=>
#=> <unittest.runner.TextTestResult run=10 errors=2 failures=2>
#=> setUpClass
#=> cleanup test_err
#=> tearDownClass
#=> E
#=> ======================================================================
#=> ERROR: test_err (__main__.A.test_err)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_err
#=>     raise ValueError('bad')
#=> ValueError: bad
#=>
#=> ----------------------------------------------------------------------
#=> Ran 1 test in Xs
#=>
#=> FAILED (errors=1)
#=>
#=> <unittest.runner.TextTestResult run=1 errors=1 failures=0>
#=>
#=> Stdout:
#=> cleanup test_err
#=>
#=> Stdout:
#=> cleanup test_fail
#=>
#=> Stdout:
#=> cleanup test_sub
#=> EF..ssFuxEs
#=> ======================================================================
#=> ERROR: test_err (__main__.A.test_err)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_err
#=>     raise ValueError('bad')
#=> ValueError: bad
#=>
#=> ======================================================================
#=> ERROR: setUpClass (__main__.B)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in setUpClass
#=>     raise RuntimeError('nope')
#=> RuntimeError: nope
#=>
#=> ======================================================================
#=> FAIL: test_fail (__main__.A.test_fail)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_fail
#=>     self.assertEqual([1, 2, 3], [1, 2, 4], 'msg')
#=> AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4]
#=>
#=> First differing element 2:
#=> 3
#=> 4
#=>
#=> - [1, 2, 3]
#=> ?        ^
#=>
#=> + [1, 2, 4]
#=> ?        ^
#=>  : msg
#=>
#=> ======================================================================
#=> FAIL: test_sub (__main__.A.test_sub) [m] (i=1)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_sub
#=>     self.assertNotEqual(i, 1)
#=> AssertionError: 1 == 1
#=>
#=> ======================================================================
#=> UNEXPECTED SUCCESS: test_us (__main__.A.test_us)
#=> ----------------------------------------------------------------------
#=> Ran 10 tests in Xs
#=>
#=> FAILED (failures=2, errors=2, skipped=3, expected failures=1, unexpected successes=1)
#=>
#=> <unittest.runner.TextTestResult run=10 errors=2 failures=2>
#=> setUpClass
#=> cleanup test_err
#=> cleanup test_fail
#=> cleanup test_ok
#=> printed
#=> cleanup test_out
#=> cleanup test_skip2
#=> cleanup test_sub
#=> cleanup test_us
#=> cleanup test_xf
#=> tearDownClass
#=> test_err (__main__.A.test_err) ... ERROR
#=> test_fail (__main__.A.test_fail) ... FAIL
#=> test_ok (__main__.A.test_ok) ... ok
#=> test_out (__main__.A.test_out) ... ok
#=> test_skip (__main__.A.test_skip) ... skipped 'why'
#=> test_skip2 (__main__.A.test_skip2) ... skipped 'in'
#=> test_sub (__main__.A.test_sub) ... 
#=>   test_sub (__main__.A.test_sub) [m] (i=1) ... FAIL
#=> test_us (__main__.A.test_us) ... unexpected success
#=> test_xf (__main__.A.test_xf) ... expected failure
#=> ERROR
#=> test_x (__main__.C.test_x) ... skipped 'class'
#=>
#=> ======================================================================
#=> ERROR: test_err (__main__.A.test_err)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_err
#=>     raise ValueError('bad')
#=> ValueError: bad
#=>
#=> ======================================================================
#=> ERROR: setUpClass (__main__.B)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in setUpClass
#=>     raise RuntimeError('nope')
#=> RuntimeError: nope
#=>
#=> ======================================================================
#=> FAIL: test_fail (__main__.A.test_fail)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_fail
#=>     self.assertEqual([1, 2, 3], [1, 2, 4], 'msg')
#=> AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4]
#=>
#=> First differing element 2:
#=> 3
#=> 4
#=>
#=> - [1, 2, 3]
#=> ?        ^
#=>
#=> + [1, 2, 4]
#=> ?        ^
#=>  : msg
#=>
#=> ======================================================================
#=> FAIL: test_sub (__main__.A.test_sub) [m] (i=1)
#=> ----------------------------------------------------------------------
#=> Traceback (most recent call last):
#=>   File "F", in test_sub
#=>     self.assertNotEqual(i, 1)
#=> AssertionError: 1 == 1
#=>
#=> ======================================================================
#=> UNEXPECTED SUCCESS: test_us (__main__.A.test_us)
#=> ----------------------------------------------------------------------
#=> Ran 10 tests in Xs
#=>
#=> FAILED (failures=2, errors=2, skipped=3, expected failures=1, unexpected successes=1)
#=>
#=> <unittest.runner.TextTestResult run=10 errors=2 failures=2>
#=> ['test_err', 'test_fail', 'test_ok', 'test_out', 'test_skip', 'test_skip2', 'test_sub', 'test_us', 'test_xf']
#=> 9 <unittest.suite.TestSuite tests=[<__main__.A testMethod=test_ok>]> 10
#=> ['test_skip', 'test_skip2', 'test_sub']
#=> ['test_fail', 'test_ok']
#=> ['test_xf', 'test_us', 'test_sub']
#=> TypeError Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?
#=> True True True test_ok (__main__.A.test_ok) <__main__.A testMethod=test_ok> __main__.A.test_ok Doc line. 1
#=> ValueError no such test method in <class '__main__.A'>: zork
#=> TypeError tests must be an iterable of tests, not a string
#=> TypeError 3 is not callable
#=> TypeError TestCases and TestSuites must be instantiated before passing them to addTest()
#=> dd
#=> unittest.case.FunctionTestCase (<lambda>)
#=> dd ... ok
#=>
#=> ----------------------------------------------------------------------
#=> Ran 1 test in Xs
#=>
#=> OK
#=>
#=> <unittest.runner.TextTestResult run=1 errors=0 failures=0>
#=> AssertionError 'a\nb\n' != 'a\nc\n'
#=>   a
#=> - b
#=> + c
#=>
#=> AssertionError {'a': 1} != {'a': 2}
#=> - {'a': 1}
#=> ?       ^
#=>
#=> + {'a': 2}
#=> ?       ^
#=>
#=> AssertionError Items in the first set but not the second:
#=> 1
#=> Items in the second set but not the first:
#=> 2
#=> AssertionError Tuples differ: (1,) != (1, 2)
#=>
#=> Second tuple contains 1 additional elements.
#=> First extra element 1:
#=> 2
#=>
#=> - (1,)
#=> + (1, 2)
#=> ?    ++
#=>
#=> AssertionError 3 not found in [1]
#=> AssertionError 1 unexpectedly found in [1]
#=> AssertionError 1 is not 2
#=> ok None
#=> AssertionError 3 is not None
#=> AssertionError unexpectedly None
#=> AssertionError 3 is not an instance of <class 'str'>
#=> AssertionError 3 is an instance of <class 'int'>
#=> AssertionError 1 not greater than 2
#=> AssertionError 3 not less than or equal to 2
#=> AssertionError 1 != 1.1 within 7 places (0.10000000000000009 difference)
#=> AssertionError 1 != 1.5 within 0.2 delta (0.5 difference)
#=> AssertionError 1 == 1 within 7 places
#=> AssertionError Regex didn't match: 'z' not found in 'abc'
#=> AssertionError Regex matched: 'b' matches 'b' in 'abc'
#=> AssertionError Element counts were not equal:
#=> First has 2, Second has 0:  2
#=> First has 0, Second has 1:  3
#=> AssertionError ValueError not raised by int
#=> ok None
#=> AssertionError "zzz" does not match "invalid literal for int() with base 10: 'x'"
#=> AssertionError 0 is not true : m
#=> AssertionError [1] is not false
#=> AssertionError 'a' != 'b'
#=> - a
#=> + b
#=>
#=> AssertionError Sequences differ: [1] != (1, 2)
#=>
#=> Second sequence contains 1 additional elements.
#=> First extra element 1:
#=> 2
#=>
#=> - [1]
#=> + (1, 2)
#=> AssertionError Second sequence is not a list: (1,)
#=> AssertionError 1 == 1
#=> AssertionError x
#=> AssertionError Lists differ: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,[843 chars] 199] != [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13[845 chars] 200]
#=>
#=> First differing element 0:
#=> 0
#=> 1
#=>
#=> Diff is 1530 characters long. Set self.maxDiff to None to see it.
#=> AssertionError UserWarning not triggered by int
#=> AssertionError {'a': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12[65 chars] 29]} != {'a': 1}
#=> + {'a': 1}
#=> - {'a': [0,
#=> -        1,
#=> -        2,
#=> -        3,
#=> -        4,
#=> -        5,
#=> -        6,
#=> -        7,
#=> -        8,
#=> -        9,
#=> -        10,
#=> -        11,
#=> -        12,
#=> -        13,
#=> -        14,
#=> -        15,
#=> -        16,
#=> -        17,
#=> -        18,
#=> -        19,
#=> -        20,
#=> -        21,
#=> -        22,
#=> -        23,
#=> -        24,
#=> -        25,
#=> -        26,
#=> -        27,
#=> -        28,
#=> -        29]}
#=> ok None
#=> TypeError assertRaises() arg 1 must be an exception type or tuple of exception types
#=> TypeError 'NoneType' object is not callable
#=> ['INFO:foo:first', 'ERROR:foo.bar:second'] 2
#=> AssertionError Unexpected logs found: ['ERROR:foo:q']
#=> AssertionError no logs of level INFO or higher triggered on foo
#=> dd True
#=> setUpClass
#=> cleanup test_ok
#=> tearDownClass
#=> <unittest.runner.TextTestResult run=1 errors=0 failures=0>
