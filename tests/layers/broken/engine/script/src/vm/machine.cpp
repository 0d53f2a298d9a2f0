#include <gmpxx.h>

#include "../compiler/compiler.h"
#include "loop/clock.h"
#include "../../../loop/src/private.h"
