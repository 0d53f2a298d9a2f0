"""unittest.main(): runs the tests of a module."""

import importlib
import sys

from unittest.loader import defaultTestLoader
from unittest.runner import TextTestRunner


class TestProgram:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False):
        if isinstance(module, str):
            module = importlib.import_module(module)
        arguments = (sys.argv if argv is None else argv)[1:]
        if "-v" in arguments or "--verbose" in arguments:
            verbosity = 2
        names = [each for each in arguments if not each.startswith("-")]
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        test = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = TextTestRunner
        runner = testRunner(verbosity=verbosity, failfast=bool(failfast)) if isinstance(testRunner, type) else testRunner
        self.result = runner.run(test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
