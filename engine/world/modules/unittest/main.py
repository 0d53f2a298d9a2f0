"""unittest.main(): runs the tests that the command line names, or those of a module."""

import argparse
import importlib
import os
import sys

from unittest.loader import defaultTestLoader
from unittest.runner import TextTestRunner

_EXAMPLES = """\
Examples:
  %(prog)s                           - run default set of tests
  %(prog)s MyTestSuite               - run suite 'MyTestSuite'
  %(prog)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(prog)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""


def _pattern(text):
    return text if "*" in text else f"*{text}*"


class TestProgram:
    """Runs tests and ends the program with what came of them."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False):
        self.module = importlib.import_module(module) if isinstance(module, str) else module
        argv = sys.argv if argv is None else argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.testNamePatterns = None
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        parser = argparse.ArgumentParser(prog=self.progName, formatter_class=argparse.RawDescriptionHelpFormatter,
                                         epilog=_EXAMPLES % {"prog": self.progName})
        parser.add_argument("-v", "--verbose", dest="verbosity", action="store_const", const=2, help="Verbose output")
        parser.add_argument("-q", "--quiet", dest="verbosity", action="store_const", const=0, help="Quiet output")
        parser.add_argument("--locals", dest="tb_locals", action="store_true", help="Show local variables in tracebacks")
        for short, long, dest, text in (("-f", "--failfast", "failfast", "Stop on first fail or error"),
                                        ("-c", "--catch", "catchbreak", "Catch Ctrl-C and display results so far"),
                                        ("-b", "--buffer", "buffer", "Buffer stdout and stderr during tests")):
            if getattr(self, dest) is None:
                parser.add_argument(short, long, dest=dest, action="store_true", help=text)
        parser.add_argument("-k", dest="testNamePatterns", action="append", type=_pattern,
                            help="Only run tests which match the given substring")
        parser.add_argument("tests", nargs="*",
                            help="a list of any number of test modules, classes and test methods.")
        parser.parse_args(argv[1:], self)
        if self.tests:
            self.testNames = self.tests
        elif self.defaultTest is None:
            self.testNames = None
        else:
            self.testNames = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.createTests()

    def createTests(self):
        loader = self.testLoader
        if self.testNamePatterns:
            loader.testNamePatterns = self.testNamePatterns
        if self.testNames is None:
            self.test = loader.loadTestsFromModule(self.module)
        else:
            self.test = loader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        runner = TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(runner, type):
            try:
                runner = runner(verbosity=self.verbosity, failfast=bool(self.failfast), buffer=bool(self.buffer))
            except TypeError:
                # One that takes nothing.
                runner = runner()
        self.result = runner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
