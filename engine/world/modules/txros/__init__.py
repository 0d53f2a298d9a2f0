"""txros: axros under the name it had on Twisted."""

from axros import *
from axros import NodeHandle, util
