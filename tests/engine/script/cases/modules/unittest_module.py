# Tests, their results, and what the runner prints.
import asyncio
import sys
import unittest

class Plain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class begins")

    @classmethod
    def tearDownClass(cls):
        print("class ends")

    def setUp(self):
        self.value = 1
        self.addCleanup(print, "cleaned up")

    def tearDown(self):
        print("torn down")

    def test_equal(self):
        self.assertEqual(self.value, 1)

    def test_fails(self):
        """One line says it."""
        self.assertEqual(1, 2, "message")

    def test_error(self):
        raise KeyError("k")

    @unittest.skip("reason")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    def test_parts(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)


class Awaiting(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = 2

    async def test_awaits(self):
        await asyncio.sleep(1)
        self.assertEqual(self.value, 2)

    async def test_times_out(self):
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.sleep(10), 1)


loader = unittest.TestLoader()
print(loader.getTestCaseNames(Plain))
for case in (Plain, Awaiting):
    result = unittest.TestResult()
    loader.loadTestsFromTestCase(case).run(result)
    print(result.testsRun, len(result.failures), len(result.errors), result.skipped[0][1] if result.skipped else "", len(result.expectedFailures), result.wasSuccessful())
    for test, text in result.failures + result.errors:
        print(test, "|", text.splitlines()[-1])

check = unittest.TestCase()


def complaint(method, *args, **kwargs):
    try:
        method(*args, **kwargs)
    except AssertionError as e:
        print(e)
    else:
        print("fine")


complaint(check.assertTrue, [])
complaint(check.assertFalse, 1, "why")
complaint(check.assertEqual, 1, 2)
complaint(check.assertEqual, [1, 2, 3], [1, 3])
complaint(check.assertEqual, "one\ntwo", "one\nthree")
complaint(check.assertEqual, {"a": 1}, {"a": 2})
complaint(check.assertEqual, {1, 2}, {2, 3})
complaint(check.assertIn, 1, [2])
complaint(check.assertNotIn, 2, [2])
complaint(check.assertIs, None, 1)
complaint(check.assertIsNot, None, None)
complaint(check.assertIsNone, 1)
complaint(check.assertIsNotNone, None)
complaint(check.assertIsInstance, 1, str)
complaint(check.assertGreater, 1, 2)
complaint(check.assertLessEqual, 3, 2)
complaint(check.assertAlmostEqual, 1.0, 1.1)
complaint(check.assertAlmostEqual, 1.0, 1.00000001)
complaint(check.assertAlmostEqual, 1.0, 1.5, delta=0.1)
complaint(check.assertRegex, "abc", "x")
complaint(check.assertNotRegex, "abc", "b")
complaint(check.assertCountEqual, [1, 2, 2], [2, 1])
complaint(check.assertRaises, ValueError, int, "1")
complaint(check.assertRaisesRegex, ValueError, "nothing", int, "x")
with check.assertRaises(ZeroDivisionError) as caught:
    1 / 0
print(repr(caught.exception))
with check.assertLogs("name", "INFO") as logs:
    import logging

    logging.getLogger("name").info("said")
print(logs.output)
with check.assertWarns(UserWarning) as warned:
    import warnings

    warnings.warn("careful")
print(warned.warning)
#=> ['test_equal', 'test_error', 'test_expected', 'test_fails', 'test_parts', 'test_skipped']
#=> class begins
#=> torn down
#=> cleaned up
#=> torn down
#=> cleaned up
#=> torn down
#=> cleaned up
#=> torn down
#=> cleaned up
#=> torn down
#=> cleaned up
#=> class ends
#=> 6 2 1 reason 1 False
#=> test_fails (__main__.Plain.test_fails) | AssertionError: 1 != 2 : message
#=> test_parts (__main__.Plain.test_parts) (i=1) | AssertionError: 1 == 1
#=> test_error (__main__.Plain.test_error) | KeyError: 'k'
#=> 2 0 0  0 True
#=> [] is not true
#=> 1 is not false : why
#=> 1 != 2
#=> Lists differ: [1, 2, 3] != [1, 3]
#=>
#=> First differing element 1:
#=> 2
#=> 3
#=>
#=> First list contains 1 additional elements.
#=> First extra element 2:
#=> 3
#=>
#=> - [1, 2, 3]
#=> ?     ---
#=>
#=> + [1, 3]
#=> 'one\ntwo' != 'one\nthree'
#=>   one
#=> - two+ three
#=> {'a': 1} != {'a': 2}
#=> - {'a': 1}
#=> ?       ^
#=>
#=> + {'a': 2}
#=> ?       ^
#=>
#=> Items in the first set but not the second:
#=> 1
#=> Items in the second set but not the first:
#=> 3
#=> 1 not found in [2]
#=> 2 unexpectedly found in [2]
#=> None is not 1
#=> unexpectedly identical: None
#=> 1 is not None
#=> unexpectedly None
#=> 1 is not an instance of <class 'str'>
#=> 1 not greater than 2
#=> 3 not less than or equal to 2
#=> 1.0 != 1.1 within 7 places (0.10000000000000009 difference)
#=> fine
#=> 1.0 != 1.5 within 0.1 delta (0.5 difference)
#=> Regex didn't match: 'x' not found in 'abc'
#=> Regex matched: 'b' matches 'b' in 'abc'
#=> Element counts were not equal:
#=> First has 2, Second has 1:  2
#=> ValueError not raised by int
#=> "nothing" does not match "invalid literal for int() with base 10: 'x'"
#=> ZeroDivisionError('division by zero')
#=> ['INFO:name:said']
#=> careful
