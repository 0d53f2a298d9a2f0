#include <gmpxx.h>

#include "../../../loop/src/private.h"
#include "../compiler/compiler.h"
#include "loop/clock.h"
