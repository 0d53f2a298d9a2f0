from axros.util import *
